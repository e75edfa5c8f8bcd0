package whatsapp

import (
	"time"
)

// AddNote adds a note to the history (guide IN4).
type AddNote struct {
	// At is when.
	At time.Time
	// By is the agent, as the host knows them now.
	By Agent
	// Text is the note: at most 4096 bytes.
	Text string
}

// Name returns "note".
func (c AddNote) Name() string { return "note" }

// When returns At.
func (c AddNote) When() time.Time { return c.At }

// SetCaseData changes attached data (guide IN4).
type SetCaseData struct {
	// At is when.
	At time.Time
	// By is the agent, as the host knows them now.
	By Agent
	// Data are the keys to be changed: at most 100, of 64 and 4096 bytes.
	Data []Datum
}

// Name returns "case data".
func (c SetCaseData) Name() string { return "case data" }

// When returns At.
func (c SetCaseData) When() time.Time { return c.At }

// SetContactData changes data of the contact (guide IN5).
type SetContactData struct {
	// At is when.
	At time.Time
	// By is the agent, as the host knows them now.
	By Agent
	// Data are the keys to be changed: at most 100, of 64 and 4096 bytes.
	Data []Datum
}

// Name returns "contact data".
func (c SetContactData) Name() string { return "contact data" }

// When returns At.
func (c SetContactData) When() time.Time { return c.At }

// AssignContact assigns the interaction to a known contact (guide IN5).
type AssignContact struct {
	// At is when.
	At time.Time
	// By is the agent, as the host knows them now.
	By Agent
	// Contact is the host's id of the contact: at most 512 bytes.
	Contact string
}

// Name returns "assign contact".
func (c AssignContact) Name() string { return "assign contact" }

// When returns At.
func (c AssignContact) When() time.Time { return c.At }

// SetDisposition sets the disposition code (guide IN3).
type SetDisposition struct {
	// At is when.
	At time.Time
	// By is the agent, as the host knows them now.
	By Agent
	// Code is the disposition code, at most 512 bytes; "" takes it back.
	Code string
}

// Name returns "disposition".
func (c SetDisposition) Name() string { return "disposition" }

// When returns At.
func (c SetDisposition) When() time.Time { return c.At }
