package phone_test

import (
	"testing"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/phone"
)

func TestParseRegion(t *testing.T) {
	for _, c := range []struct{ in, region, want, why string }{
		{"0343 15 555 1212", "AR", "+5493435551212", "the 15 after the area code becomes the 9 before it"},
		{"343 15 555 1212", "AR", "+5493435551212", "without national prefix too"},
		{"0 41 11 98888-7777", "BR", "+5511988887777", "carrier code"},
		{"11 98888-7777", "BR", "+5511988887777", "no prefix"},
		{"1832 412 345 678", "AU", "+61412345678", "Australia's carrier code"},
		{"011 86 131 2345 6789", "US", "+8613123456789", "prefix for international calls"},
		{"1 516 283 7151", "US", "+15162837151", "national prefix"},
		{"464 1234", "AG", "+12684641234", "the island's own area code is put in front"},
		{"07911 123456", "GB", "+447911123456", "national prefix"},
		{"123456", "GG", "+44123456", "not in front of a number that cannot be there"},
		{"221234", "GG", "+441481221234", "Guernsey's area code is put in front"},
		{"221 2345", "GG", "+442212345", "but not in front of a seventh digit"},
		{"8 800 555 35 35", "RU", "+78005553535", "one 8 is the national prefix"},
		{"800 555 35 35", "RU", "+78005553535", "the other belongs to the number"},
		{"06 6981 2345", "IT", "+390669812345", "Italy keeps its zero"},
		{"886123", "SM", "+3780549886123", "San Marino's area code is put in front"},
		{"06 20 123 4567", "HU", "+36201234567", "a prefix of two digits"},
		{"8 10 44 7911 123456", "RU", "+447911123456", "prefix for international calls after another"},
		{"810 44 7911 123456", "RU", "+447911123456", "and in one"},
		{"44 7911 123456", "GB", "+447911123456", "own calling code"},
		{"+1 650 253 0000", "NZ", "+16502530000", "a plus goes before the region"},
		{"+1 650 253 0000", "", "+16502530000", "no region is needed then"},
		{"+1 650 253 0000", "🇺🇸", "+16502530000", "whatever it is"},
		{"+00 1 650 253 0000", "DE", "+16502530000", "a plus and the prefix for international calls"},
		{"000 1 650 253 0000", "IT", "+3900016502530000", "no calling code begins with 0, so 00 is no prefix here"},
		{"12", "DE", "+4912", "two digits side by side"},
		{"12", "AL", "+35512", "fewer digits than the region's calling code"},
		{"49 030 123456789012345", "DE", "+4930123456789012345", "own calling code before more digits than a number has"},
	} {
		n, err := phone.ParseRegion(c.in, c.region)
		if err != nil || n.String() != c.want {
			t.Errorf("%q in %s (%s): %v %v, want %s", c.in, c.region, c.why, n, err, c.want)
		}
	}
	for _, c := range []struct {
		in, region string
		want       decorum.Code
	}{
		{"123 456 7890", "", decorum.Unknown},
		{"123 456 7890", "ZZ", decorum.Unknown},
		{"123 456 7890", "us", decorum.Unknown},
		{"123 456 7890", "USA", decorum.Unknown},
		{"123 456 7890", "U\x80", decorum.Unknown},
		{"123 456 7890", "001", decorum.Unknown},
		{"0044", "GB", decorum.TooShort},
		{"00", "GB", decorum.TooShort},
		{"011", "US", decorum.TooShort},
		{"00 999 12345", "GB", decorum.UnknownCountryCode},
		{"+ 00 210 3 331 6005", "NZ", decorum.UnknownCountryCode},
		{"+210 3456 56789", "NZ", decorum.UnknownCountryCode},
		{"+999", "", decorum.UnknownCountryCode},
		{"1", "US", decorum.TooShort},
		{"x", "US", decorum.ForbiddenCharacter},
		{"1832 0412 345 678", "AU", decorum.Ambiguous},
	} {
		n, err := phone.ParseRegion(c.in, c.region)
		if got := codeOf(err); got != c.want || !n.IsZero() {
			t.Errorf("%q in %q: %v %v, want %s", c.in, c.region, n, err, c.want)
		}
	}
}
