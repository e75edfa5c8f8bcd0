package whatsapp

import (
	"reflect"
	"slices"
	"strings"
	"time"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/internal/enum"
	"github.com/decorum-go/decorum/template"
	"github.com/decorum-go/decorum/whatsapp/message"
	"github.com/decorum-go/decorum/whatsapp/option"
)

// Decision is what may be done with a message. The zero Decision is Refuse.
type Decision uint8

// The decisions.
const (
	// Refuse: it may not go out.
	Refuse Decision = iota
	// Send: it may go out as it is.
	Send
	// SendAsNotification: its text may go out within the default notification.
	SendAsNotification
)

var decisionNames = [...]string{"refuse", "send", "send_as_notification"}

// String returns "refuse", "send" or "send_as_notification".
func (d Decision) String() string { return enum.Of(decisionNames[:], d) }

// ParseDecision reads what [Decision.String] writes. Anything else is
// [decorum.Unknown].
func ParseDecision(s string) (Decision, error) { return enum.Parse[Decision](decisionNames[:], s) }

// AppendText appends what [Decision.String] returns. It fails with
// [decorum.Unknown] for a value that is none.
func (d Decision) AppendText(dst []byte) ([]byte, error) {
	return enum.Append(dst, decisionNames[:], d)
}

// MarshalText returns what [Decision.AppendText] appends.
func (d Decision) MarshalText() ([]byte, error) { return d.AppendText(nil) }

// UnmarshalText reads what [ParseDecision] reads.
func (d *Decision) UnmarshalText(text []byte) error { return enum.Read(decisionNames[:], d, text) }

// Instead is what may be sent in the place of a message that was refused because
// of the reply window. The zero Instead is nothing in particular.
type Instead uint8

// What may be sent instead.
const (
	// InsteadNotification: a notification.
	InsteadNotification Instead = iota + 1
	// InsteadText: a plain text, which goes out within the default notification,
	// or any other notification.
	InsteadText
)

var insteadNames = [...]string{"", "notification", "text"}

// String returns "notification" or "text"; "" for nothing.
func (i Instead) String() string { return enum.Of(insteadNames[:], i) }

// ParseInstead reads what [Instead.String] writes. Anything else is
// [decorum.Unknown].
func ParseInstead(s string) (Instead, error) { return enum.Parse[Instead](insteadNames[:], s) }

// AppendText appends what [Instead.String] returns. It fails with
// [decorum.Unknown] for a value that is none.
func (i Instead) AppendText(dst []byte) ([]byte, error) { return enum.Append(dst, insteadNames[:], i) }

// MarshalText returns what [Instead.AppendText] appends.
func (i Instead) MarshalText() ([]byte, error) { return i.AppendText(nil) }

// UnmarshalText reads what [ParseInstead] reads; an empty text is the zero
// Instead.
func (i *Instead) UnmarshalText(text []byte) error { return enum.Read(insteadNames[:], i, text) }

// A Verdict says whether a message may go out.
type Verdict struct {
	// Decision is what may be done with it.
	Decision Decision
	// Why are all reasons of a refusal, pointing into the message's JSON, and
	// warnings: [decorum.WindowClosed] is one where the text goes out as a
	// notification, and tells how long ago the customer was heard.
	Why decorum.Violations
	// Until is the first instant at which free messages are refused or become
	// notifications; zero where they are already, and for notifications.
	Until time.Time
	// Instead is what the window lets through in the place of this message.
	Instead Instead
	// Message is what goes out: the message itself, or the notification with its
	// text; nil for a refusal.
	Message message.Message
	// Changes are what was flattened for the notification (guide OB5), by spans of
	// the text's body.
	Changes []template.Change
}

// OK reports whether the message may go out in one way or the other.
func (v Verdict) OK() bool { return v.Decision != Refuse }

// MaySend decides whether a message may go out at an instant, by an agent, to the
// contact of the session: by its content and size, by the agent's privileges
// (guide RP, AT4), and by the reply window (OB2, OB5, NT8, IM4). It does not ask
// whether the agent handles an interaction: done and a restart of the desk do not
// change its answer. [Policy.Handle] of a [SendMessage] asks both.
//
// A text, a file or a structured message that passes costs no allocation, unless it
// has something out of the ordinary, such as JSON that a later version wrote.
func (p *Policy) MaySend(s Session, a Agent, m message.Message, at time.Time) Verdict {
	v := p.mayIn(&s, a, m, at, false)
	if why := p.config.Desk.May(a, CanUse); why != nil {
		v.Decision, v.Message, v.Changes = Refuse, nil, nil
		v.Why = why.Join(nil, v.Why)
	}
	return v
}

