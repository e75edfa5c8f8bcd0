package decorum_test

import (
	"math"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum"
)

// textUnits are the units that count a text, with what one text of a class
// takes in each.
var textUnits = []struct {
	unit decorum.Unit
	size func(i int) int
}{
	{decorum.CodePoints, func(i int) int { return classes[i].points }},
	{0, func(i int) int { return classes[i].points }},
	{decorum.UTF16Units, func(i int) int { return classes[i].units }},
	{decorum.Graphemes, func(int) int { return 1 }},
	{decorum.Bytes, func(i int) int { return classes[i].bytes }},
	{decorum.Items, func(i int) int { return classes[i].bytes }},
}

// TestLimitsAtTheEdge tries N−1, N and N+1 at limits of every unit in every
// class of text.
func TestLimitsAtTheEdge(t *testing.T) {
	for i, c := range classes {
		for _, u := range textUnits {
			for _, n := range []int{1, 2, 20, 60, 64, 65, 1024} {
				size := u.size(i)
				text := strings.Repeat(c.text, n)
				for _, test := range []struct {
					limit int
					over  bool
				}{{n*size - 1, true}, {n * size, false}, {n*size + 1, false}} {
					l := decorum.Limit{Max: test.limit, Unit: u.unit}
					if l == (decorum.Limit{}) {
						continue
					}
					if got := l.Over(text); got != test.over {
						t.Errorf("%d × %s, at most %d %s: over = %v", n, c.name, test.limit, u.unit, got)
					}
					if got := l.Count(text); got != n*size {
						t.Errorf("%d × %s in %s: %d, want %d", n, c.name, u.unit, got, n*size)
					}
					if got := l.Left(text); got != test.limit-n*size {
						t.Errorf("%d × %s, at most %d %s: %d left", n, c.name, test.limit, u.unit, got)
					}
					want := text
					if test.over {
						want = strings.Repeat(c.text, n-1)
					}
					if got := l.Fit(text); got != want {
						t.Errorf("%d × %s, at most %d %s: Fit keeps %d bytes of %d", n, c.name, test.limit, u.unit, len(got), len(text))
					}
				}
			}
		}
	}
}

func TestZeroLimit(t *testing.T) {
	var l decorum.Limit
	long := strings.Repeat("a", 1<<16)
	if l.Over(long) || l.OverCount(math.MaxInt) || l.Fit(long) != long || l.Count(long) != 0 || l.Left(long) != math.MaxInt {
		t.Error("the zero Limit limits")
	}
	if vs := l.Check(nil, nil, long); vs != nil {
		t.Error(vs)
	}
}

func TestLimitOfNothing(t *testing.T) {
	for _, l := range []decorum.Limit{{Max: 0, Unit: decorum.CodePoints}, {Max: -1}, {Max: -5, Unit: decorum.UTF16Units}, {Max: math.MinInt, Unit: decorum.Graphemes}} {
		if l.Over("") || !l.Over("a") || l.Fit("a") != "" || l.Left("a") != -1 || l.Left("") != 0 || !l.OverCount(1) || l.OverCount(0) {
			t.Errorf("%v does not allow exactly nothing", l)
		}
	}
}

func TestHugeLimits(t *testing.T) {
	for _, u := range decorum.Units() {
		l := decorum.Limit{Max: math.MaxInt, Unit: u}
		if l.Over("hello") || l.Fit("hello") != "hello" {
			t.Errorf("%v: hello is over", l)
		}
	}
}

