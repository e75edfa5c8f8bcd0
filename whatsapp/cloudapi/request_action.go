package cloudapi

import (
	"strings"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/internal/wire"
	"github.com/decorum-go/decorum/template"
)

// action reads the action of the message.
func (d *sender) action(m *interactive, left *rest) {
	r := d.r
	for name := range r.Object() {
		switch {
		case name == "name" && actionName(m.kind) != "":
			d.constant(actionName(m.kind))
		case name == "buttons" && m.kind == "button":
			for range r.Array() {
				m.buttons = append(m.buttons, d.reply())
			}
		case name == "button" && m.kind == "list":
			m.menu = r.Text()
		case name == "sections" && m.kind == "list":
			for range r.Array() {
				m.sections = append(m.sections, d.section())
			}
		case name == "sections" && m.kind == "product_list":
			for range r.Array() {
				m.products = append(m.products, d.productSection(m))
			}
		case name == "catalog_id" && (m.kind == "product" || m.kind == "product_list"):
			m.catalogue = r.LooseText()
		case name == "product_retailer_id" && m.kind == "product":
			m.product = r.LooseText()
		case name == "parameters":
			var inner rest
			d.parameters(m, &inner)
			left.nest(name, inner)
		case name == "cards" && m.kind == "carousel":
			for i := range r.Array() {
				d.card(m, i)
			}
		default:
			d.unknown(left, name)
		}
	}
}

// parameters reads those of the action, of which each type has its own.
func (d *sender) parameters(m *interactive, left *rest) {
	for name := range d.r.Object() {
		var known bool
		switch m.kind {
		case "cta_url":
			known = d.link(m, name)
		case "flow":
			known = d.flow(&m.flow, left, name)
		case "address_message":
			known = d.address(m, name)
		case "catalog_message":
			if known = name == "thumbnail_product_retailer_id"; known {
				m.thumbnail = d.r.LooseText()
			}
		}
		if !known {
			d.unknown(left, name)
		}
	}
}

func (d *sender) link(m *interactive, name string) bool {
	switch name {
	case "display_text":
		m.label = d.r.Text()
	case "url":
		m.url = d.r.Text()
	default:
		return false
	}
	return true
}

func (d *sender) flow(f *template.Flow, left *rest, name string) bool {
	r := d.r
	switch name {
	case "flow_message_version":
		f.Version = r.LooseText()
	case "flow_id":
		f.ID = r.LooseText()
	case "flow_name":
		f.Name = r.Text()
	case "flow_cta":
		f.Label = r.Text()
	case "mode":
		f.Mode = r.Text()
	case "flow_token":
		f.Token = r.Text()
	case "flow_action":
		f.Action = r.Text()
	case "flow_action_payload":
		var inner rest
		for member := range r.Object() {
			switch member {
			case "screen":
				f.Screen = r.Text()
			case "data":
				f.Data = r.Raw()
			default:
				d.unknown(&inner, member)
			}
		}
		left.nest(name, inner)
	default:
		return false
	}
	return true
}

func (d *sender) address(m *interactive, name string) bool {
	r := d.r
	switch name {
	case "country":
		m.country = r.Text()
	case "values":
		m.values = d.named(m)
	case "validation_errors":
		m.errors = d.named(m)
	case "saved_addresses":
		for range r.Array() {
			var s template.SavedAddress
			var left rest
			for member := range r.Object() {
				switch member {
				case "id":
					s.ID = r.LooseText()
				case "value":
					s.Values = d.named(m)
				default:
					d.unknown(&left, member)
				}
			}
			s.Extra = left.extra()
			m.saved = append(m.saved, s)
		}
	default:
		return false
	}
	return true
}

// named reads values by their names.
func (d *sender) named(m *interactive) template.Values {
	values := map[string]string{}
	for name := range d.r.Object() {
		if d.r.Kind() != wire.String {
			m.odd = true // such as a number: kept as it is
			continue
		}
		values[name] = d.r.Text()
	}
	v := template.Named(values)
	m.odd = m.odd || v.Len() > 0 && !v.IsNamed() // names that are numbers
	return v
}

