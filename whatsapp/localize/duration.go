package localize

import (
	"time"

	"github.com/decorum-go/decorum"
)

// Duration returns a duration as people say it: "23 hours 59 minutes". It shows
// days, hours, minutes and seconds: the largest of them that is not 0 and the
// next smaller one, unless that is 0, rounded towards zero. So what is left of
// a window is never told as more than it is, and 1 hour and 30 seconds are
// "1 hour". A day has 24 hours. Less than a second is "0 seconds".
//
// A negative duration is told as one: "minus 5 minutes".
func (l Localizer) Duration(d time.Duration) string {
	c := l.catalogue()
	whole := uint64(d)
	if d < 0 {
		whole = -whole
	}
	seconds := whole / uint64(time.Second)
	text := l.seconds(seconds)
	if d < 0 && seconds > 0 {
		return fill(c.minus, "text", text)
	}
	return text
}

func (l Localizer) seconds(n uint64) string {
	const minute, hour, day = 60, 60 * 60, 24 * 60 * 60
	c := l.catalogue()
	seconds := &c.units[decorum.Seconds]
	switch {
	case n >= day:
		return l.parts(&c.days, n/day, &c.hours, n%day/hour)
	case n >= hour:
		return l.parts(&c.hours, n/hour, &c.mins, n%hour/minute)
	case n >= minute:
		return l.parts(&c.mins, n/minute, seconds, n%minute)
	}
	return l.part(seconds, n)
}

func (l Localizer) parts(large *forms, n uint64, small *forms, m uint64) string {
	if m == 0 {
		return l.part(large, n)
	}
	return fill(l.catalogue().pair, "larger", l.part(large, n), "smaller", l.part(small, m))
}

func (l Localizer) part(f *forms, n uint64) string {
	return fill(l.catalogue().of(f, n), "n", l.count(n))
}
