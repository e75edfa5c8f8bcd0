package template

import (
	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/internal/wire"
)

// MaxJSON is the longest JSON of a message or a definition that is read, in
// bytes.
const MaxJSON = 1 << 20

// knownKinds are the kinds of structured messages that this version reads.
const knownKinds = "notification, reply_buttons, list, cta_url, location_request, flow, product, " +
	"product_list, product_carousel, catalogue, address, carousel, contact_request"

// Unmarshal reads a structured message of any kind by its "type". One of a kind
// that this version does not know becomes an [UnknownStructured]. The error is an
// *[decorum.Error] with everything that is no JSON or not of the right shape.
// Whether the message may be sent is another question: see [Structured].
func Unmarshal(data []byte) (Structured, error) {
	r := wire.NewReader(data, wire.Limits{Bytes: MaxJSON})
	m := readStructured(r)
	if err := r.Done(); err != nil {
		return nil, err
	}
	return m, nil
}

func readStructured(r *wire.Reader) Structured {
	kind, raw := peek(r)
	switch Kind(kind) {
	case KindNotification:
		return readFilled(r)
	case KindReplyButtons:
		return readReplyButtons(r)
	case KindList:
		return readList(r)
	case KindCallToAction:
		return readCallToAction(r)
	case KindLocationRequest:
		return readLocationRequest(r)
	case KindFlow:
		return readFlow(r)
	case KindProduct:
		return readProduct(r)
	case KindProductList:
		return readProductList(r)
	case KindProductCarousel:
		return readProductCarousel(r)
	case KindCatalogue:
		return readCatalogue(r)
	case KindAddress:
		return readAddress(r)
	case KindCarousel:
		return readCarousel(r)
	case KindContactRequest:
		return readContactRequest(r)
	default:
		return UnknownStructured{Type: Kind(kind), Raw: raw()}
	}
}

// peek returns the "type" of the object that comes next, and a function that
// reads it as it is. What is no object is a violation.
func peek(r *wire.Reader) (kind string, raw func() string) {
	if r.Kind() != wire.Object {
		return "", func() string {
			for range r.Object() {
			}
			return ""
		}
	}
	kind, _ = r.Lookup("type")
	return kind, r.Raw
}

// readJSON reads all of data by the function, and leaves v as it is on an error
// and, as encoding/json wants it, for null.
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

// appendJSON appends what the function writes of v.
func appendJSON[T any](dst []byte, v T, write func(*wire.Writer, T)) ([]byte, error) {
	w := wire.NewWriter(dst)
	write(w, v)
	return w.Done()
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

// write writes the members into the open object. An Extra that is not the text
// of an object cannot be written.
func (e Extra) write(w *wire.Writer) { w.Members(string(e)) }

// writeUnknown writes a part of a type that this version does not know.
func writeUnknown(w *wire.Writer, kind, raw string) {
	if raw != "" {
		w.Raw(raw)
		return
	}
	w.Object()
	w.Optional("type", kind)
	w.End()
}

// malformed records that the value that was read last is not what was wanted.
func malformed(r *wire.Reader, want string) {
	r.Report(decorum.Violation{Code: decorum.Malformed, Want: want})
}

// reportAll records what is wrong with a value that was read by other means.
func reportAll(r *wire.Reader, err error) {
	for v := range decorum.All(err) {
		r.Report(v)
	}
}

// AppendJSON appends the JSON that was read. The zero UnknownStructured is an
// empty object.
func (u UnknownStructured) AppendJSON(dst []byte) ([]byte, error) {
	return appendJSON(dst, u, func(w *wire.Writer, u UnknownStructured) { writeUnknown(w, string(u.Type), u.Raw) })
}

// MarshalJSON returns the JSON that was read.
func (u UnknownStructured) MarshalJSON() ([]byte, error) { return u.AppendJSON(nil) }
