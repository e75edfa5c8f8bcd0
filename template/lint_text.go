package template

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/emoji"
)

// lintPlaceholders looks at the placeholders of any text, and returns how many it
// has, repeated ones once.
func lintPlaceholders(r *report, at *decorum.Path, text string) int {
	var all []Placeholder
	var first *Placeholder
	end, open := 0, 0
	for t, ok := nextToken(text, 0); ok; t, ok = nextToken(text, t.Span.End) {
		open = lintBraces(r, at, text, end, t.Span.Start, open)
		end = t.Span.End
		if t.ill {
			r.wrong(at, decorum.Malformed, t.Span, wantPlaceholder)
			continue
		}
		all = append(all, t.Placeholder)
		if first == nil {
			first = &all[0]
		} else if (first.Number == 0) != (t.Number == 0) {
			r.wrong(at, decorum.Mismatch, t.Span, "numbers or names")
		}
		if len(t.Name) > advisedName {
			r.add(at, decorum.Violation{
				Code: decorum.TooLong, Severity: decorum.SeverityWarning, Span: t.Span,
				Limit: advisedName, Actual: int64(len(t.Name)), Unit: decorum.CodePoints,
			})
		}
	}
	lintBraces(r, at, text, end, len(text), open)
	slices.SortStableFunc(all, func(a, b Placeholder) int {
		return cmp.Or(cmp.Compare(a.Number, b.Number), strings.Compare(a.Name, b.Name))
	})
	all = slices.CompactFunc(all, func(a, b Placeholder) bool { return a.Name == b.Name })
	last := 0
	for _, p := range all {
		if p.Number > last+1 {
			r.wrong(at, decorum.Gap, p.Span, "{{"+strconv.Itoa(last+1)+"}}")
		}
		last = p.Number
	}
	return len(all)
}

const wantPlaceholder = "{{1}}, {{order_id}}"

// lintBraces records double braces in text[from:end], which has no placeholder:
// those that lack the other pair. Two that close single ones, as in {"a":{"b":1}},
// lack nothing. It takes and returns how many single braces are open.
func lintBraces(r *report, at *decorum.Path, text string, from, end, open int) int {
	for from < end {
		next := from + 1
		if c := text[from]; c == '{' || c == '}' {
			for next < end && text[next] == c {
				next++
			}
			switch n := next - from; {
			case c == '}' && n <= open:
				open -= n
			case n > 1:
				r.wrong(at, decorum.Malformed, decorum.Span{Start: from, End: next}, wantPlaceholder)
			case c == '{':
				open++
			}
		}
		from = next
	}
	return open
}

// lintBody looks at the body.
func (n *Notification) lintBody(r *report, at *decorum.Path) {
	lintPlaceholders(r, at, n.Body)
	lintNeighbours(r, at, n.Body)
	lintWords(r, at, n.Body)
	lintLines(r, at, n.Body)
	limit := points(advisedBody)
	if limit.Over(n.Body) && !CloudAPI().Body.Over(n.Body) {
		r.tooLong(at, limit, n.Body, decorum.SeverityWarning)
	}
	if count := emoji.Count(n.Body); count > advisedEmojis {
		r.count(at, decorum.TooMany, decorum.SeverityWarning, advisedEmojis, count)
	}
}

// lintNeighbours looks at what stands before, between and after placeholders.
func lintNeighbours(r *report, at *decorum.Path, text string) {
	end := -1
	var p, last Placeholder
	var ok, alone bool // alone: the only one so far, and told to be first
	for p, ok = nextPlaceholder(text, 0); ok; p, ok = nextPlaceholder(text, p.Span.End) {
		between := text[max(end, 0):p.Span.Start]
		switch {
		case end < 0:
			alone = lintEdge(r, at, p, between)
		case between == "":
			r.wrong(at, decorum.Adjacent, p.Span, "")
		case strings.Trim(between, " \t\r\n") == "":
			r.warn(at, decorum.Adjacent, p.Span, "")
		}
		alone = alone && end < 0
		end, last = p.Span.End, p
	}
	if end >= 0 && !alone {
		lintEdge(r, at, last, text[end:])
	}
}

// lintEdge records a placeholder with nothing but this between it and an end of
// the text, and reports whether that is an error.
func lintEdge(r *report, at *decorum.Path, p Placeholder, beyond string) bool {
	switch {
	case strings.Trim(beyond, " \t\r\n") == "":
		r.wrong(at, decorum.AtEdge, p.Span, "")
		return true
	case !hasWord(beyond):
		r.warn(at, decorum.AtEdge, p.Span, "")
	}
	return false
}

// punctuation is what ends sentences outside of ASCII.
const punctuation = "。！？．，、；：…؟،؛।॥։።၊။។៖«»“”‘’„¡¿·–—"

// hasWord reports whether there is more than spaces and punctuation in s.
func hasWord(s string) bool {
	for _, c := range s {
		switch {
		case c >= utf8.RuneSelf && !strings.ContainsRune(punctuation, c):
			return true
		case '0' <= c && c <= '9', 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z':
			return true
		}
	}
	return false
}

// lintWords warns when a text has too few words for its placeholders. How many
// Meta wants is not published; those who asked were told of two for each and one
// more.
func lintWords(r *report, at *decorum.Path, text string) {
	words, places, end := 0, 0, 0
	for p, ok := nextPlaceholder(text, 0); ok; p, ok = nextPlaceholder(text, p.Span.End) {
		words += countWords(text[end:p.Span.Start])
		end = p.Span.End
		places++
	}
	words += countWords(text[end:])
	if places > 0 && words < 2*places+1 {
		r.add(at, decorum.Violation{
			Code: decorum.TooFew, Severity: decorum.SeverityWarning,
			Limit: int64(2*places + 1), Actual: int64(words), Unit: decorum.Words,
		})
	}
}

// countWords counts the words between spaces that are more than punctuation.
// Scripts that put no spaces between words count one for seven characters (Thai,
// Lao, Myanmar, Khmer) or for each (Chinese, Japanese).
func countWords(text string) int {
	n, long := 0, 0
	for word := range strings.FieldsSeq(text) {
		plain := false
		for _, c := range word {
			switch {
			case 0x0E00 <= c && c <= 0x0EFF, 0x1000 <= c && c <= 0x109F, 0x1780 <= c && c <= 0x17FF:
				long++
			case 0x3040 <= c && c <= 0x30FF, 0x3400 <= c && c <= 0x9FFF, 0x20000 <= c && c <= 0x3FFFF:
				n++
			default:
				plain = true
			}
		}
		if plain && hasWord(word) {
			n++
		}
	}
	return n + (long+6)/7
}

// lintLines looks at blank lines, tabs and spaces.
func lintLines(r *report, at *decorum.Path, text string) {
	for span, b := nextBlemish(text, 0); b != 0; span, b = nextBlemish(text, span.End) {
		gap := text[span.Start:span.End]
		switch {
		case strings.Count(gap, "\n") > 2:
			r.wrong(at, decorum.ForbiddenSpacing, span, "at most one blank line")
		case b == Tab, b == Spaces, strings.Contains(gap, "\t"), strings.Contains(gap, "     "):
			r.warn(at, decorum.ForbiddenSpacing, span, "")
		}
	}
}
