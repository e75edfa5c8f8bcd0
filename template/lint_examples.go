package template

import "github.com/decorum-go/decorum"

// lintExamples looks for an example of everything that messages bring.
func (n *Notification) lintExamples(r *report, root *decorum.Path, l *Limits) {
	at := root.Key("examples")
	e := &n.Examples
	header, media, body, buttons := at.Key("header"), at.Key("media"), at.Key("body"), at.Key("buttons")
	text, _ := n.Header.(TextHeader)
	checkValues(r, &header, text.Text, &e.Header, 0)
	lintMediaExample(r, &media, n.Header, e.Media)
	if n.Authentication == nil {
		checkValues(r, &body, n.Body, &e.Body, 0)
	}
	n.lintButtonExamples(r, &buttons, l, n.Buttons, e.Buttons)
	cards := at.Key("cards")
	var none CardArguments
	for i := range n.Cards {
		own := &none
		if i < len(e.Cards) {
			own = &e.Cards[i]
		}
		card := cards.Index(i)
		media, body, buttons := card.Key("media"), card.Key("body"), card.Key("buttons")
		lintMediaExample(r, &media, n.Cards[i].Header, own.Media)
		checkValues(r, &body, n.Cards[i].Body, &own.Body, 0)
		n.lintButtonExamples(r, &buttons, l, n.Cards[i].Buttons, own.Buttons)
	}
}

func lintMediaExample(r *report, at *decorum.Path, h Header, example MediaHeader) {
	if m, ok := h.(MediaHeader); ok && m.empty() && example.empty() {
		r.fault(at, decorum.Required)
	}
}

func (n *Notification) lintButtonExamples(r *report, at *decorum.Path, l *Limits, buttons []Button, examples []ButtonValue) {
	var near [checked]int
	places := placesOf(near[:0], examples, len(buttons))
	for i, b := range buttons {
		button := at.Index(i)
		needed := false
		switch b := b.(type) {
		case URLButton:
			_, needed = nextPlaceholder(b.URL, 0)
		case CopyCode:
			if needed = true; places[i] >= 0 {
				r.advised(&button, n.codeLimit(l), l.CodeAdvised, examples[places[i]].Value)
			}
		}
		given := places[i] >= 0 && examples[places[i]].Value != ""
		switch {
		case needed && !given:
			r.fault(&button, decorum.Required)
		case !needed && given:
			r.fault(&button, decorum.Unexpected)
		}
	}
}
