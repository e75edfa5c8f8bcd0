package wire

import "math/bits"

// The scan below takes eight bytes as one number.
const (
	low  = 0x0101010101010101 // the lowest bit of each byte
	high = 0x8080808080808080 // the highest bit of each byte

	spaces = ' ' * low
)

// load returns s[i:i+8] as a little-endian number; the compiler makes one load
// of it.
func load(s string, i int) uint64 {
	b := s[i : i+8]
	return uint64(b[0]) | uint64(b[1])<<8 | uint64(b[2])<<16 | uint64(b[3])<<24 |
		uint64(b[4])<<32 | uint64(b[5])<<40 | uint64(b[6])<<48 | uint64(b[7])<<56
}

// special returns the highest bit of each byte of w that cannot stand for
// itself in a JSON string: a quote, a backslash, a control character. Above the
// lowest such byte there may be false ones.
func special(w uint64) uint64 {
	return ((w - spaces) | (w ^ '"'*low - low) | (w ^ '\\'*low - low)) &^ w & high
}

// plainEnd returns the offset of the first byte of s from i on that cannot
// stand for itself in a JSON string, len(s) if there is none.
func plainEnd(s string, i int) int {
	for ; i+8 <= len(s); i += 8 {
		if found := special(load(s, i)); found != 0 {
			return i + bits.TrailingZeros64(found)/8
		}
	}
	for i < len(s) && !needsEscape(s[i]) {
		i++
	}
	return i
}

// survey tells whether all of s can stand for itself in a JSON string, and
// whether all of it is ASCII. It has no branch but for the length.
func survey(s string) (plain, ascii bool) {
	found, all := uint64(0), uint64(0)
	if len(s) < 8 {
		w := uint64(spaces)
		for i := range len(s) {
			w = w<<8 | uint64(s[i])
		}
		return special(w) == 0, w&high == 0
	}
	for i := 0; i < len(s)-8; i += 8 {
		w := load(s, i)
		found |= special(w)
		all |= w
	}
	w := load(s, len(s)-8) // some of it a second time
	return found|special(w) == 0, (all|w)&high == 0
}

// needsEscape reports whether c cannot stand for itself in a JSON string.
func needsEscape(c byte) bool { return c < ' ' || c == '"' || c == '\\' }
