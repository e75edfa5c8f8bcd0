package markup

import (
	"unicode/utf8"

	"github.com/decorum-go/decorum"
)

// A Mark is a stretch of the text that means something to the caller, such as
// the value of a parameter or the chosen option.
//
// Marks are given in their order in the text and do not overlap. One that does
// not keep to this is passed over: one that begins before the last one that
// counted ends, is not within the text, is empty, or has the ID 0. Unlike
// elsewhere in Decorum, the zero Span is empty here: it is where an empty value
// at the beginning of a text stands.
//
// Where a border of a mark is within a code point, an emoji, a marker or the end
// of a line, it takes effect after that.
type Mark struct {
	Span decorum.Span
	// ID is what runs within the mark have as their Mark, the number of a
	// parameter, for instance; not 0.
	ID int
}

// An output is where runs go. It is apart from the walker, whose text the runs
// refer to: so the compiler sees that yield is kept by none of them, and leaves it
// on the stack.
type output struct {
	yield func(Run) bool
	marks []Mark
	// marked is where the last mark that counted ends.
	marked int
	// steps counts the marks looked at.
	steps int
}

// run fills in where a run is and how it is drawn, and yields it, in several
// parts where a border of a mark divides it.
func (w *walker) run(out *output, r Run, start, end int) bool {
	r.Block, r.Number = w.block, w.number
	r.Style |= w.style
	for len(out.marks) > 0 && start < end {
		m := out.mark(w.s, start)
		stop := end
		if r.Kind == Text || r.Kind == Link {
			if stop = boundary(w.s, m.Span.Start); stop <= start {
				stop = boundary(w.s, m.Span.End)
			}
			stop = min(stop, end)
		}
		r.Mark = 0
		if m.Span.Start <= start {
			r.Mark = m.ID
		}
		r.Span, r.Text = decorum.Span{Start: start, End: stop}, w.s[start:stop]
		if !out.yield(r) {
			return false
		}
		start = stop
	}
	if start == end {
		return true
	}
	r.Mark = 0
	r.Span, r.Text = decorum.Span{Start: start, End: end}, w.s[start:end]
	return out.yield(r)
}

// mark returns the first mark that ends after the place at; where there is none,
// one past the end of the text.
func (o *output) mark(s string, at int) Mark {
	for ; len(o.marks) > 0; o.marks = o.marks[1:] {
		m := o.marks[0]
		o.steps++
		if m.ID == 0 || m.Span.Start < o.marked || m.Span.End <= m.Span.Start || m.Span.End > len(s) {
			continue
		}
		if end := boundary(s, m.Span.End); end > max(at, boundary(s, m.Span.Start)) {
			return m
		}
		o.marked = m.Span.End
	}
	return Mark{Span: decorum.Span{Start: len(s), End: len(s)}}
}

// boundary returns the first place at or after i where no code point is divided.
func boundary(s string, i int) int {
	for back := 1; back < utf8.UTFMax && back <= i && i < len(s) && !utf8.RuneStart(s[i-back+1]); back++ {
		if utf8.RuneStart(s[i-back]) {
			if _, size := utf8.DecodeRuneInString(s[i-back:]); size > back {
				return i - back + size
			}
		}
	}
	return i
}
