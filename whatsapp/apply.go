package whatsapp

import (
	"iter"
	"slices"
	"time"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/whatsapp/message"
)

// The bounds of what a session keeps beside its ids.
const (
	maxRefusals = 64
	maxMembers  = 16
	maxStaged   = 32
	maxParts    = 32
	maxOutbox   = 64
)

// windowShut is Meta's error for a message after the reply window.
const windowShut = 131047

// stoppedMarketing is Meta's error for a marketing message to a contact who
// stopped them.
const stoppedMarketing = 131050

// Apply returns the session after events that [Policy.Handle] returned, or that
// were read from its log, one after the other. An event costs the same however
// long the session has lasted. Apply does not decide anew: an event is a fact.
// What is no event of this version, nil and pointers among them, is
// [decorum.Unknown], and one without an instant is [decorum.Required]; then the
// session is returned as it was before all of them.
func (s Session) Apply(events ...Event) (Session, error) {
	before := s
	for _, e := range events {
		if !s.fold(e) {
			return before, decorum.Violation{Code: decorum.Unknown, Severity: decorum.SeverityError, Path: "/type"}.Err()
		}
		at := e.When()
		if at.IsZero() {
			return before, decorum.Violation{Code: decorum.Required, Severity: decorum.SeverityError, Path: "/at"}.Err()
		}
		s.version++
		s.touched = later(s.touched, instant(at))
	}
	return s, nil
}

// Replay returns the session after a log of events: from the zero Session all of
// them, from a snapshot those behind its Version. It stops at the first error of
// the log or of [Session.Apply] and returns the session as it was before that
// event.
func (s Session) Replay(events iter.Seq2[Event, error]) (Session, error) {
	for e, err := range events {
		if err != nil {
			return s, err
		}
		if s, err = s.Apply(e); err != nil {
			return s, err
		}
	}
	return s, nil
}

// fold changes s by the event and reports whether it knows it. The cases call
// concrete methods, so that s stays on the stack.
func (s *Session) fold(e Event) bool {
	switch e := e.(type) {
	case Received:
		s.received(&e)
	case Called:
		s.called(&e)
	case StatusChanged:
		s.statusChanged(&e)
	case SendRequested:
		s.sendRequested(&e)
	case SendAccepted:
		s.sendAccepted(&e)
	case SendFailed:
		s.sendFailed(&e)
	case MediaDescribed, NoteAdded, CaseDataSet, ContactDataSet:
		// for the transcript and the host alone
	case MarketingChanged:
		s.noMarket = e.Stopped
	case ContactAssigned:
		s.contact = e.Contact
	case DispositionSet:
		s.disposition = e.Code
	case Seen:
		s.unseen = s.unseen && s.newest.id != e.ID
	case Typing:
		s.typing = instant(e.Until)
	case Focused:
		s.away = e.Away
	case AttachmentStaged:
		s.staged = append(slices.Clip(s.staged), staged{e.LocalID, e.Message})
	case AttachmentDropped:
		s.unstage(e.LocalID)
	case ResponseInserted:
		s.responseInserted(&e)
	case PartDropped:
		s.movePart(e.Part, ResponsePlan.Remove)
	case ResponseStopped:
		s.movePart(e.Part, ResponsePlan.Failed)
	default:
		return s.foldLife(e)
	}
	return true
}

func (s *Session) received(e *Received) {
	env := &e.Envelope
	at := instant(e.At)
	s.ids.remember(idInbound, env.ID, at)
	if env.Direction.FromBusiness() {
		if !env.History && writes(e.Message) {
			s.pending = s.pending.Answered()
		}
		return
	}
	s.heard(env, e.Message)
	if env.History || !writes(e.Message) {
		return
	}
	s.pending = s.pending.Wrote(at)
	if written := instant(earlier(env.Originated, at)); !written.Before(s.newest.at) {
		s.newest = inbound{env.ID, written}
		if e.Channel != (OutboundChannel{}) {
			s.channel = e.Channel
		}
	}
	s.unseen = true
}

func (s *Session) called(e *Called) {
	call, _ := e.Message.(message.Call)
	s.ids.remember(idCall, callStep(e.Envelope.ID, call), instant(e.At))
	s.heard(&e.Envelope, e.Message)
}

