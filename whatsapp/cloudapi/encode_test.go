package cloudapi_test

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/attachment"
	"github.com/decorum-go/decorum/location"
	"github.com/decorum-go/decorum/phone"
	"github.com/decorum-go/decorum/template"
	"github.com/decorum-go/decorum/whatsapp"
	"github.com/decorum-go/decorum/whatsapp/cloudapi"
	"github.com/decorum-go/decorum/whatsapp/identity"
	"github.com/decorum-go/decorum/whatsapp/message"
)

// Each message that can be sent comes back from its request as it was: what a
// request does not carry is the definition of a template alone.
func TestEverySampleComesBack(t *testing.T) {
	for name, m := range samples() {
		body, err := cloudapi.Encode(ann(), m, cloudapi.Options{LocalID: "m-1"})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if !json.Valid(body) {
			t.Errorf("%s: no JSON: %s", name, body)
		}
		q, err := cloudapi.DecodeRequest(body)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if vs := q.Check(message.CloudAPI()); len(vs) > 0 && !strings.HasPrefix(name, "reaction") {
			for _, v := range vs {
				if v.Severity == decorum.SeverityError {
					t.Errorf("%s: %v", name, v)
				}
			}
		}
		if i, ok := q.Identity(); !ok || i != ann() {
			t.Errorf("%s: sent to %v", name, i)
		}
		if q.LocalID != "m-1" {
			t.Errorf("%s: local id %q", name, q.LocalID)
		}
		again, err := q.AppendJSON(nil)
		if diff := cmp.Diff(string(body), string(again)); diff != "" || err != nil {
			t.Errorf("%s: %v (-want +got):\n%s", name, err, diff)
		}
		if !strings.HasPrefix(name, "template") && name != "flow" {
			if diff := cmp.Diff(m, q.Message); diff != "" {
				t.Errorf("%s (-want +got):\n%s", name, diff)
			}
		}
	}
}

func TestRecipients(t *testing.T) {
	number := phone.MustParse("+15162837151")
	user := identity.MustParseUserID("US.13491208655302741918")
	tests := map[string]struct {
		to    identity.Identity
		group string
		want  string
	}{
		"WhatsApp id": {to: identity.Identity{WhatsAppID: ann().WhatsAppID, Number: number, UserID: user}, want: `"recipient_type":"individual","to":"+16505551234"`},
		"number":      {to: identity.Identity{Number: number, UserID: user}, want: `"to":"+15162837151"`},
		"user id":     {to: identity.Identity{UserID: user}, want: `"recipient":"US.13491208655302741918"`},
		"older user id": {
			to: identity.Identity{UserID: identity.MustParseUserID("ABC123")}, want: `"to":"ABC123"`,
		},
		"group": {group: "Y2FwaV9ncm91cDo", want: `"recipient_type":"group","to":"Y2FwaV9ncm91cDo"`},
	}
	for name, test := range tests {
		body, err := cloudapi.Encode(test.to, message.Text{Body: "a"}, cloudapi.Options{GroupID: test.group})
		if err != nil || !strings.Contains(string(body), test.want) {
			t.Errorf("%s: %s, %v", name, body, err)
		}
		if test.group == "" {
			first := test.to.Addresses()[0]
			if !strings.Contains(string(body), `"`+string(first.Field)+`":"`+first.Value+`"`) {
				t.Errorf("%s: not addressed as identity has it, by %v: %s", name, first, body)
			}
		}
	}
}