// mayIn decides for MaySend, but for [CanUse], which commands ask for anyhow; a bot
// needs no privileges.
func (p *Policy) mayIn(s *Session, a Agent, m message.Message, at time.Time, bot bool) Verdict {
	if m == nil {
		return Verdict{Why: decorum.Violations{{Code: decorum.Required, Severity: decorum.SeverityError}}}
	}
	if where, ok := byPointer(m); ok {
		return Verdict{Why: decorum.Violations{{Code: decorum.Unknown, Severity: decorum.SeverityError, Path: where, Want: wantValue}}}
	}
	v := Verdict{Message: m, Why: m.Check(p.limits)}
	if !bot {
		v.Why = p.privileges(v.Why, a, m)
	}
	if file, ok := m.(message.Media); ok {
		v.Why = p.checkFile(v.Why, file)
	}
	wrap := false
	if isNotification(m) {
		v.Why = p.checkNotification(v.Why, s, m)
	} else {
		var open bool
		if v.Until, open = p.freeUntil(s, at); !open {
			v.Until, wrap = time.Time{}, p.wraps(m)
			if !wrap {
				v.Why = v.Why.Add(p.closed(s, at))
				v.Instead = p.instead(s, at)
			}
		}
	}
	if wrap {
		p.wrap(&v, s, at)
		return v
	}
	if !v.Why.HasErrors() {
		v.Why = v.Why.Join(nil, unlessPlain(m))
	}
	if v.Why.HasErrors() {
		v.Message = nil
	} else {
		v.Decision = Send
	}
	return v
}

const wantValue = "a message by value, not a pointer"

// byPointer reports whether a message is a pointer to one, or holds one, which Go
// lets pass for a message, too, and where. Rules that go by the type would not see
// it, so that it fails closed.
func byPointer(m message.Message) (where string, ok bool) {
	if s, ok := m.(message.Structured); ok {
		return "/structured/type", s.Structured != nil && reflect.TypeOf(s.Structured).Kind() == reflect.Pointer
	}
	return "/type", reflect.TypeOf(m).Kind() == reflect.Pointer
}

// freeUntil returns the first instant at which no free message may go, and
// whether one may go at the instant (guide OB2, OB5).
func (p *Policy) freeUntil(s *Session, at time.Time) (time.Time, bool) {
	closes, ok := s.window.ClosesAfter(p.freeSpan())
	closes = closes.Add(-max(p.config.SafetyMargin, 0))
	return closes, ok && at.Before(closes)
}

// freeSpan is how long after the customer's last event free messages may go.
func (p *Policy) freeSpan() time.Duration {
	if p.config.Options.EnableFreeMsgTimespanMonitoring {
		return min(p.config.Options.FreeMsgTimespan, WindowLength)
	}
	return WindowLength
}

// wraps reports whether a message goes out within the default notification: a
// plain text, while the timespan is monitored.
func (p *Policy) wraps(m message.Message) bool {
	_, text := m.(message.Text)
	return text && p.config.Options.EnableFreeMsgTimespanMonitoring
}

func (p *Policy) instead(s *Session, at time.Time) Instead {
	if p.wraps(message.Text{}) && p.maySendText(s, at).OK() {
		return InsteadText
	}
	return InsteadNotification
}

// maySendText decides whether a text can go out, whatever it says and whoever
// sends it.
func (p *Policy) maySendText(s *Session, at time.Time) Verdict {
	return p.mayIn(s, Agent{}, message.Text{Body: "x"}, at, true)
}

// closed is the violation of a shut window; Limit and Actual are seconds since
// the customer was heard, where that is why.
func (p *Policy) closed(s *Session, at time.Time) decorum.Violation {
	v := decorum.Violation{Code: decorum.WindowClosed, Severity: decorum.SeverityError, Want: "a notification template"}
	if _, ok := s.window.ClosesAfter(p.freeSpan()); ok {
		v.Limit = int64(max(p.freeSpan()-max(p.config.SafetyMargin, 0), 0) / time.Second)
		v.Actual = int64(max(at.Sub(s.window.LastHeard()), 0) / time.Second)
		v.Unit = decorum.Seconds
	}
	return v
}

// privileges asks for those that a message needs beside [CanUse].
func (p *Policy) privileges(vs decorum.Violations, a Agent, m message.Message) decorum.Violations {
	switch {
	case isFile(m):
		vs = vs.Join(nil, p.config.Desk.May(a, CanSendFiles))
	case changesHeader(m):
		vs = vs.Join(nil, p.config.Desk.May(a, CanChangeAttachmentsInNotification))
	}
	return vs
}

func isFile(m message.Message) bool {
	_, ok := m.(message.Media)
	return ok
}

func isNotification(m message.Message) bool {
	s, ok := m.(message.Structured)
	return ok && s.IsNotification()
}

// changesHeader reports whether a notification has another file in its header
// than its template.
func changesHeader(m message.Message) bool {
	f, ok := filled(m)
	if !ok {
		return false
	}
	own, ok := f.Template().Header.(template.MediaHeader)
	if !ok || own.ID == "" && own.Link == "" {
		return false // the template has none: one must be brought
	}
	media, ok := f.Media()
	return ok && media != own
}

