package whatsapptest_test

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/attachment"
	"github.com/decorum-go/decorum/template"
	"github.com/decorum-go/decorum/whatsapp"
	"github.com/decorum-go/decorum/whatsapp/identity"
	"github.com/decorum-go/decorum/whatsapp/message"
	kit "github.com/decorum-go/decorum/whatsapp/whatsapptest"
)

const day = 24 * time.Hour

// monitored switches the automatic notification on, with the guide's own sample.
func monitored(c *whatsapp.Config) {
	c.Options.EnableFreeMsgTimespanMonitoring = true
	c.Options.FreeMsgTimespan = 12 * time.Hour
	c.Options.DefaultNotificationText = "Thank you for your patience! {{1}}"
	c.Options.DefaultNotificationID = "shop@patience"
	c.Options.DefaultNotificationLanguage = "en"
}

func notification(n template.Notification, a template.Arguments) message.Message {
	return message.Structured{Structured: n.Fill(a)}
}

var (
	text    = message.Text{Body: "We recommend rebooting your device to resolve the issue"}
	ready   = template.Notification{ID: "order_ready", Language: "en", Body: "Your order is ready."}
	buttons = message.Structured{Structured: template.ReplyButtons{
		Body: "Which day?", Buttons: []template.Reply{{ID: "a", Title: "Monday"}},
	}}
	pdf = message.Media{File: attachment.Document, ID: "1", MIME: "application/pdf", Name: "terms.pdf", Size: 1000}
)

func codes(vs decorum.Violations) []decorum.Code {
	var codes []decorum.Code
	for _, v := range vs {
		codes = append(codes, v.Code)
	}
	return codes
}

func TestOB2TheWindowDecides(t *testing.T) {
	c := kit.NewClock()
	p := kit.Policy(t)
	ann := kit.Agent("ann")
	s := kit.Given(t, p, kit.Active(c, "ann")...).Session()
	shuts := c.Now().Add(day)
	if v := p.MaySend(s, ann, text, shuts.Add(-1)); v.Decision != whatsapp.Send || !v.Until.Equal(shuts) || v.Why != nil || v.Message != text {
		t.Errorf("just before: %+v", v)
	}
	v := p.MaySend(s, ann, text, shuts)
	want := decorum.Violations{{
		Code: decorum.WindowClosed, Severity: decorum.SeverityError, Want: "a notification template",
		Limit: 86400, Actual: 86400, Unit: decorum.Seconds,
	}}
	if diff := cmp.Diff(want, v.Why); diff != "" || v.OK() || v.Instead != whatsapp.InsteadNotification || !v.Until.IsZero() || v.Message != nil {
		t.Errorf("just then: %+v\n%s", v, diff)
	}
	if v := p.MaySend(s, ann, notification(ready, template.Arguments{}), shuts); v.Decision != whatsapp.Send {
		t.Errorf("a notification: %v", v.Why)
	}
	var nobody whatsapp.Session
	if v := p.MaySend(nobody, ann, text, shuts); v.OK() || v.Why[0].Unit != 0 {
		t.Errorf("to one who was never heard: %+v", v)
	}
	if v := p.MaySend(s, ann, nil, shuts); v.OK() || !v.Why.Has(decorum.Required) {
		t.Errorf("nothing: %+v", v)
	}
	margin := kit.Policy(t, func(c *whatsapp.Config) { c.SafetyMargin = time.Minute })
	if v := margin.MaySend(s, ann, text, shuts.Add(-time.Minute)); v.OK() || v.Why[0].Limit != 86340 {
		t.Errorf("within the margin: %+v", v)
	}
	all := kit.Policy(t, func(c *whatsapp.Config) { c.SafetyMargin = 25 * time.Hour })
	if v := all.MaySend(s, ann, text, shuts.Add(-25*time.Hour)); v.OK() || v.Why[0].Limit != 0 || v.Why[0].Actual != 0 {
		t.Errorf("a margin of more than the window: %+v", v)
	}
	if v := margin.MaySend(s, ann, text, shuts.Add(-time.Minute-1)); !v.OK() || !v.Until.Equal(shuts.Add(-time.Minute)) {
		t.Errorf("before the margin: %+v", v)
	}
}

