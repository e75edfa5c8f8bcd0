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
	"github.com/decorum-go/decorum/whatsapp/message"
	kit "github.com/decorum-go/decorum/whatsapp/whatsapptest"
)

func TestTX1TheSizeOfTexts(t *testing.T) {
	c := kit.NewClock()
	s := kit.Given(t, kit.Policy(t), kit.Active(c, "ann")...).Session()
	size := func(n int) func(*whatsapp.Config) {
		return func(c *whatsapp.Config) { c.Options.MaxTextMessageSize = n }
	}
	cloud := func(c *whatsapp.Config) { c.Limits = message.CloudAPI() }
	for name, test := range map[string]struct {
		p    *whatsapp.Policy
		body string
		over int64 // 0: it passes
	}{
		"4096 bytes":                    {kit.Policy(t), strings.Repeat("a", 4096), 0},
		"4097 bytes":                    {kit.Policy(t), strings.Repeat("a", 4097), 4097},
		"4096 bytes of é":               {kit.Policy(t), strings.Repeat("é", 2048), 0},
		"4098 bytes of é":               {kit.Policy(t), strings.Repeat("é", 2049), 4098},
		"4098 bytes of 你":               {kit.Policy(t), strings.Repeat("你", 1366), 4098},
		"4096 bytes of 😀":               {kit.Policy(t), strings.Repeat("😀", 1024), 0},
		"EM3: 4100 bytes of 😀":          {kit.Policy(t), strings.Repeat("😀", 1025), 4100},
		"an option of 5":                {kit.Policy(t, size(5)), "12345", 0},
		"over an option of 5":           {kit.Policy(t, size(5)), "123456", 6},
		"CloudAPI: 4096 characters":     {kit.Policy(t, cloud), strings.Repeat("你", 4096), 0},
		"CloudAPI: 4097 characters":     {kit.Policy(t, cloud), strings.Repeat("你", 4097), 4097},
		"CloudAPI with an option":       {kit.Policy(t, cloud, size(5)), "你你", 6},
		"an option beyond Limits' 4096": {kit.Policy(t, size(9000)), strings.Repeat("a", 4097), 4097},
	} {
		v := test.p.MaySend(s, kit.Agent("ann"), message.Text{Body: test.body}, c.Now())
		if v.OK() != (test.over == 0) || !v.OK() && (v.Why[0].Code != decorum.TooLong || v.Why[0].Actual != test.over) {
			t.Errorf("%s: %v", name, v.Why)
		}
	}
	// Captions are measured otherwise.
	m := pdf
	m.Caption = strings.Repeat("a", 6)
	if v := kit.Policy(t, size(5)).MaySend(s, kit.Agent("ann"), m, c.Now()); !v.OK() {
		t.Error(v.Why)
	}
}

func TestNT8WhatKeepsANotificationBack(t *testing.T) {
	c := kit.NewClock()
	ann := kit.Agent("ann")
	s := kit.Given(t, kit.Policy(t), kit.Active(c, "ann")...)
	for status, refused := range map[template.Status]bool{
		"": false, template.Approved: false, template.Paused: true, template.Disabled: true, template.Rejected: true,
		template.Deleted: true, template.Flagged: false, template.Reinstated: false,
	} {
		n := ready
		n.Status = status
		p := kit.Policy(t, func(c *whatsapp.Config) { c.Templates = []template.Notification{n} })
		v := p.MaySend(s.Session(), ann, notification(ready, template.Arguments{}), c.Now())
		if v.OK() == refused || v.Why.Has(decorum.NotApproved) != refused {
			t.Errorf("known as %q: %v", status, v.Why)
		}
		if v := kit.Policy(t).MaySend(s.Session(), ann, notification(n, template.Arguments{}), c.Now()); v.OK() == refused {
			t.Errorf("given as %q: %v", status, v.Why)
		}
		other := ready
		other.Language = "es"
		if v := p.MaySend(s.Session(), ann, notification(other, template.Arguments{}), c.Now()); !v.OK() {
			t.Errorf("another translation: %v", v.Why)
		}
	}
	marketing := ready
	marketing.Category = template.Marketing
	p := kit.Policy(t, func(c *whatsapp.Config) { c.Templates = []template.Notification{marketing} })
	m := notification(ready, template.Arguments{})
	if v := p.MaySend(s.Session(), ann, m, c.Now()); !v.OK() {
		t.Error(v.Why)
	}
	s.When(whatsapp.SetMarketing{At: c.Now(), Stopped: true}).Then(whatsapp.MarketingChanged{At: c.Now(), Stopped: true})
	s.When(whatsapp.SetMarketing{At: c.Now(), Stopped: true}).Then()
	if v := p.MaySend(s.Session(), ann, m, c.Now()); v.OK() || !v.Why.Has(decorum.OptedOut) {
		t.Error("marketing goes to one who stopped it")
	}
	if v := kit.Policy(t).MaySend(s.Session(), ann, m, c.Now()); !v.OK() {
		t.Error(v.Why)
	}
	s.When(whatsapp.SetMarketing{At: c.Now()}).ThenNames("marketing_changed")
	if v := p.MaySend(s.Session(), ann, m, c.Now()); !v.OK() {
		t.Error(v.Why)
	}
}

