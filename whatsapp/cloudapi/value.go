package cloudapi

import (
	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/internal/wire"
	"github.com/decorum-go/decorum/phone"
	"github.com/decorum-go/decorum/whatsapp/identity"
	"github.com/decorum-go/decorum/whatsapp/message"
)

// A value is what is told about the conversations of one number: lists of
// messages, statuses and so on, the number, and who the contacts are, in any
// order.
type value struct {
	// lead is the first of the known profiles, and mostly the only one.
	lead   profile
	others []profile
	known  int
	// first is the first notice of the value.
	first int
	// next is the profile behind the one that was used last.
	next int
	// owner is whom the only profile was taken for, by ids.
	owner message.Party
	// byID and byUser find profiles where there are many.
	byID   map[identity.WhatsAppID]int
	byUser map[identity.UserID]int
	// nobodys are messages that do not say whose they are.
	nobodys []nameless
	// compared counts, to the next few, how many profiles were looked at.
	compared int
}

// A nameless message is an element of a list, which may say by its contacts whose it
// is, before or behind.
type nameless struct {
	m     *Received
	list  string
	index int
}

// value reads a value that has such lists.
func (d *decoder) value() {
	mark, v := d.r.Mark(), value{first: len(d.list)}
	for name := range d.r.Object() {
		d.member(&v, name)
	}
	d.end(&v)
	if len(d.list) == v.first {
		d.keep("", mark)
	}
}

// end puts the parts of a value together, now that all of them are read.
func (d *decoder) end(v *value) {
	for _, n := range d.list[v.first:] {
		v.settle(n)
	}
	for i := range v.known {
		if p := v.profile(i); !p.used && !v.repeats(p) && d.room() {
			d.add(&Profile{header: header{d.here(), p.raw}, Contact: p.contact})
		}
	}
	d.compared += v.compared
	d.tellNobodys(v)
}

// tellNobodys tells of the messages that still nobody is known to have written, or
// to get.
func (d *decoder) tellNobodys(v *value) {
	for _, n := range v.nobodys {
		if n.m.isNamed() {
			continue
		}
		var root decorum.Path
		list := root.Key(n.list)
		at := list.Index(n.index)
		side := at.Key("from")
		if n.m.direction.FromBusiness() {
			side = at.Key("to")
		}
		d.r.Report(decorum.Violation{Code: decorum.Required, Want: "an id of WhatsApp"}.Under(&side))
	}
}

// settle completes a notice of the value with what is told of its contact.
func (v *value) settle(n Notice) {
	switch n := n.(type) {
	case *Received:
		n.settle()
		v.introduce(&n.contact)
	case *Status:
		v.introduce(&n.Contact)
	case *Preference:
		v.introduce(&n.Contact)
	case *UserIDUpdate:
		v.introduce(&n.Now)
	}
}

// member reads a member of a value.
func (d *decoder) member(v *value, name string) {
	switch name {
	case "messaging_product":
		mark := d.r.Mark()
		if d.r.Text() != "whatsapp" {
			d.keep(name, mark)
		}
		return
	case "metadata":
		d.here().read(&d.r)
		return
	}
	if !isList(name) {
		d.other(name)
		return
	}
	if d.r.Kind() != wire.Array {
		d.other(name)
		d.r.Report(decorum.Violation{Code: decorum.WrongType, Want: "an array"})
		return
	}
	for i := range d.r.Array() {
		if !d.room() {
			return
		}
		if d.isObject(name) {
			d.element(v, name, i)
		}
	}
}

// isObject reports whether an element of the list with the name is an object. What
// else it may be is kept.
func (d *decoder) isObject(name string) bool {
	if d.r.Kind() == wire.Object {
		return true
	}
	d.other(name)
	d.r.Report(decorum.Violation{Code: decorum.WrongType, Want: "an object"})
	return false
}

func isList(name string) bool {
	switch name {
	case "contacts", "messages", "message_echoes", "statuses", "errors", "calls", "history", "user_preferences", "user_id_update":
		return true
	}
	return false
}

// element reads an element of the list with the name.
func (d *decoder) element(v *value, name string, i int) {
	switch name {
	case "contacts":
		d.profile(v)
	case "messages", "message_echoes":
		direction := message.Inbound
		if name == "message_echoes" {
			direction = message.Echo
		}
		if m := d.message(direction); m != nil {
			v.nobodys = append(v.nobodys, nameless{m, name, i})
		}
	case "statuses":
		d.status()
	case "errors":
		d.fault()
	case "calls":
		d.call()
	case "history":
		d.history()
	case "user_preferences":
		d.preference()
	case "user_id_update":
		d.userIDUpdate()
	}
}

// read reads which number of the business a value is about.
func (s *source) read(r *wire.Reader) {
	var left rest
	for name := range r.Object() {
		switch name {
		case "display_phone_number":
			s.number = known(r, &left, name, displayed)
		case "phone_number_id":
			s.id = r.LooseText()
		default:
			left.read(r, name)
		}
	}
	s.extra = left.extra()
}

// displayed reads a number of a business as Meta displays it: digits alone, or in
// international form with spaces and hyphens.
func displayed(s string) (identity.WhatsAppID, error) {
	id, err := identity.ParseWhatsAppID(s)
	if err == nil {
		return id, nil
	}
	n, err := phone.Parse(s)
	if err != nil {
		return id, err
	}
	id, ok := identity.WhatsAppIDOf(n)
	if !ok {
		return id, decorum.Violations{{Code: decorum.TooShort, Severity: decorum.SeverityError}}.Err()
	}
	return id, nil
}
