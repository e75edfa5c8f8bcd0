package decorum

// The counts below take eight bytes at a time as one number. Of each byte, one
// bit tells what it adds; ones are gathered in the eight bytes of a sum, which
// is added up across before any of them can overflow.
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

// across adds up the eight bytes of a sum whose bytes are at most 31.
func across(sum uint64) int { return int(sum * low >> 56) }

// CountCodePoints returns the number of Unicode code points in s. It is exact for
// valid UTF-8 and lies between 0 and len(s) for anything else. It costs one pass
// over s.
func CountCodePoints(s string) int { return len(s) - continuations(s) }

// continuations counts the bytes of s of the form 10xxxxxx: all bytes of a code
// point but its first.
func continuations(s string) int {
	n := 0
	for len(s) >= 128 {
		b := s[:128]
		if (load(b, 0)|load(b, 8)|load(b, 16)|load(b, 24)|
			load(b, 32)|load(b, 40)|load(b, 48)|load(b, 56)|
			load(b, 64)|load(b, 72)|load(b, 80)|load(b, 88)|
			load(b, 96)|load(b, 104)|load(b, 112)|load(b, 120))&high != 0 {
			n += continuations64(b[:64]) + continuations64(b[64:])
		}
		s = s[128:]
	}
	for ; len(s) >= 8; s = s[8:] {
		n += across(continuation(load(s, 0)))
	}
	for i := range len(s) {
		if s[i]&0xC0 == 0x80 {
			n++
		}
	}
	return n
}

// continuations64 does it for 64 bytes.
func continuations64(b string) int {
	b = b[:64]
	return across(continuation(load(b, 0)) + continuation(load(b, 8)) +
		continuation(load(b, 16)) + continuation(load(b, 24)) +
		continuation(load(b, 32)) + continuation(load(b, 40)) +
		continuation(load(b, 48)) + continuation(load(b, 56)))
}

// continuation returns a 1 in each byte of w that is 10xxxxxx.
func continuation(w uint64) uint64 { return (w >> 7) &^ (w >> 6) & low }

// CountUTF16Units returns the number of UTF-16 code units that s takes: one for each
// code point, two for those past U+FFFF. It is exact for valid UTF-8 and lies
// between 0 and len(s) for anything else. It costs one pass over s.
func CountUTF16Units(s string) int {
	n, i := 0, 0
	for ; i+32 <= len(s); i += 32 {
		b := s[i : i+32]
		w0, w1, w2, w3 := load(b, 0), load(b, 8), load(b, 16), load(b, 24)
		if (w0|w1|w2|w3)&high == 0 {
			continue
		}
		n += across(continuation(w0)+continuation(w1)+continuation(w2)+continuation(w3)) -
			across(astral(w0)+astral(w1)+astral(w2)+astral(w3))
	}
	for ; i+8 <= len(s); i += 8 {
		w := load(s, i)
		n += across(continuation(w)) - across(astral(w))
	}
	for ; i < len(s); i++ {
		switch {
		case s[i]&0xC0 == 0x80:
			n++
		case s[i] >= 0xF0:
			n--
		}
	}
	return min(max(len(s)-n, 0), len(s))
}

// astral returns a 1 in each byte of w that is 1111xxxx: the first byte of a
// code point past U+FFFF.
func astral(w uint64) uint64 { return (w >> 7) & (w >> 6) & (w >> 5) & (w >> 4) & low }
