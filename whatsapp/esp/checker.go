package esp

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/go-playground/validator/v10"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/template"
	"github.com/decorum-go/decorum/whatsapp/validation"
)

// The keys of parameters.
const (
	keyID                 = "Id"
	keyClientID           = "_umsClientId"
	keyBusinessID         = "_umsBusinessId"
	keyStandardResponseID = "StandardResponseId"
	keyChatQueueKey       = "ChatQueueKey"
	keyTerminateSession   = "TerminateSessionFlag"
)

// A Checker tells what is wrong with requests, before a strategy sends them or a
// server answers them. It holds the validator that requests are checked with:
// make one with [NewChecker] and keep it; the zero Checker is none. It may be used
// by several goroutines at once.
type Checker struct{ validate *validator.Validate }

// NewChecker returns a Checker. An error is a bug of this package.
func NewChecker() (*Checker, error) {
	v := validator.New(validator.WithRequiredStructEnabled())
	if err := validation.Register(v, template.Workspace()); err != nil {
		return nil, fmt.Errorf("esp: %w", err)
	}
	return &Checker{v}, nil
}

// The records that requests are read into once. They have the JSON of requests, so
// that what validator finds has its place there.
type (
	anyRecord struct {
		Request envelopeRecord
	}
	validateRecord struct {
		Request struct {
			envelopeRecord
			Parameters struct {
				Channel string `json:"_umsChannel" validate:"omitempty,wa_text"`
				ID      string `json:"Id" validate:"wa_text"`
			}
		}
	}
	inviteRecord struct {
		Request struct {
			envelopeRecord
			Parameters struct {
				Channel          string `json:"_umsChannel" validate:"omitempty,wa_text"`
				Client           string `json:"_umsClientId" validate:"wa_id"`
				Business         string `json:"_umsBusinessId" validate:"wa_id"`
				StandardResponse string `json:"StandardResponseId" validate:"omitempty,wa_text"`
			}
		}
	}
	envelopeRecord struct {
		Service  string `json:"Service" validate:"wa_text"`
		Method   string `json:"Method" validate:"wa_text"`
		AppName  string `json:"AppName" validate:"required_without=AppType,omitempty,wa_text"`
		AppType  string `json:"AppType" validate:"omitempty,wa_text"`
		TenantID int    `json:"TenantId" validate:"gte=0,lte=2147483647"`
	}
)

func (r Request) record() envelopeRecord {
	return envelopeRecord{r.Service, r.Method, r.AppName, string(r.AppType), r.TenantID}
}

// Request tells what is wrong with a request of any service: no service, no
// method, neither AppName nor AppType, a tenant's number that is none, and what
// [List.Check] says of its lists. Paths are those of the request's JSON. Of
// parameters, an integer counts as its digits, and blanks around names and ids do
// not count.
func (c *Checker) Request(r Request) decorum.Violations {
	return c.records(r, keyReader{}, &anyRecord{r.record()})
}

// ValidateContact reads the parameters of a request to validate a contact, and
// tells what is wrong with it and them: what [Checker.Request] tells; Unknown for
// another service, method or type of application; no Id; and always, as a warning,
// that the method is Deprecated.
func (c *Checker) ValidateContact(r Request) (ValidateContact, decorum.Violations) {
	e := parameters()
	var rec validateRecord
	rec.Request.envelopeRecord = r.record()
	p := &rec.Request.Parameters
	p.Channel = strings.TrimSpace(e.name(r.Parameters, KeyChannel))
	p.ID = e.name(r.Parameters, keyID)
	e.asked(r, ServiceMessaging, MethodValidateContact)
	if r.Method == MethodValidateContact {
		e.vs = e.vs.Add(decorum.Violation{Code: decorum.Deprecated, Severity: decorum.SeverityWarning, Path: "/Request/Method"})
	}
	return ValidateContact{Channel: p.Channel, ID: p.ID}, c.records(r, e, &rec)
}

