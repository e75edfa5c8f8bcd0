package cloudapi_test

import (
	"errors"
	"testing"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/template"
	"github.com/decorum-go/decorum/whatsapp"
	"github.com/decorum-go/decorum/whatsapp/cloudapi"
	"github.com/decorum-go/decorum/whatsapp/identity"
	"github.com/decorum-go/decorum/whatsapp/message"
	"github.com/google/go-cmp/cmp"
)

func TestReport(t *testing.T) {
	for name, test := range map[string]struct {
		answer string
		want   whatsapp.Command
		err    error
		final  bool
	}{
		"taken": {
			`{"messaging_product":"whatsapp","messages":[{"id":"wamid.1"}]}`,
			whatsapp.ReportAccepted{At: at, LocalID: "m1", WAMID: "wamid.1"},
			nil, false,
		},
		"refused for good": {
			`{"error":{"code":131047,"message":"Re-engagement message"}}`,
			whatsapp.ReportFailed{At: at, LocalID: "m1", Error: 131047},
			decorum.WindowClosed, true,
		},
		"too fast":  {`{"error":{"code":130429,"message":"Rate limit hit"}}`, nil, nil, true},
		"no answer": {`<html>502 Bad Gateway</html>`, nil, decorum.Malformed, false},
		"no body":   {``, nil, decorum.Malformed, false},

		// Answers to other requests tell nothing of the message.
		"marked as read":   {`{"success":true}`, nil, decorum.Required, false},
		"done by no means": {`{"success":false}`, nil, decorum.Required, false},
		"uploaded":         {`{"id":"123"}`, nil, decorum.Required, false},
		"without an id":    {`{"messages":[{"id":""}],"success":true}`, nil, decorum.Required, false},

		// No command may have such codes: a session would refuse it for ever.
		"a code below 0":  {`{"error":{"code":-5}}`, whatsapp.ReportFailed{At: at, LocalID: "m1"}, nil, true},
		"a code too long": {`{"error":{"code":2147483648}}`, whatsapp.ReportFailed{At: at, LocalID: "m1"}, nil, true},
		"the longest":     {`{"error":{"code":2147483647}}`, whatsapp.ReportFailed{At: at, LocalID: "m1", Error: 2147483647}, nil, true},
	} {
		got, err := cloudapi.Report([]byte(test.answer), "m1", at)
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s: (-want +got)\n%s", name, diff)
		}
		if (err == nil) != (name == "taken") || test.err != nil && !errors.Is(err, test.err) {
			t.Errorf("%s: %v", name, err)
		}
		if _, refused := errors.AsType[*cloudapi.GraphError](err); refused != test.final {
			t.Errorf("%s: %T", name, err)
		}
	}
}

func TestSign(t *testing.T) {
	body, secret := []byte(`{"object":"whatsapp_business_account"}`), []byte("app secret")
	signed := cloudapi.Sign(body, secret)
	if !cloudapi.Verify(signed, body, secret) || cloudapi.Verify(signed, body[1:], secret) || cloudapi.Verify(signed, body, []byte("another")) {
		t.Error(signed)
	}
	if got := cloudapi.Sign(body, nil); got != "" {
		t.Errorf("without a secret: %q", got)
	}
}

func TestEncodeTakesNoPointers(t *testing.T) {
	to := identity.Identity{WhatsAppID: identity.MustParseWhatsAppID("16505551234")}
	for _, m := range []message.Message{
		&message.Text{Body: "x"},
		(*message.Text)(nil),
		message.Structured{Structured: &template.List{}},
	} {
		_, err := cloudapi.Encode(to, m, cloudapi.Options{})
		if !errors.Is(err, decorum.Unknown) {
			t.Errorf("%T: %v", m, err)
		}
	}
}
