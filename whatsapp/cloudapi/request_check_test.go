package cloudapi_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/attachment"
	"github.com/decorum-go/decorum/template"
	"github.com/decorum-go/decorum/whatsapp/cloudapi"
	"github.com/decorum-go/decorum/whatsapp/message"
)

// requestChecks are requests without their first members, and what is told.
var requestChecks = []struct{ name, body, want string }{
	{"fine", `"type":"text","text":{"body":"a"}`, ``},
	{"no type: a text", `"text":{"body":"a"}`, ``},
	{"nothing", `"context":{"message_id":"w"}`, `error required /type`},
	{"null", `"type":"text","text":null`, `error wrong_type /text`},
	{"no object", `"type":"image"`, `error required /image`},
	{"no object of an interactive message", `"type":"interactive"`, `error required /interactive`},
	{"object of another type", `"type":"image","video":{"id":"1"}`, "warning unknown /video\nerror required /image"},
	{"unknown type", `"type":"poll","poll":{"x":1}`, `warning unknown /type`},
	{"unknown type without an object", `"type":"poll"`, `warning unknown /type`},
	{"misspelt", `"type":"text","text":{"body":"a","preview":true}`, `warning unknown /text/preview`},
	{"misspelt of a file", `"type":"image","image":{"id":"1","captoin":"a"}`, `warning unknown /image/captoin`},
	{"misspelt of a reaction", `"type":"reaction","reaction":{"message_id":"w","emoji":"👍","emojis":"a"}`, `warning unknown /reaction/emojis`},
	{"no context", `"text":{"body":"a"},"context":null`, `error wrong_type /context`},
	{"empty context", `"text":{"body":"a"},"context":{}`, `error required /context/message_id`},
	{"reaction answering", `"type":"reaction","reaction":{"message_id":"w","emoji":"👍"},"context":{"message_id":"w"}`, `error conflict /context`},
	{"emoji escaped twice", `"type":"reaction","reaction":{"message_id":"w","emoji":"\\ud83d\\udc4d"}`, `warning recommended /reaction/emoji`},
	{"no emoji", `"type":"reaction","reaction":{"message_id":"w","emoji":"ab"}`, `error malformed /reaction/emoji`},
	{"recipient type", `"recipient_type":"crowd","text":{"body":"a"}`, `error unknown /recipient_type`},
	{"local id", `"biz_opaque_callback_data":"` + strings.Repeat("a", 513) + `","text":{"body":"a"}`, `error too_long /biz_opaque_callback_data`},
	{"text too long", `"text":{"body":"` + strings.Repeat("é", 4097) + `"}`, `error too_long /text/body`},
	{"latitude", `"type":"location","location":{"latitude":"91","longitude":"1"}`, `error out_of_range /location/latitude`},
	{"longitude missing", `"type":"location","location":{"latitude":"9"}`, `error required /location/longitude`},
	{"birthday", `"type":"contacts","contacts":[{"name":{"formatted_name":"A","first_name":"A"},"birthday":"1/2/2000"}]`, `error malformed /contacts/0/birthday`},
	{
		"misspelt on a card", `"type":"contacts","contacts":[{"name":{"formatted_name":"A","first_name":"A","nick":"a"},"phone":[],"phones":[{"fone":"1","wa_id":"x"}],"emails":[{"mail":"a"}],` +
			`"addresses":[{"town":"a"}],"urls":[{"uri":"a"}],"org":{"firm":"a"}}]`,
		"warning unknown /contacts/0/phone\nwarning unknown /contacts/0/name/nick\nwarning unknown /contacts/0/org/firm\nwarning unknown /contacts/0/phones/0/fone\n" +
			"warning malformed /contacts/0/phones/0/wa_id\nwarning unknown /contacts/0/emails/0/mail\nwarning unknown /contacts/0/addresses/0/town\nwarning unknown /contacts/0/urls/0/uri",
	},
	{"both files", `"type":"image","image":{"id":"1","link":"https://e.com/a.jpg"}`, `error conflict /image/link`},
	{"both in the header", button(`"header":{"type":"text","text":"a","image":{"id":"1"}}`), `error conflict /interactive/header/image`},
	{"header of no type", button(`"header":{"text":"a"}`), "warning unknown /interactive/header/text\nerror required /interactive/header/type"},
	{"header of an unknown type", button(`"header":{"type":"gif"}`), `error unknown /interactive/header/type`},
	{"footer without text", button(`"footer":{}`), `error required /interactive/footer/text`},
	{"upper case", `"type":"interactive","interactive":{"type":"BUTTON","body":{"text":"a"},"action":{"buttons":[{"type":"reply","reply":{"id":"1","title":"b"}}]}}`, `warning recommended /interactive/type`},
	{"button of no type", `"type":"interactive","interactive":{"type":"button","body":{"text":"a"},"action":{"buttons":[{"reply":{"id":"1","title":"b"}}]}}`, `error required /interactive/action/buttons/0/type`},
	{"button of another type", `"type":"interactive","interactive":{"type":"button","body":{"text":"a"},"action":{"buttons":[{"type":"url","reply":{"id":"1","title":"b"}}]}}`, `error mismatch /interactive/action/buttons/0/type`},
	{"no action", `"type":"interactive","interactive":{"type":"list","body":{"text":"a"}}`, "error required /interactive/action"},
	{"no type of an interactive message", `"type":"interactive","interactive":{"body":{"text":"a"}}`, "error required /interactive/type"},
	{"name of the action", `"type":"interactive","interactive":{"type":"cta_url","body":{"text":"a"},"action":{"name":"x","parameters":{"display_text":"b","url":"https://e.com"}}}`, `error mismatch /interactive/action/name`},
	{"no body", `"type":"interactive","interactive":{"type":"cta_url","action":{"name":"cta_url","parameters":{"display_text":"b","url":"ftp://e.com"}}}`, "error required /interactive/body\nerror unsupported /interactive/action/parameters/url"},
	{"a type that is not in the model", `"type":"interactive","interactive":{"type":"voice_call","body":{"text":"a"},"action":{"name":"voice_call"}}`, `warning unknown /interactive/type`},
	{"cards in another order", `"type":"interactive","interactive":{"type":"carousel","body":{"text":"a"},"action":{"cards":[{"card_index":1,"type":"product","action":{"catalog_id":"1","product_retailer_id":"a"}}]}}`, `warning unknown /interactive/type`},
	{
		"cards of both types", `"type":"interactive","interactive":{"type":"carousel","body":{"text":"a"},"action":{"cards":[` +
			`{"card_index":0,"type":"product","action":{"catalog_id":"1","product_retailer_id":"a"}},` +
			`{"card_index":1,"type":"cta_url","header":{"type":"image","image":{"id":"1"}},"action":{"name":"cta_url","parameters":{"display_text":"b","url":"https://e.com"}}}]}}`,
		"error mismatch /interactive/action/cards/1/type\nerror too_few /interactive/action/cards",
	},
	{"card without an index", `"type":"interactive","interactive":{"type":"carousel","body":{"text":"a"},"action":{"cards":[{"action":{}}]}}`, "error required /interactive/action/cards/0/card_index\nerror required /interactive/action/cards/0/type\nwarning unknown /interactive/type"},
	{"two cards at one place", carousel(``, `{"card_index":0,"type":"product","action":{"catalog_id":"1","product_retailer_id":"a"}},{"card_index":0,"type":"product","action":{"catalog_id":"1","product_retailer_id":"b"}}`), "error conflict /interactive/action/cards/1/card_index\nwarning unknown /interactive/type"},
	{"card at the eleventh place", carousel(``, `{"card_index":10,"type":"product","action":{"catalog_id":"1","product_retailer_id":"a"}}`), "error out_of_range /interactive/action/cards/0/card_index\nwarning unknown /interactive/type"},
	{"header of a carousel", carousel(`"header":{"type":"text","text":"h"},"footer":{"text":"f"},`, twoCards), "error unsupported /interactive/header\nerror unsupported /interactive/footer"},
	{"header of a product", `"type":"interactive","interactive":{"type":"product","header":{"type":"text","text":"h"},"body":{"text":"a"},"action":{"catalog_id":"1","product_retailer_id":"a"}}`, "error unsupported /interactive/header"},
	{"header of a request for the place", `"type":"interactive","interactive":{"type":"location_request_message","header":{"type":"text","text":"h"},"body":{"text":"a"},"footer":{"text":"f"},"action":{"name":"send_location"}}`, "warning unsupported /interactive/header\nwarning unsupported /interactive/footer"},
	{"template without a name", sent(``, ``), `error required /template/name`},
	{"template with no template's name", sent(`"name":"Order-Ready",`, ``), `warning malformed /template/name`},
	{"no language", `"type":"template","template":{"name":"a"}`, `error required /template/language`},
	{"language that WhatsApp lacks", `"type":"template","template":{"name":"a","language":{"code":"tlh"}}`, `warning unknown /template/language/code`},
	{"no name of a language", `"type":"template","template":{"name":"a","language":{"code":"e n"}}`, `warning malformed /template/language/code`},
	{"header without its file", sent(`"name":"a",`, `{"type":"header","parameters":[{"type":"image","image":{}}]}`), `error required /template/components/0/parameters/0/image`},
	{"header without its object", sent(`"name":"a",`, `{"type":"header","parameters":[{"type":"video"}]}`), `error required /template/components/0/parameters/0/video`},
	{"header with both files", sent(`"name":"a",`, `{"type":"header","parameters":[{"type":"image","image":{"id":"1","link":"https://e.com/a.jpg"}}]}`), `error conflict /template/components/0/parameters/0/image/link`},
	{"header without its place", sent(`"name":"a",`, `{"type":"header","parameters":[{"type":"location","location":{}}]}`), `error required /template/components/0/parameters/0/location/latitude`},
	{"header of a place on no map", sent(`"name":"a",`, `{"type":"header","parameters":[{"type":"location","location":{"name":"a"}}]}`), `error required /template/components/0/parameters/0/location/latitude`},
	{"header of half a place", sent(`"name":"a",`, `{"type":"header","parameters":[{"type":"location","location":{"longitude":1}}]}`), `error required /template/components/0/parameters/0/location/latitude`},
	{"second value", sent(`"name":"a",`, `{"type":"body","parameters":[{"type":"text","text":"a"},{"type":"text","text":"b\n"}]}`), `error forbidden_spacing /template/components/0/parameters/1/text`},
	{
		"values of a card", sent(`"name":"a",`, `{"type":"carousel","cards":[{"card_index":0,"components":[{"type":"header","parameters":[{"type":"image","image":{"id":"1","link":"https://e.com/a.jpg"}}]},`+
			`{"type":"button","sub_type":"quick_reply","index":"0","parameters":[{"type":"payload","payload":"`+strings.Repeat("a", 257)+`"}]}]},{"card_index":1,"components":[]}]}`),
		"error conflict /template/components/0/cards/0/components/0/parameters/0/image/link\nerror too_long /template/components/0/cards/0/components/1/parameters/0/payload",
	},
	{"line break in a value", sent(`"name":"a",`, `{"type":"body","parameters":[{"type":"text","text":"a\nb"}]}`), `error forbidden_spacing /template/components/0/parameters/0/text`},
	{"named value", sent(`"name":"a",`, `{"type":"body","parameters":[{"type":"text","parameter_name":"z","text":"y"},{"type":"text","parameter_name":"b","text":"a\tb"}]}`), `error forbidden_spacing /template/components/0/parameters/1/text`},
	{"blank value", sent(`"name":"a",`, `{"type":"header","parameters":[{"type":"text","text":" "}]}`), `error blank /template/components/0/parameters/0/text`},
	{"empty value", sent(`"name":"a",`, `{"type":"body","parameters":[{"type":"text","text":""}]}`), `error required /template/components/0/parameters/0/text`},
	{"long header", sent(`"name":"a",`, `{"type":"header","parameters":[{"type":"text","text":"`+strings.Repeat("a", 61)+`"}]}`), `error too_long /template/components/0/parameters/0/text`},
	{"long code", sent(`"name":"a",`, `{"type":"button","sub_type":"copy_code","index":0,"parameters":[{"type":"coupon_code","coupon_code":"`+strings.Repeat("a", 21)+`"}]}`), `error too_long /template/components/0/parameters/0/coupon_code`},
	{"payload", sent(`"name":"a",`, `{"type":"button","sub_type":"quick_reply","index":"0","parameters":[{"type":"payload","payload":"`+strings.Repeat("a", 257)+`"}]}`), `error too_long /template/components/0/parameters/0/payload`},
	{"code at its limit", sent(`"name":"a",`, code(15)), ``},
	{"code over what is advised", sent(`"name":"a",`, code(16)), `warning too_long /template/components/0/parameters/0/coupon_code`},
	{"code at most", sent(`"name":"a",`, code(20)), `warning too_long /template/components/0/parameters/0/coupon_code`},
	{"payload over what is advised", sent(`"name":"a",`, `{"type":"button","sub_type":"quick_reply","index":9,"parameters":[{"type":"payload","payload":"`+strings.Repeat("a", 129)+`"}]}`), `warning too_long /template/components/0/parameters/0/payload`},
	{"eleventh button", sent(`"name":"a",`, `{"type":"button","sub_type":"quick_reply","index":10,"parameters":[{"type":"payload","payload":"a"}]}`), `error out_of_range /template/components/0/index`},
	{"address without a value", sent(`"name":"a",`, `{"type":"button","sub_type":"url","index":0}`), `error required /template/components/0/parameters`},
	{"two values of a header", sent(`"name":"a",`, `{"type":"header","parameters":[{"type":"text","text":"a"},{"type":"text","text":"b"}]}`), `error too_many /template/components/0/parameters`},
	{"names and numbers", sent(`"name":"a",`, `{"type":"body","parameters":[{"type":"text","text":"a"},{"type":"text","parameter_name":"b","text":"b"}]}`), `error conflict /template/components/0/parameters/1`},
	{"one name twice", sent(`"name":"a",`, `{"type":"body","parameters":[{"type":"text","parameter_name":"b","text":"a"},{"type":"text","parameter_name":"b","text":"b"}]}`), `error conflict /template/components/0/parameters/1`},
	{"link of a header", sent(`"name":"a",`, `{"type":"header","parameters":[{"type":"image","image":{"link":"ftp://example.com/a.jpg"}}]}`), `error unsupported /template/components/0/parameters/0/image/link`},
	{"odd component", sent(`"name":"a",`, `{"type":"bdy","parameters":[{"type":"text","text":"a"}]}`), `warning unknown /template/components/0/type`},
	{"odd button", sent(`"name":"a",`, `{"type":"button","sub_type":"link","index":0,"parameters":[{"type":"text","text":"a"}]}`), `warning unknown /template/components/0/sub_type`},
	{"odd parameter", sent(`"name":"a",`, `{"type":"body","parameters":[{"type":"txt","text":"a"}]}`), `warning unknown /template/components/0/parameters/0/type`},
	{"reaction without an emoji", `"type":"reaction","reaction":{"message_id":"w"}`, `error required /reaction/emoji`},
	{"reaction taken back", `"type":"reaction","reaction":{"message_id":"w","emoji":""}`, ``},
	{"emoji of another type", `"type":"reaction","reaction":{"message_id":"w","emoji":1}`, `error wrong_type /reaction/emoji`},
	{"index", sent(`"name":"a",`, `{"type":"button","sub_type":"url","index":100,"parameters":[{"type":"text","text":"a"}]}`), `error out_of_range /template/components/0/index`},
	{"component of no type", sent(`"name":"a",`, `{"parameters":[]}`), `error required /template/components/0/type`},
	{"parameter of no type", sent(`"name":"a",`, `{"type":"body","parameters":[{"text":"a"}]}`), `error required /template/components/0/parameters/0/type`},
	{"one card", sent(`"name":"a",`, `{"type":"carousel","cards":[{"card_index":0,"components":[{"type":"body","parameters":[{"type":"text","text":"a\nb"}]}]}]}`), "error too_few /template/components/0/cards\nerror forbidden_spacing /template/components/0/cards/0/components/0/parameters/0/text"},
	{"components in an object", `"type":"template","template":{"name":"a","language":{"code":"en"},"components":{}}`, `warning wrong_type /template/components`},
	{"read and sent", `"status":"read","message_id":"w","text":{"body":"a"}`, `error unexpected /status`},
	{"id to be read, but not read", `"message_id":"w","text":{"body":"a"}`, `error unexpected /message_id`},
	{"typing, but not read", `"typing_indicator":{"type":"text"},"text":{"body":"a"}`, `error unexpected /typing_indicator`},
	{"twice", `"text":{"body":"a"},"text":{"body":"b"}`, `error duplicate /text`},
	{"half a surrogate pair", `"text":{"body":"\ud83d"}`, `error malformed /text/body`},
}

