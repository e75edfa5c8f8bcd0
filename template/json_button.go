package template

import "github.com/decorum-go/decorum/internal/wire"

func readButtons(r *wire.Reader) (list []Button) {
	for range r.Array() {
		list = append(list, readButton(r))
	}
	return list
}

func writeButtons(w *wire.Writer, list []Button) {
	w.Array()
	for _, b := range list {
		writeButton(w, b)
	}
	w.End()
}

// A buttonJSON has the members of every type of button.
type buttonJSON struct {
	text, number, url, id, name, json, action, screen, kind, autofill string
	apps                                                              []App
	extra                                                             Extra
}

func readButton(r *wire.Reader) Button {
	kind, raw := peek(r)
	switch kind {
	case typeQuickReply:
		b := readKnown(r)
		return QuickReply{Text: b.text, Extra: b.extra}
	case typePhone:
		b := readKnown(r, "number")
		return PhoneButton{Text: b.text, Number: b.number, Extra: b.extra}
	case typeURL:
		b := readKnown(r, "url")
		return URLButton{Text: b.text, URL: b.url, Extra: b.extra}
	case typeCopyCode:
		b := readKnown(r)
		return CopyCode{Text: b.text, Extra: b.extra}
	case typeFlow:
		b := readKnown(r, "flow_id", "flow_name", "flow_json", "action", "screen")
		return FlowButton{
			Text: b.text, ID: b.id, Name: b.name, JSON: b.json, Action: b.action, Screen: b.screen, Extra: b.extra,
		}
	case typeOTP:
		b := readKnown(r, "kind", "autofill", "apps")
		return OTPButton{Kind: OTPKind(b.kind), Text: b.text, Autofill: b.autofill, Apps: b.apps, Extra: b.extra}
	case typeCatalog:
		b := readKnown(r)
		return CatalogButton{Text: b.text, Extra: b.extra}
	default:
		return UnknownButton{Type: kind, Raw: raw()}
	}
}

// readKnown reads a button that has the text and the members named; others are
// extra.
func readKnown(r *wire.Reader, own ...string) (b buttonJSON) {
	var rest members
	for name := range r.Object() {
		switch field := b.field(name, own); {
		case name == "type":
		case field != nil:
			*field = r.Text()
		case name == "apps" && len(own) > 0 && own[len(own)-1] == name:
			b.apps = readApps(r)
		default:
			rest.read(r, name)
		}
	}
	b.extra = rest.extra()
	return b
}

// field returns where the text of a member goes; nil when it is none of those.
func (b *buttonJSON) field(name string, own []string) *string {
	if name == "text" {
		return &b.text
	}
	for _, o := range own {
		if o != name {
			continue
		}
		switch name {
		case "number":
			return &b.number
		case "url":
			return &b.url
		case "flow_id":
			return &b.id
		case "flow_name":
			return &b.name
		case "flow_json":
			return &b.json
		case "action":
			return &b.action
		case "screen":
			return &b.screen
		case "kind":
			return &b.kind
		case "autofill":
			return &b.autofill
		}
	}
	return nil
}

func readApps(r *wire.Reader) (list []App) {
	for range r.Array() {
		var a App
		var rest members
		for name := range r.Object() {
			switch name {
			case "package":
				a.Package = r.Text()
			case "signature":
				a.Signature = r.Text()
			default:
				rest.read(r, name)
			}
		}
		a.Extra = rest.extra()
		list = append(list, a)
	}
	return list
}

func writeButton(w *wire.Writer, b Button) {
	kind, text := label(b)
	if u, ok := b.(UnknownButton); ok || b == nil {
		writeUnknown(w, u.Type, u.Raw)
		return
	}
	w.Object()
	w.Key("type")
	w.Text(kind)
	switch b := b.(type) {
	case QuickReply:
		w.Key("text")
		w.Text(text)
		b.Extra.write(w)
	case PhoneButton:
		w.Key("text")
		w.Text(text)
		w.Key("number")
		w.Text(b.Number)
		b.Extra.write(w)
	case URLButton:
		w.Key("text")
		w.Text(text)
		w.Key("url")
		w.Text(b.URL)
		b.Extra.write(w)
	case CopyCode:
		w.Optional("text", text)
		b.Extra.write(w)
	case FlowButton:
		w.Key("text")
		w.Text(text)
		w.Optional("flow_id", b.ID)
		w.Optional("flow_name", b.Name)
		w.Optional("flow_json", b.JSON)
		w.Optional("action", b.Action)
		w.Optional("screen", b.Screen)
		b.Extra.write(w)
	case OTPButton:
		w.Key("kind")
		w.Text(string(b.Kind))
		w.Optional("text", text)
		w.Optional("autofill", b.Autofill)
		writeApps(w, b.Apps)
		b.Extra.write(w)
	case CatalogButton:
		w.Key("text")
		w.Text(text)
		b.Extra.write(w)
	}
	w.End()
}

func writeApps(w *wire.Writer, list []App) {
	if len(list) == 0 {
		return
	}
	w.Key("apps")
	w.Array()
	for _, a := range list {
		w.Object()
		w.Key("package")
		w.Text(a.Package)
		w.Key("signature")
		w.Text(a.Signature)
		a.Extra.write(w)
		w.End()
	}
	w.End()
}
