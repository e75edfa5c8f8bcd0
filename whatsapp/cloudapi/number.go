package cloudapi

import (
	"github.com/decorum-go/decorum/internal/wire"
	"github.com/decorum-go/decorum/whatsapp/identity"
	"github.com/decorum-go/decorum/whatsapp/message"
)

// NumberQuality tells that the limit of a number of the business changed, or its
// quality.
type NumberQuality struct {
	header
	// Number is the number.
	Number identity.WhatsAppID
	// Event is Meta's word for it, such as "UPGRADE", "DOWNGRADE" or "FLAGGED".
	Event string
	// Limit and Was are how many contacts may be written to first in a day, now and
	// before, such as "TIER_10K".
	Limit, Was string
	// Extra keeps the members that this version does not know.
	Extra message.Extra
}

// NumberName tells what was decided on the name that a number of the business
// shows.
type NumberName struct {
	header
	// Number is the number.
	Number identity.WhatsAppID
	// Decision is "APPROVED", "REJECTED", "PENDING" or "DEFERRED".
	Decision string
	// Requested is the name.
	Requested string
	// Reason is Meta's word for why it was rejected; "" for none.
	Reason string
	// Extra keeps the members that this version does not know.
	Extra message.Extra
}

func readNumberQuality(r *wire.Reader) Notice {
	n := new(NumberQuality)
	var left rest
	for name := range r.Object() {
		switch name {
		case "display_phone_number":
			n.Number = known(r, &left, name, displayed)
		case "event":
			n.Event = r.Text()
		case "current_limit":
			n.Limit = r.LooseText()
		case "old_limit":
			n.Was = r.LooseText()
		default:
			left.read(r, name)
		}
	}
	n.Extra = left.extra()
	return n
}

func readNumberName(r *wire.Reader) Notice {
	n := new(NumberName)
	var left rest
	for name := range r.Object() {
		switch name {
		case "display_phone_number":
			n.Number = known(r, &left, name, displayed)
		case "decision":
			n.Decision = r.Text()
		case "requested_verified_name":
			n.Requested = r.Text()
		case "rejection_reason":
			n.Reason = r.Text()
		default:
			left.read(r, name)
		}
	}
	n.Extra = left.extra()
	return n
}
