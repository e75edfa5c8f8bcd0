package transcript_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum/attachment"
	"github.com/decorum-go/decorum/template"
	"github.com/decorum-go/decorum/whatsapp"
	"github.com/decorum-go/decorum/whatsapp/message"
	"github.com/decorum-go/decorum/whatsapp/option"
	"github.com/decorum-go/decorum/whatsapp/transcript"
)

// TestIN6CustomerHasNoSecrets: nothing of where files are kept, of how a call is
// carried, and of JSON that nobody has looked through.
func TestIN6CustomerHasNoSecrets(t *testing.T) {
	const secret = `{"secret":1}`
	photo := template.MediaHeader{Kind: attachment.Image, Link: "https://files.example/?key=secret", ID: "secret", Name: "sea.jpg", Extra: secret}
	for _, m := range []message.Message{
		message.Text{Body: "Hi", Extra: secret},
		message.Media{File: attachment.Image, ID: "secret", Link: "https://secret.example", DownloadURL: "https://secret.example", Extra: secret},
		message.Location{Extra: secret},
		message.Contacts{Cards: []message.Card{{Extra: secret}}, Extra: secret},
		message.Structured{Extra: secret},
		message.Structured{Structured: template.ReplyButtons{Header: photo, Body: "?", Buttons: []template.Reply{{ID: "a", Title: "A"}}}},
		message.Structured{Structured: template.Carousel{Body: "?", Cards: []template.MediaCard{{Header: photo, Label: "Go", URL: "https://a.example"}}}},
		message.Answer{By: message.ByReplyButton, ID: "a", Title: "A", Extra: secret},
		message.Order{Items: []message.OrderItem{{ProductID: "1", Extra: secret}}, Extra: secret},
		message.Reaction{Target: "none", Emoji: "👍", Extra: secret},
		message.Edit{Target: "none", Message: message.Media{Link: "https://secret.example"}, Context: message.Context{Extra: secret}, Extra: secret},
		message.Edit{Target: "none", Message: message.Unknown{Type: "x", Raw: `{"type":"x","secret":1}`}},
		message.Deletion{Target: "none", Extra: secret},
		message.Call{Event: message.CallConnect, SDPType: "offer", SDP: "o=secret 10.0.0.1", Extra: secret},
		message.System{Event: message.KeyChanged, Was: message.Party{Extra: secret}, Extra: secret},
		message.WelcomeRequest{Extra: secret},
		message.Unsupported{Type: "poll", Extra: secret, Faults: []message.Fault{{Code: 131051, Title: "secret"}}},
	} {
		log := []whatsapp.Event{received(0, "wamid.1", m), answer(time.Second, "wamid.2", "wamid.1", "a", "A")}
		lines := linesOf(transcript.View{Audience: transcript.ToCustomer}, log...)
		got, err := json.Marshal(lines)
		if err != nil || len(lines) != 2 {
			t.Errorf("%s: %d lines, %v", m.Kind(), len(lines), err)
		}
		if strings.Contains(string(got), "secret") {
			t.Errorf("%s: %s", m.Kind(), got)
		}
		desk, err := json.Marshal(linesOf(transcript.View{}, log...))
		if err != nil || !strings.Contains(string(desk), "secret") {
			t.Errorf("%s: the desk has all: %s, %v", m.Kind(), desk, err)
		}
		if s, ok := m.(message.Structured); ok && s.Structured != nil && !strings.Contains(string(got), "sea.jpg") {
			t.Errorf("the customer saw the file's name: %s", got)
		}
	}
}

// TestIN6CustomerHasNothingOfALostQuestion: an answer to a message that never came,
// if there is one, does not tell it.
func TestIN6CustomerHasNothingOfALostQuestion(t *testing.T) {
	log := []whatsapp.Event{
		whatsapp.SendRequested{At: nine(0), Agent: "bob", LocalID: "m1", Message: list()},
		accepted("wamid.1"),
		answer(time.Second, "wamid.2", "wamid.1", "mon", "Monday"),
		whatsapp.SendFailed{At: nine(2), LocalID: "m1", Error: 131026},
	}
	same(t, linesOf(transcript.View{Audience: transcript.ToCustomer}, log...),
		"09:00:01  Ann: Monday\n          > a message that is not here")
}

// TestTR9TakenBack: what was taken back neither is chosen nor is answered, whatever
// came first.
func TestTR9TakenBack(t *testing.T) {
	asked := whatsapp.SendRequested{At: nine(0), Agent: "bob", LocalID: "m1", Message: list()}
	monday, tuesday := answer(time.Second, "wamid.2", "wamid.1", "mon", "Monday"), answer(2*time.Second, "wamid.3", "wamid.1", "tue", "Tuesday")
	regret := received(3*time.Second, "wamid.4", message.Deletion{Target: "wamid.3"})
	lines := linesOf(transcript.View{}, asked, accepted("wamid.1"), monday, tuesday, regret)
	if got := chosenIn(lines[0]); got != "Monday" || !lines[2].Deleted {
		t.Errorf("chosen after the later answer was taken back: %s", got)
	}
	revoked := received(4*time.Second, "wamid.5", message.Deletion{Target: "wamid.1"})
	revoked.Envelope.Direction = message.Echo
	same(t, linesOf(transcript.View{}, revoked, monday, asked, accepted("wamid.1")),
		"09:00:00  > bob [accepted]: Deleted message",
		"09:00:01  Ann: Monday\n          > bob: Deleted message")
}

