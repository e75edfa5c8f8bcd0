package cloudapi_test

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/whatsapp"
	"github.com/decorum-go/decorum/whatsapp/cloudapi"
	"github.com/decorum-go/decorum/whatsapp/message"
)

// handle gives the commands of a webhook to their sessions, as a host does, and
// returns what came of it.
func (s store) handle(t *testing.T, policy *whatsapp.Policy, body []byte) (events []string, refused []error) {
	t.Helper()
	notices, _ := cloudapi.Decode(body)
	for c, command := range notices.Commands(at) {
		r := s.load(c)
		decided, err := policy.Handle(r.session, command)
		if err != nil {
			refused = append(refused, fmt.Errorf("%T: %w", command, err))
		}
		for _, e := range decided {
			if r.session, err = r.session.Apply(e); err != nil {
				t.Fatal(err)
			}
			events = append(events, e.Name())
		}
		s.save(r, c)
	}
	return events, refused
}

// Every webhook of the corpus goes through sessions, twice: what is refused has a
// reason, and what came before changes nothing.
func TestWebhooksOfTheCorpusChangeSessionsOnce(t *testing.T) {
	policy, err := whatsapp.NewPolicy(whatsapp.DefaultConfig())
	if err != nil {
		t.Fatal(err)
	}
	bodies := corpus(t, "webhooks", "webhooks_placeholders")
	for _, file := range slices.Sorted(maps.Keys(bodies)) {
		body, sessions := bodies[file], store{}
		_, refused := sessions.handle(t, policy, body)
		for _, err := range refused { // a made-up message has no id
			if !errors.Is(err, decorum.Required) || !strings.Contains(err.Error(), "/envelope/id") {
				t.Errorf("%s: %v", file, err)
			}
		}
		again, _ := sessions.handle(t, policy, body)
		for _, event := range again {
			if event != "status_changed" && event != "send_failed" { // of messages that the session does not know
				t.Errorf("%s: the second time %s", file, event)
			}
		}
		// What is for no session is told.
		notices, err := cloudapi.Decode(body)
		commands := 0
		for n := range notices.All() {
			if _, ok := n.Command(at); ok {
				commands++
			}
		}
		for c := range notices.Commands(at) {
			if commands--; len(c.Keys()) == 0 {
				t.Errorf("%s: a session for nobody", file)
			}
		}
		if commands > 0 && err == nil {
			t.Errorf("%s: %d commands for nobody, and no error", file, commands)
		}
	}
}

// Webhooks come twice and in any order. A message is taken once; a status is an event
// each time, and finds the session by whichever id it tells.
func TestStatusesInAnyOrder(t *testing.T) {
	policy, err := whatsapp.NewPolicy(whatsapp.DefaultConfig())
	if err != nil {
		t.Fatal(err)
	}
	sessions := store{}
	sessions.handle(t, policy, conversation("messages", `"contacts":[{"wa_id":"5491155551234","user_id":"AR.1"}],
		"messages":[{"from":"5491155551234","id":"a","timestamp":"1772355590","type":"text","text":{"body":"Hi"}}]`))
	ann := whatsapp.Agent{ID: "Ann", LoggedIn: true, Ready: true}
	r := sessions["1065/number/5491155551234"]
	for _, command := range []whatsapp.Command{
		whatsapp.Offer{At: at, To: ann},
		whatsapp.Accept{At: at, By: ann},
		whatsapp.SendMessage{At: at, By: ann, Message: message.Text{Body: "Yes"}, LocalID: "m1"},
		whatsapp.ReportAccepted{At: at, LocalID: "m1", WAMID: "wamid.1"},
	} {
		events, err := policy.Handle(r.session, command)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range events {
			if r.session, err = r.session.Apply(e); err != nil {
				t.Fatal(err)
			}
		}
	}
	for _, c := range []struct{ word, to, want string }{
		{"read", `"recipient_user_id":"AR.1"`, "status_changed"},
		{"read", `"recipient_id":"5491155551234"`, "status_changed"},
		{"delivered", `"recipient_id":"541155551234"`, "status_changed"},
		{"sent", `"recipient_id":"5491155551234"`, "status_changed"},
		{"failed", `"recipient_id":"5491155551234"`, "send_failed"},
		{"deleted", `"recipient_id":"5491155551234"`, ""},
	} {
		events, refused := sessions.handle(t, policy, conversation("messages", `"statuses":[{"id":"wamid.1","status":"`+c.word+`","timestamp":"1772355600",`+c.to+`}]`))
		if got := strings.Join(events, " "); got != c.want || len(refused) > 0 {
			t.Errorf("%s, %s: %s, %v", c.word, c.to, got, refused)
		}
	}
	for _, from := range []string{`"from":"5491155551234"`, `"from_user_id":"AR.1"`} {
		events, refused := sessions.handle(t, policy, conversation("messages", `"messages":[{`+from+`,"id":"a","timestamp":"1772355590","type":"text","text":{"body":"Hi"}}]`))
		if len(events) > 0 || len(refused) > 0 {
			t.Errorf("%s: the second time %v, %v", from, events, refused)
		}
	}
	if got := len(sessions); got != 2 || sessions["1065/user/AR.1"] != r {
		t.Errorf("%d keys", got)
	}
}
