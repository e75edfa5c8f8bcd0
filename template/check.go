package template

import (
	"strings"

	"github.com/decorum-go/decorum"
)

// Check returns all that keeps messages of this template from being sent under
// the limits, in the order of its JSON, and warnings: what is missing, too long,
// too many, not combinable, not text, or known to be refused by Meta (NT2, NT3,
// NT5, NT8). It looks at the definition alone; [Filled.Check] looks at a message.
//
// A definition that passes costs no allocation, a broken one two beyond those of
// a list that grows past four.
func (n Notification) Check(l Limits) decorum.Violations {
	var r report
	var root decorum.Path
	n.check(&r, &root, &l)
	return r.vs
}

func (n *Notification) check(r *report, at *decorum.Path, l *Limits) {
	n.checkName(r, at)
	if verdict := n.Status.Verdict(); verdict != 0 {
		place := at.Key("status")
		r.add(&place, decorum.Violation{Code: decorum.NotApproved, Severity: verdict, Want: string(Approved)})
	}
	n.checkContent(r, at, l)
}

// checkName looks at what Meta knows the template by.
func (n *Notification) checkName(r *report, at *decorum.Path) {
	if v, bad := n.ID.fault(); bad {
		place := at.Key("id")
		r.add(&place, v)
	}
	if v, bad := n.Language.fault(); bad {
		place := at.Key("language")
		r.add(&place, v)
	}
}

// checkContent looks at what the template holds.
func (n *Notification) checkContent(r *report, at *decorum.Path, l *Limits) {
	header := at.Key("header")
	checkHeader(r, &header, l, n.Header)
	if r.lint {
		n.lintHeader(r, &header)
	}
	n.checkBody(r, at, l)
	footer := at.Key("footer")
	if r.valid(&footer, n.Footer) {
		r.long(&footer, l.Footer, n.Footer)
		noPlaceholders(r, &footer, n.Footer)
		if r.lint {
			n.lintFooter(r, &footer)
		}
	}
	buttons := at.Key("buttons")
	checkButtons(r, &buttons, l, n.Buttons)
	if r.lint {
		n.lintButtons(r, &buttons)
	}
	n.checkSpecial(r, at, l)
	n.checkCards(r, at, l)
}

func (n *Notification) checkBody(r *report, at *decorum.Path, l *Limits) {
	body := at.Key("body")
	if n.Authentication != nil && n.Body == "" {
		return
	}
	if !r.valid(&body, n.Body) || !r.visible(&body, n.Body) {
		return
	}
	limit := l.Body
	if n.Offer != nil {
		limit = n.bodyLimit(l)
	}
	r.long(&body, limit, n.Body)
	if r.lint {
		n.lintBody(r, &body)
	}
}

// checkSpecial looks at what only some categories have.
func (n *Notification) checkSpecial(r *report, at *decorum.Path, l *Limits) {
	if a := n.Authentication; a != nil {
		place := at.Key("authentication")
		if l.GuideOnly {
			r.fault(&place, decorum.Unsupported)
		}
		if a.ExpiryMinutes < 0 || a.ExpiryMinutes > maxExpiry {
			minutes := place.Key("expiry_minutes")
			r.wrong(&minutes, decorum.OutOfRange, decorum.Span{}, "1 to 90, or 0 for none")
		}
	}
	if o := n.Offer; o != nil {
		place := at.Key("offer")
		if l.GuideOnly {
			r.fault(&place, decorum.Unsupported)
		}
		text := place.Key("text")
		if r.valid(&text, o.Text) && r.visible(&text, o.Text) {
			r.long(&text, l.OfferText, o.Text)
		}
	}
}

// maxExpiry is for how many minutes a one-time code may say that it is valid
// (Meta, authentication templates, 2025).
const maxExpiry = 90

// checkCards looks at the cards of a carousel.
func (n *Notification) checkCards(r *report, at *decorum.Path, l *Limits) {
	if len(n.Cards) == 0 {
		return
	}
	cards := at.Key("cards")
	if l.GuideOnly {
		r.fault(&cards, decorum.Unsupported)
	}
	r.many(&cards, l.Cards, len(n.Cards))
	if len(n.Cards) < l.CardsMin {
		r.count(&cards, decorum.TooFew, decorum.SeverityError, l.CardsMin, len(n.Cards))
	}
	for i := range n.Cards {
		c := &n.Cards[i]
		card := cards.Index(i)
		header := card.Key("header")
		if c.Header == nil {
			r.fault(&header, decorum.Required)
		}
		checkHeader(r, &header, l, c.Header)
		body := card.Key("body")
		if c.Body != "" && r.valid(&body, c.Body) && r.visible(&body, c.Body) {
			r.long(&body, l.CardBody, c.Body)
		}
		buttons := card.Key("buttons")
		r.many(&buttons, l.CardButtons, len(c.Buttons))
		within := *l
		within.Buttons, within.MixedButtons = decorum.Limit{}, true
		checkButtons(r, &buttons, &within, c.Buttons)
	}
	if r.lint {
		n.lintCards(r, &cards)
	}
}

// noPlaceholders records each placeholder in a text that nothing is put into.
func noPlaceholders(r *report, at *decorum.Path, text string) {
	if strings.IndexByte(text, '{') < 0 {
		return
	}
	for p, ok := nextPlaceholder(text, 0); ok; p, ok = nextPlaceholder(text, p.Span.End) {
		r.wrong(at, decorum.Unexpected, p.Span, "no placeholder")
	}
}
