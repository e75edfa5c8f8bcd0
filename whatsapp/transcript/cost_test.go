package transcript_test

import (
	"fmt"
	"math/bits"
	"runtime"
	"slices"
	"strconv"
	"testing"
	"time"

	"github.com/decorum-go/decorum/whatsapp"
	"github.com/decorum-go/decorum/whatsapp/message"
	"github.com/decorum-go/decorum/whatsapp/transcript"
)

// conversation is a log of n events: texts of both sides, a quote, a reaction and
// an edit now and then, every status, and a new session every 100 events.
func conversation(n int) []transcript.Stamped {
	var events []whatsapp.Event
	for i := 0; len(events) < n; i++ {
		at := time.Duration(i) * 7 * time.Second
		in, out, local := fmt.Sprintf("wamid.in%07d", i), fmt.Sprintf("wamid.out%07d", i), fmt.Sprintf("m%d", i)
		r := received(at, in, text("Where is my order?"))
		if i%5 == 0 && i > 0 {
			r.Envelope.Context.ID = fmt.Sprintf("wamid.out%07d", i-1)
		}
		events = append(events, r)
		if i%20 == 0 {
			events = append(events, whatsapp.Queued{At: nine(at), Interaction: 1 + i/20, Why: whatsapp.QueuedNew})
		}
		events = append(events, sent(at+3*time.Second, local, "On its way."), whatsapp.SendAccepted{At: nine(at), LocalID: local, WAMID: out})
		for s := whatsapp.StatusSent; s <= whatsapp.StatusRead; s++ {
			events = append(events, whatsapp.StatusChanged{At: nine(at), Status: s, WAMID: out})
		}
		switch i % 10 {
		case 3:
			events = append(events, reaction(at+4*time.Second, in+"r", out, "👍"))
		case 7:
			events = append(events, edit(at+4*time.Second, in+"e", in, text("Where is it?")))
		}
	}
	return slices.Collect(transcript.Stream{}.Stamp(0, events[:n]...))
}

// shuffled returns the events in another order, always the same.
func shuffled(events []transcript.Stamped) []transcript.Stamped {
	list := slices.Clone(events)
	seed := uint64(1)
	for i := len(list) - 1; i > 0; i-- {
		seed = seed*6364136223846793005 + 1442695040888963407
		j := int((seed >> 33) % uint64(i+1)) //nolint:gosec // both are small
		list[i], list[j] = list[j], list[i]
	}
	return list
}

func built(tb testing.TB, events []transcript.Stamped) *transcript.Builder {
	b := transcript.New(transcript.View{})
	for _, e := range events {
		if _, err := b.Add(e); err != nil {
			tb.Fatal(err)
		}
	}
	return b
}

// TestBuildingIsLinearithmic counts the nodes of the tree that are looked at: of n
// events in any order no more than a constant times n·log n, and the lines are the
// same.
func TestBuildingIsLinearithmic(t *testing.T) {
	sizes := []int{1_000, 10_000, 100_000}
	if testing.Short() {
		sizes = sizes[:2]
	}
	for _, n := range sizes {
		events := conversation(n)
		log := 0
		for 1<<log < n {
			log++
		}
		backwards := slices.Clone(events)
		slices.Reverse(backwards)
		var first []transcript.Line
		for i, order := range [][]transcript.Stamped{events, backwards, shuffled(events)} {
			b := built(t, order)
			if most := uint64(6 * n * log); b.Steps() > most { //nolint:gosec // small
				t.Errorf("%d events in order %d: %d steps, more than %d", n, i, b.Steps(), most)
			}
			for b.HasEarlier() && n < 100_000 {
				b.More()
			}
			lines := slices.Collect(b.Lines(0, b.Len()))
			if i == 0 {
				first = lines
			}
			if !slices.EqualFunc(first, lines, func(x, y transcript.Line) bool { return x.ID == y.ID && x.String() == y.String() }) {
				t.Errorf("%d events: order %d gives other lines", n, i)
			}
		}
	}
}

// TestTheTreeIsSound: in order, in balance, with the right sums, after every event
// of logs that come in unlike orders, with lines that come and go.
func TestTheTreeIsSound(t *testing.T) {
	const n = 600
	log := conversation(n)
	inwards := make([]transcript.Stamped, 0, n)
	for i := range n / 2 {
		inwards = append(inwards, log[i], log[n-1-i])
	}
	outwards := slices.Clone(inwards)
	slices.Reverse(outwards)
	backwards := slices.Clone(log)
	slices.Reverse(backwards)
	var halves []transcript.Stamped
	for i := range n / 2 {
		halves = append(halves, log[n/2+i], log[i])
	}
	for i, order := range [][]transcript.Stamped{log, backwards, inwards, outwards, halves, shuffled(log)} {
		b := transcript.New(transcript.View{})
		for k, e := range order {
			if _, err := b.Add(e); err != nil {
				t.Fatal(err)
			}
			if err := b.Sound(); err != nil {
				t.Fatalf("order %d after %d events: %v", i, k+1, err)
			}
		}
	}
}