func filled(m message.Message) (template.Filled, bool) {
	s, _ := m.(message.Structured)
	f, ok := s.Structured.(template.Filled)
	return f, ok
}

// checkFile judges what a message says of its file (guide AT1, AT2).
func (p *Policy) checkFile(vs decorum.Violations, m message.Media) decorum.Violations {
	for _, v := range p.config.Files.Check(m.Attachment()) {
		switch v.Path {
		case "/type":
			v.Path = "/mime_type"
		case "/kind":
			v.Path = "/type"
		case "/content", "/hidden":
			v.Path = ""
		}
		vs = vs.Add(v)
	}
	return vs
}

// checkNotification asks whether a notification may go now (guide NT8), as the
// known template has it; what the message itself says of its template is a matter
// of its own Check.
func (p *Policy) checkNotification(vs decorum.Violations, s *Session, m message.Message) decorum.Violations {
	f, ok := filled(m)
	if !ok {
		return vs
	}
	n := f.Template()
	category := n.Category
	if i, ok := p.known[templateKey{n.ID.Name(), n.Language}]; ok {
		known := &p.config.Templates[i]
		if known.Category != "" {
			category = known.Category
		}
		if known.Status != n.Status && barred(known.Status) {
			vs = vs.Add(decorum.Violation{
				Code: decorum.NotApproved, Severity: decorum.SeverityError, Path: "/structured/template/status",
				Want: "a template that is not " + string(known.Status),
			})
		}
	}
	if category == template.Marketing && s.noMarket {
		vs = vs.Add(decorum.Violation{
			Code: decorum.OptedOut, Severity: decorum.SeverityError, Path: "/structured/template/category",
			Want: "a template that is not for marketing",
		})
	}
	return vs
}

// barred reports whether a template of the status does not go out.
func barred(s template.Status) bool {
	return s == template.Paused || s == template.Disabled || s == template.Rejected || s == template.Deleted
}

// compileAuto makes the default notification of the options, or finds why there
// is none.
func (p *Policy) compileAuto() {
	o := &p.config.Options
	unset := func(bad bool, name string) {
		if bad {
			p.autoFaults = p.autoFaults.Add(decorum.Violation{
				Code: decorum.DefaultNotificationUnset, Severity: decorum.SeverityError, Want: name,
			})
		}
	}
	id, errID := template.ParseID(o.DefaultNotificationID)
	language, errLanguage := template.ParseLanguage(o.DefaultNotificationLanguage)
	unset(!onePlaceholder(o.DefaultNotificationText), option.NameDefaultNotificationText)
	unset(errID != nil, option.NameDefaultNotificationID)
	unset(errLanguage != nil, option.NameDefaultNotificationLanguage)
	p.auto = template.Notification{ID: id, Language: language, Body: o.DefaultNotificationText}
	if p.autoFaults != nil || !p.names[id.Name()] {
		return
	}
	differs := func(name string) {
		p.autoFaults = p.autoFaults.Add(decorum.Violation{
			Code: decorum.Mismatch, Severity: decorum.SeverityError, Want: "the known template's: " + name,
		})
	}
	i, ok := p.known[templateKey{id.Name(), language}]
	if !ok {
		differs(option.NameDefaultNotificationLanguage)
		return
	}
	if p.config.Templates[i].Body != p.auto.Body {
		differs(option.NameDefaultNotificationText)
		return
	}
	p.auto = p.config.Templates[i]
}

// onePlaceholder reports whether a text has {{1}} once and no other placeholder.
func onePlaceholder(text string) bool {
	found := slices.Collect(template.Placeholders(text))
	return len(found) == 1 && found[0].Number == 1
}

// wrap puts the text of a message into the default notification (guide OB5).
func (p *Policy) wrap(v *Verdict, s *Session, at time.Time) {
	v.Why = v.Why.Join(nil, p.autoFaults)
	text, _ := v.Message.(message.Text)
	if v.Why.HasErrors() {
		v.Message, v.Instead = nil, InsteadNotification
		return
	}
	var flat string
	flat, v.Changes = template.Flatten(text.Body)
	m := message.Structured{Structured: p.auto.Fill(template.Arguments{Body: template.Positional(flat)})}
	for _, w := range m.Check(p.limits) {
		if strings.HasPrefix(w.Path, "/structured/text/body") || strings.HasPrefix(w.Path, "/structured/arguments/body") {
			w.Path, w.Span = "/body", decorum.Span{}
		}
		v.Why = v.Why.Add(w)
	}
	v.Why = p.checkNotification(v.Why, s, m).Join(nil, unlessPlain(m))
	if v.Why.HasErrors() {
		v.Message, v.Instead = nil, InsteadNotification
		return
	}
	late := p.closed(s, at)
	late.Severity = decorum.SeverityWarning
	v.Message, v.Decision, v.Why = m, SendAsNotification, v.Why.Add(late)
}
