package whatsapp

import (
	"math"
	"time"

	"github.com/decorum-go/decorum/whatsapp/message"
)

// SendRequested says that a message is to go out. The host sends it, with LocalID as
// biz_opaque_callback_data, and reports what became of it.
type SendRequested struct {
	// At is when it happened.
	At time.Time
	// Agent is the ID of the agent; "" for the desk itself.
	Agent string
	// LocalID is the host's id of the message.
	LocalID string
	// Message is what goes out, which may be a notification around the agent's text
	// (guide OB5).
	Message message.Message
	// ReplyTo is the WhatsApp id of the message that it quotes; "" for none.
	ReplyTo string
	// Bot: not a person's message.
	Bot bool
	// Answers: it counts as an answer: it ends a pending response if there is one
	// (guide PR1).
	Answers bool
	// Wrapped: Message is the default notification around a text.
	Wrapped bool
}

// Name returns "send_requested".
func (e SendRequested) Name() string { return "send_requested" }

// When returns At.
func (e SendRequested) When() time.Time { return e.At }

func (e SendRequested) stored() (record, int) { return &e, 1 }

func (e *SendRequested) fields(f *fields) {
	f.time("at", &e.At)
	f.text("agent", &e.Agent)
	f.text("local_id", &e.LocalID)
	f.message(&e.Message)
	f.text("reply_to", &e.ReplyTo)
	f.flag("bot", &e.Bot)
	f.flag("answers", &e.Answers)
	f.flag("wrapped", &e.Wrapped)
}

// SendAccepted says that WhatsApp took a message.
type SendAccepted struct {
	// At is when it happened.
	At time.Time
	// LocalID is the host's id of the message.
	LocalID string
	// WAMID is WhatsApp's id of the message; "" if it is not known.
	WAMID string
}

// Name returns "send_accepted".
func (e SendAccepted) Name() string { return "send_accepted" }

// When returns At.
func (e SendAccepted) When() time.Time { return e.At }

func (e SendAccepted) stored() (record, int) { return &e, 1 }

func (e *SendAccepted) fields(f *fields) {
	f.time("at", &e.At)
	f.text("local_id", &e.LocalID)
	f.text("wamid", &e.WAMID)
}

// SendFailed says that a message did not go out, or did not reach the customer.
type SendFailed struct {
	// At is when it happened.
	At time.Time
	// LocalID is the host's id of the message.
	LocalID string
	// WAMID is WhatsApp's id of the message; "" if it is not known.
	WAMID string
	// Sent is when it was requested; zero if that is not remembered.
	Sent time.Time
	// Answers: it had counted as an answer, so that the customer waits again.
	Answers bool
	// Error is Meta's error code; 0 if there is none.
	Error int
}

// Name returns "send_failed".
func (e SendFailed) Name() string { return "send_failed" }

// When returns At.
func (e SendFailed) When() time.Time { return e.At }

func (e SendFailed) stored() (record, int) { return &e, 1 }

func (e *SendFailed) fields(f *fields) {
	f.time("at", &e.At)
	f.text("local_id", &e.LocalID)
	f.text("wamid", &e.WAMID)
	f.time("sent", &e.Sent)
	f.flag("answers", &e.Answers)
	f.count("error", &e.Error, math.MaxInt32)
}

// AttachmentStaged says that a file was selected and waits for Send (guide AT3).
type AttachmentStaged struct {
	// At is when it happened.
	At time.Time
	// Agent is the ID of the agent; "" for the desk itself.
	Agent string
	// LocalID is the host's id of the message.
	LocalID string
	// Message is the [message.Media].
	Message message.Message
}

// Name returns "attachment_staged".
func (e AttachmentStaged) Name() string { return "attachment_staged" }

// When returns At.
func (e AttachmentStaged) When() time.Time { return e.At }

func (e AttachmentStaged) stored() (record, int) { return &e, 1 }

func (e *AttachmentStaged) fields(f *fields) {
	f.time("at", &e.At)
	f.text("agent", &e.Agent)
	f.text("local_id", &e.LocalID)
	f.message(&e.Message)
}

// AttachmentDropped says that a file that waited for Send was taken away.
type AttachmentDropped struct {
	// At is when it happened.
	At time.Time
	// Agent is the ID of the agent; "" for the desk itself.
	Agent string
	// LocalID is the host's id of the message.
	LocalID string
}

// Name returns "attachment_dropped".
func (e AttachmentDropped) Name() string { return "attachment_dropped" }

// When returns At.
func (e AttachmentDropped) When() time.Time { return e.At }

func (e AttachmentDropped) stored() (record, int) { return &e, 1 }

func (e *AttachmentDropped) fields(f *fields) {
	f.time("at", &e.At)
	f.text("agent", &e.Agent)
	f.text("local_id", &e.LocalID)
}

// ResponseInserted says that a standard response goes out part by part (guide SR1).
type ResponseInserted struct {
	// At is when it happened.
	At time.Time
	// Agent is the ID of the agent; "" for the desk itself.
	Agent string
	// LocalID begins the local ids of the parts: "greeting.0", "greeting.1" …
	LocalID string
	// Parts are the messages in the order in which they go out.
	Parts []message.Message
	// Files: the agent may send files; else only the text goes (guide AT4).
	Files bool
	// Strict: a part waits for the delivery of the one before, not just for its
	// acceptance.
	Strict bool
}

// Name returns "response_inserted".
func (e ResponseInserted) Name() string { return "response_inserted" }

// When returns At.
func (e ResponseInserted) When() time.Time { return e.At }

func (e ResponseInserted) stored() (record, int) { return &e, 1 }

func (e *ResponseInserted) fields(f *fields) {
	f.time("at", &e.At)
	f.text("agent", &e.Agent)
	f.text("local_id", &e.LocalID)
	f.messages("parts", &e.Parts)
	f.flag("files", &e.Files)
	f.flag("strict", &e.Strict)
}

// PartDropped says that an attachment of a standard response was removed before its turn.
type PartDropped struct {
	// At is when it happened.
	At time.Time
	// Agent is the ID of the agent; "" for the desk itself.
	Agent string
	// Part is its index in the response.
	Part int
}

// Name returns "part_dropped".
func (e PartDropped) Name() string { return "part_dropped" }

// When returns At.
func (e PartDropped) When() time.Time { return e.At }

func (e PartDropped) stored() (record, int) { return &e, 1 }

func (e *PartDropped) fields(f *fields) {
	f.time("at", &e.At)
	f.text("agent", &e.Agent)
	f.count("part", &e.Part, math.MaxInt32)
}

// ResponseStopped says that the rest of a standard response does not go out.
type ResponseStopped struct {
	// At is when it happened.
	At time.Time
	// LocalID is the response's.
	LocalID string
	// Part is the index of the first part that does not go out.
	Part int
	// Code is why not: what [Policy.MaySend] found, or "wrong_state" after a failure.
	Code string
}

// Name returns "response_stopped".
func (e ResponseStopped) Name() string { return "response_stopped" }

// When returns At.
func (e ResponseStopped) When() time.Time { return e.At }

func (e ResponseStopped) stored() (record, int) { return &e, 1 }

func (e *ResponseStopped) fields(f *fields) {
	f.time("at", &e.At)
	f.text("local_id", &e.LocalID)
	f.count("part", &e.Part, math.MaxInt32)
	f.text("code", &e.Code)
}
