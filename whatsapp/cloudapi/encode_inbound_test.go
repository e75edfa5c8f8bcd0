package cloudapi_test

import (
	"strings"
	"testing"

	"github.com/decorum-go/decorum/attachment"
	"github.com/decorum-go/decorum/location"
	"github.com/decorum-go/decorum/template"
	"github.com/decorum-go/decorum/whatsapp/cloudapi"
	"github.com/decorum-go/decorum/whatsapp/message"
)

// Meta refuses members that it does not know: what only comes in does not go out,
// and the name of a file goes with documents alone.
func TestWhatOnlyComesInDoesNotGoOut(t *testing.T) {
	photo := template.MediaHeader{Kind: attachment.Image, ID: "1", Name: "a.jpg"}
	paper := template.MediaHeader{Kind: attachment.Document, ID: "1", Name: "a.pdf"}
	buttons := []template.Reply{{ID: "a", Title: "A"}}
	tests := []struct {
		label string
		m     message.Message
		want  string
	}{
		{"a place", message.Location{Place: location.Place{Point: location.MustParse("1.5,2.5"), Name: "N", URL: "https://example.com"}}, `{"latitude":"1.5","longitude":"2.5","name":"N"}`},
		{"a card", message.Contacts{Cards: []message.Card{{Name: message.Name{Formatted: "Ann"}, Origin: "contact_request", VCard: "BEGIN:VCARD"}}}, `"contacts":[{"name":{"formatted_name":"Ann"}}]`},
		{"the header of an image", message.Structured{Structured: template.ReplyButtons{Header: photo, Body: "B", Buttons: buttons}}, `"header":{"type":"image","image":{"id":"1"}}`},
		{"the header of a document", message.Structured{Structured: template.ReplyButtons{Header: paper, Body: "B", Buttons: buttons}}, `"header":{"type":"document","document":{"id":"1","filename":"a.pdf"}}`},
		{
			"an image of a notification",
			message.Structured{Structured: template.Notification{ID: "n", Language: "en", Body: "B", Header: template.MediaHeader{Kind: attachment.Image}}.Fill(template.Arguments{Media: photo})},
			`"parameters":[{"type":"image","image":{"id":"1"}}]`,
		},
	}
	for _, test := range tests {
		body, err := cloudapi.Encode(ann(), test.m, cloudapi.Options{})
		if err != nil || !strings.Contains(string(body), test.want) {
			t.Errorf("%s: %s, %v", test.label, body, err)
		}
	}
}

// The same members in the request of somebody else are warned of, and kept.
func TestWhatOnlyComesInIsToldInRequests(t *testing.T) {
	const start = `{"messaging_product":"whatsapp","recipient_type":"individual","to":"+16505551234","type":`
	tests := []struct{ body, path string }{
		{start + `"location","location":{"latitude":"1.5","longitude":"2.5","url":"https://example.com"}}`, "/location/url"},
		{start + `"contacts","contacts":[{"name":{"formatted_name":"Ann","first_name":"Ann"},"origin":"other"}]}`, "/contacts/0/origin"},
		{start + `"contacts","contacts":[{"name":{"formatted_name":"Ann","first_name":"Ann"},"x":1,"vcard":"B"}]}`, "/contacts/0/vcard /contacts/0/x"},
		{start + `"interactive","interactive":{"type":"button","header":{"type":"image","image":{"id":"1","filename":"a.jpg"}},"body":{"text":"B"},` +
			`"action":{"buttons":[{"type":"reply","reply":{"id":"a","title":"A"}}]}}}`, "/interactive/header/image/filename"},
		{start + `"template","template":{"name":"n","language":{"code":"en"},"components":[{"type":"header","parameters":[{"type":"location",` +
			`"location":{"latitude":"1.5","longitude":"2.5","url":"https://example.com"}}]}]}}`, ""},
	}
	for _, test := range tests {
		q, err := cloudapi.DecodeRequest([]byte(test.body))
		vs := q.Check(message.CloudAPI())
		var paths []string
		for _, v := range vs {
			paths = append(paths, v.Path)
		}
		if err != nil || vs.HasErrors() || strings.Join(paths, " ") != test.path {
			t.Errorf("%s: %v, %v", test.path, vs, err)
		}
		again, err := q.AppendJSON(nil)
		if err != nil || printed(tree(t, again)) != printed(tree(t, []byte(test.body))) {
			t.Errorf("%s: %s, %v", test.path, again, err)
		}
	}
}

// Half of a coordinate is told, and kept.
func TestHalfOfACoordinateIsKept(t *testing.T) {
	body := `{"messaging_product":"whatsapp","to":"+16505551234","type":"template","template":{"name":"n","language":{"code":"en"},` +
		`"components":[{"type":"header","parameters":[{"type":"location","location":{"longitude":"2.5","name":"N"}}]}]}}`
	q, err := cloudapi.DecodeRequest([]byte(body))
	if vs := q.Check(message.CloudAPI()); err != nil || len(vs) != 1 || vs[0].Path != "/template/components/0/parameters/0/location/latitude" {
		t.Errorf("%v, %v", vs, err)
	}
	if again, err := q.AppendJSON(nil); err != nil || !strings.Contains(string(again), `"longitude":"2.5"`) {
		t.Errorf("%s, %v", again, err)
	}
}
