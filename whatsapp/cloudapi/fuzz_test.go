package cloudapi_test

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/whatsapp/cloudapi"
	"github.com/decorum-go/decorum/whatsapp/message"
)

// Whatever comes in: no panic; every fault points into the body; what is kept can
// be stored, and comes back as it was; and each item alone, put into a body of its
// own, is decoded as it was among the others.
func FuzzDecode(f *testing.F) {
	for _, seed := range [][]byte{
		textWebhook(), webhook(4, func(i int) string { return `"type":"location","location":{"latitude":"` + strings.Repeat("9", i) + `","longitude":1}` }),
		statusesWebhook(2), inbound(`"type":"interactive","interactive":{"type":"list_reply","list_reply":{"id":"y","title":"Yes","x":1}}`),
		inbound(`"type":"edit","edit":{"original_message_id":"wamid.0","message":{"type":"text","text":{"body":"Hello"},"context":{"id":"M0"}}}`),
		inbound(`"type":"unsupported","unsupported":{"type":"poll"},"errors":[{"code":131051,"error_data":{"details":"D"}}]`),
		inbound(`"type":"order","order":{"catalog_id":"53","product_items":[{"product_retailer_id":"s","quantity":2,"item_price":12.50}]}`),
		inbound(`"type":"contacts","contacts":[{"name":{"formatted_name":"Ann"},"phones":[{"wa_id":"none"}],"org":{}}]`),
		conversation("history", `"history":[{"metadata":{"phase":0},"threads":[{"id":"5491155551234","messages":[{"from":"1","id":"w","timestamp":"1","type":"media_placeholder"}]}]}]`),
		conversation("calls", `"calls":[{"from":"5491155551234","to":"15550783881","id":"wacid.1","event":"connect","direction":"USER_INITIATED","status":["A"]}]`),
		conversation("user_preferences", `"user_preferences":[{"wa_id":"5491155551234","category":"marketing_messages","value":"stop"}]`),
		change("message_template_status_update", `{"event":"REJECTED","reason":null,"other_info":{"title":"T"}}`),
		change("account_update", `{"event":"E","restriction_info":[{"expiration":"x"}]}`),
		[]byte(`{"messages":[{"from":"5491155551234","id":"ABG1","timestamp":"1","type":"voice","voice":{"id":"b1"}}]}`),
		[]byte(`{"entry":[{"changes":[{"value":{"decision":7},"field":"account_review_update"}]}]}`),
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		notices, err := cloudapi.Decode(body)
		for v := range decorum.All(err) {
			if utf8.Valid(body) && json.Valid(body) && v.Code != decorum.Truncated && v.Code != decorum.Duplicate {
				resolves(t, "fuzz", body, v)
			}
		}
		for n := range notices.All() {
			if !strings.Contains(string(body), n.Raw()) {
				t.Errorf("%T: %q is none of the body", n, n.Raw())
			}
			_ = n.Conversation()
			if command, ok := n.Command(at); ok && !command.When().Equal(at) {
				t.Errorf("%T: %v", n, command)
			}
			if m, ok := n.(*cloudapi.Received); ok {
				stores(t, m)
			}
		}
		again, err2 := cloudapi.Decode(body)
		if !reflect.DeepEqual(notices, again) || !reflect.DeepEqual(err, err2) {
			t.Errorf("decoded otherwise the second time")
		}
		alone(t, notices)
	})
}

// stores checks that a message survives being stored.
func stores(t *testing.T, m *cloudapi.Received) {
	t.Helper()
	content, err := m.Message.AppendJSON(nil)
	if err != nil {
		t.Fatalf("%v", err)
	}
	back, err := message.Unmarshal(content)
	if err != nil || !reflect.DeepEqual(back, m.Message) {
		t.Errorf("%#v became %#v (%v)", m.Message, back, err)
	}
	outside, err := m.Envelope().AppendJSON(nil)
	if err != nil {
		t.Fatalf("%v", err)
	}
	var e message.Envelope
	if err := json.Unmarshal(outside, &e); err != nil || e != m.Envelope() {
		t.Errorf("%+v became %+v (%v)", m.Envelope(), e, err)
	}
}

// alone checks that what was kept of the first status is decoded as it was.
func alone(t *testing.T, notices cloudapi.Notices) {
	t.Helper()
	for n := range notices.All() {
		s, ok := n.(*cloudapi.Status)
		if !ok {
			continue
		}
		one, _ := cloudapi.Decode([]byte(`{"statuses":[` + s.Raw() + `]}`))
		for got := range one.All() {
			g, ok := got.(*cloudapi.Status)
			if !ok || g.WAMID != s.WAMID || g.Word != s.Word || g.Status != s.Status || g.LocalID != s.LocalID || g.Extra != s.Extra ||
				!reflect.DeepEqual(g.Faults, s.Faults) || g.Contact.WhatsAppID != s.Contact.WhatsAppID || g.Pricing != s.Pricing || g.Billing != s.Billing {
				t.Errorf("%+v alone is %+v", s, got)
			}
		}
		return
	}
}
