package main

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/decorum-go/decorum/whatsapp/cloudapi"
	"github.com/decorum-go/decorum/whatsapp/message"
)

// does says in words what happened.
func does(s step) string {
	switch n := s.Notice.(type) {
	case nil:
		if s.Draft == nil {
			return s.Does
		}
		return cmp.Or(s.Draft.Preview().Text, s.Draft.Preview().String())
	case *cloudapi.Received:
		e := n.Envelope()
		who := name(e.From)
		if e.Direction.FromBusiness() {
			who = "the business to " + name(e.To)
		}
		if e.History {
			who = "(history) " + who
		}
		return who + ": " + n.Message.Preview().String()
	case *cloudapi.Status:
		id := cmp.Or(n.LocalID, n.WAMID)
		if r := []rune(id); len(r) > 12 {
			id = "…" + string(r[len(r)-8:])
		}
		to := n.Contact
		if s.Talk != nil {
			to = s.Talk.with.Contact
		}
		return fmt.Sprintf("message %s to %s: %s", id, name(to), n.Word)
	case *cloudapi.Preference:
		return fmt.Sprintf("%s: %s %s", name(n.Contact), n.Value, n.Category)
	case *cloudapi.UserIDUpdate:
		return fmt.Sprintf("%s has another user id: %s", name(n.Was), n.Now.UserID)
	case *cloudapi.Profile:
		return "a contact of whom no more is told: " + name(n.Contact)
	case *cloudapi.HistoryProgress:
		return fmt.Sprintf("%d%% of the older conversations are passed on", n.Percent)
	case *cloudapi.Fault:
		return fmt.Sprintf("error %d: %s", n.Fault.Code, n.Fault.Title)
	case *cloudapi.TemplateStatus:
		return fmt.Sprintf("template %s (%s) is now %s", n.Template.Name, n.Template.Language, n.Status)
	case *cloudapi.TemplateQuality:
		return fmt.Sprintf("template %s (%s) has quality %s, before %s", n.Template.Name, n.Template.Language, n.Now, n.Was)
	case *cloudapi.TemplateCategory:
		return fmt.Sprintf("template %s (%s) is for %s", n.Template.Name, n.Template.Language, cmp.Or(n.Correct, n.Now))
	case *cloudapi.AccountUpdate:
		return words("the account", n.Event, n.BanState, n.Violation)
	case *cloudapi.AccountAlert:
		return words("an alert", n.Type, n.Severity, n.Description)
	case *cloudapi.AccountReview:
		return words("the account's review", n.Decision)
	case *cloudapi.NumberQuality:
		return words("the number's limit", n.Event, n.Limit)
	case *cloudapi.NumberName:
		return words("the number's name", n.Requested, n.Decision, n.Reason)
	case *cloudapi.Capability:
		return fmt.Sprintf("the business may write first to %d contacts a day", n.Conversations)
	}
	what := "a part"
	if o, ok := s.Notice.(*cloudapi.Other); ok {
		what = cmp.Or(o.Name, o.Field(), what)
	}
	return fmt.Sprintf("%s: not known to this version, kept as JSON of %d bytes", what, len(s.Notice.Raw()))
}

// known reports whether the step is a part of a webhook that this version knows.
func (s step) known() bool {
	_, other := s.Notice.(*cloudapi.Other)
	return !other
}

// words joins Meta's words behind what they are about.
func words(about string, all ...string) string {
	var some []string
	for _, w := range all {
		if w != "" {
			some = append(some, w)
		}
	}
	return about + ": " + strings.Join(some, ", ")
}

// faultsOf returns the errors that Meta tells in a notice.
func faultsOf(n cloudapi.Notice) []message.Fault {
	switch n := n.(type) {
	case *cloudapi.Status:
		return n.Faults
	case *cloudapi.Fault:
		return []message.Fault{n.Fault}
	}
	return nil
}

// name returns what a contact is called: the name of the profile, or else what is
// known.
func name(p message.Party) string {
	if p.Name != "" {
		return p.Name
	}
	for _, a := range p.Addresses() {
		return a.Value
	}
	return cmp.Or(p.Username.String(), "somebody")
}
