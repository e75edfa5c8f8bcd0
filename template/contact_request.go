package template

import (
	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/internal/wire"
)

// ContactRequest is an interactive message that asks the customer for their
// phone number, which a business need not know of a customer with a user name.
// What comes back are contacts. It has no header and no footer.
//
// The zero ContactRequest may not be sent.
type ContactRequest struct {
	// Body is the text.
	Body string `json:"body"`
	// Extra keeps the members of the JSON that this version does not know.
	Extra Extra `json:"-"`
}

// Kind returns [KindContactRequest].
func (m ContactRequest) Kind() Kind { return KindContactRequest }

// Check returns all that keeps the message from being sent under the limits.
func (m ContactRequest) Check(l Limits) decorum.Violations { return checkRequest(&l, m.Body) }

// Preview returns the message as a tree. WhatsApp words the button; the preview
// has its English.
func (m ContactRequest) Preview() Preview {
	return Preview{
		Kind: KindContactRequest, Body: PreviewText{Text: m.Body},
		Sections: previewOne(PreviewOption{Type: typeContact, Title: "Share contact info"}),
	}
}

func (m *ContactRequest) shown(l *Limits, emptied []string) []shown {
	return shownTop(nil, &m.Body, nil, l, l.Body, emptied)
}

func (m ContactRequest) fields(l *Limits, emptied []string) []Field {
	return fieldsOf(m.shown(l, emptied))
}

func (m ContactRequest) with(path, value string) Structured {
	setShown(m.shown(&Limits{}, []string{path}), path, value)
	return m
}

func (m ContactRequest) media() (MediaHeader, string)     { return MediaHeader{}, "" }
func (m ContactRequest) withMedia(MediaHeader) Structured { return m }

func (m ContactRequest) suggest(l *Limits, vs decorum.Violations) []Suggestion {
	return suggestTexts(m, l, vs)
}

// AppendJSON appends the message as JSON:
//
//	{"type":"contact_request","body":"…"}
func (m ContactRequest) AppendJSON(dst []byte) ([]byte, error) {
	return appendJSON(dst, &m, writeContactRequest)
}

// MarshalJSON returns what [ContactRequest.AppendJSON] appends.
func (m ContactRequest) MarshalJSON() ([]byte, error) { return m.AppendJSON(nil) }

// UnmarshalJSON reads a message. On an error m stays as it is.
func (m *ContactRequest) UnmarshalJSON(data []byte) error {
	return readJSON(data, m, readContactRequest)
}

func readContactRequest(r *wire.Reader) (m ContactRequest) {
	m.Body, m.Extra = readRequest(r, KindContactRequest)
	return m
}

func writeContactRequest(w *wire.Writer, m *ContactRequest) {
	writeTop(w, KindContactRequest, nil, m.Body, "")
	m.Extra.write(w)
	w.End()
}
