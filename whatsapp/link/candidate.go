package link

import (
	"math/bits"
	"strings"
	"unicode/utf8"
)

// A cursor knows the next places where a link may have its top-level domain or
// its "://", each -1 at first. A search for one byte is the fastest way through
// a text that there is, so the rare kinds of place are searched for one by one.
type cursor struct {
	// dot is the next '.' with a letter after it, slash the next '/'; full is the
	// next U+3002, half the next U+FF0E or U+FF61, with the first letter of a
	// top-level domain after it.
	dot, slash, full, half int
}

// next returns the first candidate at or after i, len(s) when there is none.
func (c *cursor) next(s string, i int) int {
	if c.dot < i {
		c.dot = dotBeforeLetter(s, i)
	}
	if c.slash < i {
		c.slash = indexByte(s, i, '/')
	}
	if c.full < i {
		// Its second byte is the rarest.
		c.full = indexByte(s, i+1, 0x80)
		for c.full < len(s) && (dot(s, c.full-1) == 0 || !beginsDomain(s, c.full+2)) {
			c.full = indexByte(s, c.full+1, 0x80)
		}
		if c.full < len(s) {
			c.full--
		}
	}
	if c.half < i {
		c.half = indexByte(s, i, 0xEF)
		for c.half < len(s) && (dot(s, c.half) == 0 || !beginsDomain(s, c.half+3)) {
			c.half = indexByte(s, c.half+1, 0xEF)
		}
	}
	return min(c.dot, c.slash, c.full, c.half)
}

// beginsDomain reports whether a top-level domain may begin at s[i:].
func beginsDomain(s string, i int) bool {
	if i >= len(s) {
		return false
	}
	if s[i] < utf8.RuneSelf {
		return s[i]&0x40 != 0
	}
	return firstOfDomain(s, i)
}

const (
	ones  = 0x0101010101010101
	highs = 0x8080808080808080
)

// load returns s[i:i+8] as a little-endian number.
func load(s string, i int) uint64 {
	b := s[i : i+8]
	return uint64(b[0]) | uint64(b[1])<<8 | uint64(b[2])<<16 | uint64(b[3])<<24 |
		uint64(b[4])<<32 | uint64(b[5])<<40 | uint64(b[6])<<48 | uint64(b[7])<<56
}

// marks sets the highest bit of each byte of w that is a '.', and of some bytes
// after such a one, if the byte after it, in next, has the bit 0x40: all letters
// have it, and the first bytes of all code points past ASCII.
func marks(w, next uint64) uint64 {
	w ^= '.' * ones
	return (w - ones) &^ w & (next << 1)
}

// dotBeforeLetter returns the place of the next '.' from i on that a letter or
// something past ASCII follows, len(s) if there is none. Most dots end
// sentences; those are passed over, 32 bytes at a time.
func dotBeforeLetter(s string, i int) int {
	for ; len(s)-i > 32; i += 32 {
		b := s[i : i+33]
		m0, m1 := marks(load(b, 0), load(b, 1)), marks(load(b, 8), load(b, 9))
		m2, m3 := marks(load(b, 16), load(b, 17)), marks(load(b, 24), load(b, 25))
		if (m0|m1|m2|m3)&highs == 0 {
			continue
		}
		for at, m := range [...]uint64{m0, m1, m2, m3} {
			for m &= highs; m != 0; m &= m - 1 {
				if j := at*8 + bits.TrailingZeros64(m)>>3; b[j] == '.' {
					return i + j
				}
			}
		}
	}
	for ; i+1 < len(s); i++ {
		if s[i] == '.' && s[i+1]&0x40 != 0 {
			return i
		}
	}
	return len(s)
}

// indexByte returns the place of the next b in s from i on, len(s) if there is
// none.
func indexByte(s string, i int, b byte) int {
	if i >= len(s) {
		return len(s)
	}
	if n := strings.IndexByte(s[i:], b); n >= 0 {
		return i + n
	}
	return len(s)
}

// dot returns the number of bytes of the dot at s[i:], 0 if there is none.
// Host names may be divided by U+002E, U+3002, U+FF0E and U+FF61.
func dot(s string, i int) int {
	if i >= len(s) {
		return 0
	}
	switch s[i] {
	case '.':
		return 1
	case 0xE3:
		if i+2 < len(s) && s[i+1] == 0x80 && s[i+2] == 0x82 {
			return 3
		}
	case 0xEF:
		if i+2 < len(s) && (s[i+1] == 0xBC && s[i+2] == 0x8E || s[i+1] == 0xBD && s[i+2] == 0xA1) {
			return 3
		}
	}
	return 0
}

// dotBefore returns the number of bytes of the dot that ends before s[i].
func dotBefore(s string, i int) int {
	switch {
	case i >= 1 && s[i-1] == '.':
		return 1
	case i >= 3 && dot(s, i-3) == 3:
		return 3
	}
	return 0
}
