package cloudapi_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/template"

	"github.com/decorum-go/decorum/whatsapp/cloudapi"
	"github.com/decorum-go/decorum/whatsapp/message"
)

// documented are the samples as the pages of Meta's Cloud API have such requests,
// written by hand: the type and its object.
var documented = map[string]string{
	"text":     `"type":"text","text":{"preview_url":true,"body":"Good morning \"Ann\"\n"}`,
	"image":    `"type":"image","image":{"link":"https://example.com/a.jpg","caption":"The Taj"}`,
	"document": `"type":"document","document":{"id":"1","filename":"a.pdf"}`,
	"audio":    `"type":"audio","audio":{"id":"1","voice":true}`,
	"location": `"type":"location","location":{"latitude":"37.4847","longitude":"-122.1473","name":"Meta"}`,
	"contacts": `"type":"contacts","contacts":[{"name":{"formatted_name":"Ann Lee","first_name":"Ann"},
		"phones":[{"phone":"+1 650 555 1234","wa_id":"16505551234","type":"WORK"}],"emails":[{"email":"ann@example.com","type":"WORK"}],
		"addresses":[{"city":"Menlo Park"}],"urls":[{"url":"https://example.com"}],"org":{"company":"Example"},"birthday":"2000-02-29"}]`,
	"reaction": `"type":"reaction","reaction":{"message_id":"wamid.1","emoji":"👍"}`,
	"buttons": `"type":"interactive","interactive":{"type":"button","header":{"type":"image","image":{"link":"https://example.com/a.jpg"}},
		"body":{"text":"Friday?"},"footer":{"text":"Shop"},"action":{"buttons":[
		{"type":"reply","reply":{"id":"yes","title":"Yes"}},{"type":"reply","reply":{"id":"no","title":"No"}}]}}`,
	"list": `"type":"interactive","interactive":{"type":"list","header":{"type":"text","text":"Delivery"},"body":{"text":"When?"},
		"action":{"button":"Choose","sections":[{"title":"Soon","rows":[{"id":"a","title":"Today","description":"Evening"}]}]}}`,
	"cta_url": `"type":"interactive","interactive":{"type":"cta_url","body":{"text":"See"},
		"action":{"name":"cta_url","parameters":{"display_text":"Open","url":"https://example.com"}}}`,
	"location_request": `"type":"interactive","interactive":{"type":"location_request_message","body":{"text":"Where are you?"},"action":{"name":"send_location"}}`,
	"contact_request":  `"type":"interactive","interactive":{"type":"request_contact_info","body":{"text":"Your number?"},"action":{"name":"request_contact_info"}}`,
	"flow": `"type":"interactive","interactive":{"type":"flow","body":{"text":"Book"},"action":{"name":"flow","parameters":{
		"flow_message_version":"3","flow_id":"123","flow_cta":"Open","flow_token":"t","flow_action":"navigate","flow_action_payload":{"screen":"FIRST"}}}}`,
	"product": `"type":"interactive","interactive":{"type":"product","body":{"text":"This"},"action":{"catalog_id":"1","product_retailer_id":"a"}}`,
	"product_list": `"type":"interactive","interactive":{"type":"product_list","header":{"type":"text","text":"New"},"body":{"text":"Look"},
		"action":{"catalog_id":"1","sections":[{"title":"All","product_items":[{"product_retailer_id":"a"},{"product_retailer_id":"b"}]}]}}`,
	"product_carousel": `"type":"interactive","interactive":{"type":"carousel","body":{"text":"Look"},"action":{"cards":[
		{"card_index":0,"type":"product","action":{"catalog_id":"1","product_retailer_id":"a"}},
		{"card_index":1,"type":"product","action":{"catalog_id":"1","product_retailer_id":"b"}}]}}`,
	"catalogue": `"type":"interactive","interactive":{"type":"catalog_message","body":{"text":"All"},
		"action":{"name":"catalog_message","parameters":{"thumbnail_product_retailer_id":"a"}}}`,
	"address": `"type":"interactive","interactive":{"type":"address_message","body":{"text":"Where to?"},"action":{"name":"address_message","parameters":{
		"country":"IN","values":{"city":"Pune"},"saved_addresses":[{"id":"1","value":{"city":"Goa"}}],"validation_errors":{"in_pin_code":"wrong"}}}}`,
	"carousel": `"type":"interactive","interactive":{"type":"carousel","body":{"text":"Look"},"action":{"cards":[
		{"card_index":0,"type":"cta_url","header":{"type":"image","image":{"link":"https://example.com/a.jpg"}},"body":{"text":"One"},
			"action":{"name":"cta_url","parameters":{"display_text":"Open","url":"https://example.com/1"}}},
		{"card_index":1,"type":"cta_url","header":{"type":"image","image":{"link":"https://example.com/a.jpg"}},"body":{"text":"Two"},
			"action":{"name":"cta_url","parameters":{"display_text":"Open","url":"https://example.com/2"}}}]}}`,
	"template": `"type":"template","template":{"name":"order_ready","language":{"code":"en_US"},"components":[
		{"type":"header","parameters":[{"type":"image","image":{"link":"https://example.com/a.jpg"}}]},
		{"type":"body","parameters":[{"type":"text","text":"Ann"},{"type":"text","text":"1042"}]},
		{"type":"button","sub_type":"url","index":1,"parameters":[{"type":"text","text":"1042"}]},
		{"type":"button","sub_type":"quick_reply","index":0,"parameters":[{"type":"payload","payload":"thanks"}]},
		{"type":"button","sub_type":"copy_code","index":2,"parameters":[{"type":"coupon_code","coupon_code":"SAVE"}]},
		{"type":"button","sub_type":"flow","index":3,"parameters":[{"type":"action","action":{"flow_token":"tok"}}]},
		{"type":"button","sub_type":"CATALOG","index":4,"parameters":[{"type":"action","action":{"thumbnail_product_retailer_id":"a"}}]}]}`,
	"template place": `"type":"template","template":{"name":"here","language":{"code":"en"},"components":[
		{"type":"header","parameters":[{"type":"location","location":{"latitude":"37.4847","longitude":"-122.1473","name":"Meta","address":"1 Hacker Way"}}]}]}`,
	"template named": `"type":"template","template":{"name":"hello","language":{"code":"en"},"components":[
		{"type":"header","parameters":[{"type":"text","text":"Hi"}]},
		{"type":"body","parameters":[{"type":"text","parameter_name":"name","text":"Ann"}]}]}`,
	"template code": `"type":"template","template":{"name":"code","language":{"code":"en"},"components":[
		{"type":"body","parameters":[{"type":"text","text":"123456"}]},
		{"type":"button","sub_type":"url","index":0,"parameters":[{"type":"text","text":"123456"}]}]}`,
	"template cards": `"type":"template","template":{"name":"cards","language":{"code":"en"},"components":[{"type":"carousel","cards":[
		{"card_index":0,"components":[{"type":"header","parameters":[{"type":"image","image":{"link":"https://example.com/a.jpg"}}]},
			{"type":"body","parameters":[{"type":"text","text":"One"}]},
			{"type":"button","sub_type":"url","index":0,"parameters":[{"type":"text","text":"1"}]}]},
		{"card_index":1,"components":[{"type":"header","parameters":[{"type":"image","image":{"link":"https://example.com/a.jpg"}}]},
			{"type":"body","parameters":[{"type":"text","text":"Two"}]},
			{"type":"button","sub_type":"url","index":0,"parameters":[{"type":"text","text":"2"}]}]}]}]}`,
}