func TestOB2WhatOpensTheWindow(t *testing.T) {
	c := kit.NewClock()
	p := kit.Policy(t)
	for name, test := range map[string]struct {
		c    whatsapp.Command
		open bool
	}{
		"a message":            {kit.Text(c.Now(), "1", "x"), true},
		"a reaction":           {kit.Inbound(c.Now(), "1", message.Reaction{Target: "x", Emoji: "👍"}), true},
		"a reaction removed":   {kit.Inbound(c.Now(), "1", message.Reaction{Target: "x"}), false},
		"an edit":              {kit.Inbound(c.Now(), "1", message.Edit{Target: "x", Message: text}), false},
		"a deletion":           {kit.Inbound(c.Now(), "1", message.Deletion{Target: "x"}), false},
		"a notice":             {kit.Inbound(c.Now(), "1", message.System{}), false},
		"a welcome request":    {kit.Inbound(c.Now(), "1", message.WelcomeRequest{}), true},
		"a call":               {kit.Inbound(c.Now(), "1", message.Call{Event: message.CallConnect, Direction: message.Inbound}), true},
		"the end of a call":    {kit.Inbound(c.Now(), "1", message.Call{Event: message.CallTerminate, Direction: message.Inbound}), false},
		"our call, taken":      {kit.Inbound(c.Now(), "1", message.Call{Event: message.CallAccepted, Direction: message.Outbound}), true},
		"our call":             {kit.Inbound(c.Now(), "1", message.Call{Event: message.CallConnect, Direction: message.Outbound}), false},
		"a status":             {whatsapp.ReportStatus{At: c.Now(), Status: whatsapp.StatusRead, WAMID: "w"}, false},
		"preferences":          {whatsapp.SetMarketing{At: c.Now(), Stopped: true}, false},
		"an old message, late": {old(kit.Text(c.Now(), "1", "x"), day), false},
		"an old call, late": {whatsapp.Call{
			At: c.Now(), Call: message.Call{Event: message.CallConnect, Direction: message.Inbound},
			Envelope: message.Envelope{ID: "c", Originated: c.Now().Add(-day)},
		}, false},
	} {
		s := kit.Given(t, p)
		s.When(test.c)
		if got := s.Session().Window().IsOpen(c.Now()); got != test.open {
			t.Errorf("%s: open %v", name, got)
		}
	}
}

func old(r whatsapp.Receive, age time.Duration) whatsapp.Receive {
	r.Envelope.Originated = r.Envelope.Originated.Add(-age)
	return r
}

func TestOB2HistoryCountsAtItsOwnTime(t *testing.T) {
	c := kit.NewClock()
	s := kit.Given(t, kit.Policy(t))
	r := old(kit.Text(c.Now(), "1", "x"), day-time.Second)
	r.Envelope.History = true
	s.When(r).ThenNames("received")
	closes, ok := s.Session().Window().Closes()
	if !ok || !closes.Equal(c.Now().Add(time.Second)) {
		t.Errorf("closes %v", closes)
	}
	// A call of the history whose time is not told does not count as of now.
	call := kit.Inbound(c.Now(), "2", message.Call{Event: message.CallConnect, Direction: message.Inbound})
	call.Envelope.Originated, call.Envelope.History = time.Time{}, true
	s.When(call).ThenNames("called")
	if again, _ := s.Session().Window().Closes(); again != closes {
		t.Errorf("a call of the history: closes %v", again)
	}
	if s.Session().PendingResponse().IsPending() {
		t.Error("history waits for an answer")
	}
}

