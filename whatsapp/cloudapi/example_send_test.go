package cloudapi_test

import (
	"errors"
	"fmt"
	"time"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/template"
	"github.com/decorum-go/decorum/whatsapp"
	"github.com/decorum-go/decorum/whatsapp/cloudapi"
	"github.com/decorum-go/decorum/whatsapp/identity"
	"github.com/decorum-go/decorum/whatsapp/message"
)

// A message is checked with the limits that hold, and then written.
func ExampleEncode() {
	to := identity.Identity{WhatsAppID: identity.MustParseWhatsAppID("16505551234")}
	m := message.Text{Body: "Your order is ready."}
	if err := m.Check(message.CloudAPI()).Err(); err != nil {
		fmt.Println(err)
		return
	}
	body, err := cloudapi.Encode(to, m, cloudapi.Options{LocalID: "m-42"})
	fmt.Println(string(body), err)
	// Output:
	// {"messaging_product":"whatsapp","recipient_type":"individual","to":"+16505551234","biz_opaque_callback_data":"m-42","type":"text","text":{"body":"Your order is ready."}} <nil>
}

func ExampleAppendRequest() {
	to := identity.Identity{UserID: identity.MustParseUserID("US.13491208655302741918")}
	m := message.Structured{Structured: template.ReplyButtons{
		Body:    "Shall we deliver on Friday?",
		Buttons: []template.Reply{{ID: "yes", Title: "Yes"}, {ID: "no", Title: "No"}},
	}}
	buffer := make([]byte, 0, 1024) // used again for the next request: nothing is allocated
	buffer, err := cloudapi.AppendRequest(buffer[:0], to, m, cloudapi.Options{})
	fmt.Println(string(buffer), err)

	_, err = cloudapi.AppendRequest(buffer[:0], to, message.Call{Event: message.CallConnect}, cloudapi.Options{})
	fmt.Println(err, errors.Is(err, decorum.Unsupported))
	// Output:
	// {"messaging_product":"whatsapp","recipient_type":"individual","recipient":"US.13491208655302741918","type":"interactive","interactive":{"type":"button","body":{"text":"Shall we deliver on Friday?"},"action":{"buttons":[{"type":"reply","reply":{"id":"yes","title":"Yes"}},{"type":"reply","reply":{"id":"no","title":"No"}}]}}} <nil>
	// /type: not supported here true
}

// A notification is sent with the values of its arguments alone: WhatsApp has the
// text.
func ExampleEncode_notification() {
	ready := template.Notification{
		ID: "shop@order_ready", Language: "en_US", Body: "Hello {{1}}, your order {{2}} is ready.",
		Buttons: []template.Button{template.URLButton{Text: "Track", URL: "https://example.com/{{1}}"}},
	}
	m := message.Structured{Structured: ready.Fill(template.Arguments{
		Body:    template.Positional("Ann", "1042"),
		Buttons: []template.ButtonValue{{Button: 0, Value: "1042"}},
	})}
	body, err := cloudapi.Encode(ann(), m, cloudapi.Options{})
	fmt.Println(string(body), err)
	// Output:
	// {"messaging_product":"whatsapp","recipient_type":"individual","to":"+16505551234","type":"template","template":{"name":"order_ready","language":{"code":"en_US"},"components":[{"type":"body","parameters":[{"type":"text","text":"Ann"},{"type":"text","text":"1042"}]},{"type":"button","sub_type":"url","index":0,"parameters":[{"type":"text","text":"1042"}]}]}} <nil>
}

// A host sends what waits in a session's outbox, and reports what came of it.
func ExampleEncodePending() {
	at := time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC)
	pending := whatsapp.Pending{LocalID: "m-42", ReplyTo: "wamid.0", Message: message.Text{Body: "Of course."}}
	body, err := cloudapi.EncodePending(ann(), pending)
	fmt.Println(string(body), err)

	answer := []byte(`{"messaging_product":"whatsapp","contacts":[{"input":"+16505551234","wa_id":"16505551234"}],"messages":[{"id":"wamid.1"}]}`)
	result, err := cloudapi.DecodeResult(answer)
	fmt.Printf("%+v %v\n", result.Report(pending.LocalID, at), err)
	// Output:
	// {"messaging_product":"whatsapp","recipient_type":"individual","to":"+16505551234","context":{"message_id":"wamid.0"},"biz_opaque_callback_data":"m-42","type":"text","text":{"body":"Of course."}} <nil>
	// {At:2026-11-22 09:00:00 +0000 UTC LocalID:m-42 WAMID:wamid.1} <nil>
}

func ExampleEncodeRequested() {
	e := whatsapp.SendRequested{LocalID: "m-1", Message: message.Reaction{Target: "wamid.0", Emoji: "👍"}}
	body, err := cloudapi.EncodeRequested(ann(), e)
	fmt.Println(string(body), err)
	// Output:
	// {"messaging_product":"whatsapp","recipient_type":"individual","to":"+16505551234","biz_opaque_callback_data":"m-1","type":"reaction","reaction":{"message_id":"wamid.0","emoji":"👍"}} <nil>
}

func ExampleEncodeRead() {
	body, err := cloudapi.EncodeRead("wamid.0", true)
	fmt.Println(string(body), err)
	// Output:
	// {"messaging_product":"whatsapp","status":"read","message_id":"wamid.0","typing_indicator":{"type":"text"}} <nil>
}

