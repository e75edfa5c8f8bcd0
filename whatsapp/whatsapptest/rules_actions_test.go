package whatsapptest_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum"
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

// why returns what forbids an action.
func why(p *whatsapp.Policy, s *kit.Scenario, by string, c *kit.Clock, kind whatsapp.ActionKind) []decorum.Code {
	for _, a := range p.Actions(s.Session(), kit.Agent(by), c.Now()) {
		if a.Kind == kind {
			return codes(slices.DeleteFunc(a.Why, func(v decorum.Violation) bool { return v.Severity == decorum.SeverityWarning }))
		}
	}
	return []decorum.Code{"not told"}
}

func TestNT5WhoTakesNoPartSendsNothing(t *testing.T) {
	c := kit.NewClock()
	p := kit.Policy(t)
	s := kit.Given(t, p, kit.Active(c, "ann")...)
	for _, kind := range []whatsapp.ActionKind{
		whatsapp.ActionSendText, whatsapp.ActionSendFile, whatsapp.ActionSendInteractive, whatsapp.ActionSendNotification,
	} {
		if diff := cmp.Diff([]decorum.Code{decorum.Mismatch}, why(p, s, "eve", c, kind)); diff != "" {
			t.Errorf("%v (-want +got):\n%s", kind, diff)
		}
		if diff := cmp.Diff([]decorum.Code(nil), why(p, s, "ann", c, kind)); diff != "" {
			t.Errorf("%v (-want +got):\n%s", kind, diff)
		}
	}
}

func TestOB5OnlyATextGoesWithinTheNotification(t *testing.T) {
	c := kit.NewClock()
	p := kit.Policy(t, monitored)
	s := kit.Given(t, p, kit.Active(c, "ann")...)
	c.Advance(day)
	shut := []decorum.Code{decorum.WindowClosed}
	for kind, want := range map[whatsapp.ActionKind][]decorum.Code{
		whatsapp.ActionSendText: nil, whatsapp.ActionSendFile: shut,
		whatsapp.ActionSendInteractive: shut, whatsapp.ActionSendNotification: nil,
	} {
		if diff := cmp.Diff(want, why(p, s, "ann", c, kind)); diff != "" {
			t.Errorf("%v (-want +got):\n%s", kind, diff)
		}
	}
}
