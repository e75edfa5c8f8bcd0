package cloudapi_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum/template"
	"github.com/decorum-go/decorum/whatsapp/cloudapi"
)

func TestTemplateLint(t *testing.T) {
	const head = `{"name":"a","language":"en","category":"UTILITY",`
	body := func(more string) string {
		return head + `"components":[{"type":"BODY","text":"Good morning, it is ready."}` + more + `]}`
	}
	named := func(header, body string) string {
		return head + `"components":[{"type":"HEADER","format":"TEXT","text":"Hi {{name}}","example":{"header_text_named_params":[` + header +
			`]}},{"type":"BODY","text":"Good morning, {{name}} and {{b}}, it is ready.","example":{"body_text_named_params":[{"param_name":"b","example":"Bob"}` + body + `]}}]}`
	}
	code := func(otp string) string {
		return `{"name":"a","language":"en","category":"AUTHENTICATION","components":[{"type":"BODY"},{"type":"BUTTONS","buttons":[{"type":"OTP",` + otp + `}]}]}`
	}
	const ann, blank = `{"param_name":"name","example":"Ann"}`, `{"param_name":"name","example":" "}`
	tests := []struct{ name, body, want string }{
		{"no name of a template", strings.Replace(body(``), `"a"`, `"Order Ready"`, 1), `error malformed /name`},
		{"no language", strings.Replace(body(``), `"language":"en",`, ``, 1), `error required /language`},
		{"no name", strings.Replace(body(``), `"name":"a",`, ``, 1), `error required /name`},
		{"several languages", strings.Replace(body(``), `"language":"en",`, `"languages":["en"],`, 1), ``},
		{"an edit, whose address names the template", strings.Replace(body(``), `"name":"a","language":"en",`, ``, 1), ``},
		{"format of an unknown name", `{"parameter_format":"roman",` + body(``)[1:], `error unknown /parameter_format`},
		{"a map with a text", body(`,{"type":"HEADER","format":"LOCATION","text":"x"}`), `warning unknown /components/1/format`},
		{
			"an offer beside a footer", strings.Replace(body(`,{"type":"LIMITED_TIME_OFFER","limited_time_offer":{"text":"`+strings.Repeat("a", 17)+`","has_expiration":true}},{"type":"FOOTER","text":"f"}`), "UTILITY", "MARKETING", 1),
			"error conflict /components/2/text\nerror required /components\nerror too_long /components/1/limited_time_offer/text",
		},
		{"named examples", named(ann, `,`+ann), ``},
		{"a blank named example", named(blank, `,`+blank), "error blank /components/0/example/header_text_named_params/0/example\nerror blank /components/1/example/body_text_named_params/1/example"},
		{"a named example that is missing", named(ann, ``), `error required /components/1/example/body_text_named_params`},
		{"code button of an unknown type", code(`"otp_type":"FOO"`), `error unknown /components/1/buttons/0/otp_type`},
		{"text of autofill", code(`"otp_type":"COPY_CODE","autofill_text":"` + strings.Repeat("a", 99) + `"`), `error too_long /components/1/buttons/0/autofill_text`},
		{"no app", code(`"otp_type":"ONE_TAP"`), `error required /components/1/buttons/0/supported_apps`},
		{"fine", body(``), ``},
		{"no body", head + `"components":[{"type":"FOOTER","text":"f"}]}`, `error required /components`},
		{"no components", head[:len(head)-1] + `}`, `error required /components`},
		{"misspelt", body(`,{"type":"FOOTER","txt":"f"}`), `warning unknown /components/1/txt`},
		{"component of no type", body(`,{"text":"f"}`), "warning unknown /components/1/text\nerror required /components/1/type"},
		{"footer with a variable", body(`,{"type":"footer","text":"f {{1}}"}`), `error unexpected /components/1/text`},
		{"number", body(`,{"type":"BUTTONS","buttons":[{"type":"PHONE_NUMBER","text":"Call","phone_number":"+1516283715112345678901"}]}`), "error too_long /components/1/buttons/0/phone_number\nwarning not_in_plan /components/1/buttons/0/phone_number"},
		{"example of an address", body(`,{"type":"BUTTONS","buttons":[{"type":"URL","text":"Go","url":"https://e.com/{{1}}"}]}`), `error required /components/1/buttons/0/example`},
		{"example of a file", body(`,{"type":"HEADER","format":"IMAGE"}`), `error required /components/1/example`},
		{"example of a header", body(`,{"type":"HEADER","format":"TEXT","text":"Hi {{1}}"}`), `error required /components/1/example`},
		{"button that is not known", body(`,{"type":"BUTTONS","buttons":[{"type":"MPM","text":"View"}]}`), `warning unknown /components/1/buttons/0/type`},
		{"header that is not known", body(`,{"type":"HEADER","format":"PRODUCT"}`), `warning unknown /components/1/format`},
		{"format", `{"parameter_format":"named",` + body(``)[1:], ``},
		{"positional, but named", `{"parameter_format":"positional",` + head[1:] + `"components":[{"type":"BODY","text":"Good morning, {{name}}, it is ready.","example":{"body_text_named_params":[{"param_name":"name","example":"Ann"}]}}]}`, `error mismatch /parameter_format`},
		{"minutes", `{"name":"a","language":"en","category":"AUTHENTICATION","components":[{"type":"BODY","add_security_recommendation":true},{"type":"FOOTER","code_expiration_minutes":91},{"type":"BUTTONS","buttons":[{"type":"OTP","otp_type":"COPY_CODE"}]}]}`, `error out_of_range /components/1/code_expiration_minutes`},
		{"app", `{"name":"a","language":"en","category":"AUTHENTICATION","components":[{"type":"BODY"},{"type":"BUTTONS","buttons":[{"type":"OTP","otp_type":"ONE_TAP","supported_apps":[{"package_name":"shop","signature_hash":"K8a/AINcGX7"}]}]}]}`, `error malformed /components/1/buttons/0/supported_apps/0/package_name`},
		{"app in the button", `{"name":"a","language":"en","category":"AUTHENTICATION","components":[{"type":"BODY"},{"type":"BUTTONS","buttons":[{"type":"OTP","otp_type":"ONE_TAP","package_name":"com.example.shop","signature_hash":"K8a"}]}]}`, `error malformed /components/1/buttons/0/signature_hash`},
		{"text of a card", head[:len(head)-9] + `MARKETING","components":[{"type":"BODY","text":"Look here."},{"type":"CAROUSEL","cards":[` + card(strings.Repeat("a", 161)) + `,` + card("b") + `]}]}`, `error too_long /components/1/cards/0/components/1/text`},
		{"one card", head[:len(head)-9] + `MARKETING","components":[{"type":"BODY","text":"Look here."},{"type":"CAROUSEL","cards":[` + card("b") + `]}]}`, `error too_few /components/1/cards`},
		{"two bodies", body(`,{"type":"body","text":"Good evening, it is ready."}`), `error conflict /components/1`},
		{"component that is not known", body(`,{"type":"FOOTR","text":"f"}`), "warning unknown /components/1/text\nwarning unknown /components/1/type"},
		{"two bodies of a card", head[:len(head)-9] + `MARKETING","components":[{"type":"BODY","text":"Look here."},{"type":"CAROUSEL","cards":[` + strings.Replace(card("b"), `},{"type":"BUTTONS"`, `},{"type":"BODY","text":"c"},{"type":"BUTTONS"`, 1) + `,` + card("b") + `]}]}`, `error conflict /components/1/cards/0/components/2`},
		{"example of a code", body(`,{"type":"BUTTONS","buttons":[{"type":"COPY_CODE","example":"ABCDEFGHIJKLMNOP"}]}`), `warning too_long /components/1/buttons/0/example`},
		{"wrong type", head + `"components":[{"type":"BODY","text":7}]}`, `error wrong_type /components/0/text`},
	}
	for _, test := range tests {
		d, err := cloudapi.DecodeTemplate([]byte(test.body))
		if err != nil {
			t.Errorf("%s: %v in %s", test.name, err, test.body)
			continue
		}
		vs := d.Lint()
		if diff := cmp.Diff(test.want, listed(vs)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
		resolveAll(t, test.name, []byte(test.body), vs)
		resolveAll(t, test.name, []byte(test.body), d.Check(template.Workspace()))
	}
}

func card(body string) string {
	return `{"components":[{"type":"HEADER","format":"IMAGE","example":{"header_handle":["4::a"]}},{"type":"BODY","text":"` + body + `"},{"type":"BUTTONS","buttons":[{"type":"QUICK_REPLY","text":"More"}]}]}`
}

// A definition that is written and read again is the same.
func TestDefinitionsComeBack(t *testing.T) {
	for _, definition := range definitions {
		d, err := cloudapi.DecodeTemplate([]byte(definition))
		if err != nil {
			continue
		}
		body, err := cloudapi.EncodeTemplate(d.Notification)
		if err != nil {
			t.Errorf("%s: %v", definition, err)
			continue
		}
		again, err := cloudapi.DecodeTemplate(body)
		if err != nil {
			t.Errorf("%s: %v", body, err)
			continue
		}
		if diff := cmp.Diff(d.Notification, again.Notification); diff != "" {
			t.Errorf("%s (-want +got):\n%s", definition, diff)
		}
	}
}

// The model's own JSON keeps what Meta's has beside it.
func TestDefinitionsSurviveTheModelsJSON(t *testing.T) {
	for _, definition := range definitions {
		d, err := cloudapi.DecodeTemplate([]byte(definition))
		if err != nil {
			continue
		}
		own, err := d.Notification.MarshalJSON()
		if err != nil {
			t.Fatal(err)
		}
		var n template.Notification
		if err := n.UnmarshalJSON(own); err != nil {
			t.Fatal(err)
		}
		want, err := cloudapi.EncodeTemplate(d.Notification)
		if err != nil {
			t.Fatal(err)
		}
		got, err := cloudapi.EncodeTemplate(n)
		if diff := cmp.Diff(string(want), string(got)); diff != "" || err != nil {
			t.Errorf("%v (-want +got):\n%s", err, diff)
		}
	}
}
