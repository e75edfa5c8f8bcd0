package transcript

import (
	"slices"

	"github.com/decorum-go/decorum/template"
	"github.com/decorum-go/decorum/whatsapp/message"
)

// public returns what the customer may have of a message: what the two sides said
// to each other, and not where the host and Meta keep the files, how the sound of a
// call travels, why WhatsApp does not pass a message on, or JSON that nobody has
// looked through.
func public(m message.Message) message.Message {
	switch m := m.(type) {
	case message.Text:
		m.Extra = ""
		return m
	case message.Media:
		m.ID, m.Link, m.DownloadURL, m.Extra = "", "", "", ""
		return m
	case message.Location:
		m.Extra = ""
		return m
	case message.Contacts:
		m.Cards, m.Extra = slices.Clone(m.Cards), ""
		for i := range m.Cards {
			m.Cards[i].Extra = ""
		}
		return m
	case message.Structured:
		return message.Structured{Structured: m.Structured}
	case message.Answer:
		m.Extra = ""
		return m
	case message.Order:
		m.Items, m.Extra = slices.Clone(m.Items), ""
		for i := range m.Items {
			m.Items[i].Extra = ""
		}
		return m
	case message.Reaction:
		m.Extra = ""
		return m
	case message.Edit:
		m.Message, m.Extra, m.Context.Extra, m.Context.From.Extra = public(m.Message), "", "", ""
		return m
	case message.Deletion:
		m.Extra = ""
		return m
	case message.Call:
		m.SDPType, m.SDP, m.Extra = "", "", ""
		return m
	case message.System:
		m.Extra, m.Was.Extra, m.Now.Extra = "", "", ""
		return m
	case message.WelcomeRequest:
		m.Extra = ""
		return m
	case message.Unsupported:
		return message.Unsupported{Type: m.Type}
	case message.Unknown:
		return message.Unknown{Type: m.Type, Foreign: m.Foreign}
	default:
		return m
	}
}

// publicPreview returns what the customer may have of a structured message: of its
// files the names.
func publicPreview(p template.Preview) template.Preview {
	p.Header = publicHeader(p.Header)
	p.Cards = slices.Clone(p.Cards)
	for i := range p.Cards {
		p.Cards[i].Header = publicHeader(p.Cards[i].Header)
	}
	return p
}

func publicHeader(h *template.PreviewHeader) *template.PreviewHeader {
	if h == nil {
		return nil
	}
	is := *h
	is.Media = template.MediaHeader{Kind: h.Media.Kind, Name: h.Media.Name}
	return &is
}
