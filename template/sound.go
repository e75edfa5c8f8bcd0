package template

import (
	"unicode/utf8"

	"github.com/decorum-go/decorum"
)

// sound reports whether s is valid UTF-8, and how many code points it has. It
// does in one pass, two characters of a script at a time, what would take two
// passes, and says no without telling where the mistake is.
//
// How far it goes on is told by branches and never computed from the bytes, so
// that the processor need not wait for them.
func sound(s string) (points int, ok bool) {
	i := 0
	for i+8 <= len(s) {
		w := eight(s[i : i+8])
		switch c := byte(w); {
		case c < 0x80:
			switch {
			case w&tops == 0:
				i, points = i+8, points+8
			case w&0x8000 != 0:
				i, points = i+1, points+1
			case w&0x800000 != 0:
				i, points = i+2, points+2
			case w&0x80000000 != 0:
				i, points = i+3, points+3
			default:
				i, points = i+4, points+4
			}
		case c < 0xE0:
			if w&0xC0E0C0E0 == 0x80C080C0 && w&0x1E != 0 && w&0x1E0000 != 0 {
				i, points = i+4, points+2
				continue
			}
			if w&0xC0E0 != 0x80C0 || w&0x1E == 0 {
				return 0, false
			}
			i, points = i+2, points+1
		case c < 0xF0:
			if w&0xC0C0F0C0C0F0 == 0x8080E08080E0 && inThree(w) && inThree(w>>24) {
				i, points = i+6, points+2
				continue
			}
			if w&0xC0C0F0 != 0x8080E0 || !inThree(w) {
				return 0, false
			}
			i, points = i+3, points+1
		default:
			if w&0xC0C0C0F8 != 0x808080F0 || !inFour(w) {
				return 0, false
			}
			i, points = i+4, points+1
		}
	}
	for ; i < len(s); i, points = i+1, points+1 {
		if rest := s[i:]; rest[0] >= utf8.RuneSelf {
			return points + utf8.RuneCountInString(rest), utf8.ValidString(rest)
		}
	}
	return points, true
}

// inThree reports whether three bytes of the right form are no overlong form and
// no surrogate.
func inThree(w uint64) bool { v := w & 0x200F; return v != 0 && v != 0x200D }

// inFour reports whether four bytes of the right form are no overlong form and
// not past U+10FFFF.
func inFour(w uint64) bool { v := w & 0x3007; return v != 0 && (v&7 < 4 || v == 4) }

// within reports whether a text of so many code points is within the limit.
func within(s string, points int, l decorum.Limit) bool {
	if l.Unit == 0 || l.Unit == decorum.CodePoints {
		return points <= l.Max || l == decorum.Limit{}
	}
	return !l.Over(s)
}
