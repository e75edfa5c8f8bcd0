package whatsapp

import (
	"reflect"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/attachment"
	"github.com/decorum-go/decorum/template"
	"github.com/decorum-go/decorum/whatsapp/message"
	"github.com/decorum-go/decorum/whatsapp/option"
)

// A Config is what a desk's decisions depend on beside the session. Start with
// [DefaultConfig].
type Config struct {
	// Desk has the capacity rule and whether privileges are asked.
	Desk Desk
	// Routing says whom an interaction is not offered to again.
	Routing Routing
	// Options are the plug-in's.
	Options option.Options
	// Limits are those of messages. Where Limits or Options set a size of texts in
	// bytes, the smaller of the two counts (guide TX1).
	Limits message.Limits
	// Files says which files may be sent.
	Files attachment.Profile
	// Templates are the message templates that are known, with their status. One
	// that is not among them may be sent all the same.
	Templates []template.Notification
	// OfferTimeout is how long an agent has to answer an offer (guide IN1); 0 and
	// less: for ever.
	OfferTimeout time.Duration
	// SafetyMargin is how long before the window shuts free messages are refused,
	// for the time on their way (ours); below zero it is zero.
	SafetyMargin time.Duration
	// ConferenceSubtype: the interaction subtype InternalConferenceInvite is
	// configured (guide IN6).
	ConferenceSubtype bool
	// DispositionRequired: an interaction is not done without a disposition code
	// (guide IN3).
	DispositionRequired bool
	// StrictResponses: a part of a standard response waits for the delivery of the
	// one before, not just for its acceptance (guide SR1).
	StrictResponses bool
	// BotsAnswer: a message of a program ends a pending response (guide PR1).
	BotsAnswer bool
}

// DefaultConfig returns the configuration of the guide: the default options, the
// limits and files of Workspace, offers of 30 seconds (ours), conferences
// configured, and no roles.
func DefaultConfig() Config {
	return Config{
		Options:           option.Default(),
		Limits:            message.Workspace(),
		Files:             attachment.Workspace(),
		OfferTimeout:      30 * time.Second,
		ConferenceSubtype: true,
	}
}

// A Policy decides what may happen in sessions. It is immutable and may be used
// by several goroutines.
type Policy struct {
	config Config
	limits message.Limits
	// known are the templates by name and language.
	known map[templateKey]int
	// names are the names of the known templates.
	names map[string]bool
	// auto is the default notification (guide OB5), and autoFaults what keeps it
	// from being used.
	auto       template.Notification
	autoFaults decorum.Violations
}

type templateKey struct {
	name     string
	language template.Language
}

// NewPolicy returns the policy of a configuration. The error tells of options
// that cannot be right ([option.Options.Check]), below "/options", and of a
// template that is known twice, [decorum.Duplicate].
func NewPolicy(c Config) (*Policy, error) {
	var vs decorum.Violations
	var root decorum.Path
	options, templates := root.Key("options"), root.Key("templates")
	for _, v := range c.Options.Check() {
		if v.Severity == decorum.SeverityError {
			vs = vs.Add(v.Under(&options))
		}
	}
	p := &Policy{config: c, limits: c.Limits, known: map[templateKey]int{}, names: map[string]bool{}}
	p.config.Templates = slices.Clone(c.Templates)
	for i := range c.Templates {
		key := templateKey{c.Templates[i].ID.Name(), c.Templates[i].Language}
		if _, double := p.known[key]; double {
			at := templates.Index(i)
			vs = vs.Add(decorum.Violation{Code: decorum.Duplicate, Severity: decorum.SeverityError, Path: at.String()})
		}
		p.known[key] = i
		p.names[key.name] = true
	}
	if err := vs.Err(); err != nil {
		return nil, err
	}
	set := c.Options.MaxTextMessageSize
	if c.Limits.TextBytes != (decorum.Limit{}) || set != option.Default().MaxTextMessageSize ||
		c.Options.Layer(option.NameMaxTextMessageSize) != option.BuiltIn {
		p.limits.TextBytes = decorum.Strictest(c.Limits.TextBytes, decorum.Limit{Max: set, Unit: decorum.Bytes})
	}
	p.compileAuto()
	return p, nil
}

// Thresholds returns when a pending response turns yellow and red: for
// [PendingResponse.Level].
func (p *Policy) Thresholds() option.Thresholds { return p.config.Options.PendingResponse }

// Handle decides what comes of a command: events to be stored and applied in
// their order, none if nothing changes, or an error that tells all that speaks
// against it. The error is an *[decorum.Error]. Warnings are left to
// [Policy.Check]. A pointer to a command is [decorum.Unknown].
func (p *Policy) Handle(s Session, c Command) ([]Event, error) {
	events, vs := p.decide(s, c)
	if err := vs.Err(); err != nil {
		return nil, err
	}
	return events, nil
}

// Check returns what [Policy.Handle] would find wrong with the command, with
// warnings: a dry run.
func (p *Policy) Check(s Session, c Command) decorum.Violations {
	_, vs := p.decide(s, c)
	return vs
}

// A decision is a command being decided.
type decision struct {
	*Policy
	// s is the session as the events so far leave it.
	s      Session
	at     time.Time
	name   string
	events []Event
	vs     decorum.Violations
}

