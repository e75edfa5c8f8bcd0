package cloudapi_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/whatsapp/cloudapi"
	"github.com/decorum-go/decorum/whatsapp/message"
)

func TestOldWebhooksHaveNoEnvelope(t *testing.T) {
	notices, err := cloudapi.Decode([]byte(`{
		"contacts":[{"profile":{"name":"Lucía"},"wa_id":"5491155551234"}],
		"messages":[{"from":"5491155551234","id":"ABG1","timestamp":"1772355590","type":"voice","voice":{"id":"b1","mime_type":"audio/ogg; codecs=opus","sha256":"s"}},
			{"from":"5491155551234","id":"ABG2","timestamp":"1772355590","type":"unknown","errors":[{"code":501,"title":"T","details":"D","href":"H"}]}],
		"statuses":[{"id":"gB1","recipient_id":"5491155551234","status":"warning","timestamp":1772355590,"message":{"recipient_id":"5491155551234"}}],
		"errors":[{"code":1011,"title":"T","details":"D"}],"extra":{"x":1}}`))
	if err != nil {
		t.Error(err)
	}
	var got []any
	for n := range notices.All() {
		if n.Account() != "" || n.Field() != "" || !n.Sent().IsZero() || !n.Business().IsZero() {
			t.Errorf("%T: from %s %s", n, n.Account(), n.Field())
		}
		switch n := n.(type) {
		case *cloudapi.Received:
			got = append(got, n.Message.Kind(), n.Envelope().From.Name)
		case *cloudapi.Status:
			got = append(got, n.Word, n.Contact.Name, string(n.Extra))
		case *cloudapi.Fault:
			got = append(got, n.Fault.Details)
		case *cloudapi.Other:
			got = append(got, n.Name, n.Raw())
		default:
			t.Errorf("%T", n)
		}
	}
	want := []any{
		message.KindAudio, "Lucía", message.KindUnsupported, "Lucía", "warning", "Lucía", `{"meta":{"message":{"recipient_id":"5491155551234"}}}`, "D",
		"extra", `{"x":1}`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestContactAnswers(t *testing.T) {
	got, err := cloudapi.DecodeContacts([]byte(`{"contacts":[{"input":"+1 (516) 283-7151","status":"valid","wa_id":"15162837151","x":1},
		{"input":6315551002,"status":"invalid","wa_id":null},{"input":"2","status":"slow"}],"meta":{"version":"2.43"},"errors":[{"code":1,"title":"T"}]}`))
	want := cloudapi.ContactAnswers{
		Contacts: []cloudapi.ContactAnswer{
			{Input: "+1 (516) 283-7151", Status: cloudapi.ContactValid, WhatsAppID: waID("15162837151"), Extra: `{"meta":{"x":1}}`},
			{Input: "6315551002", Status: cloudapi.ContactInvalid},
			{Input: "2", Status: "slow"},
		},
		Faults: []message.Fault{{Code: 1, Title: "T"}},
		Extra:  `{"meta":{"meta":{"version":"2.43"}}}`,
	}
	if diff := cmp.Diff(want, got, cmp.Comparer(func(a, b cloudapi.ContactAnswer) bool { return a == b })); diff != "" || err != nil {
		t.Errorf("%v (-want +got):\n%s", err, diff)
	}

	got, err = cloudapi.DecodeContacts([]byte(`{"contacts":[{"input":"1","status":"valid","wa_id":"Lucía"},{"input":"2","status":"failed"}]}`))
	var e *decorum.Error
	if !errors.As(err, &e) || len(e.Violations) != 1 || e.Violations[0].Path != "/contacts/0/wa_id" {
		t.Error(err)
	}
	if len(got.Contacts) != 1 || got.Contacts[0].Input != "2" {
		t.Errorf("%+v", got)
	}
	if got, err = cloudapi.DecodeContacts([]byte(`{"contacts":[{"input":"1"}]`)); err == nil || got.Contacts != nil {
		t.Errorf("%+v, %v", got, err)
	}
}

func TestContactAnswersOfTheCorpus(t *testing.T) {
	for file, body := range corpus(t, "onprem_responses") {
		got, err := cloudapi.DecodeContacts(body)
		if err != nil || len(got.Contacts) != 4 {
			t.Errorf("%s: %+v, %v", file, got, err)
		}
	}
}
