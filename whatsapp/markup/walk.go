package markup

import (
	"strings"

	"github.com/decorum-go/decorum/emoji"
	"github.com/decorum-go/decorum/whatsapp/link"
)

// MaxInside is how many links and pieces of code may stand within one style.
const MaxInside = 16

// A walker goes through a text once. What it finds ahead, links and pieces of
// code, waits in a ring until it is known which styles open before it; the ring
// bounds how far that can depend on what comes.
type walker struct {
	s   string
	raw bool

	block  Block
	number int
	style  Style
	// open are the styles that are open, the innermost last.
	open  [len(markers)]opened
	depth int

	// All before from is yielded. Between from and at is text; what is before
	// fed is known, with its atoms in the ring from head to tail; a style may
	// close before known.
	from, at, fed, known int
	ring                 [MaxInside]atom
	head, tail           int

	// next are the next places of each marker. One that is yet to open finds none
	// that closes before closed.
	next, closed [len(markers)]int

	ahead structure
	// feed and tick are the next line feed and the next `; one that is yet to open
	// finds none that closes before ticked.
	feed, tick, ticked int
	// override is the first control that overrides the order of letters.
	override int

	// steps counts the bytes looked at, emojis and links apart.
	steps int
}

// An atom is a link or a piece of code that is known but not yet yielded. Markers
// count before its core and after it, but not within.
type atom struct {
	start, coreStart, coreEnd, end int
	// link is the link that was found; the zero Link for code.
	link link.Link
	// fence is how many ` stand at each end of code.
	fence int
}

// none says of a place that it was not looked for yet.
const none = -1

// newWalker is a value, so that it can stay on the stack.
func newWalker(s string, raw bool) walker {
	w := walker{s: s, raw: raw, feed: none, tick: none, override: none}
	w.ahead.start = none
	for k := range w.next {
		w.next[k] = none
	}
	return w
}

// walk yields all runs, until yield tells to stop.
func (w *walker) walk(out *output) {
	if w.s == "" || !w.beginLine(out, 0) {
		return
	}
	for span, l := range link.Find(w.s) {
		if !w.link(out, atom{start: span.Start, end: span.End, link: l}) {
			return
		}
	}
	for w.peek().kind != textEnd {
		if !w.take(out) {
			return
		}
	}
	w.upTo(out, len(w.s))
}

// restart goes on at a place that everything before is yielded of.
func (w *walker) restart(at int) { w.from, w.at, w.fed = at, at, at }

// link adds the next link, and before it all that begins earlier.
func (w *walker) link(out *output, a atom) bool {
	for w.peek().start <= a.start {
		if !w.take(out) {
			return false
		}
	}
	if w.fed > a.start {
		return true // the link begins within code
	}
	a.end = min(a.end, w.peek().start)
	a.coreStart, a.coreEnd = a.start, a.end
	for a.coreStart < a.end && markerOf(w.s[a.coreStart]) >= 0 {
		a.coreStart++
	}
	for a.coreEnd > a.coreStart && markerOf(w.s[a.coreEnd-1]) >= 0 {
		a.coreEnd--
	}
	w.steps += a.end - a.start
	if a.coreEnd-a.coreStart < a.link.Span().Len() && w.overridden(a.start) {
		a.coreStart, a.coreEnd = a.start, a.end
		if a.end < a.link.Span().End {
			w.fed = a.end
			return true // code begins within
		}
	}
	return w.add(out, a)
}

// overridden reports whether a control that overrides the order of letters
// stands before the place at.
func (w *walker) overridden(at int) bool {
	if w.override == none {
		w.override = len(w.s)
		for _, control := range [...]string{"\u202D", "\u202E"} {
			if i := strings.Index(w.s, control); i >= 0 {
				w.override = min(w.override, i)
			}
		}
		w.steps += 2 * w.override
	}
	return w.override < at
}

// add puts an atom into the ring, and yields the first one when the ring is full.
func (w *walker) add(out *output, a atom) bool {
	w.known = a.start
	if w.tail-w.head == MaxInside && !w.atom(out) {
		return false
	}
	w.ring[w.tail%MaxInside] = a
	w.tail++
	w.fed = a.end
	return true
}

// upTo yields all that is left before the place end, where the line ends as far
// as styles are concerned.
func (w *walker) upTo(out *output, end int) bool {
	w.known = end
	for w.head < w.tail {
		if !w.atom(out) {
			return false
		}
	}
	if !w.text(out, end) || !w.flush(out, end) {
		return false
	}
	w.restart(end)
	return true
}

// atom yields the first atom of the ring, and the text before it.
func (w *walker) atom(out *output) bool {
	a := &w.ring[w.head%MaxInside]
	if !w.text(out, a.coreStart) {
		return false
	}
	w.head++
	start := max(a.start, w.from)
	if a.fence > 0 {
		return w.flush(out, start) && w.code(out, a.start, a.end, a.fence)
	}
	end := a.end
	if w.depth > 0 {
		end = min(end, w.open[w.depth-1].close)
	}
	l, stop := a.link, end
	if l.Span().Start != start || l.Span().End != end {
		l, stop = w.again(start, end)
	}
	if start < stop {
		if !w.flush(out, start) || !w.run(out, Run{Kind: Link, Link: l}, start, stop) {
			return false
		}
		w.from = stop
	}
	w.at = end
	return true
}

// again finds the link anew that is cut down to s[start:end], with the code
// point before it, and returns where it ends; start if there is none any more.
func (w *walker) again(start, end int) (link.Link, int) {
	from := start
	if start > 0 && w.s[start-1] >= 0x80 {
		from -= lastSize(w.s[:start])
	}
	w.steps += end - from
	for span, l := range link.Find(w.s[from:end]) {
		if span = span.Shift(from); span.Start == start {
			return l, span.End
		}
	}
	return link.Link{}, start
}

// flush yields the text before the place end.
func (w *walker) flush(out *output, end int) bool {
	if w.from >= end {
		return true
	}
	base, from := w.from, w.from
	w.from = end
	for span, e := range emoji.Find(w.s[base:end]) {
		start, stop := base+span.Start, base+span.End
		if from < start && !w.run(out, Run{Kind: Text}, from, start) {
			return false
		}
		if !w.run(out, Run{Kind: Emoji, Emoji: e}, start, stop) {
			return false
		}
		from = stop
	}
	return from == end || w.run(out, Run{Kind: Text}, from, end)
}

// index returns the place of the next b in s[from:to], or to.
func (w *walker) index(from, to int, b byte) int {
	if from >= to {
		return to
	}
	i := strings.IndexByte(w.s[from:to], b)
	if i < 0 {
		i = to - from
	}
	w.steps += i + 1
	return from + i
}
