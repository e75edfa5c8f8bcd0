package cloudapi

import (
	"strconv"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/attachment"
	"github.com/decorum-go/decorum/internal/wire"
	"github.com/decorum-go/decorum/location"
	"github.com/decorum-go/decorum/template"
	"github.com/decorum-go/decorum/whatsapp/message"
)

// checkContent tells what of a message the API does not carry.
func checkContent(vs decorum.Violations, m message.Message) decorum.Violations {
	path := "/type"
	switch m := m.(type) {
	case message.Text, message.Location, message.Contacts, message.Reaction:
		return vs
	case message.Media:
		if mediaName(m.File) != "" {
			return vs
		}
	case message.Structured:
		switch s := m.Structured.(type) {
		case nil:
		case template.UnknownStructured:
			if s.Raw != "" {
				return vs
			}
		case template.Filled:
			return checkFilled(vs, s)
		case template.ReplyButtons, template.List, template.CallToAction, template.LocationRequest, template.ContactRequest, template.Flow,
			template.Product, template.ProductList, template.ProductCarousel, template.Catalogue, template.Address, template.Carousel:
			if canHead(headerOf(s)) {
				return vs
			}
			path = "/interactive/header/type"
		default:
			return vs.Add(byValue)
		}
	case message.Answer, message.Order, message.Call, message.System, message.WelcomeRequest, message.Edit, message.Deletion,
		message.Unsupported, message.Unknown, nil:
	default:
		return vs.Add(byValue)
	}
	return vs.Add(decorum.Violation{Code: decorum.Unsupported, Severity: decorum.SeverityError, Path: path})
}

// byValue is what is wrong with a pointer to a message: as everywhere, it is none.
var byValue = decorum.Violation{Code: decorum.Unknown, Severity: decorum.SeverityError, Path: "/type", Want: "a message by value, not a pointer"}

// mediaName returns what the API calls a kind of file; "" for one that it does
// not send.
func mediaName(kind attachment.Kind) string {
	switch kind {
	case attachment.Image, attachment.Video, attachment.Audio, attachment.Document, attachment.Sticker:
		return kind.String()
	}
	return ""
}

// writeContent writes the "type" of the message and its object.
func writeContent(w *wire.Writer, m message.Message) {
	switch m := m.(type) {
	case message.Text:
		w.KeyText("type", "text")
		w.Key("text")
		writeText(w, &m)
	case message.Media:
		w.KeyText("type", mediaName(m.File))
		w.UserKey(mediaName(m.File))
		writeMedia(w, &m)
	case message.Location:
		w.KeyText("type", "location")
		w.Key("location")
		writeLocation(w, &m)
	case message.Contacts:
		w.KeyText("type", "contacts")
		w.Key("contacts")
		writeContacts(w, &m)
	case message.Reaction:
		w.KeyText("type", "reaction")
		w.Key("reaction")
		writeReaction(w, &m)
	case message.Structured:
		writeStructured(w, m.Structured)
	}
}

func writeText(w *wire.Writer, m *message.Text) {
	if m.Extra != "" {
		plain := *m
		plain.Extra = ""
		joinExtra(w, m.Extra, plain, writeText)
		return
	}
	w.Object()
	if m.PreviewURL {
		w.Key("preview_url")
		w.Bool(true)
	}
	w.KeyText("body", m.Body)
	w.End()
}

func writeMedia(w *wire.Writer, m *message.Media) {
	if m.Extra != "" {
		plain := *m
		plain.Extra = ""
		joinExtra(w, m.Extra, plain, writeMedia)
		return
	}
	w.Object()
	w.Optional("id", m.ID)
	w.Optional("link", m.Link)
	w.Optional("caption", m.Caption)
	if m.File == attachment.Document {
		w.Optional("filename", m.Name)
	}
	if m.Voice {
		w.Key("voice")
		w.Bool(true)
	}
	w.End()
}

func writeLocation(w *wire.Writer, m *message.Location) {
	if m.Extra != "" {
		joinExtra(w, m.Extra, message.Location{Place: m.Place}, writeLocation)
		return
	}
	writePlace(w, m.Place)
}

// writePlace writes a place. Meta's pages have the coordinates as strings, and a
// URL of places that come in alone.
func writePlace(w *wire.Writer, p location.Place) {
	w.Object()
	if !p.Point.IsZero() {
		var room [32]byte
		w.KeyText("latitude", string(strconv.AppendFloat(room[:0], p.Point.Latitude(), 'f', -1, 64)))
		w.KeyText("longitude", string(strconv.AppendFloat(room[:0], p.Point.Longitude(), 'f', -1, 64)))
	}
	w.Optional("name", p.Name)
	w.Optional("address", p.Address)
	w.End()
}

func writeReaction(w *wire.Writer, m *message.Reaction) {
	if m.Extra != "" {
		plain := *m
		plain.Extra = ""
		joinExtra(w, m.Extra, plain, writeReaction)
		return
	}
	w.Object()
	w.KeyText("message_id", m.Target)
	w.KeyText("emoji", m.Emoji)
	w.End()
}
