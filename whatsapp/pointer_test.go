package whatsapp_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/attachment"
	"github.com/decorum-go/decorum/template"
	"github.com/decorum-go/decorum/whatsapp"
	"github.com/decorum-go/decorum/whatsapp/message"
)

// Go takes a pointer to a message for a message. No rule may be got round by it: an
// agent without the privilege does not send a file that way.
func TestPointersToMessagesAreRefused(t *testing.T) {
	policy := newPolicy(t, func(c *whatsapp.Config) { c.Desk.RoleBased = true })
	ann := whatsapp.Agent{ID: "ann", LoggedIn: true, Ready: true, Privileges: whatsapp.NewPrivileges(whatsapp.CanUse)}
	heard := whatsapp.Receive{
		At: someday, Message: message.Text{Body: "Good morning"},
		Envelope: message.Envelope{ID: "wamid.1", Direction: message.Inbound, Originated: someday},
	}
	events, err := policy.Handle(whatsapp.Session{}, heard)
	if err != nil {
		t.Fatal(err)
	}
	s, err := whatsapp.Session{}.Apply(events...)
	if err != nil {
		t.Fatal(err)
	}
	const want = "a message by value, not a pointer"
	for name, c := range map[string]struct {
		m    message.Message
		want decorum.Violation
	}{
		"a file":     {&message.Media{File: attachment.Image, ID: "1", MIME: "image/jpeg", Size: 10}, decorum.Violation{Path: "/type", Want: want}},
		"a text":     {&message.Text{Body: "Good morning"}, decorum.Violation{Path: "/type", Want: want}},
		"no text":    {(*message.Text)(nil), decorum.Violation{Path: "/type", Want: want}},
		"structured": {&message.Structured{Structured: template.ReplyButtons{}}, decorum.Violation{Path: "/type", Want: want}},
		"buttons": {
			message.Structured{Structured: &template.ReplyButtons{Body: "?", Buttons: []template.Reply{{ID: "1", Title: "Yes"}}}},
			decorum.Violation{Path: "/structured/type", Want: want},
		},
		"no buttons": {
			message.Structured{Structured: (*template.ReplyButtons)(nil)},
			decorum.Violation{Path: "/structured/type", Want: want},
		},
	} {
		c.want.Code, c.want.Severity = decorum.Unknown, decorum.SeverityError
		if diff := cmp.Diff(decorum.Violations{c.want}, policy.MaySend(s, ann, c.m, someday).Why); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
	heard.Envelope.ID, heard.Message = "wamid.2", &message.Text{Body: "Good morning"}
	if got := (message.Structured{Structured: (*template.ReplyButtons)(nil)}).Check(message.Workspace()); !got.Has(decorum.Unknown) {
		t.Errorf("checked without a policy: %v", got)
	}
	if got := policy.Check(s, heard); !got.Has(decorum.Unknown) || got[0].Path != "/message/type" {
		t.Errorf("a pointer comes in: %v", got)
	}
}

func TestPointersToCommandsAndEventsAreRefused(t *testing.T) {
	policy := newPolicy(t)
	for _, c := range []whatsapp.Command{&whatsapp.Tick{At: someday}, (*whatsapp.Tick)(nil)} {
		if _, err := policy.Handle(whatsapp.Session{}, c); !errors.Is(err, decorum.Unknown) {
			t.Errorf("%T: %v", c, err)
		}
	}
	for _, e := range []whatsapp.Event{&whatsapp.Queued{At: someday}, (*whatsapp.Queued)(nil)} {
		if line, err := whatsapp.AppendEvent(nil, e); !errors.Is(err, decorum.Unknown) || len(line) > 0 {
			t.Errorf("%T: %s, %v", e, line, err)
		}
		if _, err := (whatsapp.Session{}).Apply(e); !errors.Is(err, decorum.Unknown) {
			t.Errorf("%T: %v", e, err)
		}
	}
}
