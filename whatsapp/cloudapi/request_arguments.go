package cloudapi

import (
	"strconv"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/location"
	"github.com/decorum-go/decorum/template"
)

// place puts the component into the arguments, and reports whether it has a place
// there. Ours is where the arguments stand in the message.
func (c *sentComponent) place(at *places, card, base string, a *template.Arguments) bool {
	args, text := "/arguments"+card, "/text"+card
	switch c.kind {
	case "header":
		if len(c.parameters) == 0 || !a.Header.IsZero() || a.Media != (template.MediaHeader{}) || a.Place != (location.Place{}) {
			return false
		}
		p := &c.parameters[0]
		switch {
		case p.kind == "text":
			v, ok := c.values(at, args+"/header", base)
			if !ok {
				return false
			}
			a.Header = v
		case len(c.parameters) > 1 || p.name != "":
			return false
		case p.media.Kind != 0 && (p.media.ID != "" || p.media.Link != ""):
			a.Media = p.media
			file := base + "/parameters/0/" + p.media.Kind.String()
			at.add(args+"/media", file)
			at.add(args+"/media/type", base+"/parameters/0/type")
			at.add(args+"/media/name", file+"/filename")
		case p.kind == "location" && p.point != (location.Place{}):
			a.Place = p.point
			at.add(args+"/place", base+"/parameters/0/location")
		default:
			return false
		}
		at.add(text+"/header", base)
	case "body":
		if !a.Body.IsZero() {
			return false
		}
		v, ok := c.values(at, args+"/body", base)
		if !ok {
			return false
		}
		a.Body = v
		at.add(text+"/body", base)
	case "limited_time_offer":
		if len(c.parameters) != 1 || c.parameters[0].expires.IsZero() || !a.Expires.IsZero() || card != "" {
			return false
		}
		a.Expires = c.parameters[0].expires
		at.add(args+"/expires", base+"/parameters/0/limited_time_offer/expiration_time_ms")
	case "button":
		return c.placeButton(at, args, text, base, a)
	default:
		return false
	}
	return true
}

// values returns the values of a text.
func (c *sentComponent) values(at *places, ours, base string) (v template.Values, ok bool) {
	var list []string
	named := map[string]string{}
	for _, p := range c.parameters {
		if p.kind != "text" || p.value == "" {
			return v, false
		}
		if p.name == "" {
			list = append(list, p.value)
		} else {
			named[p.name] = p.value
		}
	}
	if v = template.Positional(list...); len(named) > 0 {
		v = template.Named(named)
		if !v.IsNamed() {
			return v, false // numbers as names
		}
	}
	if len(list) > 0 && len(named) > 0 || v.Len() != len(c.parameters) || v.Len() == 0 {
		return v, false
	}
	for i, p := range c.parameters {
		name := p.name
		if name == "" {
			name = strconv.Itoa(i)
		}
		at.add(ours+decorum.JoinPointer(name), base+"/parameters/"+strconv.Itoa(i)+"/text")
	}
	at.add(ours, base+"/parameters")
	return v, true
}

func (c *sentComponent) placeButton(at *places, args, text, base string, a *template.Arguments) bool {
	if c.index < 0 || len(c.parameters) != 1 || c.parameters[0].value == "" || c.parameters[0].name != "" {
		return false
	}
	i := template.ButtonIndex(c.index)
	if _, ok := a.Button(i); ok {
		return false
	}
	p := &c.parameters[0]
	member := p.kind
	switch {
	case c.subType == "quick_reply" && p.kind == "payload":
		c.button = template.QuickReply{}
	case c.subType == "url" && p.kind == "text":
		c.button = template.URLButton{}
	case c.subType == "copy_code" && p.kind == "coupon_code":
		c.button = template.CopyCode{}
	case c.subType == "flow" && p.kind == "flow_token":
		c.button, member = template.FlowButton{}, "action/flow_token"
	case c.subType == "catalog" && p.kind == "thumbnail_product_retailer_id":
		c.button, member = template.CatalogButton{}, "action/"+p.kind
	default:
		return false
	}
	a.Buttons = append(a.Buttons, template.ButtonValue{Button: i, Value: p.value})
	place := base + "/parameters/0/" + member
	at.add(args+"/buttons/"+strconv.Itoa(c.index), place)
	at.add(text+"/urls/"+strconv.Itoa(c.index), place)
	return true
}

// cards puts the cards of a carousel into the arguments, and reports whether they
// have a place there.
func (d *sender) cards(n *template.Notification, a *template.Arguments, cards []sentCard, base string) bool {
	if len(a.Cards) > 0 || len(cards) == 0 {
		return false
	}
	for i := range cards {
		if !cards[i].exact || cards[i].index != int64(i) {
			return false
		}
	}
	d.places.add("/arguments/cards", base+"/cards")
	for i := range cards {
		var own template.Arguments
		var definition template.Card
		var raw []string
		for j := range cards[i].components {
			c := &cards[i].components[j]
			place := base + "/cards/" + strconv.Itoa(i) + "/components/" + strconv.Itoa(j)
			header := own.Header
			if !c.exact || !c.place(&d.places, "/cards/"+strconv.Itoa(i), place, &own) || !own.Header.IsZero() || own.Place != (location.Place{}) {
				own.Header, own.Place = header, location.Place{}
				raw = append(raw, cards[i].raw[j])
				continue
			}
			switch c.kind {
			case "button":
				definition.Buttons = placed(definition.Buttons, c.index, c.button)
			case "header":
				definition.Header = c.parameters[0].header()
			}
		}
		for _, missing := range [...]string{"/media", "/body", "/buttons"} { // for what there is no component
			d.places.add("/arguments/cards/"+strconv.Itoa(i)+missing, base+"/cards/"+strconv.Itoa(i)+"/components/-")
		}
		card := template.CardArguments{Media: own.Media, Body: own.Body, Buttons: own.Buttons}
		if len(raw) > 0 {
			card.Extra = rest{{Name: "components", Value: array(raw)}}.extra()
		}
		a.Cards = append(a.Cards, card)
		n.Cards = append(n.Cards, definition)
	}
	return true
}
