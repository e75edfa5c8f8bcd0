package oracle_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"github.com/decorum-go/decorum/attachment"
	"github.com/decorum-go/decorum/template"
	"github.com/decorum-go/decorum/whatsapp"
	"github.com/decorum-go/decorum/whatsapp/message"
	"github.com/decorum-go/decorum/whatsapp/option"
	"github.com/decorum-go/decorum/whatsapp/transcript"
)

var question = message.Structured{Structured: template.ReplyButtons{
	Body: "Which?", Buttons: []template.Reply{{ID: "a", Title: "A"}, {ID: "b", Title: "B"}},
}}

// randomHistory draws the logs of up to three sessions. Ids are few, so that
// messages are named twice, before they are there, and by the wrong ones.
func randomHistory(t *rapid.T) (events []transcript.Stamped) {
	streams := []transcript.Stream{{Session: "s", Channel: "main"}, {Session: "s", Channel: "other"}, {Session: "t", Channel: "main"}}
	wamid := rapid.SampledFrom([]string{"w1", "w2", "w3", "w4", "w5", "w6"})
	local := rapid.SampledFrom([]string{"m1", "m2", "m3"})
	agent := rapid.SampledFrom([]string{"ann", "bob"})
	small := rapid.IntRange(0, 3)
	for _, s := range streams[:rapid.IntRange(1, 3).Draw(t, "streams")] {
		at := sessionStart
		interaction := 0
		for v := range rapid.IntRange(0, 14).Draw(t, "events") {
			at = at.Add(time.Duration(rapid.IntRange(0, 40).Draw(t, "later")) * 700 * time.Millisecond)
			e := randomTold(t, at, wamid, local, agent)
			if small.Draw(t, "queued") == 0 {
				interaction += rapid.IntRange(0, 1).Draw(t, "next")
				e = whatsapp.Queued{At: at, Interaction: interaction, Why: whatsapp.QueueReason(small.Draw(t, "why"))} //nolint:gosec // below 4
			}
			events = append(events, transcript.Stamped{Stream: s, Version: uint64(v) + 1, Event: e}) //nolint:gosec // small
		}
	}
	return events
}

func randomTold(t *rapid.T, at time.Time, wamid, local, agent *rapid.Generator[string]) whatsapp.Event {
	switch rapid.IntRange(0, 16).Draw(t, "event") {
	case 0, 1, 2, 3, 4:
		return randomReceived(t, at, wamid)
	case 5, 6:
		var m message.Message = message.Text{Body: "Here"}
		switch rapid.IntRange(0, 4).Draw(t, "what") {
		case 0, 1:
			m = question
		case 2:
			m = message.Reaction{Target: wamid.Draw(t, "target"), Emoji: rapid.SampledFrom([]string{"❤️", ""}).Draw(t, "emoji")}
		}
		e := whatsapp.SendRequested{At: at, Agent: agent.Draw(t, "agent"), LocalID: local.Draw(t, "local"), Message: m}
		if rapid.Bool().Draw(t, "reply") {
			e.ReplyTo = wamid.Draw(t, "to")
		}
		if rapid.IntRange(0, 4).Draw(t, "bot") == 0 {
			e.Agent, e.Bot = "", true
		}
		return e
	case 7, 8:
		return whatsapp.SendAccepted{At: at, LocalID: local.Draw(t, "local"), WAMID: wamid.Draw(t, "wamid")}
	case 9, 10:
		e := whatsapp.StatusChanged{At: at, Status: whatsapp.DeliveryStatus(rapid.IntRange(1, 5).Draw(t, "status")), WAMID: wamid.Draw(t, "wamid")} //nolint:gosec // below 6
		if rapid.Bool().Draw(t, "both") {
			e.LocalID = local.Draw(t, "local")
		}
		return e
	case 11:
		e := whatsapp.SendFailed{At: at, Error: rapid.SampledFrom([]int{0, 131026, 131047, 7}).Draw(t, "code")}
		if rapid.Bool().Draw(t, "local?") {
			e.LocalID = local.Draw(t, "local")
		} else {
			e.WAMID = wamid.Draw(t, "wamid")
		}
		return e
	case 12:
		return whatsapp.MediaDescribed{At: at, ID: wamid.Draw(t, "wamid"), Message: message.Media{
			File: attachment.Image, Name: rapid.SampledFrom([]string{"", "a.png", "b.png"}).Draw(t, "name"), Size: int64(rapid.IntRange(0, 2).Draw(t, "size")),
		}}
	case 13:
		return whatsapp.Seen{At: at, Agent: agent.Draw(t, "agent"), ID: wamid.Draw(t, "wamid")}
	case 14:
		return whatsapp.NoteAdded{At: at, Agent: agent.Draw(t, "agent"), Text: "secret"}
	case 15:
		return rapid.SampledFrom([]whatsapp.Event{
			whatsapp.ConsultStarted{At: at, Agent: "ann", With: whatsapp.Target{Kind: whatsapp.TargetAgent, Name: "secret"}},
			whatsapp.ConsultEnded{At: at, Agent: "ann"},
			whatsapp.Accepted{At: at, Agent: "ann"},
			whatsapp.Transferred{At: at, Agent: "ann", ToAgent: "bob"},
			whatsapp.Typing{At: at, Agent: "ann"},
			whatsapp.CaseDataSet{At: at, Agent: "ann"},
		}).Draw(t, "desk")
	default:
		return whatsapp.Done{At: at, Agent: "ann", Interaction: 1, Disposition: "secret"}
	}
}

