package esp

import (
	"strconv"
	"time"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/whatsapp"
	"github.com/decorum-go/decorum/whatsapp/identity"
	"github.com/decorum-go/decorum/whatsapp/message"
)

// An Invitation is a request to start a session that a server has taken up: with
// the channel and the queue that it means.
type Invitation struct {
	// Channel is where messages go out.
	Channel whatsapp.OutboundChannel
	// Contact is who is invited.
	Contact identity.Identity
	// StandardResponseID names the standard response to send; "" for none.
	StandardResponseID string
	// Queue is where the session enters the workflow.
	Queue QueueKey
	// TerminateSession: the session that the request starts ends at once.
	TerminateSession bool
	// OnPremises is the channel's.
	OnPremises bool
	// Warnings tell of ids that no numbering plan has.
	Warnings decorum.Violations
}

// A Start is what a host adds to an Invitation to begin the session.
type Start struct {
	// At is when.
	At time.Time
	// Session is the contact's with the business; the zero Session is a new one.
	Session whatsapp.Session
	// ContactChecked is when the contact was last checked; zero for never. Only
	// channels of the On-Premises kind ask (guide OB4).
	ContactChecked time.Time
	// LocalID is the host's id of what is sent, 1 to 500 bytes; the messages' own
	// are it, ".", and their indexes.
	LocalID string
	// Messages are those of the standard response, field codes filled in: a text and
	// then its files, or a structured message alone.
	Messages []message.Message
}

// Commands returns what a policy is asked to handle, one after the other: to start
// the session, to send each message, and to end the session again if the request
// says so and the session was begun by it. Since WhatsApp keeps no order, a message
// after the first is to be handled when the one before was accepted (guide SR1).
// Outside of the 24 hours the policy lets only a notification through.
//
// The error tells of an invitation with a standard response that comes without
// messages, of messages without a response, and of messages without a LocalID.
func (i Invitation) Commands(s Start) ([]whatsapp.Command, error) {
	var vs decorum.Violations
	fault := func(path string, code decorum.Code) {
		vs = vs.Add(decorum.Violation{Code: code, Severity: decorum.SeverityError, Path: path})
	}
	switch wanted := i.StandardResponseID != ""; {
	case wanted && len(s.Messages) == 0:
		fault("/messages", decorum.Required)
	case !wanted && len(s.Messages) > 0:
		fault("/messages", decorum.Unexpected)
	case wanted && s.LocalID == "":
		fault("/local_id", decorum.Required)
	}
	if err := vs.Err(); err != nil {
		return nil, err
	}
	commands := []whatsapp.Command{whatsapp.StartOutbound{
		At: s.At, Channel: i.Channel, Contact: i.Contact, OnPremises: i.OnPremises, ContactChecked: s.ContactChecked,
	}}
	for n, m := range s.Messages {
		commands = append(commands, whatsapp.SendMessage{
			At: s.At, LocalID: s.LocalID + "." + strconv.Itoa(n), Message: m, Bot: true,
		})
	}
	begins := s.Session.State() == whatsapp.StateIdle || s.Session.State() == whatsapp.StateEnded
	if i.TerminateSession && begins {
		commands = append(commands, whatsapp.End{At: s.At, Reason: whatsapp.EndWorkflow})
	}
	return commands, nil
}
