package template

import (
	"slices"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/internal/wire"
)

// ProductList is an interactive message that shows products of one catalogue in
// sections.
//
// The zero ProductList may not be sent.
type ProductList struct {
	// Header is text, and must be there.
	Header Header `json:"header"`
	// Body is the text.
	Body string `json:"body"`
	// Footer stands below the body in small print; "" for none.
	Footer string `json:"footer,omitempty"`
	// CatalogueID is Meta's id of the catalogue.
	CatalogueID string `json:"catalogue_id"`
	// Sections are the parts of the list.
	Sections []ProductSection `json:"sections"`
	// Extra keeps the members of the JSON that this version does not know.
	Extra Extra `json:"-"`
}

// A ProductSection is a part of a product list.
type ProductSection struct {
	// Title stands above the products. It may be "" where there is but one
	// section.
	Title string `json:"title,omitempty"`
	// ProductIDs are the business's own ids of the products, at least one.
	ProductIDs []string `json:"product_ids"`
	// Extra keeps the members of the JSON that this version does not know.
	Extra Extra `json:"-"`
}

// Kind returns [KindProductList].
func (m ProductList) Kind() Kind { return KindProductList }

// Check returns all that keeps the message from being sent under the limits, in
// the order of its JSON. Products are counted over all sections; of too many the
// first is told.
func (m ProductList) Check(l Limits) decorum.Violations {
	var r report
	var root decorum.Path
	checkKind(&r, &root, &l)
	if m.Header == nil {
		header := root.Key("header")
		r.fault(&header, decorum.Required)
	}
	checkTop(&r, &root, &l, m.Header, false)
	checkBody(&r, &root, l.Body, decorum.Limit{}, m.Body)
	checkFooter(&r, &root, &l, m.Footer)
	catalogue, sections := root.Key("catalogue_id"), root.Key("sections")
	checkMark(&r, &catalogue, m.CatalogueID)
	if len(m.Sections) == 0 {
		r.fault(&sections, decorum.Required)
	}
	r.many(&sections, l.Sections, len(m.Sections))
	n, total := 0, 0
	for i := range m.Sections {
		total += len(m.Sections[i].ProductIDs)
	}
	for i := range m.Sections {
		s := &m.Sections[i]
		section := sections.Index(i)
		checkSectionTitle(&r, &section, &l, s.Title, len(m.Sections) > 1)
		products := section.Key("product_ids")
		if len(s.ProductIDs) == 0 {
			r.fault(&products, decorum.Required)
		}
		for j, id := range s.ProductIDs {
			product := products.Index(j)
			n++
			if l.Products.OverCount(n) && !l.Products.OverCount(n-1) {
				r.count(&product, decorum.TooMany, decorum.SeverityError, l.Products.Max, total)
			}
			checkMark(&r, &product, id)
		}
	}
	return r.vs
}

// Preview returns the message as a tree: sections of options of the type
// "product". WhatsApp words the button that opens them and shows the products'
// names; the preview has its English and the ids.
func (m ProductList) Preview() Preview {
	p := Preview{
		Kind: KindProductList, Header: previewTop(m.Header, false),
		Body: PreviewText{Text: m.Body}, Footer: PreviewText{Text: m.Footer}, Menu: "View items",
	}
	for _, s := range m.Sections {
		options := make([]PreviewOption, len(s.ProductIDs))
		for i, id := range s.ProductIDs {
			options[i] = PreviewOption{Type: typeProduct, Title: id}
		}
		p.Sections = append(p.Sections, PreviewSection{Title: s.Title, Options: options})
	}
	return p
}

func (m *ProductList) shown(l *Limits, emptied []string) []shown {
	list := shownTop(&m.Header, &m.Body, &m.Footer, l, l.Body, emptied)
	var root decorum.Path
	sections := root.Key("sections")
	for i := range m.Sections {
		section := sections.Index(i)
		list = addSection(list, &section, &m.Sections[i].Title, l, len(m.Sections) > 1, emptied)
	}
	return list
}

func (m ProductList) fields(l *Limits, emptied []string) []Field {
	return fieldsOf(m.shown(l, emptied))
}

func (m ProductList) with(path, value string) Structured {
	m.Sections = slices.Clone(m.Sections)
	setShown(m.shown(&Limits{}, []string{path}), path, value)
	return m
}

func (m ProductList) media() (MediaHeader, string)     { return MediaHeader{}, "" }
func (m ProductList) withMedia(MediaHeader) Structured { return m }

func (m ProductList) suggest(l *Limits, vs decorum.Violations) []Suggestion {
	return suggestTexts(m, l, vs)
}

// AppendJSON appends the message as JSON:
//
//	{"type":"product_list","header":{…},"body":"…","catalogue_id":"…","sections":[{"product_ids":["a"]}]}
func (m ProductList) AppendJSON(dst []byte) ([]byte, error) {
	return appendJSON(dst, &m, writeProductList)
}

// MarshalJSON returns what [ProductList.AppendJSON] appends.
func (m ProductList) MarshalJSON() ([]byte, error) { return m.AppendJSON(nil) }

// UnmarshalJSON reads a message. On an error m stays as it is.
func (m *ProductList) UnmarshalJSON(data []byte) error { return readJSON(data, m, readProductList) }

func readProductList(r *wire.Reader) (m ProductList) {
	m.Extra = readMessage(r, KindProductList, func(name string) bool {
		switch name {
		case "header":
			m.Header = readHeader(r)
		case "body":
			m.Body = r.Text()
		case "footer":
			m.Footer = r.Text()
		case "catalogue_id":
			m.CatalogueID = r.Text()
		case "sections":
			m.Sections = readProductSections(r)
		default:
			return false
		}
		return true
	})
	return m
}

func readProductSections(r *wire.Reader) (list []ProductSection) {
	for range r.Array() {
		s := wire.Grow(&list)
		var rest members
		for name := range r.Object() {
			switch name {
			case "title":
				s.Title = r.Text()
			case "product_ids":
				s.ProductIDs = readTexts(r)
			default:
				rest.read(r, name)
			}
		}
		s.Extra = rest.extra()
	}
	return list
}

func writeProductList(w *wire.Writer, m *ProductList) {
	writeTop(w, KindProductList, m.Header, m.Body, m.Footer)
	w.Optional("catalogue_id", m.CatalogueID)
	w.Key("sections")
	w.Array()
	for i := range m.Sections {
		s := &m.Sections[i]
		w.Object()
		w.Optional("title", s.Title)
		w.Key("product_ids")
		writeTexts(w, s.ProductIDs)
		s.Extra.write(w)
		w.End()
	}
	w.End()
	m.Extra.write(w)
	w.End()
}

func readTexts(r *wire.Reader) (list []string) {
	for range r.Array() {
		list = append(list, r.Text())
	}
	return list
}

func writeTexts(w *wire.Writer, list []string) {
	w.Array()
	for _, s := range list {
		w.Text(s)
	}
	w.End()
}
