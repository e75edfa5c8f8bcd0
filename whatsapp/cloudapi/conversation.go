package cloudapi

import (
	"log/slog"
	"net/url"
	"strings"

	"github.com/decorum-go/decorum/whatsapp/identity"
	"github.com/decorum-go/decorum/whatsapp/message"
)

// A Conversation says which session a notice is for: that of the contact with
// the number of the business. A group is a conversation of its own, in which the
// contact is who wrote or received.
//
// Webhooks do not always tell the same ids of a contact, so that == does not find
// a session. Store it under each of its [Conversation.Keys], look for it under
// each of them, and ask [Conversation.Same] of what is found.
type Conversation struct {
	// Business is the number of the business: PhoneNumberID is Meta's id of it.
	Business message.Party
	// Contact is the other side, with the name that it has on WhatsApp. A contact
	// may be known by a WhatsApp id, by a user id, or by both.
	Contact message.Party
	// GroupID names the group; "" for a conversation of two.
	GroupID string
}

// IsZero reports whether the notice belongs to no conversation.
func (c Conversation) IsZero() bool { return c == Conversation{} }

// Same reports whether both are one conversation: with one number of the business,
// told by its PhoneNumberID, or by its WhatsApp id without one, and in one group,
// or with one contact, as [identity.Identity.Same] tells. It is symmetric. A
// conversation with nobody is the same as none.
func (c Conversation) Same(d Conversation) bool {
	if c.GroupID != d.GroupID || c.business() != d.business() {
		return false
	}
	return c.GroupID != "" || c.Contact.Same(d.Contact.Identity)
}

// business returns what names the number of the business; "" from the
// On-Premises interface, which serves one alone.
func (c *Conversation) business() string {
	if id := c.Business.PhoneNumberID; id != "" {
		return id
	}
	if id := subscriber(&c.Business); !id.IsZero() {
		return "+" + id.String() // not to be taken for Meta's id
	}
	return ""
}

// subscriber returns the one WhatsApp id that stands for all variants of a
// party's; zero if the number is not known.
func subscriber(p *message.Party) identity.WhatsAppID {
	id := p.WhatsAppID
	if id.IsZero() {
		id, _ = identity.WhatsAppIDOf(p.Number)
	}
	return id.Canonical()
}

// A Key is what a store finds a conversation by: the number of the business, and
// one id of the contact, or the group's:
//
//	106540352242922/user/US.13491208655302741918
//	106540352242922/number/5491155551234
//	106540352242922/group/Y2FwaV9ncm91cDo
//
// Its text is made for keys of maps and tables, not for people: it holds what the
// webhook tells, escaped as the path of a URL, with two slashes.
type Key string

// LogValue returns the key without the id of the contact.
func (k Key) LogValue() slog.Value {
	return slog.StringValue(string(k[:strings.LastIndexByte(string(k), '/')+1]) + "…")
}

// Keys returns the keys of the conversation, the surest first: by the group, or by
// user id, the parent's user id, and number of the contact, as far as they are
// known. Two conversations that are the same have one in common. That they have
// does not make them the same: a number may have passed to another person, who
// has another user id; ask [Conversation.Same].
func (c Conversation) Keys() []Key {
	if c.GroupID != "" {
		return []Key{c.key("group", c.GroupID)}
	}
	var keys []Key
	if id := c.Contact.UserID; !id.IsZero() {
		keys = append(keys, c.key("user", id.String()))
	}
	if id := c.Contact.ParentUserID; !id.IsZero() {
		keys = append(keys, c.key("parent", id.String()))
	}
	if id := subscriber(&c.Contact); !id.IsZero() {
		keys = append(keys, c.key("number", id.String()))
	}
	return keys
}

// isFound reports whether there are keys to find the conversation by.
func (c *Conversation) isFound() bool {
	p := &c.Contact
	return c.GroupID != "" || !p.UserID.IsZero() || !p.ParentUserID.IsZero() || !subscriber(p).IsZero()
}

func (c *Conversation) key(by, id string) Key {
	return Key(url.PathEscape(c.business()) + "/" + by + "/" + url.PathEscape(id))
}

// Moved reports whether a notice tells that a contact has another number or
// another user id, and what the conversation is from then on; what it was is the
// notice's own [Notice.Conversation]. The session stays as it is, which is why there
// is no command for it: store it under the new keys, too.
//
// A group stays what it is. Meta tells so in an update of user ids (a [UserIDUpdate]) and in messages of the
// system ([message.NumberChanged], [message.UserIDChanged]), and may do both.
func Moved(n Notice) (now Conversation, ok bool) {
	was := n.Conversation()
	now = was
	switch n := n.(type) {
	case *UserIDUpdate:
		now.Contact = n.Now
	case *Received:
		s, ok := n.Message.(message.System)
		if !ok || s.Event != message.NumberChanged && s.Event != message.UserIDChanged {
			return Conversation{}, false
		}
		now.Contact.Identity = s.Now.Identity
		if s.Event == message.UserIDChanged && s.Now.WhatsAppID.IsZero() {
			now.Contact.WhatsAppID = was.Contact.WhatsAppID
		}
	default:
		return Conversation{}, false
	}
	if was.GroupID != "" || now.Contact.Identity == was.Contact.Identity || !now.isFound() {
		return Conversation{}, false
	}
	return now, true
}

// LogValue returns both sides as they may be logged.
func (c Conversation) LogValue() slog.Value {
	return slog.GroupValue(
		slog.String("phone_number_id", c.Business.PhoneNumberID), slog.Any("contact", c.Contact.LogValue()), slog.Bool("group", c.GroupID != ""),
	)
}
