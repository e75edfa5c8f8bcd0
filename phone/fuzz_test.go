package phone_test

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/phone"
)

// seeds are inputs of which each has an oddity of its own.
var seeds = []struct{ text, region string }{
	{"+15162837151", "US"},      // plain
	{"tel:+1-516-283-7151", ""}, // a link

	// full-width
	{"＋１　（５１６）　２８３－７１５１", "SG"},

	{"011 15 5612-1008", "AR"},         // a rule that puts a 9 in front
	{"+82011290", "KR"},                // another number once its prefix is gone
	{"+44 00 7911 123456", "GB"},       // and one that would go on changing
	{"0002018456", "JP"},               // a rule that changes nothing
	{"0 41 11 98888-7777", "BR"},       // a carrier code
	{"8 10 44 7911 123456", "RU"},      // a prefix for international calls after another
	{"+00 1 650 253 0000", "DE"},       // and after a plus
	{"886123", "SM"},                   // an area code is put in front
	{"5;phone-context=+1;tel:x", "US"}, // what made other libraries panic
	{"+38398765432109876543", ""},      // as many digits as fit
	{"12", "US"},                       // as few
	{"000", "IT"},                      // zeros alone
	{"\u202A+15162837151\u202C", ""},   // marks copied along
	{"+1516\xFF2837151", ""},           // no UTF-8
	{"+15162837151 x12", "US"},         // an extension
	{"", ""},                           // nothing
	{strings.Repeat("2", 64), "ID"},    // as long as may be
}

func FuzzParse(f *testing.F) {
	for _, s := range seeds {
		f.Add(s.text)
	}
	f.Fuzz(func(t *testing.T, s string) {
		n, err := phone.Parse(s)
		holds(t, s, n, err)
	})
}

func FuzzParseRegion(f *testing.F) {
	for _, s := range seeds {
		f.Add(s.text, s.region)
	}
	f.Fuzz(func(t *testing.T, s, region string) {
		n, err := phone.ParseRegion(s, region)
		holds(t, s, n, err)
	})
}

func FuzzTranslate(f *testing.F) {
	for _, s := range seeds {
		f.Add(s.text, "+919876543210")
		f.Add("+390236618300", s.text)
	}
	f.Fuzz(func(t *testing.T, s, business string) {
		own, _ := phone.Parse(business)
		got, err := phone.Translate(s, own)
		holds(t, s, got.Number, err)
		if err != nil {
			return
		}
		if got.Validity != got.Number.Validity() || got.OK() != (len(got.Check()) == 0) {
			t.Errorf("%q: %+v", s, got)
		}
		if got.CountryAssumed && got.Number.CountryCode() != own.CountryCode() {
			t.Errorf("%q: the country of %v was assumed for %v", s, own, got.Number)
		}
		if got.CountryAssumed == strings.ContainsAny(s, "+＋") {
			t.Errorf("%q: assumed %v", s, got.CountryAssumed)
		}
	})
}

// holds checks what must hold of every answer.
func holds(t *testing.T, s string, n phone.Number, err error) {
	t.Helper()
	if err != nil {
		var e *decorum.Error
		if !errors.As(err, &e) || len(e.Violations) != 1 || !n.IsZero() {
			t.Fatalf("%q: %v, %#v", s, n, err)
		}
		v := e.Violations[0]
		if _, ok := v.Span.In(s); !ok || !v.Code.Known() || v.Severity != decorum.SeverityError {
			t.Errorf("%q: %+v", s, v)
		}
		if v.Code == decorum.InvalidUTF8 && utf8.ValidString(s) {
			t.Errorf("%q: %v", s, err)
		}
		return
	}
	text := n.String()
	if back, err := phone.Parse(text); err != nil || back != n {
		t.Errorf("%q is %v, which reads as %v, %v", s, n, back, err)
	}
	if len(text) < 4 || len(text) > 21 || text[0] != '+' || strings.Trim(text[1:], "0123456789") != "" || len(s) > phone.MaxInput {
		t.Errorf("%q is %q", s, text)
	}
	if !strings.HasSuffix(text, n.National()) || n.IsZero() || n.Compare(n) != 0 || n.Validity() == phone.ValidityUnspecified {
		t.Errorf("%q is %v: %s %v", s, n, n.National(), n.Validity())
	}
	if n.IsValid() != (n.Kind() != phone.KindUnknown) || n.IsValid() != (n.Check() == nil) || n.IsValid() && n.Region() == "" {
		t.Errorf("%q is %v: %v %v %q %v", s, n, n.Validity(), n.Kind(), n.Region(), n.Check())
	}
}
