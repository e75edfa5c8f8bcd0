package whatsapptest_test

import (
	"strconv"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/attachment"
	"github.com/decorum-go/decorum/whatsapp"
	"github.com/decorum-go/decorum/whatsapp/message"
	kit "github.com/decorum-go/decorum/whatsapp/whatsapptest"
)

func TestIN1OfferAcceptRejectExpire(t *testing.T) {
	c := kit.NewClock()
	ann, bob := kit.Agent("ann"), kit.Agent("bob")
	s := kit.Given(t, kit.Policy(t), kit.Waiting(c)...)
	s.When(whatsapp.Offer{At: c.Now(), To: ann}).
		Then(whatsapp.Offered{At: c.Now(), Agent: "ann", Until: c.Now().Add(30 * time.Second)})
	s.When(whatsapp.Offer{At: c.Now(), To: bob}).ThenRefused(decorum.WrongState)
	s.When(whatsapp.Accept{At: c.Now(), By: bob}).ThenRefused(decorum.Mismatch)
	s.When(whatsapp.Reject{At: c.Now(), By: ann}).Then(whatsapp.Rejected{At: c.Now(), Agent: "ann"})
	s.When(whatsapp.Offer{At: c.Now(), To: ann}).ThenRefused(decorum.OutOfOrder)
	s.When(whatsapp.Offer{At: c.Now(), To: bob}).ThenNames("offered")
	s.When(whatsapp.ExpireOffer{At: c.Advance(30*time.Second - 1)}).ThenRefused(decorum.OutOfOrder)
	s.When(whatsapp.Tick{At: c.Now()}).Then()
	s.When(whatsapp.Accept{At: c.Advance(1), By: bob}).ThenRefused(decorum.TooOld)
	s.When(whatsapp.ExpireOffer{At: c.Now()}).Then(whatsapp.OfferExpired{At: c.Now(), Agent: "bob"})
	s.When(whatsapp.Offer{At: c.Now(), To: bob}).ThenRefused(decorum.OutOfOrder)
	s.When(whatsapp.Offer{At: c.Now(), To: kit.Agent("cid")}, whatsapp.Accept{At: c.Now(), By: kit.Agent("cid")}).
		Then(whatsapp.Accepted{At: c.Now(), Agent: "cid"})
	s.When(whatsapp.Accept{At: c.Now(), By: kit.Agent("cid")}).ThenViolations(decorum.Violation{
		Code: decorum.WrongState, Severity: decorum.SeverityError, Want: "accept in state offered, not active",
	})
}

func TestIN1AnOfferWithoutATimeoutDoesNotExpire(t *testing.T) {
	c := kit.NewClock()
	p := kit.Policy(t, func(c *whatsapp.Config) { c.OfferTimeout = 0 })
	s := kit.Given(t, p, kit.Waiting(c)...)
	s.When(whatsapp.Offer{At: c.Now(), To: kit.Agent("ann")}).Then(whatsapp.Offered{At: c.Now(), Agent: "ann"})
	s.When(whatsapp.Tick{At: c.Advance(time.Hour)}).Then()
	s.When(whatsapp.ExpireOffer{At: c.Now()}).ThenRefused(decorum.OutOfOrder)
	s.When(whatsapp.Accept{At: c.Now(), By: kit.Agent("ann")}).ThenNames("accepted")
}

func TestIN3DoneKeepsWindowMemoryAndLastAgent(t *testing.T) {
	c := kit.NewClock()
	s := kit.Given(t, kit.Policy(t), kit.Active(c, "ann")...)
	window := s.Session().Window()
	s.When(whatsapp.SetDisposition{At: c.Now(), By: kit.Agent("ann"), Code: "solved"}).ThenNames("disposition_set")
	s.When(whatsapp.SetDisposition{At: c.Now(), By: kit.Agent("ann"), Code: "solved"}).Then()
	s.When(whatsapp.MarkDone{At: c.Advance(time.Minute), By: kit.Agent("ann")}).
		Then(whatsapp.Done{At: c.Now(), Agent: "ann", Interaction: 1, Disposition: "solved"})
	if got := s.Session(); got.Window() != window || got.LastAgent() != "ann" || got.State() != whatsapp.StateIdle ||
		got.Agent() != "" || got.Disposition() != "" || got.PendingResponse() != (whatsapp.PendingResponse{}) {
		t.Errorf("after done: %v", got.State())
	}
	s.When(kit.Text(c.Now(), "wamid.1", "Good morning")).ThenWarned(decorum.Duplicate)
	s.When(kit.Text(c.Now(), "wamid.2", "One more thing")).ThenNames("received", "queued")
	if got := s.Session(); got.Interaction() != 2 || got.State() != whatsapp.StateQueued || got.LastAgent() != "ann" {
		t.Errorf("interaction %d is %v", got.Interaction(), got.State())
	}
	if o := s.Session().Offering(); o.LastHandler != "ann" || !o.Since.Equal(c.Now()) {
		t.Errorf("offering %+v", o)
	}
}

