package whatsapptest_test

import (
	"testing"
	"time"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/whatsapp"
	kit "github.com/decorum-go/decorum/whatsapp/whatsapptest"
)

func TestIN1OfferAcceptRejectExpire(t *testing.T) {
	c := kit.NewClock()
	ann, bob := kit.Agent("ann"), kit.Agent("bob")
	s := kit.Given(t, kit.Policy(t), kit.Waiting(c)...)
	s.When(whatsapp.Offer{At: c.Now(), To: ann}).
		Then(whatsapp.Offered{At: c.Now(), Agent: "ann", Until: c.Now().Add(30 * time.Second)})
	s.When(whatsapp.Accept{At: c.Now(), By: bob}).ThenRefused(decorum.Mismatch)
	s.When(whatsapp.Reject{At: c.Now(), By: ann}).Then(whatsapp.Rejected{At: c.Now(), Agent: "ann"})
	s.When(whatsapp.Offer{At: c.Now(), To: ann}).ThenRefused(decorum.OutOfOrder)
	s.When(whatsapp.Offer{At: c.Now(), To: bob}).ThenNames("offered")
	s.When(whatsapp.ExpireOffer{At: c.Advance(30*time.Second - 1)}).ThenRefused(decorum.OutOfOrder)
	s.When(whatsapp.Accept{At: c.Advance(1), By: bob}).ThenRefused(decorum.TooOld)
	s.When(whatsapp.ExpireOffer{At: c.Now()}).Then(whatsapp.OfferExpired{At: c.Now(), Agent: "bob"})
	s.When(whatsapp.Offer{At: c.Now(), To: kit.Agent("cid")}, whatsapp.Accept{At: c.Now(), By: kit.Agent("cid")}).
		Then(whatsapp.Accepted{At: c.Now(), Agent: "cid"})
	s.When(whatsapp.Accept{At: c.Now(), By: kit.Agent("cid")}).ThenViolations(decorum.Violation{
		Code: decorum.WrongState, Severity: decorum.SeverityError, Want: "accept in state offered, not active",
	})
}