// TestAddingToALongTranscript: an event after 10,000 lines costs some hundred
// looked-at nodes, and a line at any place as many.
func TestAddingToALongTranscript(t *testing.T) {
	var events []whatsapp.Event
	for i := range 10_000 {
		events = append(events, received(time.Duration(i)*time.Second, fmt.Sprintf("wamid.%d", i), text("Hello")))
	}
	b := built(t, slices.Collect(transcript.Stream{}.Stamp(0, events...)))
	last := received(10_000*time.Second, "wamid.last", text("Hello"))
	last.Envelope.Context.ID = "wamid.5000"
	for i, e := range []whatsapp.Event{
		last, late(5_000*time.Second, 10_001*time.Second, "wamid.late", "Hello"), sent(10_002*time.Second, "m1", "Hi"),
		accepted("wamid.out"),
		whatsapp.StatusChanged{At: nine(0), WAMID: "wamid.out", Status: whatsapp.StatusRead},
		reaction(10_003*time.Second, "wamid.r", "wamid.3000", "👍"), edit(10_004*time.Second, "wamid.e", "wamid.5000", text("Bye")),
		whatsapp.Queued{At: nine(10_005 * time.Second), Interaction: 1},
		whatsapp.Seen{At: nine(0), Agent: "bob"},
	} {
		before := b.Steps()
		for s := range (transcript.Stream{}).Stamp(uint64(10_000+i), e) { //nolint:gosec // small
			if _, err := b.Add(s); err != nil {
				t.Fatal(err)
			}
		}
		if steps := b.Steps() - before; steps > 150 {
			t.Errorf("%s: %d steps", e.Name(), steps)
		}
	}
	for _, i := range []int{0, b.Len() / 2, b.Len() - 1} {
		before := b.Steps()
		b.Line(i)
		if steps := b.Steps() - before; steps > 60 {
			t.Errorf("line %d: %d steps", i, steps)
		}
	}
	before := b.Steps()
	for range b.Lines(b.Len()/2, b.Len()/2+50) {
	}
	if steps := b.Steps() - before; steps > 50*30 {
		t.Errorf("50 lines: %d steps", steps)
	}
}

// TestMemoryOfATextLine: a text takes at most 350 bytes beside its event's own
// strings, which the builder shares.
func TestMemoryOfATextLine(t *testing.T) {
	if underRace {
		t.Skip("the race detector allocates")
	}
	const n = 20_000
	var events []whatsapp.Event
	for i := range n {
		r := received(time.Duration(i)*time.Second, fmt.Sprintf("wamid.%d", i), nil)
		r.Message = message.Text{Body: "Hello"}
		events = append(events, r)
	}
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	b := built(t, slices.Collect(transcript.Stream{}.Stamp(0, events...)))
	runtime.GC()
	runtime.ReadMemStats(&after)
	per := (int64(after.HeapAlloc) - int64(before.HeapAlloc)) / n //nolint:gosec // small
	t.Logf("%d bytes for a text line", per)
	if per > 350 {
		t.Errorf("%d bytes for a text line", per)
	}
	runtime.KeepAlive(events)
	runtime.KeepAlive(b)
}

func BenchmarkAdd(b *testing.B) {
	events := conversation(10_000)
	for b.Loop() {
		built(b, events)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(events)), "ns/event")
}

// TestContradictionsCostNoMore: a log that tells one message again and again, or
// gives it many ids, is folded as fast as any, however much hangs on the message.
func TestContradictionsCostNoMore(t *testing.T) {
	const n = 2000
	for name, event := range map[string]func(i int) whatsapp.Event{
		"told again, the first one last": func(i int) whatsapp.Event {
			return received(-time.Duration(i)*time.Second, "wamid.0", text("Hello"))
		},
		"many ids": func(i int) whatsapp.Event {
			return whatsapp.SendAccepted{At: nine(0), LocalID: "m1", WAMID: "wamid." + strconv.Itoa(i)}
		},
	} {
		b := transcript.New(transcript.View{})
		add := func(version int, e whatsapp.Event) {
			if _, err := b.Add(transcript.Stamped{Version: uint64(version), Event: e}); err != nil { //nolint:gosec // above 0
				t.Fatal(err)
			}
		}
		for i := range n {
			add(9*n+i, reaction(time.Duration(i), "reaction."+strconv.Itoa(i), "wamid.0", "👍"))
			add(8*n+i, whatsapp.StatusChanged{At: nine(0), WAMID: "wamid." + strconv.Itoa(i), Status: whatsapp.StatusSent})
		}
		for i := range n {
			add(n-i, event(i))
		}
		if got, limit := b.Steps(), uint64(6*4*n*bits.Len(4*n)); got > limit { //nolint:gosec // above 0
			t.Errorf("%s: %d steps, at most %d", name, got, limit)
		}
	}
}
