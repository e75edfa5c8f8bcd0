package whatsapp

import (
	"slices"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/internal/enum"
)

// A StandardResponse is a prepared answer: a text with attachments, or a
// structured message instead (guide SR).
type StandardResponse struct {
	// ID names the response.
	ID string `json:"id"`
	// Shortcut is what an agent types to find it; "" for none.
	Shortcut string `json:"shortcut,omitempty"`
	// Text is the text, with field codes; "" for none.
	Text string `json:"text,omitempty"`
	// Structured names the structured message that goes out instead of text and
	// attachments; "" for none.
	Structured string `json:"structured,omitempty"`
	// Attachments name the files, in the order in which they go out.
	Attachments []string `json:"attachments,omitempty"`
}

// LookupResponse returns the response that has exactly the shortcut, the first of
// several (guide SR3). No response has the empty one.
func LookupResponse(responses []StandardResponse, shortcut string) (StandardResponse, bool) {
	if shortcut != "" {
		for _, r := range responses {
			if r.Shortcut == shortcut {
				return r, true
			}
		}
	}
	return StandardResponse{}, false
}

// PartKind is what a part of a standard response is. The zero PartKind is none.
type PartKind uint8

// The kinds of parts.
const (
	PartText PartKind = iota + 1
	PartStructured
	PartAttachment
)

var partKinds = [...]string{"", "text", "structured", "attachment"}

// String returns "text", "structured" or "attachment"; "" for none.
func (k PartKind) String() string { return enum.Of(partKinds[:], k) }

// ParsePartKind reads what [PartKind.String] writes. Anything else is
// [decorum.Unknown].
func ParsePartKind(s string) (PartKind, error) { return enum.Parse[PartKind](partKinds[:], s) }

// AppendText appends what [PartKind.String] returns. It fails with
// [decorum.Unknown] for a value that is none.
func (k PartKind) AppendText(dst []byte) ([]byte, error) { return enum.Append(dst, partKinds[:], k) }

// MarshalText returns what [PartKind.AppendText] appends.
func (k PartKind) MarshalText() ([]byte, error) { return k.AppendText(nil) }

// UnmarshalText reads what [ParsePartKind] reads; an empty text is the zero
// PartKind.
func (k *PartKind) UnmarshalText(text []byte) error { return enum.Read(partKinds[:], k, text) }

// PartState is how far a part has come. The zero PartState: it waits.
type PartState uint8

// The states of a part.
const (
	// PartWaiting: its turn has not come.
	PartWaiting PartState = iota
	// PartRemoved: taken out before it was sent.
	PartRemoved
	// PartReleased: to be sent now, or on its way.
	PartReleased
	// PartAccepted: WhatsApp took it.
	PartAccepted
	// PartDelivered: it reached the customer.
	PartDelivered
	// PartFailed: it went wrong, and nothing after it goes out.
	PartFailed
)

var partStates = [...]string{"waiting", "removed", "released", "accepted", "delivered", "failed"}

// String returns "waiting", "removed", "released", "accepted", "delivered" or
// "failed"; "" for a value that is no state.
func (s PartState) String() string { return enum.Of(partStates[:], s) }

// ParsePartState reads what [PartState.String] writes. Anything else is
// [decorum.Unknown].
func ParsePartState(s string) (PartState, error) { return enum.Parse[PartState](partStates[:], s) }

// AppendText appends what [PartState.String] returns. It fails with
// [decorum.Unknown] for a value that is none.
func (s PartState) AppendText(dst []byte) ([]byte, error) { return enum.Append(dst, partStates[:], s) }

// MarshalText returns what [PartState.AppendText] appends.
func (s PartState) MarshalText() ([]byte, error) { return s.AppendText(nil) }

// UnmarshalText reads what [ParsePartState] reads.
func (s *PartState) UnmarshalText(text []byte) error { return enum.Read(partStates[:], s, text) }

// A Part is one message that a standard response becomes.
type Part struct {
	Kind  PartKind
	State PartState
	// Name is the attachment's or the structured message's; "" for the text.
	Name string
	// Missing is the privilege without which the part was taken out; zero for
	// none.
	Missing Privilege
}

// A ResponsePlan is a standard response on its way out (guide SR1): the text
// first, as a message of its own, then the attachments one by one. WhatsApp keeps
// no order, so a part is released only when the one before it was accepted, or,
// in a strict plan, delivered. It is immutable: each step returns a new plan.
//
// The zero ResponsePlan has no parts and is done.
type ResponsePlan struct {
	parts   []Part
	strict  bool
	started bool
}

