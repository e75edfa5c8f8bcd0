package whatsapp

import (
	"iter"
	"log/slog"
	"slices"
	"time"

	"github.com/decorum-go/decorum/whatsapp/message"
)

// A Session is the long-lived conversation of one contact with one business
// number. In it, interactions are numbered, each from its offer to done. Done
// closes the interaction and not the session: window, memory of messages and last
// agent live on.
//
// A Session is an immutable value: [Session.Apply] returns another one, and both
// may be used further, by several goroutines too. What it holds is bounded: ids as
// MaxIDs and IDLifetime say, and short lists of what is under way.
//
// The zero Session is that of a contact who was never heard of.
type Session struct {
	version uint64
	// touched is the instant of the latest event.
	touched time.Time

	window    Window
	pending   PendingResponse
	ids       idMemory
	noMarket  bool
	newest    inbound
	unseen    bool
	outbox    []Pending
	channel   OutboundChannel
	lastAgent string

	interaction int
	state       State
	agent       string
	until       time.Time
	since       time.Time
	place       string
	refusals    []Refusal
	members     []string
	invited     int
	consulting  bool
	staged      []staged
	response    *response
	disposition string
	contact     string
	typing      time.Time
	away        bool
}

// inbound is the customer's newest message.
type inbound struct {
	id string
	at time.Time
}

// staged is a file that waits for Send.
type staged struct {
	localID string
	media   message.Message
}

// response is a standard response on its way out.
type response struct {
	localID string
	parts   []message.Message
	plan    ResponsePlan
	// wamids are WhatsApp's ids of the parts that were accepted, "" for others, as far
	// as there are any.
	wamids []string
}

// A Pending is a message that was requested and neither accepted nor failed: a
// host that was restarted sends it again, under the same LocalID.
type Pending struct {
	// LocalID is the host's id of the message.
	LocalID string
	// Message is what goes out.
	Message message.Message
	// ReplyTo is the WhatsApp id of the message that it quotes; "" for none.
	ReplyTo string
	// Agent is the ID of the agent who sent it; "" for a program.
	Agent string
	// Requested is when it was requested.
	Requested time.Time
	// Answers: it counts as an answer, and ended a pending response if there was one.
	Answers bool
}

// Version returns how many events were applied: what a host compares when it
// stores new ones, so that of two that were decided at the same time only one is
// stored.
func (s Session) Version() uint64 { return s.version }

// State returns where the interaction is.
func (s Session) State() State { return s.state }

// Interaction returns the number of the interaction that is under way or was last
// done; 0 before the first.
func (s Session) Interaction() int { return s.interaction }

// Agent returns the ID of the agent who handles the interaction, or to whom it is
// offered; "" for nobody.
func (s Session) Agent() string { return s.agent }

// LastAgent returns the ID of the agent who handled the contact last; "" for
// nobody.
func (s Session) LastAgent() string { return s.lastAgent }

// Members yields the IDs of the agents who take part beside the one who handles
// the interaction, in the order in which they joined.
func (s Session) Members() iter.Seq[string] { return slices.Values(s.members) }

// Place returns the name of the queue or the workbin in which the interaction is;
// "" where it is in none, or in the queue that it came by.
func (s Session) Place() string { return s.place }

// Window returns the reply window.
func (s Session) Window() Window { return s.window }

// PendingResponse returns since when the customer waits for an answer.
func (s Session) PendingResponse() PendingResponse { return s.pending }

// StoppedMarketing reports whether the contact does not want marketing messages.
func (s Session) StoppedMarketing() bool { return s.noMarket }

// Disposition returns the disposition code of the interaction; "" for none.
func (s Session) Disposition() string { return s.disposition }

// Contact returns the host's id of the contact that the session was assigned to;
// "" for none.
func (s Session) Contact() string { return s.contact }

// Channel returns the server, the channel and the business number through which
// messages go out (guide OB1): those of the customer's newest message, or of the
// session that the business started since; zero while neither told them.
func (s Session) Channel() OutboundChannel { return s.channel }

// LastInbound returns the WhatsApp id of the customer's newest message, and whether
// there is something to be seen: it, or one written before that came after it was
// seen. The id is "" before the first.
func (s Session) LastInbound() (id string, unseen bool) { return s.newest.id, s.unseen }

// TaskbarFlashes reports whether the icon in the taskbar flashes (guide PR3): a
// response is pending, and the agent is not at the interaction.
func (s Session) TaskbarFlashes() bool { return s.pending.TaskbarFlashes(!s.away) }

// Staged yields the local ids and the files that wait for Send.
func (s Session) Staged() iter.Seq2[string, message.Media] {
	return func(yield func(string, message.Media) bool) {
		for _, a := range s.staged {
			if m, ok := a.media.(message.Media); ok && !yield(a.localID, m) {
				return
			}
		}
	}
}

// Response returns the parts of the standard response that was inserted last in
// this interaction; nil for none.
func (s Session) Response() []Part {
	if s.response == nil {
		return nil
	}
	return s.response.plan.Parts()
}

// Outbox yields the messages that were requested and neither accepted nor failed,
// from the oldest on: what a restarted host resumes.
func (s Session) Outbox() iter.Seq[Pending] { return slices.Values(s.outbox) }

// Offering returns what [Routing.Route] asks.
func (s Session) Offering() Offering {
	return Offering{Since: s.since, LastHandler: s.lastAgent, Refusals: slices.Clone(s.refusals)}
}

// Remembers reports whether an inbound message with the WhatsApp id was taken in
// and is remembered at the instant.
func (s Session) Remembers(id string, at time.Time) bool { return s.ids.has(idInbound, id, at) }

// LogValue returns version, state and number of the interaction: nothing of the
// customer's.
func (s Session) LogValue() slog.Value {
	return slog.GroupValue(
		slog.Uint64("version", s.version),
		slog.String("state", s.state.String()),
		slog.Int("interaction", s.interaction),
	)
}

// takesPart reports whether the agent handles the interaction or joined it.
func (s *Session) takesPart(agent string) bool {
	return agent != "" && (s.agent == agent || slices.Contains(s.members, agent))
}

func (s *Session) pendingIndex(localID string) int {
	return slices.IndexFunc(s.outbox, func(p Pending) bool { return p.LocalID == localID })
}
