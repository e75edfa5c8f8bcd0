package cloudapi

import (
	"github.com/decorum-go/decorum/attachment"
	"github.com/decorum-go/decorum/internal/wire"
	"github.com/decorum-go/decorum/template"
)

// headerOf returns the header of an interactive message; nil for none.
func headerOf(m template.Structured) template.Header {
	switch m := m.(type) {
	case template.ReplyButtons:
		return m.Header
	case template.List:
		return m.Header
	case template.CallToAction:
		return m.Header
	case template.Flow:
		return m.Header
	case template.ProductList:
		return m.Header
	}
	return nil
}

// bodyOf returns the text of an interactive message.
func bodyOf(m template.Structured) string {
	switch m := m.(type) {
	case template.ReplyButtons:
		return m.Body
	case template.List:
		return m.Body
	case template.CallToAction:
		return m.Body
	case template.LocationRequest:
		return m.Body
	case template.ContactRequest:
		return m.Body
	case template.Flow:
		return m.Body
	case template.Product:
		return m.Body
	case template.ProductList:
		return m.Body
	case template.ProductCarousel:
		return m.Body
	case template.Catalogue:
		return m.Body
	case template.Address:
		return m.Body
	case template.Carousel:
		return m.Body
	}
	return ""
}

// canHead reports whether the API has such a header on interactive messages.
func canHead(h template.Header) bool {
	switch h := h.(type) {
	case nil, template.TextHeader:
		return true
	case template.MediaHeader:
		return mediaName(h.Kind) != ""
	case template.UnknownHeader:
		return h.Raw != ""
	}
	return false
}

// writeStructured writes the "type" of the message and its object.
func writeStructured(w *wire.Writer, m template.Structured) {
	if f, ok := m.(template.Filled); ok {
		w.KeyText("type", "template")
		w.Key("template")
		writeFilled(w, f)
		return
	}
	w.KeyText("type", "interactive")
	w.Key("interactive")
	switch m := m.(type) {
	case template.ReplyButtons:
		writeReplyButtons(w, &m)
	case template.List:
		writeList(w, &m)
	case template.CallToAction:
		writeCallToAction(w, &m)
	case template.LocationRequest:
		writeLocationRequest(w, &m)
	case template.Flow:
		writeFlow(w, &m)
	case template.Product:
		writeProduct(w, &m)
	case template.ProductList:
		writeProductList(w, &m)
	case template.ProductCarousel:
		writeProductCarousel(w, &m)
	case template.Catalogue:
		writeCatalogue(w, &m)
	case template.Address:
		writeAddressForm(w, &m)
	case template.Carousel:
		writeCarousel(w, &m)
	case template.ContactRequest:
		writeContactRequest(w, &m)
	case template.UnknownStructured:
		w.Raw(m.Raw)
	}
}

// writeParts writes what stands above the action; an empty text is left out.
func writeParts(w *wire.Writer, h template.Header, body, footer string) {
	if h != nil {
		w.Key("header")
		writeHeader(w, h)
	}
	if body != "" {
		w.Key("body")
		w.Object()
		w.KeyText("text", body)
		w.End()
	}
	if footer != "" {
		w.Key("footer")
		w.Object()
		w.KeyText("text", footer)
		w.End()
	}
	w.Key("action")
	w.Object()
}

func writeHeader(w *wire.Writer, h template.Header) {
	switch h := h.(type) {
	case template.TextHeader:
		writeTextHeader(w, &h)
	case template.MediaHeader:
		writeMediaHeader(w, &h)
	case template.UnknownHeader:
		w.Raw(h.Raw)
	default:
		w.Raw("") // a violation, which carries has told already
	}
}

func writeTextHeader(w *wire.Writer, h *template.TextHeader) {
	if h.Extra != "" {
		joinExtra(w, h.Extra, template.TextHeader{Text: h.Text}, writeTextHeader)
		return
	}
	w.Object()
	w.KeyText("type", "text")
	w.KeyText("text", h.Text)
	w.End()
}

// writeMediaHeader writes a file as a header or as a parameter of one.
func writeMediaHeader(w *wire.Writer, h *template.MediaHeader) {
	if h.Extra != "" {
		plain := *h
		plain.Extra = ""
		joinExtra(w, h.Extra, plain, writeMediaHeader)
		return
	}
	w.Object()
	w.KeyText("type", h.Kind.String())
	w.UserKey(h.Kind.String())
	w.Object()
	w.Optional("id", h.ID)
	w.Optional("link", h.Link)
	if h.Kind == attachment.Document {
		w.Optional("filename", h.Name)
	}
	w.End()
	w.End()
}

