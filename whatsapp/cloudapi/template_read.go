package cloudapi

import (
	"slices"
	"strconv"
	"strings"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/internal/wire"
	"github.com/decorum-go/decorum/template"
)

// A definer reads the definition of a template.
type definer struct {
	sender
	// kept is what the model has no place for: of the definition, of its components
	// and whole components, each under a name of its own.
	kept rest
	odd  []string
	// body and footer: there was one. coded: the template is for one-time codes.
	body, footer, coded bool
	// kinds are those of the components so far.
	kinds []string
}

// definition reads a definition.
func (d *definer) definition() (n template.Notification) {
	r := d.r
	var left rest
	format := ""
	category, _ := r.Lookup("category")
	d.places.add("/id", "/name")
	d.coded = strings.EqualFold(category, string(template.Authenticate))
	for name := range r.Object() {
		switch name {
		case "name":
			n.ID = template.ID(r.Text())
		case "language":
			n.Language = template.Language(r.Text())
		case "category":
			n.Category = template.Category(strings.ToLower(r.Text()))
		case "parameter_format":
			format = strings.ToLower(r.Text())
		case "status":
			if r.Kind() == wire.String {
				m := r.Member(name)
				n.Status = template.Status(strings.ToLower(strings.Trim(m.Value, `"`)))
				left = append(left, m)
				continue
			}
			left.read(r, name)
		case "components":
			for i := range r.Array() {
				d.one(&n, "/components/"+strconv.Itoa(i))
			}
		case "id", "message_send_ttl_seconds", "allow_category_change", "previous_category", "sub_category",
			"cta_url_link_tracking_opted_out", "quality_score", "rejected_reason", "library_template_name", "languages",
			"display_format", "correct_category", "degrees_of_freedom_spec", "creative_sourcing_spec":
			left.read(r, name)
		default:
			d.unknown(&left, name)
		}
	}
	d.places.add("/body", "/components")
	d.places.add("/header", "/components")
	d.places.add("/buttons", "/components")
	d.places.add("/examples", "/components")
	d.places.add("/authentication", "/components")
	d.places.add("/cards", "/components")
	switch derived := formatOf(&n); {
	case format == derived:
	case derived != "" && format != "":
		d.wrong(decorum.Mismatch, "/parameter_format", derived)
	case format != "":
		left.text("parameter_format", format)
		if format != "named" && format != "positional" {
			d.wrong(decorum.Unknown, "/parameter_format", "named, positional")
		}
	}
	d.kept.nest("definition", left)
	if len(d.odd) > 0 {
		d.kept = append(d.kept, wire.Member{Name: "components", Value: array(d.odd)})
	}
	n.Extra = d.kept.extra()
	return n
}

// formatOf returns how the definition's placeholders are told apart: "named", or
// "" for numbers, the default.
func formatOf(n *template.Notification) string {
	texts := []string{n.Body}
	if h, ok := n.Header.(template.TextHeader); ok {
		texts = append(texts, h.Text)
	}
	for _, text := range texts {
		for p := range template.Placeholders(text) {
			if p.Number == 0 {
				return "named"
			}
		}
	}
	return ""
}

// judgeKind tells of a second component of a kind, of which a definition has one, and
// of a kind that is not known.
func (d *definer) judgeKind(kind string) {
	switch kind {
	case "header", "body", "footer", "buttons", "limited_time_offer", "carousel", "call_permission_request":
		if slices.Contains(d.kinds, kind) {
			d.wrong(decorum.Conflict, "", "")
		} else {
			d.kinds = append(d.kinds, kind)
		}
	case "": // told already
	default:
		d.strange("/type")
	}
}

// one reads a component into the definition. One that the model has no place for
// is kept as it is.
func (d *definer) one(n *template.Notification, at string) {
	mark := d.r.Mark()
	c := d.component()
	d.judgeKind(c.kind)
	seen := func(already bool) bool { return !c.exact || already }
	switch c.kind {
	case "header":
		if seen(n.Header != nil) {
			break
		}
		h := c.header()
		if h == nil && c.format != "" && c.format != "text" {
			h = template.UnknownHeader{Type: c.format, Raw: d.r.RawSince(mark)}
		}
		if h == nil {
			break
		}
		n.Header, n.Examples.Header, n.Examples.Media = h, c.example.values, c.example.media(h)
		d.places.add("/header", at)
		d.places.add("/header/type", at+"/format")
		d.places.header("", at, c.example)
		return
	case "body":
		d.places.add("/body", at+"/text")
		coded := c.text == "" && d.coded
		if seen(d.body) || c.text == "" && !c.auth && !coded {
			break
		}
		d.body = true
		n.Body, n.Examples.Body = c.text, c.example.values
		if c.auth || coded {
			if n.Authentication == nil {
				n.Authentication = &template.Authentication{}
			}
			n.Authentication.SecurityRecommendation = c.security
		}
		d.places.add("/authentication", at)
		d.places.add("/authentication/security_recommendation", at+"/add_security_recommendation")
		d.places.body("", at, c.example)
		d.kept.nest("body", c.left)
		return
	case "footer":
		if seen(d.footer) || c.text == "" && c.minutes == 0 || c.minutes != 0 && !d.coded {
			break
		}
		d.footer = true
		n.Footer = c.text
		if c.minutes != 0 {
			if n.Authentication == nil {
				n.Authentication = &template.Authentication{}
			}
			n.Authentication.ExpiryMinutes = c.minutes
		}
		d.places.add("/footer", at+"/text")
		d.places.add("/authentication/expiry_minutes", at+"/code_expiration_minutes")
		d.kept.nest("footer", c.left)
		return
	case "buttons":
		if seen(len(n.Buttons) > 0 || len(c.buttons) == 0) {
			break
		}
		n.Buttons, n.Examples.Buttons = c.buttons, c.values
		d.places.buttons("", at, c.buttons)
		d.kept.nest("buttons", c.left)
		return
	case "limited_time_offer":
		if seen(n.Offer != nil || c.offer == nil) {
			break
		}
		n.Offer = c.offer
		d.places.add("/offer", at+"/limited_time_offer")
		d.places.add("/offer/expires", at+"/limited_time_offer/has_expiration")
		d.kept.nest("offer", c.left)
		return
	case "carousel":
		if seen(len(n.Cards) > 0 || len(c.cards) == 0) {
			break
		}
		n.Cards, n.Examples.Cards = c.cards, c.examples
		d.places.add("/cards", at+"/cards")
		for _, p := range c.places {
			d.places.add(p.ours, at+p.metas)
		}
		d.kept.nest("carousel", c.left)
		return
	}
	d.odd = append(d.odd, d.r.RawSince(mark))
}

