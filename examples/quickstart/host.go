package main

import (
	"cmp"
	"errors"
	"time"

	"github.com/decorum-go/decorum/whatsapp"
	"github.com/decorum-go/decorum/whatsapp/cloudapi"
)

// A host is the program around the library. It brings the store, which is a slice
// here; the clock, which is the last time that a webhook told; and the network,
// which is the function post.
type host struct {
	policy *whatsapp.Policy
	talks  []*talk
	index  map[cloudapi.Key]*talk
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

// receive handles the body of a webhook, whose signature has been checked before
// (cloudapi.Verify). Whatever is wrong, a host logs it, handles the rest and
// answers 200: Meta would only send the same again.
func (h *host) receive(body []byte, tell func(step)) error {
	notices, faults := cloudapi.Decode(body)
	for n := range notices.All() {
		if at := n.When(); !at.IsZero() {
			h.now = at
		}
		s := step{At: h.now, By: "webhook", Notice: n}
		// What is about a contact whom nothing names is for no session: strangers would
		// share it. Decode has told of it.
		if command, ok := n.Command(h.now); ok && len(n.Conversation().Keys()) > 0 {
			s.Talk, s.Command = h.talk(n.Conversation()), command
			s.Events, s.Err = h.do(s.Talk, command)
		}
		if now, ok := cloudapi.Moved(n); ok {
			h.move(n.Conversation(), now)
		}
		tell(s)
	}
	return faults
}

// do is the heart of a host: it lets the policy decide, stores the events, folds
// them into the session, and sends what is to be sent.
func (h *host) do(t *talk, c whatsapp.Command) ([]whatsapp.Event, error) {
	events, err := h.policy.Handle(t.session, c)
	if err != nil {
		return nil, err
	}
	if t.session, err = t.session.Apply(events...); err != nil {
		return nil, err
	}
	t.log = append(t.log, events...)
	for _, e := range events {
		if out, ok := e.(whatsapp.SendRequested); ok {
			err = errors.Join(err, h.send(t, out))
		}
	}
	return events, err
}

// send sends a message that was decided on, and reports what Meta answers. Where
// Meta asks for patience, or does not answer, there is nothing to report: the
// message stays in the outbox (Session.Outbox), to be sent again.
func (h *host) send(t *talk, out whatsapp.SendRequested) error {
	request, err := cloudapi.EncodeRequested(t.with.Contact.Identity, out)
	if err != nil {
		return err
	}
	report, err := cloudapi.Report(h.post(request), out.LocalID, h.now)
	if report != nil {
		_, failed := h.do(t, report)
		err = errors.Join(err, failed)
	}
	return err
}

// talk returns the conversation that a notice belongs to, a new one where there is
// none yet, to be found by all that the notice tells of the contact.
func (h *host) talk(with cloudapi.Conversation) *talk {
	t := h.find(with)
	if t == nil {
		t = &talk{with: with}
		h.talks = append(h.talks, t)
	}
	for _, k := range with.Keys() {
		h.index[k] = t
	}
	t.with.Contact.Name = cmp.Or(with.Contact.Name, t.with.Contact.Name)
	if all, err := t.with.Contact.Merge(with.Contact.Identity); err == nil && with.GroupID == "" {
		t.with.Contact.Identity = all // an id may be told that was not known before
	}
	return t
}

// move keeps a conversation whose contact has another number or user id now.
func (h *host) move(was, now cloudapi.Conversation) {
	if t := h.find(was); t != nil {
		t.with.Contact.Identity = now.Contact.Identity
		for _, k := range now.Keys() {
			h.index[k] = t
		}
	}
}

// find returns the conversation, nil where there is none. A number may have passed
// to another person: what is found by a key may not be the same.
func (h *host) find(with cloudapi.Conversation) *talk {
	for _, k := range with.Keys() {
		if t := h.index[k]; t != nil && t.with.Same(with) {
			return t
		}
	}
	return nil
}
