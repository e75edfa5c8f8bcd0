package message

import "github.com/decorum-go/decorum/internal/wire"

// A Context is what a message refers to: the message that it answers or quotes,
// where it was passed on from, the product that it asks about.
//
// The zero Context is none.
type Context struct {
	// ID is the id of the message that is answered or quoted (rules TR9, TR12); ""
	// for none.
	ID string `json:"id,omitempty"`
	// From is who wrote that message.
	From Party `json:"from,omitzero"`
	// Forwarded: the message was passed on. FrequentlyForwarded: more than five
	// times.
	Forwarded           bool `json:"forwarded,omitempty"`
	FrequentlyForwarded bool `json:"frequently_forwarded,omitempty"`
	// Product is what an enquiry is about.
	Product Product `json:"product,omitzero"`
	// Extra keeps the members of the JSON that this version does not know.
	Extra Extra `json:"-"`
}

// A Product is one of a catalogue. The zero Product is none.
type Product struct {
	// CatalogID names the catalogue.
	CatalogID string `json:"catalog_id"`
	// ID is the retailer's own id of the product.
	ID string `json:"id"`
	// Extra keeps the members of the JSON that this version does not know.
	Extra Extra `json:"-"`
}

// IsZero reports whether the message refers to nothing.
func (c Context) IsZero() bool { return c == Context{} }

// MarshalJSON returns the context as an object.
func (c Context) MarshalJSON() ([]byte, error) {
	w := wire.NewWriter(nil)
	c.write(w)
	return w.Done()
}

// UnmarshalJSON reads what MarshalJSON writes. On an error c stays as it is.
func (c *Context) UnmarshalJSON(data []byte) error { return readJSON(data, c, readContext) }

func readContext(r *wire.Reader) (c Context) {
	var rest members
	for name := range r.Object() {
		switch name {
		case "id":
			c.ID = r.Text()
		case "from":
			c.From = readParty(r)
		case "forwarded":
			c.Forwarded = r.Bool()
		case "frequently_forwarded":
			c.FrequentlyForwarded = r.Bool()
		case "product":
			c.Product.read(r)
		default:
			rest.read(r, name)
		}
	}
	c.Extra = rest.extra()
	return c
}

func (p *Product) read(r *wire.Reader) {
	var rest members
	for name := range r.Object() {
		switch name {
		case "catalog_id":
			p.CatalogID = r.Text()
		case "id":
			p.ID = r.Text()
		default:
			rest.read(r, name)
		}
	}
	p.Extra = rest.extra()
}

func (c *Context) write(w *wire.Writer) {
	w.Object()
	w.Optional("id", c.ID)
	if !c.From.IsZero() {
		w.Key("from")
		c.From.write(w)
	}
	if c.Forwarded {
		w.Key("forwarded")
		w.Bool(true)
	}
	if c.FrequentlyForwarded {
		w.Key("frequently_forwarded")
		w.Bool(true)
	}
	if p := &c.Product; *p != (Product{}) {
		w.Key("product")
		w.Object()
		w.KeyText("catalog_id", p.CatalogID)
		w.KeyText("id", p.ID)
		end(w, p.Extra)
	}
	end(w, c.Extra)
}
