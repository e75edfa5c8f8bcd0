package wire

import (
	"bytes"

	"github.com/decorum-go/decorum"
)

// ownNames is how many names an object may have before [Writer.Members] needs memory
// for their places.
const ownNames = 32

// Members writes the members of an object, which a decoder kept as it was, into the
// open one; nothing for "". A name that the open object has already is a violation:
// nobody could say which of the two counts, and a [Reader] refuses them. So is what
// is no object, at "extra".
//
// Every name is compared with those that the open object has already, which are to
// be few, such as the constants of a type.
func (w *Writer) Members(object string) {
	if object == "" {
		return
	}
	var places [ownNames]decorum.Span
	own := w.names(places[:0])
	r := NewStringReader(object, Limits{})
	for name := range r.Object() {
		m, before := r.Member(name), len(w.buf)
		w.UserKey(name)
		if !w.stands(own, bytes.Trim(w.buf[before:], ",:")) {
			w.Raw(m.Value)
			continue
		}
		w.buf = w.value()
		w.refuse(decorum.Violation{Code: decorum.Duplicate})
		w.buf = append(w.buf, "null"...)
	}
	if r.Done() != nil {
		w.Key("extra")
		w.Raw("")
	}
}

// stands reports whether one of the names is the same as another, with its quotes.
func (w *Writer) stands(names []decorum.Span, name []byte) bool {
	w.steps += len(names)
	for _, own := range names {
		if bytes.Equal(w.buf[own.Start:own.End], name) {
			return true
		}
	}
	return false
}

// names appends where the names of the open object's members stand, with their
// quotes. It looks back from the end of what is written, over that object alone.
func (w *Writer) names(dst []decorum.Span) []decorum.Span {
	depth, i := 0, len(w.buf)
	for depth >= 0 && i > w.start {
		i--
		switch w.buf[i] {
		case '}', ']':
			depth++
		case '{', '[':
			depth--
		case '"':
			end := i + 1
			i = w.opening(i)
			if depth == 0 && end < len(w.buf) && w.buf[end] == ':' {
				dst = append(dst, decorum.Span{Start: i, End: end})
			}
		}
	}
	w.steps += len(w.buf) - i
	return dst
}

// opening returns where the string begins whose closing quote is at i: at the next
// quote back that no backslash escapes.
func (w *Writer) opening(i int) int {
	for i > w.start {
		i--
		if w.buf[i] != '"' {
			continue
		}
		slashes := i - w.start - len(bytes.TrimRight(w.buf[w.start:i], "\\"))
		w.steps += slashes
		if slashes%2 == 0 {
			break
		}
	}
	return i
}
