package whatsapp

import (
	"time"
)

// NoteAdded says that a note was added to the history (guide IN4).
type NoteAdded struct {
	// At is when it happened.
	At time.Time
	// Agent is the ID of the agent; "" for the desk itself.
	Agent string
	// Text is the note.
	Text string
}

// Name returns "note_added".
func (e NoteAdded) Name() string { return "note_added" }

// When returns At.
func (e NoteAdded) When() time.Time { return e.At }

func (e NoteAdded) stored() (record, int) { return &e, 1 }

func (e *NoteAdded) fields(f *fields) {
	f.time("at", &e.At)
	f.text("agent", &e.Agent)
	f.text("text", &e.Text)
}

// CaseDataSet says that attached data were changed (guide IN4).
type CaseDataSet struct {
	// At is when it happened.
	At time.Time
	// Agent is the ID of the agent; "" for the desk itself.
	Agent string
	// Data are the changed ones.
	Data []Datum
}

// Name returns "case_data_set".
func (e CaseDataSet) Name() string { return "case_data_set" }

// When returns At.
func (e CaseDataSet) When() time.Time { return e.At }

func (e CaseDataSet) stored() (record, int) { return &e, 1 }

func (e *CaseDataSet) fields(f *fields) {
	f.time("at", &e.At)
	f.text("agent", &e.Agent)
	records(f, "data", &e.Data)
}

// ContactDataSet says that data of the contact were changed (guide IN5).
type ContactDataSet struct {
	// At is when it happened.
	At time.Time
	// Agent is the ID of the agent; "" for the desk itself.
	Agent string
	// Data are the changed ones.
	Data []Datum
}

// Name returns "contact_data_set".
func (e ContactDataSet) Name() string { return "contact_data_set" }

// When returns At.
func (e ContactDataSet) When() time.Time { return e.At }

func (e ContactDataSet) stored() (record, int) { return &e, 1 }

func (e *ContactDataSet) fields(f *fields) {
	f.time("at", &e.At)
	f.text("agent", &e.Agent)
	records(f, "data", &e.Data)
}

// ContactAssigned says that the interaction was assigned to a known contact (guide IN5).
type ContactAssigned struct {
	// At is when it happened.
	At time.Time
	// Agent is the ID of the agent; "" for the desk itself.
	Agent string
	// Contact is the host's id of the contact.
	Contact string
}

// Name returns "contact_assigned".
func (e ContactAssigned) Name() string { return "contact_assigned" }

// When returns At.
func (e ContactAssigned) When() time.Time { return e.At }

func (e ContactAssigned) stored() (record, int) { return &e, 1 }

func (e *ContactAssigned) fields(f *fields) {
	f.time("at", &e.At)
	f.text("agent", &e.Agent)
	f.text("contact", &e.Contact)
}

// DispositionSet says that the disposition code was set or, if empty, taken back.
type DispositionSet struct {
	// At is when it happened.
	At time.Time
	// Agent is the ID of the agent; "" for the desk itself.
	Agent string
	// Code is the disposition code.
	Code string
}

// Name returns "disposition_set".
func (e DispositionSet) Name() string { return "disposition_set" }

// When returns At.
func (e DispositionSet) When() time.Time { return e.At }

func (e DispositionSet) stored() (record, int) { return &e, 1 }

func (e *DispositionSet) fields(f *fields) {
	f.time("at", &e.At)
	f.text("agent", &e.Agent)
	f.text("code", &e.Code)
}
