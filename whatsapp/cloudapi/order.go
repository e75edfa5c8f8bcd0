package cloudapi

import (
	"github.com/decorum-go/decorum/internal/wire"
	"github.com/decorum-go/decorum/whatsapp/message"
)

// readOrder reads the object of a cart. Quantities and prices are numbers in
// Meta's pages, and strings elsewhere.
func readOrder(r *wire.Reader) (o message.Order) {
	var left rest
	for name := range r.Object() {
		switch name {
		case "catalog_id":
			o.CatalogID = r.LooseText()
		case "text":
			o.Text = r.Text()
		case "product_items":
			for range r.Array() {
				readOrderItem(r, wire.Grow(&o.Items))
			}
		default:
			left.read(r, name)
		}
	}
	o.Extra = left.extra()
	return o
}

func readOrderItem(r *wire.Reader, i *message.OrderItem) {
	var left rest
	for name := range r.Object() {
		switch name {
		case "product_retailer_id":
			i.ProductID = r.LooseText()
		case "quantity":
			i.Quantity = r.LooseInt64()
		case "item_price":
			i.Price = r.LooseText()
		case "currency":
			i.Currency = r.Text()
		default:
			left.read(r, name)
		}
	}
	i.Extra = left.extra()
}
