package message

import (
	"log/slog"
	"time"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/internal/wire"
	"github.com/decorum-go/decorum/template"
)

// A Means says by what a customer answered. The set is open: an unknown means
// is kept as it is, with all that came in [Answer.Response].
type Means string

// The means.
const (
	// ByQuickReply: a quick-reply button of a notification.
	ByQuickReply Means = "quick_reply"
	// ByReplyButton: a button of an interactive message.
	ByReplyButton Means = "reply_button"
	// ByList: a row of a list.
	ByList Means = "list"
	// ByFlow: a form that was filled in.
	ByFlow Means = "flow"
	// ByAddress: an address that was asked for.
	ByAddress Means = "address"
	// ByCallPermission: a request to call that was granted or refused.
	ByCallPermission Means = "call_permission"
	// ByPaymentMethod: a way to pay that was chosen.
	ByPaymentMethod Means = "payment_method"
)

// Answer is what a customer chose of, or wrote into, a structured message. The
// message answered is that of the envelope's [Context] (rules TR9, IM5).
type Answer struct {
	// By says by what the customer answered.
	By Means `json:"by"`
	// ID is the id of the option: of a button, of a list's row, the payload of a
	// quick reply. It is what [template.PreviewOption] has as its ID. Of a call
	// permission it is [CallGranted] or [CallRefused].
	ID string `json:"id,omitempty"`
	// Title is the label of the option as the customer saw it; of a form, the text
	// that stands in the conversation.
	Title string `json:"title,omitempty"`
	// Description is the second line of a list's row.
	Description string `json:"description,omitempty"`
	// Expires is when a call permission ends; zero for none.
	Expires time.Time `json:"expires,omitzero"`
	// Response is what was filled in, as the JSON that WhatsApp sent. It comes from
	// the customer's phone and may be anything.
	Response string `json:"response,omitempty"`
	// Extra keeps the members of the JSON that this version does not know.
	Extra Extra `json:"-"`
}

// The ids of answers to a request to call.
const (
	CallGranted = "accept"
	CallRefused = "reject"
)

// Choice returns the answer as [template.Match] and [template.Answered] take it,
// to mark the option in the message answered (rule TR9). It is zero for an answer
// that chose no option: to a request to call, or of a way to pay.
func (a Answer) Choice() template.Answer {
	switch a.By {
	case ByFlow:
		return template.Answer{ID: "flow", Title: a.Title}
	case ByAddress:
		return template.Answer{ID: "address_message", Title: a.Title}
	case ByCallPermission, ByPaymentMethod:
		return template.Answer{}
	default:
		return template.Answer{ID: a.ID, Title: a.Title}
	}
}

// Kind returns [KindAnswer].
func (a Answer) Kind() Kind { return KindAnswer }

// Check returns [decorum.Unsupported]: only customers answer so.
func (a Answer) Check(Limits) decorum.Violations { return incoming() }

// Preview returns the title, else the id of the option.
func (a Answer) Preview() Preview {
	if p := preview(KindAnswer, a.Title); p.Text != "" {
		return p
	}
	return preview(KindAnswer, a.ID)
}

// AppendJSON appends the message as JSON.
func (a Answer) AppendJSON(dst []byte) ([]byte, error) { return appendMessage(dst, a) }

// MarshalJSON returns what AppendJSON appends.
func (a Answer) MarshalJSON() ([]byte, error) { return appendMessage(nil, a) }

// UnmarshalJSON reads a message of this kind. On an error a stays as it is.
func (a *Answer) UnmarshalJSON(data []byte) error { return readJSON(data, a, readAnswer) }

// LogValue returns the kind and by what the customer answered.
func (a Answer) LogValue() slog.Value {
	return slog.GroupValue(slog.String("kind", string(KindAnswer)), slog.String("by", string(a.By)))
}

func (Answer) message() {}

func readAnswer(r *wire.Reader) (a Answer) {
	var rest members
	for name := range r.Object() {
		switch name {
		case "type":
			readKind(r, KindAnswer)
		case "by":
			a.By = Means(r.Text())
		case "id":
			a.ID = r.Text()
		case "title":
			a.Title = r.Text()
		case "description":
			a.Description = r.Text()
		case "expires":
			a.Expires = readTime(r)
		case "response":
			a.Response = r.Text()
		default:
			rest.read(r, name)
		}
	}
	a.Extra = rest.extra()
	return a
}

func (a *Answer) write(w *wire.Writer) {
	begin(w, KindAnswer)
	w.KeyText("by", string(a.By))
	w.Optional("id", a.ID)
	w.Optional("title", a.Title)
	w.Optional("description", a.Description)
	if !a.Expires.IsZero() {
		w.Key("expires")
		writeTime(w, a.Expires)
	}
	w.Optional("response", a.Response)
	end(w, a.Extra)
}
