// Package format writes telephone numbers as people read them: in the
// international and national notation of ITU-T E.123 with each country's own
// grouping, and as links of RFC 3966. It goes through phonenumbers, the Go port
// of libphonenumber, and brings its weight along; a program that needs no more
// than E.164 has it from [phone.Number.String] alone.
//
// The notations are for people. To keep or compare numbers, use the Number.
package format

import (
	"strconv"
	"strings"

	"github.com/nyaruka/phonenumbers/v2"

	"github.com/decorum-go/decorum/phone"
)

// International returns the number in international notation, such as
// "+1 516-283-7151"; "" for the zero Number. A number that the country has no
// grouping for comes without one: "+52 15512345678".
func International(n phone.Number) string { return write(n, phonenumbers.INTERNATIONAL) }

// National returns the number as it is written in its own country, with the
// national prefix where that is the custom, such as "(516) 283-7151"; "" for
// the zero Number.
func National(n phone.Number) string { return write(n, phonenumbers.NATIONAL) }

// RFC3966 returns the number as a link, such as "tel:+1-516-283-7151"; "" for
// the zero Number.
func RFC3966(n phone.Number) string { return write(n, phonenumbers.RFC3966) }

func write(n phone.Number, notation phonenumbers.PhoneNumberFormat) string {
	if n.IsZero() {
		return ""
	}
	// The number is put together, not parsed: whatever it is, its digits are
	// the ones that are written.
	national := n.National()
	significant := strings.TrimLeft(national[:len(national)-1], "0") + national[len(national)-1:]
	value, err := strconv.ParseUint(significant, 10, 64)
	if err != nil {
		// Out of reach: a national number has 2 to 17 digits.
		return n.String()
	}
	number := phonenumbers.PhoneNumber{
		CountryCode:    new(int32(n.CountryCode())),
		NationalNumber: new(value),
	}
	if zeros := len(national) - len(significant); zeros > 0 {
		number.ItalianLeadingZero = new(true)
		number.NumberOfLeadingZeros = new(int32(zeros))
	}
	return phonenumbers.Format(&number, notation)
}
