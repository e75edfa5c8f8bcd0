package cloudapi

import (
	"cmp"
	"slices"

	"github.com/decorum-go/decorum/internal/wire"
	"github.com/decorum-go/decorum/whatsapp/identity"
	"github.com/decorum-go/decorum/whatsapp/message"
)

// A Profile is what a webhook tells of a contact whom no other notice of it is
// about. Mostly the contacts of a webhook are part of its other notices.
type Profile struct {
	header
	// Contact is the contact.
	Contact message.Party
}

// Conversation returns whose conversation it is.
func (p *Profile) Conversation() Conversation {
	return Conversation{Business: p.Business(), Contact: p.Contact}
}

// A profile is a contact of a value.
type profile struct {
	contact message.Party
	raw     string
	// used: it is part of a notice.
	used bool
}

// profile returns the profile with the index.
func (v *value) profile(i int) *profile {
	if i == 0 {
		return &v.lead
	}
	return &v.others[i-1]
}

// profile reads an element of the contacts of a value.
func (d *decoder) profile(v *value) {
	mark := d.r.Mark()
	if v.known > 0 {
		if v.known == 1 {
			v.others = slices.Grow(v.others, max(d.guess-1, 1))
		}
		v.others = append(v.others, profile{})
	}
	p := v.profile(v.known)
	v.known++
	readProfile(&d.r, &p.contact)
	p.raw = d.r.RawSince(mark)
}

func readProfile(r *wire.Reader, p *message.Party) {
	var left rest
	for name := range r.Object() {
		switch name {
		case "profile":
			var inner rest
			for name := range r.Object() {
				switch name {
				case "name":
					p.Name = r.Text()
				case "username":
					p.Username = known(r, &inner, name, identity.ParseUsername)
				default:
					inner.read(r, name)
				}
			}
			left.nest("profile", inner)
		case "wa_id":
			p.WhatsAppID = known(r, &left, name, identity.ParseWhatsAppID)
		case "user_id":
			p.UserID = known(r, &left, name, identity.ParseUserID)
		case "parent_user_id":
			p.ParentUserID = known(r, &left, name, identity.ParseUserID)
		default:
			left.read(r, name)
		}
	}
	p.Extra = left.extra()
}

// few is up to how many profiles are looked through one by one.
const few = 8

// introduce fills in what the contacts of the value tell of a party.
func (v *value) introduce(p *message.Party) {
	i := v.find(p)
	if i < 0 {
		return
	}
	v.next = i + 1
	c := v.profile(i)
	c.used = true
	p.WhatsAppID = cmp.Or(p.WhatsAppID, c.contact.WhatsAppID)
	p.UserID = cmp.Or(p.UserID, c.contact.UserID)
	p.ParentUserID = cmp.Or(p.ParentUserID, c.contact.ParentUserID)
	p.Username, p.Name = c.contact.Username, c.contact.Name
	if p.Extra == "" {
		p.Extra = c.contact.Extra
	}
}

// find returns the index of the profile of a party, or -1. The lists of a value
// mostly run side by side, so that it is the next one or the last one again.
func (v *value) find(p *message.Party) int {
	n := v.known
	v.compared += min(n, few)
	if n == 0 {
		return -1
	}
	if n == 1 && agreed(&v.lead.contact, p) && v.claim(p) {
		return 0 // whom else should it be about?
	}
	for i := max(v.next-1, 0); i <= v.next && i < n; i++ {
		if same(&v.profile(i).contact, p) {
			return i
		}
	}
	if n > few {
		return v.look(p)
	}
	for i := range n {
		if same(&v.profile(i).contact, p) {
			return i
		}
	}
	return -1
}

// claim reports whether the only profile, which may lack an id of the party, is
// not another's already: two people never share it.
func (v *value) claim(p *message.Party) bool {
	o := &v.owner
	if !agreed(o, p) {
		return false
	}
	o.WhatsAppID, o.UserID, o.ParentUserID = cmp.Or(o.WhatsAppID, p.WhatsAppID), cmp.Or(o.UserID, p.UserID), cmp.Or(o.ParentUserID, p.ParentUserID)
	return true
}

// look finds a profile among many.
func (v *value) look(p *message.Party) int {
	if v.byID == nil {
		v.byID, v.byUser = make(map[identity.WhatsAppID]int, v.known), map[identity.UserID]int{}
		for i := v.known - 1; i >= 0; i-- {
			c := &v.profile(i).contact
			v.byID[c.WhatsAppID], v.byUser[c.UserID] = i, i
		}
	}
	if i, ok := v.byID[p.WhatsAppID]; ok && same(&v.profile(i).contact, p) {
		return i
	}
	if i, ok := v.byUser[p.UserID]; ok && same(&v.profile(i).contact, p) {
		return i
	}
	return -1
}

// repeats reports whether an earlier profile tells the same, and was used.
func (v *value) repeats(p *profile) bool {
	i := v.find(&p.contact)
	return i >= 0 && v.profile(i).used && v.profile(i).contact == p.contact
}

// same reports whether two parties share an id and differ in none.
func same(a, b *message.Party) bool {
	shared := !a.WhatsAppID.IsZero() && a.WhatsAppID == b.WhatsAppID || !a.UserID.IsZero() && a.UserID == b.UserID
	return shared && agreed(a, b)
}

// agreed reports whether two parties differ in no id.
func agreed(a, b *message.Party) bool {
	return agree(a.WhatsAppID, b.WhatsAppID) && agree(a.UserID, b.UserID) && agree(a.ParentUserID, b.ParentUserID)
}

// agree reports whether two ids are equal, or one is not told.
func agree[T comparable](a, b T) bool {
	var none T
	return a == b || a == none || b == none
}
