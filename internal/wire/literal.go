package wire

import "strings"

// Bool reads true or false. Any other value is a violation, and false is
// returned.
func (r *Reader) Bool() bool {
	c := r.value()
	switch c {
	case 't':
		r.literal("true")
		return !r.over
	case 'f':
		r.literal("false")
	default:
		r.mismatch(c, "true or false")
	}
	return false
}

// Null reads a null if that is what comes next, and reports whether it was.
// Any other value stays unread.
func (r *Reader) Null() bool {
	if r.Kind() != Null {
		return false
	}
	r.ready = false
	r.literal("null")
	return !r.over
}

// literal reads the word, of which the first letter is known to be at pos.
func (r *Reader) literal(word string) {
	if !strings.HasPrefix(r.src[r.pos:], word) {
		r.fail(len(word), word)
		return
	}
	r.pos += len(word)
}
