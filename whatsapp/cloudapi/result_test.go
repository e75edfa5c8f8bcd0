package cloudapi_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/whatsapp/cloudapi"
)

// Answers come back with everything that they have.
func TestAnswersAreKept(t *testing.T) {
	for _, body := range []string{
		`{"messaging_product":"whatsapp","contacts":[{"input":"+16505551234","wa_id":"16505551234","user_id":"US.A","x":1},{"input":"a"}],` +
			`"messages":[{"id":"w","group_id":"g","message_status":"paused","y":2},{"id":"v"}],"z":[3]}`,
		`{"success":true}`,
		`{"success":true,"x":1}`,
		`{"id":"1","status":"PENDING"}`,
		`{"data":[{"id":"1"}],"paging":{}}`,
	} {
		s, err := cloudapi.DecodeResult([]byte(body))
		if err != nil {
			t.Errorf("%s: %v", body, err)
			continue
		}
		again, err := s.MarshalJSON()
		if diff := cmp.Diff(body, string(again)); diff != "" || err != nil {
			t.Errorf("%v (-want +got):\n%s", err, diff)
		}
	}
	for _, body := range []string{
		`{"error":{"message":"m","type":"OAuthException","code":100,"error_subcode":2388040,"is_transient":true,"error_user_title":"t",` +
			`"error_data":{"messaging_product":"whatsapp","details":"d","x":1},"fbtrace_id":"A","error_user_msg":"u"},"y":2}`,
		`{"error":{"code":1}}`,
		`{"error":{"code":1},"messaging_product":"whatsapp"}`,
	} {
		_, err := cloudapi.DecodeResult([]byte(body))
		var refused *cloudapi.GraphError
		if !errors.As(err, &refused) {
			t.Errorf("%s: %v", body, err)
			continue
		}
		again, err := refused.MarshalJSON()
		if diff := cmp.Diff(body, string(again)); diff != "" || err != nil {
			t.Errorf("%v (-want +got):\n%s", err, diff)
		}
	}
}

// Whether a message went out is what counts: nothing odd in an answer hides it, and
// no answer is made up.
func TestAnswersWithOddDetails(t *testing.T) {
	for body, wamid := range map[string]string{
		`{"messages":[{"id":"w","message_status":7}]}`:                   "w",
		`{"messages":[{"id":"w"}],"contacts":null}`:                      "w",
		`{"messages":[{"id":"w"}],"contacts":[7,{"input":{}}]}`:          "w",
		`{"messages":[{"id":"w"}],"messages":[{"id":"v"}]}`:              "w",
		"{\"messages\":[{\"id\":\"w\"}],\"messaging_product\":\"\xff\"}": "w",
		`{"messages":[{"id":"w","group_id":{}}],"success":"yes"}`:        "w",
	} {
		s, err := cloudapi.DecodeResult([]byte(body))
		if err != nil || s.WAMID() != wamid {
			t.Errorf("%s: %q, %v", body, s.WAMID(), err)
		}
	}
	for body, code := range map[string]int64{
		`{"error":{"code":131047,"error_user_title":null,"fbtrace_id":null,"is_transient":null,"error_subcode":null}}`: 131047,
		`{"error":{"code":"131047","message":7,"type":{}}}`:                                                            131047,
		`{"error":{"code":131047,"error_data":"text"},"error":{"code":1}}`:                                             131047,
		"{\"error\":{\"code\":131047,\"message\":\"\xff\"}}":                                                           131047,
		`{"messages":[{"id":"w"}],"error":{"code":1}}`:                                                                 1,
		`{"error":{"code":0}}`: 0,
	} {
		_, err := cloudapi.DecodeResult([]byte(body))
		var refused *cloudapi.GraphError
		if !errors.As(err, &refused) || refused.Fault.Code != code {
			t.Errorf("%s: %v", body, err)
			continue
		}
		if errors.Is(err, decorum.WindowClosed) != (code == 131047) || errors.Is(err, decorum.Code("")) {
			t.Errorf("%s: tells of another rule", body)
		}
	}
	for _, body := range []string{
		``, `<html><body>502 Bad Gateway</body></html>`, `[]`, `null`, `7`, `{}`, `{"error":`, `{"error":{"code":190,"mess`, `{"error":[]}`, `{"error":"x"}`,
		`{"error":null}`, `{"error":{}}`, `{"error":{"message":"a"}}`, `{"error":{"code":1.5}}`, `{"error":{"code":99999999999999999999}}`,
		`{"messages":[]}`, `{"messages":[{}]}`, `{"messages":[{"id":""}]}`, `{"messages":[{"id":null}]}`, `{"messages":null}`, `{"messages":{"id":"w"}}`,
		`{"success":"true"}`, `{"messages":[{"id":"w"}]} x`,
	} {
		s, err := cloudapi.DecodeResult([]byte(body))
		var e *decorum.Error
		if !errors.As(err, &e) || s.WAMID() != "" {
			t.Errorf("%s: %+v, %v", body, s, err)
		}
	}
}
