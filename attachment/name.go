package attachment

import (
	"iter"
	"unicode/utf8"

	"github.com/decorum-go/decorum"
)

// MaxName is how many bytes of UTF-8 a file name may have, extension included:
// what the common file systems take.
const MaxName = 255

// maxSpaces is how many spaces may stand in a row; more push the extension out
// of sight.
const maxSpaces = 4

// CheckName returns everything that makes a file name unsafe or unusable on some
// system, the same on every system; nil for a name that may be used as it is. The
// paths are empty and the spans lie in the name.
//
//   - [decorum.Required] for an empty name, [decorum.Blank] for one that has
//     nothing visible before its extension
//   - [decorum.InvalidUTF8]
//   - [decorum.TooLong] beyond MaxName bytes
//   - [decorum.ForbiddenCharacter] for controls, / \ : * ? " < > |, marks that
//     turn the direction of text, line separators, and what is invisible, but
//     for the joiners, variation selectors and flag tags that scripts and emoji
//     need
//   - [decorum.ForbiddenSpacing] for more than four spaces in a row
//   - [decorum.Malformed] for dots and spaces at the beginning or the end, two
//     dots in a row, and names that Windows keeps for devices, such as CON,
//     nul.txt and COM¹
//
// Whether the extension fits the file is for [Profile.Check] to say.
func CheckName(name string) decorum.Violations {
	var vs decorum.Violations
	for span, code := range nameFaults(name) {
		vs = vs.Add(nameViolation(name, span, code))
	}
	return vs
}

func nameViolation(name string, span decorum.Span, code decorum.Code) decorum.Violation {
	v := fault(code, span, "")
	if code == decorum.TooLong {
		v.Limit, v.Actual, v.Unit = MaxName, int64(len(name)), decorum.Bytes
	}
	return v
}

// nameFaults yields what is wrong with a name: what concerns all of it, then
// what concerns a part, from left to right.
func nameFaults(name string) iter.Seq2[decorum.Span, decorum.Code] {
	return func(yield func(decorum.Span, decorum.Code) bool) {
		var f nameScan
		for {
			span, code := f.next(name)
			if code == "" || !yield(span, code) {
				return
			}
		}
	}
}

// A nameScan is how far the faults of a name are told.
type nameScan struct {
	step, at int
	flag     bool
}

// The steps of a nameScan.
const (
	stepWhole = iota
	stepLength
	stepBlank
	stepDevice
	stepParts
	stepEnd
)

// next returns the next fault of the name, and no code after the last.
func (f *nameScan) next(name string) (decorum.Span, decorum.Code) {
	for f.step < stepParts {
		f.step++
		switch f.step - 1 {
		case stepWhole:
			if name == "" {
				f.step = stepEnd
				return decorum.Span{}, decorum.Required
			}
			if bad := decorum.InvalidOffset(name); bad >= 0 {
				f.step = stepEnd
				return decorum.Span{Start: bad, End: len(name)}, decorum.InvalidUTF8
			}
		case stepLength:
			if len(name) > MaxName {
				return decorum.Span{}, decorum.TooLong
			}
		case stepBlank:
			if !decorum.HasVisible(stemOf(name)) {
				return decorum.Span{}, decorum.Blank
			}
		case stepDevice:
			if n := device(name); n > 0 {
				return decorum.Span{Start: 0, End: n}, decorum.Malformed
			}
		}
	}
	for f.step == stepParts && f.at < len(name) {
		if span, code := f.part(name); code != "" {
			return span, code
		}
	}
	return decorum.Span{}, ""
}

// part passes over the next character or run of characters and returns what is
// wrong with it.
func (f *nameScan) part(name string) (decorum.Span, decorum.Code) {
	start := f.at
	r, size := utf8.DecodeRuneInString(name[start:])
	f.at += size
	switch {
	case r == '.' || isSpace(r):
		f.flag = false
		return f.edge(name, start)
	case mark(r, f.flag):
		// Neighbours that are forbidden too are told in one.
		for f.at < len(name) {
			r, size = utf8.DecodeRuneInString(name[f.at:])
			if !mark(r, f.flag) {
				break
			}
			f.at += size
		}
		return decorum.Span{Start: start, End: f.at}, decorum.ForbiddenCharacter
	}
	f.flag = inFlag(r, f.flag)
	return decorum.Span{}, ""
}