func writeReplyButtons(w *wire.Writer, m *template.ReplyButtons) {
	if m.Extra != "" {
		plain := *m
		plain.Extra = ""
		joinExtra(w, m.Extra, plain, writeReplyButtons)
		return
	}
	w.Object()
	w.KeyText("type", "button")
	writeParts(w, m.Header, m.Body, m.Footer)
	w.Key("buttons")
	w.Array()
	for i := range m.Buttons {
		writeReply(w, &m.Buttons[i])
	}
	w.End()
	w.End()
	w.End()
}

func writeReply(w *wire.Writer, b *template.Reply) {
	if b.Extra != "" {
		joinExtra(w, b.Extra, template.Reply{ID: b.ID, Title: b.Title}, writeReply)
		return
	}
	w.Object()
	w.KeyText("type", "reply")
	w.Key("reply")
	w.Object()
	w.KeyText("id", b.ID)
	w.KeyText("title", b.Title)
	w.End()
	w.End()
}

func writeList(w *wire.Writer, m *template.List) {
	if m.Extra != "" {
		plain := *m
		plain.Extra = ""
		joinExtra(w, m.Extra, plain, writeList)
		return
	}
	w.Object()
	w.KeyText("type", "list")
	writeParts(w, m.Header, m.Body, m.Footer)
	w.KeyText("button", m.Menu)
	w.Key("sections")
	w.Array()
	for i := range m.Sections {
		writeSection(w, &m.Sections[i])
	}
	w.End()
	w.End()
	w.End()
}

func writeSection(w *wire.Writer, s *template.Section) {
	if s.Extra != "" {
		joinExtra(w, s.Extra, template.Section{Title: s.Title, Rows: s.Rows}, writeSection)
		return
	}
	w.Object()
	w.Optional("title", s.Title)
	w.Key("rows")
	w.Array()
	for i := range s.Rows {
		writeRow(w, &s.Rows[i])
	}
	w.End()
	w.End()
}

func writeRow(w *wire.Writer, r *template.Row) {
	if r.Extra != "" {
		joinExtra(w, r.Extra, template.Row{ID: r.ID, Title: r.Title, Description: r.Description}, writeRow)
		return
	}
	w.Object()
	w.KeyText("id", r.ID)
	w.KeyText("title", r.Title)
	w.Optional("description", r.Description)
	w.End()
}

func writeCallToAction(w *wire.Writer, m *template.CallToAction) {
	if m.Extra != "" {
		plain := *m
		plain.Extra = ""
		joinExtra(w, m.Extra, plain, writeCallToAction)
		return
	}
	w.Object()
	w.KeyText("type", "cta_url")
	writeParts(w, m.Header, m.Body, m.Footer)
	writeLink(w, m.Label, m.URL)
	w.End()
	w.End()
}

// writeLink writes the action that opens a web page into the open object.
func writeLink(w *wire.Writer, label, url string) {
	w.KeyText("name", "cta_url")
	w.Key("parameters")
	w.Object()
	w.KeyText("display_text", label)
	w.KeyText("url", url)
	w.End()
}

func writeLocationRequest(w *wire.Writer, m *template.LocationRequest) {
	if m.Extra != "" {
		joinExtra(w, m.Extra, template.LocationRequest{Body: m.Body}, writeLocationRequest)
		return
	}
	w.Object()
	w.KeyText("type", "location_request_message")
	writeParts(w, nil, m.Body, "")
	w.KeyText("name", "send_location")
	w.End()
	w.End()
}

func writeContactRequest(w *wire.Writer, m *template.ContactRequest) {
	if m.Extra != "" {
		joinExtra(w, m.Extra, template.ContactRequest{Body: m.Body}, writeContactRequest)
		return
	}
	w.Object()
	w.KeyText("type", "request_contact_info")
	writeParts(w, nil, m.Body, "")
	w.KeyText("name", "request_contact_info")
	w.End()
	w.End()
}

func writeFlow(w *wire.Writer, m *template.Flow) {
	if m.Extra != "" {
		plain := *m
		plain.Extra = ""
		joinExtra(w, m.Extra, plain, writeFlow)
		return
	}
	version := m.Version
	if version == "" {
		version = "3"
	}
	w.Object()
	w.KeyText("type", "flow")
	writeParts(w, m.Header, m.Body, m.Footer)
	w.KeyText("name", "flow")
	w.Key("parameters")
	w.Object()
	w.KeyText("flow_message_version", version)
	w.Optional("flow_id", m.ID)
	w.Optional("flow_name", m.Name)
	w.KeyText("flow_cta", m.Label)
	w.Optional("mode", m.Mode)
	w.Optional("flow_token", m.Token)
	w.Optional("flow_action", m.Action)
	if m.Screen != "" || m.Data != "" {
		w.Key("flow_action_payload")
		w.Object()
		w.Optional("screen", m.Screen)
		if m.Data != "" {
			w.Key("data")
			w.Raw(m.Data)
		}
		w.End()
	}
	w.End()
	w.End()
	w.End()
}
