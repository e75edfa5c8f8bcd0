package markup

import (
	"iter"

	"github.com/decorum-go/decorum/internal/enum"
)

// A Style is a set of ways to draw text. The zero Style is plain.
type Style uint8

// The styles.
const (
	// Bold is *bold*.
	Bold Style = 1 << iota
	// Italic is _italic_.
	Italic
	// Strike is ~strike~.
	Strike
	// Code is `code`, within a line.
	Code
	// Monospace is ```monospace```, with line ends as part of the text.
	Monospace
)

var styleNames = [...]string{"bold", "italic", "strike", "code", "monospace"}

// Has reports whether s holds all of other.
func (s Style) Has(other Style) bool { return s&other == other }

// All yields each style of s, in the order of their constants.
func (s Style) All() iter.Seq[Style] {
	return func(yield func(Style) bool) {
		for i := range styleNames {
			if one := Style(1) << i; s&one != 0 && !yield(one) {
				return
			}
		}
	}
}

// String returns the names of the styles, joined by commas, such as
// "bold,italic"; "" for none.
func (s Style) String() string { return enum.OfSet(styleNames[:], s) }

// ParseStyle reads what [Style.String] writes, with the names in any order.
// Any other name, and one that stands twice, is [decorum.Unknown].
func ParseStyle(s string) (Style, error) { return enum.ParseSet[Style](styleNames[:], s) }

// AppendText appends what [Style.String] returns. It fails with
// [decorum.Unknown] for a style that is none.
func (s Style) AppendText(dst []byte) ([]byte, error) { return enum.AppendSet(dst, styleNames[:], s) }

// MarshalText returns what [Style.AppendText] appends.
func (s Style) MarshalText() ([]byte, error) { return s.AppendText(nil) }

// UnmarshalText reads what [ParseStyle] reads. On an error the set stays as
// it was.
func (s *Style) UnmarshalText(text []byte) error {
	read, err := ParseStyle(string(text))
	if err == nil {
		*s = read
	}
	return err
}
