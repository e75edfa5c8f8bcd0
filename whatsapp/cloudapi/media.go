package cloudapi

import (
	"github.com/decorum-go/decorum/attachment"
	"github.com/decorum-go/decorum/internal/wire"
	"github.com/decorum-go/decorum/whatsapp/message"
)

// readMedia reads the object of a file, of either direction: an image, a video,
// audio, a document or a sticker.
func readMedia(r *wire.Reader, kind attachment.Kind) message.Media {
	m := message.Media{File: kind}
	var left rest
	for name := range r.Object() {
		switch name {
		case "id":
			m.ID = r.LooseText()
		case "link":
			m.Link = r.Text()
		case "url":
			m.DownloadURL = r.Text()
		case "mime_type":
			m.MIME = r.Text()
		case "sha256":
			m.SHA256 = r.Text()
		case "caption":
			m.Caption = r.Text()
		case "filename":
			m.Name = r.Text()
		case "voice":
			m.Voice = r.Bool()
		case "animated":
			m.Animated = r.Bool()
		default:
			left.read(r, name)
		}
	}
	m.Extra = left.extra()
	return m
}

// mediaKind returns the kind of file that the object with the name is, if any. A
// voice is audio in the old On-Premises interface.
func mediaKind(name string) (attachment.Kind, bool) {
	switch name {
	case "image":
		return attachment.Image, true
	case "video":
		return attachment.Video, true
	case "audio", "voice":
		return attachment.Audio, true
	case "document":
		return attachment.Document, true
	case "sticker":
		return attachment.Sticker, true
	}
	return attachment.UnknownKind, false
}
