package transcript

import (
	"github.com/decorum-go/decorum/internal/enum"
	"github.com/decorum-go/decorum/whatsapp"
	"github.com/decorum-go/decorum/whatsapp/message"
)

// A State is how far a message of the business came (guide TR13). States compare:
// the greater one is the later. The zero State is that of messages of the customer.
type State uint8

// The states, in the order of a message's way.
const (
	// Queued: it was requested.
	Queued State = iota + 1
	// Accepted: WhatsApp took it.
	Accepted
	// Sent: it left for the customer.
	Sent
	// Delivered: it is on the customer's phone.
	Delivered
	// Read: the customer has seen it.
	Read
	// Played: the customer has listened to it.
	Played
	// Failed: it did not go out, or did not reach the customer.
	Failed
)

var states = [...]string{"", "queued", "accepted", "sent", "delivered", "read", "played", "failed"}

// String returns "queued", "accepted", "sent", "delivered", "read", "played" or
// "failed"; "" for none.
func (s State) String() string { return enum.Of(states[:], s) }

// ParseState reads what [State.String] writes. Anything else is
// [decorum.Unknown].
func ParseState(s string) (State, error) { return enum.Parse[State](states[:], s) }

// AppendText appends what [State.String] returns. It fails with
// [decorum.Unknown] for a value that is none.
func (s State) AppendText(dst []byte) ([]byte, error) { return enum.Append(dst, states[:], s) }

// MarshalText returns what [State.AppendText] appends.
func (s State) MarshalText() ([]byte, error) { return s.AppendText(nil) }

// UnmarshalText reads what [ParseState] reads; an empty
// text is the zero State.
func (s *State) UnmarshalText(text []byte) error { return enum.Read(states[:], s, text) }

// stateOf returns the state that WhatsApp reports.
func stateOf(s whatsapp.DeliveryStatus) State {
	switch s {
	case whatsapp.StatusSent:
		return Sent
	case whatsapp.StatusDelivered:
		return Delivered
	case whatsapp.StatusRead:
		return Read
	case whatsapp.StatusPlayed:
		return Played
	case whatsapp.StatusFailed:
		return Failed
	default:
		return 0
	}
}

// A Delivery is how far a message came, whatever the order of the reports. The
// zero Delivery is that of messages of the customer.
type Delivery struct {
	// State is the greatest state reported; it never goes down.
	State State `json:"state"`
	// Reached is the greatest one without Failed: the two differ for a message that
	// failed, even after it was read.
	Reached State `json:"reached,omitzero"`
	// Code is Meta's error code; 0 where there is none.
	Code int `json:"code,omitempty"`
	// Advice is what the code means and what to do about it; nil where that is not
	// known, or nothing failed.
	Advice *message.Advice `json:"advice,omitempty"`
}

// advise returns what is known of an error code.
func advise(code int) *message.Advice {
	if code == 0 {
		return nil
	}
	a, ok := message.Advise(int64(code))
	if !ok {
		return nil
	}
	return &a
}