// PlanResponse returns the plan of a response, not yet started. mayAttach is what
// [Desk.May] says of [CanSendFiles]: with an error, attachments are removed from
// the plan; their text still goes (guide AT4). The error tells of a response that has nothing to send, or that has
// a structured message beside text or attachments.
func PlanResponse(r StandardResponse, mayAttach decorum.Violations, strict bool) (ResponsePlan, error) {
	p := ResponsePlan{strict: strict}
	var vs decorum.Violations
	fault := func(code decorum.Code, path string) {
		vs = vs.Add(decorum.Violation{Code: code, Severity: decorum.SeverityError, Path: path})
	}
	switch {
	case r.Structured != "":
		if r.Text != "" {
			fault(decorum.Conflict, "/text")
		}
		if len(r.Attachments) > 0 {
			fault(decorum.Conflict, "/attachments")
		}
		p.parts = []Part{{Kind: PartStructured, Name: r.Structured}}
	case decorum.HasVisible(r.Text):
		p.parts = append(p.parts, Part{Kind: PartText})
	case len(r.Attachments) == 0:
		fault(decorum.Required, "/text")
	}
	for _, name := range r.Attachments {
		part := Part{Kind: PartAttachment, Name: name}
		if mayAttach.HasErrors() {
			part.State, part.Missing = PartRemoved, CanSendFiles
		}
		p.parts = append(p.parts, part)
	}
	if err := vs.Err(); err != nil {
		return ResponsePlan{}, err
	}
	return p, nil
}

// Parts returns the parts in the order in which they go out. The slice is the
// caller's own.
func (p ResponsePlan) Parts() []Part { return slices.Clone(p.parts) }

// Next returns the index of the part to be sent now, or on its way, and whether
// there is one: none after a part went wrong, even one that was accepted before.
func (p ResponsePlan) Next() (int, bool) {
	if p.started && !p.failed() {
		for i := range p.parts {
			if p.parts[i].State == PartReleased {
				return i, true
			}
		}
	}
	return 0, false
}

// Done reports whether nothing more will go out.
func (p ResponsePlan) Done() bool {
	if !p.started {
		return len(p.parts) == 0
	}
	return !slices.ContainsFunc(p.parts, func(q Part) bool { return q.State == PartWaiting || q.State == PartReleased }) || p.failed()
}

func (p ResponsePlan) failed() bool {
	return slices.ContainsFunc(p.parts, func(q Part) bool { return q.State == PartFailed })
}

// Remove returns the plan without an attachment that is still to be sent. A text
// or a structured message cannot be removed, nor what is on its way: WrongState.
func (p ResponsePlan) Remove(part int) (ResponsePlan, error) {
	return p.step(part, PartRemoved, func(q Part) bool {
		return q.Kind == PartAttachment && (q.State == PartWaiting || q.State == PartRemoved)
	})
}

// Start returns the plan with its first part released. A plan is started once.
func (p ResponsePlan) Start() (ResponsePlan, error) {
	if p.started {
		return p, wrongPart("a plan that is not started")
	}
	p.parts, p.started = slices.Clone(p.parts), true
	p.release()
	return p, nil
}

// Accepted returns the plan after WhatsApp took a part.
func (p ResponsePlan) Accepted(part int) (ResponsePlan, error) {
	return p.step(part, PartAccepted, isOut)
}

// Delivered returns the plan after a part reached the customer; also before its
// acceptance was told.
func (p ResponsePlan) Delivered(part int) (ResponsePlan, error) {
	return p.step(part, PartDelivered, isOut)
}

// Failed returns the plan after a part went wrong. The parts after it stay
// waiting and are never released; Parts tells which went out.
func (p ResponsePlan) Failed(part int) (ResponsePlan, error) {
	return p.step(part, PartFailed, func(q Part) bool { return q.State >= PartReleased })
}

func isOut(q Part) bool { return q.State >= PartReleased && q.State != PartFailed }

// step moves a part on if it may be moved; a report that comes late or twice
// never moves it back.
func (p ResponsePlan) step(part int, to PartState, may func(Part) bool) (ResponsePlan, error) {
	if part < 0 || part >= len(p.parts) {
		return p, decorum.Violation{Code: decorum.NotFound, Severity: decorum.SeverityError}.Err()
	}
	if !may(p.parts[part]) {
		var root decorum.Path
		at := root.Index(part)
		return p, decorum.Violations{}.Join(&at, decorum.Violations{{
			Code: decorum.WrongState, Severity: decorum.SeverityError, Want: "a part in another state",
		}}).Err()
	}
	p.parts = slices.Clone(p.parts)
	p.parts[part].State = max(p.parts[part].State, to)
	if p.started {
		p.release()
	}
	return p, nil
}

// release releases the first part that waits, if all before it have come far
// enough.
func (p ResponsePlan) release() {
	enough := PartAccepted
	if p.strict {
		enough = PartDelivered
	}
	for i := range p.parts {
		switch q := &p.parts[i]; {
		case q.State == PartRemoved:
		case q.State == PartWaiting:
			q.State = PartReleased
			return
		case q.State == PartFailed || q.State < enough:
			return
		}
	}
}

func wrongPart(want string) error {
	return decorum.Violation{Code: decorum.WrongState, Severity: decorum.SeverityError, Want: want}.Err()
}
