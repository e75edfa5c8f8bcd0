package message

import (
	"log/slog"
	"reflect"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/internal/wire"
	"github.com/decorum-go/decorum/template"
)

// Structured is a notification or an interactive message: whatever package
// template has, a [template.Filled] among them. In JSON it is the member
// "structured".
type Structured struct {
	// Structured is the message with its parts; nil is none.
	Structured template.Structured
	// Extra keeps the members of the JSON that this version does not know.
	Extra Extra
}

// Kind returns [KindStructured]; [template.Structured] tells which kind of
// structured message it is.
func (s Structured) Kind() Kind { return KindStructured }

// IsNotification reports whether the message is a filled message template, which
// may be sent outside of the 24-hour window too (rules NT8, IM4).
func (s Structured) IsNotification() bool {
	return s.Structured != nil && s.Structured.Kind() == template.KindNotification
}

// Check returns what the structured message's own Check returns, below
// "/structured". A pointer to one is [decorum.Unknown]: rules that go by its type
// would not see it.
func (s Structured) Check(l Limits) decorum.Violations {
	var r report
	var root decorum.Path
	at := root.Key("structured")
	if s.Structured == nil {
		r.wrong(&at, decorum.Required, "")
		return r.vs
	}
	if reflect.TypeOf(s.Structured).Kind() == reflect.Pointer {
		kind := at.Key("type")
		r.wrong(&kind, decorum.Unknown, "a message by value, not a pointer")
		return r.vs
	}
	return r.vs.Join(&at, s.Structured.Check(l.Structured))
}

// Preview returns the body, else the text of the header.
func (s Structured) Preview() Preview {
	if s.Structured == nil {
		return preview(KindStructured, "")
	}
	tree := s.Structured.Preview()
	p := preview(KindStructured, tree.Body.Text)
	if p.Text == "" && tree.Header != nil {
		p = preview(KindStructured, tree.Header.Text.Text)
	}
	return p
}

// AppendJSON appends the message as JSON.
func (s Structured) AppendJSON(dst []byte) ([]byte, error) { return appendMessage(dst, s) }

// MarshalJSON returns what AppendJSON appends.
func (s Structured) MarshalJSON() ([]byte, error) { return appendMessage(nil, s) }

// UnmarshalJSON reads a message of this kind. On an error s stays as it is.
func (s *Structured) UnmarshalJSON(data []byte) error { return readJSON(data, s, readStructured) }

// LogValue returns the kind, and the one of the structured message.
func (s Structured) LogValue() slog.Value {
	kind := template.Kind("")
	if s.Structured != nil {
		kind = s.Structured.Kind()
	}
	return slog.GroupValue(slog.String("kind", string(KindStructured)), slog.String("structured", string(kind)))
}

func (Structured) message() {}

func readStructured(r *wire.Reader) (s Structured) {
	var rest members
	for name := range r.Object() {
		switch name {
		case "type":
			readKind(r, KindStructured)
		case "structured":
			s.Structured = readTemplate(r)
		default:
			rest.read(r, name)
		}
	}
	s.Extra = rest.extra()
	return s
}

func readTemplate(r *wire.Reader) template.Structured {
	before := len(r.Violations())
	raw := r.Raw()
	if raw == "" || len(r.Violations()) > before {
		return nil // the template's reader would find the same anew
	}
	m, err := template.Unmarshal([]byte(raw))
	if err != nil {
		reportAll(r, err)
		return nil
	}
	return m
}

func (s *Structured) write(w *wire.Writer) {
	begin(w, KindStructured)
	if s.Structured != nil {
		w.Key("structured")
		writeForeign(w, s.Structured.AppendJSON)
	}
	end(w, s.Extra)
}

// writeForeign writes a value that writes itself by other means. What cannot be
// written is a violation.
func writeForeign(w *wire.Writer, appendJSON func([]byte) ([]byte, error)) {
	b, err := appendJSON(nil)
	if err != nil {
		b = nil
	}
	w.Raw(string(b))
}
