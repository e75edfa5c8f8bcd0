package template_test

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/template"
)

// interactiveJSON is the JSON of the messages of interactive, in their order.
var interactiveJSON = []string{
	`{"type":"reply_buttons","header":{"type":"text","text":"Order 1042"},"body":"Shall we deliver on Friday?","footer":"Reply STOP to opt out",` +
		`"buttons":[{"id":"yes","title":"Yes"},{"id":"no","title":"No"},{"id":"call","title":"Call me"}]}`,
	`{"type":"list","header":{"type":"text","text":"Delivery"},"body":"When shall we come?","footer":"All times are local","menu":"Choose a time","sections":[` +
		`{"title":"Morning","rows":[{"id":"8","title":"8 to 10"},{"id":"10","title":"10 to 12","description":"We call before we come"}]},` +
		`{"title":"Afternoon","rows":[{"id":"14","title":"14 to 16"}]}]}`,
	`{"type":"cta_url","header":{"type":"image","link":"https://shop.example/a.png"},"body":"See what is free.","footer":"Times may change",` +
		`"label":"See times","url":"https://shop.example/times?c=1042"}`,
	`{"type":"location_request","body":"Where are you?"}`,
	`{"type":"flow","header":{"type":"text","text":"Booking"},"body":"Book a table","footer":"Until 6 pm","label":"Book","flow_id":"123",` +
		`"version":"3","mode":"draft","token":"t-1","action":"navigate","screen":"FIRST","data":{"day":"Friday"}}`,
	`{"type":"product","body":"This one?","footer":"While we have it","catalogue_id":"194","product_id":"fern"}`,
	`{"type":"product_list","header":{"type":"text","text":"Plants"},"body":"All in stock","footer":"While we have them","catalogue_id":"194",` +
		`"sections":[{"title":"Indoor","product_ids":["fern","aloe"]},{"title":"Outdoor","product_ids":["rose"]}]}`,
	`{"type":"product_carousel","body":"New this week","catalogue_id":"194","product_ids":["fern","aloe"]}`,
	`{"type":"catalogue","body":"Have a look","footer":"Open until 6 pm","thumbnail_id":"fern"}`,
	`{"type":"address","body":"Where to?","footer":"India only","country":"IN","values":{"city":"Pune","in_pin_code":"400063"},` +
		`"saved_addresses":[{"id":"home","values":{"city":"Delhi"}}],"validation_errors":{"in_pin_code":"We do not find it."}}`,
	`{"type":"carousel","body":"New this week","cards":[` +
		`{"header":{"type":"image","link":"https://shop.example/a.png"},"body":"Only\nthis\nweek","label":"Shop now","url":"https://shop.example/a"},` +
		`{"header":{"type":"image","link":"https://shop.example/b.png"},"body":"Only\nthis\nweek","label":"Shop now","url":"https://shop.example/b"}]}`,
	`{"type":"contact_request","body":"How can we call you?"}`,
}

func TestInteractiveJSON(t *testing.T) {
	for i, m := range interactive() {
		b, err := json.Marshal(m)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(interactiveJSON[i], string(b)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", m.Kind(), diff)
		}
		got, err := template.Unmarshal(b)
		if diff := cmp.Diff(m, got); err != nil || diff != "" {
			t.Errorf("%s: %v (-want +got):\n%s", m.Kind(), err, diff)
		}
		own := reflect.New(reflect.TypeOf(m))
		if err := json.Unmarshal(b, own.Interface()); err != nil || !cmp.Equal(m, own.Elem().Interface()) {
			t.Errorf("%s: %v, %+v", m.Kind(), err, own.Elem())
		}
		// Of another kind, or with a value of another kind, nothing is read.
		before := own.Elem().Interface()
		other := strings.Replace(string(b), string(m.Kind()), "poll", 1)
		if err := json.Unmarshal([]byte(other), own.Interface()); err == nil {
			t.Errorf("%s is read from %s", m.Kind(), other)
		}
		bad := strings.Replace(string(b), `"body":"`, `"body":1,"x":"`, 1)
		if err := json.Unmarshal([]byte(bad), own.Interface()); err == nil || !cmp.Equal(before, own.Elem().Interface()) {
			t.Errorf("%s: %v", m.Kind(), err)
		}
	}
}

