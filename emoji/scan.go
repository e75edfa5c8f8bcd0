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
// lowest byte of w that is zero; 0 if no byte of w is zero. Above that byte, bits
// of other bytes may be set too.
func zero(w uint64) uint64 { return (w - low) &^ w & high }

// exactZero returns a number in which the high bits of just those bytes are set
// that are zero in w.
func exactZero(w uint64) uint64 { return ^((w&^high + ^uint64(high)) | w | ^uint64(high)) }

// firsts returns a number in which at least the high bits of those bytes of w are
// set that can begin an emoji.
func firsts(w uint64) uint64 {
	return zero(w^0xC2*low) | zero((w|low)^0xE3*low) | zero(w^0xF0*low)
}

// others returns a number in which the high bits of those bytes of w are set that
// are E3, the first of all of Japanese kana, where the byte after, in next, is not
// 80 or 8A. The generator of the tables holds that only these lead to emojis.
func others(w, next uint64) uint64 {
	return exactZero(w^0xE3*low) &^ (zero(next^0x80*low) | zero(next^0x8A*low))
}

// next returns the first emoji in s that begins at the offset at or later, and
// len(s) twice if there is none. The offset must be 0 or the end of an emoji.
// It also counts its steps, each of which costs a bounded time; a test holds
// their number against the length of s.
func next(s string, at int) (start, end, steps int) {
	for i := at; i < len(s); {
		steps++
		if b := s[i]; b != 0xF0 && b != 0xE2 {
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
			stop, n := sequence(s, end, class)
			steps += n
			if stop > 0 {
				return i, stop, steps
			}
			i += size
			continue
		}
		if isCap(s, i) {
			if first := keycapStart(s, at, i); first >= 0 {
				return first, afterSelector(s, i+3), steps
			}
		}
		i++
	}
	return len(s), len(s), steps
}

// skip returns the offset of the first byte at i or later that can begin an
// emoji, or len(s).
func skip(s string, i int) int {
	for i+8 <= len(s) {
		w := load(s, i)
		if w&high == 0 {
			i += 8
			for i+32 <= len(s) {
				b := s[i : i+32]
				if (load(b, 0)|load(b, 8)|load(b, 16)|load(b, 24))&high != 0 {
					break
				}
				i += 32
			}
			continue
		}
		m := firsts(w)
		if m != 0 && i+9 <= len(s) {
			m &^= others(w, load(s, i+1))
		}
		for ; m != 0; m &= m - 1 {
			if j := i + bits.TrailingZeros64(m)>>3; mayBegin(s, j) {
				return j
			}
		}
		i += 8
	}
	for i < len(s) && !mayBegin(s, i) {
		i++
	}
	return i
}

// mayBegin reports whether an emoji can begin with the byte s[i].
func mayBegin(s string, i int) bool {
	switch s[i] {
	case 0xF0, 0xE2, 0xC2:
		return true
	case 0xE3:
		return i+2 < len(s) && leaf(1, s[i+1], s[i+2]) != 0
	}
	return false
}

// isCap reports whether U+20E3, which makes a keycap of what is before, is at i.
func isCap(s string, i int) bool { return i+3 <= len(s) && s[i:i+3] == "\u20E3" }

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
