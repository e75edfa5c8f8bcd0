package esp

import (
	"errors"
	"strconv"

	"github.com/decorum-go/decorum"
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

// ParseFaultCode reads what [FaultCode.String] writes, for any code from 1 to
// 2147483647, known or not. An error holds one violation, decorum.Malformed or
// decorum.OutOfRange.
func ParseFaultCode(s string) (FaultCode, error) {
	n, err := strconv.ParseInt(s, 10, 32)
	switch {
	case err == nil && n > 0 && strconv.FormatInt(n, 10) == s:
		return FaultCode(n), nil
	case err == nil && n <= 0, errors.Is(err, strconv.ErrRange):
		return 0, decorum.Violation{Code: decorum.OutOfRange, Severity: decorum.SeverityError, Want: codeRange}.Err()
	default:
		return 0, decorum.Violation{Code: decorum.Malformed, Severity: decorum.SeverityError, Want: codeRange}.Err()
	}
}

// codeRange is what a fault's code has to be.
const codeRange = "an integer from 1 to 2147483647"

// String returns the code in decimal digits, such as "902"; "" for the zero
// FaultCode. As an error, a code is shown by Error.
func (c FaultCode) String() string {
	if c == 0 {
		return ""
	}
	return strconv.Itoa(int(c))
}

// AppendText appends what String returns. The error is always nil.
func (c FaultCode) AppendText(dst []byte) ([]byte, error) { return append(dst, c.String()...), nil }

// MarshalText returns what String returns. The error is always nil.
func (c FaultCode) MarshalText() ([]byte, error) { return c.AppendText(nil) }

// UnmarshalText reads what [ParseFaultCode] reads; the empty text is the zero
// FaultCode. After an error c is as it was.
func (c *FaultCode) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*c = 0
		return nil
	}
	out, err := ParseFaultCode(string(text))
	if err == nil {
		*c = out
	}
	return err
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
