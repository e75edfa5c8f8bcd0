package option_test

import (
	"testing"

	"github.com/decorum-go/decorum/whatsapp/option"
)

// good returns two values that are valid for a row, differ, and are written as
// Values writes them.
func good(t *testing.T, row option.Row) (first, second string) {
	t.Helper()
	switch row.Kind {
	case option.KindBool:
		return "true", "false"
	case option.KindInteger:
		return "2", "3"
	case option.KindSeconds, option.KindTimespan:
		return "7", "8"
	case option.KindThresholds:
		return "1,2", "3,4"
	case option.KindName:
		return "first", "second"
	case option.KindTemplateID:
		return "shop@order_ready", "order_ready"
	case option.KindLanguage:
		return "en_US", "pt_BR"
	case option.KindText:
		return "First: {{1}}", "Second: {{1}}"
	case option.KindJSON:
		return `{"channels":[]}`, `{}`
	case option.KindMapURL:
		return "https://a.example/{LATITUDE},{LONGITUDE}", "https://b.example/{LATITUDE},{LONGITUDE}"
	case option.KindFormat:
		return "$Contact.FirstName$", "$Contact.LastName|none"
	case option.KindList:
		return "A,B", "C"
	case option.KindTheme:
		return "HighContrast", "Default"
	case option.KindStyle:
		return "Black", "#1e90ff"
	}
	t.Fatalf("%s: no samples for kind %v", row.Name, row.Kind)
	return "", ""
}

// bad returns a value that is not valid for a row.
func bad(t *testing.T, row option.Row) string {
	t.Helper()
	switch row.Kind {
	case option.KindBool:
		return "yes"
	case option.KindInteger, option.KindTimespan:
		return "0"
	case option.KindSeconds:
		return "-1"
	case option.KindThresholds:
		return "50,30"
	case option.KindName:
		return "queue\x00"
	case option.KindTemplateID:
		return "shop@Order ready"
	case option.KindLanguage:
		return "english (US)"
	case option.KindText:
		return "{{1}}\xff"
	case option.KindJSON:
		return "[]"
	case option.KindMapURL:
		return "javascript:alert(1)"
	case option.KindFormat:
		return "$"
	case option.KindList:
		return "A,B\x01"
	case option.KindTheme:
		return "Dark"
	case option.KindStyle:
		return "red;}"
	}
	t.Fatalf("%s: no samples for kind %v", row.Name, row.Kind)
	return ""
}

// set returns a layer with one option.
func set(name, value string) map[string]string { return map[string]string{name: value} }

// atApplication returns the options with one set, and what is wrong with it.
func atApplication(t *testing.T, name, value string) (o option.Options, accepted bool) {
	t.Helper()
	o, vs := option.Parse(option.Layers{Application: set(name, value)})
	accepted = o.Layer(name) == option.Application
	if accepted == vs.HasErrors() {
		t.Errorf("%s = %q: set by %v, with %v", name, value, o.Layer(name), vs)
	}
	return o, accepted
}
