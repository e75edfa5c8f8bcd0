package template_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/template"
)

// tidyHolds holds what is said quickly against what is said thoroughly.
func tidyHolds(t *testing.T, s string, l decorum.Limit) {
	t.Helper()
	if template.Tidy(s, l) {
		if vs := append(template.CheckLine(s, l), template.CheckID(s, l)...); vs != nil {
			t.Fatalf("%q is tidy, but %v", s, vs)
		}
	}
}

func TestPlain(t *testing.T) {
	// Every character at every place of texts of each length, and every pair.
	for n := 1; n <= 26; n++ {
		base := strings.Repeat("x", n)
		if !template.Plain(base) {
			t.Errorf("%q is not plain", base)
		}
		for i := range n {
			for c := range 256 {
				s := base[:i] + string([]byte{byte(c)}) + base[i+1:]
				edge := i == 0 || i == n-1
				if c == ' ' && !edge && n < 8 {
					continue // may be taken for two
				}
				if want := c > ' ' && c < 0x7F || c == ' ' && !edge; template.Plain(s) != want {
					t.Fatalf("%q is plain: %v", s, !want)
				}
				tidyHolds(t, s, decorum.Limit{Max: 20})
			}
			for size := 2; i+size <= n && size < 7; size++ {
				s := base[:i] + strings.Repeat(" ", size) + base[i+size:]
				if size > 4 && template.Plain(s) {
					t.Fatalf("%q is plain", s)
				}
			}
		}
	}
	if template.Plain("") {
		t.Error("no text is plain")
	}
	if limit := (decorum.Limit{Max: 3}); !template.Tidy("abc", limit) || template.Tidy("abcd", limit) || !template.Tidy("abcd", decorum.Limit{}) {
		t.Error("the limit")
	}
	if template.Tidy("a", decorum.Limit{Max: -1}) || template.Tidy("a", decorum.Limit{Unit: decorum.Bytes}) {
		t.Error("a limit of nothing")
	}
}

// FuzzTidy: what the quick ways say is what the thorough ones say.
func FuzzTidy(f *testing.F) {
	for _, s := range []string{"Yes, please", "a     b", " a", "Olá, नमस्ते مرحبا こんにちは 👍🏽", "\xed\xa0\x80", "\xf4\x90\x80\x80", "ab\x7fcdefgh", "        "} {
		f.Add(s, 20)
	}
	f.Fuzz(func(t *testing.T, s string, n int) {
		for _, unit := range []decorum.Unit{0, decorum.CodePoints, decorum.UTF16Units, decorum.Graphemes, decorum.Bytes, decorum.Items} {
			tidyHolds(t, s, decorum.Limit{Max: n % 100, Unit: unit})
		}
		m := template.List{Body: s, Menu: s, Footer: s, Sections: []template.Section{{Title: s, Rows: []template.Row{{ID: s, Title: s, Description: s}}}}}
		l := template.CloudAPI()
		vs := m.Check(l)
		if long := utf8.RuneCountInString(s) > 24; long && utf8.ValidString(s) && decorum.HasVisible(s) && !vs.Has(decorum.TooLong) {
			t.Fatalf("%q: %v", s, vs)
		}
		if vs.Has(decorum.InvalidUTF8) == utf8.ValidString(s) {
			t.Fatalf("%q: %v", s, vs)
		}
		for _, x := range template.Suggest(m, l) {
			if utf8.ValidString(s) && !utf8.ValidString(x.Value) || x.Value == s {
				t.Fatalf("%q: %+v", s, x)
			}
		}
	})
}

func TestInteractiveAllocations(t *testing.T) {
	if raceEnabled {
		t.Skip("the race detector allocates")
	}
	limits := template.CloudAPI()
	long := replies()
	long.Body = decorum.Limit{Max: 1000}.Fit(strings.Repeat("Olá, não há ação. नमस्ते दुनिया مرحبا بك こんにちは 👍🏽 ok ", 40))
	long.Buttons[0].Title, long.Buttons[1].Title = "धन्यवाद", "😀"
	ten := rowsOf(5, 5)
	bad := rowsOf(5, 5)
	bad.Sections[1].Rows[4].Title, bad.Sections[1].Rows[3].ID = strings.Repeat("x", 25), ""
	for _, tt := range []struct {
		m    template.Structured
		want float64
	}{{replies(), 0}, {long, 0}, {ten, 0}, {bad, 2}, {cards(), 0}, {booking(), 0}, {visit(), 0}, {plants(), 0}, {address(), 0}} {
		if got := testing.AllocsPerRun(100, func() { tt.m.Check(limits) }); got > tt.want {
			t.Errorf("%s: %v allocations, at most %v", tt.m.Kind(), got, tt.want)
		}
	}
}
