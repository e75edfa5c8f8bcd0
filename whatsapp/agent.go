package whatsapp

import (
	"math"

	"github.com/decorum-go/decorum"
)

// An Agent is a person at the desk, as the host knows them at one instant. The
// zero Agent is nobody, logged out.
type Agent struct {
	// ID names the agent; it is unique.
	ID string `json:"id"`
	// LoggedIn: the agent is logged in.
	LoggedIn bool `json:"logged_in"`
	// Ready: the agent is ready for the media type whatsappsession.
	Ready bool `json:"ready"`
	// Privileges are those of the agent's roles. They are asked only where
	// role-based access control is on.
	Privileges Privileges `json:"privileges,omitzero"`
	// Load is what the agent handles now.
	Load Load `json:"load,omitzero"`
}

// A Load is how many interactions of the media type an agent has, by state.
// Numbers below zero count as zero.
type Load struct {
	Offered int `json:"offered,omitempty"`
	Active  int `json:"active,omitempty"`
	Parked  int `json:"parked,omitempty"`
	Held    int `json:"held,omitempty"`
	Done    int `json:"done,omitempty"`
}

// Count returns how many interactions take room (guide IN7): those offered and
// active; not those parked, held or done.
func (l Load) Count() int {
	offered, active := max(l.Offered, 0), max(l.Active, 0)
	if sum := offered + active; sum >= offered {
		return sum
	}
	return math.MaxInt
}

// Capacity is a capacity rule: how many interactions of the media type an agent
// may have at once (guide IN7). The zero Capacity is one at a time, and so is any
// below it.
type Capacity struct {
	Max int `json:"max"`
}

func (c Capacity) most() int { return max(c.Max, 1) }

// Room returns how many more interactions an agent with this load may have; never
// below zero.
func (c Capacity) Room(l Load) int { return c.most() - min(l.Count(), c.most()) }

// Desk is what holds for all agents.
type Desk struct {
	// Capacity is the capacity rule of the media type.
	Capacity Capacity `json:"capacity,omitzero"`
	// RoleBased: role-based access control is on, so that privileges are asked.
	RoleBased bool `json:"role_based,omitempty"`
}

// May returns nil if the agent has the privilege, or none is asked for, and the
// violation MissingPrivilege with the privilege's name otherwise.
func (d Desk) May(a Agent, p Privilege) decorum.Violations {
	if !d.RoleBased || a.Privileges.Has(p) {
		return nil
	}
	return decorum.Violations{{Code: decorum.MissingPrivilege, Severity: decorum.SeverityError, Want: p.String()}}
}

// Available tells why an interaction cannot be offered to the agent, or opened by
// the agent from a workbin; nothing if it can (guide IN7). An agent is available
// who is logged in, ready for whatsappsession, may use the channel, and has room
// left. The violations point into the agent's JSON; CapacityReached has the rule
// as its limit and what would then be handled as the actual number.
func (d Desk) Available(a Agent) decorum.Violations {
	var vs decorum.Violations
	if !a.LoggedIn {
		vs = vs.Add(decorum.Violation{
			Code: decorum.NotReady, Severity: decorum.SeverityError, Path: "/logged_in", Want: "logged in",
		})
	}
	if !a.Ready {
		vs = vs.Add(decorum.Violation{
			Code: decorum.NotReady, Severity: decorum.SeverityError, Path: "/ready", Want: "Ready for whatsappsession",
		})
	}
	for _, v := range d.May(a, CanUse) {
		v.Path = "/privileges"
		vs = vs.Add(v)
	}
	if d.Capacity.Room(a.Load) == 0 {
		vs = vs.Add(decorum.Violation{
			Code: decorum.CapacityReached, Severity: decorum.SeverityError, Path: "/load",
			Limit: int64(d.Capacity.most()), Actual: int64(min(a.Load.Count(), math.MaxInt-1)) + 1, Unit: decorum.Items,
		})
	}
	return vs
}
