package emoji_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/emoji"
)

const (
	family = "👨‍👩‍👧‍👦"
	heart  = "❤\uFE0F"
	text   = "\uFE0E"
	joiner = "\u200D"
)

func all(s string) []string {
	found := []string{}
	for _, e := range emoji.Find(s) {
		found = append(found, e.String())
	}
	return found
}

func TestFind(t *testing.T) {
	for _, c := range []struct {
		name, s string
		want    []string
	}{
		{"nothing", "", []string{}},
		{"plain text", "hello, 你好, é, नमस्ते, مرحبا", []string{}},
		{"digits and signs", "1 # * 0123456789", []string{}},
		{"text style by default", "© ® ™ ❤ ☎ ↔ ‼ 〰 ㊗", []string{}},
		{"Kannada", "ಕನ್ನಡ ಪಠ್ಯ", []string{}},
		{"Japanese beside circled signs", "〱こ㊘㊖〽〽\uFE0F", []string{"〽\uFE0F"}},
		{"by default", "a😀b", []string{"😀"}},
		{"in a row", "😀😀🥰", []string{"😀", "😀", "🥰"}},
		{"with selector", "©\uFE0F®\uFE0F™\uFE0F" + heart, []string{"©\uFE0F", "®\uFE0F", "™\uFE0F", heart}},
		{"needless selector", "😀\uFE0F!", []string{"😀\uFE0F"}},
		{"text selector", "⌚" + text + "😀" + text + "⌚", []string{"⌚"}},
		{"text selector on a flag", "🇧🇷" + text, []string{}},
		{"text selector on a keycap's digit", "1" + text + "\u20E3", []string{}},
		{"skin tone", "👍🏽", []string{"👍🏽"}},
		{"skin tone on a text-style base", "☝🏽", []string{"☝🏽"}},
		{"skin tone after a selector", "☝\uFE0F🏽", []string{"☝\uFE0F🏽"}},
		{"skin tone alone", "a🏽", []string{"🏽"}},
		{"skin tone on what has none", "😀🏽", []string{"😀", "🏽"}},
		{"two skin tones", "👍🏽🏿", []string{"👍🏽", "🏿"}},
		{"skin tone in text style", "👍🏽" + text, []string{"👍"}},
		{"selector after the skin tone", "👍🏽\uFE0Fx", []string{"👍🏽\uFE0F"}},
		{"flag", "🇧🇷", []string{"🇧🇷"}},
		{"flags without a gap", "🇧🇷🇩🇪🇫🇷", []string{"🇧🇷", "🇩🇪", "🇫🇷"}},
		{"an odd half", "🇧🇷🇩", []string{"🇧🇷"}},
		{"a half alone", "🇩 🇪", []string{}},
		{"a flag that is none's", "🇽🇽", []string{"🇽🇽"}},
		{"keycap", "12\uFE0F\u20E3", []string{"2\uFE0F\u20E3"}},
		{"keycap without selector", "#\u20E3", []string{"#\u20E3"}},
		{"keycap after an emoji", "😀1\uFE0F\u20E3", []string{"😀", "1\uFE0F\u20E3"}},
		{"keycaps in a row", "1\uFE0F\u20E32\u20E3", []string{"1\uFE0F\u20E3", "2\u20E3"}},
		{"a cap on a letter", "a\u20E3 \u20E3 é\u20E3", []string{}},
		{"a cap on an emoji", "©\uFE0F\u20E3", []string{"©\uFE0F"}},
		{"a digit with selector", "1\uFE0F", []string{}},
		{"tags", "🏴\U000E0067\U000E0062\U000E0073\U000E0063\U000E0074\U000E007F", []string{"🏴\U000E0067\U000E0062\U000E0073\U000E0063\U000E0074\U000E007F"}},
		{"tags without end", "🏴\U000E0067\U000E0062", []string{"🏴"}},
		{"an end without tags", "🏴\U000E007F", []string{"🏴"}},
		{"tags that are broken off", "🏴\U000E0067a\U000E007F", []string{"🏴"}},
		{"tags in text style", "👍" + text + "\U000E0067\U000E007F", []string{}},
		{"family", family, []string{family}},
		{"joined with tags", "🏴\U000E0067\U000E007F" + joiner + "☠", []string{"🏴\U000E0067\U000E007F" + joiner + "☠"}},
		{"joined in text style", "👁" + joiner + "🗨", []string{"👁" + joiner + "🗨"}},
		{"joined to nothing", "👩" + joiner, []string{"👩"}},
		{"joined to a letter", "👩" + joiner + "a", []string{"👩"}},
		{"joined to a digit", "👩" + joiner + "1", []string{"👩"}},
		{"joined to a flag", "👩" + joiner + "🇧🇷", []string{"👩", "🇧🇷"}},
		{"joined to a skin tone", "👩" + joiner + "🏽", []string{"👩", "🏽"}},
		{"joined to text", "👩" + joiner + "❤" + text + joiner + "👨", []string{"👩", "👨"}},
		{"joined twice", "👩" + joiner + joiner + "👨", []string{"👩", "👨"}},
		{"a letter joined to an emoji", "a" + joiner + "👨", []string{"👨"}},
		{"marks", "e\u0301😀\u0301", []string{"😀"}},
		{"broken UTF-8", "\xF0\x9F😀\xF0\x9F\x98\xE2\x8C⌚\xE2", []string{"😀", "⌚"}},
		{"broken UTF-8 in a sequence", "👩\xE2\x80👨\xC2", []string{"👩", "👨"}},
		{"letters that look alike in bytes", "Â©", []string{}},
		{"reserved for emojis to come", "\U0001FAFF\U0001F8FF", []string{}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, all(c.s)); diff != "" {
				t.Errorf("%+q (-want +got):\n%s", c.s, diff)
			}
			// Wherever it stands, the scan finds the same.
			for pad := range 70 {
				before := strings.Repeat("é", pad/2) + strings.Repeat("-", pad%2)
				if diff := cmp.Diff(c.want, all(before+c.s+before)); diff != "" {
					t.Fatalf("%+q after %d bytes (-want +got):\n%s", c.s, len(before), diff)
				}
			}
		})
	}
}