// Each member of a message refuses a request that marks one as read.
func TestReadOrSent(t *testing.T) {
	for _, member := range []string{
		`"recipient":"US.A"`, `"to":"+16505551234"`, `"recipient_type":"individual"`, `"context":{"message_id":"w"}`,
		`"biz_opaque_callback_data":"m"`, `"type":"text","text":{"body":"a"}`, `"type":"pin","pin":{}`,
	} {
		body := `{"messaging_product":"whatsapp","status":"read","message_id":"w",` + member + `}`
		q, err := cloudapi.DecodeRequest([]byte(body))
		if err != nil {
			t.Fatal(err)
		}
		if got := listed(q.Check(message.CloudAPI())); got != "error unexpected /status" {
			t.Errorf("%s: %s", body, got)
		}
	}
}

func code(length int) string {
	return `{"type":"button","sub_type":"copy_code","index":0,"parameters":[{"type":"coupon_code","coupon_code":"` + strings.Repeat("a", length) + `"}]}`
}

func button(header string) string {
	return `"type":"interactive","interactive":{"type":"button",` + header + `,"body":{"text":"a"},"action":{"buttons":[{"type":"reply","reply":{"id":"1","title":"b"}}]}}`
}

const twoCards = `{"card_index":0,"type":"product","action":{"catalog_id":"1","product_retailer_id":"a"}},` +
	`{"card_index":1,"type":"product","action":{"catalog_id":"1","product_retailer_id":"b"}}`

