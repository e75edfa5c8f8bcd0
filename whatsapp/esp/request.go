package esp

import (
	"strconv"
	"unicode/utf8"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/internal/wire"
)

// The services and methods that this package knows.
const (
	// ServiceMessaging has MethodValidateContact.
	ServiceMessaging = "Messaging"
	// ServiceChat has MethodInviteToChat.
	ServiceChat = "ChatService"
	// MethodValidateContact asks whether a contact uses WhatsApp (guide ES1).
	MethodValidateContact = "ValidateContact"
	// MethodInviteToChat starts a session from a strategy (guide ES4).
	MethodInviteToChat = "InviteToChat"
)

// The keys of a request's envelope.
const (
	keyService    = "Service"
	keyMethod     = "Method"
	keyAppName    = "AppName"
	keyAppType    = "AppType"
	keyTenantID   = "TenantId"
	keyParameters = "Parameters"
)

// AppType is the type of application that a request is for, by number or by name.
// A number, such as "171", stands in a list as an integer. The zero AppType is
// none.
type AppType string

// AppTypeSocialMS is the type of the Digital Messaging Server.
const AppTypeSocialMS AppType = "171"

// IsSocialMS reports whether the type is that of the Digital Messaging Server:
// 171, or one of the names SocialMS and SocialIMS, since the documents have both.
func (a AppType) IsSocialMS() bool {
	return a == AppTypeSocialMS || a == "SocialMS" || a == "SocialIMS"
}

// A Request is what a strategy asks of a server: the protocol's Request3rdServer.
// What stands in it need not be right; [Checker] tells. The zero Request asks
// nothing, and is answered with [FaultUnspecified].
type Request struct {
	// ReferenceID is repeated by the answer.
	ReferenceID int64
	// Service and Method say what is asked.
	Service, Method string
	// AppName or AppType says who is asked; the name counts where both are there.
	AppName string
	// AppType is the type of application; "" for none.
	AppType AppType
	// TenantID is the tenant's number; 0 for none.
	TenantID int
	// Parameters are the method's.
	Parameters List
	// Extra are the other keys of the envelope, such as MediaType and Version.
	Extra List
	// UserData are the data of the interaction.
	UserData List
}

// RequestOf returns the request that a host has received through its own client
// of the protocol: the reference id, the key-value list of the attribute Request,
// and that of the user data.
//
// The error tells of values of the wrong type and of lists that [List.Check]
// refuses, with paths such as /Request/TenantId. Even then the request has what
// could be read, so that it can be answered: see [Server.Refuse].
func RequestOf(referenceID int64, envelope, userData List) (Request, error) {
	r := Request{ReferenceID: referenceID, UserData: userData}
	e := keyReader{under: "/" + memberRequest, vs: envelope.checkUnder("/" + memberRequest)}
	r.read(&e, envelope)
	return r, e.vs.Join(nil, userData.checkUnder("/"+memberUserData)).Err()
}

// read takes the fields from an envelope.
func (r *Request) read(e *keyReader, envelope List) {
	r.Service = e.text(envelope, keyService)
	r.Method = e.text(envelope, keyMethod)
	r.AppName = e.text(envelope, keyAppName)
	r.AppType = AppType(e.name(envelope, keyAppType))
	r.TenantID = e.number(envelope, keyTenantID)
	r.Parameters = e.list(envelope, keyParameters)
	r.Extra = e.others(envelope, requestKeys[:]...)
}

// requestKeys are the keys that have fields.
var requestKeys = [...]string{keyService, keyMethod, keyAppName, keyAppType, keyTenantID, keyParameters}

// checkLists tells what [List.Check] does of the envelope, and of the fields' own
// keys in Extra.
func (r *Request) checkLists(own []string) decorum.Violations {
	var c listCheck
	for i, text := range [...]string{r.Service, r.Method, r.AppName, string(r.AppType)} {
		if text != "" {
			c.count(nil)
		}
		if !utf8.ValidString(text) {
			c.faultAt(decorum.InvalidUTF8, nil, requestKeys[i])
		}
	}
	if r.TenantID != 0 {
		c.count(nil)
	}
	if r.Parameters != nil {
		c.count(nil)
		var root decorum.Path
		at := root.Key(keyParameters)
		c.list(r.Parameters, &at, 2)
	}
	for _, key := range own {
		if r.Extra.index(key) >= 0 {
			c.faultAt(decorum.Duplicate, nil, key)
		}
	}
	c.list(r.Extra, nil, 1)
	return c.under("/" + memberRequest)
}

