package template

import "github.com/decorum-go/decorum"

// anyLength are limits that measure nothing and let nothing else pass that some
// limits refuse: what is right under them is right under all, if it is not too
// long or too many.
func anyLength() Limits { return Limits{GuideOnly: true, BodySpacing: decorum.SeverityError} }

// judge finds out what does not depend on lengths, once for all checks: a filled
// message never changes.
func (f *filled) judge() {
	var r report
	l := anyLength()
	f.check(&r, &l)
	f.sound = !r.vs.Has(decorum.InvalidUTF8) && !r.vs.Has(decorum.Truncated)
	f.clean = len(r.vs) == 0
}

// fits reports whether a clean message is within the limits. It is quick, since
// it need not know where it is, and may say no where Check finds nothing; never
// the other way round. A clean message has no part that the guide does not have.
func (f *filled) fits(l *Limits) bool {
	t := &f.template
	if h, ok := t.Header.(TextHeader); ok && (l.HeaderText.Over(h.Text) || l.HeaderText.Over(f.text.Header)) {
		return false
	}
	if l.Body.Over(t.Body) || f.text.Body != t.Body && (t.bodyLimit(l).Over(f.text.Body) || l.Body.Over(f.text.Body)) {
		return false
	}
	if l.Footer.Over(t.Footer) || l.Buttons.OverCount(len(t.Buttons)) {
		return false
	}
	var replies, phones, urls int
	for _, b := range t.Buttons {
		var text string
		switch b := b.(type) {
		case QuickReply:
			replies++
			text = b.Text
		case PhoneButton:
			phones++
			text = b.Text
			if l.PhoneNumber.Over(b.Number) {
				return false
			}
		case URLButton:
			urls++
			text = b.Text
			if l.URL.Over(b.URL) {
				return false
			}
		default:
			return false
		}
		if l.Label.Over(text) || l.LabelAdvised.Over(text) {
			return false
		}
	}
	for _, u := range f.text.URLs {
		if l.URL.Over(u) {
			return false
		}
	}
	for i := range f.arguments.Buttons {
		if v := f.arguments.Buttons[i].Value; l.Payload.Over(v) || l.PayloadAdvised.Over(v) {
			return false
		}
	}
	return !l.QuickReplies.OverCount(replies) && !l.PhoneButtons.OverCount(phones) && !l.URLButtons.OverCount(urls)
}
