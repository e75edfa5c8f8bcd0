package template

import (
	"slices"

	"github.com/decorum-go/decorum"
)

// Address is an interactive message that asks the customer for an address to
// deliver to, in a form of WhatsApp's own. WhatsApp has it in India alone. The
// answer comes back as JSON, under the name "address_message".
//
// The zero Address may not be sent.
type Address struct {
	// Body is the text.
	Body string `json:"body"`
	// Footer stands below the body in small print; "" for none.
	Footer string `json:"footer,omitempty"`
	// Country is the country whose form it is, "IN".
	Country string `json:"country"`
	// Values are what the form begins with, by the names of its fields, such as
	// "name", "phone_number", "in_pin_code", "address" and "city".
	Values Values `json:"values,omitzero"`
	// Saved are addresses that the customer may choose from instead.
	Saved []SavedAddress `json:"saved_addresses,omitempty"`
	// Errors tell what is wrong with an earlier answer, by the names of the
	// fields.
	Errors Values `json:"validation_errors,omitzero"`
	// Extra keeps the members of the JSON that this version does not know.
	Extra Extra `json:"-"`
}

// A SavedAddress is an address that the business has of the customer.
type SavedAddress struct {
	// ID is what comes back when the customer chooses it. Ids differ.
	ID string `json:"id"`
	// Values are its fields, named as those of the form.
	Values Values `json:"values,omitzero"`
	// Extra keeps the members of the JSON that this version does not know.
	Extra Extra `json:"-"`
}

// Kind returns [KindAddress].
func (m Address) Kind() Kind { return KindAddress }

// Check returns all that keeps the message from being sent under the limits, in
// the order of its JSON.
func (m Address) Check(l Limits) decorum.Violations {
	var r report
	var root decorum.Path
	checkKind(&r, &root, &l)
	checkBody(&r, &root, l.Body, decorum.Limit{}, m.Body)
	checkFooter(&r, &root, &l, m.Footer)
	switch country := root.Key("country"); m.Country {
	case "IN":
	case "":
		r.wrong(&country, decorum.Required, decorum.Span{}, "IN")
	default:
		r.wrong(&country, decorum.Unsupported, decorum.Span{}, "IN")
	}
	values, saved, errors := root.Key("values"), root.Key("saved_addresses"), root.Key("validation_errors")
	checkForm(&r, &values, &l, &m.Values)
	var ids twins
	for i := range m.Saved {
		s := &m.Saved[i]
		place := saved.Index(i)
		id, values := place.Key("id"), place.Key("values")
		checkID(&r, &id, decorum.Limit{}, s.ID)
		if key, _ := scan(s.ID); ids.seen(&s.ID, key) {
			r.fault(&id, decorum.Duplicate)
		}
		checkForm(&r, &values, &l, &s.Values)
	}
	checkForm(&r, &errors, &Limits{}, &m.Errors)
	return r.vs
}

// checkForm looks at the fields of an address.
func checkForm(r *report, at *decorum.Path, l *Limits, v *Values) {
	if len(v.list) > 0 {
		r.wrong(at, decorum.Mismatch, decorum.Span{}, "named values")
		return
	}
	for i := range v.named {
		n := &v.named[i]
		field := at.UserKey(n.name)
		if r.valid(&field, n.text) && n.name == "in_pin_code" {
			r.long(&field, l.PinCode, n.text)
		}
	}
}

// Preview returns the message as a tree, with an option of the type
// "address_message", which is its id, too. WhatsApp words the button; the preview
// has its English.
func (m Address) Preview() Preview {
	return Preview{
		Kind: KindAddress, Body: PreviewText{Text: m.Body}, Footer: PreviewText{Text: m.Footer},
		Sections: previewOne(PreviewOption{Type: typeAddress, ID: typeAddress, Title: "Provide address"}),
	}
}

func (m *Address) shown(l *Limits, emptied []string) []shown {
	list := shownTop(nil, &m.Body, &m.Footer, l, l.Body, emptied)
	var root decorum.Path
	values := root.Key("values")
	for name, text := range m.Values.All() {
		field := values.UserKey(name)
		if field.String() == values.String() {
			continue // a name that no path shows
		}
		var limit decorum.Limit
		if name == "in_pin_code" {
			limit = l.PinCode
		}
		list = append(list, shown{path: field.String(), value: text, limit: limit, set: func(s string) {
			m.Values = m.Values.With(name, s)
		}})
	}
	return list
}

func (m Address) fields(l *Limits, emptied []string) []Field {
	return fieldsOf(m.shown(l, emptied))
}

func (m Address) with(path, value string) Structured {
	setShown(m.shown(&Limits{}, []string{path}), path, value)
	return m
}

func (m Address) media() (MediaHeader, string)     { return MediaHeader{}, "" }
func (m Address) withMedia(MediaHeader) Structured { return m }

func (m Address) suggest(l *Limits, vs decorum.Violations) []Suggestion {
	return suggestTexts(m, l, slices.DeleteFunc(slices.Clone(vs), func(v decorum.Violation) bool {
		return v.Path == "/values/in_pin_code" // a code is no use when cut
	}))
}
