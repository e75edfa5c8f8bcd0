package esp

import (
	"fmt"
	"strconv"

	"github.com/decorum-go/decorum"
)

// The keys of a fault's JSON.
const (
	keyCode    = "Code"
	keyMessage = "Message"
)

// An Answer is what a server answers: the protocol's Event3rdServerResponse, or,
// with a Fault, its Event3rdServerFault.
type Answer struct {
	// ReferenceID is the request's.
	ReferenceID int64
	// Service and Method are those of the request.
	Service, Method string
	// Parameters are the method's response parameters.
	Parameters List
	// Extra are the other keys beside Service, Method and Parameters.
	Extra List
	// UserData are user data that the server returns.
	UserData List
	// Fault is why there is no answer; the zero Fault where there is one.
	Fault Fault
	// Why tells what in the request led to the fault, with paths into the request's
	// JSON. Warnings tell what to mind about an answer without fault: that its method
	// is deprecated. Why is for the host's log and does not go out.
	Why decorum.Violations
}

// Err returns nil for an answer without fault. Otherwise the error is the fault,
// to be told apart with errors.Is(err, esp.FaultUnknown), and holds the errors of
// Why.
func (a Answer) Err() error {
	if a.Fault == (Fault{}) {
		return nil
	}
	return because(a.Fault, a.Why)
}

// because returns the fault as an error that holds its reasons, too.
func because(f Fault, why decorum.Violations) error {
	if err := why.Err(); err != nil {
		return fmt.Errorf("%w: %w", f, err)
	}
	return f
}

// AnswerOf returns the answer that a host has received through its own client of
// the protocol: the reference id, the key-value list of the response's attribute
// Request, and that of the user data. It fails as [RequestOf] does. For a fault,
// the host makes an Answer with code and message itself: the documents do not say
// under which keys they come.
func AnswerOf(referenceID int64, envelope, userData List) (Answer, error) {
	a := Answer{ReferenceID: referenceID, UserData: userData}
	var root decorum.Path
	at, data := root.Key(memberRequest), root.Key(memberUserData)
	e := keyReader{at: &at, vs: envelope.checkUnder(&at)}
	a.Service = e.text(envelope, keyService)
	a.Method = e.text(envelope, keyMethod)
	a.Parameters = e.list(envelope, keyParameters)
	a.Extra = others(envelope, keyService, keyMethod, keyParameters)
	return a, e.vs.Join(nil, userData.checkUnder(&data)).Err()
}

// Envelope returns the key-value list of the answer's attribute Request: Service,
// Method and Parameters, then Extra. Keys without a value are left out.
func (a Answer) Envelope() List {
	return Request{Service: a.Service, Method: a.Method, Parameters: a.Parameters, Extra: a.Extra}.Envelope()
}

// ParseAnswer reads an answer's JSON, whose form is this project's as that of
// [ParseRequest] is:
//
//	{"ReferenceId":7,"Request":{"Service":"Messaging","Method":"ValidateContact","Parameters":{"Id":"+16315551002"}}}
//	{"ReferenceId":7,"Fault":{"Code":902,"Message":"DigitalMessagingServer unknown method"}}
//
// A fault that came is part of the answer, not an error of ParseAnswer: see
// [Answer.Err]. The code may be one that this version does not know.
func ParseAnswer(data []byte) (Answer, error) {
	m := parseMessage(data, true)
	if m.err != nil {
		return Answer{ReferenceID: m.referenceID}, m.err
	}
	a, err := AnswerOf(m.referenceID, m.request, m.userData)
	if err != nil || m.refuse == nil {
		return a, err
	}
	var root decorum.Path
	at := root.Key(memberFault)
	e := keyReader{at: &at}
	_, coded := m.refuse.Find(keyCode)
	a.Fault = Fault{FaultCode(e.number(m.refuse, keyCode)), e.text(m.refuse, keyMessage)}
	switch {
	case !coded:
		e.fault(keyCode, decorum.Required, "an integer")
	case a.Fault.Code == 0 && !e.vs.HasErrors():
		e.fault(keyCode, decorum.OutOfRange, "an integer from 1 to 2147483647")
	}
	for _, p := range others(m.refuse, keyCode, keyMessage) {
		key := at.UserKey(p.Key)
		e.vs = e.vs.Add(decorum.Violation{
			Code: decorum.Unknown, Severity: decorum.SeverityError, Path: key.String(), Want: "Code, Message",
		})
	}
	return a, e.vs.Err()
}

// UnmarshalJSON reads an answer as [ParseAnswer] does. After an error a is as it
// was.
func (a *Answer) UnmarshalJSON(data []byte) error {
	out, err := ParseAnswer(data)
	if err == nil {
		*a = out
	}
	return err
}

// AppendJSON appends the answer's JSON to dst; Why stays behind. It fails for
// lists that [List.Check] refuses, for a message without a code or a code that is
// not positive, and for JSON of more than MaxInput bytes.
func (a Answer) AppendJSON(dst []byte) ([]byte, error) {
	m := envelope{referenceID: a.ReferenceID, request: a.Envelope(), userData: a.UserData}
	if a.Fault != (Fault{}) {
		if a.Fault.Code <= 0 || int64(a.Fault.Code) > maxCode {
			return dst, decorum.Violation{
				Code: decorum.OutOfRange, Severity: decorum.SeverityError,
				Path: "/" + memberFault + "/" + keyCode, Want: "an integer from 1 to " + strconv.Itoa(maxCode),
			}.Err()
		}
		m.refuse = List{{keyCode, Integer(a.Fault.Code)}, {keyMessage, Text(a.Fault.Message)}}
	}
	return m.appendJSON(dst)
}

// maxCode is the greatest code that is read and written.
const maxCode = 1<<31 - 1

// MarshalJSON returns what [Answer.AppendJSON] appends.
func (a Answer) MarshalJSON() ([]byte, error) { return a.AppendJSON(nil) }
