package transcript_test

import (
	"fmt"
	"slices"
	"time"

	"github.com/decorum-go/decorum/template"
	"github.com/decorum-go/decorum/whatsapp"
	"github.com/decorum-go/decorum/whatsapp/markup"
	"github.com/decorum-go/decorum/whatsapp/message"
	"github.com/decorum-go/decorum/whatsapp/option"
	"github.com/decorum-go/decorum/whatsapp/transcript"
)

// nine is nine o'clock, and some time after.
func nine(after time.Duration) time.Time {
	return time.Date(2026, time.March, 1, 9, 0, 0, 0, time.UTC).Add(after)
}

func received(after time.Duration, id string, m message.Message) whatsapp.Received {
	e := whatsapp.Received{At: nine(after), Message: m}
	e.Envelope = message.Envelope{ID: id, Direction: message.Inbound, Originated: nine(after), Arrived: nine(after)}
	e.Envelope.From.Name = "Ann"
	return e
}

// What the agent sees of a conversation, from the log of its session.
func Example() {
	log := []whatsapp.Event{
		received(0, "wamid.1", message.Text{Body: "Where is my order?"}),
		whatsapp.Queued{At: nine(0), Interaction: 1, Why: whatsapp.QueuedNew},
		whatsapp.Accepted{At: nine(5 * time.Second), Agent: "bob"},
		whatsapp.SendRequested{
			At: nine(20 * time.Second), Agent: "bob", LocalID: "m1", ReplyTo: "wamid.1",
			Message: message.Text{Body: "On its way. Shall we ring?"},
		},
		whatsapp.SendAccepted{At: nine(21 * time.Second), LocalID: "m1", WAMID: "wamid.2"},
		whatsapp.StatusChanged{At: nine(30 * time.Second), LocalID: "m1", WAMID: "wamid.2", Status: whatsapp.StatusRead},
		received(40*time.Second, "wamid.3", message.Reaction{Target: "wamid.2", Emoji: "👍"}),
	}
	var stream transcript.Stream
	for _, line := range transcript.Of(stream.Stamp(0, log...), transcript.View{}) {
		fmt.Println(line)
	}
	// Output:
	// -- 2026-03-01 09:00 interaction 1
	// 09:00:00  Ann: Where is my order?
	// 09:00:05  -- bob: Accepted
	// 09:00:20  > bob [read]: On its way. Shall we ring?
	//           > Ann: Where is my order?
	//           👍 Ann
}

// A screen draws only what is new, whatever comes when.
func ExampleBuilder_Add() {
	b := transcript.New(transcript.View{})
	log := []whatsapp.Event{
		whatsapp.Queued{At: nine(0), Interaction: 1},
		whatsapp.SendRequested{At: nine(time.Second), Agent: "bob", LocalID: "m1", Message: message.Text{Body: "Good morning"}},
		whatsapp.SendAccepted{At: nine(2 * time.Second), LocalID: "m1", WAMID: "wamid.1"},
		whatsapp.StatusChanged{At: nine(3 * time.Second), WAMID: "wamid.1", Status: whatsapp.StatusDelivered},
	}
	stamped := slices.Collect(transcript.Stream{}.Stamp(0, log...))
	for _, i := range []int{3, 0, 1, 1, 2} { // the status overtakes the rest
		change, err := b.Add(stamped[i])
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println("new:", change.New, "changed:", change.Changed())
	}
	for line := range b.Lines(0, b.Len()) {
		fmt.Println(line)
	}
	// Output:
	// new: [] changed: []
	// new: [{0 1}] changed: []
	// new: [{1 2}] changed: []
	// new: [] changed: []
	// new: [] changed: [1]
	// -- 2026-03-01 09:00 interaction 1
	// 09:00:01  > bob [delivered]: Good morning
}

