package template

import "github.com/decorum-go/decorum/internal/wire"

// AppendJSON appends the definition as JSON. It does not check it; only what
// cannot be written, such as a text that is not UTF-8, is an error.
func (n Notification) AppendJSON(dst []byte) ([]byte, error) {
	return appendJSON(dst, &n, writeNotification)
}

// MarshalJSON returns what [Notification.AppendJSON] appends.
func (n Notification) MarshalJSON() ([]byte, error) { return n.AppendJSON(nil) }

// UnmarshalJSON reads a definition. Headers and buttons of types that this
// version does not know, and members that it does not know, are kept. On an error,
// which tells all that is not JSON or of the wrong shape, n stays as it is.
func (n *Notification) UnmarshalJSON(data []byte) error {
	return readJSON(data, n, readNotification)
}

func readNotification(r *wire.Reader) (n Notification) {
	var rest members
	for name := range r.Object() {
		switch name {
		case "id":
			n.ID = ID(r.Text())
		case "language":
			n.Language = Language(r.Text())
		case "category":
			n.Category = Category(r.Text())
		case "status":
			n.Status = Status(r.Text())
		case "header":
			n.Header = readHeader(r)
		case "body":
			n.Body = r.Text()
		case "footer":
			n.Footer = r.Text()
		case "buttons":
			n.Buttons = readButtons(r)
		case "authentication":
			n.Authentication = readAuthentication(r)
		case "offer":
			n.Offer = readOffer(r)
		case "cards":
			n.Cards = readCards(r)
		case "examples":
			n.Examples = readArguments(r)
		default:
			rest.read(r, name)
		}
	}
	n.Extra = rest.extra()
	return n
}

func writeNotification(w *wire.Writer, n *Notification) {
	w.Object()
	w.Key("id")
	w.Text(string(n.ID))
	w.Key("language")
	w.Text(string(n.Language))
	w.Optional("category", string(n.Category))
	w.Optional("status", string(n.Status))
	if n.Header != nil {
		w.Key("header")
		writeHeader(w, n.Header)
	}
	w.Optional("body", n.Body)
	w.Optional("footer", n.Footer)
	if len(n.Buttons) > 0 {
		w.Key("buttons")
		writeButtons(w, n.Buttons)
	}
	if a := n.Authentication; a != nil {
		w.Key("authentication")
		writeAuthentication(w, a)
	}
	if o := n.Offer; o != nil {
		w.Key("offer")
		writeOffer(w, o)
	}
	if len(n.Cards) > 0 {
		w.Key("cards")
		writeCards(w, n.Cards)
	}
	if !n.Examples.IsZero() {
		w.Key("examples")
		writeArguments(w, &n.Examples)
	}
	n.Extra.write(w)
	w.End()
}

func readAuthentication(r *wire.Reader) *Authentication {
	var a Authentication
	var rest members
	for name := range r.Object() {
		switch name {
		case "security_recommendation":
			a.SecurityRecommendation = r.Bool()
		case "expiry_minutes":
			n := r.Int64()
			if n < -1<<31 || n > 1<<31-1 {
				malformed(r, "1 to 90")
				n = 0
			}
			a.ExpiryMinutes = int(n)
		default:
			rest.read(r, name)
		}
	}
	a.Extra = rest.extra()
	return &a
}

func writeAuthentication(w *wire.Writer, a *Authentication) {
	w.Object()
	if a.SecurityRecommendation {
		w.Key("security_recommendation")
		w.Bool(true)
	}
	if a.ExpiryMinutes != 0 {
		w.Key("expiry_minutes")
		w.Int64(int64(a.ExpiryMinutes))
	}
	a.Extra.write(w)
	w.End()
}

func readOffer(r *wire.Reader) *Offer {
	var o Offer
	var rest members
	for name := range r.Object() {
		switch name {
		case "text":
			o.Text = r.Text()
		case "expires":
			o.Expires = r.Bool()
		default:
			rest.read(r, name)
		}
	}
	o.Extra = rest.extra()
	return &o
}

func writeOffer(w *wire.Writer, o *Offer) {
	w.Object()
	w.Key("text")
	w.Text(o.Text)
	if o.Expires {
		w.Key("expires")
		w.Bool(true)
	}
	o.Extra.write(w)
	w.End()
}

func readCards(r *wire.Reader) (list []Card) {
	for range r.Array() {
		var c Card
		var rest members
		for name := range r.Object() {
			switch name {
			case "header":
				c.Header = readHeader(r)
			case "body":
				c.Body = r.Text()
			case "buttons":
				c.Buttons = readButtons(r)
			default:
				rest.read(r, name)
			}
		}
		c.Extra = rest.extra()
		list = append(list, c)
	}
	return list
}

func writeCards(w *wire.Writer, list []Card) {
	w.Array()
	for i := range list {
		c := &list[i]
		w.Object()
		if c.Header != nil {
			w.Key("header")
			writeHeader(w, c.Header)
		}
		w.Optional("body", c.Body)
		if len(c.Buttons) > 0 {
			w.Key("buttons")
			writeButtons(w, c.Buttons)
		}
		c.Extra.write(w)
		w.End()
	}
	w.End()
}
