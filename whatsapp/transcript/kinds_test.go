package transcript_test

import (
	"errors"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/attachment"
	"github.com/decorum-go/decorum/location"
	"github.com/decorum-go/decorum/whatsapp"
	"github.com/decorum-go/decorum/whatsapp/message"
	"github.com/decorum-go/decorum/whatsapp/transcript"
)

// kinds has a message of every kind, and the line that it makes.
var kinds = []struct {
	message message.Message
	side    transcript.Side
	line    string
}{
	{message.Text{Body: "Hello"}, transcript.Left, "09:00:00  Ann: Hello"},
	{message.Media{File: attachment.Image, Name: "a.png", Size: 3}, transcript.Left, "09:00:00  Ann: a.png (image, 3 bytes)"},
	{message.Media{File: attachment.Video, Caption: "Look"}, transcript.Left, "09:00:00  Ann: video (video, size unknown): Look"},
	{message.Media{File: attachment.Audio, MIME: "audio/ogg; codecs=opus"}, transcript.Left, "09:00:00  Ann: audio.ogg (audio, size unknown)"},
	{message.Media{File: attachment.Document, Name: "a.pdf"}, transcript.Left, "09:00:00  Ann: a.pdf (document, size unknown)"},
	{message.Media{File: attachment.Sticker}, transcript.Left, "09:00:00  Ann: sticker (sticker, size unknown)"},
	{message.Media{}, transcript.Left, "09:00:00  Ann: file (file, size unknown)"},
	{message.Location{Place: location.Place{Point: location.MustParse("1,2"), Name: "Shop"}}, transcript.Left, "09:00:00  Ann: Location: Shop\n          1,2"},
	{message.Contacts{Cards: []message.Card{{Name: message.Name{Formatted: "Bob"}}}}, transcript.Left, "09:00:00  Ann: Contacts: Bob"},
	{message.Reaction{Target: "wamid.0", Emoji: "👍"}, transcript.Left, "09:00:00  Ann: Reaction: 👍\n          > a message that is not here"},
	{list(), transcript.Left, "09:00:00  Ann: Which day?\n          [Days]\n          [ ] Monday\n          [ ] Tuesday"},
	{message.Answer{By: message.ByFlow, Title: "Sent"}, transcript.Left, "09:00:00  Ann: Sent"},
	{message.Order{Text: "Please", Items: []message.OrderItem{{ProductID: "p"}}}, transcript.Left, "09:00:00  Ann: Order: Please"},
	{message.Call{Event: message.CallTerminate, Direction: message.Outbound}, transcript.Right, "09:00:00  > Business: Call: terminate"},
	{message.System{Event: message.NumberChanged}, transcript.Center, "09:00:00  -- Ann: System: number_changed"},
	{message.WelcomeRequest{}, transcript.Center, "09:00:00  -- Ann: Conversation opened"},
	{message.Edit{Target: "wamid.0", Message: text("b")}, transcript.Left, "09:00:00  Ann: Edited message: b\n          > a message that is not here"},
	{message.Deletion{Target: "wamid.0"}, transcript.Left, "09:00:00  Ann: Deleted message\n          > a message that is not here"},
	{message.Unsupported{Type: "poll"}, transcript.Left, "09:00:00  Ann: Unsupported message: poll"},
	{message.Unknown{Type: "hologram"}, transcript.Left, "09:00:00  Ann: Unknown message: hologram"},
	{message.Unknown{}, transcript.Left, "09:00:00  Ann: Unknown message"},
	{message.Structured{}, transcript.Left, "09:00:00  Ann: Structured message"},
	{message.Answer{ID: "x"}, transcript.Left, "09:00:00  Ann: Answer: x"},
	{nil, transcript.Left, "09:00:00  Ann: Unknown message"},
}

func TestTR14EveryKindIsALine(t *testing.T) {
	missing := message.Kinds()
	for _, k := range kinds {
		lines := linesOf(transcript.View{}, received(0, "wamid.1", k.message))
		if len(lines) != 1 || lines[0].Side != k.side {
			t.Errorf("%T: %+v", k.message, lines)
			continue
		}
		same(t, lines, k.line)
		if k.message != nil {
			missing = slices.DeleteFunc(missing, func(m message.Kind) bool { return m == k.message.Kind() })
		}
		if diff := cmp.Diff(k.message, lines[0].Message); diff != "" {
			t.Error(diff)
		}
	}
	if len(missing) > 0 {
		t.Errorf("no line is tested for %v", missing)
	}
}

func called(after time.Duration, id string, c message.Call) whatsapp.Called {
	r := received(after, id, c)
	return whatsapp.Called{At: r.At, Envelope: r.Envelope, Message: r.Message}
}

