package template

import (
	"slices"
	"strings"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/attachment"
)

// Carousel is an interactive message with two to ten cards side by side, each an
// image or a film with a button that opens a web page. It has no header and no
// footer but those of the cards. For products see [ProductCarousel].
//
// The zero Carousel may not be sent.
type Carousel struct {
	// Body is the text above the cards.
	Body string `json:"body"`
	// Cards are told apart by their place, from 0.
	Cards []MediaCard `json:"cards"`
	// Extra keeps the members of the JSON that this version does not know.
	Extra Extra `json:"-"`
}

// A MediaCard is one card of a [Carousel].
type MediaCard struct {
	// Header is the image or the film; all cards have the same of the two.
	Header Header `json:"header"`
	// Body is the text, of at most three lines; "" for none.
	Body string `json:"body,omitempty"`
	// Label is the label of the button.
	Label string `json:"label"`
	// URL is the address that the button opens, with http or https.
	URL string `json:"url"`
	// Extra keeps the members of the JSON that this version does not know.
	Extra Extra `json:"-"`
}

// Kind returns [KindCarousel].
func (m Carousel) Kind() Kind { return KindCarousel }

// Check returns all that keeps the message from being sent under the limits, in
// the order of its JSON, and warnings.
func (m Carousel) Check(l Limits) decorum.Violations {
	var r report
	var root decorum.Path
	checkKind(&r, &root, &l)
	checkBody(&r, &root, l.Body, decorum.Limit{}, m.Body)
	cards := root.Key("cards")
	checkCards(&r, &cards, &l, len(m.Cards))
	first := attachment.UnknownKind
	for i := range m.Cards {
		c := &m.Cards[i]
		card := cards.Index(i)
		header := card.Key("header")
		kind := checkPicture(&r, &header, c.Header)
		if first == attachment.UnknownKind {
			first = kind
		}
		if kind != attachment.UnknownKind && kind != first {
			place := header.Key("type")
			r.wrong(&place, decorum.Mismatch, decorum.Span{}, first.String())
		}
		c.checkText(&r, &card, &l)
		checkLabelled(&r, &card, "label", l.ActionLabel, c.Label)
		checkAddress(&r, &card, &l, c.URL)
	}
	return r.vs
}

// checkCards looks at the number of cards.
func checkCards(r *report, at *decorum.Path, l *Limits, n int) {
	r.many(at, l.Cards, n)
	switch {
	case n == 0:
		r.fault(at, decorum.Required)
	case n < l.CardsMin:
		r.count(at, decorum.TooFew, decorum.SeverityError, l.CardsMin, n)
	}
}

// checkPicture looks at the header of a card and returns its kind when it is one
// that a card may have.
func checkPicture(r *report, at *decorum.Path, h Header) attachment.Kind {
	m, ok := h.(MediaHeader)
	switch {
	case h == nil:
		r.wrong(at, decorum.Required, decorum.Span{}, "image, video")
	case !ok:
		r.wrong(at, decorum.Unsupported, decorum.Span{}, "image, video")
	case m.Kind == attachment.Document:
		kind := at.Key("type")
		r.wrong(&kind, decorum.Unsupported, decorum.Span{}, "image, video")
	default:
		checkFile(r, at, m)
		if m.Kind == attachment.Image || m.Kind == attachment.Video {
			return m.Kind
		}
	}
	return attachment.UnknownKind
}

func (c *MediaCard) checkText(r *report, at *decorum.Path, l *Limits) {
	if c.Body == "" || tidy(c.Body, l.CardBody) {
		return
	}
	body := at.Key("body")
	if r.valid(&body, c.Body) && r.visible(&body, c.Body) {
		r.long(&body, l.CardBody, c.Body)
		r.many(&body, l.CardBreaks, strings.Count(c.Body, "\n"))
	}
}

// Preview returns the message as a tree: cards with an option of the type "url".
func (m Carousel) Preview() Preview {
	p := Preview{Kind: KindCarousel, Body: PreviewText{Text: m.Body}}
	for i := range m.Cards {
		c := &m.Cards[i]
		p.Cards = append(p.Cards, PreviewCard{
			Header:  previewTop(c.Header, false),
			Body:    PreviewText{Text: c.Body},
			Options: []PreviewOption{{Type: typeURL, Title: c.Label, Detail: PreviewText{Text: c.URL}}},
		})
	}
	return p
}

func (m *Carousel) shown(l *Limits, emptied []string) []shown {
	list := shownTop(nil, &m.Body, nil, l, l.Body, emptied)
	var root decorum.Path
	cards := root.Key("cards")
	for i := range m.Cards {
		c := &m.Cards[i]
		card := cards.Index(i)
		body, label, url := card.Key("body"), card.Key("label"), card.Key("url")
		list = addOptional(list, &body, &c.Body, l.CardBody, emptied)
		list = append(list,
			shownText(label.String(), &c.Label, l.ActionLabel),
			shownFixed(url.String(), c.URL, l.URL),
		)
	}
	return list
}

func (m Carousel) fields(l *Limits, emptied []string) []Field {
	return fieldsOf(m.shown(l, emptied))
}

func (m Carousel) with(path, value string) Structured {
	m.Cards = slices.Clone(m.Cards)
	setShown(m.shown(&Limits{}, []string{path}), path, value)
	return m
}

func (m Carousel) media() (MediaHeader, string)     { return MediaHeader{}, "" }
func (m Carousel) withMedia(MediaHeader) Structured { return m }

func (m Carousel) suggest(l *Limits, vs decorum.Violations) []Suggestion {
	return suggestTexts(m, l, vs)
}
