package main

import (
	"fmt"
	"slices"
	"time"

	"github.com/decorum-go/decorum/whatsapp"
	"github.com/decorum-go/decorum/whatsapp/message"
)

// scanned is a session that keeps its events and looks through them: what is
// written first, before it is slow.
type scanned struct{ events []whatsapp.Event }

// receive takes a text in by the same rules: a repetition is none, the state says
// whether an interaction begins, and the window is that of all messages.
func (n *scanned) receive(c whatsapp.Receive) (taken int, window time.Time) {
	state, interaction := whatsapp.StateIdle, 0
	for _, e := range n.events {
		switch e := e.(type) {
		case whatsapp.Received:
			if e.Envelope.ID == c.Envelope.ID && c.At.Before(e.At.Add(whatsapp.IDLifetime)) {
				return 0, window
			}
			if first := e.Envelope.Originated; first.After(window) {
				window = first
			}
		case whatsapp.Queued:
			state, interaction = whatsapp.StateQueued, e.Interaction
		case whatsapp.Done:
			state = whatsapp.StateIdle
		}
	}
	if c.Envelope.Originated.After(window) {
		window = c.Envelope.Originated
	}
	n.events = append(n.events, whatsapp.Received(c))
	if state != whatsapp.StateIdle {
		return 1, window
	}
	n.events = append(n.events, whatsapp.Queued{At: c.At, Interaction: interaction + 1, Why: whatsapp.QueuedNew})
	return 2, window
}

func sessionAreas() []area {
	policy, err := whatsapp.NewPolicy(whatsapp.DefaultConfig())
	if err != nil {
		panic(err)
	}
	start := time.Date(2026, time.March, 1, 9, 0, 0, 0, time.UTC)
	text := func(i int) whatsapp.Receive {
		at := start.Add(time.Duration(i) * time.Second)
		return whatsapp.Receive{At: at, Message: message.Text{Body: "Good morning"}, Envelope: message.Envelope{
			ID: fmt.Sprintf("wamid.HBgLMTY1MDM4Nzk0MzVTYASGBQzQTRBNjU5OUFFRT%08d", i), Direction: message.Inbound, Originated: at, Arrived: at,
		}}
	}
	take := func(s whatsapp.Session, c whatsapp.Receive) (whatsapp.Session, int) {
		events, err := policy.Handle(s, c)
		if err != nil {
			panic(err)
		}
		for _, e := range events {
			if s, err = s.Apply(e); err != nil {
				panic(err)
			}
		}
		return s, len(events)
	}
	var areas []area
	for _, n := range []int{10, 1_000, 4_000} {
		var s whatsapp.Session
		naive := &scanned{}
		for i := range n {
			s, _ = take(s, text(i))
			naive.receive(text(i))
		}
		next := text(n)
		a := area{
			name: fmt.Sprintf("whatsapp: Handle and Apply a text after %d", n),
			check: func() error {
				for i := range n + 1 {
					one, taken := take(s, text(i))
					copied := &scanned{slices.Clone(naive.events)}
					want, window := copied.receive(text(i))
					if taken != want || taken > 0 && !one.Window().LastHeard().Equal(window) {
						return fmt.Errorf("message %d: %d and %d events", i, taken, want)
					}
				}
				return nil
			},
			candidates: []candidate{
				{name: "decorum", run: func() {
					_, taken := take(s, next)
					sink += taken
				}},
				{name: "a scan of the history", run: func() {
					kept := len(naive.events)
					taken, _ := naive.receive(next)
					naive.events = naive.events[:kept]
					sink += taken
				}},
			},
		}
		if n > 10 {
			a.candidates[1].target = 5
		}
		areas = append(areas, a)
	}
	var s whatsapp.Session
	s, _ = take(s, text(0))
	agent := whatsapp.Agent{ID: "ann"}
	var m message.Message = message.Text{Body: "We recommend rebooting your device to resolve the issue"}
	return append(areas, area{
		name: "whatsapp: MaySend a text",
		candidates: []candidate{{name: "decorum", run: func() {
			if policy.MaySend(s, agent, m, start).OK() {
				sink++
			}
		}}},
	})
}