func TestIN3ADispositionCanBeMandatory(t *testing.T) {
	c := kit.NewClock()
	p := kit.Policy(t, func(c *whatsapp.Config) { c.DispositionRequired = true })
	s := kit.Given(t, p, kit.Active(c, "ann")...)
	done := whatsapp.MarkDone{At: c.Now(), By: kit.Agent("ann")}
	s.When(done).ThenRefused(decorum.Required)
	s.When(whatsapp.SetDisposition{At: c.Now(), By: kit.Agent("ann"), Code: "x"}, done).ThenNames("done")
	s.When(done).ThenRefused(decorum.WrongState, decorum.Required)
}

func TestIN4NotesAndCaseData(t *testing.T) {
	c := kit.NewClock()
	ann := kit.Agent("ann")
	s := kit.Given(t, kit.Policy(t), kit.Active(c, "ann")...)
	s.When(whatsapp.AddNote{At: c.Now(), By: ann, Text: "Calls back"}).
		Then(whatsapp.NoteAdded{At: c.Now(), Agent: "ann", Text: "Calls back"})
	s.When(whatsapp.AddNote{At: c.Now(), By: ann, Text: " \u200b"}).ThenRefused(decorum.Blank)
	s.When(whatsapp.AddNote{At: c.Now(), By: ann, Text: "\xff"}).ThenRefused(decorum.InvalidUTF8)
	s.When(whatsapp.AddNote{At: c.Now(), By: ann, Text: string(make([]byte, 4097)) + "a"}).ThenRefused(decorum.TooLong)
	data := []whatsapp.Datum{{Key: "OrderId", Value: "17"}, {Key: "Empty"}}
	s.When(whatsapp.SetCaseData{At: c.Now(), By: ann, Data: data}).
		Then(whatsapp.CaseDataSet{At: c.Now(), Agent: "ann", Data: data})
	s.When(whatsapp.SetCaseData{At: c.Now(), By: ann}).ThenRefused(decorum.Required)
	s.When(whatsapp.SetCaseData{At: c.Now(), By: ann, Data: append(data, data[0], whatsapp.Datum{})}).
		ThenRefused(decorum.Duplicate, decorum.Required)
	var most []whatsapp.Datum
	for i := range 101 {
		most = append(most, whatsapp.Datum{Key: strconv.Itoa(i)})
	}
	s.When(whatsapp.SetCaseData{At: c.Now(), By: ann, Data: most[:100]}).ThenNames("case_data_set")
	s.When(whatsapp.SetCaseData{At: c.Now(), By: ann, Data: most}).ThenRefused(decorum.TooMany)
}

func TestIN5AssignAndAddContactData(t *testing.T) {
	c := kit.NewClock()
	ann := kit.Agent("ann")
	s := kit.Given(t, kit.Policy(t), kit.Active(c, "ann")...)
	s.When(whatsapp.AssignContact{At: c.Now(), By: ann, Contact: "contact 7"}).
		Then(whatsapp.ContactAssigned{At: c.Now(), Agent: "ann", Contact: "contact 7"})
	s.When(whatsapp.AssignContact{At: c.Now(), By: ann, Contact: "contact 7"}).Then()
	s.When(whatsapp.AssignContact{At: c.Now(), By: ann}).ThenRefused(decorum.Required)
	s.When(whatsapp.SetContactData{At: c.Now(), By: ann, Data: []whatsapp.Datum{{Key: "EmailAddress", Value: "a@example.com"}}}).
		ThenNames("contact_data_set")
	if got := s.Session().Contact(); got != "contact 7" {
		t.Errorf("contact %q", got)
	}
}

