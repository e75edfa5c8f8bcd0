package whatsapp

import (
	"time"

	"github.com/decorum-go/decorum"
)

func (c Transfer) decide(d *decision) {
	ok := d.handler(c.By, StateActive)
	e := Transferred{At: d.at, Agent: c.By.ID, ToAgent: c.ToAgent.ID, ToQueue: c.ToQueue}
	switch {
	case c.ToQueue != "" && c.ToAgent != (Agent{}):
		d.fault(decorum.Conflict, "/to_queue", "an agent or a queue")
	case c.ToQueue != "":
		d.name1("/to_queue", c.ToQueue)
	case c.ToAgent == (Agent{}):
		d.fault(decorum.Required, "/to_agent", "an agent or a queue")
	case c.ToAgent.ID == c.By.ID:
		d.fault(decorum.Conflict, "/to_agent/id", "another agent")
	default:
		d.available(c.ToAgent, "/to_agent")
		e.Until = d.until()
	}
	if ok {
		d.emit(e)
	}
}

// ConferenceQueueKeys are the keys of attached data that a conference with a
// skill or an agent group adds (guide IN6).
const (
	KeyOriginalEmployee = "IW_RoutingBasedOriginalEmployeeId"
	KeyTargetID         = "IW_RoutingBasedTargetId"
	KeyTargetType       = "IW_RoutingBasedTargetType"
	KeyRequestType      = "IW_RoutingBasedRequestType"
)

func (c Conference) decide(d *decision) {
	ok := d.participant(c.By)
	if !d.config.ConferenceSubtype {
		d.fault(decorum.Disabled, "", "InternalConferenceInvite")
	}
	d.name1("/to/name", c.To.Name)
	d.room("/to", len(d.s.members)+d.s.invited+1, maxMembers)
	e := ConferenceRequested{At: d.at, Agent: c.By.ID, To: c.To}
	switch c.To.Kind {
	case TargetAgent:
		if d.s.takesPart(c.To.Name) {
			d.fault(decorum.Duplicate, "/to/name", "an agent who does not take part yet")
		}
	case TargetSkill, TargetAgentGroup:
		e.Queue = d.config.Options.ConferenceQueue
		if e.Queue == "" {
			d.fault(decorum.Disabled, "", "intercommunication.whatsappsession.queue")
		}
		e.Attached = []Datum{
			{KeyOriginalEmployee, c.By.ID},
			{KeyTargetID, c.To.Name},
			{KeyTargetType, c.To.Kind.String()},
			{KeyRequestType, "conference"},
		}
	default:
		d.fault(decorum.Unsupported, "/to/kind", "agent, skill, agent_group")
	}
	if ok {
		d.emit(e)
	}
}

func (c Join) decide(d *decision) {
	d.agent(c.By)
	if !d.in(StateActive) {
		return
	}
	switch {
	case d.s.takesPart(c.By.ID):
		d.fault(decorum.Duplicate, "/by/id", "an agent who does not take part yet")
	case d.s.invited == 0:
		d.fault(decorum.NotFound, "", "an invitation")
	default:
		d.emit(Joined{At: d.at, Agent: c.By.ID})
	}
}

func (c Leave) decide(d *decision) {
	if !d.participant(c.By) {
		return
	}
	if len(d.s.members) == 0 {
		d.fault(decorum.WrongState, "", "leave while others take part")
		return
	}
	e := Left{At: d.at, Agent: c.By.ID, Owner: d.s.agent}
	if c.By.ID == d.s.agent {
		e.Owner = d.s.members[0]
	}
	d.emit(e)
}

func (c Consult) decide(d *decision) {
	ok := d.participant(c.By)
	d.name1("/with/name", c.With.Name)
	if c.With.Kind == 0 || int(c.With.Kind) >= len(targetKinds) {
		d.fault(decorum.Unsupported, "/with/kind", "agent, queue, skill, agent_group")
	}
	if d.s.consulting {
		d.fault(decorum.WrongState, "", "consult after the consultation that is under way")
	}
	if ok {
		d.emit(ConsultStarted{At: d.at, Agent: c.By.ID, With: c.With, Voice: c.Voice})
	}
}

func (c EndConsult) decide(d *decision) {
	ok := d.participant(c.By)
	if !d.s.consulting {
		d.fault(decorum.WrongState, "", "end consult while a consultation is under way")
		return
	}
	if ok {
		d.emit(ConsultEnded{At: d.at, Agent: c.By.ID})
	}
}

// acknowledgeable is how old a message may be that is marked as read (guide IN9).
const acknowledgeable = 30 * 24 * time.Hour

// typingShown is how long WhatsApp shows that somebody types (guide IN9).
const typingShown = 25 * time.Second

// fresh reports whether the customer's newest message can be acknowledged.
func (d *decision) fresh() bool {
	return d.s.newest.id != "" && !d.at.After(d.s.newest.at.Add(acknowledgeable))
}

func (c See) decide(d *decision) {
	if d.participant(c.By) && d.s.unseen && d.fresh() {
		d.emit(Seen{At: d.at, Agent: c.By.ID, ID: d.s.newest.id})
	}
}

func (c Type) decide(d *decision) {
	ok := d.participant(c.By)
	if !d.fresh() {
		d.fault(decorum.NotFound, "", "a message of the customer of the last 30 days")
		return
	}
	if !ok || d.at.Before(d.s.typing) {
		return
	}
	if d.s.unseen {
		d.emit(Seen{At: d.at, Agent: c.By.ID, ID: d.s.newest.id})
	}
	d.emit(Typing{At: d.at, Agent: c.By.ID, ID: d.s.newest.id, Until: d.after(typingShown)})
}

func (c Focus) decide(d *decision) {
	if d.handler(c.By, StateActive, StateEnded) && c.Away != d.s.away {
		d.emit(Focused{At: d.at, Agent: c.By.ID, Away: c.Away})
	}
}
