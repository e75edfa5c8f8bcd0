package message

import (
	"log/slog"
	"time"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/internal/wire"
)

// A CallEvent is a step of a call. The set is open: an unknown step is kept as
// it is. They are Meta's words in lower case.
type CallEvent string

// The steps.
const (
	// CallConnect: one side calls, and says how its sound travels.
	CallConnect CallEvent = "connect"
	// CallRinging: the customer's phone rings.
	CallRinging CallEvent = "ringing"
	// CallAccepted: the customer takes the call of the business.
	CallAccepted CallEvent = "accepted"
	// CallRejected: the customer refuses it.
	CallRejected CallEvent = "rejected"
	// CallTerminate: the call is over, or never came about.
	CallTerminate CallEvent = "terminate"
)

// Call is a step of a voice call. The id of the call is the envelope's ID.
type Call struct {
	// Event is the step.
	Event CallEvent `json:"event"`
	// Direction says who called: [Inbound] is a call of the customer, [Outbound] one
	// of the business, whichever side this step comes from.
	Direction Direction `json:"direction,omitempty"`
	// Outcome is how a call ended, such as "completed" or "failed".
	Outcome string `json:"outcome,omitempty"`
	// Started and Ended are when the two sides were connected; zero if they never
	// were.
	Started time.Time `json:"started,omitzero"`
	Ended   time.Time `json:"ended,omitzero"`
	// Seconds is how long they were.
	Seconds int64 `json:"seconds,omitempty"`
	// SDPType and SDP say how the sound travels: "offer" or "answer", and the
	// description of RFC 8866.
	SDPType string `json:"sdp_type,omitempty"`
	SDP     string `json:"sdp,omitempty"`
	// Extra keeps the members of the JSON that this version does not know.
	Extra Extra `json:"-"`
}

// Kind returns [KindCall].
func (c Call) Kind() Kind { return KindCall }

// Check returns [decorum.Unsupported]: a call is no message that is sent.
func (c Call) Check(Limits) decorum.Violations { return incoming() }

// Preview returns the step.
func (c Call) Preview() Preview { return preview(KindCall, string(c.Event)) }

// AppendJSON appends the message as JSON.
func (c Call) AppendJSON(dst []byte) ([]byte, error) { return appendMessage(dst, c) }

// MarshalJSON returns what AppendJSON appends.
func (c Call) MarshalJSON() ([]byte, error) { return appendMessage(nil, c) }

// UnmarshalJSON reads a message of this kind. On an error c stays as it is.
func (c *Call) UnmarshalJSON(data []byte) error { return readJSON(data, c, readCall) }

// LogValue returns the kind, the step and who called.
func (c Call) LogValue() slog.Value {
	return slog.GroupValue(
		slog.String("kind", string(KindCall)),
		slog.String("event", string(c.Event)),
		slog.String("direction", c.Direction.String()),
	)
}

func (Call) message() {}

func readCall(r *wire.Reader) (c Call) {
	var rest members
	for name := range r.Object() {
		switch name {
		case "type":
			readKind(r, KindCall)
		case "event":
			c.Event = CallEvent(r.Text())
		case "direction":
			c.Direction = readDirection(r)
		case "outcome":
			c.Outcome = r.Text()
		case "started":
			c.Started = readTime(r)
		case "ended":
			c.Ended = readTime(r)
		case "seconds":
			c.Seconds = r.Int64()
		case "sdp_type":
			c.SDPType = r.Text()
		case "sdp":
			c.SDP = r.Text()
		default:
			rest.read(r, name)
		}
	}
	c.Extra = rest.extra()
	return c
}

func (c *Call) write(w *wire.Writer) {
	begin(w, KindCall)
	w.KeyText("event", string(c.Event))
	if c.Direction != 0 {
		w.Key("direction")
		writeDirection(w, c.Direction)
	}
	w.Optional("outcome", c.Outcome)
	if !c.Started.IsZero() {
		w.Key("started")
		writeTime(w, c.Started)
	}
	if !c.Ended.IsZero() {
		w.Key("ended")
		writeTime(w, c.Ended)
	}
	if c.Seconds != 0 {
		w.Key("seconds")
		w.Int64(c.Seconds)
	}
	w.Optional("sdp_type", c.SDPType)
	w.Optional("sdp", c.SDP)
	end(w, c.Extra)
}