// The line of an answer shows what was answered, with what was chosen.
func ExampleLine_structured() {
	question := message.Structured{Structured: template.ReplyButtons{
		Body: "Shall we deliver on Friday?", Buttons: []template.Reply{{ID: "yes", Title: "Yes"}, {ID: "no", Title: "No"}},
	}}
	answer := received(9*time.Second, "wamid.2", message.Answer{By: message.ByReplyButton, ID: "no", Title: "No"})
	answer.Envelope.Context.ID = "wamid.1"
	var stream transcript.Stream
	lines := transcript.Of(stream.Stamp(0,
		whatsapp.SendRequested{At: nine(0), Agent: "bob", LocalID: "m1", Message: question},
		whatsapp.SendAccepted{At: nine(0), LocalID: "m1", WAMID: "wamid.1"},
		answer,
	), transcript.View{ContactName: "Ann Smith"})
	option, _ := lines[0].Structured.Chosen()
	fmt.Println(option.Title)
	fmt.Println(lines[1])
	// Output:
	// No
	// 09:00:09  Ann Smith: No
	//           Shall we deliver on Friday?
	//           [ ] Yes
	//           [x] No
}

// The customer's own copy has nothing of the desk.
func ExampleView_audience() {
	log := []whatsapp.Event{
		received(0, "wamid.1", message.Text{Body: "Is it waterproof?"}),
		whatsapp.Queued{At: nine(0), Interaction: 1, Why: whatsapp.QueuedNew},
		whatsapp.ConsultStarted{At: nine(time.Minute), Agent: "bob", With: whatsapp.Target{Kind: whatsapp.TargetAgent, Name: "eve"}},
		whatsapp.NoteAdded{At: nine(time.Minute), Agent: "bob", Text: "Asks this every week."},
		whatsapp.SendRequested{At: nine(2 * time.Minute), Agent: "bob", LocalID: "m1", Message: message.Text{Body: "It is."}},
	}
	v := transcript.View{Audience: transcript.ToCustomer, Business: "Umbrellas Ltd"}
	for _, line := range transcript.Of(transcript.Stream{}.Stamp(0, log...), v) {
		fmt.Println(line)
	}
	// Output:
	// -- 2026-03-01 09:00
	// 09:00:00  Ann: Is it waterproof?
	// 09:02:00  > Umbrellas Ltd: It is.
}

// "See older messages".
func ExampleBuilder_More() {
	b := transcript.New(transcript.View{})
	for e := range (transcript.Stream{}).Stamp(0, interactions(4)...) {
		if _, err := b.Add(e); err != nil {
			fmt.Println(err)
			return
		}
	}
	for {
		fmt.Println(b.Line(0), "and", b.Len()-1, "more")
		if !b.HasEarlier() {
			break
		}
		b.More()
	}
	// Output:
	// -- 2026-03-01 09:02 interaction 3 and 5 more
	// -- 2026-03-01 09:01 interaction 2 and 8 more
	// -- 2026-03-01 09:00 interaction 1 and 11 more
}

// What blinks, and where the screen scrolls to.
func ExampleBuilder_News() {
	options := option.Default()
	options.NewMessageBlinking, options.NewMessageBlinkingDuration = true, 10*time.Second
	b := transcript.New(transcript.View{Options: options})
	for e := range (transcript.Stream{}).Stamp(0,
		received(0, "wamid.1", message.Text{Body: "Hello?"}),
		received(5*time.Second, "wamid.2", message.Text{Body: "Anybody there?"}),
	) {
		if _, err := b.Add(e); err != nil {
			fmt.Println(err)
			return
		}
	}
	n := b.News(nine(7 * time.Second))
	fmt.Println(b.Line(n.Line), n.Scroll, n.Blinks, n.Until.Format(time.TimeOnly))
	// Output: 09:00:05  Ann: Anybody there? true true 09:00:15
}

// The runs of a line, as a screen draws them.
func ExampleLine_Runs() {
	hello := received(0, "wamid.1", message.Text{Body: "See *this*: example.com/a 👍"})
	for _, line := range transcript.Of(transcript.Stream{}.Stamp(0, hello), transcript.View{}) {
		for run := range line.Runs() {
			switch run.Kind {
			case markup.Marker:
			case markup.Link:
				fmt.Printf("%q opens %s\n", run.Text, run.Link.URL())
			default:
				fmt.Printf("%q is %s\n", run.Text, run.Kind)
			}
		}
	}
	// Output:
	// "See " is text
	// "this" is text
	// ": " is text
	// "example.com/a" opens https://example.com/a
	// " " is text
	// "👍" is emoji
}
