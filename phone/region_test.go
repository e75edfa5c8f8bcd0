package phone_test

import (
	"errors"
	"testing"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/phone"
)

// TestParseRegionLeavesOutTheOwnCode: digits that begin with the region's own
// calling code lose it where they are no number with it and one without it, or
// too many; where they are a number as they are, they stay.
func TestParseRegionLeavesOutTheOwnCode(t *testing.T) {
	for _, c := range []struct{ region, digits, want string }{
		{"DE", "49041298415", "+4949041298415"},
		{"DE", "4962196036912", "+494962196036912"},
		{"DE", "49805187196", "+49805187196"},
		{"DE", "4981236362874", "+4981236362874"},
		{"IT", "3904353104", "+393904353104"},
		{"IT", "393655827738", "+393655827738"},
		{"BR", "5530051457", "+555530051457"},
		{"BR", "554734924504", "+554734924504"},
		{"IN", "9118005335", "+919118005335"},
		{"IN", "912670635459", "+912670635459"},
		{"US", "15162837151", "+15162837151"},
		{"US", "5162837151", "+15162837151"},
	} {
		if n, err := phone.ParseRegion(c.digits, c.region); err != nil || n.String() != c.want {
			t.Errorf("%s in %s: %v, %v, want %s", c.digits, c.region, n, err, c.want)
		}
	}
}

func TestWhatIsNoRegion(t *testing.T) {
	for _, region := range []string{"", "A", "AAA", "[A", "A[", "@A", "A@", "[[", "us", "ZZ", "\xff\xff"} {
		if n, err := phone.ParseRegion("5162837151", region); err == nil || !n.IsZero() || !errors.As(err, new(*decorum.Error)) {
			t.Errorf("%q: %v, %v", region, n, err)
		}
	}
}

// TestRegionsWithEveryLetter: the first and the last letter name regions, too, in
// either place.
func TestRegionsWithEveryLetter(t *testing.T) {
	for region, want := range map[string]string{
		"NZ": "+6421345678", "ZA": "+27711234567", "AZ": "+994401234567", "ZW": "+263712345678", "AE": "+971501234567",
	} {
		n, err := phone.ParseRegion(want, region)
		if err != nil || n.String() != want || n.Region() != region {
			t.Fatalf("%s: %v, %v, %s", region, n, err, n.Region())
		}
		if n, err := phone.ParseRegion("0"+n.National(), region); region != "ZW" && err != nil || n.IsZero() {
			t.Errorf("%s: %v, %v", region, n, err)
		}
	}
}

// TestTheCodeAfterThePrefixIsPointedAt: the prefix for international calls is no
// part of what is wrong.
func TestTheCodeAfterThePrefixIsPointedAt(t *testing.T) {
	_, err := phone.ParseRegion("00999123456", "DE")
	n := 0
	for v := range decorum.All(err) {
		n++
		if v.Code != decorum.UnknownCountryCode || v.Span.Start != 2 {
			t.Errorf("%+v", v)
		}
	}
	if n != 1 {
		t.Errorf("%v", err)
	}
}
