package main

import (
	"fmt"
	"slices"
	"time"

	"github.com/decorum-go/decorum/whatsapp"
	"github.com/decorum-go/decorum/whatsapp/message"
	"github.com/decorum-go/decorum/whatsapp/transcript"
)

// rebuilt is a transcript that keeps its events and makes all lines anew for each:
// what is written first, before it is slow. It knows texts and statuses.
type rebuilt struct {
	events []transcript.Stamped
	lines  []rebuiltLine
}

type rebuiltLine struct {
	id      string
	written time.Time
	arrived time.Time
	body    string
	state   whatsapp.DeliveryStatus
}

func (n *rebuilt) add(e transcript.Stamped) {
	n.events = append(n.events, e)
	n.lines = n.lines[:0]
	states := map[string]whatsapp.DeliveryStatus{}
	seen := map[uint64]bool{}
	for _, e := range n.events {
		if seen[e.Version] {
			continue
		}
		seen[e.Version] = true
		switch v := e.Event.(type) {
		case whatsapp.Received:
			if body, ok := v.Message.(message.Text); ok {
				n.lines = append(n.lines, rebuiltLine{id: v.Envelope.ID, written: v.Envelope.Originated, arrived: v.Envelope.Arrived, body: body.Body})
			}
		case whatsapp.SendRequested:
			if body, ok := v.Message.(message.Text); ok {
				n.lines = append(n.lines, rebuiltLine{id: v.LocalID, written: v.At, arrived: v.At, body: body.Body})
			}
		case whatsapp.StatusChanged:
			states[v.LocalID] = max(states[v.LocalID], v.Status)
		}
	}
	for i := range n.lines {
		n.lines[i].state = states[n.lines[i].id]
	}
	slices.SortFunc(n.lines, func(a, b rebuiltLine) int {
		if c := a.written.Compare(b.written); c != 0 {
			return c
		}
		return a.arrived.Compare(b.arrived)
	})
}

// transcriptEvent is the i-th of a conversation: a text of the customer, one of the
// agent, and its status.
func transcriptEvent(i int) transcript.Stamped {
	at := time.Date(2026, time.March, 1, 9, 0, i, 0, time.UTC)
	s := transcript.Stamped{Version: uint64(i) + 1} //nolint:gosec // small
	switch i % 3 {
	case 0:
		s.Event = whatsapp.Received{At: at, Message: message.Text{Body: "Good morning"}, Envelope: message.Envelope{
			ID: fmt.Sprintf("wamid.%08d", i), Direction: message.Inbound, Originated: at, Arrived: at,
		}}
	case 1:
		s.Event = whatsapp.SendRequested{At: at, Agent: "ann", LocalID: fmt.Sprintf("m%d", i), Message: message.Text{Body: "Good morning"}}
	default:
		s.Event = whatsapp.StatusChanged{At: at, LocalID: fmt.Sprintf("m%d", i-1), Status: whatsapp.StatusRead}
	}
	return s
}

func transcriptAreas() []area {
	var areas []area
	for _, n := range []int{10, 1_000, 10_000} {
		b, naive := transcript.New(transcript.View{}), &rebuilt{}
		for i := range n {
			if _, err := b.Add(transcriptEvent(i)); err != nil {
				panic(err)
			}
			naive.events = append(naive.events, transcriptEvent(i))
		}
		version := n
		a := area{
			name: fmt.Sprintf("transcript: an event and its line after %d events", n),
			check: func() error {
				own, other := transcript.New(transcript.View{}), &rebuilt{}
				for i := range min(n, 500) + 1 {
					e := transcriptEvent(i)
					if _, err := own.Add(e); err != nil {
						return err
					}
					other.add(e)
				}
				if own.Len() != len(other.lines) {
					return fmt.Errorf("%d and %d lines", own.Len(), len(other.lines))
				}
				for i := range other.lines {
					l := own.Line(i)
					if l.Text != other.lines[i].body || (l.Delivery.State == transcript.Read) != (other.lines[i].state == whatsapp.StatusRead) {
						return fmt.Errorf("line %d: %s", i, l)
					}
				}
				return nil
			},
			candidates: []candidate{
				{name: "decorum, the log as it grows", run: func() {
					if _, err := b.Add(transcriptEvent(version)); err != nil {
						panic(err)
					}
					version++
					sink += len(b.Line(b.Len() - 1).Text)
				}},
				{name: "sorted and folded anew", run: func() {
					kept := len(naive.events)
					naive.add(transcriptEvent(n))
					sink += len(naive.lines[len(naive.lines)-1].body)
					naive.events = naive.events[:kept]
				}},
			},
		}
		switch n {
		case 1_000:
			a.candidates[1].target = 20
		case 10_000:
			a.candidates[1].target = 200
		}
		areas = append(areas, a)
	}
	var log []transcript.Stamped
	for i := range 10_000 {
		log = append(log, transcriptEvent(i))
	}
	back := slices.Clone(log)
	slices.Reverse(back)
	return append(areas, area{
		name: "transcript: all lines of 10,000 events", ops: len(log),
		candidates: []candidate{
			{name: "transcript.Of, in order", run: func() { sink += len(transcript.Of(slices.Values(log), transcript.View{})) }},
			{name: "transcript.Of, backwards", run: func() { sink += len(transcript.Of(slices.Values(back), transcript.View{})) }},
		},
	})
}
