package cloudapi

import (
	"github.com/decorum-go/decorum/internal/wire"
	"github.com/decorum-go/decorum/whatsapp/identity"
	"github.com/decorum-go/decorum/whatsapp/message"
)

// A ContactStatus is what the On-Premises interface answers of a number. The set
// is open: an unknown status is kept as it is.
type ContactStatus string

// The statuses.
const (
	// ContactValid: the number has a WhatsApp account.
	ContactValid ContactStatus = "valid"
	// ContactInvalid: it has none, or is no number.
	ContactInvalid ContactStatus = "invalid"
	// ContactProcessing: the answer is not known yet; ask again.
	ContactProcessing ContactStatus = "processing"
	// ContactFailed: the check failed.
	ContactFailed ContactStatus = "failed"
)

// A ContactAnswer tells whether a number that was asked for has a WhatsApp
// account (guide ES1).
type ContactAnswer struct {
	// Input is the number as it was asked for.
	Input string
	// Status is the answer.
	Status ContactStatus
	// WhatsAppID is the account; zero where there is none.
	WhatsAppID identity.WhatsAppID
	// Extra keeps the members that this version does not know.
	Extra message.Extra
}

// ContactAnswers are the answer to a check of contacts.
type ContactAnswers struct {
	// Contacts are the answers, in the order of the numbers asked for.
	Contacts []ContactAnswer
	// Faults are the errors that the interface tells.
	Faults []message.Fault
	// Extra keeps the members that this version does not know.
	Extra message.Extra
}

// DecodeContacts reads the answer of the old On-Premises interface to
// POST /v1/contacts. The error is an *[decorum.Error] with all that is wrong;
// what could be read is returned beside it, and a contact that could not is left
// out.
func DecodeContacts(body []byte) (ContactAnswers, error) {
	bounds := sentLimits()
	bounds.Bytes = MaxBody
	r := wire.NewReader(body, bounds)
	r.SkipNulls()
	var a ContactAnswers
	var left rest
	for name := range r.Object() {
		switch name {
		case "contacts":
			for range r.Array() {
				before := recorded(r)
				readContactAnswer(r, wire.Grow(&a.Contacts))
				if recorded(r) > before {
					a.Contacts = a.Contacts[:len(a.Contacts)-1]
				}
			}
		case "errors":
			a.Faults = readFaults(r)
		default:
			left.read(r, name)
		}
	}
	a.Extra = left.extra()
	err := r.Done()
	if r.Err() != nil {
		return ContactAnswers{}, err
	}
	return a, err
}

func readContactAnswer(r *wire.Reader, a *ContactAnswer) {
	var left rest
	for name := range r.Object() {
		switch name {
		case "input":
			a.Input = r.LooseText()
		case "status":
			a.Status = ContactStatus(r.Text())
		case "wa_id":
			a.WhatsAppID = party(r, &left, name, identity.ParseWhatsAppID)
		default:
			left.read(r, name)
		}
	}
	a.Extra = left.extra()
}
