package whatsapp

import (
	"time"
)

// Transferred says that the interaction was given away, to an agent or a queue.
type Transferred struct {
	// At is when it happened.
	At time.Time
	// Agent is the ID of the agent; "" for the desk itself.
	Agent string
	// ToAgent is the agent to whom it is offered; "" for a queue.
	ToAgent string
	// ToQueue is the queue; "" for an agent.
	ToQueue string
	// Until is when the offer to an agent expires; zero for never.
	Until time.Time
}

// Name returns "transferred".
func (e Transferred) Name() string { return "transferred" }

// When returns At.
func (e Transferred) When() time.Time { return e.At }

func (e Transferred) stored() (record, int) { return &e, 1 }

func (e *Transferred) fields(f *fields) {
	f.time("at", &e.At)
	f.text("agent", &e.Agent)
	f.text("to_agent", &e.ToAgent)
	f.text("to_queue", &e.ToQueue)
	f.time("until", &e.Until)
}

// ConferenceRequested says that another party is invited (guide IN6).
type ConferenceRequested struct {
	// At is when it happened.
	At time.Time
	// Agent is the ID of the agent; "" for the desk itself.
	Agent string
	// To is who.
	To Target
	// Queue routes to a skill or an agent group; "" for an agent.
	Queue string
	// Attached are the keys for the attached data.
	Attached []Datum
}

// Name returns "conference_requested".
func (e ConferenceRequested) Name() string { return "conference_requested" }

// When returns At.
func (e ConferenceRequested) When() time.Time { return e.At }

func (e ConferenceRequested) stored() (record, int) { return &e, 1 }

func (e *ConferenceRequested) fields(f *fields) {
	f.time("at", &e.At)
	f.text("agent", &e.Agent)
	if f.at("to", e.To == (Target{})) {
		f.object(&e.To)
	}
	f.text("queue", &e.Queue)
	records(f, "attached", &e.Attached)
}

// Joined says that an invited agent takes part.
type Joined struct {
	// At is when it happened.
	At time.Time
	// Agent is the ID of the agent; "" for the desk itself.
	Agent string
}

// Name returns "joined".
func (e Joined) Name() string { return "joined" }

// When returns At.
func (e Joined) When() time.Time { return e.At }

func (e Joined) stored() (record, int) { return &e, 1 }

func (e *Joined) fields(f *fields) {
	f.time("at", &e.At)
	f.text("agent", &e.Agent)
}

// Left says that an agent takes part no more.
type Left struct {
	// At is when it happened.
	At time.Time
	// Agent is the ID of the agent; "" for the desk itself.
	Agent string
	// Owner is who handles the interaction now.
	Owner string
}

// Name returns "left".
func (e Left) Name() string { return "left" }

// When returns At.
func (e Left) When() time.Time { return e.At }

func (e Left) stored() (record, int) { return &e, 1 }

func (e *Left) fields(f *fields) {
	f.time("at", &e.At)
	f.text("agent", &e.Agent)
	f.text("owner", &e.Owner)
}

// ConsultStarted says that the agent asks somebody, unseen by the customer (guide IN6).
type ConsultStarted struct {
	// At is when it happened.
	At time.Time
	// Agent is the ID of the agent; "" for the desk itself.
	Agent string
	// With is who.
	With Target
	// Voice: by telephone, not by instant message.
	Voice bool
}

// Name returns "consult_started".
func (e ConsultStarted) Name() string { return "consult_started" }

// When returns At.
func (e ConsultStarted) When() time.Time { return e.At }

func (e ConsultStarted) stored() (record, int) { return &e, 1 }

func (e *ConsultStarted) fields(f *fields) {
	f.time("at", &e.At)
	f.text("agent", &e.Agent)
	if f.at("with", e.With == (Target{})) {
		f.object(&e.With)
	}
	f.flag("voice", &e.Voice)
}

// ConsultEnded says that the consultation is over.
type ConsultEnded struct {
	// At is when it happened.
	At time.Time
	// Agent is the ID of the agent; "" for the desk itself.
	Agent string
}

// Name returns "consult_ended".
func (e ConsultEnded) Name() string { return "consult_ended" }

// When returns At.
func (e ConsultEnded) When() time.Time { return e.At }

func (e ConsultEnded) stored() (record, int) { return &e, 1 }

func (e *ConsultEnded) fields(f *fields) {
	f.time("at", &e.At)
	f.text("agent", &e.Agent)
}

// Seen says that the agent saw the customer's messages; the host acknowledges ID (guide
// IN9).
type Seen struct {
	// At is when it happened.
	At time.Time
	// Agent is the ID of the agent; "" for the desk itself.
	Agent string
	// ID is the newest message that was not acknowledged.
	ID string
}

// Name returns "seen".
func (e Seen) Name() string { return "seen" }

// When returns At.
func (e Seen) When() time.Time { return e.At }

func (e Seen) stored() (record, int) { return &e, 1 }

func (e *Seen) fields(f *fields) {
	f.time("at", &e.At)
	f.text("agent", &e.Agent)
	f.text("id", &e.ID)
}

// Typing says that the agent writes; the host shows it with ID (guide IN9).
type Typing struct {
	// At is when it happened.
	At time.Time
	// Agent is the ID of the agent; "" for the desk itself.
	Agent string
	// ID is the customer's newest message, which is acknowledged by it.
	ID string
	// Until is when WhatsApp stops showing it.
	Until time.Time
}

// Name returns "typing".
func (e Typing) Name() string { return "typing" }

// When returns At.
func (e Typing) When() time.Time { return e.At }

func (e Typing) stored() (record, int) { return &e, 1 }

func (e *Typing) fields(f *fields) {
	f.time("at", &e.At)
	f.text("agent", &e.Agent)
	f.text("id", &e.ID)
	f.time("until", &e.Until)
}

// Focused says that the agent came to the interaction, or left for another one.
type Focused struct {
	// At is when it happened.
	At time.Time
	// Agent is the ID of the agent; "" for the desk itself.
	Agent string
	// Away: it is no longer the one in front.
	Away bool
}

// Name returns "focused".
func (e Focused) Name() string { return "focused" }

// When returns At.
func (e Focused) When() time.Time { return e.At }

func (e Focused) stored() (record, int) { return &e, 1 }

func (e *Focused) fields(f *fields) {
	f.time("at", &e.At)
	f.text("agent", &e.Agent)
	f.flag("away", &e.Away)
}
