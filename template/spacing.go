package template

import (
	"github.com/decorum-go/decorum"

	"github.com/decorum-go/decorum/internal/enum"
)

// maxSpaces is how many spaces in a row a value may have (rule NT4: "more than
// four consecutive spaces" are refused).
const maxSpaces = 4

// A Blemish is what a value may not have in it (rule NT4).
type Blemish uint8

// The blemishes. A stretch that has several is told by the last of them.
const (
	// Spaces: more than four spaces in a row.
	Spaces Blemish = iota + 1
	// Tab: a tab.
	Tab
	// LineBreak: a line feed, a carriage return, or another character that ends
	// a line: U+000B, U+000C, U+0085, U+2028 and U+2029.
	LineBreak
)

var blemishNames = [...]string{Spaces: "spaces", Tab: "tab", LineBreak: "line_break"}

// String returns "spaces", "tab" or "line_break"; "" for any other value.
func (b Blemish) String() string { return enum.Of(blemishNames[:], b) }

// ParseBlemish reads what [Blemish.String] writes. Anything else is
// [decorum.Unknown].
func ParseBlemish(s string) (Blemish, error) { return enum.Parse[Blemish](blemishNames[:], s) }

// AppendText appends what [Blemish.String] returns. It fails with
// [decorum.Unknown] for a value that is none.
func (b Blemish) AppendText(dst []byte) ([]byte, error) { return enum.Append(dst, blemishNames[:], b) }

// MarshalText returns what [Blemish.AppendText] appends.
func (b Blemish) MarshalText() ([]byte, error) { return b.AppendText(nil) }

// UnmarshalText reads what [ParseBlemish] reads; an empty text is the zero
// Blemish.
func (b *Blemish) UnmarshalText(text []byte) error { return enum.Read(blemishNames[:], b, text) }

// nextBlemish returns the first stretch of spaces, tabs and line breaks at or
// after from that a value may not have, whole; 0 for none.
func nextBlemish(s string, from int) (decorum.Span, Blemish) {
	for i := from; i < len(s); {
		if c := s[i]; c > ' ' && c != 0xC2 && c != 0xE2 {
			i++
			continue
		}
		start, b := i, Blemish(0)
		for i < len(s) {
			kind, size := blank(s[i:])
			if size == 0 {
				break
			}
			b = max(b, kind)
			i += size
		}
		if b > Spaces || i-start > maxSpaces && b == Spaces {
			return decorum.Span{Start: start, End: i}, b
		}
		if i == start {
			i++
		}
	}
	return decorum.Span{}, 0
}

// blank returns which space s begins with and its size; 0 for none.
func blank(s string) (Blemish, int) {
	switch s[0] {
	case ' ':
		return Spaces, 1
	case '\t':
		return Tab, 1
	case '\n', '\r', '\v', '\f':
		return LineBreak, 1
	case 0xC2:
		if len(s) > 1 && s[1] == 0x85 {
			return LineBreak, 2
		}
	case 0xE2:
		if len(s) > 2 && s[1] == 0x80 && (s[2] == 0xA8 || s[2] == 0xA9) {
			return LineBreak, 3
		}
	}
	return 0, 0
}
