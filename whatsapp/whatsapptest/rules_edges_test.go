package whatsapptest_test

import (
	"errors"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/template"
	"github.com/decorum-go/decorum/whatsapp"
	"github.com/decorum-go/decorum/whatsapp/message"
	"github.com/decorum-go/decorum/whatsapp/option"
	kit "github.com/decorum-go/decorum/whatsapp/whatsapptest"
)

func TestTextsOfCommandsAreBounded(t *testing.T) {
	c := kit.NewClock()
	ann := kit.Agent("ann")
	s := kit.Given(t, kit.Policy(t), kit.Active(c, "ann")...)
	s.When(whatsapp.AddNote{At: c.Now(), By: ann, Text: strings.Repeat("a", 4096)}).ThenNames("note_added")
	s.When(whatsapp.AddNote{At: c.Now(), By: ann, Text: strings.Repeat("a", 4097)}).ThenViolations(decorum.Violation{
		Code: decorum.TooLong, Severity: decorum.SeverityError, Path: "/text", Limit: 4096, Actual: 4097, Unit: decorum.Bytes,
	})
	long := strings.Repeat("x", 513)
	status := whatsapp.ReportStatus{At: c.Now(), Status: whatsapp.StatusRead, WAMID: "w", LocalID: long}
	s.When(status).ThenRefused(decorum.TooLong)
	status.LocalID = long[1:]
	s.When(status).ThenNames("status_changed")
	s.When(whatsapp.SetDisposition{At: c.Now(), By: ann, Code: long}).ThenRefused(decorum.TooLong)
	s.When(whatsapp.AssignContact{At: c.Now(), By: ann, Contact: long}).ThenRefused(decorum.TooLong)
	send := whatsapp.SendMessage{At: c.Now(), By: ann, LocalID: "1", Message: text, ReplyTo: long}
	s.When(send).ThenRefused(decorum.TooLong)
	key := whatsapp.Datum{Key: strings.Repeat("k", 65), Value: strings.Repeat("v", 4097)}
	s.When(whatsapp.SetCaseData{At: c.Now(), By: ann, Data: []whatsapp.Datum{key}}).ThenRefused(decorum.TooLong, decorum.TooLong)
	key.Key, key.Value = key.Key[1:], key.Value[1:]
	s.When(whatsapp.SetCaseData{At: c.Now(), By: ann, Data: []whatsapp.Datum{key}}).ThenNames("case_data_set")
	s.When(whatsapp.Transfer{At: c.Now(), By: ann, ToQueue: long}).ThenRefused(decorum.TooLong)
	s.When(whatsapp.InsertResponse{At: c.Now(), By: ann, LocalID: long[12:], Parts: []message.Message{text}}).ThenRefused(decorum.TooLong)
	s.When(whatsapp.InsertResponse{At: c.Now(), By: ann, LocalID: long[13:], Parts: []message.Message{text}}).
		ThenNames("response_inserted", "send_requested")
}

func TestABotNeedsAnInteraction(t *testing.T) {
	c := kit.NewClock()
	send := whatsapp.SendMessage{At: c.Now(), LocalID: "b", Bot: true, Message: text}
	p := kit.Policy(t, roles) // a program has no privileges, and needs none
	for _, test := range []struct {
		given   []whatsapp.Event
		refused bool
	}{
		{kit.Waiting(c), false},
		{kit.Active(c, "ann"), false},
		{append(kit.Active(c, "ann"), whatsapp.Parked{At: c.Now()}), false},
		{append(kit.Active(c, "ann"), whatsapp.Ended{At: c.Now()}), true},
		{append(kit.Active(c, "ann"), whatsapp.Done{At: c.Now()}), true},
	} {
		s := kit.Given(t, p, test.given...)
		if o := s.When(send); test.refused {
			o.ThenRefused(decorum.WrongState)
		} else {
			o.ThenNames("send_requested")
		}
	}
}

