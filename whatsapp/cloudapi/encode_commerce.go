package cloudapi

import (
	"github.com/decorum-go/decorum/internal/wire"
	"github.com/decorum-go/decorum/template"
)

func writeProduct(w *wire.Writer, m *template.Product) {
	if m.Extra != "" {
		plain := *m
		plain.Extra = ""
		joinExtra(w, m.Extra, plain, writeProduct)
		return
	}
	w.Object()
	w.KeyText("type", "product")
	writeParts(w, nil, m.Body, m.Footer)
	w.KeyText("catalog_id", m.CatalogueID)
	w.KeyText("product_retailer_id", m.ProductID)
	w.End()
	w.End()
}

func writeProductList(w *wire.Writer, m *template.ProductList) {
	if m.Extra != "" {
		plain := *m
		plain.Extra = ""
		joinExtra(w, m.Extra, plain, writeProductList)
		return
	}
	w.Object()
	w.KeyText("type", "product_list")
	writeParts(w, m.Header, m.Body, m.Footer)
	w.KeyText("catalog_id", m.CatalogueID)
	w.Key("sections")
	w.Array()
	for i := range m.Sections {
		writeProductSection(w, &m.Sections[i])
	}
	w.End()
	w.End()
	w.End()
}

func writeProductSection(w *wire.Writer, s *template.ProductSection) {
	if s.Extra != "" {
		joinExtra(w, s.Extra, template.ProductSection{Title: s.Title, ProductIDs: s.ProductIDs}, writeProductSection)
		return
	}
	w.Object()
	w.Optional("title", s.Title)
	w.Key("product_items")
	w.Array()
	for _, id := range s.ProductIDs {
		w.Object()
		w.KeyText("product_retailer_id", id)
		w.End()
	}
	w.End()
	w.End()
}

func writeProductCarousel(w *wire.Writer, m *template.ProductCarousel) {
	if m.Extra != "" {
		plain := *m
		plain.Extra = ""
		joinExtra(w, m.Extra, plain, writeProductCarousel)
		return
	}
	w.Object()
	w.KeyText("type", "carousel")
	writeParts(w, nil, m.Body, "")
	w.Key("cards")
	w.Array()
	for i, id := range m.ProductIDs {
		w.Object()
		w.Key("card_index")
		w.Int64(int64(i))
		w.KeyText("type", "product")
		w.Key("action")
		w.Object()
		w.KeyText("catalog_id", m.CatalogueID)
		w.KeyText("product_retailer_id", id)
		w.End()
		w.End()
	}
	w.End()
	w.End()
	w.End()
}

func writeCatalogue(w *wire.Writer, m *template.Catalogue) {
	if m.Extra != "" {
		plain := *m
		plain.Extra = ""
		joinExtra(w, m.Extra, plain, writeCatalogue)
		return
	}
	w.Object()
	w.KeyText("type", "catalog_message")
	writeParts(w, nil, m.Body, m.Footer)
	w.KeyText("name", "catalog_message")
	if m.ThumbnailID != "" {
		w.Key("parameters")
		w.Object()
		w.KeyText("thumbnail_product_retailer_id", m.ThumbnailID)
		w.End()
	}
	w.End()
	w.End()
}

// writeAddressForm writes a message that asks for an address.
func writeAddressForm(w *wire.Writer, m *template.Address) {
	if m.Extra != "" {
		plain := *m
		plain.Extra = ""
		joinExtra(w, m.Extra, plain, writeAddressForm)
		return
	}
	w.Object()
	w.KeyText("type", "address_message")
	writeParts(w, nil, m.Body, m.Footer)
	w.KeyText("name", "address_message")
	w.Key("parameters")
	w.Object()
	w.KeyText("country", m.Country)
	if !m.Values.IsZero() {
		w.Key("values")
		writeNamed(w, m.Values)
	}
	if len(m.Saved) > 0 {
		w.Key("saved_addresses")
		w.Array()
		for i := range m.Saved {
			writeSavedAddress(w, &m.Saved[i])
		}
		w.End()
	}
	if !m.Errors.IsZero() {
		w.Key("validation_errors")
		writeNamed(w, m.Errors)
	}
	w.End()
	w.End()
	w.End()
}

func writeSavedAddress(w *wire.Writer, s *template.SavedAddress) {
	if s.Extra != "" {
		joinExtra(w, s.Extra, template.SavedAddress{ID: s.ID, Values: s.Values}, writeSavedAddress)
		return
	}
	w.Object()
	w.KeyText("id", s.ID)
	w.Key("value")
	writeNamed(w, s.Values)
	w.End()
}

// writeNamed writes values by their names.
func writeNamed(w *wire.Writer, v template.Values) {
	w.Object()
	for name, text := range v.All() {
		w.UserKey(name)
		w.Text(text)
	}
	w.End()
}

func writeCarousel(w *wire.Writer, m *template.Carousel) {
	if m.Extra != "" {
		joinExtra(w, m.Extra, template.Carousel{Body: m.Body, Cards: m.Cards}, writeCarousel)
		return
	}
	w.Object()
	w.KeyText("type", "carousel")
	writeParts(w, nil, m.Body, "")
	w.Key("cards")
	w.Array()
	for i := range m.Cards {
		writeMediaCard(w, &mediaCard{i, m.Cards[i]})
	}
	w.End()
	w.End()
	w.End()
}

// A mediaCard is a card at its place.
type mediaCard struct {
	index int
	card  template.MediaCard
}

func writeMediaCard(w *wire.Writer, c *mediaCard) {
	if c.card.Extra != "" {
		plain := *c
		plain.card.Extra = ""
		joinExtra(w, c.card.Extra, plain, writeMediaCard)
		return
	}
	w.Object()
	w.Key("card_index")
	w.Int64(int64(c.index))
	w.KeyText("type", "cta_url")
	writeParts(w, c.card.Header, c.card.Body, "")
	writeLink(w, c.card.Label, c.card.URL)
	w.End()
	w.End()
}
