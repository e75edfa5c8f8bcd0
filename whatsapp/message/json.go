package message

import (
	"time"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/internal/wire"
	"github.com/decorum-go/decorum/template"
)

// MaxJSON is the longest JSON of a message or an envelope that is read, in
// bytes.
const MaxJSON = wire.DefaultBytes

// Extra keeps members of a JSON object that this version does not know, as the
// text of an object of their own, so that they survive a round trip. The empty
// Extra is none. One that repeats a member which the value itself writes cannot be
// written.
type Extra = template.Extra

// Unmarshal reads a message of any kind by its "type". One of a kind that this
// version does not know becomes an [Unknown]. The error is an *[decorum.Error]
// with everything that is no JSON or not of the right shape. Whether the message
// may be sent is another question: see [Message].
func Unmarshal(data []byte) (Message, error) {
	r := wire.NewReader(data, wire.Limits{Bytes: MaxJSON})
	m := readMessage(r)
	if err := r.Done(); err != nil {
		return nil, err
	}
	return m, nil
}

// readMessage reads a message of any kind.
func readMessage(r *wire.Reader) Message {
	kind, _ := r.Lookup("type")
	if Kind(kind) == KindEdit {
		return readEdit(r)
	}
	return readContent(r, Kind(kind))
}

// readContent reads a message that may stand in an edit: of any kind but another
// edit. The kind is the "type" of the object that comes next.
func readContent(r *wire.Reader, kind Kind) Message {
	switch kind {
	case KindText:
		return readText(r)
	case KindImage, KindVideo, KindAudio, KindDocument, KindSticker, KindMedia:
		return readMedia(r)
	case KindLocation:
		return readLocation(r)
	case KindContacts:
		return readContacts(r)
	case KindReaction:
		return readReaction(r)
	case KindStructured:
		return readStructured(r)
	case KindAnswer:
		return readAnswer(r)
	case KindOrder:
		return readOrder(r)
	case KindCall:
		return readCall(r)
	case KindSystem:
		return readSystem(r)
	case KindWelcomeRequest:
		return readWelcomeRequest(r)
	case KindDeletion:
		return readDeletion(r)
	case KindUnsupported:
		return readUnsupported(r)
	default:
		return readUnknown(r)
	}
}

// writeMessage writes a message, and reports whether it is one of the values of
// this package. It keeps none of m, so that making one costs its caller nothing.
func writeMessage(w *wire.Writer, m Message) bool {
	switch m := m.(type) {
	case Text:
		m.write(w)
	case Media:
		m.write(w)
	case Location:
		m.write(w)
	case Contacts:
		m.write(w)
	case Reaction:
		m.write(w)
	case Structured:
		m.write(w)
	case Answer:
		m.write(w)
	case Order:
		m.write(w)
	case Call:
		m.write(w)
	case System:
		m.write(w)
	case WelcomeRequest:
		m.write(w)
	case Edit:
		m.write(w)
	case Deletion:
		m.write(w)
	case Unsupported:
		m.write(w)
	case Unknown:
		m.write(w)
	default:
		return false
	}
	return true
}

func appendMessage(dst []byte, m Message) ([]byte, error) {
	w := wire.NewWriter(dst)
	writeMessage(w, m)
	return w.Done()
}

// readJSON reads all of data by the function, and leaves v as it is on an error
// and, as encoding/json asks of every type, for null.
func readJSON[T any](data []byte, v *T, read func(*wire.Reader) T) error {
	if string(data) == "null" {
		return nil
	}
	r := wire.NewReader(data, wire.Limits{Bytes: MaxJSON})
	t := read(r)
	if err := r.Done(); err != nil {
		return err
	}
	*v = t
	return nil
}

// members are those of an object that this version does not know.
type members []wire.Member

func (m *members) read(r *wire.Reader, name string) { *m = append(*m, r.Member(name)) }

// extra packs them into the text of an object.
func (m members) extra() Extra {
	if len(m) == 0 {
		return ""
	}
	w := wire.NewWriter(nil)
	w.Object()
	for _, member := range m {
		w.Member(member)
	}
	w.End()
	b, err := w.Done()
	if err != nil {
		return "" // the reader has recorded what is wrong with them
	}
	return Extra(b)
}

// begin begins the object of a message.
func begin(w *wire.Writer, k Kind) {
	w.Object()
	w.KeyText("type", string(k))
}

// end writes the members of e into the open object and ends it. An Extra that is
// not the text of an object cannot be written.
func end(w *wire.Writer, e Extra) {
	w.Members(string(e))
	w.End()
}

// readKind reads the "type" of an object that is read as a message of kind k.
func readKind(r *wire.Reader, k Kind) {
	if r.Text() != string(k) {
		r.Report(decorum.Violation{Code: decorum.Mismatch, Want: string(k)})
	}
}

// reportAll records what is wrong with a value that was read by other means. Its
// spans, which count bytes of the value alone, are left out.
func reportAll(r *wire.Reader, err error) {
	for v := range decorum.All(err) {
		v.Span = decorum.Span{}
		r.Report(v)
	}
}

// readTime reads an instant, as RFC 3339 writes it, in UTC.
func readTime(r *wire.Reader) time.Time {
	text := r.Text()
	if text == "" {
		return time.Time{}
	}
	t, err := time.Parse(time.RFC3339Nano, text)
	if t = t.UTC(); err != nil || !writable(t) {
		r.Report(decorum.Violation{Code: decorum.Malformed, Want: "an instant as RFC 3339 writes it"})
		return time.Time{}
	}
	return t
}

// writeTime writes an instant as the value of a member.
func writeTime(w *wire.Writer, t time.Time) {
	if t = t.UTC(); !writable(t) {
		w.Raw("") // a violation: no text of RFC 3339 says this
		return
	}
	var buf [len(time.RFC3339Nano)]byte
	w.Text(string(t.AppendFormat(buf[:0], time.RFC3339Nano)))
}

// writable reports whether RFC 3339 has a text for t.
func writable(t time.Time) bool { return 0 <= t.Year() && t.Year() <= 9999 }
