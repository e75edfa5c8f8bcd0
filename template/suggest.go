package template

import (
	"strings"

	"github.com/decorum-go/decorum"
)

// A Mend is a way to mend a violation.
type Mend string

// The ways.
const (
	// Shorten cuts a text between two characters as a reader sees them.
	Shorten Mend = "shorten"
	// FlattenValue takes out what [Flatten] does.
	FlattenValue Mend = "flatten"
	// AsList makes a list of a message with more reply buttons than may be.
	AsList Mend = "as_list"
)

// A Suggestion is one way to mend a violation. It changes nothing by itself: the
// caller asks the agent, then takes Message, or lets [Draft.Apply] do so.
type Suggestion struct {
	// Mend is the way.
	Mend Mend
	// Violation is what it mends.
	Violation decorum.Violation
	// Path is the place of the value that changes, "" where it is the message as
	// a whole.
	Path string
	// Value is the value as it would be.
	Value string
	// Changes is what Flatten changed in the value.
	Changes []Change
	// Message is the whole message as it would be.
	Message Structured
}

// Suggest checks the message and returns ways to mend what it finds, in the order
// of the violations. A violation without one is left to people.
func Suggest(m Structured, l Limits) []Suggestion {
	if m == nil {
		return nil
	}
	return m.suggest(&l, m.Check(l))
}

// suggestFlatten returns the suggestion that flattens the field's value.
func suggestFlatten(m Structured, v decorum.Violation, f Field) (Suggestion, bool) {
	flat, changes := Flatten(f.Value)
	if !f.Editable || len(changes) == 0 || !decorum.HasVisible(flat) {
		return Suggestion{}, false
	}
	return Suggestion{
		Mend: FlattenValue, Violation: v, Path: f.Path, Value: flat, Changes: changes,
		Message: m.with(f.Path, flat),
	}, true
}

// suggestShorten returns the suggestion that cuts the field's value so that the
// text that it is a part of fits.
func suggestShorten(m Structured, v decorum.Violation, f Field) (Suggestion, bool) {
	room := f.Limit
	room.Max = room.Count(f.Value) + f.Left
	if !f.Editable || f.Left >= 0 || room.Max <= 0 {
		return Suggestion{}, false
	}
	short := strings.TrimRight(room.Fit(f.Value), " ")
	if !decorum.HasVisible(short) {
		return Suggestion{}, false
	}
	return Suggestion{
		Mend: Shorten, Violation: v, Path: f.Path, Value: short,
		Message: m.with(f.Path, short),
	}, true
}
