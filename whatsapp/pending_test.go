package whatsapp_test

import (
	"math"
	"testing"
	"time"

	"github.com/decorum-go/decorum/whatsapp"
	"github.com/decorum-go/decorum/whatsapp/option"
)

const second = time.Second

var thresholds = option.Thresholds{Warning: 30 * second, Maximum: 50 * second}

func TestPR1WithoutThresholdsNothingIsUrgent(t *testing.T) {
	p := whatsapp.PendingResponse{}.Accepted(noon).Wrote(noon)
	for _, at := range []time.Time{after(-second), noon, after(time.Hour)} {
		if got := p.Level(at, option.Thresholds{}); got != whatsapp.LevelNone {
			t.Errorf("at %v: %s", at, got)
		}
		if next, ok := p.NextLevel(at, option.Thresholds{}); ok || !next.IsZero() {
			t.Errorf("at %v: next at %v, %v", at, next, ok)
		}
	}
	if got := p.Level(noon, option.Thresholds{Maximum: 1}); got != whatsapp.LevelYellow {
		t.Errorf("a maximum alone: %s", got)
	}
}

func TestPR1PolicyHasTheThresholdsOfItsOptions(t *testing.T) {
	c := whatsapp.DefaultConfig()
	for _, want := range []option.Thresholds{{Warning: 30 * second, Maximum: 50 * second}, {Warning: 0, Maximum: second}} {
		c.Options.PendingResponse = want
		p, err := whatsapp.NewPolicy(c)
		if err != nil {
			t.Fatal(err)
		}
		if got := p.Thresholds(); got != want {
			t.Errorf("%v, want %v", got, want)
		}
	}
	for _, wrong := range []option.Thresholds{{}, {Warning: second, Maximum: second}, {Maximum: second + 1}, {Warning: -second, Maximum: second}} {
		c.Options.PendingResponse = wrong
		if _, err := whatsapp.NewPolicy(c); err == nil {
			t.Errorf("%+v is accepted", wrong)
		}
	}
}

func TestPR1StartsAtTheLaterOfMessageAndAcceptance(t *testing.T) {
	for _, test := range []struct {
		name            string
		wrote, accepted time.Time
		level           whatsapp.Level
		next            time.Time
	}{
		{"accepted before", noon, after(-time.Hour), whatsapp.LevelGreen, after(30 * second)},
		{"accepted later", noon, after(5 * second), whatsapp.LevelGreen, after(35 * second)},
		{"not accepted", noon, time.Time{}, whatsapp.LevelNone, time.Time{}},
		{"nobody wrote", time.Time{}, noon, whatsapp.LevelNone, time.Time{}},
	} {
		p := whatsapp.PendingResponse{}.Wrote(test.wrote).Accepted(test.accepted)
		if got := p.Level(after(5*second), thresholds); got != test.level {
			t.Errorf("%s: %s", test.name, got)
		}
		if next, ok := p.NextLevel(after(5*second), thresholds); next != test.next || ok == next.IsZero() {
			t.Errorf("%s: next at %v, %v", test.name, next, ok)
		}
		if got := p.WaitingSince(); got != test.wrote {
			t.Errorf("%s: waiting since %v", test.name, got)
		}
	}
}

func TestPR1LaterMessagesDoNotStartAnew(t *testing.T) {
	p := whatsapp.PendingResponse{}.Accepted(noon).Wrote(noon).Wrote(after(20 * second)).Wrote(after(49 * second))
	if got := p.Level(after(50*second), thresholds); got != whatsapp.LevelRed {
		t.Errorf("after 50 s: %s", got)
	}
	if p.WaitingSince() != noon {
		t.Errorf("waiting since %v", p.WaitingSince())
	}
}

func TestPR1AnswersEndIt(t *testing.T) {
	p := whatsapp.PendingResponse{}.Accepted(noon).Wrote(noon).Answered()
	if p.IsPending() || p.Level(after(time.Hour), thresholds) != whatsapp.LevelNone || !p.WaitingSince().IsZero() {
		t.Error("pending after an answer")
	}
	p = p.Wrote(after(time.Minute))
	if p.WaitingSince() != after(time.Minute) {
		t.Errorf("waiting since %v", p.WaitingSince())
	}
	if got := (whatsapp.PendingResponse{}).Answered(); got.IsPending() || got != (whatsapp.PendingResponse{}) {
		t.Error("an answer to nothing changes something")
	}
}