// TestInteractiveKeepsUnknownMembers: what a later version writes survives.
func TestInteractiveKeepsUnknownMembers(t *testing.T) {
	for i, s := range interactiveJSON {
		marked := strings.NewReplacer("}", `,"x":{"y":[1,null]},"z":"é"}`).Replace(s)
		if i == 4 {
			marked = strings.Replace(marked, `"data":{"day":"Friday","x":{"y":[1,null]},"z":"é"}`, `"data":{"day":"Friday"}`, 1)
		}
		if i == 9 { // the fields of an address are values
			marked = strings.TrimSuffix(s, "}]"+`,"validation_errors":{"in_pin_code":"We do not find it."}}`) +
				`,"x":1}],"validation_errors":{"in_pin_code":"We do not find it."},"x":{"y":[1,null]}}`
		}
		m, err := template.Unmarshal([]byte(marked))
		if err != nil {
			t.Fatal(err)
		}
		if got, err := m.AppendJSON(nil); err != nil || string(got) != marked {
			t.Errorf("%v (-want +got):\n%s", err, cmp.Diff(marked, string(got)))
		}
		// And a draft of it keeps them, too.
		d, err := template.NewDraft(m, template.Limits{}, template.Editing{}).Set("/body", "other")
		if err != nil {
			t.Fatal(err)
		}
		got, err := d.Message().AppendJSON(nil)
		if err != nil || strings.Count(string(got), `"x":`) != strings.Count(marked, `"x":`) {
			t.Errorf("%v: %s", err, got)
		}
	}
}

func TestInteractiveJSONThatCannotBe(t *testing.T) {
	for _, s := range []string{
		`{"type":"reply_buttons","buttons":{}}`, `{"type":"reply_buttons","buttons":[1]}`, `{"type":"list","sections":[{"rows":[{"id":1}]}]}`,
		`{"type":"list","body":"a","body":"b"}`, `{"type":"carousel","cards":[{"header":[]}]}`, `{"type":"flow","data":{"a":}}`,
		`{"type":"product_list","sections":[{"product_ids":[1]}]}`, `{"type":"address","values":1}`,
	} {
		if m, err := template.Unmarshal([]byte(s)); err == nil || m != nil {
			t.Errorf("%s: %v", s, m)
		}
	}
	if _, err := (template.Flow{Body: "a", Data: "{"}).AppendJSON(nil); err == nil {
		t.Error("data that is no JSON is written")
	}
	if _, err := (template.List{Menu: "\xff"}).AppendJSON(nil); err == nil {
		t.Error("a text that is not UTF-8 is written")
	}
}

// TestInteractiveJSONOfLittle: what is not there is not written.
func TestInteractiveJSONOfLittle(t *testing.T) {
	for _, tt := range []struct {
		m    template.Structured
		want string
	}{
		{template.ReplyButtons{}, `{"type":"reply_buttons","buttons":[]}`},
		{template.List{Sections: make([]template.Section, 1)}, `{"type":"list","sections":[{"rows":[]}]}`},
		{template.CallToAction{}, `{"type":"cta_url"}`},
		{template.LocationRequest{}, `{"type":"location_request"}`},
		{template.Flow{}, `{"type":"flow"}`},
		{template.Product{}, `{"type":"product"}`},
		{template.ProductList{Sections: make([]template.ProductSection, 1)}, `{"type":"product_list","sections":[{"product_ids":[]}]}`},
		{template.ProductCarousel{}, `{"type":"product_carousel","product_ids":[]}`},
		{template.Catalogue{}, `{"type":"catalogue"}`},
		{template.Address{}, `{"type":"address"}`},
		{template.Address{Saved: make([]template.SavedAddress, 1)}, `{"type":"address","saved_addresses":[{"id":""}]}`},
		{template.Carousel{Cards: make([]template.MediaCard, 1)}, `{"type":"carousel","cards":[{}]}`},
		{template.ContactRequest{}, `{"type":"contact_request"}`},
	} {
		if got, err := tt.m.AppendJSON([]byte("x")); err != nil || string(got) != "x"+tt.want {
			t.Errorf("%s, want %s: %v", got, tt.want, err)
		}
	}
}

