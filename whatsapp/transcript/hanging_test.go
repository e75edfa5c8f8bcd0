package transcript_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum/attachment"
	"github.com/decorum-go/decorum/whatsapp"
	"github.com/decorum-go/decorum/whatsapp/identity"
	"github.com/decorum-go/decorum/whatsapp/message"
	"github.com/decorum-go/decorum/whatsapp/transcript"
)

func reaction(after time.Duration, wamid, target, emoji string) whatsapp.Received {
	return received(after, wamid, message.Reaction{Target: target, Emoji: emoji})
}

func TestTR12Reactions(t *testing.T) {
	hello := received(0, "wamid.1", text("Hello"))
	ours := whatsapp.SendRequested{At: nine(9 * time.Second), Agent: "bob", LocalID: "m1", Message: message.Reaction{Target: "wamid.1", Emoji: "❤️"}}
	for _, test := range []struct {
		name   string
		events []whatsapp.Event
		want   string
	}{
		{"one", []whatsapp.Event{hello, reaction(1, "wamid.2", "wamid.1", "👍")}, "👍 Ann"},
		{"the last one wins", []whatsapp.Event{reaction(2, "wamid.3", "wamid.1", "😂"), reaction(1, "wamid.2", "wamid.1", "👍"), hello}, "😂 Ann"},
		{"an empty one removes it", []whatsapp.Event{hello, reaction(1, "wamid.2", "wamid.1", "👍"), reaction(2, "wamid.3", "wamid.1", "")}, ""},
		{"set anew", []whatsapp.Event{hello, reaction(1, "wamid.2", "wamid.1", ""), reaction(2, "wamid.3", "wamid.1", "👍")}, "👍 Ann"},
		{"both sides", []whatsapp.Event{ours, reaction(1, "wamid.2", "wamid.1", "👍"), hello}, "👍 Ann, ❤️ bob"},
		{"ours failed", []whatsapp.Event{ours, hello, whatsapp.SendFailed{At: nine(9 * time.Second), LocalID: "m1"}}, ""},
		{
			"ours failed after it was delivered",
			[]whatsapp.Event{ours, hello, whatsapp.SendFailed{At: nine(9 * time.Second), LocalID: "m1"}, whatsapp.StatusChanged{At: nine(1), LocalID: "m1", Status: whatsapp.StatusDelivered}},
			"❤️ bob",
		},
	} {
		var got string
		for i, r := range linesOf(transcript.View{}, test.events...)[0].Reactions {
			if i > 0 {
				got += ", "
			}
			got += r.Emoji + " " + r.Author
		}
		if got != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
	// In a group, everybody has one.
	member := func(after time.Duration, id, who, emoji string) whatsapp.Received {
		e := reaction(after, id, "wamid.1", emoji)
		e.Envelope.GroupID, e.Envelope.From.Identity = "g", identity.Identity{WhatsAppID: identity.MustParseWhatsAppID(who)}
		return e
	}
	lines := linesOf(transcript.View{}, hello, member(1, "wamid.2", "15162837151", "👍"), member(2, "wamid.3", "15162837152", "👍"), member(3, "wamid.4", "15162837151", "😂"))
	if got := lines[0].Reactions; len(got) != 2 || got[0].Emoji != "👍" || got[1].Emoji != "😂" {
		t.Errorf("two members: %v", got)
	}
	// What hangs on nothing is a line of its own, until it can hang.
	same(t, linesOf(transcript.View{}, reaction(0, "wamid.2", "wamid.1", "👍"), reaction(time.Second, "wamid.3", "wamid.1", "")),
		"09:00:00  Ann: Reaction: 👍\n          > a message that is not here", "09:00:01  Ann: Reaction removed\n          > a message that is not here")
}

func edit(after time.Duration, wamid, target string, m message.Message) whatsapp.Received {
	return received(after, wamid, message.Edit{Target: target, Message: m})
}

func TestTR12EditsAndDeletions(t *testing.T) {
	hello := received(0, "wamid.1", text("Helo"))
	quoting := whatsapp.SendRequested{At: nine(time.Minute), Agent: "bob", LocalID: "m1", Message: text("Hi"), ReplyTo: "wamid.1"}
	same(t, linesOf(transcript.View{}, edit(2*time.Second, "wamid.3", "wamid.1", text("Hello!")), quoting, edit(time.Second, "wamid.2", "wamid.1", text("Hello")), hello),
		"09:00:00  Ann: Hello!\n          before: Helo\n          before: Hello",
		"09:01:00  > bob [queued]: Hi\n          > Ann: Hello!")
	deleted := received(3*time.Second, "wamid.4", message.Deletion{Target: "wamid.1"})
	lines := linesOf(transcript.View{}, deleted, hello, edit(time.Second, "wamid.2", "wamid.1", text("Hello")), reaction(1, "wamid.5", "wamid.1", "👍"), quoting)
	same(t, lines, "09:00:00  Ann: Deleted message", "09:01:00  > bob [queued]: Hi\n          > Ann: Deleted message")
	if l := lines[0]; !l.Deleted || l.Message != nil || l.Edits != nil || l.Reactions != nil || !lines[1].Quote.Deleted {
		t.Errorf("only a marker is left: %+v", l)
	}
	// Not told what it says now: what it said stays, and that it was edited.
	lines = linesOf(transcript.View{}, hello, edit(time.Second, "wamid.2", "wamid.1", nil))
	if len(lines) != 1 || lines[0].Text != "Helo" || len(lines[0].Edits) != 1 || !lines[0].Edits[0].Until.Equal(nine(time.Second)) {
		t.Errorf("an edit that does not say what: %+v", lines)
	}
	// A new caption keeps the file.
	photo := received(0, "wamid.1", message.Media{File: attachment.Image, ID: "7", Name: "a.png", Size: 12, Caption: "Lok"})
	l := linesOf(transcript.View{}, photo, edit(1, "wamid.2", "wamid.1", message.Media{File: attachment.Image, Caption: "Look"}))[0]
	if l.Text != "Look" || l.Thumbnail.Name != "a.png" || l.Thumbnail.Size != 12 {
		t.Errorf("a new caption: %+v", l.Thumbnail)
	}
	// It may refer to something else now.
	other := edit(time.Second, "wamid.2", "wamid.1", text("Hello"))
	other.Message = message.Edit{Target: "wamid.1", Message: text("Hello"), Context: message.Context{ID: "wamid.0"}}
	lines = linesOf(transcript.View{}, received(-time.Second, "wamid.0", text("First")), hello, other)
	if q := lines[1].Quote; q == nil || q.Preview.Text != "First" {
		t.Errorf("an edit that quotes: %+v", q)
	}
	// Nobody changes what the other side wrote, and one member of a group nothing of
	// another one's.
	for _, events := range [][]whatsapp.Event{
		{sent(0, "m1", "Hi"), accepted("wamid.9"), received(time.Second, "wamid.2", message.Deletion{Target: "wamid.9"})},
		{sent(0, "m1", "Hi"), accepted("wamid.9"), edit(time.Second, "wamid.2", "wamid.9", text("Bye"))},
		{grouped(received(0, "wamid.1", text("Hi")), "15162837151"), grouped(edit(time.Second, "wamid.2", "wamid.1", text("Bye")), "15162837152")},
	} {
		lines := linesOf(transcript.View{}, events...)
		if len(lines) != 2 || lines[0].Text != "Hi" || lines[1].Label == "" {
			t.Errorf("by the wrong side: %v", texts(lines))
		}
	}
	if lines := linesOf(transcript.View{}, grouped(received(0, "wamid.1", text("Hi")), "15162837151"), grouped(edit(time.Second, "wamid.2", "wamid.1", text("Bye")), "15162837151")); len(lines) != 1 || lines[0].Text != "Bye" {
		t.Errorf("by the member: %v", texts(lines))
	}
}

func grouped(e whatsapp.Received, who string) whatsapp.Received {
	e.Envelope.GroupID, e.Envelope.From.Identity = "g", identity.Identity{WhatsAppID: identity.MustParseWhatsAppID(who)}
	return e
}

func TestTR12Quotes(t *testing.T) {
	reply := received(time.Second, "wamid.2", text("Yes"))
	reply.Envelope.Context.ID = "wamid.1"
	reply.Envelope.Context.Forwarded = true
	l := linesOf(transcript.View{}, reply)[0]
	if diff := cmp.Diff(&transcript.Quote{WAMID: "wamid.1"}, l.Quote); diff != "" || !l.Forwarded || l.FrequentlyForwarded {
		t.Error(diff)
	}
	for _, order := range [][]whatsapp.Event{
		{sent(0, "m1", "Really?"), accepted("wamid.1"), reply},
		{accepted("wamid.1"), reply, sent(0, "m1", "Really?")},
		{reply, sent(0, "m1", "Really?"), accepted("wamid.1")},
	} {
		lines := linesOf(transcript.View{}, order...)
		want := &transcript.Quote{
			WAMID: "wamid.1", Known: true, Author: "bob", Side: transcript.Right,
			Preview: message.Preview{Kind: message.KindText, Text: "Really?"},
		}
		if diff := cmp.Diff(want, lines[1].Quote); diff != "" {
			t.Error(diff)
		}
	}
}

func TestTR13DeliveryNeverGoesDown(t *testing.T) {
	status := func(s whatsapp.DeliveryStatus) whatsapp.Event {
		return whatsapp.StatusChanged{At: nine(1), Status: s, LocalID: "m1", WAMID: "wamid.1"}
	}
	failed := whatsapp.SendFailed{At: nine(time.Hour), LocalID: "m1", WAMID: "wamid.1", Error: 131026}
	way := []whatsapp.Event{
		sent(0, "m1", "Hi"), accepted("wamid.1"), status(whatsapp.StatusSent), status(whatsapp.StatusDelivered),
		status(whatsapp.StatusRead), status(whatsapp.StatusPlayed), failed,
	}
	for n := range way {
		for m := range n + 1 {
			events := []whatsapp.Event{way[0], way[n], way[m]}
			if n > 0 && m > 0 && m < 6 {
				events = append(events, way[0])
			}
			d := linesOf(transcript.View{}, events...)[0].Delivery
			if d.State != transcript.State(n+1) { //nolint:gosec // below 8
				t.Errorf("%s, then %s: %v", way[n].Name(), way[m].Name(), d.State)
			}
		}
	}
	lines := linesOf(transcript.View{}, failed, status(whatsapp.StatusRead), sent(0, "m1", "Hi"))
	advice, ok := message.Advise(131026)
	if !ok || advice.Meaning == "" || advice.Remedy == "" {
		t.Fatalf("no advice: %+v", advice)
	}
	same(t, lines, "09:00:00  > bob [failed after read: "+advice.Title+"]: Hi",
		"10:00:00  -- Message failed [131026]: "+advice.Meaning+" "+advice.Remedy+"\n          > bob: Hi")
	if s := linesOf(transcript.View{}, way[0], status(whatsapp.StatusSent), failed)[0].String(); s != "09:00:00  > bob [failed after sent: "+advice.Title+"]: Hi" {
		t.Error(s)
	}
	d := lines[0].Delivery
	if diff := cmp.Diff(transcript.Delivery{State: transcript.Failed, Reached: transcript.Read, Code: 131026, Advice: &advice}, d); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(d, lines[1].Delivery); diff != "" {
		t.Error(diff)
	}
	// Of two failures, the first that says why counts.
	without, other := failed, failed
	without.Error, other.Error = 0, 131047
	for _, order := range [][]whatsapp.Event{{way[0], without, failed, other}, {without, way[0], without, failed}} {
		lines := linesOf(transcript.View{}, order...)
		if len(lines) != 2 || lines[0].Delivery.Code != 131026 || lines[1].Delivery.Code != 131026 {
			t.Errorf("two failures: %v", texts(lines))
		}
	}
	// A code that is not known, none at all, and the failure of what is not there.
	for _, code := range []int{0, 7777777} {
		e := failed
		e.Error = code
		want := "10:00:00  -- Message failed"
		if code != 0 {
			want += " [7777777]"
		}
		same(t, linesOf(transcript.View{}, e), want+"\n          > a message that is not here")
		if l := linesOf(transcript.View{}, e)[0]; l.Kind != transcript.Failure || l.Delivery.Advice != nil || l.Quote.Known || l.Text != "" {
			t.Errorf("code %d: %+v", code, l)
		}
	}
	if d := linesOf(transcript.View{}, way[0], whatsapp.StatusChanged{At: nine(1), LocalID: "m1", Status: whatsapp.StatusFailed})[0].Delivery; d.State != transcript.Failed {
		t.Errorf("a status that says so: %v", d)
	}
	if d := linesOf(transcript.View{}, way[0], whatsapp.StatusChanged{At: nine(1), LocalID: "m1"})[0].Delivery; d.State != transcript.Queued {
		t.Errorf("no status: %v", d)
	}
	if d := linesOf(transcript.View{}, received(0, "wamid.1", text("")))[0].Delivery; d != (transcript.Delivery{}) {
		t.Errorf("the customer's: %v", d)
	}
}

func TestTR13IdsAreLinkedInAnyOrder(t *testing.T) {
	read := whatsapp.StatusChanged{At: nine(1), Status: whatsapp.StatusRead, WAMID: "wamid.1"}
	liked := reaction(time.Second, "wamid.2", "wamid.1", "👍")
	events := slices.Collect(transcript.Stream{}.Stamp(0, sent(0, "m1", "Hi"), accepted("wamid.1"), read, liked))
	want := []string{"09:00:00  > bob [read]: Hi\n          👍 Ann"}
	for _, order := range [][]int{{0, 1, 2, 3}, {3, 2, 1, 0}, {2, 0, 3, 1}, {3, 0, 1, 2}, {0, 3, 2, 1}, {1, 3, 0, 2}} {
		b := transcript.New(transcript.View{})
		for _, i := range order {
			if _, err := b.Add(events[i]); err != nil {
				t.Fatal(err)
			}
		}
		if diff := cmp.Diff(want, texts(slices.Collect(b.Lines(0, b.Len())))); diff != "" {
			t.Errorf("%v:\n%s", order, diff)
		}
		if l := b.Line(0); l.WAMID != "wamid.1" || l.LocalID != "m1" || l.ID.Version != 1 {
			t.Errorf("%v: %+v", order, l.ID)
		}
	}
}

func TestIN6CustomerSeesNothingOfTheDesk(t *testing.T) {
	v := transcript.View{Audience: transcript.ToCustomer}
	lost := sent(3*time.Second, "m2", "Never came")
	undone := sent(4*time.Second, "m3", "Came")
	lines := linesOf(
		v, received(0, "wamid.1", text("Hello")),
		whatsapp.Queued{At: nine(0), Interaction: 7, Why: whatsapp.QueuedNew},
		whatsapp.ConsultStarted{At: nine(1), Agent: "bob", With: whatsapp.Target{Kind: whatsapp.TargetSkill, Name: "law"}, Voice: true},
		whatsapp.NoteAdded{At: nine(1), Agent: "bob", Text: "Beware"},
		whatsapp.ConsultEnded{At: nine(2), Agent: "bob"},
		sent(time.Second, "m1", "Good morning"), accepted("wamid.2"), lost,
		whatsapp.SendFailed{At: nine(3), LocalID: "m2", Error: 131026}, undone,
		whatsapp.SendFailed{At: nine(3), LocalID: "m3", Error: 131026},
		whatsapp.StatusChanged{At: nine(3), LocalID: "m3", Status: whatsapp.StatusDelivered},
		whatsapp.Seen{At: nine(5), Agent: "bob", ID: "wamid.1"},
		edit(5*time.Second, "wamid.3", "wamid.1", text("Hello!")),
		whatsapp.Done{At: nine(time.Hour), Agent: "bob", Interaction: 7, Disposition: "trouble"},
	)
	same(t, lines, "-- 2026-03-01 09:00", "09:00:00  Ann: Hello!", "09:00:01  > Business: Good morning", "09:00:04  > Business: Came")
	for _, l := range lines {
		if l.Agent != "" || l.Interaction != 0 || l.Event != nil || l.LocalID != "" || l.New || l.Edits != nil || l.Delivery != (transcript.Delivery{}) {
			t.Errorf("the customer sees %+v", l)
		}
	}
	b := transcript.New(v)
	for e := range (transcript.Stream{}).Stamp(0, received(0, "wamid.1", text("Hello"))) {
		if _, err := b.Add(e); err != nil {
			t.Fatal(err)
		}
	}
	if n := b.News(nine(0)); n.Line != -1 {
		t.Errorf("the customer's copy has no news: %+v", n)
	}
	ad := received(0, "wamid.1", text("Hello"))
	ad.Envelope.Referral.ClickID = "7"
	if linesOf(v, ad)[0].Referral != nil || linesOf(transcript.View{}, ad)[0].Referral == nil {
		t.Error("an advertisement's click is the desk's alone")
	}
}

func TestIN6CustomerSeesNoReasons(t *testing.T) {
	for _, test := range []struct{ message, want message.Message }{
		{message.Unsupported{Type: "poll", Faults: []message.Fault{{Code: 131051, Title: "reason"}}}, message.Unsupported{Type: "poll"}},
		{message.Unsupported{Faults: []message.Fault{{Code: 131051, Title: "reason"}}}, message.Unsupported{}},
		{message.Unknown{Type: "x", Raw: `{"type":"x","reason":1}`}, message.Unknown{Type: "x"}},
		{message.Unknown{Type: "text", Raw: `{"type":"text"}`, Foreign: true}, message.Unknown{Type: "text", Foreign: true}},
	} {
		reply := sent(time.Second, "m1", "?")
		reply.ReplyTo = "wamid.1"
		lines := linesOf(transcript.View{Audience: transcript.ToCustomer}, received(0, "wamid.1", test.message), reply)
		if diff := cmp.Diff(test.want, lines[0].Message); diff != "" {
			t.Error(diff)
		}
		if all := strings.Join(texts(lines), "\n"); strings.Contains(all, "reason") {
			t.Error(all)
		}
		l := linesOf(transcript.View{}, received(0, "wamid.1", test.message))[0]
		if diff := cmp.Diff(test.message, l.Message); diff != "" {
			t.Error(diff)
		}
	}
}

// TestTR12EffectsWithoutATarget: a reaction, an edit or a deletion that does not say
// of what changes nothing, and is a line that quotes its context.
func TestTR12EffectsWithoutATarget(t *testing.T) {
	hello := received(0, "wamid.1", text("Hello"))
	for _, m := range []message.Message{message.Reaction{Emoji: "👍"}, message.Edit{Message: text("Bye")}, message.Deletion{}} {
		e := received(time.Second, "wamid.2", m)
		e.Envelope.Context.ID = "wamid.1"
		lines := linesOf(transcript.View{}, hello, e)
		if len(lines) != 2 || lines[0].String() != "09:00:00  Ann: Hello" || lines[1].Quote == nil || !lines[1].Quote.Known {
			t.Errorf("%s: %v", m.Kind(), texts(lines))
		}
	}
}

// TestTR12AnotherFile: of a photo that takes the place of another one, nothing of
// the other one's is told.
func TestTR12AnotherFile(t *testing.T) {
	photo := received(0, "wamid.1", message.Media{File: attachment.Image, ID: "1", SHA256: "a", Name: "a.jpg", Size: 5})
	for sha, want := range map[string]string{"": "a.jpg", "a": "a.jpg", "b": ""} {
		l := linesOf(transcript.View{}, photo, edit(1, "wamid.2", "wamid.1", message.Media{File: attachment.Image, SHA256: sha, Caption: "Look"}))[0]
		if m, ok := l.Message.(message.Media); !ok || m.Name != want || (m.Size == 5) != (want != "") || m.Caption != "Look" {
			t.Errorf("%q: %+v", sha, l.Message)
		}
	}
}

// TestLinesAsJSON: a screen in a browser gets a line as it is.
func TestLinesAsJSON(t *testing.T) {
	lines := linesOf(transcript.View{}, sent(0, "m1", "Hi"), whatsapp.SendFailed{At: nine(1), LocalID: "m1", Error: 7777777})
	got, err := json.Marshal(lines[0])
	if err != nil {
		t.Fatal(err)
	}
	const want = `{"id":{"version":1},"kind":"message","side":"right","author":"bob","agent":"bob",` +
		`"time":{"shown":"2026-03-01T09:00:00Z","originated":"2026-03-01T09:00:00Z","arrived":"2026-03-01T09:00:00Z"},` +
		`"text":"Hi","message":{"type":"text","body":"Hi"},"local_id":"m1","delivery":{"state":"failed","reached":"queued","code":7777777}}`
	if diff := cmp.Diff(want, string(got)); diff != "" {
		t.Error(diff)
	}
	for _, l := range linesOf(transcript.View{}, longConversation()...) {
		if _, err := json.Marshal(l); err != nil {
			t.Errorf("%s: %v", l, err)
		}
	}
}

func TestIN8EndedSessionKeepsItsLines(t *testing.T) {
	same(t, linesOf(transcript.View{}, received(0, "wamid.1", text("Hello")), whatsapp.Ended{At: nine(time.Hour), Reason: whatsapp.EndIdle}),
		"09:00:00  Ann: Hello", "10:00:00  -- Session ended: idle")
}
