package wire

import (
	"unicode/utf8"

	"github.com/decorum-go/decorum"
)

// A Writer appends one JSON value to a slice of bytes, without white space:
//
//	w := wire.NewWriter(dst)
//	w.Object()
//	w.Key("id")
//	w.Text(m.ID)
//	w.Key("tags")
//	w.Array()
//	for _, t := range m.Tags {
//		w.Text(t)
//	}
//	w.End()
//	w.End()
//	return w.Done()
//
// It allocates only what dst lacks. Commas are its own business. What cannot be
// written is a violation, told by [Writer.Done] with the place in the value that
// is being written; all of them are. The order of the calls is checked, so that
// what Done returns is one well-formed value. That the names of an object
// differ is the caller's business, save for what [Writer.Members] adds: its own are
// constants, those of a map differ, and those that a [Reader] told differ, too.
type Writer struct {
	_ noCopy

	buf []byte
	// start is where the value begins in buf.
	start int
	// due is what the next call may write.
	due due
	// depth is how many containers are open; the lowest bit of objects tells
	// whether the innermost one is an object, the next bit its holder.
	depth   int
	objects uint64
	misused bool
	vs      decorum.Violations
	// steps counts the bytes that Members looked at.
	steps int
}

// due is what may be written next.
type due uint8

const (
	dueRoot         due = iota // the value
	dueFirstKey                // the first member of an object, or its end
	dueKey                     // a further one
	dueMember                  // the value of a member
	dueFirstElement            // the first element of an array, or its end
	dueElement                 // a further one
	dueNothing                 // the value is written
)

// maxWriteDepth is how deep a Writer nests: what a Reader reads by default.
const maxWriteDepth = DefaultDepth

// errWriterMisuse: the calls would not make one JSON value.
const errWriterMisuse misuse = "wire: the calls do not make one JSON value: a key too many or too few, or an object or array left open"

// NewWriter returns a Writer that appends to dst.
func NewWriter(dst []byte) *Writer {
	return &Writer{buf: dst, start: len(dst)}
}

// Done ends the writing. It returns dst with the value appended; or dst as it
// was and an *[decorum.Error] with all that could not be written.
func (w *Writer) Done() ([]byte, error) {
	if len(w.vs) > 0 {
		return w.buf[:w.start], w.vs.Err()
	}
	if w.misused || w.due != dueNothing {
		return w.buf[:w.start], errWriterMisuse
	}
	return w.buf, nil
}

// constant is a string that only a constant of the program's source can be: no
// other package can name the type, to convert a variable to it.
type constant string

// Key begins a member; its value is written next. The key must be a constant of
// plain characters, that needs no escaping.
func (w *Writer) Key(key constant) {
	dst := w.key()
	dst = append(dst, '"')
	dst = append(dst, key...)
	w.buf = append(dst, '"', ':')
}

// UserKey begins a member whose name a user chose: the name is escaped, and one
// that is not valid UTF-8 is a violation of the object.
func (w *Writer) UserKey(name string) {
	w.buf = w.key()
	if utf8.ValidString(name) {
		w.buf = appendQuoted(w.buf, name)
	} else {
		w.refuse(decorum.Violation{Code: decorum.InvalidUTF8})
		w.buf = append(w.buf, `""`...)
	}
	w.buf = append(w.buf, ':')
}

// Member writes a member that a decoder kept as it was, by [Writer.UserKey] and
// [Writer.Raw].
func (w *Writer) Member(m Member) {
	w.UserKey(m.Name)
	w.Raw(m.Value)
}

// key prepares for a key: it returns what is written, with the comma before a
// further one.
func (w *Writer) key() []byte {
	dst := w.buf
	switch w.due {
	case dueFirstKey:
	case dueKey:
		dst = append(dst, ',')
	default:
		w.misused = true
	}
	w.due = dueMember
	return dst
}

// value prepares for a value: it returns what is written, with the comma before
// a further element.
func (w *Writer) value() []byte {
	switch w.due {
	case dueMember:
		w.due = dueKey
	case dueElement:
		return append(w.buf, ',')
	case dueFirstElement:
		w.due = dueElement
	case dueRoot:
		w.due = dueNothing
	default:
		w.misused = true
	}
	return w.buf
}

// Object begins an object; see [Writer.End].
func (w *Writer) Object() {
	w.open('{', 1)
	w.due = dueFirstKey
}

// Array begins an array; see [Writer.End].
func (w *Writer) Array() {
	w.open('[', 0)
	w.due = dueFirstElement
}

func (w *Writer) open(c byte, object uint64) {
	w.buf = w.value()
	if w.depth == maxWriteDepth {
		w.refuse(decorum.Violation{
			Code: decorum.TooDeep, Limit: maxWriteDepth, Actual: maxWriteDepth + 1, Unit: decorum.Levels,
		})
	}
	w.buf = append(w.buf, c)
	w.depth++
	w.objects = w.objects<<1 | object
}

// End ends the innermost object or array.
func (w *Writer) End() {
	switch w.due {
	case dueFirstKey, dueKey:
		w.buf = append(w.buf, '}')
	case dueFirstElement, dueElement:
		w.buf = append(w.buf, ']')
	default:
		w.misused = true
		return
	}
	w.depth--
	w.objects >>= 1
	switch {
	case w.depth == 0:
		w.due = dueNothing
	case w.objects&1 == 1:
		w.due = dueKey
	default:
		w.due = dueElement
	}
}

// refuse records that the value which comes next cannot be written.
func (w *Writer) refuse(v decorum.Violation) {
	v.Severity = decorum.SeverityError
	if len(w.vs) < decorum.MaxViolations && w.depth <= maxWriteDepth {
		v.Path = w.place()
	}
	w.vs = w.vs.Add(v)
}

// place returns the place where the value comes that is to be written next: the
// one where the text written so far breaks off.
func (w *Writer) place() string {
	r := NewStringReader(string(w.buf[w.start:]), Limits{Bytes: len(w.buf) + 1, Members: len(w.buf) + 1})
	r.Skip()
	if len(r.vs) == 0 {
		return ""
	}
	return r.vs[len(r.vs)-1].Path
}