func TestOB2Error131047ShutsTheWindow(t *testing.T) {
	c := kit.NewClock()
	p := kit.Policy(t)
	ann := kit.Agent("ann")
	send := func() *kit.Scenario {
		s := kit.Given(t, p, kit.Active(c, "ann")...)
		s.When(whatsapp.SendMessage{At: c.Now().Add(time.Second), By: ann, LocalID: "1", Message: text}).ThenNames("send_requested")
		return s
	}
	sent := c.Now().Add(time.Second)
	later := c.Now().Add(time.Hour)
	for name, commands := range map[string][]whatsapp.Command{
		"at once":     {whatsapp.ReportFailed{At: later, LocalID: "1", Error: 131047}},
		"early":       {whatsapp.ReportStatus{At: later, Status: whatsapp.StatusFailed, WAMID: "w", LocalID: "1", Error: 131047}},
		"by its id":   {whatsapp.ReportAccepted{At: later, LocalID: "1", WAMID: "w"}, whatsapp.ReportStatus{At: later, Status: whatsapp.StatusFailed, WAMID: "w", Error: 131047}},
		"with our id": {whatsapp.ReportAccepted{At: later, LocalID: "1", WAMID: "w"}, whatsapp.ReportStatus{At: later, Status: whatsapp.StatusFailed, WAMID: "w", LocalID: "1", Error: 131047}},
	} {
		s := send()
		s.When(commands...).ThenNames("send_failed")
		if v := p.MaySend(s.Session(), ann, text, later); v.OK() || v.Why[0].Unit != 0 {
			t.Errorf("%s: the window is open: %+v", name, v)
		}
		if got := s.Session().Window().LastRefused(); !got.Equal(sent) {
			t.Errorf("%s: refused at %v", name, got)
		}
		if !s.Session().PendingResponse().IsPending() {
			t.Errorf("%s: nothing is pending again", name)
		}
		for range s.Session().Outbox() {
			t.Errorf("%s: it is still to be sent", name)
		}
		s.When(commands[len(commands)-1]).ThenWarned(decorum.Duplicate)
		s.When(kit.Text(later, "wamid.9", "I am here")).ThenNames("received")
		if v := p.MaySend(s.Session(), ann, text, later); !v.OK() {
			t.Errorf("%s: the customer wrote: %v", name, v.Why)
		}
	}
	// Another error shuts nothing; a message in the meantime keeps it open.
	s := send()
	s.When(whatsapp.ReportFailed{At: later, LocalID: "1", Error: 131026}).ThenNames("send_failed")
	if v := p.MaySend(s.Session(), ann, text, later); !v.OK() {
		t.Error(v.Why)
	}
	s = send()
	s.When(kit.Text(sent.Add(time.Minute), "wamid.2", "x"), whatsapp.ReportFailed{At: later, LocalID: "1", Error: 131047})
	if v := p.MaySend(s.Session(), ann, text, later); !v.OK() {
		t.Error(v.Why)
	}
	// A message that is not remembered was sent at the latest when it failed.
	s = kit.Given(t, p, kit.Active(c, "ann")...)
	s.When(whatsapp.ReportStatus{At: later, Status: whatsapp.StatusFailed, WAMID: "stranger", Error: 131047}).
		Then(whatsapp.SendFailed{At: later, WAMID: "stranger", Error: 131047})
	if v := p.MaySend(s.Session(), ann, text, later); v.OK() {
		t.Error("the window is open")
	}
}

