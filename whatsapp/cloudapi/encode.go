package cloudapi

import (
	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/internal/wire"
	"github.com/decorum-go/decorum/whatsapp"
	"github.com/decorum-go/decorum/whatsapp/identity"
	"github.com/decorum-go/decorum/whatsapp/message"
)

// MaxLocalID is how long a biz_opaque_callback_data may be, in code points.
const MaxLocalID = 512

// Options are what a send request says besides its recipient and its message.
// The zero Options says nothing.
type Options struct {
	// ReplyTo is the WhatsApp id of the message that is answered and quoted
	// (context); "" for none. A reaction names its message itself.
	ReplyTo string
	// LocalID is the host's own id of the message, at most [MaxLocalID] code points.
	// It comes back in every status (biz_opaque_callback_data), so that one which
	// overtakes the answer to the request can be understood.
	LocalID string
	// GroupID is the id of the group that the message goes to, in place of a
	// recipient.
	GroupID string
	// Extra has members of the request that this package does not know, such as
	// {"recipient_identity_key_hash":"…"}. They are written as they are.
	Extra message.Extra
}

// Encode returns the body of a request that sends the message to the recipient:
// POST /{phone-number-id}/messages.
//
// The recipient is addressed by the WhatsApp id, else by the number (both in
// "to"), else by the user id, in the field that its form belongs in: see
// [identity.Identity.Addresses].
//
// Members that an Extra keeps of Meta's JSON, under the name "meta", are written
// back to where they came from. Clear the Extra of a message that came in before it
// is passed on: Meta refuses members that it does not know. A
// [template.UnknownStructured] that holds Meta's own interactive object, such as
// one of a type "order_details", is written as it is.
//
// What only comes in is left out: where a file was downloaded from and what it is,
// the name of a file that is no document, the URL of a place, the origin and the
// vCard of a contact.
//
// Encode writes what it is given: whether a text is too long is asked before, of
// [message.Message.Check] with the limits that hold. The error is a
// *[decorum.Error] for what cannot be written at all, with pointers into the
// request: a message of a kind that only customers or WhatsApp send and a part
// that this API does not have ([decorum.Unsupported]), no recipient
// ([decorum.Required]), two of them or a reaction that answers
// ([decorum.Conflict]), a LocalID that is too long, a text that is no UTF-8, an
// Extra that is no JSON.
func Encode(to identity.Identity, m message.Message, o Options) ([]byte, error) {
	return AppendRequest(nil, to, m, o)
}

// AppendRequest appends what [Encode] returns. It allocates only what dst lacks,
// unless a part of the message has an Extra. On an error it returns dst as it
// was.
func AppendRequest(dst []byte, to identity.Identity, m message.Message, o Options) ([]byte, error) {
	vs := checkRequest(&to, m, &o)
	if vs.HasErrors() {
		return dst, vs.Err()
	}
	w := wire.NewWriter(dst)
	writeSending(w, &sending{to, m, o})
	return w.Done()
}

// A sending is everything that a send request has.
type sending struct {
	to identity.Identity
	m  message.Message
	o  Options
}

func writeSending(w *wire.Writer, s *sending) {
	if s.o.Extra != "" {
		plain := *s
		plain.o.Extra = ""
		joinMembers(w, string(s.o.Extra), plain, writeSending)
		return
	}
	w.Object()
	w.KeyText("messaging_product", "whatsapp")
	writeRecipient(w, &s.to, s.o.GroupID)
	writeContext(w, s.m, &s.o)
	writeContent(w, s.m)
	w.End()
}

// EncodePending returns the request for a message of a session's outbox
// ([whatsapp.Session.Outbox]): its LocalID and the message that it quotes are in
// it. [Report] turns what Meta answers into a command. For a group, call [Encode]
// with these and [Options.GroupID].
func EncodePending(to identity.Identity, p whatsapp.Pending) ([]byte, error) {
	return Encode(to, p.Message, Options{ReplyTo: p.ReplyTo, LocalID: p.LocalID})
}

// EncodeRequested returns the request for a message that a session just decided
// to send, as [EncodePending] does for one that waits.
func EncodeRequested(to identity.Identity, e whatsapp.SendRequested) ([]byte, error) {
	return Encode(to, e.Message, Options{ReplyTo: e.ReplyTo, LocalID: e.LocalID})
}

// EncodeRead returns the body of a request that marks an inbound message, and all
// before it, as read, and with typing also shows the contact for up to 25 seconds
// that an answer is being written (guide IN9). It goes where messages go. The
// message must not be older than 30 days.
func EncodeRead(id string, typing bool) ([]byte, error) { return AppendRead(nil, id, typing) }

// AppendRead appends what [EncodeRead] returns.
func AppendRead(dst []byte, id string, typing bool) ([]byte, error) {
	if id == "" {
		return dst, decorum.Violation{Code: decorum.Required, Severity: decorum.SeverityError, Path: "/message_id"}.Err()
	}
	w := wire.NewWriter(dst)
	w.Object()
	writeRead(w, id, typing)
	w.End()
	return w.Done()
}

func writeRead(w *wire.Writer, id string, typing bool) {
	w.KeyText("messaging_product", "whatsapp")
	w.KeyText("status", "read")
	w.KeyText("message_id", id)
	if typing {
		w.Key("typing_indicator")
		w.Object()
		w.KeyText("type", "text")
		w.End()
	}
}

// checkRequest tells what keeps a request from being written.
func checkRequest(to *identity.Identity, m message.Message, o *Options) (vs decorum.Violations) {
	wrong := func(code decorum.Code, path string) {
		vs = vs.Add(decorum.Violation{Code: code, Severity: decorum.SeverityError, Path: path})
	}
	byPerson := !to.WhatsAppID.IsZero() || !to.Number.IsZero() || !to.UserID.IsZero()
	switch {
	case !byPerson && o.GroupID == "":
		wrong(decorum.Required, "/to")
	case byPerson && o.GroupID != "":
		wrong(decorum.Conflict, "/to")
	}
	if o.ReplyTo != "" && message.IsReaction(m) {
		wrong(decorum.Conflict, "/context")
	}
	vs = checkLocalID(vs, o.LocalID)
	return checkContent(vs, m)
}

func checkLocalID(vs decorum.Violations, id string) decorum.Violations {
	var root decorum.Path
	at := root.Key("biz_opaque_callback_data")
	return decorum.Limit{Max: MaxLocalID, Unit: decorum.CodePoints}.Check(vs, &at, id)
}

// writeRecipient writes who the message goes to.
func writeRecipient(w *wire.Writer, to *identity.Identity, group string) {
	if group != "" {
		w.KeyText("recipient_type", "group")
		w.KeyText("to", group)
		return
	}
	w.KeyText("recipient_type", "individual")
	var room [24]byte
	switch {
	case !to.WhatsAppID.IsZero():
		digits, _ := to.WhatsAppID.AppendText(append(room[:0], '+'))
		w.KeyText("to", string(digits))
	case !to.Number.IsZero():
		number, _ := to.Number.AppendText(room[:0])
		w.KeyText("to", string(number))
	case to.UserID.Country() == "":
		w.KeyText("to", to.UserID.String())
	default:
		w.KeyText("recipient", to.UserID.String())
	}
}

// writeContext writes what the message answers and the host's id.
func writeContext(w *wire.Writer, m message.Message, o *Options) {
	if o.ReplyTo != "" && !message.IsReaction(m) {
		w.Key("context")
		w.Object()
		w.KeyText("message_id", o.ReplyTo)
		w.End()
	}
	w.Optional("biz_opaque_callback_data", o.LocalID)
}
