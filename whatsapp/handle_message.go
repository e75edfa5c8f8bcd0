package whatsapp

import (
	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/internal/wire"
	"github.com/decorum-go/decorum/whatsapp/message"
)

func (c Receive) decide(d *decision) {
	if call, ok := c.Message.(message.Call); ok {
		Call{At: c.At, Envelope: c.Envelope, Call: call}.decide(d)
		return
	}
	if c.Message == nil {
		d.fault(decorum.Required, "/message", "")
	} else {
		var root decorum.Path
		place := root.Key("message")
		d.storable(&place, c.Message)
	}
	env := d.envelope(c.Envelope)
	if c.Channel != (OutboundChannel{}) {
		c.Channel.check(d)
	}
	if d.vs.HasErrors() {
		return
	}
	if d.s.ids.has(idInbound, env.ID, d.at) {
		d.warn(decorum.Duplicate, "/envelope/id", "")
		return
	}
	d.emit(Received{At: d.at, Envelope: env, Message: c.Message, Channel: c.Channel})
	if env.History || env.Direction.FromBusiness() || !writes(c.Message) {
		return
	}
	switch d.s.state {
	case StateIdle, StateEnded:
		d.emit(Queued{At: d.at, Interaction: d.s.interaction + 1, Why: QueuedNew})
	case StateParked, StateHeld:
		d.emit(Queued{At: d.at, Interaction: d.s.interaction, Why: QueuedWritten})
	default:
	}
}

// envelope checks an envelope and returns it with its times normalised.
func (d *decision) envelope(env message.Envelope) message.Envelope {
	d.name1("/envelope/id", env.ID)
	env.Originated, env.Arrived = instant(env.Originated), instant(env.Arrived)
	if env.Arrived.IsZero() && !env.History {
		env.Arrived = d.at
	}
	d.year("/envelope/originated", env.Originated)
	d.year("/envelope/arrived", env.Arrived)
	if len(d.vs) == 0 && !isPlain(&env) {
		var root decorum.Path
		place := root.Key("envelope")
		var buf [512]byte
		if b, err := env.AppendJSON(buf[:0]); err != nil {
			d.vs = d.vs.Join(&place, violations(err))
		} else {
			d.vs = d.vs.Join(&place, unread(b, new(message.Envelope).UnmarshalJSON))
		}
	}
	return env
}

// isPlain reports whether an envelope has nothing but what is everyday, and can
// be written into the log; of others [decision.envelope] finds out.
func isPlain(e *message.Envelope) bool {
	return e.Direction == message.Inbound && e.GroupID == "" && e.Extra == "" && e.Context.IsZero() && e.Referral.IsZero() &&
		isPlainParty(&e.From) && isPlainParty(&e.To)
}

func isPlainParty(p *message.Party) bool {
	return p.Extra == "" && decorum.InvalidOffset(p.Name) < 0 && decorum.InvalidOffset(p.PhoneNumberID) < 0
}

// storable checks that a message can be written into the log, and read again.
func (d *decision) storable(place *decorum.Path, m message.Message) {
	d.vs = d.vs.Join(place, storable(m))
}

// storable returns what keeps a message from being written into the log, or from
// being read again.
func storable(m message.Message) decorum.Violations {
	if text, ok := m.(message.Text); ok && text.Extra == "" && decorum.InvalidOffset(text.Body) < 0 {
		return nil
	}
	if where, ok := byPointer(m); ok {
		return decorum.Violations{{Code: decorum.Unknown, Severity: decorum.SeverityError, Path: where, Want: wantValue}}
	}
	var buf [512]byte
	b, err := m.AppendJSON(buf[:0])
	if err != nil {
		return violations(err)
	}
	return unread(b, func(b []byte) error {
		_, err := message.Unmarshal(b)
		return err
	})
}

// levels is how deep messages stand in an event or a snapshot: at most in a list of
// a standard response.
const levels = 3

// unread returns why what was written cannot be read where the log has it: an Extra
// has a member of the value's own, or is too deep. Where in the JSON that is, nobody
// can see.
func unread(b []byte, read func([]byte) error) decorum.Violations {
	r := wire.NewReader(b, wire.Limits{Depth: wire.DefaultDepth - levels})
	err := r.Done()
	if err == nil {
		err = read(b)
	}
	vs := violations(err)
	for i := range vs {
		vs[i].Span = decorum.Span{}
	}
	return vs
}

func (c Call) decide(d *decision) {
	env := d.envelope(c.Envelope)
	if d.vs.HasErrors() {
		return
	}
	var root decorum.Path
	place := root.Key("call")
	d.storable(&place, c.Call)
	if d.s.ids.has(idCall, callStep(env.ID, c.Call), d.at) {
		d.warn(decorum.Duplicate, "/envelope/id", "")
		return
	}
	d.emit(Called{At: d.at, Envelope: env, Message: c.Call})
}

func (c DescribeMedia) decide(d *decision) {
	d.name1("/id", c.ID)
	var root decorum.Path
	place := root.Key("media")
	d.storable(&place, c.Media)
	d.emit(MediaDescribed{At: d.at, ID: c.ID, Message: c.Media})
}

func (c SetMarketing) decide(d *decision) {
	if c.Stopped != d.s.noMarket {
		d.emit(MarketingChanged{At: d.at, Stopped: c.Stopped})
	}
}

func (c ReportStatus) decide(d *decision) {
	d.name1("/wamid", c.WAMID)
	d.text("/local_id", c.LocalID, maxName)
	if c.Status == 0 || int(c.Status) >= len(deliveryNames) {
		d.fault(decorum.Unknown, "/status", "sent, delivered, read, played, failed")
	}
	d.year("/reported", c.Reported.UTC())
	if c.Error < 0 || c.Error > 1<<31-1 {
		d.fault(decorum.OutOfRange, "/error", "")
	}
	if d.vs.HasErrors() {
		return
	}
	if c.Status == StatusFailed {
		d.failed(c.LocalID, c.WAMID, c.Error)
		return
	}
	if d.s.pendingIndex(c.LocalID) >= 0 {
		d.accepted(c.LocalID, c.WAMID)
	}
	d.emit(StatusChanged{
		At: d.at, Status: c.Status, LocalID: c.LocalID, WAMID: c.WAMID, Reported: instant(c.Reported),
	})
	d.release()
}

// failed decides what comes of a message that failed, told once by either id.
func (d *decision) failed(localID, wamid string, code int) {
	for _, id := range [...]string{wamid, localID} {
		if id != "" && d.s.ids.has(idFailed, id, d.at) {
			d.warn(decorum.Duplicate, "", "")
			return
		}
	}
	e := SendFailed{At: d.at, LocalID: localID, WAMID: wamid, Error: code}
	if i := d.s.pendingIndex(localID); i >= 0 {
		e.Sent, e.Answers = d.s.outbox[i].Requested, d.s.outbox[i].Answers
	} else if sent, ok := d.s.ids.find(idAnswer, wamid, d.at); ok {
		e.Sent, e.Answers = sent, true
	} else if sent, ok := d.s.ids.find(idQuiet, wamid, d.at); ok {
		e.Sent = sent
	}
	d.emit(e)
	if code == stoppedMarketing && !d.s.noMarket {
		d.emit(MarketingChanged{At: d.at, Stopped: true})
	}
}
