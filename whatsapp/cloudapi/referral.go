package cloudapi

import (
	"github.com/decorum-go/decorum/internal/wire"
	"github.com/decorum-go/decorum/whatsapp/message"
)

// readReferral reads the advertisement or post that led a contact into the
// conversation.
func readReferral(r *wire.Reader) (f message.Referral) {
	var left rest
	for name := range r.Object() {
		switch name {
		case "source_type":
			f.Source = r.Text()
		case "source_id":
			f.SourceID = r.LooseText()
		case "source_url":
			f.SourceURL = r.Text()
		case "headline":
			f.Headline = r.Text()
		case "body":
			f.Body = r.Text()
		case "media_type":
			f.MediaType = r.Text()
		case "image_url":
			f.ImageURL = r.Text()
		case "video_url":
			f.VideoURL = r.Text()
		case "thumbnail_url":
			f.ThumbnailURL = r.Text()
		case "ctwa_clid":
			f.ClickID = r.Text()
		case "welcome_message":
			var inner rest
			for name := range r.Object() {
				if name == "text" {
					f.Welcome = r.Text()
					continue
				}
				inner.read(r, name)
			}
			left.nest("welcome_message", inner)
		default:
			left.read(r, name)
		}
	}
	f.Extra = left.extra()
	return f
}
