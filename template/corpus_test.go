package template_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/attachment"
	"github.com/decorum-go/decorum/template"
)

// refusedSamples are Meta's and others' samples of definitions that Lint refuses,
// with what it finds and why that is right.
var refusedSamples = map[string]string{
	// Products are no part of the model: they are kept, and not sent.
	"meta-docs-tpl-marketing-tpl-mpm-templates-example-request": "unknown /buttons/0/type",
	"meta-openapi-create-multi-product-message-template":        "unknown /buttons/0/type",
	"meta-docs-tpl-marketing-tpl-spm-templates-example-request": "unknown /header/type; unknown /buttons/0/type",
	// The same, and a placeholder without an example.
	"meta-docs-tpl-marketing-tpl-product-card-carousel-templates-example-re": "unknown /cards/0/header/type; unknown /cards/0/buttons/0/type; " +
		"unknown /cards/1/header/type; unknown /cards/1/buttons/0/type; required /examples/body/0",
	// The sample writes its hash percent-encoded.
	"meta-openapi-create-authentication-template-w-otp-one-tap-autofill-but": "malformed /buttons/0/apps/0/signature",
	// The body ends in a placeholder.
	"whatsapp-business-expectedtemplate7": "at_edge /body 104-109",
}

// metaTemplate is a request to create a template, as far as this test reads it.
type metaTemplate struct {
	Name, Language, Category string
	Components               []metaComponent
}

type metaComponent struct {
	Type, Format, Text string
	Example            json.RawMessage
	Buttons            []map[string]any
	Recommendation     *bool `json:"add_security_recommendation"`
	Minutes            int   `json:"code_expiration_minutes"`
	Offer              *struct {
		Text    string
		Expires bool `json:"has_expiration"`
	} `json:"limited_time_offer"`
	Cards []struct{ Components []metaComponent }
}

// TestCorpusOfDefinitions: Lint finds no error in definitions that Meta shows as
// samples, but those listed.
func TestCorpusOfDefinitions(t *testing.T) {
	shared := os.Getenv("DECORUM_SHARED")
	if shared == "" {
		t.Skip("DECORUM_SHARED is not set")
	}
	files, err := filepath.Glob(filepath.Join(shared, "corpus", "templates", "*.json"))
	if err != nil || len(files) < 50 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	listed := 0
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(string(data), "<") || strings.Contains(string(data), "LANGUAGE_AND_LOCALE") {
			continue // the syntax, not a sample
		}
		var m metaTemplate
		if err := json.Unmarshal(data, &m); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		n, ok := m.notification()
		if !ok {
			continue
		}
		var errs decorum.Violations
		for _, v := range n.Lint() {
			if v.Severity == decorum.SeverityError {
				errs = append(errs, v)
			}
		}
		name := strings.TrimSuffix(filepath.Base(file), ".json")
		wantBrief(t, name, errs, refusedSamples[name])
		if refusedSamples[name] != "" {
			listed++
		}
	}
	if listed != len(refusedSamples) {
		t.Errorf("%d of %d listed samples were met", listed, len(refusedSamples))
	}
}

func (m metaTemplate) notification() (template.Notification, bool) {
	n := template.Notification{
		ID: template.ID(m.Name), Language: template.Language(m.Language), Category: template.Category(strings.ToLower(m.Category)),
	}
	if n.Language == "" {
		n.Language = "en"
	}
	for _, c := range m.Components {
		switch strings.ToLower(c.Type) {
		case "header":
			n.Header = c.header()
			n.Examples.Header = c.values("header_text")
			n.Examples.Media = c.media()
		case "body":
			n.Body = c.Text
			n.Examples.Body = c.values("body_text")
			if c.Recommendation != nil || strings.EqualFold(m.Category, "authentication") && c.Text == "" {
				n.Authentication = &template.Authentication{SecurityRecommendation: c.Recommendation != nil && *c.Recommendation}
			}
		case "footer":
			n.Footer = c.Text
			if n.Authentication != nil {
				n.Authentication.ExpiryMinutes = c.Minutes
			}
		case "buttons":
			n.Buttons, n.Examples.Buttons = c.buttons()
		case "limited_time_offer":
			n.Offer = &template.Offer{Text: c.Offer.Text, Expires: c.Offer.Expires}
		case "carousel":
			for _, card := range c.Cards {
				var own template.Card
				var values template.CardArguments
				for _, part := range card.Components {
					switch strings.ToLower(part.Type) {
					case "header":
						own.Header, values.Media = part.header(), part.media()
					case "body":
						own.Body, values.Body = part.Text, part.values("body_text")
					case "buttons":
						own.Buttons, values.Buttons = part.buttons()
					}
				}
				n.Cards, n.Examples.Cards = append(n.Cards, own), append(n.Examples.Cards, values)
			}
		default:
			return n, false // a part that the model does not have
		}
	}
	return n, true
}

