package cloudapi_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/attachment"
	"github.com/decorum-go/decorum/template"
	"github.com/decorum-go/decorum/whatsapp/cloudapi"
	"github.com/decorum-go/decorum/whatsapp/message"
)

// Every text and number of every message stands where its wire pointer says, with
// the same value.
func TestWirePointersLeadToTheValue(t *testing.T) {
	compared := 0
	for name, m := range samples() {
		own, err := m.MarshalJSON()
		if err != nil {
			t.Fatal(err)
		}
		body, err := cloudapi.Encode(ann(), m, cloudapi.Options{})
		if err != nil {
			t.Fatal(err)
		}
		var document, request any
		if json.Unmarshal(own, &document) != nil || json.Unmarshal(body, &request) != nil {
			t.Fatalf("%s: %s", name, own)
		}
		for pointer, value := range leaves("", document) {
			switch {
			case strings.HasSuffix(pointer, "/type"), strings.HasPrefix(pointer, "/structured/template/"), strings.HasPrefix(pointer, "/structured/text/"):
				continue // named otherwise, or WhatsApp's own
			}
			wire := cloudapi.WirePointer(m, pointer)
			if got, ok := leaves("", request)[wire]; !ok || fmt.Sprint(got) != fmt.Sprint(value) {
				t.Errorf("%s: %s is %v, %s is %v", name, pointer, value, wire, got)
			}
			compared++
		}
	}
	if compared < 90 {
		t.Errorf("only %d values were compared", compared)
	}
}

// leaves returns the texts, numbers and truths of a document by their pointers.
func leaves(at string, v any) map[string]any {
	found := map[string]any{}
	add := func(token string, v any) {
		for pointer, value := range leaves(at+decorum.JoinPointer(token), v) {
			found[pointer] = value
		}
	}
	switch v := v.(type) {
	case map[string]any:
		for name, value := range v {
			add(name, value)
		}
	case []any:
		for i, value := range v {
			add(fmt.Sprint(i), value)
		}
	default:
		found[at] = v
	}
	return found
}

// What has no value of its own is told at the nearest part that is there.
func TestWirePointersOfParts(t *testing.T) {
	all := samples()
	none := message.Structured{Structured: template.Notification{ID: "a", Language: "en", Body: "Hi {{1}}"}.Fill(template.Arguments{})}
	offer := message.Structured{Structured: template.Notification{
		ID: "a", Language: "en", Category: template.Marketing, Body: "Hi", Offer: &template.Offer{Text: "Sale", Expires: true},
	}.Fill(template.Arguments{Expires: time.Unix(1772442000, 0)})}
	tests := []struct {
		m          message.Message
		ours, want string
	}{
		{offer, "/structured/arguments/expires", "/template/components/0/parameters/0/limited_time_offer/expiration_time_ms"},
		{all["template place"], "/structured/arguments/place", "/template/components/0/parameters/0/location"},
		{all["template cards"], "/structured/arguments/cards", "/template/components"},
		{all["template"], "/structured/template", "/template/name"},
		{all["text"], "", "/text"},
		{all["text"], "no pointer", "no pointer"},
		{all["image"], "/type", "/type"},
		{all["image"], "", "/image"},
		{all["location"], "", "/location"},
		{all["contacts"], "/contacts", "/contacts"},
		{all["contacts"], "/contacts/0/organization", "/contacts/0/org"},
		{all["reaction"], "/target", "/reaction/message_id"},
		{all["buttons"], "", "/interactive"},
		{all["buttons"], "/structured/type", "/interactive/type"},
		{all["buttons"], "/structured/header", "/interactive/header"},
		{all["buttons"], "/structured/header/type", "/interactive/header/type"},
		{all["buttons"], "/structured/buttons", "/interactive/action/buttons"},
		{all["buttons"], "/structured/buttons/1", "/interactive/action/buttons/1"},
		{all["list"], "/structured/sections/0/rows", "/interactive/action/sections/0/rows"},
		{all["product_list"], "/structured/sections/0/product_ids", "/interactive/action/sections/0/product_items"},
		{all["product_list"], "/structured/sections/0", "/interactive/action/sections/0"},
		{all["product_carousel"], "/structured/product_ids", "/interactive/action/cards"},
		{all["carousel"], "/structured/cards", "/interactive/action/cards"},
		{all["carousel"], "/structured/cards/1/header", "/interactive/action/cards/1/header"},
		{all["carousel"], "/structured/cards/1/header/type", "/interactive/action/cards/1/header/type"},
		{all["carousel"], "/structured/cards/7/label", "/interactive/action/cards/7/action/parameters/display_text"},
		{all["carousel"], "/structured/cards/2/header/id", "/interactive/action/cards/2/header/id"},
		{all["template cards"], "/structured/arguments/cards/2/media", "/template/name"},
		{all["flow"], "/structured/data", "/interactive/action/parameters/flow_action_payload/data"},
		{all["template"], "", "/template"},
		{all["template"], "/structured/template/id", "/template/name"},
		{all["template"], "/structured/template/language", "/template/language/code"},
		{all["template"], "/structured/template/buttons/2/text", "/template/name"},
		{all["template"], "/structured/text/body", "/template/components/1"},
		{all["template"], "/structured/text/urls/1", "/template/components/2/parameters/0/text"},
		{all["template"], "/structured/arguments/body/0", "/template/components/1/parameters/0/text"},
		{all["template"], "/structured/arguments/body/1", "/template/components/1/parameters/1/text"},
		{all["template named"], "/structured/arguments/header/0", "/template/components/0/parameters/0/text"},
		{all["template named"], "/structured/arguments/body/name", "/template/components/1/parameters/0/text"},
		{all["template named"], "/structured/arguments/body/0", "/template/components/1/parameters"},
		{all["template"], "/structured/arguments/body/7", "/template/components/1/parameters"},
		{all["template"], "/structured/arguments/buttons/9", "/template/components"},
		{all["template cards"], "/structured/text/cards/1/body", "/template/components/0/cards/1/components/1"},
		{all["template cards"], "/structured/arguments/cards/1/media/link", "/template/components/0/cards/1/components/0/parameters/0/image/link"},
		{all["template cards"], "/structured/arguments/cards/9", "/template/name"},
		{none, "/structured/arguments/body/0", "/template"},
		{message.Structured{Structured: template.ProductCarousel{}}, "/structured/catalogue_id", "/interactive/action/cards"},
		{message.Structured{}, "/structured", "/type"},
		{message.Structured{Structured: template.UnknownStructured{Type: "x", Raw: `{}`}}, "/structured/type", "/interactive/type"},
		{message.Media{File: attachment.Document}, "/name", "/document/filename"},
		{message.Order{}, "/catalog_id", "/catalog_id"},
	}
	for _, test := range tests {
		if got := cloudapi.WirePointer(test.m, test.ours); got != test.want {
			t.Errorf("%T %s: %s, want %s", test.m, test.ours, got, test.want)
		}
	}
}
