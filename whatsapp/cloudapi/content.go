package cloudapi

import (
	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/attachment"
	"github.com/decorum-go/decorum/internal/wire"
	"github.com/decorum-go/decorum/whatsapp/message"
)

// contents are the contents of messages of the common types.
type contents struct {
	texts     slab[message.Text]
	media     slab[message.Media]
	locations slab[message.Location]
	answers   slab[message.Answer]
	reactions slab[message.Reaction]
}

func (c *contents) box() {
	c.texts.box()
	c.media.box()
	c.locations.box()
	c.answers.box()
	c.reactions.box()
}

// A content is what was read of the content of a message so far. Its object has
// the name of the type, which may stand before or behind it.
type content struct {
	kind string
	// name is the object's, and raw its JSON. bad: it cannot be read.
	name, raw string
	bad       bool
	// unsupported is what WhatsApp does not pass on, with its reasons, and errors
	// their JSON.
	unsupported message.Unsupported
	errors      string
}

// content reads the object of a content. It returns false, and leaves the value,
// for another member, and for a second content.
func (d *decoder) content(c *content, name string, to *message.Message) bool {
	if c.name != "" || !isContent(name) {
		return false
	}
	mark, before := d.r.Mark(), d.faults()
	switch name {
	case "text":
		d.texts.put(readText(&d.r), to, d.guess)
	case "location":
		d.locations.put(readLocation(&d.r), to, d.guess)
	case "button":
		d.answers.put(readQuickReply(&d.r), to, d.guess)
	case "interactive":
		d.answers.put(readInteractive(&d.r), to, d.guess)
	case "reaction":
		d.reactions.put(readReaction(&d.r), to, d.guess)
	case "unsupported":
		readUnsupported(&d.r, &c.unsupported)
	default:
		if file, ok := mediaKind(name); ok {
			d.media.put(readMedia(&d.r, file), to, d.guess)
		} else {
			*to = readContent(&d.r, name)
		}
	}
	c.name, c.raw, c.bad = name, d.r.RawSince(mark), d.faults() > before
	return true
}

// settleContent makes the message of what was read. It returns false where that
// is an Unknown, which holds the whole JSON.
func (d *decoder) settleContent(c *content, m *Received, left *rest) bool {
	unsupported := c.kind == "unsupported" || c.kind == "unknown"
	if c.errors != "" && !unsupported {
		*left = append(*left, wire.Member{Name: "errors", Value: c.errors})
	}
	typed := true
	switch {
	case c.bad:
		typed = false
	case c.name == c.kind && c.kind != "" && c.kind != "unsupported":
		return true
	case c.kind == "request_welcome":
		m.Message = message.WelcomeRequest{}
	case c.kind == "media_placeholder":
		m.Message = message.Media{File: attachment.UnknownKind}
	case unsupported:
		m.Message = c.unsupported
	case c.kind == "":
		typed = false
		d.r.Report(decorum.Violation{Code: decorum.Required, Path: "/type"})
	default:
		typed = false
		if isContent(c.kind) {
			var root decorum.Path
			place := root.Key(c.kind)
			d.r.Report(decorum.Violation{Code: decorum.Required}.Under(&place))
		}
	}
	if !typed {
		m.Message = unread(m.raw)
		return false
	}
	if c.name != "" && c.name != "unsupported" {
		*left = append(*left, wire.Member{Name: c.name, Value: c.raw})
	}
	return true
}

// isContent reports whether a member with the name holds the content of a
// message.
func isContent(name string) bool {
	switch name {
	case "text", "image", "video", "audio", "voice", "document", "sticker", "location", "contacts", "button", "interactive", "reaction",
		"order", "system", "edit", "revoke", "unsupported":
		return true
	}
	return false
}

// readContent reads the object of a content by its name.
func readContent(r *wire.Reader, name string) message.Message {
	switch name {
	case "text":
		return readText(r)
	case "location":
		return readLocation(r)
	case "contacts":
		return readContacts(r)
	case "button":
		return readQuickReply(r)
	case "interactive":
		return readInteractive(r)
	case "reaction":
		return readReaction(r)
	case "order":
		return readOrder(r)
	case "system":
		return readSystem(r)
	case "edit":
		return readEdit(r)
	case "revoke":
		return readDeletion(r)
	case "unsupported":
		var u message.Unsupported
		readUnsupported(r, &u)
		return u
	}
	if file, ok := mediaKind(name); ok {
		return readMedia(r, file)
	}
	return unread(r.Raw())
}

// unread keeps a message that is not known, or cannot be read, by its JSON
// without white space. Of JSON that cannot be written again, such as half a
// surrogate pair, the type alone is kept.
func unread(raw string) message.Unknown {
	kind, _ := wire.NewStringReader(raw, limits()).Lookup("type")
	w := wire.NewWriter(nil)
	w.Raw(raw)
	compact, err := w.Done()
	if err != nil {
		w = wire.NewWriter(nil)
		w.Object()
		w.Optional("type", kind)
		w.End()
		compact = done(w)
	}
	return message.Unknown{Type: kind, Raw: string(compact), Foreign: true}
}
