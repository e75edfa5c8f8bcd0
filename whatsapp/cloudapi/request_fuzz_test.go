package cloudapi_test

import (
	"encoding/json"
	"strconv"
	"testing"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/template"
	"github.com/decorum-go/decorum/whatsapp/cloudapi"
	"github.com/decorum-go/decorum/whatsapp/message"
)

// FuzzRequest holds that reading and writing a request is a fixpoint, and that
// everything that is told of it is told at a place that it has.
func FuzzRequest(f *testing.F) {
	for _, m := range samples() {
		b, err := cloudapi.Encode(ann(), m, cloudapi.Options{LocalID: "m-1"})
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b)
	}
	for _, odd := range oddRequests {
		f.Add([]byte(odd))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		cloudapi.Detect(data)
		q, err := cloudapi.DecodeRequest(data)
		if err != nil {
			return
		}
		q.Identity()
		resolveAll(t, "request", data, q.Check(message.CloudAPI()))
		resolveAll(t, "request", data, q.Check(message.Workspace()))
		first, err := q.AppendJSON(nil)
		if err != nil {
			return
		}
		again, err := cloudapi.DecodeRequest(first)
		if err != nil {
			t.Fatalf("%v in %s", err, first)
		}
		second, err := again.AppendJSON(nil)
		if err != nil {
			t.Fatalf("%v of %s", err, first)
		}
		if string(first) != string(second) {
			t.Errorf("%s\nis written as\n%s", first, second)
		}
		mended, told := q.Mend(message.CloudAPI())
		resolveAll(t, "mended", data, told)
		if _, err := mended.AppendJSON(nil); err != nil {
			t.Errorf("mended: %v", err)
		}
	})
}

// oddRequests have parts that the model has no place for.
var oddRequests = []string{
	`{"messaging_product":"whatsapp","to":"1","type":"text","text":{"body":"a","x":1,"y":{"z":[]}},"w":null}`,
	`{"to":"1","text":{"body":""}}`,
	`{"to":"1","type":"sticker","sticker":{"id":"1","url":"https://a.example","sha256":"x","mime_type":"image/webp","animated":true,"filename":"a"}}`,
	`{"to":"1","type":"document","document":{"id":"1","sha256":"x","filename":"a.pdf"}}`,
	`{"recipient":"US.1","type":"interactive","interactive":{"type":"button","header":{"type":"image","text":"a","video":{"id":"1"},"document":{"id":"2"}},"action":{"buttons":[]}}}`,
	`{"status":"read","message_id":"wamid.1","typing_indicator":{"type":"text","x":1},"messaging_product":"whatsapp","y":2}`,
	`{"to":"1","type":"pin","pin":{"type":"pin"}}`,
	`{"to":"1","type":"location","location":{"latitude":"x","longitude":200}}`,
	`{"to":"1","type":"reaction","reaction":{"message_id":"w","emoji":"\\ud83d\\udc4d"}}`,
	`{"to":"1","type":"interactive","interactive":{"type":"BUTTON","body":{"text":"a","x":1},"action":{"buttons":[{"type":"reply","reply":{"id":"1","title":"a\tb","x":1},"y":2}],"z":3}}}`,
	`{"to":"1","type":"interactive","interactive":{"type":"order_details","body":{"text":"a"}}}`,
	`{"to":"1","type":"interactive","interactive":{"type":"address_message","body":{"text":"a"},"action":{"name":"address_message","parameters":{"country":"IN","values":{"1":"a"}}}}}`,
	`{"to":"1","type":"interactive","interactive":{"type":"button","header":{"type":"text","text":"a","image":{"id":"1"}},"action":{}}}`,
	`{"to":"1","type":"interactive","interactive":{"type":"carousel","body":{"text":"a"},"action":{"cards":[{"card_index":1,"type":"product","action":{}}]}}}`,
	`{"to":"1","type":"template","template":{"name":"a","language":{"code":"en","policy":"deterministic"},"namespace":"n","components":[{"type":"BODY","parameters":[{"type":"text","text":"a\nb"},{"type":"currency","currency":{"fallback_value":"1","code":"USD","amount_1000":1000}}]},{"type":"body","parameters":[{"type":"text","parameter_name":"b","text":"x"},{"type":"text","parameter_name":"a","text":"y\tz"}]},{"type":"button","sub_type":"url","index":"1","parameters":[{"type":"text","text":"a"}]},{"type":"button","sub_type":"order_details","index":0,"parameters":[{"type":"action","action":{"order_details":{}}}]}]}}`,
	`{"to":"1","type":"template","template":{"name":"a","language":{"code":"en"},"components":{"type":"body"}}}`,
	`{"to":"1","type":"template","template":{"name":"a","language":{"code":"en"},"components":[{"type":"carousel","cards":[{"card_index":0,"components":[{"type":"header","parameters":[{"type":"product","product":{}}]},{"type":"body","parameters":[{"type":"text","text":"a  \n b"}]}]}]}]}}`,
	`{"to":"1","type":"image"}`,
	`{"to":"1","context":{"message_id":"w","x":1,"y":2},"text":{"body":"a"}}`,
	`{"to":"1","type":"interactive","interactive":{"type":"flow","body":{"text":"a"},"action":{"name":"flow","parameters":{"flow_message_version":"3","flow_cta":"b","flow_id":"1","flow_action_payload":{"data":{"a":1},"x":2}}}}}`,
	`{"to":"1","type":"image","image":{"id":"1","mime_type":"image/png","filename":"a.png"}}`,
	`[]`, `{}`, `{"type":{}}`,
}

