package template

import "github.com/decorum-go/decorum/internal/wire"

// AppendJSON appends the message as JSON: its type, template and arguments, and
// the text that they make, for whoever reads the JSON without this package.
func (f Filled) AppendJSON(dst []byte) ([]byte, error) { return appendJSON(dst, f.get(), writeFilled) }

// MarshalJSON returns what [Filled.AppendJSON] appends.
func (f Filled) MarshalJSON() ([]byte, error) { return f.AppendJSON(nil) }

// UnmarshalJSON reads a message. Its text is made anew from template and
// arguments: the one in the JSON is passed over. On an error f stays as it is.
func (f *Filled) UnmarshalJSON(data []byte) error { return readJSON(data, f, readFilled) }

func readFilled(r *wire.Reader) Filled {
	var n Notification
	var a Arguments
	var rest members
	for name := range r.Object() {
		switch name {
		case "type":
			if Kind(r.Text()) != KindNotification {
				malformed(r, string(KindNotification))
			}
		case "text":
		case "template":
			n = readNotification(r)
		case "arguments":
			a = readArguments(r)
		default:
			rest.read(r, name)
		}
	}
	f := n.Fill(a)
	f.filled.extra = rest.extra()
	return f
}

func writeFilled(w *wire.Writer, f *filled) {
	w.Object()
	w.Key("type")
	w.Text(string(KindNotification))
	w.Key("template")
	writeNotification(w, &f.template)
	if !f.arguments.IsZero() {
		w.Key("arguments")
		writeArguments(w, &f.arguments)
	}
	w.Key("text")
	writeText(w, &f.text)
	f.extra.write(w)
	w.End()
}

func writeText(w *wire.Writer, t *Text) {
	w.Object()
	w.Optional("header", t.Header)
	w.Optional("body", t.Body)
	writeURLs(w, t.URLs)
	if len(t.Cards) > 0 {
		w.Key("cards")
		w.Array()
		for i := range t.Cards {
			w.Object()
			w.Optional("body", t.Cards[i].Body)
			writeURLs(w, t.Cards[i].URLs)
			w.End()
		}
		w.End()
	}
	w.End()
}

func writeURLs(w *wire.Writer, urls []string) {
	if len(urls) == 0 {
		return
	}
	w.Key("urls")
	w.Array()
	for _, u := range urls {
		w.Text(u)
	}
	w.End()
}