func TestWhatTheLogCannotHoldIsRefused(t *testing.T) {
	c := kit.NewClock()
	ann := kit.Agent("ann")
	s := kit.Given(t, kit.Policy(t), kit.Active(c, "ann")...)
	bad := message.Text{Body: "x", Extra: "{"}
	if codes(s.When(kit.Inbound(c.Now(), "wamid.7", bad)).Found()) == nil {
		t.Error("a message that cannot be written is taken")
	}
	if codes(s.When(whatsapp.SendMessage{At: c.Now(), By: ann, LocalID: "1", Message: bad}).Found()) == nil {
		t.Error("a message that cannot be written is sent")
	}
	double := message.Text{Body: "x", Extra: `{"body":"y"}`} // would be written, and not read
	s.When(kit.Inbound(c.Now(), "wamid.7", double)).ThenRefused(decorum.Duplicate)
	kind := message.Contacts{
		Cards: []message.Card{{Name: message.Name{Formatted: "Ann", First: "Ann"}, URLs: []message.URL{{URL: "x", Extra: `{"type":1}`}}}},
	}
	for _, m := range []message.Message{bad, double, kind, message.Media{File: pdf.File, ID: "1", MIME: pdf.MIME, Size: 1, SHA256: "\xff"}} {
		o := s.When(whatsapp.SendMessage{At: c.Now(), By: ann, LocalID: "1", Message: m})
		v := kit.Policy(t).MaySend(s.Session(), ann, m, c.Now())
		if !o.Found().HasErrors() || v.OK() || v.Message != nil {
			t.Errorf("%+v: send: %v, MaySend: %v", m, o.Found(), v.Why)
		}
	}
	r := kit.Text(c.Now(), "wamid.7", "x")
	r.Envelope.Extra = `{"id":"wamid.8"}`
	s.When(r).ThenRefused(decorum.Duplicate)
	r = kit.Text(c.Now(), "wamid.7", "x")
	r.Envelope.From.Name = "\xff"
	s.When(r).ThenRefused(decorum.InvalidUTF8)
	r = kit.Text(c.Now(), "wamid.7", "x")
	r.Envelope.GroupID = "\xff"
	s.When(r).ThenRefused(decorum.InvalidUTF8)
	for name, change := range map[string]func(*message.Envelope){
		"the envelope's members":       func(e *message.Envelope) { e.Extra = "{" },
		"the sender's members":         func(e *message.Envelope) { e.From.Extra = "{" },
		"the receiver's number":        func(e *message.Envelope) { e.To.PhoneNumberID = "\xff" },
		"the direction":                func(e *message.Envelope) { e.Direction = 99 },
		"the year of the origin":       func(e *message.Envelope) { e.Originated = c.Now().AddDate(7974, 0, 0) },
		"the quoted message's id":      func(e *message.Envelope) { e.Context.ID = "\xff" },
		"the advertisement's headline": func(e *message.Envelope) { e.Referral.Headline = "\xff" },
	} {
		r := kit.Text(c.Now(), "wamid.7", "x")
		change(&r.Envelope)
		if !s.When(r).Found().HasErrors() {
			t.Errorf("%s cannot be written, and is taken", name)
		}
	}
	for _, year := range []int{1, 9999} {
		r := kit.Text(c.Now(), "wamid.of."+strconv.Itoa(year), "x")
		r.Envelope.Originated = time.Date(year, 6, 1, 0, 0, 0, 0, time.UTC)
		s.When(r).ThenNames("received")
	}
	s.When(kit.Text(c.Now(), "wamid.7", "\xff")).ThenRefused(decorum.InvalidUTF8)
	unwritable := pdf
	unwritable.Extra = "{"
	twoStep := kit.Policy(t, func(c *whatsapp.Config) { c.Options.TwoStepAttachmentUpload = true })
	for _, command := range []whatsapp.Command{
		whatsapp.DescribeMedia{At: c.Now(), ID: "wamid.1", Media: unwritable},
		whatsapp.StageAttachment{At: c.Now(), By: ann, LocalID: "f", Media: unwritable},
		whatsapp.InsertResponse{At: c.Now(), By: ann, LocalID: "r", Parts: []message.Message{unwritable}},
		whatsapp.Call{At: c.Now(), Envelope: message.Envelope{ID: "wacid.1"}, Call: message.Call{Extra: "{"}},
	} {
		if !kit.Given(t, twoStep, kit.Active(c, "ann")...).When(command).Found().HasErrors() {
			t.Errorf("%s takes what cannot be written", command.Name())
		}
	}
	s.When(kit.Text(c.Now(), "", "x")).ThenRefused(decorum.Required)
	s.When(whatsapp.Receive{At: c.Now(), Envelope: r.Envelope}).ThenRefused(decorum.Required)
	s.When(whatsapp.Tick{}).ThenRefused(decorum.Required)
	s.When(whatsapp.Tick{At: c.Now().AddDate(9000, 0, 0)}).ThenRefused(decorum.OutOfRange)
}