func TestPR1FailedAnswersMakeItPendingAgain(t *testing.T) {
	base := whatsapp.PendingResponse{}.Accepted(noon).Wrote(noon)
	for _, test := range []struct {
		name string
		p    whatsapp.PendingResponse
		want time.Time
	}{
		{"the only answer", base.Answered().AnswerFailed(after(second)), noon},
		{"one of two", base.Answered().Answered().AnswerFailed(after(second)), time.Time{}},
		{"both", base.Answered().Answered().AnswerFailed(after(second)).AnswerFailed(after(2 * second)), noon},
		{"before a new message", base.Answered().Wrote(after(10 * second)).AnswerFailed(after(second)), noon},
		{"of an earlier stretch that another answer holds", base.Answered().Answered().Wrote(after(10 * second)).AnswerFailed(after(second)), after(10 * second)},
		{"of an earlier stretch, answered since", base.Answered().Wrote(after(10 * second)).Answered().AnswerFailed(after(second)), time.Time{}},
		{"of an earlier stretch, then the one of this", base.Answered().Wrote(after(10 * second)).Answered().AnswerFailed(after(second)).AnswerFailed(after(11 * second)), noon},
		{"of this stretch, then the one of an earlier", base.Answered().Wrote(after(10 * second)).Answered().AnswerFailed(after(11 * second)).AnswerFailed(after(second)), noon},
		{"of an earlier stretch, and then a new message", base.Answered().Wrote(after(10 * second)).Answered().AnswerFailed(after(second)).Wrote(after(20 * second)), after(20 * second)},
		{"of this stretch alone", base.Answered().Wrote(after(10 * second)).Answered().AnswerFailed(after(11 * second)), after(10 * second)},
		{"of nothing that was told, sent after the new message", base.Answered().Wrote(after(10 * second)).AnswerFailed(after(11 * second)), after(10 * second)},
		{"and a message without an instant, which changes nothing", base.Answered().Wrote(time.Time{}).AnswerFailed(after(second)), noon},
		{"of a stretch two before, where the answer to the one before stands", base.Answered().Wrote(after(10 * second)).Answered().Wrote(after(20 * second)).AnswerFailed(after(second)), after(20 * second)},
		{"without an answer", base.AnswerFailed(after(second)), noon},
		{"of nothing", whatsapp.PendingResponse{}.AnswerFailed(noon), time.Time{}},
	} {
		if got := test.p.WaitingSince(); got != test.want {
			t.Errorf("%s: waiting since %v, want %v", test.name, got, test.want)
		}
	}
	if got := base.AnswerFailed(after(-second)); got != base {
		t.Errorf("the failure of what was sent before anything waited: %+v", got)
	}
}

func TestPR2AndPR4LevelsAtTheEdge(t *testing.T) {
	p := whatsapp.PendingResponse{}.Accepted(noon).Wrote(noon)
	for _, test := range []struct {
		at    time.Duration
		level whatsapp.Level
		next  time.Duration
	}{
		{-time.Hour, whatsapp.LevelGreen, 30 * second}, // a clock that was set back
		{0, whatsapp.LevelGreen, 30 * second},
		{30*second - 1, whatsapp.LevelGreen, 30 * second},
		{30 * second, whatsapp.LevelYellow, 50 * second},
		{50*second - 1, whatsapp.LevelYellow, 50 * second},
		{50 * second, whatsapp.LevelRed, 0},
		{math.MaxInt64, whatsapp.LevelRed, 0},
	} {
		at := after(test.at)
		got := p.Level(at, thresholds)
		if got != test.level || got.Flashes() != (test.level == whatsapp.LevelRed) {
			t.Errorf("after %v: %s", test.at, got)
		}
		next, ok := p.NextLevel(at, thresholds)
		if ok != (test.next != 0) || ok && next != after(test.next) {
			t.Errorf("after %v: next at %v, %v", test.at, next, ok)
		}
		if ok && (p.Level(next, thresholds) != got+1 || p.Level(next.Add(-1), thresholds) != got) {
			t.Errorf("after %v: %v is not the first instant of the next level", test.at, next)
		}
	}
	none := option.Thresholds{Maximum: second}
	if got := p.Level(after(-second), none); got != whatsapp.LevelYellow {
		t.Errorf("a warning time of 0 is never green: %s", got)
	}
	if next, ok := p.NextLevel(after(-second), none); !ok || next != after(second) {
		t.Errorf("next at %v, %v", next, ok)
	}
	if got := whatsapp.State(9).String() + whatsapp.Level(9).String() + whatsapp.LevelYellow.String(); got != "idlenoneyellow" {
		t.Error(got)
	}
}

func TestPR3TaskbarFlashesWhateverTheColour(t *testing.T) {
	p := whatsapp.PendingResponse{}.Accepted(noon).Wrote(noon)
	if !p.TaskbarFlashes(false) || p.TaskbarFlashes(true) {
		t.Error("pending: it must flash while the window is not active")
	}
	if p.Answered().TaskbarFlashes(false) || (whatsapp.PendingResponse{}).TaskbarFlashes(false) {
		t.Error("nothing pending: it must not flash")
	}
}

func TestTR7NewMessageBlinks(t *testing.T) {
	for _, test := range []struct {
		name   string
		b      whatsapp.Blinking
		at     time.Duration
		blinks bool
		until  time.Time
	}{
		{"off", whatsapp.Blinking{For: second}, 0, false, time.Time{}},
		{"without end", whatsapp.Blinking{On: true}, math.MaxInt64, true, time.Time{}},
		{"below zero", whatsapp.Blinking{On: true, For: -1}, time.Hour, true, time.Time{}},
		{"at once", whatsapp.Blinking{On: true, For: second}, 0, true, after(second)},
		{"a clock set back", whatsapp.Blinking{On: true, For: second}, -time.Hour, true, after(second)},
		{"just before", whatsapp.Blinking{On: true, For: second}, second - 1, true, after(second)},
		{"at the end", whatsapp.Blinking{On: true, For: second}, second, false, time.Time{}},
	} {
		blinks, until := test.b.At(noon, after(test.at))
		if blinks != test.blinks || until != test.until {
			t.Errorf("%s: %v, %v", test.name, blinks, until)
		}
	}
	if blinks, _ := (whatsapp.Blinking{On: true}).At(time.Time{}, noon); blinks {
		t.Error("a message that never arrived blinks")
	}
}
