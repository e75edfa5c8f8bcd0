package transcript

import (
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
	// message that never reached the customer (guide IN6).
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
	// (guide TR6); a Stream without a Channel has none.
	Stream Stream
	// Audience is who reads it.
	Audience Audience
	// Options are those of the desk. The zero Options stands for [option.Default].
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
	if customer == "" {
		customer = v.ContactName
	}
	return v, customer
}
