package cloudapi

import (
	"strings"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/internal/wire"
	"github.com/decorum-go/decorum/whatsapp/message"
)

// call reads an element of a list of calls.
func (d *decoder) call() {
	m, mark, before := d.received.next(d.guess-len(d.list)), d.r.Mark(), d.faults()
	d.add(m)
	m.direction = message.Inbound
	var c message.Call
	switch direction, _ := d.r.Lookup("direction"); direction {
	case "USER_INITIATED":
		c.Direction = message.Inbound
	case "BUSINESS_INITIATED":
		c.Direction, m.direction = message.Outbound, message.Outbound
	}
	var left, inner rest
	for name := range d.r.Object() {
		switch name {
		case "id":
			m.id = d.r.LooseText()
		case "timestamp":
			m.originated = readSeconds(&d.r, &left, name)
		case "event":
			c.Event = message.CallEvent(strings.ToLower(d.r.Text()))
		case "direction":
			at := d.r.Mark()
			if d.r.Text(); c.Direction == 0 {
				left.keep(&d.r, name, at)
			}
		case "status":
			c.Outcome = readOutcome(&d.r, &left)
		case "start_time":
			c.Started = readSeconds(&d.r, &left, name)
		case "end_time":
			c.Ended = readSeconds(&d.r, &left, name)
		case "duration":
			c.Seconds = d.r.LooseInt64()
		case "session":
			readSession(&d.r, &c, &inner)
			left.nest(name, inner)
		default:
			at := d.faults()
			if !m.side(&d.r, name, &left) {
				left.read(&d.r, name)
			}
			before += d.faults() - at // an id that cannot be read is kept
		}
	}
	m.header = d.head(mark)
	if d.faults() > before {
		m.Message = unread(m.raw)
	} else {
		m.Message, m.extra = c, left.extra()
	}
	if m.id == "" {
		d.r.Report(decorum.Violation{Code: decorum.Required, Path: "/id"})
	}
}

// readOutcome reads how a call ended: a word, or a list with one.
func readOutcome(r *wire.Reader, left *rest) (outcome string) {
	if r.Kind() != wire.Array {
		return strings.ToLower(r.Text())
	}
	mark, n := r.Mark(), 0
	for range r.Array() {
		if n++; n == 1 {
			outcome = strings.ToLower(r.Text())
		}
	}
	if n > 1 {
		left.keep(r, "status", mark)
	}
	return outcome
}

func readSession(r *wire.Reader, c *message.Call, left *rest) {
	for name := range r.Object() {
		switch name {
		case "sdp_type":
			c.SDPType = r.Text()
		case "sdp":
			c.SDP = r.Text()
		default:
			left.read(r, name)
		}
	}
}
