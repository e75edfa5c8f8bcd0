package whatsapp_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/attachment"
	"github.com/decorum-go/decorum/template"
	"github.com/decorum-go/decorum/whatsapp"
	"github.com/decorum-go/decorum/whatsapp/message"
)

// someday is when the tests take place.
var someday = time.Date(2026, time.March, 1, 9, 0, 0, 0, time.UTC)

func newPolicy(t testing.TB, change ...func(*whatsapp.Config)) *whatsapp.Policy {
	t.Helper()
	c := whatsapp.DefaultConfig()
	c.Options.InProgressWorkbin = "in-progress"
	for _, f := range change {
		f(&c)
	}
	p, err := whatsapp.NewPolicy(c)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func receive(at time.Time, id string) whatsapp.Receive {
	return whatsapp.Receive{
		At: at, Message: message.Text{Body: "Good morning"},
		Envelope: message.Envelope{ID: id, Direction: message.Inbound, Originated: at, Arrived: at},
	}
}

func receivedEvent(at time.Time, id string) whatsapp.Event {
	r := receive(at, id)
	return whatsapp.Received{At: at, Envelope: r.Envelope, Message: r.Message}
}

func apply(t testing.TB, s whatsapp.Session, events ...whatsapp.Event) whatsapp.Session {
	t.Helper()
	for _, e := range events {
		next, err := s.Apply(e)
		if err != nil {
			t.Fatal(err)
		}
		s = next
	}
	return s
}

func wamid(i int) string {
	return fmt.Sprintf("wamid.HBgLMTY1MDM4Nzk0MzkVAgASGBQzQTRBNjU5OUFFRT%08d", i)
}

func TestApplyFailsClosed(t *testing.T) {
	at := time.Date(2026, 3, 1, 9, 0, 0, 0, time.UTC)
	s := apply(t, whatsapp.Session{}, receivedEvent(at, "a"))
	for name, test := range map[string]struct {
		e    whatsapp.Event
		want decorum.Violation
	}{
		"nil":       {nil, decorum.Violation{Code: decorum.Unknown, Severity: decorum.SeverityError, Path: "/type"}},
		"a pointer": {&whatsapp.Ended{At: at}, decorum.Violation{Code: decorum.Unknown, Severity: decorum.SeverityError, Path: "/type"}},
		"no time":   {whatsapp.Ended{}, decorum.Violation{Code: decorum.Required, Severity: decorum.SeverityError, Path: "/at"}},
	} {
		got, err := s.Apply(test.e)
		if diff := cmp.Diff([]decorum.Violation{test.want}, slices.Collect(decorum.All(err))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
		if got.Version() != 1 || got.State() != s.State() || !got.Remembers("a", at) {
			t.Errorf("%s: the session changed", name)
		}
	}
}

func TestAResponseThatCannotBeIsNone(t *testing.T) {
	for name, parts := range map[string][]message.Message{
		"nothing":   nil,
		"two texts": {message.Text{Body: "a"}, message.Text{Body: "b"}},
	} {
		s := apply(t, whatsapp.Session{}, whatsapp.ResponseInserted{At: someday, LocalID: "r", Parts: parts, Files: true})
		if got := s.Response(); got != nil {
			t.Errorf("%s: %+v", name, got)
		}
	}
}

func TestTheFailureOfAPartDeliversNothing(t *testing.T) {
	parts := []message.Message{message.Text{Body: "a"}}
	s := apply(t, whatsapp.Session{},
		whatsapp.ResponseInserted{At: someday, LocalID: "r", Parts: parts},
		whatsapp.StatusChanged{At: someday, LocalID: "r.0", Status: whatsapp.StatusFailed})
	if got := s.Response()[0].State; got == whatsapp.PartDelivered {
		t.Errorf("%v", got)
	}
}

func TestASessionIsLoggedWithoutItsContent(t *testing.T) {
	s := apply(t, whatsapp.Session{}, receivedEvent(someday, "a"), whatsapp.Queued{At: someday, Interaction: 7})
	if got := s.LogValue().String(); got != "[version=2 state=queued interaction=7]" {
		t.Error(got)
	}
}

func TestReplay(t *testing.T) {
	at := time.Date(2026, 3, 1, 9, 0, 0, 0, time.UTC)
	events := []whatsapp.Event{receivedEvent(at, "a"), whatsapp.Queued{At: at, Interaction: 1}, whatsapp.Offered{At: at, Agent: "ann"}}
	log := func(broken int) iter.Seq2[whatsapp.Event, error] {
		return func(yield func(whatsapp.Event, error) bool) {
			for i, e := range events {
				if i == broken {
					yield(nil, decorum.TooLarge)
					return
				}
				if !yield(e, nil) {
					return
				}
			}
		}
	}
	s, err := whatsapp.Session{}.Replay(log(-1))
	if err != nil || s.Version() != 3 || s.State() != whatsapp.StateOffered {
		t.Errorf("%v %v", s.Version(), err)
	}
	s, err = whatsapp.Session{}.Replay(log(2))
	if err != decorum.TooLarge || s.Version() != 2 || s.State() != whatsapp.StateQueued { //nolint:errorlint // the very error
		t.Errorf("%v %v", s.Version(), err)
	}
	events[1] = nil
	s, err = whatsapp.Session{}.Replay(log(-1))
	if err == nil || s.Version() != 1 {
		t.Errorf("%v %v", s.Version(), err)
	}
}

// TestTheMemoryOfIDs holds it against a list that is searched through.
func TestTheMemoryOfIDs(t *testing.T) {
	at := time.Date(2026, 3, 1, 9, 0, 0, 0, time.UTC)
	var s whatsapp.Session
	type kept struct {
		id string
		at time.Time
	}
	var naive []kept
	for i := range 3 * whatsapp.MaxIDs {
		at = at.Add(time.Duration(i%7) * time.Second)
		if i == 2*whatsapp.MaxIDs {
			at = at.Add(35 * time.Hour)
		}
		id := wamid(i * i % 20011)
		s = apply(t, s, receivedEvent(at, id))
		naive = append(naive, kept{id, at})
		if i%97 != 0 {
			continue
		}
		for _, probe := range []int{0, 1, i / 3, i - 4097, i - 4096, i - 4095, i - 513, i - 8, i} {
			id := wamid(max(probe, 0) * max(probe, 0) % 20011)
			for _, later := range []time.Duration{0, time.Hour, 36*time.Hour - 1, 36 * time.Hour} {
				want := false
				for k := len(naive) - 1; k >= max(len(naive)-whatsapp.MaxIDs, 0); k-- {
					if naive[k].id == id {
						want = at.Add(later).Truncate(time.Millisecond).Before(naive[k].at.Add(whatsapp.IDLifetime)) && later != 36*time.Hour-1 ||
							later == 36*time.Hour-1 && at.Add(36*time.Hour).Before(naive[k].at.Add(whatsapp.IDLifetime))
						break
					}
				}
				if got := s.Remembers(id, at.Add(later)); got != want {
					t.Fatalf("after %d ids, %v later: %d is remembered: %v", i+1, later, probe, got)
				}
			}
		}
	}
}

// TestBranchesShareNothingThatChanges lets many goroutines go on from one session;
// the race detector watches.
func TestBranchesShareNothingThatChanges(t *testing.T) {
	at := time.Date(2026, 3, 1, 9, 0, 0, 0, time.UTC)
	p := newPolicy(t)
	s := apply(t, whatsapp.Session{}, whatsapp.Queued{At: at, Interaction: 1}, whatsapp.Accepted{At: at, Agent: "ann"},
		whatsapp.Joined{At: at, Agent: "bob"}, whatsapp.Joined{At: at, Agent: "cid"},
		whatsapp.SendRequested{At: at, LocalID: "x", Message: message.Text{Body: "x"}},
		whatsapp.SendRequested{At: at, LocalID: "y", Message: message.Text{Body: "y"}},
		whatsapp.ResponseInserted{At: at, LocalID: "r", Files: true, Parts: []message.Message{
			message.Text{Body: "x"}, message.Media{ID: "1"}, message.Media{ID: "2"},
		}})
	for i := range 1003 {
		s = apply(t, s, receivedEvent(at, wamid(i)))
	}
	before, err := json.Marshal(s)
	if err != nil {
		t.Fatal(err)
	}
	var all sync.WaitGroup
	for g := range 8 {
		all.Go(func() {
			own := s
			for i := range 300 {
				own = apply(t, own, receivedEvent(at, fmt.Sprint(g, "-", i)))
			}
			own = apply(
				t, own, whatsapp.SendAccepted{At: at, LocalID: "x", WAMID: "w"}, whatsapp.SendRequested{At: at, LocalID: fmt.Sprint(g)},
				whatsapp.Left{At: at, Agent: "bob", Owner: "ann"}, whatsapp.Joined{At: at, Agent: fmt.Sprint(g)},
				whatsapp.PartDropped{At: at, Part: 1 + g%2}, whatsapp.AttachmentStaged{At: at, LocalID: "s", Message: message.Media{}},
			)
			if _, err := p.Handle(own, receive(at, "last")); err != nil {
				t.Error(err)
			}
			for other := range 8 {
				if own.Remembers(fmt.Sprint(other, "-", 0), at) != (other == g) {
					t.Errorf("branch %d knows what branch %d saw", g, other)
				}
			}
			members := slices.Collect(own.Members())
			if diff := cmp.Diff([]string{"cid", fmt.Sprint(g)}, members); diff != "" {
				t.Errorf("branch %d: %s", g, diff)
			}
		})
	}
	all.Wait()
	after, err := json.Marshal(s)
	if err != nil || string(before) != string(after) {
		t.Error("the trunk changed")
	}
}

func TestTimesAreUTCWithoutMonotonicClock(t *testing.T) {
	p := newPolicy(t)
	zone := time.FixedZone("", 5*3600)
	at := time.Now().In(zone) // with the monotonic clock
	r := receive(at, "a")
	events, err := p.Handle(whatsapp.Session{}, r)
	if err != nil {
		t.Fatal(err)
	}
	e, _ := events[0].(whatsapp.Received)
	for name, got := range map[string]time.Time{"at": e.At, "originated": e.Envelope.Originated, "arrived": e.Envelope.Arrived} {
		if got != at.Round(0).UTC() {
			t.Errorf("%s: %#v", name, got)
		}
	}
}

func TestApplyAllocations(t *testing.T) {
	if underRace {
		t.Skip("the race detector allocates")
	}
	at := time.Date(2026, 3, 1, 9, 0, 0, 0, time.UTC)
	events := make([]whatsapp.Event, 8192)
	for i := range events {
		events[i] = receivedEvent(at.Add(time.Duration(i)*time.Second), wamid(i))
	}
	var before, after runtime.MemStats
	var s whatsapp.Session
	s = apply(t, s, events[:4096]...)
	runtime.ReadMemStats(&before)
	for _, e := range events[4096:] {
		s, _ = s.Apply(e)
	}
	runtime.ReadMemStats(&after)
	if n := float64(after.Mallocs-before.Mallocs) / 4096; n > 1 {
		t.Errorf("%.2f allocations for each message", n)
	}
	if n := float64(after.TotalAlloc-before.TotalAlloc) / 4096; n > 256 {
		t.Errorf("%.0f B for each message", n)
	}
	runtime.KeepAlive(s)
	// The life of an answer: requested, accepted, delivered.
	requested := whatsapp.Event(whatsapp.SendRequested{At: at, LocalID: "a", Message: message.Text{Body: "x"}})
	accepted := whatsapp.Event(whatsapp.SendAccepted{At: at, LocalID: "a", WAMID: "w"})
	delivered := whatsapp.Event(whatsapp.StatusChanged{At: at, Status: whatsapp.StatusDelivered, WAMID: "w"})
	if n := testing.AllocsPerRun(1000, func() {
		one, _ := s.Apply(requested)
		one, _ = one.Apply(accepted)
		_, _ = one.Apply(delivered)
	}); n > 3 {
		t.Errorf("%.1f allocations for three events", n)
	}
}

func TestMaySendAllocatesNothing(t *testing.T) {
	if underRace {
		t.Skip("the race detector allocates")
	}
	at := time.Date(2026, 3, 1, 9, 0, 0, 0, time.UTC)
	s := apply(t, whatsapp.Session{}, receivedEvent(at, "a"))
	p := newPolicy(t, func(c *whatsapp.Config) { c.Desk.RoleBased = true })
	ann := whatsapp.Agent{ID: "ann", Privileges: whatsapp.AllPrivileges()}
	n := template.Notification{
		ID: "shop@ready", Language: "en", Header: template.MediaHeader{Kind: attachment.Image, Link: "https://files.example/sea.jpg"},
		Body: "Hi {{1}}, it is ready.", Buttons: []template.Button{template.QuickReply{Text: "Thanks"}},
	}
	for _, m := range []message.Message{
		message.Text{Body: "We recommend rebooting your device 😀"},
		message.Media{File: attachment.Document, ID: "7", MIME: "application/pdf", Name: "terms.pdf", Size: 1000},
		message.Reaction{Target: "a", Emoji: "👍"},
		message.Structured{Structured: template.ReplyButtons{Body: "Which?", Buttons: []template.Reply{{ID: "a", Title: "A"}}}},
		message.Structured{Structured: n.Fill(template.Arguments{Body: template.Positional("Ann")})},
	} {
		if n := testing.AllocsPerRun(1000, func() {
			if !p.MaySend(s, ann, m, at).OK() {
				t.Fatal("refused")
			}
		}); n != 0 {
			t.Errorf("%s: %v allocations", m.Kind(), n)
		}
	}
}

func TestASessionIsSmall(t *testing.T) {
	if underRace {
		t.Skip("the race detector allocates")
	}
	at := time.Date(2026, 3, 1, 9, 0, 0, 0, time.UTC)
	const sessions = 8
	events := make([]whatsapp.Event, 5000)
	for i := range events {
		events[i] = receivedEvent(at, wamid(i))
	}
	kept := make([]whatsapp.Session, sessions)
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	for i := range kept {
		kept[i] = apply(t, kept[i], events...)
	}
	runtime.GC()
	runtime.ReadMemStats(&after)
	if n := (int64(after.HeapAlloc) - int64(before.HeapAlloc)) / sessions; n > 96<<10 {
		t.Errorf("%d B", n)
	}
	runtime.KeepAlive(kept)
}

func BenchmarkApplyAfter(b *testing.B) {
	at := time.Date(2026, 3, 1, 9, 0, 0, 0, time.UTC)
	for _, n := range []int{10, 1_000, 100_000} {
		var s whatsapp.Session
		for i := range n {
			s = apply(b, s, receivedEvent(at.Add(time.Duration(i)*time.Second), wamid(i)))
		}
		e := receivedEvent(at, "wamid.next")
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			own := s
			for b.Loop() {
				own, _ = own.Apply(e)
			}
		})
	}
}

