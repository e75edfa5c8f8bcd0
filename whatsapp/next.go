package whatsapp

import "time"

// Next returns the one timer that a host needs for a session: the first instant
// after at at which time alone changes something, and the command to give then.
// That is the end of an offer ([ExpireOffer]; at itself when it is overdue), or,
// by [Tick], the next level of a pending response (guide PR4), the end of free
// messages (OB5), and, while the interaction is queued, the instants at which
// [Routing.Route] may answer otherwise. It reports false when nothing is to come.
//
// A Tick may come of no event: whoever draws the session draws it anew.
func (p *Policy) Next(s Session, at time.Time) (when time.Time, c Command, ok bool) {
	at = instant(at)
	consider := func(t time.Time) {
		if !t.IsZero() && t.After(at) && (when.IsZero() || t.Before(when)) {
			when = t
		}
	}
	if until, open := p.freeUntil(&s, at); open {
		consider(until)
	}
	switch s.state {
	case StateActive:
		if t, ok := s.pending.NextLevel(at, p.Thresholds()); ok {
			consider(t)
		}
	case StateQueued:
		if s.lastAgent != "" {
			consider(s.since.Add(max(p.config.Routing.HandlerFirst, 0)))
		}
		_, again := p.config.Routing.refusals(Offering{Refusals: s.refusals}, at)
		consider(again)
	case StateOffered:
		switch expires := s.until; {
		case expires.IsZero():
		case !expires.After(at):
			return at, ExpireOffer{At: at}, true
		case when.IsZero() || !when.Before(expires):
			return expires, ExpireOffer{At: expires}, true
		}
	default:
	}
	if when.IsZero() {
		return time.Time{}, nil, false
	}
	return when, Tick{At: when}, true
}
