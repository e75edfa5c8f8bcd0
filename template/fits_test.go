package template_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/template"
)

// TestQuickWayAgrees moves every limit past every measure of messages that are
// right, one limit at a time, and holds the quick way of Check against the long
// one.
func TestQuickWayAgrees(t *testing.T) {
	payloads := sampleArguments()
	payloads.Buttons = []template.ButtonValue{{Button: 0, Value: "a"}, {Button: 1, Value: "a longer payload"}}
	mixed := calls()
	mixed.Header = template.TextHeader{Text: "A header"}
	mixed.Buttons = append([]template.Button{template.QuickReply{Text: "A long reply"}}, mixed.Buttons...)
	shorter := sample()
	shorter.Header = template.TextHeader{Text: "Order {{a_long_name}}"}
	shorter.Body = "Hello {{a_long_name}}, your order of {{1}} is ready."
	for _, m := range []struct {
		name string
		f    template.Filled
	}{
		{"sample", sample().Fill(sampleArguments())},
		{"payloads", sample().Fill(payloads)},
		{"calls", calls().Fill(callArguments())},
		{"mixed", mixed.Fill(template.Arguments{Buttons: []template.ButtonValue{{Button: 3, Value: "1042"}}})},
		{"values shorter than placeholders", shorter.Fill(template.Arguments{
			Header: template.Named(map[string]string{"a_long_name": "x"}), Body: template.Named(map[string]string{"a_long_name": "x", "1": "y"}),
		})},
		{"body alone", template.Notification{ID: "a", Language: "en", Body: "Hello {{1}}"}.Fill(template.Arguments{Body: template.Positional("Ann and Bob")})},
		{"coupon", coupon().Fill(template.Arguments{Buttons: []template.ButtonValue{{Value: "SAVE10"}}})},
	} {
		for _, base := range []template.Limits{template.Workspace(), template.CloudAPI(), {}} {
			found := 0
			for i := range template.Each(&base) {
				for most := range 80 {
					l := base
					limit := template.Each(&l)[i]
					limit.Max = most
					if limit.Unit == 0 {
						limit.Unit = decorum.CodePoints
					}
					long := template.Walk(m.f, l)
					if diff := cmp.Diff(long, m.f.Check(l)); diff != "" {
						t.Fatalf("%s, limit %d at %d (-long +quick):\n%s", m.name, i, most, diff)
					}
					if template.Fits(m.f, l) && long != nil {
						t.Fatalf("%s, limit %d at %d fits with %v", m.name, i, most, long)
					}
					found += len(long)
				}
			}
			if found == 0 {
				t.Errorf("%s: no limit was crossed", m.name)
			}
		}
	}
	l := template.Workspace()
	for _, f := range []template.Filled{sample().Fill(sampleArguments()), calls().Fill(callArguments()), sample().Fill(payloads)} {
		if !template.Fits(f, l) {
			t.Error("a message that is right does not go the quick way")
		}
	}
}
