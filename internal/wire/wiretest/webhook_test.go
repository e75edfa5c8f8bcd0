package wiretest_test

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum/internal/wire/wiretest"
)

func TestWebhooksDecodeAsByEncodingJSON(t *testing.T) {
	for name, body := range map[string]string{"text": wiretest.TextWebhook(), "batch": wiretest.BatchWebhook()} {
		var want wiretest.Webhook
		if err := json.Unmarshal([]byte(body), &want); err != nil {
			t.Fatal(err)
		}
		owned, err := wiretest.DecodeWebhook([]byte(body))
		if diff := cmp.Diff(want, owned); diff != "" || err != nil {
			t.Errorf("%s: %v (-want +got):\n%s", name, err, diff)
		}
		borrowed, err := wiretest.BorrowWebhook(body)
		if diff := cmp.Diff(want, borrowed); diff != "" || err != nil {
			t.Errorf("%s, borrowed: %v (-want +got):\n%s", name, err, diff)
		}
	}
	if n := len(wiretest.TextWebhook()); n < 500 || n > 550 {
		t.Errorf("the webhook with a text has %d bytes", n)
	}
	if n := len(wiretest.BatchWebhook()); n < 30_000 || n > 36_000 {
		t.Errorf("the webhook with 100 messages has %d bytes", n)
	}
}

func TestListIsWrittenAsByEncodingJSON(t *testing.T) {
	list := wiretest.TenRows()
	want, err := json.Marshal(list)
	if err != nil {
		t.Fatal(err)
	}
	got, err := list.AppendJSON(nil)
	if diff := cmp.Diff(string(want), string(got)); diff != "" || err != nil {
		t.Errorf("%v (-want +got):\n%s", err, diff)
	}
}
