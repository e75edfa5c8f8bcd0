package cloudapi

import (
	"slices"
	"time"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/internal/wire"
	"github.com/decorum-go/decorum/whatsapp"
	"github.com/decorum-go/decorum/whatsapp/identity"
	"github.com/decorum-go/decorum/whatsapp/message"
)

// A SendResult is what Meta answers to a request that it takes. The answers to
// other requests than those that send, such as one that creates a template, are in
// its Extra as they are.
type SendResult struct {
	// Contacts are whom the message goes to.
	Contacts []SentContact
	// Messages are the messages; for a send request, one.
	Messages []SentMessage
	// Success is what Meta answers to a request that sends nothing, such as one that
	// marks a message as read.
	Success bool
	// Extra keeps the members of the JSON that this version does not know.
	Extra message.Extra
}

// A SentContact is whom a message goes to, as Meta sees it.
type SentContact struct {
	// Input is the recipient as it stood in the request.
	Input string
	// WhatsAppID is the account's id, which may differ from the number that was
	// given (Brazil, Mexico, Argentina); zero where Meta does not tell it.
	WhatsAppID identity.WhatsAppID
	// UserID is the id within the business portfolio; zero where there is none.
	UserID identity.UserID
	// Extra keeps the members of the JSON that this version does not know.
	Extra message.Extra
}

// A SentMessage is a message that Meta took.
type SentMessage struct {
	// ID is WhatsApp's id of the message (wamid).
	ID string
	// Status is how far a template went: "accepted", "held_for_quality_assessment"
	// or "paused"; "" for other messages.
	Status string
	// GroupID is the group that it went to; "" for none.
	GroupID string
	// Extra keeps the members of the JSON that this version does not know.
	Extra message.Extra
}

// Held reports whether WhatsApp took the message, but holds it back until it is
// sure of the template's quality. It may still be dropped: a status tells.
func (m SentMessage) Held() bool {
	return m.Status == "held_for_quality_assessment" || m.Status == "paused"
}

// noMessage is what is wrong with an answer that does not tell what became of the
// message.
var noMessage = decorum.Violation{
	Code: decorum.Required, Severity: decorum.SeverityError, Path: "/messages", Want: "a message with an id, or an error with a code",
}

// DecodeResult reads the answer to a send request. Where Meta refused the
// request, the error is a *[GraphError]; where the body is no such answer, an
// *[decorum.Error], and whether the message went out is not known then. A member
// of another kind than it should be is passed over, unless it is the one that
// tells: an answer is not lost for an odd detail of it.
func DecodeResult(body []byte) (SendResult, error) {
	r := wire.NewReader(body, sentLimits())
	mark := r.Mark()
	var s SendResult
	var refused *GraphError
	var left rest
	told := false // whether the message went out
	for name := range r.Object() {
		before := recorded(r)
		switch name {
		case "messaging_product":
			left.read(r, name)
		case "contacts":
			for range r.Array() {
				s.Contacts = append(s.Contacts, readSentContact(r))
			}
		case "messages":
			for range r.Array() {
				s.Messages = append(s.Messages, readSentMessage(r))
			}
			told = told || s.WAMID() != ""
		case "success":
			s.Success = r.Bool()
			told = told || recorded(r) == before
		case "error":
			e, coded := readGraphError(r)
			if coded {
				refused, told = e, true
			}
		case "id", "data":
			told = true // the answer to a request that creates or lists
			left.read(r, name)
		default:
			left.read(r, name)
		}
	}
	if told {
		r.Take(mark)
	} else if r.Err() == nil {
		r.Report(noMessage)
	}
	if err := r.Done(); err != nil {
		return SendResult{}, err
	}
	if len(s.Messages) > 0 {
		left = slices.DeleteFunc(left, func(m wire.Member) bool { // which is always there
			return m.Name == "messaging_product" && m.Value == `"whatsapp"`
		})
	}
	s.Extra = left.extra()
	if refused != nil {
		refused.Extra = s.Extra
		return SendResult{}, refused
	}
	return s, nil
}