func TestWhatIsTooDeepForASnapshotIsRefused(t *testing.T) {
	c := kit.NewClock()
	ann := kit.Agent("ann")
	for depth, want := range map[int]bool{28: true, 29: true, 30: false, 31: false} {
		// The levels of the message as a whole.
		extra := `{"a":` + strings.Repeat("[", depth-1) + strings.Repeat("]", depth-1) + `}`
		deep := message.Text{Body: "x", Extra: message.Extra(extra)}
		s := kit.Given(t, kit.Policy(t), kit.Active(c, "ann")...)
		for _, command := range []whatsapp.Command{
			kit.Inbound(c.Now(), "wamid.2", deep),
			whatsapp.SendMessage{At: c.Now(), By: ann, LocalID: "1", Message: deep},
			whatsapp.InsertResponse{At: c.Now(), By: ann, LocalID: "2", Parts: []message.Message{deep}},
		} {
			// The kit writes and reads events and snapshots.
			if o := s.When(command); o.Found().HasErrors() == want {
				t.Errorf("%d levels: %s: %v", depth, command.Name(), o.Found())
			}
		}
	}
}

func TestAResponseThatIsTooLongForTheLogIsRefused(t *testing.T) {
	c := kit.NewClock()
	p := kit.Policy(t)
	s := kit.Given(t, p, kit.Active(c, "ann")...).Session()
	part := pdf
	part.SHA256 = strings.Repeat("n", 1<<20)
	insert := whatsapp.InsertResponse{At: c.Now(), By: kit.Agent("ann"), LocalID: "r", Parts: []message.Message{part, part}}
	if _, err := p.Handle(s, insert); err != nil {
		t.Error(err)
	}
	insert.Parts = slices.Repeat([]message.Message{part}, 16)
	if _, err := p.Handle(s, insert); !errors.Is(err, decorum.TooLarge) {
		t.Error(err)
	}
}

func TestWhatTheLogCannotHoldDoesNotComeOfTheLastSecond(t *testing.T) {
	c := kit.NewClock()
	ann := kit.Agent("ann")
	last := time.Date(9999, time.December, 31, 23, 59, 59, 999_999_999, time.UTC)
	p := kit.Policy(t)
	s := kit.Given(t, p, kit.Waiting(c)...)
	r := kit.Text(last, "wamid.2", "The end is near")
	s.When(r, whatsapp.Offer{At: last, To: ann}).Then(whatsapp.Offered{At: last, Agent: "ann"})
	s.When(whatsapp.Accept{At: last, By: ann}, whatsapp.Type{At: last, By: ann}).Then(
		whatsapp.Seen{At: last, Agent: "ann", ID: "wamid.2"}, whatsapp.Typing{At: last, Agent: "ann", ID: "wamid.2"},
	)
	r = kit.Text(c.Now(), "wamid.3", "x")
	r.Envelope.Originated = time.Time{}.Add(-1)
	s.When(r).ThenViolations(decorum.Violation{
		Code: decorum.OutOfRange, Severity: decorum.SeverityError, Path: "/envelope/originated", Want: "the years 1 to 9999",
	})
	r = kit.Text(c.Now(), "wamid.3", "x")
	r.Envelope.Arrived = last.Add(1)
	s.When(r).ThenRefused(decorum.OutOfRange)
}

