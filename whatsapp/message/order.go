package message

import (
	"log/slog"
	"strings"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/internal/wire"
)

// Order is a cart that a customer sent from a catalogue.
type Order struct {
	// CatalogID names the catalogue.
	CatalogID string `json:"catalog_id"`
	// Text is what the customer wrote with it.
	Text string `json:"text,omitempty"`
	// Items are the lines of the cart.
	Items []OrderItem `json:"items,omitempty"`
	// Extra keeps the members of the JSON that this version does not know.
	Extra Extra `json:"-"`
}

// An OrderItem is a line of a cart.
type OrderItem struct {
	// ProductID is the retailer's own id of the product.
	ProductID string `json:"product_id"`
	// Quantity is how many of it.
	Quantity int64 `json:"quantity"`
	// Price is the price of one, as a decimal number such as "12.50", exactly as
	// it was sent.
	Price string `json:"price,omitempty"`
	// Currency is the code of the currency, such as "USD".
	Currency string `json:"currency,omitempty"`
	// Extra keeps the members of the JSON that this version does not know.
	Extra Extra `json:"-"`
}

// Kind returns [KindOrder].
func (o Order) Kind() Kind { return KindOrder }

// Check returns [decorum.Unsupported]: only customers order.
func (o Order) Check(Limits) decorum.Violations { return incoming() }

// Preview returns what the customer wrote, else the ids of the products.
func (o Order) Preview() Preview {
	if p := preview(KindOrder, o.Text); p.Text != "" {
		return p
	}
	ids := make([]string, len(o.Items))
	for i := range o.Items {
		ids[i] = o.Items[i].ProductID
	}
	return preview(KindOrder, strings.Join(ids, ", "))
}

// AppendJSON appends the message as JSON.
func (o Order) AppendJSON(dst []byte) ([]byte, error) { return appendMessage(dst, o) }

// MarshalJSON returns what AppendJSON appends.
func (o Order) MarshalJSON() ([]byte, error) { return appendMessage(nil, o) }

// UnmarshalJSON reads a message of this kind. On an error o stays as it is.
func (o *Order) UnmarshalJSON(data []byte) error { return readJSON(data, o, readOrder) }

// LogValue returns the kind and the number of items.
func (o Order) LogValue() slog.Value {
	return slog.GroupValue(slog.String("kind", string(KindOrder)), slog.Int("items", len(o.Items)))
}

func (Order) message() {}

func readOrder(r *wire.Reader) (o Order) {
	var rest members
	for name := range r.Object() {
		switch name {
		case "type":
			readKind(r, KindOrder)
		case "catalog_id":
			o.CatalogID = r.Text()
		case "text":
			o.Text = r.Text()
		case "items":
			for range r.Array() {
				wire.Grow(&o.Items).read(r)
			}
		default:
			rest.read(r, name)
		}
	}
	o.Extra = rest.extra()
	return o
}

func (i *OrderItem) read(r *wire.Reader) {
	var rest members
	for name := range r.Object() {
		switch name {
		case "product_id":
			i.ProductID = r.Text()
		case "quantity":
			i.Quantity = r.Int64()
		case "price":
			i.Price = r.Text()
		case "currency":
			i.Currency = r.Text()
		default:
			rest.read(r, name)
		}
	}
	i.Extra = rest.extra()
}

func (o *Order) write(w *wire.Writer) {
	begin(w, KindOrder)
	w.KeyText("catalog_id", o.CatalogID)
	w.Optional("text", o.Text)
	if len(o.Items) > 0 {
		w.Key("items")
		w.Array()
		for i := range o.Items {
			item := &o.Items[i]
			w.Object()
			w.KeyText("product_id", item.ProductID)
			w.Key("quantity")
			w.Int64(item.Quantity)
			w.Optional("price", item.Price)
			w.Optional("currency", item.Currency)
			end(w, item.Extra)
		}
		w.End()
	}
	end(w, o.Extra)
}
