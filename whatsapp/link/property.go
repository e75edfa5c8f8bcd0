package link

import "unicode/utf8"

// A property is what the tables say of one code point: its Link_Term in the low
// three bits, and flags. The generator has the same constants.
type property uint8

const (
	// The values of Link_Term (UTS #58).
	termHard    property = 0
	termInclude property = 1
	termSoft    property = 2
	termOpen    property = 3
	termClose   property = 4
	termMask    property = 7

	// isEmail: may stand in the local part of an e-mail address (Link_Email).
	isEmail property = 1 << 3
	// isHost: a letter, mark or digit that may stand in a host name, as IDNA2008
	// has it: no symbols, no emojis. Of ASCII also "-" and "_", which names left
	// of the last two labels may have.
	isHost property = 1 << 4
	// isBidi: a control of the direction of text, such as U+202E.
	isBidi property = 1 << 5
	// isItself: means itself in a host name. Of ASCII: what neither ends nor
	// divides a link, wherever in it.
	isItself property = 1 << 6
	// isCapital: means its small letter, found in lowerCase, in a host name.
	isCapital property = 1 << 7
)

// asciiProperty returns the property of a byte below 0x80.
func asciiProperty(b byte) property { return property(asciiProperties[b&0x7F]) }

// propertyOf returns the property of any code point.
func propertyOf(r rune) property {
	if r < utf8.RuneSelf {
		return asciiProperty(byte(r))
	}
	i := int(r>>7) * 2
	block := int(propertyIndex[i]) | int(propertyIndex[i+1])<<8
	return property(propertyBlocks[block<<7|int(r&0x7F)])
}

// decode returns the code point at s[i:], its property and its size. Bytes that
// are not UTF-8 end every link: their property is 0.
func decode(s string, i int) (rune, property, int) {
	r, size := utf8.DecodeRuneInString(s[i:])
	if r == utf8.RuneError && size <= 1 {
		return r, 0, 1
	}
	return r, propertyOf(r), size
}

// decodeLast does it for the code point that ends before s[i].
func decodeLast(s string, i int) (rune, property, int) {
	r, size := utf8.DecodeLastRuneInString(s[:i])
	if r == utf8.RuneError && size <= 1 {
		return r, 0, 1
	}
	return r, propertyOf(r), size
}

// pair looks for r among pairs of code points of three bytes each that are in
// order of the first; it returns the second, or -1.
func pair(pairs string, r rune) rune {
	lo, hi := 0, len(pairs)/6
	for lo < hi {
		mid := int(uint(lo+hi) / 2)
		switch at := three(pairs, mid*6); {
		case r < at:
			hi = mid
		case r > at:
			lo = mid + 1
		default:
			return three(pairs, mid*6+3)
		}
	}
	return -1
}

func three(s string, i int) rune { return rune(s[i])<<16 | rune(s[i+1])<<8 | rune(s[i+2]) }

// opening returns the bracket that opens what the bracket r closes.
func opening(r rune) rune {
	switch r {
	case ')':
		return '('
	case ']':
		return '['
	case '}':
		return '{'
	case '>':
		return '<'
	}
	return pair(bracketPairs, r)
}

// invisible reports whether r draws nothing: the default ignorable code points
// other than those that shape their neighbours (the joiners and the variation
// selectors), which decide how words and emojis look.
func invisible(r rune) bool {
	switch {
	case r < 0xAD:
		return false
	case r == 0xAD, r == 0x034F, r == 0x061C, r == 0x115F, r == 0x1160, r == 0x17B4, r == 0x17B5,
		r == 0x180E, r == 0x200B, r == 0x2800, r == 0x3164, r == 0xFEFF, r == 0xFFA0:
		return true
	case 0x200E <= r && r <= 0x200F, 0x202A <= r && r <= 0x202E, 0x2060 <= r && r <= 0x206F,
		0xFFF0 <= r && r <= 0xFFFB, 0x1BCA0 <= r && r <= 0x1BCA3, 0x1D173 <= r && r <= 0x1D17A:
		return true
	}
	return 0xE0000 <= r && r <= 0xE0FFF && (r < 0xE0100 || r > 0xE01EF)
}