func TestTR14CallsAreOneLine(t *testing.T) {
	step := func(after time.Duration, e message.CallEvent) whatsapp.Called {
		return called(after, "wacid.1", message.Call{Event: e, Direction: message.Inbound})
	}
	way := []whatsapp.Event{step(0, message.CallConnect), step(1, message.CallRinging), step(2, message.CallAccepted), step(3, message.CallTerminate)}
	want := []string{"09:00:00  Ann: Call: terminate"}
	same(t, linesOf(transcript.View{}, way...), want...)
	b := transcript.New(transcript.View{})
	for _, e := range slices.Backward(slices.Collect(transcript.Stream{}.Stamp(0, way...))) {
		if _, err := b.Add(e); err != nil {
			t.Fatal(err)
		}
	}
	same(t, slices.Collect(b.Lines(0, b.Len())), want...)
	for _, way := range [][]whatsapp.Event{
		{step(0, message.CallRejected), step(1, message.CallAccepted)}, {step(0, message.CallAccepted), step(1, message.CallRinging)},
	} {
		log := slices.Collect(transcript.Stream{}.Stamp(0, way...))
		slices.Reverse(log)
		same(t, transcript.Of(slices.Values(log), transcript.View{}), "09:00:00  Ann: Call: accepted")
	}
	// Of two steps that are as far, the later one counts; unknown ones are the least.
	same(t, linesOf(transcript.View{}, step(0, message.CallRejected), step(1, message.CallAccepted), step(2, "waved")), "09:00:00  Ann: Call: accepted")
}

// notices has an event of every kind without a message, and its line.
var notices = []struct {
	event whatsapp.Event
	line  string
}{
	{whatsapp.MarketingChanged{At: nine(0), Stopped: true}, "Marketing messages stopped"},
	{whatsapp.MarketingChanged{At: nine(0)}, "Marketing messages resumed"},
	{whatsapp.AttachmentStaged{At: nine(0), Agent: "bob"}, ""},
	{whatsapp.AttachmentDropped{At: nine(0), Agent: "bob"}, ""},
	{whatsapp.ResponseInserted{At: nine(0), Agent: "bob"}, ""},
	{whatsapp.PartDropped{At: nine(0), Agent: "bob"}, ""},
	{whatsapp.ResponseStopped{At: nine(0), Code: "window_closed"}, "Standard response stopped: window_closed"},
	{whatsapp.Queued{At: nine(0), Interaction: 1, Why: whatsapp.QueuedWritten, Queue: "q"}, "Back in the queue: q"},
	{whatsapp.Queued{At: nine(0), Interaction: 1, Why: whatsapp.QueuedLoggedOut}, "Back in the queue"},
	{whatsapp.Offered{At: nine(0), Agent: "bob"}, ""},
	{whatsapp.Accepted{At: nine(0), Agent: "bob"}, "bob: Accepted"},
	{whatsapp.Rejected{At: nine(0), Agent: "bob"}, "bob: Rejected"},
	{whatsapp.OfferExpired{At: nine(0), Agent: "bob"}, "bob: Not answered"},
	{whatsapp.Parked{At: nine(0), Agent: "bob", Workbin: "w"}, "bob: Moved to a workbin: w"},
	{whatsapp.Opened{At: nine(0), Agent: "bob"}, "bob: Opened"},
	{whatsapp.Held{At: nine(0), Agent: "bob", Queue: "q"}, "bob: On hold: q"},
	{whatsapp.Done{At: nine(0), Agent: "bob", Disposition: "solved"}, "bob: Done: solved"},
	{whatsapp.Ended{At: nine(0), Reason: whatsapp.EndWorkflow}, "Session ended: workflow"},
	{whatsapp.Transferred{At: nine(0), Agent: "bob", ToAgent: "eve"}, "bob: Transferred: eve"},
	{whatsapp.Transferred{At: nine(0), Agent: "bob", ToQueue: "q"}, "bob: Transferred: q"},
	{whatsapp.ConferenceRequested{At: nine(0), Agent: "bob", To: whatsapp.Target{Kind: whatsapp.TargetAgent, Name: "eve"}}, "bob: Conference: eve"},
	{whatsapp.Joined{At: nine(0), Agent: "eve"}, "eve: Joined"},
	{whatsapp.Left{At: nine(0), Agent: "eve"}, "eve: Left"},
	{whatsapp.ConsultStarted{At: nine(0), Agent: "bob", With: whatsapp.Target{Kind: whatsapp.TargetQueue, Name: "law"}}, "bob: Consultation: law"},
	{whatsapp.ConsultStarted{At: nine(0), Agent: "bob", Voice: true}, "bob: Consultation by telephone"},
	{whatsapp.ConsultEnded{At: nine(0), Agent: "bob"}, "bob: Consultation ended"},
	{whatsapp.Seen{At: nine(0), Agent: "bob"}, ""},
	{whatsapp.Typing{At: nine(0), Agent: "bob"}, ""},
	{whatsapp.Focused{At: nine(0), Agent: "bob"}, ""},
	{whatsapp.NoteAdded{At: nine(0), Agent: "bob", Text: "One\ntwo"}, "bob: Note: One\n          two"},
	{whatsapp.CaseDataSet{At: nine(0), Agent: "bob"}, ""},
	{whatsapp.ContactDataSet{At: nine(0), Agent: "bob"}, ""},
	{whatsapp.ContactAssigned{At: nine(0), Agent: "bob", Contact: "7"}, "bob: Contact assigned: 7"},
	{whatsapp.DispositionSet{At: nine(0), Agent: "bob", Code: "solved"}, "bob: Disposition: solved"},
}