func TestIN6TransferToAnAgentOrAQueue(t *testing.T) {
	c := kit.NewClock()
	ann, bob := kit.Agent("ann"), kit.Agent("bob")
	p := kit.Policy(t)
	s := kit.Given(t, p, kit.Active(c, "ann")...)
	s.When(whatsapp.Transfer{At: c.Now(), By: ann}).ThenRefused(decorum.Required)
	s.When(whatsapp.Transfer{At: c.Now(), By: ann, ToAgent: bob, ToQueue: "q"}).ThenRefused(decorum.Conflict)
	s.When(whatsapp.Transfer{At: c.Now(), By: ann, ToAgent: ann}).ThenRefused(decorum.Conflict)
	s.When(whatsapp.Transfer{At: c.Now(), By: bob, ToQueue: "q"}).ThenRefused(decorum.Mismatch)
	busy := bob
	busy.Load.Active = 1
	s.When(whatsapp.Transfer{At: c.Now(), By: ann, ToAgent: busy}).ThenRefused(decorum.CapacityReached)
	s.When(whatsapp.Transfer{At: c.Now(), By: ann, ToAgent: bob}).Then(whatsapp.Transferred{
		At: c.Now(), Agent: "ann", ToAgent: "bob", Until: c.Now().Add(30 * time.Second),
	})
	if got := s.Session(); got.State() != whatsapp.StateOffered || got.Agent() != "bob" {
		t.Errorf("%v to %q", got.State(), got.Agent())
	}
	s.When(whatsapp.Reject{At: c.Now(), By: bob}).ThenNames("rejected")
	s.When(whatsapp.Offer{At: c.Now(), To: ann}).ThenRefused(decorum.OutOfOrder) // it was given away
	s = kit.Given(t, p, kit.Active(c, "ann")...)
	s.When(whatsapp.Transfer{At: c.Now(), By: ann, ToQueue: "billing"}).
		Then(whatsapp.Transferred{At: c.Now(), Agent: "ann", ToQueue: "billing"})
	if got := s.Session(); got.State() != whatsapp.StateQueued || got.Place() != "billing" || got.Agent() != "" {
		t.Errorf("%v in %q", got.State(), got.Place())
	}
}

