package option

import (
	"math"
	"strconv"
	"strings"
	"time"

	"github.com/decorum-go/decorum"
)

// maxSeconds is the longest timespan: as many seconds as the documented options
// in seconds can have, some 68 years. A time.Duration holds more than four times
// that.
const maxSeconds = math.MaxInt32

// MaxTimespan is the longest timespan that [ParseTimespan] reads: 24855 days, 3
// hours, 14 minutes and 7 seconds.
const MaxTimespan = maxSeconds * time.Second

const wantTimespan = "whole seconds, or [d.]hh:mm[:ss]"

// ParseTimespan reads a timespan, from nothing to [MaxTimespan]: whole seconds
// in decimal digits, or days, hours, minutes and seconds as [d.]hh:mm[:ss], hours
// below 24 in one or two digits, minutes and seconds below 60 in two. "1:30" is
// an hour and a half, and "90" as many seconds. A day has 24 hours.
//
// An error holds one violation: Required for an empty text, TooLong past 64
// bytes, OutOfRange for a number that is too great, Malformed otherwise.
func ParseTimespan(s string) (time.Duration, error) {
	d, vs := readTimespan(s, 0)
	return d, explain(vs, wantTimespan)
}

// FormatTimespan returns a timespan in whole seconds, rounded towards zero:
// "86400". ParseTimespan reads it back where it is one that it reads.
func FormatTimespan(d time.Duration) string { return strconv.FormatInt(int64(d/time.Second), 10) }

// readTimespan reads a timespan of at least so many seconds.
func readTimespan(s string, least int64) (time.Duration, decorum.Violations) {
	if len(s) > maxScalar || strings.IndexByte(s, ':') < 0 {
		return readDuration(s, least)
	}
	n, vs := readClock(s)
	if vs == nil {
		vs = checkRange(n, least, maxSeconds, decorum.Seconds, whole(s))
	}
	if vs != nil {
		return 0, vs
	}
	return time.Duration(n) * time.Second, nil
}

// readDuration reads an integer of seconds, at least so many.
func readDuration(s string, least int64) (time.Duration, decorum.Violations) {
	n, vs := readInteger(s, least, maxSeconds, decorum.Seconds)
	if vs != nil {
		return 0, vs
	}
	return time.Duration(n) * time.Second, nil
}

// readClock reads [d.]hh:mm[:ss] in seconds. More than an int64 holds is the
// largest int64.
func readClock(s string) (int64, decorum.Violations) {
	days, clock, dotted := strings.Cut(s, ".")
	if !dotted {
		days, clock = "0", s
	}
	n, ok := parseDigits(days)
	parts := strings.Split(clock, ":")
	if !ok || len(parts) < 2 || len(parts) > 3 {
		return 0, wrongScalar(s)
	}
	n = min(n, math.MaxInt64/(24*60*60)-1) * 24
	at := len(s) - len(clock)
	for i, part := range parts {
		value, ok := parseDigits(part)
		if !ok || len(part) > 2 || len(part) < 2 && i > 0 {
			return 0, wrongScalar(s)
		}
		most, want := int64(59), "minutes and seconds from 00 to 59"
		if i == 0 {
			most, want = 23, "hours from 00 to 23; a day is 1.00:00"
		}
		if value > most {
			return 0, decorum.Violations{
				fault(decorum.OutOfRange, decorum.Span{Start: at, End: at + len(part)}, want),
			}
		}
		n += value
		if i < 2 { // hours become minutes, and minutes seconds
			n *= 60
		}
		at += len(part) + 1
	}
	return n, nil
}
