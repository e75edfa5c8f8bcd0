package oracle_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/attachment"
	"github.com/decorum-go/decorum/template"
	"github.com/decorum-go/decorum/whatsapp"
	"github.com/decorum-go/decorum/whatsapp/message"
)

var sessionStart = time.Date(2026, time.March, 1, 9, 0, 0, 0, time.UTC)

func sessionPolicy(t interface{ Fatal(...any) }, change func(*whatsapp.Config)) *whatsapp.Policy {
	c := whatsapp.DefaultConfig()
	c.Options.InProgressWorkbin, c.Options.OnHoldQueue, c.Options.ConferenceQueue = "bin", "hold", "conference"
	if change != nil {
		change(&c)
	}
	p, err := whatsapp.NewPolicy(c)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func deskAgent(id string) whatsapp.Agent {
	return whatsapp.Agent{ID: id, LoggedIn: true, Ready: true, Privileges: whatsapp.AllPrivileges()}
}

// A naiveSession keeps every event and answers by looking through all of them.
type naiveSession struct{ events []whatsapp.Event }

// standing is what the naive model reads out of a history.
type standing struct {
	state       whatsapp.State
	agent       string
	last        string
	interaction int
	members     []string
	invited     int
	until       time.Time
	refused     []string
	disposition string
}

func (n *naiveSession) standing() (s standing) {
	gone := func() { s.agent, s.members, s.invited = "", nil, 0 }
	for _, e := range n.events {
		switch e := e.(type) {
		case whatsapp.Queued:
			gone()
			s.state = whatsapp.StateQueued
			if e.Interaction > s.interaction {
				s.interaction, s.refused, s.disposition = e.Interaction, nil, ""
			}
		case whatsapp.Offered:
			s.state, s.agent, s.until = whatsapp.StateOffered, e.Agent, e.Until
		case whatsapp.Rejected:
			s.state, s.agent, s.refused = whatsapp.StateQueued, "", append(s.refused, e.Agent)
		case whatsapp.OfferExpired:
			s.state, s.agent, s.refused = whatsapp.StateQueued, "", append(s.refused, e.Agent)
		case whatsapp.Accepted:
			s.state, s.agent, s.last, s.refused = whatsapp.StateActive, e.Agent, e.Agent, nil
		case whatsapp.Opened:
			s.state, s.agent, s.last, s.refused = whatsapp.StateActive, e.Agent, e.Agent, nil
		case whatsapp.Parked:
			gone()
			s.state = whatsapp.StateParked
		case whatsapp.Held:
			gone()
			s.state = whatsapp.StateHeld
		case whatsapp.Transferred:
			gone()
			s.state, s.refused = whatsapp.StateQueued, []string{e.Agent}
		case whatsapp.ConferenceRequested:
			s.invited++
		case whatsapp.Joined:
			s.invited--
			s.members = append(s.members, e.Agent)
		case whatsapp.Left:
			if e.Agent == s.agent {
				s.agent, s.last = e.Owner, e.Owner
			}
			s.members = slices.DeleteFunc(slices.Clone(s.members), func(m string) bool { return m == e.Agent || m == e.Owner })
		case whatsapp.DispositionSet:
			s.disposition = e.Code
		case whatsapp.Done:
			gone()
			s.state, s.refused, s.disposition = whatsapp.StateIdle, nil, ""
		case whatsapp.Ended:
			if agent := s.agent; s.state == whatsapp.StateActive {
				gone()
				s.state, s.agent = whatsapp.StateEnded, agent
			} else {
				gone()
				s.state, s.refused, s.disposition = whatsapp.StateIdle, nil, ""
			}
		}
	}
	return s
}

// known looks for an inbound id among the last 4,096 ids of the last 36 hours.
func (n *naiveSession) known(id string, at time.Time) bool {
	ids := 0
	for i := len(n.events) - 1; i >= 0; i-- {
		switch e := n.events[i].(type) {
		case whatsapp.Received:
			if e.Envelope.ID == id && ids < whatsapp.MaxIDs {
				return at.Before(e.At.Add(whatsapp.IDLifetime))
			}
			ids++
		case whatsapp.SendRequested, whatsapp.SendAccepted, whatsapp.SendFailed:
			ids++
		}
	}
	return false
}

func (n *naiveSession) outbox() (ids []string) {
	for _, e := range n.events {
		switch e := e.(type) {
		case whatsapp.SendRequested:
			ids = append(ids, e.LocalID)
		case whatsapp.SendAccepted:
			ids = slices.DeleteFunc(ids, func(id string) bool { return id == e.LocalID })
		case whatsapp.SendFailed:
			ids = slices.DeleteFunc(ids, func(id string) bool { return id == e.LocalID })
		}
	}
	return ids
}

// used looks for a local id among those of the last 36 hours, and of all that wait.
func (n *naiveSession) used(localID string, at time.Time) bool {
	return slices.Contains(n.outbox(), localID) || slices.ContainsFunc(n.events, func(e whatsapp.Event) bool {
		r, ok := e.(whatsapp.SendRequested)
		return ok && r.LocalID == localID && at.Before(r.At.Add(whatsapp.IDLifetime))
	})
}

func (n *naiveSession) open(at time.Time) bool {
	var heard, shut time.Time
	for _, e := range n.events {
		switch e := e.(type) {
		case whatsapp.Received:
			if _, reaction := e.Message.(message.Reaction); reaction && e.Message.(message.Reaction).Emoji == "" {
				continue
			}
			first := e.Envelope.Originated
			if e.Envelope.Arrived.Before(first) {
				first = e.Envelope.Arrived
			}
			if first.After(heard) {
				heard = first
			}
		case whatsapp.SendFailed:
			sent := e.Sent
			if sent.IsZero() {
				sent = e.At
			}
			if e.Error == 131047 && sent.After(shut) {
				shut = sent
			}
		}
	}
	return !heard.IsZero() && heard.After(shut) && at.Before(heard.Add(24*time.Hour))
}

// allows tells whether the naive model lets the command pass; known is false for
// commands that it does not judge.
func (n *naiveSession) allows(c whatsapp.Command) (allowed, known bool) {
	s := n.standing()
	part := func(id string) bool { return s.agent == id || slices.Contains(s.members, id) }
	active := s.state == whatsapp.StateActive
	switch c := c.(type) {
	case whatsapp.Receive:
		return true, true
	case whatsapp.Offer:
		return s.state == whatsapp.StateQueued && !slices.Contains(s.refused, c.To.ID), true
	case whatsapp.Accept:
		return s.state == whatsapp.StateOffered && s.agent == c.By.ID && c.At.Before(s.until), true
	case whatsapp.Reject:
		return s.state == whatsapp.StateOffered && s.agent == c.By.ID, true
	case whatsapp.ExpireOffer:
		return s.state == whatsapp.StateOffered && !c.At.Before(s.until), true
	case whatsapp.Park:
		return active && s.agent == c.By.ID, true
	case whatsapp.Hold:
		return active && s.agent == c.By.ID, true
	case whatsapp.Transfer:
		return active && s.agent == c.By.ID, true
	case whatsapp.Open:
		return s.state == whatsapp.StateParked || s.state == whatsapp.StateHeld, true
	case whatsapp.MarkDone:
		return (active || s.state == whatsapp.StateEnded) && s.agent == c.By.ID, true
	case whatsapp.SetDisposition:
		return active && part(c.By.ID) || s.state == whatsapp.StateEnded && s.agent == c.By.ID, true
	case whatsapp.Conference:
		return active && part(c.By.ID) && !part(c.To.Name), len(s.members)+s.invited < 16
	case whatsapp.Join:
		return active && !part(c.By.ID) && s.invited > 0, true
	case whatsapp.Leave:
		return active && part(c.By.ID) && len(s.members) > 0, true
	case whatsapp.End:
		return s.state != whatsapp.StateIdle && s.state != whatsapp.StateEnded, true
	case whatsapp.SendMessage:
		return active && part(c.By.ID) && n.open(c.At) && !n.used(c.LocalID, c.At), len(n.outbox()) < 60
	case whatsapp.ReportAccepted:
		return n.used(c.LocalID, c.At), true
	case whatsapp.ReportFailed:
		return n.used(c.LocalID, c.At), true
	case whatsapp.ReportStatus, whatsapp.LogOut, whatsapp.Tick:
		return true, true
	}
	return false, false
}

func drawCommand(t *rapid.T, at time.Time) whatsapp.Command {
	by := deskAgent(rapid.SampledFrom([]string{"ann", "bob", "cid"}).Draw(t, "agent"))
	number := rapid.IntRange(0, 5).Draw(t, "number")
	local, wamid := fmt.Sprint("local", number), fmt.Sprint("wamid", number)
	code := rapid.SampledFrom([]int{0, 131026, 131047, 131050}).Draw(t, "error")
	switch rapid.SampledFrom([]string{
		"receive", "receive", "offer", "offer", "accept", "accept", "accept", "reject", "expire", "park", "hold", "open", "open", "done",
		"transfer", "conference", "join", "leave", "disposition", "logout", "end", "send", "send", "send", "accepted", "failed", "status", "tick",
	}).Draw(t, "command") {
	case "receive":
		var m message.Message = message.Text{Body: "Hello"}
		if rapid.IntRange(0, 3).Draw(t, "reaction") == 0 {
			m = message.Reaction{Target: "x", Emoji: rapid.SampledFrom([]string{"", "👍"}).Draw(t, "emoji")}
		}
		ago := time.Duration(rapid.Int64Range(-int64(time.Hour), int64(30*time.Hour)).Draw(t, "ago"))
		return whatsapp.Receive{At: at, Message: m, Envelope: message.Envelope{
			ID: fmt.Sprint("in", rapid.IntRange(0, 20).Draw(t, "inbound")), Direction: message.Inbound, Originated: at.Add(-ago), Arrived: at,
		}}
	case "offer":
		return whatsapp.Offer{At: at, To: by}
	case "accept":
		return whatsapp.Accept{At: at, By: by}
	case "reject":
		return whatsapp.Reject{At: at, By: by}
	case "expire":
		return whatsapp.ExpireOffer{At: at}
	case "park":
		return whatsapp.Park{At: at, By: by}
	case "hold":
		return whatsapp.Hold{At: at, By: by}
	case "open":
		return whatsapp.Open{At: at, By: by}
	case "done":
		return whatsapp.MarkDone{At: at, By: by}
	case "transfer":
		return whatsapp.Transfer{At: at, By: by, ToQueue: "billing"}
	case "conference":
		return whatsapp.Conference{At: at, By: by, To: whatsapp.Target{Kind: whatsapp.TargetAgent, Name: rapid.SampledFrom([]string{"ann", "bob", "cid"}).Draw(t, "to")}}
	case "join":
		return whatsapp.Join{At: at, By: by}
	case "leave":
		return whatsapp.Leave{At: at, By: by}
	case "disposition":
		return whatsapp.SetDisposition{At: at, By: by, Code: wamid}
	case "logout":
		return whatsapp.LogOut{At: at, By: by}
	case "end":
		return whatsapp.End{At: at}
	case "send":
		return whatsapp.SendMessage{At: at, By: by, LocalID: local, Message: message.Text{Body: "Hello"}}
	case "accepted":
		return whatsapp.ReportAccepted{At: at, LocalID: local, WAMID: wamid}
	case "failed":
		return whatsapp.ReportFailed{At: at, LocalID: local, Error: code}
	case "status":
		status := rapid.SampledFrom([]whatsapp.DeliveryStatus{whatsapp.StatusSent, whatsapp.StatusRead, whatsapp.StatusFailed}).Draw(t, "status")
		return whatsapp.ReportStatus{At: at, Status: status, WAMID: wamid, LocalID: rapid.SampledFrom([]string{"", local}).Draw(t, "told"), Error: code}
	default:
		return whatsapp.Tick{At: at}
	}
}

// TestASessionIsAsANaiveModelSays leads sessions through random commands beside a
// model that scans its history. Many more histories:
//
//	go test ./internal/oracle -run NaiveModel -rapid.checks=100000
func TestASessionIsAsANaiveModelSays(t *testing.T) {
	p := sessionPolicy(t, nil)
	rapid.Check(t, func(t *rapid.T) {
		var s whatsapp.Session
		n := &naiveSession{}
		at := sessionStart
		for range rapid.IntRange(1, 40).Draw(t, "length") {
			at = at.Add(time.Duration(rapid.SampledFrom([]int64{0, 1, 1e9, 30e9, 3600e9, 12 * 3600e9, 24 * 3600e9}).Draw(t, "passed")))
			c := drawCommand(t, at)
			allowed, judged := n.allows(c)
			if r, ok := c.(whatsapp.Receive); ok && s.Remembers(r.Envelope.ID, at) != n.known(r.Envelope.ID, at) {
				t.Fatalf("remembers %s: %v", r.Envelope.ID, s.Remembers(r.Envelope.ID, at))
			}
			events, err := p.Handle(s, c)
			if vs := p.Check(s, c); vs.HasErrors() != (err != nil) {
				t.Fatalf("%#v: Handle says %v, Check says %v", c, err, vs)
			}
			if judged && allowed != (err == nil) {
				t.Fatalf("%#v: %v, but the model allows it: %v (%+v)", c, err, allowed, n.standing())
			}
			if r, ok := c.(whatsapp.Receive); ok && n.known(r.Envelope.ID, at) != (len(events) == 0) {
				t.Fatalf("%s taken in twice, or not at all", r.Envelope.ID)
			}
			for _, e := range events {
				if s, err = s.Apply(e); err != nil {
					t.Fatal(err)
				}
				n.events = append(n.events, e)
			}
			compareSession(t, p, s, n, at)
		}
	})
}

func compareSession(t *rapid.T, p *whatsapp.Policy, s whatsapp.Session, n *naiveSession, at time.Time) {
	want := n.standing()
	if s.State() != want.state || s.Agent() != want.agent || s.LastAgent() != want.last || s.Interaction() != want.interaction ||
		s.Disposition() != want.disposition || !slices.Equal(slices.Collect(s.Members()), want.members) {
		t.Fatalf("%v %q %q %d, want %+v", s.State(), s.Agent(), s.LastAgent(), s.Interaction(), want)
	}
	if s.Version() != uint64(len(n.events)) {
		t.Fatalf("version %d after %d events", s.Version(), len(n.events))
	}
	var outbox []string
	for m := range s.Outbox() {
		outbox = append(outbox, m.LocalID)
	}
	if !slices.Equal(outbox, n.outbox()) {
		t.Fatalf("outbox %v, want %v", outbox, n.outbox())
	}
	if s.Window().IsOpen(at) != n.open(at) {
		t.Fatalf("the window is open: %v", s.Window().IsOpen(at))
	}
	// A restart changes nothing.
	data, err := json.Marshal(s)
	if err != nil {
		t.Fatal(err)
	}
	var back whatsapp.Session
	if err := json.Unmarshal(data, &back); err != nil {
		t.Fatal(err)
	}
	again, err := json.Marshal(back)
	if err != nil || string(again) != string(data) {
		t.Fatalf("%s became %s", data, again)
	}
	lawOfActions(t, p, s, at)
	lawOfDone(t, p, s, at)
	lawOfNext(t, p, s, at)
}

// lawOfActions: an action is enabled if and only if Handle takes its command.
func lawOfActions(t *rapid.T, p *whatsapp.Policy, s whatsapp.Session, at time.Time) {
	by := deskAgent(rapid.SampledFrom([]string{"ann", "bob", "cid"}).Draw(t, "actor"))
	data := []whatsapp.Datum{{Key: "k"}}
	commands := map[whatsapp.ActionKind]whatsapp.Command{
		whatsapp.ActionAccept:   whatsapp.Accept{At: at, By: by},
		whatsapp.ActionReject:   whatsapp.Reject{At: at, By: by},
		whatsapp.ActionSendText: whatsapp.SendMessage{At: at, By: by, LocalID: "new", Message: message.Text{Body: "x"}},
		whatsapp.ActionSendFile: whatsapp.SendMessage{At: at, By: by, LocalID: "new", Message: message.Media{
			File: attachment.Document, ID: "1", MIME: "application/pdf", Name: "a.pdf", Size: 1,
		}},
		whatsapp.ActionSendNotification: whatsapp.SendMessage{At: at, By: by, LocalID: "new", Message: message.Structured{
			Structured: template.Notification{ID: "ready", Language: "en", Body: "Ready."}.Fill(template.Arguments{}),
		}},
		whatsapp.ActionSendInteractive: whatsapp.SendMessage{At: at, By: by, LocalID: "new", Message: message.Structured{
			Structured: template.ReplyButtons{Body: "Which day?", Buttons: []template.Reply{{ID: "a", Title: "Monday"}}},
		}},
		whatsapp.ActionConference:    whatsapp.Conference{At: at, By: by, To: whatsapp.Target{Kind: whatsapp.TargetAgent, Name: "dan"}},
		whatsapp.ActionConsult:       whatsapp.Consult{At: at, By: by, With: whatsapp.Target{Kind: whatsapp.TargetSkill, Name: "dan"}},
		whatsapp.ActionPark:          whatsapp.Park{At: at, By: by},
		whatsapp.ActionOpen:          whatsapp.Open{At: at, By: by},
		whatsapp.ActionHold:          whatsapp.Hold{At: at, By: by},
		whatsapp.ActionTransfer:      whatsapp.Transfer{At: at, By: by, ToQueue: "q"},
		whatsapp.ActionJoin:          whatsapp.Join{At: at, By: by},
		whatsapp.ActionLeave:         whatsapp.Leave{At: at, By: by},
		whatsapp.ActionEndConsult:    whatsapp.EndConsult{At: at, By: by},
		whatsapp.ActionNote:          whatsapp.AddNote{At: at, By: by, Text: "x"},
		whatsapp.ActionCaseData:      whatsapp.SetCaseData{At: at, By: by, Data: data},
		whatsapp.ActionContactData:   whatsapp.SetContactData{At: at, By: by, Data: data},
		whatsapp.ActionAssignContact: whatsapp.AssignContact{At: at, By: by, Contact: "c"},
		whatsapp.ActionDisposition:   whatsapp.SetDisposition{At: at, By: by, Code: "c"},
		whatsapp.ActionDone:          whatsapp.MarkDone{At: at, By: by},
	}
	for _, a := range p.Actions(s, by, at) {
		c, ok := commands[a.Kind]
		if !ok {
			continue
		}
		if _, err := p.Handle(s, c); (err == nil) != a.Enabled() {
			t.Fatalf("%v is enabled: %v, and Handle says %v", a.Kind, a.Enabled(), err)
		}
	}
}

// lawOfDone: closing the interaction changes neither what may be sent nor what is
// a repetition.
func lawOfDone(t *rapid.T, p *whatsapp.Policy, s whatsapp.Session, at time.Time) {
	after, err := s.Apply(whatsapp.Done{At: at, Agent: s.Agent(), Interaction: s.Interaction()})
	if err != nil {
		t.Fatal(err)
	}
	text := message.Text{Body: "x"}
	a, b := p.MaySend(s, deskAgent("ann"), text, at), p.MaySend(after, deskAgent("ann"), text, at)
	if a.Decision != b.Decision || !slices.Equal(a.Why, b.Why) || !a.Until.Equal(b.Until) {
		t.Fatalf("before done %+v, after it %+v", a, b)
	}
	for i := range 21 {
		if id := fmt.Sprint("in", i); s.Remembers(id, at) != after.Remembers(id, at) {
			t.Fatalf("done forgot %s", id)
		}
	}
}

// lawOfNext: the command of the timer is never refused, and time goes on.
func lawOfNext(t *rapid.T, p *whatsapp.Policy, s whatsapp.Session, at time.Time) {
	when, c, ok := p.Next(s, at)
	for range 10 {
		if !ok {
			return
		}
		if when.Before(at) {
			t.Fatalf("the timer is set to %v, before %v", when, at)
		}
		events, err := p.Handle(s, c)
		if err != nil {
			t.Fatalf("%#v is refused: %v", c, err)
		}
		for _, e := range events {
			if s, err = s.Apply(e); err != nil {
				t.Fatal(err)
			}
		}
		last := when
		if when, c, ok = p.Next(s, last); ok && !when.After(last) {
			t.Fatalf("the timer stands still at %v", when)
		}
	}
	t.Fatal("the timer has no end")
}

// TestDeliveryOrderDoesNotChangeTheWindow: equal messages, delivered in any order
// and any number of times, give equal windows.
func TestDeliveryOrderDoesNotChangeTheWindow(t *testing.T) {
	p := sessionPolicy(t, nil)
	rapid.Check(t, func(t *rapid.T) {
		var commands []whatsapp.Command
		for i := range rapid.IntRange(1, 10).Draw(t, "messages") {
			at := sessionStart.Add(time.Duration(rapid.Int64Range(0, int64(30*time.Hour)).Draw(t, "at")))
			ago := time.Duration(rapid.Int64Range(-int64(time.Hour), int64(30*time.Hour)).Draw(t, "ago"))
			commands = append(commands, whatsapp.Receive{
				At: at, Message: message.Text{Body: "x"},
				Envelope: message.Envelope{ID: fmt.Sprint(i), Direction: message.Inbound, Originated: at.Add(-ago), Arrived: at},
			})
		}
		run := func(commands []whatsapp.Command) whatsapp.Window {
			var s whatsapp.Session
			for _, c := range commands {
				events, err := p.Handle(s, c)
				if err != nil {
					t.Fatal(err)
				}
				for _, e := range events {
					if s, err = s.Apply(e); err != nil {
						t.Fatal(err)
					}
				}
			}
			return s.Window()
		}
		other := rapid.Permutation(append(slices.Clone(commands), commands...)).Draw(t, "order")
		if a, b := run(commands), run(other); a != b {
			t.Fatalf("%v and %v", a, b)
		}
	})
}

// TestHandleIsTotal: no command of any shape makes Handle panic, and each error is
// the library's own.
func TestHandleIsTotal(t *testing.T) {
	p := sessionPolicy(t, func(c *whatsapp.Config) { c.Desk.RoleBased = true })
	text := rapid.OneOf(rapid.String(), rapid.Just("\xff"), rapid.Just("ann"))
	rapid.Check(t, func(t *rapid.T) {
		by := whatsapp.Agent{ID: text.Draw(t, "id")}
		var at time.Time
		if rapid.Bool().Draw(t, "timed") {
			at = time.Unix(rapid.Int64().Draw(t, "at"), 0)
		}
		s, id := text.Draw(t, "text"), text.Draw(t, "other")
		n := rapid.IntRange(-1, 1<<20).Draw(t, "n")
		for _, c := range []whatsapp.Command{
			whatsapp.Receive{At: at, Envelope: message.Envelope{ID: id, GroupID: s}, Message: message.Text{Body: s}},
			whatsapp.Call{At: at, Envelope: message.Envelope{ID: id}, Call: message.Call{SDP: s}},
			whatsapp.SendMessage{At: at, By: by, LocalID: id, Message: message.Text{Body: s}, Bot: n%2 == 0},
			whatsapp.InsertResponse{At: at, By: by, LocalID: s, Parts: []message.Message{nil, message.Text{Body: s}}},
			whatsapp.RemovePart{At: at, By: by, Part: n},
			whatsapp.ReportStatus{At: at, Status: whatsapp.DeliveryStatus(n & 255), WAMID: s, LocalID: s, Error: n, Reported: at},
			whatsapp.Conference{At: at, By: by, To: whatsapp.Target{Kind: whatsapp.TargetKind(n & 255), Name: s}},
			whatsapp.Consult{At: at, By: by, With: whatsapp.Target{Kind: whatsapp.TargetKind(n & 255), Name: s}},
			whatsapp.AddNote{At: at, By: by, Text: s},
			whatsapp.SetCaseData{At: at, By: by, Data: []whatsapp.Datum{{Key: s, Value: s}}},
			whatsapp.StartOutbound{At: at, By: by, FromOtherMedia: true},
			whatsapp.DescribeMedia{At: at, ID: id, Media: message.Media{Name: s}},
			whatsapp.End{At: at, Reason: whatsapp.EndReason(n & 255)},
			nil,
		} {
			events, err := p.Handle(whatsapp.Session{}, c)
			if err != nil && !slices.Collect(decorum.All(err))[0].Code.Known() {
				t.Fatalf("%#v: %v", c, err)
			}
			for _, e := range events {
				if _, err := whatsapp.AppendEvent(nil, e); err != nil {
					t.Fatalf("%#v gives %#v, which cannot be stored: %v", c, e, err)
				}
			}
		}
	})
}
