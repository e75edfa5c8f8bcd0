package whatsapptest_test

import (
	"testing"
	"time"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/whatsapp"
	"github.com/decorum-go/decorum/whatsapp/message"
	kit "github.com/decorum-go/decorum/whatsapp/whatsapptest"
)

func TestWB1ParkAndOpen(t *testing.T) {
	c := kit.NewClock()
	ann := kit.Agent("ann")
	s := kit.Given(t, kit.Policy(t), kit.Active(c, "ann")...)
	s.When(whatsapp.Open{At: c.Now(), By: ann}).ThenRefused(decorum.WrongState)
	s.When(whatsapp.Park{At: c.Now(), By: ann}).Then(whatsapp.Parked{At: c.Now(), Agent: "ann", Workbin: "in-progress"})
	if got := s.Session(); got.State() != whatsapp.StateParked || got.Place() != "in-progress" || got.Agent() != "" {
		t.Errorf("%v", got.State())
	}
	s.When(whatsapp.Open{At: c.Now(), By: kit.Agent("bob")}).Then(whatsapp.Opened{At: c.Now(), Agent: "bob"})
	if got := s.Session(); got.State() != whatsapp.StateActive || got.LastAgent() != "bob" || got.Interaction() != 1 {
		t.Errorf("%v", got.State())
	}
}

func TestWB2LogOut(t *testing.T) {
	c := kit.NewClock()
	out := whatsapp.LogOut{At: c.Now(), By: whatsapp.Agent{ID: "ann"}}
	p := kit.Policy(t)
	kit.Given(t, p, kit.Active(c, "ann")...).When(out).Then(whatsapp.Parked{At: c.Now(), Agent: "ann", Workbin: "in-progress"})
	kit.Given(t, p, kit.Active(c, "bob")...).When(out).Then()
	kit.Given(t, p, kit.Active(c, "bob")...).When(whatsapp.LogOut{At: c.Now()}).ThenRefused(decorum.Required)
	kit.Given(t, p, append(kit.Waiting(c), whatsapp.Offered{At: c.Now(), Agent: "ann"})...).
		When(out).Then(whatsapp.OfferExpired{At: c.Now(), Agent: "ann"})
	kit.Given(t, p, append(kit.Active(c, "ann"), whatsapp.Ended{At: c.Now()})...).
		When(out).Then(whatsapp.Done{At: c.Now(), Agent: "ann", Interaction: 1})
	kit.Given(t, p, append(kit.Active(c, "ann"), whatsapp.Joined{At: c.Now(), Agent: "bob"})...).
		When(out).Then(whatsapp.Left{At: c.Now(), Agent: "ann", Owner: "bob"})
	kit.Given(t, p, append(kit.Active(c, "bob"), whatsapp.Joined{At: c.Now(), Agent: "ann"})...).
		When(out).Then(whatsapp.Left{At: c.Now(), Agent: "ann", Owner: "bob"})
	none := kit.Policy(t, func(c *whatsapp.Config) { c.Options.InProgressWorkbin = "" })
	s := kit.Given(t, none, kit.Active(c, "ann")...)
	s.When(out).Then(whatsapp.Queued{At: c.Now(), Interaction: 1, Why: whatsapp.QueuedLoggedOut})
	if s.Session().State() != whatsapp.StateQueued || s.Session().Agent() != "" {
		t.Error(s.Session().State())
	}
}

func TestWB3AMessageBringsItBack(t *testing.T) {
	c := kit.NewClock()
	ann := kit.Agent("ann")
	for _, away := range []whatsapp.Command{whatsapp.Park{At: c.Now(), By: ann}, whatsapp.Hold{At: c.Now(), By: ann}} {
		s := kit.Given(t, kit.Policy(t), kit.Active(c, "ann")...)
		s.When(away, kit.Inbound(c.Now(), "wamid.2", message.Reaction{Target: "x", Emoji: "👍"})).ThenNames("received")
		for i, m := range []message.Message{
			message.Edit{Target: "x", Message: message.Text{Body: "y"}},
			message.Deletion{Target: "x"},
			message.System{},
			message.WelcomeRequest{},
		} {
			s.When(kit.Inbound(c.Now(), "other"+string(rune('0'+i)), m)).ThenNames("received")
		}
		echo := kit.Text(c.Now(), "wamid.3", "From the telephone of the shop")
		echo.Envelope.Direction = message.Echo
		s.When(echo).ThenNames("received")
		history := kit.Text(c.Now(), "wamid.4", "Long ago")
		history.Envelope.History = true
		s.When(history).ThenNames("received")
		s.When(kit.Text(c.Advance(time.Minute), "wamid.5", "Well?")).ThenNames("received", "queued")
		o := s.Session().Offering()
		if o.LastHandler != "ann" || !o.Since.Equal(c.Now()) || s.Session().Interaction() != 1 {
			t.Errorf("offering %+v", o)
		}
		r := whatsapp.Routing{HandlerFirst: time.Minute}
		agents := []whatsapp.Agent{kit.Agent("bob"), ann}
		if got := r.Route(whatsapp.Desk{}, o, agents, c.Now()).Agent; got != "ann" {
			t.Errorf("offered to %q first", got)
		}
		s.When(whatsapp.Offer{At: c.Now(), To: ann}, whatsapp.Reject{At: c.Now(), By: ann}).ThenNames("rejected")
		if got := r.Route(whatsapp.Desk{}, s.Session().Offering(), agents, c.Now()).Agent; got != "bob" {
			t.Errorf("offered to %q then", got)
		}
		s.When(whatsapp.Offer{At: c.Now(), To: ann}).ThenRefused(decorum.OutOfOrder)
	}
}

func TestWB4UnsetOptionsDisable(t *testing.T) {
	c := kit.NewClock()
	ann := kit.Agent("ann")
	p := kit.Policy(t, func(c *whatsapp.Config) { c.Options.InProgressWorkbin, c.Options.OnHoldQueue = "", "" })
	s := kit.Given(t, p, kit.Active(c, "ann")...)
	s.When(whatsapp.Park{At: c.Now(), By: ann}).ThenViolations(decorum.Violation{
		Code: decorum.Disabled, Severity: decorum.SeverityError, Want: "workbin.whatsappsession.in-progress",
	})
	s.When(whatsapp.Hold{At: c.Now(), By: ann}).ThenViolations(decorum.Violation{
		Code: decorum.Disabled, Severity: decorum.SeverityError, Want: "whatsappsession.on-hold-queue",
	})
	for _, a := range p.Actions(s.Session(), ann, c.Now()) {
		if (a.Kind == whatsapp.ActionPark || a.Kind == whatsapp.ActionHold) && (a.Enabled() || !a.Why.Has(decorum.Disabled)) {
			t.Errorf("%v is enabled", a.Kind)
		}
	}
	s = kit.Given(t, kit.Policy(t), kit.Active(c, "ann")...)
	s.When(whatsapp.Hold{At: c.Now(), By: ann}).Then(whatsapp.Held{At: c.Now(), Agent: "ann", Queue: "async-chat-return-queue"})
	s.When(whatsapp.Open{At: c.Now(), By: ann}).ThenNames("opened")
}