func carousel(head, cards string) string {
	return `"type":"interactive","interactive":{"type":"carousel",` + head + `"body":{"text":"a"},"action":{"cards":[` + cards + `]}}`
}

// What a message has no place for is told, and is there when it is written again.
func TestAHeaderThatHasNoPlaceIsKept(t *testing.T) {
	body := `{"messaging_product":"whatsapp","to":"+16505551234",` + carousel(`"header":{"type":"text","text":"h"},"footer":{"text":"f"},`, twoCards) + `}`
	q, err := cloudapi.DecodeRequest([]byte(body))
	if err != nil {
		t.Fatal(err)
	}
	again, err := q.AppendJSON(nil)
	if err != nil || printed(tree(t, again)) != printed(tree(t, []byte(body))) {
		t.Errorf("%s, %v", again, err)
	}
}

// A message of a later version, put into a request by hand, must not say what the
// request says.
func TestAMessageRepeatsNothingOfItsRequest(t *testing.T) {
	for raw, want := range map[string]bool{
		`{"type":"poll","poll":{"to":"a"}}`: true,
		`{"type":"poll","to":"a"}`:          false,
	} {
		q := cloudapi.Request{To: "+16505551234", Message: message.Unknown{Type: "poll", Raw: raw, Foreign: true}}
		if out, err := q.AppendJSON(nil); (err == nil) != want || !want && !errors.Is(err, decorum.Duplicate) {
			t.Errorf("%s: %s, %v", raw, out, err)
		}
	}
}

