package whatsapp

import (
	"time"

	"github.com/decorum-go/decorum"
)

// Routing is how a desk looks for an agent (guide IN1, WB3). The zero Routing
// prefers the last handling agent for no time, and passes over whoever refused
// this interaction for good.
type Routing struct {
	// HandlerFirst is for how long after the interaction came to be offered only
	// the last handling agent is looked for (ours). Below zero it is zero.
	HandlerFirst time.Duration
	// RefuserAgain is after how long an agent who rejected the interaction, or
	// let it time out, may be offered it again (ours); 0 and less: never.
	RefuserAgain time.Duration
}

// A Refusal is an offer that an agent rejected or let time out. One without an
// instant was long ago: it counts only where refusers are never asked again.
type Refusal struct {
	Agent string
	At    time.Time
}

// An Offering is what routing asks of a session.
type Offering struct {
	// Since is when the interaction came to be offered; zero: long ago, so that
	// nobody waits for the last handler.
	Since time.Time
	// LastHandler is the agent who handled the contact last; "" for none.
	LastHandler string
	// Refusals are the refusals of this interaction, in any order.
	Refusals []Refusal
}

// A Choice is whom an interaction is offered to. Nobody is an answer too.
type Choice struct {
	// Agent is the chosen agent; "" for nobody.
	Agent string
	// TryAgain is the earliest instant at which time alone may change the
	// answer; zero if only agents can.
	TryAgain time.Time
	// Passed are the agents passed over, in the order in which they were given,
	// with the reasons.
	Passed []Passed
}

// Passed is an agent to whom an interaction was not offered, and why: what
// [Desk.Available] says, or OutOfOrder where the agent refused it, or where the
// last handling agent goes first.
type Passed struct {
	Agent string
	Why   decorum.Violations
}

// Route chooses the agent to whom an interaction is offered at an instant: for a
// while the last handling agent alone, if that agent is logged in and has not
// refused; then, among the available, the one with the most room, of several the
// first that was given. An agent who refused it is passed over. Agents with no ID
// are left out, and so is an ID's second appearance. It costs one pass over agents
// and refusals each.
func (r Routing) Route(d Desk, o Offering, agents []Agent, at time.Time) Choice {
	refused, again := r.refusals(o, at)
	choice := Choice{}
	handlerUntil := instant(o.Since).Add(max(r.HandlerFirst, 0))
	first := o.LastHandler != "" && at.Before(handlerUntil) && handlerIsThere(o.LastHandler, agents) && !refused[o.LastHandler]
	best, room := -1, 0
	seen := make(map[string]bool, len(agents))
	for i, a := range agents {
		if a.ID == "" || seen[a.ID] {
			continue
		}
		seen[a.ID] = true
		why := d.Available(a)
		if refused[a.ID] {
			why = why.Add(passedOver("another agent: this one refused"))
		}
		if first && a.ID != o.LastHandler {
			why = why.Add(passedOver("the last handling agent first"))
		}
		if why != nil {
			choice.Passed = append(choice.Passed, Passed{a.ID, why})
			continue
		}
		if free := d.Capacity.Room(a.Load); best < 0 || free > room {
			best, room = i, free
		}
	}
	if best >= 0 {
		choice.Agent = agents[best].ID
		return choice
	}
	if first {
		again = earlier(again, handlerUntil)
	}
	choice.TryAgain = again
	return choice
}

func passedOver(want string) decorum.Violation {
	return decorum.Violation{Code: decorum.OutOfOrder, Severity: decorum.SeverityError, Want: want}
}

// refusals returns who is passed over at an instant, and when the first of them
// may be asked again.
func (r Routing) refusals(o Offering, at time.Time) (refused map[string]bool, again time.Time) {
	latest := make(map[string]time.Time, len(o.Refusals))
	for _, f := range o.Refusals {
		latest[f.Agent] = later(latest[f.Agent], instant(f.At))
	}
	refused = make(map[string]bool, len(latest))
	for _, f := range o.Refusals {
		until := latest[f.Agent].Add(r.RefuserAgain)
		switch {
		case r.RefuserAgain <= 0:
			refused[f.Agent] = true
		case at.Before(until):
			refused[f.Agent] = true
			again = earlier(again, until)
		}
	}
	return refused, again
}

func handlerIsThere(id string, agents []Agent) bool {
	for _, a := range agents {
		if a.ID == id {
			return a.LoggedIn
		}
	}
	return false
}
