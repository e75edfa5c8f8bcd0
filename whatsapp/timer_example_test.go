package whatsapp_test

import (
	"fmt"
	"time"

	"github.com/decorum-go/decorum/whatsapp"
	"github.com/decorum-go/decorum/whatsapp/message"
)

// A desk sets one timer for each session, and sets it anew after each command. The
// agent lets the offer lapse, another takes it and lets the customer wait.
func ExamplePolicy_Next_timer() {
	policy, err := whatsapp.NewPolicy(whatsapp.DefaultConfig())
	if err != nil {
		fmt.Println(err)
		return
	}
	nine := time.Date(2026, time.March, 1, 9, 0, 0, 0, time.UTC)
	var s whatsapp.Session
	do := func(c whatsapp.Command) {
		events, err := policy.Handle(s, c)
		if err != nil {
			fmt.Println(err)
		}
		if s, err = s.Apply(events...); err != nil { // having stored them
			fmt.Println(err)
		}
		fmt.Println(c.When().Sub(nine), c.Name(), "→", s.State(), s.PendingResponse().Level(c.When(), policy.Thresholds()))
	}
	// wait lets the timer go off until the instant comes.
	wait := func(now, until time.Time) {
		for {
			when, c, ok := policy.Next(s, now) // time.AfterFunc(when.Sub(now), …)
			if !ok || when.After(until) {
				return
			}
			do(c)
			now = when
		}
	}

	ann := whatsapp.Agent{ID: "ann", LoggedIn: true, Ready: true}
	bob := whatsapp.Agent{ID: "bob", LoggedIn: true, Ready: true}
	do(whatsapp.Receive{
		At: nine, Message: message.Text{Body: "Where is my order?"},
		Envelope: message.Envelope{ID: "wamid.1", Direction: message.Inbound, Originated: nine},
	})
	do(whatsapp.Offer{At: nine, To: ann})
	wait(nine, nine.Add(time.Minute))
	do(whatsapp.Offer{At: nine.Add(time.Minute), To: bob})
	do(whatsapp.Accept{At: nine.Add(time.Minute), By: bob})
	wait(nine.Add(time.Minute), nine.Add(25*time.Hour))
	// Output:
	// 0s receive → queued none
	// 0s offer → offered none
	// 30s expire offer → queued none
	// 1m0s offer → offered none
	// 1m0s accept → active green
	// 1m30s tick → active yellow
	// 1m50s tick → active red
	// 24h0m0s tick → active red
}
