package template

import "github.com/decorum-go/decorum/internal/wire"

// AppendJSON appends the message as JSON:
//
//	{"type":"reply_buttons","body":"…","buttons":[{"id":"yes","title":"Yes"}]}
func (m ReplyButtons) AppendJSON(dst []byte) ([]byte, error) {
	return appendJSON(dst, &m, writeReplyButtons)
}

// MarshalJSON returns what [ReplyButtons.AppendJSON] appends.
func (m ReplyButtons) MarshalJSON() ([]byte, error) { return m.AppendJSON(nil) }

// UnmarshalJSON reads a message. On an error m stays as it is.
func (m *ReplyButtons) UnmarshalJSON(data []byte) error { return readJSON(data, m, readReplyButtons) }

func readReplyButtons(r *wire.Reader) (m ReplyButtons) {
	m.Extra = readMessage(r, KindReplyButtons, func(name string) bool {
		switch name {
		case "header":
			m.Header = readHeader(r)
		case "body":
			m.Body = r.Text()
		case "footer":
			m.Footer = r.Text()
		case "buttons":
			m.Buttons = readReplies(r)
		default:
			return false
		}
		return true
	})
	return m
}

func readReplies(r *wire.Reader) (list []Reply) {
	for range r.Array() {
		b := wire.Grow(&list)
		var rest members
		for name := range r.Object() {
			switch name {
			case "id":
				b.ID = r.Text()
			case "title":
				b.Title = r.Text()
			default:
				rest.read(r, name)
			}
		}
		b.Extra = rest.extra()
	}
	return list
}

func writeReplyButtons(w *wire.Writer, m *ReplyButtons) {
	writeTop(w, KindReplyButtons, m.Header, m.Body, m.Footer)
	w.Key("buttons")
	w.Array()
	for i := range m.Buttons {
		b := &m.Buttons[i]
		w.Object()
		w.KeyText("id", b.ID)
		w.KeyText("title", b.Title)
		b.Extra.write(w)
		w.End()
	}
	w.End()
	m.Extra.write(w)
	w.End()
}

// readKind reads the "type" of a message, which must be the kind.
func readKind(r *wire.Reader, kind Kind) {
	if Kind(r.Text()) != kind {
		malformed(r, string(kind))
	}
}

// readMessage reads the object of a message of the kind. member reads the value
// of a member, if it is one of the message's own, and reports whether it is. The
// others are returned.
func readMessage(r *wire.Reader, kind Kind, member func(name string) bool) Extra {
	var rest members
	for name := range r.Object() {
		switch {
		case name == "type":
			readKind(r, kind)
		case !member(name):
			rest.read(r, name)
		}
	}
	return rest.extra()
}

// writeTop begins the object of an interactive message.
func writeTop(w *wire.Writer, kind Kind, h Header, body, footer string) {
	w.Object()
	w.KeyText("type", string(kind))
	if h != nil {
		w.Key("header")
		writeHeader(w, h)
	}
	w.Optional("body", body)
	w.Optional("footer", footer)
}