func TestIN6Conference(t *testing.T) {
	c := kit.NewClock()
	ann, bob := kit.Agent("ann"), kit.Agent("bob")
	skill := whatsapp.Conference{At: c.Now(), By: ann, To: whatsapp.Target{Kind: whatsapp.TargetSkill, Name: "billing"}}
	agent := whatsapp.Conference{At: c.Now(), By: ann, To: whatsapp.Target{Kind: whatsapp.TargetAgent, Name: "bob"}}
	without := kit.Policy(t, func(c *whatsapp.Config) { c.ConferenceSubtype = false })
	kit.Given(t, without, kit.Active(c, "ann")...).When(agent).ThenRefused(decorum.Disabled)
	noQueue := kit.Given(t, kit.Policy(t, func(c *whatsapp.Config) { c.Options.ConferenceQueue = "" }), kit.Active(c, "ann")...)
	noQueue.When(skill).ThenViolations(decorum.Violation{
		Code: decorum.Disabled, Severity: decorum.SeverityError, Want: "intercommunication.whatsappsession.queue",
	})
	noQueue.When(agent).ThenNames("conference_requested")

	s := kit.Given(t, kit.Policy(t), kit.Active(c, "ann")...)
	s.When(whatsapp.Join{At: c.Now(), By: bob}).ThenRefused(decorum.NotFound)
	s.When(whatsapp.Leave{At: c.Now(), By: ann}).ThenRefused(decorum.WrongState)
	s.When(skill).Then(whatsapp.ConferenceRequested{
		At: c.Now(), Agent: "ann", To: skill.To, Queue: "conference", Attached: []whatsapp.Datum{
			{Key: "IW_RoutingBasedOriginalEmployeeId", Value: "ann"},
			{Key: "IW_RoutingBasedTargetId", Value: "billing"},
			{Key: "IW_RoutingBasedTargetType", Value: "skill"},
			{Key: "IW_RoutingBasedRequestType", Value: "conference"},
		},
	})
	s.When(whatsapp.Join{At: c.Now(), By: bob}).Then(whatsapp.Joined{At: c.Now(), Agent: "bob"})
	s.When(whatsapp.Join{At: c.Now(), By: bob}).ThenRefused(decorum.Duplicate)
	s.When(whatsapp.Join{At: c.Now(), By: kit.Agent("cid")}).ThenRefused(decorum.NotFound)
	s.When(agent).ThenRefused(decorum.Duplicate)
	dan := whatsapp.Target{Kind: whatsapp.TargetAgent, Name: "dan"}
	two := kit.Given(t, kit.Policy(t), kit.Active(c, "ann")...)
	two.When(skill, whatsapp.Conference{At: c.Now(), By: ann, To: dan}, whatsapp.Join{At: c.Now(), By: bob})
	two.When(whatsapp.Join{At: c.Now(), By: kit.Agent("dan")}).ThenNames("joined") // each by an invitation
	s.When(whatsapp.SendMessage{At: c.Now(), By: bob, LocalID: "b", Message: message.Text{Body: "Hello"}}).ThenNames("send_requested")
	s.When(whatsapp.Park{At: c.Now(), By: bob}).ThenRefused(decorum.Mismatch)
	s.When(whatsapp.Leave{At: c.Now(), By: ann}).Then(whatsapp.Left{At: c.Now(), Agent: "ann", Owner: "bob"})
	for m := range s.Session().Members() {
		t.Errorf("%s is still a member", m)
	}
	s.When(whatsapp.Park{At: c.Now(), By: bob}).ThenNames("parked")
}

func TestIN6AMemberLeaves(t *testing.T) {
	c := kit.NewClock()
	s := kit.Given(t, kit.Policy(t), append(kit.Active(c, "ann"),
		whatsapp.Joined{At: c.Now(), Agent: "bob"}, whatsapp.Joined{At: c.Now(), Agent: "cid"})...)
	s.When(whatsapp.Leave{At: c.Now(), By: kit.Agent("bob")}).Then(whatsapp.Left{At: c.Now(), Agent: "bob", Owner: "ann"})
	var members []string
	for m := range s.Session().Members() {
		members = append(members, m)
	}
	if diff := cmp.Diff([]string{"cid"}, members); diff != "" {
		t.Error(diff)
	}
}

func TestIN6Consultation(t *testing.T) {
	c := kit.NewClock()
	ann := kit.Agent("ann")
	s := kit.Given(t, kit.Policy(t), kit.Active(c, "ann")...)
	s.When(whatsapp.EndConsult{At: c.Now(), By: ann}).ThenRefused(decorum.WrongState)
	with := whatsapp.Target{Kind: whatsapp.TargetAgent, Name: "bob"}
	s.When(whatsapp.Consult{At: c.Now(), By: ann}).ThenRefused(decorum.Required, decorum.Unsupported)
	s.When(whatsapp.Consult{At: c.Now(), By: ann, With: with, Voice: true}).
		Then(whatsapp.ConsultStarted{At: c.Now(), Agent: "ann", With: with, Voice: true})
	s.When(whatsapp.Consult{At: c.Now(), By: ann, With: with}).ThenRefused(decorum.WrongState)
	s.When(whatsapp.EndConsult{At: c.Now(), By: ann}).ThenNames("consult_ended")
	s.When(whatsapp.EndConsult{At: c.Now(), By: ann}).ThenRefused(decorum.WrongState)
	s.When(whatsapp.Consult{At: c.Now(), By: ann, With: with}).ThenNames("consult_started")
}

