package markup_test

import (
	"strings"
	"testing"
	"unicode"

	"github.com/decorum-go/decorum/emoji"
	"github.com/decorum-go/decorum/whatsapp/link"
	"github.com/decorum-go/decorum/whatsapp/markup"
)

func FuzzRuns(f *testing.F) {
	for _, s := range hostile {
		f.Add(strings.Repeat(s, 3), 1, 4, 2, 9)
	}
	for _, s := range []string{
		"> Olá *João* 👍🏽, veja https://shop.example.com/_42_ e `isto`:\r\n1. _um_\n- ~dois~\n```três\nx``` *y*",
		"*_me@example.com_* *see example.com/a* " + strings.Repeat("a.co *b* `c` ", 20),
		"*" + strings.Repeat("a.co ", 15) + "`b` c* *" + strings.Repeat("a.co ", 16) + "`b` c*", // as many inside as may be, and one more
		"*a ```b\nc``` d* *️⃣ *\u20E3 \xff*\xe2\x82*\x82_",                                      // monospace over lines, keycaps, broken UTF-8
		"\u202E*a.com/* a.com/`x`", // an override before links that would be cut down
		"*see https://a.com/`x`*, *_*@a.com *", "`a.com/`/x", "````a```` ``b`` `c ```d``` e`",
		"12. a\r\n1.\n- \n>  \n> > a", "*a.com/x*_ b_", "_*a@b.com*_*c@d.com*",
	} {
		f.Add(s, 0, len(s), 0, 0)
		f.Add(s, 3, 8, 5, 20)
	}
	f.Fuzz(func(t *testing.T, s string, start, end, start2, end2 int) {
		if len(s) > 1<<11 {
			return // the model is slow
		}
		checkRuns(t, s, markup.Runs(s))
		checkRuns(t, s, markup.Raw(s))
		if steps := markup.Steps(s); steps > 16*len(s)+64 {
			t.Fatalf("%d steps for %d bytes", steps, len(s))
		}
		checkModel(t, s)

		// Marks divide runs, and change nothing else.
		marks := []markup.Mark{mark(start, end, 1), mark(start2, end2, 2)}
		checkRuns(t, s, markup.Runs(s, marks...))
		var plain, joined []markup.Run
		for r := range markup.Runs(s) {
			plain = append(plain, r)
		}
		for r := range markup.Runs(s, marks...) {
			covered := r.Mark != 0 && marks[r.Mark-1].Span.Start <= r.Span.Start && r.Span.Start < marks[r.Mark-1].Span.End
			if r.Mark != 0 && !covered {
				t.Fatalf("%+v is not in %v", r, marks)
			}
			r.Mark = 0
			if n := len(joined); n > 0 && (r.Kind == markup.Text || r.Kind == markup.Link) {
				last := joined[n-1]
				last.Span.End, last.Text = r.Span.End, last.Text+r.Text
				whole := r
				whole.Span.Start, whole.Text = last.Span.Start, last.Text
				if last == whole {
					joined[n-1] = last
					continue
				}
			}
			joined = append(joined, r)
		}
		if len(plain) != len(joined) {
			t.Fatalf("%d runs, with marks %d", len(plain), len(joined))
		}
		for i := range plain {
			if plain[i] != joined[i] {
				t.Fatalf("%+v is %+v with marks", plain[i], joined[i])
			}
		}
		// Iterations can be stopped and begun again.
		for stop := range min(len(plain), 8) {
			for range markup.Runs(s, marks...) {
				break
			}
			n := 0
			for r := range markup.Runs(s) {
				if r != plain[n] {
					t.Fatalf("%+v is %+v the second time", plain[n], r)
				}
				if n == stop {
					break
				}
				n++
			}
		}
	})
}

// checkRuns holds what is true of the runs of any text.
func checkRuns(t *testing.T, s string, runs func(func(markup.Run) bool)) {
	t.Helper()
	at := 0
	var whole strings.Builder
	var last markup.Run
	for r := range runs {
		if last.Kind == markup.Text && r.Kind == markup.Text && last.Style == r.Style && last.Mark == r.Mark {
			t.Fatalf("%+v and %+v are drawn alike", last, r)
		}
		last = r
		if r.Span.Start != at || r.Span.End <= at || r.Span.End > len(s) || r.Text != s[r.Span.Start:r.Span.End] {
			t.Fatalf("%+v after %d", r, at)
		}
		at = r.Span.End
		whole.WriteString(r.Text)
		if !divides(s, r.Span.Start) || !divides(s, r.Span.End) {
			t.Fatalf("%+v is not between code points", r)
		}
		if r.Kind == 0 || r.Kind.String() == "" || r.Block == 0 || r.Block.String() == "" || (r.Number != 0 && r.Block != markup.Numbered) {
			t.Fatalf("%+v", r)
		}
		if (r.Kind == markup.Emoji) != (r.Emoji.String() == r.Text) || (r.Kind != markup.Emoji) != r.Emoji.IsZero() {
			t.Fatalf("%+v", r)
		}
		if (r.Kind == markup.Link) != strings.Contains(r.Link.Text(), r.Text) || (r.Kind != markup.Link) != (r.Link == link.Link{}) {
			t.Fatalf("%+v", r)
		}
		verbatim := r.Style&(markup.Code|markup.Monospace) != 0
		switch r.Kind {
		case markup.Text:
			if !verbatim && (emoji.Contains(r.Text) || strings.Contains(r.Text, "\n")) {
				t.Fatalf("%+v", r)
			}
		case markup.Marker:
			if strings.Trim(r.Text, "*_~`>-0123456789. ") != "" {
				t.Fatalf("%+v", r)
			}
		case markup.Break:
			if r.Text != "\n" && r.Text != "\r\n" || r.Style != 0 {
				t.Fatalf("%+v", r)
			}
		case markup.Emoji, markup.Link:
			if verbatim {
				t.Fatalf("%+v", r)
			}
		}
	}
	if at != len(s) || whole.String() != s {
		t.Fatalf("%q comes back as %q", s, whole.String())
	}
}

// checkModel compares with the model, byte by byte.
func checkModel(t *testing.T, s string) {
	t.Helper()
	if unicode.Version != markup.WordVersion {
		return // the model has the words of another version
	}
	m := modelOf(s)
	for r := range markup.Runs(s) {
		for i := r.Span.Start; i < r.Span.End; i++ {
			if r.Style != m.style[i] || (r.Kind == markup.Marker) != m.marker[i] || r.Block != m.block[i] {
				t.Fatalf("%q at %d is %+v, the model has %s, marker %v, %s", s, i, r, m.style[i], m.marker[i], m.block[i])
			}
			if (r.Kind == markup.Break) != m.firm[i] && s[i] != '\r' {
				t.Fatalf("%q at %d is %+v, the model has a line end: %v", s, i, r, m.firm[i])
			}
		}
	}
}

// divides reports whether i is between two code points of s, as range sees them.
func divides(s string, i int) bool {
	for at := range s {
		if at >= i {
			return at == i
		}
	}
	return i == len(s)
}