// reply reads a reply button.
func (d *sender) reply() (b template.Reply) {
	r := d.r
	var left, inner rest
	kind := ""
	for name := range r.Object() {
		switch name {
		case "type":
			kind = d.lower()
		case "reply":
			for member := range r.Object() {
				switch member {
				case "id":
					b.ID = r.LooseText()
				case "title":
					b.Title = r.Text()
				default:
					d.unknown(&inner, member)
				}
			}
		default:
			d.unknown(&left, name)
		}
	}
	switch kind {
	case "reply":
	case "":
		d.wrong(decorum.Required, "/type", "reply")
	default:
		d.wrong(decorum.Mismatch, "/type", "reply")
	}
	left.nest("reply", inner)
	b.Extra = left.extra()
	return b
}

func (d *sender) section() (s template.Section) {
	r := d.r
	var left rest
	for name := range r.Object() {
		switch name {
		case "title":
			s.Title = r.Text()
		case "rows":
			for range r.Array() {
				s.Rows = append(s.Rows, d.row())
			}
		default:
			d.unknown(&left, name)
		}
	}
	s.Extra = left.extra()
	return s
}

func (d *sender) row() (row template.Row) {
	r := d.r
	var left rest
	for name := range r.Object() {
		switch name {
		case "id":
			row.ID = r.LooseText()
		case "title":
			row.Title = r.Text()
		case "description":
			row.Description = r.Text()
		default:
			d.unknown(&left, name)
		}
	}
	row.Extra = left.extra()
	return row
}

func (d *sender) productSection(m *interactive) (s template.ProductSection) {
	r := d.r
	var left rest
	for name := range r.Object() {
		switch name {
		case "title":
			s.Title = r.Text()
		case "product_items":
			for range r.Array() {
				s.ProductIDs = append(s.ProductIDs, d.product(m))
			}
		default:
			d.unknown(&left, name)
		}
	}
	s.Extra = left.extra()
	return s
}

func (d *sender) product(m *interactive) (id string) {
	var left rest
	for name := range d.r.Object() {
		if name == "product_retailer_id" {
			id = d.r.LooseText()
			continue
		}
		d.unknown(&left, name)
	}
	m.odd = m.odd || len(left) > 0
	return id
}

// card reads a card of a carousel: one with a link, or a product.
func (d *sender) card(m *interactive, at int) {
	r := d.r
	c := interactive{kind: "cta_url"}
	kind, _ := r.Lookup("type")
	if kind = strings.ToLower(kind); kind == "product" {
		c.kind = kind
	}
	place := int64(-1)
	for name := range r.Object() {
		switch {
		case name == "card_index":
			place = r.LooseInt64()
		case name == "type":
			d.lower()
		case name == "header" && kind != "product":
			c.header = d.header()
		case name == "body" && kind != "product":
			c.body = d.text(&c.left, name)
		case name == "action":
			var left rest
			d.action(&c, &left)
			c.left.nest(name, left)
		default:
			d.unknown(&c.left, name)
		}
	}
	switch {
	case place < 0:
		d.wrong(decorum.Required, "/card_index", "")
	case place > 9:
		d.wrong(decorum.OutOfRange, "/card_index", "0 to 9")
	case m.indexes&(1<<place) != 0:
		d.wrong(decorum.Conflict, "/card_index", "")
	default:
		m.indexes |= 1 << place
	}
	if kind == "" {
		d.wrong(decorum.Required, "/type", "cta_url, product")
	}
	m.odd = m.odd || c.odd || place != int64(at) || kind != "cta_url" && kind != "product"
	if kind == "product" {
		if len(m.productCards) > 0 && m.catalogue != c.catalogue {
			d.wrong(decorum.Mismatch, "/action/catalog_id", "")
		}
		m.odd = m.odd || len(c.left) > 0
		m.catalogue = c.catalogue
		m.productCards = append(m.productCards, c.product)
	} else {
		m.cards = append(m.cards, template.MediaCard{Header: c.header, Body: c.body, Label: c.label, URL: c.url, Extra: c.left.extra()})
	}
	if len(m.cards) > 0 && len(m.productCards) > 0 {
		d.wrong(decorum.Mismatch, "/type", "")
	}
}