// TestRequestsAreAsMetaDocumentsThem holds what is written against what was written
// by hand.
func TestRequestsAreAsMetaDocumentsThem(t *testing.T) {
	for name, m := range samples() {
		o := cloudapi.Options{LocalID: "m-1", ReplyTo: "wamid.0", Extra: `{"recipient_identity_key_hash":"h"}`}
		more := `"context":{"message_id":"wamid.0"},`
		if name == "reaction" {
			o.ReplyTo, more = "", ""
		}
		got, err := cloudapi.Encode(ann(), m, o)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		want := `{"messaging_product":"whatsapp","recipient_type":"individual","to":"+16505551234",` + more +
			`"biz_opaque_callback_data":"m-1","recipient_identity_key_hash":"h",` + documented[name] + `}`
		if diff := cmp.Diff(tree(t, []byte(want)), tree(t, got)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

// outside are requests of messages that the model does not have: payments, buttons
// that call, requests to be allowed to call, pins.
var outside = []string{
	`"type":"interactive","interactive":{"type":"order_details","header":{"type":"image","image":{"link":"https://example.com/a.jpg"}},"body":{"text":"Pay"},"footer":{"text":"f"},
		"action":{"name":"review_and_pay","parameters":{"reference_id":"r-1","type":"digital-goods","payment_settings":[{"type":"pix_dynamic_code","pix_dynamic_code":{"code":"c"}}],
		"currency":"BRL","total_amount":{"value":50000,"offset":100},"order":{"status":"pending","items":[{"retailer_id":"1","name":"Cake","amount":{"value":50000,"offset":100},"quantity":1}]}}}}`,
	`"type":"interactive","interactive":{"type":"order_status","body":{"text":"Paid"},"action":{"name":"review_order","parameters":{"reference_id":"r-1","order":{"status":"completed"}}}}`,
	`"type":"interactive","interactive":{"type":"voice_call","body":{"text":"Call us"},"action":{"name":"voice_call","parameters":{"display_text":"Call","ttl_minutes":100,"payload":"p"}}}`,
	`"type":"interactive","interactive":{"type":"call_permission_request","action":{"name":"call_permission_request"},"body":{"text":"May we call?"}}`,
	`"type":"pin","pin":{"type":"pin","message_id":"wamid.1","expiration_days":7}`,
	`"type":"template","template":{"name":"a","language":{"code":"en","policy":"deterministic"},"components":[
		{"type":"header","parameters":[{"type":"product","product":{"product_retailer_id":"1","catalog_id":"2"}}]},
		{"type":"body","parameters":[{"type":"currency","currency":{"fallback_value":"$1","code":"USD","amount_1000":1000}},{"type":"date_time","date_time":{"fallback_value":"now"}}]},
		{"type":"button","sub_type":"order_details","index":"0","parameters":[{"type":"action","action":{"order_details":{"reference_id":"r"}}}]},
		{"type":"button","sub_type":"voice_call","index":1,"parameters":[{"type":"payload","payload":"p"},{"type":"ttl_minutes","ttl_minutes":100}]}]}`,
}

// TestMessagesOutsideTheModelArePassed: they are read, warned of at most, written
// back as they were, and can be sent.
func TestMessagesOutsideTheModelArePassed(t *testing.T) {
	for _, members := range outside {
		body := `{"messaging_product":"whatsapp","recipient_type":"individual","to":"+16505551234",` + members + `}`
		q, err := cloudapi.DecodeRequest([]byte(body))
		if err != nil {
			t.Errorf("%s: %v", body, err)
			continue
		}
		for _, limits := range []message.Limits{message.CloudAPI(), message.Workspace()} {
			vs := q.Check(limits)
			if vs.HasErrors() {
				t.Errorf("%s: %v", body, vs)
			}
			resolveAll(t, body, []byte(body), vs)
		}
		again, err := q.AppendJSON(nil)
		if diff := cmp.Diff(tree(t, []byte(body)), tree(t, again)); diff != "" || err != nil {
			t.Errorf("%v (-want +got):\n%s", err, diff)
		}
		if _, unknown := q.Message.(message.Unknown); unknown {
			continue // of a type of its own, which Encode does not take
		}
		sent, err := cloudapi.Encode(ann(), q.Message, cloudapi.Options{})
		if diff := cmp.Diff(tree(t, []byte(body)), tree(t, sent)); diff != "" || err != nil {
			t.Errorf("%v (-want +got):\n%s", err, diff)
		}
	}
}

// What a notification brings is read from its request as it was given.
func TestArgumentsComeBack(t *testing.T) {
	for name, m := range samples() {
		s, _ := m.(message.Structured)
		f, ok := s.Structured.(template.Filled)
		if !ok {
			continue
		}
		body, err := cloudapi.Encode(ann(), m, cloudapi.Options{})
		if err != nil {
			t.Fatal(err)
		}
		q, err := cloudapi.DecodeRequest(body)
		if err != nil {
			t.Fatal(err)
		}
		read, _ := q.Message.(message.Structured)
		g, _ := read.Structured.(template.Filled)
		want := f.Arguments()
		if h, ok := f.Template().Header.(template.MediaHeader); ok && want.Media == (template.MediaHeader{}) {
			want.Media = h // which the template's own stands for
		}
		if name == "template code" {
			want.Buttons = []template.ButtonValue{{Button: 0, Value: "123456"}} // written from the body
		}
		if diff := cmp.Diff(want, g.Arguments(), cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

// A value for a button that the template does not have, or that takes none, is
// refused.
func TestValuesForNoButton(t *testing.T) {
	n := template.Notification{ID: "a", Language: "en", Body: "Hi.", Buttons: []template.Button{template.QuickReply{Text: "Yes"}, template.PhoneButton{Text: "Call"}}}
	for _, at := range []template.ButtonIndex{-1, 1, 2, 9, 99, 100} {
		m := message.Structured{Structured: n.Fill(template.Arguments{Buttons: []template.ButtonValue{{Button: at, Value: "a"}}})}
		if b, err := cloudapi.Encode(ann(), m, cloudapi.Options{}); !errors.Is(err, decorum.Unsupported) {
			t.Errorf("%d: %s, %v", at, b, err)
		}
	}
}

// A code is good for 1 to 90 minutes.
func TestMinutesOfACode(t *testing.T) {
	for minutes, want := range map[string]bool{"0": false, "1": true, "90": true, "91": false, "-1": false, `"90"`: true} {
		body := `{"name":"a","language":"en","category":"AUTHENTICATION","components":[{"type":"BODY","add_security_recommendation":true},` +
			`{"type":"FOOTER","code_expiration_minutes":` + minutes + `},{"type":"BUTTONS","buttons":[{"type":"OTP","otp_type":"COPY_CODE"}]}]}`
		d, err := cloudapi.DecodeTemplate([]byte(body))
		if err != nil {
			t.Fatal(err)
		}
		if vs := d.Lint(); vs.HasErrors() == want {
			t.Errorf("%s minutes: %v", minutes, vs)
		}
	}
}
