package esp

import (
	"log/slog"
	"strconv"
	"strings"
)

// A FaultCode says what kind of fault answers a request. It is also a sentinel
// error: errors.Is(err, esp.FaultUnknown) reports whether err holds a fault with
// that code. The table is guide ES3's:
//
//	code  constant         message                                                             who acts
//	701   FaultUnspecified Request is invalid: Service or Method name was not specified...     strategist
//	900   FaultGeneric     %s %s                                                               operator
//	901   FaultConnection  %s connection with %s failed                                        operator, then again
//	902   FaultUnknown     %s unknown %s                                                       strategist
//	904   FaultIncorrect   %s incorrect %s                                                     strategist
//	920   FaultExecution   %s failed to execute request %s                                     operator, then again
//
// Who acts is this project's reading: the documents give code and message alone.
// The zero FaultCode is none.
type FaultCode int

// The codes. A later server may answer others, which are kept.
const (
	// FaultUnspecified: the request names no service or no method.
	FaultUnspecified FaultCode = 701
	// FaultGeneric: what has no code of its own.
	FaultGeneric FaultCode = 900
	// FaultConnection: the server cannot reach the service behind it.
	FaultConnection FaultCode = 901
	// FaultUnknown: no such service, method, channel or similar.
	FaultUnknown FaultCode = 902
	// FaultIncorrect: a parameter is missing or has a wrong value.
	FaultIncorrect FaultCode = 904
	// FaultExecution: the request is right, and still could not be carried out.
	FaultExecution FaultCode = 920
)

// faultTable has the message formats as the documents give them, byte for byte:
// the three dots of 701 stand there too.
var faultTable = [...]struct {
	code   FaultCode
	format string
	name   string
	actor  Actor
	retry  bool
}{
	{FaultUnspecified, "Request is invalid: Service or Method name was not specified...", "service or method not specified", ActorStrategist, false},
	{FaultGeneric, "%s %s", "generic error", ActorOperator, false},
	{FaultConnection, "%s connection with %s failed", "connection failed", ActorOperator, true},
	{FaultUnknown, "%s unknown %s", "unknown name", ActorStrategist, false},
	{FaultIncorrect, "%s incorrect %s", "incorrect value", ActorStrategist, false},
	{FaultExecution, "%s failed to execute request %s", "request not executed", ActorOperator, true},
}

// row returns the index of the code in the table; -1 for an unknown one.
func (c FaultCode) row() int {
	for i := range faultTable {
		if faultTable[i].code == c {
			return i
		}
	}
	return -1
}

// Error returns the code and its meaning, such as "esp: fault 902 (unknown name)".
func (c FaultCode) Error() string {
	text := "esp: fault " + strconv.Itoa(int(c))
	if i := c.row(); i >= 0 {
		text += " (" + faultTable[i].name + ")"
	}
	return text
}

// Format returns the format of the code's messages, with "%s" where something is
// put in; "" for an unknown code.
func (c FaultCode) Format() string {
	if i := c.row(); i >= 0 {
		return faultTable[i].format
	}
	return ""
}

// Actor returns who has to act on the fault; the zero Actor for an unknown code.
func (c FaultCode) Actor() Actor {
	if i := c.row(); i >= 0 {
		return faultTable[i].actor
	}
	return 0
}

// Retry reports whether the same request may succeed later, with nothing changed
// in it (ours).
func (c FaultCode) Retry() bool {
	i := c.row()
	return i >= 0 && faultTable[i].retry
}

// Fault returns the fault with the code and the message that its format makes of
// source and detail: who reports it, and what it is about.
//
//	esp.FaultUnknown.Fault("DigitalMessagingServer", "method").Message // DigitalMessagingServer unknown method
//
// A message goes out as it is, so give it no customer's data; this package gives
// it the names of the protocol and of the server alone. The message of a code
// without a format is the two with a blank between, as for FaultGeneric.
func (c FaultCode) Fault(source, detail string) Fault {
	head, infix, tail, filled := cutFormat(c)
	if !filled {
		return Fault{c, head}
	}
	return Fault{c, head + source + infix + detail + tail}
}

// cutFormat returns what stands before, between and behind the two places of the
// code's format; false for a format without places.
func cutFormat(c FaultCode) (head, infix, tail string, filled bool) {
	format := c.Format()
	if format == "" {
		format = FaultGeneric.Format()
	}
	head, rest, filled := strings.Cut(format, "%s")
	infix, tail, _ = strings.Cut(rest, "%s")
	return head, infix, tail, filled
}

// A Fault is an answer that says why there is no answer. It is an error, to be
// found with errors.As, and to be told apart by its code with errors.Is. The zero
// Fault is none.
type Fault struct {
	Code FaultCode
	// Message is the protocol's own text: the code's format, filled in. What a
	// server puts there is beyond this library, so neither Error nor LogValue shows
	// it.
	Message string
}

// Error returns what [FaultCode.Error] does; "esp: no fault" for the zero Fault.
func (f Fault) Error() string {
	if f == (Fault{}) {
		return "esp: no fault"
	}
	return f.Code.Error()
}

// Is reports whether target is the fault's code.
func (f Fault) Is(target error) bool {
	code, ok := target.(FaultCode) //nolint:errorlint // errors.Is unwraps, not this method
	return ok && code == f.Code
}

// Parts returns source and detail of a message that follows the code's format,
// and whether it does. The source ends where the format's words stand first. A
// source that is empty may be left out with the blank behind it.
func (f Fault) Parts() (source, detail string, ok bool) {
	head, infix, tail, filled := cutFormat(f.Code)
	if !filled {
		return "", "", f.Message == head
	}
	rest, ok := strings.CutSuffix(f.Message, tail)
	if !ok {
		return "", "", false
	}
	if detail, ok := strings.CutPrefix(rest, strings.TrimPrefix(infix, " ")); ok && infix != " " {
		return "", detail, true
	}
	source, detail, ok = strings.Cut(rest, infix)
	if !ok {
		return "", "", false
	}
	return source, detail, true
}

// LogValue returns what [Fault.Error] does: the message may hold anything.
func (f Fault) LogValue() slog.Value { return slog.StringValue(f.Error()) }

// Actor is who has to act on a fault. The zero Actor is nobody known.
type Actor uint8

// The actors.
const (
	// ActorStrategist writes the strategy that sends the request.
	ActorStrategist Actor = iota + 1
	// ActorOperator runs the server that answers it.
	ActorOperator
)

// String returns "strategist" or "operator"; "" for the zero Actor.
func (a Actor) String() string {
	switch a {
	case ActorStrategist:
		return "strategist"
	case ActorOperator:
		return "operator"
	default:
		return ""
	}
}
