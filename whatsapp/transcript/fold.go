package transcript

import (
	"time"

	"github.com/decorum-go/decorum/whatsapp"
	"github.com/decorum-go/decorum/whatsapp/message"
)

// A source is a stream and what is known of it.
type source struct {
	stream Stream
	other  bool
	// events are the places of the log that were delivered, with the messages that
	// stood there.
	events map[uint64]*record
	// wamids and locals are the messages by WhatsApp's and by the host's ids.
	wamids, locals map[string]*record
	// sections are the interactions by number, begins by the place of their beginning.
	sections map[int]*section
	begins   map[uint64]*section
	last     *section
	// seen is the place of the latest event by which the agent saw the messages before
	// it; newest is the place of the customer's latest message.
	seen, newest uint64
	// name is the profile nickname that came last, to be shared by its records.
	name string
}

// fold takes an event in.
func (b *Builder) fold(src *source, v uint64, e whatsapp.Event) {
	switch e := e.(type) {
	case whatsapp.Received:
		b.arrived(src, v, &e.Envelope, e.Message, e.At)
	case whatsapp.Called:
		b.arrived(src, v, &e.Envelope, e.Message, e.At)
	case whatsapp.SendRequested:
		at := instantOf(e.At)
		r := src.record(e.LocalID, "")
		c := content{
			version: v, written: at, arrived: at, id: e.LocalID, message: e.Message, who: e.Agent, context: e.ReplyTo,
			flags: fromBusiness | requested,
		}
		if e.Bot {
			c.flags |= byBot
		}
		b.reach(r, Queued)
		b.say(r, c)
	case whatsapp.SendAccepted:
		b.reach(b.link(src, e.LocalID, e.WAMID), Accepted)
	case whatsapp.StatusChanged:
		r := b.link(src, e.LocalID, e.WAMID)
		if s := stateOf(e.Status); s == Failed {
			b.fail(r, v, e.At, 0)
		} else {
			b.reach(r, s)
		}
	case whatsapp.SendFailed:
		b.fail(b.link(src, e.LocalID, e.WAMID), v, e.At, e.Error)
	case whatsapp.MediaDescribed:
		if m, ok := e.Message.(message.Media); ok {
			r := src.record("", e.ID)
			more := r.extra()
			more.described = append(more.described, description{v, m})
			b.stir(r)
		}
	case whatsapp.Seen:
		if v > src.seen && b.view.Audience == ToAgent {
			if b.change.source == nil {
				b.change.source, b.change.seenFrom = src, src.seen
			}
			src.seen = v
		}
	case whatsapp.Queued:
		if e.Why == 0 || e.Why == whatsapp.QueuedNew {
			b.begin(src, v, e.Interaction, e.At)
			return
		}
		b.notice(src, v, e)
	case whatsapp.OutboundStarted:
		b.begin(src, v, e.Interaction, e.At)
	default:
		b.notice(src, v, e)
	}
}

// record returns the record of a message by one of its ids, the local one if both
// are told; a new one where it has none.
func (s *source) record(local, wamid string) *record {
	by, id := s.locals, local
	if id == "" {
		by, id = s.wamids, wamid
	}
	if r := by[id]; r != nil {
		r = r.find()
		by[id] = r
		return r
	}
	r := &record{wamid: wamid}
	r.key.source, r.owner = s, r
	if id != "" {
		by[id] = r
	}
	return r
}

// byWAMID returns the record of WhatsApp's id; nil for none.
func (s *source) byWAMID(id string) *record {
	r := s.wamids[id]
	if r == nil {
		return nil
	}
	return r.find()
}

// link returns the record that both ids name.
func (b *Builder) link(src *source, local, wamid string) *record {
	r := src.record(local, wamid)
	if local == "" || wamid == "" {
		return r
	}
	if other := src.wamids[wamid]; other != nil {
		return b.merge(r, other.find())
	}
	src.wamids[wamid] = r
	if r.wamid == "" || wamid < r.wamid {
		r.wamid = wamid
		b.touch(r)
	}
	return r
}

// merge makes one record of two. The one that less hangs on becomes a part of the
// other.
func (b *Builder) merge(r, o *record) *record {
	if r == o {
		return r
	}
	if r.weight() < o.weight() {
		r, o = o, r
	}
	b.mark(&o.entry, false)
	if o.wamid != "" && (r.wamid == "" || o.wamid < r.wamid) {
		r.wamid = o.wamid
	}
	r.state = max(r.state, o.state)
	lost := *o
	o.more = &more{into: r}
	if m := lost.more; m != nil {
		to := r.extra()
		to.edits = append(to.edits, m.edits...)
		to.reactions = append(to.reactions, m.reactions...)
		to.replies = append(to.replies, m.replies...)
		to.described = append(to.described, m.described...)
		to.requoted = append(to.requoted, m.requoted...)
		if s := m.step; s != nil {
			b.step(r, *s)
		}
		if f := m.failure; f != nil {
			b.mark(&f.entry, false)
			b.failed(r, f)
		}
	}
	if lost.known() {
		b.stirTarget(&lost)
		c := content{
			version: lost.key.version, written: lost.written, arrived: lost.key.arrived, id: lost.key.id,
			message: lost.message, who: lost.who, context: lost.context, flags: lost.flags,
		}
		if lost.more != nil {
			c.rare = lost.more.rare
		}
		b.say(r, c)
		b.anchorAfter(r.key.source, c.version)
	}
	b.stir(r)
	b.settle(r)
	b.resettle(lost.more) // what r has borne is settled by say
	return r
}

