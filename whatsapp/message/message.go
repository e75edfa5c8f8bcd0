package message

import (
	"log/slog"

	"github.com/decorum-go/decorum"
)

// Message is the content of a message. It is a sealed union: only the types of
// this package are in it, and a type switch over them is complete with
// [Unknown]. A nil Message is none.
//
// Messages are values. Go lets a pointer to one pass for a Message as well, but
// type switches, those of this library among them, look for the values; a policy
// refuses pointers as [decorum.Unknown]. What a message holds must not be changed
// while it is in use.
type Message interface {
	// Kind returns what the message is.
	Kind() Kind
	// Check returns all that keeps the message from being sent under the limits,
	// and warnings, in the order of its JSON. What only customers and WhatsApp
	// send is [decorum.Unsupported].
	Check(l Limits) decorum.Violations
	// Preview returns the message in one line of plain text.
	Preview() Preview
	// AppendJSON appends the message's own JSON, an object with its "type". It
	// does not check the message. [Unmarshal] reads it.
	AppendJSON(dst []byte) ([]byte, error)
	// MarshalJSON returns what AppendJSON appends.
	MarshalJSON() ([]byte, error)
	// LogValue returns the kind and what can be told without the content.
	LogValue() slog.Value

	message()
}

// Types returns the zero value of each type of the union, in the order of the
// package's page: for what goes by the types, such as validation.CheckOf. The slice
// is the caller's own.
func Types() []Message {
	return []Message{
		Text{},
		Media{},
		Location{},
		Contacts{},
		Reaction{},
		Structured{},
		Answer{},
		Order{},
		Call{},
		System{},
		WelcomeRequest{},
		Edit{},
		Deletion{},
		Unsupported{},
		Unknown{},
	}
}

// IsReaction reports whether the message is a reaction, set or removed: it hangs
// on another message (rule TR12) and starts no timer (rule PR1).
func IsReaction(m Message) bool { return m != nil && m.Kind() == KindReaction }

// Target returns the id of the message that m changes: the one that a reaction
// hangs on, that an edit replaces or that a deletion takes back. It is "" for
// all else; what a message answers or quotes is in its [Envelope.Context].
func Target(m Message) string {
	switch m := m.(type) {
	case Reaction:
		return m.Target
	case Edit:
		return m.Target
	case Deletion:
		return m.Target
	}
	return ""
}

// sendable are the kinds that a business may send.
const sendable = "text, image, video, audio, document, sticker, location, contacts, reaction, structured"

// incoming is what Check returns for messages that only come in.
func incoming() decorum.Violations {
	return decorum.Violations{{
		Code: decorum.Unsupported, Severity: decorum.SeverityError, Path: "/type", Want: sendable,
	}}
}
