package transcript_test

import (
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum/whatsapp"
	"github.com/decorum-go/decorum/whatsapp/display"
	"github.com/decorum-go/decorum/whatsapp/message"
	"github.com/decorum-go/decorum/whatsapp/option"
	"github.com/decorum-go/decorum/whatsapp/transcript"
)

func text(s string) message.Text { return message.Text{Body: s} }

// late is a text that arrived later than it was written.
func late(written, arrived time.Duration, id, body string) whatsapp.Received {
	e := received(arrived, id, text(body))
	e.Envelope.Originated = nine(written)
	return e
}

func sent(after time.Duration, local, body string) whatsapp.SendRequested {
	return whatsapp.SendRequested{At: nine(after), Agent: "bob", LocalID: local, Message: text(body)}
}

func accepted(wamid string) whatsapp.SendAccepted {
	return whatsapp.SendAccepted{At: nine(time.Minute), LocalID: "m1", WAMID: wamid}
}

func linesOf(v transcript.View, events ...whatsapp.Event) []transcript.Line {
	return transcript.Of(v.Stream.Stamp(0, events...), v)
}

func texts(lines []transcript.Line) []string {
	list := make([]string, len(lines))
	for i := range lines {
		list[i] = lines[i].String()
	}
	return list
}

func same(t *testing.T, lines []transcript.Line, want ...string) {
	t.Helper()
	if diff := cmp.Diff(want, texts(lines)); diff != "" {
		t.Error(diff)
	}
}