func TestEncodeRefuses(t *testing.T) {
	text := message.Text{Body: "a"}
	tests := map[string]struct {
		to   identity.Identity
		m    message.Message
		o    cloudapi.Options
		code decorum.Code
		path string
	}{
		"nobody":             {identity.Identity{}, text, cloudapi.Options{}, decorum.Required, "/to"},
		"user name alone":    {identity.Identity{Username: identity.MustParseUsername("ann.lee")}, text, cloudapi.Options{}, decorum.Required, "/to"},
		"person and group":   {ann(), text, cloudapi.Options{GroupID: "g"}, decorum.Conflict, "/to"},
		"reaction answering": {ann(), message.Reaction{Target: "w", Emoji: "👍"}, cloudapi.Options{ReplyTo: "v"}, decorum.Conflict, "/context"},
		"local id":           {ann(), text, cloudapi.Options{LocalID: strings.Repeat("é", 513)}, decorum.TooLong, "/biz_opaque_callback_data"},
		"local id, UTF-8":    {ann(), text, cloudapi.Options{LocalID: "\xff"}, decorum.InvalidUTF8, "/biz_opaque_callback_data"},
		"UTF-8":              {ann(), message.Text{Body: "a\xff"}, cloudapi.Options{}, decorum.InvalidUTF8, "/text/body"},
		"nil":                {ann(), nil, cloudapi.Options{}, decorum.Unsupported, "/type"},
		"answer":             {ann(), message.Answer{}, cloudapi.Options{}, decorum.Unsupported, "/type"},
		"order":              {ann(), message.Order{}, cloudapi.Options{}, decorum.Unsupported, "/type"},
		"call":               {ann(), message.Call{}, cloudapi.Options{}, decorum.Unsupported, "/type"},
		"system":             {ann(), message.System{}, cloudapi.Options{}, decorum.Unsupported, "/type"},
		"welcome":            {ann(), message.WelcomeRequest{}, cloudapi.Options{}, decorum.Unsupported, "/type"},
		"edit":               {ann(), message.Edit{Target: "w"}, cloudapi.Options{}, decorum.Unsupported, "/type"},
		"deletion":           {ann(), message.Deletion{Target: "w"}, cloudapi.Options{}, decorum.Unsupported, "/type"},
		"unsupported":        {ann(), message.Unsupported{}, cloudapi.Options{}, decorum.Unsupported, "/type"},
		"unknown":            {ann(), message.Unknown{Raw: `{"type":"poll"}`, Foreign: true}, cloudapi.Options{}, decorum.Unsupported, "/type"},
		"file of no kind":    {ann(), message.Media{ID: "1"}, cloudapi.Options{}, decorum.Unsupported, "/type"},
		"no structure":       {ann(), message.Structured{}, cloudapi.Options{}, decorum.Unsupported, "/type"},
		"location header": {
			ann(),
			message.Structured{Structured: template.ReplyButtons{Header: template.LocationHeader{}}},
			cloudapi.Options{},
			decorum.Unsupported, "/interactive/header/type",
		},
		"value of a phone button": {
			ann(),
			message.Structured{Structured: template.Notification{ID: "a", Language: "en", Buttons: []template.Button{template.PhoneButton{}}}.Fill(
				template.Arguments{Buttons: []template.ButtonValue{{Button: 0, Value: "x"}}})},
			cloudapi.Options{},
			decorum.Unsupported, "/template/components",
		},
	}
	for name, test := range tests {
		dst := []byte("before")
		got, err := cloudapi.AppendRequest(dst, test.to, test.m, test.o)
		if string(got) != "before" {
			t.Errorf("%s: %s", name, got)
		}
		if !errors.Is(err, test.code) {
			t.Errorf("%s: %v", name, err)
			continue
		}
		for v := range decorum.All(err) {
			if v.Path != test.path {
				t.Errorf("%s: at %q", name, v.Path)
			}
		}
	}
	if _, err := cloudapi.Encode(ann(), text, cloudapi.Options{LocalID: strings.Repeat("é", 512)}); err != nil {
		t.Errorf("512 code points: %v", err)
	}
	if _, err := cloudapi.EncodeRead("", false); !errors.Is(err, decorum.Required) {
		t.Errorf("no message to read: %v", err)
	}
}

