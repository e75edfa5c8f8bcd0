package whatsapp

import (
	"time"
)

// Transfer gives the interaction away at once (guide IN6): to ToAgent or to
// ToQueue.
type Transfer struct {
	// At is when.
	At time.Time
	// By is the agent, as the host knows them now.
	By Agent
	// ToAgent is an agent, who must be available; the zero Agent for none.
	ToAgent Agent
	// ToQueue names a queue; "" for none.
	ToQueue string
}

// Name returns "transfer".
func (c Transfer) Name() string { return "transfer" }

// When returns At.
func (c Transfer) When() time.Time { return c.At }

// Conference invites an agent, a skill or an agent group (guide IN6). Who comes
// tells so by [Join].
type Conference struct {
	// At is when.
	At time.Time
	// By is the agent, as the host knows them now.
	By Agent
	// To is who is invited.
	To Target
}

// Name returns "conference".
func (c Conference) Name() string { return "conference" }

// When returns At.
func (c Conference) When() time.Time { return c.At }

// Join is an invited agent taking part.
type Join struct {
	// At is when.
	At time.Time
	// By is the agent, as the host knows them now.
	By Agent
}

// Name returns "join".
func (c Join) Name() string { return "join" }

// When returns At.
func (c Join) When() time.Time { return c.At }

// Leave is one of several agents going. If it is the one who handles the
// interaction, the one who joined first handles it now.
type Leave struct {
	// At is when.
	At time.Time
	// By is the agent, as the host knows them now.
	By Agent
}

// Name returns "leave".
func (c Leave) Name() string { return "leave" }

// When returns At.
func (c Leave) When() time.Time { return c.At }

// Consult asks another party beside the session, unseen by the customer.
type Consult struct {
	// At is when.
	At time.Time
	// By is the agent, as the host knows them now.
	By Agent
	// With is who is asked.
	With Target
	// Voice: by telephone; else by instant message.
	Voice bool
}

// Name returns "consult".
func (c Consult) Name() string { return "consult" }

// When returns At.
func (c Consult) When() time.Time { return c.At }

// EndConsult ends the consultation.
type EndConsult struct {
	// At is when.
	At time.Time
	// By is the agent, as the host knows them now.
	By Agent
}

// Name returns "end consult".
func (c EndConsult) Name() string { return "end consult" }

// When returns At.
func (c EndConsult) When() time.Time { return c.At }

// See tells that the agent sees what the customer wrote (guide IN9).
type See struct {
	// At is when.
	At time.Time
	// By is the agent, as the host knows them now.
	By Agent
}

// Name returns "see".
func (c See) Name() string { return "see" }

// When returns At.
func (c See) When() time.Time { return c.At }

// Type tells that the agent writes (guide IN9). While WhatsApp shows it already,
// it changes nothing.
type Type struct {
	// At is when.
	At time.Time
	// By is the agent, as the host knows them now.
	By Agent
}

// Name returns "type".
func (c Type) Name() string { return "type" }

// When returns At.
func (c Type) When() time.Time { return c.At }

// Focus tells that the agent came to the interaction, or left for another one.
type Focus struct {
	// At is when.
	At time.Time
	// By is the agent, as the host knows them now.
	By Agent
	// Away: it is no longer the one in front.
	Away bool
}

// Name returns "focus".
func (c Focus) Name() string { return "focus" }

// When returns At.
func (c Focus) When() time.Time { return c.At }
