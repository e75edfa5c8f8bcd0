package template

import "slices"

// A Filled is a notification with its arguments put in: the message that goes
// out. It keeps the template, the arguments as they were given, and the text
// that they make. It is immutable.
//
// The zero Filled is a notification without anything in it; it may not be sent.
type Filled struct{ filled *filled }

type filled struct {
	template  Notification
	arguments Arguments
	text      Text
	extra     Extra
	// sound: every text is valid UTF-8. clean: nothing is wrong with the message
	// but, maybe, lengths and numbers.
	sound, clean bool
}

// Text is what the customer reads of a filled notification, where values were
// put in.
type Text struct {
	// Header is the text header.
	Header string `json:"header,omitempty"`
	// Body is the body.
	Body string `json:"body,omitempty"`
	// URLs are the addresses that the URL buttons open, by the buttons' indexes;
	// other buttons have an empty one. Nil when no address has a placeholder.
	URLs []string `json:"urls,omitempty"`
	// Cards are the texts of the cards of a carousel.
	Cards []CardText `json:"cards,omitempty"`
}

// CardText is what the customer reads of one card.
type CardText struct {
	Body string   `json:"body,omitempty"`
	URLs []string `json:"urls,omitempty"`
}

// Fill puts the arguments in and returns the message. It does not judge: what is
// missing stays as a placeholder, what is too much is kept unused, a text that
// would have more than [MaxText] bytes keeps all its placeholders, and
// [Filled.Check] tells. Neither n nor a is kept: they may be changed afterwards.
func (n Notification) Fill(a Arguments) Filled {
	f := &filled{template: n.clone(), arguments: a.clone()}
	t := &f.template
	if h, ok := t.Header.(TextHeader); ok {
		f.text.Header = fill(h.Text, a.Header)
	}
	f.text.Body = fill(t.body(), a.Body)
	f.text.URLs = fillURLs(t.Buttons, a.Buttons)
	if len(t.Cards) > 0 {
		f.text.Cards = make([]CardText, len(t.Cards))
	}
	for i := range t.Cards {
		c := &t.Cards[i]
		var own CardArguments
		if i < len(a.Cards) {
			own = a.Cards[i]
		}
		f.text.Cards[i] = CardText{Body: fill(c.Body, own.Body), URLs: fillURLs(c.Buttons, own.Buttons)}
	}
	f.judge()
	return Filled{f}
}

// fillURLs returns the addresses of the URL buttons with their values put in.
func fillURLs(buttons []Button, values []ButtonValue) []string {
	var urls []string
	var near [checked]int
	places := placesOf(near[:0], values, len(buttons))
	for i, b := range buttons {
		u, ok := b.(URLButton)
		if !ok {
			continue
		}
		t, ok := nextPlaceholder(u.URL, 0)
		if !ok {
			continue
		}
		if urls == nil {
			urls = make([]string, len(buttons))
		}
		urls[i] = u.URL
		if k := places[i]; k >= 0 {
			urls[i] = u.URL[:t.Span.Start] + values[k].Value + u.URL[t.Span.End:]
		}
	}
	return urls
}

// nextPlaceholder returns the first placeholder at or after from.
func nextPlaceholder(text string, from int) (Placeholder, bool) {
	for t, ok := nextToken(text, from); ok; t, ok = nextToken(text, t.Span.End) {
		if !t.ill {
			return t.Placeholder, true
		}
	}
	return Placeholder{}, false
}

// Kind returns [KindNotification].
func (f Filled) Kind() Kind { return KindNotification }

// Template returns the definition. Its slices must not be changed.
func (f Filled) Template() Notification { return f.get().template }

// Arguments returns the arguments as they were given. Its slices must not be
// changed.
func (f Filled) Arguments() Arguments { return f.get().arguments }

// Text returns the texts with the values put in. Its slices must not be changed.
func (f Filled) Text() Text { return f.get().text }

// Media returns the file of a media header: that of the arguments or else the
// template's own; false when the header is no file.
func (f Filled) Media() (MediaHeader, bool) {
	g := f.get()
	return pickMedia(g.template.Header, g.arguments.Media)
}

// pickMedia returns the file that a message carries in a header.
func pickMedia(h Header, own MediaHeader) (MediaHeader, bool) {
	m, ok := h.(MediaHeader)
	if ok && own != (MediaHeader{}) {
		return own, true
	}
	return m, ok
}

// Equal reports whether both have equal templates and arguments.
func (f Filled) Equal(g Filled) bool {
	a, b := f.get(), g.get()
	return a == b || a.extra == b.extra && a.template.Equal(b.template) && a.arguments.Equal(b.arguments)
}

// IsZero reports whether f is the zero Filled.
func (f Filled) IsZero() bool { return f.filled == nil }

func (f Filled) get() *filled {
	if f.filled == nil {
		return &filled{sound: true}
	}
	return f.filled
}

// clone returns a notification that shares no slice with n that could change.
func (n Notification) clone() Notification {
	n.Buttons = slices.Clone(n.Buttons)
	n.Cards = slices.Clone(n.Cards)
	for i := range n.Cards {
		n.Cards[i].Buttons = slices.Clone(n.Cards[i].Buttons)
	}
	if n.Authentication != nil {
		a := *n.Authentication
		n.Authentication = &a
	}
	if n.Offer != nil {
		o := *n.Offer
		n.Offer = &o
	}
	n.Examples = n.Examples.clone()
	return n
}

// Equal reports whether both are the same definition.
func (n Notification) Equal(m Notification) bool {
	return n.ID == m.ID && n.Language == m.Language && n.Category == m.Category && n.Status == m.Status &&
		n.Header == m.Header && n.Body == m.Body && n.Footer == m.Footer &&
		slices.EqualFunc(n.Buttons, m.Buttons, equalButtons) &&
		equalParts(n.Authentication, m.Authentication) && equalParts(n.Offer, m.Offer) &&
		slices.EqualFunc(n.Cards, m.Cards, Card.Equal) &&
		n.Examples.Equal(m.Examples) && n.Extra == m.Extra
}

// Equal reports whether both are the same card.
func (c Card) Equal(d Card) bool {
	return c.Header == d.Header && c.Body == d.Body &&
		slices.EqualFunc(c.Buttons, d.Buttons, equalButtons) && c.Extra == d.Extra
}

func equalButtons(a, b Button) bool {
	x, ok := a.(OTPButton)
	if !ok {
		return a == b
	}
	y, ok := b.(OTPButton)
	return ok && x.Kind == y.Kind && x.Text == y.Text && x.Autofill == y.Autofill &&
		slices.Equal(x.Apps, y.Apps) && x.Extra == y.Extra
}

func equalParts[T comparable](a, b *T) bool {
	if a == nil || b == nil {
		return a == b
	}
	return *a == *b
}

// body returns the text of the body: for an authentication template without one
// the English of Meta's words, which are fixed.
func (n *Notification) body() string {
	if n.Body != "" || n.Authentication == nil {
		return n.Body
	}
	if n.Authentication.SecurityRecommendation {
		return "{{1}} is your verification code. For your security, do not share this code."
	}
	return "{{1}} is your verification code."
}
