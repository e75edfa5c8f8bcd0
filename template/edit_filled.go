package template

import (
	"math"
	"strconv"
	"strings"

	"github.com/decorum-go/decorum"
)

// fields returns the values of the placeholders, each once.
func (f Filled) fields(l *Limits, _ []string) []Field {
	g := f.get()
	t, a := &g.template, &g.arguments
	var list fieldList
	var root decorum.Path
	at, text := root.Key("arguments"), root.Key("text")
	if h, ok := t.Header.(TextHeader); ok {
		values, in := at.Key("header"), text.Key("header")
		list.values(&values, &in, h.Text, &a.Header, l.HeaderText, g.text.Header)
	}
	values, in := at.Key("body"), text.Key("body")
	list.values(&values, &in, t.body(), &a.Body, t.bodyLimit(l), g.text.Body)
	buttons, urls := at.Key("buttons"), text.Key("urls")
	list.buttons(&buttons, &urls, t.codeLimit(l), l.URL, t.Buttons, a.Buttons, g.text.URLs)
	cards, texts := at.Key("cards"), text.Key("cards")
	for i := range t.Cards {
		var own CardArguments
		if i < len(a.Cards) {
			own = a.Cards[i]
		}
		card, text := cards.Index(i), texts.Index(i)
		values, in := card.Key("body"), text.Key("body")
		list.values(&values, &in, t.Cards[i].Body, &own.Body, l.CardBody, g.text.Cards[i].Body)
		buttons, urls := card.Key("buttons"), text.Key("urls")
		list.buttons(&buttons, &urls, t.codeLimit(l), l.URL, t.Cards[i].Buttons, own.Buttons, g.text.Cards[i].URLs)
	}
	return list
}

type fieldList []Field

// values adds the values of one text.
func (fs *fieldList) values(at, in *decorum.Path, text string, v *Values, limit decorum.Limit, full string) {
	seen := map[string]bool{}
	left := limit.Left(full)
	if size := overfilled(text, v); size > 0 { // full has none of the values
		limit = decorum.Limit{Max: MaxText, Unit: decorum.Bytes}
		left = int(max(MaxText-size, math.MinInt32))
	}
	for p, ok := nextPlaceholder(text, 0); ok; p, ok = nextPlaceholder(text, p.Span.End) {
		if seen[p.Name] {
			continue
		}
		seen[p.Name] = true
		place, own := valuePlace(at, p, v)
		f := Field{Path: place.String(), In: in.String(), Name: p.Name, Missing: true, Limit: limit, Left: left, Editable: own}
		if i, ok := v.index(p); ok {
			f.Value, f.Missing = v.at(i), false
		}
		*fs = append(*fs, f)
	}
}

// buttons adds the values that buttons show.
func (fs *fieldList) buttons(at, in *decorum.Path, code, url decorum.Limit, buttons []Button, values []ButtonValue, urls []string) {
	var near [checked]int
	places := placesOf(near[:0], values, len(buttons))
	for i, b := range buttons {
		place, text := at.Index(i), in.Index(i)
		f := Field{Path: place.String(), Name: "1", Missing: places[i] < 0, Editable: true}
		if !f.Missing {
			f.Value = values[places[i]].Value
		}
		switch b := b.(type) {
		case URLButton:
			p, ok := nextPlaceholder(b.URL, 0)
			if !ok {
				continue
			}
			f.In, f.Name, f.Limit, f.Left = text.String(), p.Name, url, url.Left(urls[i])
		case CopyCode:
			f.Limit, f.Left = code, code.Left(f.Value)
		default:
			continue
		}
		*fs = append(*fs, f)
	}
}

// bodyLimit returns the limit of the filled body.
func (n *Notification) bodyLimit(l *Limits) decorum.Limit {
	switch {
	case n.Offer != nil && l.OfferBody != (decorum.Limit{}):
		return decorum.Strictest(l.Body, l.OfferBody)
	case n.bodyAlone() && l.BodyAlone != (decorum.Limit{}):
		return l.BodyAlone
	default:
		return l.Body
	}
}

// codeLimit returns the limit of a code to copy.
func (n *Notification) codeLimit(l *Limits) decorum.Limit {
	if n.Offer != nil && l.OfferCode != (decorum.Limit{}) {
		return l.OfferCode
	}
	return l.Code
}

func (f Filled) with(path, value string) Structured {
	g := f.get()
	a := g.arguments.clone()
	tokens, err := decorum.SplitPointer(path)
	if err != nil || len(tokens) < 3 || tokens[0] != "arguments" {
		return f
	}
	values, buttons, tokens := &a.Body, &a.Buttons, tokens[1:]
	if tokens[0] == "cards" && len(tokens) == 4 {
		i, err := strconv.Atoi(tokens[1])
		if err != nil || i < 0 || i >= len(g.template.Cards) {
			return f
		}
		for len(a.Cards) <= i {
			a.Cards = append(a.Cards, CardArguments{})
		}
		values, buttons, tokens = &a.Cards[i].Body, &a.Cards[i].Buttons, tokens[2:]
	}
	switch tokens[0] {
	case "header":
		a.Header = withToken(a.Header, tokens[1], value)
	case "body":
		*values = withToken(*values, tokens[1], value)
	case "buttons":
		i, err := strconv.Atoi(tokens[1])
		if err != nil {
			return f
		}
		*buttons = withButton(*buttons, ButtonIndex(i), value)
	default:
		return f
	}
	return g.template.Fill(a)
}

// withToken returns the values with another one at the token of a path: an index
// of positional values, or a name.
func withToken(v Values, token, text string) Values {
	if i, err := strconv.Atoi(token); err == nil && !v.IsNamed() && i >= 0 {
		return v.With(strconv.Itoa(i+1), text)
	}
	return v.With(token, text)
}

func (f Filled) media() (m MediaHeader, privilege string) {
	m, ok := f.Media()
	if !ok {
		return MediaHeader{}, ""
	}
	// The kind is the template's: what the message brings must be of it.
	m.Kind = f.get().template.Header.(MediaHeader).Kind
	return m, privilegeNotification
}

func (f Filled) withMedia(m MediaHeader) Structured {
	a := f.get().arguments.clone()
	a.Media = m
	return f.get().template.Fill(a)
}

func (f Filled) suggest(l *Limits, vs decorum.Violations) []Suggestion {
	fields := f.fields(l, nil)
	var list []Suggestion
	flattened := ""
	for _, v := range vs {
		switch v.Code {
		case decorum.ForbiddenSpacing:
			for _, field := range fields {
				if field.Path != v.Path || field.Path == flattened {
					continue
				}
				if s, ok := suggestFlatten(f, v, field); ok {
					list = append(list, s)
					flattened = field.Path
				}
			}
		case decorum.TooLong: // codes and addresses are no use when cut, nor is a text cut to MaxText
			if field, ok := longest(fields, v.Path); ok && !strings.Contains(v.Path, "/urls/") && v.Limit != MaxText {
				if s, ok := suggestShorten(f, v, field); ok {
					list = append(list, s)
				}
			}
		}
	}
	return list
}

// longest returns the longest value of the text at the path.
func longest(fields []Field, path string) (Field, bool) {
	var found Field
	for _, f := range fields {
		if f.In == path && len(f.Value) > len(found.Value) {
			found = f
		}
	}
	return found, found.In != ""
}
