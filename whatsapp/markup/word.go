package markup

import (
	"sort"
	"unicode/utf8"
)

// opens reports whether the marker at s[i] may open a style, as far as its
// neighbours are concerned.
func opens(s string, i int) bool {
	if i+1 == len(s) || s[i+1] == s[i] {
		return false
	}
	if r, _ := utf8.DecodeLastRuneInString(s[:i]); isWord(r) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s[i+1:])
	return !isSpace(r) && !isKeycap(s, i)
}

// closes reports whether the marker at s[i], which is not the first, may close a
// style.
func closes(s string, i int) bool {
	if r, _ := utf8.DecodeLastRuneInString(s[:i]); isSpace(r) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s[i+1:])
	return !isWord(r) && !isKeycap(s, i)
}

// isKeycap reports whether s[i] is the asterisk of the emoji *️⃣.
func isKeycap(s string, i int) bool {
	if s[i] != '*' {
		return false
	}
	if i++; i+3 <= len(s) && s[i:i+3] == "\uFE0F" {
		i += 3
	}
	return i+3 <= len(s) && s[i:i+3] == "\u20E3"
}

// isWord reports whether r is a word character.
func isWord(r rune) bool {
	if r < utf8.RuneSelf {
		return '0' <= r && r <= '9' || 'A' <= r&^0x20 && r&^0x20 <= 'Z'
	}
	// The table has the first code points of stretches with and without word
	// characters in turn.
	return sort.Search(len(words), func(i int) bool { return words[i] > r })&1 == 1
}

// isSpace reports whether r has Unicode's property White_Space, which does not
// change any more.
func isSpace(r rune) bool {
	switch r {
	case ' ', '\t', '\n', '\v', '\f', '\r', 0x85, 0xA0, 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000:
		return true
	}
	return 0x2000 <= r && r <= 0x200A
}

// notSpace returns the place of the first character of s at i or later that is
// no space, len(s) if there is none.
func notSpace(s string, i int) int {
	for i < len(s) {
		r, size := utf8.DecodeRuneInString(s[i:])
		if !isSpace(r) {
			break
		}
		i += size
	}
	return i
}

func lastSize(s string) int {
	_, size := utf8.DecodeLastRuneInString(s)
	return size
}
