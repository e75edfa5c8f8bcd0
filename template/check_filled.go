package template

import (
	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/location"
)

// Check returns all that keeps the message from being sent under the limits:
// what [Notification.Check] finds in the template, below "/template"; values
// that are missing, too many, empty or ill-formed (NT4), at "/arguments"; and
// texts that the values made too long, at "/text". Warnings are among them.
//
// A message that passes costs no allocation: Fill has found out before what does
// not depend on the limits, and only lengths are left to measure.
func (f Filled) Check(l Limits) decorum.Violations {
	g := f.get()
	if g.clean && g.fits(&l) {
		return nil
	}
	r := report{sound: g.sound}
	g.check(&r, &l)
	return r.vs
}

func (f *filled) check(r *report, l *Limits) {
	var root decorum.Path
	template := root.Key("template")
	f.template.check(r, &template, l)
	f.checkArguments(r, &root, l)
	f.checkText(r, &root, l)
}

func (f *filled) checkArguments(r *report, root *decorum.Path, l *Limits) {
	t, a := &f.template, &f.arguments
	at := root.Key("arguments")
	header := at.Key("header")
	text, _ := t.Header.(TextHeader)
	checkValues(r, &header, text.Text, &a.Header, decorum.SeverityError)
	media := at.Key("media")
	checkOwnMedia(r, &media, t.Header, a.Media)
	f.checkPlace(r, &at)
	body := at.Key("body")
	checkValues(r, &body, t.body(), &a.Body, l.BodySpacing)
	f.checkCode(r, &body, l)
	buttons := at.Key("buttons")
	f.checkButtonValues(r, &buttons, l, t.Buttons, a.Buttons)
	expires := at.Key("expires")
	switch needed := t.Offer != nil && t.Offer.Expires; {
	case needed && a.Expires.IsZero():
		r.fault(&expires, decorum.Required)
	case !needed && !a.Expires.IsZero():
		r.fault(&expires, decorum.Unexpected)
	}
	cards := at.Key("cards")
	var none CardArguments
	for i := range max(len(t.Cards), len(a.Cards)) {
		card := cards.Index(i)
		if i >= len(t.Cards) {
			r.fault(&card, decorum.Unexpected)
			continue
		}
		c, own := &t.Cards[i], &none
		if i < len(a.Cards) {
			own = &a.Cards[i]
		}
		media, body, buttons := card.Key("media"), card.Key("body"), card.Key("buttons")
		checkOwnMedia(r, &media, c.Header, own.Media)
		checkValues(r, &body, c.Body, &own.Body, l.BodySpacing)
		f.checkButtonValues(r, &buttons, l, c.Buttons, own.Buttons)
	}
}

// checkOwnMedia looks at the file that a message brings for its header.
func checkOwnMedia(r *report, at *decorum.Path, h Header, own MediaHeader) {
	m, ok := h.(MediaHeader)
	switch {
	case !ok && own == (MediaHeader{}):
	case !ok:
		if _, unknown := h.(UnknownHeader); !unknown {
			r.fault(at, decorum.Unexpected)
		}
	case own == (MediaHeader{}):
		if m.empty() {
			r.fault(at, decorum.Required)
		}
	default:
		if own.Kind != m.Kind {
			kind := at.Key("type")
			r.wrong(&kind, decorum.Mismatch, decorum.Span{}, m.Kind.String())
		}
		if own.empty() {
			id := at.Key("id")
			r.wrong(&id, decorum.Required, decorum.Span{}, "an id or a link")
		}
		checkMedia(r, at, own)
	}
}

// checkPlace looks at the place that a message brings for its header.
func (f *filled) checkPlace(r *report, at *decorum.Path) {
	place := at.Key("place")
	own := &f.arguments.Place
	h, ok := f.template.Header.(LocationHeader)
	switch {
	case !ok && *own == (location.Place{}):
	case !ok:
		r.fault(&place, decorum.Unexpected)
	case *own == (location.Place{}):
		if h.Place.Point.IsZero() {
			r.fault(&place, decorum.Required)
		}
	default:
		if own.Point.IsZero() {
			latitude := place.Key("latitude")
			r.fault(&latitude, decorum.Required)
		}
		if !r.sound {
			for _, v := range own.Check() {
				if v.Code == decorum.InvalidUTF8 {
					field := place.Key(v.Path[1:])
					r.add(&field, v)
				}
			}
		}
	}
}

// checkCode looks at the one-time code of an authentication template.
func (f *filled) checkCode(r *report, at *decorum.Path, l *Limits) {
	if f.template.Authentication == nil {
		return
	}
	if code, ok := f.arguments.Body.Value("1"); ok {
		place := at.Index(0)
		r.long(&place, l.OneTimeCode, code)
	}
}

