package whatsapp

import (
	"time"

	"github.com/decorum-go/decorum/internal/enum"
)

// WindowLength is how long a customer can be answered freely after each of the
// customer's events (guide OB2).
const WindowLength = 24 * time.Hour

// A CustomerEvent is something that WhatsApp reports of a customer or a message.
// The zero CustomerEvent is none, and opens nothing.
type CustomerEvent uint8

// What WhatsApp reports. Those down to WelcomeRequest open the window; the
// others do not (guide OB2).
const (
	// MessageReceived is a message of any type.
	MessageReceived CustomerEvent = iota + 1
	// ReactionSet is a reaction put on a message.
	ReactionSet
	// UserCalled is a call by the customer.
	UserCalled
	// BusinessCallAccepted is a call by the business that the customer took.
	BusinessCallAccepted
	// WelcomeRequest is the first opening of the thread.
	WelcomeRequest
	// ReactionRemoved is a reaction taken back.
	ReactionRemoved
	// MessageEdited is a changed message.
	MessageEdited
	// MessageDeleted is a message taken back.
	MessageDeleted
	// SystemNotice is a change of number and the like.
	SystemNotice
	// StatusReported is the fate of a message of the business.
	StatusReported
	// PreferenceChanged is a customer stopping or resuming marketing.
	PreferenceChanged
	// BusinessEcho is a message that the business sent by another way.
	BusinessEcho
)

var customerEvents = [...]string{
	"", "message_received", "reaction_set", "user_called", "business_call_accepted", "welcome_request", "reaction_removed",
	"message_edited", "message_deleted", "system_notice", "status_reported", "preference_changed", "business_echo",
}

// String returns the event's name, such as "message_received"; "" for none.
func (e CustomerEvent) String() string { return enum.Of(customerEvents[:], e) }

// ParseCustomerEvent reads what [CustomerEvent.String] writes. Anything else
// is [decorum.Unknown].
func ParseCustomerEvent(s string) (CustomerEvent, error) {
	return enum.Parse[CustomerEvent](customerEvents[:], s)
}

// AppendText appends what [CustomerEvent.String] returns. It fails with
// [decorum.Unknown] for a value that is none.
func (e CustomerEvent) AppendText(dst []byte) ([]byte, error) {
	return enum.Append(dst, customerEvents[:], e)
}

// MarshalText returns what [CustomerEvent.AppendText] appends.
func (e CustomerEvent) MarshalText() ([]byte, error) { return e.AppendText(nil) }

// UnmarshalText reads what [ParseCustomerEvent] reads; an empty text is the
// zero CustomerEvent.
func (e *CustomerEvent) UnmarshalText(text []byte) error {
	return enum.Read(customerEvents[:], e, text)
}

// OpensWindow reports whether the event opens the window, or opens it anew.
func (e CustomerEvent) OpensWindow() bool { return MessageReceived <= e && e <= WelcomeRequest }

// A Window is the time in which a contact can be answered freely by a business
// number. It belongs to the pair of them, not to one session: done and restart do
// not change it. It knows the latest instant at which the customer was heard, and
// the latest at which Meta refused a message as too late.
//
// It is a small immutable value. Since it keeps only the latest instants, reports
// may come late, twice, or in any order: equal reports give equal windows.
//
// The zero Window is shut: the customer was never heard.
type Window struct {
	heard   time.Time
	refused time.Time
}

// Heard returns the window after a customer event, taken at the earlier of its
// origination and its arrival, so that a late or repeated delivery never opens
// the window anew and a clock that runs ahead does not lengthen it. An instant
// that is not known is the zero Time. An event that opens no window, or without
// any instant, changes nothing. Events of the history count at their own time.
func (w Window) Heard(e CustomerEvent, originated, arrived time.Time) Window {
	if e.OpensWindow() {
		w.heard = later(w.heard, instant(earlier(originated, arrived)))
	}
	return w
}

// Refused returns the window after Meta's error 131047 (more than 24 hours have
// passed) for a message of the instant at: it is shut until the next customer
// event after that instant. The zero Time changes nothing.
func (w Window) Refused(at time.Time) Window {
	w.refused = later(w.refused, instant(at))
	return w
}

// Join returns the window after everything that either of the two has heard.
func (w Window) Join(other Window) Window {
	return Window{later(w.heard, other.heard), later(w.refused, other.refused)}
}

// IsOpen reports whether a free message may go out at the instant: strictly
// before 24 hours have passed since the customer was last heard, and not after a
// refusal that the customer has not answered. An instant before the customer was
// heard, as from a clock that was set back, counts as just then.
func (w Window) IsOpen(at time.Time) bool {
	closes, ok := w.Closes()
	return ok && at.Before(closes)
}

// IsOpenFor reports whether the window stays open for more than margin after the
// instant: whether [Window.Left] is more, which is time enough for a message on
// its way. A margin below zero is zero.
func (w Window) IsOpenFor(at time.Time, margin time.Duration) bool {
	return w.Left(at) > max(margin, 0)
}

// Closes returns the first instant at which the window is shut, and whether there
// is one: not if the customer was never heard, nor after a refusal.
func (w Window) Closes() (time.Time, bool) { return w.ClosesAfter(WindowLength) }

// ClosesAfter returns when a shorter window than WhatsApp's closes: the timespan
// for free messages that an installation sets (guide OB5). The smaller of length
// and WindowLength counts; one that is not above zero leaves no window.
func (w Window) ClosesAfter(length time.Duration) (time.Time, bool) {
	if w.heard.IsZero() || length <= 0 || !w.refused.IsZero() && !w.heard.After(w.refused) {
		return time.Time{}, false
	}
	return w.heard.Add(min(length, WindowLength)), true
}

// Left returns how long the window stays open from the instant on; 0 when it is
// shut, and never more than WindowLength.
func (w Window) Left(at time.Time) time.Duration {
	closes, ok := w.Closes()
	if !ok {
		return 0
	}
	return min(max(closes.Sub(at), 0), WindowLength)
}

// LastHeard returns the instant that the window runs from; zero if the customer
// was never heard.
func (w Window) LastHeard() time.Time { return w.heard }

// LastRefused returns the instant of the latest refusal; zero if there was none.
func (w Window) LastRefused() time.Time { return w.refused }

// FreeEntryLength is how long messages cost nothing after an answer to a
// customer who came by an advertisement or a page's button.
const FreeEntryLength = 72 * time.Hour

// FreeEntry returns until when messages cost nothing after a customer clicked an
// advertisement or a page's button, and whether they do at all: from the first
// answer of the business, if it was given within 24 hours of the click, for 72
// hours. It is a matter of price alone and opens no window: whether a free
// message may go out is what [Window] says.
func FreeEntry(click, answer time.Time) (until time.Time, ok bool) {
	if click.IsZero() || answer.IsZero() || answer.Before(click) || !answer.Before(click.Add(WindowLength)) {
		return time.Time{}, false
	}
	return instant(answer).Add(FreeEntryLength), true
}
