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
	header
	// Message is the content, never nil. What cannot be read, or is of a type that
	// this version does not know, is a [message.Unknown] with the whole JSON.
	Message message.Message

	id, group  string
	direction  message.Direction
	history    bool
	originated time.Time
	// contact is the side that is not the business, and own what the message says
	// of the other one.
	contact  message.Party
	own      identity.WhatsAppID
	context  *message.Context
	referral *message.Referral
	extra    message.Extra
}

// When returns when the message was written, or the step of the call was taken.
func (m *Received) When() time.Time { return m.originated }

// Envelope returns who wrote the message when. Arrived is not set.
func (m *Received) Envelope() message.Envelope {
	e := message.Envelope{
		ID: m.id, Direction: m.direction, GroupID: m.group, Originated: m.originated, History: m.history, Extra: m.extra,
	}
	business := m.Business()
	if !m.own.IsZero() {
		business.WhatsAppID = m.own
	}
	if e.From, e.To = m.contact, business; m.direction.FromBusiness() {
		e.From, e.To = e.To, e.From
	}
	if m.context != nil {
		e.Context = *m.context
	}
	if m.referral != nil {
		e.Referral = *m.referral
	}
	return e
}

// Conversation returns the two sides of the envelope. Where WhatsApp itself tells
// something and does not say of whom, the contact is the one of that message.
func (m *Received) Conversation() Conversation {
	c := Conversation{Business: m.Business(), Contact: m.contact, GroupID: m.group}
	if s, ok := m.Message.(message.System); ok && c.Contact.IsZero() {
		if c.Contact = s.Was; c.Contact.IsZero() {
			c.Contact = s.Now
		}
	}
	return c
}

// Command returns a [whatsapp.Receive], or a [whatsapp.Call], that arrived at
// the instant.
func (m *Received) Command(at time.Time) (whatsapp.Command, bool) {
	e := m.Envelope()
	if !e.History {
		e.Arrived = at
	}
	if call, ok := m.Message.(message.Call); ok {
		return whatsapp.Call{At: at, Envelope: e, Call: call}, true
	}
	return whatsapp.Receive{At: at, Envelope: e, Message: m.Message}, true
}

// settle turns the sides of a call by the number of the business: Meta's pages do
// not agree on whom a step is from.
func (m *Received) settle() {
	if _, ok := m.Message.(message.Call); !ok {
		return
	}
	business := m.Business().WhatsAppID
	if m.contact.WhatsAppID == business && !business.IsZero() && m.own != business {
		m.contact.WhatsAppID, m.own = m.own, business
		if m.direction == message.Inbound {
			m.direction = message.Outbound
		} else {
			m.direction = message.Inbound
		}
	}
}

// pass marks a message that was passed on afterwards, as part of a history. One
// that the number of the business wrote is an echo.
func (m *Received) pass() {
	m.history = true
	if m.direction == message.Inbound && !m.contact.WhatsAppID.IsZero() && m.contact.WhatsAppID == m.Business().WhatsAppID {
		m.direction, m.contact, m.own = message.Echo, message.Party{Identity: identity.Identity{WhatsAppID: m.own}}, m.contact.WhatsAppID
	}
}

// message reads an element of a list of messages. It returns the message if that
// does not say whose it is, and nothing has told of that.
func (d *decoder) message(direction message.Direction) (nobodys *Received) {
	m, mark := d.received.next(d.guess-len(d.list)), d.r.Mark()
	d.add(m)
	m.direction = direction
	var c content
	var left rest
	sender, told := false, false
	for name := range d.r.Object() {
		switch name {
		case "id":
			m.id = d.r.LooseText()
		case "timestamp":
			m.originated = readSeconds(&d.r, &left, name)
		case "type":
			c.kind = d.r.Text()
		case "group_id":
			m.group = d.r.LooseText()
		case "context":
			context := readContext(&d.r)
			m.context = &context
		case "referral":
			referral := readReferral(&d.r)
			m.referral = &referral
		case "errors":
			at, before := d.r.Mark(), d.faults()
			c.unsupported.Faults = readFaults(&d.r)
			c.errors, c.bad = d.r.RawSince(at), c.bad || d.faults() > before
		default:
			before := d.faults()
			switch {
			case m.side(&d.r, name, &left):
				sender, told = true, told || d.faults() > before
			case !d.content(&c, name, &m.Message):
				left.read(&d.r, name)
			}
		}
	}
	m.header = d.head(mark)
	if !d.settleContent(&c, m, &left) {
		left = nil // all of it is in the unknown message
	}
	m.extra = left.extra()
	if m.id == "" {
		d.r.Report(decorum.Violation{Code: decorum.Required, Path: "/id"})
	}
	switch {
	case c.kind == "system":
	case !sender && direction == message.Inbound:
		d.r.Report(decorum.Violation{Code: decorum.Required, Path: "/from"})
	case !told && !m.isNamed():
		return m
	}
	return nil
}

// isNamed reports whether an id of the contact is known, or of the group.
func (m *Received) isNamed() bool {
	c := &m.contact
	return m.group != "" || !c.WhatsAppID.IsZero() || !c.UserID.IsZero() || !c.ParentUserID.IsZero()
}

// side reads a member that names one of the sides.
func (m *Received) side(r *wire.Reader, name string, left *rest) bool {
	contact, own := "from", "to"
	if m.direction.FromBusiness() {
		contact, own = own, contact
	}
	switch {
	case name == own:
		m.own = party(r, left, name, identity.ParseWhatsAppID)
		return true
	case len(name) < len(contact) || name[:len(contact)] != contact:
		return false
	}
	switch name[len(contact):] {
	case "":
		m.contact.WhatsAppID = party(r, left, name, identity.ParseWhatsAppID)
	case "_user_id":
		m.contact.UserID = party(r, left, name, identity.ParseUserID)
	case "_parent_user_id":
		m.contact.ParentUserID = party(r, left, name, identity.ParseUserID)
	default:
		return false
	}
	return true
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
