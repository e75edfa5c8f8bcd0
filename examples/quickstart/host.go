package main

import (
	"errors"
	"time"

	"github.com/decorum-go/decorum/whatsapp"
	"github.com/decorum-go/decorum/whatsapp/cloudapi"
	"github.com/decorum-go/decorum/whatsapp/message"
)

// A host is the program around the library. It brings the store, which is a slice
// here; the clock, which is the last time that a webhook told; and the network,
// which is the function post.
type host struct {
	policy *whatsapp.Policy
	talks  []*talk
	now    time.Time
	// post sends a request to Meta and returns the body of the answer.
	post func(request []byte) []byte
}

// A talk is what a host stores of one conversation: its events. The session is
// what they add up to, and can be made anew from them at any time.
type talk struct {
	with    cloudapi.Conversation
	session whatsapp.Session
	log     []whatsapp.Event
}

// A step is one thing that happened, and what the library said to it.
type step struct {
	// At is when, By is who did it, and Does is what, where nothing below tells it.
	At       time.Time
	By, Does string
	// Talk is whose conversation it belongs to; nil for none.
	Talk *talk
	// Notice is what a webhook told; nil for what others did.
	Notice cloudapi.Notice
	// Draft is a message that an agent wrote, and Verdict what was said to it; nil
	// for none.
	Draft   message.Message
	Verdict *whatsapp.Verdict
	// Command is what was to be done, Events what came of it, or Err why nothing did.
	Command whatsapp.Command
	Events  []whatsapp.Event
	Err     error
	// Waits is how urgent an answer to the customer is after the step.
	Waits whatsapp.Level
	// Request is what went to Meta; nil for nothing.
	Request []byte
}

// receive handles the body of a webhook, whose signature has been checked before
// (cloudapi.Verify). Whatever is wrong, a host logs it, handles the rest and
// answers 200: Meta would only send the same again.
func (h *host) receive(body []byte) (steps []step, faults error) {
	notices, faults := cloudapi.Decode(body)
	for n := range notices.All() {
		if at := told(n); !at.IsZero() {
			h.now = at
		}
		s := step{At: h.now, By: "webhook", Notice: n}
		if command, ok := n.Command(h.now); ok {
			s = h.do(h.talk(n.Conversation()), command, s)
		}
		steps = append(steps, s)
	}
	return steps, faults
}

// do is the heart of a host: let the policy decide, store the events, fold them
// into the session, send what is to be sent.
func (h *host) do(t *talk, c whatsapp.Command, s step) step {
	s.Talk, s.Command = t, c
	s.Events, s.Err = h.policy.Handle(t.session, c)
	for _, e := range s.Events {
		t.log = append(t.log, e)
		t.session, _ = t.session.Apply(e) // fails only for events of a later version
		if out, ok := e.(whatsapp.SendRequested); ok {
			s.Request, s.Err = h.send(t, out)
		}
	}
	s.Waits = t.session.PendingResponse().Level(c.When(), h.policy.Thresholds())
	return s
}

// send sends a message that was decided on, and reports what Meta answers. Without
// an answer the message stays in the outbox of the session (Session.Outbox).
func (h *host) send(t *talk, out whatsapp.SendRequested) (request []byte, err error) {
	request, err = cloudapi.EncodeRequested(t.with.Contact.Identity, out)
	if err != nil {
		return nil, err
	}
	result, err := cloudapi.DecodeResult(h.post(request))
	if refused, ok := errors.AsType[*cloudapi.GraphError](err); ok {
		return request, h.do(t, refused.Report(out.LocalID, out.At), step{}).Err
	}
	if err != nil {
		return request, err
	}
	return request, h.do(t, result.Report(out.LocalID, out.At), step{}).Err
}

// talk returns the conversation that a notice belongs to, a new one where there is
// none yet.
func (h *host) talk(with cloudapi.Conversation) *talk {
	for _, t := range h.talks {
		if t.with.Business.PhoneNumberID == with.Business.PhoneNumberID && t.with.GroupID == with.GroupID &&
			t.with.Contact.Identity.Same(with.Contact.Identity) {
			return t
		}
	}
	h.talks = append(h.talks, &talk{with: with})
	return h.talks[len(h.talks)-1]
}