// FuzzTemplate holds the same of definitions of templates.
func FuzzTemplate(f *testing.F) {
	for _, definition := range definitions {
		f.Add([]byte(definition))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		d, err := cloudapi.DecodeTemplate(data)
		if err != nil {
			return
		}
		resolveAll(t, "check", data, d.Check(template.CloudAPI()))
		resolveAll(t, "lint", data, d.Lint())
		first, err := d.AppendJSON(nil)
		if err != nil {
			return
		}
		again, err := cloudapi.DecodeTemplate(first)
		if err != nil {
			t.Fatalf("%v in %s", err, first)
		}
		second, err := again.AppendJSON(nil)
		if err != nil {
			t.Fatalf("%v of %s", err, first)
		}
		if string(first) != string(second) {
			t.Errorf("%s\nis written as\n%s", first, second)
		}
	})
}

var definitions = []string{
	`{"name":"order_ready","language":"en_US","category":"UTILITY","components":[{"type":"HEADER","format":"TEXT","text":"Hi {{1}}","example":{"header_text":["Ann"]}},{"type":"BODY","text":"Hello {{1}}, order {{2}} is ready.","example":{"body_text":[["Ann","1042"]]}},{"type":"FOOTER","text":"Shop"},{"type":"BUTTONS","buttons":[{"type":"QUICK_REPLY","text":"Thanks"},{"type":"URL","text":"Track","url":"https://example.com/{{1}}","example":["https://example.com/1042"]},{"type":"PHONE_NUMBER","text":"Call","phone_number":"+15162837151"}]}]}`,
	`{"name":"n","language":"en","category":"marketing","parameter_format":"named","components":[{"type":"body","text":"Dear {{name}}, yes.","example":{"body_text_named_params":[{"param_name":"name","example":"Ann"}]}}]}`,
	`{"name":"c","language":"en","category":"AUTHENTICATION","message_send_ttl_seconds":60,"components":[{"type":"BODY","add_security_recommendation":true},{"type":"FOOTER","code_expiration_minutes":5},{"type":"BUTTONS","buttons":[{"type":"OTP","otp_type":"ONE_TAP","text":"Copy","autofill_text":"Fill","package_name":"com.example.shop","signature_hash":"K8a/AINcGX7"}]}]}`,
	`{"name":"l","language":"en","category":"marketing","components":[{"type":"header","format":"image","example":{"header_handle":["4::a"]}},{"type":"limited_time_offer","limited_time_offer":{"text":"Now!","has_expiration":true}},{"type":"body","text":"Good news."},{"type":"buttons","buttons":[{"type":"copy_code","example":"CARIBE25"},{"type":"url","text":"Book","url":"https://example.com"}]}]}`,
	`{"name":"k","language":"en","category":"marketing","components":[{"type":"body","text":"Look."},{"type":"carousel","cards":[{"components":[{"type":"header","format":"image","example":{"header_handle":["4::a"]}},{"type":"body","text":"One {{1}}.","example":{"body_text":[["a"]]}},{"type":"buttons","buttons":[{"type":"quick_reply","text":"More"}]}]},{"components":[{"type":"header","format":"product"},{"type":"buttons","buttons":[{"type":"spm","text":"View"}]}]}]}]}`,
	`{"name":"o","languages":["en"],"status":"APPROVED","components":[{"type":"BODY","text":"A {{1}} b","example":{"body_text":[["a"],["b"]],"x":1},"y":2},{"type":"BODY"},{"type":"call_permission_request"},{"type":"HEADER","text":"x","example":{"body_text":[["a"]]}},{"type":"FOOTER","text":"f","z":1},{"type":"BUTTONS","buttons":[{"type":"FLOW","text":"Go","flow_id":"1","x":1},{"type":"CATALOG","text":"c"},{"type":"COPY_CODE","example":["a","b"]}],"q":1}]}`,
	`{"name":"p","language":"en","components":[{"type":"CAROUSEL","cards":[{"components":[{"type":"BODY","text":"x"}]},{"components":[{"type":"HEADER","format":"VIDEO"}]}]}]}`,
	`{"name":"q","language":"en","components":[{"type":"BODY","text":"Dear {{n}}, yes.","example":{"body_text_named_params":[{"param_name":"n","example":"Ann","note":"x"}]}}]}`,
	`{"name":"r","language":"en","components":[{"type":"BODY","text":"Yes.","example":{"header_handle":["x"]}},{"type":"BUTTONS","buttons":[{"type":"COPY_CODE","example":["A"]}]}]}`,
	`{"name":"s","language":"en","components":[{"type":"HEADER","format":"IMAGE","example":{"header_url":["https://e.com/a.jpg"]}}]}`,
	`{"components":[{"type":"FOOTER","code_expiration_minutes":1}]}`,
	`{"components":[{"type":"BODY","add_security_recommendation":false}],"category":"authentication"}`,
	`{}`, `[]`,
}