func TestFit(t *testing.T) {
	for _, test := range []struct {
		name  string
		limit decorum.Limit
		s     string
		want  string
	}{
		{"between graphemes", decorum.Limit{Max: 4}, "abc" + combined, "abc"},
		{"whole grapheme", decorum.Limit{Max: 5}, "abc" + combined, "abc" + combined},
		{"first one too long", decorum.Limit{Max: 6}, family + "abc", ""},
		{"no half surrogate", decorum.Limit{Max: 3, Unit: decorum.UTF16Units}, "ab😀", "ab"},
		{"CR LF is one", decorum.Limit{Max: 2}, "a\r\nb", "a"},
		{"flags", decorum.Limit{Max: 3}, "🇧🇷🇮🇳", "🇧🇷"},
		{"stops at invalid UTF-8", decorum.Limit{Max: 100}, "ab\xffcd", "ab"},
		{"invalid at once", decorum.Limit{Max: 100}, "\xffcd", ""},
		{"stops at invalid UTF-8 without limit", decorum.Limit{}, "ab\xffcd", "ab"},
		{"Devanagari conjunct", decorum.Limit{Max: 1, Unit: decorum.Graphemes}, "क्षि!", "क्षि"},
		{"20 legal runes", decorum.Limit{Max: 20}, "Забронировать столик", "Забронировать столик"},
		{"ASCII, then a mark", decorum.Limit{Max: 8}, "abcdefg" + combined, "abcdefg"},
	} {
		if diff := cmp.Diff(test.want, test.limit.Fit(test.s)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
	}
}

// TestGraphemesAloneNeverDecide: a flood of marks is one grapheme.
func TestGraphemesAloneNeverDecide(t *testing.T) {
	flood := "a" + strings.Repeat("\u0301", 500_000) // 1 MB
	l := decorum.Limit{Max: 60, Unit: decorum.Graphemes}
	if decorum.CountGraphemes(flood) != 1 {
		t.Fatal("the flood is not one grapheme")
	}
	if !l.Over(flood) || l.Left(flood) >= 0 || l.Fit(flood) != "" {
		t.Errorf("a flood of marks passes: %d left", l.Left(flood))
	}
	for _, test := range []struct {
		bytes int
		over  bool
	}{{60 * 64, false}, {60*64 + 1, true}} {
		s := strings.Repeat("a", test.bytes%2) + strings.Repeat("\u0301", test.bytes/2)
		if got := l.Over(s); got != test.over {
			t.Errorf("%d bytes of marks: over = %v", test.bytes, got)
		}
		if got := l.Left(s) < 0; got != test.over {
			t.Errorf("%d bytes of marks: %d left", test.bytes, l.Left(s))
		}
	}
}

// TestFitInGraphemesCountsBytesToo: the bytes of all graphemes before count.
func TestFitInGraphemesCountsBytesToo(t *testing.T) {
	heavy := "a" + strings.Repeat("\u0301", 40) // one grapheme of 81 bytes
	for _, test := range []struct {
		most    int
		s, want string
	}{
		{1, heavy, ""},
		{2, heavy, heavy},
		{2, heavy + "b", heavy + "b"},
		{2, heavy + "bc", heavy + "b"},
		{2, heavy + heavy, heavy},
		{3, heavy + heavy, heavy + heavy},
		{2, heavy + "b" + strings.Repeat("\u0301", 23), heavy + "b" + strings.Repeat("\u0301", 23)}, // 128 bytes
		{2, heavy + "b" + strings.Repeat("\u0301", 24), heavy},                                      // 130 bytes
	} {
		l := decorum.Limit{Max: test.most, Unit: decorum.Graphemes}
		if got := l.Fit(test.s); got != test.want || l.Over(got) {
			t.Errorf("at most %d: %d bytes of %d, want %d", test.most, len(got), len(test.s), len(test.want))
		}
		if over := l.Over(test.s); over != (test.want != test.s) {
			t.Errorf("at most %d: over = %v", test.most, over)
		}
	}
}

func TestLimitCheck(t *testing.T) {
	var root decorum.Path
	at := root.Key("body")
	l := decorum.Limit{Max: 3, Unit: decorum.UTF16Units}
	e := decorum.SeverityError
	for _, test := range []struct {
		s    string
		want decorum.Violations
	}{
		{"abc", nil},
		{"ab😀", decorum.Violations{{Code: decorum.TooLong, Severity: e, Path: "/body", Limit: 3, Actual: 4, Unit: decorum.UTF16Units}}},
		{"abcd\xff!", decorum.Violations{{Code: decorum.InvalidUTF8, Severity: e, Path: "/body", Span: decorum.Span{Start: 4, End: 6}}}},
		{"\xff", decorum.Violations{{Code: decorum.InvalidUTF8, Severity: e, Path: "/body", Span: decorum.Span{Start: 0, End: 1}}}},
	} {
		if diff := cmp.Diff(test.want, l.Check(nil, &at, test.s)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", test.s, diff)
		}
	}
	for _, test := range []struct {
		limit decorum.Limit
		n     int
		want  decorum.Violations
	}{
		{decorum.Limit{Max: 3, Unit: decorum.Items}, 3, nil},
		{decorum.Limit{}, 4, nil},
		{decorum.Limit{Max: 3, Unit: decorum.Items}, 4, decorum.Violations{{Code: decorum.TooMany, Severity: e, Path: "/body", Limit: 3, Actual: 4, Unit: decorum.Items}}},
		{decorum.Limit{Max: 3}, 4, decorum.Violations{{Code: decorum.TooMany, Severity: e, Path: "/body", Limit: 3, Actual: 4, Unit: decorum.Items}}},
		{decorum.Limit{Max: -3, Unit: decorum.Lines}, 1, decorum.Violations{{Code: decorum.TooMany, Severity: e, Path: "/body", Actual: 1, Unit: decorum.Lines}}},
	} {
		if diff := cmp.Diff(test.want, test.limit.CheckCount(nil, &at, test.n)); diff != "" {
			t.Errorf("%d (-want +got):\n%s", test.n, diff)
		}
	}
}

// TestStrictest tries that what either refuses, the strictest refuses.
func TestStrictest(t *testing.T) {
	g, p, u, b := decorum.Graphemes, decorum.CodePoints, decorum.UTF16Units, decorum.Bytes
	for _, test := range []struct{ a, b, want decorum.Limit }{
		{decorum.Limit{}, decorum.Limit{}, decorum.Limit{}},
		{decorum.Limit{}, decorum.Limit{Max: 5, Unit: u}, decorum.Limit{Max: 5, Unit: u}},
		{decorum.Limit{Max: 20, Unit: p}, decorum.Limit{Max: 24, Unit: p}, decorum.Limit{Max: 20, Unit: p}},
		{decorum.Limit{Max: 20}, decorum.Limit{Max: 24, Unit: u}, decorum.Limit{Max: 20, Unit: u}},
		{decorum.Limit{Max: 20, Unit: g}, decorum.Limit{Max: 24, Unit: p}, decorum.Limit{Max: 20, Unit: p}},
		{decorum.Limit{Max: 4096, Unit: b}, decorum.Limit{Max: 4096, Unit: p}, decorum.Limit{Max: 4096, Unit: b}},
	} {
		for _, got := range []decorum.Limit{decorum.Strictest(test.a, test.b), decorum.Strictest(test.b, test.a)} {
			if got != test.want {
				t.Errorf("Strictest(%v, %v) = %v, want %v", test.a, test.b, got, test.want)
			}
		}
	}
	for _, a := range textUnits {
		for _, b := range textUnits {
			for _, c := range classes {
				for n := range 12 {
					s := strings.Repeat(c.text, n)
					one, other := decorum.Limit{Max: 9, Unit: a.unit}, decorum.Limit{Max: 12, Unit: b.unit}
					if (one.Over(s) || other.Over(s)) && !decorum.Strictest(one, other).Over(s) {
						t.Errorf("%d × %s passes the strictest of %v and %v", n, c.name, one, other)
					}
				}
			}
		}
	}
}

func FuzzMeasures(f *testing.F) {
	for _, c := range classes {
		f.Add(strings.Repeat(c.text, 33), 20)
	}
	f.Add("\xed\xa0\x80\x00", 1)
	f.Add("a"+strings.Repeat("\u0301", 200), 2)
	f.Fuzz(func(t *testing.T, s string, most int) {
		points, units, graphemes := decorum.CountCodePoints(s), decorum.CountUTF16Units(s), decorum.CountGraphemes(s)
		if bad := decorum.InvalidOffset(s); bad >= 0 {
			if utf8.ValidString(s) || !utf8.ValidString(s[:bad]) {
				t.Errorf("%q is invalid at %d?", s, bad)
			}
			for _, n := range []int{points, units, graphemes} {
				if n < 0 || n > len(s) {
					t.Errorf("%q measures %d", s, n)
				}
			}
		} else if points != utf8.RuneCountInString(s) || units > len(s) || points > units || graphemes > points {
			t.Errorf("%q: %d bytes, %d units, %d points, %d graphemes", s, len(s), units, points, graphemes)
		}
		for _, u := range []decorum.Unit{0, decorum.CodePoints, decorum.UTF16Units, decorum.Graphemes, decorum.Bytes, decorum.Items} {
			l := decorum.Limit{Max: most, Unit: u}
			fit := l.Fit(s)
			if !strings.HasPrefix(s, fit) || !utf8.ValidString(fit) || l.Over(fit) {
				t.Errorf("%v.Fit(%q) = %q", l, s, fit)
			}
			if utf8.ValidString(s) {
				if over := l.Over(s); over != (l.Left(s) < 0) || over != (fit != s) {
					t.Errorf("%v: Over(%q) = %v, %d left, fit %q", l, s, over, l.Left(s), fit)
				}
				if more := decorum.CountGraphemes(fit) + decorum.CountGraphemes(s[len(fit):]); more != graphemes {
					t.Errorf("%v.Fit(%q) cuts a grapheme: %q", l, s, fit)
				}
			}
			_ = l.Check(nil, nil, s).Err()
		}
		decorum.HasVisible(s)
	})
}

func FuzzPointer(f *testing.F) {
	for _, key := range hostileKeys {
		f.Add(key, "title")
	}
	f.Add("~01", "/~")
	f.Fuzz(func(t *testing.T, a, b string) {
		pointer := decorum.JoinPointer(a, b)
		tokens, err := decorum.SplitPointer(pointer)
		if diff := cmp.Diff([]string{a, b}, tokens); diff != "" || err != nil {
			t.Errorf("%q: %v (-want +got):\n%s", pointer, err, diff)
		}
		if tokens, err := decorum.SplitPointer(a); err == nil && decorum.JoinPointer(tokens...) != a {
			t.Errorf("%q splits into %q", a, tokens)
		}
		var root decorum.Path
		user := root.UserKey(a)
		below := user.Key("x")
		for _, path := range []string{a, pointer, user.String(), below.String()} {
			text := decorum.Violation{Code: decorum.TooLong, Severity: decorum.SeverityError, Path: path, Want: b}.String()
			if len(text) > 256+2+512+256 || strings.ContainsFunc(text, func(r rune) bool { return r < ' ' || r > '~' }) {
				t.Errorf("%q shows as %q", path, text)
			}
		}
	})
}
