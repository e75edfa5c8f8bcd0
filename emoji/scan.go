package emoji

import "math/bits"

// The scan passes over eight bytes at a time that cannot begin an emoji, and
// looks closer only at the four bytes that can: C2, E2, E3 and F0. Keycaps begin
// with an ASCII character, so they are found by their last one, U+20E3, which
// begins with E2, and looked at backwards.
const (
	low  = 0x0101010101010101 // the lowest bit of each byte
	high = 0x8080808080808080 // the highest bit of each byte
)

// load returns s[i:i+8] as a little-endian number. The compiler makes one load
// of it.
func load(s string, i int) uint64 {
	b := s[i : i+8]
	return uint64(b[0]) | uint64(b[1])<<8 | uint64(b[2])<<16 | uint64(b[3])<<24 |
		uint64(b[4])<<32 | uint64(b[5])<<40 | uint64(b[6])<<48 | uint64(b[7])<<56
}

// zero returns a number whose lowest bit that is set is the high bit of the
// lowest byte of w that is zero; 0 if no byte of w is zero.
func zero(w uint64) uint64 { return (w - low) &^ w & high }

// firsts does the same for the bytes that can begin an emoji.
func firsts(w uint64) uint64 {
	return zero(w^0xC2*low) | zero((w|low)^0xE3*low) | zero(w^0xF0*low)
}

// next returns the first emoji in s that begins at the offset at or later, and
// len(s) twice if there is none. The offset must be 0 or the end of an emoji.
// It also counts its steps, each of which costs a bounded time; a test holds
// their number against the length of s.
func next(s string, at int) (start, end, steps int) {
	for i := at; i < len(s); {
		steps++
		if !isFirst(s[i]) {
			j := skip(s, i)
			steps += (j - i) / 8
			if i = j; i == len(s) {
				break
			}
		}
		class, size := classAt(s, i)
		if class != 0 {
			end = i + size
			if class&presented != 0 && (end == len(s) || s[end] < 0xE2 || s[end] == 0xF0 && class&base == 0) {
				return i, end, steps // no more than this one code point
			}
			stop, n := sequence(s, i, class, size)
			steps += n
			if stop > 0 {
				return i, stop, steps
			}
		} else if size == 3 && s[i] == 0xE2 && s[i+1] == 0x83 && s[i+2] == 0xA3 {
			if first := keycapStart(s, at, i); first >= 0 {
				return first, afterSelector(s, i+3), steps
			}
		}
		i += size
	}
	return len(s), len(s), steps
}

// isFirst reports whether b can begin an emoji.
func isFirst(b byte) bool { return b == 0xF0 || b&^1 == 0xE2 || b == 0xC2 }

// skip returns the offset of the first byte at i or later that can begin an
// emoji, or len(s).
func skip(s string, i int) int {
	for i+32 <= len(s) {
		b := s[i : i+32]
		w0, w1, w2, w3 := load(b, 0), load(b, 8), load(b, 16), load(b, 24)
		if (w0|w1|w2|w3)&high != 0 && firsts(w0)|firsts(w1)|firsts(w2)|firsts(w3) != 0 {
			break
		}
		i += 32
	}
	for ; i+8 <= len(s); i += 8 {
		if m := firsts(load(s, i)); m != 0 {
			return i + bits.TrailingZeros64(m)>>3
		}
	}
	for i < len(s) && !isFirst(s[i]) {
		i++
	}
	return i
}

// keycapStart returns where the keycap begins whose U+20E3 is at i, and -1 if
// there is none that begins at the offset at or later.
func keycapStart(s string, at, i int) int {
	if i-3 >= at && isSelector(s, i-3) {
		i -= 3
	}
	if i--; i >= at && keycapKey(s[i]) {
		return i
	}
	return -1
}

// keycapKey reports whether b can stand on a keycap.
func keycapKey(b byte) bool { return '0' <= b && b <= '9' || b == '#' || b == '*' }
