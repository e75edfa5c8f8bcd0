package esp

import (
	"fmt"
	"math"
	"unicode/utf8"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/internal/wire"
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
	e := keyReader{under: "/" + memberRequest, vs: envelope.checkUnder("/" + memberRequest)}
	a.read(&e, envelope)
	return a, e.vs.Join(nil, userData.checkUnder("/"+memberUserData)).Err()
}

// read takes the fields from an envelope.
func (a *Answer) read(e *keyReader, envelope List) {
	a.Service = e.text(envelope, keyService)
	a.Method = e.text(envelope, keyMethod)
	a.Parameters = e.list(envelope, keyParameters)
	a.Extra = e.others(envelope, answerKeys[:]...)
}

// answerKeys are the keys that have fields.
var answerKeys = [...]string{keyService, keyMethod, keyParameters}

// Envelope returns the key-value list of the answer's attribute Request: Service,
// Method and Parameters, then Extra. Keys without a value are left out.
func (a Answer) Envelope() List {
	return a.envelope().Envelope()
}

// envelope returns the answer's envelope as a request's.
func (a *Answer) envelope() *Request {
	return &Request{Service: a.Service, Method: a.Method, Parameters: a.Parameters, Extra: a.Extra}
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
	m, err := parseMessage(data, true)
	a := Answer{ReferenceID: m.referenceID, UserData: m.userData}
	if err != nil {
		return a, err
	}
	e := keyReader{under: "/" + memberRequest}
	a.read(&e, m.request)
	if m.fault != nil {
		e.under = "/" + memberFault
		a.Fault = e.refusal(m.fault)
	}
	return a, e.vs.Err()
}

// refusal reads a fault.
func (e *keyReader) refusal(l List) Fault {
	before := len(e.vs)
	f := Fault{FaultCode(e.number(l, keyCode)), e.text(l, keyMessage)}
	if _, coded := l.Lookup(keyCode); !coded {
		e.fault(keyCode, decorum.Required, "an integer")
	} else if f.Code == 0 && len(e.vs) == before {
		e.fault(keyCode, decorum.OutOfRange, codeRange)
	}
	for _, p := range e.others(l, keyCode, keyMessage) {
		var root decorum.Path
		key := root.UserKey(p.Key)
		v := decorum.Violation{Code: decorum.Unknown, Severity: decorum.SeverityError, Want: "Code, Message"}
		v.Path = e.under + key.String()
		e.vs = e.vs.Add(v)
	}
	return f
}

// UnmarshalJSON reads an answer as [ParseAnswer] does. After an error a is as it
// was.
func (a *Answer) UnmarshalJSON(data []byte) error {
	if string(data) == "null" {
		return nil // as encoding/json asks of every type
	}
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
	request := a.envelope()
	vs := request.checkLists(answerKeys[:]).Join(nil, a.UserData.checkUnder("/"+memberUserData))
	at := "/" + memberFault + "/"
	if a.Fault != (Fault{}) && (a.Fault.Code <= 0 || int64(a.Fault.Code) > math.MaxInt32) {
		vs = vs.Add(decorum.Violation{Code: decorum.OutOfRange, Severity: decorum.SeverityError, Path: at + keyCode, Want: codeRange})
	}
	if !utf8.ValidString(a.Fault.Message) {
		vs = vs.Add(decorum.Violation{Code: decorum.InvalidUTF8, Severity: decorum.SeverityError, Path: at + keyMessage})
	}
	if err := vs.Err(); err != nil {
		return dst, err
	}
	w := wire.NewWriter(dst)
	w.Object()
	w.Key(memberReferenceID)
	w.Int64(a.ReferenceID)
	request.writeEnvelope(w)
	if a.Fault != (Fault{}) {
		w.Key(memberFault)
		w.Object()
		w.Key(keyCode)
		w.Int64(int64(a.Fault.Code))
		w.KeyText(keyMessage, a.Fault.Message)
		w.End()
	}
	if a.UserData != nil {
		w.Key(memberUserData)
		writeList(w, a.UserData)
	}
	w.End()
	return finish(dst, w)
}

// MarshalJSON returns what [Answer.AppendJSON] appends.
func (a Answer) MarshalJSON() ([]byte, error) { return a.AppendJSON(nil) }
