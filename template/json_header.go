package template

import (
	"github.com/decorum-go/decorum/attachment"
	"github.com/decorum-go/decorum/internal/wire"
	"github.com/decorum-go/decorum/location"
)

func readHeader(r *wire.Reader) Header {
	kind, raw := peek(r)
	switch kind {
	case typeText:
		return readTextHeader(r)
	case typeLocation:
		return readLocationHeader(r)
	}
	if k, err := attachment.ParseKind(kind); err == nil && k != attachment.UnknownKind {
		return readMedia(r)
	}
	return UnknownHeader{Type: kind, Raw: raw()}
}

func writeHeader(w *wire.Writer, h Header) {
	switch h := h.(type) {
	case TextHeader:
		w.Object()
		w.Key("type")
		w.Text(typeText)
		w.Key("text")
		w.Text(h.Text)
		h.Extra.write(w)
		w.End()
	case MediaHeader:
		writeMedia(w, h)
	case LocationHeader:
		w.Object()
		w.Key("type")
		w.Text(typeLocation)
		if h.Place != (location.Place{}) {
			w.Key("place")
			writePlace(w, h.Place)
		}
		h.Extra.write(w)
		w.End()
	case UnknownHeader:
		writeUnknown(w, h.Type, h.Raw)
	default:
		writeUnknown(w, "", "")
	}
}

func readTextHeader(r *wire.Reader) (h TextHeader) {
	var rest members
	for name := range r.Object() {
		switch name {
		case "type":
		case "text":
			h.Text = r.Text()
		default:
			rest.read(r, name)
		}
	}
	h.Extra = rest.extra()
	return h
}

func readLocationHeader(r *wire.Reader) (h LocationHeader) {
	var rest members
	for name := range r.Object() {
		switch name {
		case "type":
		case "place":
			h.Place = readPlace(r)
		default:
			rest.read(r, name)
		}
	}
	h.Extra = rest.extra()
	return h
}

func readMedia(r *wire.Reader) (m MediaHeader) {
	var rest members
	for name := range r.Object() {
		switch name {
		case "type":
			kind, err := attachment.ParseKind(r.Text())
			if err != nil {
				reportAll(r, err)
			}
			m.Kind = kind
		case "id":
			m.ID = r.Text()
		case "link":
			m.Link = r.Text()
		case "name":
			m.Name = r.Text()
		default:
			rest.read(r, name)
		}
	}
	m.Extra = rest.extra()
	return m
}

func writeMedia(w *wire.Writer, m MediaHeader) {
	w.Object()
	w.Optional("type", m.Kind.String())
	w.Optional("id", m.ID)
	w.Optional("link", m.Link)
	w.Optional("name", m.Name)
	m.Extra.write(w)
	w.End()
}

func readPlace(r *wire.Reader) (p location.Place) {
	raw := r.Raw()
	if raw == "" {
		return p
	}
	if err := p.UnmarshalJSON([]byte(raw)); err != nil {
		reportAll(r, err)
		return location.Place{}
	}
	return p
}

func writePlace(w *wire.Writer, p location.Place) {
	b, err := p.MarshalJSON()
	if err != nil {
		b = nil // what cannot be written is a violation
	}
	w.Raw(string(b))
}
