package phone_test

import (
	"errors"
	"fmt"
	"log/slog"
	"os"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/phone"
)

// A contact's number, as it comes from a form.
func Example() {
	n, err := phone.Parse("+54 9 11 5612-1008")
	if err != nil {
		fmt.Println("no number:", err)
		return
	}
	fmt.Println(n)
	fmt.Println(n.Region(), n.Kind(), n.Validity())
	fmt.Println(n == phone.MustParse("+5491156121008"))
	// Output:
	// +5491156121008
	// AR mobile valid
	// true
}

func ExampleParse() {
	for _, s := range []string{"+1 (516) 283-7151", "+1 555 123 4567", "+1-800-FLOWERS", "516 283 7151"} {
		n, err := phone.Parse(s)
		fmt.Println(n, n.Validity(), err)
	}
	// Output:
	// +15162837151 valid <nil>
	// +15551234567 possible_only <nil>
	//  unspecified holds a character that may not stand here; remove it (at byte 7); want digits, not letters
	//  unspecified not well-formed; want a plus and the country calling code in front
}

func ExampleParse_place() {
	s := "+1 516 283 7151 ext. 12"
	_, err := phone.Parse(s)
	for v := range decorum.All(err) {
		part, _ := v.Span.In(s)
		fmt.Println(v.Code, part)
	}
	fmt.Println(errors.Is(err, decorum.Unsupported))
	// Output:
	// unsupported ext. 12
	// true
}

func ExampleMustParse() {
	service := phone.MustParse("+1 516 283 7151")
	fmt.Println(service.CountryCode(), service.National())
	// Output: 1 5162837151
}

func ExampleParseRegion() {
	for _, in := range []struct{ text, region string }{
		{"011 15 5612-1008", "AR"},
		{"07911 123456", "GB"},
		{"00 44 7911 123456", "DE"},
		{"02 3661 8300", "IT"},
	} {
		n, err := phone.ParseRegion(in.text, in.region)
		fmt.Println(n, n.Region(), err)
	}
	// Output:
	// +5491156121008 AR <nil>
	// +447911123456 GG <nil>
	// +447911123456 GG <nil>
	// +390236618300 IT <nil>
}

func ExampleTranslate() {
	business := phone.MustParse("+91 81234 56789")
	for _, s := range []string{"+1-631-555-1002", "6315551002", "1-631-555-1002"} {
		t, err := phone.Translate(s, business)
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(t.Number, t.OK())
		for _, v := range t.Check() {
			fmt.Println("  ", v)
		}
	}
	// Output:
	// +16315551002 true
	// +916315551002 false
	//    could mean more than one thing; be specific; want a plus and the country calling code in front
	// +9116315551002 false
	//    could mean more than one thing; be specific; want a plus and the country calling code in front
	//    not in its country's numbering plan; check the digits
}

func ExampleNumber_Check() {
	// Mexico's mobiles had a 1 after the country code until 2019.
	for _, v := range phone.MustParse("+52 1 55 1234 5678").Check() {
		fmt.Println(v)
	}
	// Output: 11 digits, at most 10
}

func ExampleNumber_AppendText() {
	line, _ := phone.MustParse("+1 516 283 7151").AppendText([]byte("to "))
	fmt.Println(string(line))
	// Output: to +15162837151
}

func ExampleNumber_LogValue() {
	log := slog.New(slog.NewTextHandler(os.Stdout, &slog.HandlerOptions{
		ReplaceAttr: func(_ []string, a slog.Attr) slog.Attr {
			if a.Key == slog.TimeKey {
				return slog.Attr{}
			}
			return a
		},
	}))
	log.Info("sent", "to", phone.MustParse("+1 516 283 7151"))
	// Output: level=INFO msg=sent to=+1********51
}
