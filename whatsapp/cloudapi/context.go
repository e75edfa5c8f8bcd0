package cloudapi

import (
	"github.com/decorum-go/decorum/internal/wire"
	"github.com/decorum-go/decorum/whatsapp/identity"
	"github.com/decorum-go/decorum/whatsapp/message"
)

// readContext reads what a message refers to.
func readContext(r *wire.Reader) (c message.Context) {
	var left rest
	for name := range r.Object() {
		switch name {
		case "id":
			c.ID = r.Text()
		case "from":
			c.From.WhatsAppID = known(r, &left, name, identity.ParseWhatsAppID)
		case "from_user_id":
			c.From.UserID = known(r, &left, name, identity.ParseUserID)
		case "from_parent_user_id":
			c.From.ParentUserID = known(r, &left, name, identity.ParseUserID)
		case "forwarded":
			c.Forwarded = r.Bool()
		case "frequently_forwarded":
			c.FrequentlyForwarded = r.Bool()
		case "referred_product":
			c.Product = readProduct(r)
		default:
			left.read(r, name)
		}
	}
	c.Extra = left.extra()
	return c
}

func readProduct(r *wire.Reader) (p message.Product) {
	var left rest
	for name := range r.Object() {
		switch name {
		case "catalog_id":
			p.CatalogID = r.LooseText()
		case "product_retailer_id":
			p.ID = r.LooseText()
		default:
			left.read(r, name)
		}
	}
	p.Extra = left.extra()
	return p
}
