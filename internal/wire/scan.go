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

// loadTail returns what load does for the last bytes of s, fewer than eight,
// with spaces past the end.
func loadTail(s string, i int) uint64 {
	if len(s) >= 8 {
		past := 8 * uint(i+8-len(s))
		return load(s, len(s)-8)>>past | spaces<<(64-past)
	}
	w := uint64(spaces)
	for k := len(s) - 1; k >= i; k-- {
		w = w<<8 | uint64(s[k])
	}
	return w
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

// needsEscape reports whether c cannot stand for itself in a JSON string.
func needsEscape(c byte) bool { return c < ' ' || c == '"' || c == '\\' }