// Members of Meta's that the model does not have go where they came from.
func TestExtrasAreWritten(t *testing.T) {
	meta := func(members string) message.Extra { return message.Extra(`{"ours":1,"meta":{` + members + `}}`) }
	m := message.Structured{Structured: template.ReplyButtons{
		Header: template.MediaHeader{Kind: attachment.Image, ID: "1", Extra: meta(`"image":{"provider":{"name":"p"}}`)},
		Body:   "a", Buttons: []template.Reply{{ID: "1", Title: "b", Extra: meta(`"reply":{"x":1},"y":2`)}},
		Extra: meta(`"body":{"z":[1]},"action":{"w":true},"footer":{"v":0}`),
	}}
	body, err := cloudapi.Encode(ann(), m, cloudapi.Options{Extra: `{"recipient_identity_key_hash":"h","type":"other"}`})
	want := `{"messaging_product":"whatsapp","recipient_type":"individual","to":"+16505551234","type":"interactive","interactive":{` +
		`"type":"button","header":{"type":"image","image":{"id":"1","provider":{"name":"p"}}},"body":{"text":"a","z":[1]},` +
		`"action":{"buttons":[{"type":"reply","reply":{"id":"1","title":"b","x":1},"y":2}],"w":true},"footer":{"v":0}},"recipient_identity_key_hash":"h"}`
	if diff := cmp.Diff(want, string(body)); diff != "" || err != nil {
		t.Errorf("%v (-want +got):\n%s", err, diff)
	}
	for _, bad := range []message.Extra{`{`, `[1]`, `{"meta":{"a":}}`} {
		if _, err := cloudapi.Encode(ann(), message.Text{Body: "a"}, cloudapi.Options{Extra: bad}); bad != "[1]" && err == nil {
			t.Errorf("%s is written", bad)
		}
	}
}

func TestOptionsOfANotification(t *testing.T) {
	place := location.Place{Point: location.MustParse("1,2"), Name: "Shop"}
	offer := template.Notification{
		ID: "offer", Language: "en", Category: template.Marketing, Header: template.LocationHeader{}, Body: "Now!",
		Offer: &template.Offer{Text: "Now", Expires: true}, Buttons: []template.Button{template.FlowButton{Text: "Go", ID: "1"}},
	}.Fill(template.Arguments{Place: place, Expires: time.UnixMilli(1700000000123)})
	body, err := cloudapi.Encode(ann(), message.Structured{Structured: offer}, cloudapi.Options{})
	want := `"components":[{"type":"header","parameters":[{"type":"location","location":{"latitude":"1","longitude":"2","name":"Shop"}}]},` +
		`{"type":"limited_time_offer","parameters":[{"type":"limited_time_offer","limited_time_offer":{"expiration_time_ms":1700000000123}}]},` +
		`{"type":"button","sub_type":"flow","index":0,"parameters":[{"type":"action","action":{"flow_token":"unused"}}]}]`
	if err != nil || !strings.Contains(string(body), want) {
		t.Errorf("%v: %s", err, body)
	}
}

func TestGraphErrors(t *testing.T) {
	decode := func(body string) *cloudapi.GraphError {
		t.Helper()
		_, err := cloudapi.DecodeResult([]byte(body))
		var refused *cloudapi.GraphError
		if !errors.As(err, &refused) {
			t.Fatalf("%s: %v", body, err)
		}
		return refused
	}
	tests := []struct {
		body  string
		rule  decorum.Code
		retry bool
		text  string
	}{
		{`{"error":{"code":131047}}`, decorum.WindowClosed, false, "cloudapi: error 131047: Reply window closed"},
		{`{"error":{"code":130429,"message":"(#130429) Rate limit hit"}}`, "", true, "cloudapi: error 130429: Sent too fast"},
		{`{"error":{"code":100,"error_subcode":2388299}}`, decorum.AtEdge, false, "cloudapi: error 100/2388299: Variable at the edge"},
		{`{"error":{"code":100,"error_subcode":2494010}}`, decorum.Malformed, false, "cloudapi: error 100/2494010: Invalid parameter"},
		{`{"error":{"code":999999,"is_transient":true}}`, "", true, "cloudapi: error 999999"},
		{`{"error":{"code":999999,"message":"secret"}}`, "", false, "cloudapi: error 999999"},
	}
	for _, test := range tests {
		e := decode(test.body)
		if e.Error() != test.text || e.Retry() != test.retry || e.Advice().Violation != test.rule {
			t.Errorf("%s: %v, retry %v, rule %q", test.body, e, e.Retry(), e.Advice().Violation)
		}
		if test.rule != "" && (!errors.Is(e, test.rule) || errors.Is(e, decorum.TooDeep)) {
			t.Errorf("%s is not %s", test.body, test.rule)
		}
		if errors.Is(e, decorum.Code("")) {
			t.Errorf("%s is the empty code", test.body)
		}
	}
	var none *cloudapi.GraphError
	if none.Error() == "" || none.Is(decorum.TooLong) {
		t.Error("nil")
	}
	for _, bad := range []string{``, `[]`, `{}`, `{"messages":{}}`, `{"error":[]}`} {
		if _, err := cloudapi.DecodeResult([]byte(bad)); err == nil {
			t.Errorf("%s is an answer", bad)
		} else if e := (*decorum.Error)(nil); !errors.As(err, &e) {
			t.Errorf("%s: %v", bad, err)
		}
	}
}

