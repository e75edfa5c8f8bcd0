package whatsapp_test

import (
	"errors"
	"fmt"
	"time"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/whatsapp"
	"github.com/decorum-go/decorum/whatsapp/message"
)

// A customer writes, an agent takes the interaction and answers.
func ExamplePolicy_Handle() {
	policy, err := whatsapp.NewPolicy(whatsapp.DefaultConfig())
	if err != nil {
		fmt.Println(err)
		return
	}
	at := time.Date(2026, time.March, 1, 9, 0, 0, 0, time.UTC)
	ann := whatsapp.Agent{ID: "ann", LoggedIn: true, Ready: true}
	var s whatsapp.Session
	for _, c := range []whatsapp.Command{
		whatsapp.Receive{
			At: at, Message: message.Text{Body: "Where is my order?"},
			Envelope: message.Envelope{ID: "wamid.1", Direction: message.Inbound, Originated: at},
		},
		whatsapp.Offer{At: at, To: ann},
		whatsapp.Accept{At: at.Add(5 * time.Second), By: ann},
		whatsapp.SendMessage{At: at.Add(20 * time.Second), By: ann, LocalID: "m1", Message: message.Text{Body: "On its way."}},
		whatsapp.Accept{At: at.Add(21 * time.Second), By: ann},
	} {
		events, err := policy.Handle(s, c)
		if err != nil {
			fmt.Println(err)
			continue
		}
		for _, e := range events {
			if s, err = s.Apply(e); err != nil {
				fmt.Println(err)
				return
			}
			fmt.Println(e.Name())
		}
	}
	for m := range s.Outbox() {
		fmt.Println("to be sent:", m.LocalID, m.Message.Preview().Text)
	}
	// Output:
	// received
	// queued
	// offered
	// accepted
	// send_requested
	// not possible in the present state; want accept in state offered, not active
	// to be sent: m1 On its way.
}

// After the timespan a text goes out within the default notification.
func ExamplePolicy_MaySend() {
	c := whatsapp.DefaultConfig()
	c.Options.EnableFreeMsgTimespanMonitoring = true
	c.Options.DefaultNotificationText = "Thank you for your patience! {{1}}"
	c.Options.DefaultNotificationID = "shop@patience"
	c.Options.DefaultNotificationLanguage = "en"
	policy, err := whatsapp.NewPolicy(c)
	if err != nil {
		fmt.Println(err)
		return
	}
	var s whatsapp.Session // the customer was never heard, or long ago
	draft := message.Text{Body: "We recommend rebooting your device to resolve the issue"}
	at := time.Date(2026, time.March, 1, 9, 0, 0, 0, time.UTC)

	v := policy.MaySend(s, whatsapp.Agent{ID: "ann"}, draft, at)
	fmt.Println(v.Decision)
	fmt.Println(v.Message.Preview().Text)

	v = policy.MaySend(s, whatsapp.Agent{ID: "ann"}, message.Reaction{Target: "wamid.1", Emoji: "👍"}, at)
	fmt.Println(v.Decision, v.Why, "instead:", v.Instead)
	// Output:
	// send_as_notification
	// Thank you for your patience! We recommend rebooting your device to resolve the issue
	// refuse [the 24-hour reply window is closed; send a notification; want a notification template] instead: text
}

// What a screen enables, and why not.
func ExamplePolicy_Actions() {
	policy, err := whatsapp.NewPolicy(whatsapp.DefaultConfig())
	if err != nil {
		fmt.Println(err)
		return
	}
	at := time.Date(2026, time.March, 1, 9, 0, 0, 0, time.UTC)
	s, err := whatsapp.Session{}.Apply(whatsapp.OutboundStarted{At: at, Agent: "ann", Interaction: 1})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, a := range policy.Actions(s, whatsapp.Agent{ID: "ann"}, at) {
		switch a.Kind {
		case whatsapp.ActionSendText, whatsapp.ActionSendNotification, whatsapp.ActionPark, whatsapp.ActionDone:
			fmt.Println(a.Kind, a.Enabled(), a.Why)
		}
	}
	// Output:
	// send_text false [the 24-hour reply window is closed; send a notification; want a notification template]
	// send_notification true []
	// park false [switched off or not configured; want workbin.whatsappsession.in-progress]
	// done true []
}