func TestFindSpans(t *testing.T) {
	var got []decorum.Span
	for span := range emoji.Find("ok 👍🏽, 1\uFE0F\u20E3") {
		got = append(got, span)
	}
	if diff := cmp.Diff([]decorum.Span{{Start: 3, End: 11}, {Start: 13, End: 20}}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestFindStopsAndStartsAgain(t *testing.T) {
	seq := emoji.Find("😀😃😄")
	for range 2 {
		n := 0
		for range seq {
			if n++; n == 2 {
				break
			}
		}
		if n != 2 {
			t.Errorf("%d steps, want 2", n)
		}
	}
}

// TestPeersDefects holds inputs that other libraries get wrong.
func TestPeersDefects(t *testing.T) {
	for _, s := range []string{heart, "👍🏽", "🇧🇷", family, "1\uFE0F\u20E3"} {
		if _, ok := emoji.Single(s); !ok {
			t.Errorf("%+q is refused as a reaction", s)
		}
	}
	for _, s := range []string{"1", "#", "©", "™", "ಕನ್ನಡ", "", "a", "😀 ", " 😀", "😀😀", "😀a", "❤", "🇧", joiner, "\uFE0F", "\xF0\x9F\x98"} {
		if e, ok := emoji.Single(s); ok || !e.IsZero() {
			t.Errorf("%+q is taken as a reaction", s)
		}
	}
}

func TestCountContainsRemove(t *testing.T) {
	for _, c := range []struct {
		s    string
		n    int
		rest string
	}{
		{"", 0, ""},
		{"no emoji, 2 © 你", 0, "no emoji, 2 © 你"},
		{"a 👍🏽 b " + family, 2, "a  b "},
		{"😀", 1, ""},
		{"😀\uFE0F👍🏽\uFE0F", 2, ""},
		{"1\uFE0F\u20E32", 1, "2"},
		{"\xFF😀\xFF", 1, "\xFF\xFF"},
	} {
		if got := emoji.Count(c.s); got != c.n {
			t.Errorf("Count(%+q) = %d, want %d", c.s, got, c.n)
		}
		if got := emoji.Contains(c.s); got != (c.n > 0) {
			t.Errorf("Contains(%+q) = %v", c.s, got)
		}
		if got := emoji.Remove(c.s); got != c.rest {
			t.Errorf("Remove(%+q) = %+q, want %+q", c.s, got, c.rest)
		}
		if got := string(emoji.AppendRemove([]byte("x"), c.s)); got != "x"+c.rest {
			t.Errorf("AppendRemove(%+q) = %+q", c.s, got)
		}
	}
}

// TestLinear counts steps on inputs made to be looked at again and again.
func TestLinear(t *testing.T) {
	for _, unit := range []string{
		"a", "é", "你", "あ", "😀", "❤", "👍", "👍🏽", "🇧", "1", "1\uFE0F", "\u20E3", "\uFE0F", joiner, text,
		"👩" + joiner, "❤" + joiner, "❤" + text, "🏴\U000E0067", "\U000E0067", "❤\U000E0067\U000E0067", "👍\uFE0F🏽" + text,
		"\xF0\x9F", "\xE2", "\xC2", "\xF0", "👩" + joiner + "❤" + text,
	} {
		for _, begin := range []string{"", "🏴", "❤", "a"} {
			s := begin + strings.Repeat(unit, 20000/len(unit))
			if got, most := emoji.Steps(s), 2*len(s)+16; got > most {
				t.Errorf("%+q and again %+q: %d steps for %d bytes", begin, unit, got, len(s))
			}
			double := begin + strings.Repeat(unit, 40000/len(unit))
			if one, two := emoji.Steps(s), emoji.Steps(double); two > 2*one+16 {
				t.Errorf("%+q and again %+q: %d steps, and %d for twice the length", begin, unit, one, two)
			}
		}
	}
}

func TestNoAllocation(t *testing.T) {
	if raceEnabled {
		t.Skip("the race detector allocates")
	}
	s := strings.Repeat("ok 👍🏽 "+family+" é 你 1\uFE0F\u20E3 :thumbs_up: :heart:", 20)
	plain := strings.Repeat("no emoji at 10:30, é 你. ", 20)
	dst := make([]byte, 0, 4*len(s))
	all := emoji.RGI()
	e := emoji.MustParse(heart)
	sum, rgi := 0, false
	for name, run := range map[string]func(){
		"Find": func() {
			for span, e := range emoji.Find(s) {
				sum += span.Len() + len(e.String())
			}
		},
		"Single":          func() { _, _ = emoji.Single(family) },
		"Count":           func() { sum += emoji.Count(s) },
		"Contains":        func() { emoji.Contains(plain) },
		"Remove nothing":  func() { sum += len(emoji.Remove(plain)) },
		"AppendRemove":    func() { dst = emoji.AppendRemove(dst[:0], s) },
		"Expand nothing":  func() { sum += len(emoji.Expand(plain)) },
		"AppendExpand":    func() { dst = emoji.AppendExpand(dst[:0], s) },
		"AppendCollapse":  func() { dst = emoji.AppendCollapse(dst[:0], s) },
		"AppendCode":      func() { dst = e.AppendCode(dst[:0]) },
		"Name":            func() { sum += len(e.Name()) },
		"ByName":          func() { _, _ = emoji.ByName("red heart") },
		"ByShortcode":     func() { _, _ = emoji.ByShortcode(":heart:") },
		"RGI":             func() { rgi = e.RGI() },
		"Qualification":   func() { e.Qualification() },
		"Qualified, Base": func() { sum += len(e.Qualified().Base().String()) },
		"Group":           func() { sum += int(e.Group()) + len(e.Subgroup()) },
		"Lookup":          func() { _, _ = all.Lookup(e) },
	} {
		if n := testing.AllocsPerRun(10, run); n != 0 {
			t.Errorf("%s: %v allocations, want none", name, n)
		}
	}
	_, _ = sum, rgi
}

func TestEveryKeycapIsFound(t *testing.T) {
	for b := range 0x80 {
		keycap := string(rune(b)) + "\uFE0F\u20E3"
		found := false
		for span := range emoji.Find("a" + keycap + "b") {
			found = span == decorum.Span{Start: 1, End: 1 + len(keycap)}
		}
		if want := '0' <= b && b <= '9' || b == '#' || b == '*'; found != want {
			t.Errorf("%q is found: %v", keycap, found)
		}
	}
}

// TestNothingIsFoundInBrokenUTF8 tries what follows the first bytes of emojis, and
// bytes beside it.
func TestNothingIsFoundInBrokenUTF8(t *testing.T) {
	for _, first := range []byte{0xC2, 0xE2, 0xE3, 0xF0} {
		for b := 0x7F; b <= 0xC1; b++ {
			for c := 0x7F; c <= 0xC1; c++ {
				for _, d := range []byte{0x7F, 0x80, 0x9F, 0xA9, 0xBF, 0xC0} {
					s := string([]byte{first, byte(b), byte(c), d})
					for span := range emoji.Find(s) {
						if !utf8.ValidString(s[span.Start:span.End]) {
							t.Fatalf("% x is an emoji", s[span.Start:span.End])
						}
					}
				}
			}
		}
	}
}