func sent(name, component string) string {
	return `"type":"template","template":{` + name + `"language":{"code":"en"},"components":[` + component + `]}`
}

func TestRequestCheck(t *testing.T) {
	for _, test := range requestChecks {
		body := `{"messaging_product":"whatsapp","to":"+16505551234",` + test.body + `}`
		q, err := cloudapi.DecodeRequest([]byte(body))
		if err != nil {
			t.Errorf("%s: %v", test.name, err)
			continue
		}
		vs := q.Check(message.CloudAPI())
		if diff := cmp.Diff(test.want, listed(vs)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
		resolveAll(t, test.name, []byte(body), vs)
	}
}

func listed(vs decorum.Violations) string {
	lines := make([]string, len(vs))
	for i, v := range vs {
		lines[i] = v.Severity.String() + " " + string(v.Code) + " " + v.Path
	}
	return strings.Join(lines, "\n")
}

func TestRequestsThatAreNone(t *testing.T) {
	for _, body := range []string{``, `[]`, `"a"`, `null`, `{`, `{"a":1} x`} {
		if q, err := cloudapi.DecodeRequest([]byte(body)); err == nil {
			t.Errorf("%q is %+v", body, q)
		}
		if d, err := cloudapi.DecodeTemplate([]byte(body)); err == nil {
			t.Errorf("%q is %+v", body, d)
		}
	}
	for body, want := range map[string]string{
		`{"to":"+16505551234","text":{"body":"a"}}`:                               "error required /messaging_product",
		`{"messaging_product":"sms","to":"+16505551234","text":{"body":"a"}}`:     "error mismatch /messaging_product",
		`{"messaging_product":"whatsapp","text":{"body":"a"}}`:                    "error required /to",
		`{"messaging_product":"whatsapp","recipient":"US.A","text":{"body":"a"}}`: "",
		`{"messaging_product":"whatsapp","status":"read","message_id":"w"}`:       "",
		`{"messaging_product":"whatsapp","status":"read"}`:                        "error required /message_id",
		`{"messaging_product":"whatsapp","status":"read","message_id":""}`:        "warning required /message_id",
		`{"messaging_product":"whatsapp","status":"read","message_id":7}`:         "error wrong_type /message_id",
		`{"messaging_product":"whatsapp","status":"seen","message_id":"w"}`:       "error mismatch /status",
		`{}`: "error required /messaging_product\nerror required /to\nerror required /type",
	} {
		q, err := cloudapi.DecodeRequest([]byte(body))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, listed(q.Check(message.CloudAPI()))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", body, diff)
		}
	}
}