func TestFlowPayload(t *testing.T) {
	for want, f := range map[string]template.Flow{
		`{"flow_message_version":"3","flow_id":"1","flow_cta":"b"}`:                                                     {},
		`{"flow_message_version":"4","flow_id":"1","flow_cta":"b"}`:                                                     {Version: "4"},
		`{"flow_message_version":"3","flow_id":"1","flow_cta":"b","flow_action_payload":{"data":{"a":1}}}`:              {Data: `{"a":1}`},
		`{"flow_message_version":"3","flow_id":"1","flow_cta":"b","flow_action_payload":{"screen":"S"}}`:                {Screen: "S"},
		`{"flow_message_version":"3","flow_id":"1","flow_cta":"b","flow_action_payload":{"screen":"S","data":{"a":1}}}`: {Screen: "S", Data: `{"a":1}`},
	} {
		f.ID, f.Label, f.Body = "1", "b", "a"
		body, err := cloudapi.Encode(ann(), message.Structured{Structured: f}, cloudapi.Options{})
		if err != nil || !strings.Contains(string(body), `"parameters":`+want+`}}`) {
			t.Errorf("%v: %s, want %s", err, body, want)
		}
	}
}

// What was sent, and what became of it, goes into the session.
func TestSessionTakesTheReports(t *testing.T) {
	s, err := cloudapi.DecodeResult([]byte(`{"messaging_product":"whatsapp","contacts":[{"input":"+5215512345678","wa_id":"525512345678","user_id":"MX.1"}],` +
		`"messages":[{"id":"wamid.1","message_status":"held_for_quality_assessment"}]}`))
	if err != nil {
		t.Fatal(err)
	}
	at := time.Unix(1, 0)
	if got, want := s.Report("m-1", at), (whatsapp.ReportAccepted{At: at, LocalID: "m-1", WAMID: "wamid.1"}); got != want {
		t.Errorf("%+v", got)
	}
	if !s.Messages[0].Held() || s.Identity().WhatsAppID.String() != "525512345678" || s.Identity().UserID.String() != "MX.1" {
		t.Errorf("%+v", s)
	}
	e := cloudapi.GraphError{Fault: message.Fault{Code: 131026}}
	if got, want := e.Report("m-1", at), (whatsapp.ReportFailed{At: at, LocalID: "m-1", Error: 131026}); got != want {
		t.Errorf("%+v", got)
	}
	if (cloudapi.SendResult{}).WAMID() != "" || !(cloudapi.SendResult{}).Identity().IsZero() {
		t.Error("the zero result")
	}
}

func TestRecipientsWithoutAPlus(t *testing.T) {
	for to, warned := range map[string]bool{
		"+1 (631) 555-1234": false, "16315551234": false, "(631) 555-1234": true, "1 (631) 555-1234": true, "US.ABC1": false,
	} {
		q, err := cloudapi.DecodeRequest([]byte(`{"messaging_product":"whatsapp","to":"` + to + `","text":{"body":"a"}}`))
		if err != nil {
			t.Fatal(err)
		}
		vs := q.Check(message.CloudAPI())
		if vs.Has(decorum.Ambiguous) != warned || vs.HasErrors() {
			t.Errorf("%s: %v", to, vs)
		}
	}
}

func TestRequestIdentity(t *testing.T) {
	tests := []struct {
		body string
		want identity.Identity
		ok   bool
	}{
		{`{"to":"+1 (650) 555-1234"}`, ann(), true},
		{`{"to":"US.ABC1"}`, identity.Identity{UserID: identity.MustParseUserID("US.ABC1")}, true},
		{`{"recipient":"US.ABC1"}`, identity.Identity{UserID: identity.MustParseUserID("US.ABC1")}, true},
		{`{"to":"16505551234","recipient":"US.ABC1"}`, identity.Identity{WhatsAppID: ann().WhatsAppID, UserID: identity.MustParseUserID("US.ABC1")}, true},
		{`{"to":"16505551234","recipient_type":"group"}`, identity.Identity{}, false},
		{`{"to":"<number>"}`, identity.Identity{}, false},
		{`{}`, identity.Identity{}, false},
	}
	for _, test := range tests {
		q, err := cloudapi.DecodeRequest([]byte(test.body))
		if err != nil {
			t.Fatal(err)
		}
		if got, ok := q.Identity(); ok != test.ok || ok && got != test.want {
			t.Errorf("%s: %+v, %v", test.body, got, ok)
		}
	}
}