func TestPR1AnEchoIsAnAnswer(t *testing.T) {
	c := kit.NewClock()
	for name, test := range map[string]struct {
		change  func(*whatsapp.Receive)
		pending bool
	}{
		"an echo":             {func(*whatsapp.Receive) {}, false},
		"an echo of long ago": {func(r *whatsapp.Receive) { r.Envelope.History = true }, true},
		"an echoed reaction":  {func(r *whatsapp.Receive) { r.Message = message.Reaction{Target: "x", Emoji: "👍"} }, true},
	} {
		s := kit.Given(t, kit.Policy(t), kit.Active(c, "ann")...)
		r := kit.Text(c.Now(), "wamid.2", "From the shop's telephone")
		r.Envelope.Direction = message.Echo
		test.change(&r)
		s.When(r).ThenNames("received")
		if got := s.Session().PendingResponse().IsPending(); got != test.pending {
			t.Errorf("%s: pending %v", name, got)
		}
	}
}

func TestWhatBindsAnInteractionToItsAgentEndsWithIt(t *testing.T) {
	c := kit.NewClock()
	ann := kit.Agent("ann")
	p := kit.Policy(t, func(c *whatsapp.Config) { c.Options.TwoStepAttachmentUpload = true })
	bob := whatsapp.Target{Kind: whatsapp.TargetAgent, Name: "dan"}
	for _, away := range []whatsapp.Command{
		whatsapp.Park{At: c.Now(), By: ann}, whatsapp.Hold{At: c.Now(), By: ann},
	} {
		s := kit.Given(t, p, append(kit.Active(c, "ann"), whatsapp.Joined{At: c.Now(), Agent: "bob"})...)
		s.When(
			whatsapp.Conference{At: c.Now(), By: ann, To: bob}, whatsapp.Consult{At: c.Now(), By: ann, With: bob},
			whatsapp.StageAttachment{At: c.Now(), By: ann, LocalID: "f", Media: pdf}, whatsapp.Focus{At: c.Now(), By: ann, Away: true},
			whatsapp.InsertResponse{At: c.Now(), By: ann, LocalID: "r", Parts: []message.Message{text, pdf}},
			whatsapp.Type{At: c.Now(), By: ann}, away,
		)
		if l := s.Session().PendingResponse().Level(c.Now(), p.Thresholds()); l != whatsapp.LevelNone {
			t.Errorf("%v though no agent is there", l)
		}
		s.When(whatsapp.Open{At: c.Now(), By: ann}).ThenNames("opened")
		for m := range s.Session().Members() {
			t.Errorf("%s is still there", m)
		}
		for f := range s.Session().Staged() {
			t.Errorf("%s still waits", f)
		}
		if s.Session().Response() != nil || s.Session().TaskbarFlashes() {
			t.Error("the response or the absence outlived the agent")
		}
		s.When(whatsapp.Join{At: c.Now(), By: kit.Agent("dan")}).ThenRefused(decorum.NotFound)
		s.When(whatsapp.EndConsult{At: c.Now(), By: ann}).ThenRefused(decorum.WrongState)
		s.When(whatsapp.Type{At: c.Now(), By: ann}).ThenNames("typing")
	}
}

func TestOutboxKeepsTheOthers(t *testing.T) {
	c := kit.NewClock()
	s := kit.Given(t, kit.Policy(t), kit.Active(c, "ann")...)
	for _, id := range []string{"1", "2", "3"} {
		s.When(whatsapp.SendMessage{At: c.Now(), By: kit.Agent("ann"), LocalID: id, Message: text, ReplyTo: "wamid.1"}).ThenNames("send_requested")
	}
	s.When(whatsapp.ReportFailed{At: c.Now()}).ThenRefused(decorum.Required)
	s.When(whatsapp.ReportFailed{At: c.Now(), LocalID: "2", Error: -1}).ThenRefused(decorum.OutOfRange)
	s.When(whatsapp.ReportFailed{At: c.Now(), LocalID: "2"}).ThenNames("send_failed")
	var left string
	for p := range s.Session().Outbox() {
		left += p.LocalID + p.Agent + " "
		if !p.Requested.Equal(c.Now()) || p.Message != text || p.ReplyTo != "wamid.1" {
			t.Errorf("%+v", p)
		}
	}
	if left != "1ann 3ann " {
		t.Errorf("left: %s", left)
	}
}

