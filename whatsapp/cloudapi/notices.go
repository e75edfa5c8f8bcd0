package cloudapi

import (
	"iter"
	"time"

	"github.com/decorum-go/decorum/whatsapp"
)

// Notices are what one webhook tells, in its order. They are read-only; the zero
// Notices are none.
//
// Their texts are parts of one copy of the body, and they stand in memory side by
// side: whoever keeps one notice keeps the webhook. Copy what is to live long
// (strings.Clone), or store it as JSON.
type Notices struct {
	list []Notice
}

// Len returns how many there are.
func (n Notices) Len() int { return len(n.list) }

// All yields each notice.
func (n Notices) All() iter.Seq[Notice] {
	return func(yield func(Notice) bool) {
		for _, notice := range n.list {
			if !yield(notice) {
				return
			}
		}
	}
}

// Commands yields what the sessions are to be told, each with the conversation
// that it is for. The instant is when the webhook arrived.
//
// Each of these conversations has [Conversation.Keys]. What is about a contact whose
// ids cannot be read is for no session, lest strangers share one: the error of
// [Decode] tells of such a message, and All has it.
func (n Notices) Commands(at time.Time) iter.Seq2[Conversation, whatsapp.Command] {
	return func(yield func(Conversation, whatsapp.Command) bool) {
		for _, notice := range n.list {
			command, ok := notice.Command(at)
			if !ok {
				continue
			}
			if c := notice.Conversation(); c.isFound() && !yield(c, command) {
				return
			}
		}
	}
}
