package cloudapi

import (
	"strings"

	"github.com/decorum-go/decorum/internal/wire"
	"github.com/decorum-go/decorum/template"
)

type buttonsPart struct {
	buttons  []template.Button
	examples []template.ButtonValue
}

func writeButtonsPart(w *wire.Writer, p *buttonsPart) {
	w.Object()
	w.KeyText("type", "BUTTONS")
	w.Key("buttons")
	w.Array()
	examples := make(map[template.ButtonIndex]string, len(p.examples))
	for _, v := range p.examples {
		if _, twice := examples[v.Button]; !twice {
			examples[v.Button] = v.Value
		}
	}
	for i, b := range p.buttons {
		writeDefinedButton(w, &definedButton{b, examples[template.ButtonIndex(i)]})
	}
	w.End()
	w.End()
}

type definedButton struct {
	button  template.Button
	example string
}

// writeDefinedButton writes a button of a definition.
func writeDefinedButton(w *wire.Writer, d *definedButton) {
	if u, ok := d.button.(template.UnknownButton); ok && u.Raw != "" {
		w.Raw(u.Raw)
		return
	}
	plain, x := plainButton(d.button)
	if x != "" {
		example := d.example
		if memberOf(metaOf(x), "example") != "" {
			example = "" // it was kept as it is
		}
		joinExtra(w, x, definedButton{plain, example}, writeDefinedButton)
		return
	}
	w.Object()
	switch b := plain.(type) {
	case template.QuickReply:
		w.KeyText("type", "QUICK_REPLY")
		w.KeyText("text", b.Text)
	case template.PhoneButton:
		w.KeyText("type", "PHONE_NUMBER")
		w.KeyText("text", b.Text)
		w.KeyText("phone_number", b.Number)
	case template.URLButton:
		w.KeyText("type", "URL")
		w.KeyText("text", b.Text)
		w.KeyText("url", b.URL)
		if d.example != "" {
			w.Key("example")
			w.Array()
			w.Text(d.example)
			w.End()
		}
	case template.CopyCode:
		w.KeyText("type", "COPY_CODE")
		w.Optional("text", b.Text)
		w.Optional("example", d.example)
	case template.FlowButton:
		w.KeyText("type", "FLOW")
		w.KeyText("text", b.Text)
		w.Optional("flow_id", b.ID)
		w.Optional("flow_name", b.Name)
		w.Optional("flow_json", b.JSON)
		w.Optional("flow_action", b.Action)
		w.Optional("navigate_screen", b.Screen)
	case template.OTPButton:
		writeOTP(w, &b)
	case template.CatalogButton:
		w.KeyText("type", "CATALOG")
		w.KeyText("text", b.Text)
	case template.UnknownButton:
		w.KeyText("type", strings.ToUpper(b.Type))
	}
	w.End()
}

func writeOTP(w *wire.Writer, b *template.OTPButton) {
	w.KeyText("type", "OTP")
	w.KeyText("otp_type", strings.ToUpper(string(b.Kind)))
	w.Optional("text", b.Text)
	w.Optional("autofill_text", b.Autofill)
	if isFlat(b.Apps) {
		w.Optional("package_name", b.Apps[0].Package)
		w.Optional("signature_hash", b.Apps[0].Signature)
		return
	}
	if len(b.Apps) > 0 {
		w.Key("supported_apps")
		w.Array()
		for i := range b.Apps {
			writeApp(w, &b.Apps[i])
		}
		w.End()
	}
}

func writeApp(w *wire.Writer, a *template.App) {
	if a.Extra != "" {
		joinExtra(w, a.Extra, template.App{Package: a.Package, Signature: a.Signature}, writeApp)
		return
	}
	w.Object()
	w.KeyText("package_name", a.Package)
	w.KeyText("signature_hash", a.Signature)
	w.End()
}

// plainButton returns the button without its Extra, and that.
func plainButton(b template.Button) (template.Button, template.Extra) {
	var x template.Extra
	switch b := b.(type) {
	case template.QuickReply:
		x, b.Extra = b.Extra, ""
		return b, x
	case template.PhoneButton:
		x, b.Extra = b.Extra, ""
		return b, x
	case template.URLButton:
		x, b.Extra = b.Extra, ""
		return b, x
	case template.CopyCode:
		x, b.Extra = b.Extra, ""
		return b, x
	case template.FlowButton:
		x, b.Extra = b.Extra, ""
		return b, x
	case template.OTPButton:
		x, b.Extra = b.Extra, ""
		return b, x
	case template.CatalogButton:
		x, b.Extra = b.Extra, ""
		return b, x
	}
	return b, ""
}