func randomReceived(t *rapid.T, at time.Time, wamid *rapid.Generator[string]) whatsapp.Event {
	e := whatsapp.Received{At: at}
	e.Envelope = message.Envelope{ID: wamid.Draw(t, "wamid"), Direction: message.Inbound, Arrived: at}
	e.Envelope.From.Name = rapid.SampledFrom([]string{"", "Zoë", "Zoe"}).Draw(t, "nickname")
	e.Envelope.Originated = at.Add(-time.Duration(rapid.IntRange(-3, 40).Draw(t, "delay")) * 2 * time.Second).Truncate(time.Second)
	switch rapid.IntRange(0, 9).Draw(t, "odd") {
	case 0:
		e.Envelope.Direction = message.Echo
	case 1:
		e.Envelope.History, e.Envelope.Arrived = true, time.Time{}
	case 2:
		e.Envelope.Originated = time.Time{}
	case 3:
		e.Envelope.Context.Forwarded = true
	case 4:
		e.Envelope.Referral.SourceID = "ad"
	}
	if rapid.Bool().Draw(t, "quotes") {
		e.Envelope.Context.ID = wamid.Draw(t, "context")
	}
	target := wamid.Draw(t, "target")
	if rapid.IntRange(0, 9).Draw(t, "told of what") == 0 {
		target = ""
	}
	switch rapid.IntRange(0, 9).Draw(t, "message") {
	case 0, 1:
		e.Message = message.Text{Body: "Hello"}
	case 2:
		e.Message = message.Reaction{Target: target, Emoji: rapid.SampledFrom([]string{"👍", "😂", ""}).Draw(t, "emoji")}
	case 3:
		edit := message.Edit{Target: target, Message: message.Text{Body: rapid.SampledFrom([]string{"x", "y"}).Draw(t, "text")}}
		if rapid.IntRange(0, 3).Draw(t, "says") == 0 {
			edit.Message, edit.Context.ID = nil, wamid.Draw(t, "context")
		}
		e.Message = edit
	case 4:
		e.Message = message.Deletion{Target: target}
	case 5, 6:
		choice := rapid.SampledFrom([]string{"a", "b", "c"}).Draw(t, "choice")
		e.Message = message.Answer{By: message.ByReplyButton, ID: choice, Title: choice}
	case 7:
		e.Message = message.Media{File: rapid.SampledFrom([]attachment.Kind{attachment.Image, attachment.UnknownKind}).Draw(t, "file"), Caption: "Look"}
	case 8:
		step := rapid.SampledFrom([]message.CallEvent{message.CallConnect, message.CallAccepted, message.CallTerminate}).Draw(t, "step")
		return whatsapp.Called{At: at, Envelope: e.Envelope, Message: message.Call{Event: step, Direction: message.Inbound}}
	default:
		e.Message = message.System{Event: message.KeyChanged, Text: "changed"}
	}
	return e
}

func randomView(t *rapid.T) transcript.View {
	v := transcript.View{Stream: transcript.Stream{Session: "s", Channel: "main"}, Options: option.Default()}
	v.Audience = transcript.Audience(rapid.IntRange(0, 1).Draw(t, "audience")) //nolint:gosec // 0 or 1
	v.Options.MessageDelayTimespan = 20 * time.Second
	v.Options.TranscriptInteractionsCount = rapid.IntRange(1, 3).Draw(t, "count")
	v.Options.ShowCrossChannelMessages = rapid.Bool().Draw(t, "cross")
	v.ContactName = rapid.SampledFrom([]string{"", "Ms Smith"}).Draw(t, "contact")
	return v
}

// differ returns how lines differ. What is deeply equal is, which is found out
// soon.
func differ(x, y []transcript.Line) string {
	if len(x)+len(y) == 0 || reflect.DeepEqual(x, y) {
		return ""
	}
	return gocmp.Diff(x, y, cmpopts.EquateEmpty())
}

// told returns the events, to be read by a person.
func told(events []transcript.Stamped) string {
	var b []byte
	for _, e := range events {
		b = fmt.Appendf(b, "%s %s %d ", e.Stream.Session, e.Stream.Channel, e.Version)
		b, _ = whatsapp.AppendEvent(b, e.Event)
		b = append(b, '\n')
	}
	return string(b)
}

// follow draws lines as a screen does that draws only what has changed.
func follow(b *transcript.Builder, lines []transcript.Line, c transcript.Change) []transcript.Line {
	for _, r := range slices.Backward(c.Gone) {
		lines = slices.Delete(lines, r.From, r.To)
	}
	for _, r := range c.New {
		lines = slices.Insert(lines, r.From, slices.Collect(b.Lines(r.From, r.To))...)
	}
	for _, i := range c.Changed() {
		lines[i] = b.Line(i)
	}
	return lines
}