// TestMessagebirdArrayOfButtons: a peer's field is one button where JSON has an
// array of them.
func TestMessagebirdArrayOfButtons(t *testing.T) {
	var m template.ReplyButtons
	if err := json.Unmarshal([]byte(interactiveJSON[0]), &m); err != nil || len(m.Buttons) != 3 || m.Buttons[2].ID != "call" {
		t.Errorf("%v, %+v", err, m)
	}
}

// TestPiusalfredEmptyHeader: a peer writes an empty header object where there is
// no header.
func TestPiusalfredEmptyHeader(t *testing.T) {
	m := times()
	m.Header, m.Footer = nil, ""
	b, err := json.Marshal(m)
	if err != nil || strings.Contains(string(b), "header") || strings.Contains(string(b), "footer") {
		t.Errorf("%v: %s", err, b)
	}
}

// TestInfobipHiddenTitle: a peer tells only that there are four buttons, and not
// that one of them has a title that is too long.
func TestInfobipHiddenTitle(t *testing.T) {
	m := replies()
	m.Buttons = append(m.Buttons, template.Reply{ID: "d", Title: strings.Repeat("x", 30)})
	wantBrief(t, "", m.Check(template.CloudAPI()), "too_many /buttons; too_long /buttons/3/title")
}

// TestInfobipTwinIDs: a peer lets two reply buttons with one id pass.
func TestInfobipTwinIDs(t *testing.T) {
	m := replies()
	m.Buttons[2].ID = "yes"
	wantBrief(t, "", m.Check(template.CloudAPI()), "duplicate /buttons/2/id")
}

// TestWhatomateTitle: a peer cuts titles by bytes; ours are cut by characters,
// and only where they are too long.
func TestWhatomateTitle(t *testing.T) {
	m := replies()
	m.Buttons[0].Title = "Забронировать столик" // 20 characters
	if list := template.Suggest(m, template.Workspace()); list != nil || len(m.Check(template.Workspace())) != 0 {
		t.Errorf("%v, %s", m.Check(template.Workspace()), suggestions(list))
	}
	m.Buttons[0].Title = strings.Repeat("预", 21)
	want := `shorten /buttons/0/title "` + strings.Repeat("预", 20) + `"`
	if got := suggestions(template.Suggest(m, template.Workspace())); got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

// TestInfobipPayloadUnit: a peer counts the bytes of what comes back and the
// characters of what is shown.
func TestInfobipPayloadUnit(t *testing.T) {
	m := replies()
	m.Buttons[0].ID = strings.Repeat("é", 256)
	wantBrief(t, "", m.Check(template.CloudAPI()), "")
	m.Buttons[0].ID += "é"
	vs := m.Check(template.CloudAPI())
	wantBrief(t, "", vs, "too_long /buttons/0/id")
	if vs[0].Unit != decorum.CodePoints || vs[0].Actual != 257 {
		t.Errorf("%+v", vs[0])
	}
}

// TestPywaLiteralBraces: a peer's preview takes braces for its own.
func TestPywaLiteralBraces(t *testing.T) {
	m := replies()
	m.Body = "Use {code} {{1}} {0} %s $1"
	if got := m.Preview().Body; got.Text != m.Body || got.Parameters != nil {
		t.Errorf("%+v", got)
	}
	wantBrief(t, "", m.Check(template.CloudAPI()), "")
}