func TestOB5AutomaticNotification(t *testing.T) {
	c := kit.NewClock()
	p := kit.Policy(t, monitored)
	ann := kit.Agent("ann")
	s := kit.Given(t, p, kit.Active(c, "ann")...)
	shuts := c.Now().Add(12 * time.Hour)
	if v := p.MaySend(s.Session(), ann, text, shuts.Add(-1)); v.Decision != whatsapp.Send || !v.Until.Equal(shuts) {
		t.Errorf("before: %+v", v)
	}
	v := p.MaySend(s.Session(), ann, text, shuts)
	if v.Decision != whatsapp.SendAsNotification || v.Changes != nil || !v.Until.IsZero() {
		t.Fatalf("then: %+v", v)
	}
	late := decorum.Violations{{
		Code: decorum.WindowClosed, Severity: decorum.SeverityWarning,
		Limit: 43200, Actual: 43200, Unit: decorum.Seconds, Want: "a notification template",
	}}
	if diff := cmp.Diff(late, v.Why); diff != "" {
		t.Error(diff)
	}
	filled, _ := v.Message.(message.Structured).Structured.(template.Filled)
	const want = "Thank you for your patience! We recommend rebooting your device to resolve the issue"
	if got := filled.Text().Body; got != want {
		t.Errorf("body %q", got)
	}
	if n := filled.Template(); n.ID != "shop@patience" || n.Language != "en" {
		t.Errorf("template %v %v", n.ID, n.Language)
	}
	s.When(whatsapp.SendMessage{At: shuts, By: ann, LocalID: "1", Message: text}).Then(whatsapp.SendRequested{
		At: shuts, Agent: "ann", LocalID: "1", Message: v.Message, Answers: true, Wrapped: true,
	})
	for _, m := range []message.Message{pdf, buttons, message.Reaction{Target: "x", Emoji: "👍"}} {
		v := p.MaySend(s.Session(), ann, m, shuts)
		if v.OK() || v.Instead != whatsapp.InsteadText || v.Why[0].Code != decorum.WindowClosed || v.Why[0].Limit != 43200 {
			t.Errorf("%v: %+v", m.Kind(), v)
		}
	}
	// What is set up counts for nothing while the timespan is not monitored.
	off := kit.Policy(t, monitored, func(c *whatsapp.Config) { c.Options.EnableFreeMsgTimespanMonitoring = false })
	if v := off.MaySend(s.Session(), ann, text, c.Now().Add(day)); v.OK() || v.Instead != whatsapp.InsteadNotification {
		t.Errorf("not monitored: %+v", v)
	}
	// The timespan never lengthens the window.
	long := kit.Policy(t, monitored, func(c *whatsapp.Config) { c.Options.FreeMsgTimespan = 48 * time.Hour })
	if v := long.MaySend(s.Session(), ann, text, c.Now().Add(day)); v.Decision != whatsapp.SendAsNotification {
		t.Errorf("after a day: %v", v.Decision)
	}
	if v := long.MaySend(s.Session(), ann, text, c.Now().Add(day-1)); v.Decision != whatsapp.Send {
		t.Errorf("before a day: %v", v.Decision)
	}
}

func TestOB5TheTextIsFlattenedAndMeasuredAgain(t *testing.T) {
	c := kit.NewClock()
	p := kit.Policy(t, monitored)
	s := kit.Given(t, p, kit.Active(c, "ann")...).Session()
	late := c.Now().Add(day)
	v := p.MaySend(s, kit.Agent("ann"), message.Text{Body: "Reboot it.\n\nThen call."}, late)
	if v.Decision != whatsapp.SendAsNotification {
		t.Fatal(v.Why)
	}
	filled, _ := v.Message.(message.Structured).Structured.(template.Filled)
	if got := filled.Text().Body; got != "Thank you for your patience! Reboot it. Then call." {
		t.Errorf("body %q", got)
	}
	want := []template.Change{{Span: decorum.Span{Start: 10, End: 12}, Was: v.Changes[0].Was, Now: " "}}
	if diff := cmp.Diff(want, v.Changes); diff != "" {
		t.Error(diff)
	}
	frame := len("Thank you for your patience! ")
	for _, unit := range []string{"a", "é", "你", "😀"} {
		fits := strings.Repeat(unit, 1024-frame)
		if v := p.MaySend(s, kit.Agent("ann"), message.Text{Body: fits}, late); !v.OK() {
			t.Errorf("%s: %v", unit, v.Why)
		}
		v := p.MaySend(s, kit.Agent("ann"), message.Text{Body: fits + unit}, late)
		if v.OK() || v.Why[0].Code != decorum.TooLong || v.Why[0].Path != "/body" || v.Why[0].Actual != 1025 {
			t.Errorf("%s: %v", unit, v.Why)
		}
	}
}

