package message

import (
	"log/slog"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/internal/wire"
)

// Edit says that a contact changed a message (rule TR12).
type Edit struct {
	// Target is the id of the message that is changed.
	Target string `json:"target"`
	// Message is what it says now; nil where that is not told. It is never an
	// Edit: one that is read there is kept as an [Unknown].
	Message Message `json:"message,omitempty"`
	// Context is what the message refers to now.
	Context Context `json:"context,omitzero"`
	// Extra keeps the members of the JSON that this version does not know.
	Extra Extra `json:"-"`
}

// Kind returns [KindEdit].
func (e Edit) Kind() Kind { return KindEdit }

// Check returns [decorum.Unsupported]: a business cannot change what it sent.
func (e Edit) Check(Limits) decorum.Violations { return incoming() }

// Preview returns what the message says now.
func (e Edit) Preview() Preview {
	switch m := e.Message.(type) {
	case nil, Edit:
		return preview(KindEdit, "")
	default:
		return preview(KindEdit, m.Preview().Text)
	}
}

// AppendJSON appends the message as JSON.
func (e Edit) AppendJSON(dst []byte) ([]byte, error) { return appendMessage(dst, e) }

// MarshalJSON returns what AppendJSON appends.
func (e Edit) MarshalJSON() ([]byte, error) { return appendMessage(nil, e) }

// UnmarshalJSON reads a message of this kind. On an error e stays as it is.
func (e *Edit) UnmarshalJSON(data []byte) error { return readJSON(data, e, readEdit) }

// LogValue returns the kind, the target, and the kind of what it says now.
func (e Edit) LogValue() slog.Value {
	kind := Kind("")
	if e.Message != nil {
		kind = e.Message.Kind()
	}
	return slog.GroupValue(
		slog.String("kind", string(KindEdit)),
		slog.String("target", logID(e.Target)),
		slog.String("message", string(kind)),
	)
}

func (Edit) message() {}

func readEdit(r *wire.Reader) (e Edit) {
	var rest members
	for name := range r.Object() {
		switch name {
		case "type":
			readKind(r, KindEdit)
		case "target":
			e.Target = r.Text()
		case "message":
			kind, _ := r.Lookup("type")
			e.Message = readContent(r, Kind(kind))
		case "context":
			e.Context = readContext(r)
		default:
			rest.read(r, name)
		}
	}
	e.Extra = rest.extra()
	return e
}

func (e *Edit) write(w *wire.Writer) {
	begin(w, KindEdit)
	w.KeyText("target", e.Target)
	if e.Message != nil {
		w.Key("message")
		if !writeMessage(w, e.Message) {
			writeForeign(w, e.Message.AppendJSON) // a pointer
		}
	}
	if e.Context != (Context{}) {
		w.Key("context")
		e.Context.write(w)
	}
	end(w, e.Extra)
}
