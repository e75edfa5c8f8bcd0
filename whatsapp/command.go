package whatsapp

import "time"

// A Command is what somebody wants to happen in a session, or what the host has
// to tell it. It is a sealed union: only the types of this package are in it, by
// value. [Policy.Handle] decides what comes of it.
type Command interface {
	// Name returns the command's name in words, as violations have it.
	Name() string
	// When returns when it was given.
	When() time.Time

	decide(d *decision)
}
