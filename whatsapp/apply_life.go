package whatsapp

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/whatsapp/message"
)

// foldLife folds the events that move an interaction from state to state.
func (s *Session) foldLife(e Event) bool {
	switch e := e.(type) {
	case Queued:
		if e.Interaction != s.interaction {
			s.begin(e.Interaction)
		}
		s.wait(e.At, e.Queue)
	case Offered:
		s.state, s.agent, s.until = StateOffered, e.Agent, instant(e.Until)
	case Accepted:
		s.take(e.Agent, e.At)
	case Opened:
		s.take(e.Agent, e.At)
	case Rejected:
		s.refuse(e.Agent, e.At)
	case OfferExpired:
		s.refuse(e.Agent, e.At)
	case Parked:
		s.leave()
		s.state, s.place = StateParked, e.Workbin
	case Held:
		s.leave()
		s.state, s.place = StateHeld, e.Queue
	case Transferred:
		s.transferred(&e)
	case ConferenceRequested:
		s.invited++
	case Joined:
		s.invited = max(s.invited-1, 0)
		s.members = append(slices.Clip(s.members), e.Agent)
	case Left:
		s.left(&e)
	case ConsultStarted:
		s.consulting = true
	case ConsultEnded:
		s.consulting = false
	case Done:
		s.close()
	case Ended:
		s.ended()
	case OutboundStarted:
		s.begin(e.Interaction)
		s.channel = e.Channel
		if e.Agent == "" {
			s.wait(e.At, "")
		} else {
			s.take(e.Agent, e.At)
		}
	default:
		return false
	}
	return true
}

// begin begins another interaction.
func (s *Session) begin(number int) {
	s.leave()
	s.interaction, s.disposition, s.refusals = number, "", nil
}

// wait puts the interaction into a queue.
func (s *Session) wait(at time.Time, queue string) {
	s.leave()
	s.state, s.place, s.since = StateQueued, queue, instant(at)
}

// take gives the interaction to an agent.
func (s *Session) take(agent string, at time.Time) {
	s.state, s.agent, s.lastAgent = StateActive, agent, agent
	s.until, s.place, s.refusals = time.Time{}, "", nil
	s.pending = s.pending.Accepted(at)
}

// refuse puts an interaction that was offered back into its queue.
func (s *Session) refuse(agent string, at time.Time) {
	s.state, s.agent, s.until = StateQueued, "", time.Time{}
	s.passOver(agent, at)
}

func (s *Session) passOver(agent string, at time.Time) {
	from := max(len(s.refusals)+1-maxRefusals, 0)
	s.refusals = append(slices.Clip(s.refusals[from:]), Refusal{agent, instant(at)})
}

// leave ends what binds the interaction to its agent.
func (s *Session) leave() {
	s.agent, s.until, s.place = "", time.Time{}, ""
	s.members, s.invited, s.consulting = nil, 0, false
	s.staged, s.response = nil, nil
	s.typing, s.away = time.Time{}, false
	s.pending = s.pending.Accepted(time.Time{})
}

// close ends the interaction.
func (s *Session) close() {
	s.leave()
	s.state, s.disposition, s.refusals = StateIdle, "", nil
	s.pending = PendingResponse{}
}

func (s *Session) ended() {
	if s.state != StateActive {
		s.close()
		return
	}
	agent := s.agent
	s.leave()
	s.state, s.agent = StateEnded, agent
	s.pending = PendingResponse{}
}

func (s *Session) transferred(e *Transferred) {
	s.wait(e.At, e.ToQueue)
	s.refusals = nil
	if e.ToAgent != "" {
		s.state, s.agent, s.until = StateOffered, e.ToAgent, instant(e.Until)
	}
	s.passOver(e.Agent, e.At) // it was given away: not back to the same agent
}

func (s *Session) left(e *Left) {
	if e.Agent == s.agent {
		s.agent, s.lastAgent, s.away = e.Owner, e.Owner, false // who was away has gone
	}
	for i, m := range s.members {
		if m == e.Agent || m == s.agent {
			s.members = without(s.members, i)
			return
		}
	}
}

func (s *Session) responseInserted(e *ResponseInserted) {
	plan, err := planOf(e.Parts, e.Files, e.Strict)
	if err == nil {
		plan, err = plan.Start()
	}
	if err != nil || len(plan.parts) != len(e.Parts) {
		return // no response that Handle would have taken
	}
	s.response = &response{localID: e.LocalID, parts: e.Parts, plan: plan}
}

// planOf returns the plan of a standard response that is given as messages.
func planOf(parts []message.Message, files, strict bool) (ResponsePlan, error) {
	var r StandardResponse
	for i, m := range parts {
		switch m := m.(type) {
		case message.Text:
			r.Text += m.Body
		case message.Media:
			r.Attachments = append(r.Attachments, m.Name)
		default:
			r.Structured = strconv.Itoa(i)
		}
	}
	var why decorum.Violations
	if !files {
		why = why.Add(decorum.Violation{Code: decorum.MissingPrivilege, Severity: decorum.SeverityError})
	}
	return PlanResponse(r, why, strict)
}

// responsePart returns which part of the standard response the message is.
func (s *Session) responsePart(localID string) (int, bool) {
	if s.response == nil {
		return 0, false
	}
	rest, ok := strings.CutPrefix(localID, s.response.localID)
	if !ok || len(rest) < 2 || rest[0] != '.' {
		return 0, false
	}
	part, err := strconv.Atoi(rest[1:])
	return part, err == nil && 0 <= part && part < len(s.response.parts) && partID(s.response.localID, part) == localID
}

// movePart moves the plan of the standard response on; a step that the plan
// refuses comes late and changes nothing.
func (s *Session) movePart(part int, step func(ResponsePlan, int) (ResponsePlan, error)) {
	if s.response == nil {
		return
	}
	if plan, err := step(s.response.plan, part); err == nil {
		r := *s.response
		r.plan = plan
		s.response = &r
	}
}

// partOf returns which part of the standard response a report tells of: by the
// host's id or, where it does not have that, by WhatsApp's.
func (s *Session) partOf(localID, wamid string) (int, bool) {
	if localID != "" || wamid == "" || s.response == nil {
		return s.responsePart(localID)
	}
	part := slices.Index(s.response.wamids, wamid)
	return part, part >= 0
}

// accept moves the plan of the standard response on after WhatsApp took a part.
func (s *Session) accept(part int, wamid string) {
	r := *s.response
	r.wamids = make([]string, len(r.parts))
	copy(r.wamids, s.response.wamids)
	r.wamids[part] = wamid
	s.response = &r
	s.movePart(part, ResponsePlan.Accepted)
}
