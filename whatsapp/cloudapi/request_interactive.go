package cloudapi

import (
	"strings"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/attachment"
	"github.com/decorum-go/decorum/template"
)

// An interactive is an interactive message as it is read: the parts that all have
// in common, and those of the action that its type has.
type interactive struct {
	kind           string
	header         template.Header
	body, footer   string
	buttons        []template.Reply
	menu           string
	sections       []template.Section
	products       []template.ProductSection
	catalogue      string
	product        string
	cards          []template.MediaCard
	productCards   []string
	indexes        uint16 // of the cards, a bit for each
	label, url     string
	flow           template.Flow
	thumbnail      string
	country        string
	values, errors template.Values
	saved          []template.SavedAddress
	left           rest
	// odd: something is there that the model has no place for.
	odd bool
}

// interactive reads an interactive message. One of a type that is not known, or
// with parts that would be lost, is kept as it is.
func (d *sender) interactive() template.Structured {
	r := d.r
	kind, _ := r.Lookup("type")
	mark := r.Mark()
	m := interactive{kind: strings.ToLower(kind)}
	known := actionName(m.kind) != "?"
	for name := range r.Object() {
		if known && d.refuses(m.kind, name) {
			m.left.read(r, name)
			continue
		}
		switch name {
		case "type":
			d.lower()
		case "header":
			m.header = d.header()
		case "body":
			m.body = d.text(&m.left, name)
		case "footer":
			m.footer = d.text(&m.left, name)
		case "action":
			if !known {
				m.left.read(r, name)
				continue
			}
			var left rest
			d.action(&m, &left)
			m.left.nest(name, left)
		default:
			d.unknown(&m.left, name)
		}
	}
	if kind == "" {
		d.wrong(decorum.Required, "/type", "")
	}
	if !known || m.odd {
		return template.UnknownStructured{Type: template.Kind(m.kind), Raw: r.RawSince(mark)}
	}
	return m.structured()
}

// refuses tells of a header or a footer that such a message has no place for: an
// error where Meta's pages say so, a warning where they have none.
func (d *sender) refuses(kind, name string) bool {
	v := decorum.Violation{Code: decorum.Unsupported, Severity: decorum.SeverityWarning}
	switch kind + " " + name {
	case "product header", "carousel header", "carousel footer":
		v.Severity = decorum.SeverityError
	case "catalog_message header", "address_message header", "location_request_message header", "location_request_message footer",
		"request_contact_info header", "request_contact_info footer":
	default:
		return false
	}
	d.r.Report(v)
	return true
}

// actionName returns the "name" that the action of such a message has; "" for
// none, and "?" for a type that is not known.
func actionName(kind string) string {
	switch kind {
	case "button", "list", "product", "product_list", "carousel":
		return ""
	case "cta_url", "flow", "catalog_message", "address_message", "request_contact_info":
		return kind
	case "location_request_message":
		return "send_location"
	}
	return "?"
}

// structured returns the message that was read.
func (m *interactive) structured() template.Structured {
	x := m.left.extra()
	switch m.kind {
	case "button":
		return template.ReplyButtons{Header: m.header, Body: m.body, Footer: m.footer, Buttons: m.buttons, Extra: x}
	case "list":
		return template.List{Header: m.header, Body: m.body, Footer: m.footer, Menu: m.menu, Sections: m.sections, Extra: x}
	case "cta_url":
		return template.CallToAction{Header: m.header, Body: m.body, Footer: m.footer, Label: m.label, URL: m.url, Extra: x}
	case "flow":
		f := m.flow
		f.Header, f.Body, f.Footer, f.Extra = m.header, m.body, m.footer, x
		return f
	case "product":
		return template.Product{Body: m.body, Footer: m.footer, CatalogueID: m.catalogue, ProductID: m.product, Extra: x}
	case "product_list":
		return template.ProductList{
			Header: m.header, Body: m.body, Footer: m.footer, CatalogueID: m.catalogue, Sections: m.products, Extra: x,
		}
	case "catalog_message":
		return template.Catalogue{Body: m.body, Footer: m.footer, ThumbnailID: m.thumbnail, Extra: x}
	case "address_message":
		return template.Address{
			Body: m.body, Footer: m.footer, Country: m.country, Values: m.values, Saved: m.saved, Errors: m.errors, Extra: x,
		}
	case "location_request_message":
		return template.LocationRequest{Body: m.body, Extra: x}
	case "request_contact_info":
		return template.ContactRequest{Body: m.body, Extra: x}
	}
	if len(m.productCards) > 0 {
		return template.ProductCarousel{Body: m.body, CatalogueID: m.catalogue, ProductIDs: m.productCards, Extra: x}
	}
	return template.Carousel{Body: m.body, Cards: m.cards, Extra: x}
}

// text reads an object that has but a text.
func (d *sender) text(left *rest, member string) (text string) {
	var inner rest
	for name := range d.r.Object() {
		if name == "text" {
			text = d.r.Text()
			continue
		}
		d.unknown(&inner, name)
	}
	if text == "" {
		d.wrong(decorum.Required, "/text", "")
	}
	left.nest(member, inner)
	return text
}

// header reads a header. What it has beside the object of its type cannot stand
// there.
func (d *sender) header() template.Header {
	r := d.r
	kind, _ := r.Lookup("type")
	kind = strings.ToLower(kind)
	file, isFile := mediaKind(kind)
	mark := r.Mark()
	media := template.MediaHeader{Kind: file}
	var text string
	var left, inner rest
	for name := range r.Object() {
		switch {
		case name == "type":
			d.lower()
		case name == kind && kind == "text":
			text = r.Text()
		case name == kind && isFile:
			d.file(&media, &inner)
		case (isFile || kind == "text") && (name == "text" || name == "image" || name == "video" || name == "document"):
			left.read(r, name)
			d.wrong(decorum.Conflict, "", "")
		default:
			d.unknown(&left, name)
		}
	}
	if isFile {
		left.nest(kind, inner)
	}
	switch {
	case kind == "":
		d.wrong(decorum.Required, "/type", "text, image, video, document")
	case kind == "text":
		return template.TextHeader{Text: text, Extra: left.extra()}
	case isFile:
		media.Extra = left.extra()
		return media
	default:
		d.wrong(decorum.Unknown, "/type", "text, image, video, document")
	}
	return template.UnknownHeader{Type: kind, Raw: r.RawSince(mark)}
}

// file reads the object of a file.
func (d *sender) file(m *template.MediaHeader, left *rest) {
	for name := range d.r.Object() {
		switch {
		case name == "id":
			m.ID = d.r.LooseText()
		case name == "link":
			m.Link = d.r.Text()
		case name == "filename" && m.Kind == attachment.Document:
			m.Name = d.r.Text()
		default:
			d.unknown(left, name)
		}
	}
}
