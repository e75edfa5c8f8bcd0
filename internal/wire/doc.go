// Package wire reads and writes all of Decorum's JSON: a strict, bounded pull
// reader and an append writer, without reflection. It is the one place that
// knows JSON's grammar, and small enough to be put onto encoding/json/v2 when
// that is the standard one.
//
// # Reading
//
// A decoder is a loop over the members of an object with a switch over their
// names. Its body reads the value, or leaves it:
//
//	func (m *Message) read(r *wire.Reader) {
//		for key := range r.Object() {
//			switch key {
//			case "id":
//				m.ID = r.Text()
//			case "timestamp":
//				m.Seconds = r.LooseInt64() // 1763766000 or "1763766000"
//			case "text":
//				m.Text.read(r)
//			case "tags":
//				for range r.Array() {
//					m.Tags = append(m.Tags, r.Text())
//				}
//			default:
//				m.Extra = append(m.Extra, r.Member(key)) // or nothing: it is skipped
//			}
//		}
//	}
//
// and is entered by
//
//	r := wire.NewReader(body, wire.Limits{})
//	m.read(r)
//	return r.Done()
//
// There is no error to ask for on the way. What is wrong is recorded with its
// place and the reading goes on, in one of two ways:
//
//   - A value of another kind, an integer out of range, a name that stands twice, a
//     string that is no text: the value is passed over, the method returns zero,
//     and the document is read on. So it is for what the decoder itself finds
//     wrong and reports ([Reader.Report]).
//   - A document that does not follow the grammar, or is beyond its [Limits], is
//     over: every loop ends, every value is zero.
//
// [Reader.Done] returns all of it. A batch whose items must not harm each other
// marks each item ([Reader.Mark]) and takes away what is wrong with it alone
// ([Reader.Take]); what nobody takes still refuses the document.
//
// An object whose "type" tells how to read it is asked first: [Reader.Lookup].
//
// # What is refused
//
// All that RFC 8259 does not allow: trailing commas, leading zeros, comments, a
// byte order mark, data behind the value. Beyond that, and unlike encoding/json:
//
//   - Names of one object differ, byte by byte once unescaped; "Type" is not
//     "type". A further member with the name is [decorum.Duplicate].
//   - Strings are valid UTF-8 ([decorum.InvalidUTF8]), and \u escapes of surrogates
//     come in pairs ([decorum.Malformed]). Neither is replaced by U+FFFD, which
//     would be another text than the one sent. \u0000 is a character.
//   - Null is a value of its own. A method for another kind refuses it; see
//     [Reader.Null] and [Reader.SkipNulls].
//   - Numbers are kept as text; [Reader.Int64] and [Reader.Float64] tell when they do
//     not fit ([decorum.OutOfRange]). 1.0 and 1e3 are not integers.
//   - [Limits]: bytes before anything is read, depth and members before anything is
//     kept.
//
// The same holds for values that are skipped or kept raw.
//
// A violation's Path is the place of the value, or of the object or array between
// whose parts the mistake is. Names that are not plain, or not written plainly,
// end it. The Span counts bytes of the whole document. A kind that was not
// wanted is [decorum.WrongType], and Want says which was.
//
// # Memory
//
// [NewReader] copies the body once, and every string without escapes, and every
// raw value, is a part of that copy; [NewStringReader] copies nothing. Strings
// with escapes share chunks. So a decoded text costs next to nothing, and keeps
// the whole document in memory: strings.Clone those that outlive the rest, such
// as an id that goes into a long-lived state. [Grow] and [Arena] do for lists and
// pointers what the reader does for strings. A Reader on the stack and a borrowed
// document cost no allocation.
//
// The time is linear in the document, whatever its content: names are compared
// in small objects and hashed in large ones, and what is looked up is looked at
// twice.
//
// # Writing
//
// A [Writer] appends to a slice. Keys are constants, commas its own business, and
// only what must be escaped is:
//
//	func (m *Message) write(w *wire.Writer) {
//		w.Object()
//		w.KeyText("id", m.ID)
//		w.Optional("caption", m.Caption)
//		w.Key("timestamp")
//		w.Int64(m.Seconds)
//		for _, extra := range m.Extra {
//			w.Member(extra)
//		}
//		w.End()
//	}
//
//	func (m *Message) AppendText(dst []byte) ([]byte, error) {
//		w := wire.NewWriter(dst)
//		m.write(w)
//		return w.Done()
//	}
//
// Members that are kept as the text of an object are written by [Writer.Members],
// which refuses a name that the open object has already.
//
// Invalid UTF-8, infinities, NaN and raw values that are not well-formed are
// refused with their place, never repaired.
package wire
