package localize

import (
	"strconv"
	"unicode/utf8"
)

// numerals is how numbers are written.
type numerals uint8

const (
	// point: Latin digits and a decimal point, 1.5.
	point numerals = iota
	// comma: Latin digits and a decimal comma, 1,5.
	comma
	// arabicIndic: the digits U+0660 to U+0669 and U+066B between them.
	arabicIndic
)

// number writes n, a minus before it where it is negative.
func (l Localizer) number(n int64) string {
	if n >= 0 {
		return l.count(uint64(n))
	}
	text := "-" + l.count(-uint64(n))
	if l.numerals != arabicIndic {
		// Between Arabic letters, Latin digits would draw the minus to their
		// other side; Arabic-Indic ones have it there by right.
		return l.leftToRight(text)
	}
	return text
}

// count writes n.
func (l Localizer) count(n uint64) string {
	latin := strconv.FormatUint(n, 10)
	if l.numerals != arabicIndic {
		return latin
	}
	var buf [2 * len("18446744073709551615")]byte
	dst := buf[:0]
	for _, digit := range latin {
		dst = utf8.AppendRune(dst, '\u0660'+digit-'0')
	}
	return string(dst)
}

// decimal writes n and a number of tenths, and no tenths if there are none.
func (l Localizer) decimal(n, tenths uint64) string {
	text := l.count(n)
	if tenths == 0 {
		return text
	}
	return text + l.numerals.mark() + l.count(tenths)
}

// leftToRight returns text so that it reads from left to right within the
// language.
func (l Localizer) leftToRight(text string) string {
	if !l.catalogue().rightToLeft {
		return text
	}
	const isolate, pop = "\u2066", "\u2069"
	return isolate + text + pop
}

// mark returns what stands before the tenths.
func (n numerals) mark() string {
	switch n {
	case comma:
		return ","
	case arabicIndic:
		return "\u066B"
	default:
		return "."
	}
}
