package link_test

import (
	"fmt"
	"testing"

	"github.com/decorum-go/decorum/whatsapp/link"
)

// TestPercentCodesAreReadInEitherCase: every letter and digit of a percent code
// that can be shown as text is.
func TestPercentCodesAreReadInEitherCase(t *testing.T) {
	for r := rune(0x100); r < 0x180; r++ {
		if r == 0x149 {
			continue // Unicode advises against it, so that it stays a code
		}
		text := string(r)
		lower, upper := "", ""
		for i := range len(text) {
			lower += fmt.Sprintf("%%%02x", text[i])
			upper += fmt.Sprintf("%%%02X", text[i])
		}
		for _, code := range []string{lower, upper} {
			if got, want := link.MustParse("https://example.com/a"+code).Display(), "https://example.com/a"+text; got != want {
				t.Errorf("%s is shown as %s, want %s", code, got, want)
			}
		}
	}
	for _, other := range []string{"%c4%8g", "%c4%8G", "%c4%8@", "%c4%8`", "%c4%8/", "%c4%8:", "%c4%8"} {
		if got := link.MustParse("https://example.com/a" + other + "b").Display(); got == "https://example.com/aČb" {
			t.Errorf("%s is shown as %s", other, got)
		}
	}
}
