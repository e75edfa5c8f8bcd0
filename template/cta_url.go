package template

import (
	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/internal/wire"
)

// CallToAction is an interactive message with one button that opens a web page;
// Meta calls it cta_url. The address stays hidden behind the label.
//
// The zero CallToAction may not be sent.
type CallToAction struct {
	// Header is text or a file; nil for none.
	Header Header `json:"header,omitempty"`
	// Body is the text.
	Body string `json:"body"`
	// Footer stands below the body in small print; "" for none.
	Footer string `json:"footer,omitempty"`
	// Label is the label of the button.
	Label string `json:"label"`
	// URL is the address of the page, with http or https.
	URL string `json:"url"`
	// Extra keeps the members of the JSON that this version does not know.
	Extra Extra `json:"-"`
}

// Kind returns [KindCallToAction].
func (m CallToAction) Kind() Kind { return KindCallToAction }

// Check returns all that keeps the message from being sent under the limits, in
// the order of its JSON, and warnings. Meta gives no length for the address; one
// that is too long for a notification is a warning.
func (m CallToAction) Check(l Limits) decorum.Violations {
	var r report
	var root decorum.Path
	checkKind(&r, &root, &l)
	checkTop(&r, &root, &l, m.Header, true)
	checkBody(&r, &root, l.Body, decorum.Limit{}, m.Body)
	checkFooter(&r, &root, &l, m.Footer)
	checkLabelled(&r, &root, "label", l.ActionLabel, m.Label)
	checkAddress(&r, &root, &l, m.URL)
	return r.vs
}

// checkAddress looks at the "url" of a button of an interactive message.
func checkAddress(r *report, at *decorum.Path, l *Limits, s string) {
	url := at.Key("url")
	if r.valid(&url, s) && r.visible(&url, s) {
		r.advised(&url, decorum.Limit{}, l.URL, s)
		checkLink(r, &url, s)
	}
}

// Preview returns the message as a tree, with an option of the type "url".
func (m CallToAction) Preview() Preview {
	return Preview{
		Kind: KindCallToAction, Header: previewTop(m.Header, false),
		Body: PreviewText{Text: m.Body}, Footer: PreviewText{Text: m.Footer},
		Sections: previewOne(PreviewOption{Type: typeURL, Title: m.Label, Detail: PreviewText{Text: m.URL}}),
	}
}

func (m *CallToAction) shown(l *Limits, emptied []string) []shown {
	return append(
		shownTop(&m.Header, &m.Body, &m.Footer, l, l.Body, emptied),
		shownText("/label", &m.Label, l.ActionLabel),
		shownFixed("/url", m.URL, l.URL),
	)
}

func (m CallToAction) fields(l *Limits, emptied []string) []Field {
	return fieldsOf(m.shown(l, emptied))
}

func (m CallToAction) with(path, value string) Structured {
	setShown(m.shown(&Limits{}, []string{path}), path, value)
	return m
}

func (m CallToAction) media() (MediaHeader, string)     { return MediaHeader{}, "" }
func (m CallToAction) withMedia(MediaHeader) Structured { return m }

func (m CallToAction) suggest(l *Limits, vs decorum.Violations) []Suggestion {
	return suggestTexts(m, l, vs)
}

// AppendJSON appends the message as JSON:
//
//	{"type":"cta_url","body":"…","label":"…","url":"https://…"}
func (m CallToAction) AppendJSON(dst []byte) ([]byte, error) {
	return appendJSON(dst, &m, writeCallToAction)
}

// MarshalJSON returns what [CallToAction.AppendJSON] appends.
func (m CallToAction) MarshalJSON() ([]byte, error) { return m.AppendJSON(nil) }

// UnmarshalJSON reads a message. On an error m stays as it is.
func (m *CallToAction) UnmarshalJSON(data []byte) error { return readJSON(data, m, readCallToAction) }

func readCallToAction(r *wire.Reader) (m CallToAction) {
	m.Extra = readMessage(r, KindCallToAction, func(name string) bool {
		switch name {
		case "header":
			m.Header = readHeader(r)
		case "body":
			m.Body = r.Text()
		case "footer":
			m.Footer = r.Text()
		case "label":
			m.Label = r.Text()
		case "url":
			m.URL = r.Text()
		default:
			return false
		}
		return true
	})
	return m
}

func writeCallToAction(w *wire.Writer, m *CallToAction) {
	writeTop(w, KindCallToAction, m.Header, m.Body, m.Footer)
	w.Optional("label", m.Label)
	w.Optional("url", m.URL)
	m.Extra.write(w)
	w.End()
}
