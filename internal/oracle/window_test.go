package oracle_test

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/decorum-go/decorum/whatsapp"
)

// A report is what a host learns of a customer or of Meta.
type report struct {
	event               whatsapp.CustomerEvent // zero: a refusal
	originated, arrived time.Time
}

func (r report) tell(w whatsapp.Window) whatsapp.Window {
	if r.event == 0 {
		return w.Refused(r.arrived)
	}
	return w.Heard(r.event, r.originated, r.arrived)
}

func drawReport(t *rapid.T) report {
	start := time.Date(2026, time.March, 1, 0, 0, 0, 0, time.UTC)
	zone := time.FixedZone("", rapid.IntRange(-50000, 50000).Draw(t, "zone"))
	instant := func(label string) time.Time {
		if rapid.IntRange(0, 9).Draw(t, label+" known") == 0 {
			return time.Time{}
		}
		return start.Add(time.Duration(rapid.Int64Range(0, int64(80*time.Hour)).Draw(t, label))).In(zone)
	}
	return report{
		whatsapp.CustomerEvent(rapid.IntRange(0, int(whatsapp.BusinessEcho)).Draw(t, "event")),
		instant("originated"), instant("arrived"),
	}
}

// naiveOpen looks through the whole history.
func naiveOpen(history []report, at time.Time) bool {
	var heard, refused time.Time
	for _, r := range history {
		first := r.originated
		if first.IsZero() || !r.arrived.IsZero() && r.arrived.Before(first) {
			first = r.arrived
		}
		switch {
		case r.event == 0 && r.arrived.After(refused):
			refused = r.arrived
		case r.event != 0 && r.event.OpensWindow() && first.After(heard):
			heard = first
		}
	}
	return !heard.IsZero() && heard.After(refused) && at.Before(heard.Add(24*time.Hour))
}

// TestEqualEventsInAnyOrderGiveEqualWindows: late, repeated and reordered
// deliveries, told one by one or joined from two halves.
func TestEqualEventsInAnyOrderGiveEqualWindows(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		history := rapid.SliceOfN(rapid.Custom(drawReport), 0, 12).Draw(t, "history")
		var want whatsapp.Window
		for _, r := range history {
			want = r.tell(want)
		}
		shuffled := rapid.Permutation(history).Draw(t, "shuffled")
		var got, first, second whatsapp.Window
		for i, r := range shuffled {
			got = r.tell(got)
			if rapid.Bool().Draw(t, "again") {
				got = shuffled[rapid.IntRange(0, i).Draw(t, "which")].tell(got)
			}
			if i%2 == 0 {
				first = r.tell(first)
			} else {
				second = r.tell(second)
			}
		}
		if got != want || first.Join(second) != want || second.Join(first) != want {
			t.Fatalf("in order %v, shuffled %v, joined %v", want, got, first.Join(second))
		}
		at := time.Date(2026, time.March, 1, 0, 0, 0, 0, time.UTC).Add(time.Duration(rapid.Int64Range(0, int64(110*time.Hour)).Draw(t, "at")))
		if open := want.IsOpen(at); open != naiveOpen(history, at) {
			t.Fatalf("open = %v, by the whole history %v", open, !open)
		}
		if (want.Left(at) > 0) != want.IsOpen(at) {
			t.Fatalf("%v left, open = %v", want.Left(at), want.IsOpen(at))
		}
		if want.IsOpen(at) && !want.IsOpen(at.Add(-time.Duration(rapid.Int64Range(0, int64(time.Hour)).Draw(t, "earlier")))) {
			t.Fatal("a window that is open was shut before")
		}
	})
}
