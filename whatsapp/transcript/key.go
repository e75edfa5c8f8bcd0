package transcript

import (
	"cmp"
	"time"
)

// An instant is a time.Time in UTC in 16 bytes. Instants of all years that events
// can have fit.
type instant struct {
	sec  int64
	nano int32
}

// The zero time.Time is an instant like any other; never and always are none.
var (
	never  = instant{sec: 1<<63 - 1}
	always = instant{sec: -1 << 63}
)

func instantOf(t time.Time) instant { return instant{t.Unix(), int32(t.Nanosecond())} } //nolint:gosec // below 1e9

func (i instant) time() time.Time { return time.Unix(i.sec, int64(i.nano)).UTC() }

func (i instant) compare(j instant) int {
	if c := cmp.Compare(i.sec, j.sec); c != 0 {
		return c
	}
	return cmp.Compare(i.nano, j.nano)
}

func (i instant) before(j instant) bool { return i.compare(j) < 0 }

// A rank says what stands first where times are equal.
type rank uint8

const (
	rankHeading rank = iota
	rankMessage
	rankNotice
)

// A key is a line's place in the order of guide TR3: origination, in whole
// seconds, then arrival, then id. What is still equal after that is told apart by
// the place in the log, so that no two lines have equal keys.
type key struct {
	sec     int64
	arrived instant
	rank    rank
	id      string
	source  *source
	version uint64
}

func (k *key) compare(o *key) int {
	if k.sec != o.sec {
		return cmp.Compare(k.sec, o.sec)
	}
	if c := k.arrived.compare(o.arrived); c != 0 {
		return c
	}
	return cmp.Or(
		cmp.Compare(k.rank, o.rank),
		cmp.Compare(k.id, o.id),
		cmp.Compare(k.source.stream.Session, o.source.stream.Session),
		cmp.Compare(k.source.stream.Channel, o.source.stream.Channel),
		cmp.Compare(k.version, o.version),
	)
}
