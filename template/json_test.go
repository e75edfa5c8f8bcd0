package template_test

import (
	"encoding/json"
	"math"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/attachment"
	"github.com/decorum-go/decorum/location"
	"github.com/decorum-go/decorum/template"
)

// whole is a notification with every part that JSON can have, and its arguments.
func whole(t *testing.T) (template.Notification, template.Arguments) {
	n := carousel()
	n.ID, n.Status, n.Footer = "ns@whole", template.Approved, "Bye"
	n.Header = template.LocationHeader{Place: location.Place{Name: "Shop", Point: mustPoint(t)}, Extra: `{"x":1}`}
	n.Buttons = []template.Button{
		template.QuickReply{Text: "Yes", Extra: `{"x":1}`},
		template.PhoneButton{Text: "Call", Number: "+15162837151", Extra: `{"x":1}`},
		template.URLButton{Text: "Open", URL: "https://a.example/{{1}}", Extra: `{"x":1}`},
		template.CopyCode{Text: "Copy", Extra: `{"x":1}`},
		template.FlowButton{Text: "Book", ID: "1", Name: "2", JSON: "3", Action: "4", Screen: "5", Extra: `{"x":1}`},
		template.OTPButton{Kind: template.OTPOneTap, Text: "Copy", Autofill: "Fill", Apps: []template.App{{Package: "a.b", Signature: "c", Extra: `{"x":1}`}}, Extra: `{"x":1}`},
		template.CatalogButton{Text: "See", Extra: `{"x":1}`},
		template.UnknownButton{Type: "spm", Raw: `{"type":"spm","text":"a"}`},
	}
	n.Authentication = &template.Authentication{SecurityRecommendation: true, ExpiryMinutes: 5, Extra: `{"x":1}`}
	n.Offer = &template.Offer{Text: "Soon", Expires: true, Extra: `{"x":1}`}
	n.Cards[0].Header = template.TextHeader{Text: "a", Extra: `{"x":1}`}
	n.Cards[1].Header = template.UnknownHeader{Type: "product", Raw: `{"type":"product","y":2}`}
	n.Cards[1].Extra, n.Extra = `{"x":1}`, `{"x":{"y":[1,null]},"z":"é"}`
	a := carouselArguments()
	a.Header, a.Body = template.Positional("\"a\"", "b"), template.Named(map[string]string{"name": "Ann", "2": "x"})
	a.Media = template.MediaHeader{Kind: attachment.Document, ID: "1", Link: "https://a.example", Name: "a.pdf", Extra: `{"x":1}`}
	a.Place = location.Place{Address: "Street 1"}
	a.Buttons = []template.ButtonValue{{Button: 2, Value: "a"}, {Button: 10, Value: "b"}}
	a.Expires = time.Date(2030, 1, 2, 3, 4, 5, 6, time.UTC)
	a.Cards[0].Media, a.Cards[0].Extra, a.Extra = template.MediaHeader{Kind: attachment.Video, ID: "1"}, `{"x":1}`, `{"x":1}`
	return n, a
}

const wholeArguments = `{"header":["\"a\"","b"],` +
	`"media":{"type":"document","id":"1","link":"https://a.example","name":"a.pdf","x":1},"place":{"address":"Street 1"},` +
	`"body":{"2":"x","name":"Ann"},"buttons":{"2":"a","10":"b"},"expires":"2030-01-02T03:04:05.000000006Z",` +
	`"cards":[{"media":{"type":"video","id":"1"},"body":["Ann"],"buttons":{"1":"fern"},"x":1},{"body":["Ann"],"buttons":{"1":"fern"}}],"x":1}`

func TestJSONRoundTrip(t *testing.T) {
	n, a := whole(t)
	f := n.Fill(a)
	b, err := json.Marshal(f)
	if err != nil {
		t.Fatal(err)
	}
	m, err := template.Unmarshal(b)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(template.Structured(f), m); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	again, err := m.AppendJSON(nil)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(b), string(again)); diff != "" {
		t.Errorf("(-first +second):\n%s", diff)
	}
	got, err := a.MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(wholeArguments, string(got)); diff != "" {
		t.Errorf("arguments (-want +got):\n%s", diff)
	}
	var back template.Filled
	if err := json.Unmarshal(b, &back); err != nil || !back.Equal(f) {
		t.Errorf("%v", err)
	}
	var definition template.Notification
	text, err := n.MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(text, &definition); err != nil || !definition.Equal(n) {
		t.Errorf("%v", err)
	}
}

