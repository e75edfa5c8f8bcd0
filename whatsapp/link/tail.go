package link

import "unicode/utf8"

// maxNesting is how many brackets may be open at a time in one part of a link;
// a link ends before the next one.
const maxNesting = 32

// brackets are those that are open.
type brackets struct {
	open [maxNesting]rune
	n    int
}

func (b *brackets) push(r rune) bool {
	if b.n == maxNesting {
		return false
	}
	b.open[b.n] = r
	b.n++
	return true
}

// pop closes the innermost bracket, which r must match.
func (b *brackets) pop(r rune) bool {
	if b.n == 0 || b.open[b.n-1] != opening(r) {
		return false
	}
	b.n--
	return true
}

// tailEnd returns where the path, query and fragment at s[i:] end by UTS #58,
// i if there are none, and how far it had to look. Brackets must match within
// one segment of a path, one key or value of a query, one directive of a
// fragment. Controls of text direction end a link (ours; UTS #58 lets them
// pass).
func tailEnd(s string, i int) (safe, looked int) {
	if i >= len(s) || s[i] != '/' && s[i] != '?' && s[i] != '#' {
		return i, i
	}
	part := byte('/')
	var open brackets
	safe = i
	for i < len(s) {
		if s[i] < utf8.RuneSelf && asciiProperty(s[i])&isItself != 0 {
			for i++; i < len(s) && s[i] < utf8.RuneSelf && asciiProperty(s[i])&isItself != 0; {
				i++
			}
			if safe = i; i == len(s) {
				break
			}
		}
		r, p, size := rune(s[i]), asciiProperty(s[i]), 1
		if r >= utf8.RuneSelf {
			if r, p, size = decode(s, i); p&isBidi != 0 {
				return safe, i
			}
		} else if syntax(s, i, &part) {
			open.n = 0
		}
		switch p & termMask {
		case termHard:
			return safe, i
		case termSoft:
		case termOpen:
			if !open.push(r) {
				return safe, i
			}
			safe = i + size
		case termClose:
			if !open.pop(r) {
				return safe, i
			}
			safe = i + size
		default:
			safe = i + size
		}
		i += size
	}
	return safe, i
}

// syntax reports whether the ASCII character at s[i] divides the part of a URL
// that part tells ('/', '?' or '#'), or begins the next one, and keeps part.
func syntax(s string, i int, part *byte) bool {
	b := s[i]
	switch *part {
	case '/':
		if b == '?' || b == '#' {
			*part = b
			return true
		}
		return b == '/'
	case '?':
		if b == '#' {
			*part = b
			return true
		}
		return b == '=' || b == '&'
	}
	return b == ':' && i+2 < len(s) && s[i+1] == '~' && s[i+2] == ':'
}
