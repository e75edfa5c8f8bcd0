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
	business message.Party
	profiles []profile
	// first is the first notice of the value.
	first int
	// next is the profile behind the one that was used last.
	next int
	// byID and byUser find profiles where there are many.
	byID   map[identity.WhatsAppID]int
	byUser map[identity.UserID]int
}

// value reads a value that has such lists.
func (d *decoder) value() {
	mark, v := d.r.Mark(), d.begin()
	for name := range d.r.Object() {
		d.member(&v, name)
	}
	d.end(&v)
	if len(d.list) == v.first {
		d.keep("", mark)
	}
}

func (d *decoder) begin() value {
	return value{first: len(d.list), profiles: d.profiles[:0]}
}

// end puts the parts of a value together, now that all of them are read.
func (d *decoder) end(v *value) {
	for _, n := range d.list[v.first:] {
		n.settle(v)
	}
	for i := range v.profiles {
		if p := &v.profiles[i]; !p.used && !v.repeats(p) && d.room() {
			d.list = append(d.list, &Profile{Header: Header{Raw: p.raw}, Business: v.business, Contact: p.contact})
		}
	}
	d.profiles = v.profiles
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
		v.business = readMetadata(d.r)
		return
	}
	read := lists(name)
	if read == nil {
		d.other(name)
		return
	}
	if d.r.Kind() != wire.Array {
		d.other(name)
		d.r.Report(decorum.Violation{Code: decorum.WrongType, Want: "an array"})
		return
	}
	for range d.r.Array() {
		if !d.room() {
			return
		}
		read(d, v)
	}
}

// lists returns what reads an element of the list with the name; nil for an
// unknown list.
func lists(name string) func(*decoder, *value) {
	switch name {
	case "messages":
		return func(d *decoder, _ *value) { d.message(message.Inbound) }
	case "message_echoes":
		return func(d *decoder, _ *value) { d.message(message.Echo) }
	case "statuses":
		return func(d *decoder, _ *value) { d.status() }
	case "contacts":
		return (*decoder).profile
	case "errors":
		return func(d *decoder, _ *value) { d.fault() }
	case "calls":
		return func(d *decoder, _ *value) { d.call() }
	case "history":
		return func(d *decoder, _ *value) { d.history() }
	case "user_preferences":
		return func(d *decoder, _ *value) { d.preference() }
	case "user_id_update":
		return func(d *decoder, _ *value) { d.userIDUpdate() }
	}
	return nil
}

// readMetadata reads which number of the business a value is about.
func readMetadata(r *wire.Reader) (p message.Party) {
	var left rest
	for name := range r.Object() {
		switch name {
		case "display_phone_number":
			p.WhatsAppID = known(r, &left, name, displayed)
		case "phone_number_id":
			p.PhoneNumberID = r.LooseText()
		default:
			left.read(r, name)
		}
	}
	p.Extra = left.extra()
	return p
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
