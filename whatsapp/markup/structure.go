package markup

import "strings"

// A structure divides the text before styles and links are looked at: the end
// of a line, or code.
type structure struct {
	kind       structureKind
	start, end int
}

type structureKind uint8

const (
	// textEnd is the end of the text.
	textEnd structureKind = iota
	lineEnd
	// inline is code or monospace within a line.
	inline
	// multiline is monospace that goes over the end of a line.
	multiline
)

// peek returns the next structure.
func (w *walker) peek() structure {
	if w.ahead.start < w.fed {
		w.ahead = w.find(w.fed)
	}
	return w.ahead
}

// take goes past the next structure. Code waits in the ring; the ends of lines
// are yielded at once, after all that is before them.
func (w *walker) take(out *output) bool {
	t := w.peek()
	if t.kind == inline {
		return w.add(out, atom{start: t.start, coreStart: t.start, coreEnd: t.end, end: t.end, fence: w.fenceAt(t.start)})
	}
	if !w.upTo(out, t.start) {
		return false
	}
	if t.kind == multiline {
		return w.code(out, t.start, t.end, fenceSize)
	}
	return w.run(out, Run{Kind: Break}, t.start, t.end) && w.beginLine(out, t.end)
}

// code yields code with its markers.
func (w *walker) code(out *output, start, end, fence int) bool {
	style := Code
	if fence == fenceSize {
		style = Monospace
	}
	w.from, w.at, w.fed = end, end, max(w.fed, end)
	return w.run(out, Run{Kind: Marker, Style: style}, start, start+fence) &&
		w.run(out, Run{Kind: Text, Style: style}, start+fence, end-fence) &&
		w.run(out, Run{Kind: Marker, Style: style}, end-fence, end)
}

// find looks for the first structure that begins at the place i or later.
func (w *walker) find(i int) structure {
	feed := w.nextBreak(i)
	for !w.raw {
		if w.tick < i {
			w.tick = w.index(i, len(w.s), '`')
		}
		start := w.tick
		if start >= feed {
			break
		}
		i = start + ticks(w.s[start:])
		w.steps += i - start
		switch n := i - start; {
		case n >= fenceSize:
			start = i - fenceSize
			if end := w.fenceEnd(start); end > feed {
				return structure{multiline, start, end}
			} else if end > 0 {
				return structure{inline, start, end}
			}
		case n == 1 && (start == 0 || w.s[start-1] != '`') && opens(w.s, start):
			if end := w.tickEnd(start, feed); end > 0 {
				return structure{inline, start, end}
			}
		}
	}
	if feed == len(w.s) {
		return structure{textEnd, feed, feed}
	}
	if feed > w.fed && w.s[feed-1] == '\r' {
		return structure{lineEnd, feed - 1, feed + 1}
	}
	return structure{lineEnd, feed, feed + 1}
}

// nextBreak returns the place of the first line feed at i or later, or the end
// of the text.
func (w *walker) nextBreak(i int) int {
	if w.feed < i {
		w.feed = w.index(i, len(w.s), '\n')
	}
	return w.feed
}

// fenceSize is the length of ```.
const fenceSize = 3

// ticks returns how many ` s begins with.
func ticks(s string) int {
	n := 0
	for n < len(s) && s[n] == '`' {
		n++
	}
	return n
}

// fenceAt returns how many ` begin the code at the place at.
func (w *walker) fenceAt(at int) int { return min(ticks(w.s[at:]), fenceSize) }

// fenceEnd returns where the monospace ends that begins with the ``` at the place
// start, 0 if there is none. It does not look past the next ```, where the next
// search begins.
func (w *walker) fenceEnd(start int) int {
	content := start + fenceSize
	n := strings.Index(w.s[content:], "```")
	if n < 0 {
		w.steps += len(w.s) - content
		return 0
	}
	w.steps += n
	if notSpace(w.s[:content+n], content) == content+n {
		return 0
	}
	return content + n + fenceSize
}

// tickEnd returns where the code ends that begins with the ` at the place start,
// 0 if there is none before the end of the line.
func (w *walker) tickEnd(start, feed int) int {
	for i := max(start+2, w.ticked); ; i++ {
		i = w.index(i, feed, '`')
		w.ticked = max(w.ticked, i)
		if i >= feed {
			return 0
		}
		if w.s[i-1] != '`' && (i+1 == len(w.s) || w.s[i+1] != '`') && closes(w.s, i) {
			return i + 1
		}
	}
}
