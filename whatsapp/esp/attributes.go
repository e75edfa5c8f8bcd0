package esp

import (
	"log/slog"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/phone"
	"github.com/decorum-go/decorum/whatsapp"
	"github.com/decorum-go/decorum/whatsapp/identity"
)

// The keys of the attributes that the driver puts on an interaction (guide DA).
const (
	KeySubmittedBy     = "_umsInboundIxnSubmittedBy"
	KeyChannel         = "_umsChannel"
	KeyMediaType       = "_umsMediaType"
	KeyMediaTypeChat   = "_umsMediaTypeChat"
	KeyMessageType     = "_umsMsgType"
	KeyMessageID       = "_umsMsgId"
	KeyOriginTime      = "_umsMsgOriginTime"
	KeyFromAddress     = "_umsFromAddr"
	KeyToAddress       = "_umsToAddr"
	KeyProfileNickname = "_msg_ProfileNickname"
	KeyPlainText       = "_umsMsgPlainText"
	KeyPhoneNumber     = "PhoneNumber"
	KeySubject         = "Subject"
)

// Attributes are what the WhatsApp driver puts on an interaction, all of them
// texts (guide DA). Three that never vary are no fields; they are checked and
// written: KeyMediaType is "whatsapp", KeyMediaTypeChat is [whatsapp.MediaType],
// and KeyMessageType is "text".
type Attributes struct {
	// SubmittedBy is the name of the messaging server's application, through which
	// replies go.
	SubmittedBy string
	// Channel is the name of its channel.
	Channel string
	// MessageID is the id that the message has at the hub.
	MessageID string
	// OriginTime is when the message was made.
	OriginTime Instant
	// From is the customer's number, To that of the business.
	From, To string
	// ProfileNickname is the customer's nickname.
	ProfileNickname string
	// PlainText is the text of the message.
	PlainText string
	// PhoneNumber is the customer's number once more.
	PhoneNumber string
	// Subject is the subject.
	Subject string
}

// field returns the text of a key, to be read and to be written; nil for a key
// that is none of the fields'.
func (a *Attributes) field(key string) *string {
	switch key {
	case KeySubmittedBy:
		return &a.SubmittedBy
	case KeyChannel:
		return &a.Channel
	case KeyMessageID:
		return &a.MessageID
	case KeyOriginTime:
		return &a.OriginTime.text
	case KeyFromAddress:
		return &a.From
	case KeyToAddress:
		return &a.To
	case KeyProfileNickname:
		return &a.ProfileNickname
	case KeyPlainText:
		return &a.PlainText
	case KeyPhoneNumber:
		return &a.PhoneNumber
	case KeySubject:
		return &a.Subject
	default:
		return nil
	}
}

// attributeKeys are the keys in the guide's order, with the value of those that
// always have one.
var attributeKeys = [...]struct{ key, always string }{
	{KeySubmittedBy, ""},
	{KeyChannel, ""},
	{KeyMediaType, "whatsapp"},
	{KeyMediaTypeChat, whatsapp.MediaType},
	{KeyMessageType, "text"},
	{KeyMessageID, ""},
	{KeyOriginTime, ""},
	{KeyFromAddress, ""},
	{KeyToAddress, ""},
	{KeyProfileNickname, ""},
	{KeyPlainText, ""},
	{KeyPhoneNumber, ""},
	{KeySubject, ""},
}

// AttributesOf reads the attributes of an interaction's list, which may hold
// anything beside them. An integer counts as its digits.
//
// The violations have paths into the list. An attribute that is a list, or one of
// the three that is not what it always is, is an error; an attribute that is not
// there is empty and not told. Numbers that are no WhatsApp ids, and a time that
// cannot be read, are warnings: the texts are kept as they are.
func AttributesOf(l List) (Attributes, decorum.Violations) {
	var a Attributes
	var e keyReader
	a.read(&e, l)
	return a, e.vs.Join(nil, a.Check())
}

// read takes the fields from an interaction's list.
func (a *Attributes) read(e *keyReader, l List) {
	for _, k := range attributeKeys {
		text := e.name(l, k.key)
		switch {
		case k.always == "":
			*a.field(k.key) = text
		case text != "" && text != k.always:
			e.fault(k.key, decorum.Mismatch, k.always)
		}
	}
}

// Check warns of an OriginTime that cannot be read, and of numbers that are no
// WhatsApp ids, with the paths of the attributes' keys.
func (a Attributes) Check() decorum.Violations {
	var e keyReader
	e.join(KeyOriginTime, a.OriginTime.Check())
	for _, id := range [...]struct{ key, text string }{
		{KeyFromAddress, a.From}, {KeyToAddress, a.To}, {KeyPhoneNumber, a.PhoneNumber},
	} {
		if id.text != "" {
			_, err := identity.ParseWhatsAppID(id.text)
			e.join(id.key, warnings(violations(err)))
		}
	}
	return e.vs
}

// Into returns the list with the attributes: each in the place that its key has,
// or at the end in the order of the fields. All other keys stay as they are, and
// so do the keys of fields that are empty. Into(nil) makes a new list.
func (a Attributes) Into(l List) List {
	for _, k := range attributeKeys {
		if k.always != "" {
			l = l.With(k.key, Text(k.always))
			continue
		}
		l = l.withText(k.key, *a.field(k.key))
	}
	return l
}

// ReplyChannel returns where replies go: through the server and the channel that
// submitted the message (guide OB1). The error tells what is missing, and what is
// wrong with the business's number.
func (a Attributes) ReplyChannel() (whatsapp.OutboundChannel, error) {
	var e keyReader
	c := whatsapp.OutboundChannel{Server: a.SubmittedBy, Channel: a.Channel}
	if c.Server == "" {
		e.fault(KeySubmittedBy, decorum.Required, "")
	}
	if c.Channel == "" {
		e.fault(KeyChannel, decorum.Required, "")
	}
	c.Business = e.id(KeyToAddress, a.To)
	if err := e.vs.Err(); err != nil {
		return whatsapp.OutboundChannel{}, err
	}
	return c, nil
}

// Contact returns who wrote, by From or else PhoneNumber; the zero Identity where
// neither is a WhatsApp id.
func (a Attributes) Contact() identity.Identity {
	for _, text := range [...]string{a.From, a.PhoneNumber} {
		if id, err := identity.ParseWhatsAppID(text); err == nil {
			return identity.Identity{WhatsAppID: id, Number: numberOf(a.PhoneNumber, id)}
		}
	}
	return identity.Identity{}
}

// numberOf returns the number that a text in E.164 has, if it is the id's
// subscriber; a number without plus is read with one, as the driver writes it.
func numberOf(text string, id identity.WhatsAppID) phone.Number {
	other, err := identity.ParseWhatsAppID(text)
	if err != nil || !identity.SameSubscriber(other, id) {
		return phone.Number{}
	}
	n, _ := other.Number()
	return n
}

// LogValue returns server, channel, message id and time: nothing of the
// customer's.
func (a Attributes) LogValue() slog.Value {
	return slog.GroupValue(
		slog.String("submitted_by", a.SubmittedBy), slog.String("channel", a.Channel),
		slog.String("message_id", a.MessageID), slog.Attr{Key: "origin_time", Value: a.OriginTime.LogValue()},
	)
}
