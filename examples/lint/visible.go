package main

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"
)

// visible returns s with everything written out as \u202e or \x1b that a terminal
// would obey or a reader would not see: controls, marks of direction, line
// separators, and bytes that are no UTF-8. Names of files may hold any of them.
func visible(s string) string {
	var b strings.Builder
	for i, c := range s {
		switch {
		case c == utf8.RuneError && !strings.HasPrefix(s[i:], "\uFFFD"):
			fmt.Fprintf(&b, `\x%02x`, s[i])
		case hidden(c) && c < utf8.RuneSelf:
			fmt.Fprintf(&b, `\x%02x`, c)
		case hidden(c):
			fmt.Fprintf(&b, `\u%04x`, c)
		default:
			b.WriteRune(c)
		}
	}
	return b.String()
}

// visibleJSON does the same for a line of JSON, where such a character can only
// stand in a string.
func visibleJSON(line []byte) []byte {
	if !bytes.ContainsFunc(line, hidden) {
		return line
	}
	var b []byte
	for _, c := range string(line) {
		if hidden(c) {
			b = fmt.Appendf(b, `\u%04x`, c)
		} else {
			b = utf8.AppendRune(b, c)
		}
	}
	return b
}

func hidden(c rune) bool {
	switch {
	case c < 0x20, 0x7F <= c && c < 0xA0, c == 0x061C, c == 0xFEFF:
		return true
	case 0x200B <= c && c <= 0x200F, 0x2028 <= c && c <= 0x202E, 0x2060 <= c && c <= 0x206F:
		return true
	}
	return false
}