func readSentContact(r *wire.Reader) (c SentContact) {
	var left rest
	for name := range r.Object() {
		switch name {
		case "input":
			c.Input = r.LooseText()
		case "wa_id":
			c.WhatsAppID = known(r, &left, name, identity.ParseWhatsAppID)
		case "user_id":
			c.UserID = known(r, &left, name, identity.ParseUserID)
		default:
			left.read(r, name)
		}
	}
	c.Extra = left.extra()
	return c
}

func readSentMessage(r *wire.Reader) (m SentMessage) {
	var left rest
	for name := range r.Object() {
		switch name {
		case "id":
			m.ID = r.LooseText()
		case "message_status":
			m.Status = r.Text()
		case "group_id":
			m.GroupID = r.LooseText()
		default:
			left.read(r, name)
		}
	}
	m.Extra = left.extra()
	return m
}

// WAMID returns WhatsApp's id of the message that was sent; "" for none.
func (s SendResult) WAMID() string {
	if len(s.Messages) == 0 {
		return ""
	}
	return s.Messages[0].ID
}

// Identity returns what Meta tells of the recipient, to be merged with what is
// known of the contact ([identity.Identity.Merge]).
func (s SendResult) Identity() (i identity.Identity) {
	if len(s.Contacts) > 0 {
		i.WhatsAppID, i.UserID = s.Contacts[0].WhatsAppID, s.Contacts[0].UserID
	}
	return i
}

// Report returns the command that tells a session that WhatsApp took the message
// with the LocalID.
func (s SendResult) Report(localID string, at time.Time) whatsapp.ReportAccepted {
	return whatsapp.ReportAccepted{At: at, LocalID: localID, WAMID: s.WAMID()}
}

// AppendJSON appends the answer as Meta writes it.
func (s SendResult) AppendJSON(dst []byte) ([]byte, error) {
	w := wire.NewWriter(dst)
	writeResult(w, &s)
	return w.Done()
}

// MarshalJSON returns what AppendJSON appends.
func (s SendResult) MarshalJSON() ([]byte, error) { return s.AppendJSON(nil) }

func writeResult(w *wire.Writer, s *SendResult) {
	if s.Extra != "" {
		plain := *s
		plain.Extra = ""
		joinExtra(w, s.Extra, plain, writeResult)
		return
	}
	w.Object()
	if s.Success {
		w.Key("success")
		w.Bool(true)
	}
	if len(s.Messages) > 0 {
		w.KeyText("messaging_product", "whatsapp")
	}
	if len(s.Contacts) > 0 {
		w.Key("contacts")
		w.Array()
		for i := range s.Contacts {
			writeSentContact(w, &s.Contacts[i])
		}
		w.End()
	}
	if len(s.Messages) > 0 {
		w.Key("messages")
		w.Array()
		for i := range s.Messages {
			writeSentMessage(w, &s.Messages[i])
		}
		w.End()
	}
	w.End()
}

func writeSentContact(w *wire.Writer, c *SentContact) {
	if c.Extra != "" {
		plain := *c
		plain.Extra = ""
		joinExtra(w, c.Extra, plain, writeSentContact)
		return
	}
	w.Object()
	w.Optional("input", c.Input)
	var room [24]byte
	if !c.WhatsAppID.IsZero() {
		id, _ := c.WhatsAppID.AppendText(room[:0])
		w.KeyText("wa_id", string(id))
	}
	w.Optional("user_id", c.UserID.String())
	w.End()
}

func writeSentMessage(w *wire.Writer, m *SentMessage) {
	if m.Extra != "" {
		plain := *m
		plain.Extra = ""
		joinExtra(w, m.Extra, plain, writeSentMessage)
		return
	}
	w.Object()
	w.KeyText("id", m.ID)
	w.Optional("group_id", m.GroupID)
	w.Optional("message_status", m.Status)
	w.End()
}
