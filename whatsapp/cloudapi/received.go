package cloudapi

import (
	"time"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/internal/wire"
	"github.com/decorum-go/decorum/whatsapp"
	"github.com/decorum-go/decorum/whatsapp/identity"
	"github.com/decorum-go/decorum/whatsapp/message"
)

// Received is a message: of a contact, of the business's own phone (an echo), or
// of a history that is passed on; or a step of a call.
type Received struct {
	Header
	// Envelope says who wrote it when. Arrived is not set.
	Envelope message.Envelope
	// Message is the content, never nil. What cannot be read, or is of a type that
	// this version does not know, is a [message.Unknown] with the whole JSON.
	Message message.Message
}

// Conversation returns the two sides of the envelope. Where WhatsApp itself tells
// something and does not say of whom, the contact is the one of that message.
func (m *Received) Conversation() Conversation {
	c := Conversation{Business: m.Envelope.Business(), Contact: m.Envelope.Contact(), GroupID: m.Envelope.GroupID}
	if s, ok := m.Message.(message.System); ok && c.Contact.IsZero() {
		c.Contact = s.Was
		if c.Contact.IsZero() {
			c.Contact = s.Now
		}
	}
	return c
}

// Command returns a [whatsapp.Receive], or a [whatsapp.Call], that arrived at
// the instant.
func (m *Received) Command(at time.Time) (whatsapp.Command, bool) {
	e := m.Envelope
	if !e.History {
		e.Arrived = at
	}
	if call, ok := m.Message.(message.Call); ok {
		return whatsapp.Call{At: at, Envelope: e, Call: call}, true
	}
	return whatsapp.Receive{At: at, Envelope: e, Message: m.Message}, true
}

func (m *Received) settle(v *value) {
	e := &m.Envelope
	if _, ok := m.Message.(message.Call); ok {
		orient(e, v.business.WhatsAppID)
	}
	business, contact := &e.To, &e.From
	if e.Direction.FromBusiness() {
		business, contact = contact, business
	}
	if business.WhatsAppID.IsZero() {
		business.WhatsAppID = v.business.WhatsAppID
	}
	business.PhoneNumberID, business.Extra = v.business.PhoneNumberID, v.business.Extra
	v.introduce(contact)
}

// pass marks a message that was passed on afterwards, as part of a history. One
// that the number of the business wrote is an echo.
func (m *Received) pass() {
	e := &m.Envelope
	e.History = true
	if e.Direction == message.Inbound && !e.From.WhatsAppID.IsZero() && e.From.WhatsAppID == e.To.WhatsAppID {
		e.Direction, e.From, e.To = message.Echo, e.To, message.Party{}
	}
}

// message reads an element of a list of messages.
func (d *decoder) message(direction message.Direction) {
	m, mark := d.received.New(), d.r.Mark()
	d.add(m)
	e := &m.Envelope
	e.Direction = direction
	var c content
	var left rest
	sender := false
	for name := range d.r.Object() {
		switch name {
		case "id":
			e.ID = d.r.LooseText()
		case "from":
			sender = true
			e.From.WhatsAppID = party(d.r, &left, name, identity.ParseWhatsAppID)
		case "from_user_id":
			sender = true
			e.From.UserID = party(d.r, &left, name, identity.ParseUserID)
		case "from_parent_user_id":
			e.From.ParentUserID = party(d.r, &left, name, identity.ParseUserID)
		case "to":
			e.To.WhatsAppID = party(d.r, &left, name, identity.ParseWhatsAppID)
		case "to_user_id":
			e.To.UserID = party(d.r, &left, name, identity.ParseUserID)
		case "to_parent_user_id":
			e.To.ParentUserID = party(d.r, &left, name, identity.ParseUserID)
		case "timestamp":
			e.Originated = readSeconds(d.r)
		case "type":
			c.kind = d.r.Text()
		case "group_id":
			e.GroupID = d.r.LooseText()
		case "context":
			e.Context = readContext(d.r)
		case "referral":
			e.Referral = readReferral(d.r)
		case "errors":
			at := d.r.Mark()
			before := d.faults()
			c.unsupported.Faults = readFaults(d.r)
			c.errors, c.bad = d.r.RawSince(at), c.bad || d.faults() > before
		default:
			if !d.content(&c, name, &m.Message) {
				left.read(d.r, name)
			}
		}
	}
	m.Raw = d.r.RawSince(mark)
	if !d.settleContent(&c, m, &left) {
		left = nil // all of it is in the unknown message
	}
	e.Extra = left.extra()
	if e.ID == "" {
		d.r.Report(decorum.Violation{Code: decorum.Required, Path: "/id"})
	}
	if !sender && c.kind != "system" {
		d.r.Report(decorum.Violation{Code: decorum.Required, Path: "/from"})
	}
}

// party reads an id of one of the sides. One that cannot be read is reported and
// kept: without it nobody knows whose conversation it is.
func party[T any](r *wire.Reader, left *rest, name string, parse func(string) (T, error)) T {
	v, ok := tryKnown(r, left, name, parse)
	if !ok {
		r.Report(decorum.Violation{Code: decorum.Malformed, Want: "an id of WhatsApp"})
	}
	return v
}