func TestApplyTakesAllEventsOrNone(t *testing.T) {
	queued, accepted := whatsapp.Queued{At: someday, Interaction: 1}, whatsapp.Accepted{At: someday, Agent: "ann"}
	one, err := whatsapp.Session{}.Apply(queued)
	if err != nil {
		t.Fatal(err)
	}
	both, err := one.Apply(accepted)
	if err != nil {
		t.Fatal(err)
	}
	if got, err := (whatsapp.Session{}).Apply(queued, accepted); err != nil || !reflect.DeepEqual(got, both) {
		t.Errorf("%v, %v", got, err)
	}
	if got, err := one.Apply(); err != nil || !reflect.DeepEqual(got, one) {
		t.Errorf("no events: %v, %v", got, err)
	}
	for code, bad := range map[decorum.Code]whatsapp.Event{decorum.Required: whatsapp.Accepted{Agent: "ann"}, decorum.Unknown: nil} {
		if got, err := one.Apply(accepted, bad); !errors.Is(err, code) || !reflect.DeepEqual(got, one) {
			t.Errorf("%v: %v, %v", code, got, err)
		}
	}
}

// What a session writes it reads again, however much waits in the outbox.
func TestALongSnapshotIsRead(t *testing.T) {
	long := message.Text{Body: "x", Extra: message.Extra(`{"kept":"` + strings.Repeat("k", 100_000) + `"}`)}
	s := whatsapp.Session{}
	for i := range 64 {
		var err error
		if s, err = s.Apply(whatsapp.SendRequested{At: someday, LocalID: fmt.Sprint(i), Message: long}); err != nil {
			t.Fatal(err)
		}
	}
	data, err := json.Marshal(s)
	if err != nil || len(data) < 6_400_000 {
		t.Fatal(len(data), err)
	}
	var read whatsapp.Session
	if err := json.Unmarshal(data, &read); err != nil || read.Version() != s.Version() {
		t.Error(read.Version(), err)
	}
}

func TestWhatWouldNotBeReadForItsLengthIsNotWritten(t *testing.T) {
	if testing.Short() {
		t.Skip("writes 80 MB")
	}
	part := message.Media{File: attachment.Document, ID: "1", Name: strings.Repeat("n", 1<<20)}
	e := whatsapp.ResponseInserted{At: someday, LocalID: "r", Parts: slices.Repeat([]message.Message{part}, 15)}
	if _, err := whatsapp.AppendEvent(nil, e); err != nil {
		t.Error(err)
	}
	e.Parts = append(e.Parts, part)
	if out, err := whatsapp.AppendEvent([]byte("x"), e); !errors.Is(err, decorum.TooLarge) || string(out) != "x" {
		t.Errorf("%d bytes: %v", len(out), err)
	}
	s := whatsapp.Session{}
	for i := range 64 {
		var err error
		if s, err = s.Apply(whatsapp.SendRequested{At: someday, LocalID: fmt.Sprint(i), Message: part}); err != nil {
			t.Fatal(err)
		}
	}
	if out, err := s.MarshalJSON(); !errors.Is(err, decorum.TooLarge) || out != nil {
		t.Errorf("%d bytes: %v", len(out), err)
	}
}
