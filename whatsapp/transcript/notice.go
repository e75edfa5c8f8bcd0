package transcript

import (
	"github.com/decorum-go/decorum/whatsapp"
)

// A notice is the line of an event that is no message.
type notice struct {
	entry
	event whatsapp.Event
}

// notice gives an event a line, if it has one: not what is the screen's alone, and
// nothing for the customer.
func (b *Builder) notice(src *source, v uint64, e whatsapp.Event) {
	if b.view.Audience != ToAgent {
		return
	}
	if label, _, _ := b.tell(e); label == "" {
		return
	}
	n := &notice{event: e}
	at := instantOf(e.When())
	n.owner, n.key = n, key{sec: at.sec, arrived: at, rank: rankNotice, source: src, version: v}
	b.mark(&n.entry, true)
}

func (n *notice) draw(b *Builder) Line {
	at := n.key.arrived.time()
	l := Line{
		ID: b.id(&n.entry), Kind: Notice, Side: Center, Time: Time{Shown: at, Originated: at, Arrived: at},
		Event: n.event, OtherChannel: b.otherChannel(n.key.source),
	}
	l.Label, l.Agent, l.Text = b.tell(n.event)
	if l.Agent != "" {
		l.Author = b.view.AgentName(l.Agent)
	}
	return l
}

// tell returns what is to be told of an event in English, and the agent who did
// it. The label is "" for events without a line: those of the screen (seen,
// typing, focused), of a draft (attachments staged and dropped, a response inserted
// and its parts dropped, which have lines once they are sent), of an offer, which
// has its own toast, and of data, which have their own place.
func (b *Builder) tell(e whatsapp.Event) (label, agent, text string) {
	name := b.view.AgentName
	target := func(t whatsapp.Target) string {
		if t.Kind == whatsapp.TargetAgent {
			return name(t.Name)
		}
		return t.Name
	}
	switch e := e.(type) {
	case whatsapp.Queued:
		return "Back in the queue", "", e.Queue
	case whatsapp.Accepted:
		return "Accepted", e.Agent, ""
	case whatsapp.Rejected:
		return "Rejected", e.Agent, ""
	case whatsapp.OfferExpired:
		return "Not answered", e.Agent, ""
	case whatsapp.Parked:
		return "Moved to a workbin", e.Agent, e.Workbin
	case whatsapp.Opened:
		return "Opened", e.Agent, ""
	case whatsapp.Held:
		return "On hold", e.Agent, e.Queue
	case whatsapp.Done:
		return "Done", e.Agent, e.Disposition
	case whatsapp.Ended:
		return "Session ended", "", e.Reason.String()
	case whatsapp.Transferred:
		if e.ToAgent != "" {
			return "Transferred", e.Agent, name(e.ToAgent)
		}
		return "Transferred", e.Agent, e.ToQueue
	case whatsapp.ConferenceRequested:
		return "Conference", e.Agent, target(e.To)
	case whatsapp.Joined:
		return "Joined", e.Agent, ""
	case whatsapp.Left:
		return "Left", e.Agent, ""
	case whatsapp.ConsultStarted:
		if e.Voice {
			return "Consultation by telephone", e.Agent, target(e.With)
		}
		return "Consultation", e.Agent, target(e.With)
	case whatsapp.ConsultEnded:
		return "Consultation ended", e.Agent, ""
	case whatsapp.NoteAdded:
		return "Note", e.Agent, e.Text
	case whatsapp.ContactAssigned:
		return "Contact assigned", e.Agent, e.Contact
	case whatsapp.DispositionSet:
		return "Disposition", e.Agent, e.Code
	case whatsapp.MarketingChanged:
		if e.Stopped {
			return "Marketing messages stopped", "", ""
		}
		return "Marketing messages resumed", "", ""
	case whatsapp.ResponseStopped:
		return "Standard response stopped", "", e.Code
	default:
		return "", "", ""
	}
}

// known reports whether e is an event of this version.
func known(e whatsapp.Event) bool {
	switch e.(type) {
	case whatsapp.Received, whatsapp.Called, whatsapp.MediaDescribed, whatsapp.StatusChanged, whatsapp.MarketingChanged,
		whatsapp.SendRequested, whatsapp.SendAccepted, whatsapp.SendFailed, whatsapp.AttachmentStaged,
		whatsapp.AttachmentDropped, whatsapp.ResponseInserted, whatsapp.PartDropped, whatsapp.ResponseStopped,
		whatsapp.Queued, whatsapp.Offered, whatsapp.Accepted, whatsapp.Rejected, whatsapp.OfferExpired, whatsapp.Parked,
		whatsapp.Opened, whatsapp.Held, whatsapp.Done, whatsapp.Ended, whatsapp.OutboundStarted, whatsapp.Transferred,
		whatsapp.ConferenceRequested, whatsapp.Joined, whatsapp.Left, whatsapp.ConsultStarted, whatsapp.ConsultEnded,
		whatsapp.Seen, whatsapp.Typing, whatsapp.Focused, whatsapp.NoteAdded, whatsapp.CaseDataSet,
		whatsapp.ContactDataSet, whatsapp.ContactAssigned, whatsapp.DispositionSet:
		return true
	default:
		return false
	}
}
