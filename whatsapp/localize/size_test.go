package localize_test

import (
	"math"
	"strings"
	"testing"

	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/number"

	"github.com/decorum-go/decorum/whatsapp/localize"
)

func TestAT1MegabytesAre1048576Bytes(t *testing.T) {
	const mb = 1_048_576
	for _, test := range []struct {
		tag   string
		bytes int64
		want  string
	}{
		{"en", 0, "0 bytes"},
		{"en", 1, "1 byte"},
		{"en", 2, "2 bytes"},
		{"en", 1023, "1023 bytes"},
		{"en", 1024, "1 KB"},
		{"en", 1025, "1 KB"},
		{"en", 1126, "1 KB"},
		{"en", 1127, "1.1 KB"},
		{"en", 1535, "1.4 KB"},
		{"en", 1536, "1.5 KB"},
		{"en", 2047, "1.9 KB"},
		{"en", 2048, "2 KB"},
		{"en", mb - 1, "1023.9 KB"},
		{"en", mb, "1 MB"},
		{"en", mb + 1, "1 MB"},
		{"en", 100*mb - 1, "99.9 MB"},
		{"en", 100 * mb, "100 MB"},
		{"en", 100*mb + 1, "100 MB"},
		{"en", 1<<30 - 1, "1023.9 MB"},
		{"en", 1 << 30, "1 GB"},
		{"en", 1 << 40, "1 TB"},
		{"en", 1 << 50, "1 PB"},
		{"en", 1<<60 - 1, "1023.9 PB"},
		{"en", 1 << 60, "1 EB"},
		{"en", math.MaxInt64, "7.9 EB"},
		{"en", -1, "minus 1 byte"},
		{"en", -1536, "minus 1.5 KB"},
		{"en", math.MinInt64, "minus 8 EB"},
		{"es", 3 * mb / 2, "1,5 MB"},
		{"es_MX", 3 * mb / 2, "1.5 MB"},
		{"pt", -3 * mb / 2, "menos 1,5 MB"},
		{"de", 1, "1 Byte"},
		{"de", 512, "512 Byte"},
		{"fr", 3 * mb / 2, "1,5\u00A0Mo"},
		{"fr", 0, "0 octet"},
		{"hi", 3 * mb / 2, "1.5 MB"},
		{"id", 512, "512 byte"},
		{"ar", 2, "بايتان"},
		{"ar", 3 * mb / 2, "1.5 ميغابايت"},
		{"ar_MA", 3 * mb / 2, "1,5 ميغابايت"},
		{"ar_EG", 3 * mb / 2, "١٫٥ ميغابايت"},
		{"ar_EG", -512, "ناقص ٥١٢ بايت"},
	} {
		if got := localize.For(test.tag).Size(test.bytes); got != test.want {
			t.Errorf("%s: Size(%d) = %q, want %q", test.tag, test.bytes, got, test.want)
		}
	}
}

// The decimal marks agree with those of x/text, whose tables are of another
// CLDR, wherever the two CLDRs agree. Arabic is left out: see the package's
// documentation.
func TestDecimalMarksAgreeWithXText(t *testing.T) {
	tags := map[string]string{
		"en": "US GB IN AU CA IE",
		"es": "ES AR BO CL CO CR CU DO EC GQ GT HN MX NI PA PE PH PR PY SV US UY VE 419",
		"pt": "BR PT AO MZ",
		"de": "DE AT BE CH LI LU",
		"fr": "FR BE CA CH LU MA",
		"hi": "IN",
		"id": "ID",
	}
	for lang, regions := range tags {
		for region := range strings.FieldsSeq(" " + regions) {
			tag := lang + "-" + region
			want := message.NewPrinter(language.MustParse(tag)).Sprint(number.Decimal(1.5))
			if got := localize.For(tag).Size(1536); !strings.HasPrefix(got, want) {
				t.Errorf("%s: %q, x/text has %q", tag, got, want)
			}
		}
	}
}

// The CLDR 48 (main/ar*/numbers.json, defaultNumberingSystem and symbols).
func TestArabicNumbersByRegion(t *testing.T) {
	for number, regions := range map[string]string{
		"1.5": "AE EH 001 XX",
		"1,5": "DZ LY MA TN",
		"١٫٥": "BH DJ EG ER IL IQ JO KM KW LB MR OM PS QA SA SD SO SS SY TD YE",
	} {
		for region := range strings.FieldsSeq(regions) {
			if got := localize.For("ar_" + region).Size(1536); got != number+" كيلوبايت" {
				t.Errorf("ar_%s: %q, want %s", region, got, number)
			}
		}
	}
}
