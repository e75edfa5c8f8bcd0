package message

import (
	"log/slog"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/internal/wire"
)

// Text is a message of text, with WhatsApp's own marks for bold, lists and so
// on in it.
type Text struct {
	// Body is the text.
	Body string `json:"body"`
	// PreviewURL asks WhatsApp to show a preview of the first web link.
	PreviewURL bool `json:"preview_url,omitempty"`
	// Extra keeps the members of the JSON that this version does not know.
	Extra Extra `json:"-"`
}

// Kind returns [KindText].
func (t Text) Kind() Kind { return KindText }

// Check tells of a body that is missing, blank, no valid UTF-8, or too long: in
// bytes as the option max-text-message-size has it (rule TX1), in characters as
// Meta has it.
func (t Text) Check(l Limits) decorum.Violations {
	var r report
	var root decorum.Path
	at := root.Key("body")
	if r.present(&at, t.Body) {
		r.long(&at, l.TextBytes, t.Body)
		r.long(&at, l.Text, t.Body)
	}
	return r.vs
}

// Preview returns the text.
func (t Text) Preview() Preview { return preview(KindText, t.Body) }

// AppendJSON appends the message as JSON.
func (t Text) AppendJSON(dst []byte) ([]byte, error) { return appendMessage(dst, t) }

// MarshalJSON returns what AppendJSON appends.
func (t Text) MarshalJSON() ([]byte, error) { return appendMessage(nil, t) }

// UnmarshalJSON reads a message of this kind. On an error t stays as it is.
func (t *Text) UnmarshalJSON(data []byte) error { return readJSON(data, t, readText) }

// LogValue returns the kind and the length.
func (t Text) LogValue() slog.Value { return logText(KindText, t.Body) }

func (Text) message() {}

func readText(r *wire.Reader) (t Text) {
	var rest members
	for name := range r.Object() {
		switch name {
		case "type":
			readKind(r, KindText)
		case "body":
			t.Body = r.Text()
		case "preview_url":
			t.PreviewURL = r.Bool()
		default:
			rest.read(r, name)
		}
	}
	t.Extra = rest.extra()
	return t
}

func (t *Text) write(w *wire.Writer) {
	begin(w, KindText)
	w.KeyText("body", t.Body)
	if t.PreviewURL {
		w.Key("preview_url")
		w.Bool(true)
	}
	end(w, t.Extra)
}
