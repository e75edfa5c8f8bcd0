package esp

import (
	"strings"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/phone"
)

// ValidateContact asks whether a contact uses WhatsApp (guide ES1).
//
// Deprecated: do not rely on the answer. From version 2.45.1 on, WhatsApp's
// On-Premises client calls every number valid, whether it is on WhatsApp or not,
// and the Cloud API has no such question. Send, and mind the error. The type
// stays for strategies that still ask.
type ValidateContact struct {
	// Channel is the name of the server's channel; "" where it has only one.
	Channel string
	// ID is the contact's number as it was typed. Without a plus in front, the
	// country code of the business's own number is put before it (guide ES2).
	ID string
}

// Request returns the request, for the type of application of the messaging
// server. Where the server is named, set AppName.
func (v ValidateContact) Request() Request {
	return Request{
		Service: ServiceMessaging, Method: MethodValidateContact, AppType: AppTypeSocialMS,
		Parameters: List(nil).withText(KeyChannel, v.Channel).With(keyID, Text(v.ID)),
	}
}

// Contact returns the number of an answer to [ValidateContact]: the normalised
// number of a contact that was confirmed, the zero Number for one that was not.
// The error is the fault of the answer, or tells that its Id is missing or is no
// number. A confirmed contact need not be on WhatsApp: see ValidateContact.
func (a Answer) Contact() (phone.Number, error) {
	if err := a.Err(); err != nil {
		return phone.Number{}, err
	}
	e := parameters()
	text := strings.TrimSpace(e.name(a.Parameters, keyID))
	if _, there := a.Parameters.Lookup(keyID); !there {
		e.fault(keyID, decorum.Required, "")
	}
	if err := e.vs.Err(); err != nil || text == "" {
		return phone.Number{}, err
	}
	n, err := phone.Parse(text)
	if err != nil {
		e.join(keyID, violations(err))
		return phone.Number{}, e.vs.Err()
	}
	return n, nil
}

// A ContactCheck asks whoever knows whether a number is on WhatsApp. An error
// makes a fault of the answer: a [Fault] as it is, a [FaultCode] with a message of
// its format, anything else FaultExecution.
type ContactCheck func(channel Channel, number phone.Number) (confirmed bool, err error)

// ValidateContact answers a request to validate a contact (guide ES1, ES2, ES3).
//
// The number is translated by [phone.Translate] with the number of the channel's
// business. Only a number that has a plus in front and is valid in its plan is
// asked for; all others are not confirmed, since their country would be a guess or
// there is no such number. The answer's Id is the normalised number if the check
// confirms it, else "". The answer's Why holds warnings: that the method is
// deprecated, always, and why a number was not asked for.
//
// A request of another service or method, for another application, or with
// incorrect parameters is answered by a fault, and the check is not called. Its
// message names this server and what is wrong, and nothing that the request
// brought. Without a check to call, the fault is FaultExecution.
func (s *Server) ValidateContact(r Request, check ContactCheck) Answer {
	v, vs := s.checker.ValidateContact(r)
	channel, vs := s.addressed(r, v.Channel, vs)
	if vs.HasErrors() {
		return s.refuse(r, vs)
	}
	e := parameters()
	e.vs = vs
	business, _ := channel.Business.Number()
	translation, err := phone.Translate(v.ID, business)
	if err != nil {
		e.join(keyID, violations(err))
		return s.refuse(r, e.vs)
	}
	e.join(keyID, warnings(translation.Check()))
	id := ""
	if translation.OK() {
		if check == nil {
			return s.Refuse(r, FaultExecution)
		}
		confirmed, err := check(channel, translation.Number)
		if err != nil {
			return s.Refuse(r, err)
		}
		if confirmed {
			id = translation.Number.String()
		}
	}
	a := r.Answer(List{{keyID, Text(id)}})
	a.Why = e.vs
	return a
}
