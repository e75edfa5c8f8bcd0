package message

import (
	"log/slog"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/internal/wire"
)

// Unsupported is a message whose content WhatsApp does not pass on to a
// business, such as a poll.
type Unsupported struct {
	// Type is what WhatsApp calls it, such as "poll"; "" where it does not say.
	Type string `json:"unsupported,omitempty"`
	// Faults are the reasons that WhatsApp gives.
	Faults []Fault `json:"faults,omitempty"`
	// Extra keeps the members of the JSON that this version does not know.
	Extra Extra `json:"-"`
}

// A Fault is an error as WhatsApp tells it.
type Fault struct {
	// Code is Meta's number, such as 131051.
	Code int64 `json:"code"`
	// Title, Message and Details are Meta's English, from the short to the long.
	Title   string `json:"title,omitempty"`
	Message string `json:"message,omitempty"`
	Details string `json:"details,omitempty"`
	// URL is where Meta explains it.
	URL string `json:"url,omitempty"`
	// Extra keeps the members of the JSON that this version does not know.
	Extra Extra `json:"-"`
}

// Kind returns [KindUnsupported].
func (u Unsupported) Kind() Kind { return KindUnsupported }

// Check returns [decorum.Unsupported]: nothing of it can be sent.
func (u Unsupported) Check(Limits) decorum.Violations { return incoming() }

// Preview returns the type, else the title of the first reason.
func (u Unsupported) Preview() Preview {
	p := preview(KindUnsupported, u.Type)
	if p.Text == "" && len(u.Faults) > 0 {
		p = preview(KindUnsupported, u.Faults[0].Title)
	}
	return p
}

// AppendJSON appends the message as JSON.
func (u Unsupported) AppendJSON(dst []byte) ([]byte, error) { return appendMessage(dst, u) }

// MarshalJSON returns what AppendJSON appends.
func (u Unsupported) MarshalJSON() ([]byte, error) { return appendMessage(nil, u) }

// UnmarshalJSON reads a message of this kind. On an error u stays as it is.
func (u *Unsupported) UnmarshalJSON(data []byte) error { return readJSON(data, u, readUnsupported) }

// LogValue returns the kind, the type and the code of the first reason.
func (u Unsupported) LogValue() slog.Value {
	code := int64(0)
	if len(u.Faults) > 0 {
		code = u.Faults[0].Code
	}
	return slog.GroupValue(
		slog.String("kind", string(KindUnsupported)),
		slog.String("unsupported", u.Type),
		slog.Int64("code", code),
	)
}

func (Unsupported) message() {}

func readUnsupported(r *wire.Reader) (u Unsupported) {
	var rest members
	for name := range r.Object() {
		switch name {
		case "type":
			readKind(r, KindUnsupported)
		case "unsupported":
			u.Type = r.Text()
		case "faults":
			for range r.Array() {
				wire.Grow(&u.Faults).read(r)
			}
		default:
			rest.read(r, name)
		}
	}
	u.Extra = rest.extra()
	return u
}

func (f *Fault) read(r *wire.Reader) {
	var rest members
	for name := range r.Object() {
		switch name {
		case "code":
			f.Code = r.Int64()
		case "title":
			f.Title = r.Text()
		case "message":
			f.Message = r.Text()
		case "details":
			f.Details = r.Text()
		case "url":
			f.URL = r.Text()
		default:
			rest.read(r, name)
		}
	}
	f.Extra = rest.extra()
}

func (u *Unsupported) write(w *wire.Writer) {
	begin(w, KindUnsupported)
	w.Optional("unsupported", u.Type)
	if len(u.Faults) > 0 {
		w.Key("faults")
		w.Array()
		for i := range u.Faults {
			f := &u.Faults[i]
			w.Object()
			w.Key("code")
			w.Int64(f.Code)
			w.Optional("title", f.Title)
			w.Optional("message", f.Message)
			w.Optional("details", f.Details)
			w.Optional("url", f.URL)
			end(w, f.Extra)
		}
		w.End()
	}
	end(w, u.Extra)
}
