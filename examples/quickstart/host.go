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
	index  map[key]*talk
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
		if at := told(n); !at.IsZero() {
			h.now = at
		}
		s := step{At: h.now, By: "webhook", Notice: n}
		if command, ok := n.Command(h.now); ok {
			s.Talk, s.Command = h.talk(n.Conversation()), command
			s.Events, s.Err = h.do(s.Talk, command)
		}
		tell(s)
	}
	return faults
}

// do is the heart of a host: it lets the policy decide, stores the events, folds
// them into the session, and sends what is to be sent.
func (h *host) do(t *talk, c whatsapp.Command) ([]whatsapp.Event, error) {
	events, err := h.policy.Handle(t.session, c)
	for _, e := range events {
		if t.session, err = t.session.Apply(e); err != nil {
			return nil, err
		}
		t.log = append(t.log, e)
		if out, ok := e.(whatsapp.SendRequested); ok {
			err = h.send(t, out)
		}
	}
	return events, err
}

// send sends a message that was decided on, and reports what Meta answers. Without
// an answer the message stays in the outbox (Session.Outbox), to be sent again.
func (h *host) send(t *talk, out whatsapp.SendRequested) error {
	request, err := cloudapi.EncodeRequested(t.with.Contact.Identity, out)
	if err != nil {
		return err
	}
	result, err := cloudapi.DecodeResult(h.post(request))
	if refused, ok := errors.AsType[*cloudapi.GraphError](err); ok {
		_, err = h.do(t, refused.Report(out.LocalID, h.now))
	} else if err == nil {
		_, err = h.do(t, result.Report(out.LocalID, h.now))
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
	for _, k := range keys(with) {
		h.index[k] = t
	}
	t.with.Contact.Name = cmp.Or(with.Contact.Name, t.with.Contact.Name)
	return t
}

func (h *host) find(with cloudapi.Conversation) *talk {
	for _, k := range keys(with) {
		if t := h.index[k]; t != nil && (k.id == "" || t.with.Contact.Same(with.Contact.Identity)) {
			return t
		}
	}
	return nil
}

// A key is what a store finds a conversation by: the number of the business, and a
// group or a contact.
type key struct{ business, group, id string }

// keys returns the keys of a conversation. A contact may have a user id, a
// WhatsApp id, or both, and different webhooks may tell different ones of them.
func keys(c cloudapi.Conversation) (keys []key) {
	k := key{business: c.Business.PhoneNumberID, group: c.GroupID}
	if k.group != "" {
		return []key{k}
	}
	for _, id := range []string{c.Contact.UserID.String(), c.Contact.WhatsAppID.Canonical().String()} {
		if k.id = id; id != "" {
			keys = append(keys, k)
		}
	}
	return keys
}
