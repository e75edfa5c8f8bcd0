package whatsapp

import (
	"time"

	"github.com/decorum-go/decorum/whatsapp/message"
)

// SendMessage sends a message, as [Policy.MaySend] allows it: as it is, or as a
// notification.
type SendMessage struct {
	// At is when.
	At time.Time
	// By is the agent, as the host knows them now.
	By Agent
	// LocalID is the host's id of the message: new, and 1 to 512 bytes.
	LocalID string
	// Message is what is to be sent.
	Message message.Message
	// ReplyTo is the WhatsApp id of a message to quote; "" for none.
	ReplyTo string
	// HeaderChanged: the agent changed the file in the header of the structured
	// message (guide AT4).
	HeaderChanged bool
	// Bot: a program sends, not an agent: whoever handles the interaction, and without
	// privileges.
	Bot bool
}

// Name returns "send".
func (c SendMessage) Name() string { return "send" }

// When returns At.
func (c SendMessage) When() time.Time { return c.At }

// ReportAccepted tells that WhatsApp took a message: the host's request was
// answered.
type ReportAccepted struct {
	// At is when.
	At time.Time
	// LocalID is the host's id of the message.
	LocalID string
	// WAMID is WhatsApp's id of the message.
	WAMID string
}

// Name returns "report accepted".
func (c ReportAccepted) Name() string { return "report accepted" }

// When returns At.
func (c ReportAccepted) When() time.Time { return c.At }

// ReportFailed tells that a request to send a message failed for good. Meta's
// errors 131047 and 131050 count as for [ReportStatus].
type ReportFailed struct {
	// At is when.
	At time.Time
	// LocalID is the host's id of the message.
	LocalID string
	// Error is Meta's error code; 0 if there is none.
	Error int
}

// Name returns "report failed".
func (c ReportFailed) Name() string { return "report failed" }

// When returns At.
func (c ReportFailed) When() time.Time { return c.At }

// StageAttachment selects a file: with two-step upload it waits for
// [SendAttachment], else it is sent (guide AT3).
type StageAttachment struct {
	// At is when.
	At time.Time
	// By is the agent, as the host knows them now.
	By Agent
	// LocalID is the host's id of the message: new, and 1 to 512 bytes.
	LocalID string
	// Media is the file, uploaded or on the web.
	Media message.Media
}

// Name returns "stage attachment".
func (c StageAttachment) Name() string { return "stage attachment" }

// When returns At.
func (c StageAttachment) When() time.Time { return c.At }

// SendAttachment sends a file that waits.
type SendAttachment struct {
	// At is when.
	At time.Time
	// By is the agent, as the host knows them now.
	By Agent
	// LocalID is the host's id of the message.
	LocalID string
}

// Name returns "send attachment".
func (c SendAttachment) Name() string { return "send attachment" }

// When returns At.
func (c SendAttachment) When() time.Time { return c.At }

// DropAttachment takes away a file that waits.
type DropAttachment struct {
	// At is when.
	At time.Time
	// By is the agent, as the host knows them now.
	By Agent
	// LocalID is the host's id of the message.
	LocalID string
}

// Name returns "drop attachment".
func (c DropAttachment) Name() string { return "drop attachment" }

// When returns At.
func (c DropAttachment) When() time.Time { return c.At }

// InsertResponse sends a standard response part by part (guide SR1): its text and
// then its files, or a structured message alone. Files that the agent may not send
// are left out (AT4).
type InsertResponse struct {
	// At is when.
	At time.Time
	// By is the agent, as the host knows them now.
	By Agent
	// LocalID is new, and 1 to 500 bytes; the parts' own are it, ".", and their
	// indexes.
	LocalID string
	// Parts are the messages, field codes filled in; at most 32.
	Parts []message.Message
}

// Name returns "insert standard response".
func (c InsertResponse) Name() string { return "insert standard response" }

// When returns At.
func (c InsertResponse) When() time.Time { return c.At }

// RemovePart removes a file of the standard response that has not been sent.
type RemovePart struct {
	// At is when.
	At time.Time
	// By is the agent, as the host knows them now.
	By Agent
	// Part is its index.
	Part int
}

// Name returns "remove part".
func (c RemovePart) Name() string { return "remove part" }

// When returns At.
func (c RemovePart) When() time.Time { return c.At }