func TestOB5TheDefaultNotificationMustBeSet(t *testing.T) {
	c := kit.NewClock()
	s := kit.Given(t, kit.Policy(t), kit.Active(c, "ann")...).Session()
	known := template.Notification{
		ID: "other@patience", Language: "en", Body: "Thank you for your patience! {{1}}", Footer: "The shop",
	}
	for name, test := range map[string]struct {
		change func(*whatsapp.Config)
		want   []decorum.Code
	}{
		"no text":          {func(c *whatsapp.Config) { c.Options.DefaultNotificationText = "" }, []decorum.Code{decorum.DefaultNotificationUnset}},
		"no id":            {func(c *whatsapp.Config) { c.Options.DefaultNotificationID = "" }, []decorum.Code{decorum.DefaultNotificationUnset}},
		"no language":      {func(c *whatsapp.Config) { c.Options.DefaultNotificationLanguage = "" }, []decorum.Code{decorum.DefaultNotificationUnset}},
		"no parameter":     {func(c *whatsapp.Config) { c.Options.DefaultNotificationText = "Hello" }, []decorum.Code{decorum.DefaultNotificationUnset}},
		"another":          {func(c *whatsapp.Config) { c.Options.DefaultNotificationText = "Hello {{2}}" }, []decorum.Code{decorum.DefaultNotificationUnset}},
		"two":              {func(c *whatsapp.Config) { c.Options.DefaultNotificationText = "{{1}} {{1}}." }, []decorum.Code{decorum.DefaultNotificationUnset}},
		"known":            {func(c *whatsapp.Config) { c.Templates = []template.Notification{known} }, nil},
		"another text":     {func(c *whatsapp.Config) { n := known; n.Body += "!"; c.Templates = []template.Notification{n} }, []decorum.Code{decorum.Mismatch}},
		"another language": {func(c *whatsapp.Config) { n := known; n.Language = "es"; c.Templates = []template.Notification{n} }, []decorum.Code{decorum.Mismatch}},
		"a paused one": {func(c *whatsapp.Config) {
			n := known
			n.Status = template.Paused
			c.Templates = []template.Notification{n}
		}, []decorum.Code{decorum.NotApproved}},
	} {
		p := kit.Policy(t, monitored, test.change)
		v := p.MaySend(s, kit.Agent("ann"), text, c.Now().Add(day))
		want := test.want
		if want == nil {
			want = []decorum.Code{decorum.WindowClosed} // a warning
		}
		if diff := cmp.Diff(want, codes(v.Why)); diff != "" || v.OK() != (test.want == nil) {
			t.Errorf("%s: %+v\n%s", name, v, diff)
		}
		if test.want != nil && (v.Instead != whatsapp.InsteadNotification || v.Message != nil) {
			t.Errorf("%s: %v instead", name, v.Instead)
		}
		if name == "known" {
			f, _ := v.Message.(message.Structured).Structured.(template.Filled)
			if f.Template().Footer != "The shop" {
				t.Error("the known template is not the one that goes out")
			}
		}
	}
	// A text that is wrong in itself is not wrapped.
	p := kit.Policy(t, monitored)
	if v := p.MaySend(s, kit.Agent("ann"), message.Text{Body: " "}, c.Now().Add(day)); v.OK() || !v.Why.Has(decorum.Blank) {
		t.Errorf("a blank text: %+v", v)
	}
}

