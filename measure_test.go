package decorum_test

import (
	"bufio"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/graphemes"

	"github.com/decorum-go/decorum"
)

const (
	family   = "👨\u200d👩\u200d👧\u200d👦" // 7 code points, 11 UTF-16 units, 25 bytes, 1 grapheme
	combined = "e\u0301"                // 2 code points, 1 grapheme
)

// classes are the classes of text in which every limit is tried: one grapheme
// each, of different sizes in every other unit.
var classes = []struct {
	name, text           string
	points, units, bytes int
}{
	{"ASCII", "a", 1, 1, 1},
	{"é", "é", 1, 1, 2},
	{"你", "你", 1, 1, 3},
	{"😀", "😀", 1, 2, 4},
	{"family", family, 7, 11, 25},
	{"combining mark", combined, 2, 2, 3},
}

func TestMeasuresOfOneGrapheme(t *testing.T) {
	for _, c := range classes {
		for n := range 70 { // past every block that the counts take at once
			s := strings.Repeat(c.text, n)
			got := [4]int{decorum.CountCodePoints(s), decorum.CountUTF16Units(s), decorum.CountGraphemes(s), len(s)}
			if want := [4]int{n * c.points, n * c.units, n, n * c.bytes}; got != want {
				t.Fatalf("%d × %s: %v, want %v", n, c.name, got, want)
			}
		}
	}
}

// TestMeasuresEqualTheSlowOnes shifts a text of every kind of code point
// through every place of the blocks.
func TestMeasuresEqualTheSlowOnes(t *testing.T) {
	base := strings.Repeat("aé你😀"+family+combined+"\u0000\u007f\u0080\u07ff\u0800\uffff\U00010000\U0010ffff", 9)
	for i := range len(base) {
		if !utf8.RuneStart(base[i]) {
			continue
		}
		s := base[i:]
		if got, want := decorum.CountCodePoints(s), utf8.RuneCountInString(s); got != want {
			t.Fatalf("from %d: %d code points, want %d", i, got, want)
		}
		if got, want := decorum.CountUTF16Units(s), len(utf16.Encode([]rune(s))); got != want {
			t.Fatalf("from %d: %d UTF-16 units, want %d", i, got, want)
		}
	}
}

// TestGraphemesEqualTheSlowOnes moves every kind of character through the
// places where the count takes its shortcut over printable ASCII.
func TestGraphemesEqualTheSlowOnes(t *testing.T) {
	for _, odd := range []string{"", "é", combined, "\u0301", family, "\r\n", "\r", "\n", "\t", "\x7f", "\x1f", "\x00", "~", " ", "\u200d", "क्षि", "🇧🇷🇮", "\xff", "\u0600"} {
		for before := range 20 {
			for after := range 20 {
				s := strings.Repeat("x", before) + odd + strings.Repeat("~ ", after) + odd
				want := 0
				for g := graphemes.FromString(s); g.Next(); {
					want++
				}
				if got := decorum.CountGraphemes(s); got != want {
					t.Fatalf("%+q: %d graphemes, want %d", s, got, want)
				}
				for most := range min(want, 3) {
					if l := (decorum.Limit{Max: want - 1 - most, Unit: decorum.Graphemes}); !l.Over(s) {
						t.Fatalf("%+q is not over %d graphemes", s, l.Max)
					}
				}
				if l := (decorum.Limit{Max: want, Unit: decorum.Graphemes}); l.Over(s) {
					t.Fatalf("%+q is over %d graphemes", s, want)
				}
			}
		}
	}
}

func TestMeasuresOfInvalidTextStayInBounds(t *testing.T) {
	for _, s := range []string{
		"\xff", strings.Repeat("\x80", 200), strings.Repeat("\xf0", 200), strings.Repeat("\xf4\x80", 100),
		"\xed\xa0\x80", strings.Repeat("a\xc3", 65),
	} {
		for _, n := range []int{decorum.CountCodePoints(s), decorum.CountUTF16Units(s), decorum.CountGraphemes(s)} {
			if n < 0 || n > len(s) {
				t.Errorf("%q measures %d", s, n)
			}
		}
	}
}

func TestInvalidOffset(t *testing.T) {
	for _, test := range []struct {
		s    string
		want int
	}{
		{"", -1},
		{"a\x00é你😀\ufffd", -1},
		{"\xff", 0},
		{"ab\xffcd\xff", 2},
		{"é\xed\xa0\x80", 2},
		{"\ufffd\xf0\x9f\x98", 3},
		{strings.Repeat("a", 1000) + "\x80", 1000},
	} {
		if got := decorum.InvalidOffset(test.s); got != test.want {
			t.Errorf("%q: %d, want %d", test.s, got, test.want)
		}
	}
}