// decide finds events and violations. Events count only without errors.
func (p *Policy) decide(s Session, c Command) ([]Event, decorum.Violations) {
	d := decision{Policy: p, s: s}
	if c == nil {
		d.fault(decorum.Required, "", "a command")
		return nil, d.vs
	}
	if reflect.TypeOf(c).Kind() == reflect.Pointer {
		d.fault(decorum.Unknown, "", "a command by value, not a pointer")
		return nil, d.vs
	}
	d.at, d.name = instant(c.When()), c.Name()
	if d.at.IsZero() {
		d.fault(decorum.Required, "/at", "")
	}
	d.year("/at", d.at)
	c.decide(&d)
	if d.vs.HasErrors() {
		return nil, d.vs
	}
	return d.events, d.vs
}

// emit adds an event and folds it, for what is decided next.
func (d *decision) emit(e Event) {
	if d.vs.HasErrors() {
		return
	}
	next, err := d.s.Apply(e)
	if err != nil {
		d.vs = d.vs.Join(nil, violations(err))
		return
	}
	d.s = next
	d.events = append(d.events, e)
}

func violations(err error) (vs decorum.Violations) {
	for v := range decorum.All(err) {
		vs = vs.Add(v)
	}
	return vs
}

func (d *decision) fault(code decorum.Code, path, want string) {
	d.vs = d.vs.Add(decorum.Violation{Code: code, Severity: decorum.SeverityError, Path: path, Want: want})
}

func (d *decision) warn(code decorum.Code, path, want string) {
	d.vs = d.vs.Add(decorum.Violation{Code: code, Severity: decorum.SeverityWarning, Path: path, Want: want})
}

// in reports whether the interaction is in one of the states; if not, it is a
// violation that names command and states.
func (d *decision) in(states ...State) bool {
	if slices.Contains(states, d.s.state) {
		return true
	}
	names := make([]string, len(states))
	for i, s := range states {
		names[i] = s.String()
	}
	d.fault(decorum.WrongState, "", d.name+" in state "+strings.Join(names, " or ")+", not "+d.s.state.String())
	return false
}

// agent checks that the agent is somebody who may use the channel.
func (d *decision) agent(a Agent) bool {
	before := len(d.vs)
	d.name1("/by/id", a.ID)
	for _, v := range d.config.Desk.May(a, CanUse) {
		v.Path = "/by/privileges"
		d.vs = d.vs.Add(v)
	}
	return len(d.vs) == before
}

// handler checks that the agent may use the channel, and is the one who handles
// the interaction or to whom it is offered, in one of the states.
func (d *decision) handler(a Agent, states ...State) bool {
	ok := d.agent(a)
	if !d.in(states...) {
		return false
	}
	if a.ID != d.s.agent {
		d.fault(decorum.Mismatch, "/by/id", "the agent who handles the interaction")
		return false
	}
	return ok
}

// participant checks that the agent handles the active interaction or joined it.
func (d *decision) participant(a Agent) bool {
	ok := d.agent(a)
	if !d.in(StateActive) {
		return false
	}
	if !d.s.takesPart(a.ID) {
		d.fault(decorum.Mismatch, "/by/id", "an agent who takes part in the interaction")
		return false
	}
	return ok
}

// The most bytes of texts that a session or its log keeps.
const (
	maxName = 512
	maxNote = 4096
	maxKey  = 64
	maxData = 100
)

// name1 checks a text that must be there: an id or a name.
func (d *decision) name1(path, s string) {
	if s == "" {
		d.fault(decorum.Required, path, "")
		return
	}
	d.text(path, s, maxName)
}

// year checks that an instant in UTC can be written into the log.
func (d *decision) year(path string, t time.Time) {
	if !writable(t) {
		d.fault(decorum.OutOfRange, path, "the years 1 to 9999")
	}
}

// text checks a text that may be empty.
func (d *decision) text(path, s string, most int) {
	if bad := decorum.InvalidOffset(s); bad >= 0 {
		d.vs = d.vs.Add(decorum.Violation{
			Code: decorum.InvalidUTF8, Severity: decorum.SeverityError, Path: path, Span: decorum.Span{Start: bad, End: len(s)},
		})
	} else if len(s) > most {
		d.vs = d.vs.Add(decorum.Violation{
			Code: decorum.TooLong, Severity: decorum.SeverityError, Path: path,
			Limit: int64(most), Actual: int64(len(s)), Unit: decorum.Bytes,
		})
	}
}

// room checks that a list of the session can take more.
func (d *decision) room(path string, n, most int) {
	if n > most {
		d.vs = d.vs.Add(decorum.Violation{
			Code: decorum.TooMany, Severity: decorum.SeverityError, Path: path,
			Limit: int64(most), Actual: int64(n), Unit: decorum.Items,
		})
	}
}

// localID checks the id of a message that goes out now.
func (d *decision) localID(id string) {
	before := len(d.vs)
	d.name1("/local_id", id)
	if len(d.vs) == before && d.used(id) {
		d.notNew()
	}
}

func (d *decision) notNew() { d.fault(decorum.Duplicate, "/local_id", "an id that was not used") }

// used reports whether the host's id is that of a message that is remembered, or
// still in the outbox, however long.
func (d *decision) used(localID string) bool {
	return d.s.pendingIndex(localID) >= 0 || d.s.ids.has(idLocal, localID, d.at)
}

// reserved reports whether the host's id is that of a file that waits for Send, or of
// a part of the standard response that is on its way, and not used yet.
func (d *decision) reserved(localID string) bool {
	_, part := d.s.responsePart(localID)
	return (part && !d.s.response.plan.Done() || d.stagedIndex(localID) >= 0) && !d.used(localID)
}

func partID(localID string, part int) string { return localID + "." + strconv.Itoa(part) }
