package markup_test

import (
	"testing"
	"unicode"

	"github.com/decorum-go/decorum/whatsapp/markup"
)

// Every code point before a marker, after one, and within.
func TestEveryCodePointAtABoundary(t *testing.T) {
	if testing.Short() {
		t.Skip("a million code points")
	}
	if unicode.Version != markup.WordVersion {
		t.Skip("this Go release has Unicode " + unicode.Version)
	}
	bold := func(s string) bool {
		for r := range markup.Runs(s) {
			if r.Style != 0 {
				return true
			}
		}
		return false
	}
	for r := rune(1); r <= unicode.MaxRune; r++ {
		if 0xD800 <= r && r < 0xE000 || r == '*' || r == '_' || r == '~' || r == '`' {
			continue
		}
		word := wordRune(r)
		if got := bold(string(r) + "*b*"); got == word {
			t.Errorf("%U before a marker: bold is %v", r, got)
		}
		// U+FE0F alone makes no keycap.
		if got := bold("*b*" + string(r)); got == (word || r == 0x20E3) {
			t.Errorf("%U after a marker: bold is %v", r, got)
		}
		if got := bold("x *" + string(r) + "b" + string(r) + "*"); got == (space(r) || r == 0x20E3) {
			t.Errorf("%U within: bold is %v", r, got)
		}
	}
}