// TestGraphemesConform holds CountGraphemes and Fit against every line of
// Unicode's own GraphemeBreakTest.txt.
func TestGraphemesConform(t *testing.T) {
	f, err := os.Open(filepath.Join(shared(t), "unicode", "GraphemeBreakTest.txt"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lines := 0
	for in := bufio.NewScanner(f); in.Scan(); {
		line, _, _ := strings.Cut(in.Text(), "#")
		if !strings.Contains(line, "÷") {
			continue
		}
		lines++
		var text, first strings.Builder
		clusters := -1
		for field := range strings.FieldsSeq(line) {
			switch field {
			case "÷":
				clusters++
			case "×":
			default:
				r, err := strconv.ParseUint(field, 16, 32)
				if err != nil {
					t.Fatal(err)
				}
				text.WriteRune(rune(r))
				if clusters == 0 {
					first.WriteRune(rune(r))
				}
			}
		}
		s := text.String()
		if got := decorum.CountGraphemes(s); got != clusters {
			t.Errorf("%s: %d graphemes, want %d", line, got, clusters)
		}
		// In the middle of printable ASCII, where the count takes a shortcut.
		for _, pad := range []string{"abcdefgh", "abcdefghijklmnopqrstuvwxyz"} {
			if got := decorum.CountGraphemes(pad + "\n" + s + "\n" + pad); got != clusters+2*len(pad)+2 && !strings.HasPrefix(s, "\n") && !strings.HasSuffix(s, "\r") {
				t.Errorf("%s between %q: %d graphemes, want %d", line, pad, got, clusters+2*len(pad)+2)
			}
		}
		if got := (decorum.Limit{Max: 1, Unit: decorum.Graphemes}).Fit(s); got != first.String() {
			t.Errorf("%s: the first grapheme is %q, want %q", line, got, first.String())
		}
	}
	if lines < 700 {
		t.Errorf("only %d lines were read", lines)
	}
}

// shared returns the folder of public data that the conformance tests read.
func shared(t *testing.T) string {
	t.Helper()
	dir := os.Getenv("DECORUM_SHARED")
	if dir == "" {
		t.Skip("DECORUM_SHARED does not name the folder of public test data")
	}
	return dir
}

func TestHasVisible(t *testing.T) {
	for _, test := range []struct {
		s    string
		want bool
	}{
		{"", false},
		{" \t\r\n\v\f\u0085\u00a0", false},
		{"a", true},
		{"  .  ", true},
		{"\u007f\x00\x1b", false},
		{"\u200b\u200c\u200d\u2060\ufeff", false},
		{"\u202e\u2066\u2069\u061c\u200e", false},
		{"\u3164\uffa0\u115f\u1160\u17b4", false},
		{"\u2800\U0001D159\U00013441\U00013442", false},
		{"\U00013440", true},
		{"\U00013443", true},
		{"\ufe0f\ufe00\U000E0100\U000E0020", false},
		{"\u180e\u3000\u2003\u202f\u205f\u1680", false},
		{"\ufff9\ufffb\ufdd0\uffff\U0010ffff\U0001fffe", false},
		{"\xff\xc3", false},
		{"\ufffd", true},
		{"\ufffc", true},
		{"\u200d😀", true},
		{"é", true},
		{"你", true},
		{"ก", true},
		{"\u0301", true},
		{"\ue000", true},
		{"\U00016FE4", true},
		{"\u00ac", true},
		{"\u00ae", true},
		{"\u0600", true},
		{"\u2010", true},
		{"\u2070", true},
		{"\u27ff\u2801", true},
	} {
		if got := decorum.HasVisible(test.s); got != test.want {
			t.Errorf("%+q: %v, want %v", test.s, got, test.want)
		}
	}
}

// TestHasVisibleAtTheEdges tries the neighbours of each invisible range.
func TestHasVisibleAtTheEdges(t *testing.T) {
	visible := 0
	for r := rune(0); r <= utf8.MaxRune; r++ {
		if utf8.ValidRune(r) && decorum.HasVisible(string(r)) {
			visible++
		}
	}
	// 1,112,064 scalar values less the 33+34 of the two first ranges and so on:
	// the sum of the ranges' sizes, and 66 non-characters less those within.
	const want = 1112064 - 33 - 34 - 1 - 1 - 1 - 2 - 1 - 2 - 5 - 16 - 8 - 17 - 1 - 1 - 1 - 32 - 16 - 1 - 1 - 12 - 2 - 4 - 1 - 8 - 4096 - 34
	if visible != want {
		t.Errorf("%d code points are visible, want %d", visible, want)
	}
}
