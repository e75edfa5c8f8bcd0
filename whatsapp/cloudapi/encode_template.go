package cloudapi

import (
	"time"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/internal/wire"
	"github.com/decorum-go/decorum/location"
	"github.com/decorum-go/decorum/template"
)

// maxButtons is how many values for buttons are looked at, and more are refused.
// Meta has ten places.
const maxButtons = 100

// parts are what one message, or one card of a carousel, brings for a template.
type parts struct {
	header  template.Values
	media   template.MediaHeader
	place   location.Place
	expires time.Time
	body    template.Values
	values  []template.ButtonValue
	buttons []template.Button // the template's own
}

func partsOf(n *template.Notification, a *template.Arguments) parts {
	p := parts{
		header: a.Header, media: a.Media, place: a.Place, expires: a.Expires, body: a.Body,
		values: a.Buttons, buttons: n.Buttons,
	}
	if h, ok := n.Header.(template.MediaHeader); ok && p.media.ID == "" && p.media.Link == "" {
		p.media = h
	}
	if h, ok := n.Header.(template.LocationHeader); ok && p.place == (location.Place{}) {
		p.place = h.Place
	}
	return p
}

func partsOfCard(n *template.Notification, a *template.Arguments, i int) parts {
	p := parts{media: a.Cards[i].Media, body: a.Cards[i].Body, values: a.Cards[i].Buttons}
	if i < len(n.Cards) {
		p.buttons = n.Cards[i].Buttons
		if h, ok := n.Cards[i].Header.(template.MediaHeader); ok && p.media.ID == "" && p.media.Link == "" {
			p.media = h
		}
	}
	return p
}

// A component is one of those that a message brings for a template.
type component struct {
	kind   componentKind
	button template.ButtonIndex
	value  string
}

type componentKind uint8

const (
	headerText componentKind = iota
	headerMedia
	headerPlace
	offerComponent
	bodyComponent
	buttonComponent
)

// each yields the components in the order in which they are written, and how
// many there are.
func (p *parts) each(yield func(i int, c component)) int {
	n := 0
	one := func(c component) {
		yield(n, c)
		n++
	}
	switch {
	case !p.header.IsZero():
		one(component{kind: headerText})
	case p.media.ID != "" || p.media.Link != "":
		one(component{kind: headerMedia})
	case p.place != (location.Place{}):
		one(component{kind: headerPlace})
	}
	if !p.expires.IsZero() {
		one(component{kind: offerComponent})
	}
	if !p.body.IsZero() {
		one(component{kind: bodyComponent})
	}
	for i, v := range p.values[:min(len(p.values), maxButtons)] {
		if p.first(v.Button) == i {
			one(component{buttonComponent, v.Button, v.Value})
		}
	}
	for i, b := range p.buttons[:min(len(p.buttons), maxButtons)] {
		at := template.ButtonIndex(i)
		if p.first(at) >= 0 {
			continue
		}
		switch b.(type) {
		case template.OTPButton:
			if code, ok := p.body.Value("1"); ok {
				one(component{buttonComponent, at, code})
			}
		case template.FlowButton:
			one(component{buttonComponent, at, "unused"}) // Meta's own default
		}
	}
	return n
}

// any reports whether there is a component.
func (p *parts) any() bool {
	if len(p.values) > 0 || !p.body.IsZero() || !p.header.IsZero() {
		return true
	}
	return p.each(func(int, component) {}) > 0
}

// first returns where the first value of a button stands; -1 for none.
func (p *parts) first(at template.ButtonIndex) int {
	for i := range p.values[:min(len(p.values), maxButtons)] {
		if p.values[i].Button == at {
			return i
		}
	}
	return -1
}

// button returns the template's button; nil where it has none.
func (p *parts) button(at template.ButtonIndex) template.Button {
	if at < 0 || int(at) >= len(p.buttons) {
		return nil
	}
	return p.buttons[at]
}

// takesValue reports whether the API has a component for such a button.
func takesValue(b template.Button) bool {
	switch b.(type) {
	case template.QuickReply, template.URLButton, template.CopyCode, template.FlowButton, template.OTPButton, template.CatalogButton:
		return true
	}
	return false
}

// checkFilled tells what of a notification the API cannot carry.
func checkFilled(vs decorum.Violations, f template.Filled) decorum.Violations {
	n, a := f.Template(), f.Arguments()
	p := partsOf(&n, &a)
	vs = p.check(vs, "/template/components")
	for i := range a.Cards {
		card := partsOfCard(&n, &a, i)
		vs = card.check(vs, "/template/components")
	}
	return vs
}

func (p *parts) check(vs decorum.Violations, path string) decorum.Violations {
	wrong := decorum.Violation{Code: decorum.Unsupported, Severity: decorum.SeverityError, Path: path}
	if n := max(len(p.values), len(p.buttons)); n > maxButtons {
		wrong.Code, wrong.Limit, wrong.Actual, wrong.Unit = decorum.TooMany, maxButtons, int64(n), decorum.Items
		return vs.Add(wrong)
	}
	for _, v := range p.values {
		if !takesValue(p.button(v.Button)) {
			vs = vs.Add(wrong)
		}
	}
	if m := p.media; (m.ID != "" || m.Link != "") && mediaName(m.Kind) == "" {
		vs = vs.Add(wrong)
	}
	return vs
}

