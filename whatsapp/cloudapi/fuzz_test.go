package cloudapi_test

import (
	"encoding/json"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/whatsapp"
	"github.com/decorum-go/decorum/whatsapp/cloudapi"
	"github.com/decorum-go/decorum/whatsapp/message"
)

// Whatever comes in: no panic; every fault points into the body; what is kept can
// be stored, and comes back as it was; and each item alone, put into a body of its
// own, is decoded as it was among the others.
func FuzzDecode(f *testing.F) {
	for _, seed := range [][]byte{
		textWebhook(), webhook(4, func(i int) string {
			return `"type":"location","location":{"latitude":"` + strings.Repeat("9", i) + `","longitude":1}`
		}),
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
	policy, err := whatsapp.NewPolicy(whatsapp.DefaultConfig())
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		store{}.handle(t, policy, body)
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
			findable(t, n.Conversation())
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

// findable checks that a conversation is the same as itself if it can be found, and
// that its keys can be taken apart.
func findable(t *testing.T, c cloudapi.Conversation) {
	t.Helper()
	keys := c.Keys()
	if c.Same(c) != (len(keys) > 0) {
		t.Errorf("%+v has the keys %v", c, keys)
	}
	for _, key := range keys {
		if strings.Count(string(key), "/") != 2 || strings.HasSuffix(string(key), "/") {
			t.Errorf("%+v has the key %q", c, key)
		}
	}
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

// Each member in turn is put to values that do not belong there.
func TestOddValuesHarmNothing(t *testing.T) {
	odd := []any{
		nil,
		[]any{},
		map[string]any{},
		-1, json.Number("1e400"), json.Number("99999999999999999999"), "", "x", true,
		json.RawMessage(`"\ud800"`), json.RawMessage(`{"a":1,"a":2}`),
		[]any{nil, 1, []any{}},
		map[string]any{"type": "text", "id": 1},
	}
	bodies := [][]byte{
		textWebhook(), statusesWebhook(1),
		inbound(`"type":"contacts","contacts":[{"name":{"formatted_name":"Ann"},"phones":[{"wa_id":"none"}],"emails":[{"email":"a"}],"addresses":[{"zip":"1"}],"urls":[{"url":"u"}],"org":{"title":"T"}}]`),
		inbound(`"type":"location","location":{"latitude":1,"longitude":2,"name":"N"},"context":{"id":"1","referred_product":{"catalog_id":"1"}},"referral":{"source_id":"1","welcome_message":{"text":"W"}}`),
		inbound(`"type":"interactive","interactive":{"type":"nfm_reply","nfm_reply":{"name":"flow","body":"Sent","response_json":"{}"}}`),
		inbound(`"type":"interactive","interactive":{"type":"call_permission_reply","call_permission_reply":{"response":"accept","expiration_timestamp":1}}`),
		inbound(`"type":"order","order":{"catalog_id":"53","product_items":[{"product_retailer_id":"s","quantity":2,"item_price":12.50}]}`),
		inbound(`"type":"edit","edit":{"original_message_id":"wamid.0","message":{"type":"text","text":{"body":"Hello"},"context":{"id":"M0"}}}`),
		inbound(`"type":"unsupported","unsupported":{"type":"poll"},"errors":[{"code":131051,"error_data":{"details":"D"}}]`),
		inbound(`"type":"system","system":{"type":"user_changed_number","body":"B","wa_id":"5491155559999"}`),
		conversation("history", `"history":[{"metadata":{"phase":0},"threads":[{"id":"5491155551234","messages":[{"from":"5491155551234","id":"w","timestamp":"1","type":"media_placeholder"}]}]}]`),
		conversation("calls", `"calls":[{"from":"5491155551234","to":"15550783881","id":"wacid.1","event":"connect","direction":"USER_INITIATED","status":["A"],"session":{"sdp":"v"}}]`),
		conversation("calls", `"statuses":[{"id":"wacid.1","type":"call","status":"RINGING","recipient_id":"5491155551234","biz_opaque_callback_data":"m"}]`),
		conversation("user_preferences", `"user_preferences":[{"wa_id":"5491155551234","category":"marketing_messages","value":"stop"}]`),
		conversation("user_id_update", `"user_id_update":[{"wa_id":"5491155551234","user_id":{"previous":"US.1","current":"US.2"}}]`),
		change("message_template_status_update", `{"event":"REJECTED","reason":null,"other_info":{"title":"T"}}`),
		change("account_update", `{"event":"E","restriction_info":[{"expiration":1}]}`),
	}
	tried := 0
	for _, body := range bodies {
		for _, mutant := range mutants(t, body, odd) {
			tried++
			notices, err := cloudapi.Decode(mutant)
			for v := range decorum.All(err) {
				resolves(t, string(mutant), mutant, v)
			}
			if notices.Len() == 0 {
				var whole struct{ Entry []any }
				if json.Unmarshal(mutant, &whole) == nil && len(whole.Entry) > 0 && err == nil {
					t.Errorf("nothing is left of %s", mutant)
				}
			}
			for n := range notices.All() {
				if m, ok := n.(*cloudapi.Received); ok {
					stores(t, m)
				}
			}
		}
	}
	if tried < 2000 {
		t.Errorf("only %d bodies were tried", tried)
	}
}

// mutants returns bodies in which each value in turn is an odd one.
func mutants(t *testing.T, body []byte, odd []any) (all [][]byte) {
	t.Helper()
	var document any
	if err := json.Unmarshal(body, &document); err != nil {
		t.Fatal(err)
	}
	var walk func(v any)
	put := func(set func(any), value any) {
		for _, other := range odd {
			set(other)
			data, err := json.Marshal(document)
			if err != nil {
				t.Fatal(err)
			}
			all = append(all, data)
		}
		set(value)
		walk(value)
	}
	walk = func(v any) {
		switch v := v.(type) {
		case map[string]any:
			for _, name := range slices.Sorted(maps.Keys(v)) {
				put(func(other any) { v[name] = other }, v[name])
			}
		case []any:
			for i := range v {
				put(func(other any) { v[i] = other }, v[i])
			}
		}
	}
	walk(document)
	return all
}