func TestNT8Error131050StopsMarketing(t *testing.T) {
	c := kit.NewClock()
	later := c.Now().Add(time.Minute)
	send := whatsapp.SendMessage{At: c.Now(), By: kit.Agent("ann"), LocalID: "1", Message: notification(ready, template.Arguments{})}
	for name, report := range map[string]whatsapp.Command{
		"at once":   whatsapp.ReportFailed{At: later, LocalID: "1", Error: 131050},
		"by status": whatsapp.ReportStatus{At: later, Status: whatsapp.StatusFailed, WAMID: "w", LocalID: "1", Error: 131050},
		"unknown":   whatsapp.ReportStatus{At: later, Status: whatsapp.StatusFailed, WAMID: "stranger", Error: 131050},
	} {
		s := kit.Given(t, kit.Policy(t), kit.Active(c, "ann")...)
		s.When(send)
		s.When(report).ThenNames("send_failed", "marketing_changed")
		if !s.Session().StoppedMarketing() {
			t.Errorf("%s: marketing still goes out", name)
		}
		s.When(report).ThenWarned(decorum.Duplicate)
		s.When(whatsapp.SetMarketing{At: later}).ThenNames("marketing_changed")
		s.When(report).ThenWarned(decorum.Duplicate)
		if s.Session().StoppedMarketing() {
			t.Errorf("%s: what was told already stops marketing anew", name)
		}
	}
	s := kit.Given(t, kit.Policy(t), kit.Active(c, "ann")...)
	s.When(send, whatsapp.SetMarketing{At: c.Now(), Stopped: true})
	s.When(whatsapp.ReportFailed{At: later, LocalID: "1", Error: 131050}).ThenNames("send_failed")
	s = kit.Given(t, kit.Policy(t), kit.Active(c, "ann")...)
	s.When(send)
	s.When(whatsapp.ReportFailed{At: later, LocalID: "1", Error: 131049}).ThenNames("send_failed")
	if s.Session().StoppedMarketing() {
		t.Error("another error stops marketing")
	}
}

func TestIM4InteractiveMessagesNeedTheWindow(t *testing.T) {
	c := kit.NewClock()
	p := kit.Policy(t)
	s := kit.Given(t, p, kit.Active(c, "ann")...).Session()
	if v := p.MaySend(s, kit.Agent("ann"), buttons, c.Now().Add(day-1)); v.Decision != whatsapp.Send {
		t.Error(v.Why)
	}
	if v := p.MaySend(s, kit.Agent("ann"), buttons, c.Now().Add(day)); v.OK() || !v.Why.Has(decorum.WindowClosed) {
		t.Error("sent out of the window")
	}
}

func TestAT1FilesAreJudged(t *testing.T) {
	c := kit.NewClock()
	p := kit.Policy(t)
	s := kit.Given(t, p, kit.Active(c, "ann")...).Session()
	m := pdf
	m.Size = 100 << 20
	if v := p.MaySend(s, kit.Agent("ann"), m, c.Now()); v.OK() || v.Why[0].Code != decorum.TooLarge || v.Why[0].Path != "/size" {
		t.Errorf("100 MB: %v", v.Why)
	}
	m.Size--
	if v := p.MaySend(s, kit.Agent("ann"), m, c.Now()); !v.OK() {
		t.Error(v.Why)
	}
	m = message.Media{File: attachment.Audio, ID: "1", MIME: "audio/mpeg", Size: 10}
	if v := p.MaySend(s, kit.Agent("ann"), m, c.Now()); v.OK() || !v.Why.Has(decorum.TypeNotAllowed) {
		t.Errorf("MP3: %v", v.Why)
	}
}

func TestAT3TwoStepUpload(t *testing.T) {
	c := kit.NewClock()
	ann := kit.Agent("ann")
	stage := whatsapp.StageAttachment{At: c.Now(), By: ann, LocalID: "f", Media: pdf}
	sent := whatsapp.SendRequested{At: c.Now(), Agent: "ann", LocalID: "f", Message: pdf, Answers: true}
	kit.Given(t, kit.Policy(t), kit.Active(c, "ann")...).When(stage).Then(sent)

	p := kit.Policy(t, func(c *whatsapp.Config) { c.Options.TwoStepAttachmentUpload = true })
	s := kit.Given(t, p, kit.Active(c, "ann")...)
	s.When(stage).Then(whatsapp.AttachmentStaged{At: c.Now(), Agent: "ann", LocalID: "f", Message: pdf})
	s.When(stage).ThenRefused(decorum.Duplicate)
	for id, code := range map[string]decorum.Code{"": decorum.Required, strings.Repeat("i", 513): decorum.TooLong, "\xff": decorum.InvalidUTF8} {
		s.When(whatsapp.StageAttachment{At: c.Now(), By: ann, LocalID: id, Media: pdf}).ThenRefused(code)
	}
	s.When(whatsapp.StageAttachment{At: c.Now(), By: ann, LocalID: "g", Media: message.Media{}}).
		ThenRefused(decorum.Required, decorum.Required, decorum.TypeNotAllowed)
	var staged []string
	for id := range s.Session().Staged() {
		staged = append(staged, id)
	}
	if diff := cmp.Diff([]string{"f"}, staged); diff != "" {
		t.Error(diff)
	}
	s.When(whatsapp.SendAttachment{At: c.Now(), By: ann, LocalID: "x"}).ThenRefused(decorum.NotFound)
	s.When(whatsapp.SendAttachment{At: c.Now(), By: ann, LocalID: "f"}).Then(sent)
	s.When(whatsapp.SendAttachment{At: c.Now(), By: ann, LocalID: "f"}).ThenRefused(decorum.NotFound)
	stage.LocalID = "g"
	s.When(stage, whatsapp.DropAttachment{At: c.Now(), By: ann, LocalID: "g"}).
		Then(whatsapp.AttachmentDropped{At: c.Now(), Agent: "ann", LocalID: "g"})
	s.When(whatsapp.DropAttachment{At: c.Now(), By: ann, LocalID: "g"}).ThenRefused(decorum.NotFound)
}

