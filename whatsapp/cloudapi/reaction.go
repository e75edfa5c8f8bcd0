package cloudapi

import (
	"github.com/decorum-go/decorum/internal/wire"
	"github.com/decorum-go/decorum/whatsapp/message"
)

// readReaction reads the object of a reaction, of either direction. One without
// an emoji takes back an earlier one.
func readReaction(r *wire.Reader) (m message.Reaction) {
	var left rest
	for name := range r.Object() {
		switch name {
		case "message_id":
			m.Target = r.Text()
		case "emoji":
			m.Emoji = r.Text()
		default:
			left.read(r, name)
		}
	}
	m.Extra = left.extra()
	return m
}
