package esp

import (
	"errors"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/whatsapp/identity"
)

// A Channel is a channel of the messaging server.
type Channel struct {
	// Name is its name, such as "channel-ghub".
	Name string
	// Business is the business's own number. Its country code is what numbers without
	// a plus get (guide ES2).
	Business identity.WhatsAppID
	// OnPremises: it uses WhatsApp's On-Premises client, which wants a contact to
	// have been checked within 7 days before it is written to (guide OB4).
	OnPremises bool
	// InboundRouteByCall is the channel's option inbound-route-by-call: where
	// sessions enter that name no queue (guide ES4). The zero QueueKey is none.
	InboundRouteByCall QueueKey
}

// Config is what a Server is made of.
type Config struct {
	// AppName is the name of the server's application. Requests may name it, and
	// faults do.
	AppName string
	// Channels are the channels, at least one.
	Channels []Channel
}

// A Server answers requests in the place of the messaging server. It decides, and
// the host does: nothing is sent or stored here. A request of neither method may go
// to the one or the other, since both refuse it. A Server is immutable and may be
// used by several goroutines at once. [NewServer] makes it; the zero Server is none.
type Server struct {
	appName  string
	channels []Channel
	checker  *Checker
}

// NewServer returns a server. An error is a mistake in the configuration: a name
// that is missing or stands twice, a channel whose business has no number with a
// country code, or one whose route is no queue key.
func NewServer(c Config) (*Server, error) {
	if !decorum.HasVisible(c.AppName) || !utf8.ValidString(c.AppName) {
		return nil, errors.New("esp: NewServer: the server's application needs a name")
	}
	if len(c.Channels) == 0 {
		return nil, errors.New("esp: NewServer: the server needs a channel")
	}
	for i, channel := range c.Channels {
		if !decorum.HasVisible(channel.Name) || channel.Name != strings.TrimSpace(channel.Name) {
			return nil, errors.New("esp: NewServer: a channel needs a name without blanks around it")
		}
		if slices.ContainsFunc(c.Channels[:i], func(o Channel) bool { return o.Name == channel.Name }) {
			return nil, errors.New("esp: NewServer: two channels have one name")
		}
		if q := channel.InboundRouteByCall; !q.IsZero() {
			if read, err := ParseQueueKey(q.String()); err != nil || read != q {
				return nil, errors.New("esp: NewServer: a channel's InboundRouteByCall is no queue key")
			}
		}
		if _, ok := channel.Business.Number(); !ok {
			return nil, errors.New("esp: NewServer: a channel needs the number of its business")
		}
	}
	checker, err := NewChecker()
	if err != nil {
		return nil, err
	}
	return &Server{appName: strings.TrimSpace(c.AppName), channels: slices.Clone(c.Channels), checker: checker}, nil
}

// addressed returns the channel that the request means, and adds to the violations
// if it is not this server's to answer.
func (s *Server) addressed(r Request, channel string, vs decorum.Violations) (Channel, decorum.Violations) {
	if r.AppName != "" && strings.TrimSpace(r.AppName) != s.appName {
		e := keyReader{under: "/" + memberRequest, vs: vs}
		e.fault(keyAppName, decorum.Mismatch, "the name of this server")
		vs = e.vs
	}
	e := parameters()
	e.vs = vs
	switch i := slices.IndexFunc(s.channels, func(c Channel) bool { return c.Name == channel }); {
	case i >= 0:
		return s.channels[i], vs
	case channel != "":
		e.fault(KeyChannel, decorum.NotFound, "a channel of this server")
	case len(s.channels) == 1:
		return s.channels[0], vs
	default:
		e.fault(KeyChannel, decorum.Required, "a channel of this server")
	}
	return Channel{}, e.vs
}

// Refuse answers a request with the fault that an error means: that of
// [ParseRequest] or [Server.InviteToChat], or the host's own. It has the request's
// reference id, whatever else the request is.
//
//   - A [Fault] in the error's chain goes out as it is.
//   - A [FaultCode] goes out with a message of its format.
//   - Violations are FaultUnspecified without service or method; FaultUnknown for a
//     service, method or channel that is not known; FaultIncorrect otherwise.
//   - Any other error, and nil, is FaultExecution. Its text does not go out.
func (s *Server) Refuse(r Request, err error) Answer {
	vs := violations(err)
	if f, ok := errors.AsType[Fault](err); ok {
		return refusal(r, f, vs)
	}
	if code, ok := errors.AsType[FaultCode](err); ok {
		return refusal(r, code.Fault(s.appName, about(code, r)), vs)
	}
	if vs.HasErrors() {
		return s.refuse(r, vs)
	}
	return refusal(r, FaultExecution.Fault(s.appName, about(FaultExecution, r)), vs)
}

// about returns what a fault of the code is about, where nothing else is known.
func about(code FaultCode, r Request) string {
	switch code {
	case FaultConnection:
		return "WhatsApp"
	case FaultUnknown:
		return "service or method"
	}
	switch r.Method {
	case MethodValidateContact, MethodInviteToChat:
		return r.Method
	default:
		return "request"
	}
}

// refuse answers with the fault that the violations are.
func (s *Server) refuse(r Request, vs decorum.Violations) Answer {
	code, detail := faultOf(vs)
	return refusal(r, code.Fault(s.appName, detail), vs)
}

func refusal(r Request, f Fault, why decorum.Violations) Answer {
	a := r.Answer(nil)
	a.Fault, a.Why = f, why
	return a
}

// faultOf returns the fault that violations of a request are, one of which is an
// error: its code, and the name of what is unknown or incorrect.
func faultOf(vs decorum.Violations) (FaultCode, string) {
	const service, method = "/Request/Service", "/Request/Method"
	var unknown [2]bool
	first := -1
	for i, v := range vs {
		if v.Severity != decorum.SeverityError {
			continue
		}
		named := v.Path == service || v.Path == method
		switch {
		case named && (v.Code == decorum.Required || v.Code == decorum.Blank):
			return FaultUnspecified, ""
		case named && v.Code == decorum.Unknown:
			unknown[0] = unknown[0] || v.Path == service
			unknown[1] = unknown[1] || v.Path == method
		case first < 0:
			first = i
		}
	}
	switch {
	case unknown[0] && unknown[1]:
		return FaultUnknown, "service or method"
	case unknown[0]:
		return FaultUnknown, "service"
	case unknown[1]:
		return FaultUnknown, "method"
	}
	v := vs[first]
	if v.Code == decorum.NotFound && strings.HasSuffix(v.Path, "/"+KeyChannel) {
		return FaultUnknown, "channel"
	}
	if v.Code == decorum.Required && v.Path == "/Request/"+keyAppName {
		return FaultIncorrect, keyAppName + " or " + keyAppType
	}
	if i := slices.Index(ranks[:], v.Path); i >= 0 {
		return FaultIncorrect, v.Path[strings.LastIndexByte(v.Path, '/')+1:]
	}
	return FaultIncorrect, "request"
}
