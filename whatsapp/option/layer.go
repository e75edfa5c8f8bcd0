package option

import "github.com/decorum-go/decorum/internal/enum"

// A Layer is where an option was set. Layers compare: the greater one wins.
//
// The zero Layer is BuiltIn: no layer set the option, its default applies.
type Layer uint8

// The layers, from the most general to the most particular.
const (
	BuiltIn Layer = iota
	Application
	Tenant
	AgentGroup
	Agent
)

var layerNames = [...]string{"built_in", "application", "tenant", "agent_group", "agent"}

// String returns the layer's name as it stands in paths: "built_in",
// "application", "tenant", "agent_group" or "agent"; "" for a value that is no
// layer.
func (l Layer) String() string { return enum.Of(layerNames[:], l) }

// ParseLayer reads what [Layer.String] writes. Anything else is
// [decorum.Unknown].
func ParseLayer(s string) (Layer, error) { return enum.Parse[Layer](layerNames[:], s) }

// AppendText appends the layer's name. It fails with [decorum.Unknown] for a
// value that is no layer.
func (l Layer) AppendText(dst []byte) ([]byte, error) { return enum.Append(dst, layerNames[:], l) }

// MarshalText returns the layer's name, as [Layer.AppendText] does.
func (l Layer) MarshalText() ([]byte, error) { return l.AppendText(nil) }

// UnmarshalText reads a layer's name as [ParseLayer] does.
func (l *Layer) UnmarshalText(text []byte) error { return enum.Read(layerNames[:], l, text) }

// Layers are the raw keys and values of section [interaction-workspace], layer
// by layer. A nil map sets nothing. Other options may stand in the maps; they
// are passed over.
//
// An agent can be a member of several groups. Which of them goes first is the
// host's to know: it merges their maps into one.
//
// The zero Layers sets nothing: all defaults apply.
type Layers struct {
	Application map[string]string `json:"application,omitempty"`
	Tenant      map[string]string `json:"tenant,omitempty"`
	AgentGroup  map[string]string `json:"agent_group,omitempty"`
	Agent       map[string]string `json:"agent,omitempty"`
}

// section returns the keys and values of one layer.
func (l Layers) section(at Layer) map[string]string {
	switch at {
	case Application:
		return l.Application
	case Tenant:
		return l.Tenant
	case AgentGroup:
		return l.AgentGroup
	case Agent:
		return l.Agent
	default:
		return nil
	}
}
