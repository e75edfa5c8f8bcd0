package emoji

import (
	"github.com/decorum-go/decorum"
)

// An Emoji is one emoji, as it is written: an immutable text of one or more code
// points. Emojis are comparable and equal if they are written alike; compare
// what [Emoji.Qualified] returns where U+FE0F shall not make a difference, and
// what [Emoji.Base] returns where the skin tone shall not.
//
// The zero Emoji is none.
type Emoji struct{ text string }

// Parse returns the emoji that s is. It takes all that [Single] takes, and also
// a single pictograph in text style, such as a heart without U+FE0F: with that
// added, it is the emoji that is meant. For anything else the error has one
// violation, [decorum.Required] for an empty text, and [decorum.Malformed] with
// the span that is left after an emoji at the beginning, or all of s.
func Parse(s string) (Emoji, error) {
	if isEmoji(s) {
		return Emoji{s}, nil
	}
	if s == "" {
		return Emoji{}, decorum.Violation{Code: decorum.Required, Severity: decorum.SeverityError, Want: wantEmoji}.Err()
	}
	class, size := classAt(s, 0)
	if class&pictograph != 0 && size == len(s) {
		return Emoji{s + selector}, nil
	}
	v := decorum.Violation{Code: decorum.Malformed, Severity: decorum.SeverityError, Want: wantEmoji}
	if start, end, _ := next(s, 0); start == 0 && end > 0 {
		v.Span = decorum.Span{Start: end, End: len(s)}
	}
	return Emoji{}, v.Err()
}

const wantEmoji = "one emoji"

// selector asks for the style of an emoji.
const selector = "\uFE0F"

// MustParse is like [Parse] but panics where that fails. It is meant for
// constants of a program and for tests.
func MustParse(s string) Emoji {
	e, err := Parse(s)
	if err != nil {
		panic("emoji: MustParse: " + err.Error())
	}
	return e
}

// String returns the emoji as it is written; "" for the zero Emoji.
func (e Emoji) String() string { return e.text }

// IsZero reports whether e is the zero Emoji.
func (e Emoji) IsZero() bool { return e.text == "" }

// AppendText appends the emoji as it is written. It never fails.
func (e Emoji) AppendText(dst []byte) ([]byte, error) { return append(dst, e.text...), nil }

// MarshalText returns the emoji as it is written. It never fails.
func (e Emoji) MarshalText() ([]byte, error) { return []byte(e.text), nil }

// UnmarshalText reads what [Parse] takes; an empty text is the zero Emoji.
func (e *Emoji) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*e = Emoji{}
		return nil
	}
	parsed, err := Parse(string(text))
	if err != nil {
		return err
	}
	*e = parsed
	return nil
}
