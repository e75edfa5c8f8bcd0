package message

import (
	"log/slog"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/internal/wire"
)

// Deletion says that a contact took back a message, which leaves a marker in
// the transcript (rule TR12).
type Deletion struct {
	// Target is the id of the message that is taken back.
	Target string `json:"target"`
	// Extra keeps the members of the JSON that this version does not know.
	Extra Extra `json:"-"`
}

// Kind returns [KindDeletion].
func (d Deletion) Kind() Kind { return KindDeletion }

// Check returns [decorum.Unsupported]: a business cannot take back what it sent.
func (d Deletion) Check(Limits) decorum.Violations { return incoming() }

// Preview returns the kind alone.
func (d Deletion) Preview() Preview { return preview(KindDeletion, "") }

// AppendJSON appends the message as JSON.
func (d Deletion) AppendJSON(dst []byte) ([]byte, error) { return appendMessage(dst, d) }

// MarshalJSON returns what AppendJSON appends.
func (d Deletion) MarshalJSON() ([]byte, error) { return appendMessage(nil, d) }

// UnmarshalJSON reads a message of this kind. On an error d stays as it is.
func (d *Deletion) UnmarshalJSON(data []byte) error { return readJSON(data, d, readDeletion) }

// LogValue returns the kind and the target.
func (d Deletion) LogValue() slog.Value {
	return slog.GroupValue(slog.String("kind", string(KindDeletion)), slog.String("target", logID(d.Target)))
}

func (Deletion) message() {}

func readDeletion(r *wire.Reader) (d Deletion) {
	var rest members
	for name := range r.Object() {
		switch name {
		case "type":
			readKind(r, KindDeletion)
		case "target":
			d.Target = r.Text()
		default:
			rest.read(r, name)
		}
	}
	d.Extra = rest.extra()
	return d
}

func (d *Deletion) write(w *wire.Writer) {
	begin(w, KindDeletion)
	w.KeyText("target", d.Target)
	end(w, d.Extra)
}