func TestOB5ADefaultNotificationThatMayNotGoIsNoRemedy(t *testing.T) {
	c := kit.NewClock()
	ann := kit.Agent("ann")
	known := template.Notification{ID: "shop@patience", Language: "en", Body: "Thank you for your patience! {{1}}"}
	stopped := append(kit.Active(c, "ann"), whatsapp.MarketingChanged{At: c.Now(), Stopped: true})
	for name, test := range map[string]struct {
		change func(*template.Notification)
		given  []whatsapp.Event
		goes   bool
	}{
		"approved":                          {func(*template.Notification) {}, kit.Active(c, "ann"), true},
		"paused":                            {func(n *template.Notification) { n.Status = template.Paused }, kit.Active(c, "ann"), false},
		"marketing":                         {func(n *template.Notification) { n.Category = template.Marketing }, kit.Active(c, "ann"), true},
		"marketing, which is not wanted":    {func(n *template.Notification) { n.Category = template.Marketing }, stopped, false},
		"a service, where ads are unwanted": {func(n *template.Notification) { n.Category = template.Utility }, stopped, true},
	} {
		n := known
		test.change(&n)
		p := kit.Policy(t, monitored, func(c *whatsapp.Config) { c.Templates = []template.Notification{n} })
		s := kit.Given(t, p, test.given...)
		late := c.Now().Add(day)
		want := whatsapp.InsteadNotification
		if test.goes {
			want = whatsapp.InsteadText
		}
		if v := p.MaySend(s.Session(), ann, buttons, late); v.Instead != want {
			t.Errorf("%s: %v instead of buttons", name, v.Instead)
		}
		if v := p.MaySend(s.Session(), ann, text, late); v.OK() != test.goes {
			t.Errorf("%s: a text: %v", name, v.Why)
		}
		for _, a := range p.Actions(s.Session(), ann, late) {
			if a.Kind == whatsapp.ActionSendText && a.Enabled() != test.goes {
				t.Errorf("%s: to send a text is enabled: %v", name, a.Enabled())
			}
			if a.Kind == whatsapp.ActionSendText && test.goes && !a.Why.Has(decorum.WindowClosed) {
				t.Errorf("%s: the agent is not warned: %v", name, a.Why)
			}
		}
	}
}

func TestOB1OneSessionForContactAndChannel(t *testing.T) {
	c := kit.NewClock()
	p := kit.Policy(t)
	id, err := identity.ParseWhatsAppID("14155550100")
	if err != nil {
		t.Fatal(err)
	}
	start := whatsapp.StartOutbound{
		At: c.Now(), By: kit.Agent("ann"),
		Channel: whatsapp.OutboundChannel{Server: "dms", Channel: "whatsapp", Business: id},
	}
	s := kit.Given(t, p)
	s.When(whatsapp.StartOutbound{At: c.Now(), By: kit.Agent("ann")}).ThenRefused(decorum.Required, decorum.Required, decorum.Required)
	s.When(start).Then(whatsapp.OutboundStarted{At: c.Now(), Agent: "ann", Interaction: 1, Channel: start.Channel})
	if got := s.Session(); got.State() != whatsapp.StateActive || got.Agent() != "ann" || got.Channel() != start.Channel {
		t.Errorf("%v", got.State())
	}
	if n := s.Session().Interaction(); n != 1 {
		t.Errorf("interaction %d", n)
	}
	s.When(start).ThenWarned(decorum.Conflict)
	nameless := start
	nameless.By.ID = ""
	kit.Given(t, p).When(nameless).ThenRefused(decorum.Required)
	s.When(whatsapp.SendMessage{At: c.Now(), By: kit.Agent("ann"), LocalID: "1", Message: text}).ThenRefused(decorum.WindowClosed)
	s.When(whatsapp.SendMessage{At: c.Now(), By: kit.Agent("ann"), LocalID: "1", Message: notification(ready, template.Arguments{})}).
		ThenNames("send_requested")
	busy := kit.Agent("ann")
	busy.Load.Active, busy.Ready = 1, false
	start.By = busy
	kit.Given(t, p).When(start).ThenRefused(decorum.CapacityReached)
	s.When(start).ThenWarned(decorum.Conflict) // which takes no more room
	// One that the server ended is live no more, though it is not done.
	s.When(whatsapp.End{At: c.Now(), Reason: whatsapp.EndIdle}).ThenNames("ended")
	s.When(start).ThenRefused(decorum.CapacityReached)
	start.By.Load.Active = 0
	s.When(start).Then(whatsapp.OutboundStarted{At: c.Now(), Agent: "ann", Interaction: 2, Channel: start.Channel})
	s.When(whatsapp.SendMessage{At: c.Now(), By: kit.Agent("ann"), LocalID: "2", Message: notification(ready, template.Arguments{})}).
		ThenNames("send_requested")
	// OB4: a strategy starts a session that waits.
	start.By = whatsapp.Agent{}
	s = kit.Given(t, p)
	s.When(start).ThenNames("outbound_started")
	if s.Session().State() != whatsapp.StateQueued {
		t.Error(s.Session().State())
	}
	s.When(whatsapp.SendMessage{At: c.Now(), LocalID: "b", Bot: true, Message: notification(ready, template.Arguments{})}).
		Then(whatsapp.SendRequested{At: c.Now(), LocalID: "b", Bot: true, Message: notification(ready, template.Arguments{})})
}

