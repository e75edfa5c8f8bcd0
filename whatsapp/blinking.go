package whatsapp

import "time"

// A Blinking says how long a new message blinks (guide TR7). The zero Blinking
// does not blink.
type Blinking struct {
	// On is the option new-message-blinking.
	On bool
	// For is the option new-message-blinking-duration; 0 and less: without end.
	For time.Duration
}

// At reports whether a message that arrived at an instant, and that the agent has
// not seen, blinks at a later one, and when that ends: the zero Time if it does
// not end by itself. An instant before the arrival counts as the arrival.
func (b Blinking) At(arrived, at time.Time) (blinks bool, until time.Time) {
	switch {
	case !b.On || arrived.IsZero():
		return false, time.Time{}
	case b.For <= 0:
		return true, time.Time{}
	}
	until = instant(arrived).Add(b.For)
	if !at.Before(until) {
		return false, time.Time{}
	}
	return true, until
}