// others are the events that make lines of another kind, or belong to one.
var others = []whatsapp.Event{
	whatsapp.Received{},
	whatsapp.Called{},
	whatsapp.MediaDescribed{},
	whatsapp.StatusChanged{},
	whatsapp.SendRequested{},
	whatsapp.SendAccepted{},
	whatsapp.SendFailed{},
	whatsapp.OutboundStarted{},
}

func TestTR14EveryEventIsALineOrKnownToBeNone(t *testing.T) {
	missing := whatsapp.EventNames()
	drop := func(e whatsapp.Event) {
		missing = slices.DeleteFunc(missing, func(name string) bool { return name == e.Name() })
	}
	for _, n := range notices {
		drop(n.event)
		lines := linesOf(transcript.View{}, n.event)
		if n.line == "" {
			if len(lines) > 0 {
				t.Errorf("%s: %v", n.event.Name(), texts(lines))
			}
		} else {
			same(t, lines, "09:00:00  -- "+n.line)
			if !cmp.Equal(lines[0].Event, n.event) || lines[0].Kind != transcript.Notice {
				t.Errorf("%s: %+v", n.event.Name(), lines[0])
			}
		}
		if lines := linesOf(transcript.View{Audience: transcript.ToCustomer}, n.event); len(lines) > 0 {
			t.Errorf("the customer sees %s", n.event.Name())
		}
	}
	for _, e := range others {
		drop(e)
	}
	if len(missing) > 0 {
		t.Errorf("no test for %v", missing)
	}
}

func TestEventsThatCannotBePlaced(t *testing.T) {
	good := transcript.Stamped{Version: 1, Event: received(0, "wamid.1", text("Hello"))}
	b := transcript.New(transcript.View{})
	for _, test := range []struct {
		name  string
		event transcript.Stamped
		want  error
		path  string
	}{
		{"no version", transcript.Stamped{Event: good.Event}, decorum.Required, "/version"},
		{"no event", transcript.Stamped{Version: 1}, decorum.Unknown, "/event"},
		{"a pointer", transcript.Stamped{Version: 1, Event: &whatsapp.Accepted{At: nine(0)}}, decorum.Unknown, "/event"},
		{"no instant", transcript.Stamped{Version: 1, Event: whatsapp.Accepted{}}, decorum.Required, "/event/at"},
	} {
		c, err := b.Add(test.event)
		if !errors.Is(err, test.want) || !c.IsZero() || b.Len() != 0 {
			t.Errorf("%s: %v", test.name, err)
		}
		for v := range decorum.All(err) {
			if v.Path != test.path {
				t.Errorf("%s: at %s", test.name, v.Path)
			}
		}
	}
	for n := range 3 {
		c, err := b.Add(good)
		if err != nil || b.Len() != 1 || c.IsZero() != (n > 0) {
			t.Errorf("the %d. time: %+v %v", n+1, c, err)
		}
	}
	if got := transcript.Of(slices.Values([]transcript.Stamped{{}, good}), transcript.View{}); len(got) != 1 {
		t.Errorf("Of passes over what is no event: %v", texts(got))
	}
}

// TestStringIsolatesRightToLeft: the first and the last code point of each block
// that is written from right to left, and those beside them.
func TestStringIsolatesRightToLeft(t *testing.T) {
	for _, block := range [][2]rune{
		{0x590, 0x8ff}, {0x200f, 0x200f}, {0xfb1d, 0xfdff}, {0xfe70, 0xfeff}, {0x10800, 0x10fff}, {0x1e800, 0x1efff},
	} {
		for _, r := range []rune{block[0] - 1, block[0], block[1], block[1] + 1} {
			want := "09:00:00  Ann: a" + string(r)
			if r >= block[0] && r <= block[1] {
				want = "09:00:00  Ann: \u2068a" + string(r) + "\u2069"
			}
			same(t, linesOf(transcript.View{}, received(0, "wamid.1", text("a"+string(r)))), want)
		}
	}
	for _, r := range []rune{0, 0x1f, 0x7f, 0x9f, 0x202a, 0x202e, 0x2066, 0x2069} {
		same(t, linesOf(transcript.View{}, received(0, "wamid.1", text("a"+string(r)+"b"))), "09:00:00  Ann: ab")
	}
	for _, r := range []rune{0x20, 0x7e, 0xa0, 0x2027, 0x202f, 0x2065, 0x206a} {
		same(t, linesOf(transcript.View{}, received(0, "wamid.1", text("a"+string(r)+"b"))), "09:00:00  Ann: a"+string(r)+"b")
	}
	for _, r := range []rune{'\t', 0x2028, 0x2029, 0x85} {
		same(t, linesOf(transcript.View{}, received(0, "wamid.1", text("a"+string(r)+"b"))), "09:00:00  Ann: a b")
	}
}
