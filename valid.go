package decorum

import "unicode/utf8"

// InvalidOffset returns the offset of the first byte of s that is not part of
// valid UTF-8, or -1 when all of s is valid.
func InvalidOffset(s string) int {
	if isValid(s) {
		return -1
	}
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return -1
}

// isValid answers as [utf8.ValidString] does. It passes over ASCII in blocks up
// to the first that is not ASCII alone, and over the rest two characters of a
// script at a time.
//
// How far it goes on is told by branches and never computed from the bytes, so
// that the processor need not wait for them.
func isValid(s string) bool {
	i := 0
	for ; i+64 <= len(s); i += 64 {
		b := s[i : i+64]
		if (load(b, 0)|load(b, 8)|load(b, 16)|load(b, 24)|
			load(b, 32)|load(b, 40)|load(b, 48)|load(b, 56))&high != 0 {
			break
		}
	}
	for i+8 <= len(s) && load(s, i)&high == 0 {
		i += 8
	}
	for i+8 <= len(s) {
		w := load(s, i)
		switch c := byte(w); {
		case c < 0x80:
			switch {
			case w&high == 0:
				i += 8
			case w&0x8000 != 0:
				i++
			case w&0x800000 != 0:
				i += 2
			case w&0x80000000 != 0:
				i += 3
			default:
				i += 4
			}
		case c < 0xE0:
			if w&0xC0E0C0E0 == 0x80C080C0 && w&0x1E != 0 && w&0x1E0000 != 0 {
				i += 4
				continue
			}
			if w&0xC0E0 != 0x80C0 || w&0x1E == 0 {
				return false
			}
			i += 2
		case c < 0xF0:
			if w&0xC0C0F0C0C0F0 == 0x8080E08080E0 && inThree(w) && inThree(w>>24) {
				i += 6
				continue
			}
			if w&0xC0C0F0 != 0x8080E0 || !inThree(w) {
				return false
			}
			i += 3
		default:
			if w&0xC0C0C0F8 != 0x808080F0 || !inFour(w) {
				return false
			}
			i += 4
		}
	}
	if len(s) >= 8 && load(s, len(s)-8)&high == 0 {
		return true // what is left is ASCII
	}
	return utf8.ValidString(s[i:])
}

// inThree reports whether three bytes of the right form are no overlong form and
// no surrogate.
func inThree(w uint64) bool { v := w & 0x200F; return v != 0 && v != 0x200D }

// inFour reports whether four bytes of the right form are no overlong form and
// not past U+10FFFF.
func inFour(w uint64) bool { v := w & 0x3007; return v != 0 && (v&7 < 4 || v == 4) }
