package transcript

import (
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/decorum-go/decorum/whatsapp/message"
)

// indent is what stands before what belongs to a line, below it.
const indent = "          "

// String returns the line as plain text, as a log or a terminal shows it: the time
// of day, who, how far it came, and what; then, below and indented, what it quotes,
// what was chosen, what it said before and the reactions to it.
//
//	-- 2026-03-01 09:00 interaction 1
//	09:00:00  Ann: Where is my order?
//	09:00:20  > bob [read]: On its way.
//	          > Ann: Where is my order?
//
// A time with "*" is that of a delayed message, and one with "!" is not in the
// order of arrival (guide TR2, TR3); times are in UTC. A ">" stands before what the
// business wrote, "--" before what stands centred. The further lines of a text stand
// below it as all else does, so a customer can write what looks like a quote: a
// program goes by the fields of Line.
//
// What is written from right to left stands between U+2068 FIRST STRONG ISOLATE and
// U+2069 POP DIRECTIONAL ISOLATE, so that it does not change the order of anything
// else. Controls, those of direction among them, are left out of what users wrote,
// and what is not UTF-8 becomes U+FFFD.
func (l Line) String() string {
	b, _ := l.AppendText(nil)
	return string(b)
}

// AppendText appends what String returns. It never fails.
func (l Line) AppendText(dst []byte) ([]byte, error) {
	if l.Kind == Heading {
		return l.appendHeading(dst), nil
	}
	dst = l.Time.Shown.AppendFormat(dst, time.TimeOnly)
	if l.Time.Bold {
		dst = append(dst, '*')
	}
	if l.Time.Red {
		dst = append(dst, '!')
	}
	dst = append(dst, "  "...)
	switch l.Side {
	case Right:
		dst = append(dst, "> "...)
	case Center:
		dst = append(dst, "-- "...)
	}
	dst = l.appendOrigin(dst)
	dst = l.appendBody(dst)
	dst = l.appendBelow(dst)
	return dst, nil
}

func (l *Line) appendHeading(dst []byte) []byte {
	dst = append(dst, "-- "...)
	dst = l.Time.Shown.AppendFormat(dst, "2006-01-02 15:04")
	if l.Interaction != 0 {
		dst = append(dst, " interaction "...)
		dst = strconv.AppendInt(dst, int64(l.Interaction), 10)
	}
	if l.OtherChannel != "" {
		dst = append(dst, " on "...)
		dst = appendPlain(dst, l.OtherChannel)
	}
	return dst
}

// appendOrigin appends who, on which channel, and how far it came.
func (l *Line) appendOrigin(dst []byte) []byte {
	before := len(dst)
	dst = appendPlain(dst, l.Author)
	if l.OtherChannel != "" {
		dst = append(dst, " on "...)
		dst = appendPlain(dst, l.OtherChannel)
	}
	if l.Kind != Failure {
		dst = l.Delivery.appendText(dst)
	}
	if len(dst) > before {
		dst = append(dst, ": "...)
	}
	return dst
}

// appendBody appends the label and the text.
func (l *Line) appendBody(dst []byte) []byte {
	text := l.Text
	switch {
	case l.Thumbnail != nil:
		dst = appendPlain(dst, l.Thumbnail.Name)
		dst = append(dst, strings.TrimPrefix(l.Thumbnail.String(), l.Thumbnail.Name)...)
	case l.Label != "":
		dst = append(dst, l.Label...)
		if l.Delivery.Code != 0 && l.Kind == Failure {
			dst = append(dst, " ["...)
			dst = strconv.AppendInt(dst, int64(l.Delivery.Code), 10)
			dst = append(dst, ']')
		}
	case l.Structured != nil && !l.answers():
		return appendLines(dst, l.Structured.String())
	default:
		return appendLines(dst, text)
	}
	if text != "" {
		dst = append(dst, ": "...)
	}
	return appendLines(dst, text)
}

// answers reports whether Structured is what the line answers.
func (l *Line) answers() bool {
	_, ok := l.Message.(message.Answer)
	return ok
}

// appendText appends how far a message came.
func (d *Delivery) appendText(dst []byte) []byte {
	if d.State == 0 {
		return dst
	}
	dst = append(dst, " ["...)
	dst = append(dst, d.State.String()...)
	if d.State == Failed && d.Reached >= Sent {
		dst = append(dst, " after "...)
		dst = append(dst, d.Reached.String()...)
	}
	if d.Advice != nil {
		dst = append(dst, ": "...)
		dst = append(dst, d.Advice.Title...)
	}
	return append(dst, ']')
}

// appendBelow appends what belongs to the line.
func (l *Line) appendBelow(dst []byte) []byte {
	below := func(sign string) {
		dst = append(dst, '\n')
		dst = append(dst, indent...)
		dst = append(dst, sign...)
	}
	if q := l.Quote; q != nil {
		below("> ")
		if q.Known {
			dst = appendPlain(dst, q.Author)
			dst = append(dst, ": "...)
			dst = appendPlain(dst, q.Preview.String())
		} else {
			dst = append(dst, "a message that is not here"...)
		}
	}
	if l.Structured != nil && l.answers() {
		below("")
		dst = appendLines(dst, l.Structured.String())
	}
	for _, e := range l.Edits {
		below("before: ")
		if e.Message != nil {
			dst = appendPlain(dst, e.Message.Preview().String())
		}
	}
	for _, r := range l.Reactions {
		below("")
		dst = appendPlain(dst, r.Emoji)
		dst = append(dst, ' ')
		dst = appendPlain(dst, r.Author)
	}
	return dst
}

// appendLines appends a text of several lines, those after the first indented.
func appendLines(dst []byte, s string) []byte {
	first := true
	for line := range strings.Lines(s) {
		if !first {
			dst = append(dst, '\n')
			dst = append(dst, indent...)
		}
		first = false
		dst = appendPlain(dst, strings.TrimRight(line, "\r\n"))
	}
	return dst
}

// appendPlain appends a text on one line: without controls, and isolated where
// something in it is written from right to left.
func appendPlain(dst []byte, s string) []byte {
	rtl := false
	for _, r := range s {
		if rightToLeft(r) {
			rtl = true
			break
		}
	}
	if rtl {
		dst = append(dst, "\u2068"...)
	}
	for _, r := range s {
		switch {
		case r == '\t' || r == '\n' || r == '\u2028' || r == '\u2029' || r == '\u0085':
			dst = append(dst, ' ')
		case r < ' ' || r >= 0x7f && r < 0xa0 || r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069':
		default:
			dst = utf8.AppendRune(dst, r)
		}
	}
	if rtl {
		dst = append(dst, "\u2069"...)
	}
	return dst
}

// rightToLeft reports whether a code point is in a block that is written from
// right to left (UAX #9: the classes R and AL, and their defaults), or marks such
// a direction.
func rightToLeft(r rune) bool {
	return r >= 0x590 && (r <= 0x8ff || r == 0x200f || r >= 0xfb1d && r <= 0xfdff || r >= 0xfe70 && r <= 0xfeff ||
		r >= 0x10800 && r <= 0x10fff || r >= 0x1e800 && r <= 0x1efff)
}
