package option

import "github.com/decorum-go/decorum/internal/enum"

// TakesEffect is when a change of an option is heeded. The zero TakesEffect is
// none.
type TakesEffect uint8

// The four cases, from the soonest to the latest.
const (
	// Immediately: at once, whatever is under way.
	Immediately TakesEffect = iota + 1
	// AtNextAttempt: when what the option is about is next attempted: to request
	// a conference, or to place a session on hold. An attempt that has begun
	// goes on as it began.
	AtNextAttempt
	// AtNextInteraction: for interactions that are offered after the change. One
	// that is under way keeps the old value to its end.
	AtNextInteraction
	// AtRestart: when the agent's desk is started or restarted.
	AtRestart
)

var takesEffectNames = [...]string{
	Immediately: "immediately", AtNextAttempt: "at the next attempt",
	AtNextInteraction: "at the next interaction", AtRestart: "on start or restart",
}

// String returns the case in words: "immediately", "at the next attempt", "at
// the next interaction" or "on start or restart"; "" for a value that is none.
func (t TakesEffect) String() string { return enum.Of(takesEffectNames[:], t) }

// ParseTakesEffect reads what [TakesEffect.String] writes. Anything else is
// [decorum.Unknown].
func ParseTakesEffect(s string) (TakesEffect, error) {
	return enum.Parse[TakesEffect](takesEffectNames[:], s)
}

// AppendText appends the words of String, nothing for the zero TakesEffect. It
// fails with [decorum.Unknown] for a value that is none.
func (t TakesEffect) AppendText(dst []byte) ([]byte, error) {
	return enum.Append(dst, takesEffectNames[:], t)
}

// MarshalText returns the words of String, as [TakesEffect.AppendText] does.
func (t TakesEffect) MarshalText() ([]byte, error) { return t.AppendText(nil) }

// UnmarshalText reads the words of String as [ParseTakesEffect] does; an empty text
// is the zero TakesEffect.
func (t *TakesEffect) UnmarshalText(text []byte) error {
	return enum.Read(takesEffectNames[:], t, text)
}

// A Moment is what goes on when options are asked for that were changed a while
// ago. The zero Moment is AttemptUnderWay, when the least of the change is
// heeded.
type Moment uint8

// The moments. Each heeds all that the one before it heeds, and more.
const (
	// AttemptUnderWay: a request for a conference, or to place a session on
	// hold, began before the change and is not over. What takes effect
	// immediately is heeded.
	AttemptUnderWay Moment = iota
	// InteractionUnderWay: an interaction was offered before the change and is
	// not done; an attempt that begins now heeds it.
	InteractionUnderWay
	// NewInteraction: an interaction is offered now, or none is under way.
	NewInteraction
	// Restarted: the desk was restarted since the change. All of it is heeded.
	Restarted
)

var momentNames = [...]string{"attempt_under_way", "interaction_under_way", "new_interaction", "restarted"}

// String returns "attempt_under_way", "interaction_under_way", "new_interaction"
// or "restarted"; "" for a value that is no moment.
func (m Moment) String() string { return enum.Of(momentNames[:], m) }

// ParseMoment reads what [Moment.String] writes. Anything else is
// [decorum.Unknown].
func ParseMoment(s string) (Moment, error) { return enum.Parse[Moment](momentNames[:], s) }

// AppendText appends the moment's name. It fails with [decorum.Unknown] for a
// value that is no moment.
func (m Moment) AppendText(dst []byte) ([]byte, error) { return enum.Append(dst, momentNames[:], m) }

// MarshalText returns the moment's name, as [Moment.AppendText] does.
func (m Moment) MarshalText() ([]byte, error) { return m.AppendText(nil) }

// UnmarshalText reads a moment's name as [ParseMoment] does.
func (m *Moment) UnmarshalText(text []byte) error { return enum.Read(momentNames[:], m, text) }

// Effective returns the options that apply at the moment after an administrator
// changed old to changed: each option of changed whose change is heeded by then
// ([Row.TakesEffect]), and each other one of old, with the layers that set them.
//
// A host keeps the options of its desk as they were at the start and those that
// each interaction began with, and passes these on as old:
//
//	desk = option.Effective(desk, changed, option.NewInteraction)
//	for i := range interactions {
//		interactions[i].options = option.Effective(interactions[i].options, changed, option.InteractionUnderWay)
//	}
func Effective(old, changed Options, at Moment) Options {
	now := old
	for i := range table {
		if table[i].TakesEffect.heededAt(at) {
			table[i].move(&now, &changed)
			now.layers[i] = changed.layers[i]
		}
	}
	return now
}

// heededAt reports whether a change that takes effect so is heeded at the moment.
func (t TakesEffect) heededAt(at Moment) bool {
	switch t {
	case Immediately:
		return true
	case AtNextAttempt:
		return at >= InteractionUnderWay
	case AtNextInteraction:
		return at >= NewInteraction
	default:
		return at >= Restarted
	}
}
