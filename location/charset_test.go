package location_test

import (
	"strings"
	"testing"

	"github.com/decorum-go/decorum/location"
)

const (
	alphanumeric = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
	coordinates  = "{LATITUDE},{LONGITUDE}"
)

// TestLO2EveryASCIICharacter puts each into the places of a template and of a
// place's own URL.
func TestLO2EveryASCIICharacter(t *testing.T) {
	parses := func(template string) bool {
		_, err := location.ParseMapURL(template)
		return err == nil
	}
	for c := range byte(0x80) {
		in := func(set string) bool { return strings.IndexByte(set, c) >= 0 }
		char := string(rune(c))
		inPath := in(alphanumeric + "-._~:/?#[]@!$&'()*+,;=|")
		if got := parses("https://example.com/a" + char + "b" + coordinates); got != inPath {
			t.Errorf("%q in the path: %v", char, got)
		}
		// The same in a customer's URL, where braces have no meaning.
		own := "https://example.com/a" + char + "b"
		if got := (location.Place{URL: own}).Link() != ""; got != (inPath || in("{}")) {
			t.Errorf("%q in a link: %v", char, got)
		}
		// A slash, a question mark and a number sign end the host.
		if got, want := parses("https://a"+char+"b/"+coordinates), in(alphanumeric+"-_./?#"); got != want {
			t.Errorf("%q in the host: %v", char, got)
		}
		if got, want := parses("https://example.com:1"+char+"/"+coordinates), in("0123456789/?#"); got != want {
			t.Errorf("%q in the port: %v", char, got)
		}
		hex := in("0123456789ABCDEFabcdef")
		if got := parses("https://example.com/%a" + char + coordinates); got != hex {
			t.Errorf("%q as the second digit of an escape: %v", char, got)
		}
		if got := parses("https://example.com/%" + char + "a" + coordinates); got != hex {
			t.Errorf("%q as the first digit of an escape: %v", char, got)
		}
	}
}

func TestPresetsEveryASCIICharacterInAKey(t *testing.T) {
	for c := range byte(0x80) {
		m, err := location.Google("k" + string(rune(c)))
		if ok := c > ' ' && c < 0x7F; (err == nil) != ok {
			t.Errorf("%q: %v", c, err)
			continue
		}
		if err != nil {
			continue
		}
		plain := strings.IndexByte(alphanumeric+"-._~", c) >= 0
		if got := strings.HasSuffix(m.Preview.String(), "key=k"+string(rune(c))); got != plain {
			t.Errorf("%q: %s", c, m.Preview)
		}
	}
}

func TestRedactedNamesInAnyCaseAndEscape(t *testing.T) {
	for _, name := range []string{"key", "AUTH", "TOKEN", "%41PIKEY", "a%70ikey", "%4Bey", "to%4ben", "to%6Ben", "toke%6e", "jwt", "JWT", "a%6B", "ke%79", "KE%59"} {
		u := location.MustParseMapURL("https://example.com/?q=" + coordinates + "&" + name + "=v")
		if want := "&" + name + "=xxxxx"; !strings.HasSuffix(u.Redacted(), want) {
			t.Errorf("%s, want %s", u.Redacted(), want)
		}
	}
	// Long words of letters and digits, whichever they are.
	for _, word := range []string{
		"AZaz09_-%41AZaz0", "aaaaaaaaaaaaaaa0", "aaaaaaaaaaaaaaa9", "000000000000000A", "000000000000000z", "0-0-0-0-0-0-0-0a",
	} {
		u := location.MustParseMapURL("https://example.com/" + word + "/" + coordinates)
		if want := "https://example.com/xxxxx/" + coordinates; u.Redacted() != want {
			t.Errorf("%s, want %s", u.Redacted(), want)
		}
	}
	for _, word := range []string{"aaaaaaaaaaaaaa0", "aaaaaaaaaaaaaaaaaaaa", "00000000000000000000", "0000-0000_0000-0000-", "aaaaaaaaaaaaaaa.0"} {
		u := location.MustParseMapURL("https://example.com/" + word + "/" + coordinates)
		if u.Redacted() != u.String() {
			t.Errorf("%s, want %s", u.Redacted(), u)
		}
	}
}
