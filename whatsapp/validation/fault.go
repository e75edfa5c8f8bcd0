package validation

import (
	"reflect"
	"strings"

	"github.com/go-playground/validator/v10"

	"github.com/decorum-go/decorum"
)

// faults returns what a field error says, without the place of the field.
func faults(fe validator.FieldError) decorum.Violations {
	if f, ours := fe.Value().(finding); ours {
		return decorum.Violations{f.Violation}
	}
	if fe.ActualTag() == ruleTag {
		return ownFaults(fe)
	}
	v := builtIn(fe)
	v.Severity = decorum.SeverityError
	if !isWant(v.Want) {
		v.Want = ""
	}
	return decorum.Violations{v}
}

// ownFaults applies the rule behind one of our tags again, to tell all that it
// finds.
func ownFaults(fe validator.FieldError) decorum.Violations {
	r, limits, known := read(fe.Param())
	switch {
	case absent(fe):
		return fault(decorum.Required)
	case known && fe.Kind() != reflect.String:
		return decorum.Violations{{Code: decorum.WrongType, Severity: decorum.SeverityError, Want: "a string"}}
	case known:
		if vs := r.apply(textOf(fe), limits); vs.HasErrors() {
			return vs
		}
	}
	v := malformed(fe)
	v.Severity = decorum.SeverityError
	return decorum.Violations{v}
}

// absent reports whether the field is a nil pointer or interface.
func absent(fe validator.FieldError) bool {
	switch fe.Kind() {
	case reflect.Pointer, reflect.Interface, reflect.Invalid:
		return true
	default:
		return false
	}
}

func textOf(fe validator.FieldError) string {
	if v := reflect.ValueOf(fe.Value()); v.Kind() == reflect.String {
		return v.String()
	}
	return ""
}

// malformed is what a tag without a code of its own says: the name of the tag.
func malformed(fe validator.FieldError) decorum.Violation {
	return decorum.Violation{Code: decorum.Malformed, Want: tagName(fe.Tag())}
}

// tagName returns the tag, or the alternatives "a|b", as words: without
// parameters, and with our own names.
func tagName(tag string) string {
	names := strings.Split(tag, "|")
	for i, name := range names {
		name, param, _ := strings.Cut(name, "=")
		if name == ruleTag {
			name, _, _ = strings.Cut(param, " ")
		}
		if !isTag(name) {
			return ""
		}
		names[i] = name
	}
	return strings.Join(names, ", ")
}

// isTag reports whether s looks like a tag of a program's: 1 to 64 bytes of
// ASCII letters, digits, "_", "-" and ".".
func isTag(s string) bool {
	var root decorum.Path
	p := root.UserKey(s)
	return p.String() != ""
}

// isWant reports whether s may stand in a violation: up to 512 bytes of
// printable ASCII.
func isWant(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' {
			return false
		}
	}
	return len(s) <= 512
}