// edge passes over the dots and spaces from start on and returns what is wrong
// with them: at the beginning or the end of the name all of them, elsewhere the
// first run of dots or of spaces that is too long.
func (f *nameScan) edge(name string, start int) (decorum.Span, decorum.Code) {
	var bad decorum.Span
	var code decorum.Code
	i := start
	for i < len(name) {
		run := i
		for i < len(name) && name[i] == '.' {
			i++
		}
		if i-run > 1 && code == "" {
			bad, code = decorum.Span{Start: run, End: i}, decorum.Malformed
		}
		run = i
		spaces := 0
		for i < len(name) {
			r, size := utf8.DecodeRuneInString(name[i:])
			if !isSpace(r) {
				break
			}
			i += size
			spaces++
		}
		if spaces > maxSpaces && code == "" {
			bad, code = decorum.Span{Start: run, End: i}, decorum.ForbiddenSpacing
		}
		if spaces == 0 {
			break
		}
	}
	f.at = i
	if start == 0 || i == len(name) {
		bad, code = decorum.Span{Start: start, End: i}, decorum.Malformed
	}
	return bad, code
}

// stemOf returns the name without its extension and the dot before it.
func stemOf(name string) string {
	start, end := extensionAt(name)
	if start == end {
		return name
	}
	return name[:start-1]
}

// isSpace reports whether r is White_Space and no control.
func isSpace(r rune) bool {
	switch r {
	case ' ', 0xA0, 0x1680, 0x202F, 0x205F, 0x3000:
		return true
	}
	return 0x2000 <= r && r <= 0x200A
}

// mark reports whether r may not stand in a name; flag tells that it follows a
// black flag or one of its tags.
func mark(r rune, flag bool) bool {
	if r < 0x7F {
		switch r {
		case '"', '*', '/', ':', '<', '>', '?', '\\', '|':
			return true
		}
		return r < ' '
	}
	switch {
	case r <= 0x9F, r == 0xAD:
		return true
	case r < 0x034F:
		return false
	case r == 0x034F, r == 0x061C, r == 0x115F, r == 0x1160, r == 0x17B4, r == 0x17B5,
		r == 0x180E, r == 0x200B, r == 0x200E, r == 0x200F,
		0x2028 <= r && r <= 0x202E, 0x2060 <= r && r <= 0x206F, r == 0x2800,
		r == 0x3164, r == 0xFEFF, r == 0xFFA0, 0xFFF0 <= r && r <= 0xFFFB,
		0x1BCA0 <= r && r <= 0x1BCA3, r == 0x1D159, 0x1D173 <= r && r <= 0x1D17A,
		0xFDD0 <= r && r <= 0xFDEF, r&0xFFFE == 0xFFFE:
		return true
	case 0xE0020 <= r && r <= 0xE007F:
		return !flag
	}
	return 0xE0000 <= r && r <= 0xE0FFF && (r < 0xE0100 || r > 0xE01EF)
}

// inFlag reports whether a tag may follow r.
func inFlag(r rune, flag bool) bool {
	const blackFlag = 0x1F3F4
	return r == blackFlag || flag && 0xE0020 <= r && r < 0xE007F
}

// devices are the names that Windows keeps for devices, beside COM and LPT with
// a digit.
var devices = [...]string{"con", "prn", "aux", "nul", "conin$", "conout$", "clock$"}

// device returns the length of the device's name that a file name begins with,
// 0 for none. Windows looks at what stands before the first dot and passes over
// spaces there.
func device(name string) int {
	n := 0
	for n < len(name) && n <= len("conout$   ") && name[n] != '.' {
		n++
	}
	for n > 0 && name[n-1] == ' ' {
		n--
	}
	base := name[:n]
	for _, d := range devices {
		if equalFold(d, base) {
			return n
		}
	}
	if n < 4 || !equalFold("com", base[:3]) && !equalFold("lpt", base[:3]) {
		return 0
	}
	switch digit := base[3:]; digit {
	case "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "¹", "²", "³":
		return n
	}
	return 0
}