// InviteToChat reads the parameters of a request to start a session, and tells
// what is wrong with it and them: what [Checker.Request] tells; Unknown for another
// service, method or type of application; ids that are no WhatsApp ids, a
// ChatQueueKey that is none, a TerminateSessionFlag that is none of true, false, 1
// and 0. An id that no numbering plan has is a warning (guide OB3).
func (c *Checker) InviteToChat(r Request) (InviteToChat, decorum.Violations) {
	e := parameters()
	var rec inviteRecord
	rec.Request.envelopeRecord = r.record()
	p := &rec.Request.Parameters
	p.Channel = strings.TrimSpace(e.name(r.Parameters, KeyChannel))
	p.Client = strings.TrimSpace(e.name(r.Parameters, keyClientID))
	p.Business = strings.TrimSpace(e.name(r.Parameters, keyBusinessID))
	p.StandardResponse = strings.TrimSpace(e.name(r.Parameters, keyStandardResponseID))
	e.asked(r, ServiceChat, MethodInviteToChat)
	i := InviteToChat{
		Channel:            p.Channel,
		Client:             e.planned(keyClientID, p.Client),
		Business:           e.planned(keyBusinessID, p.Business),
		StandardResponseID: p.StandardResponse,
		TerminateSession:   e.flag(r.Parameters, keyTerminateSession),
	}
	if text := e.name(r.Parameters, keyChatQueueKey); strings.TrimSpace(text) != "" {
		var err error
		i.Queue, err = ParseQueueKey(text)
		e.join(keyChatQueueKey, violations(err))
	}
	return i, c.records(r, e, &rec)
}

// parameters returns a reader of a request's parameters.
func parameters() keyReader {
	return keyReader{under: "/" + memberRequest + "/" + keyParameters}
}

// asked tells of a request of another service or method, and of one for another
// type of application, unless it names the application.
func (e *keyReader) asked(r Request, service, method string) {
	envelope := keyReader{under: "/" + memberRequest, vs: e.vs}
	envelope.named(keyService, r.Service, service, ServiceMessaging, ServiceChat)
	envelope.named(keyMethod, r.Method, method, MethodValidateContact, MethodInviteToChat)
	e.vs = envelope.vs
	if r.AppName == "" && r.AppType != "" && !r.AppType.IsSocialMS() {
		e.vs = e.vs.Add(decorum.Violation{
			Code: decorum.Unknown, Severity: decorum.SeverityError, Path: "/Request/AppType", Want: "171, SocialMS",
		})
	}
}

// named tells of a name that is not the one that it must be. Want has that one, or,
// for a name that is none of the known ones, all of these. A name that cannot be
// seen is told by the record.
func (e *keyReader) named(key, name, must string, known ...string) {
	switch {
	case name == must, !decorum.HasVisible(name), !utf8.ValidString(name):
	case slices.Contains(known, name):
		e.fault(key, decorum.Unknown, must)
	default:
		e.fault(key, decorum.Unknown, strings.Join(known, ", "))
	}
}

// records returns what is wrong with the request's lists, what was found in
// reading it, and what validator says of the record, in the order of the
// request's JSON. Of a place where something is wrong already validator's word
// does not count: the record has nothing there.
func (c *Checker) records(r Request, e keyReader, record any) decorum.Violations {
	vs := r.checkLists(requestKeys[:]).Join(nil, e.vs)
	told := len(vs)
	for _, v := range validation.Violations(c.validate.Struct(record), record) {
		known := func(w decorum.Violation) bool { return w.Path == v.Path && w.Severity == decorum.SeverityError }
		if !slices.ContainsFunc(vs[:told], known) {
			vs = vs.Add(v)
		}
	}
	slices.SortStableFunc(vs, func(a, b decorum.Violation) int { return rank(a.Path) - rank(b.Path) })
	return vs.Join(nil, r.UserData.checkUnder("/"+memberUserData))
}

// ranks are the places of a request in their order.
var ranks = [...]string{
	"/Request/Service", "/Request/Method", "/Request/AppName", "/Request/AppType", "/Request/TenantId",
	"/Request/Parameters/_umsChannel", "/Request/Parameters/Id", "/Request/Parameters/_umsClientId",
	"/Request/Parameters/_umsBusinessId", "/Request/Parameters/StandardResponseId",
	"/Request/Parameters/ChatQueueKey", "/Request/Parameters/TerminateSessionFlag",
}

func rank(path string) int {
	if i := slices.Index(ranks[:], path); i >= 0 {
		return i
	}
	return len(ranks)
}
