package emoji

import (
	"strconv"
	"unicode/utf8"

	"github.com/decorum-go/decorum"
)

// imageSuffix ends the name of an emoji's image.
const imageSuffix = ".png"

// Code returns the code that names the emoji's image (EM2): its code points in
// lower-case hexadecimal, without leading zeros, joined by "-", such as "1f970"
// or "1f468-200d-1f469". Each U+FE0F is left out, so that an emoji has one code
// however it is written; no two emojis of the RGI set differ in U+FE0F alone. It
// is "" for the zero Emoji.
func (e Emoji) Code() string {
	var buf [64]byte
	return string(e.AppendCode(buf[:0]))
}

// AppendCode appends the emoji's code to dst and returns it.
func (e Emoji) AppendCode(dst []byte) []byte {
	from := len(dst)
	for _, r := range e.text {
		if r == 0xFE0F {
			continue
		}
		if len(dst) > from {
			dst = append(dst, '-')
		}
		dst = strconv.AppendUint(dst, uint64(r), 16)
	}
	return dst
}

// FileName returns the name of the emoji's image file: its code and ".png". It is
// "" for the zero Emoji.
func (e Emoji) FileName() string {
	if e.IsZero() {
		return ""
	}
	var buf [64]byte
	return string(append(e.AppendCode(buf[:0]), imageSuffix...))
}

// ParseCode returns the emoji that a code stands for. Capital digits, leading
// zeros up to six digits, and U+FE0F in any place are accepted. An emoji of the
// RGI set comes fully qualified, so that ParseCode(e.Code()) is e.Qualified().
//
// The error has one violation: [decorum.Required] for an empty code,
// [decorum.Malformed] with the span of what is no code point, and
// [decorum.Unknown] where the code points are not one emoji.
func ParseCode(code string) (Emoji, error) {
	text, v := codeText(code)
	if v.Code != "" {
		return Emoji{}, v.Err()
	}
	if id, ok := rgiID(text); ok {
		return Emoji{rgiText(id)}, nil
	}
	if !isEmoji(text) {
		return Emoji{}, decorum.Violation{
			Code: decorum.Unknown, Severity: decorum.SeverityError, Want: wantCode,
		}.Err()
	}
	return Emoji{text}, nil
}

const wantCode = "the code of one emoji, such as 1f970"

// ParseFileName returns the emoji that the file name of an image stands for: what
// [ParseCode] takes, and ".png" in small or capital letters.
func ParseFileName(name string) (Emoji, error) {
	stem := len(name) - len(imageSuffix)
	if stem < 0 || !equalASCII(name[stem:], imageSuffix) {
		return Emoji{}, decorum.Violation{
			Code: decorum.Malformed, Severity: decorum.SeverityError,
			Span: decorum.Span{Start: max(stem, 0), End: len(name)}, Want: imageSuffix,
		}.Err()
	}
	return ParseCode(name[:stem])
}

// codeText returns the text whose code points a code lists, or what is wrong.
func codeText(code string) (string, decorum.Violation) {
	v := decorum.Violation{Severity: decorum.SeverityError, Want: wantCode}
	if code == "" {
		v.Code = decorum.Required
		return "", v
	}
	var buf [64]byte
	text := buf[:0]
	for start := 0; start <= len(code); {
		end := start
		var r rune
		for end < len(code) && code[end] != '-' {
			d := hexDigit(code[end])
			if d < 0 || end-start == 6 {
				v.Code, v.Span = decorum.Malformed, decorum.Span{Start: end, End: end + 1}
				return "", v
			}
			r = r<<4 | d
			end++
		}
		if end == start || !utf8.ValidRune(r) {
			v.Code, v.Span = decorum.Malformed, decorum.Span{Start: start, End: end}
			return "", v
		}
		text = utf8.AppendRune(text, r)
		start = end + 1
	}
	return string(text), decorum.Violation{}
}

func hexDigit(b byte) rune {
	switch {
	case '0' <= b && b <= '9':
		return rune(b - '0')
	case 'a' <= b && b <= 'f':
		return rune(b-'a') + 10
	case 'A' <= b && b <= 'F':
		return rune(b-'A') + 10
	}
	return -1
}

// equalASCII reports whether s is the lower-case text want but for ASCII capitals.
func equalASCII(s, want string) bool { return lowerASCII(s) == want }

// lowerASCII returns s with small letters for ASCII capitals.
func lowerASCII(s string) string {
	for i := range len(s) {
		if 'A' <= s[i] && s[i] <= 'Z' {
			b := []byte(s)
			for ; i < len(b); i++ {
				if 'A' <= b[i] && b[i] <= 'Z' {
					b[i] += 'a' - 'A'
				}
			}
			return string(b)
		}
	}
	return s
}
