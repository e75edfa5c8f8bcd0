package template_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum/attachment"
	"github.com/decorum-go/decorum/template"
)

// TestFilledKeepsItsOwnMembers: what stands beside the definition and the arguments
// comes back, and the texts that they make are told with their addresses.
func TestFilledKeepsItsOwnMembers(t *testing.T) {
	want, err := calls().Fill(callArguments()).MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(want), `"text":{"body":"Come and see what is new this week.","urls":["","","https://shop.example/o/1042"]}`) {
		t.Errorf("without the addresses: %s", want)
	}
	more := strings.TrimSuffix(string(want), "}") + `,"of_the_host":{"a":1}}`
	var f template.Filled
	if err := f.UnmarshalJSON([]byte(more)); err != nil {
		t.Fatal(err)
	}
	got, err := f.MarshalJSON()
	if diff := cmp.Diff(more, string(got)); diff != "" || err != nil {
		t.Errorf("%v (-want +got):\n%s", err, diff)
	}
}

func TestButtonValuesAreReadInTheirOrder(t *testing.T) {
	var a template.Arguments
	if err := a.UnmarshalJSON([]byte(`{"buttons":{"10":"c","2":"b","0":"a"}}`)); err != nil {
		t.Fatal(err)
	}
	want := []template.ButtonValue{{Button: 0, Value: "a"}, {Button: 2, Value: "b"}, {Button: 10, Value: "c"}}
	if diff := cmp.Diff(want, a.Buttons); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestExpiryMinutesAreAWholeNumber(t *testing.T) {
	for minutes, ok := range map[string]bool{
		"90": true, "2147483647": true, "-2147483648": true, "2147483648": false, "-2147483649": false, "1.5": false,
	} {
		var n template.Notification
		err := n.UnmarshalJSON([]byte(`{"id":"a","language":"en","category":"authentication","authentication":{"expiry_minutes":` + minutes + `}}`))
		if (err == nil) != ok {
			t.Errorf("%s: %v", minutes, err)
		}
	}
}

// TestFlowsHaveAnyHeaderButAMap: what may stand there is told in full.
func TestFlowsHaveAnyHeaderButAMap(t *testing.T) {
	f := template.Flow{Body: "a", Label: "b", ID: "1"}
	for _, header := range []template.Header{nil, template.TextHeader{Text: "a"}, template.MediaHeader{Kind: attachment.Image, ID: "1"}} {
		f.Header = header
		wantBrief(t, "a header", f.Check(template.CloudAPI()), "")
	}
	f.Header = template.LocationHeader{}
	if vs := f.Check(template.CloudAPI()); len(vs) != 1 || vs[0].Path != "/header" || vs[0].Want != "text, image, video, document" {
		t.Errorf("a map: %v", vs)
	}
}
