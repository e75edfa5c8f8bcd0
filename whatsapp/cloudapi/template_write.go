package cloudapi

import (
	"strings"

	"github.com/decorum-go/decorum/internal/wire"
	"github.com/decorum-go/decorum/template"
)

// writeDefinition writes the definition of a template.
func writeDefinition(w *wire.Writer, n *template.Notification) {
	if refused(w, n.Extra) {
		return
	}
	meta := ""
	if n.Extra != "" {
		meta = metaOf(n.Extra)
		if more := memberOf(meta, "definition"); more != "" {
			plain := *n
			plain.Extra = without(meta, "definition")
			joinMembers(w, more, plain, writeDefinition)
			return
		}
	}
	w.Object()
	w.KeyText("name", n.ID.Name())
	w.KeyText("language", string(n.Language))
	if n.Category != "" {
		w.KeyText("category", strings.ToUpper(string(n.Category)))
	}
	if formatOf(n) != "" {
		w.KeyText("parameter_format", "NAMED")
	}
	w.Key("components")
	w.Array()
	if n.Header != nil {
		writeHeadComponent(w, &headComponent{header: n.Header, values: n.Examples.Header, media: n.Examples.Media})
	}
	if n.Offer != nil {
		joinMembers(w, memberOf(meta, "offer"), *n.Offer, writeOfferComponent)
	}
	if n.Body != "" || n.Authentication != nil {
		writeBody(w, memberOf(meta, "body"), bodyPart{n.Body, n.Examples.Body, n.Authentication})
	}
	if n.Footer != "" || n.Authentication != nil && n.Authentication.ExpiryMinutes != 0 {
		joinMembers(w, memberOf(meta, "footer"), footerPart{n.Footer, n.Authentication}, writeFooterPart)
	}
	if len(n.Buttons) > 0 {
		joinMembers(w, memberOf(meta, "buttons"), buttonsPart{n.Buttons, n.Examples.Buttons}, writeButtonsPart)
	}
	if len(n.Cards) > 0 {
		joinMembers(w, memberOf(meta, "carousel"), carouselPart{n.Cards, n.Examples.Cards}, writeCarouselPart)
	}
	writeElements(w, memberOf(meta, "components"))
	w.End()
	w.End()
}

// without returns, as an Extra, Meta's members but the one named.
func without(meta, name string) template.Extra {
	var left rest
	r := wire.NewStringReader(meta, wire.Limits{})
	for member := range r.Object() {
		if member != name {
			left.read(r, member)
		}
	}
	return left.extra()
}

type headComponent struct {
	header template.Header
	values template.Values
	media  template.MediaHeader
	bare   bool // the example is written by others
}

// writeHeadComponent writes the header of a definition.
func writeHeadComponent(w *wire.Writer, c *headComponent) {
	var x template.Extra
	plain := *c
	switch h := c.header.(type) {
	case template.TextHeader:
		x, h.Extra = h.Extra, ""
		plain.header = h
	case template.MediaHeader:
		x, h.Extra = h.Extra, ""
		plain.header = h
	case template.LocationHeader:
		x, h.Extra = h.Extra, ""
		plain.header = h
	case template.UnknownHeader:
		w.Raw(h.Raw)
		return
	}
	if x != "" {
		if memberOf(metaOf(x), "example") != "" {
			plain.values, plain.media, plain.bare = template.Values{}, template.MediaHeader{}, true
		}
		joinExtra(w, x, plain, writeHeadComponent)
		return
	}
	w.Object()
	w.KeyText("type", "HEADER")
	switch h := plain.header.(type) {
	case template.TextHeader:
		w.KeyText("format", "TEXT")
		w.KeyText("text", h.Text)
		writeTextExample(w, "header", c.values)
	case template.MediaHeader:
		w.KeyText("format", strings.ToUpper(h.Kind.String()))
		handle := c.media.ID
		for _, other := range []string{c.media.Link, h.ID, h.Link} {
			if handle == "" {
				handle = other
			}
		}
		if handle != "" && !c.bare {
			w.Key("example")
			w.Object()
			w.Key("header_handle")
			w.Array()
			w.Text(handle)
			w.End()
			w.End()
		}
	case template.LocationHeader:
		w.KeyText("format", "LOCATION")
	}
	w.End()
}

