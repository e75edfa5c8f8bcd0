package whatsapp

import (
	"time"
)

// An Event is something that happened in a session. It is a sealed union: only
// the types of this package are in it, by value. Events are stored for ever (see
// [AppendEvent]); a [Session] is what they add up to.
type Event interface {
	// Name returns the event's name in the log.
	Name() string
	// When returns when it happened.
	When() time.Time

	// stored returns a copy to be written, and the version of its shape.
	stored() (record, int)
}

// An eventType is an event's name, the newest version of its shape, and how it
// is read. Names are never given another meaning; a shape that changes gets the
// next version, and the older one is still read.
type eventType struct {
	name    string
	version int
	read    func(f *fields, skip func(name string) bool) Event
}

var eventTypes = [...]eventType{
	{"received", 1, stored[Received]},
	{"called", 1, stored[Called]},
	{"media_described", 1, stored[MediaDescribed]},
	{"status_changed", 1, stored[StatusChanged]},
	{"marketing_changed", 1, stored[MarketingChanged]},
	{"send_requested", 1, stored[SendRequested]},
	{"send_accepted", 1, stored[SendAccepted]},
	{"send_failed", 1, stored[SendFailed]},
	{"attachment_staged", 1, stored[AttachmentStaged]},
	{"attachment_dropped", 1, stored[AttachmentDropped]},
	{"response_inserted", 1, stored[ResponseInserted]},
	{"part_dropped", 1, stored[PartDropped]},
	{"response_stopped", 1, stored[ResponseStopped]},
	{"queued", 1, stored[Queued]},
	{"offered", 1, stored[Offered]},
	{"accepted", 1, stored[Accepted]},
	{"rejected", 1, stored[Rejected]},
	{"offer_expired", 1, stored[OfferExpired]},
	{"parked", 1, stored[Parked]},
	{"opened", 1, stored[Opened]},
	{"held", 1, stored[Held]},
	{"done", 1, stored[Done]},
	{"ended", 1, stored[Ended]},
	{"outbound_started", 1, stored[OutboundStarted]},
	{"transferred", 1, stored[Transferred]},
	{"conference_requested", 1, stored[ConferenceRequested]},
	{"joined", 1, stored[Joined]},
	{"left", 1, stored[Left]},
	{"consult_started", 1, stored[ConsultStarted]},
	{"consult_ended", 1, stored[ConsultEnded]},
	{"seen", 1, stored[Seen]},
	{"typing", 1, stored[Typing]},
	{"focused", 1, stored[Focused]},
	{"note_added", 1, stored[NoteAdded]},
	{"case_data_set", 1, stored[CaseDataSet]},
	{"contact_data_set", 1, stored[ContactDataSet]},
	{"contact_assigned", 1, stored[ContactAssigned]},
	{"disposition_set", 1, stored[DispositionSet]},
}

// stored reads an event of one type.
func stored[E Event, P interface {
	*E
	record
}](f *fields, skip func(name string) bool) Event {
	var e E
	for name := range f.r.Object() {
		if !skip(name) {
			f.read(P(&e), name)
		}
	}
	return e
}

func typeNamed(name string) (eventType, bool) {
	for _, t := range eventTypes {
		if t.name == name {
			return t, true
		}
	}
	return eventType{}, false
}
