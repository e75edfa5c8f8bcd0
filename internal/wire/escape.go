package wire

import (
	"unicode/utf16"
	"unicode/utf8"
)

// chunk is the least memory that is taken for unescaped strings at once, unless
// the rest of the document cannot need as much.
const chunk = 2048

// short is up to which length the copy of a document has an eighth more memory for
// unescaped strings: those of a webhook with one message need none of their own.
const short = 4096

// unescape returns src[start:end], whose escapes are known to be well-formed,
// without them; n is the length of the outcome.
//
// Strings share memory: each is put behind the one before, and a new chunk is
// taken for one that does not fit. What is there once is never written again.
func (r *Reader) unescape(start, end, n int) string {
	b := &r.unescaped
	if b.Cap()-b.Len() < n {
		b.Reset()
		// An unescaped string is never longer than it is in the document.
		b.Grow(max(n, min(chunk, len(r.src)-start)))
	}
	from := b.Len()
	for i := start; ; {
		next := min(plainEnd(r.src, i), end)
		b.WriteString(r.src[i:next])
		if next == end {
			break
		}
		c, size := escape(r.src[next:])
		b.WriteRune(c)
		i = next + size
	}
	r.steps += end - start
	return b.String()[from:]
}

// escape decodes the escape at the beginning of s, a pair of \u escapes as one.
// The size is 0 if it is malformed; the code point is -1 for half a surrogate
// pair.
func escape(s string) (c rune, size int) {
	if len(s) < 2 {
		return 0, 0
	}
	switch s[1] {
	case '"', '\\', '/':
		return rune(s[1]), 2
	case 'b':
		return '\b', 2
	case 'f':
		return '\f', 2
	case 'n':
		return '\n', 2
	case 'r':
		return '\r', 2
	case 't':
		return '\t', 2
	case 'u':
	default:
		return 0, 0
	}
	c = hex4(s)
	switch {
	case c < 0:
		return 0, 0
	case !utf16.IsSurrogate(c):
		return c, 6
	}
	if len(s) >= 8 && s[6] == '\\' && s[7] == 'u' {
		if pair := utf16.DecodeRune(c, hex4(s[6:])); pair != utf8.RuneError {
			return pair, 12
		}
	}
	return -1, 6
}

// hex4 returns the four hexadecimal digits of the escape \uXXXX, -1 if they are
// none.
func hex4(s string) rune {
	if len(s) < 6 {
		return -1
	}
	var c rune
	for _, d := range []byte(s[2:6]) {
		switch {
		case '0' <= d && d <= '9':
			d -= '0'
		case 'a' <= d && d <= 'f':
			d -= 'a' - 10
		case 'A' <= d && d <= 'F':
			d -= 'A' - 10
		default:
			return -1
		}
		c = c<<4 | rune(d)
	}
	return c
}
