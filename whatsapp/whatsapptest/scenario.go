package whatsapptest

import (
	"encoding/json"
	"slices"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/whatsapp"
)

// TB is what the kit needs of a *testing.T.
type TB interface {
	Helper()
	Errorf(format string, args ...any)
	Fatalf(format string, args ...any)
}

// A Scenario is one session that a test leads through commands.
type Scenario struct {
	t       TB
	policy  *whatsapp.Policy
	session whatsapp.Session
}

// Given begins a scenario with what happened before. An event that a session does
// not take fails the test.
func Given(t TB, p *whatsapp.Policy, events ...whatsapp.Event) *Scenario {
	t.Helper()
	s := &Scenario{t: t, policy: p}
	s.apply(events)
	return s
}

// Session returns the session as it is now.
func (s *Scenario) Session() whatsapp.Session { return s.session }

// When gives commands, one after the other, and applies what comes of them. The
// outcome is that of the last one; one before it that is refused fails the test.
func (s *Scenario) When(commands ...whatsapp.Command) *Outcome {
	s.t.Helper()
	o := &Outcome{scenario: s}
	for i, c := range commands {
		events, err := s.policy.Handle(s.session, c)
		found := s.policy.Check(s.session, c)
		if (err != nil) != found.HasErrors() {
			s.t.Errorf("%s: Handle says %v, and Check says %v", c.Name(), err, found)
		}
		if err != nil && i < len(commands)-1 {
			s.t.Fatalf("%s is refused: %v", c.Name(), err)
		}
		o.events, o.found, o.name = events, found, c.Name()
		s.apply(events)
	}
	return s.restart(o)
}

func (s *Scenario) apply(events []whatsapp.Event) {
	s.t.Helper()
	for _, e := range events {
		line, err := whatsapp.AppendEvent(nil, e)
		if err != nil {
			s.t.Fatalf("an event cannot be stored: %v", err)
		}
		back, err := whatsapp.UnmarshalEvent(line)
		if err != nil {
			s.t.Fatalf("%s cannot be read: %v", line, err)
		}
		next, err := s.session.Apply(back)
		if err != nil {
			s.t.Fatalf("%s cannot be applied: %v", line, err)
		}
		s.session = next
	}
}

// restart goes on with the snapshot of the session, as a host does after a
// restart.
func (s *Scenario) restart(o *Outcome) *Outcome {
	s.t.Helper()
	data, err := json.Marshal(s.session)
	if err != nil {
		s.t.Fatalf("the session cannot be stored: %v", err)
	}
	var back whatsapp.Session
	if err := json.Unmarshal(data, &back); err != nil {
		s.t.Fatalf("%s cannot be read: %v", data, err)
	}
	again, err := json.Marshal(back)
	if err != nil || string(again) != string(data) {
		s.t.Errorf("a snapshot changed (-first +again):\n%s", cmp.Diff(string(data), string(again)))
	}
	s.session = back
	return o
}

// An Outcome is what came of a command.
type Outcome struct {
	scenario *Scenario
	name     string
	events   []whatsapp.Event
	found    decorum.Violations
}

// Then wants exactly these events, and none for none.
func (o *Outcome) Then(want ...whatsapp.Event) *Scenario {
	o.scenario.t.Helper()
	if o.found.HasErrors() {
		o.scenario.t.Errorf("%s is refused: %v", o.name, o.found.Err())
		return o.scenario
	}
	if diff := cmp.Diff(o.lines(want), o.lines(o.events)); diff != "" {
		o.scenario.t.Errorf("%s: events (-want +got):\n%s", o.name, diff)
	}
	return o.scenario
}

// ThenNames wants events of exactly these names.
func (o *Outcome) ThenNames(want ...string) *Scenario {
	o.scenario.t.Helper()
	if o.found.HasErrors() {
		o.scenario.t.Errorf("%s is refused: %v", o.name, o.found.Err())
		return o.scenario
	}
	var got []string
	for _, e := range o.events {
		got = append(got, e.Name())
	}
	if diff := cmp.Diff(want, got); diff != "" {
		o.scenario.t.Errorf("%s: events (-want +got):\n%s", o.name, diff)
	}
	return o.scenario
}

// ThenRefused wants the command to be refused for exactly these codes, in their
// order; warnings do not count.
func (o *Outcome) ThenRefused(want ...decorum.Code) *Scenario {
	o.scenario.t.Helper()
	if diff := cmp.Diff(want, o.codes(decorum.SeverityError)); diff != "" {
		o.scenario.t.Errorf("%s: errors (-want +got):\n%s\n%v", o.name, diff, o.found)
	}
	return o.scenario
}

// ThenViolations wants exactly these violations, warnings among them.
func (o *Outcome) ThenViolations(want ...decorum.Violation) *Scenario {
	o.scenario.t.Helper()
	if diff := cmp.Diff(want, []decorum.Violation(o.found)); diff != "" {
		o.scenario.t.Errorf("%s: violations (-want +got):\n%s", o.name, diff)
	}
	return o.scenario
}

// ThenWarned wants the command to be accepted with exactly these warnings.
func (o *Outcome) ThenWarned(want ...decorum.Code) *Scenario {
	o.scenario.t.Helper()
	if diff := cmp.Diff(want, o.codes(decorum.SeverityWarning)); diff != "" || o.found.HasErrors() {
		o.scenario.t.Errorf("%s: warnings (-want +got):\n%s\n%v", o.name, diff, o.found)
	}
	return o.scenario
}

// Events returns the events.
func (o *Outcome) Events() []whatsapp.Event { return slices.Clone(o.events) }

// Found returns the violations, warnings among them.
func (o *Outcome) Found() decorum.Violations { return slices.Clone(o.found) }

func (o *Outcome) codes(severity decorum.Severity) []decorum.Code {
	var codes []decorum.Code
	for _, v := range o.found {
		if v.Severity == severity {
			codes = append(codes, v.Code)
		}
	}
	return codes
}

func (o *Outcome) lines(events []whatsapp.Event) []string {
	o.scenario.t.Helper()
	var lines []string
	for _, e := range events {
		line, err := whatsapp.AppendEvent(nil, e)
		if err != nil {
			o.scenario.t.Fatalf("an event cannot be stored: %v", err)
		}
		lines = append(lines, string(line))
	}
	return lines
}
