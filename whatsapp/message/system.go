package message

import (
	"log/slog"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/internal/wire"
)

// A SystemEvent is what WhatsApp tells about a contact. The set is open: an
// unknown event is kept as it is.
type SystemEvent string

// The events.
const (
	// NumberChanged: the contact has another telephone number.
	NumberChanged SystemEvent = "number_changed"
	// UserIDChanged: the contact has another user id.
	UserIDChanged SystemEvent = "user_id_changed"
	// KeyChanged: the contact's security code is another one, as after a new
	// installation.
	KeyChanged SystemEvent = "key_changed"
)

// System is something that WhatsApp itself tells in a conversation.
type System struct {
	// Event is what happened.
	Event SystemEvent `json:"event"`
	// Text is WhatsApp's English for it, with numbers and names in it.
	Text string `json:"text,omitempty"`
	// Was and Now are what the contact is known by before and after.
	Was Party `json:"was,omitzero"`
	Now Party `json:"now,omitzero"`
	// Extra keeps the members of the JSON that this version does not know.
	Extra Extra `json:"-"`
}

// Kind returns [KindSystem].
func (s System) Kind() Kind { return KindSystem }

// Check returns [decorum.Unsupported]: only WhatsApp tells such things.
func (s System) Check(Limits) decorum.Violations { return incoming() }

// Preview returns the text, else the event.
func (s System) Preview() Preview {
	if p := preview(KindSystem, s.Text); p.Text != "" {
		return p
	}
	return preview(KindSystem, string(s.Event))
}

// AppendJSON appends the message as JSON.
func (s System) AppendJSON(dst []byte) ([]byte, error) { return appendMessage(dst, s) }

// MarshalJSON returns what AppendJSON appends.
func (s System) MarshalJSON() ([]byte, error) { return appendMessage(nil, s) }

// UnmarshalJSON reads a message of this kind. On an error s stays as it is.
func (s *System) UnmarshalJSON(data []byte) error { return readJSON(data, s, readSystem) }

// LogValue returns the kind and the event.
func (s System) LogValue() slog.Value {
	return slog.GroupValue(slog.String("kind", string(KindSystem)), slog.String("event", string(s.Event)))
}

func (System) message() {}

func readSystem(r *wire.Reader) (s System) {
	var rest members
	for name := range r.Object() {
		switch name {
		case "type":
			readKind(r, KindSystem)
		case "event":
			s.Event = SystemEvent(r.Text())
		case "text":
			s.Text = r.Text()
		case "was":
			s.Was = readParty(r)
		case "now":
			s.Now = readParty(r)
		default:
			rest.read(r, name)
		}
	}
	s.Extra = rest.extra()
	return s
}

func (s *System) write(w *wire.Writer) {
	begin(w, KindSystem)
	w.KeyText("event", string(s.Event))
	w.Optional("text", s.Text)
	if !s.Was.IsZero() {
		w.Key("was")
		s.Was.write(w)
	}
	if !s.Now.IsZero() {
		w.Key("now")
		s.Now.write(w)
	}
	end(w, s.Extra)
}
