package transcript_test

import (
	"fmt"
	"slices"
	"time"

	"github.com/decorum-go/decorum/whatsapp"
	"github.com/decorum-go/decorum/whatsapp/message"
	"github.com/decorum-go/decorum/whatsapp/transcript"
)

// A screen holds what is drawn: here texts, elsewhere the rows of a list view.
type screen struct{ rows []string }

// draw does what a change says, in this order: takes away from the end on, puts in
// from the front on, and draws anew.
func (s *screen) draw(b *transcript.Builder, c transcript.Change) {
	for _, gone := range slices.Backward(c.Gone) {
		s.rows = slices.Delete(s.rows, gone.From, gone.To)
	}
	for _, added := range c.New {
		var rows []string
		for line := range b.Lines(added.From, added.To) {
			rows = append(rows, line.String())
		}
		s.rows = slices.Insert(s.rows, added.From, rows...)
	}
	for _, i := range c.Changed() {
		line := b.Line(i)
		s.rows[i] = line.String()
	}
}

// A screen follows a conversation by its changes alone, and has what it would have
// if it drew everything: here a late message, which stands before what came sooner.
func ExampleChange() {
	var (
		stream  transcript.Stream
		session whatsapp.Session
		s       screen
	)
	b := transcript.New(transcript.View{Stream: stream})
	store := func(events ...whatsapp.Event) {
		for e := range stream.Stamp(session.Version(), events...) {
			change, err := b.Add(e)
			if err != nil {
				fmt.Println(err)
				return
			}
			s.draw(b, change)
			if session, err = session.Apply(e.Event); err != nil {
				fmt.Println(err)
				return
			}
		}
	}
	late := received(0, "wamid.1", message.Text{Body: "Hello?"})
	late.At, late.Envelope.Arrived = nine(time.Minute), nine(time.Minute)
	store(whatsapp.Queued{At: nine(time.Second), Interaction: 1})
	store(received(2*time.Second, "wamid.2", message.Text{Body: "Anybody there?"}))
	store(
		whatsapp.Accepted{At: nine(5 * time.Second), Agent: "bob"},
		whatsapp.SendRequested{At: nine(9 * time.Second), Agent: "bob", LocalID: "m1", Message: message.Text{Body: "Me."}},
	)
	store(late)
	store(received(61*time.Second, "wamid.3", message.Edit{Target: "wamid.2", Message: message.Text{Body: "Is anybody there?"}}))

	for _, row := range s.rows {
		fmt.Println(row)
	}
	var all []string
	for line := range b.Lines(0, b.Len()) {
		all = append(all, line.String())
	}
	fmt.Println("as drawn at once:", slices.Equal(all, s.rows))
	// Output:
	// 09:01:00!  Ann: Hello?
	// -- 2026-03-01 09:00 interaction 1
	// 09:00:02  Ann: Is anybody there?
	//           before: Anybody there?
	// 09:00:05  -- bob: Accepted
	// 09:00:09  > bob [queued]: Me.
	// as drawn at once: true
}
