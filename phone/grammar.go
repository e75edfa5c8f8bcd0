package phone

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// MaxInput is the longest input that is read, in bytes.
const MaxInput = 64

// An input is what was read: the digits, and whether a plus stood before them.
type input struct {
	digits [maxDigits]byte
	n      int
	plus   bool
}

// number returns the digits read.
func (in *input) number() []byte { return in.digits[:in.n] }

// The classes of ASCII: digits are their own value.
const (
	separator byte = 10 + iota
	foreign
)

// ascii returns the class of a byte.
func ascii(b byte) byte {
	if d := b - '0'; d < 10 {
		return d
	}
	// The separators, as bits from the space on.
	const separators = 1 | 1<<('-'-' ') | 1<<('.'-' ') | 1<<('/'-' ') |
		1<<('('-' ') | 1<<(')'-' ') | 1<<('['-' ') | 1<<(']'-' ')
	if b -= ' '; b < 64 && uint64(separators)>>b&1 != 0 {
		return separator
	}
	return foreign
}

// read reads s by the grammar of [Parse].
func (in *input) read(s string) fault {
	if len(s) > MaxInput {
		return fault{why: overlong, actual: len(s)}
	}
	i := 0
	for i < len(s) && ascii(s[i]) == separator {
		i++
	}
	for i < len(s) && s[i] == '+' {
		in.plus = true
		i++
	}
	n := 0
	for ; i < len(s); i++ {
		c := ascii(s[i])
		if c < 10 {
			in.digits[n%maxDigits] = c
			n++
		} else if c != separator {
			return in.readRunes(s)
		}
	}
	in.n = n
	if n < 3 {
		return in.few(s)
	}
	return fault{}
}

// readRunes reads s when it holds more than digits, common separators and a
// leading plus.
func (in *input) readRunes(s string) fault {
	*in = input{}
	i := 0
	if len(s) >= 4 && strings.EqualFold(s[:4], "tel:") {
		i = 4
	}
	lastPlus := -1
	for i < len(s) {
		r, size := utf8.DecodeRuneInString(s[i:])
		switch d, isDigit := digit(r); {
		case isDigit:
			in.digits[in.n] = d
			in.n++
		case isSeparator(r):
		case r == '+' || r == '\uFF0B':
			if in.n > 0 || in.plus && lastPlus != i {
				return fault{why: strayPlus, start: i, end: i + size}
			}
			in.plus = true
			lastPlus = i + size
		default:
			return in.refuse(s, i, r, size)
		}
		i += size
	}
	if in.n < 3 {
		return in.few(s)
	}
	return fault{}
}

// few judges fewer than three digits: two are a number if they are all there is
// and stand side by side.
func (in *input) few(s string) fault {
	switch {
	case in.n == 0:
		return fault{why: noDigit}
	case in.n == 2 && !in.plus && adjacent(s):
		return fault{}
	}
	return fault{why: tooFew, actual: in.n}
}

// adjacent reports whether no separator stands between the digits of s.
func adjacent(s string) bool {
	seen, gap := false, false
	for _, r := range s {
		if _, ok := digit(r); ok {
			if gap {
				return false
			}
			seen = true
		} else if seen {
			gap = true
		}
	}
	return true
}

// refuse tells why a character may not stand at i.
func (in *input) refuse(s string, i int, r rune, size int) fault {
	f := fault{why: symbol, start: i, end: i + size}
	switch {
	case r == utf8.RuneError && size == 1:
		f.why = notUTF8
	case r == ';':
		f.why, f.end = parameter, len(s)
	case isLetter(r):
		f.why = letter
		for f.end < len(s) && isLetter(rune(s[f.end])) {
			f.end++
		}
		if in.n >= 3 && isLabel(s[i:f.end]) && strings.ContainsAny(s[f.end:], "0123456789") {
			f.why, f.end = extension, len(s)
		}
	case in.n >= 3 && (r == '#' || r == ',' || r == '~' || r == '\uFF03' || r == '\uFF5E'):
		f.why, f.end = extension, len(s)
	case r < ' ' || r >= 0x7F && r < 0xA0 || r == 0x2028 || r == 0x2029:
		f.why = control
	case r == 0x061C || r == 0x200E || r == 0x200F || r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069:
		f.why = bidi
	}
	return f
}

func isLetter(r rune) bool { r |= 0x20; return r >= 'a' && r <= 'z' }

// isLabel reports whether a word announces an extension.
func isLabel(word string) bool {
	switch strings.ToLower(word) {
	case "x", "ext", "extn", "xtn", "xt", "extension", "int", "anexo":
		return true
	}
	return false
}

// isSeparator reports whether r may stand between digits: libphonenumber's
// punctuation but for the letter x and the tildes, which announce extensions.
func isSeparator(r rune) bool {
	if r < utf8.RuneSelf {
		return ascii(byte(r)) == separator
	}
	switch r {
	case 0x00A0, 0x00AD, 0x200B, 0x2060, 0x3000, // spaces and what is not seen
		0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2212, 0x30FC, 0xFF0D, // dashes
		0xFF0E, 0xFF0F, 0xFF08, 0xFF09, 0xFF3B, 0xFF3D: // full-width . / ( ) [ ]
		return true
	}
	return false
}

// digit returns the value of a decimal digit of any script.
func digit(r rune) (byte, bool) {
	if r < utf8.RuneSelf {
		d := byte(r) - '0'
		return d, d < 10
	}
	i, found := slices.BinarySearch(zeros[:], uint32(r))
	if !found {
		i--
	}
	if i < 0 || uint32(r)-zeros[i] > 9 {
		return 0, false
	}
	return byte(uint32(r) - zeros[i]), true
}

// zeros holds the digit zero of each script, as of Unicode 15.0, which
// libphonenumber goes by; the digits one to nine follow each.
var zeros = [...]uint32{
	0x0030, 0x0660, 0x06F0, 0x07C0, 0x0966, 0x09E6, 0x0A66, 0x0AE6,
	0x0B66, 0x0BE6, 0x0C66, 0x0CE6, 0x0D66, 0x0DE6, 0x0E50, 0x0ED0,
	0x0F20, 0x1040, 0x1090, 0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80,
	0x1A90, 0x1B50, 0x1BB0, 0x1C40, 0x1C50, 0xA620, 0xA8D0, 0xA900,
	0xA9D0, 0xA9F0, 0xAA50, 0xABF0, 0xFF10, 0x104A0, 0x10D30, 0x11066,
	0x110F0, 0x11136, 0x111D0, 0x112F0, 0x11450, 0x114D0, 0x11650, 0x116C0,
	0x11730, 0x118E0, 0x11950, 0x11C50, 0x11D50, 0x11DA0, 0x11F50, 0x16A60,
	0x16AC0, 0x16B50, 0x1D7CE, 0x1D7D8, 0x1D7E2, 0x1D7EC, 0x1D7F6, 0x1E140,
	0x1E2F0, 0x1E4F0, 0x1E950, 0x1FBF0,
}