// weight is how much hangs on the message.
func (r *record) weight() int {
	if r.more == nil {
		return 0
	}
	return len(r.more.edits) + len(r.more.reactions) + len(r.more.replies) + len(r.more.described) + len(r.more.requoted)
}

// arrived takes in a message that came in, or was reported.
func (b *Builder) arrived(src *source, v uint64, env *message.Envelope, m message.Message, at time.Time) {
	c := content{version: v, id: env.ID, message: m, context: env.Context.ID, arrived: instantOf(at)}
	if !env.Arrived.IsZero() {
		c.arrived = instantOf(env.Arrived)
	}
	c.written = c.arrived
	if !env.Originated.IsZero() {
		c.written = instantOf(env.Originated)
	}
	if env.History {
		c.flags |= inHistory
	}
	if env.Direction.FromBusiness() {
		c.flags |= fromBusiness
	} else {
		if env.From.Name != src.name {
			src.name = env.From.Name
		}
		c.who = src.name
	}
	context := env.Context
	context.ID, context.From, context.Extra = "", message.Party{}, ""
	if !context.IsZero() || !env.Referral.IsZero() || env.GroupID != "" {
		c.rare = &rare{context: context, referral: env.Referral}
		if env.GroupID != "" {
			c.rare.member = env.From.Identity
		}
	}
	r := src.record("", env.ID)
	src.events[v] = r
	if call, ok := m.(message.Call); ok {
		b.step(r, step{v, call})
	}
	b.say(r, c)
	if c.flags&(fromBusiness|inHistory) == 0 && isNews(m) {
		src.newest = max(src.newest, v)
	}
	b.anchorAfter(src, v)
}

// isNews reports whether a message of the customer is one to be read.
func isNews(m message.Message) bool {
	switch m.(type) {
	case nil, message.Reaction, message.Edit, message.Deletion, message.System, message.WelcomeRequest, message.Call:
		return false
	default:
		return true
	}
}

// step takes in a step of a call: the furthest one is shown.
func (b *Builder) step(r *record, s step) {
	m := r.extra()
	if m.step != nil {
		was, is := stepRank(m.step.call.Event), stepRank(s.call.Event)
		if is < was || is == was && s.version < m.step.version {
			return
		}
	}
	m.step = &s
	b.stir(r)
}

// stepRank returns how far a step of a call is.
func stepRank(e message.CallEvent) int {
	switch e {
	case message.CallConnect:
		return 1
	case message.CallRinging:
		return 2
	case message.CallAccepted, message.CallRejected:
		return 3
	case message.CallTerminate:
		return 4
	default:
		return 0
	}
}

// reach takes in how far a message came.
func (b *Builder) reach(r *record, s State) {
	if s <= r.state {
		return
	}
	r.state = s
	b.change.reached = append(b.change.reached, r)
	if r.failure() != nil {
		b.touch(r) // it may turn out to have arrived
		b.settle(r)
	}
}

// say takes in the content of a message. Of several events with one id, that of
// the first in the log counts.
func (b *Builder) say(r *record, c content) {
	if r.known() && r.key.version <= c.version {
		return
	}
	was, bore := r.key.version, r.bearing()
	if r.known() {
		b.stirTarget(r)
	}
	place := c.written
	if c.arrived.before(place) {
		place = c.arrived // a clock that runs ahead
	}
	b.rekey(&r.entry, key{
		sec: place.sec, arrived: c.arrived, rank: rankMessage, id: c.id, source: r.key.source, version: c.version,
	}, c.flags&inHistory == 0)
	r.written, r.message, r.who, r.context, r.flags = c.written, c.message, c.who, c.context, c.flags
	if c.rare != nil {
		r.extra().rare = c.rare
	} else if r.more != nil {
		r.more.rare = nil
	}
	b.refer(r)
	b.stir(r)
	b.settle(r)
	if r.bearing() != bore {
		b.resettle(r.more)
	}
	if was != 0 {
		b.anchorAfter(r.key.source, was)
	}
}

// refer hangs the message on the one that it refers to.
func (b *Builder) refer(r *record) {
	id := r.hangsOn()
	if id == "" {
		return
	}
	t := r.key.source.record("", id)
	m := t.extra()
	list := m.list(r)
	*list = append(*list, r)
	m.replied = false
	if r.shapes() {
		b.stir(t)
	}
	if e, ok := r.message.(message.Edit); ok && e.Context.ID != "" {
		m := r.key.source.record("", e.Context.ID).extra()
		m.requoted = append(m.requoted, r)
	}
}

// stirTarget stirs the message that r refers to, since r is about to change.
func (b *Builder) stirTarget(r *record) {
	if t := r.key.source.byWAMID(r.hangsOn()); t != nil {
		b.stir(t)
	}
}
