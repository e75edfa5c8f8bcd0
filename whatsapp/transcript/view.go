package transcript

import (
	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/internal/enum"
	"github.com/decorum-go/decorum/whatsapp/display"
	"github.com/decorum-go/decorum/whatsapp/option"
)

// An Audience is who reads a transcript. The zero Audience is the agent.
type Audience uint8

// The audiences.
const (
	// ToAgent: the desk. It has everything.
	ToAgent Audience = iota
	// ToCustomer: the customer's own copy. It has what both sides wrote to each
	// other and no more: no consultation, no note, nothing of what the desk did, no
	// name of an agent but what View.AgentName gives, no error and its reason, and no
	// message that never reached the customer (guide IN6). Nor has it where the host
	// or Meta keeps a file: to show one, find it by Line.WAMID. A structured message
	// stands in Line.Structured alone. Line.ID has the host's own key of the session,
	// and the place in its log.
	ToCustomer
)

var audiences = [...]string{"agent", "customer"}

// String returns "agent" or "customer".
func (a Audience) String() string { return enum.Of(audiences[:], a) }

// ParseAudience reads what [Audience.String] writes. Anything else is
// [decorum.Unknown].
func ParseAudience(s string) (Audience, error) { return enum.Parse[Audience](audiences[:], s) }

// AppendText appends what [Audience.String] returns. It fails with
// [decorum.Unknown] for a value that is none.
func (a Audience) AppendText(dst []byte) ([]byte, error) { return enum.Append(dst, audiences[:], a) }

// MarshalText returns what [Audience.AppendText] appends.
func (a Audience) MarshalText() ([]byte, error) { return a.AppendText(nil) }

// UnmarshalText reads what [ParseAudience] reads.
func (a *Audience) UnmarshalText(text []byte) error { return enum.Read(audiences[:], a, text) }

// A View says who looks at which conversation, and how it is to be drawn. The zero
// View is an agent's, with the default options.
type View struct {
	// Stream is the session that is open at the agent: earlier sessions are counted
	// from its latest interaction on, or from the latest of all where it has none, and
	// it is the one that has News. Streams with another Channel are other channels'
	// (guide TR6). Where one of the two names no Channel, it counts as this one: a
	// host with a single number need not name it.
	Stream Stream
	// Audience is who reads it.
	Audience Audience
	// Options are those of the desk. Options without a Theme, the zero Options among
	// them, stand for [option.Default] as a whole: begin with that, and change it.
	Options option.Options
	// Contact answers what the option display-format.customer-name-format asks for
	// (guide TR4); nil where nothing is known. It is called by New alone.
	Contact display.Values
	// ContactName is the contact's name as the host knows it; "" if it does not.
	ContactName string
	// AgentName returns the name under which an agent appears. Where it is nil, the
	// desk sees the agent's ID, and the customer sees Business. It must give the same
	// answer each time.
	AgentName func(id string) string
	// Business is the name under which the business appears; "" is "Business".
	Business string
}

// DefaultNickname is the name of a customer of whom no name is known (guide TR4,
// ours).
const DefaultNickname = "Customer"

// resolve fills in what is left to this package, and returns the customer's name
// where it does not depend on the message.
func (v View) resolve() (View, string) {
	if v.Options.Theme == 0 { // valid ones have a theme
		v.Options = option.Default()
	}
	if v.Business == "" {
		v.Business = "Business"
	}
	if v.AgentName == nil {
		business := v.Business
		v.AgentName = func(id string) string {
			if v.Audience == ToCustomer {
				return business
			}
			return id
		}
	}
	customer := ""
	if !v.Options.CustomerNameFormat.IsZero() {
		customer = v.Options.CustomerNameFormat.Value(v.Contact)
	}
	if !decorum.HasVisible(customer) {
		customer = v.ContactName
	}
	if !decorum.HasVisible(customer) {
		customer = ""
	}
	return v, customer
}
