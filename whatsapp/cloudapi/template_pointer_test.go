package cloudapi_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum/attachment"
	"github.com/decorum-go/decorum/template"
	"github.com/decorum-go/decorum/whatsapp/cloudapi"
	"github.com/decorum-go/decorum/whatsapp/message"
)

// What does not fit the definition of the template is told where it stands in the
// request, not merely in which component.
func TestWhatDoesNotFitTheTemplate(t *testing.T) {
	image := template.MediaHeader{Kind: attachment.Image}
	link := template.URLButton{Text: "Track", URL: "https://example.com/{{1}}"}
	for name, test := range map[string]struct {
		n                template.Notification
		components, want string
	}{
		"another kind of file": {
			template.Notification{Header: image, Body: "Hi."},
			`{"type":"header","parameters":[{"type":"document","document":{"id":"1"}}]}`,
			"error mismatch /template/components/0/parameters/0/type",
		},
		"both an id and a link": {
			template.Notification{Header: template.MediaHeader{Kind: attachment.Document}, Body: "Hi."},
			`{"type":"header","parameters":[{"type":"document","document":{"id":"1","link":"https://example.com/a.pdf","filename":"a"}}]}`,
			"error conflict /template/components/0/parameters/0/document/link",
		},
		"a file without a place for it": {
			template.Notification{Body: "Hi."},
			`{"type":"header","parameters":[{"type":"image","image":{"id":"1"}}]}`,
			"error unexpected /template/components/0/parameters/0/image",
		},
		"a place on no map": {
			template.Notification{Header: template.LocationHeader{}, Body: "Hi."},
			`{"type":"header","parameters":[{"type":"location","location":{"name":"Meta"}}]}`,
			"error required /template/components/0/parameters/0/location/latitude",
		},
		"a place that is not asked for": {
			template.Notification{Body: "Hi."},
			`{"type":"header","parameters":[{"type":"location","location":{"latitude":"1","longitude":"2"}}]}`,
			"error unexpected /template/components/0/parameters/0/location",
		},
		"a time that is not asked for": {
			template.Notification{Body: "Hi."},
			`{"type":"limited_time_offer","parameters":[{"type":"limited_time_offer","limited_time_offer":{"expiration_time_ms":1772442000000}}]}`,
			"error unexpected /template/components/0/parameters/0/limited_time_offer/expiration_time_ms",
		},
		"a text that grows too long": {
			template.Notification{Body: strings.Repeat("a", 1010) + " {{1}}."},
			`{"type":"body","parameters":[{"type":"text","text":"` + strings.Repeat("b", 20) + `"}]}`,
			"warning too_long /template/components/0",
		},
		"a header that grows too long": {
			template.Notification{Header: template.TextHeader{Text: strings.Repeat("a", 50) + "{{1}}"}, Body: "Hi."},
			`{"type":"header","parameters":[{"type":"text","text":"` + strings.Repeat("b", 20) + `"}]}`,
			"error too_long /template/components/0",
		},
		"an address that is none": {
			template.Notification{Body: "Hi.", Buttons: []template.Button{link}},
			`{"type":"button","sub_type":"url","index":0,"parameters":[{"type":"text","text":"a b"}]}`,
			"warning forbidden_character /template/components/0/parameters/0/text",
		},
	} {
		body := `{"messaging_product":"whatsapp","to":"+16505551234","type":"template","template":{"name":"a","language":{"code":"en"},"components":[` +
			test.components + `]}}`
		q, err := cloudapi.DecodeRequest([]byte(body))
		if err != nil {
			t.Fatal(err)
		}
		test.n.ID, test.n.Language = "a", "en"
		vs := q.WithTemplate(test.n).Check(message.CloudAPI())
		if diff := cmp.Diff(test.want, listed(vs)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
		resolveAll(t, name, []byte(body), vs)
		// The definition of another template is not asked.
		test.n.ID = "b"
		if vs := q.WithTemplate(test.n).Check(message.CloudAPI()); listed(vs) != listed(q.Check(message.CloudAPI())) {
			t.Errorf("%s: another template's definition tells %v", name, vs)
		}
	}
}
