package cloudapi

import (
	"strings"

	"github.com/decorum-go/decorum/internal/wire"
)

func readBilling(r *wire.Reader) (b Billing) {
	var left rest
	for name := range r.Object() {
		switch name {
		case "id":
			b.ID = r.LooseText()
		case "expiration_timestamp":
			b.Expires = readSeconds(r, &left, name)
		case "origin":
			var inner rest
			for name := range r.Object() {
				if name == "type" {
					b.Origin = r.Text()
					continue
				}
				inner.read(r, name)
			}
			left.nest(name, inner)
		default:
			left.read(r, name)
		}
	}
	b.Extra = left.extra()
	return b
}

func readPricing(r *wire.Reader) (p Pricing) {
	var left rest
	for name := range r.Object() {
		switch name {
		case "billable":
			if r.Kind() != wire.String {
				p.Billable = r.Bool()
				continue
			}
			mark := r.Mark() // some gateways write "True"
			word := r.Text()
			if p.Billable = strings.EqualFold(word, "true"); !p.Billable && !strings.EqualFold(word, "false") {
				left.keep(r, name, mark)
			}
		case "pricing_model":
			p.Model = r.Text()
		case "type":
			p.Type = r.Text()
		case "category":
			p.Category = r.Text()
		default:
			left.read(r, name)
		}
	}
	p.Extra = left.extra()
	return p
}