// The address of a request that edits names the template.
func TestEditedTemplatesNeedNoName(t *testing.T) {
	edit := `{"category":"UTILITY","components":[{"type":"BODY","text":"Good morning, your order is ready."}]}`
	d, err := cloudapi.DecodeTemplate([]byte(edit))
	if err != nil {
		t.Fatal(err)
	}
	if vs := d.Lint(); len(vs) > 0 {
		t.Errorf("%v", vs)
	}
}

func TestMend(t *testing.T) {
	tests := []struct{ name, body, want string }{
		{
			"a notification's values",
			`{"messaging_product":"whatsapp","to":"1","type":"template","template":{"name":"a","language":{"code":"en"},"components":[` +
				`{"type":"header","parameters":[{"type":"text","text":"x\ty"}]},` +
				`{"type":"body","parameters":[{"type":"text","text":"a\nb"},{"type":"text","text":"fine"}]},` +
				`{"type":"button","sub_type":"url","index":0,"parameters":[{"type":"text","text":"a     b"}]},` +
				`{"type":"carousel","cards":[{"card_index":0,"components":[{"type":"body","parameters":[{"type":"text","text":"c\n"}]}]}]}]}}`,
			`{"messaging_product":"whatsapp","to":"1","type":"template","template":{"name":"a","language":{"code":"en"},"components":[` +
				`{"type":"header","parameters":[{"type":"text","text":"x y"}]},` +
				`{"type":"body","parameters":[{"type":"text","text":"a b"},{"type":"text","text":"fine"}]},` +
				`{"type":"button","sub_type":"url","index":0,"parameters":[{"type":"text","text":"a b"}]},` +
				`{"type":"carousel","cards":[{"card_index":0,"components":[{"type":"body","parameters":[{"type":"text","text":"c"}]}]}]}]}}`,
		},
		{
			"titles, and kinds in upper case",
			`{"messaging_product":"whatsapp","to":"1","type":"interactive","interactive":{"type":"LIST","body":{"text":"a"},"action":{"button":"b\tc","sections":[{"rows":[{"id":"1","title":"d\ne"},{"id":"2","title":"f\n\ng"}]}]}}}`,
			`{"messaging_product":"whatsapp","to":"1","type":"interactive","interactive":{"type":"list","body":{"text":"a"},"action":{"button":"b c","sections":[{"rows":[{"id":"1","title":"d e"},{"id":"2","title":"f g"}]}]}}}`,
		},
		{
			"an emoji",
			`{"messaging_product":"whatsapp","to":"1","type":"reaction","reaction":{"message_id":"w","emoji":"\\ud83d\\udc4d"}}`,
			`{"messaging_product":"whatsapp","to":"1","type":"reaction","reaction":{"message_id":"w","emoji":"👍"}}`,
		},
	}
	for _, test := range tests {
		q, err := cloudapi.DecodeRequest([]byte(test.body))
		if err != nil {
			t.Fatal(err)
		}
		mended, told := q.Mend(message.CloudAPI())
		resolveAll(t, test.name, []byte(test.body), told)
		got, err := mended.AppendJSON(nil)
		if diff := cmp.Diff(test.want, string(got)); diff != "" || err != nil {
			t.Errorf("%s: %v (-want +got):\n%s", test.name, err, diff)
		}
		if len(told) == 0 {
			t.Errorf("%s: nothing told", test.name)
		}
		again, err := cloudapi.DecodeRequest(got)
		if err != nil {
			t.Fatal(err)
		}
		if _, told := again.Mend(message.CloudAPI()); len(told) > 0 {
			t.Errorf("%s: still %v", test.name, told)
		}
	}
}
