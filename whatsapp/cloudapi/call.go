package cloudapi

import (
	"strings"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/internal/wire"
	"github.com/decorum-go/decorum/whatsapp/identity"
	"github.com/decorum-go/decorum/whatsapp/message"
)

// call reads an element of a list of calls.
func (d *decoder) call() {
	m, mark, before := d.received.New(), d.r.Mark(), d.faults()
	d.add(m)
	e := &m.Envelope
	var c message.Call
	var left, inner rest
	for name := range d.r.Object() {
		switch name {
		case "id":
			e.ID = d.r.LooseText()
		case "from":
			e.From.WhatsAppID = known(d.r, &left, name, identity.ParseWhatsAppID)
		case "from_user_id":
			e.From.UserID = known(d.r, &left, name, identity.ParseUserID)
		case "from_parent_user_id":
			e.From.ParentUserID = known(d.r, &left, name, identity.ParseUserID)
		case "to":
			e.To.WhatsAppID = known(d.r, &left, name, identity.ParseWhatsAppID)
		case "to_user_id":
			e.To.UserID = known(d.r, &left, name, identity.ParseUserID)
		case "to_parent_user_id":
			e.To.ParentUserID = known(d.r, &left, name, identity.ParseUserID)
		case "timestamp":
			e.Originated = readSeconds(d.r)
		case "event":
			c.Event = message.CallEvent(strings.ToLower(d.r.Text()))
		case "direction":
			at := d.r.Mark()
			switch d.r.Text() {
			case "USER_INITIATED":
				c.Direction = message.Inbound
			case "BUSINESS_INITIATED":
				c.Direction = message.Outbound
			default:
				left.keep(d.r, name, at)
			}
		case "status":
			c.Outcome = readOutcome(d.r, &left)
		case "start_time":
			c.Started = readSeconds(d.r)
		case "end_time":
			c.Ended = readSeconds(d.r)
		case "duration":
			c.Seconds = d.r.LooseInt64()
		case "session":
			readSession(d.r, &c, &inner)
			left.nest(name, inner)
		default:
			left.read(d.r, name)
		}
	}
	m.Raw = d.r.RawSince(mark)
	d.settleCall(m, c, d.faults() > before)
	if _, ok := m.Message.(message.Call); ok {
		e.Extra = left.extra()
	}
}

// settleCall makes the message of a step of a call.
func (d *decoder) settleCall(m *Received, c message.Call, bad bool) {
	m.Message, m.Envelope.Direction = c, message.Inbound
	if c.Direction == message.Outbound {
		m.Envelope.Direction = message.Outbound
	}
	if bad {
		m.Message = message.Unknown{Raw: storable(m.Raw), Foreign: true}
	}
	if m.Envelope.ID == "" {
		d.r.Report(decorum.Violation{Code: decorum.Required, Path: "/id"})
	}
}

// readOutcome reads how a call ended: a word, or a list with one.
func readOutcome(r *wire.Reader, left *rest) (outcome string) {
	if r.Kind() != wire.Array {
		return strings.ToLower(r.Text())
	}
	mark, n := r.Mark(), 0
	for range r.Array() {
		if n++; n == 1 {
			outcome = strings.ToLower(r.Text())
		}
	}
	if n > 1 {
		left.keep(r, "status", mark)
	}
	return outcome
}

func readSession(r *wire.Reader, c *message.Call, left *rest) {
	for name := range r.Object() {
		switch name {
		case "sdp_type":
			c.SDPType = r.Text()
		case "sdp":
			c.SDP = r.Text()
		default:
			left.read(r, name)
		}
	}
}

// orient turns the envelope of a call by the number of the business: Meta's pages
// do not agree on whom a step is from.
func orient(e *message.Envelope, business identity.WhatsAppID) {
	switch {
	case business.IsZero() || e.From.WhatsAppID == e.To.WhatsAppID:
	case e.From.WhatsAppID == business:
		e.Direction = message.Outbound
	case e.To.WhatsAppID == business:
		e.Direction = message.Inbound
	}
}
