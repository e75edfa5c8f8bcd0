package transcript

import (
	"time"
)

// A section is an interaction: the lines from its heading to the next one.
type section struct {
	entry
	number int
	// version is the place of the event that began it, and at its time.
	version uint64
	at      instant
	// since is when the first message of it arrived, or when it began.
	since instant
}

// begin takes in that an interaction began. Of several events that say so, the
// first in the log counts.
func (b *Builder) begin(src *source, v uint64, number int, at time.Time) {
	s := src.sections[number]
	switch {
	case s == nil:
		s = &section{number: number}
		s.key.source, s.owner = src, s
		src.sections[number] = s
		if src.last == nil || number > src.last.number {
			src.last = s
		}
	case s.version <= v:
		return
	default:
		delete(src.begins, s.version)
	}
	s.version, s.at = v, instantOf(at)
	src.begins[v] = s
	b.anchor(s)
}

// anchor places the heading: right before the message that began the interaction,
// which is the one before it in the log, if it came in time; else where it began.
func (b *Builder) anchor(s *section) {
	src := s.key.source
	k := key{sec: s.at.sec, arrived: s.at, rank: rankHeading, source: src, version: s.version}
	s.since = s.at
	if r := src.events[s.version-1]; r != nil {
		r = r.find()
		first := b.keyOf(&r.entry)
		if first.version == s.version-1 && r.flags&(fromBusiness|inHistory) == 0 {
			if first.arrived.before(s.since) {
				s.since = first.arrived
			}
			if !b.delayed(r.written, first.arrived) {
				k.sec, k.arrived = first.sec, first.arrived
			}
		}
	}
	b.rekey(&s.entry, k, false)
	b.mark(&s.entry, true)
	b.change.headings = append(b.change.headings, s)
}

// anchorAfter places the heading of the interaction that the event at a place of
// the log has begun, if it has.
func (b *Builder) anchorAfter(src *source, version uint64) {
	if s := src.begins[version+1]; s != nil {
		b.anchor(s)
	}
}

// delayed reports whether a message came so late that it says so (guide TR2).
func (b *Builder) delayed(written, arrived instant) bool {
	return arrived.time().Sub(written.time()) > b.view.Options.MessageDelayTimespan
}

// firstInView returns the place of the first line in view: the heading of the
// oldest section that is open (guide TR5) or, before it, the first message that has
// arrived since that began, so that none of a late message is missed.
func (b *Builder) firstInView() int {
	root := b.lines.root
	if root == nil || root.heads == 0 {
		return 0
	}
	current := int(root.heads) - 1
	if src := b.sources[b.view.Stream]; src != nil && src.last != nil {
		_, current = b.lines.before(&src.last.key)
	}
	oldest := current - b.earlier
	if oldest < 0 {
		return 0
	}
	h := b.lines.heading(oldest)
	first := b.lines.rank(h)
	if s, ok := h.owner.(*section); ok {
		if e := b.lines.since(s.since); e != nil {
			first = min(first, b.lines.rank(e))
		}
	}
	return first
}

func (s *section) draw(b *Builder) Line {
	l := Line{
		ID: b.id(&s.entry), Kind: Heading, Side: Center, Time: Time{Shown: s.at.time()},
		OtherChannel: b.otherChannel(s.key.source),
	}
	if s.since.before(s.at) {
		l.Time.Shown = s.since.time()
	}
	if b.view.Audience == ToAgent {
		l.Interaction = s.number
	}
	return l
}
