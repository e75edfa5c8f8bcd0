package whatsapp

import (
	"slices"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/whatsapp/message"
)

func (c SendMessage) decide(d *decision) {
	if c.Bot {
		d.in(StateQueued, StateOffered, StateActive, StateParked, StateHeld)
	} else {
		d.participant(c.By)
	}
	if d.reserved(c.LocalID) {
		d.notNew()
	}
	d.text("/reply_to", c.ReplyTo, maxName)
	if c.HeaderChanged && !c.Bot {
		need := CanChangeAttachmentsInReplyButton
		if isNotification(c.Message) {
			need = CanChangeAttachmentsInNotification
		}
		d.vs = d.vs.Join(nil, d.config.Desk.May(c.By, need))
	}
	d.send(c.By, c.LocalID, c.Message, c.ReplyTo, c.Bot)
}

// send requests a message, if it may be sent.
func (d *decision) send(by Agent, localID string, m message.Message, replyTo string, bot bool) {
	d.localID(localID)
	d.room("/local_id", len(d.s.outbox)+1, maxOutbox)
	v := d.mayIn(&d.s, by, m, d.at, bot)
	var root decorum.Path
	place := root.Key("message")
	d.vs = d.vs.Join(&place, v.Why)
	if d.vs.HasErrors() { // a refusal has an error at least
		return
	}
	d.storable(&place, v.Message) // whatever is plain to see: the log must be read for ever
	agent := by.ID
	if bot {
		agent = ""
	}
	d.emit(SendRequested{
		At: d.at, Agent: agent, LocalID: localID, Message: v.Message, ReplyTo: replyTo, Bot: bot,
		Answers: !message.IsReaction(m) && (!bot || d.config.BotsAnswer),
		Wrapped: v.Decision == SendAsNotification,
	})
}

func (c ReportAccepted) decide(d *decision) {
	d.name1("/local_id", c.LocalID)
	d.name1("/wamid", c.WAMID)
	if d.vs.HasErrors() {
		return
	}
	switch {
	case d.s.pendingIndex(c.LocalID) >= 0:
		d.accepted(c.LocalID, c.WAMID)
		d.release()
	case d.s.ids.has(idLocal, c.LocalID, d.at):
		d.warn(decorum.Duplicate, "/local_id", "")
	default:
		d.fault(decorum.NotFound, "/local_id", "a message that was requested")
	}
}

// accepted decides what comes of the acceptance of a message in the outbox: that it
// failed, too, where that was told before by WhatsApp's id alone, when nobody could
// know whose it was.
func (d *decision) accepted(localID, wamid string) {
	p := d.s.outbox[d.s.pendingIndex(localID)]
	failed := d.s.ids.has(idFailed, wamid, d.at)
	d.emit(SendAccepted{At: d.at, LocalID: localID, WAMID: wamid})
	if failed {
		d.emit(SendFailed{At: d.at, LocalID: localID, WAMID: wamid, Sent: p.Requested, Answers: p.Answers})
	}
}

func (c ReportFailed) decide(d *decision) {
	d.name1("/local_id", c.LocalID)
	if c.Error < 0 || c.Error > 1<<31-1 {
		d.fault(decorum.OutOfRange, "/error", "")
	}
	if d.vs.HasErrors() {
		return
	}
	switch {
	case d.s.pendingIndex(c.LocalID) >= 0:
		d.failed(c.LocalID, "", c.Error)
	case d.s.ids.has(idLocal, c.LocalID, d.at):
		d.warn(decorum.Duplicate, "/local_id", "")
	default:
		d.fault(decorum.NotFound, "/local_id", "a message that was requested")
	}
}

func (c StageAttachment) decide(d *decision) {
	d.participant(c.By)
	if d.reserved(c.LocalID) {
		d.notNew()
	}
	if !d.config.Options.TwoStepAttachmentUpload {
		d.send(c.By, c.LocalID, c.Media, "", false)
		return
	}
	d.localID(c.LocalID)
	d.room("", len(d.s.staged)+1, maxStaged)
	v := d.mayIn(&d.s, c.By, c.Media, d.at, false)
	var root decorum.Path
	place := root.Key("message")
	d.vs = d.vs.Join(&place, v.Why)
	if !d.vs.HasErrors() {
		d.storable(&place, c.Media)
	}
	d.emit(AttachmentStaged{At: d.at, Agent: c.By.ID, LocalID: c.LocalID, Message: c.Media})
}

func (d *decision) stagedIndex(localID string) int {
	return slices.IndexFunc(d.s.staged, func(a staged) bool { return a.localID == localID })
}

