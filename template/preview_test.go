package template_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/attachment"
	"github.com/decorum-go/decorum/location"
	"github.com/decorum-go/decorum/template"
)

func TestNT2PreviewMarksParameters(t *testing.T) {
	n := sample()
	f := n.Fill(template.Arguments{Header: template.Positional("1042"), Body: template.Positional("你😀")})
	want := template.Preview{
		Kind: template.KindNotification,
		Header: &template.PreviewHeader{Type: "text", Text: template.PreviewText{
			Text:       "Order 1042",
			Parameters: []template.Parameter{{Span: decorum.Span{Start: 6, End: 10}, Name: "1", Path: "/arguments/header/0", Editable: true}},
		}},
		Body: template.PreviewText{
			Text: "Hello 你😀, your order of {{2}} is ready to be collected.",
			Parameters: []template.Parameter{
				{Span: decorum.Span{Start: 6, End: 13}, Name: "1", Path: "/arguments/body/0", Editable: true},
				{Span: decorum.Span{Start: 29, End: 34}, Name: "2", Path: "/arguments/body/1", Editable: true, Missing: true},
			},
		},
		Footer: template.PreviewText{Text: "Reply STOP to opt out"},
		Sections: []template.PreviewSection{{Options: []template.PreviewOption{
			{Type: "quick_reply", ID: "Thanks", Title: "Thanks"}, {Type: "quick_reply", ID: "Call me", Title: "Call me"},
		}}},
	}
	if diff := cmp.Diff(want, f.Preview()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	named := template.Notification{Body: "{{a}}{{b}}"}.Fill(template.Arguments{Body: template.Named(map[string]string{"a": ""})}).Preview().Body
	wantNamed := template.PreviewText{Text: "{{b}}", Parameters: []template.Parameter{
		{Span: decorum.Span{Start: 0, End: 0}, Name: "a", Path: "/arguments/body/a", Editable: true},
		{Span: decorum.Span{Start: 0, End: 5}, Name: "b", Path: "/arguments/body/b", Editable: true, Missing: true},
	}}
	if diff := cmp.Diff(wantNamed, named); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestNT2PreviewMarksParametersOfButtons(t *testing.T) {
	detail := func(f template.Filled, option int) template.PreviewText {
		return f.Preview().Sections[0].Options[option].Detail
	}
	parameter := func(start, end, button int, missing bool) []template.Parameter {
		return []template.Parameter{{
			Span: decorum.Span{Start: start, End: end}, Name: "1", Path: fmt.Sprint("/arguments/buttons/", button), Editable: true, Missing: missing,
		}}
	}
	for name, test := range map[string]struct {
		got, want template.PreviewText
	}{
		"address":         {detail(calls().Fill(callArguments()), 2), template.PreviewText{Text: "https://shop.example/o/1042", Parameters: parameter(23, 27, 2, false)}},
		"missing address": {detail(calls().Fill(template.Arguments{}), 2), template.PreviewText{Text: "https://shop.example/o/{{1}}", Parameters: parameter(23, 28, 2, true)}},
		"code":            {detail(coupon().Fill(template.Arguments{Buttons: []template.ButtonValue{{Value: "SAVE10"}}}), 0), template.PreviewText{Text: "SAVE10", Parameters: parameter(0, 6, 0, false)}},
		"missing code":    {detail(coupon().Fill(template.Arguments{}), 0), template.PreviewText{Text: "{{1}}", Parameters: parameter(0, 5, 0, true)}},
	} {
		if diff := cmp.Diff(test.want, test.got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

func TestNT3PreviewShowsAllButtons(t *testing.T) {
	for _, tt := range []struct {
		name string
		f    template.Filled
		want string
	}{
		{"calls", calls().Fill(callArguments()), `
[image: a.png]
Come and see what is new this week.
[ ] Call (+15162837151)
[ ] Shop (https://shop.example/)
[ ] Track (https://shop.example/o/1042)`},
		{"missing end", calls().Fill(template.Arguments{}), `
[image: a.png]
Come and see what is new this week.
[ ] Call (+15162837151)
[ ] Shop (https://shop.example/)
[ ] Track (https://shop.example/o/{{1}})`},
		{"offer", offer().Fill(template.Arguments{Buttons: []template.ButtonValue{{Button: 0, Value: "TRIP25"}}}), `
[image]
Expiring offer!
Good news: a quarter off all trips!
[ ] Copy offer code (TRIP25)
[ ] Book now (https://trips.example/?code={{1}})`},
		{"code", oneTimeCode().Fill(template.Arguments{Body: template.Positional("123456")}), `
123456 is your verification code. For your security, do not share this code.
This code expires in 10 minutes.
[ ] Copy code`},
		{"carousel", carousel().Fill(carouselArguments()), `
Rare plants for sale this week!
--
[image]
For Ann only this week, while we have it.
[ ] More of this
[ ] Shop (https://shop.example/fern)
--
[image]
For Ann only this week, while we have it.
[ ] More of this
[ ] Shop (https://shop.example/fern)`},
		{"others", template.Notification{
			Header: template.UnknownHeader{Type: "product"}, Body: "a",
			Buttons: []template.Button{template.FlowButton{Text: "Book"}, template.CatalogButton{Text: "See"}, template.UnknownButton{Type: "x"}, template.OTPButton{Text: "Copy it"}, template.CopyCode{Text: "Take it"}},
		}.Fill(template.Arguments{}), `
[product]
a
[ ] Book
[ ] See
[ ] 
[ ] Copy it
[ ] Take it ({{1}})`},
	} {
		if diff := cmp.Diff(strings.TrimPrefix(tt.want, "\n"), tt.f.Preview().String()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
	b, err := sample().Fill(sampleArguments()).Preview().AppendText([]byte("> "))
	if !strings.HasPrefix(string(b), "> Order 1042\nHello Ann,") || err != nil {
		t.Errorf("%q, %v", b, err)
	}
}

func TestPreviewHeaders(t *testing.T) {
	place := location.Place{Name: "Shop", Point: mustPoint(t)}
	bare := location.Place{Point: mustPoint(t)}
	own := template.MediaHeader{Kind: attachment.Image, ID: "2", Name: "own.png"}
	for _, tt := range []struct {
		name   string
		header template.Header
		a      template.Arguments
		want   *template.PreviewHeader
	}{
		{"none", nil, template.Arguments{}, nil},
		{"own file", template.MediaHeader{Kind: attachment.Image, ID: "1"}, template.Arguments{Media: own}, &template.PreviewHeader{
			Type: "image", Text: template.PreviewText{Text: "own.png"}, Media: own, Changeable: true,
		}},
		{"place", template.LocationHeader{Place: place}, template.Arguments{}, &template.PreviewHeader{Type: "location", Text: template.PreviewText{Text: "Shop"}}},
		{"own place", template.LocationHeader{Place: place}, template.Arguments{Place: bare}, &template.PreviewHeader{Type: "location", Text: template.PreviewText{Text: bare.Point.String()}}},
		{"no place", template.LocationHeader{}, template.Arguments{}, &template.PreviewHeader{Type: "location"}},
	} {
		n := sample()
		n.Header = tt.header
		if diff := cmp.Diff(tt.want, n.Fill(tt.a).Preview().Header); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
	for _, h := range []template.Header{template.TextHeader{Text: "x"}, template.LocationHeader{Place: place}, nil} {
		n := carousel()
		n.Cards[0].Header = h
		got := n.Fill(template.Arguments{}).Preview().Cards[0].Header
		if (got == nil) != (h == nil) || got != nil && got.Text.Text == "" {
			t.Errorf("%T: %+v", h, got)
		}
	}
	one := oneTimeCode()
	one.Authentication = &template.Authentication{ExpiryMinutes: 1}
	p := one.Fill(template.Arguments{}).Preview()
	if p.Body.Text != "{{1}} is your verification code." || p.Footer.Text != "This code expires in 1 minute." {
		t.Errorf("%+v", p)
	}
	one.Authentication, one.Body, one.Footer = &template.Authentication{}, "Code {{1}}.", "Bye"
	p = one.Fill(template.Arguments{}).Preview()
	if p.Body.Text != "Code {{1}}." || p.Footer.Text != "Bye" {
		t.Errorf("%+v", p)
	}
}

// TestNT7ChosenOption: the option that the customer chose is marked (TR9).
func TestNT7ChosenOption(t *testing.T) {
	a := sampleArguments()
	a.Buttons = []template.ButtonValue{{Button: 1, Value: "call-back"}}
	p := sample().Fill(a).Preview()
	if _, ok := p.Chosen(); ok {
		t.Error("something is chosen already")
	}
	first, ok := p.Choose("Thanks")
	if !ok {
		t.Fatal("no option has the id")
	}
	if o, ok := first.Chosen(); !ok || o.Title != "Thanks" {
		t.Errorf("%+v", o)
	}
	second, ok := first.Choose("call-back")
	if o, _ := second.Chosen(); !ok || o.Title != "Call me" {
		t.Errorf("%+v", o)
	}
	if strings.Count(second.String(), "[x]") != 1 || !strings.Contains(second.String(), "[ ] Thanks\n[x] Call me") {
		t.Errorf("%s", second)
	}
	if _, ok := p.Chosen(); ok {
		t.Error("choosing changed the preview that it was asked of")
	}
	for _, id := range []string{"", "Call me", "x"} {
		same, ok := first.Choose(id)
		if ok || cmp.Diff(first, same) != "" {
			t.Errorf("%q is chosen", id)
		}
	}
	cards := carousel().Fill(carouselArguments()).Preview()
	chosen, ok := cards.Choose("More of this")
	if !ok || strings.Count(chosen.String(), "[x]") != 1 || !chosen.Cards[0].Options[0].Chosen {
		t.Errorf("%s", chosen)
	}
	if o, ok := chosen.Chosen(); !ok || o.ID != "More of this" {
		t.Errorf("%+v", o)
	}
}

func TestPreviewIsPlainJSON(t *testing.T) {
	b, err := json.Marshal(template.Notification{Body: "Hi {{1}}"}.Fill(template.Arguments{}).Preview())
	want := `{"kind":"notification","body":{"text":"Hi {{1}}","parameters":[{"span":[3,8],"name":"1","path":"/arguments/body/0","editable":true,"missing":true}]}}`
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, string(b)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	_, changes := template.Flatten("a\nb")
	b, err = json.Marshal(changes)
	if diff := cmp.Diff(`[{"span":[1,2],"was":"line_break","now":" "}]`, string(b)); diff != "" || err != nil {
		t.Errorf("%v (-want +got):\n%s", err, diff)
	}
}

// A screen in a browser gets previews as JSON; a file has the same names there as
// in a message.
func TestAFileHasOneJSON(t *testing.T) {
	file := template.MediaHeader{Kind: attachment.Image, ID: "1003383421387256"}
	alone, err := json.Marshal(file)
	if err != nil {
		t.Fatal(err)
	}
	whole, err := json.Marshal(template.Notification{Header: file})
	if err != nil {
		t.Fatal(err)
	}
	if want := `"header":` + string(alone); !strings.Contains(string(whole), want) {
		t.Errorf("%s is not in %s", want, whole)
	}
}