// TestTheTranscriptIsThatOfTheNaiveModel: whatever the order, the repetitions and
// the pauses of delivery, the builder has the lines of the naive model, and a
// screen that follows its changes shows them.
func TestTheTranscriptIsThatOfTheNaiveModel(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		events := randomHistory(t)
		v := randomView(t)
		delivered := slices.Concat(events, events[:rapid.IntRange(0, len(events)).Draw(t, "repeated")])
		delivered = rapid.Permutation(delivered).Draw(t, "order")
		b := transcript.New(v)
		var shown []transcript.Line
		pages, others := 0, false
		states := map[transcript.ID]transcript.Delivery{}
		sure := func(when string) {
			lines := slices.Collect(b.Lines(0, b.Len()))
			if diff := differ(lines, shown); diff != "" {
				t.Fatalf("%s: what a screen shows that follows the changes:\n%s\n%s", when, diff, told(delivered))
			}
			for _, l := range lines {
				if was := states[l.ID]; l.Kind == transcript.Message && (l.Delivery.State < was.State || l.Delivery.Reached < was.Reached) {
					t.Fatalf("%s: %v fell from %v to %v\n%s", when, l.ID, was, l.Delivery, told(delivered))
				}
				states[l.ID] = l.Delivery
			}
		}
		for _, e := range delivered {
			c, err := b.Add(e)
			if err != nil {
				t.Fatal(err)
			}
			shown = follow(b, shown, c)
			sure("after an event")
			switch rapid.IntRange(0, 12).Draw(t, "ask") {
			case 0:
				if b.HasEarlier() {
					pages++
				}
				shown = follow(b, shown, b.More())
				sure("after More")
			case 1:
				others = true
				shown = follow(b, shown, b.ShowOtherChannels())
				sure("with other channels")
			}
		}
		if diff := differ(naiveOf(events, v, pages, others), slices.Collect(b.Lines(0, b.Len()))); diff != "" {
			t.Fatalf("naive and builder:\n%s\n%s", diff, told(delivered))
		}
		if pages == 0 && (!others || v.Options.ShowCrossChannelMessages) {
			if diff := differ(naiveOf(events, v, 0, false), transcript.Of(slices.Values(delivered), v)); diff != "" {
				t.Fatalf("naive and Of:\n%s", diff)
			}
		}
	})
}

// secretless returns the event without what is the desk's own, or false for one
// that is the desk's as a whole.
func secretless(e whatsapp.Event) (whatsapp.Event, bool) {
	switch e := e.(type) {
	case whatsapp.Received, whatsapp.Called, whatsapp.MediaDescribed, whatsapp.StatusChanged, whatsapp.SendAccepted:
		return e, true
	case whatsapp.SendRequested:
		if e.Agent != "" {
			e.Agent = "another"
		}
		return e, true
	case whatsapp.SendFailed:
		e.Error = 1
		return e, true
	case whatsapp.Queued:
		e.Queue = "another"
		_, ok := begins(e)
		return e, ok
	default:
		return nil, false
	}
}

// otherwise returns the events, with another text in place of each that never reached
// the customer.
func otherwise(events []transcript.Stamped, v transcript.View) []transcript.Stamped {
	events = slices.Clone(events)
	n := &naiveTranscript{view: v, others: true, events: events, groups: map[naiveID]int{}}
	n.gather()
	for i, e := range events {
		r, ok := e.Event.(whatsapp.SendRequested)
		if !ok || message.Target(r.Message) != "" || !n.group(e.Stream, r.LocalID, "").lost() {
			continue
		}
		r.Message = message.Text{Body: "Never"}
		events[i].Event = r
	}
	return events
}

// TestTheCustomersCopyTellsNothingOfTheDesk: it is the same whatever the desk did,
// whoever wrote, and for whatever reason something failed.
func TestTheCustomersCopyTellsNothingOfTheDesk(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		events := randomHistory(t)
		v := randomView(t)
		v.Audience = transcript.ToCustomer
		var public []transcript.Stamped
		for _, e := range events {
			if p, ok := secretless(e.Event); ok {
				e.Event = p
				public = append(public, e)
			}
		}
		lines := transcript.Of(slices.Values(events), v)
		if diff := differ(transcript.Of(slices.Values(public), v), lines); diff != "" {
			t.Fatalf("the copy tells of the desk:\n%s\n%s", diff, told(events))
		}
		if diff := differ(transcript.Of(slices.Values(otherwise(events, v)), v), lines); diff != "" {
			t.Fatalf("the copy tells of what never came:\n%s\n%s", diff, told(events))
		}
		for i := range lines {
			if s := lines[i].String(); strings.Contains(s, "secret") || strings.Contains(s, "bob") {
				t.Fatalf("the copy tells of the desk: %s", s)
			}
		}
	})
}