func (c SendAttachment) decide(d *decision) {
	d.participant(c.By)
	i := d.stagedIndex(c.LocalID)
	if i < 0 {
		d.fault(decorum.NotFound, "/local_id", "a file that waits for Send")
		return
	}
	d.send(c.By, c.LocalID, d.s.staged[i].media, "", false)
}

func (c DropAttachment) decide(d *decision) {
	d.participant(c.By)
	if d.stagedIndex(c.LocalID) < 0 {
		d.fault(decorum.NotFound, "/local_id", "a file that waits for Send")
		return
	}
	d.emit(AttachmentDropped{At: d.at, Agent: c.By.ID, LocalID: c.LocalID})
}

func (c InsertResponse) decide(d *decision) {
	d.participant(c.By)
	if d.s.response != nil && !d.s.response.plan.Done() {
		d.fault(decorum.WrongState, "", d.name+" after the one that is on its way")
	}
	d.name1("/local_id", c.LocalID)
	d.text("/local_id", c.LocalID, maxName-12)
	d.room("/parts", len(c.Parts), maxParts)
	c.checkParts(d)
	if d.vs.HasErrors() {
		return
	}
	files := d.config.Desk.May(c.By, CanSendFiles)
	plan, err := planOf(c.Parts, !files.HasErrors(), d.config.StrictResponses)
	if err == nil {
		plan, err = plan.Start()
	}
	if err != nil {
		d.vs = d.vs.Join(nil, violations(err))
		return
	}
	first, ok := plan.Next()
	if !ok {
		d.vs = d.vs.Join(nil, files)
		return
	}
	if files.HasErrors() && slices.ContainsFunc(plan.Parts(), func(p Part) bool { return p.Missing != 0 }) {
		d.warn(decorum.MissingPrivilege, "/parts", CanSendFiles.String())
	}
	inserted := ResponseInserted{
		At: d.at, Agent: c.By.ID, LocalID: c.LocalID, Parts: slices.Clone(c.Parts),
		Files: !files.HasErrors(), Strict: d.config.StrictResponses,
	}
	if _, err := AppendEvent(nil, inserted); err != nil { // each fits, but all of them do not
		var root decorum.Path
		place := root.Key("parts")
		d.vs = d.vs.Join(&place, violations(err))
		return
	}
	d.emit(inserted)
	d.send(c.By, partID(c.LocalID, first), c.Parts[first], "", false)
}

// checkParts checks that the parts are a text and then files, or one structured
// message alone, and new.
func (c *InsertResponse) checkParts(d *decision) {
	var root decorum.Path
	parts := root.Key("parts")
	if len(c.Parts) == 0 {
		d.fault(decorum.Required, "/parts", "")
	}
	for i, m := range c.Parts {
		at := parts.Index(i)
		place := at.String()
		switch m.(type) {
		case message.Text:
			if i > 0 {
				d.fault(decorum.OutOfOrder, place, "the text first")
			}
		case message.Media:
		case message.Structured:
			if len(c.Parts) > 1 {
				d.fault(decorum.Conflict, place, "a structured message alone")
			}
		default:
			d.fault(decorum.Unsupported, place, "text, media, structured")
			continue
		}
		d.vs = d.vs.Join(&at, m.Check(d.limits))
		d.storable(&at, m)
		if id := partID(c.LocalID, i); d.used(id) || d.stagedIndex(id) >= 0 {
			d.notNew()
		}
	}
}

// release requests the next part of a standard response once the one before has
// gone out, in the name of the agent who handles the interaction: what that agent
// may was asked when the response was inserted.
func (d *decision) release() {
	r := d.s.response
	if r == nil || d.s.state != StateActive {
		return
	}
	part, ok := r.plan.Next()
	if !ok || d.used(partID(r.localID, part)) {
		return
	}
	probe := decision{Policy: d.Policy, s: d.s, at: d.at, name: d.name}
	probe.send(Agent{ID: d.s.agent, Privileges: AllPrivileges()}, partID(r.localID, part), r.parts[part], "", false)
	if !probe.vs.HasErrors() {
		for _, e := range probe.events {
			d.emit(e)
		}
		return
	}
	for _, v := range probe.vs {
		if v.Severity == decorum.SeverityError {
			d.emit(ResponseStopped{At: d.at, LocalID: r.localID, Part: part, Code: string(v.Code)})
			return
		}
	}
}

func (c RemovePart) decide(d *decision) {
	d.participant(c.By)
	r := d.s.response
	if r == nil {
		d.fault(decorum.NotFound, "/part", "a part of a standard response")
		return
	}
	if _, err := r.plan.Remove(c.Part); err != nil {
		for _, v := range violations(err) {
			v.Path = "/part"
			d.vs = d.vs.Add(v)
		}
		return
	}
	d.emit(PartDropped{At: d.at, Agent: c.By.ID, Part: c.Part})
}