// roles switches role-based access control on.
func roles(c *whatsapp.Config) { c.Desk.RoleBased = true }

func TestRPPrivileges(t *testing.T) {
	c := kit.NewClock()
	p := kit.Policy(t, roles)
	s := kit.Given(t, p, kit.Active(c, "ann")...)
	without := func(none ...whatsapp.Privilege) whatsapp.Agent {
		a := kit.Agent("ann")
		for _, n := range none {
			a.Privileges = a.Privileges.Without(n)
		}
		return a
	}
	missing := func(by whatsapp.Agent, m message.Message) []string {
		var names []string
		for _, v := range p.MaySend(s.Session(), by, m, c.Now()).Why {
			if v.Code == decorum.MissingPrivilege {
				names = append(names, strings.TrimPrefix(v.Want, "InteractionWorkspace.WhatsApp."))
			}
		}
		return names
	}
	header := template.MediaHeader{Kind: attachment.Image, ID: "1"}
	n := ready
	n.Header = header
	own := template.Arguments{Media: template.MediaHeader{Kind: attachment.Image, ID: "2"}}
	empty := n
	empty.Header = template.MediaHeader{Kind: attachment.Image}
	for name, test := range map[string]struct {
		by   whatsapp.Agent
		m    message.Message
		want []string
	}{
		"a text without canUse":            {without(whatsapp.CanUse), text, []string{"canUse"}},
		"a text without the others":        {without(whatsapp.CanSendFiles, whatsapp.CanChangeAttachmentsInNotification), text, nil},
		"a file without both":              {without(whatsapp.CanUse, whatsapp.CanSendFiles), pdf, []string{"canUse", "canSendFiles"}},
		"AT4: a header needs no file":      {without(whatsapp.CanSendFiles), notification(n, own), nil},
		"AT4: a changed header":            {without(whatsapp.CanChangeAttachmentsInNotification), notification(n, own), []string{"canChangeAttachmentsInNotification"}},
		"AT4: the same header":             {without(whatsapp.CanChangeAttachmentsInNotification), notification(n, template.Arguments{Media: header}), nil},
		"AT4: the template's header":       {without(whatsapp.CanChangeAttachmentsInNotification), notification(n, template.Arguments{}), nil},
		"AT4: a header that was not there": {without(whatsapp.CanChangeAttachmentsInNotification), notification(empty, own), nil},
	} {
		if diff := cmp.Diff(test.want, missing(test.by, test.m)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
	send := whatsapp.SendMessage{At: c.Now(), By: without(whatsapp.CanChangeAttachmentsInReplyButton), LocalID: "1", Message: buttons}
	changed := send
	changed.HeaderChanged = true
	s.When(changed).ThenRefused(decorum.MissingPrivilege)
	s.When(send).ThenNames("send_requested")
	changed.Message, changed.LocalID = notification(n, template.Arguments{Media: header}), "2"
	s.When(changed).ThenNames("send_requested")
	changed.By, changed.LocalID = without(whatsapp.CanChangeAttachmentsInNotification), "3"
	s.When(changed).ThenRefused(decorum.MissingPrivilege)
	s.When(whatsapp.Park{At: c.Now(), By: without(whatsapp.CanUse)}).ThenRefused(decorum.MissingPrivilege)
	send.By, send.LocalID = without(whatsapp.CanUse), "4"
	s.When(send).ThenRefused(decorum.MissingPrivilege) // told once
	if v := p.MaySend(s.Session(), send.By, text, c.Now()); v.OK() || v.Message != nil {
		t.Errorf("without canUse: %+v", v)
	}
	s.When(whatsapp.AddNote{At: c.Now(), By: without(whatsapp.CanUse), Text: "x"}).ThenRefused(decorum.MissingPrivilege)
	invited := kit.Given(t, p, append(kit.Active(c, "bob"), whatsapp.ConferenceRequested{At: c.Now(), Agent: "bob"})...)
	invited.When(whatsapp.Join{At: c.Now(), By: without(whatsapp.CanUse)}).ThenRefused(decorum.MissingPrivilege)
}

func TestSR1TextFirstThenTheFilesOneByOne(t *testing.T) {
	c := kit.NewClock()
	ann := kit.Agent("ann")
	s := kit.Given(t, kit.Policy(t), kit.Active(c, "ann")...)
	second := pdf
	second.Name = "prices.pdf"
	insert := whatsapp.InsertResponse{At: c.Now(), By: ann, LocalID: "r", Parts: []message.Message{text, pdf, second}}
	s.When(insert).Then(
		whatsapp.ResponseInserted{At: c.Now(), Agent: "ann", LocalID: "r", Parts: insert.Parts, Files: true},
		whatsapp.SendRequested{At: c.Now(), Agent: "ann", LocalID: "r.0", Message: text, Answers: true},
	)
	s.When(insert).ThenRefused(decorum.WrongState, decorum.Duplicate)
	kit.Given(t, kit.Policy(t), kit.Active(c, "ann")...).
		When(whatsapp.RemovePart{At: c.Now(), By: ann}).ThenRefused(decorum.NotFound)
	s.When(whatsapp.RemovePart{At: c.Now(), By: ann, Part: 0}).ThenRefused(decorum.WrongState)
	s.When(whatsapp.RemovePart{At: c.Now(), By: ann, Part: 3}).ThenRefused(decorum.NotFound)
	s.When(whatsapp.RemovePart{At: c.Now(), By: ann, Part: 1}).Then(whatsapp.PartDropped{At: c.Now(), Agent: "ann", Part: 1})
	s.When(whatsapp.ReportAccepted{At: c.Advance(time.Second), LocalID: "r.0", WAMID: "w0"}).Then(
		whatsapp.SendAccepted{At: c.Now(), LocalID: "r.0", WAMID: "w0"},
		whatsapp.SendRequested{At: c.Now(), Agent: "ann", LocalID: "r.2", Message: second, Answers: true},
	)
	s.When(whatsapp.ReportAccepted{At: c.Now(), LocalID: "r.0", WAMID: "w0"}).ThenWarned(decorum.Duplicate)
	s.When(whatsapp.ReportStatus{At: c.Now(), LocalID: "r.2", WAMID: "w2", Status: whatsapp.StatusDelivered}).
		ThenNames("send_accepted", "status_changed")
	// An id that only begins like one of its parts is another message's.
	s.When(whatsapp.ReportStatus{At: c.Now(), LocalID: "r90", WAMID: "w3", Status: whatsapp.StatusDelivered})
	var states []whatsapp.PartState
	for _, p := range s.Session().Response() {
		states = append(states, p.State)
	}
	want := []whatsapp.PartState{whatsapp.PartAccepted, whatsapp.PartRemoved, whatsapp.PartDelivered}
	if diff := cmp.Diff(want, states); diff != "" {
		t.Errorf("states (-want +got):\n%s", diff)
	}
	insert.LocalID = "q"
	s.When(insert).ThenNames("response_inserted", "send_requested")
}

func TestSR1StrictWaitsForDelivery(t *testing.T) {
	c := kit.NewClock()
	p := kit.Policy(t, func(c *whatsapp.Config) { c.StrictResponses = true })
	s := kit.Given(t, p, kit.Active(c, "ann")...)
	s.When(whatsapp.InsertResponse{At: c.Now(), By: kit.Agent("ann"), LocalID: "r", Parts: []message.Message{text, pdf}}).
		ThenNames("response_inserted", "send_requested")
	s.When(whatsapp.ReportAccepted{At: c.Now(), LocalID: "r.0", WAMID: "w0"}).ThenNames("send_accepted")
	status := whatsapp.ReportStatus{At: c.Now(), LocalID: "r.0", WAMID: "w0", Status: whatsapp.StatusSent}
	s.When(status).ThenNames("status_changed")
	status.Status = whatsapp.StatusDelivered
	s.When(status).ThenNames("status_changed", "send_requested")
	s.When(status).ThenNames("status_changed")
}

func TestSR1AFailedPartStopsTheRest(t *testing.T) {
	c := kit.NewClock()
	p := kit.Policy(t)
	insert := whatsapp.InsertResponse{At: c.Now(), By: kit.Agent("ann"), LocalID: "r", Parts: []message.Message{text, pdf, pdf}}
	s := kit.Given(t, p, kit.Active(c, "ann")...)
	s.When(insert, whatsapp.ReportFailed{At: c.Now(), LocalID: "r.0", Error: 131026}).ThenNames("send_failed")
	s.When(whatsapp.ReportAccepted{At: c.Now(), LocalID: "r.0", WAMID: "w"}).ThenWarned(decorum.Duplicate)
	insert.LocalID = "again"
	s.When(insert).ThenNames("response_inserted", "send_requested")
	// Shut in the meantime: the rest does not go out, and the log says so.
	s.When(whatsapp.ReportAccepted{At: c.Advance(day), LocalID: "again.0", WAMID: "w"}).Then(
		whatsapp.SendAccepted{At: c.Now(), LocalID: "again.0", WAMID: "w"},
		whatsapp.ResponseStopped{At: c.Now(), LocalID: "again", Part: 1, Code: "window_closed"},
	)
	if parts := s.Session().Response(); parts[1].State != whatsapp.PartFailed || parts[2].State != whatsapp.PartWaiting {
		t.Errorf("%+v", parts)
	}
	s.When(kit.Text(c.Now(), "wamid.2", "And?")).ThenNames("received")
	insert.At, insert.LocalID = c.Now(), "anew"
	s.When(insert).ThenNames("response_inserted", "send_requested")
	// Parked in the meantime: it ends with the agent's work.
	s = kit.Given(t, p, kit.Active(c, "ann")...)
	insert.LocalID = "again"
	s.When(insert, whatsapp.Park{At: c.Now(), By: kit.Agent("ann")}, whatsapp.ReportAccepted{At: c.Now(), LocalID: "again.0", WAMID: "w"}).
		ThenNames("send_accepted")
}

func TestSR1ReportsByWhatsAppsIDAlone(t *testing.T) {
	c := kit.NewClock()
	for _, strict := range []bool{false, true} {
		p := kit.Policy(t, func(c *whatsapp.Config) { c.StrictResponses = strict })
		s := kit.Given(t, p, kit.Active(c, "ann")...)
		s.When(
			whatsapp.InsertResponse{At: c.Now(), By: kit.Agent("ann"), LocalID: "r", Parts: []message.Message{text, pdf, pdf}},
			whatsapp.ReportAccepted{At: c.Now(), LocalID: "r.0", WAMID: "w0"},
		)
		report := whatsapp.ReportStatus{At: c.Now(), WAMID: "w0", Status: whatsapp.StatusDelivered}
		if o := s.When(report); strict {
			o.ThenNames("status_changed", "send_requested")
		} else {
			o.ThenNames("status_changed")
		}
		report.WAMID, report.Status = "another", whatsapp.StatusFailed
		s.When(report).ThenNames("send_failed")
		report.WAMID = "w0" // after all
		s.When(report).ThenNames("send_failed")
		s.When(whatsapp.ReportAccepted{At: c.Now(), LocalID: "r.1", WAMID: "w1"}).ThenNames("send_accepted")
		var states []whatsapp.PartState
		for _, part := range s.Session().Response() {
			states = append(states, part.State)
		}
		if diff := cmp.Diff([]whatsapp.PartState{whatsapp.PartFailed, whatsapp.PartAccepted, whatsapp.PartWaiting}, states); diff != "" {
			t.Error(diff)
		}
	}
}

func TestSR1WhatAResponseIsMadeOf(t *testing.T) {
	c := kit.NewClock()
	p := kit.Policy(t)
	insert := func(parts ...message.Message) *kit.Outcome {
		s := kit.Given(t, p, kit.Active(c, "ann")...)
		return s.When(whatsapp.InsertResponse{At: c.Now(), By: kit.Agent("ann"), LocalID: "r", Parts: parts})
	}
	insert().ThenViolations(decorum.Violation{Code: decorum.Required, Severity: decorum.SeverityError, Path: "/parts"})
	insert(pdf, text).ThenRefused(decorum.OutOfOrder)
	insert(text, text).ThenRefused(decorum.OutOfOrder)
	insert(buttons, pdf).ThenViolations(decorum.Violation{
		Code: decorum.Conflict, Severity: decorum.SeverityError, Path: "/parts/0", Want: "a structured message alone",
	})
	insert(message.Location{}).ThenRefused(decorum.Unsupported)
	insert(nil).ThenRefused(decorum.Unsupported)
	insert(message.Text{}).ThenRefused(decorum.Required)
	insert(pdf).ThenNames("response_inserted", "send_requested")
}

func TestSR2AStructuredMessageInstead(t *testing.T) {
	c := kit.NewClock()
	for _, m := range []message.Message{buttons, notification(ready, template.Arguments{})} {
		s := kit.Given(t, kit.Policy(t), kit.Active(c, "ann")...)
		s.When(whatsapp.InsertResponse{At: c.Now(), By: kit.Agent("ann"), LocalID: "r", Parts: []message.Message{m}}).Then(
			whatsapp.ResponseInserted{At: c.Now(), Agent: "ann", LocalID: "r", Parts: []message.Message{m}, Files: true},
			whatsapp.SendRequested{At: c.Now(), Agent: "ann", LocalID: "r.0", Message: m, Answers: true},
		)
		s.When(whatsapp.ReportAccepted{At: c.Now(), LocalID: "r.0", WAMID: "w"}).ThenNames("send_accepted")
	}
}

func TestAT4WithoutThePrivilegeTheTextStillGoes(t *testing.T) {
	c := kit.NewClock()
	p := kit.Policy(t, roles)
	ann := kit.Agent("ann")
	ann.Privileges = ann.Privileges.Without(whatsapp.CanSendFiles)
	s := kit.Given(t, p, kit.Active(c, "ann")...)
	s.When(whatsapp.InsertResponse{At: c.Now(), By: ann, LocalID: "f", Parts: []message.Message{pdf}}).ThenRefused(decorum.MissingPrivilege)
	s.When(whatsapp.InsertResponse{At: c.Now(), By: ann, LocalID: "r", Parts: []message.Message{text, pdf}}).ThenWarned(decorum.MissingPrivilege)
	s.When(whatsapp.ReportAccepted{At: c.Now(), LocalID: "r.0", WAMID: "w"}).ThenNames("send_accepted")
	if parts := s.Session().Response(); parts[1].State != whatsapp.PartRemoved || parts[1].Missing != whatsapp.CanSendFiles {
		t.Errorf("%+v", parts)
	}
}

func TestOutboxLocalIDsAndWAMIDs(t *testing.T) {
	c := kit.NewClock()
	ann := kit.Agent("ann")
	s := kit.Given(t, kit.Policy(t), kit.Active(c, "ann")...)
	send := whatsapp.SendMessage{At: c.Now(), By: ann, LocalID: "1", Message: text, ReplyTo: "wamid.1"}
	s.When(send).Then(whatsapp.SendRequested{At: c.Now(), Agent: "ann", LocalID: "1", Message: text, ReplyTo: "wamid.1", Answers: true})
	s.When(send).ThenRefused(decorum.Duplicate)
	send.LocalID = ""
	s.When(send).ThenRefused(decorum.Required)
	send.LocalID = strings.Repeat("x", 513)
	s.When(send).ThenRefused(decorum.TooLong)
	send.LocalID = "2"
	s.When(send).ThenNames("send_requested")
	outbox := func() (ids []string) {
		for p := range s.Session().Outbox() {
			ids = append(ids, p.LocalID)
		}
		return ids
	}
	if diff := cmp.Diff([]string{"1", "2"}, outbox()); diff != "" {
		t.Error(diff)
	}
	s.When(whatsapp.ReportAccepted{At: c.Now(), LocalID: "3", WAMID: "w"}).ThenRefused(decorum.NotFound)
	s.When(whatsapp.ReportFailed{At: c.Now(), LocalID: "3"}).ThenRefused(decorum.NotFound)
	s.When(whatsapp.ReportAccepted{At: c.Now()}).ThenRefused(decorum.Required, decorum.Required)
	s.When(whatsapp.ReportAccepted{At: c.Now(), LocalID: "1", WAMID: "w1"}).Then(whatsapp.SendAccepted{At: c.Now(), LocalID: "1", WAMID: "w1"})
	// An early status stands for the acceptance.
	status := whatsapp.ReportStatus{At: c.Now(), Status: whatsapp.StatusSent, WAMID: "w2", LocalID: "2", Reported: c.Now()}
	s.When(status).Then(
		whatsapp.SendAccepted{At: c.Now(), LocalID: "2", WAMID: "w2"},
		whatsapp.StatusChanged{At: c.Now(), Status: whatsapp.StatusSent, LocalID: "2", WAMID: "w2", Reported: c.Now()},
	)
	s.When(whatsapp.ReportAccepted{At: c.Now(), LocalID: "2", WAMID: "w2"}).ThenWarned(decorum.Duplicate)
	if outbox() != nil {
		t.Errorf("outbox %v", outbox())
	}
	// A late one is for the transcript.
	s.When(whatsapp.ReportStatus{At: c.Now(), Status: whatsapp.StatusRead, WAMID: "stranger"}).ThenNames("status_changed")
	s.When(whatsapp.ReportStatus{At: c.Now()}).ThenRefused(decorum.Required, decorum.Unknown)
	s.When(whatsapp.ReportStatus{At: c.Now(), WAMID: "w", Status: 9}).ThenRefused(decorum.Unknown)
	// The outbox is bounded.
	for i := range 64 {
		send.LocalID = "n" + string(rune('A'+i))
		s.When(send).ThenNames("send_requested")
	}
	send.LocalID = "more"
	s.When(send).ThenRefused(decorum.TooMany)
}

// TestLocalIDsOfWaitingMessagesAreNeverNew: what waits in the outbox keeps its id
// for itself, however long it waits; what was accepted gives it up with the rest.
func TestLocalIDsOfWaitingMessagesAreNeverNew(t *testing.T) {
	c := kit.NewClock()
	ann := kit.Agent("ann")
	s := kit.Given(t, kit.Policy(t), kit.Active(c, "ann")...)
	send := func() *kit.Outcome {
		return s.When(whatsapp.SendMessage{At: c.Now(), By: ann, LocalID: "1", Message: message.Text{Body: "Yes"}})
	}
	send().ThenNames("send_requested")
	s.When(kit.Text(c.Advance(2*whatsapp.IDLifetime), "wamid.2", "Are you there?")).ThenNames("received")
	send().ThenRefused(decorum.Duplicate)
	s.When(whatsapp.ReportAccepted{At: c.Now(), LocalID: "1", WAMID: "wamid.3"}).ThenNames("send_accepted")
	send().ThenNames("send_requested")
}

func TestAT3TheIDOfAWaitingFileIsTaken(t *testing.T) {
	c := kit.NewClock()
	ann := kit.Agent("ann")
	p := kit.Policy(t, func(c *whatsapp.Config) { c.Options.TwoStepAttachmentUpload = true })
	s := kit.Given(t, p, kit.Active(c, "ann")...)
	s.When(whatsapp.StageAttachment{At: c.Now(), By: ann, LocalID: "r.0", Media: pdf}).ThenNames("attachment_staged")
	s.When(whatsapp.StageAttachment{At: c.Now(), By: ann, LocalID: "r.0", Media: pdf}).ThenRefused(decorum.Duplicate)
	s.When(whatsapp.SendMessage{At: c.Now(), By: ann, LocalID: "r.0", Message: text}).ThenRefused(decorum.Duplicate)
	s.When(whatsapp.InsertResponse{At: c.Now(), By: ann, LocalID: "r", Parts: []message.Message{text}}).ThenRefused(decorum.Duplicate)
	s.When(whatsapp.SendAttachment{At: c.Now(), By: ann, LocalID: "r.0"}).ThenNames("send_requested")
}

func TestSR1TheIDsOfWaitingPartsAreTaken(t *testing.T) {
	c := kit.NewClock()
	ann := kit.Agent("ann")
	for _, two := range []bool{false, true} {
		p := kit.Policy(t, func(c *whatsapp.Config) { c.Options.TwoStepAttachmentUpload = two })
		s := kit.Given(t, p, kit.Active(c, "ann")...)
		s.When(whatsapp.InsertResponse{At: c.Now(), By: ann, LocalID: "r", Parts: []message.Message{text, pdf}}).
			ThenNames("response_inserted", "send_requested")
		for _, id := range []string{"r.0", "r.1"} { // the one that is out is told once, too
			taken := decorum.Violation{Code: decorum.Duplicate, Severity: decorum.SeverityError, Path: "/local_id", Want: "an id that was not used"}
			s.When(whatsapp.SendMessage{At: c.Now(), By: ann, LocalID: id, Message: text}).ThenViolations(taken)
			s.When(whatsapp.StageAttachment{At: c.Now(), By: ann, LocalID: id, Media: pdf}).ThenViolations(taken)
		}
		s.When(whatsapp.ReportAccepted{At: c.Now(), LocalID: "r.0", WAMID: "w.0"}).ThenNames("send_accepted", "send_requested")
		// "r.01" is no part: what becomes of it does not become of the file.
		s.When(
			whatsapp.SendMessage{At: c.Now(), By: ann, LocalID: "r.01", Message: text},
			whatsapp.ReportAccepted{At: c.Now(), LocalID: "r.01", WAMID: "w.01"},
		)
		if got := s.Session().Response()[1].State; got != whatsapp.PartReleased {
			t.Errorf("the file is %v", got)
		}
		s.When(whatsapp.ReportAccepted{At: c.Now(), LocalID: "r.1", WAMID: "w.1"}).ThenNames("send_accepted")
		s.When(whatsapp.SendMessage{At: c.Now(), By: ann, LocalID: "r.2", Message: text}).ThenNames("send_requested")
	}
}

func TestPR1AnswersAndFailures(t *testing.T) {
	c := kit.NewClock()
	ann := kit.Agent("ann")
	p := kit.Policy(t)
	s := kit.Given(t, p, kit.Active(c, "ann")...)
	since := c.Now()
	pending := func() bool { return s.Session().PendingResponse().IsPending() }
	if got := s.Session().PendingResponse().WaitingSince(); !got.Equal(since) {
		t.Errorf("waiting since %v", got)
	}
	s.When(whatsapp.SendMessage{At: c.Advance(time.Second), By: ann, LocalID: "e", Message: message.Reaction{Target: "wamid.1", Emoji: "👍"}}).
		ThenNames("send_requested")
	if !pending() {
		t.Error("a reaction is an answer")
	}
	s.When(whatsapp.SendMessage{At: c.Now(), LocalID: "b", Bot: true, Message: text}).ThenNames("send_requested")
	if !pending() {
		t.Error("a bot's message is an answer")
	}
	s.When(whatsapp.SendMessage{At: c.Now(), By: ann, LocalID: "a", Message: text}).ThenNames("send_requested")
	if pending() {
		t.Error("an answer is none")
	}
	// Failures of what did not answer do not count; that of the answer does, once.
	s.When(whatsapp.ReportFailed{At: c.Now(), LocalID: "e"}, whatsapp.ReportFailed{At: c.Now(), LocalID: "b"})
	s.When(whatsapp.ReportAccepted{At: c.Now(), LocalID: "a", WAMID: "wa"})
	if pending() {
		t.Error("pending again though the answer stands")
	}
	fail := whatsapp.ReportStatus{At: c.Advance(time.Minute), Status: whatsapp.StatusFailed, WAMID: "wa", Error: 131026}
	s.When(fail).Then(whatsapp.SendFailed{At: c.Now(), WAMID: "wa", Sent: since.Add(time.Second), Answers: true, Error: 131026})
	if !pending() || !s.Session().PendingResponse().WaitingSince().Equal(since) {
		t.Error("not pending again")
	}
	s.When(fail).ThenWarned(decorum.Duplicate)
	// That of what was no answer tells when it was requested, and that it was none.
	s.When(
		whatsapp.SendMessage{At: c.Now(), By: ann, LocalID: "q", Message: message.Reaction{Target: "wamid.1", Emoji: "👍"}},
		whatsapp.ReportAccepted{At: c.Now(), LocalID: "q", WAMID: "wq"},
	)
	requested := c.Now()
	s.When(whatsapp.ReportStatus{At: c.Advance(time.Minute), Status: whatsapp.StatusFailed, WAMID: "wq"}).
		Then(whatsapp.SendFailed{At: c.Now(), WAMID: "wq", Sent: requested})
	// The answer to what came before the customer's latest message fails, after a restart.
	s = kit.Given(t, p, kit.Active(c, "ann")...)
	since = c.Now()
	s.When(whatsapp.SendMessage{At: c.Advance(time.Second), By: ann, LocalID: "a", Message: text}).ThenNames("send_requested")
	s.When(kit.Text(c.Advance(time.Second), "wamid.2", "And?")).ThenNames("received")
	s.When(whatsapp.ReportFailed{At: c.Now(), LocalID: "a"}).ThenNames("send_failed")
	if got := s.Session().PendingResponse().WaitingSince(); !got.Equal(since) {
		t.Errorf("waiting since %v, want %v", got, since)
	}
	bots := kit.Policy(t, func(c *whatsapp.Config) { c.BotsAnswer = true })
	s = kit.Given(t, bots, kit.Active(c, "ann")...)
	s.When(whatsapp.SendMessage{At: c.Now(), LocalID: "b", Bot: true, Message: text}).ThenNames("send_requested")
	if pending() {
		t.Error("a bot's message is no answer")
	}
}

func TestPR1AFailureThatOvertakesTheAcceptance(t *testing.T) {
	c := kit.NewClock()
	ann := kit.Agent("ann")
	s := kit.Given(t, kit.Policy(t), kit.Active(c, "ann")...)
	s.When(whatsapp.InsertResponse{At: c.Now(), By: ann, LocalID: "r", Parts: []message.Message{text, pdf}}).
		ThenNames("response_inserted", "send_requested")
	// The status names WhatsApp's id alone, which nobody knows yet.
	s.When(whatsapp.ReportStatus{At: c.Now(), Status: whatsapp.StatusFailed, WAMID: "w", Error: 131026}).
		Then(whatsapp.SendFailed{At: c.Now(), WAMID: "w", Error: 131026})
	s.When(whatsapp.ReportAccepted{At: c.Advance(time.Second), LocalID: "r.0", WAMID: "w"}).Then(
		whatsapp.SendAccepted{At: c.Now(), LocalID: "r.0", WAMID: "w"},
		whatsapp.SendFailed{At: c.Now(), LocalID: "r.0", WAMID: "w", Sent: c.Now().Add(-time.Second), Answers: true},
	)
	if !s.Session().PendingResponse().IsPending() {
		t.Error("an answer that failed ended what is pending")
	}
	s.When(whatsapp.ReportStatus{At: c.Now(), Status: whatsapp.StatusFailed, WAMID: "w", Error: 131026}).ThenWarned(decorum.Duplicate)
}

func TestPR4TheOneTimer(t *testing.T) {
	c := kit.NewClock()
	p := kit.Policy(t, func(c *whatsapp.Config) { c.Routing.HandlerFirst, c.Routing.RefuserAgain = time.Minute, 2*time.Minute })
	start := c.Now()
	wait := func(s whatsapp.Session, at, want time.Duration, name string) {
		t.Helper()
		when, command, ok := p.Next(s, start.Add(at))
		if !ok || when.Sub(start) != want || command.Name() != name || !command.When().Equal(when) {
			t.Errorf("after %v: %v %v %v", at, when.Sub(start), command, ok)
		}
	}
	var nobody whatsapp.Session
	if _, _, ok := p.Next(nobody, start); ok {
		t.Error("something is to come of nothing")
	}
	waiting := kit.Given(t, p, kit.Waiting(c)...)
	wait(waiting.Session(), 0, day, "tick")
	offered := kit.Given(t, p, kit.Waiting(c)...)
	offered.When(whatsapp.Offer{At: start, To: kit.Agent("ann")})
	wait(offered.Session(), 0, 30*time.Second, "expire offer")
	wait(offered.Session(), 31*time.Second, 31*time.Second, "expire offer")
	offered.When(whatsapp.Tick{At: start.Add(31 * time.Second)}).ThenNames("offer_expired")
	wait(offered.Session(), 31*time.Second, 31*time.Second+2*time.Minute, "tick")
	active := kit.Given(t, p, kit.Active(c, "ann")...).Session()
	wait(active, 0, 30*time.Second, "tick")
	wait(active, 30*time.Second, 50*time.Second, "tick")
	wait(active, 50*time.Second, day, "tick")
	if _, _, ok := p.Next(active, start.Add(day)); ok {
		t.Error("something is to come though all is over")
	}
	back := kit.Given(t, p, append(kit.Active(c, "ann"), whatsapp.Parked{At: start, Agent: "ann"}, whatsapp.Queued{At: start, Interaction: 1, Why: whatsapp.QueuedWritten})...)
	wait(back.Session(), 0, time.Minute, "tick")
	wait(back.Session(), time.Minute, day, "tick")
}

// An id is taken as long as its message waits in the outbox, though ids are
// forgotten after 36 hours.
func TestOutboxIDsStayTaken(t *testing.T) {
	c := kit.NewClock()
	ann := kit.Agent("ann")
	s := kit.Given(t, kit.Policy(t), kit.Active(c, "ann")...)
	send := whatsapp.SendMessage{At: c.Now(), By: ann, LocalID: "1", Message: text}
	s.When(send).ThenNames("send_requested")
	send.LocalID = "2"
	s.When(send).ThenNames("send_requested")
	s.When(whatsapp.ReportAccepted{At: c.Now(), LocalID: "2", WAMID: "w2"}).ThenNames("send_accepted")
	send.At = c.Now().Add(whatsapp.IDLifetime + time.Minute)
	s.When(whatsapp.Receive{
		At: send.At, Message: text,
		Envelope: message.Envelope{ID: "wamid.late", Direction: message.Inbound, Originated: send.At, Arrived: send.At},
	}).ThenNames("received")
	send.LocalID = "1"
	s.When(send).ThenRefused(decorum.Duplicate)
	send.LocalID = "2"
	s.When(send).ThenNames("send_requested")
}
