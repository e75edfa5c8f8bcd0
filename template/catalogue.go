package template

import (
	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/internal/wire"
)

// Catalogue is an interactive message with a button that opens the business's
// catalogue. It has no header.
//
// The zero Catalogue may not be sent.
type Catalogue struct {
	// Body is the text.
	Body string `json:"body"`
	// Footer stands below the body in small print; "" for none.
	Footer string `json:"footer,omitempty"`
	// ThumbnailID is the business's own id of the product whose picture is shown;
	// "" for the first of the catalogue.
	ThumbnailID string `json:"thumbnail_id,omitempty"`
	// Extra keeps the members of the JSON that this version does not know.
	Extra Extra `json:"-"`
}

// Kind returns [KindCatalogue].
func (m Catalogue) Kind() Kind { return KindCatalogue }

// Check returns all that keeps the message from being sent under the limits, in
// the order of its JSON.
func (m Catalogue) Check(l Limits) decorum.Violations {
	var r report
	var root decorum.Path
	checkKind(&r, &root, &l)
	checkBody(&r, &root, l.Body, decorum.Limit{}, m.Body)
	checkFooter(&r, &root, &l, m.Footer)
	thumbnail := root.Key("thumbnail_id")
	r.valid(&thumbnail, m.ThumbnailID)
	return r.vs
}

// Preview returns the message as a tree, with an option of the type "catalog", as
// the button of a notification. WhatsApp words it; the preview has its English.
func (m Catalogue) Preview() Preview {
	return Preview{
		Kind: KindCatalogue, Body: PreviewText{Text: m.Body}, Footer: PreviewText{Text: m.Footer},
		Sections: previewOne(PreviewOption{
			Type: typeCatalog, Title: "View catalog", Detail: PreviewText{Text: m.ThumbnailID},
		}),
	}
}

func (m *Catalogue) shown(l *Limits, emptied []string) []shown {
	return shownTop(nil, &m.Body, &m.Footer, l, l.Body, emptied)
}

func (m Catalogue) fields(l *Limits, emptied []string) []Field {
	return fieldsOf(m.shown(l, emptied))
}

func (m Catalogue) with(path, value string) Structured {
	setShown(m.shown(&Limits{}, []string{path}), path, value)
	return m
}

func (m Catalogue) media() (MediaHeader, string)     { return MediaHeader{}, "" }
func (m Catalogue) withMedia(MediaHeader) Structured { return m }

func (m Catalogue) suggest(l *Limits, vs decorum.Violations) []Suggestion {
	return suggestTexts(m, l, vs)
}

// AppendJSON appends the message as JSON:
//
//	{"type":"catalogue","body":"…","thumbnail_id":"…"}
func (m Catalogue) AppendJSON(dst []byte) ([]byte, error) { return appendJSON(dst, &m, writeCatalogue) }

// MarshalJSON returns what [Catalogue.AppendJSON] appends.
func (m Catalogue) MarshalJSON() ([]byte, error) { return m.AppendJSON(nil) }

// UnmarshalJSON reads a message. On an error m stays as it is.
func (m *Catalogue) UnmarshalJSON(data []byte) error { return readJSON(data, m, readCatalogue) }

func readCatalogue(r *wire.Reader) (m Catalogue) {
	m.Extra = readMessage(r, KindCatalogue, func(name string) bool {
		switch name {
		case "body":
			m.Body = r.Text()
		case "footer":
			m.Footer = r.Text()
		case "thumbnail_id":
			m.ThumbnailID = r.Text()
		default:
			return false
		}
		return true
	})
	return m
}

func writeCatalogue(w *wire.Writer, m *Catalogue) {
	writeTop(w, KindCatalogue, nil, m.Body, m.Footer)
	w.Optional("thumbnail_id", m.ThumbnailID)
	m.Extra.write(w)
	w.End()
}
