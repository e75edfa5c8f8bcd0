package cloudapi_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum/attachment"
	"github.com/decorum-go/decorum/location"
	"github.com/decorum-go/decorum/template"
	"github.com/decorum-go/decorum/whatsapp/cloudapi"
	"github.com/decorum-go/decorum/whatsapp/message"
)

// What a definition says is in the model, and not beside it.
func TestDefinitionsAreUnderstood(t *testing.T) {
	tests := []struct {
		definition string
		want       template.Notification
	}{
		{definitions[0], template.Notification{
			ID: "order_ready", Language: "en_US", Category: template.Utility, Header: template.TextHeader{Text: "Hi {{1}}"},
			Body: "Hello {{1}}, order {{2}} is ready.", Footer: "Shop",
			Buttons: []template.Button{
				template.QuickReply{Text: "Thanks"},
				template.URLButton{Text: "Track", URL: "https://example.com/{{1}}"},
				template.PhoneButton{Text: "Call", Number: "+15162837151"},
			},
			Examples: template.Arguments{
				Header: template.Positional("Ann"), Body: template.Positional("Ann", "1042"),
				Buttons: []template.ButtonValue{{Button: 1, Value: "https://example.com/1042"}},
			},
		}},
		{definitions[1], template.Notification{
			ID: "n", Language: "en", Category: template.Marketing, Body: "Dear {{name}}, yes.",
			Examples: template.Arguments{Body: template.Named(map[string]string{"name": "Ann"})},
		}},
		{definitions[3], template.Notification{
			ID: "l", Language: "en", Category: template.Marketing, Header: template.MediaHeader{Kind: attachment.Image},
			Offer: &template.Offer{Text: "Now!", Expires: true}, Body: "Good news.",
			Buttons: []template.Button{template.CopyCode{}, template.URLButton{Text: "Book", URL: "https://example.com"}},
			Examples: template.Arguments{
				Media:   template.MediaHeader{Kind: attachment.Image, ID: "4::a"},
				Buttons: []template.ButtonValue{{Button: 0, Value: "CARIBE25"}},
			},
		}},
	}
	for _, test := range tests {
		d, err := cloudapi.DecodeTemplate([]byte(test.definition))
		if diff := cmp.Diff(test.want, d.Notification); diff != "" || err != nil {
			t.Errorf("%v (-want +got):\n%s", err, diff)
		}
	}
}

// What a request brings for a template is in its arguments.
func TestComponentsAreUnderstood(t *testing.T) {
	tests := []struct {
		components string
		want       template.Arguments
	}{
		{
			`{"type":"header","parameters":[{"type":"location","location":{"latitude":"1","longitude":"2","name":"Shop"}}]},` +
				`{"type":"limited_time_offer","parameters":[{"type":"limited_time_offer","limited_time_offer":{"expiration_time_ms":1700000000123}}]}`,
			template.Arguments{
				Place: location.Place{Point: location.MustParse("1,2"), Name: "Shop"}, Expires: time.UnixMilli(1700000000123).UTC(),
			},
		},
		{
			`{"type":"HEADER","parameters":[{"type":"video","video":{"id":"7"}}]},{"type":"body","parameters":[{"type":"text","text":"a"}]}`,
			template.Arguments{Media: template.MediaHeader{Kind: attachment.Video, ID: "7"}, Body: template.Positional("a")},
		},
		{
			`{"type":"header","parameters":[{"type":"document","document":{"link":"https://e.com/a.pdf","filename":"a.pdf"}}]},` +
				`{"type":"button","sub_type":"FLOW","index":"2","parameters":[{"type":"action","action":{"flow_token":"t"}}]}`,
			template.Arguments{
				Media:   template.MediaHeader{Kind: attachment.Document, Link: "https://e.com/a.pdf", Name: "a.pdf"},
				Buttons: []template.ButtonValue{{Button: 2, Value: "t"}},
			},
		},
	}
	for _, test := range tests {
		q, err := cloudapi.DecodeRequest([]byte(`{"messaging_product":"whatsapp","to":"1",` + sent(`"name":"a",`, test.components) + `}`))
		if err != nil {
			t.Fatal(err)
		}
		f, ok := q.Message.(message.Structured).Structured.(template.Filled)
		if !ok {
			t.Fatalf("%T", q.Message)
		}
		if diff := cmp.Diff(test.want, f.Arguments()); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	}
}
