package transcript

import (
	"iter"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/whatsapp"
)

// A Stream is the log of one [whatsapp.Session]: that of a contact with a number
// of the business. A contact may have several: on other channels (guide TR6), or
// from before a change of number.
//
// Streams can be compared with ==. The zero Stream will do where there is one
// only.
type Stream struct {
	// Session is the host's key of the session.
	Session string `json:"session,omitempty"`
	// Channel names the WhatsApp channel, the number of the business; all sessions
	// on it have the same.
	Channel string `json:"channel,omitempty"`
}

// Stamp yields the events that follow one another in the stream from the version
// on that [whatsapp.Session.Version] gave before them, 0 at the beginning of a log:
//
//	events, err := policy.Handle(session, command)
//	for e := range stream.Stamp(session.Version(), events...) {
//		builder.Add(e)
//	}
func (s Stream) Stamp(version uint64, events ...whatsapp.Event) iter.Seq[Stamped] {
	return func(yield func(Stamped) bool) {
		for i, e := range events {
			if !yield(Stamped{Stream: s, Version: version + 1 + uint64(i), Event: e}) { //nolint:gosec // an index is not negative
				return
			}
		}
	}
}

// A Stamped is an event with its place in a log, which is what makes it that event
// and no other: the optimistic lock of the host gives each place away once (see
// [whatsapp.Session.Version]). So however often and in whatever order events are
// delivered, the transcript knows those that it has, and what came before what.
type Stamped struct {
	// Stream is the log.
	Stream Stream
	// Version is the session's version after the event: 1 for the first.
	Version uint64
	// Event is what happened.
	Event whatsapp.Event
}

// check tells why the event cannot be placed: [decorum.Required] for a version or
// an instant that is missing, [decorum.Unknown] for what is no event of this
// version, a pointer to one among it.
func (s *Stamped) check() error {
	v := decorum.Violation{Code: decorum.Required, Severity: decorum.SeverityError}
	switch {
	case s.Version == 0:
		v.Path = "/version"
	case s.Event == nil || !known(s.Event):
		v.Code, v.Path = decorum.Unknown, "/event"
	case s.Event.When().IsZero():
		v.Path = "/event/at"
	default:
		return nil
	}
	return v.Err()
}

// An ID names a line: the place in the log of the event that made it. Each event
// makes one line at most. IDs can be compared with ==.
type ID struct {
	// Stream is the log.
	Stream Stream `json:"stream,omitzero"`
	// Version is the event's place in it.
	Version uint64 `json:"version"`
}