func TestOB1RepliesGoThroughTheChannelOfTheInbound(t *testing.T) {
	c := kit.NewClock()
	p := kit.Policy(t)
	id, err := identity.ParseWhatsAppID("14155550100")
	if err != nil {
		t.Fatal(err)
	}
	channel := func(server string) whatsapp.OutboundChannel {
		return whatsapp.OutboundChannel{Server: server, Channel: "whatsapp", Business: id}
	}
	came := func(at time.Time, id string, through whatsapp.OutboundChannel) whatsapp.Receive {
		r := kit.Text(at, id, "Hello")
		r.Channel = through
		return r
	}
	s := kit.Given(t, p)
	want := func(why string, channel whatsapp.OutboundChannel) {
		t.Helper()
		if got := s.Session().Channel(); got != channel {
			t.Errorf("%s: through %+v", why, got)
		}
	}
	want("nothing came", whatsapp.OutboundChannel{})
	first := came(c.Now(), "wamid.1", channel("dms-1"))
	s.When(first).ThenNames("received", "queued")
	want("the first", channel("dms-1"))
	s.When(came(c.Advance(time.Minute), "wamid.2", channel("dms-2"))).ThenNames("received")
	want("the second", channel("dms-2"))
	s.When(first).ThenWarned(decorum.Duplicate)
	want("the first again", channel("dms-2"))
	s.When(kit.Text(c.Advance(time.Minute), "wamid.3", "x")).ThenNames("received")
	want("one that does not tell", channel("dms-2"))
	late := came(c.Advance(time.Minute), "wamid.4", channel("dms-3"))
	late.Envelope.Originated = first.At
	s.When(late).ThenNames("received")
	want("one that was written before the newest", channel("dms-2"))
	history := came(c.Advance(time.Minute), "wamid.5", channel("dms-4"))
	history.Envelope.History = true
	echo := came(c.Advance(time.Minute), "wamid.6", channel("dms-5"))
	echo.Envelope.Direction = message.Echo
	reaction := came(c.Advance(time.Minute), "wamid.7", channel("dms-6"))
	reaction.Message = message.Reaction{Target: "wamid.1", Emoji: "👍"}
	s.When(history, echo, reaction)
	want("what asks for no answer", channel("dms-2"))

	for _, broken := range []whatsapp.OutboundChannel{
		{Channel: "whatsapp", Business: id}, {Server: "dms", Business: id}, {Server: "dms", Channel: "whatsapp"},
	} {
		s.When(came(c.Now(), "wamid.8", broken)).ThenRefused(decorum.Required)
	}
	s.When(came(c.Now(), "wamid.8", channel("\xff"))).ThenRefused(decorum.InvalidUTF8)

	// A session with a past contact goes out the same way, unless another is told.
	done := kit.Given(t, p, whatsapp.Received{At: c.Now(), Envelope: first.Envelope, Message: first.Message, Channel: channel("dms-1")})
	done.When(whatsapp.StartOutbound{At: c.Now(), By: kit.Agent("ann")}).
		Then(whatsapp.OutboundStarted{At: c.Now(), Agent: "ann", Interaction: 1, Channel: channel("dms-1")})
	done = kit.Given(t, p, whatsapp.Received{At: c.Now(), Envelope: first.Envelope, Message: first.Message, Channel: channel("dms-1")})
	done.When(whatsapp.StartOutbound{At: c.Now(), By: kit.Agent("ann"), Channel: channel("dms-9")}).ThenNames("outbound_started")
	if got := done.Session().Channel(); got != channel("dms-9") {
		t.Errorf("through %+v", got)
	}
	other := kit.Given(t, p, whatsapp.Received{At: c.Now(), Envelope: first.Envelope, Message: first.Message, Channel: channel("dms-1")})
	other.When(whatsapp.StartOutbound{
		At: c.Now(), By: kit.Agent("ann"), FromOtherMedia: true, Contact: identity.Identity{WhatsAppID: id},
		Channels: []whatsapp.OutboundChannel{channel("dms-1")},
	}).ThenRefused(decorum.Required, decorum.Required, decorum.Required, decorum.NotFound)
}

