package validation

import (
	"errors"
	"fmt"
	"reflect"

	"github.com/go-playground/validator/v10"

	"github.com/decorum-go/decorum/emoji"
	"github.com/decorum-go/decorum/location"
	"github.com/decorum-go/decorum/phone"
	"github.com/decorum-go/decorum/template"
	"github.com/decorum-go/decorum/whatsapp/identity"
)

// Register adds the tags of this package to v, judges our own types in a host's
// structs by their Check, and others by the checks given, and lets v see our values
// as the texts that they are, so that "required" refuses the zero phone.Number. The
// limits are those that texts and messages are measured by; template.Workspace has
// the default ones. A type that stands in several checks, or is ours, is judged by
// the last of them.
//
// Call it once for each v, after the host's own registrations and before v is
// used: that is what validator asks of all registrations. A tag that v has
// already stays what it is; Register adds nothing under that name. Of rules for
// a whole struct validator keeps one for each type, so those that a host has for
// the same types give way to these.
//
// The error is a plain one, for a program to be mended: v is nil, is registered
// already, or has been used with one of the types before, or a check has no
// function, or is for what is no struct or what v takes for something else: a
// time.Time, a type given to RegisterCustomTypeFunc, or a value of ours that is
// shown as its text. After an error v should not be used.
func Register(v *validator.Validate, limits template.Limits, checks ...Check) error {
	if v == nil {
		return errors.New("validation: Register needs a validator")
	}
	if has(v, ruleTag) {
		return errors.New("validation: this validator has the rules already")
	}
	if err := v.RegisterValidation(ruleTag, field(tagAll(&limits))); err != nil {
		return fmt.Errorf("validation: %w", err)
	}
	for i := range rules {
		if r := &rules[i]; !has(v, r.tag) {
			v.RegisterAlias(r.tag, ruleTag+"="+r.parameterOf(&limits))
		}
	}
	v.RegisterCustomTypeFunc(asText,
		phone.Number{}, identity.WhatsAppID{}, identity.UserID{}, identity.Username{}, emoji.Emoji{}, location.MapURL{},
		location.Point{})
	return registerTypes(v, limits, checks)
}

// has reports whether v knows the tag. An unknown tag panics when it is read;
// omitempty keeps a known one from being run.
func has(v *validator.Validate, tag string) (known bool) {
	defer func() {
		if recover() != nil {
			known = false
		}
	}()
	_ = v.Var("", "omitempty,"+tag)
	return true
}

// field returns the one validation behind all tags.
func field(all map[string]tagged) validator.Func {
	return func(fl validator.FieldLevel) bool {
		t, known := all[fl.Param()]
		f := fl.Field()
		return known && f.Kind() == reflect.String && t.passes(f.String())
	}
}

// asText shows validator one of our values as its text, which is empty for the
// zero value.
func asText(v reflect.Value) any {
	switch {
	case v.IsZero():
		return ""
	case !v.CanInterface():
		return unreadable
	}
	text, ok := v.Interface().(fmt.Stringer)
	if !ok {
		return unreadable
	}
	return text.String()
}

// unreadable stands for a value in a field that is not exported, which nobody
// but its own package may read. No tag of ours lets it through.
const unreadable = "\xff"
