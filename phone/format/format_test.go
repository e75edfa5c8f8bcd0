package format_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/decorum-go/decorum/phone"
	"github.com/decorum-go/decorum/phone/format"
)

func Example() {
	n := phone.MustParse("+5491156121008")
	fmt.Println(format.International(n))
	fmt.Println(format.National(n))
	fmt.Println(format.RFC3966(n))
	// Output:
	// +54 9 11 5612-1008
	// 011 15-5612-1008
	// tel:+54-9-11-5612-1008
}

func ExampleInternational() {
	fmt.Println(format.International(phone.MustParse("+15162837151")))
	// Output: +1 516-283-7151
}

func ExampleNational() {
	fmt.Println(format.National(phone.MustParse("+15162837151")))
	// Output: (516) 283-7151
}

func ExampleRFC3966() {
	fmt.Println(format.RFC3966(phone.MustParse("+15162837151")))
	// Output: tel:+1-516-283-7151
}

func TestFormats(t *testing.T) {
	for _, c := range []struct{ text, international, national, link string }{
		{"", "", "", ""},
		{"+390236618300", "+39 02 3661 8300", "02 3661 8300", "tel:+39-02-3661-8300"},
		{"+5215512345678", "+52 15512345678", "15512345678", "tel:+52-15512345678"},
		{"+80012345678", "+800 1234 5678", "1234 5678", "tel:+800-1234-5678"},
		{"+3900", "+39 00", "00", "tel:+39-00"},
		{"+390001", "+39 0001", "0001", "tel:+39-0001"},
		{"+38398765432109876543", "+383 98765432109876543", "98765432109876543", "tel:+383-98765432109876543"},
		{"+12837151", "+1 2837151", "283-7151", "tel:+1-2837151"},
	} {
		var n phone.Number
		if err := n.UnmarshalText([]byte(c.text)); err != nil {
			t.Fatal(err)
		}
		if got := format.International(n); got != c.international {
			t.Errorf("%s: %q, want %q", c.text, got, c.international)
		}
		if got := format.National(n); got != c.national {
			t.Errorf("%s: %q, want %q", c.text, got, c.national)
		}
		if got := format.RFC3966(n); got != c.link {
			t.Errorf("%s: %q, want %q", c.text, got, c.link)
		}
	}
}

// FuzzFormat holds that international notation and links read as the number
// that they were written for.
func FuzzFormat(f *testing.F) {
	for _, s := range []string{"+15162837151", "+390236618300", "+3900", "+5215512345678", "+38398765432109876543", "+82011290", "+12837151"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		n, err := phone.Parse(s)
		if err != nil {
			return
		}
		for _, text := range []string{format.International(n), format.RFC3966(n)} {
			if back, err := phone.Parse(text); err != nil || back != n {
				t.Errorf("%q is %v, written %q, which reads as %v, %v", s, n, text, back, err)
			}
		}
		if text := format.National(n); strings.Trim(text, "0123456789 -/().*") != "" {
			t.Errorf("%v: %q", n, text)
		}
	})
}
