package cloudapi

import (
	"time"

	"github.com/decorum-go/decorum/whatsapp"
	"github.com/decorum-go/decorum/whatsapp/identity"
	"github.com/decorum-go/decorum/whatsapp/message"
)

// A Preference tells what a contact wants to get (guide NT8).
type Preference struct {
	header
	// Contact is who said so.
	Contact message.Party
	// Category is what it is about, "marketing_messages", and Value what is wanted,
	// "stop" or "resume".
	Category, Value string
	// Detail is Meta's English for it.
	Detail string
	// Reported is when the contact said so.
	Reported time.Time
	// Extra keeps the members that this version does not know.
	Extra message.Extra
}

// When returns when the contact said so.
func (p *Preference) When() time.Time { return p.Reported }

// Conversation returns whose conversation it is.
func (p *Preference) Conversation() Conversation {
	return Conversation{Business: p.Business(), Contact: p.Contact}
}

// Command returns a [whatsapp.SetMarketing], if that is what it is about.
func (p *Preference) Command(at time.Time) (whatsapp.Command, bool) {
	if p.Category != "marketing_messages" || p.Value != "stop" && p.Value != "resume" {
		return nil, false
	}
	return whatsapp.SetMarketing{At: at, Stopped: p.Value == "stop"}, true
}

// preference reads an element of a list of preferences.
func (d *decoder) preference() {
	mark, before := d.r.Mark(), d.faults()
	p := new(Preference)
	var left rest
	for name := range d.r.Object() {
		switch name {
		case "wa_id":
			p.Contact.WhatsAppID = party(&d.r, &left, name, identity.ParseWhatsAppID)
		case "user_id":
			p.Contact.UserID = party(&d.r, &left, name, identity.ParseUserID)
		case "parent_user_id":
			p.Contact.ParentUserID = party(&d.r, &left, name, identity.ParseUserID)
		case "category":
			p.Category = d.r.Text()
		case "value":
			p.Value = d.r.Text()
		case "detail":
			p.Detail = d.r.Text()
		case "timestamp":
			p.Reported = readSeconds(&d.r, &left, name)
		default:
			left.read(&d.r, name)
		}
	}
	p.Extra = left.extra()
	if d.faults() > before {
		d.keep("user_preferences", mark)
		return
	}
	p.header = d.head(mark)
	d.add(p)
}
