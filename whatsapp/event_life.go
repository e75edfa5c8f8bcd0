package whatsapp

import (
	"math"
	"time"
)

// Queued says that the interaction waits for an agent.
type Queued struct {
	// At is when it happened.
	At time.Time
	// Interaction is its number.
	Interaction int
	// Why it waits.
	Why QueueReason
	// Queue names the queue; "" is the one that it came by.
	Queue string
}

// Name returns "queued".
func (e Queued) Name() string { return "queued" }

// When returns At.
func (e Queued) When() time.Time { return e.At }

func (e Queued) stored() (record, int) { return &e, 1 }

func (e *Queued) fields(f *fields) {
	f.time("at", &e.At)
	f.count("interaction", &e.Interaction, math.MaxInt32)
	f.named("why", (*uint8)(&e.Why), queueReasons[:])
	f.text("queue", &e.Queue)
}

// Offered says that the interaction was offered to an agent.
type Offered struct {
	// At is when it happened.
	At time.Time
	// Agent is the ID of the agent; "" for the desk itself.
	Agent string
	// Until is when the offer expires; zero for never.
	Until time.Time
}

// Name returns "offered".
func (e Offered) Name() string { return "offered" }

// When returns At.
func (e Offered) When() time.Time { return e.At }

func (e Offered) stored() (record, int) { return &e, 1 }

func (e *Offered) fields(f *fields) {
	f.time("at", &e.At)
	f.text("agent", &e.Agent)
	f.time("until", &e.Until)
}

// Accepted says that the agent took the interaction.
type Accepted struct {
	// At is when it happened.
	At time.Time
	// Agent is the ID of the agent; "" for the desk itself.
	Agent string
}

// Name returns "accepted".
func (e Accepted) Name() string { return "accepted" }

// When returns At.
func (e Accepted) When() time.Time { return e.At }

func (e Accepted) stored() (record, int) { return &e, 1 }

func (e *Accepted) fields(f *fields) {
	f.time("at", &e.At)
	f.text("agent", &e.Agent)
}

// Rejected says that the agent refused the interaction; it is back in the queue.
type Rejected struct {
	// At is when it happened.
	At time.Time
	// Agent is the ID of the agent; "" for the desk itself.
	Agent string
}

// Name returns "rejected".
func (e Rejected) Name() string { return "rejected" }

// When returns At.
func (e Rejected) When() time.Time { return e.At }

func (e Rejected) stored() (record, int) { return &e, 1 }

func (e *Rejected) fields(f *fields) {
	f.time("at", &e.At)
	f.text("agent", &e.Agent)
}

// OfferExpired says that the agent did not answer the offer; it is back in the queue.
type OfferExpired struct {
	// At is when it happened.
	At time.Time
	// Agent is the ID of the agent; "" for the desk itself.
	Agent string
}

// Name returns "offer_expired".
func (e OfferExpired) Name() string { return "offer_expired" }

// When returns At.
func (e OfferExpired) When() time.Time { return e.At }

func (e OfferExpired) stored() (record, int) { return &e, 1 }

func (e *OfferExpired) fields(f *fields) {
	f.time("at", &e.At)
	f.text("agent", &e.Agent)
}

// Parked says that the interaction is in a workbin (guide WB1).
type Parked struct {
	// At is when it happened.
	At time.Time
	// Agent is the ID of the agent; "" for the desk itself.
	Agent string
	// Workbin names it.
	Workbin string
}

// Name returns "parked".
func (e Parked) Name() string { return "parked" }

// When returns At.
func (e Parked) When() time.Time { return e.At }

func (e Parked) stored() (record, int) { return &e, 1 }

func (e *Parked) fields(f *fields) {
	f.time("at", &e.At)
	f.text("agent", &e.Agent)
	f.text("workbin", &e.Workbin)
}

// Opened says that the agent took the interaction from workbin or hold.
type Opened struct {
	// At is when it happened.
	At time.Time
	// Agent is the ID of the agent; "" for the desk itself.
	Agent string
}

// Name returns "opened".
func (e Opened) Name() string { return "opened" }

// When returns At.
func (e Opened) When() time.Time { return e.At }

func (e Opened) stored() (record, int) { return &e, 1 }

func (e *Opened) fields(f *fields) {
	f.time("at", &e.At)
	f.text("agent", &e.Agent)
}

// Held says that the interaction is on hold (guide WB4).
type Held struct {
	// At is when it happened.
	At time.Time
	// Agent is the ID of the agent; "" for the desk itself.
	Agent string
	// Queue names the queue in which it is.
	Queue string
}

// Name returns "held".
func (e Held) Name() string { return "held" }

// When returns At.
func (e Held) When() time.Time { return e.At }

func (e Held) stored() (record, int) { return &e, 1 }

func (e *Held) fields(f *fields) {
	f.time("at", &e.At)
	f.text("agent", &e.Agent)
	f.text("queue", &e.Queue)
}

// Done says that the interaction is closed (guide IN3).
type Done struct {
	// At is when it happened.
	At time.Time
	// Agent is the ID of the agent; "" for the desk itself.
	Agent string
	// Interaction is its number.
	Interaction int
	// Disposition is its disposition code; "" for none.
	Disposition string
}

// Name returns "done".
func (e Done) Name() string { return "done" }

// When returns At.
func (e Done) When() time.Time { return e.At }

func (e Done) stored() (record, int) { return &e, 1 }

func (e *Done) fields(f *fields) {
	f.time("at", &e.At)
	f.text("agent", &e.Agent)
	f.count("interaction", &e.Interaction, math.MaxInt32)
	f.text("disposition", &e.Disposition)
}

// Ended says that the server closed the interaction (guide IN8).
type Ended struct {
	// At is when it happened.
	At time.Time
	// Reason is why.
	Reason EndReason
}

// Name returns "ended".
func (e Ended) Name() string { return "ended" }

// When returns At.
func (e Ended) When() time.Time { return e.At }

func (e Ended) stored() (record, int) { return &e, 1 }

func (e *Ended) fields(f *fields) {
	f.time("at", &e.At)
	f.named("reason", (*uint8)(&e.Reason), endReasons[:])
}

// OutboundStarted says that a session was started by the business (guide OB1).
type OutboundStarted struct {
	// At is when it happened.
	At time.Time
	// Agent is the ID of the agent; "" for the desk itself.
	Agent string
	// Interaction is its number.
	Interaction int
	// Channel is where its messages go out.
	Channel OutboundChannel
}

// Name returns "outbound_started".
func (e OutboundStarted) Name() string { return "outbound_started" }

// When returns At.
func (e OutboundStarted) When() time.Time { return e.At }

func (e OutboundStarted) stored() (record, int) { return &e, 1 }

func (e *OutboundStarted) fields(f *fields) {
	f.time("at", &e.At)
	f.text("agent", &e.Agent)
	f.count("interaction", &e.Interaction, math.MaxInt32)
	if f.at("channel", e.Channel == (OutboundChannel{})) {
		f.object(&e.Channel)
	}
}
