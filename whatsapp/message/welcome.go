package message

import (
	"log/slog"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/internal/wire"
)

// WelcomeRequest says that a contact opened the conversation for the first time
// and has not written yet. It opens the window (rule OB2).
type WelcomeRequest struct {
	// Extra keeps the members of the JSON that this version does not know.
	Extra Extra `json:"-"`
}

// Kind returns [KindWelcomeRequest].
func (q WelcomeRequest) Kind() Kind { return KindWelcomeRequest }

// Check returns [decorum.Unsupported]: only customers open a conversation so.
func (q WelcomeRequest) Check(Limits) decorum.Violations { return incoming() }

// Preview returns the kind alone.
func (q WelcomeRequest) Preview() Preview { return preview(KindWelcomeRequest, "") }

// AppendJSON appends the message as JSON.
func (q WelcomeRequest) AppendJSON(dst []byte) ([]byte, error) { return appendMessage(dst, q) }

// MarshalJSON returns what AppendJSON appends.
func (q WelcomeRequest) MarshalJSON() ([]byte, error) { return appendMessage(nil, q) }

// UnmarshalJSON reads a message of this kind. On an error q stays as it is.
func (q *WelcomeRequest) UnmarshalJSON(data []byte) error {
	return readJSON(data, q, readWelcomeRequest)
}

// LogValue returns the kind.
func (q WelcomeRequest) LogValue() slog.Value {
	return slog.GroupValue(slog.String("kind", string(KindWelcomeRequest)))
}

func (WelcomeRequest) message() {}

func readWelcomeRequest(r *wire.Reader) (q WelcomeRequest) {
	var rest members
	for name := range r.Object() {
		if name == "type" {
			readKind(r, KindWelcomeRequest)
			continue
		}
		rest.read(r, name)
	}
	q.Extra = rest.extra()
	return q
}

func (q *WelcomeRequest) write(w *wire.Writer) {
	begin(w, KindWelcomeRequest)
	end(w, q.Extra)
}