// FuzzWirePointer holds that the place of whatever a check tells of is in the
// request that Encode makes, but for members that are missing.
func FuzzWirePointer(f *testing.F) {
	for _, m := range samples() {
		b, err := m.MarshalJSON()
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b)
	}
	for _, empty := range []string{"product_carousel", "carousel", "product_list", "list", "reply_buttons", "flow", "address", "notification"} {
		f.Add([]byte(`{"type":"structured","structured":{"type":"` + empty + `"}}`))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		m, err := message.Unmarshal(data)
		if err != nil {
			return
		}
		body, err := cloudapi.Encode(ann(), m, cloudapi.Options{})
		if err != nil {
			return
		}
		if !json.Valid(body) {
			t.Fatalf("no JSON: %s", body)
		}
		for _, v := range m.Check(message.CloudAPI()) {
			found(t, m, body, v)
		}
	})
}

// found holds that the place of a violation is in the request, as far as its
// lists go: members may be missing.
func found(t *testing.T, m message.Message, body []byte, v decorum.Violation) {
	t.Helper()
	var value any
	if err := json.Unmarshal(body, &value); err != nil {
		t.Fatal(err)
	}
	pointer := cloudapi.WirePointer(m, v.Path)
	tokens, err := decorum.SplitPointer(pointer)
	if err != nil {
		t.Fatalf("%s: %q is no pointer", v.Path, pointer)
	}
	for i, token := range tokens {
		switch in := value.(type) {
		case map[string]any:
			inner, ok := in[token]
			if !ok && i == 0 {
				t.Errorf("%s: %s is not in %s", v.Path, pointer, body)
			}
			if !ok {
				return
			}
			value = inner
		case []any:
			n, err := strconv.Atoi(token)
			if err != nil || n >= len(in) {
				t.Errorf("%s: %s is not in %s", v.Path, pointer, body)
				return
			}
			value = in[n]
		default:
			t.Errorf("%s: %s goes into a text of %s", v.Path, pointer, body)
			return
		}
	}
}
