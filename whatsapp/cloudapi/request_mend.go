package cloudapi

import (
	"strconv"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/template"
	"github.com/decorum-go/decorum/whatsapp/message"
)

// Mend returns the request with everything mended that can be without a change
// that a reader would see, and what was wrong there, with pointers into the body
// as it was read: line breaks, tabs and too many spaces in values, titles and
// labels ([template.Flatten], guide NT4), kinds in upper case, and emoji that were
// escaped twice. What needs a decision, such as a text that is too long, stays:
// see [template.Suggest].
//
// [Request.AppendJSON] writes the request as it is now.
func (q Request) Mend(l message.Limits) (Request, decorum.Violations) {
	var mended decorum.Violations
	var left decorum.Violations
	for _, v := range q.faults {
		if v.Code == decorum.Recommended { // it is written as recommended
			mended = mended.Add(v)
		} else {
			left = left.Add(v)
		}
	}
	var found decorum.Violations
	told := func(v decorum.Violation) { found = found.Add(v) }
	switch m := q.Message.(type) {
	case message.Reaction:
		if e := unescaped(m.Emoji); e != m.Emoji {
			told(decorum.Violation{
				Code: decorum.Recommended, Severity: decorum.SeverityWarning, Path: "/emoji", Want: "the emoji itself",
			})
			m.Emoji = e
			q.Message = m
		}
	case message.Structured:
		f, filled := m.Structured.(template.Filled)
		if filled && !q.bound {
			m.Structured = flatten(f, told)
		} else {
			m.Structured = flattened(m.Structured, l.Structured, told)
		}
		q.Message = m
	}
	q.faults = left
	for _, v := range settle(q.document, q.pointed(found)) {
		mended = mended.Add(v)
	}
	return q, mended
}

// rounds is how often a message is looked at anew while it is mended: one look
// tells of a hundred faults at most.
const rounds = 8

// flattened takes every suggestion that flattens a text.
func flattened(m template.Structured, l template.Limits, told func(decorum.Violation)) template.Structured {
	for range rounds {
		d := template.NewDraft(m, l, template.Editing{})
		found := false
		for _, s := range template.Suggest(m, l) {
			if s.Mend != template.FlattenValue {
				continue
			}
			if now, err := d.Set(s.Path, s.Value); err == nil {
				d, found = now, true
				s.Violation.Path = "/structured" + s.Violation.Path
				told(s.Violation)
			}
		}
		if !found {
			break
		}
		m = d.Message()
	}
	return m
}

// flatten flattens the values of a notification of which the definition is not
// known.
func flatten(f template.Filled, told func(decorum.Violation)) template.Filled {
	a := f.Arguments()
	changed := false
	one := func(path, text string) string {
		flat, changes := template.Flatten(text)
		if len(changes) == 0 || !decorum.HasVisible(flat) {
			return text
		}
		changed = true
		told(decorum.Violation{
			Code: decorum.ForbiddenSpacing, Severity: decorum.SeverityError, Path: "/structured/arguments" + path, Span: changes[0].Span,
		})
		return flat
	}
	all := func(path string, v template.Values) template.Values {
		var list []string
		named := map[string]string{}
		for name, text := range v.All() {
			if v.IsNamed() {
				named[name] = one(path+decorum.JoinPointer(name), text)
				continue
			}
			list = append(list, one(path+"/"+strconv.Itoa(len(list)), text))
		}
		if v.IsNamed() {
			return template.Named(named)
		}
		return template.Positional(list...)
	}
	buttons := func(path string, list []template.ButtonValue, of []template.Button) []template.ButtonValue {
		now := append([]template.ButtonValue(nil), list...)
		for i, v := range now {
			if int(v.Button) < len(of) {
				if _, ok := of[v.Button].(template.URLButton); ok {
					now[i].Value = one(path+"/buttons/"+strconv.Itoa(int(v.Button)), v.Value)
				}
			}
		}
		return now
	}
	n := f.Template()
	a.Header, a.Body = all("/header", a.Header), all("/body", a.Body)
	a.Buttons = buttons("", a.Buttons, n.Buttons)
	cards := append([]template.CardArguments(nil), a.Cards...)
	for i := range cards {
		card := "/cards/" + strconv.Itoa(i)
		cards[i].Body = all(card+"/body", cards[i].Body)
		if i < len(n.Cards) {
			cards[i].Buttons = buttons(card, cards[i].Buttons, n.Cards[i].Buttons)
		}
	}
	a.Cards = cards
	if !changed {
		return f
	}
	return n.Fill(a)
}
