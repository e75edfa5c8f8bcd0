package template

import (
	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/internal/wire"
)

// LocationRequest is an interactive message that asks the customer where they
// are. What comes back is a location. It has no header and no footer.
//
// The zero LocationRequest may not be sent.
type LocationRequest struct {
	// Body is the text.
	Body string `json:"body"`
	// Extra keeps the members of the JSON that this version does not know.
	Extra Extra `json:"-"`
}

// Kind returns [KindLocationRequest].
func (m LocationRequest) Kind() Kind { return KindLocationRequest }

// Check returns all that keeps the message from being sent under the limits.
func (m LocationRequest) Check(l Limits) decorum.Violations { return checkRequest(&l, m.Body) }

// checkRequest looks at a message that has nothing but a body.
func checkRequest(l *Limits, body string) decorum.Violations {
	var r report
	var root decorum.Path
	checkKind(&r, &root, l)
	checkBody(&r, &root, l.Body, decorum.Limit{}, body)
	return r.vs
}

// Preview returns the message as a tree. WhatsApp words the button; the preview
// has its English.
func (m LocationRequest) Preview() Preview {
	return Preview{
		Kind: KindLocationRequest, Body: PreviewText{Text: m.Body},
		Sections: previewOne(PreviewOption{Type: typePosition, Title: "Send location"}),
	}
}

func (m *LocationRequest) shown(l *Limits, emptied []string) []shown {
	return shownTop(nil, &m.Body, nil, l, l.Body, emptied)
}

func (m LocationRequest) fields(l *Limits, emptied []string) []Field {
	return fieldsOf(m.shown(l, emptied))
}

func (m LocationRequest) with(path, value string) Structured {
	setShown(m.shown(&Limits{}, []string{path}), path, value)
	return m
}

func (m LocationRequest) media() (MediaHeader, string)     { return MediaHeader{}, "" }
func (m LocationRequest) withMedia(MediaHeader) Structured { return m }

func (m LocationRequest) suggest(l *Limits, vs decorum.Violations) []Suggestion {
	return suggestTexts(m, l, vs)
}

// AppendJSON appends the message as JSON:
//
//	{"type":"location_request","body":"…"}
func (m LocationRequest) AppendJSON(dst []byte) ([]byte, error) {
	return appendJSON(dst, &m, writeLocationRequest)
}

// MarshalJSON returns what [LocationRequest.AppendJSON] appends.
func (m LocationRequest) MarshalJSON() ([]byte, error) { return m.AppendJSON(nil) }

// UnmarshalJSON reads a message. On an error m stays as it is.
func (m *LocationRequest) UnmarshalJSON(data []byte) error {
	return readJSON(data, m, readLocationRequest)
}

func readLocationRequest(r *wire.Reader) (m LocationRequest) {
	m.Body, m.Extra = readRequest(r, KindLocationRequest)
	return m
}

// readRequest reads a message that has nothing but a body.
func readRequest(r *wire.Reader, kind Kind) (body string, rest Extra) {
	rest = readMessage(r, kind, func(name string) bool {
		if name == "body" {
			body = r.Text()
		}
		return name == "body"
	})
	return body, rest
}

func writeLocationRequest(w *wire.Writer, m *LocationRequest) {
	writeTop(w, KindLocationRequest, nil, m.Body, "")
	m.Extra.write(w)
	w.End()
}
