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