func TestJSONOfASample(t *testing.T) {
	b, err := sample().Fill(template.Arguments{Header: template.Positional("1042"), Body: template.Positional("Ann", "Monday")}).AppendJSON([]byte("> "))
	if err != nil {
		t.Fatal(err)
	}
	want := `> {"type":"notification","template":{"id":"shop@order_ready","language":"en","category":"utility",` +
		`"header":{"type":"text","text":"Order {{1}}"},"body":"Hello {{1}}, your order of {{2}} is ready to be collected.",` +
		`"footer":"Reply STOP to opt out","buttons":[{"type":"quick_reply","text":"Thanks"},{"type":"quick_reply","text":"Call me"}],` +
		`"examples":{"header":["1042"],"body":["Ann","Monday"]}},"arguments":{"header":["1042"],"body":["Ann","Monday"]},` +
		`"text":{"header":"Order 1042","body":"Hello Ann, your order of Monday is ready to be collected."}}`
	if diff := cmp.Diff(want, string(b)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	b, err = carousel().Fill(carouselArguments()).AppendJSON(nil)
	if i := strings.Index(string(b), `"text":{"body":"Rare`); err != nil || i < 0 {
		t.Errorf("%s", b)
	} else if diff := cmp.Diff(`"text":{"body":"Rare plants for sale this week!","cards":[{"body":"For Ann only this week, while we have it.","urls":["","https://shop.example/fern"]},{"body":"For Ann only this week, while we have it.","urls":["","https://shop.example/fern"]}]}}`, string(b[i:])); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestUnknownStructured(t *testing.T) {
	for _, text := range []string{`{"type":"poll","a":[1, 2]}`, `{}`, `{"type":7}`} {
		m, err := template.Unmarshal([]byte(text))
		if err != nil {
			t.Fatal(err)
		}
		u, ok := m.(template.UnknownStructured)
		if !ok || m.Preview().Kind != u.Type || m.Kind() != u.Type {
			t.Errorf("%T %+v", m, m)
		}
		wantBrief(t, text, m.Check(template.CloudAPI()), "unknown /type")
		b, err := m.MarshalJSON()
		if err != nil || string(b) != strings.ReplaceAll(text, " ", "") {
			t.Errorf("%s, %v", b, err)
		}
		d := template.NewDraft(m, template.CloudAPI(), template.Editing{})
		if d.CanSend() || d.Fields() != nil {
			t.Error("an unknown message can be edited or sent")
		}
	}
	b, err := template.UnknownStructured{Type: "x"}.AppendJSON(nil)
	if string(b) != `{"type":"x"}` || err != nil {
		t.Errorf("%s, %v", b, err)
	}
}

func TestJSONFaults(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{`[]`, "wrong_type  0-2"},
		{`{"type":"notification","template":[]}`, "wrong_type /template 34-36"},
		{`{"type":"notification","arguments":{"buttons":{"x":"a","01":"b","1":2}}}`, "malformed /arguments/buttons/x; malformed /arguments/buttons/01; wrong_type /arguments/buttons/1 68-69"},
		{`{"type":"notification","arguments":{"buttons":{"99999999999":"a"}}}`, "malformed /arguments/buttons"},
		{`{"type":"notification","arguments":{"expires":"soon"}}`, "malformed /arguments/expires"},
		{`{"type":"notification","arguments":{"place":{"latitude":91,"longitude":1}}}`, "out_of_range /arguments/place/latitude"},
		{`{"type":"notification","arguments":{"media":{"type":"parrot"}}}`, "unknown /arguments/media/type"},
		{`{"type":"notification","arguments":{"body":["a",1]}}`, "wrong_type /arguments/body/1 48-49"},
		{`{"type":"notification","arguments":{"body":7}}`, "wrong_type /arguments/body 43-44"},
		{`{"type":"notification","arguments":{"body":{"a":1}}}`, "wrong_type /arguments/body/a 48-49"},
		{`{"type":"notification","template":{"header":7,"buttons":[7,{}],"authentication":{"expiry_minutes":99999999999}}}`, "wrong_type /template/header 44-45; wrong_type /template/buttons/0 57-58; malformed /template/authentication/expiry_minutes"},
		{`{"type":"notification","a":1,"a":2}`, "duplicate /a 29-32"},
		{`{"type":"notification"} x`, "malformed  24-25"},
		{strings.Repeat(" ", template.MaxJSON) + "{}", "too_large "},
	} {
		m, err := template.Unmarshal([]byte(tt.text))
		var vs decorum.Violations
		for v := range decorum.All(err) {
			vs = vs.Add(v)
		}
		short := tt.text[:min(80, len(tt.text))]
		wantBrief(t, short, vs, tt.want)
		if m != nil {
			t.Errorf("%s: %v", short, m)
		}
	}
	n, a := sample(), sampleArguments()
	for _, text := range []string{`[]`, `{"body":1}`, `{"body":`} {
		if n.UnmarshalJSON([]byte(text)) == nil || !n.Equal(sample()) {
			t.Errorf("%s changes a definition", text)
		}
		if a.UnmarshalJSON([]byte(text)) == nil || !a.Equal(sampleArguments()) {
			t.Errorf("%s changes arguments", text)
		}
	}
	if n.UnmarshalJSON([]byte("null")) != nil || !n.Equal(sample()) {
		t.Error("null changes a definition")
	}
	f := n.Fill(a)
	if f.UnmarshalJSON([]byte(`{"type":"list"}`)) == nil || !f.Equal(n.Fill(a)) {
		t.Error("a list is read as a notification")
	}
	v := a.Body
	if v.UnmarshalJSON([]byte(`1`)) == nil || !v.Equal(a.Body) {
		t.Error("a number is read as values")
	}
	if v.UnmarshalJSON([]byte(`{"10":"j","2":"b","1":"a"}`)) != nil {
		t.Error("numbers are not read")
	}
	if b, _ := v.MarshalJSON(); string(b) != `{"1":"a","2":"b","10":"j"}` {
		t.Errorf("%s", b)
	}
}

func TestWhatCannotBeWritten(t *testing.T) {
	for i, change := range []func(*template.Notification, *template.Arguments){
		func(n *template.Notification, _ *template.Arguments) { n.Body = "\xff" },
		func(n *template.Notification, _ *template.Arguments) { n.Extra = "x" },
		func(n *template.Notification, _ *template.Arguments) { n.Extra = "[1]" },
		func(n *template.Notification, _ *template.Arguments) { n.Header = template.UnknownHeader{Raw: "{"} },
		func(_ *template.Notification, a *template.Arguments) { a.Body = template.Positional("\xff") },
		func(_ *template.Notification, a *template.Arguments) { a.Body = template.Values{}.With("a", "\xff") },
		func(_ *template.Notification, a *template.Arguments) {
			a.Expires = time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC)
		},
		func(_ *template.Notification, a *template.Arguments) { a.Place.Name = "\xff" },
		func(_ *template.Notification, a *template.Arguments) {
			a.Buttons = []template.ButtonValue{{Value: "\xff"}}
		},
	} {
		n, a := sample(), sampleArguments()
		change(&n, &a)
		if b, err := n.Fill(a).AppendJSON(nil); err == nil {
			t.Errorf("%d: %s", i, b)
		}
	}
	n := template.Notification{Header: template.UnknownHeader{Type: "x"}, Buttons: []template.Button{nil, template.UnknownButton{}}}
	b, err := n.MarshalJSON()
	if want := `{"id":"","language":"","header":{"type":"x"},"buttons":[{},{}]}`; string(b) != want || err != nil {
		t.Errorf("%s, %v", b, err)
	}
	a := template.Arguments{Buttons: []template.ButtonValue{{Button: 3, Value: "a"}, {Button: -1, Value: "c"}, {Button: 3, Value: "b"}}}
	b, err = a.MarshalJSON()
	if want := `{"buttons":{"-1":"c","3":"a"}}`; string(b) != want || err != nil {
		t.Errorf("%s, %v", b, err)
	}
	var back template.Arguments
	if err := back.UnmarshalJSON(b); err != nil || len(back.Buttons) != 2 || back.Buttons[0].Button != -1 {
		t.Errorf("%v %v", back, err)
	}
}

func TestButtonValuesAreWrittenInOrder(t *testing.T) {
	got, err := template.Arguments{Buttons: []template.ButtonValue{
		{Button: math.MaxInt32, Value: "c"}, {Button: math.MinInt32, Value: "a"}, {Button: 1, Value: "b"}, {Button: math.MaxInt32, Value: "d"},
	}}.AppendJSON(nil)
	const want = `{"buttons":{"-2147483648":"a","1":"b","2147483647":"c"}}`
	if string(got) != want || err != nil {
		t.Errorf("%s, %v, want %s", got, err, want)
	}
}
