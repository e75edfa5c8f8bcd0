package whatsapptest_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum/whatsapp"
	kit "github.com/decorum-go/decorum/whatsapp/whatsapptest"
)

func TestNT5ActionsAreAllOfThemOnce(t *testing.T) {
	c := kit.NewClock()
	var want, got []string
	for kind := whatsapp.ActionAccept; kind.String() != ""; kind++ {
		want = append(want, kind.String())
	}
	for _, a := range kit.Policy(t).Actions(whatsapp.Session{}, kit.Agent("ann"), c.Now()) {
		got = append(got, a.Kind.String())
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// why returns what speaks against an action, and what is to be known of it.
func why(p *whatsapp.Policy, s *kit.Scenario, by string, c *kit.Clock, kind whatsapp.ActionKind) (list []string) {
	for _, a := range p.Actions(s.Session(), kit.Agent(by), c.Now()) {
		if a.Kind != kind {
			continue
		}
		for _, v := range a.Why {
			list = append(list, v.Severity.String()+" "+string(v.Code))
		}
		return list
	}
	return []string{"not told"}
}

func TestNT5WhoTakesNoPartSendsNothing(t *testing.T) {
	c := kit.NewClock()
	p := kit.Policy(t)
	s := kit.Given(t, p, kit.Active(c, "ann")...)
	for _, kind := range []whatsapp.ActionKind{
		whatsapp.ActionSendText, whatsapp.ActionSendFile, whatsapp.ActionSendInteractive, whatsapp.ActionSendNotification,
	} {
		if diff := cmp.Diff([]string{"error mismatch"}, why(p, s, "eve", c, kind)); diff != "" {
			t.Errorf("%v (-want +got):\n%s", kind, diff)
		}
		if diff := cmp.Diff([]string(nil), why(p, s, "ann", c, kind)); diff != "" {
			t.Errorf("%v (-want +got):\n%s", kind, diff)
		}
	}
}

func TestOB5OnlyATextGoesWithinTheNotification(t *testing.T) {
	c := kit.NewClock()
	p := kit.Policy(t, monitored)
	s := kit.Given(t, p, kit.Active(c, "ann")...)
	c.Advance(day)
	shut := []string{"error window_closed"}
	for kind, want := range map[whatsapp.ActionKind][]string{
		whatsapp.ActionSendText: {"warning window_closed"}, whatsapp.ActionSendFile: shut,
		whatsapp.ActionSendInteractive: shut, whatsapp.ActionSendNotification: nil,
	} {
		if diff := cmp.Diff(want, why(p, s, "ann", c, kind)); diff != "" {
			t.Errorf("%v (-want +got):\n%s", kind, diff)
		}
	}
}
