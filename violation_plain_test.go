package decorum_test

import (
	"strings"
	"testing"

	"github.com/decorum-go/decorum"
)

func TestPlainLeavesOnlyWhatMayBeShown(t *testing.T) {
	whole := decorum.Violation{
		Code: decorum.TooLong, Severity: decorum.SeverityError, Path: "/buttons/2/title",
		Span: decorum.Span{Start: 1, End: 2}, Limit: 20, Actual: 23, Unit: decorum.CodePoints,
		Want: "ready, active",
	}
	with := func(change func(*decorum.Violation)) decorum.Violation {
		v := whole
		change(&v)
		return v
	}
	tests := []struct {
		name     string
		in, want decorum.Violation
	}{
		{"nothing to take away", whole, whole},
		{"zero", decorum.Violation{}, decorum.Violation{}},
		{
			"a user's key ends the path",
			with(func(v *decorum.Violation) { v.Path = "/map/a\nb/title" }),
			with(func(v *decorum.Violation) { v.Path = "/map" }),
		},
		{
			"a key that may be a telephone number ends the path",
			with(func(v *decorum.Violation) { v.Path = "/contacts/15162837151/name" }),
			with(func(v *decorum.Violation) { v.Path = "/contacts" }),
		},
		{
			"one of six digits does not",
			with(func(v *decorum.Violation) { v.Path = "/contacts/516-28.3/name" }),
			with(func(v *decorum.Violation) { v.Path = "/contacts/516-28.3/name" }),
		},
		{
			"one of seven does, whatever stands between",
			with(func(v *decorum.Violation) { v.Path = "/contacts/516-283.7/name" }),
			with(func(v *decorum.Violation) { v.Path = "/contacts" }),
		},
		{
			"a path of more than 256 bytes ends at a token",
			with(func(v *decorum.Violation) { v.Path = strings.Repeat("/123", 100) }),
			with(func(v *decorum.Violation) { v.Path = strings.Repeat("/123", 64) }),
		},
		{
			"a want that is not ASCII",
			with(func(v *decorum.Violation) { v.Want = "caf\u00e9" }),
			with(func(v *decorum.Violation) { v.Want = "" }),
		},
		{
			"a want of 513 bytes",
			with(func(v *decorum.Violation) { v.Want = strings.Repeat("x", 513) }),
			with(func(v *decorum.Violation) { v.Want = "" }),
		},
		{
			"a code without the shape of one",
			with(func(v *decorum.Violation) { v.Code = "Too Long" }),
			with(func(v *decorum.Violation) { v.Code = "" }),
		},
		{
			"a code of a later version stays",
			with(func(v *decorum.Violation) { v.Code = "too_blue" }),
			with(func(v *decorum.Violation) { v.Code = "too_blue" }),
		},
		{
			"a unit that is none",
			with(func(v *decorum.Violation) { v.Unit = 99 }),
			with(func(v *decorum.Violation) { v.Unit, v.Limit, v.Actual = 0, 0, 0 }),
		},
	}
	for _, test := range tests {
		got := test.in.Plain()
		if got != test.want {
			t.Errorf("%s: Plain() = %#v, want %#v", test.name, got, test.want)
		}
		if got.Plain() != got {
			t.Errorf("%s: Plain is not idempotent", test.name)
		}
		if got.String() != test.in.String() {
			t.Errorf("%s: String() differs: %q, %q", test.name, got.String(), test.in.String())
		}
	}
}
