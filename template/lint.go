package template

import (
	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/emoji"
)

// Lint returns what would keep Meta from approving the definition, as far as its
// pages, its answers and its own editor tell (November 2025), in the order of
// the definition's JSON. It includes what Check finds under [CloudAPI], but for
// the status. Rules that only the editor enforces, and the strict readings where
// the sources disagree, are warnings.
//
// Lint never stops a message: what Meta has approved may be sent, whatever Lint
// thinks of it.
//
//   - Placeholders are numbers from 1 without a gap, or all names; their braces
//     match; they do not touch, and stand neither first nor last in the body. A
//     header text has at most one, an address at most one and at its end.
//   - Each placeholder, each file of a header and each code has an example.
//   - Quick replies stand side by side, labels differ.
//   - An address is no short link and does not lead back to WhatsApp.
//   - The body has no two blank lines in a row, few emojis, and enough words for
//     its placeholders.
//   - Offers, carousels and one-time codes have the parts that Meta wants.
func (n Notification) Lint() decorum.Violations {
	r := report{lint: true}
	var root decorum.Path
	l := CloudAPI()
	n.checkName(&r, &root)
	n.lintNames(&r, &root)
	n.checkContent(&r, &root, &l)
	n.lintExamples(&r, &root)
	return r.vs
}

// What Meta does not publish as a limit, but what is known all the same.
const (
	// advisedBody: longer bodies were refused for a time in 2025.
	advisedBody = 550
	// advisedEmojis is how many emojis a body has at most.
	advisedEmojis = 10
	// advisedName is the longest name of a placeholder that the editor takes.
	advisedName = 32
)

// lintNames looks at language and category.
func (n *Notification) lintNames(r *report, at *decorum.Path) {
	if _, bad := n.Language.fault(); !bad && !n.Language.Known() {
		place := at.Key("language")
		r.warn(&place, decorum.Unknown, decorum.Span{}, "")
	}
	place := at.Key("category")
	const want = "authentication, marketing, utility"
	switch {
	case n.Category == "":
		r.wrong(&place, decorum.Required, decorum.Span{}, want)
	case !n.Category.Known():
		r.warn(&place, decorum.Unknown, decorum.Span{}, want)
	case n.Authentication != nil && n.Category != Authenticate:
		r.wrong(&place, decorum.Mismatch, decorum.Span{}, string(Authenticate))
	case n.Offer != nil && n.Category != Marketing:
		r.wrong(&place, decorum.Mismatch, decorum.Span{}, string(Marketing))
	}
}

// lintHeader looks at a text header.
func (n *Notification) lintHeader(r *report, at *decorum.Path) {
	switch {
	case n.Authentication != nil && n.Header != nil:
		r.fault(at, decorum.Conflict)
	case n.Offer != nil:
		lintShown(r, at, n.Header)
	}
	h, ok := n.Header.(TextHeader)
	if !ok {
		return
	}
	text := at.Key("text")
	if found := lintPlaceholders(r, &text, h.Text); found > 1 {
		r.count(&text, decorum.TooMany, decorum.SeverityError, 1, found)
	}
	lintPlain(r, &text, h.Text)
	for i := range len(h.Text) {
		if h.Text[i] == '*' {
			r.warn(&text, decorum.ForbiddenCharacter, decorum.Span{Start: i, End: i + 1}, "no markup")
			break
		}
	}
}

// lintFooter looks at the footer.
func (n *Notification) lintFooter(r *report, at *decorum.Path) {
	if n.Footer == "" {
		return
	}
	if n.Offer != nil {
		r.fault(at, decorum.Conflict)
	}
	lintPlain(r, at, n.Footer)
}

// lintPlain looks at a text that Meta's editor keeps to one plain line.
func lintPlain(r *report, at *decorum.Path, s string) {
	if span, b := nextBlemish(s, 0); b == LineBreak {
		r.warn(at, decorum.ForbiddenSpacing, span, "")
	}
	lintEmoji(r, at, s)
}

// lintEmoji records the first emoji in a text that has better none.
func lintEmoji(r *report, at *decorum.Path, s string) {
	for span := range emoji.Find(s) {
		r.warn(at, decorum.ForbiddenCharacter, span, "no emoji")
		return
	}
}