func TestIN7CapacityAndAvailability(t *testing.T) {
	c := kit.NewClock()
	p := kit.Policy(t, func(c *whatsapp.Config) { c.Desk.Capacity.Max = 2 })
	s := kit.Given(t, p, kit.Waiting(c)...)
	ann := kit.Agent("ann")
	ann.Load = whatsapp.Load{Offered: 1, Active: 1, Parked: 9, Held: 9, Done: 9}
	s.When(whatsapp.Offer{At: c.Now(), To: ann}).ThenViolations(decorum.Violation{
		Code: decorum.CapacityReached, Severity: decorum.SeverityError, Path: "/to/load", Limit: 2, Actual: 3, Unit: decorum.Items,
	})
	ann.Load.Offered = 0
	out := ann
	out.LoggedIn, out.Ready = false, false
	s.When(whatsapp.Offer{At: c.Now(), To: out}).ThenRefused(decorum.NotReady, decorum.NotReady)
	s.When(whatsapp.Offer{At: c.Now()}).ThenRefused(decorum.Required, decorum.NotReady, decorum.NotReady)
	s.When(whatsapp.Offer{At: c.Now(), To: ann}, whatsapp.Accept{At: c.Now(), By: ann}, whatsapp.Park{At: c.Now(), By: ann}).
		ThenNames("parked")
	ann.Load.Active = 2
	s.When(whatsapp.Open{At: c.Now(), By: ann}).ThenRefused(decorum.CapacityReached)
	ann.Load.Active = 1
	s.When(whatsapp.Open{At: c.Now(), By: ann}).ThenNames("opened")
}

func TestIN8TheServerEndsASession(t *testing.T) {
	c := kit.NewClock()
	ann := kit.Agent("ann")
	s := kit.Given(t, kit.Policy(t), kit.Active(c, "ann")...)
	s.When(whatsapp.End{At: c.Now(), Reason: 99}).ThenRefused(decorum.Unknown)
	s.When(whatsapp.End{At: c.Now(), Reason: whatsapp.EndIdle}).Then(whatsapp.Ended{At: c.Now(), Reason: whatsapp.EndIdle})
	s.When(whatsapp.End{At: c.Now()}).ThenRefused(decorum.WrongState)
	s.When(whatsapp.SendMessage{At: c.Now(), By: ann, LocalID: "1", Message: message.Text{Body: "x"}}).ThenRefused(decorum.WrongState)
	s.When(whatsapp.Park{At: c.Now(), By: ann}).ThenRefused(decorum.WrongState)
	s.When(whatsapp.Transfer{At: c.Now(), By: ann, ToQueue: "q"}).ThenRefused(decorum.WrongState)
	s.When(whatsapp.SetCaseData{At: c.Now(), By: ann, Data: []whatsapp.Datum{{Key: "k"}}}).ThenRefused(decorum.WrongState)
	s.When(whatsapp.AddNote{At: c.Now(), By: kit.Agent("bob"), Text: "x"}).ThenRefused(decorum.Mismatch)
	s.When(whatsapp.AddNote{At: c.Now(), By: ann, Text: "x"}).ThenNames("note_added")
	s.When(whatsapp.SetDisposition{At: c.Now(), By: ann, Code: "x"}).ThenNames("disposition_set")
	s.When(whatsapp.MarkDone{At: c.Now(), By: ann}).ThenNames("done")
}

func TestIN8AMessageAfterTheEndIsANewInteraction(t *testing.T) {
	c := kit.NewClock()
	s := kit.Given(t, kit.Policy(t), append(kit.Active(c, "ann"), whatsapp.Ended{At: c.Now()})...)
	s.When(kit.Text(c.Now(), "wamid.2", "Still there?")).ThenNames("received", "queued")
	if s.Session().Interaction() != 2 || s.Session().LastAgent() != "ann" {
		t.Error("the session did not inherit")
	}
	// What waits has no agent who could close it.
	s = kit.Given(t, kit.Policy(t), append(kit.Waiting(c), whatsapp.Ended{At: c.Now()})...)
	if s.Session().State() != whatsapp.StateIdle {
		t.Error(s.Session().State())
	}
}

