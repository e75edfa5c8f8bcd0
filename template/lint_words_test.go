package template_test

import (
	"strings"
	"testing"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/template"
)

// wordsOf returns how many words the lint counts in a text.
func wordsOf(t *testing.T, text string) int64 {
	t.Helper()
	const many = 40
	n := template.Notification{ID: "a", Language: "en", Body: strings.Repeat("{{1}} ", many) + text}
	for _, v := range n.Lint() {
		if v.Code == decorum.TooFew {
			return v.Actual
		}
	}
	t.Fatalf("%q: more than %d words", text, 2*many)
	return 0
}

// TestWordsOfScriptsWithoutSpaces: fourteen characters are two words where seven
// make one, fourteen where each is one, and one word in all other scripts.
func TestWordsOfScriptsWithoutSpaces(t *testing.T) {
	for _, test := range []struct {
		runes []rune
		want  int64
	}{
		{[]rune{0x0E00, 0x0E01, 0x0EFF, 0x1000, 0x109F, 0x1780, 0x17FF}, 2},
		{[]rune{0x3040, 0x30FF, 0x3400, 0x9FFF, 0x20000, 0x3FFFF}, 14},
		{[]rune{'a', 0x80, 0x0DFF, 0x0F00, 0x0FFF, 0x10A0, 0x177F, 0x1800, 0x303F, 0x3100, 0x33FF, 0xA000, 0x1FFFF, 0x40000}, 1},
	} {
		for _, r := range test.runes {
			if got := wordsOf(t, strings.Repeat(string(r), 14)); got != test.want {
				t.Errorf("%U: %d words, want %d", r, got, test.want)
			}
		}
	}
	for n, want := range map[int]int64{1: 1, 7: 1, 8: 2, 14: 2, 15: 3} {
		if got := wordsOf(t, strings.Repeat("ก", n)); got != want {
			t.Errorf("%d letters of Thai: %d words, want %d", n, got, want)
		}
	}
	for text, want := range map[string]int64{"a b": 2, "a, b.": 2, "a - b": 2, "— 。 ": 0, "3 z Z 0 9": 5} {
		if got := wordsOf(t, text); got != want {
			t.Errorf("%q: %d words, want %d", text, got, want)
		}
	}
}

// TestSpacesAtTheBeginningAreToldOf: a text may begin with what it may not have.
func TestSpacesAtTheBeginningAreToldOf(t *testing.T) {
	plain := template.Notification{ID: "a", Language: "en", Category: template.Utility, Body: "Good morning, it is ready."}
	tab, lines, footer, header := plain, plain, plain, plain
	tab.Body = "\t" + plain.Body
	lines.Body = "\n\n\n" + plain.Body
	footer.Footer = "\nGood"
	header.Header = template.TextHeader{Text: "\nGood"}
	wantBrief(t, "plain", plain.Lint(), "")
	wantBrief(t, "a tab", tab.Lint(), "?forbidden_spacing /body 0-1")
	wantBrief(t, "three lines", lines.Lint(), "forbidden_spacing /body 0-3")
	wantBrief(t, "the footer", footer.Lint(), "?forbidden_spacing /footer 0-1")
	wantBrief(t, "the header", header.Lint(), "?forbidden_spacing /header/text 0-1")
}
