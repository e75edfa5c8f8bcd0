package wire

import (
	"unicode/utf8"

	"github.com/decorum-go/decorum"
)

// Text reads a string. A string without escapes is a part of the document's
// text; another is a part of memory that the reader shares out.
//
// A string that is not valid UTF-8, or has the escape of half a surrogate pair,
// is a violation, and "" is returned: nothing is put in place of what cannot be
// read. So it is for a value that is no string.
func (r *Reader) Text() string {
	c := r.value()
	if c != '"' {
		r.mismatch(c, "a string")
		return ""
	}
	s, _ := r.text()
	return s
}

// text reads the string that begins at pos, be it a value or a name, and
// reports whether it is a text.
func (r *Reader) text() (string, bool) {
	start := r.pos + 1
	end := plainEnd(r.src, start)
	if end == len(r.src) || r.src[end] != '"' {
		return r.escapedText(start, end)
	}
	r.pos = end + 1
	s := r.src[start:end]
	if r.invalid && !r.valid(start, end) {
		return "", false
	}
	return s, true
}

// skipText passes over the string that begins at pos.
func (r *Reader) skipText() {
	start := r.pos + 1
	end := plainEnd(r.src, start)
	if end == len(r.src) || r.src[end] != '"' {
		r.closing(start, end)
		return
	}
	r.pos = end + 1
	if r.invalid {
		r.valid(start, end)
	}
}

// escapedText reads the string whose first byte is at start and whose first
// escape is at first.
func (r *Reader) escapedText(start, first int) (string, bool) {
	n, ok := r.closing(start, first)
	if !ok {
		return "", false
	}
	return r.unescape(start, r.pos-1, n), true
}

// closing goes past the string whose first byte is at start and whose first
// special byte is at first. It returns how many bytes the string has unescaped,
// and false if it is no text.
func (r *Reader) closing(start, first int) (n int, ok bool) {
	ok = true
	from := start
	for i := first; ; {
		n += i - from
		switch {
		case i == len(r.src):
			r.pos = i
			r.fail(1, "a closing quote")
			return 0, false
		case r.src[i] == '"':
			r.pos = i + 1
			if r.invalid && !r.valid(start, i) {
				ok = false
			}
			return n, ok
		case r.src[i] != '\\':
			r.pos = i
			r.fail(1, "an escape in place of a control character")
			return 0, false
		}
		c, size := escape(r.src[i:])
		switch {
		case size == 0:
			r.pos = i
			r.fail(2, "a valid escape")
			return 0, false
		case c < 0:
			if ok { // one violation for a string
				r.fault(decorum.Malformed, i, i+size, "both halves of a surrogate pair")
			}
			ok = false
		default:
			n += utf8.RuneLen(c)
		}
		from = i + size
		i = plainEnd(r.src, from)
	}
}

// valid records a string whose stretch of the document is not valid UTF-8.
func (r *Reader) valid(start, end int) bool {
	r.steps += end - start
	bad := decorum.InvalidOffset(r.src[start:end])
	if bad < 0 {
		return true
	}
	r.fault(decorum.InvalidUTF8, start+bad, end, "")
	return false
}
