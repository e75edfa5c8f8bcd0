package cloudapi

import (
	"time"

	"github.com/decorum-go/decorum/internal/wire"
	"github.com/decorum-go/decorum/whatsapp/identity"
	"github.com/decorum-go/decorum/whatsapp/message"
)

// A UserIDUpdate tells that a contact has another user id, as when the number
// changes. There is no command for it, since a session does not know the contact's
// ids: the host finds the session by the old ones and keeps it under the new ones,
// too (see [Moved]).
type UserIDUpdate struct {
	header
	// Was and Now are what the contact is known by before and after.
	Was, Now message.Party
	// Detail is Meta's English for it.
	Detail string
	// Reported is when it happened.
	Reported time.Time
	// Extra keeps the members that this version does not know.
	Extra message.Extra
}

// When returns when it happened.
func (u *UserIDUpdate) When() time.Time { return u.Reported }

// Conversation returns whose conversation it is, by what the contact was known
// by.
func (u *UserIDUpdate) Conversation() Conversation {
	return Conversation{Business: u.Business(), Contact: u.Was}
}

// userIDUpdate reads an element of a list of changed user ids.
func (d *decoder) userIDUpdate() {
	mark, before := d.r.Mark(), d.faults()
	u := new(UserIDUpdate)
	var left rest
	for name := range d.r.Object() {
		switch name {
		case "wa_id":
			u.Now.WhatsAppID = party(&d.r, &left, name, identity.ParseWhatsAppID)
			u.Was.WhatsAppID = u.Now.WhatsAppID
		case "user_id":
			readChange(&d.r, &left, name, &u.Was.UserID, &u.Now.UserID)
		case "parent_user_id":
			readChange(&d.r, &left, name, &u.Was.ParentUserID, &u.Now.ParentUserID)
		case "detail":
			u.Detail = d.r.Text()
		case "timestamp":
			u.Reported = readSeconds(&d.r, &left, name)
		default:
			left.read(&d.r, name)
		}
	}
	u.Extra = left.extra()
	if d.faults() > before {
		d.keep("user_id_update", mark)
		return
	}
	u.header = d.head(mark)
	d.add(u)
}

// readChange reads an id before and after.
func readChange(r *wire.Reader, left *rest, name string, was, now *identity.UserID) {
	var inner rest
	for name := range r.Object() {
		switch name {
		case "previous":
			*was = known(r, &inner, name, identity.ParseUserID)
		case "current":
			*now = known(r, &inner, name, identity.ParseUserID)
		default:
			inner.read(r, name)
		}
	}
	left.nest(name, inner)
}