// Envelope returns the key-value list of the request's attribute Request, as a
// host gives it to its own client of the protocol: the known keys in the order of
// the fields, then Extra. Keys without a value are left out.
func (r Request) Envelope() List {
	l := make(List, 0, 6+len(r.Extra))
	for _, p := range [...]Pair{
		{keyService, Text(r.Service)},
		{keyMethod, Text(r.Method)},
		{keyAppName, Text(r.AppName)},
		{keyAppType, r.AppType.listed()},
	} {
		if p.Value != Text("") {
			l = append(l, p)
		}
	}
	if r.TenantID != 0 {
		l = append(l, Pair{keyTenantID, Integer(r.TenantID)})
	}
	if r.Parameters != nil {
		l = append(l, Pair{keyParameters, r.Parameters})
	}
	return append(l, r.Extra...)
}

// number returns the number that the type is; false for a name.
func (a AppType) number() (int64, bool) {
	if a == "" || a[0] != '-' && (a[0] < '0' || a[0] > '9') {
		return 0, false
	}
	n, err := strconv.ParseInt(string(a), 10, 32)
	return n, err == nil && strconv.FormatInt(n, 10) == string(a)
}

// listed returns the type as it stands in a list.
func (a AppType) listed() Value {
	if n, ok := a.number(); ok {
		return Integer(n)
	}
	return Text(a)
}

// maxName is the longest name of a service or a method that an answer repeats, in
// bytes.
const maxName = 256

// Answer returns the answer to the request that has the parameters. It repeats the
// names of service and method, unless one is longer than 256 bytes or not valid
// UTF-8: whatever was asked, the answer can be written.
func (r Request) Answer(parameters List) Answer {
	return Answer{ReferenceID: r.ReferenceID, Service: repeated(r.Service), Method: repeated(r.Method), Parameters: parameters}
}

func repeated(name string) string {
	if len(name) > maxName || !utf8.ValidString(name) {
		return ""
	}
	return name
}

// ParseRequest reads a request's JSON. Its form is this project's, made of the
// protocol's own names: the reference id, the attribute Request and the user data,
// each of the latter a [List]. Other members are refused; keys of the lists that
// are not known are kept.
//
//	{"ReferenceId":7,"Request":{"Service":"Messaging","Method":"ValidateContact","AppType":171,
//	 "Parameters":{"_umsChannel":"channel-ghub","Id":"+1-631-555-1002"}},"UserData":{}}
//
// It fails as [ParseList] and [RequestOf] do, and like RequestOf returns what
// could be read along with the error.
func ParseRequest(data []byte) (Request, error) {
	m, err := parseMessage(data, false)
	r := Request{ReferenceID: m.referenceID, UserData: m.userData}
	e := keyReader{under: "/" + memberRequest} // the lists are checked by the reading
	r.read(&e, m.request)
	if err == nil {
		err = e.vs.Err()
	}
	return r, err
}

// UnmarshalJSON reads a request as [ParseRequest] does. After an error r is as it
// was.
func (r *Request) UnmarshalJSON(data []byte) error {
	if string(data) == "null" {
		return nil // as encoding/json asks of every type
	}
	out, err := ParseRequest(data)
	if err == nil {
		*r = out
	}
	return err
}

// AppendJSON appends the request's JSON to dst. It fails for lists that
// [List.Check] refuses and for JSON of more than MaxInput bytes.
func (r Request) AppendJSON(dst []byte) ([]byte, error) {
	if err := r.checkLists(requestKeys[:]).Join(nil, r.UserData.checkUnder("/"+memberUserData)).Err(); err != nil {
		return dst, err
	}
	w := wire.NewWriter(dst)
	w.Object()
	w.Key(memberReferenceID)
	w.Int64(r.ReferenceID)
	r.writeEnvelope(w)
	if r.UserData != nil {
		w.Key(memberUserData)
		writeList(w, r.UserData)
	}
	w.End()
	return finish(dst, w)
}

// writeEnvelope writes the member Request, unless it would be empty, as
// [Request.Envelope] has it.
func (r *Request) writeEnvelope(w *wire.Writer) {
	if r.Service == "" && r.Method == "" && r.AppName == "" && r.AppType == "" && r.TenantID == 0 &&
		r.Parameters == nil && len(r.Extra) == 0 {
		return
	}
	w.Key(memberRequest)
	w.Object()
	w.Optional(keyService, r.Service)
	w.Optional(keyMethod, r.Method)
	w.Optional(keyAppName, r.AppName)
	if n, ok := r.AppType.number(); ok {
		w.Key(keyAppType)
		w.Int64(n)
	} else {
		w.Optional(keyAppType, string(r.AppType))
	}
	if r.TenantID != 0 {
		w.Key(keyTenantID)
		w.Int64(int64(r.TenantID))
	}
	if r.Parameters != nil {
		w.Key(keyParameters)
		writeList(w, r.Parameters)
	}
	writePairs(w, r.Extra)
	w.End()
}

// MarshalJSON returns what [Request.AppendJSON] appends.
func (r Request) MarshalJSON() ([]byte, error) { return r.AppendJSON(nil) }