// writeTextExample writes the example of a header's or a body's values.
func writeTextExample(w *wire.Writer, part string, v template.Values) {
	if v.IsZero() {
		return
	}
	w.Key("example")
	w.Object()
	if v.IsNamed() {
		w.UserKey(part + "_text_named_params")
		w.Array()
		for name, text := range v.All() {
			w.Object()
			w.KeyText("param_name", name)
			w.KeyText("example", text)
			w.End()
		}
		w.End()
		w.End()
		return
	}
	w.UserKey(part + "_text")
	w.Array()
	if part == "body" {
		w.Array()
	}
	for _, text := range v.All() {
		w.Text(text)
	}
	if part == "body" {
		w.End()
	}
	w.End()
	w.End()
}

func writeOfferComponent(w *wire.Writer, o *template.Offer) {
	w.Object()
	w.KeyText("type", "LIMITED_TIME_OFFER")
	w.Key("limited_time_offer")
	writeOffer(w, o)
	w.End()
}

func writeOffer(w *wire.Writer, o *template.Offer) {
	if o.Extra != "" {
		joinExtra(w, o.Extra, template.Offer{Text: o.Text, Expires: o.Expires}, writeOffer)
		return
	}
	w.Object()
	w.KeyText("text", o.Text)
	if o.Expires {
		w.Key("has_expiration")
		w.Bool(true)
	}
	w.End()
}

// writeBody writes a body. An example that was kept as it is stands for the values.
func writeBody(w *wire.Writer, more string, b bodyPart) {
	if memberOf(more, "example") != "" {
		b.values = template.Values{}
	}
	joinMembers(w, more, b, writeBodyPart)
}

type bodyPart struct {
	text   string
	values template.Values
	auth   *template.Authentication
}

func writeBodyPart(w *wire.Writer, b *bodyPart) {
	w.Object()
	w.KeyText("type", "BODY")
	w.Optional("text", b.text)
	if b.auth != nil && b.auth.SecurityRecommendation {
		w.Key("add_security_recommendation")
		w.Bool(true)
	}
	writeTextExample(w, "body", b.values)
	w.End()
}

type footerPart struct {
	text string
	auth *template.Authentication
}

func writeFooterPart(w *wire.Writer, f *footerPart) {
	w.Object()
	w.KeyText("type", "FOOTER")
	w.Optional("text", f.text)
	if f.auth != nil && f.auth.ExpiryMinutes != 0 {
		w.Key("code_expiration_minutes")
		w.Int64(int64(f.auth.ExpiryMinutes))
	}
	w.End()
}

type carouselPart struct {
	cards    []template.Card
	examples []template.CardArguments
}

func writeCarouselPart(w *wire.Writer, c *carouselPart) {
	w.Object()
	w.KeyText("type", "CAROUSEL")
	w.Key("cards")
	w.Array()
	for i := range c.cards {
		var example template.CardArguments
		if i < len(c.examples) {
			example = c.examples[i]
		}
		writeDefinedCard(w, &definedCard{c.cards[i], example})
	}
	w.End()
	w.End()
}

type definedCard struct {
	card    template.Card
	example template.CardArguments
}

func writeDefinedCard(w *wire.Writer, c *definedCard) {
	if refused(w, c.card.Extra) {
		return
	}
	meta := metaOf(c.card.Extra)
	if more := memberOf(meta, "definition"); more != "" {
		plain := *c
		plain.card.Extra = without(meta, "definition")
		joinMembers(w, more, plain, writeDefinedCard)
		return
	}
	w.Object()
	w.Key("components")
	w.Array()
	if c.card.Header != nil {
		writeHeadComponent(w, &headComponent{header: c.card.Header, media: c.example.Media})
	}
	if c.card.Body != "" {
		writeBody(w, memberOf(meta, "body"), bodyPart{text: c.card.Body, values: c.example.Body})
	}
	if len(c.card.Buttons) > 0 {
		joinMembers(w, memberOf(meta, "buttons"), buttonsPart{c.card.Buttons, c.example.Buttons}, writeButtonsPart)
	}
	writeElements(w, memberOf(meta, "components"))
	w.End()
	w.End()
}
