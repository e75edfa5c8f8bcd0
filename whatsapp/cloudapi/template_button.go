package cloudapi

import (
	"strings"

	"github.com/decorum-go/decorum/internal/wire"
	"github.com/decorum-go/decorum/template"
)

// flatApp marks an app that stands in the button itself, as older definitions
// have it, and not in a list of apps.
const flatApp template.Extra = `{"meta":{"flat":true}}`

func isFlat(apps []template.App) bool { return len(apps) == 1 && apps[0].Extra == flatApp }

// button reads a button of a definition.
func (d *definer) button(c *definedComponent, i int) {
	r := d.r
	kind, _ := r.Lookup("type")
	kind = strings.ToLower(kind)
	mark := r.Mark()
	var b buttonJSON
	for name := range r.Object() {
		switch {
		case name == "type":
			r.Text()
		case name == "example" && (kind == "url" || kind == "copy_code"):
			d.buttonExample(&b, kind)
		case name == "supported_apps" && kind == "otp":
			for range r.Array() {
				b.apps = append(b.apps, d.app())
			}
		default:
			if at := b.field(kind, name); at != nil {
				*at = r.Text()
				continue
			}
			if knownButton(kind) && name != "app_deep_link" && name != "zero_tap_terms_accepted" {
				d.unknown(&b.left, name)
			} else {
				b.left.read(r, name)
			}
		}
	}
	if b.flat != (template.App{}) {
		b.flat.Extra = flatApp
		b.apps = append(b.apps, b.flat)
	}
	if b.example != "" {
		c.values = append(c.values, template.ButtonValue{Button: template.ButtonIndex(i), Value: b.example})
	}
	made := b.button(kind)
	if made == nil {
		made = template.UnknownButton{Type: kind, Raw: r.RawSince(mark)}
	}
	c.buttons = append(c.buttons, made)
}

// A buttonJSON has the members of every type of button.
type buttonJSON struct {
	text, number, url, flowID, flowName, flowJSON, action, screen, otp, autofill, example string
	apps                                                                                  []template.App
	flat                                                                                  template.App
	left                                                                                  rest
}

// knownButton reports whether buttons of the type are in the model.
func knownButton(kind string) bool {
	switch kind {
	case "quick_reply", "phone_number", "url", "copy_code", "flow", "otp", "catalog":
		return true
	}
	return false
}

// field returns where the text of a member goes; nil for none.
func (b *buttonJSON) field(kind, name string) *string {
	switch kind + " " + name {
	case "phone_number phone_number":
		return &b.number
	case "url url":
		return &b.url
	case "flow flow_id":
		return &b.flowID
	case "flow flow_name":
		return &b.flowName
	case "flow flow_json":
		return &b.flowJSON
	case "flow flow_action":
		return &b.action
	case "flow navigate_screen":
		return &b.screen
	case "otp otp_type":
		return &b.otp
	case "otp autofill_text":
		return &b.autofill
	case "otp package_name":
		return &b.flat.Package
	case "otp signature_hash":
		return &b.flat.Signature
	}
	if name == "text" && knownButton(kind) {
		return &b.text
	}
	return nil
}

// button returns the button; nil for one of a type that is not known.
func (b *buttonJSON) button(kind string) template.Button {
	x := b.left.extra()
	switch kind {
	case "quick_reply":
		return template.QuickReply{Text: b.text, Extra: x}
	case "phone_number":
		return template.PhoneButton{Text: b.text, Number: b.number, Extra: x}
	case "url":
		return template.URLButton{Text: b.text, URL: b.url, Extra: x}
	case "copy_code":
		return template.CopyCode{Text: b.text, Extra: x}
	case "flow":
		return template.FlowButton{
			Text: b.text, ID: b.flowID, Name: b.flowName, JSON: b.flowJSON, Action: b.action, Screen: b.screen, Extra: x,
		}
	case "otp":
		return template.OTPButton{
			Kind: template.OTPKind(strings.ToLower(b.otp)), Text: b.text, Autofill: b.autofill, Apps: b.apps, Extra: x,
		}
	case "catalog":
		return template.CatalogButton{Text: b.text, Extra: x}
	}
	return nil
}

// buttonExample reads the example of a button: an array with a text for an
// address, a text for a code. Another form is kept beside what is read of it.
func (d *definer) buttonExample(b *buttonJSON, kind string) {
	r := d.r
	mark := r.Mark()
	odd := false
	switch r.Kind() {
	case wire.String:
		b.example = r.Text()
		odd = kind == "url"
	case wire.Array:
		odd = kind == "copy_code"
		for i := range r.Array() {
			if i == 0 && r.Kind() == wire.String {
				b.example = r.Text()
			} else {
				odd = true
			}
		}
	default:
		r.Skip()
		odd = true
	}
	if odd || b.example == "" {
		b.left.keep(r, "example", mark)
	}
}

func (d *definer) app() (a template.App) {
	var left rest
	for name := range d.r.Object() {
		switch name {
		case "package_name":
			a.Package = d.r.Text()
		case "signature_hash":
			a.Signature = d.r.Text()
		default:
			d.unknown(&left, name)
		}
	}
	a.Extra = left.extra()
	return a
}
