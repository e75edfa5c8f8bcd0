// Package transcript folds the events of a contact's sessions into lines ready to
// draw: what the agent sees, and what the customer's own copy has. It is the same
// whatever the order of delivery (guide TR).
//
//	stream := transcript.Stream{Session: key}
//	b := transcript.New(transcript.View{Stream: stream, Options: options})
//	for e := range stream.Stamp(version, events...) {
//		change, err := b.Add(e)
//		…
//	}
//	for line := range b.Lines(0, b.Len()) {
//		draw(line)
//	}
//
// [Of] does all of that for a log that is at hand.
//
// # Events and their places
//
// Events come as [Stamped]: with the log that they stand in and their place in it,
// the version of the session after them. That makes an event the event that it is:
// one that is delivered twice is known by its place, and where two events
// contradict each other, their places decide, never the order of delivery. Everything
// else is a maximum (how far a message came), a set (what hangs on it), or the first
// or last of its log. So equal sets of events give equal lines; a test holds this
// against a naive model, with every order, repetition and pause of delivery.
//
// What is told of a message by the host's id and by WhatsApp's is put together when
// an event names both, whichever of the three comes first.
//
// # Lines
//
// Lines stand in the order of guide TR3: by origination in whole seconds, then
// arrival, then id. The origination of a clock that runs ahead counts no later than
// the arrival (ours). A time is red where a message that was written in a later
// second had arrived before; notices and messages of the history neither turn times
// red nor are red themselves (ours).
//
//   - A [Heading] begins an interaction. It stands right before the message that
//     began it, unless that message was delayed (ours).
//   - A [Message] is what one of the two sides wrote, of whatever kind, or what
//     WhatsApp tells. Reactions, edits and deletions hang on the message that they
//     change and have no line, unless that is not there or was written by the other
//     side: then they are lines of their own (ours). All steps of a call are one line.
//   - A [Notice] is what the desk did, and notes. Events that are the screen's or a
//     draft's have no line: seen, typing, focused, offered, attachments staged and
//     dropped, responses inserted and their parts dropped, case and contact data.
//   - A [Failure] is a message that did not arrive, with the error's meaning and
//     remedy. The message itself tells both, too.
//
// A deleted message leaves a marker and nothing of what it said (ours).
//
// # What is in view
//
// At the opening, the current interaction and as many earlier ones as the option
// transcript-interactions-count has; [Builder.More] opens as many again (guide TR5).
// What has arrived since the oldest of them began is in view even if it was written
// long before, so that no late message is missed (ours). When a new interaction
// begins, the oldest one leaves the view. [Builder.ShowOtherChannels] shows other
// channels (guide TR6).
//
// # Redrawing
//
// [Builder.Add] returns a [Change]: which lines left the view, which are new, and
// which may look different. Lines are made when they are asked for, by [Builder.Line]
// and [Builder.Lines], so a screen pays for what it shows. A [Line] is plain data with
// the previews of packages template, location and attachment in it; [Line.Runs] has
// the markup, emojis and links of its text, and [Line.String] is the whole as text.
//
// # Cost
//
// Adding an event to n others is O(log n), amortised: one message takes away the
// lines of all that hangs on it once. A line costs O(log n) and what hangs on its
// message. A text takes about 320 bytes beside its own strings, which are shared
// with the event. What is kept grows with the events, as the log does: give a
// builder the sessions that are to be seen, not all there ever were.
package transcript
