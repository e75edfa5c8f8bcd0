package wire

import (
	"iter"

	"github.com/decorum-go/decorum"
)

// nearFrames is how many containers may be open before a Reader allocates:
// webhooks have ten.
const nearFrames = 16

// A frame is an open object or array.
type frame struct {
	// name is where that of the member at hand stands, in an object.
	name stretch
	// more holds the names of the members read so far, once they are too many
	// for the reader's own list.
	more map[string]struct{}
	// filter has a bit for each of those names.
	filter uint64
	// count is how many members or elements were begun.
	count int32
	// base is where the names of an object begin in the reader's list.
	base  int32
	array bool
	// inside: a member or element is at hand, rather than what lies between two.
	inside bool
}

// A stretch is a part of the document.
type stretch struct{ start, end int32 }

// frame returns the i-th open container, from the outermost.
func (r *Reader) frame(i int) *frame {
	if i < nearFrames {
		return &r.near[i]
	}
	return &r.far[i-nearFrames]
}

// Object reads an object and yields the name of each member, unescaped, in the
// order of the document. The loop's body reads the member's value, or leaves it:
// a value that is not read is checked and passed over. So is the rest of the
// object when the loop is left early.
//
// Names are told apart byte by byte. A name that stands a second time is a
// violation and is not yielded. A value that is no object is one, too, and
// yields nothing.
func (r *Reader) Object() iter.Seq[string] {
	return func(yield func(string) bool) {
		level := r.open('{')
		for {
			name, ok := r.member(level)
			if !ok {
				return
			}
			if !yield(name) {
				r.leave(level)
				return
			}
		}
	}
}

// Array reads an array and yields the index of each element, from 0. The loop's
// body reads the element, or leaves it, as for [Reader.Object]. A value that is
// no array is a violation and yields nothing.
func (r *Reader) Array() iter.Seq[int] {
	return func(yield func(int) bool) {
		level := r.open('[')
		for {
			i, ok := r.element(level)
			if !ok {
				return
			}
			if r.elements++; r.elements > r.limits.Elements {
				r.tooMany(r.limits.Elements)
				return
			}
			if !yield(i) {
				r.leave(level)
				return
			}
		}
	}
}

// Spent returns how many elements [Reader.Array] yielded.
func (r *Reader) Spent() int { return r.elements }

// Spend counts n elements more, for a decoder that reads a part of the document
// with another Reader: what one of them spent is spent for both.
func (r *Reader) Spend(n int) { r.elements += n }

// open takes the container that comes next, which must begin with c, and
// returns its level: 1 for the outermost, 0 when there is no such container.
func (r *Reader) open(c byte) int {
	found := r.value()
	switch {
	case found == c:
		return r.push(c)
	case c == '{':
		r.mismatch(found, "an object")
	default:
		r.mismatch(found, "an array")
	}
	return 0
}

// push opens the container at pos and returns its level, 0 if it is too deep.
func (r *Reader) push(c byte) int {
	if r.depth >= r.limits.Depth {
		r.tooDeep()
		return 0
	}
	if r.depth >= nearFrames && r.depth-nearFrames == len(r.far) {
		r.far = append(r.far, frame{})
	}
	f := r.frame(r.depth)
	if f.more != nil {
		f.more = nil
	}
	f.filter, f.count, f.base = 0, 0, r.held
	f.array, f.inside = c == '[', false
	r.pos++
	r.depth++
	return r.depth
}

// pop closes the innermost container, whose last byte is at pos.
func (r *Reader) pop(f *frame) {
	r.pos++
	r.depth--
	r.held = f.base
}

// leave passes over the rest of the container at the level.
func (r *Reader) leave(level int) {
	for !r.over && r.depth >= level {
		r.next()
	}
}

// next goes to the next member or element of the innermost container.
func (r *Reader) next() bool {
	level := r.depth
	if r.frame(level - 1).array {
		_, ok := r.element(level)
		return ok
	}
	_, ok := r.member(level)
	return ok
}

// member goes to the next member of the object at the level and returns its
// name. It returns false, with the object closed, when there is none.
func (r *Reader) member(level int) (string, bool) {
	if r.ready {
		r.skip()
	}
	if level == 0 || level != r.depth || r.over {
		r.outside(level)
		return "", false
	}
	for {
		f := r.frame(level - 1) // anew each time: skip may move it
		f.inside = false
		c := r.at()
		if c <= ' ' {
			c = r.white()
		}
		if c == '}' {
			r.pop(f)
			return "", false
		}
		if f.count > 0 {
			if c != ',' {
				r.fail(1, "a comma or a closing brace")
				return "", false
			}
			r.pos++
			if c = r.at(); c <= ' ' {
				c = r.white()
			}
		}
		if c != '"' {
			r.fail(1, "a name in double quotes")
			return "", false
		}
		if int(f.count) >= r.limits.Members {
			r.tooMany(r.limits.Members)
			return "", false
		}
		f.count++
		start := r.pos
		name, ok := r.text()
		f.name = stretch{int32(start) + 1, int32(r.pos) - 1}
		f.inside = ok
		if c = r.at(); c <= ' ' {
			c = r.white()
		}
		if c != ':' {
			f.inside = false
			r.fail(1, "a colon")
			return "", false
		}
		end := r.pos
		r.pos++
		r.expect()
		switch {
		case !r.ready:
			return "", false
		case !ok: // the name is no text: recorded already
		case r.known(f, name):
			r.fault(decorum.Duplicate, start, end, "")
		case r.skipNulls && r.src[r.pos] == 'n':
		default:
			return name, true
		}
		r.skip()
	}
}

// element goes to the next element of the array at the level and returns its
// index. It returns false, with the array closed, when there is none.
func (r *Reader) element(level int) (int, bool) {
	if r.ready {
		r.skip()
	}
	if level == 0 || level != r.depth || r.over {
		r.outside(level)
		return 0, false
	}
	f := r.frame(level - 1)
	f.inside = false
	c := r.at()
	if c <= ' ' {
		c = r.white()
	}
	switch {
	case c == ']':
		r.pop(f)
		return 0, false
	case f.count == 0:
	case c == ',':
		r.pos++
	default:
		r.fail(1, "a comma or a closing bracket")
		return 0, false
	}
	if int(f.count) >= r.limits.Members {
		r.tooMany(r.limits.Members)
		return 0, false
	}
	f.count++
	f.inside = true
	r.expect()
	return int(f.count) - 1, r.ready
}

// outside: the container at the level is not the one that can be read on. That
// is as it should be for the level 0, which has none, and when the document is
// over.
func (r *Reader) outside(level int) {
	if level > 0 && !r.over {
		r.misuse()
	}
}
