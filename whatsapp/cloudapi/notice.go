package cloudapi

import (
	"log/slog"
	"time"

	"github.com/decorum-go/decorum/whatsapp"
	"github.com/decorum-go/decorum/whatsapp/identity"
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
	// Account returns the id of the WhatsApp Business account (WABA); "" from the
	// On-Premises interface.
	Account() string
	// Field returns Meta's name of the subscription, such as "messages"; "" where
	// the webhook does not tell.
	Field() string
	// Sent returns when Meta triggered the webhook; zero where it does not tell.
	Sent() time.Time
	// When returns when it happened what the notice tells of: the message's own time,
	// the status's, and for notices without one that of Sent. Zero where Meta does
	// not tell, or what it tells cannot be read. A host that replays stored webhooks
	// gives it to Command.
	When() time.Time
	// Business returns the number of the business that it is about, with Meta's id
	// of it as PhoneNumberID; zero where it is told of none.
	Business() message.Party
	// Raw returns the JSON of the notice as it was sent: of the message, the status,
	// the value. It is a part of the body.
	Raw() string
	// Conversation returns whose conversation it belongs to; zero for a notice
	// about an account or a template.
	Conversation() Conversation
	// Command returns what the session of the conversation is to be told, for
	// [whatsapp.Policy.Handle], and whether there is such a command. The instant
	// is when the webhook arrived.
	Command(at time.Time) (whatsapp.Command, bool)
	// LogValue returns the field, the account and the length, without content.
	LogValue() slog.Value

	from() *source
	put(header)
}

// A source is what the notices of one change have in common.
type source struct {
	account, field string
	sent           time.Time
	// number and id are those of the business, extra what else is told of it.
	number identity.WhatsAppID
	id     string
	extra  message.Extra
}

// A header is what every notice has.
type header struct {
	source *source
	raw    string
}

// Account returns the id of the WhatsApp Business account (WABA).
func (h *header) Account() string { return h.from().account }

// Field returns Meta's name of the subscription, such as "messages".
func (h *header) Field() string { return h.from().field }

// Sent returns when Meta triggered the webhook.
func (h *header) Sent() time.Time { return h.from().sent }

// When returns when Meta triggered the webhook, since no time of its own is told.
func (h *header) When() time.Time { return h.Sent() }

// Business returns the number of the business that the notice is about.
func (h *header) Business() (p message.Party) {
	s := h.from()
	p.WhatsAppID, p.PhoneNumberID, p.Extra = s.number, s.id, s.extra
	return p
}

// Raw returns the JSON of the notice as it was sent.
func (h *header) Raw() string { return h.raw }

// Conversation returns the zero Conversation.
func (h *header) Conversation() Conversation { return Conversation{} }

// Command returns no command.
func (h *header) Command(time.Time) (whatsapp.Command, bool) { return nil, false }

// LogValue returns the field, the account and the length of the JSON.
func (h *header) LogValue() slog.Value {
	return slog.GroupValue(slog.String("field", h.Field()), slog.String("account", h.Account()), slog.Int("bytes", len(h.raw)))
}

func (h *header) put(to header) { *h = to }

// from returns where the notice is from; that of a notice that a program made
// itself is empty.
func (h *header) from() *source {
	if h.source == nil {
		return new(source)
	}
	return h.source
}
