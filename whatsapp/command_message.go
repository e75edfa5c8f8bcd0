package whatsapp

import (
	"time"

	"github.com/decorum-go/decorum/whatsapp/message"
)

// Receive takes in a message from WhatsApp. One that was taken in before changes
// nothing. It opens the window (guide OB2) and asks for an answer (PR1); where no
// interaction is under way it begins one (IN3), and it brings a parked or held one
// back (WB3). Reactions, edits, deletions, welcome requests and notices of the
// system do neither of the last two.
type Receive struct {
	// At is when.
	At time.Time
	// Envelope says who wrote it when; its ID is required. Arrived is set to At where
	// it is zero.
	Envelope message.Envelope
	// Message is the content.
	Message message.Message
	// Channel is the server and the channel that it came through, and the business
	// number: replies go the same way (guide OB1), see [Session.Channel]. It is
	// zero, or whole; zero changes nothing, for a host that has but one.
	Channel OutboundChannel
}

// Name returns "receive".
func (c Receive) Name() string { return "receive" }

// When returns At.
func (c Receive) When() time.Time { return c.At }

// Call takes in a step of a voice call. A call of the customer, and one of the
// business that the customer takes, open the window (guide OB2).
type Call struct {
	// At is when.
	At time.Time
	// Envelope says who called when; its ID, the call's, is required.
	Envelope message.Envelope
	// Call is the step.
	Call message.Call
}

// Name returns "call".
func (c Call) Name() string { return "call" }

// When returns At.
func (c Call) When() time.Time { return c.At }

// DescribeMedia tells more of a file that came in: size, name, type (guide TR10).
type DescribeMedia struct {
	// At is when.
	At time.Time
	// ID is WhatsApp's id of the message that brought it.
	ID string
	// Media is the file as it is known now.
	Media message.Media
}

// Name returns "describe media".
func (c DescribeMedia) Name() string { return "describe media" }

// When returns At.
func (c DescribeMedia) When() time.Time { return c.At }

// ReportStatus takes in what WhatsApp tells of a message of the business. A status
// that comes before [ReportAccepted] stands for it; one of a message that is not
// remembered is kept for the transcript alone. A failure with Meta's error 131047
// shuts the window, and one with 131050 tells that the contact stopped marketing
// messages, as [SetMarketing] does (guide NT8).
type ReportStatus struct {
	// At is when.
	At time.Time
	// Status is how far it came.
	Status DeliveryStatus
	// WAMID is WhatsApp's id of the message; it is required.
	WAMID string
	// LocalID is the biz_opaque_callback_data; "" if there was none.
	LocalID string
	// Error is Meta's error code of a failure; 0 if there is none.
	Error int
	// Reported is the status's own time.
	Reported time.Time
}

// Name returns "report status".
func (c ReportStatus) Name() string { return "report status" }

// When returns At.
func (c ReportStatus) When() time.Time { return c.At }

// SetMarketing takes in that the contact stopped or resumed marketing messages
// (guide NT8).
type SetMarketing struct {
	// At is when.
	At time.Time
	// Stopped: marketing messages are not wanted.
	Stopped bool
}

// Name returns "set marketing".
func (c SetMarketing) Name() string { return "set marketing" }

// When returns At.
func (c SetMarketing) When() time.Time { return c.At }
