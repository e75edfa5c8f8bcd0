package validation

import (
	"errors"
	"reflect"
	"slices"
	"strings"

	"github.com/go-playground/validator/v10"

	"github.com/decorum-go/decorum"
)

// Violations tells what validator found as violations, each at its place in the
// JSON of the value that was validated:
//
//	vs := validation.Violations(v.Struct(order), order)
//
// With the value, places are found by the json tags of its type, whatever
// function for names the host has registered, or none. Without it they are made
// of the names in the error: those of Go's fields, unless the host has
// registered a function that gives their JSON names. Give the value wherever a
// user chooses the keys of a map: without it, a key such as "0].a[1" cannot be
// told from indexes. More values than one are not looked at.
//
// A key of a map that is not plain (see [decorum.Path.UserKey]), that is neither
// a string nor an integer, or, without the value, any that is not a number, ends
// the path at the map; a field that JSON does not have ends it at the struct.
// Then there is no Span. Paths follow at most 64 steps.
//
// Violations come in the order of the document, maps in the order of their keys.
// Errors that err wraps or joins are told too; an *decorum.Error gives its own
// violations. The answer is nil only for a nil err: one that says nothing of
// fields is told as [decorum.Malformed], or as [decorum.WrongType] when the value
// was no struct.
func Violations(err error, value ...any) decorum.Violations {
	if err == nil {
		return nil
	}
	var f findings
	f.walk(err)
	var vs decorum.Violations
	for _, r := range f.reports(value) {
		for _, v := range faults(r.err) {
			vs = vs.Add(r.at.put(v))
		}
	}
	vs = vs.Join(nil, f.others)
	if !vs.HasErrors() {
		vs = vs.Join(nil, fault(decorum.Malformed))
	}
	return vs
}

// findings are what an error holds.
type findings struct {
	fields []validator.FieldError
	others decorum.Violations
}

func (f *findings) walk(err error) {
	for err != nil {
		switch e := err.(type) { //nolint:errorlint // the walk itself unwraps
		case validator.ValidationErrors:
			f.fields = append(f.fields, e...)
			return
		case validator.FieldError:
			f.fields = append(f.fields, e)
			return
		case *validator.InvalidValidationError:
			f.others = f.others.Add(decorum.Violation{
				Code: decorum.WrongType, Severity: decorum.SeverityError, Want: "a struct",
			})
			return
		case *decorum.Error:
			if e != nil {
				f.others = f.others.Join(nil, e.Violations)
			}
			return
		case interface{ Unwrap() []error }:
			for _, one := range e.Unwrap() {
				f.walk(one)
			}
			return
		}
		err = errors.Unwrap(err)
	}
}

// A report is one field error and where it stands.
type report struct {
	err validator.FieldError
	at  place
}

// reports returns the field errors in the order of the document.
func (f *findings) reports(value []any) []report {
	list := make([]report, 0, len(f.fields))
	var top reflect.Value
	if len(value) > 0 {
		top = reflect.ValueOf(value[0])
	}
	ranks := map[string]int{}
	for i, fe := range f.fields {
		if fe == nil {
			continue
		}
		at, ok := locate(top, holder(fe, fe.StructNamespace()))
		if !ok {
			namespace := holder(fe, fe.Namespace())
			head, _, _ := strings.Cut(namespace, "[")
			rank, seen := ranks[head]
			if !seen {
				rank = i
				ranks[head] = rank
			}
			at = guess(namespace, rank)
		}
		list = append(list, report{fe, at})
	}
	slices.SortStableFunc(list, func(a, b report) int { return a.at.compare(b.at) })
	return list
}

// holder returns the namespace of the value that the field error's violations
// have their paths in: for one of our types, the namespace without what
// checkStruct put at its end.
func holder(fe validator.FieldError, namespace string) string {
	if f, ours := fe.Value().(finding); ours {
		namespace = strings.TrimSuffix(namespace, dotted(f.Path))
	}
	return strings.TrimSuffix(namespace, ".")
}