// heard tells the window of a customer event; one of the history counts at its own
// time (guide OB2).
func (s *Session) heard(env *message.Envelope, m message.Message) {
	arrived := env.Arrived
	if env.History {
		arrived = time.Time{}
	}
	s.window = s.window.Heard(customerEvent(m), env.Originated, arrived)
}

// callStep returns what tells the steps of a call apart.
func callStep(id string, call message.Call) string { return id + "/" + string(call.Event) }

// customerEvent returns what a message means for the window (guide OB2).
func customerEvent(m message.Message) CustomerEvent {
	switch m := m.(type) {
	case message.Reaction:
		if m.Removed() {
			return ReactionRemoved
		}
		return ReactionSet
	case message.Edit:
		return MessageEdited
	case message.Deletion:
		return MessageDeleted
	case message.System:
		return SystemNotice
	case message.WelcomeRequest:
		return WelcomeRequest
	case message.Call:
		return callEvent(m)
	default:
		return MessageReceived
	}
}

// callEvent returns what a step of a call means for the window: the customer's
// call opens it by its first step, and the business's when it is taken.
func callEvent(c message.Call) CustomerEvent {
	switch {
	case c.Direction == message.Inbound && c.Event == message.CallConnect:
		return UserCalled
	case c.Direction == message.Outbound && c.Event == message.CallAccepted:
		return BusinessCallAccepted
	default:
		return StatusReported
	}
}

// writes reports whether a message asks for an answer.
func writes(m message.Message) bool {
	switch m.(type) {
	case message.Reaction, message.Edit, message.Deletion, message.System, message.WelcomeRequest, message.Call:
		return false
	default:
		return m != nil
	}
}

func (s *Session) sendRequested(e *SendRequested) {
	at := instant(e.At)
	s.ids.remember(idLocal, e.LocalID, at)
	s.outbox = append(slices.Clip(s.outbox), Pending{
		LocalID: e.LocalID, Message: e.Message, ReplyTo: e.ReplyTo, Agent: e.Agent, Requested: at, Answers: e.Answers,
	})
	if e.Answers {
		s.pending = s.pending.Answered()
	}
	s.typing = time.Time{}
	s.unstage(e.LocalID)
}

func (s *Session) sendAccepted(e *SendAccepted) {
	kind, sent := idQuiet, e.At
	if p, ok := s.unbox(e.LocalID); ok {
		sent = p.Requested
		if p.Answers {
			kind = idAnswer
		}
	}
	s.ids.remember(kind, e.WAMID, sent)
	if part, ok := s.responsePart(e.LocalID); ok {
		s.accept(part, e.WAMID)
	}
}

func (s *Session) sendFailed(e *SendFailed) {
	s.unbox(e.LocalID)
	sent := instant(e.Sent)
	if sent.IsZero() {
		sent = instant(e.At)
	}
	for _, id := range [...]string{e.WAMID, e.LocalID} {
		if id != "" {
			s.ids.remember(idFailed, id, e.At)
		}
	}
	if e.Answers {
		s.pending = s.pending.AnswerFailed(sent)
	}
	if e.Error == windowShut {
		s.window = s.window.Refused(sent)
	}
	if part, ok := s.partOf(e.LocalID, e.WAMID); ok {
		s.movePart(part, ResponsePlan.Failed)
	}
}

func (s *Session) statusChanged(e *StatusChanged) {
	if part, ok := s.partOf(e.LocalID, e.WAMID); ok && e.Status >= StatusDelivered && e.Status < StatusFailed {
		s.movePart(part, ResponsePlan.Delivered)
	}
}

// unbox takes a message out of the outbox.
func (s *Session) unbox(localID string) (Pending, bool) {
	i := s.pendingIndex(localID)
	if i < 0 {
		return Pending{}, false
	}
	p := s.outbox[i]
	s.outbox = without(s.outbox, i)
	return p, true
}

func (s *Session) unstage(localID string) {
	i := slices.IndexFunc(s.staged, func(a staged) bool { return a.localID == localID })
	if i >= 0 {
		s.staged = without(s.staged, i)
	}
}

// without returns a list of its own that lacks the i-th element; nil if none is
// left.
func without[T any](list []T, i int) []T {
	if len(list) == 1 {
		return nil
	}
	if i == 0 {
		return list[1:]
	}
	return slices.Concat(list[:i], list[i+1:])
}
