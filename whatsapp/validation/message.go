package validation

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/go-playground/validator/v10"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/location"
	"github.com/decorum-go/decorum/phone"
	"github.com/decorum-go/decorum/template"
	"github.com/decorum-go/decorum/whatsapp/identity"
)

// A finding is a violation on its way through validator: it is the value of a
// field error that a rule for one of our types reports. Nothing of it is put
// into words and read back, so nothing gets lost.
type finding struct{ decorum.Violation }

// broken returns one value of each of our types that Check looks at. Each
// breaks a rule under any limits.
func broken() []any {
	return []any{
		template.Notification{},
		template.Filled{},
		template.ReplyButtons{},
		template.List{},
		template.CallToAction{},
		template.LocationRequest{},
		template.Flow{},
		template.Product{},
		template.ProductList{},
		template.ProductCarousel{},
		template.Catalogue{},
		template.Address{},
		template.Carousel{},
		template.ContactRequest{},
		template.UnknownStructured{},
		location.Place{Name: "\xff"},
		location.Maps{Size: location.Size{Width: -1}},
		identity.Identity{
			WhatsAppID: identity.MustParseWhatsAppID("15162837151"), Number: phone.MustParse("+442071838750"),
		},
	}
}

// registerTypes adds the rules for our types, and makes sure that they run:
// validator looks for them when it first sees a type, and never again.
func registerTypes(v *validator.Validate, limits template.Limits) error {
	all := broken()
	own := make([]reflect.Type, len(all))
	for i, s := range all {
		own[i] = reflect.TypeOf(s)
	}
	v.RegisterStructValidation(func(sl validator.StructLevel) { checkStruct(sl, own, limits) }, all...)
	for _, s := range all {
		if err := runs(v, s); err != nil {
			return err
		}
	}
	return nil
}

func runs(v *validator.Validate, sample any) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("validation: this validator cannot read %T: %v", sample, r)
		}
	}()
	var fields validator.ValidationErrors
	if errors.As(v.Struct(sample), &fields) {
		for _, fe := range fields {
			if _, ours := fe.Value().(finding); ours {
				return nil
			}
		}
	}
	return fmt.Errorf("validation: this validator has been used with %T before Register", sample)
}

// checkStruct reports what Check finds in the current struct, one of our types.
// What stands within another one of our types is that one's to judge. A message
// that draws nothing but warnings passes.
func checkStruct(sl validator.StructLevel, own []reflect.Type, limits template.Limits) {
	current := sl.Current()
	if within(sl.Parent(), current, own) {
		return
	}
	vs := check(current, limits)
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

// within reports whether current stands in one of our own types: the parent is
// one, or is a part of one that cannot be read from outside.
func within(parent, current reflect.Value, own []reflect.Type) bool {
	if !parent.IsValid() || parent.Type() == current.Type() {
		return false
	}
	t := parent.Type()
	return slices.Contains(own, t) || !current.CanInterface() && slices.ContainsFunc(own, func(o reflect.Type) bool {
		return o.PkgPath() == t.PkgPath()
	})
}

// check returns what the value's Check does. What stands in a field that is not
// exported cannot be read, and does not pass unread.
func check(current reflect.Value, limits template.Limits) decorum.Violations {
	if current.CanInterface() {
		switch m := current.Interface().(type) {
		case interface {
			Check(l template.Limits) decorum.Violations
		}:
			return m.Check(limits)
		case interface{ Check() decorum.Violations }:
			return m.Check()
		}
	}
	return fault(decorum.Unsupported)
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
