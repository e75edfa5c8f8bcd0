package template_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/decorum-go/decorum/attachment"
	"github.com/decorum-go/decorum/template"
)

// otherwise lists the harvested cases that are answered otherwise than their
// sources expect, by kind, template and parameters, with the answer and the
// reason.
var otherwise = map[string]struct{ answer, reason string }{
	`check-components|{"buttons": [{"type": "quick_reply", "text": "Click Me"}]}|{}`: {
		"", "a payload may be left out: the label comes back",
	},
	`check-coupon|""|"ABCDEFGHIJKLMNOP"`: {
		"?too_long /arguments/buttons/0", "Meta's pages disagree, 15 or 20: the lax one is the error",
	},
	`define-url-button|"https://example.com"|{"example": "https://example.com?ref=wa&utm=123"}`: {
		"unexpected /examples/buttons/0", "refused as expected, at the example",
	},
	`define|"Hi {{1 ok"|null`: {
		"malformed /body 3-5", "filled as it is, but Meta refuses a definition whose braces do not match",
	},
	`limit;param-in-body-only-template|""|"x*32768"`: {
		"?too_long /text/body", "passes under CloudAPI, with a warning that 1,024 is the stricter reading",
	},
}

// codes are those that the harvested errors stand for.
var codes = []struct{ word, code string }{
	{"missing_parameter", "required"},
	{"format_mismatch", "mismatch"},
	{"unexpected_parameter", "unexpected"},
	{"cards expected", "required"},
	{"url_too_many_variables", "too_many"},
	{"url_variable_not_at_end", "out_of_order"},
	{"url_example_required", "required"},
	{"newline", "forbidden_spacing"},
	{"tab", "forbidden_spacing"},
	{"consecutive spaces", "forbidden_spacing"},
	{"empty", "required"},
	{"needs percent-encoding", "forbidden_character"},
	{"leading_variable", "at_edge"},
	{"trailing_variable", "at_edge"},
	{"adjacent_variables", "adjacent"},
	{"non_contiguous", "gap"},
	{"mixed_positional_and_named", "mismatch"},
	{"bad_name", "malformed"},
	{"spaces_in_variable", "malformed"},
	{"1024", "too_long"},
}

