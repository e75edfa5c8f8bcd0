package template

import "github.com/decorum-go/decorum"

// A Change is one stretch of a text that [Flatten] replaced.
type Change struct {
	// Span is the stretch in the text as it was.
	Span decorum.Span `json:"span"`
	// Was is what was wrong with it.
	Was Blemish `json:"was"`
	// Now is what stands there now: one space, or nothing at either end.
	Now string `json:"now"`
}

// Flatten makes a text fit to be a value (rule NT4): each stretch of spaces that
// holds a line break or a tab, or more than four spaces in a row, becomes one
// space, and none at either end of the text. It returns what it changed, in the
// order of the text, and the text itself where nothing had to be.
//
// Flattening twice is flattening once. How long the text may be is not its
// business: measure afterwards.
func Flatten(s string) (string, []Change) {
	span, was := nextBlemish(s, 0)
	if was == 0 {
		return s, nil
	}
	flat := make([]byte, 0, len(s))
	var changes []Change
	done := 0
	for was != 0 {
		now := " "
		if span.Start == 0 || span.End == len(s) {
			now = ""
		}
		changes = append(changes, Change{span, was, now})
		flat = append(flat, s[done:span.Start]...)
		flat = append(flat, now...)
		done = span.End
		span, was = nextBlemish(s, done)
	}
	return string(append(flat, s[done:]...)), changes
}
