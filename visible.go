package decorum

import "unicode/utf8"

// invisible lists, in order, the ranges of code points that draw nothing:
// White_Space, the controls, Default_Ignorable_Code_Point (of Unicode 17; the
// property covers code points not yet assigned), the annotation marks, the
// non-characters U+FDD0 to U+FDEF, and the symbols that are blank by definition:
// U+2800, the hieroglyphic U+13441 and U+13442, and U+1D159.
var invisible = [...][2]rune{
	{0x0000, 0x0020},
	{0x007F, 0x00A0},
	{0x00AD, 0x00AD},
	{0x034F, 0x034F},
	{0x061C, 0x061C},
	{0x115F, 0x1160},
	{0x1680, 0x1680},
	{0x17B4, 0x17B5},
	{0x180B, 0x180F},
	{0x2000, 0x200F},
	{0x2028, 0x202F},
	{0x205F, 0x206F},
	{0x2800, 0x2800},
	{0x3000, 0x3000},
	{0x3164, 0x3164},
	{0xFDD0, 0xFDEF},
	{0xFE00, 0xFE0F},
	{0xFEFF, 0xFEFF},
	{0xFFA0, 0xFFA0},
	{0xFFF0, 0xFFFB},
	{0x13441, 0x13442},
	{0x1BCA0, 0x1BCA3},
	{0x1D159, 0x1D159},
	{0x1D173, 0x1D17A},
	{0xE0000, 0xE0FFF},
}

// HasVisible reports whether s has a visible character: a code point other than
// spaces, controls, and those that draw nothing of themselves, such as U+200B,
// U+3164 and the variation selectors. A text that must be there must have one.
// A byte of invalid UTF-8 is not visible. It stops at the first visible
// character.
func HasVisible(s string) bool {
	for i := 0; i < len(s); {
		if b := s[i]; b < utf8.RuneSelf {
			if ' ' < b && b < 0x7F {
				return true
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if (r != utf8.RuneError || size > 1) && isVisible(r) {
			return true
		}
		i += size
	}
	return false
}

func isVisible(r rune) bool {
	if r&0xFFFE == 0xFFFE { // the last two of each plane are no characters
		return false
	}
	lo, hi := 0, len(invisible)
	for lo < hi {
		mid := (lo + hi) / 2
		switch {
		case r < invisible[mid][0]:
			hi = mid
		case r > invisible[mid][1]:
			lo = mid + 1
		default:
			return false
		}
	}
	return true
}
