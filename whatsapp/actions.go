package whatsapp

import (
	"time"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/internal/enum"
	"github.com/decorum-go/decorum/whatsapp/identity"
)

// ActionKind is what an agent can do with a session: a button on a screen. The
// zero ActionKind is none.
type ActionKind uint8

// The actions, in the order in which [Policy.Actions] tells them.
const (
	ActionAccept ActionKind = iota + 1
	ActionReject
	ActionSendText
	ActionSendFile
	ActionSendNotification
	ActionSendInteractive
	ActionPark
	ActionOpen
	ActionHold
	ActionTransfer
	ActionConference
	ActionConferenceSkill
	ActionJoin
	ActionLeave
	ActionConsult
	ActionEndConsult
	ActionNote
	ActionCaseData
	ActionContactData
	ActionAssignContact
	ActionDisposition
	ActionDone
	ActionStartOutbound
	ActionStartFromOtherMedia
)

var actionNames = [...]string{
	"", "accept", "reject", "send_text", "send_file", "send_notification", "send_interactive", "park", "open", "hold",
	"transfer", "conference", "conference_skill", "join", "leave", "consult", "end_consult", "note", "case_data",
	"contact_data", "assign_contact", "disposition", "done", "start_outbound", "start_from_other_media",
}

// String returns the action's name, such as "send_text"; "" for none.
func (k ActionKind) String() string { return enum.Of(actionNames[:], k) }

// ParseActionKind reads what [ActionKind.String] writes. Anything else is
// [decorum.Unknown].
func ParseActionKind(s string) (ActionKind, error) { return enum.Parse[ActionKind](actionNames[:], s) }

// AppendText appends what [ActionKind.String] returns. It fails with
// [decorum.Unknown] for a value that is none.
func (k ActionKind) AppendText(dst []byte) ([]byte, error) {
	return enum.Append(dst, actionNames[:], k)
}

// MarshalText returns what [ActionKind.AppendText] appends.
func (k ActionKind) MarshalText() ([]byte, error) { return k.AppendText(nil) }

// UnmarshalText reads what [ParseActionKind] reads; an empty text is the zero
// ActionKind.
func (k *ActionKind) UnmarshalText(text []byte) error { return enum.Read(actionNames[:], k, text) }

// An Action is something that an agent could do, and why not.
type Action struct {
	Kind ActionKind
	// Why is what speaks against it; with no error among it, it is enabled.
	Why decorum.Violations
}

// Enabled reports whether the agent can do it now.
func (a Action) Enabled() bool { return !a.Why.HasErrors() }

// Actions returns all actions, each enabled or with the reasons why not: what a
// screen needs to draw its buttons (guide NT5, WB4). What depends on a message's
// content is not asked: [Policy.MaySend] tells of a draft. Where a text would go out
// within the default notification (OB5), the warning [decorum.WindowClosed] says so.
func (p *Policy) Actions(s Session, a Agent, at time.Time) []Action {
	actions := make([]Action, 0, len(actionNames)-1)
	for kind := ActionAccept; int(kind) < len(actionNames); kind++ {
		actions = append(actions, Action{kind, p.Check(s, probe(kind, a, at))})
	}
	return actions
}

// probe returns a command of the kind whose parameters are all right.
func probe(kind ActionKind, a Agent, at time.Time) Command {
	const name = "a name"
	switch kind {
	case ActionAccept:
		return Accept{At: at, By: a}
	case ActionReject:
		return Reject{At: at, By: a}
	case ActionPark:
		return Park{At: at, By: a}
	case ActionOpen:
		return Open{At: at, By: a}
	case ActionHold:
		return Hold{At: at, By: a}
	case ActionTransfer:
		return Transfer{At: at, By: a, ToQueue: name}
	case ActionConference:
		return Conference{At: at, By: a, To: Target{TargetAgent, "\x00"}}
	case ActionConferenceSkill:
		return Conference{At: at, By: a, To: Target{TargetSkill, name}}
	case ActionJoin:
		return Join{At: at, By: a}
	case ActionLeave:
		return Leave{At: at, By: a}
	case ActionConsult:
		return Consult{At: at, By: a, With: Target{TargetQueue, name}}
	case ActionEndConsult:
		return EndConsult{At: at, By: a}
	case ActionNote:
		return AddNote{At: at, By: a, Text: name}
	case ActionCaseData:
		return SetCaseData{At: at, By: a, Data: []Datum{{name, ""}}}
	case ActionContactData:
		return SetContactData{At: at, By: a, Data: []Datum{{name, ""}}}
	case ActionAssignContact:
		return AssignContact{At: at, By: a, Contact: name}
	case ActionDisposition:
		return SetDisposition{At: at, By: a, Code: name}
	case ActionDone:
		return MarkDone{At: at, By: a}
	case ActionStartOutbound, ActionStartFromOtherMedia:
		id, _ := identity.ParseWhatsAppID("14155550100")
		channel := OutboundChannel{Server: name, Channel: name, Business: id}
		return StartOutbound{
			At: at, By: a, Channel: channel, FromOtherMedia: kind == ActionStartFromOtherMedia,
			Channels: []OutboundChannel{channel}, Contact: identity.Identity{WhatsAppID: id},
		}
	default:
		return sendSome{at, a, kind}
	}
}

// sendSome asks whether some message of a kind may be sent, whatever its content.
type sendSome struct {
	at   time.Time
	by   Agent
	kind ActionKind
}

// Name returns the name of [SendMessage].
func (sendSome) Name() string { return SendMessage{}.Name() }

// When returns when.
func (c sendSome) When() time.Time { return c.at }

func (c sendSome) decide(d *decision) {
	d.participant(c.by)
	d.room("/local_id", len(d.s.outbox)+1, maxOutbox)
	if c.kind == ActionSendFile {
		d.vs = d.vs.Join(nil, d.config.Desk.May(c.by, CanSendFiles))
	}
	switch _, open := d.freeUntil(&d.s, d.at); {
	case open || c.kind == ActionSendNotification:
	case c.kind == ActionSendText:
		d.vs = d.vs.Join(nil, d.maySendText(&d.s, d.at).Why)
	default:
		d.vs = d.vs.Add(d.closed(&d.s, d.at))
	}
}
