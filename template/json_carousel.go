package template

import "github.com/decorum-go/decorum/internal/wire"

// AppendJSON appends the message as JSON:
//
//	{"type":"carousel","body":"…","cards":[{"header":{…},"label":"…","url":"https://…"}]}
func (m Carousel) AppendJSON(dst []byte) ([]byte, error) { return appendJSON(dst, &m, writeCarousel) }

// MarshalJSON returns what [Carousel.AppendJSON] appends.
func (m Carousel) MarshalJSON() ([]byte, error) { return m.AppendJSON(nil) }

// UnmarshalJSON reads a message. On an error m stays as it is.
func (m *Carousel) UnmarshalJSON(data []byte) error { return readJSON(data, m, readCarousel) }

func readCarousel(r *wire.Reader) (m Carousel) {
	m.Extra = readMessage(r, KindCarousel, func(name string) bool {
		switch name {
		case "body":
			m.Body = r.Text()
		case "cards":
			m.Cards = readMediaCards(r)
		default:
			return false
		}
		return true
	})
	return m
}

func readMediaCards(r *wire.Reader) (list []MediaCard) {
	for range r.Array() {
		c := wire.Grow(&list)
		var rest members
		for name := range r.Object() {
			switch name {
			case "header":
				c.Header = readHeader(r)
			case "body":
				c.Body = r.Text()
			case "label":
				c.Label = r.Text()
			case "url":
				c.URL = r.Text()
			default:
				rest.read(r, name)
			}
		}
		c.Extra = rest.extra()
	}
	return list
}

func writeCarousel(w *wire.Writer, m *Carousel) {
	writeTop(w, KindCarousel, nil, m.Body, "")
	w.Key("cards")
	w.Array()
	for i := range m.Cards {
		c := &m.Cards[i]
		w.Object()
		if c.Header != nil {
			w.Key("header")
			writeHeader(w, c.Header)
		}
		w.Optional("body", c.Body)
		w.Optional("label", c.Label)
		w.Optional("url", c.URL)
		c.Extra.write(w)
		w.End()
	}
	w.End()
	m.Extra.write(w)
	w.End()
}
