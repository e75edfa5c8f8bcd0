package cloudapi

import (
	"strconv"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/location"
	"github.com/decorum-go/decorum/template"
	"github.com/decorum-go/decorum/whatsapp/message"
)

// checkValues checks the values of a notification of which the definition is not
// known: what is wrong with each whatever the template is. Paths are those of the
// message.
func checkValues(f template.Filled, l template.Limits) decorum.Violations {
	n, a := f.Template(), f.Arguments()
	c := values{l: &l}
	var root decorum.Path
	structured := root.Key("structured")
	definition := structured.Key("template")
	at := definition.Key("id")
	if n.ID == "" {
		c.add(&at, decorum.Required, decorum.SeverityError)
	} else if _, err := template.ParseID(string(n.ID)); err != nil {
		for v := range decorum.All(err) {
			v.Path, v.Severity = at.String(), decorum.SeverityWarning // whether it is there, only WhatsApp knows
			c.vs = c.vs.Add(v)
		}
	}
	at = definition.Key("language")
	switch language, err := template.ParseLanguage(string(n.Language)); {
	case n.Language == "":
		c.add(&at, decorum.Required, decorum.SeverityError)
	case err != nil:
		c.add(&at, decorum.Malformed, decorum.SeverityWarning)
	case !language.Known():
		c.add(&at, decorum.Unknown, decorum.SeverityWarning)
	}
	arguments := structured.Key("arguments")
	header := arguments.Key("header")
	c.vs = decorum.Limit{Max: 1, Unit: decorum.Items}.CheckCount(c.vs, &header, a.Header.Len()) // rule NT2
	c.each(&header, a.Header, l.HeaderText, decorum.SeverityError)
	c.file(&arguments, a.Media)
	if a.Place != (location.Place{}) && a.Place.Point.IsZero() {
		place := arguments.Key("place")
		at = place.Key("latitude")
		c.add(&at, decorum.Required, decorum.SeverityError)
	}
	body := l.BodyAlone
	if body == (decorum.Limit{}) {
		body = l.Body
	}
	at = arguments.Key("body")
	c.each(&at, a.Body, body, l.BodySpacing)
	c.buttons(&arguments, n.Buttons, a.Buttons)
	cards := arguments.Key("cards")
	if len(a.Cards) > 0 && len(a.Cards) < l.CardsMin {
		c.vs = c.vs.Add(decorum.Violation{
			Code: decorum.TooFew, Severity: decorum.SeverityError, Path: cards.String(),
			Limit: int64(l.CardsMin), Actual: int64(len(a.Cards)), Unit: decorum.Items,
		})
	}
	c.vs = l.Cards.CheckCount(c.vs, &cards, len(a.Cards))
	for i := range a.Cards {
		card := cards.Index(i)
		c.file(&card, a.Cards[i].Media)
		text := card.Key("body")
		c.each(&text, a.Cards[i].Body, l.CardBody, l.BodySpacing)
		if i < len(n.Cards) {
			c.buttons(&card, n.Cards[i].Buttons, a.Cards[i].Buttons)
		}
	}
	return c.vs
}

// values checks single values.
type values struct {
	l  *template.Limits
	vs decorum.Violations
}

func (c *values) add(at *decorum.Path, code decorum.Code, s decorum.Severity) {
	c.vs = c.vs.Add(decorum.Violation{Code: code, Severity: s, Path: at.String()})
}

// each checks the values of one text.
func (c *values) each(at *decorum.Path, v template.Values, most decorum.Limit, spacing decorum.Severity) {
	i := 0
	for name, text := range v.All() {
		if !v.IsNamed() {
			name = strconv.Itoa(i)
		}
		value := at.UserKey(name)
		c.value(&value, text, most, spacing)
		i++
	}
}

// value checks one value (rule NT4).
func (c *values) value(at *decorum.Path, text string, most decorum.Limit, spacing decorum.Severity) {
	if !decorum.HasVisible(text) {
		c.add(at, decorum.Blank, decorum.SeverityError)
		return
	}
	c.vs = most.Check(c.vs, at, text)
	if spacing == 0 {
		return
	}
	_, changes := template.Flatten(text)
	for _, change := range changes {
		c.vs = c.vs.Add(decorum.Violation{
			Code: decorum.ForbiddenSpacing, Severity: spacing, Path: at.String(), Span: change.Span,
		})
	}
}

// advise warns of a value that is longer than is advised, but not too long.
func (c *values) advise(at *decorum.Path, text string, most, advised decorum.Limit) {
	if most.Over(text) {
		return
	}
	for _, v := range advised.Check(nil, at, text) {
		v.Severity = decorum.SeverityWarning
		c.vs = c.vs.Add(v)
	}
}

// file checks the file of a header, as one that is sent by itself.
func (c *values) file(above *decorum.Path, m template.MediaHeader) {
	if m == (template.MediaHeader{}) {
		return
	}
	at := above.Key("media")
	for _, v := range (message.Media{File: m.Kind, ID: m.ID, Link: m.Link}).Check(message.Limits{}) {
		c.vs = c.vs.Add(v.Under(&at))
	}
}

func (c *values) buttons(above *decorum.Path, buttons []template.Button, list []template.ButtonValue) {
	at := above.Key("buttons")
	for _, v := range list {
		value := at.Index(int(v.Button))
		if int(v.Button) >= len(buttons) {
			continue
		}
		switch buttons[v.Button].(type) {
		case template.QuickReply:
			c.value(&value, v.Value, c.l.Payload, 0)
			c.advise(&value, v.Value, c.l.Payload, c.l.PayloadAdvised)
		case template.CopyCode:
			c.value(&value, v.Value, c.l.Code, decorum.SeverityError)
			c.advise(&value, v.Value, c.l.Code, c.l.CodeAdvised)
		case template.URLButton:
			c.value(&value, v.Value, c.l.URL, decorum.SeverityError)
		default:
			c.value(&value, v.Value, decorum.Limit{}, 0)
		}
	}
}
