package validation

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"

	"github.com/go-playground/validator/v10"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/template"
)

// A finding is a violation on its way through validator: it is the value of a
// field error that the check of a type reports. Nothing of it is put into words
// and read back, so nothing gets lost.
type finding struct{ decorum.Violation }

// typed are the checks by type.
type typed struct {
	checks map[reflect.Type]func(any) decorum.Violations
	// packages are those of this library's types.
	packages map[string]bool
}

// registerTypes adds the checks, and makes sure that they run: validator looks for
// them when it first sees a type, and never again.
func registerTypes(v *validator.Validate, limits template.Limits, checks []Check) error {
	own := library(limits)
	t := typed{map[reflect.Type]func(any) decorum.Violations{}, map[string]bool{}}
	for _, typ := range own.types {
		t.packages[typ.PkgPath()] = true
	}
	var samples []any
	var types []reflect.Type
	for _, c := range append([]Check{own}, checks...) {
		if err := c.wrong(); err != nil {
			return err
		}
		for _, typ := range c.types {
			t.checks[typ] = c.check
			types = append(types, typ)
			samples = append(samples, reflect.Zero(typ).Interface())
		}
	}
	seen := map[reflect.Type]bool{} // nil once all are registered
	v.RegisterStructValidation(func(sl validator.StructLevel) {
		if seen != nil {
			seen[sl.Current().Type()] = true
			return
		}
		t.judge(sl)
	}, samples...)
	for _, typ := range types {
		if err := try(v, typ); err != nil {
			return err
		}
		if !seen[typ] {
			return fmt.Errorf("validation: this validator has been used with %v before Register, or takes it for another type than a struct", typ)
		}
	}
	seen = nil
	return nil
}

// try shows the validator a field of a type.
func try(v *validator.Validate, typ reflect.Type) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("validation: this validator cannot read %v: %v", typ, r)
		}
	}()
	holder := reflect.StructOf([]reflect.StructField{{Name: "Field", Type: typ}})
	_ = v.Struct(reflect.Zero(holder).Interface()) // what is wrong with the value does not matter
	return nil
}

// judge reports what the check of the current struct's type finds. What stands
// within another type with a check is that one's to judge. A value that draws
// nothing but warnings passes. What stands in a field that is not exported cannot
// be read, and does not pass unread.
func (t *typed) judge(sl validator.StructLevel) {
	current := sl.Current()
	if t.within(sl.Parent(), current) {
		return
	}
	vs := fault(decorum.Unsupported)
	if current.CanInterface() {
		vs = t.checks[current.Type()](current.Interface())
	}
	if !vs.HasErrors() {
		return
	}
	for _, v := range vs {
		name := dotted(v.Path)
		param := ""
		if v.Unit != 0 {
			param = strconv.FormatInt(v.Limit, 10)
		}
		sl.ReportError(finding{v}, name, name, string(v.Code), param)
	}
}

// within reports whether current stands in another type with a check: the parent
// is one, or is a part of one of this library's that cannot be read from outside.
func (t *typed) within(parent, current reflect.Value) bool {
	if !parent.IsValid() || parent.Type() == current.Type() {
		return false
	}
	return t.checks[parent.Type()] != nil || !current.CanInterface() && t.packages[parent.Type().PkgPath()]
}

// dotted returns a JSON Pointer as validator writes places: "buttons[2].title"
// for "/buttons/2/title".
func dotted(pointer string) string {
	var b strings.Builder
	for pointer != "" {
		token, rest, more := strings.Cut(pointer[1:], "/")
		if more {
			rest = "/" + rest
		}
		pointer = rest
		switch {
		case digits(token):
			b.WriteString("[" + token + "]")
		case b.Len() > 0:
			b.WriteString("." + token)
		default:
			b.WriteString(token)
		}
	}
	return b.String()
}

// digits reports whether s is made of 1 to 9 decimal digits.
func digits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != "" && len(s) <= 9
}
