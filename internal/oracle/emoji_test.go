package oracle_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/emoji"
)

// The grammar of package emoji's documentation as a regular expression over the
// classes of code points, one letter each: P and T, pictographs in emoji and text
// style by default; B and b, those that take a skin tone; M skin tone, R regional
// indicator, D key of a keycap, K its cap, F U+FE0F, E U+FE0E, J joiner, G tag, X
// end of tags.
const (
	tags    = `(G+XF?)?`
	element = `([PT]F?` + tags + `|[Bb]F?(MF?)?` + tags + `)`
	shown   = `(PF?` + tags + `|TF` + tags + `|TG+XF?|BF?(MF?)?` + tags + `|bF(MF?)?` + tags + `|bMF?` + tags + `|bG+XF?)`
)

var (
	grammar  = longest(`RRF?|DF?KF?|MF?` + tags + `|` + element + `(J` + element + `)+|` + shown)
	textual  = regexp.MustCompile(`[PTBbMRD]E`)
	dataLine = regexp.MustCompile(`(?m)^([0-9A-F]+)(?:\.\.([0-9A-F]+))? *; (\w+)`)
)

func longest(pattern string) *regexp.Regexp {
	re := regexp.MustCompile(pattern)
	re.Longest()
	return re
}

// emojiClasses reads the classes from emoji-data.txt.
func emojiClasses(t *testing.T) map[rune]byte {
	t.Helper()
	shared := os.Getenv("DECORUM_SHARED")
	if shared == "" {
		t.Skip("DECORUM_SHARED is not set; it names the folder that holds unicode/emoji-data.txt")
	}
	data, err := os.ReadFile(filepath.Join(shared, "unicode", "emoji-data.txt"))
	if err != nil {
		t.Fatal(err)
	}
	has := map[string]map[rune]bool{}
	for _, m := range dataLine.FindAllStringSubmatch(string(data), -1) {
		var lo, hi rune
		if _, err := fmt.Sscanf(m[1]+" "+max(m[2], m[1]), "%x %x", &lo, &hi); err != nil {
			t.Fatal(err)
		}
		if m[2] == "" {
			hi = lo
		}
		if has[m[3]] == nil {
			has[m[3]] = map[rune]bool{}
		}
		for r := lo; r <= hi; r++ {
			has[m[3]][r] = true
		}
	}
	classes := map[rune]byte{0xFE0F: 'F', 0xFE0E: 'E', 0x200D: 'J', 0x20E3: 'K', 0xE007F: 'X'}
	for r := rune(0xE0020); r < 0xE007F; r++ {
		classes[r] = 'G'
	}
	for r := range has["Emoji"] {
		shown, takesTone := has["Emoji_Presentation"][r], has["Emoji_Modifier_Base"][r]
		switch {
		case r < utf8.RuneSelf:
			classes[r] = 'D'
		case 0x1F1E6 <= r && r <= 0x1F1FF:
			classes[r] = 'R'
		case has["Emoji_Modifier"][r]:
			classes[r] = 'M'
		case shown && takesTone:
			classes[r] = 'B'
		case shown:
			classes[r] = 'P'
		case takesTone:
			classes[r] = 'b'
		default:
			classes[r] = 'T'
		}
	}
	return classes
}

// byGrammar finds emojis slowly.
func byGrammar(classes map[rune]byte, s string) []decorum.Span {
	var letters []byte
	var offsets []int
	for i, r := range s {
		c, ok := classes[r]
		if !ok {
			c = '.'
		}
		letters, offsets = append(letters, c), append(offsets, i)
	}
	offsets = append(offsets, len(s))
	var spans []decorum.Span
	for _, m := range grammar.FindAllIndex(textual.ReplaceAll(letters, []byte("..")), -1) {
		spans = append(spans, decorum.Span{Start: offsets[m[0]], End: offsets[m[1]]})
	}
	return spans
}

func found(s string) []decorum.Span {
	var spans []decorum.Span
	for span := range emoji.Find(s) {
		spans = append(spans, span)
	}
	return spans
}

// TestEmojiGrammar holds the scan against the grammar, on texts made of the pieces
// of emojis in any order.
func TestEmojiGrammar(t *testing.T) {
	classes := emojiClasses(t)
	pieces := []string{
		"😀", "⌚", "👍", "👩", "❤", "©", "〰", "㊗", "☝", "🕵", "🏴", "🏳", "🏽", "🏿", "🦰", "🇧", "🇷", "🇽", "1", "#", "*", "\u20E3",
		"\uFE0F", "\uFE0F", "\uFE0E", "\u200D", "\u200D", "\u200D", "\U000E0067", "\U000E007F", "\U000E0001",
		"a", " ", "é", "Â", "你", "あ", "न", "\u0301", "\U0001F8FF", "\xF0\x9F", "\xF0", "\xE2", "\xE2\x9D", "\xC2", "\xA9", "\x98\x80", "plain text of some length ",
	}
	rapid.Check(t, func(t *rapid.T) {
		s := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 40).Draw(t, "pieces"), "")
		if diff := cmp.Diff(byGrammar(classes, s), found(s)); diff != "" {
			t.Fatalf("%+q (-grammar +scan):\n%s", s, diff)
		}
	})
}

// TestEmojiGrammarPairs does so for each code point that has a class, between the
// pieces that can change what it is.
func TestEmojiGrammarPairs(t *testing.T) {
	classes := emojiClasses(t)
	around := []string{"", "\uFE0F", "\uFE0E", "🏽", "\u200D😀", "\u200D❤", "\U000E0067\U000E007F", "\u20E3", "\uFE0F\u20E3", "🇷", "a", "\uFE0F🏽"}
	for r := range classes {
		for _, before := range []string{"", "a", "😀\u200D", "🇧", "1", "❤"} {
			for _, after := range around {
				s := before + string(r) + after
				if diff := cmp.Diff(byGrammar(classes, s), found(s)); diff != "" {
					t.Errorf("%+q (-grammar +scan):\n%s", s, diff)
				}
			}
		}
	}
}
