package template

import (
	"slices"

	"github.com/decorum-go/decorum"
)

// ReplyButtons is an interactive message with one to three buttons, of which the
// customer presses one (rules IM1, IM3 and IM6). It is a plain struct: write it
// as a literal, and let [ReplyButtons.Check] judge it.
//
//	m := template.ReplyButtons{
//		Body:    "Shall we deliver on Friday?",
//		Buttons: []template.Reply{{ID: "yes", Title: "Yes"}, {ID: "no", Title: "No"}},
//	}
//
// The zero ReplyButtons may not be sent.
type ReplyButtons struct {
	// Header is text or a file; nil for none. With the privilege
	// canChangeAttachmentsInReplyButton an agent may change the file.
	Header Header `json:"header,omitempty"`
	// Body is the text.
	Body string `json:"body"`
	// Footer stands below the body in small print; "" for none.
	Footer string `json:"footer,omitempty"`
	// Buttons are the options.
	Buttons []Reply `json:"buttons"`
	// Extra keeps the members of the JSON that this version does not know.
	Extra Extra `json:"-"`
}

// A Reply is one reply button. Ids and titles differ within a message.
type Reply struct {
	// ID is what comes back when the customer presses the button; nobody sees it.
	ID string `json:"id"`
	// Title is the label.
	Title string `json:"title"`
	// Extra keeps the members of the JSON that this version does not know.
	Extra Extra `json:"-"`
}

// Kind returns [KindReplyButtons].
func (m ReplyButtons) Kind() Kind { return KindReplyButtons }

// Check returns all that keeps the message from being sent under the limits, in
// the order of its JSON, and warnings (IM1, IM3, IM6). A message that passes
// costs no allocation.
func (m ReplyButtons) Check(l Limits) decorum.Violations {
	var r report
	m.check(&r, &l)
	return r.vs
}

func (m *ReplyButtons) check(r *report, l *Limits) {
	var root decorum.Path
	checkTop(r, &root, l, m.Header, true)
	checkBody(r, &root, l.Body, decorum.Limit{}, m.Body)
	checkFooter(r, &root, l, m.Footer)
	if n := len(m.Buttons); n == 0 || l.Replies.OverCount(n) {
		buttons := root.Key("buttons")
		r.many(&buttons, l.Replies, n)
		if n == 0 {
			r.fault(&buttons, decorum.Required)
		}
	}
	if len(m.Buttons) > near {
		m.checkMany(r, &root, l)
		return
	}
	for i := range m.Buttons {
		b := &m.Buttons[i]
		sameID, sameTitle := false, false
		for j := range m.Buttons[:i] {
			sameID = sameID || b.ID == m.Buttons[j].ID && b.ID != ""
			sameTitle = sameTitle || b.Title == m.Buttons[j].Title && b.Title != ""
		}
		if sameID || sameTitle || !tidy(b.ID, l.ReplyID) || !tidy(b.Title, l.ReplyTitle) {
			buttons := root.Key("buttons")
			button := buttons.Index(i)
			b.check(r, &button, l, sameID, sameTitle)
		}
	}
}

// checkMany looks at more buttons than are compared each with each.
func (m *ReplyButtons) checkMany(r *report, root *decorum.Path, l *Limits) {
	buttons := root.Key("buttons")
	var ids, titles twins
	for i := range m.Buttons {
		b := &m.Buttons[i]
		id, _ := scan(b.ID)
		title, _ := scan(b.Title)
		button := buttons.Index(i)
		b.check(r, &button, l, ids.seen(&b.ID, id), titles.seen(&b.Title, title))
	}
}

// check looks at a button closely. sameID and sameTitle tell what one before it
// has, too.
func (b *Reply) check(r *report, at *decorum.Path, l *Limits, sameID, sameTitle bool) {
	id, title := at.Key("id"), at.Key("title")
	checkID(r, &id, l.ReplyID, b.ID)
	if sameID {
		r.fault(&id, decorum.Duplicate)
	}
	checkLine(r, &title, l.ReplyTitle, b.Title)
	if sameTitle {
		r.fault(&title, decorum.Duplicate)
	}
}

// Preview returns the message as a tree. Its options are of the type "reply".
func (m ReplyButtons) Preview() Preview {
	p := Preview{
		Kind: KindReplyButtons, Header: previewTop(m.Header, true),
		Body: PreviewText{Text: m.Body}, Footer: PreviewText{Text: m.Footer},
	}
	if len(m.Buttons) > 0 {
		options := make([]PreviewOption, len(m.Buttons))
		for i, b := range m.Buttons {
			options[i] = PreviewOption{Type: typeReply, ID: b.ID, Title: b.Title}
		}
		p.Sections = []PreviewSection{{Options: options}}
	}
	return p
}

// The types of options of interactive messages, beside those of buttons.
const (
	typeReply    = "reply"
	typeRow      = "row"
	typeProduct  = "product"
	typeAddress  = "address_message"
	typeContact  = "contact_request"
	typePosition = "location_request"
)

func (m *ReplyButtons) shown(l *Limits, emptied []string) []shown {
	list := shownTop(&m.Header, &m.Body, &m.Footer, l, l.Body, emptied)
	var root decorum.Path
	buttons := root.Key("buttons")
	for i := range m.Buttons {
		button := buttons.Index(i)
		title := button.Key("title")
		list = append(list, shownText(title.String(), &m.Buttons[i].Title, l.ReplyTitle))
	}
	return list
}

func (m ReplyButtons) fields(l *Limits, emptied []string) []Field {
	return fieldsOf(m.shown(l, emptied))
}

func (m ReplyButtons) with(path, value string) Structured {
	m.Buttons = slices.Clone(m.Buttons)
	setShown(m.shown(&Limits{}, []string{path}), path, value)
	return m
}

func (m ReplyButtons) media() (MediaHeader, string) {
	if h, ok := m.Header.(MediaHeader); ok {
		return h, privilegeReplyButton
	}
	return MediaHeader{}, ""
}

func (m ReplyButtons) withMedia(h MediaHeader) Structured {
	m.Header = h
	return m
}

func (m ReplyButtons) suggest(l *Limits, vs decorum.Violations) []Suggestion {
	var list []Suggestion
	for _, v := range vs {
		if v.Code != decorum.TooMany {
			continue
		}
		if as, ok := m.List(); ok && !l.Rows.OverCount(len(m.Buttons)) && better(as, l, vs) {
			list = append(list, Suggestion{Mend: AsList, Violation: v, Message: as})
		}
	}
	return append(list, suggestTexts(m, l, vs)...)
}

// List returns the message as a list with one section, whose rows are the
// buttons with the same ids, so that answers mean the same. The menu button says
// "Menu". It returns false when the header is not text, which a list cannot
// show, or when there are members of the JSON that would be lost.
func (m ReplyButtons) List() (List, bool) {
	if _, text := m.Header.(TextHeader); m.Header != nil && !text || m.Extra != "" {
		return List{}, false
	}
	rows := make([]Row, len(m.Buttons))
	for i, b := range m.Buttons {
		if b.Extra != "" {
			return List{}, false
		}
		rows[i] = Row{ID: b.ID, Title: b.Title}
	}
	return List{
		Header: m.Header, Body: m.Body, Footer: m.Footer, Menu: "Menu", Sections: []Section{{Rows: rows}},
	}, true
}
