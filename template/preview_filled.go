package template

import (
	"strconv"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/location"
)

// Preview returns the message as a tree: values in their places, marked, and
// every button (NT3). A value that is missing shows as its placeholder.
func (f Filled) Preview() Preview {
	g := f.get()
	t, a := &g.template, &g.arguments
	var root decorum.Path
	at := root.Key("arguments")
	header, body, buttons, cards := at.Key("header"), at.Key("body"), at.Key("buttons"), at.Key("cards")
	p := Preview{Kind: KindNotification, Header: g.previewHeader(&header), Footer: PreviewText{Text: t.footer()}}
	if t.Offer != nil {
		p.Lead.Text = t.Offer.Text
	}
	p.Body = previewText(&body, t.body(), &a.Body)
	if options := previewButtons(&buttons, t.Buttons, a.Buttons); options != nil {
		p.Sections = []PreviewSection{{Options: options}}
	}
	for i := range t.Cards {
		c := &t.Cards[i]
		var own CardArguments
		if i < len(a.Cards) {
			own = a.Cards[i]
		}
		card := cards.Index(i)
		body, buttons := card.Key("body"), card.Key("buttons")
		p.Cards = append(p.Cards, PreviewCard{
			Header:  previewMedia(c.Header, own.Media),
			Body:    previewText(&body, c.Body, &own.Body),
			Options: previewButtons(&buttons, c.Buttons, own.Buttons),
		})
	}
	return p
}

// footer returns the text of the footer: for an authentication template that
// tells for how long its code is valid the English of Meta's words.
func (n *Notification) footer() string {
	if n.Footer != "" || n.Authentication == nil || n.Authentication.ExpiryMinutes == 0 {
		return n.Footer
	}
	if n.Authentication.ExpiryMinutes == 1 {
		return "This code expires in 1 minute."
	}
	return "This code expires in " + strconv.Itoa(n.Authentication.ExpiryMinutes) + " minutes."
}

func (f *filled) previewHeader(at *decorum.Path) *PreviewHeader {
	switch h := f.template.Header.(type) {
	case nil:
		return nil
	case TextHeader:
		return &PreviewHeader{Type: typeText, Text: previewText(at, h.Text, &f.arguments.Header)}
	case MediaHeader:
		p := previewMedia(h, f.arguments.Media)
		p.Changeable = true
		return p
	case LocationHeader:
		place := f.arguments.Place
		if place == (location.Place{}) {
			place = h.Place
		}
		name := place.Name
		if name == "" && !place.Point.IsZero() {
			name = place.Point.String()
		}
		return &PreviewHeader{Type: typeLocation, Text: PreviewText{Text: name}}
	default:
		return previewMedia(h, MediaHeader{})
	}
}

// previewMedia returns the preview of a header that is not text.
func previewMedia(h Header, own MediaHeader) *PreviewHeader {
	switch h := h.(type) {
	case nil:
		return nil
	case MediaHeader:
		m, _ := pickMedia(h, own)
		return &PreviewHeader{Type: m.Kind.String(), Text: PreviewText{Text: m.Name}, Media: m}
	case TextHeader:
		return &PreviewHeader{Type: typeText, Text: PreviewText{Text: h.Text}}
	case LocationHeader:
		return &PreviewHeader{Type: typeLocation, Text: PreviewText{Text: h.Place.Name}}
	case UnknownHeader:
		return &PreviewHeader{Type: h.Type}
	}
	return nil
}

// previewText returns the text with the values put in, as [Notification.Fill]
// does, and where they stand.
func previewText(at *decorum.Path, text string, v *Values) PreviewText {
	p, ok := nextPlaceholder(text, 0)
	if !ok {
		return PreviewText{Text: text}
	}
	tooMuch := overfilled(text, v) > 0
	var out PreviewText
	full := make([]byte, 0, len(text))
	done := 0
	for ; ok; p, ok = nextPlaceholder(text, p.Span.End) {
		full = append(full, text[done:p.Span.Start]...)
		done = p.Span.End
		start := len(full)
		i, given := v.index(p)
		if given && !tooMuch {
			full = append(full, v.at(i)...)
		} else {
			full = append(full, text[p.Span.Start:p.Span.End]...)
		}
		place, own := valuePlace(at, p, v)
		out.Parameters = append(out.Parameters, Parameter{
			Span: decorum.Span{Start: start, End: len(full)},
			Name: p.Name, Path: place.String(), Editable: own, Missing: !given,
		})
	}
	out.Text = string(append(full, text[done:]...))
	return out
}

// valuePlace returns the place of a placeholder's value below that of all values,
// and whether it tells it from others: no path has a name longer than maxKey.
func valuePlace(at *decorum.Path, p Placeholder, v *Values) (decorum.Path, bool) {
	switch {
	case p.Number > 0 && !v.IsNamed():
		return at.Index(p.Number - 1), true
	case len(p.Name) > maxKey:
		return *at, false
	default:
		// The name is the template's, not a user's: it may have any digits.
		return at.Key(p.Name), true
	}
}

// maxKey is the longest name of a placeholder that a path has, as
// [decorum.Path.UserKey] has it.
const maxKey = 64

func previewButtons(at *decorum.Path, buttons []Button, values []ButtonValue) []PreviewOption {
	if len(buttons) == 0 {
		return nil
	}
	var near [checked]int
	places := placesOf(near[:0], values, len(buttons))
	options := make([]PreviewOption, len(buttons))
	for i, b := range buttons {
		var value *string
		if k := places[i]; k >= 0 {
			value = &values[k].Value
		}
		button := at.Index(i)
		options[i] = previewButton(&button, b, value)
	}
	return options
}

func previewButton(at *decorum.Path, b Button, value *string) PreviewOption {
	var o PreviewOption
	o.Type, o.Title = label(b)
	switch b := b.(type) {
	case QuickReply:
		o.ID = o.Title
		if value != nil && *value != "" {
			o.ID = *value
		}
	case PhoneButton:
		o.Detail.Text = b.Number
	case URLButton:
		o.Detail.Text = b.URL
		if p, ok := nextPlaceholder(b.URL, 0); ok {
			o.Detail = parameter(at, b.URL, p, value)
		}
	case CopyCode:
		if o.Title == "" {
			o.Title = "Copy offer code"
		}
		o.Detail = parameter(at, "{{1}}", Placeholder{Name: "1", Number: 1, Span: decorum.Span{Start: 0, End: 5}}, value)
	case OTPButton:
		if o.Title == "" {
			o.Title = "Copy code"
		}
	}
	return o
}

// parameter returns a text with one value put in for its placeholder.
func parameter(at *decorum.Path, text string, p Placeholder, value *string) PreviewText {
	par := Parameter{Span: p.Span, Name: p.Name, Path: at.String(), Editable: true, Missing: value == nil}
	if value != nil {
		text = text[:p.Span.Start] + *value + text[p.Span.End:]
		par.Span.End = p.Span.Start + len(*value)
	}
	return PreviewText{Text: text, Parameters: []Parameter{par}}
}
