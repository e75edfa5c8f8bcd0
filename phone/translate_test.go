package phone_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/phone"
)

func TestES2Translate(t *testing.T) {
	india := phone.MustParse("+91 81234 56789")
	violation := func(code decorum.Code, want string) decorum.Violation {
		return decorum.Violation{Code: code, Severity: decorum.SeverityError, Want: want}
	}
	assumed := violation(decorum.Ambiguous, "a plus and the country calling code in front")
	for _, c := range []struct {
		in, number string
		assumed    bool
		validity   phone.Validity
		yes        bool
		check      decorum.Violations
	}{
		// The five rows of the guide's table.
		{"+1-631-555-1002", "+16315551002", false, phone.Valid, true, nil},
		{"6315551002", "+916315551002", true, phone.Valid, false, decorum.Violations{assumed}},
		{
			"1-631-555-1002", "+9116315551002", true, phone.PossibleOnly, false,
			decorum.Violations{assumed, violation(decorum.NotInPlan, "")},
		},
		{"+1 (516) 283-7151", "+15162837151", false, phone.Valid, true, nil},
		{"+54 9 11 5612-1008", "+5491156121008", false, phone.Valid, true, nil},
		// Beyond them.
		{"tel:+1-631-555-1002", "+16315551002", false, phone.Valid, true, nil},
		{"(+1) 631 555 1002", "+16315551002", false, phone.Valid, true, nil},
		{"098765 43210", "+919876543210", true, phone.Valid, false, decorum.Violations{assumed}},
		{"81", "+9181", true, phone.TooShort, false, decorum.Violations{assumed, {
			Code: decorum.TooShort, Severity: decorum.SeverityError, Unit: decorum.Digits, Limit: 8, Actual: 2,
		}}},
		{"+1 555 123 4567", "+15551234567", false, phone.PossibleOnly, false, decorum.Violations{violation(decorum.NotInPlan, "")}},
	} {
		got, err := phone.Translate(c.in, india)
		if err != nil {
			t.Errorf("%q: %v", c.in, err)
			continue
		}
		want := phone.Translation{Number: phone.MustParse(c.number), CountryAssumed: c.assumed, Validity: c.validity}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q: (-want +got)\n%s", c.in, diff)
		}
		if got.Number.String() != c.number || got.OK() != c.yes {
			t.Errorf("%q: %v, yes %v", c.in, got.Number, got.OK())
		}
		if diff := cmp.Diff(c.check, got.Check()); diff != "" {
			t.Errorf("%q: (-want +got)\n%s", c.in, diff)
		}
	}
}

func TestES2TranslateRefuses(t *testing.T) {
	india := phone.MustParse("+91 81234 56789")
	for _, c := range []struct {
		in       string
		business phone.Number
		want     decorum.Code
	}{
		{"6315551002", phone.Number{}, decorum.Malformed},
		{"", india, decorum.Required},
		{"1-800-FLOWERS", india, decorum.ForbiddenCharacter},
		{"6315551002 x12", india, decorum.Unsupported},
		{"+999 12345", india, decorum.UnknownCountryCode},
		{"1234567890123456789", india, decorum.TooLong},
		// India's prefix for international calls is no national number of India's.
		{"00 1 631 555 1002", india, decorum.Ambiguous},
	} {
		got, err := phone.Translate(c.in, c.business)
		if !errors.Is(err, c.want) || got != (phone.Translation{}) {
			t.Errorf("%q: %v %v, want %s", c.in, got, err, c.want)
		}
	}
	// With a plus the business does not matter.
	if got, err := phone.Translate("+16315551002", phone.Number{}); err != nil || !got.OK() {
		t.Error(got, err)
	}
	// The zero Translation is no yes.
	if zero := (phone.Translation{}); zero.OK() || !zero.Check().Has(decorum.Required) {
		t.Error("the zero Translation")
	}
}