func TestWhoTakesPartMayAct(t *testing.T) {
	c := kit.NewClock()
	eve := kit.Agent("eve")
	p := kit.Policy(t, func(c *whatsapp.Config) { c.Options.TwoStepAttachmentUpload = true })
	s := kit.Given(t, p, append(
		kit.Active(c, "ann"), whatsapp.AttachmentStaged{At: c.Now(), LocalID: "f", Message: pdf},
		whatsapp.ConferenceRequested{At: c.Now(), Agent: "ann", To: whatsapp.Target{Kind: whatsapp.TargetAgent, Name: "bob"}},
		whatsapp.ConsultStarted{At: c.Now(), Agent: "ann"},
	)...)
	s.When(whatsapp.InsertResponse{At: c.Now(), By: kit.Agent("ann"), LocalID: "r", Parts: []message.Message{text, pdf}})
	data := []whatsapp.Datum{{Key: "k"}}
	dan := whatsapp.Target{Kind: whatsapp.TargetAgent, Name: "dan"}
	for _, command := range []whatsapp.Command{
		whatsapp.SendMessage{At: c.Now(), By: eve, LocalID: "1", Message: text},
		whatsapp.StageAttachment{At: c.Now(), By: eve, LocalID: "g", Media: pdf},
		whatsapp.SendAttachment{At: c.Now(), By: eve, LocalID: "f"},
		whatsapp.DropAttachment{At: c.Now(), By: eve, LocalID: "f"},
		whatsapp.RemovePart{At: c.Now(), By: eve, Part: 1},
		whatsapp.Park{At: c.Now(), By: eve},
		whatsapp.Hold{At: c.Now(), By: eve},
		whatsapp.MarkDone{At: c.Now(), By: eve},
		whatsapp.Transfer{At: c.Now(), By: eve, ToQueue: "q"},
		whatsapp.Conference{At: c.Now(), By: eve, To: dan},
		whatsapp.Leave{At: c.Now(), By: eve},
		whatsapp.EndConsult{At: c.Now(), By: eve},
		whatsapp.See{At: c.Now(), By: eve},
		whatsapp.Type{At: c.Now(), By: eve},
		whatsapp.Focus{At: c.Now(), By: eve, Away: true},
		whatsapp.AddNote{At: c.Now(), By: eve, Text: "x"},
		whatsapp.SetDisposition{At: c.Now(), By: eve, Code: "x"},
		whatsapp.SetCaseData{At: c.Now(), By: eve, Data: data},
		whatsapp.SetContactData{At: c.Now(), By: eve, Data: data},
		whatsapp.AssignContact{At: c.Now(), By: eve, Contact: "x"},
	} {
		s.When(command).ThenRefused(decorum.Mismatch)
	}
	s.When(whatsapp.InsertResponse{At: c.Now(), By: eve, LocalID: "q", Parts: []message.Message{text}}).
		ThenRefused(decorum.Mismatch, decorum.WrongState)
	s.When(whatsapp.Consult{At: c.Now(), By: eve, With: dan}).ThenRefused(decorum.Mismatch, decorum.WrongState)
	var nobody whatsapp.Agent
	s.When(whatsapp.Park{At: c.Now(), By: nobody}).ThenRefused(decorum.Required, decorum.Mismatch)
}

