package template

import (
	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/internal/wire"
)

// ProductCarousel is an interactive message with two to ten products of one
// catalogue, side by side.
//
// The zero ProductCarousel may not be sent.
type ProductCarousel struct {
	// Body is the text above the cards.
	Body string `json:"body"`
	// CatalogueID is Meta's id of the catalogue.
	CatalogueID string `json:"catalogue_id"`
	// ProductIDs are the business's own ids of the products, one for each card.
	ProductIDs []string `json:"product_ids"`
	// Extra keeps the members of the JSON that this version does not know.
	Extra Extra `json:"-"`
}

// Kind returns [KindProductCarousel].
func (m ProductCarousel) Kind() Kind { return KindProductCarousel }

// Check returns all that keeps the message from being sent under the limits, in
// the order of its JSON.
func (m ProductCarousel) Check(l Limits) decorum.Violations {
	var r report
	var root decorum.Path
	checkKind(&r, &root, &l)
	checkBody(&r, &root, l.Body, decorum.Limit{}, m.Body)
	catalogue, products := root.Key("catalogue_id"), root.Key("product_ids")
	checkMark(&r, &catalogue, m.CatalogueID)
	checkCards(&r, &products, &l, len(m.ProductIDs))
	for i, id := range m.ProductIDs {
		product := products.Index(i)
		checkMark(&r, &product, id)
	}
	return r.vs
}

// Preview returns the message as a tree: a card with an option of the type
// "product" for each product. WhatsApp shows the products' pictures and names;
// the preview has their ids.
func (m ProductCarousel) Preview() Preview {
	p := Preview{Kind: KindProductCarousel, Body: PreviewText{Text: m.Body}}
	for _, id := range m.ProductIDs {
		p.Cards = append(p.Cards, PreviewCard{Options: []PreviewOption{{Type: typeProduct, Title: id}}})
	}
	return p
}

func (m *ProductCarousel) shown(l *Limits, emptied []string) []shown {
	return shownTop(nil, &m.Body, nil, l, l.Body, emptied)
}

func (m ProductCarousel) fields(l *Limits, emptied []string) []Field {
	return fieldsOf(m.shown(l, emptied))
}

func (m ProductCarousel) with(path, value string) Structured {
	setShown(m.shown(&Limits{}, []string{path}), path, value)
	return m
}

func (m ProductCarousel) media() (MediaHeader, string)     { return MediaHeader{}, "" }
func (m ProductCarousel) withMedia(MediaHeader) Structured { return m }

func (m ProductCarousel) suggest(l *Limits, vs decorum.Violations) []Suggestion {
	return suggestTexts(m, l, vs)
}

// AppendJSON appends the message as JSON:
//
//	{"type":"product_carousel","body":"…","catalogue_id":"…","product_ids":["a","b"]}
func (m ProductCarousel) AppendJSON(dst []byte) ([]byte, error) {
	return appendJSON(dst, &m, writeProductCarousel)
}

// MarshalJSON returns what [ProductCarousel.AppendJSON] appends.
func (m ProductCarousel) MarshalJSON() ([]byte, error) { return m.AppendJSON(nil) }

// UnmarshalJSON reads a message. On an error m stays as it is.
func (m *ProductCarousel) UnmarshalJSON(data []byte) error {
	return readJSON(data, m, readProductCarousel)
}

func readProductCarousel(r *wire.Reader) (m ProductCarousel) {
	m.Extra = readMessage(r, KindProductCarousel, func(name string) bool {
		switch name {
		case "body":
			m.Body = r.Text()
		case "catalogue_id":
			m.CatalogueID = r.Text()
		case "product_ids":
			m.ProductIDs = readTexts(r)
		default:
			return false
		}
		return true
	})
	return m
}

func writeProductCarousel(w *wire.Writer, m *ProductCarousel) {
	writeTop(w, KindProductCarousel, nil, m.Body, "")
	w.Optional("catalogue_id", m.CatalogueID)
	w.Key("product_ids")
	writeTexts(w, m.ProductIDs)
	m.Extra.write(w)
	w.End()
}
