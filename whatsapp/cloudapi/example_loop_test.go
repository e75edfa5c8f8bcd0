package cloudapi_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"time"

	"github.com/decorum-go/decorum/whatsapp"
	"github.com/decorum-go/decorum/whatsapp/cloudapi"
	"github.com/decorum-go/decorum/whatsapp/identity"
	"github.com/decorum-go/decorum/whatsapp/message"
)

// A sender posts what a session wants sent, and tells the session what came of it.
type sender struct {
	client *http.Client
	url    string // https://graph.facebook.com/v24.0/{phone-number-id}/messages
	token  string
}

// post sends one message. It returns the command that tells how it went, and none
// where the message is to be sent again later: on an answer that never came, that
// cannot be read, or by which Meta asks for patience.
func (s *sender) post(ctx context.Context, to identity.Identity, p whatsapp.Pending, now func() time.Time) (whatsapp.Command, error) {
	body, err := cloudapi.EncodePending(to, p)
	if err != nil {
		return whatsapp.ReportFailed{At: now(), LocalID: p.LocalID}, err
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, s.url, bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	request.Header.Set("Authorization", "Bearer "+s.token)
	request.Header.Set("Content-Type", "application/json")
	response, err := s.client.Do(request)
	if err != nil {
		return nil, err
	}
	defer func() { _ = response.Body.Close() }()
	answer, err := io.ReadAll(io.LimitReader(response.Body, cloudapi.MaxBody))
	if err != nil {
		return nil, err
	}
	result, err := cloudapi.DecodeResult(answer)
	var refused *cloudapi.GraphError
	switch {
	case err == nil:
		return result.Report(p.LocalID, now()), nil
	case errors.As(err, &refused) && !refused.Retry():
		return refused.Report(p.LocalID, now()), err
	default:
		return nil, err
	}
}

// The send loop: what stands in the outbox of a session is posted, and leaves it
// with Meta's answer. After a restart the same loop goes on where it was.
func Example_sendLoop() {
	answers := []string{
		`{"messaging_product":"whatsapp","contacts":[{"input":"+16505551234","wa_id":"16505551234"}],"messages":[{"id":"wamid.1"}]}`,
		`{"error":{"message":"(#131026) Message undeliverable","type":"OAuthException","code":131026,"fbtrace_id":"A1"}}`,
		`{"error":{"message":"(#130429) Rate limit hit","type":"OAuthException","code":130429,"fbtrace_id":"A2"}}`,
	}
	meta := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		if strings.HasPrefix(answers[0], `{"error"`) {
			w.WriteHeader(http.StatusBadRequest)
		}
		_, _ = io.WriteString(w, answers[0])
		answers = answers[1:]
	}))
	defer meta.Close()

	nine := time.Date(2026, time.March, 1, 9, 0, 0, 0, time.UTC)
	now := func() time.Time { return nine } // time.Now
	policy, err := whatsapp.NewPolicy(whatsapp.DefaultConfig())
	if err != nil {
		fmt.Println(err)
		return
	}
	var session whatsapp.Session
	do := func(c whatsapp.Command) {
		events, err := policy.Handle(session, c)
		if err != nil {
			fmt.Println(err)
		}
		if session, err = session.Apply(events...); err != nil { // having stored them
			fmt.Println(err)
		}
	}

	ann := whatsapp.Agent{ID: "ann", LoggedIn: true, Ready: true}
	do(whatsapp.Receive{
		At: nine, Message: message.Text{Body: "Where is my order?"},
		Envelope: message.Envelope{ID: "wamid.0", Direction: message.Inbound, Originated: nine},
	})
	do(whatsapp.Offer{At: nine, To: ann})
	do(whatsapp.Accept{At: nine, By: ann})
	for i, text := range []string{"Good morning!", "On its way.", "Anything else?"} {
		do(whatsapp.SendMessage{At: nine, By: ann, LocalID: fmt.Sprintf("m%d", i), Message: message.Text{Body: text}})
	}

	contact := identity.Identity{WhatsAppID: identity.MustParseWhatsAppID("16505551234")}
	s := sender{client: meta.Client(), url: meta.URL, token: "…"}
	for pending := range session.Outbox() {
		report, err := s.post(context.Background(), contact, pending, now)
		fmt.Println(pending.LocalID, err)
		if report != nil {
			do(report)
		}
	}
	for pending := range session.Outbox() {
		fmt.Println("still to be sent:", pending.LocalID)
	}
	// Output:
	// m0 <nil>
	// m1 cloudapi: error 131026: Cannot be delivered
	// m2 cloudapi: error 130429: Sent too fast
	// still to be sent: m2
}
