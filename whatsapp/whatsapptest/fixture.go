package whatsapptest

import (
	"time"

	"github.com/decorum-go/decorum/whatsapp"
	"github.com/decorum-go/decorum/whatsapp/message"
)

// A Clock tells a test the time; it stands still until it is moved.
type Clock struct{ now time.Time }

// NewClock returns a clock that stands at 9 o'clock on 1 March 2026, UTC.
func NewClock() *Clock {
	return &Clock{time.Date(2026, time.March, 1, 9, 0, 0, 0, time.UTC)}
}

// Now returns the instant at which the clock stands.
func (c *Clock) Now() time.Time { return c.now }

// Advance moves the clock on and returns where it stands then.
func (c *Clock) Advance(d time.Duration) time.Time {
	c.now = c.now.Add(d)
	return c.now
}

// Policy returns the policy of the default configuration, with a workbin, a hold
// queue and a conference queue, and changed by the functions. A configuration that
// is refused fails the test.
func Policy(t TB, change ...func(*whatsapp.Config)) *whatsapp.Policy {
	t.Helper()
	c := whatsapp.DefaultConfig()
	c.Options.InProgressWorkbin = "in-progress"
	c.Options.OnHoldQueue = "async-chat-return-queue"
	c.Options.ConferenceQueue = "conference"
	for _, f := range change {
		f(&c)
	}
	p, err := whatsapp.NewPolicy(c)
	if err != nil {
		t.Fatalf("the configuration is refused: %v", err)
	}
	return p
}

// Agent returns an agent who is logged in, ready, and has all privileges.
func Agent(id string) whatsapp.Agent {
	return whatsapp.Agent{ID: id, LoggedIn: true, Ready: true, Privileges: whatsapp.AllPrivileges()}
}

// Text returns a command that takes in a text of the customer, written and
// arrived at the instant.
func Text(at time.Time, id, body string) whatsapp.Receive {
	return Inbound(at, id, message.Text{Body: body})
}

// Inbound returns a command that takes in a message of the customer, written and
// arrived at the instant.
func Inbound(at time.Time, id string, m message.Message) whatsapp.Receive {
	return whatsapp.Receive{
		At:       at,
		Envelope: message.Envelope{ID: id, Direction: message.Inbound, Originated: at, Arrived: at},
		Message:  m,
	}
}

// Waiting returns the events of a customer who wrote "Good morning", with the id
// "wamid.1", and waits in the queue.
func Waiting(c *Clock) []whatsapp.Event {
	r := Text(c.Now(), "wamid.1", "Good morning")
	return []whatsapp.Event{
		whatsapp.Received{At: c.Now(), Envelope: r.Envelope, Message: r.Message},
		whatsapp.Queued{At: c.Now(), Interaction: 1, Why: whatsapp.QueuedNew},
	}
}

// Active returns the events of [Waiting] and those by which the agent took the
// interaction, all at the same instant.
func Active(c *Clock, agent string) []whatsapp.Event {
	return append(
		Waiting(c),
		whatsapp.Offered{At: c.Now(), Agent: agent, Until: c.Now().Add(30 * time.Second)},
		whatsapp.Accepted{At: c.Now(), Agent: agent},
	)
}
