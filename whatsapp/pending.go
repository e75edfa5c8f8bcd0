package whatsapp

import (
	"time"

	"github.com/decorum-go/decorum/internal/enum"
	"github.com/decorum-go/decorum/whatsapp/option"
)

// Level is how urgent an answer is (guide PR2).
type Level uint8

// The levels of a pending response. The zero Level: none is pending.
const (
	// LevelNone: nothing to be shown.
	LevelNone Level = iota
	// LevelGreen: below the warning time.
	LevelGreen
	// LevelYellow: from the warning time on.
	LevelYellow
	// LevelRed: from the maximum time on; it flashes.
	LevelRed
)

var levelNames = [...]string{"none", "green", "yellow", "red"}

// String returns "none", "green", "yellow" or "red".
func (l Level) String() string {
	if int(l) >= len(levelNames) {
		return levelNames[0]
	}
	return levelNames[l]
}

// ParseLevel reads what [Level.String] writes. Anything else is
// [decorum.Unknown].
func ParseLevel(s string) (Level, error) { return enum.Parse[Level](levelNames[:], s) }

// AppendText appends what [Level.String] returns. It fails with
// [decorum.Unknown] for a value that is none.
func (l Level) AppendText(dst []byte) ([]byte, error) { return enum.Append(dst, levelNames[:], l) }

// MarshalText returns what [Level.AppendText] appends.
func (l Level) MarshalText() ([]byte, error) { return l.AppendText(nil) }

// UnmarshalText reads what [ParseLevel] reads.
func (l *Level) UnmarshalText(text []byte) error { return enum.Read(levelNames[:], l, text) }

// Flashes reports whether the indicator itself flashes: at red.
func (l Level) Flashes() bool { return l == LevelRed }

// A PendingResponse knows since when a customer waits for an answer, and which
// answers are under way (guide PR1). It is a small immutable value. Events are
// told in the order in which the desk learns of them.
//
// In the zero PendingResponse nothing is pending.
type PendingResponse struct {
	// since is when the first message came that no answer followed.
	since time.Time
	// answers is how many answers followed it that have not failed.
	answers int
	// before is the stretch before this one, as long as its answers may fail.
	before struct {
		since   time.Time
		answers int
	}
	accepted time.Time
}

// Wrote returns the value after a message of the customer; later ones do not
// start the time anew. Reactions and statuses are not told. The zero Time changes
// nothing.
func (p PendingResponse) Wrote(at time.Time) PendingResponse {
	switch {
	case at.IsZero():
	case p.since.IsZero():
		p.since = instant(at)
	case p.answers > 0:
		p.before.since, p.before.answers = p.since, p.answers
		p.since, p.answers = instant(at), 0
	}
	return p
}

// Accepted returns the value after the interaction was accepted by an agent: the
// time does not start before. The zero Time undoes it.
func (p PendingResponse) Accepted(at time.Time) PendingResponse {
	p.accepted = instant(at)
	return p
}

// Answered returns the value after a message to the contact by an agent or a
// supervisor: nothing is pending until the customer writes again. Whether a
// bot's message counts is the caller's setting.
func (p PendingResponse) Answered() PendingResponse {
	if !p.since.IsZero() {
		p.answers++
	}
	return p
}

// AnswerFailed returns the value after an answer that was sent at the instant
// failed: if no other answer stands, the response is pending again, since the
// message that was answered. Of answers to earlier messages only those to the
// stretch before the present one are remembered; one to a still earlier stretch
// changes nothing, since other answers came after it.
func (p PendingResponse) AnswerFailed(sent time.Time) PendingResponse {
	if p.answers > 0 && !sent.Before(p.since) {
		p.answers--
		return p
	}
	if p.before.answers > 0 && sent.Before(p.since) && !sent.Before(p.before.since) {
		p.before.answers--
		if p.before.answers == 0 {
			// Both stretches are one again, which the answers to this one, if
			// any, answer as a whole.
			p.since, p.before.since = p.before.since, time.Time{}
		}
	}
	return p
}

// IsPending reports whether the customer waits for an answer.
func (p PendingResponse) IsPending() bool { return !p.since.IsZero() && p.answers == 0 }

// WaitingSince returns when the first message came that is not answered; zero if
// none waits. It is earlier than the indicator's time where the interaction was
// accepted later.
func (p PendingResponse) WaitingSince() time.Time {
	if !p.IsPending() {
		return time.Time{}
	}
	return p.since
}

// start returns the instant from which the levels are counted, and whether they
// are: not before an agent has accepted.
func (p PendingResponse) start() (time.Time, bool) {
	if !p.IsPending() || p.accepted.IsZero() {
		return time.Time{}, false
	}
	return later(p.since, p.accepted), true
}

// Level returns how urgent the answer is at an instant: green up to but not at
// the warning time, yellow up to but not at the maximum, then red. An instant
// before the start, as from a clock that was set back, is green. By the zero
// Thresholds nothing becomes urgent: it is LevelNone.
func (p PendingResponse) Level(at time.Time, t option.Thresholds) Level {
	start, ok := p.start()
	switch {
	case !ok || t == option.Thresholds{}:
		return LevelNone
	case at.Before(start.Add(t.Warning)) && t.Warning > 0:
		return LevelGreen
	case at.Before(start.Add(t.Maximum)):
		return LevelYellow
	default:
		return LevelRed
	}
}

// NextLevel returns the first instant of the next level after the one at the
// instant (guide PR4), and whether one comes without a new event.
func (p PendingResponse) NextLevel(at time.Time, t option.Thresholds) (time.Time, bool) {
	start, ok := p.start()
	if !ok {
		return time.Time{}, false
	}
	for _, after := range [...]time.Duration{t.Warning, t.Maximum} {
		if next := start.Add(after); at.Before(next) && after > 0 {
			return next, true
		}
	}
	return time.Time{}, false
}

// TaskbarFlashes reports whether the icon in the taskbar flashes (guide PR3):
// while a response is pending, of whatever colour, and the window is not active.
func (p PendingResponse) TaskbarFlashes(windowActive bool) bool {
	_, ok := p.start()
	return ok && !windowActive
}
