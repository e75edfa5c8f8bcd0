package whatsapp

import (
	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/whatsapp/identity"
)

// State is where an interaction is (guide IN, WB). The zero State: none is under
// way.
type State uint8

// The states.
const (
	// StateIdle: no interaction is under way.
	StateIdle State = iota
	// StateQueued: it waits to be offered to an agent.
	StateQueued
	// StateOffered: it is offered to one agent, who has not answered.
	StateOffered
	// StateActive: an agent handles it.
	StateActive
	// StateParked: it is in a workbin.
	StateParked
	// StateHeld: it is on hold.
	StateHeld
	// StateEnded: the server ended it; it is still open at the agent.
	StateEnded
)

var stateNames = [...]string{"idle", "queued", "offered", "active", "parked", "held", "ended"}

// String returns "idle", "queued", "offered", "active", "parked", "held" or
// "ended".
func (s State) String() string {
	if int(s) >= len(stateNames) {
		return stateNames[0]
	}
	return stateNames[s]
}

// QueueReason is why an interaction waits for an agent. The zero QueueReason is
// none.
type QueueReason uint8

// The reasons.
const (
	// QueuedNew: the customer wrote while no interaction was under way.
	QueuedNew QueueReason = iota + 1
	// QueuedWritten: the customer wrote into a parked or held one (guide WB3).
	QueuedWritten
	// QueuedLoggedOut: its agent logged out, and no workbin is configured.
	QueuedLoggedOut
)

var queueReasons = [...]string{"", "new", "written", "logged_out"}

// String returns "new", "written" or "logged_out"; "" for none.
func (q QueueReason) String() string { return nameOf(queueReasons[:], uint8(q)) }

// EndReason is why the server ended an interaction. The zero EndReason is not
// told.
type EndReason uint8

// The reasons.
const (
	// EndIdle: nobody wrote for too long.
	EndIdle EndReason = iota + 1
	// EndWorkflow: a strategy ended it.
	EndWorkflow
	// EndShutdown: the server went down.
	EndShutdown
)

var endReasons = [...]string{"", "idle", "workflow", "shutdown"}

// String returns "idle", "workflow" or "shutdown"; "" for none.
func (r EndReason) String() string { return nameOf(endReasons[:], uint8(r)) }

// DeliveryStatus is how far WhatsApp says that a message came. The zero
// DeliveryStatus is none.
type DeliveryStatus uint8

// The statuses, in the order of a message's way (guide TR13).
const (
	StatusSent DeliveryStatus = iota + 1
	StatusDelivered
	StatusRead
	StatusPlayed
	StatusFailed
)

var deliveryNames = [...]string{"", "sent", "delivered", "read", "played", "failed"}

// String returns "sent", "delivered", "read", "played" or "failed"; "" for none.
func (d DeliveryStatus) String() string { return nameOf(deliveryNames[:], uint8(d)) }

// TargetKind is what another party is. The zero TargetKind is none.
type TargetKind uint8

// The kinds.
const (
	TargetAgent TargetKind = iota + 1
	TargetQueue
	TargetSkill
	TargetAgentGroup
)

var targetKinds = [...]string{"", "agent", "queue", "skill", "agent_group"}

// String returns "agent", "queue", "skill" or "agent_group"; "" for none.
func (k TargetKind) String() string { return nameOf(targetKinds[:], uint8(k)) }

// A Target is another party: who is consulted or invited. The zero Target is
// nobody.
type Target struct {
	Kind TargetKind
	// Name is the agent's ID, or the name of the queue, the skill or the group.
	Name string
}

func (t *Target) fields(f *fields) {
	f.named("kind", (*uint8)(&t.Kind), targetKinds[:])
	f.text("name", &t.Name)
}

// A Datum is a key of attached data or of a contact, and its value.
type Datum struct {
	Key, Value string
}

func (d *Datum) fields(f *fields) {
	f.text("key", &d.Key)
	f.text("value", &d.Value)
}

func nameOf(names []string, i uint8) string {
	if int(i) >= len(names) {
		return ""
	}
	return names[i]
}

func (c *OutboundChannel) fields(f *fields) {
	f.text("server", &c.Server)
	f.text("channel", &c.Channel)
	business := c.Business.String()
	f.text("business", &business)
	if f.r != nil && business != "" {
		id, err := identity.ParseWhatsAppID(business)
		for v := range decorum.All(err) {
			v.Span = decorum.Span{}
			f.r.Report(v)
		}
		c.Business = id
	}
}
