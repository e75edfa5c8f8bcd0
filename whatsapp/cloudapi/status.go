package cloudapi

import (
	"strings"
	"time"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/internal/wire"
	"github.com/decorum-go/decorum/whatsapp"
	"github.com/decorum-go/decorum/whatsapp/identity"
	"github.com/decorum-go/decorum/whatsapp/message"
)

// A Status tells how far a message of the business came, or what came of a
// payment.
type Status struct {
	header
	// Contact is whom the message went to. In a group it is the member that the
	// status is about, if it is about one.
	Contact message.Party
	// GroupID names the group that the message went to; "" for none.
	GroupID string
	// WAMID is WhatsApp's id of the message.
	WAMID string
	// LocalID is the host's own id of it (biz_opaque_callback_data).
	LocalID string
	// Word is the status as Meta writes it, such as "delivered", and Type what it is
	// about: "payment", or "" for the message itself.
	Word, Type string
	// Status is what the word means for the message; zero for other words, such as
	// "deleted" of older versions, and for payments.
	Status whatsapp.DeliveryStatus
	// Reported is the status's own time.
	Reported time.Time
	// Billing is the conversation that the message is billed in, Pricing its price.
	Billing Billing
	Pricing Pricing
	// Faults are the reasons why the message failed.
	Faults []message.Fault
	// Extra keeps the members that this version does not know.
	Extra message.Extra
}

// Billing is a conversation in the sense of Meta's price list, which is not a
// [Conversation]. The zero Billing is none.
type Billing struct {
	// ID names it, and Origin is its category, such as "utility".
	ID, Origin string
	// Expires is when it ends; zero where Meta does not tell.
	Expires time.Time
	// Extra keeps the members that this version does not know.
	Extra message.Extra
}

// Pricing is what Meta tells of the price of a message. The zero Pricing is none.
type Pricing struct {
	// Billable: the message costs something.
	Billable bool
	// Model is "PMP", or "CBP" before July 2025; Type "regular",
	// "free_customer_service" or "free_entry_point"; Category such as "utility".
	Model, Type, Category string
	// Extra keeps the members that this version does not know.
	Extra message.Extra
}

// When returns the status's own time.
func (s *Status) When() time.Time { return s.Reported }

// Conversation returns whose conversation the message was sent in.
func (s *Status) Conversation() Conversation {
	return Conversation{Business: s.Business(), Contact: s.Contact, GroupID: s.GroupID}
}

// Command returns a [whatsapp.ReportStatus], unless the word is none of a
// message's.
func (s *Status) Command(at time.Time) (whatsapp.Command, bool) {
	if s.Status == 0 {
		return nil, false
	}
	c := whatsapp.ReportStatus{At: at, Status: s.Status, WAMID: s.WAMID, LocalID: s.LocalID, Reported: s.Reported}
	if len(s.Faults) > 0 {
		c.Error = errorCode(&s.Faults[0])
	}
	return c, true
}

// status reads an element of a list of statuses.
func (d *decoder) status() {
	s, mark := d.statuses.next(d.guess-len(d.list)), d.r.Mark()
	var to recipient
	var left rest
	for name := range d.r.Object() {
		switch name {
		case "id":
			s.WAMID = d.r.LooseText()
		case "status":
			s.Word = d.r.Text()
		case "type":
			if s.Type = d.r.Text(); s.Type == "message" { // On-Premises
				s.Type = ""
			}
		case "timestamp":
			s.Reported = readSeconds(&d.r, &left, name)
		case "recipient_id":
			to.id.read(&d.r)
		case "recipient_participant_id":
			to.participant.read(&d.r)
		case "recipient_type":
			at := d.r.Mark()
			if to.group = d.r.Text() == "group"; !to.group {
				left.keep(&d.r, name, at)
			}
		case "recipient_user_id":
			s.Contact.UserID = known(&d.r, &left, name, identity.ParseUserID)
		case "recipient_parent_user_id", "parent_recipient_user_id":
			s.Contact.ParentUserID = known(&d.r, &left, name, identity.ParseUserID)
		case "biz_opaque_callback_data":
			s.LocalID = d.r.Text()
		case "conversation":
			s.Billing = readBilling(&d.r)
		case "pricing":
			s.Pricing = readPricing(&d.r)
		case "errors":
			s.Faults = readFaults(&d.r)
		default:
			left.read(&d.r, name)
		}
	}
	s.header = d.head(mark)
	if s.WAMID == "" || s.Word == "" {
		d.r.Report(decorum.Violation{Code: decorum.Required, Want: "an id and a status"})
		d.keep("statuses", mark)
		return
	}
	d.settleStatus(s, &to, &left)
}

// settleStatus delivers a status that was read.
func (d *decoder) settleStatus(s *Status, to *recipient, left *rest) {
	contact, name := &to.id, "recipient_id"
	if to.group {
		s.GroupID, contact, name = to.id.text, &to.participant, "recipient_participant_id"
	} else if to.participant.raw != "" {
		*left = append(*left, wire.Member{Name: "recipient_participant_id", Value: to.participant.raw})
	}
	id, err := identity.ParseWhatsAppID(contact.text)
	if err == nil {
		s.Contact.WhatsAppID = id
	} else if contact.text != "" {
		*left = append(*left, wire.Member{Name: name, Value: contact.raw})
		d.r.Report(decorum.Violation{Code: decorum.Malformed, Path: "/" + name, Want: "an id of WhatsApp"})
	}
	s.Extra = left.extra()
	if s.Type == "call" {
		d.callStatus(s)
		return
	}
	if s.Type == "" {
		s.Status = deliveryStatus(s.Word)
	}
	d.add(s)
}

// A recipient is whom a status is about, before it is known whether that is a
// group.
type recipient struct {
	id, participant told
	group           bool
}

// told is an id as it was written.
type told struct{ text, raw string }

func (t *told) read(r *wire.Reader) {
	mark := r.Mark()
	t.text = r.LooseText()
	t.raw = r.RawSince(mark)
}

// callStatus delivers a status of a call of the business as a step of the call.
func (d *decoder) callStatus(s *Status) {
	m := d.received.next(d.guess - len(d.list))
	m.header, m.id, m.direction, m.contact, m.group, m.originated = s.header, s.WAMID, message.Outbound, s.Contact, s.GroupID, s.Reported
	if m.extra = s.Extra; s.LocalID != "" {
		m.extra = withLocalID(s)
	}
	m.Message = message.Call{Event: message.CallEvent(strings.ToLower(s.Word)), Direction: message.Outbound}
	d.add(m)
}

// withLocalID puts the host's own id of a call beside what else is left: an
// envelope has no place for it.
func withLocalID(s *Status) message.Extra {
	var left rest
	left.text("biz_opaque_callback_data", s.LocalID)
	r := wire.NewStringReader(string(s.Extra), wire.Limits{})
	for range r.Object() {
		for name := range r.Object() {
			left.read(r, name)
		}
	}
	return left.extra()
}

func deliveryStatus(word string) whatsapp.DeliveryStatus {
	switch word {
	case "sent":
		return whatsapp.StatusSent
	case "delivered":
		return whatsapp.StatusDelivered
	case "read":
		return whatsapp.StatusRead
	case "played":
		return whatsapp.StatusPlayed
	case "failed":
		return whatsapp.StatusFailed
	}
	return 0
}
