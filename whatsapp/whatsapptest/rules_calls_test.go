package whatsapptest_test

import (
	"testing"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/whatsapp"
	"github.com/decorum-go/decorum/whatsapp/message"
	kit "github.com/decorum-go/decorum/whatsapp/whatsapptest"
)

func TestEachStepOfACallIsTakenOnce(t *testing.T) {
	c := kit.NewClock()
	s := kit.Given(t, kit.Policy(t))
	call := func(id string, event message.CallEvent) whatsapp.Call {
		return whatsapp.Call{
			At: c.Now(), Envelope: message.Envelope{ID: id, Originated: c.Now(), Arrived: c.Now()},
			Call: message.Call{Event: event, Direction: message.Inbound},
		}
	}
	s.When(call("wacid.1", message.CallConnect)).ThenNames("called")
	s.When(call("wacid.1", message.CallConnect)).ThenViolations(
		decorum.Violation{Code: decorum.Duplicate, Severity: decorum.SeverityWarning, Path: "/envelope/id"},
	)
	s.When(call("wacid.1", message.CallTerminate)).ThenNames("called")
	s.When(call("wacid.2", message.CallConnect)).ThenNames("called")
}

func TestErrorsOfReportsAreOfTheLogsRange(t *testing.T) {
	c := kit.NewClock()
	for _, test := range []struct {
		code int64
		ok   bool
	}{{-1, false}, {0, true}, {1<<31 - 1, true}, {1 << 31, false}} {
		if int64(int(test.code)) != test.code {
			continue // an int of 32 bits has no such value
		}
		code := int(test.code)
		s := kit.Given(t, kit.Policy(t), kit.Active(c, "ann")...)
		s.When(whatsapp.SendMessage{At: c.Now(), By: kit.Agent("ann"), LocalID: "1", Message: text}).ThenNames("send_requested")
		for _, o := range []*kit.Outcome{
			s.When(whatsapp.ReportStatus{At: c.Now(), WAMID: "w", Status: whatsapp.StatusFailed, Error: code}),
			s.When(whatsapp.ReportFailed{At: c.Now(), LocalID: "1", Error: code}),
		} {
			if test.ok {
				o.ThenNames("send_failed")
			} else {
				o.ThenViolations(decorum.Violation{Code: decorum.OutOfRange, Severity: decorum.SeverityError, Path: "/error"})
			}
		}
	}
}
