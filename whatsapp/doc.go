// Package whatsapp decides what a contact centre's WhatsApp desk may do: may this
// message go out now, by this agent, to this contact; and what did this event
// change.
//
// # Session and Policy
//
// A [Session] is the long-lived conversation of one contact with one business
// number: an immutable value, made from [Event] values and nothing else. A
// [Policy] decides: it answers a [Command] with events or with all that speaks
// against it. The host stores the events, and does what they say.
//
//	events, err := policy.Handle(session, command) // decides
//	session, err = session.Apply(events...)         // folds
//
// [Policy.Check] is the same as a dry run, [Policy.MaySend] judges a draft,
// [Policy.Actions] tells a screen what to enable, and [Policy.Next] is the one
// timer that a host needs. [Session.Outbox] has the messages that are to be sent,
// [Session.Version] is the optimistic lock, [AppendEvent] and [UnmarshalEvent] are
// the log. Package whatsapptest tests a host's own policy in a few lines.
//
// # The life of a message that goes out
//
// [SendMessage] comes with the host's own id, LocalID. Its event, [SendRequested],
// has the message as it goes out. The host sends it, LocalID as
// biz_opaque_callback_data, and tells [ReportAccepted] or [ReportFailed]; a status
// that overtakes the answer ([ReportStatus]) stands for it.
//
// # Small values
//
// Each stands by itself and is a rule of the desk:
//
//   - [Window]: the 24 hours in which a customer can be answered freely.
//   - [PendingResponse]: since when a customer waits, and how urgent it is.
//   - [Blinking]: whether a new message still blinks.
//   - [Privileges], [Agent], [Capacity]: who may do what, and how much at once.
//   - [Routing]: which agent an interaction is offered to.
//   - [OutboundChannels]: the channels on which a session may be started.
//   - [ResponsePlan]: in which order a standard response goes out.
//   - [ExpandFieldCodes]: field codes in a standard response.
//
// Time comes in as an argument, and is kept in UTC without the monotonic clock:
// values made from equal instants are equal, and may be compared with == where
// they are comparable.
package whatsapp
