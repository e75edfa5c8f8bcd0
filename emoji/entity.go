package emoji

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// maxEntity is how long a reference may be, without "&" and ";". Numbers have up
// to seven digits.
const maxEntity = 9

// unescape replaces the references of a value: the five entities that XML itself
// has, and numbers. It returns the place of the first one that is none of these.
func unescape(raw string) (text string, bad stretch) {
	if strings.IndexByte(raw, '&') < 0 {
		return raw, stretch{}
	}
	var b strings.Builder
	for i := 0; i < len(raw); {
		if raw[i] != '&' {
			b.WriteByte(raw[i])
			i++
			continue
		}
		end := strings.IndexByte(raw[i:min(len(raw), i+maxEntity+2)], ';')
		if end < 0 {
			return "", stretch{i, i + 1}
		}
		r, ok := reference(raw[i+1 : i+end])
		if !ok {
			return "", stretch{i, i + end + 1}
		}
		b.WriteRune(r)
		i += end + 1
	}
	return b.String(), stretch{}
}

// reference returns the character that a reference stands for.
func reference(name string) (rune, bool) {
	switch name {
	case "amp":
		return '&', true
	case "lt":
		return '<', true
	case "gt":
		return '>', true
	case "quot":
		return '"', true
	case "apos":
		return '\'', true
	}
	digits, numeric := strings.CutPrefix(name, "#")
	if !numeric {
		return 0, false
	}
	number := 10
	if hex, ok := strings.CutPrefix(digits, "x"); ok {
		digits, number = hex, 16
	}
	n, err := strconv.ParseUint(digits, number, 21)
	if err != nil || n == 0 || !utf8.ValidRune(rune(n)) {
		return 0, false
	}
	return rune(n), true
}
