package oracle_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/attachment"
	"github.com/decorum-go/decorum/template"
)

// templateText draws texts of all classes, with what looks like placeholders and
// what other languages of templates expand.
func templateText() *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		parts := rapid.SliceOfN(rapid.SampledFrom([]string{
			"a", " ", "é", "你", "😀", "👨‍👩‍👧", "{{1}}", "{{2}}", "{{10}}", "{{name}}", "{{Name}}", "{", "}", "{{", "}}",
			"$1", `\1`, "%s", "{x}", "\n", "\t", "     ", "\u2028",
		}), 0, 20).Draw(t, "parts")
		return strings.Join(parts, "")
	})
}

// TestTemplateFillIsOnePass: what is filled is the text between placeholders with
// the values between, each value verbatim, whatever it holds.
func TestTemplateFillIsOnePass(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		values := rapid.SliceOfN(templateText(), 1, 12).Draw(t, "values")
		literals := rapid.SliceOfN(rapid.SampledFrom([]string{"", "a", "é ", "{", "} ", "{x} ", "%s", "$1 "}), 1, 12).Draw(t, "literals")
		var text, want strings.Builder
		for _, l := range literals {
			// A brace before a placeholder is text; one after an open one is not.
			text.WriteString(l)
			want.WriteString(l)
			n := rapid.IntRange(1, len(values)).Draw(t, "number")
			text.WriteString("{{" + string(appendInt(nil, n)) + "}}")
			want.WriteString(values[n-1])
		}
		got := string(template.AppendFill(nil, text.String(), template.Positional(values...)))
		if got != want.String() {
			t.Fatalf("%q with %q: %q, want %q", text.String(), values, got, want.String())
		}
		for p := range template.Placeholders(text.String()) {
			if !strings.Contains(got, values[p.Number-1]) {
				t.Fatalf("%q lacks %q", got, values[p.Number-1])
			}
		}
	})
}

func appendInt(dst []byte, n int) []byte {
	if n > 9 {
		dst = appendInt(dst, n/10)
	}
	return append(dst, byte('0'+n%10))
}

// A templateDefect breaks one rule at a place of its own.
type templateDefect struct {
	name  string
	apply func(*template.Notification, *template.Arguments)
}

var templateDefects = []templateDefect{
	{"id", func(n *template.Notification, _ *template.Arguments) { n.ID = "A" }},
	{"language", func(n *template.Notification, _ *template.Arguments) { n.Language = "" }},
	{"status", func(n *template.Notification, _ *template.Arguments) { n.Status = template.Paused }},
	{"header", func(n *template.Notification, _ *template.Arguments) {
		n.Header = template.TextHeader{Text: "Order {{1}} " + strings.Repeat("é", 60)}
	}},
	{"header value", func(_ *template.Notification, a *template.Arguments) { a.Header = template.Positional("a\tb") }},
	{"body", func(n *template.Notification, _ *template.Arguments) { n.Body += strings.Repeat("你", 1025) }},
	{"missing value", func(_ *template.Notification, a *template.Arguments) { a.Body = template.Positional("Ann") }},
	{"footer", func(n *template.Notification, _ *template.Arguments) { n.Footer = strings.Repeat("x", 61) }},
	{"parameter in the footer", func(n *template.Notification, _ *template.Arguments) { n.Footer = "{{1}}" + n.Footer }},
	{"label", func(n *template.Notification, _ *template.Arguments) {
		n.Buttons[0] = template.PhoneButton{Text: strings.Repeat("x", 26), Number: "+15162837151"}
	}},
	{"number", func(n *template.Notification, _ *template.Arguments) {
		b := n.Buttons[0].(template.PhoneButton)
		b.Number = strings.Repeat("1", 21)
		n.Buttons[0] = b
	}},
	{"address", func(n *template.Notification, _ *template.Arguments) {
		n.Buttons[2] = template.URLButton{Text: "Shop", URL: "javascript:x"}
	}},
	{"a third address", func(n *template.Notification, _ *template.Arguments) {
		n.Buttons = append(n.Buttons, template.URLButton{Text: "More", URL: "https://more.example"})
	}},
	{"button value", func(_ *template.Notification, a *template.Arguments) {
		a.Buttons[0].Value = "a\nb"
	}},
	{"value of no button", func(_ *template.Notification, a *template.Arguments) {
		a.Buttons = append(a.Buttons, template.ButtonValue{Button: 9, Value: "x"})
	}},
	{"file", func(_ *template.Notification, a *template.Arguments) {
		a.Media = template.MediaHeader{Kind: attachment.Image, ID: "1"}
	}},
}

func templateWith(chosen []bool) decorum.Violations {
	n := template.Notification{
		ID: "visit", Language: "en", Header: template.TextHeader{Text: "Order {{1}}"},
		Body: "Hello {{1}}, your order of {{2}} is ready.", Footer: "Bye",
		Buttons: []template.Button{
			template.PhoneButton{Text: "Call", Number: "+15162837151"},
			template.URLButton{Text: "Track", URL: "https://shop.example/{{1}}"},
			template.URLButton{Text: "Shop", URL: "https://shop.example"},
		},
	}
	a := template.Arguments{
		Header: template.Positional("1"), Body: template.Positional("Ann", "Monday"),
		Buttons: []template.ButtonValue{{Button: 1, Value: "x"}},
	}
	for i, d := range templateDefects {
		if chosen[i] {
			d.apply(&n, &a)
		}
	}
	return n.Fill(a).Check(template.Workspace())
}

// TestTemplateMendingMakesNothingWorse: taking away the cause of a violation
// takes away that violation and never makes another elsewhere.
func TestTemplateMendingMakesNothingWorse(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		chosen := make([]bool, len(templateDefects))
		var some []int
		for i := range chosen {
			if chosen[i] = rapid.Bool().Draw(t, templateDefects[i].name); chosen[i] {
				some = append(some, i)
			}
		}
		before := templateWith(chosen)
		if len(some) == 0 {
			if before != nil {
				t.Fatalf("%v", before)
			}
			return
		}
		mended := rapid.SampledFrom(some).Draw(t, "mended")
		chosen[mended] = false
		after := templateWith(chosen)
		if len(after) >= len(before) {
			t.Fatalf("mending %s leaves %v of %v", templateDefects[mended].name, after, before)
		}
		for _, v := range after {
			same := func(w decorum.Violation) bool {
				return w.Code == v.Code && w.Path == v.Path && w.Severity == v.Severity
			}
			if !slices.ContainsFunc(before, same) {
				t.Fatalf("mending %s makes %v", templateDefects[mended].name, v)
			}
		}
	})
}

// TestTemplateOrderOfValuesIsNumeric: however a map lays out its numbers.
func TestTemplateOrderOfValuesIsNumeric(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		list := rapid.SliceOfN(templateText(), 0, 120).Draw(t, "values")
		m := map[string]string{}
		for i, v := range list {
			m[string(appendInt(nil, i+1))] = v
		}
		var got []string
		for _, v := range template.Named(m).All() {
			got = append(got, v)
		}
		if len(list) == 0 {
			list = nil
		}
		if diff := cmp.Diff(list, got); diff != "" {
			t.Fatalf("(-want +got):\n%s", diff)
		}
	})
}
