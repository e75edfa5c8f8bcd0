package cloudapi_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

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