func TestTR1SidesOfLines(t *testing.T) {
	lines := linesOf(
		transcript.View{},
		received(0, "wamid.1", text("Hello")),
		whatsapp.Queued{At: nine(0), Interaction: 1, Why: whatsapp.QueuedNew},
		sent(time.Second, "m1", "Good morning"),
		whatsapp.SendFailed{At: nine(2 * time.Second), LocalID: "m1", Error: 131026},
		received(3*time.Second, "wamid.2", message.System{Event: message.KeyChanged}),
		whatsapp.NoteAdded{At: nine(4 * time.Second), Agent: "bob", Text: "?"},
	)
	var got []string
	for _, l := range lines {
		got = append(got, l.Kind.String()+" "+l.Side.String())
	}
	want := []string{"heading center", "message left", "message right", "failure center", "message center", "notice center"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if h := lines[0]; !h.Time.Shown.Equal(nine(0)) || h.Interaction != 1 {
		t.Errorf("the date of the session: %+v", h.Time)
	}
}

func TestTR2DelayedMessages(t *testing.T) {
	o := option.Default()
	o.MessageDelayTimespan = time.Minute
	for _, test := range []struct {
		delay time.Duration
		bold  bool
	}{{-time.Second, false}, {0, false}, {time.Minute, false}, {time.Minute + 1, true}, {time.Hour, true}} {
		l := linesOf(transcript.View{Options: o}, late(0, test.delay, "wamid.1", "Hello"))[0]
		want := transcript.Time{Shown: nine(test.delay), Originated: nine(0), Arrived: nine(test.delay)}
		if test.bold {
			want.Shown, want.Tooltip, want.Bold = nine(0), nine(test.delay), true
		}
		if diff := cmp.Diff(want, l.Time); diff != "" {
			t.Errorf("delayed by %v:\n%s", test.delay, diff)
		}
	}
	history := late(0, time.Hour, "wamid.1", "Hello")
	history.Envelope.History = true
	if l := linesOf(transcript.View{Options: o}, history)[0]; l.Time.Bold || !l.Time.Shown.Equal(nine(0)) {
		t.Errorf("a message of the history: %+v", l.Time)
	}
}

func TestTR3TimesOutOfOrder(t *testing.T) {
	const sec = time.Second
	for _, test := range []struct {
		name   string
		events []whatsapp.Event
		want   []string // ids in order
		red    []bool
	}{
		{"in order", []whatsapp.Event{late(0, 0, "a", ""), late(sec, sec, "b", "")}, []string{"a", "b"}, []bool{false, false}},
		{"overtaken", []whatsapp.Event{late(2*sec, 2*sec, "a", ""), late(sec, 3*sec, "b", "")}, []string{"b", "a"}, []bool{true, false}},
		{"overtaken by a nanosecond", []whatsapp.Event{late(2*sec, 3*sec-1, "a", ""), late(sec, 3*sec, "b", "")}, []string{"b", "a"}, []bool{true, false}},
		{"arrived together", []whatsapp.Event{late(2*sec, 3*sec, "a", ""), late(sec, 3*sec, "b", "")}, []string{"b", "a"}, []bool{false, false}},
		{"within one second", []whatsapp.Event{late(sec+900*time.Millisecond, 2*sec, "a", ""), late(sec, 3*sec, "b", "")}, []string{"a", "b"}, []bool{false, false}},
		{"equal times go by id", []whatsapp.Event{late(sec, sec, "b", ""), late(sec, sec, "a", "")}, []string{"a", "b"}, []bool{false, false}},
		{"a clock ahead", []whatsapp.Event{late(9*sec, 2*sec, "a", ""), late(3*sec, 3*sec, "b", "")}, []string{"a", "b"}, []bool{false, false}},
		{"the agent's count, too", []whatsapp.Event{sent(2*sec, "a", ""), late(sec, 3*sec, "b", "")}, []string{"b", "a"}, []bool{true, false}},
		{"two of three", []whatsapp.Event{late(4*sec, 4*sec, "a", ""), late(2*sec, 5*sec, "b", ""), late(3*sec, 6*sec, "c", "")}, []string{"b", "c", "a"}, []bool{true, true, false}},
	} {
		lines := linesOf(transcript.View{}, test.events...)
		var ids []string
		var red []bool
		for _, l := range lines {
			ids = append(ids, l.WAMID+l.LocalID)
			red = append(red, l.Time.Red)
		}
		if diff := cmp.Diff(test.want, ids); diff != "" {
			t.Errorf("%s: order\n%s", test.name, diff)
		}
		if diff := cmp.Diff(test.red, red); diff != "" {
			t.Errorf("%s: red\n%s", test.name, diff)
		}
	}
	history := late(0, 9*sec, "b", "")
	history.Envelope.History = true
	notice := whatsapp.NoteAdded{At: nine(2 * sec), Agent: "bob", Text: "?"}
	for _, l := range linesOf(transcript.View{}, late(5*sec, 5*sec, "a", ""), history, notice, late(sec, 3*sec, "c", "")) {
		if l.Time.Red {
			t.Errorf("%s is red", l.WAMID)
		}
	}
	if l := linesOf(transcript.View{}, notice, late(sec, 3*sec, "c", ""))[0]; l.Time.Red {
		t.Error("a note does not overtake a message")
	}
}

func TestTR4NameOfTheCustomer(t *testing.T) {
	o := option.Default()
	o.CustomerNameFormat = display.MustParse("$Contact.FirstName$")
	first := func(object, name string) string {
		if object == "Contact" && name == "FirstName" {
			return "Anna"
		}
		return ""
	}
	nobody := received(0, "wamid.1", text("Hello"))
	nobody.Envelope.From.Name = ""
	for _, test := range []struct {
		name  string
		view  transcript.View
		event whatsapp.Event
		want  string
	}{
		{"by the format", transcript.View{Options: o, Contact: first, ContactName: "Ms Smith"}, received(0, "wamid.1", text("")), "Anna"},
		{"the format gives nothing", transcript.View{Options: o, ContactName: "Ms Smith"}, received(0, "wamid.1", text("")), "Ms Smith"},
		{"the contact", transcript.View{ContactName: "Ms Smith"}, received(0, "wamid.1", text("")), "Ms Smith"},
		{"the nickname", transcript.View{}, received(0, "wamid.1", text("")), "Ann"},
		{"nothing", transcript.View{}, nobody, "Customer"},
		{"an agent", transcript.View{ContactName: "Ms Smith"}, sent(0, "m1", ""), "bob"},
		{"a bot", transcript.View{}, whatsapp.SendRequested{At: nine(0), LocalID: "m1", Message: text(""), Bot: true}, "Business"},
		{"an agent's name", transcript.View{AgentName: func(string) string { return "Bob B." }}, sent(0, "m1", ""), "Bob B."},
	} {
		if l := linesOf(test.view, test.event)[0]; l.Author != test.want {
			t.Errorf("%s: %q, want %q", test.name, l.Author, test.want)
		}
	}
	// Where an agent is called in, it is by that name; a skill or a queue has its own.
	named := transcript.View{AgentName: func(id string) string { return "Agent " + id }}
	for kind, want := range map[whatsapp.TargetKind]string{whatsapp.TargetAgent: "Agent eve", whatsapp.TargetSkill: "eve"} {
		called := whatsapp.ConferenceRequested{At: nine(0), Agent: "bob", To: whatsapp.Target{Kind: kind, Name: "eve"}}
		if l := linesOf(named, called)[0]; l.Author != "Agent bob" || l.Text != want {
			t.Errorf("%v: %s calls %s", kind, l.Author, l.Text)
		}
	}
}

func TestTR5HeadingsTellTheNumber(t *testing.T) {
	same(t, linesOf(transcript.View{}, whatsapp.Queued{At: nine(0), Interaction: 1230, Why: whatsapp.QueuedNew}),
		"-- 2026-03-01 09:00 interaction 1230")
}

// interactions are n sessions of one message each, a minute apart.
func interactions(n int) (events []whatsapp.Event) {
	for i := range n {
		at := time.Duration(i) * time.Minute
		events = append(events, received(at, "wamid."+string(rune('a'+i)), text("Hello")),
			whatsapp.Queued{At: nine(at), Interaction: i + 1, Why: whatsapp.QueuedNew},
			whatsapp.Done{At: nine(at + time.Second), Agent: "bob", Interaction: i + 1})
	}
	return events
}

func TestTR5EarlierSessions(t *testing.T) {
	for _, count := range []int{1, 2, 3} {
		o := option.Default()
		o.TranscriptInteractionsCount = count
		b := transcript.New(transcript.View{Options: o})
		for e := range (transcript.Stream{}).Stamp(0, interactions(7)...) {
			if _, err := b.Add(e); err != nil {
				t.Fatal(err)
			}
		}
		for pages := 1; ; pages++ {
			want := min(1+pages*count, 7)
			if b.Len() != 3*want || b.HasEarlier() != (want < 7) || b.Line(0).Interaction != 8-want {
				t.Errorf("%d sessions for a request, %d requests: %d lines from interaction %d on", count, pages-1, b.Len(), b.Line(0).Interaction)
			}
			if want == 7 {
				break
			}
			before := b.Len()
			c := b.More()
			if diff := cmp.Diff([]transcript.Range{{To: b.Len() - before}}, c.New); diff != "" || len(c.Gone) > 0 {
				t.Error(diff)
			}
		}
		if c := b.More(); !c.IsZero() {
			t.Errorf("there is no more: %+v", c)
		}
	}
	// What has arrived since the oldest open session began is in view, however old.
	o := option.Default()
	o.MessageDelayTimespan = 10 * time.Second
	events := append(interactions(4), late(30*time.Second, 4*time.Minute, "wamid.z", "Late"))
	lines := linesOf(transcript.View{Options: o}, events...)
	if lines[0].WAMID != "wamid.z" || !lines[0].Time.Red || !lines[0].Time.Bold {
		t.Errorf("a late message of an earlier session: %v", lines[0])
	}
	// A heading stands before the message that began its session, unless that was
	// delayed.
	for _, delay := range []time.Duration{10 * time.Second, 11 * time.Second} {
		e := late(0, delay, "wamid.a", "Hello")
		lines := linesOf(transcript.View{Options: o}, e, whatsapp.Queued{At: nine(delay), Interaction: 1, Why: whatsapp.QueuedNew})
		if first := lines[0].Kind == transcript.Heading; first != (delay <= o.MessageDelayTimespan) {
			t.Errorf("delayed by %v: %v", delay, texts(lines))
		}
	}
}

func TestTR6OtherChannels(t *testing.T) {
	main, other := transcript.Stream{Session: "1", Channel: "sales"}, transcript.Stream{Session: "2", Channel: "service"}
	old := transcript.Stream{Session: "0", Channel: "sales"}
	events := slices.Concat(
		slices.Collect(main.Stamp(0, received(time.Minute, "wamid.1", text("Sales")))),
		slices.Collect(other.Stamp(0, received(0, "wamid.1", text("Service")))),
		slices.Collect(old.Stamp(0, received(-time.Hour, "wamid.0", text("Long ago")))),
	)
	v := transcript.View{Stream: main}
	b := transcript.New(v)
	for range 2 {
		for _, e := range events {
			if _, err := b.Add(e); err != nil {
				t.Fatal(err)
			}
		}
	}
	same(t, slices.Collect(b.Lines(0, b.Len())), "08:00:00  Ann: Long ago", "09:01:00  Ann: Sales")
	if !b.HasOtherChannels() {
		t.Error("there is another channel")
	}
	c := b.ShowOtherChannels()
	if diff := cmp.Diff([]transcript.Range{{1, 2}}, c.New); diff != "" {
		t.Error(diff)
	}
	all := []string{"08:00:00  Ann: Long ago", "09:00:00  Ann on service: Service", "09:01:00  Ann: Sales"}
	same(t, slices.Collect(b.Lines(0, b.Len())), all...)
	if b.HasOtherChannels() || b.Line(1).OtherChannel != "service" {
		t.Errorf("shown: %+v", b.Line(1))
	}
	v.Options = option.Default()
	v.Options.ShowCrossChannelMessages = true
	same(t, transcript.Of(slices.Values(events), v), all...)
	// A view without a channel has no other ones.
	if got := transcript.Of(slices.Values(events), transcript.View{}); len(got) != 3 || got[1].OtherChannel != "" {
		t.Errorf("no channel: %v", texts(got))
	}
}

func TestTR7NewMessages(t *testing.T) {
	o := option.Default()
	o.NewMessageBlinking, o.NewMessageBlinkingDuration, o.FocusOnNewMessages = true, 10*time.Second, true
	b := transcript.New(transcript.View{Options: o})
	var version uint64
	add := func(e whatsapp.Event) transcript.Change {
		t.Helper()
		for s := range (transcript.Stream{}).Stamp(version, e) {
			c, err := b.Add(s)
			if err != nil {
				t.Fatal(err)
			}
			version++
			return c
		}
		return transcript.Change{}
	}
	none := transcript.News{Line: -1}
	if n := b.News(nine(0)); n != none {
		t.Errorf("nothing is new: %+v", n)
	}
	add(received(0, "wamid.1", text("One")))
	add(received(5*time.Second, "wamid.2", text("Two")))
	add(received(6*time.Second, "wamid.3", message.Reaction{Target: "wamid.1", Emoji: "👍"}))
	for _, test := range []struct {
		at   time.Duration
		want transcript.News
	}{
		{5 * time.Second, transcript.News{Line: 1, Scroll: true, Blinks: true, Until: nine(15 * time.Second)}},
		{15*time.Second - 1, transcript.News{Line: 1, Scroll: true, Blinks: true, Until: nine(15 * time.Second)}},
		{15 * time.Second, transcript.News{Line: 1, Scroll: true}},
	} {
		if diff := cmp.Diff(test.want, b.News(nine(test.at))); diff != "" {
			t.Errorf("at %v:\n%s", test.at, diff)
		}
	}
	if !b.Line(0).New || !b.Line(1).New {
		t.Error("both are new")
	}
	c := add(whatsapp.Seen{At: nine(20 * time.Second), Agent: "bob", ID: "wamid.2"})
	if diff := cmp.Diff([]int{0, 1}, c.Changed()); diff != "" {
		t.Error(diff)
	}
	if n := b.News(nine(20 * time.Second)); n != none || b.Line(0).New || b.Line(1).New {
		t.Errorf("all is seen: %+v", n)
	}
	add(received(30*time.Second, "wamid.4", text("Three")))
	if n := b.News(nine(30 * time.Second)); n.Line != 2 || !b.Line(2).New {
		t.Errorf("one is new: %+v", n)
	}
	if c := add(whatsapp.Seen{At: nine(31 * time.Second), Agent: "bob", ID: "wamid.4"}); !slices.Equal(c.Changed(), []int{2}) {
		t.Errorf("changed by the second time: %v", c.Changed())
	}
	history, echo := received(time.Minute, "wamid.5", text("Four")), received(2*time.Minute, "wamid.6", text("Five"))
	history.Envelope.History, echo.Envelope.Direction = true, message.Echo
	add(history)
	add(echo)
	if n := b.News(nine(2 * time.Minute)); n != none {
		t.Errorf("neither the history nor the business itself is news: %+v", n)
	}
}
