package template

import (
	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/internal/wire"
)

// Product is an interactive message that shows one product of a catalogue. It
// has no header.
//
// The zero Product may not be sent.
type Product struct {
	// Body is the text; "" for none.
	Body string `json:"body,omitempty"`
	// Footer stands below the body in small print; "" for none.
	Footer string `json:"footer,omitempty"`
	// CatalogueID is Meta's id of the catalogue.
	CatalogueID string `json:"catalogue_id"`
	// ProductID is the business's own id of the product.
	ProductID string `json:"product_id"`
	// Extra keeps the members of the JSON that this version does not know.
	Extra Extra `json:"-"`
}

// Kind returns [KindProduct].
func (m Product) Kind() Kind { return KindProduct }

// Check returns all that keeps the message from being sent under the limits, in
// the order of its JSON. That the catalogue has the product is not known here.
func (m Product) Check(l Limits) decorum.Violations {
	var r report
	var root decorum.Path
	checkKind(&r, &root, &l)
	if m.Body != "" {
		checkBody(&r, &root, l.Body, decorum.Limit{}, m.Body)
	}
	checkFooter(&r, &root, &l, m.Footer)
	catalogue, product := root.Key("catalogue_id"), root.Key("product_id")
	checkMark(&r, &catalogue, m.CatalogueID)
	checkMark(&r, &product, m.ProductID)
	return r.vs
}

// Preview returns the message as a tree, with an option of the type "product".
// WhatsApp words the button; the preview has its English.
func (m Product) Preview() Preview {
	return Preview{
		Kind: KindProduct, Body: PreviewText{Text: m.Body}, Footer: PreviewText{Text: m.Footer},
		Sections: previewOne(PreviewOption{Type: typeProduct, Title: "View", Detail: PreviewText{Text: m.ProductID}}),
	}
}

func (m *Product) shown(l *Limits, emptied []string) []shown {
	return append(
		shownTop(nil, &m.Body, &m.Footer, l, l.Body, emptied),
		shownFixed("/product_id", m.ProductID, decorum.Limit{}),
	)
}

func (m Product) fields(l *Limits, emptied []string) []Field {
	return fieldsOf(m.shown(l, emptied))
}

func (m Product) with(path, value string) Structured {
	setShown(m.shown(&Limits{}, []string{path}), path, value)
	return m
}

func (m Product) media() (MediaHeader, string)     { return MediaHeader{}, "" }
func (m Product) withMedia(MediaHeader) Structured { return m }

func (m Product) suggest(l *Limits, vs decorum.Violations) []Suggestion {
	return suggestTexts(m, l, vs)
}

// AppendJSON appends the message as JSON:
//
//	{"type":"product","catalogue_id":"…","product_id":"…"}
func (m Product) AppendJSON(dst []byte) ([]byte, error) { return appendJSON(dst, &m, writeProduct) }

// MarshalJSON returns what [Product.AppendJSON] appends.
func (m Product) MarshalJSON() ([]byte, error) { return m.AppendJSON(nil) }

// UnmarshalJSON reads a message. On an error m stays as it is.
func (m *Product) UnmarshalJSON(data []byte) error { return readJSON(data, m, readProduct) }

func readProduct(r *wire.Reader) (m Product) {
	m.Extra = readMessage(r, KindProduct, func(name string) bool {
		switch name {
		case "body":
			m.Body = r.Text()
		case "footer":
			m.Footer = r.Text()
		case "catalogue_id":
			m.CatalogueID = r.Text()
		case "product_id":
			m.ProductID = r.Text()
		default:
			return false
		}
		return true
	})
	return m
}

func writeProduct(w *wire.Writer, m *Product) {
	writeTop(w, KindProduct, nil, m.Body, m.Footer)
	w.Optional("catalogue_id", m.CatalogueID)
	w.Optional("product_id", m.ProductID)
	m.Extra.write(w)
	w.End()
}