func (c metaComponent) header() template.Header {
	if k, err := attachment.ParseKind(strings.ToLower(c.Format)); err == nil && c.Format != "" {
		return template.MediaHeader{Kind: k}
	}
	switch strings.ToLower(c.Format) {
	case "text":
		return template.TextHeader{Text: c.Text}
	case "location":
		return template.LocationHeader{}
	}
	return template.UnknownHeader{Type: strings.ToLower(c.Format)}
}

func (c metaComponent) media() (m template.MediaHeader) {
	var e map[string][]string
	if json.Unmarshal(c.Example, &e) == nil && len(e["header_handle"]) > 0 {
		m.ID = e["header_handle"][0]
	}
	return m
}

func (c metaComponent) values(name string) template.Values {
	var e map[string]json.RawMessage
	if json.Unmarshal(c.Example, &e) != nil {
		return template.Values{}
	}
	var list []string
	var lists [][]string
	var named []struct {
		Name    string `json:"param_name"`
		Example string
	}
	switch {
	case json.Unmarshal(e[name], &lists) == nil && len(lists) > 0:
		return template.Positional(lists[0]...)
	case json.Unmarshal(e[name], &list) == nil:
		return template.Positional(list...)
	case json.Unmarshal(e[name+"_named_params"], &named) == nil:
		var v template.Values
		for _, n := range named {
			v = v.With(n.Name, n.Example)
		}
		return v
	}
	return template.Values{}
}

func (c metaComponent) buttons() (list []template.Button, values []template.ButtonValue) {
	for i, b := range c.Buttons {
		text := func(name string) string { s, _ := b[name].(string); return s }
		switch kind := strings.ToLower(text("type")); kind {
		case "quick_reply":
			list = append(list, template.QuickReply{Text: text("text")})
		case "url":
			list = append(list, template.URLButton{Text: text("text"), URL: text("url")})
		case "phone_number":
			list = append(list, template.PhoneButton{Text: text("text"), Number: text("phone_number")})
		case "copy_code":
			list = append(list, template.CopyCode{})
		case "catalog":
			list = append(list, template.CatalogButton{Text: text("text")})
		case "flow":
			list = append(list, template.FlowButton{Text: text("text"), ID: text("flow_id"), Name: text("flow_name"), JSON: text("flow_json")})
		case "otp":
			o := template.OTPButton{Kind: template.OTPKind(strings.ToLower(text("otp_type"))), Text: text("text"), Autofill: text("autofill_text")}
			apps, _ := b["supported_apps"].([]any)
			if text("package_name") != "" {
				apps = append(apps, b)
			}
			for _, a := range apps {
				app := a.(map[string]any)
				o.Apps = append(o.Apps, template.App{Package: app["package_name"].(string), Signature: app["signature_hash"].(string)})
			}
			list = append(list, o)
		default:
			list = append(list, template.UnknownButton{Type: kind})
		}
		switch e := b["example"].(type) {
		case string:
			values = append(values, template.ButtonValue{Button: template.ButtonIndex(i), Value: e})
		case []any:
			values = append(values, template.ButtonValue{Button: template.ButtonIndex(i), Value: e[0].(string)})
		}
	}
	return list, values
}
