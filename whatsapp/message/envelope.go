package message

import (
	"log/slog"
	"time"

	"github.com/decorum-go/decorum/internal/wire"
)

// An Envelope is what is known of a message besides its content. Envelopes can be
// compared with == where their times are in UTC, as those are that were read.
//
// The zero Envelope tells nothing.
type Envelope struct {
	// ID is WhatsApp's id of the message (wamid), or of a call.
	ID string `json:"id,omitempty"`
	// Direction says which way the message went.
	Direction Direction `json:"direction,omitempty"`
	// From wrote the message, and To is whom it was written to: the contact and the
	// business, or the other way round.
	From Party `json:"from,omitzero"`
	To   Party `json:"to,omitzero"`
	// GroupID names the group that the message was written in; "" for none.
	GroupID string `json:"group_id,omitempty"`
	// Originated is when the message was written, in whole seconds where WhatsApp
	// tells it, and Arrived when it came to the host (rule TR2).
	Originated time.Time `json:"originated,omitzero"`
	Arrived    time.Time `json:"arrived,omitzero"`
	// History: the message was passed on afterwards, as part of an older
	// conversation. It counts at the time when it was written (rule OB2).
	History bool `json:"history,omitempty"`
	// Context is what the message refers to.
	Context Context `json:"context,omitzero"`
	// Referral is what led the contact into the conversation.
	Referral Referral `json:"referral,omitzero"`
	// Extra keeps the members of the JSON that this version does not know.
	Extra Extra `json:"-"`
}

// IsZero reports whether the envelope tells nothing.
func (e Envelope) IsZero() bool { return e == Envelope{} }

// Contact returns the side that is not the business: From of an inbound message,
// and To of others.
func (e Envelope) Contact() Party {
	if e.Direction.FromBusiness() {
		return e.To
	}
	return e.From
}

// Business returns the side that is the business: To of an inbound message, and
// From of others.
func (e Envelope) Business() Party {
	if e.Direction.FromBusiness() {
		return e.From
	}
	return e.To
}

// AppendJSON appends the envelope as a JSON object. It fails where a text is no
// valid UTF-8, and where a time is not in the years 0 to 9999.
func (e Envelope) AppendJSON(dst []byte) ([]byte, error) {
	w := wire.NewWriter(dst)
	e.write(w)
	return w.Done()
}

// MarshalJSON returns what AppendJSON appends.
func (e Envelope) MarshalJSON() ([]byte, error) { return e.AppendJSON(nil) }

// UnmarshalJSON reads what AppendJSON writes. Times are in UTC. On an error e
// stays as it is.
func (e *Envelope) UnmarshalJSON(data []byte) error {
	if string(data) == "null" {
		return nil
	}
	// As readJSON, but with the reader on the stack: logs are full of envelopes.
	r := wire.NewReader(data, wire.Limits{Bytes: MaxJSON})
	read := readEnvelope(r)
	if err := r.Done(); err != nil {
		return err
	}
	*e = read
	return nil
}

// LogValue returns the end of the id, the direction and the times, and the two
// sides as they may be logged. WhatsApp's ids hold the contact's number.
func (e Envelope) LogValue() slog.Value {
	attrs := []slog.Attr{
		slog.String("id", logID(e.ID)),
		slog.String("direction", e.Direction.String()),
		slog.Any("from", e.From.LogValue()),
		slog.Any("to", e.To.LogValue()),
	}
	if !e.Originated.IsZero() {
		attrs = append(attrs, slog.Time("originated", e.Originated))
	}
	if !e.Arrived.IsZero() {
		attrs = append(attrs, slog.Time("arrived", e.Arrived))
	}
	return slog.GroupValue(attrs...)
}

func readEnvelope(r *wire.Reader) (e Envelope) {
	var rest members
	for name := range r.Object() {
		switch name {
		case "id":
			e.ID = r.Text()
		case "direction":
			e.Direction = readDirection(r)
		case "from":
			e.From = readParty(r)
		case "to":
			e.To = readParty(r)
		case "group_id":
			e.GroupID = r.Text()
		case "originated":
			e.Originated = readTime(r)
		case "arrived":
			e.Arrived = readTime(r)
		case "history":
			e.History = r.Bool()
		case "context":
			e.Context = readContext(r)
		case "referral":
			e.Referral = readReferral(r)
		default:
			rest.read(r, name)
		}
	}
	e.Extra = rest.extra()
	return e
}

func (e *Envelope) write(w *wire.Writer) {
	w.Object()
	w.Optional("id", e.ID)
	if e.Direction != 0 {
		w.Key("direction")
		writeDirection(w, e.Direction)
	}
	if !e.From.IsZero() {
		w.Key("from")
		e.From.write(w)
	}
	if !e.To.IsZero() {
		w.Key("to")
		e.To.write(w)
	}
	w.Optional("group_id", e.GroupID)
	if !e.Originated.IsZero() {
		w.Key("originated")
		writeTime(w, e.Originated)
	}
	if !e.Arrived.IsZero() {
		w.Key("arrived")
		writeTime(w, e.Arrived)
	}
	if e.History {
		w.Key("history")
		w.Bool(true)
	}
	if !e.Context.IsZero() {
		w.Key("context")
		e.Context.write(w)
	}
	if !e.Referral.IsZero() {
		w.Key("referral")
		e.Referral.write(w)
	}
	end(w, e.Extra)
}