func TestTR4NamesThatNobodySees(t *testing.T) {
	hello := received(0, "wamid.1", text("Hello"))
	hello.Envelope.From.Name = "\u200b"
	for contact, want := range map[string]string{" \u3164": transcript.DefaultNickname, "Ms Smith": "Ms Smith"} {
		if got := linesOf(transcript.View{ContactName: contact}, hello)[0].Author; got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// TestTR6StreamsWithoutAChannel: a host that names none has one.
func TestTR6StreamsWithoutAChannel(t *testing.T) {
	named, bare := transcript.Stream{Session: "1", Channel: "sales"}, transcript.Stream{Session: "2"}
	for _, open := range []transcript.Stream{named, bare} {
		b := transcript.New(transcript.View{Stream: open})
		for _, s := range []transcript.Stream{named, bare} {
			for e := range s.Stamp(0, received(0, "wamid.1", text("Hello"))) {
				if _, err := b.Add(e); err != nil {
					t.Fatal(err)
				}
			}
		}
		if b.Len() != 2 || b.HasOtherChannels() {
			t.Errorf("%v: %d lines", open, b.Len())
		}
	}
}

// TestTR7NewsOutOfView: a message that came through a queue after days belongs
// where nobody looks; it is new all the same.
func TestTR7NewsOutOfView(t *testing.T) {
	b := transcript.New(transcript.View{})
	log := []whatsapp.Event{}
	for i := range 3 {
		log = append(log, whatsapp.Queued{At: nine(time.Duration(i) * time.Hour), Interaction: i + 1})
	}
	old := received(-time.Hour, "wamid.1", text("Old"))
	old.At = nine(9 * time.Hour)
	for e := range (transcript.Stream{}).Stamp(0, append(log, old)...) {
		if _, err := b.Add(e); err != nil {
			t.Fatal(err)
		}
	}
	if n := b.News(nine(9 * time.Hour)); n.Line != -1 || n.Scroll || !n.Blinks || b.Len() != 2 {
		t.Errorf("%+v of %d lines", n, b.Len())
	}
	for b.HasEarlier() {
		b.More()
	}
	if n := b.News(nine(9 * time.Hour)); n.Line != 0 || !n.Scroll {
		t.Errorf("%+v", n)
	}
}

// TestTR5NothingIsOpen: a view of a session of which nothing is known yet shows the
// latest of the others.
func TestTR5NothingIsOpen(t *testing.T) {
	v := transcript.View{Stream: transcript.Stream{Session: "new"}}
	lines := transcript.Of(transcript.Stream{Session: "old"}.Stamp(0, interactions(3)...), v)
	if len(lines) != 6 || lines[0].Interaction != 2 {
		t.Errorf("%v", texts(lines))
	}
}

// TestTR3HeadingsTurnNothingRed: an interaction that the business began at a time is
// no message that was written then.
func TestTR3HeadingsTurnNothingRed(t *testing.T) {
	lines := linesOf(transcript.View{},
		whatsapp.OutboundStarted{At: nine(time.Minute), Interaction: 1, Agent: "bob"},
		late(59*time.Second, 61*time.Second, "wamid.1", "Hello"))
	if slices.ContainsFunc(lines, func(l transcript.Line) bool { return l.Time.Red }) || len(lines) != 2 {
		t.Errorf("%v", texts(lines))
	}
}

// TestTR13WordsOfALaterVersion: a status that is not known says nothing.
func TestTR13WordsOfALaterVersion(t *testing.T) {
	echo := received(0, "wamid.1", text("Hello"))
	echo.Envelope.Direction = message.Echo
	l := linesOf(transcript.View{}, echo, whatsapp.StatusChanged{At: nine(1), WAMID: "wamid.1", Status: 99})[0]
	if diff := cmp.Diff(transcript.Delivery{}, l.Delivery); diff != "" {
		t.Error(diff)
	}
}

// TestTR13FailureBeforeTheRest: a failure that is told by WhatsApp's id, before
// anything else is, finds its message; a status alone has no code.
func TestTR13FailureBeforeTheRest(t *testing.T) {
	lines := linesOf(transcript.View{},
		whatsapp.StatusChanged{At: nine(9 * time.Second), WAMID: "wamid.1", Status: whatsapp.StatusFailed},
		sent(0, "m1", "Good morning"),
		whatsapp.SendFailed{At: nine(8 * time.Second), LocalID: "m2", WAMID: "wamid.9"},
		received(2*time.Second, "wamid.3", message.Reaction{Target: "wamid.9", Emoji: "👍"}),
		sent(3*time.Second, "m2", "Hello?"),
		accepted("wamid.1"),
	)
	same(t, lines,
		"09:00:00  > bob [failed]: Good morning",
		"09:00:03  > bob [failed]: Hello?\n          👍 Ann",
		"09:00:08  -- Message failed\n          > bob: Hello?",
		"09:00:09  -- Message failed\n          > bob: Good morning")
	if c := lines[0].Delivery.Code; c != 0 {
		t.Errorf("code %d", c)
	}
}

// TestTR5CountOfALiteral: options that no one has parsed may have no count; a request
// for older messages shows some.
func TestTR5CountOfALiteral(t *testing.T) {
	o := option.Default()
	o.TranscriptInteractionsCount = 0
	b := transcript.New(transcript.View{Options: o})
	for e := range (transcript.Stream{}).Stamp(0, interactions(4)...) {
		if _, err := b.Add(e); err != nil {
			t.Fatal(err)
		}
	}
	if b.Line(0).Interaction != 3 || len(b.More().New) == 0 || b.Line(0).Interaction != 2 {
		t.Errorf("%v", b.Line(0))
	}
}
