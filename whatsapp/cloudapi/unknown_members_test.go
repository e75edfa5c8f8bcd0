package cloudapi_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/decorum-go/decorum/whatsapp/cloudapi"
)

// newer returns, for the place of each object of a body, the body with a member
// in that object which no version of this package knows.
func newer(t *testing.T, body []byte) map[string][]byte {
	t.Helper()
	decoder := json.NewDecoder(strings.NewReader(string(body)))
	decoder.UseNumber()
	var document any
	if err := decoder.Decode(&document); err != nil {
		t.Fatal(err)
	}
	all := map[string][]byte{}
	var walk func(place string, v any)
	walk = func(place string, v any) {
		switch v := v.(type) {
		case map[string]any:
			v["of_tomorrow"] = map[string]any{"a": 1}
			data, err := json.Marshal(document)
			if err != nil {
				t.Fatal(err)
			}
			all[place] = data
			delete(v, "of_tomorrow")
			for name, value := range v {
				walk(place+"/"+name, value)
			}
		case []any:
			for i, value := range v {
				walk(fmt.Sprint(place, "/", i), value)
			}
		}
	}
	walk("", document)
	return all
}

// TestMembersOfTomorrowAreKept: what Meta adds to any object of a webhook is in
// what is decoded of it.
func TestMembersOfTomorrowAreKept(t *testing.T) {
	check := func(t *testing.T, name string, body []byte) {
		t.Helper()
		for place, body := range newer(t, body) {
			if !strings.Contains(view(t, body), "of_tomorrow") {
				t.Errorf("%s: of %q it is lost", name, place)
			}
		}
	}
	check(t, "a text", textWebhook())
	check(t, "statuses", statusesWebhook(2))
	for _, members := range []string{
		`"type":"interactive","interactive":{"type":"button_reply","button_reply":{"id":"y","title":"Yes"}},"context":{"from":"5491155551234","id":"w"}`,
		`"type":"interactive","interactive":{"type":"nfm_reply","nfm_reply":{"name":"flow","body":"Sent","response_json":"{}"}}`,
		`"type":"interactive","interactive":{"type":"call_permission_reply","call_permission_reply":{"response":"accept"}}`,
		`"type":"button","button":{"payload":"p","text":"P"},"context":{"id":"w","referred_product":{"catalog_id":"1","product_retailer_id":"2"}}`,
		`"type":"contacts","contacts":[{"name":{"formatted_name":"Ann"},"phones":[{}],"emails":[{}],"urls":[{}],"addresses":[{}],"org":{}}]`,
		`"type":"order","order":{"catalog_id":"1","product_items":[{}]}`,
		`"type":"text","text":{"body":"Hi"},"referral":{"source_url":"https://a.example","welcome_message":{"text":"Hi"}}`,
	} {
		check(t, members, inbound(members))
	}
	t.Run("corpus", func(t *testing.T) {
		for file, body := range corpus(t, "webhooks", "webhooks_placeholders") {
			check(t, file, body)
		}
	})
}

// TestMembersOfTomorrowAreSent: what stands in any object of a request that is
// decoded stands in it when it is encoded once more.
func TestMembersOfTomorrowAreSent(t *testing.T) {
	check := func(t *testing.T, name string, body []byte) {
		t.Helper()
		for place, body := range newer(t, body) {
			var again []byte
			q, err := cloudapi.DecodeRequest(body)
			if err == nil {
				again, err = q.AppendJSON(nil)
			}
			if err != nil || !strings.Contains(string(again), "of_tomorrow") {
				t.Errorf("%s: of %q it is lost, %v:\n%s", name, place, err, again)
			}
		}
	}
	for name, m := range samples() {
		body, err := cloudapi.Encode(ann(), m, cloudapi.Options{LocalID: "m-1"})
		if err != nil {
			t.Fatal(err)
		}
		check(t, name, body)
	}
	t.Run("corpus", func(t *testing.T) {
		for file, body := range corpus(t, "outbound") {
			check(t, file, body)
		}
	})
}
