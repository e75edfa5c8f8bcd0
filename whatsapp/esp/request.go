package esp

import (
	"strconv"

	"github.com/decorum-go/decorum"
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
	var root decorum.Path
	at, data := root.Key(memberRequest), root.Key(memberUserData)
	e := keyReader{at: &at, vs: envelope.checkUnder(&at)}
	r.Service = e.text(envelope, keyService)
	r.Method = e.text(envelope, keyMethod)
	r.AppName = e.text(envelope, keyAppName)
	r.AppType = AppType(e.name(envelope, keyAppType))
	r.TenantID = e.number(envelope, keyTenantID)
	r.Parameters = e.list(envelope, keyParameters)
	r.Extra = others(envelope, keyService, keyMethod, keyAppName, keyAppType, keyTenantID, keyParameters)
	return r, e.vs.Join(nil, userData.checkUnder(&data)).Err()
}

// Envelope returns the key-value list of the request's attribute Request, as a
// host gives it to its own client of the protocol: the known keys in the order of
// the fields, then Extra. Keys without a value are left out.
func (r Request) Envelope() List {
	l := make(List, 0, 6+len(r.Extra))
	for _, p := range [...]Pair{
		{keyService, Text(r.Service)}, {keyMethod, Text(r.Method)}, {keyAppName, Text(r.AppName)},
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

// listed returns the type as it stands in a list.
func (a AppType) listed() Value {
	if n, err := strconv.ParseInt(string(a), 10, 32); err == nil && strconv.FormatInt(n, 10) == string(a) {
		return Integer(n)
	}
	return Text(a)
}

// Answer returns the answer to the request that has the parameters.
func (r Request) Answer(parameters List) Answer {
	return Answer{ReferenceID: r.ReferenceID, Service: r.Service, Method: r.Method, Parameters: parameters}
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
	m := parseMessage(data, false)
	r, err := RequestOf(m.referenceID, m.request, m.userData)
	if m.err != nil {
		return r, m.err
	}
	return r, err
}

// UnmarshalJSON reads a request as [ParseRequest] does. After an error r is as it
// was.
func (r *Request) UnmarshalJSON(data []byte) error {
	out, err := ParseRequest(data)
	if err == nil {
		*r = out
	}
	return err
}

// AppendJSON appends the request's JSON to dst. It fails for lists that
// [List.Check] refuses and for JSON of more than MaxInput bytes.
func (r Request) AppendJSON(dst []byte) ([]byte, error) {
	return envelope{referenceID: r.ReferenceID, request: r.Envelope(), userData: r.UserData}.appendJSON(dst)
}

// MarshalJSON returns what [Request.AppendJSON] appends.
func (r Request) MarshalJSON() ([]byte, error) { return r.AppendJSON(nil) }