// The one timer of a session.
func ExamplePolicy_Next() {
	policy, err := whatsapp.NewPolicy(whatsapp.DefaultConfig())
	if err != nil {
		fmt.Println(err)
		return
	}
	at := time.Date(2026, time.March, 1, 9, 0, 0, 0, time.UTC)
	s, err := whatsapp.Session{}.Apply(whatsapp.Offered{At: at, Agent: "ann", Until: at.Add(30 * time.Second)})
	if err != nil {
		fmt.Println(err)
		return
	}
	when, command, ok := policy.Next(s, at)
	fmt.Println(when.Sub(at), command.Name(), ok)
	// Output: 30s expire offer true
}

// errConflict: another process has stored events in the meantime.
var errConflict = errors.New("the log has grown")

// A log is where a host keeps the events of one session: a table with the
// session's key and the version as its primary key.
type log struct{ lines [][]byte }

// add stores events behind the first n, if there are no others yet: the optimistic
// lock. In SQL, the primary key refuses the second of two.
func (l *log) add(n uint64, events []whatsapp.Event) error {
	if uint64(len(l.lines)) != n {
		return errConflict
	}
	for _, e := range events {
		line, err := whatsapp.AppendEvent(nil, e)
		if err != nil {
			return err
		}
		l.lines = append(l.lines, line)
	}
	return nil
}

// load replays what the session does not know yet.
func (l *log) load(s whatsapp.Session) (whatsapp.Session, error) {
	return s.Replay(func(yield func(whatsapp.Event, error) bool) {
		for _, line := range l.lines[s.Version():] {
			if !yield(whatsapp.UnmarshalEvent(line)) {
				return
			}
		}
	})
}

// do decides on a command and stores what comes of it, anew if another process
// was faster.
func (l *log) do(p *whatsapp.Policy, s whatsapp.Session, c whatsapp.Command) (whatsapp.Session, error) {
	for {
		events, err := p.Handle(s, c)
		if err != nil {
			return s, err
		}
		err = l.add(s.Version(), events)
		if err != nil && !errors.Is(err, errConflict) {
			return s, err
		}
		conflict := err != nil
		if s, err = l.load(s); err != nil || !conflict {
			return s, err
		}
	}
}

// Two agents open the same interaction at the same moment, by two processes that
// both have the session as it was: one of them gets it.
func ExampleSession_Version() {
	c := whatsapp.DefaultConfig()
	c.Options.InProgressWorkbin = "in-progress"
	policy, err := whatsapp.NewPolicy(c)
	if err != nil {
		fmt.Println(err)
		return
	}
	at := time.Date(2026, time.March, 1, 9, 0, 0, 0, time.UTC)
	l := &log{}
	if err := l.add(0, []whatsapp.Event{
		whatsapp.Queued{At: at, Interaction: 1}, whatsapp.Parked{At: at, Agent: "ann", Workbin: "in-progress"},
	}); err != nil {
		fmt.Println(err)
		return
	}
	stale, err := l.load(whatsapp.Session{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, id := range []string{"ann", "bob"} {
		agent := whatsapp.Agent{ID: id, LoggedIn: true, Ready: true}
		s, err := l.do(policy, stale, whatsapp.Open{At: at, By: agent})
		fmt.Println(s.Version(), s.Agent(), errors.Is(err, decorum.WrongState))
	}
	// Output:
	// 3 ann false
	// 3 ann true
}

// An event as the log has it.
func ExampleAppendEvent() {
	at := time.Date(2026, time.March, 1, 9, 0, 7, 0, time.UTC)
	line, err := whatsapp.AppendEvent(nil, whatsapp.Accepted{At: at, Agent: "ann"})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(string(line))
	e, err := whatsapp.UnmarshalEvent(line)
	fmt.Printf("%T %v %v\n", e, e.When(), err)
	_, err = whatsapp.UnmarshalEvent([]byte(`{"type":"accepted","v":2,"at":"2026-03-01T09:00:07Z"}`))
	fmt.Println(err)
	// Output:
	// {"type":"accepted","v":1,"at":"2026-03-01T09:00:07Z","agent":"ann"}
	// whatsapp.Accepted 2026-03-01 09:00:07 +0000 UTC <nil>
	// /v: not known
}
