package main

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/decorum-go/decorum/emoji"
	"github.com/decorum-go/decorum/whatsapp/link"
	"github.com/decorum-go/decorum/whatsapp/markup"
)

// formatted is a kilobyte of an order's confirmation with every kind of markup.
const formatted = "Hello *Ana*, your order *#48213* is on its way _since this morning_.\n" +
	"- ~2 x 19.90~ *2 x 17.90*\n- delivery _for free_\n" +
	"> please ring twice\n" +
	"1. open https://shop.example.com/orders/48213\n2. enter the code `7F-3A`\n" +
	"Yours, *the _whole_ team* 👍🏽\n"

// expressions are how bridges and bots read the markup: one after the other over
// the whole text, code first.
var expressions = []struct {
	find *regexp.Regexp
	put  string
}{
	{regexp.MustCompile("(?s)```(.+?)```"), "<tt>$1</tt>"},
	{regexp.MustCompile("(^|[^\\w`])`([^`\\s](?:[^`\n]*[^`\\s])?)`"), "$1<code>$2</code>"},
	{regexp.MustCompile(`(?m)(^|[^\w])\*([^*\s](?:[^*\n]*[^*\s])?)\*`), "$1<b>$2</b>"},
	{regexp.MustCompile(`(?m)(^|[^\w])_([^_\s](?:[^_\n]*[^_\s])?)_`), "$1<i>$2</i>"},
	{regexp.MustCompile(`(?m)(^|[^\w])~([^~\s](?:[^~\n]*[^~\s])?)~`), "$1<s>$2</s>"},
}

func byExpressions(s string) string {
	for _, e := range expressions {
		s = e.find.ReplaceAllString(s, e.put)
	}
	return s
}

var tags = map[string]string{"bold": "b", "italic": "i", "strike": "s", "code": "code", "monospace": "tt"}

// byRuns writes what byExpressions writes.
func byRuns(s string) string {
	var b strings.Builder
	var open []string
	for r := range markup.Runs(s) {
		if r.Kind != markup.Marker || r.Style == 0 {
			b.WriteString(r.Text)
			continue
		}
		var now []string
		for style := range r.Style.All() {
			now = append(now, tags[style.String()])
		}
		if len(open) < len(now) {
			open = now
			b.WriteString("<" + now[len(now)-1] + ">")
		} else {
			b.WriteString("</" + now[len(now)-1] + ">")
			open = open[:len(open)-1]
		}
	}
	return b.String()
}

func markupAreas() []area {
	var areas []area
	for _, in := range []struct {
		name, text string
		target     float64
	}{
		{"1 KB chat, ASCII, no markup", asciiText(), 20},
		{"1 KB chat, five scripts and 29 emojis, no markup", fill(chat), 20},
		{"1 KB with all kinds of markup", fill(formatted), 10},
	} {
		text := in.text
		areas = append(areas, area{
			name:  "whatsapp/markup: runs, " + in.name,
			check: func() error { return same(byRuns(text), byExpressions(text)) },
			candidates: []candidate{
				{name: "markup.Runs, with links, emojis and blocks", run: func() {
					for r := range markup.Runs(text) {
						sink += r.Span.End
					}
				}},
				{name: "five regular expressions, the styles alone", run: func() { sink += len(byExpressions(text)) }, target: in.target},
				{name: "link.Find and emoji.Find, which are part of it", run: func() {
					for at := range link.Find(text) {
						sink += at.End
					}
					for at := range emoji.Find(text) {
						sink += at.End
					}
				}, limit: true},
				{name: "utf8.ValidString", run: func() { _ = utf8.ValidString(text) }, limit: true},
			},
		})
	}
	return append(areas, hostileMarkupArea())
}

// hostileMarkupArea shows what a megabyte of the worst costs, per kilobyte.
func hostileMarkupArea() area {
	const size = 1 << 20
	texts := []string{"*", "_*_*_*", "*a _b ~c ", "*a* ", "```", "`a ", "> > >", "> a\n", "*a.com/* ", "_me@a.com ", "a.com/`x`", "*👍"}
	for i, t := range texts {
		texts[i] = strings.Repeat(t, size/len(t))
	}
	return area{
		name: "whatsapp/markup: hostile texts of 1 MB, per KB",
		ops:  len(texts) * size / kilobyte,
		candidates: []candidate{
			{name: "markup.Runs", run: func() {
				for _, t := range texts {
					for r := range markup.Runs(t) {
						sink += r.Span.End
					}
				}
			}},
			{name: "five regular expressions", run: func() {
				for _, t := range texts {
					sink += len(byExpressions(t))
				}
			}},
			{name: "utf8.ValidString", run: func() {
				for _, t := range texts {
					_ = utf8.ValidString(t)
				}
			}, limit: true},
		},
	}
}
