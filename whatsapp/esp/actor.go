package esp

import "github.com/decorum-go/decorum/internal/enum"

// Actor is who has to act on a fault. The zero Actor is nobody known.
type Actor uint8

// The actors.
const (
	// ActorStrategist writes the strategy that sends the request.
	ActorStrategist Actor = iota + 1
	// ActorOperator runs the server that answers it.
	ActorOperator
)

var actorNames = [...]string{"", "strategist", "operator"}

// String returns "strategist" or "operator"; "" for the zero Actor and for a value
// that is none.
func (a Actor) String() string { return enum.Of(actorNames[:], a) }

// ParseActor reads what [Actor.String] writes. Anything else is [decorum.Unknown].
func ParseActor(s string) (Actor, error) { return enum.Parse[Actor](actorNames[:], s) }

// AppendText appends what [Actor.String] returns. It fails with [decorum.Unknown]
// for a value that is none.
func (a Actor) AppendText(dst []byte) ([]byte, error) { return enum.Append(dst, actorNames[:], a) }

// MarshalText returns what [Actor.AppendText] appends.
func (a Actor) MarshalText() ([]byte, error) { return a.AppendText(nil) }

// UnmarshalText reads what [ParseActor] reads; an empty text is the zero Actor.
func (a *Actor) UnmarshalText(text []byte) error { return enum.Read(actorNames[:], a, text) }