func TestIN9SeenAndTyping(t *testing.T) {
	c := kit.NewClock()
	ann := kit.Agent("ann")
	p := kit.Policy(t)
	s := kit.Given(t, p, kit.Active(c, "ann")...)
	s.When(kit.Text(c.Advance(time.Second), "wamid.2", "Hello?")).ThenNames("received")
	late := kit.Text(c.Now(), "wamid.0", "An earlier one")
	late.Envelope.Originated = c.Now().Add(-time.Minute)
	s.When(late).ThenNames("received")
	s.When(kit.Inbound(c.Now(), "wamid.3", message.Reaction{Target: "x", Emoji: "👍"})).ThenNames("received")
	if id, unseen := s.Session().LastInbound(); id != "wamid.2" || !unseen {
		t.Errorf("the newest message is %q, unseen %t", id, unseen)
	}
	s.When(whatsapp.See{At: c.Now(), By: ann}).Then(whatsapp.Seen{At: c.Now(), Agent: "ann", ID: "wamid.2"})
	if id, unseen := s.Session().LastInbound(); id != "wamid.2" || unseen {
		t.Errorf("once seen, the newest message is %q, unseen %t", id, unseen)
	}
	s.When(whatsapp.See{At: c.Now(), By: ann}).Then()
	typing := whatsapp.Typing{At: c.Now(), Agent: "ann", ID: "wamid.2", Until: c.Now().Add(25 * time.Second)}
	s.When(whatsapp.Type{At: c.Now(), By: ann}).Then(typing)
	s.When(whatsapp.Type{At: c.Advance(25*time.Second - 1), By: ann}).Then()
	s.When(whatsapp.Type{At: c.Advance(1), By: ann}).ThenNames("typing")
	s.When(whatsapp.SendMessage{At: c.Now(), By: ann, LocalID: "1", Message: message.Text{Body: "Yes"}}).ThenNames("send_requested")
	s.When(whatsapp.Type{At: c.Now(), By: ann}).ThenNames("typing")
	s.When(kit.Text(c.Now(), "wamid.4", "Fine")).ThenNames("received")
	s.When(whatsapp.Type{At: c.Advance(time.Minute), By: ann}).ThenNames("seen", "typing")

	const month = 30 * 24 * time.Hour
	written := c.Now()
	s = kit.Given(t, p, kit.Active(c, "ann")...)
	s.When(whatsapp.See{At: written.Add(month + 1), By: ann}).Then()
	s.When(whatsapp.Type{At: written.Add(month + 1), By: ann}).ThenRefused(decorum.NotFound)
	s.When(whatsapp.See{At: written.Add(month), By: ann}).ThenNames("seen")
}

func TestTR10MediaDescribed(t *testing.T) {
	c := kit.NewClock()
	s := kit.Given(t, kit.Policy(t), kit.Active(c, "ann")...)
	media := message.Media{File: attachment.Image, ID: "7", MIME: "image/png", Size: 123, Name: "a.png"}
	s.When(whatsapp.DescribeMedia{At: c.Now(), ID: "wamid.1", Media: media}).
		Then(whatsapp.MediaDescribed{At: c.Now(), ID: "wamid.1", Message: media})
	s.When(whatsapp.DescribeMedia{At: c.Now()}).ThenRefused(decorum.Required)
}

func TestPR3TheTaskbarFlashesUntilTheAgentReturns(t *testing.T) {
	c := kit.NewClock()
	ann := kit.Agent("ann")
	s := kit.Given(t, kit.Policy(t), kit.Active(c, "ann")...)
	if s.Session().TaskbarFlashes() {
		t.Error("it flashes at the agent who is there")
	}
	s.When(whatsapp.Focus{At: c.Now(), By: ann, Away: true}).Then(whatsapp.Focused{At: c.Now(), Agent: "ann", Away: true})
	s.When(whatsapp.Focus{At: c.Now(), By: ann, Away: true}).Then()
	if !s.Session().TaskbarFlashes() {
		t.Error("it does not flash")
	}
	s.When(whatsapp.Focus{At: c.Now(), By: ann}).ThenNames("focused")
	if s.Session().TaskbarFlashes() {
		t.Error("it flashes though the agent is back")
	}
	// Whoever takes over from one who was away is not away.
	s = kit.Given(t, kit.Policy(t), append(kit.Active(c, "ann"), whatsapp.Joined{At: c.Now(), Agent: "bob"})...)
	s.When(whatsapp.Focus{At: c.Now(), By: ann, Away: true}, whatsapp.Leave{At: c.Now(), By: ann}).ThenNames("left")
	if s.Session().TaskbarFlashes() {
		t.Error("it flashes at the agent who took over")
	}
}
