package markup

import "iter"

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
func (s Style) String() string {
	text := ""
	for i, name := range styleNames {
		if s>>i&1 == 0 {
			continue
		}
		if text != "" {
			text += ","
		}
		text += name
	}
	return text
}
