package transcript_test

import (
	"fmt"
	"slices"
	"strconv"
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

// A desk adds events one after the other and looks at what each changes.
type desk struct {
	t *testing.T
	b *transcript.Builder
	v uint64
}

func newDesk(t *testing.T) *desk {
	t.Helper()
	return &desk{t: t, b: transcript.New(transcript.View{})}
}

// add adds an event at a place of the log, or, if that is 0, at the next.
func (d *desk) add(version uint64, e whatsapp.Event) transcript.Change {
	d.t.Helper()
	if version == 0 {
		d.v++
		version = d.v
	}
	c, err := d.b.Add(transcript.Stamped{Version: version, Event: e})
	if err != nil {
		d.t.Fatal(err)
	}
	return c
}

func (d *desk) changes(c transcript.Change, gone, fresh []transcript.Range, changed ...int) {
	d.t.Helper()
	if diff := cmp.Diff([][]transcript.Range{gone, fresh}, [][]transcript.Range{c.Gone, c.New}); diff != "" {
		d.t.Errorf("gone and new:\n%s", diff)
	}
	if got := c.Changed(); !slices.Equal(changed, got) {
		d.t.Errorf("changed: %v, want %v", got, changed)
	}
	if zero := len(gone)+len(fresh)+len(changed) == 0; c.IsZero() != zero {
		d.t.Errorf("the change is none: %v", !zero)
	}
}

func TestChangeTellsWhatToDraw(t *testing.T) {
	d := newDesk(t)
	at := func(i int) []transcript.Range { return []transcript.Range{{From: i, To: i + 1}} }
	d.changes(d.add(0, received(0, "wamid.1", text("One"))), nil, at(0))
	d.changes(d.add(0, received(2*time.Second, "wamid.2", text("Two"))), nil, at(1))
	quoting := received(3*time.Second, "wamid.3", text("Three"))
	quoting.Envelope.Context.ID = "wamid.1"
	d.changes(d.add(0, quoting), nil, at(2))
	stale := d.add(0, edit(4*time.Second, "wamid.4", "wamid.1", text("1")))
	d.changes(stale, nil, nil, 0, 2)
	d.changes(d.add(0, reaction(5*time.Second, "wamid.5", "wamid.2", "👍")), nil, nil, 1)
	if got := stale.Changed(); got != nil {
		t.Errorf("a change is forgotten after the next event: %v", got)
	}
	d.changes(d.add(0, whatsapp.Typing{At: nine(6 * time.Second), Agent: "bob"}), nil, nil)
	// A message that overtook others turns their times red.
	d.changes(d.add(0, late(9*time.Second, 9*time.Second, "wamid.6", "Six")), nil, at(3))
	d.changes(d.add(0, late(10*time.Second, 2500*time.Millisecond, "wamid.7", "Seven")), nil, at(2))
	d.changes(d.add(0, late(10*time.Second, 30*time.Second, "wamid.8", "Eight")), nil, at(5))
	d.changes(d.add(0, late(11*time.Second, 29*time.Second, "wamid.9", "Nine")), nil, at(6), 5)
	// What hangs on nothing has a line until it can hang; then its target has it.
	d.changes(d.add(0, reaction(40*time.Second, "wamid.10", "wamid.0", "👍")), nil, at(7))
	d.changes(d.add(0, edit(41*time.Second, "wamid.11", "wamid.0", text("0!"))), nil, at(8), 7)
	d.changes(d.add(0, received(39*time.Second, "wamid.0", text("0"))), []transcript.Range{{From: 7, To: 9}}, at(7))
	if l := d.b.Line(7); l.Text != "0!" || len(l.Reactions) != 1 {
		t.Errorf("what hung in the air: %v", l)
	}
	// The same message, earlier in the log: the line goes by that.
	d.v = 100
	d.add(0, received(50*time.Second, "wamid.12", text("Again")))
	d.changes(d.add(99, received(45*time.Second, "wamid.12", text("First"))), at(8), at(8))
	if l := d.b.Line(8); l.Text != "First" || l.ID.Version != 99 {
		t.Errorf("the first in the log counts: %v", l)
	}
	d.changes(d.add(98, received(46*time.Second, "wamid.12", nil)), at(8), at(8))
	d.changes(d.add(101, received(46*time.Second, "wamid.12", text("Later"))), nil, nil)
	for _, i := range []int{-1, d.b.Len()} {
		if l := d.b.Line(i); l.Kind != 0 {
			t.Errorf("line %d: %v", i, l)
		}
	}
	for _, r := range []transcript.Range{{-3, 2}, {7, 99}, {3, 3}, {4, 2}, {99, 100}} {
		want := max(min(r.To, d.b.Len())-max(r.From, 0), 0)
		if got := len(slices.Collect(d.b.Lines(r.From, r.To))); got != want {
			t.Errorf("lines %v: %d, want %d", r, got, want)
		}
	}
	for range d.b.Lines(0, 3) {
		break
	}
}

// TestNothingIsRedWithinASecond: so nothing is drawn anew for it.
func TestNothingIsRedWithinASecond(t *testing.T) {
	d := newDesk(t)
	d.add(0, late(0, 9*time.Second, "wamid.1", "One"))
	first := late(900*time.Millisecond, 5*time.Second, "wamid.2", "Two")
	d.changes(d.add(0, first), nil, []transcript.Range{{From: 0, To: 1}})
	d.changes(d.add(0, late(time.Second, 5*time.Second, "wamid.3", "Three")), nil, []transcript.Range{{From: 2, To: 3}}, 1)
}

// TestAStateIsShownByItsMessageAlone: what quotes a message stays as it is.
func TestAStateIsShownByItsMessageAlone(t *testing.T) {
	d := newDesk(t)
	d.add(0, sent(0, "m1", "Hi"))
	d.add(0, accepted("wamid.m"))
	quoting := received(time.Second, "wamid.q", text("Hi you"))
	quoting.Envelope.Context.ID = "wamid.m"
	d.add(0, quoting)
	status := whatsapp.StatusChanged{At: nine(0), WAMID: "wamid.m", Status: whatsapp.StatusRead}
	d.changes(d.add(0, status), nil, nil, 0)
	status.Status = whatsapp.StatusSent
	d.changes(d.add(0, status), nil, nil)
	liked := whatsapp.SendRequested{At: nine(time.Minute), Agent: "bob", LocalID: "m2", Message: message.Reaction{Target: "wamid.q", Emoji: "👍"}}
	d.changes(d.add(0, liked), nil, nil, 1)
	d.changes(d.add(0, whatsapp.SendFailed{At: nine(time.Hour), LocalID: "m2"}), nil, []transcript.Range{{From: 2, To: 3}}, 1)
	if l := d.b.Line(1); len(l.Reactions) != 0 {
		t.Errorf("it did not arrive: %v", l)
	}
	d.changes(d.add(0, whatsapp.StatusChanged{At: nine(0), LocalID: "m2", Status: whatsapp.StatusDelivered}), nil, nil, 1, 2)
	if l := d.b.Line(1); len(l.Reactions) != 1 {
		t.Errorf("it did arrive: %v", l)
	}
}

func TestChangeWhenASessionBegins(t *testing.T) {
	d := newDesk(t)
	for _, e := range interactions(2) {
		d.add(0, e)
	}
	d.changes(d.add(0, received(2*time.Minute, "wamid.x", text("Hello"))), nil, []transcript.Range{{From: 6, To: 7}})
	c := d.add(0, whatsapp.Queued{At: nine(2 * time.Minute), Interaction: 3, Why: whatsapp.QueuedNew})
	d.changes(c, []transcript.Range{{From: 0, To: 3}}, []transcript.Range{{From: 3, To: 4}})
	d.changes(d.b.More(), nil, []transcript.Range{{From: 0, To: 3}})
	// The event that began the second one, earlier in the log, moves its heading.
	d.changes(d.add(0, whatsapp.Queued{At: nine(2 * time.Minute), Interaction: 3, Why: whatsapp.QueuedNew}), nil, nil)
}

func TestHeadingFollowsTheFirstEventOfItsSession(t *testing.T) {
	d := newDesk(t)
	d.add(9, whatsapp.Queued{At: nine(time.Hour), Interaction: 1})
	d.add(8, received(time.Hour, "wamid.2", text("Later")))
	d.changes(d.add(3, whatsapp.OutboundStarted{At: nine(time.Minute), Interaction: 1}), []transcript.Range{{From: 0, To: 1}}, []transcript.Range{{From: 0, To: 1}})
	same(t, slices.Collect(d.b.Lines(0, 9)), "-- 2026-03-01 09:01 interaction 1", "10:00:00  Ann: Later")
	// The message before it in the log is its first one, whenever that is known.
	c := d.add(2, received(59*time.Second, "wamid.1", text("First")))
	d.changes(c, []transcript.Range{{From: 0, To: 1}}, []transcript.Range{{From: 0, To: 2}})
	same(t, slices.Collect(d.b.Lines(0, 1)), "-- 2026-03-01 09:00 interaction 1")
	// Unless that message stands at another place as well.
	d.add(1, received(0, "wamid.1", text("First")))
	same(t, slices.Collect(d.b.Lines(0, 2)), "09:00:00  Ann: First", "-- 2026-03-01 09:01 interaction 1")
}

// TestHeadingLeavesAMessageThatBecamePartOfAnother: its place in the log is then
// that of the other one.
func TestHeadingLeavesAMessageThatBecamePartOfAnother(t *testing.T) {
	log := slices.Collect(transcript.Stream{}.Stamp(0, sent(-time.Minute, "m1", "Hi"), late(0, time.Second, "wamid.1", "Echo"),
		whatsapp.Queued{At: nine(time.Minute), Interaction: 1}, accepted("wamid.1")))
	for _, order := range [][]int{{0, 1, 2, 3}, {0, 3, 1, 2}, {2, 1, 3, 0}, {3, 2, 1, 0}, {1, 2, 0, 3}} {
		b := transcript.New(transcript.View{})
		for _, i := range order {
			if _, err := b.Add(log[i]); err != nil {
				t.Fatal(err)
			}
		}
		same(t, slices.Collect(b.Lines(0, 9)), "08:59:00  > bob [accepted]: Hi", "-- 2026-03-01 09:01 interaction 1")
	}
}

func TestSeenAfterAGapInTheLog(t *testing.T) {
	d := newDesk(t)
	d.add(1, received(0, "wamid.1", text("One")))
	d.add(1<<60, received(time.Second, "wamid.2", text("Two")))
	d.changes(d.add(1<<60+1, whatsapp.Seen{At: nine(2), Agent: "bob"}), nil, nil, 0, 1)
	d.changes(d.add(2, whatsapp.Seen{At: nine(1), Agent: "bob"}), nil, nil)
	if d.b.Line(0).New || d.b.Line(1).New {
		t.Error("what was seen is new once more, since an earlier look is told later")
	}
}

// TestALineThatMovedStays: what was moved once is not moved by what only changes it.
func TestALineThatMovedStays(t *testing.T) {
	d := newDesk(t)
	one := []transcript.Range{{From: 0, To: 1}}
	d.changes(d.add(5, sent(5*time.Second, "m1", "Later")), nil, one)
	d.changes(d.add(2, sent(2*time.Second, "m1", "Earlier")), one, one)
	failed := whatsapp.SendFailed{At: nine(time.Minute), LocalID: "m1", Error: 131026}
	d.changes(d.add(6, failed), nil, []transcript.Range{{From: 1, To: 2}}, 0)
	d.changes(d.add(7, whatsapp.StatusChanged{At: nine(time.Hour), LocalID: "m1", Status: whatsapp.StatusDelivered}), nil, nil, 0, 1)
}

// TestWhatTurnsOutToHaveArrived: a message that failed, and that was delivered all
// the same, is the customer's once more, and what quotes it shows it.
func TestWhatTurnsOutToHaveArrived(t *testing.T) {
	reply := received(time.Minute, "wamid.2", text("Yes"))
	reply.Envelope.Context.ID = "wamid.1"
	failed := whatsapp.SendFailed{At: nine(time.Second), LocalID: "m1", Error: 131026}
	delivered := whatsapp.StatusChanged{At: nine(time.Hour), WAMID: "wamid.1", Status: whatsapp.StatusDelivered}
	for name, events := range map[string][]whatsapp.Event{
		"by the status":       {accepted("wamid.1"), sent(0, "m1", "Hi"), failed, reply, delivered},
		"by the other id":     {delivered, sent(0, "m1", "Hi"), failed, reply, accepted("wamid.1")},
		"by the other id too": {reply, sent(0, "m1", "Hi"), failed, delivered, accepted("wamid.1")},
	} {
		d := newDesk(t)
		d.b = transcript.New(transcript.View{Audience: transcript.ToCustomer})
		for _, e := range events[:4] {
			d.add(0, e)
		}
		if n := d.b.Len(); n != 1 || d.b.Line(0).Quote.Known {
			t.Errorf("%s: before: %v", name, texts(slices.Collect(d.b.Lines(0, n))))
		}
		d.changes(d.add(0, events[4]), nil, []transcript.Range{{From: 0, To: 1}}, 1)
		if n := d.b.Len(); n != 2 || !d.b.Line(1).Quote.Known {
			t.Errorf("%s: %v", name, texts(slices.Collect(d.b.Lines(0, n))))
		}
	}
	same(t, linesOf(transcript.View{Audience: transcript.ToCustomer}, delivered, sent(0, "m1", "Hi"), failed, accepted("wamid.1")),
		"09:00:00  > Business: Hi")
}

// TestMergedMessages: two ids turn out to be one message's after both have been
// told of.
func TestMergedMessages(t *testing.T) {
	failed := whatsapp.SendFailed{At: nine(time.Hour), WAMID: "wamid.1", Error: 131026}
	answered := answer(2*time.Second, "wamid.2", "wamid.1", "tue", "Tuesday")
	asked := whatsapp.SendRequested{At: nine(0), Agent: "bob", LocalID: "m1", Message: list()}
	echo := received(0, "wamid.1", list())
	echo.Envelope.Direction = message.Echo
	log := slices.Collect(transcript.Stream{}.Stamp(0, asked, whatsapp.SendFailed{At: nine(time.Minute), LocalID: "m1"},
		failed, answered, reaction(3*time.Second, "wamid.3", "wamid.1", "👍"), echo, accepted("wamid.1"),
		whatsapp.StatusChanged{At: nine(9), LocalID: "m1", WAMID: "wamid.0", Status: whatsapp.StatusRead}))
	for _, a := range []transcript.Audience{transcript.ToAgent, transcript.ToCustomer} {
		v := transcript.View{Audience: a}
		want := texts(transcript.Of(slices.Values(log), v))
		if len(want) != 3-int(a) {
			t.Errorf("%v: %v", a, want)
		}
		for n := range 40 {
			order := slices.Clone(log)
			for i := range order {
				j := (i*7 + n*3) % len(order)
				order[i], order[j] = order[j], order[i]
			}
			if diff := cmp.Diff(want, texts(transcript.Of(slices.Values(order), v))); diff != "" {
				t.Errorf("%v, order %d:\n%s", a, n, diff)
			}
		}
	}
	l := transcript.Of(slices.Values(log), transcript.View{})[0]
	if l.WAMID != "wamid.0" || l.LocalID != "m1" || chosenIn(l) != "Tuesday" || l.Delivery.Reached != transcript.Read || l.Delivery.Code != 131026 {
		t.Errorf("the message: %+v", l)
	}
}

// TestWhatHangsOnEitherIdHangsOnTheMessage: also where WhatsApp gave two.
func TestWhatHangsOnEitherIdHangsOnTheMessage(t *testing.T) {
	photo := whatsapp.SendRequested{At: nine(0), Agent: "bob", LocalID: "m1", Message: message.Media{File: attachment.Image, ID: "7", Caption: "Lok"}}
	on := func(i int, wamid string) []whatsapp.Event {
		at := time.Duration(i) * time.Second
		id := fmt.Sprintf("wamid.%s.%d", wamid, i)
		caption := edit(at, id+"e", wamid, message.Media{File: attachment.Image, Caption: "Look " + wamid})
		caption.Envelope.Direction = message.Echo
		quoting := received(at, id+"q", text("Nice"))
		quoting.Envelope.Context.ID = wamid
		requoting := edit(at+1, id+"f", "wamid.other", text("Other"))
		requoting.Message = message.Edit{Target: "wamid.other", Context: message.Context{ID: wamid}}
		ours := whatsapp.SendRequested{At: nine(at), Agent: "bob", LocalID: id, Message: message.Reaction{Target: wamid, Emoji: "❤️"}}
		liked := reaction(at, id+"r", wamid, "👍")
		media := whatsapp.MediaDescribed{At: nine(at), ID: wamid, Message: message.Media{Name: wamid + ".jpg"}}
		if i > 1 {
			return []whatsapp.Event{caption, quoting, liked, media, received(0, "wamid.other", text("Another"))}
		}
		media.Message = message.Media{Size: 12}
		return []whatsapp.Event{caption, quoting, requoting, ours, media}
	}
	link := func(wamid string) whatsapp.Event { return accepted(wamid) }
	log := slices.Collect(transcript.Stream{}.Stamp(0, slices.Concat([]whatsapp.Event{photo}, on(1, "a"), on(2, "b"), []whatsapp.Event{link("a"), link("b")})...))
	want := transcript.Of(slices.Values(log), transcript.View{})
	l := want[len(want)-4]
	if l.LocalID != "m1" {
		l = want[0]
	}
	if l.Text != "Look b" || len(l.Edits) != 2 || len(l.Reactions) != 2 || l.Thumbnail.Name != "b.jpg" || l.Thumbnail.Size != 12 {
		t.Errorf("the photo: %+v", l)
	}
	for first := range log {
		order := slices.Concat(log[first:], log[:first])
		for range 2 {
			slices.Reverse(order)
			b := transcript.New(transcript.View{})
			var shown []transcript.Line
			for _, e := range order {
				c, err := b.Add(e)
				if err != nil {
					t.Fatal(err)
				}
				for _, r := range slices.Backward(c.Gone) {
					shown = slices.Delete(shown, r.From, r.To)
				}
				for _, r := range c.New {
					shown = slices.Insert(shown, r.From, slices.Collect(b.Lines(r.From, r.To))...)
				}
				for _, i := range c.Changed() {
					shown[i] = b.Line(i)
				}
			}
			if diff := cmp.Diff(want, shown); diff != "" {
				t.Errorf("from %d on:\n%s", first, diff)
			}
		}
	}
}

func TestQuotesOfWhatHasNoText(t *testing.T) {
	reply := sent(time.Minute, "m1", "?")
	reply.ReplyTo = "wamid.1"
	for _, test := range []struct {
		message message.Message
		want    message.Preview
	}{
		{nil, message.Preview{Kind: message.KindUnknown}},
		{message.Structured{}, message.Preview{Kind: message.KindStructured}},
		{message.Structured{Structured: template.ReplyButtons{Body: "Yes?"}}, message.Preview{Kind: message.KindStructured, Text: "Yes?"}},
	} {
		lines := linesOf(transcript.View{}, received(0, "wamid.1", test.message), reply)
		if diff := cmp.Diff(test.want, lines[1].Quote.Preview); diff != "" {
			t.Error(diff)
		}
	}
	// An answer to what is no question is a text.
	lines := linesOf(transcript.View{}, received(0, "wamid.1", message.Structured{}), answer(1, "wamid.2", "wamid.1", "mon", "Monday"))
	if lines[1].Structured != nil || lines[1].Quote == nil {
		t.Errorf("%+v", lines[1])
	}
}

func TestStringOfOtherChannels(t *testing.T) {
	v := transcript.View{Options: option.Default(), Stream: transcript.Stream{Channel: "main"}}
	v.Options.ShowCrossChannelMessages = true
	events := slices.Collect(transcript.Stream{Channel: "عربي"}.Stamp(0, whatsapp.OutboundStarted{At: nine(0), Interaction: 1}, whatsapp.Ended{At: nine(1)}))
	same(t, transcript.Of(slices.Values(events), v), "-- 2026-03-01 09:00 interaction 1 on \u2068عربي\u2069", "09:00:00  --  on \u2068عربي\u2069: Session ended")
}

// TestOneMessageTakesManyLinesAway: what hung in the air hangs on it, in one go.
func TestOneMessageTakesManyLinesAway(t *testing.T) {
	d := newDesk(t)
	const n = 3_000
	for i := range n {
		d.add(0, edit(time.Duration(i)*time.Second, fmt.Sprintf("wamid.%d", i), "wamid.x", text(strconv.Itoa(i))))
	}
	before := d.b.Steps()
	c := d.add(0, received(-time.Second, "wamid.x", text("x")))
	d.changes(c, []transcript.Range{{From: 0, To: n}}, []transcript.Range{{From: 0, To: 1}})
	if steps := d.b.Steps() - before; steps > 60*n {
		t.Errorf("%d steps", steps)
	}
	if l := d.b.Line(0); l.Text != "2999" || len(l.Edits) != n {
		t.Errorf("%s after %d edits", l.Text, len(l.Edits))
	}
	d.changes(d.add(0, received(n*time.Second, "wamid.y", text("y"))), nil, []transcript.Range{{From: 1, To: 2}})
}

// names are the enumerations' texts, each read back.
func TestNames(t *testing.T) {
	for k := range transcript.Kind(6) {
		if got, err := transcript.ParseKind(k.String()); (err == nil) != (k >= 1 && k <= transcript.Failure) || err == nil && got != k {
			t.Errorf("%d: %v %v", k, got, err)
		}
	}
	for s := range transcript.Side(5) {
		if got, err := transcript.ParseSide(s.String()); (err == nil) != (s >= 1 && s <= transcript.Center) || err == nil && got != s {
			t.Errorf("%d: %v %v", s, got, err)
		}
	}
	for s := range transcript.State(9) {
		if got, err := transcript.ParseState(s.String()); (err == nil) != (s >= 1 && s <= transcript.Failed) || err == nil && got != s {
			t.Errorf("%d: %v %v", s, got, err)
		}
	}
	for a := range transcript.Audience(3) {
		if got, err := transcript.ParseAudience(a.String()); (err == nil) != (a <= transcript.ToCustomer) || err == nil && got != a {
			t.Errorf("%d: %v %v", a, got, err)
		}
	}
	var (
		k transcript.Kind
		i transcript.Side
		s transcript.State
		a transcript.Audience
	)
	for _, test := range []struct {
		value interface {
			UnmarshalText(text []byte) error
		}
		text string
		back func() ([]byte, error)
	}{
		{&k, "notice", func() ([]byte, error) { return k.MarshalText() }},
		{&i, "center", func() ([]byte, error) { return i.MarshalText() }},
		{&s, "played", func() ([]byte, error) { return s.MarshalText() }},
		{&a, "customer", func() ([]byte, error) { return a.MarshalText() }},
	} {
		if err := test.value.UnmarshalText([]byte(test.text)); err != nil {
			t.Error(err)
		}
		if got, err := test.back(); err != nil || string(got) != test.text {
			t.Errorf("%q: %v", got, err)
		}
		if err := test.value.UnmarshalText([]byte("x")); err == nil {
			t.Errorf("x is no %T", test.value)
		}
	}
}