// checkButtonValues looks at the values of buttons.
func (f *filled) checkButtonValues(r *report, at *decorum.Path, l *Limits, buttons []Button, values []ButtonValue) {
	if len(buttons) == 0 && len(values) == 0 {
		return
	}
	var near [checked]int
	places := placesOf(near[:0], values, len(buttons))
	for i, b := range buttons {
		var value *string
		if k := places[i]; k >= 0 {
			value = &values[k].Value
		}
		button := at.Index(i)
		f.checkButtonValue(r, &button, l, b, value)
	}
	for k := range values {
		i := int(values[k].Button)
		switch {
		case i < 0:
			r.wrong(at, decorum.Unexpected, decorum.Span{}, "an index from 0")
		case i >= len(buttons):
			button := at.Index(i)
			r.fault(&button, decorum.Unexpected)
		case places[i] != k:
			button := at.Index(i)
			r.fault(&button, decorum.Duplicate)
		}
	}
}

// checkButtonValue looks at the value of one button, nil for none.
func (f *filled) checkButtonValue(r *report, at *decorum.Path, l *Limits, b Button, value *string) {
	switch b := b.(type) {
	case URLButton:
		if _, dynamic := nextPlaceholder(b.URL, 0); !dynamic {
			break
		}
		if checkValue(r, at, value, decorum.SeverityError) {
			if span, bad := encode(*value); bad {
				r.warn(at, decorum.ForbiddenCharacter, span, "percent-encoding")
			}
		}
		return
	case CopyCode:
		if checkValue(r, at, value, decorum.SeverityError) {
			r.advised(at, f.template.codeLimit(l), l.CodeAdvised, *value)
		}
		return
	case QuickReply:
		if value != nil && r.valid(at, *value) {
			r.advised(at, l.Payload, l.PayloadAdvised, *value)
		}
		return
	case OTPButton:
		code, _ := f.arguments.Body.Value("1")
		if value != nil && r.valid(at, *value) && *value != code {
			r.wrong(at, decorum.Mismatch, decorum.Span{}, "the code of the body")
		}
		return
	case FlowButton, UnknownButton:
		if value != nil {
			r.valid(at, *value)
		}
		return
	}
	if value != nil {
		r.fault(at, decorum.Unexpected)
	}
}

// encode returns the first character of the end of an address that must be
// written percent-encoded.
func encode(s string) (decorum.Span, bool) {
	for i := range len(s) {
		if alien(s[i]) || s[i] >= 0x80 {
			end := i + 1
			for end < len(s) && (alien(s[end]) || s[end] >= 0x80) {
				end++
			}
			return decorum.Span{Start: i, End: end}, true
		}
	}
	return decorum.Span{}, false
}

// checkText measures the texts again that values were put into.
func (f *filled) checkText(r *report, root *decorum.Path, l *Limits) {
	t, x := &f.template, &f.text
	at := root.Key("text")
	header, body := at.Key("header"), at.Key("body")
	if h, ok := t.Header.(TextHeader); ok && !r.overfilled(&header, h.Text, &f.arguments.Header) && h.Text != x.Header {
		r.long(&header, l.HeaderText, x.Header)
	}
	if !r.overfilled(&body, t.body(), &f.arguments.Body) && x.Body != t.body() {
		r.advised(&body, t.bodyLimit(l), l.Body, x.Body)
	}
	urls := at.Key("urls")
	checkURLs(r, &urls, l, t.Buttons, x.URLs)
	cards := at.Key("cards")
	for i := range x.Cards {
		card := cards.Index(i)
		c := &t.Cards[i]
		body := card.Key("body")
		over := i < len(f.arguments.Cards) && r.overfilled(&body, c.Body, &f.arguments.Cards[i].Body)
		if !over && x.Cards[i].Body != c.Body {
			r.long(&body, l.CardBody, x.Cards[i].Body)
		}
		urls := card.Key("urls")
		checkURLs(r, &urls, l, c.Buttons, x.Cards[i].URLs)
	}
}

// overfilled records a text that the values would make so long that they were
// not put in, and reports whether it is one.
func (r *report) overfilled(at *decorum.Path, text string, v *Values) bool {
	size := overfilled(text, v)
	if size > 0 {
		r.add(at, decorum.Violation{Code: decorum.TooLong, Limit: MaxText, Actual: size, Unit: decorum.Bytes})
	}
	return size > 0
}

func checkURLs(r *report, at *decorum.Path, l *Limits, buttons []Button, urls []string) {
	for i := range urls {
		if b, ok := buttons[i].(URLButton); ok && urls[i] != b.URL {
			place := at.Index(i)
			r.long(&place, l.URL, urls[i])
		}
	}
}

// bodyAlone reports whether the template has nothing but a body.
func (n *Notification) bodyAlone() bool {
	return n.Header == nil && n.Footer == "" && len(n.Buttons) == 0 && len(n.Cards) == 0 &&
		n.Offer == nil && n.Authentication == nil
}