func TestOB4AStaleContactCheckIsAWarning(t *testing.T) {
	c := kit.NewClock()
	p := kit.Policy(t)
	id, err := identity.ParseWhatsAppID("14155550100")
	if err != nil {
		t.Fatal(err)
	}
	start := whatsapp.StartOutbound{At: c.Now(), Channel: whatsapp.OutboundChannel{Server: "dms", Channel: "whatsapp", Business: id}}
	kit.Given(t, p).When(start).ThenWarned()
	start.OnPremises = true
	kit.Given(t, p).When(start).ThenWarned(decorum.Stale)
	start.ContactChecked = c.Now().Add(-7 * day)
	kit.Given(t, p).When(start).ThenWarned()
	start.ContactChecked = start.ContactChecked.Add(-1)
	kit.Given(t, p).When(start).ThenWarned(decorum.Stale)
	start.OnPremises = false
	kit.Given(t, p).When(start).ThenWarned()
}

func TestOB3FromAnotherMedium(t *testing.T) {
	c := kit.NewClock()
	p := kit.Policy(t, func(c *whatsapp.Config) { c.Desk.RoleBased = true })
	id, _ := identity.ParseWhatsAppID("14155550100")
	channel := whatsapp.OutboundChannel{Server: "dms", Channel: "whatsapp", Business: id}
	start := whatsapp.StartOutbound{
		At: c.Now(), By: kit.Agent("ann"), Channel: channel, FromOtherMedia: true,
		Channels: []whatsapp.OutboundChannel{channel}, Contact: identity.Identity{WhatsAppID: id},
	}
	kit.Given(t, p).When(start).ThenNames("outbound_started")
	without := start
	without.By.Privileges = without.By.Privileges.Without(whatsapp.CanCreateNewSessionFromOtherMedia)
	kit.Given(t, p).When(without).ThenRefused(decorum.MissingPrivilege)
	without.FromOtherMedia = false
	kit.Given(t, p).When(without).ThenNames("outbound_started")
	strategy := start
	strategy.By = whatsapp.Agent{} // which has no privileges, and needs none
	kit.Given(t, p).When(strategy).ThenNames("outbound_started")
	start.Contact, start.Channels = identity.Identity{}, nil
	kit.Given(t, p).When(start).ThenRefused(decorum.Required, decorum.NotFound)
	strategy.Contact, strategy.Channels = identity.Identity{}, nil
	kit.Given(t, p).When(strategy).ThenRefused(decorum.Required, decorum.NotFound)
}
