package message

import "strings"

// A Preview is a message in one line of plain text: for the toast that offers an
// interaction (rule IN1), and for the line of what is not text (rule TR14).
type Preview struct {
	// Kind says what the message is, so that a screen can label it in its own
	// language.
	Kind Kind `json:"kind"`
	// Text is what the sender wrote, chose or named, of any length, with each run
	// of white space as one space. It is plain text, to be escaped and shortened by
	// whoever draws it; "" where there is nothing to tell but the kind.
	Text string `json:"text,omitempty"`
}

// String returns the preview in English: the text of a text, and for other
// messages the label of the kind before it, such as "Image: holiday.jpg".
func (p Preview) String() string {
	switch {
	case p.Kind == KindText:
		return p.Text
	case p.Kind == KindReaction && p.Text == "":
		return "Reaction removed"
	case p.Text == "":
		return p.Kind.Label()
	default:
		return p.Kind.Label() + ": " + p.Text
	}
}

func preview(k Kind, text string) Preview { return Preview{Kind: k, Text: oneLine(text)} }

// oneLine returns s with each run of white space as one space, and none at the
// ends.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