func TestHarvestedCases(t *testing.T) {
	shared := os.Getenv("DECORUM_SHARED")
	if shared == "" {
		t.Skip("DECORUM_SHARED is not set")
	}
	file, err := os.ReadFile(filepath.Join(shared, "cases", "template.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	used := 0
	for _, line := range strings.Split(strings.TrimSpace(string(file)), "\n")[1:] {
		f := strings.Split(line, "\t")
		kind, input, params := f[0], f[1], f[2]
		var want any
		if err := json.Unmarshal([]byte(f[3]), &want); err != nil {
			t.Fatal(err)
		}
		got := answerCase(t, kind, input, params)
		if o, ok := otherwise[kind+"|"+input+"|"+params]; ok {
			used++
			if got != o.answer {
				t.Errorf("%s: %s with %s: %q, listed as %q", kind, input, params, got, o.answer)
			}
			continue
		}
		text, ok := want.(string)
		if !ok {
			b, _ := json.Marshal(want)
			text = string(b)
		}
		if !agrees(got, text) {
			t.Errorf("%s: %s with %s: %q, expected %q", kind, input, params, got, text)
		}
	}
	if used != len(otherwise) {
		t.Errorf("%d of %d listed cases were met", used, len(otherwise))
	}
}

// agrees reports whether the answer is the one expected: errors by their codes.
func agrees(got, want string) bool {
	switch {
	case strings.HasPrefix(want, "ERROR:"), strings.HasPrefix(want, "WARN:"), strings.Contains(want, "OK or ERROR"):
		for _, c := range codes {
			if !strings.Contains(want, c.word) {
				continue
			}
			for _, v := range strings.Split(got, "; ") {
				code, _, _ := strings.Cut(strings.TrimPrefix(v, "?"), " ")
				if code == c.code && strings.HasPrefix(v, "?") == strings.HasPrefix(want, "WARN") {
					return true
				}
			}
		}
		return false
	case strings.HasPrefix(want, "OK"):
		return !slices.ContainsFunc(strings.Split(got, "; "), func(s string) bool { return s != "" && !strings.HasPrefix(s, "?") })
	default:
		return got == want
	}
}

func answerCase(t *testing.T, kind, input, params string) string {
	t.Helper()
	var text string
	_ = json.Unmarshal([]byte(input), &text)
	values := func(s string) (v template.Values) {
		if s == "null" {
			return v
		}
		if err := json.Unmarshal([]byte(s), &v); err != nil {
			t.Fatal(err)
		}
		return v
	}
	notification := template.Notification{ID: "a", Language: "en", Category: template.Utility, Body: text}
	base, _, _ := strings.Cut(kind, ";")
	switch {
	case base == "order":
		var list []string
		for _, v := range values(params).All() {
			list = append(list, v)
		}
		b, _ := json.Marshal(list)
		return string(b)
	case strings.HasSuffix(kind, "override-with-example"):
		var p struct{ Params, Examples template.Values }
		if err := json.Unmarshal([]byte(params), &p); err != nil {
			t.Fatal(err)
		}
		filled := p.Examples
		for name, v := range p.Params.All() {
			filled = filled.With(name, v)
		}
		return string(template.AppendFill(nil, text, filled))
	case base == "render" || base == "render-named" || base == "render-url":
		return string(template.AppendFill(nil, text, values(params)))
	case base == "count":
		seen := map[string]bool{}
		for p := range template.Placeholders(text) {
			seen[p.Name] = true
		}
		return itoaOrZero(len(seen))
	case base == "check":
		return brief(notification.Fill(template.Arguments{Body: values(params)}).Check(template.CloudAPI()))
	case base == "check-components":
		var c struct {
			Header, Body string
			Buttons      []struct{ Text string }
		}
		if err := json.Unmarshal([]byte(input), &c); err != nil {
			t.Fatal(err)
		}
		notification.Body = "A body"
		if c.Body != "" {
			notification.Header, notification.Body = template.TextHeader{Text: c.Header}, c.Body
		}
		for _, b := range c.Buttons {
			notification.Buttons = append(notification.Buttons, template.QuickReply{Text: b.Text})
		}
		return brief(notification.Fill(template.Arguments{}).Check(template.CloudAPI()))
	case base == "check-carousel":
		var c struct{ Cards []struct{ Body string } }
		var a template.Arguments
		if err := json.Unmarshal([]byte(input), &c); err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal([]byte(params), &a); err != nil {
			t.Fatal(err)
		}
		notification.Body = "A body"
		for _, card := range c.Cards {
			notification.Cards = append(notification.Cards, template.Card{
				Header: template.MediaHeader{Kind: attachment.Image, ID: "1"}, Body: card.Body,
			})
		}
		return brief(notification.Fill(a).Check(template.CloudAPI()))
	case base == "define-url-button":
		var p struct{ Example string }
		if err := json.Unmarshal([]byte(params), &p); err != nil {
			t.Fatal(err)
		}
		notification.Body = "A body"
		notification.Buttons = []template.Button{template.URLButton{Text: "Open", URL: text}}
		if p.Example != "" {
			notification.Examples.Buttons = []template.ButtonValue{{Button: 0, Value: p.Example}}
		}
		return brief(notification.Lint())
	case base == "button-index":
		return buttonIndex(t, input, params)
	case kind == "check-param;url-suffix":
		var v string
		_ = json.Unmarshal([]byte(params), &v)
		return brief(calls().Fill(template.Arguments{Buttons: []template.ButtonValue{{Button: 2, Value: v}}}).Check(template.CloudAPI()))
	case base == "check-param":
		var v string
		_ = json.Unmarshal([]byte(params), &v)
		notification.Body = "Hello {{1}}"
		return brief(notification.Fill(template.Arguments{Body: template.Positional(v)}).Check(template.CloudAPI()))
	case base == "check-coupon":
		var v string
		_ = json.Unmarshal([]byte(params), &v)
		return brief(coupon().Fill(template.Arguments{Buttons: []template.ButtonValue{{Value: v}}}).Check(template.CloudAPI()))
	case base == "define":
		for p := range template.Placeholders(text) {
			notification.Examples.Body = notification.Examples.Body.With(p.Name, "x")
		}
		return brief(notification.Lint())
	case base == "limit":
		var v string
		_ = json.Unmarshal([]byte(params), &v)
		n := 1025
		if strings.HasSuffix(v, "32768") {
			n = 32768
		}
		notification.Body = "{{1}}"
		if strings.HasSuffix(kind, "with-other-components") {
			notification.Footer = "Bye"
		}
		return brief(notification.Fill(template.Arguments{Body: template.Positional(strings.Repeat("x", n))}).Check(template.CloudAPI()))
	}
	t.Fatalf("unknown kind %s", kind)
	return ""
}

func itoaOrZero(n int) string {
	if n == 0 {
		return "0"
	}
	return itoa(n)
}

// buttonIndex answers with what a sender would write: the buttons that have a
// value, each with its index.
func buttonIndex(t *testing.T, input, params string) string {
	t.Helper()
	var buttons []struct{ Type, URL string }
	var values []*string
	if err := json.Unmarshal([]byte(input), &buttons); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal([]byte(params), &values); err != nil {
		t.Fatal(err)
	}
	var a template.Arguments
	n := template.Notification{ID: "a", Language: "en", Body: "a"}
	for i, b := range buttons {
		switch b.Type {
		case "QUICK_REPLY":
			n.Buttons = append(n.Buttons, template.QuickReply{Text: "Thanks"})
		case "COPY_CODE":
			n.Buttons = append(n.Buttons, template.CopyCode{})
		case "PHONE_NUMBER":
			n.Buttons = append(n.Buttons, template.PhoneButton{Text: "Call", Number: "+15162837151"})
		case "URL":
			n.Buttons = append(n.Buttons, template.URLButton{Text: "Open", URL: b.URL})
		}
		if values[i] != nil {
			a.Buttons = append(a.Buttons, template.ButtonValue{Button: template.ButtonIndex(i), Value: *values[i]})
		}
	}
	f := n.Fill(a)
	if vs := f.Check(template.CloudAPI()); vs.HasErrors() {
		return brief(vs)
	}
	var out []map[string]any
	for i, b := range f.Template().Buttons {
		v, ok := f.Arguments().Button(template.ButtonIndex(i))
		if !ok {
			continue
		}
		switch b.(type) {
		case template.CopyCode:
			out = append(out, map[string]any{"index": i, "sub_type": "copy_code", "coupon_code": v})
		case template.URLButton:
			out = append(out, map[string]any{"index": i, "sub_type": "url", "text": v})
		}
	}
	b, _ := json.Marshal(out)
	return string(b)
}