func TestLogsOfRequestsTellNothingOfTheContent(t *testing.T) {
	q, err := cloudapi.DecodeRequest([]byte(`{"messaging_product":"whatsapp","to":"+16505551234","biz_opaque_callback_data":"m-1","text":{"body":"secret"}}`))
	if err != nil {
		t.Fatal(err)
	}
	if got, want := q.LogValue().String(), "[kind=text local_id=m-1 read=false]"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

// What a template asks for and the request does not bring is told by its name, at
// the list that should have it.
func TestWhatIsMissing(t *testing.T) {
	link := template.URLButton{Text: "Track", URL: "https://example.com/{{1}}"}
	for name, test := range map[string]struct {
		n                template.Notification
		components, want string
	}{
		"second value": {
			template.Notification{Body: "Hi {{1}}, {{2}}."},
			`[{"type":"body","parameters":[{"type":"text","text":"a"}]}]`,
			"/template/components/0/parameters: a value for {{2}}",
		},
		"all values": {
			template.Notification{Header: template.TextHeader{Text: "{{1}}"}, Body: "Hi {{1}}, {{2}}."},
			`[]`,
			"/template/components: a value for {{1}} of the header\n/template/components: a value for {{1}}\n/template/components: a value for {{2}}",
		},
		"a value by number beside named ones": {
			template.Notification{Header: template.TextHeader{Text: "{{1}}"}, Body: "Hi {{name}}."},
			`[{"type":"body","parameters":[{"type":"text","text":"a","parameter_name":"name"}]}]`,
			"/template/components: a value for {{1}} of the header",
		},
		"no components": {template.Notification{Body: "Hi {{1}}."}, ``, "/template/components: a value for {{1}}"},
		"named value": {
			template.Notification{Body: "Hi {{name}}, {{day}}."},
			`[{"type":"body","parameters":[{"type":"text","text":"a","parameter_name":"name"}]}]`,
			"/template/components/0/parameters: a value for {{day}}",
		},
		"button": {template.Notification{Body: "Hi.", Buttons: []template.Button{template.PhoneButton{Text: "Call", Number: "+16505551234"}, link}}, `[]`, "/template/components: a button component with index 1"},
		"file":   {template.Notification{Header: template.MediaHeader{Kind: attachment.Image}, Body: "Hi."}, `[]`, "/template/components: a header component"},
		"place":  {template.Notification{Header: template.LocationHeader{}, Body: "Hi."}, `[]`, "/template/components: a header component"},
		"time": {
			template.Notification{Category: template.Marketing, Body: "Hi.", Offer: &template.Offer{Text: "Now", Expires: true}},
			`[]`,
			"/template/components: a limited_time_offer component",
		},
		"card": {
			template.Notification{Body: "Hi.", Cards: []template.Card{
				{Header: template.MediaHeader{Kind: attachment.Image}, Body: "{{1}} {{2}}", Buttons: []template.Button{link}},
				{Header: template.MediaHeader{Kind: attachment.Image}, Body: "Two", Buttons: []template.Button{template.QuickReply{Text: "Yes"}}},
			}},
			`[{"type":"carousel","cards":[{"card_index":0,"components":[{"type":"body","parameters":[{"type":"text","text":"a"}]}]},
				{"card_index":1,"components":[{"type":"header","parameters":[{"type":"image","image":{"id":"1"}}]}]}]}]`,
			"/template/components/0/cards/0/components: a header component\n" +
				"/template/components/0/cards/0/components/0/parameters: a value for {{2}}\n" +
				"/template/components/0/cards/0/components: a button component with index 0",
		},
	} {
		body := `{"messaging_product":"whatsapp","to":"+16505551234","type":"template","template":{"name":"a","language":{"code":"en"}`
		if test.components != "" {
			body += `,"components":` + test.components
		}
		body += `}}`
		q, err := cloudapi.DecodeRequest([]byte(body))
		if err != nil {
			t.Fatal(err)
		}
		test.n.ID, test.n.Language = "a", "en"
		var got []string
		vs := q.WithTemplate(test.n).Check(message.CloudAPI())
		for _, v := range vs {
			if v.Code == decorum.Required {
				got = append(got, v.Path+": "+v.Want)
			}
		}
		if diff := cmp.Diff(test.want, strings.Join(got, "\n")); diff != "" {
			t.Errorf("%s (-want +got):\n%s\n%v", name, diff, vs)
		}
		resolveAll(t, name, []byte(body), vs)
	}
}

// What can be no recipient is told; only WhatsApp knows of the others.
func TestRecipientsThatCannotBe(t *testing.T) {
	for to, want := range map[string]string{
		`"to":"+16505551234"`: "", `"to":16505551234`: "", `"to":"+1 (650) 555-1234"`: "", `"to":"US.13491208655302741918"`: "",
		`"recipient":"US.13491208655302741918"`:           "",
		`"to":"any text","recipient_type":"group"`:        "",
		`"to":"1 650 555 1234"`:                           "warning ambiguous /to",
		`"to":"+"`:                                        "warning malformed /to",
		`"to":" "`:                                        "warning malformed /to",
		`"to":"PHONE_NUMBER"`:                             "warning malformed /to",
		`"to":"+1650555123412345678"`:                     "warning malformed /to",
		`"recipient":"a b"`:                               "warning malformed /recipient",
		`"to":"{{to}}","recipient":"US.1 2"`:              "warning malformed /to\nwarning malformed /recipient",
		`"to":"","recipient":""`:                          "error required /to",
		`"to":"","recipient":"","recipient_type":"group"`: "error required /to",
	} {
		q, err := cloudapi.DecodeRequest([]byte(`{"messaging_product":"whatsapp",` + to + `,"text":{"body":"a"}}`))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, listed(q.Check(message.CloudAPI()))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", to, diff)
		}
	}
}

