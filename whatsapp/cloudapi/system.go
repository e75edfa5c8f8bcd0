package cloudapi

import (
	"github.com/decorum-go/decorum/internal/wire"
	"github.com/decorum-go/decorum/whatsapp/identity"
	"github.com/decorum-go/decorum/whatsapp/message"
)

// readSystem reads the object of what WhatsApp itself tells of a contact, under
// the names of today and of older versions.
func readSystem(r *wire.Reader) (s message.System) {
	var left rest
	for name := range r.Object() {
		switch name {
		case "type":
			s.Event = systemEvent(r.Text())
		case "body":
			s.Text = r.Text()
		case "wa_id", "new_wa_id":
			if !s.Now.WhatsAppID.IsZero() {
				left.read(r, name)
				continue
			}
			s.Now.WhatsAppID = known(r, &left, name, identity.ParseWhatsAppID)
		case "user_id":
			s.Now.UserID = known(r, &left, name, identity.ParseUserID)
		case "parent_user_id":
			s.Now.ParentUserID = known(r, &left, name, identity.ParseUserID)
		case "customer":
			s.Was.WhatsAppID = known(r, &left, name, identity.ParseWhatsAppID)
		case "previous_user_id":
			s.Was.UserID = known(r, &left, name, identity.ParseUserID)
		case "previous_parent_user_id":
			s.Was.ParentUserID = known(r, &left, name, identity.ParseUserID)
		default:
			left.read(r, name)
		}
	}
	s.Extra = left.extra()
	return s
}

func systemEvent(name string) message.SystemEvent {
	switch name {
	case "user_changed_number", "customer_changed_number":
		return message.NumberChanged
	case "user_changed_user_id":
		return message.UserIDChanged
	case "customer_identity_changed":
		return message.KeyChanged
	}
	return message.SystemEvent(name)
}

// readUnsupported reads the object that some messages have whose content WhatsApp
// does not pass on.
func readUnsupported(r *wire.Reader, u *message.Unsupported) {
	var left rest
	for name := range r.Object() {
		if name == "type" {
			u.Type = r.Text()
			continue
		}
		left.read(r, name)
	}
	u.Extra = left.extra()
}
