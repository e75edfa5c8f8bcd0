package markup_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/whatsapp/markup"
)

// hostile are texts that cost a scanner much which looks for the partner of each
// sign anew.
var hostile = []string{
	"*", "_", "~", "`", "```", "````", "*a ", " *a", "a* ", "*a* ", "_*_*_*", "*_~a~_*", "*a _b ~c ", "*a_b~", "_*",
	"`a ", " `a", "`a` ", "```a ", "``` ", "```\n", "`a ```", "```a` ", "``a", "`\n", "*`a` ", "*a `b` c ",
	"> > >", "> ", ">", "- ", "1. ", "> a\n", "- \n", "\n", "\r\n", "\r", " ", "> *a\n", "1", "*\u00A0",
	"*a.com ", "*a.com* ", "a.com/*,", "*a.com/* ", "_me@a.com_ ", "_me@a.com ", "*a.com/x,", "a.com/`", "a.com/`x`", "`a.com ",
	"*a.co", "https://a.com/*_~", "*👍", "*️⃣", "*é", "é*", "*a\u0301", "\u202E*a.com/* ", "\u200B*a.com/*",
	"\xff*", "*\xe2\x82", "a", "👍", "*a https://a.com/_*_*_*_*_*_*_*_*_*_* ",
}

// The steps are counted, not the time: each of some ten searches goes over
// the text once, and what is cut down is looked at again.
func TestStepsAreLinear(t *testing.T) {
	const most = 16
	sizes := []int{100, 1000, 10_000, 100_000}
	if testing.Short() {
		sizes = sizes[:3]
	}
	for _, part := range hostile {
		for _, n := range sizes {
			s := strings.Repeat(part, n/len(part)+1)
			for _, s := range []string{s, "*" + s, "*a `b ```c " + s, s + "*", s + "``` ` _~*", s + "```" + s + "x```", s + "`x" + s + "`"} {
				if steps := markup.Steps(s); steps > most*len(s)+64 {
					t.Errorf("%d steps for %d bytes of %+q", steps, len(s), part)
				}
			}
		}
	}
}

func TestStepsAreLinearInMarks(t *testing.T) {
	text := strings.Repeat("*ab* 👍 ", 1000)
	for _, n := range []int{100, 1000, 10_000} {
		marks := make([]markup.Mark, n)
		for i := range marks {
			marks[i] = mark(i*len(text)/n, (i+1)*len(text)/n, 1+i%3)
		}
		for _, order := range []string{"in order", "turned round"} {
			if steps := markup.Steps(text, marks...); steps > 16*len(text)+4*n {
				t.Errorf("%d steps for %d marks %s", steps, n, order)
			}
			slices.Reverse(marks)
		}
	}
}

func TestNoAllocations(t *testing.T) {
	if raceEnabled {
		t.Skip("the race detector allocates")
	}
	text := "> Olá *João* 👍🏽, veja https://shop.example.com/_42_ e `isto`:\n1. _um_\n2. ~dois~\n```três```\n" +
		"*_me@example.com_* *see example.com/a* " + strings.Repeat("_a.com_ *b* `c` ", 40)
	marks := []markup.Mark{mark(7, 12, 1), mark(20, 40, 2)}
	sum := 0
	for name, run := range map[string]func(){
		"Runs": func() {
			for r := range markup.Runs(text) {
				sum += r.Span.Len()
			}
		},
		"Runs with marks": func() {
			for r := range markup.Runs(text, marks...) {
				sum += r.Mark
			}
		},
		"Runs with marks of its own": func() {
			for r := range markup.Runs(text, markup.Mark{Span: decorum.Span{Start: 2, End: 5}, ID: 1}) {
				sum += r.Mark
			}
		},
		"Raw": func() {
			for r := range markup.Raw(text) {
				sum += r.Span.Len()
			}
		},
		"All": func() {
			for s := range (markup.Bold | markup.Code).All() {
				sum += int(s)
			}
		},
	} {
		if n := testing.AllocsPerRun(20, run); n != 0 {
			t.Errorf("%s: %v allocations", name, n)
		}
	}
}
