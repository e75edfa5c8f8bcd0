package template

import (
	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/attachment"
)

// lintButtons looks at the buttons together.
func (n *Notification) lintButtons(r *report, at *decorum.Path) {
	for i, b := range n.Buttons {
		button := at.Index(i)
		lintButton(r, &button, b)
		_, otp := b.(OTPButton)
		switch {
		case n.Authentication != nil && (!otp || i > 0):
			r.wrong(&button, decorum.Conflict, decorum.Span{}, "one button of type otp")
		case n.Authentication == nil && otp:
			r.wrong(&button, decorum.Conflict, decorum.Span{}, "authentication")
		}
	}
	if n.Authentication != nil && len(n.Buttons) == 0 {
		r.wrong(at, decorum.Required, decorum.Span{}, "one button of type otp")
	}
	if n.Offer != nil {
		lintOffer(r, at, n.Buttons)
	}
}

// lintOffer looks for the code to copy before the address, as Meta wants them in
// a limited-time offer.
func lintOffer(r *report, at *decorum.Path, buttons []Button) {
	url := false
	for i, b := range buttons {
		switch b.(type) {
		case URLButton:
			url = true
		case CopyCode:
			if url {
				button := at.Index(i)
				r.wrong(&button, decorum.OutOfOrder, decorum.Span{}, "copy_code before url")
			}
		}
	}
	if !url {
		r.wrong(at, decorum.Required, decorum.Span{}, "url")
	}
}

// lintShown looks for the image or video that an offer and a card have.
func lintShown(r *report, at *decorum.Path, h Header) {
	switch h := h.(type) {
	case MediaHeader:
		if h.Kind == attachment.Image || h.Kind == attachment.Video {
			return
		}
	case UnknownHeader:
		return
	case nil:
		return
	}
	r.wrong(at, decorum.Unsupported, decorum.Span{}, "image, video")
}

// lintCards looks at the cards of a carousel, which are all made alike.
func (n *Notification) lintCards(r *report, at *decorum.Path) {
	for i := range n.Cards {
		c, first := &n.Cards[i], &n.Cards[0]
		card := at.Index(i)
		header, body, buttons := card.Key("header"), card.Key("body"), card.Key("buttons")
		lintShown(r, &header, c.Header)
		if a, b := headerType(first.Header), headerType(c.Header); a != b {
			r.fault(&header, decorum.Mismatch)
		}
		if (c.Body == "") != (first.Body == "") {
			r.fault(&body, decorum.Mismatch)
		}
		lintPlaceholders(r, &body, c.Body)
		if !sameTypes(first.Buttons, c.Buttons) {
			r.fault(&buttons, decorum.Mismatch)
		}
		if len(c.Buttons) == 0 {
			r.fault(&buttons, decorum.Required)
		}
		for j, b := range c.Buttons {
			button := buttons.Index(j)
			lintButton(r, &button, b)
		}
	}
}

// headerType returns the type of a header as its JSON has it.
func headerType(h Header) string {
	switch h := h.(type) {
	case TextHeader:
		return typeText
	case MediaHeader:
		return h.Kind.String()
	case LocationHeader:
		return typeLocation
	case UnknownHeader:
		return h.Type
	}
	return ""
}

func sameTypes(a, b []Button) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		k, _ := label(a[i])
		if m, _ := label(b[i]); k != m {
			return false
		}
	}
	return true
}
