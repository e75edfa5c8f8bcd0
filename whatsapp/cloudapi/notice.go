package cloudapi

import (
	"log/slog"
	"time"

	"github.com/decorum-go/decorum/whatsapp"
	"github.com/decorum-go/decorum/whatsapp/message"
)

// A Notice is one thing that a webhook tells. It is a sealed union of pointers to
// the types of this package:
//
//	*Received          a message, an echo, a message of the history, a step of a call
//	*Status            how far a message of the business came
//	*Preference        the contact stopped or resumed marketing messages
//	*UserIDUpdate      the contact has another user id
//	*Profile           a contact that no other notice is about
//	*HistoryProgress   how much of an older conversation has been passed on
//	*Fault             an error that belongs to no message
//	*TemplateStatus    Meta's approval of a template changed
//	*TemplateQuality   its quality changed
//	*TemplateCategory  its category changed, or will
//	*AccountUpdate     the account was changed, restricted, banned …
//	*AccountAlert      Meta warns of something
//	*AccountReview     the account was reviewed
//	*NumberQuality     the limit of a number changed
//	*NumberName        the display name of a number was decided on
//	*Capability        how much the business may send changed
//	*Other             all else, as raw JSON
//
// A notice is not changed by this package once Decode has returned it.
type Notice interface {
	// Head returns where the notice stood.
	Head() Header
	// Conversation returns whose conversation it belongs to; zero for a notice
	// about an account or a template.
	Conversation() Conversation
	// Command returns what the session of the conversation is to be told, for
	// [whatsapp.Policy.Handle], and whether there is such a command. The instant
	// is when the webhook arrived.
	Command(at time.Time) (whatsapp.Command, bool)
	// LogValue returns the field, the account and the length, without content.
	LogValue() slog.Value

	header() *Header
}

// A Header says where in a webhook a notice stood.
type Header struct {
	// Account is the id of the WhatsApp Business account (WABA); "" from the
	// On-Premises interface.
	Account string
	// Field is Meta's name of the subscription, such as "messages"; "" where the
	// webhook does not tell.
	Field string
	// Sent is when Meta triggered the webhook; zero where it does not tell.
	Sent time.Time
	// Raw is the JSON of the notice as it was sent: of the message, the status, the
	// value. It is a part of the body.
	Raw string
}

// Head returns the header.
func (h *Header) Head() Header { return *h }

// Conversation returns the zero Conversation.
func (h *Header) Conversation() Conversation { return Conversation{} }

// Command returns no command.
func (h *Header) Command(time.Time) (whatsapp.Command, bool) { return nil, false }

// LogValue returns the field, the account and the length of the JSON.
func (h *Header) LogValue() slog.Value {
	return slog.GroupValue(slog.String("field", h.Field), slog.String("account", h.Account), slog.Int("bytes", len(h.Raw)))
}

func (h *Header) header() *Header { return h }

// A Conversation says which session a notice is for: that of the contact with
// the number of the business. A group is a conversation of its own, in which the
// contact is who wrote or received.
type Conversation struct {
	// Business is the number of the business: PhoneNumberID is Meta's id of it.
	Business message.Party
	// Contact is the other side, with the name that it has on WhatsApp. A contact
	// may be known by a WhatsApp id, by a user id, or by both.
	Contact message.Party
	// GroupID names the group; "" for a conversation of two.
	GroupID string
}

// IsZero reports whether the notice belongs to no conversation.
func (c Conversation) IsZero() bool { return c == Conversation{} }

// LogValue returns both sides as they may be logged.
func (c Conversation) LogValue() slog.Value {
	return slog.GroupValue(
		slog.String("phone_number_id", c.Business.PhoneNumberID), slog.Any("contact", c.Contact.LogValue()), slog.Bool("group", c.GroupID != ""),
	)
}
