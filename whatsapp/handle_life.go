package whatsapp

import (
	"time"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/phone"
	"github.com/decorum-go/decorum/whatsapp/identity"
)

// until returns when an offer that is made now expires; zero for never.
func (d *decision) until() time.Time {
	if d.config.OfferTimeout <= 0 {
		return time.Time{}
	}
	return d.after(d.config.OfferTimeout)
}

// after returns the instant that is so much later; the zero Time where that is too
// late for the log to hold.
func (d *decision) after(span time.Duration) time.Time {
	if t := d.at.Add(span); writable(t) {
		return t
	}
	return time.Time{}
}

// available checks that the interaction can be offered to the agent.
func (d *decision) available(a Agent, place string) {
	d.name1(place+"/id", a.ID)
	for _, v := range d.config.Desk.Available(a) {
		v.Path = place + v.Path
		d.vs = d.vs.Add(v)
	}
}

func (c Offer) decide(d *decision) {
	d.in(StateQueued)
	d.available(c.To, "/to")
	var offering Offering
	offering.Refusals = d.s.refusals
	if refused, _ := d.config.Routing.refusals(offering, d.at); refused[c.To.ID] {
		d.vs = d.vs.Add(passedOver("another agent: this one refused").Under(toID()))
	}
	d.emit(Offered{At: d.at, Agent: c.To.ID, Until: d.until()})
}

func toID() *decorum.Path {
	var root decorum.Path
	to := root.Key("to")
	id := to.Key("id")
	return &id
}

func (c Accept) decide(d *decision) {
	if !d.handler(c.By, StateOffered) {
		return
	}
	if d.overdue() {
		d.fault(decorum.TooOld, "/at", "before the offer expires")
		return
	}
	d.emit(Accepted{At: d.at, Agent: c.By.ID})
}

func (c Reject) decide(d *decision) {
	if d.handler(c.By, StateOffered) {
		d.emit(Rejected{At: d.at, Agent: c.By.ID})
	}
}

// overdue reports whether the offer has expired.
func (d *decision) overdue() bool { return !d.s.until.IsZero() && !d.at.Before(d.s.until) }

func (c ExpireOffer) decide(d *decision) {
	if !d.in(StateOffered) {
		return
	}
	if !d.overdue() {
		d.fault(decorum.OutOfOrder, "/at", "not before the offer expires")
		return
	}
	d.emit(OfferExpired{At: d.at, Agent: d.s.agent})
}

func (c Tick) decide(d *decision) {
	if d.s.state == StateOffered && d.overdue() {
		d.emit(OfferExpired{At: d.at, Agent: d.s.agent})
	}
}

func (c Park) decide(d *decision) {
	ok := d.handler(c.By, StateActive)
	bin := d.config.Options.InProgressWorkbin
	if bin == "" {
		d.fault(decorum.Disabled, "", "workbin.whatsappsession.in-progress")
		return
	}
	if ok {
		d.emit(Parked{At: d.at, Agent: c.By.ID, Workbin: bin})
	}
}

func (c Hold) decide(d *decision) {
	ok := d.handler(c.By, StateActive)
	queue := d.config.Options.OnHoldQueue
	if queue == "" {
		d.fault(decorum.Disabled, "", "whatsappsession.on-hold-queue")
		return
	}
	if ok {
		d.emit(Held{At: d.at, Agent: c.By.ID, Queue: queue})
	}
}

func (c Open) decide(d *decision) {
	d.in(StateParked, StateHeld)
	d.available(c.By, "/by")
	d.emit(Opened{At: d.at, Agent: c.By.ID})
}

func (c MarkDone) decide(d *decision) {
	ok := d.handler(c.By, StateActive, StateEnded)
	if d.config.DispositionRequired && d.s.disposition == "" {
		d.fault(decorum.Required, "", "a disposition code")
		return
	}
	if ok {
		d.emit(Done{At: d.at, Agent: c.By.ID, Interaction: d.s.interaction, Disposition: d.s.disposition})
	}
}

func (c LogOut) decide(d *decision) {
	d.name1("/by/id", c.By.ID)
	switch id := c.By.ID; {
	case !d.s.takesPart(id):
	case id != d.s.agent:
		d.emit(Left{At: d.at, Agent: id, Owner: d.s.agent})
	case d.s.state == StateOffered:
		d.emit(OfferExpired{At: d.at, Agent: id})
	case d.s.state == StateEnded:
		d.emit(Done{At: d.at, Agent: id, Interaction: d.s.interaction, Disposition: d.s.disposition})
	case len(d.s.members) > 0:
		d.emit(Left{At: d.at, Agent: id, Owner: d.s.members[0]})
	case d.config.Options.InProgressWorkbin != "":
		d.emit(Parked{At: d.at, Agent: id, Workbin: d.config.Options.InProgressWorkbin})
	default:
		d.emit(Queued{At: d.at, Interaction: d.s.interaction, Why: QueuedLoggedOut})
	}
}

func (c End) decide(d *decision) {
	if int(c.Reason) >= len(endReasons) {
		d.fault(decorum.Unknown, "/reason", "idle, workflow, shutdown")
	}
	if d.in(StateQueued, StateOffered, StateActive, StateParked, StateHeld) {
		d.emit(Ended{At: d.at, Reason: c.Reason})
	}
}

// ContactCheckLifetime is how long the check of a contact counts on a channel of
// the On-Premises kind (guide OB4).
const ContactCheckLifetime = 7 * 24 * time.Hour

func (c StartOutbound) decide(d *decision) {
	if c.Channel == (OutboundChannel{}) && !c.FromOtherMedia {
		c.Channel = d.s.channel
	}
	c.Channel.check(d)
	if c.OnPremises && d.at.After(c.ContactChecked.Add(ContactCheckLifetime)) {
		d.warn(decorum.Stale, "/contact_checked", "a check of the last 7 days")
	}
	live := d.s.state != StateIdle && d.s.state != StateEnded
	switch {
	case c.By == Agent{}:
	case live: // which takes no more room
		d.agent(c.By)
	default: // as one to whom it is offered, but for being Ready
		c.By.Ready = true
		d.available(c.By, "/by")
	}
	if c.FromOtherMedia {
		c.checkOtherMedia(d)
	}
	if live {
		d.warn(decorum.Conflict, "", "the session that is under way")
		return
	}
	d.emit(OutboundStarted{At: d.at, Agent: c.By.ID, Interaction: d.s.interaction + 1, Channel: c.Channel})
}

// check checks the channel of a command: all of it must be told.
func (c *OutboundChannel) check(d *decision) {
	d.name1("/channel/server", c.Server)
	d.name1("/channel/channel", c.Channel)
	if c.Business.IsZero() {
		d.fault(decorum.Required, "/channel/business", "")
	}
}

// checkOtherMedia checks what a session from another medium needs (guide OB3); a
// strategy has no privileges.
func (c *StartOutbound) checkOtherMedia(d *decision) {
	if c.By != (Agent{}) {
		for _, v := range d.config.Desk.May(c.By, CanCreateNewSessionFromOtherMedia) {
			v.Path = "/by/privileges"
			d.vs = d.vs.Add(v)
		}
	}
	if c.Contact.WhatsAppID == (identity.WhatsAppID{}) && c.Contact.Number == (phone.Number{}) {
		d.fault(decorum.Required, "/contact/number", "")
	}
	for _, channel := range c.Channels {
		if channel == c.Channel {
			return
		}
	}
	d.fault(decorum.NotFound, "/channel", "one of the channels for outbound sessions")
}
