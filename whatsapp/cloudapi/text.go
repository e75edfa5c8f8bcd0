package cloudapi

import (
	"github.com/decorum-go/decorum/internal/wire"
	"github.com/decorum-go/decorum/whatsapp/message"
)

// readText reads the object of a text, of either direction.
func readText(r *wire.Reader) (t message.Text) {
	var left rest
	for name := range r.Object() {
		switch name {
		case "body":
			t.Body = r.Text()
		case "preview_url":
			t.PreviewURL = r.Bool()
		default:
			left.read(r, name)
		}
	}
	t.Extra = left.extra()
	return t
}
