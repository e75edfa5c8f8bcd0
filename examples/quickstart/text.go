package main

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/decorum-go/decorum/emoji"
)

// safe returns a text as a terminal may have it. What a customer writes may be
// meant for the terminal instead of the reader: control characters, which move
// the cursor and change titles, and marks that turn the direction of all that
// follows are written as the escapes of Go. A text that has letters written from
// right to left is put between isolates, so that it turns nothing but itself.
func safe(s string) string {
	var b strings.Builder
	foreign := false
	for i, r := range s {
		switch {
		case r == utf8.RuneError && !strings.HasPrefix(s[i:], "\uFFFD"):
			fmt.Fprintf(&b, `\x%02x`, s[i])
		case r < 0x80 && unicode.IsControl(r):
			fmt.Fprintf(&b, `\x%02x`, r)
		case unicode.IsControl(r) || breaks(r):
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			foreign = foreign || rightToLeft(r)
			b.WriteRune(r)
		}
	}
	if foreign {
		return "\u2068" + b.String() + "\u2069"
	}
	return b.String()
}

// breaks reports whether a character begins a new line, or turns the direction of
// what follows until another one ends it.
func breaks(r rune) bool {
	return '\u2028' <= r && r <= '\u202e' || '\u2066' <= r && r <= '\u2069'
}

// rightToLeft reports whether a character stands in a block of scripts that are
// written from right to left, or is a mark of that direction.
func rightToLeft(r rune) bool {
	return 0x590 <= r && r <= 0x8FF || r == '\u200f' || 0xFB1D <= r && r <= 0xFDFF || 0xFE70 <= r && r <= 0xFEFF ||
		0x10800 <= r && r <= 0x10FFF || 0x1E800 <= r && r <= 0x1EFFF
}

// columns returns how wide a terminal draws a text: emojis and the characters of
// East Asia take two columns, marks none.
func columns(s string) int {
	n, end := 0, 0
	for span := range emoji.Find(s) {
		n += runes(s[end:span.Start]) + 2
		end = span.End
	}
	return n + runes(s[end:])
}

func runes(s string) int {
	n := 0
	for _, r := range s {
		switch {
		case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		case 0x1100 <= r && r <= 0x115F, 0x2E80 <= r && r <= 0xA4CF, 0xAC00 <= r && r <= 0xD7A3,
			0xF900 <= r && r <= 0xFAFF, 0xFE30 <= r && r <= 0xFE6F, 0xFF00 <= r && r <= 0xFF60, 0x20000 <= r && r <= 0x3FFFD:
			n += 2
		default:
			n++
		}
	}
	return n
}

// pad fills a text up with spaces to a width.
func pad(s string, width int) string { return s + strings.Repeat(" ", max(width-columns(s), 0)) }

// wrap breaks a safe text into lines at its line breaks, and at spaces where a line
// would be wider than width; what is broken off begins with the indent. A longer
// word stays whole. Isolates are closed where a line ends, and opened again.
func wrap(s string, width int, indent string) (lines []string) {
	for paragraph := range strings.SplitSeq(strings.TrimSuffix(s, "\n"), "\n") {
		words := strings.Split(strings.TrimSuffix(paragraph, "\r"), " ")
		line, at := words[0], columns(words[0])
		for _, word := range words[1:] {
			w := columns(word)
			if at+1+w <= width || at < width/2 && strings.TrimSpace(line) == "" {
				line, at = line+" "+word, at+1+w
				continue
			}
			if strings.Count(line, "\u2068") > strings.Count(line, "\u2069") {
				line, word = line+"\u2069", "\u2068"+word
			}
			lines = append(lines, line)
			line, at = indent+word, columns(indent)+w
		}
		lines = append(lines, line)
	}
	return lines
}

// wrapJSON breaks compact JSON into lines behind commas that stand outside of
// strings, so that it stays the same JSON.
func wrapJSON(s string, width int) (lines []string) {
	start, cut, quoted := 0, 0, false
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '\\':
			i++
		case s[i] == '"':
			quoted = !quoted
		case s[i] == ',' && !quoted:
			if columns(s[start:i+1]) > width && cut > start {
				lines, start = append(lines, s[start:cut]), cut
			}
			cut = i + 1
		}
	}
	if columns(s[start:]) > width && cut > start {
		lines, start = append(lines, s[start:cut]), cut
	}
	return append(lines, s[start:])
}
