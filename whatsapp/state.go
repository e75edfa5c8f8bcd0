package whatsapp

import (
	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/internal/enum"
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

// ParseState reads what [State.String] writes. Anything else is
// [decorum.Unknown].
func ParseState(s string) (State, error) { return enum.Parse[State](stateNames[:], s) }

// AppendText appends what [State.String] returns. It fails with
// [decorum.Unknown] for a value that is none.
func (s State) AppendText(dst []byte) ([]byte, error) { return enum.Append(dst, stateNames[:], s) }

// MarshalText returns what [State.AppendText] appends.
func (s State) MarshalText() ([]byte, error) { return s.AppendText(nil) }

// UnmarshalText reads what [ParseState] reads.
func (s *State) UnmarshalText(text []byte) error { return enum.Read(stateNames[:], s, text) }

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
func (q QueueReason) String() string { return enum.Of(queueReasons[:], q) }

// ParseQueueReason reads what [QueueReason.String] writes. Anything else is
// [decorum.Unknown].
func ParseQueueReason(s string) (QueueReason, error) {
	return enum.Parse[QueueReason](queueReasons[:], s)
}

// AppendText appends what [QueueReason.String] returns. It fails with
// [decorum.Unknown] for a value that is none.
func (q QueueReason) AppendText(dst []byte) ([]byte, error) {
	return enum.Append(dst, queueReasons[:], q)
}

// MarshalText returns what [QueueReason.AppendText] appends.
func (q QueueReason) MarshalText() ([]byte, error) { return q.AppendText(nil) }

// UnmarshalText reads what [ParseQueueReason] reads; an empty text is the
// zero QueueReason.
func (q *QueueReason) UnmarshalText(text []byte) error { return enum.Read(queueReasons[:], q, text) }

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
func (r EndReason) String() string { return enum.Of(endReasons[:], r) }

// ParseEndReason reads what [EndReason.String] writes. Anything else is
// [decorum.Unknown].
func ParseEndReason(s string) (EndReason, error) { return enum.Parse[EndReason](endReasons[:], s) }

// AppendText appends what [EndReason.String] returns. It fails with
// [decorum.Unknown] for a value that is none.
func (r EndReason) AppendText(dst []byte) ([]byte, error) { return enum.Append(dst, endReasons[:], r) }

// MarshalText returns what [EndReason.AppendText] appends.
func (r EndReason) MarshalText() ([]byte, error) { return r.AppendText(nil) }

// UnmarshalText reads what [ParseEndReason] reads; an empty text is the zero
// EndReason.
func (r *EndReason) UnmarshalText(text []byte) error { return enum.Read(endReasons[:], r, text) }

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
func (d DeliveryStatus) String() string { return enum.Of(deliveryNames[:], d) }

// ParseDeliveryStatus reads what [DeliveryStatus.String] writes. Anything
// else is [decorum.Unknown].
func ParseDeliveryStatus(s string) (DeliveryStatus, error) {
	return enum.Parse[DeliveryStatus](deliveryNames[:], s)
}

// AppendText appends what [DeliveryStatus.String] returns. It fails with
// [decorum.Unknown] for a value that is none.
func (d DeliveryStatus) AppendText(dst []byte) ([]byte, error) {
	return enum.Append(dst, deliveryNames[:], d)
}

// MarshalText returns what [DeliveryStatus.AppendText] appends.
func (d DeliveryStatus) MarshalText() ([]byte, error) { return d.AppendText(nil) }

// UnmarshalText reads what [ParseDeliveryStatus] reads; an empty text is the
// zero DeliveryStatus.
func (d *DeliveryStatus) UnmarshalText(text []byte) error {
	return enum.Read(deliveryNames[:], d, text)
}

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
func (k TargetKind) String() string { return enum.Of(targetKinds[:], k) }

// ParseTargetKind reads what [TargetKind.String] writes. Anything else is
// [decorum.Unknown].
func ParseTargetKind(s string) (TargetKind, error) { return enum.Parse[TargetKind](targetKinds[:], s) }

// AppendText appends what [TargetKind.String] returns. It fails with
// [decorum.Unknown] for a value that is none.
func (k TargetKind) AppendText(dst []byte) ([]byte, error) {
	return enum.Append(dst, targetKinds[:], k)
}

// MarshalText returns what [TargetKind.AppendText] appends.
func (k TargetKind) MarshalText() ([]byte, error) { return k.AppendText(nil) }

// UnmarshalText reads what [ParseTargetKind] reads; an empty text is the zero
// TargetKind.
func (k *TargetKind) UnmarshalText(text []byte) error { return enum.Read(targetKinds[:], k, text) }

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