// writeFilled writes the template object of a notification.
func writeFilled(w *wire.Writer, f template.Filled) {
	n, a := f.Template(), f.Arguments()
	if refused(w, a.Extra) {
		return
	}
	if a.Extra != "" {
		if more := memberOf(metaOf(a.Extra), "template"); more != "" {
			joinMembers(w, more, f, writePlainFilled)
			return
		}
	}
	w.Object()
	w.KeyText("name", n.ID.Name())
	w.Key("language")
	w.Object()
	w.KeyText("code", string(n.Language))
	w.End()
	p := partsOf(&n, &a)
	raw := ""
	if a.Extra != "" {
		raw = memberOf(metaOf(a.Extra), "components")
	}
	if raw != "" || len(a.Cards) > 0 || p.any() {
		w.Key("components")
		w.Array()
		p.write(w)
		if len(a.Cards) > 0 {
			writeCards(w, &n, &a)
		}
		writeElements(w, raw)
		w.End()
	}
	w.End()
}

// writePlainFilled writes the template object without what is kept of it.
func writePlainFilled(w *wire.Writer, f *template.Filled) {
	a := f.Arguments()
	if raw := memberOf(metaOf(a.Extra), "components"); raw != "" {
		a.Extra = template.Extra(`{"meta":{"components":` + raw + `}}`)
	} else {
		a.Extra = ""
	}
	writeFilled(w, f.Template().Fill(a))
}

func writeCards(w *wire.Writer, n *template.Notification, a *template.Arguments) {
	w.Object()
	w.KeyText("type", "carousel")
	w.Key("cards")
	w.Array()
	for i := range a.Cards {
		p := partsOfCard(n, a, i)
		w.Object()
		w.Key("card_index")
		w.Int64(int64(i))
		w.Key("components")
		w.Array()
		p.write(w)
		if x := a.Cards[i].Extra; x != "" && !refused(w, x) {
			writeElements(w, memberOf(metaOf(x), "components"))
		}
		w.End()
		w.End()
	}
	w.End()
	w.End()
}

// writeElements writes the elements of an array into the open one.
func writeElements(w *wire.Writer, array string) {
	if array == "" {
		return
	}
	r := wire.NewStringReader(array, wire.Limits{})
	for range r.Array() {
		w.Raw(r.Raw())
	}
}

// write writes the components into the open array.
func (p *parts) write(w *wire.Writer) {
	p.each(func(_ int, c component) {
		w.Object()
		switch c.kind {
		case headerText, headerMedia, headerPlace:
			w.KeyText("type", "header")
			w.Key("parameters")
			w.Array()
			p.writeHeader(w, c.kind)
			w.End()
		case offerComponent:
			w.KeyText("type", "limited_time_offer")
			w.Key("parameters")
			w.Array()
			writeExpiry(w, p.expires)
			w.End()
		case bodyComponent:
			w.KeyText("type", "body")
			w.Key("parameters")
			w.Array()
			writeValues(w, p.body)
			w.End()
		case buttonComponent:
			writeButton(w, p.button(c.button), c)
		}
		w.End()
	})
}

func (p *parts) writeHeader(w *wire.Writer, kind componentKind) {
	switch kind {
	case headerText:
		writeValues(w, p.header)
	case headerMedia:
		writeMediaHeader(w, &p.media)
	case headerPlace:
		w.Object()
		w.KeyText("type", "location")
		w.Key("location")
		writePlace(w, p.place)
		w.End()
	}
}

// writeValues writes the values of a text as parameters.
func writeValues(w *wire.Writer, v template.Values) {
	named := v.IsNamed()
	for name, text := range v.All() {
		w.Object()
		w.KeyText("type", "text")
		if named {
			w.KeyText("parameter_name", name)
		}
		w.KeyText("text", text)
		w.End()
	}
}

func writeExpiry(w *wire.Writer, t time.Time) {
	w.Object()
	w.KeyText("type", "limited_time_offer")
	w.Key("limited_time_offer")
	w.Object()
	w.Key("expiration_time_ms")
	w.Int64(t.UnixMilli())
	w.End()
	w.End()
}

// writeButton writes the members of a button's component into the open object.
func writeButton(w *wire.Writer, b template.Button, c component) {
	w.KeyText("type", "button")
	w.Key("sub_type")
	switch b.(type) {
	case template.URLButton, template.OTPButton:
		w.Text("url")
	case template.CopyCode:
		w.Text("copy_code")
	case template.FlowButton:
		w.Text("flow")
	case template.CatalogButton:
		w.Text("CATALOG")
	default:
		w.Text("quick_reply")
	}
	w.Key("index")
	w.Int64(int64(c.button))
	w.Key("parameters")
	w.Array()
	w.Object()
	switch b.(type) {
	case template.URLButton, template.OTPButton:
		w.KeyText("type", "text")
		w.KeyText("text", c.value)
	case template.CopyCode:
		w.KeyText("type", "coupon_code")
		w.KeyText("coupon_code", c.value)
	case template.FlowButton:
		w.KeyText("type", "action")
		w.Key("action")
		w.Object()
		w.KeyText("flow_token", c.value)
		w.End()
	case template.CatalogButton:
		w.KeyText("type", "action")
		w.Key("action")
		w.Object()
		w.KeyText("thumbnail_product_retailer_id", c.value)
		w.End()
	default:
		w.KeyText("type", "payload")
		w.KeyText("payload", c.value)
	}
	w.End()
	w.End()
}
