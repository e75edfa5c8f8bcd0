package esp

import (
	"log/slog"
	"strings"
)

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
	code, ok := target.(FaultCode)
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