func TestListsAreBounded(t *testing.T) {
	c := kit.NewClock()
	ann := kit.Agent("ann")
	p := kit.Policy(t, func(c *whatsapp.Config) { c.Options.TwoStepAttachmentUpload = true })
	s := kit.Given(t, p, kit.Active(c, "ann")...)
	for i := range 33 {
		o := s.When(whatsapp.StageAttachment{At: c.Now(), By: ann, LocalID: strconv.Itoa(i), Media: pdf})
		if i < 32 {
			o.ThenNames("attachment_staged")
		} else {
			o.ThenRefused(decorum.TooMany)
		}
	}
	for i := range 17 {
		o := s.When(whatsapp.Conference{At: c.Now(), By: ann, To: whatsapp.Target{Kind: whatsapp.TargetAgent, Name: strconv.Itoa(i)}})
		if i < 16 {
			o.ThenNames("conference_requested")
		} else {
			o.ThenRefused(decorum.TooMany)
		}
	}
	s.When(whatsapp.Conference{At: c.Now(), By: ann, To: whatsapp.Target{Kind: whatsapp.TargetAgent}}).
		ThenRefused(decorum.Required, decorum.TooMany)
	s.When(whatsapp.SetContactData{At: c.Now(), By: ann}).ThenRefused(decorum.Required)
	s.When(whatsapp.InsertResponse{At: c.Now(), By: ann, LocalID: "r", Parts: append(make([]message.Message, 0, 33), repeat(pdf, 32)...)}).
		ThenNames("response_inserted", "send_requested")
	s = kit.Given(t, p, kit.Active(c, "ann")...)
	s.When(whatsapp.InsertResponse{At: c.Now(), By: ann, LocalID: "r", Parts: repeat(pdf, 33)}).ThenRefused(decorum.TooMany)

	s = kit.Given(t, p, kit.Waiting(c)...)
	for i := range 70 {
		agent := kit.Agent(strconv.Itoa(i))
		s.When(whatsapp.Offer{At: c.Now(), To: agent}, whatsapp.Reject{At: c.Now(), By: agent}).ThenNames("rejected")
	}
	if r := s.Session().Offering().Refusals; len(r) != 64 || r[0].Agent != "6" || r[63].Agent != "69" {
		t.Errorf("%d refusals from %v", len(r), r[0])
	}
}

func repeat(m message.Message, n int) []message.Message {
	list := make([]message.Message, n)
	for i := range list {
		list[i] = m
	}
	return list
}

func TestTheEndEndsWhatBinds(t *testing.T) {
	c := kit.NewClock()
	s := kit.Given(t, kit.Policy(t), append(kit.Active(c, "ann"), whatsapp.Joined{At: c.Now(), Agent: "bob"}, whatsapp.Ended{At: c.Now()})...)
	for m := range s.Session().Members() {
		t.Errorf("%s is still there", m)
	}
	if got := s.Session(); got.Agent() != "ann" || got.PendingResponse().IsPending() {
		t.Error("the end left it with nobody, or pending")
	}
}

func TestNewPolicyRefusesWhatCannotBe(t *testing.T) {
	for name, test := range map[string]struct {
		change func(*whatsapp.Config)
		path   string
	}{
		"a template twice":  {func(c *whatsapp.Config) { c.Templates = []template.Notification{ready, ready} }, "/templates/1"},
		"no options":        {func(c *whatsapp.Config) { c.Options = option.Options{} }, "/options/"},
		"a size of nothing": {func(c *whatsapp.Config) { c.Options.MaxTextMessageSize = 0 }, "/options/"},
	} {
		c := whatsapp.DefaultConfig()
		test.change(&c)
		p, err := whatsapp.NewPolicy(c)
		if p != nil || err == nil {
			t.Errorf("%s is taken", name)
		}
		for v := range decorum.All(err) {
			if !strings.HasPrefix(v.Path, test.path) || v.Severity != decorum.SeverityError {
				t.Errorf("%s: %v", name, v)
			}
		}
	}
	// Warnings are no reason: a default notification that is not set, say.
	c := whatsapp.DefaultConfig()
	c.Options.EnableFreeMsgTimespanMonitoring = true
	if _, err := whatsapp.NewPolicy(c); err != nil {
		t.Error(err)
	}
	p := kit.Policy(t)
	if _, err := p.Handle(whatsapp.Session{}, nil); err == nil || !p.Check(whatsapp.Session{}, nil).Has(decorum.Required) {
		t.Error("no command is taken")
	}
}

