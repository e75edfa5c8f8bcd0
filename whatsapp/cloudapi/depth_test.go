package cloudapi_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/whatsapp/cloudapi"
)

// What is read is kept, however deep it is: the Extra that keeps it must not be too
// deep to be written.
func TestDepthLosesNothing(t *testing.T) {
	request := func(body string) (string, error) {
		q, err := cloudapi.DecodeRequest([]byte(body))
		if err != nil {
			return "", err
		}
		again, err := q.AppendJSON(nil)
		return string(again), errors.Unwrap(err)
	}
	definition := func(body string) (string, error) {
		d, err := cloudapi.DecodeTemplate([]byte(body))
		if err != nil {
			return "", err
		}
		again, err := d.AppendJSON(nil)
		return string(again), errors.Unwrap(err)
	}
	result := func(body string) (string, error) {
		s, err := cloudapi.DecodeResult([]byte(body))
		return string(s.Extra), err
	}
	contacts := func(body string) (string, error) {
		a, err := cloudapi.DecodeContacts([]byte(body))
		return string(a.Extra), err
	}
	const sent = `{"messaging_product":"whatsapp","to":"+16505551234","type":`
	for _, test := range []struct {
		read func(string) (string, error)
		body string
	}{
		{request, sent + `"text","text":{"body":"a"},"x":%s}`},
		{request, sent + `"text","text":{"body":"a","x":%s}}`},
		{request, sent + `"odd","odd":%s}`},
		{request, sent + `"interactive","interactive":{"type":"odd","x":%s}}`},
		{request, sent + `"template","template":{"name":"a","language":{"code":"en"},"x":%s}}`},
		{request, sent + `"template","template":{"name":"a","language":{"code":"en","x":%s}}}`},
		{request, sent + `"template","template":{"name":"a","language":{"code":"en"},"components":[{"type":"odd","x":%s}]}}`},
		{definition, `{"name":"a","language":"en","x":%s,"components":[]}`},
		{definition, `{"name":"a","language":"en","components":[{"type":"odd","x":%s}]}`},
		{definition, `{"name":"a","language":"en","components":[{"type":"body","text":"a","x":%s}]}`},
		{definition, `{"name":"a","language":"en","components":[{"type":"carousel","cards":[{"x":%s,"components":[]}]}]}`},
		{result, `{"messages":[{"id":"w"}],"x":%s}`},
		{contacts, `{"contacts":[],"x":%s}`},
	} {
		for n := 20; ; n++ {
			body := fmt.Sprintf(test.body, strings.Repeat("[", n)+`"DEEP"`+strings.Repeat("]", n))
			kept, err := test.read(body)
			if errors.Is(err, decorum.TooDeep) {
				break
			}
			if err == nil && !strings.Contains(kept, "DEEP") || n > 40 {
				t.Errorf("%d levels in %s: %q, %v", n, test.body, kept, err)
				break
			}
		}
	}
}

// The way in which placeholders are written is kept whatever it says, and so is what
// stands beside it; and an example of a body that WhatsApp words itself.
func TestOddDefinitionsAreKept(t *testing.T) {
	for _, body := range []string{
		`{"name":"a","language":"en","parameter_format":"\u0001\u202e","message_send_ttl_seconds":60,"components":[{"type":"BODY","text":"a"}]}`,
		`{"name":"a","language":"en","category":"AUTHENTICATION","components":[{"type":"BODY","example":{"body_text":[["123456"]]}}]}`,
	} {
		d, err := cloudapi.DecodeTemplate([]byte(body))
		if err != nil {
			t.Fatal(err)
		}
		if again, err := d.AppendJSON(nil); err != nil || printed(tree(t, again)) != printed(tree(t, []byte(body))) {
			t.Errorf("%s: %s, %v", body, again, err)
		}
	}
}