func ExampleDecodeResult() {
	body := []byte(`{"error":{"message":"(#131047) Re-engagement message","type":"OAuthException","code":131047,
		"error_data":{"messaging_product":"whatsapp","details":"More than 24 hours have passed"},"fbtrace_id":"A1"}}`)
	_, err := cloudapi.DecodeResult(body)
	fmt.Println(err)
	fmt.Println(errors.Is(err, decorum.WindowClosed))
	var refused *cloudapi.GraphError
	if errors.As(err, &refused) {
		fmt.Println(refused.Retry(), refused.Advice().Remedy)
		fmt.Println(refused.Report("m-42", time.Time{}).Error)
	}
	// Output:
	// cloudapi: error 131047: Reply window closed
	// true
	// false Send a notification instead; once the customer answers, any message may go.
	// 131047
}

// What a check tells of a message is found in the request by its wire pointer.
func ExampleWirePointer() {
	m := message.Structured{Structured: template.ReplyButtons{
		Body:    "Shall we deliver?",
		Buttons: []template.Reply{{ID: "a", Title: "Yes, on Friday afternoon"}, {ID: "b", Title: "No"}},
	}}
	for _, v := range m.Check(message.CloudAPI()) {
		fmt.Println(v.Path)
		fmt.Println(cloudapi.WirePointer(m, v.Path))
	}
	// Output:
	// /structured/buttons/0/title
	// /interactive/action/buttons/0/reply/title
}

// A request that somebody else wrote is checked where it stands.
func ExampleDecodeRequest() {
	body := []byte(`{"messaging_product":"whatsapp","to":"+1 (650) 555-1234","type":"interactive","interactive":{
		"type":"button","body":{"text":"Shall we deliver?"},"footr":{"text":"Shop"},
		"action":{"buttons":[{"type":"reply","reply":{"id":"a","title":"Yes,\ton Friday"}},{"type":"reply","reply":{"title":"No"}}]}}}`)
	q, err := cloudapi.DecodeRequest(body)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, v := range q.Check(message.CloudAPI()) {
		fmt.Println(v)
	}
	q, mended := q.Mend(message.CloudAPI())
	fmt.Println("mended:", mended)
	body, err = q.AppendJSON(nil)
	fmt.Println(string(body), err)
	// Output:
	// /interactive/footr: warning: not known
	// /interactive/action/buttons/0/reply/title: holds a new line, a tab or more than four spaces in a row; use single spaces (at byte 4)
	// /interactive/action/buttons/1/reply/id: missing; give a value
	// mended: [/interactive/action/buttons/0/reply/title: holds a new line, a tab or more than four spaces in a row; use single spaces (at byte 4)]
	// {"messaging_product":"whatsapp","to":"+1 (650) 555-1234","type":"interactive","interactive":{"type":"button","body":{"text":"Shall we deliver?"},"action":{"buttons":[{"type":"reply","reply":{"id":"a","title":"Yes, on Friday"}},{"type":"reply","reply":{"id":"","title":"No"}}]},"footr":{"text":"Shop"}}} <nil>
}

// With the definition of its template, the values of a notification are checked
// against it.
func ExampleRequest_WithTemplate() {
	q, err := cloudapi.DecodeRequest([]byte(`{"messaging_product":"whatsapp","to":"+16505551234","type":"template","template":{
		"name":"order_ready","language":{"code":"en"},
		"components":[{"type":"body","parameters":[{"type":"text","text":"Ann"}]}]}}`))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(q.Check(message.CloudAPI()))
	ready := template.Notification{ID: "order_ready", Language: "en", Body: "Hello {{1}}, your order {{2}} is ready."}
	fmt.Println(q.WithTemplate(ready).Check(message.CloudAPI()))
	// Output:
	// []
	// [/template/components/0/parameters: missing; give a value; want a value for {{2}}]
}

func ExampleDecodeTemplate() {
	body := []byte(`{"name":"order_ready","language":"en_US","category":"UTILITY","components":[
		{"type":"BODY","text":"{{1}}, your order {{2}} is ready at the shop.","example":{"body_text":[["Ann"]]}}]}`)
	t, err := cloudapi.DecodeTemplate(body)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, v := range t.Lint() {
		fmt.Println(v)
	}
	// Output:
	// /components/0/text: stands at the very beginning or end; put text around it (at byte 0)
	// /components/0/example/body_text/0: missing; give a value
}

func ExampleEncodeTemplate() {
	body, err := cloudapi.EncodeTemplate(template.Notification{
		ID: "order_ready", Language: "en_US", Category: template.Utility,
		Body:     "Hello {{1}}, your order is ready.",
		Buttons:  []template.Button{template.QuickReply{Text: "Thanks"}},
		Examples: template.Arguments{Body: template.Positional("Ann")},
	})
	fmt.Println(string(body), err)
	// Output:
	// {"name":"order_ready","language":"en_US","category":"UTILITY","components":[{"type":"BODY","text":"Hello {{1}}, your order is ready.","example":{"body_text":[["Ann"]]}},{"type":"BUTTONS","buttons":[{"type":"QUICK_REPLY","text":"Thanks"}]}]} <nil>
}

func ExampleDetect() {
	for _, body := range []string{
		`{"messaging_product":"whatsapp","to":"+16505551234","text":{"body":"Hello"}}`,
		`{"name":"order_ready","language":"en","components":[]}`,
		`{"object":"whatsapp_business_account","entry":[]}`,
		`{"error":{"code":100}}`,
		`[1]`,
	} {
		fmt.Printf("%q\n", cloudapi.Detect([]byte(body)))
	}
	// Output:
	// "send"
	// "template"
	// "webhook"
	// "response"
	// ""
}