func TestKindsAreThoseOfThisVersion(t *testing.T) {
	c := kit.NewClock()
	ann := kit.Agent("ann")
	s := kit.Given(t, kit.Policy(t), kit.Active(c, "ann")...)
	s.When(whatsapp.Consult{At: c.Now(), By: ann, With: whatsapp.Target{Kind: whatsapp.TargetAgentGroup + 1, Name: "x"}}).
		ThenRefused(decorum.Unsupported)
	s.When(whatsapp.Conference{At: c.Now(), By: ann, To: whatsapp.Target{Kind: whatsapp.TargetQueue, Name: "x"}}).
		ThenRefused(decorum.Unsupported)
	s.When(whatsapp.ReportStatus{At: c.Now(), WAMID: "w", Status: whatsapp.StatusFailed + 1}).ThenRefused(decorum.Unknown)
	s.When(whatsapp.End{At: c.Now(), Reason: whatsapp.EndShutdown + 1}).ThenRefused(decorum.Unknown)
	s.When(whatsapp.ReportStatus{At: c.Now(), WAMID: "w", Status: whatsapp.StatusRead, Reported: c.Now().AddDate(9000, 0, 0)}).
		ThenRefused(decorum.OutOfRange)
	// A text alone warns of no files, with or without the privilege for them.
	none := ann
	none.Privileges = none.Privileges.Without(whatsapp.CanSendFiles)
	s = kit.Given(t, kit.Policy(t, roles), kit.Active(c, "ann")...)
	s.When(whatsapp.InsertResponse{At: c.Now(), By: none, LocalID: "t", Parts: []message.Message{text}}).ThenWarned()
}

func TestTR2BothTimesAreKept(t *testing.T) {
	c := kit.NewClock()
	r := kit.Text(c.Now(), "wamid.1", "x")
	r.At = c.Now().Add(time.Minute) // the host was slow
	want := r.Envelope
	s := kit.Given(t, kit.Policy(t))
	s.When(r).Then(
		whatsapp.Received{At: r.At, Envelope: want, Message: r.Message},
		whatsapp.Queued{At: r.At, Interaction: 1, Why: whatsapp.QueuedNew},
	)
	r.Envelope.ID, r.Envelope.Arrived = "wamid.2", time.Time{}
	want = r.Envelope
	want.Arrived = r.At
	s.When(r).Then(whatsapp.Received{At: r.At, Envelope: want, Message: r.Message})
	r.Envelope.ID, r.Envelope.History = "wamid.3", true
	s.When(r).Then(whatsapp.Received(r))
}

func TestNT5ActionsSayWhyNot(t *testing.T) {
	c := kit.NewClock()
	ann := kit.Agent("ann")
	ann.Privileges = ann.Privileges.Without(whatsapp.CanCreateNewSessionFromOtherMedia).Without(whatsapp.CanSendFiles)
	p := kit.Policy(t, roles)
	s := kit.Given(t, p, kit.Active(c, "ann")...)
	enabled := func(k whatsapp.ActionKind, at time.Time) bool {
		for _, a := range p.Actions(s.Session(), ann, at) {
			if a.Kind == k {
				return a.Enabled()
			}
		}
		t.Fatalf("%v is not told", k)
		return false
	}
	late := c.Now().Add(day)
	for _, test := range []struct {
		kind      whatsapp.ActionKind
		now, late bool
	}{
		{whatsapp.ActionSendText, true, false},
		{whatsapp.ActionSendFile, false, false},
		{whatsapp.ActionSendInteractive, true, false},
		{whatsapp.ActionSendNotification, true, true},
		{whatsapp.ActionStartOutbound, true, true},
		{whatsapp.ActionStartFromOtherMedia, false, false},
		{whatsapp.ActionAccept, false, false},
	} {
		if now, then := enabled(test.kind, c.Now()), enabled(test.kind, late); now != test.now || then != test.late {
			t.Errorf("%v: %v, and %v after a day", test.kind, now, then)
		}
	}
	for i := range 64 {
		s.When(whatsapp.SendMessage{At: c.Now(), By: ann, LocalID: strconv.Itoa(i), Message: text}).ThenNames("send_requested")
		if full := i == 63; enabled(whatsapp.ActionSendText, c.Now()) == full {
			t.Errorf("with %d in the outbox", i+1)
		}
	}
}
