package whatsapp

import (
	"time"

	"github.com/decorum-go/decorum/whatsapp/identity"
)

// Offer offers the interaction to an agent (guide IN1, IN7). [Routing.Route] says
// to whom.
type Offer struct {
	// At is when.
	At time.Time
	// To is the agent, as the host knows them now.
	To Agent
}

// Name returns "offer".
func (c Offer) Name() string { return "offer" }

// When returns At.
func (c Offer) When() time.Time { return c.At }

// Accept takes the interaction that is offered.
type Accept struct {
	// At is when.
	At time.Time
	// By is the agent, as the host knows them now.
	By Agent
}

// Name returns "accept".
func (c Accept) Name() string { return "accept" }

// When returns At.
func (c Accept) When() time.Time { return c.At }

// Reject refuses the interaction that is offered: it goes back into the queue.
type Reject struct {
	// At is when.
	At time.Time
	// By is the agent, as the host knows them now.
	By Agent
}

// Name returns "reject".
func (c Reject) Name() string { return "reject" }

// When returns At.
func (c Reject) When() time.Time { return c.At }

// ExpireOffer takes back an offer whose time is over.
type ExpireOffer struct {
	// At is when.
	At time.Time
}

// Name returns "expire offer".
func (c ExpireOffer) Name() string { return "expire offer" }

// When returns At.
func (c ExpireOffer) When() time.Time { return c.At }

// Park puts the interaction into the workbin (guide WB1).
type Park struct {
	// At is when.
	At time.Time
	// By is the agent, as the host knows them now.
	By Agent
}

// Name returns "park".
func (c Park) Name() string { return "park" }

// When returns At.
func (c Park) When() time.Time { return c.At }

// Open takes the interaction from workbin or hold.
type Open struct {
	// At is when.
	At time.Time
	// By is the agent, as the host knows them now.
	By Agent
}

// Name returns "open".
func (c Open) Name() string { return "open" }

// When returns At.
func (c Open) When() time.Time { return c.At }

// Hold places the interaction on hold (guide WB4).
type Hold struct {
	// At is when.
	At time.Time
	// By is the agent, as the host knows them now.
	By Agent
}

// Name returns "hold".
func (c Hold) Name() string { return "hold" }

// When returns At.
func (c Hold) When() time.Time { return c.At }

// MarkDone closes the interaction (guide IN3).
type MarkDone struct {
	// At is when.
	At time.Time
	// By is the agent, as the host knows them now.
	By Agent
}

// Name returns "done".
func (c MarkDone) Name() string { return "done" }

// When returns At.
func (c MarkDone) When() time.Time { return c.At }

// LogOut takes an agent away: their interaction goes into the workbin or, without
// one, back into the queue (guide WB2).
type LogOut struct {
	// At is when.
	At time.Time
	// By is the agent, as the host knows them now.
	By Agent
}

// Name returns "log out".
func (c LogOut) Name() string { return "log out" }

// When returns At.
func (c LogOut) When() time.Time { return c.At }

// StartOutbound begins a session from the side of the business (guide OB1, OB3,
// OB4). While an interaction is under way it changes nothing: that is the session.
// One that the server ended is under way no more, though it is not done yet.
type StartOutbound struct {
	// At is when.
	At time.Time
	// By is the agent; the zero Agent is a strategy, whose session waits in the
	// queue.
	By Agent
	// Channel is where messages go out: that of the earlier interaction, or one of
	// Channels. Zero is [Session.Channel], but not from other media.
	Channel OutboundChannel
	// FromOtherMedia: from an interaction of another medium.
	FromOtherMedia bool
	// Channels are those on which sessions from other media may start; see
	// [OutboundChannels].
	Channels []OutboundChannel
	// OnPremises: the channel is of the On-Premises kind, which wants the contact to
	// have been checked within ContactCheckLifetime.
	OnPremises bool
	// ContactChecked is when it was; zero for never.
	ContactChecked time.Time
	// Contact is who; from other media, with a telephone number or a WhatsApp id.
	Contact identity.Identity
}

// Name returns "start outbound".
func (c StartOutbound) Name() string { return "start outbound" }

// When returns At.
func (c StartOutbound) When() time.Time { return c.At }

// End is the server closing the interaction (guide IN8).
type End struct {
	// At is when.
	At time.Time
	// Reason is why.
	Reason EndReason
}

// Name returns "end".
func (c End) Name() string { return "end" }

// When returns At.
func (c End) When() time.Time { return c.At }

// Tick does what time alone makes due: see [Policy.Next].
type Tick struct {
	// At is when.
	At time.Time
}

// Name returns "tick".
func (c Tick) Name() string { return "tick" }

// When returns At.
func (c Tick) When() time.Time { return c.At }
