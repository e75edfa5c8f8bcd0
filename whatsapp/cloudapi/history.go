package cloudapi

import (
	"github.com/decorum-go/decorum/whatsapp/identity"
	"github.com/decorum-go/decorum/whatsapp/message"
)

// HistoryProgress tells how much of the conversations has been passed on that a
// number had before it came to the Cloud API. The messages are notices of their
// own.
type HistoryProgress struct {
	header
	// Phase is the part of the past: 0 the last day, 1 up to 90, 2 up to 180 days.
	Phase int64
	// Chunk is the number of this webhook in its phase; they may come in any order.
	Chunk int64
	// Percent is how much has been passed on in all.
	Percent int64
	// Extra keeps the members that this version does not know.
	Extra message.Extra
}

// history reads a part of the history: who wrote what to whom.
func (d *decoder) history() {
	first, mark := len(d.list), d.r.Mark()
	for name := range d.r.Object() {
		switch name {
		case "metadata":
			d.historyProgress()
		case "threads":
			for range d.r.Array() {
				d.thread()
			}
		case "errors":
			for range d.r.Array() {
				if !d.room() {
					break
				}
				d.fault()
			}
		default:
			d.other(name)
		}
	}
	if len(d.list) == first {
		d.keep("history", mark)
	}
}

func (d *decoder) historyProgress() {
	mark, before := d.r.Mark(), d.faults()
	h := new(HistoryProgress)
	var left rest
	for name := range d.r.Object() {
		switch name {
		case "phase":
			h.Phase = d.r.LooseInt64()
		case "chunk_order":
			h.Chunk = d.r.LooseInt64()
		case "progress":
			h.Percent = d.r.LooseInt64()
		default:
			left.read(&d.r, name)
		}
	}
	if h.Extra = left.extra(); d.faults() > before || !d.room() {
		d.keep("metadata", mark)
		return
	}
	h.header = d.head(mark)
	d.add(h)
}

// thread reads the conversation with one contact. What the contact did not write,
// the business did.
func (d *decoder) thread() {
	first, mark := len(d.list), d.r.Mark()
	var contact message.Party
	var left rest
	for name := range d.r.Object() {
		switch name {
		case "id":
			contact.WhatsAppID = party(&d.r, &left, name, identity.ParseWhatsAppID)
		case "messages":
			for range d.r.Array() {
				if !d.room() {
					break
				}
				if d.isObject("messages") {
					d.message(message.Inbound)
				}
			}
		default:
			left.read(&d.r, name)
		}
	}
	if len(d.list) == first {
		d.keep("threads", mark)
		return
	}
	contact.Extra = left.extra()
	for _, n := range d.list[first:] {
		m, ok := n.(*Received)
		if !ok {
			continue
		}
		m.history = true
		if m.contact.WhatsAppID == contact.WhatsAppID {
			m.contact.Extra = contact.Extra
			continue
		}
		m.direction, m.own, m.contact = message.Echo, m.contact.WhatsAppID, contact
	}
}