// A definedComponent is one of a definition.
type definedComponent struct {
	kind, format, text string
	example            exampleJSON
	auth, security     bool
	minutes            int
	buttons            []template.Button
	values             []template.ButtonValue
	offer              *template.Offer
	cards              []template.Card
	examples           []template.CardArguments
	places             places // of the cards, below the component
	left               rest
	exact              bool
}

// component reads a component. What has no place in the model is left, and where
// that would be lost, the component is not exact.
func (d *definer) component() (c definedComponent) {
	r := d.r
	kind, _ := r.Lookup("type")
	c.kind, c.exact = strings.ToLower(kind), true
	for name := range r.Object() {
		switch {
		case name == "type":
			r.Text()
		case name == "format" && c.kind == "header":
			c.format = strings.ToLower(r.Text())
		case name == "text" && (c.kind == "header" || c.kind == "body" || c.kind == "footer"):
			c.text = r.Text()
		case name == "example" && (c.kind == "header" || c.kind == "body"):
			d.example(&c)
		case name == "add_security_recommendation" && c.kind == "body":
			c.auth, c.security = true, r.Bool()
		case name == "code_expiration_minutes" && c.kind == "footer":
			c.minutes = d.minutes()
		case name == "buttons" && c.kind == name:
			for i := range r.Array() {
				d.button(&c, i)
			}
		case name == "limited_time_offer" && c.kind == name:
			c.offer = d.offer()
		case name == "cards" && c.kind == "carousel":
			for i := range r.Array() {
				d.card(&c, i)
			}
		case name == "product_list_item" || name == "parameters":
			c.left.read(r, name)
		default:
			d.unknown(&c.left, name)
		}
	}
	if c.kind == "" {
		d.wrong(decorum.Required, "/type", "header, body, footer, buttons")
	}
	return c
}

func (d *definer) minutes() int {
	n := d.r.LooseInt64()
	if n < 1 || n > 90 {
		d.wrong(decorum.OutOfRange, "", "1 to 90")
		return 0
	}
	return int(n)
}

// header returns the header that the component is; nil where the model has no
// place for it.
func (c *definedComponent) header() template.Header {
	if file, ok := mediaKind(c.format); ok && c.text == "" {
		return template.MediaHeader{Kind: file, Extra: c.left.extra()}
	}
	switch {
	case c.format == "text" && c.text != "":
		return template.TextHeader{Text: c.text, Extra: c.left.extra()}
	case c.format == "location" && c.text == "":
		return template.LocationHeader{Extra: c.left.extra()}
	}
	return nil
}

func (d *definer) offer() *template.Offer {
	var o template.Offer
	var left rest
	for name := range d.r.Object() {
		switch name {
		case "text":
			o.Text = d.r.Text()
		case "has_expiration":
			o.Expires = d.r.Bool()
		default:
			d.unknown(&left, name)
		}
	}
	o.Extra = left.extra()
	return &o
}

// card reads a card of a carousel.
func (d *definer) card(c *definedComponent, i int) {
	r := d.r
	inner := definer{sender: sender{r: r}}
	var n template.Notification
	var left rest
	for name := range r.Object() {
		if name != "components" {
			d.unknown(&left, name)
			continue
		}
		for j := range r.Array() {
			inner.one(&n, "/cards/"+strconv.Itoa(i)+"/components/"+strconv.Itoa(j))
		}
	}
	if n.Offer != nil || n.Footer != "" || n.Authentication != nil || len(n.Cards) > 0 || n.Examples.Header.Len() > 0 {
		c.exact = false
		return
	}
	inner.kept.nest("definition", left)
	if len(inner.odd) > 0 {
		inner.kept = append(inner.kept, wire.Member{Name: "components", Value: array(inner.odd)})
	}
	c.cards = append(c.cards, template.Card{Header: n.Header, Body: n.Body, Buttons: n.Buttons, Extra: inner.kept.extra()})
	c.examples = append(c.examples, template.CardArguments{
		Media: n.Examples.Media, Body: n.Examples.Body, Buttons: n.Examples.Buttons,
	})
	card := "/cards/" + strconv.Itoa(i)
	for _, p := range inner.places {
		if rest, ok := strings.CutPrefix(p.ours, "/examples"); ok {
			c.places.add("/examples"+card+rest, p.metas)
			continue
		}
		c.places.add(card+p.ours, p.metas)
	}
}