// TestOtherBodiesAreBounded: what is no webhook is read up to 4 MB, 30 levels and
// 10,000 members or elements, an answer to a check of contacts up to MaxBody.
func TestOtherBodiesAreBounded(t *testing.T) {
	const most = 4 << 20
	decoders := []struct {
		name   string
		most   int
		decode func([]byte) error
	}{
		{"request", most, func(b []byte) error { _, err := cloudapi.DecodeRequest(b); return err }},
		{"template", most, func(b []byte) error { _, err := cloudapi.DecodeTemplate(b); return err }},
		{"result", most, func(b []byte) error { _, err := cloudapi.DecodeResult(b); return err }},
		{"contacts", cloudapi.MaxBody, func(b []byte) error { _, err := cloudapi.DecodeContacts(b); return err }},
	}
	body := func(inner string, length int) []byte {
		b := `{"id":"1","name":"n","type":"text","contacts":[],"extra":` + inner + `}`
		return []byte(b + strings.Repeat(" ", max(length-len(b), 0)))
	}
	levels := func(n int) string { return strings.Repeat("[", n) + strings.Repeat("]", n) }
	elements := func(n int) string { return "[" + strings.Repeat("1,", n-1) + "1]" }
	for _, d := range decoders {
		for _, c := range []struct {
			label string
			body  []byte
			code  decorum.Code
		}{
			{"as long as may be", body("1", d.most), ""},
			{"longer", body("1", d.most+1), decorum.TooLarge},
			{"as deep as may be", body(levels(29), 0), ""},
			{"deeper", body(levels(30), 0), decorum.TooDeep},
			{"as many as may be", body(elements(10_000), 0), ""},
			{"more", body(elements(10_001), 0), decorum.TooMany},
		} {
			if err := d.decode(c.body); c.code == "" && err != nil || c.code != "" && !errors.Is(err, c.code) {
				t.Errorf("%s, %s: %v", d.name, c.label, err)
			}
		}
	}
	if cloudapi.Detect([]byte(`{"to":"1"}`+strings.Repeat(" ", most))) != "" {
		t.Error("a body that is too long is looked at")
	}
}
