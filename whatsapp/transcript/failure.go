package transcript

import (
	"time"
)

// A failure is that of a message, with the line that tells of it.
type failure struct {
	entry
	of   *record
	code int
	at   instant
}

// fail takes in that a message failed.
func (b *Builder) fail(r *record, version uint64, at time.Time, code int) {
	f := &failure{code: code, at: instantOf(at)}
	f.owner, f.key = f, key{sec: f.at.sec, arrived: f.at, rank: rankNotice, source: r.key.source, version: version}
	b.failed(r, f)
}

// failed gives a message a failure. Of several, the first in the log that has a
// code counts.
func (b *Builder) failed(r *record, f *failure) {
	m := r.extra()
	if was := m.failure; was != nil {
		if wins := (f.code != 0) != (was.code != 0); wins && f.code == 0 || !wins && was.key.version <= f.key.version {
			return
		}
		b.mark(&was.entry, false)
	}
	m.failure, f.of = f, r
	b.mark(&f.entry, b.view.Audience == ToAgent)
	b.touch(r)
	b.settle(r)
}

// failedText is the label of a failure.
const failedText = "Message failed"

func (f *failure) draw(b *Builder) Line {
	r := f.of.find()
	l := Line{
		ID: b.id(&f.entry), Kind: Failure, Side: Center, Time: Time{Shown: f.at.time(), Originated: f.at.time(), Arrived: f.at.time()},
		Label: failedText, Delivery: r.delivery(), OtherChannel: b.otherChannel(f.key.source),
	}
	if a := l.Delivery.Advice; a != nil {
		l.Text = a.Meaning + " " + a.Remedy
	}
	l.Quote = &Quote{WAMID: r.wamid}
	if r.known() {
		l.Quote = b.quoteOf(r)
	}
	return l
}

// delivery returns how far the message came.
func (r *record) delivery() Delivery {
	d := Delivery{State: r.state, Reached: r.state}
	if f := r.failure(); f != nil {
		d.State, d.Code, d.Advice = Failed, f.code, advise(f.code)
	}
	return d
}

// lost reports whether a message of the business failed before it was delivered.
func (r *record) lost() bool {
	return r.flags&fromBusiness != 0 && r.failure() != nil && r.state < Delivered
}
