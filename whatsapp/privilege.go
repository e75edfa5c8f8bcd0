package whatsapp

import (
	"encoding/json"
	"iter"
	"strings"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/internal/wire"
)

// A Privilege is one that a role can give an agent (guide RP). The zero
// Privilege is none.
type Privilege uint8

// The privileges.
const (
	// CanUse: without it the plug-in is not loaded.
	CanUse Privilege = iota + 1
	// CanSendFiles: send files as attachments, those of standard responses too.
	CanSendFiles
	// CanChangeAttachmentsInNotification: change the attachment in the header of
	// a notification.
	CanChangeAttachmentsInNotification
	// CanChangeAttachmentsInReplyButton: change the attachment in the header of
	// reply buttons.
	CanChangeAttachmentsInReplyButton
	// CanCreateNewSessionFromOtherMedia: start a session from an interaction of
	// another medium.
	CanCreateNewSessionFromOtherMedia
)

const privilegePrefix = "InteractionWorkspace.WhatsApp."

var privileges = [...]struct{ name, display, meaning string }{
	CanUse:                             {"canUse", "WhatsApp - Can Use", "Use the WhatsApp channel: without it the plug-in is not loaded."},
	CanSendFiles:                       {"canSendFiles", "WhatsApp - Can Send Files", "Send files as attachments."},
	CanChangeAttachmentsInNotification: {"canChangeAttachmentsInNotification", "WhatsApp - Can Change Attachments in Notification", "Change the attachment of a notification."},
	CanChangeAttachmentsInReplyButton:  {"canChangeAttachmentsInReplyButton", "WhatsApp - Can Change Attachments in Reply Button", "Change the attachment in the header of reply buttons."},
	CanCreateNewSessionFromOtherMedia:  {"canCreateNewSessionFromOtherMedia", "WhatsApp - Can Create new session from other media", "Start a session from an interaction of another medium."},
}

func (p Privilege) known() bool { return p != 0 && int(p) < len(privileges) }

// String returns the privilege's full name, such as
// "InteractionWorkspace.WhatsApp.canSendFiles"; "" for no privilege.
func (p Privilege) String() string {
	if !p.known() {
		return ""
	}
	return privilegePrefix + privileges[p].name
}

// DisplayName returns the name that an administrator sees, such as "WhatsApp -
// Can Send Files"; "" for no privilege. That of CanUse is ours: none is published.
func (p Privilege) DisplayName() string {
	if !p.known() {
		return ""
	}
	return privileges[p].display
}

// Meaning returns what the privilege allows, in one sentence; "" for none.
func (p Privilege) Meaning() string {
	if !p.known() {
		return ""
	}
	return privileges[p].meaning
}

// ParsePrivilege reads a privilege's name, in full or without the prefix
// InteractionWorkspace.WhatsApp. Any other name is Unknown.
func ParsePrivilege(s string) (Privilege, error) {
	name := strings.TrimPrefix(s, privilegePrefix)
	for i := range privileges {
		if i > 0 && privileges[i].name == name {
			return Privilege(i), nil
		}
	}
	return 0, unknownPrivilege()
}

// AppendText appends what [Privilege.String] returns. It fails with
// [decorum.Unknown] for a value that is none.
func (p Privilege) AppendText(dst []byte) ([]byte, error) {
	if p != 0 && !p.known() {
		return dst, unknownPrivilege()
	}
	return append(dst, p.String()...), nil
}

// MarshalText returns what [Privilege.AppendText] appends.
func (p Privilege) MarshalText() ([]byte, error) { return p.AppendText(nil) }

// UnmarshalText reads what [ParsePrivilege] reads; an empty text is no
// privilege.
func (p *Privilege) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*p = 0
		return nil
	}
	read, err := ParsePrivilege(string(text))
	if err == nil {
		*p = read
	}
	return err
}

func unknownPrivilege() error {
	return decorum.Violation{Code: decorum.Unknown, Severity: decorum.SeverityError, Want: privilegeNames}.Err()
}

const privilegeNames = "canUse, canSendFiles, canChangeAttachmentsInNotification, canChangeAttachmentsInReplyButton, canCreateNewSessionFromOtherMedia"

// Privileges is a set of privileges. It is immutable, comparable, and written in
// JSON as a list of names. The zero Privileges is empty.
type Privileges struct{ set uint8 }

// NewPrivileges returns the set of the given privileges.
func NewPrivileges(all ...Privilege) Privileges {
	var s Privileges
	for _, p := range all {
		s = s.With(p)
	}
	return s
}

// AllPrivileges returns the set of all of them.
func AllPrivileges() Privileges {
	return NewPrivileges(CanUse, CanSendFiles, CanChangeAttachmentsInNotification,
		CanChangeAttachmentsInReplyButton, CanCreateNewSessionFromOtherMedia)
}

// Has reports whether the set has the privilege.
func (s Privileges) Has(p Privilege) bool { return p.known() && s.set&(1<<p) != 0 }

// With returns the set with the privilege; unchanged for no privilege.
func (s Privileges) With(p Privilege) Privileges {
	if p.known() {
		s.set |= 1 << p
	}
	return s
}

// Without returns the set without the privilege.
func (s Privileges) Without(p Privilege) Privileges {
	if p.known() {
		s.set &^= 1 << p
	}
	return s
}

// All yields the privileges of the set in the order of their values.
func (s Privileges) All() iter.Seq[Privilege] {
	return func(yield func(Privilege) bool) {
		for i := range privileges {
			if s.Has(Privilege(i)) && !yield(Privilege(i)) {
				return
			}
		}
	}
}

// MarshalJSON returns the names of the privileges, as a list.
func (s Privileges) MarshalJSON() ([]byte, error) {
	names := []string{}
	for p := range s.All() {
		names = append(names, p.String())
	}
	return json.Marshal(names)
}

// UnmarshalJSON reads a list of names as [ParsePrivilege] does; an unknown one is
// a violation at its place in the list. On an error, and for null, the set stays
// as it was.
func (s *Privileges) UnmarshalJSON(data []byte) error {
	if string(data) == "null" {
		return nil // as encoding/json asks of every type
	}
	var set Privileges
	r := wire.NewReader(data, wire.Limits{})
	for range r.Array() {
		if r.Kind() != wire.String {
			r.Text() // which tells that it is none
			continue
		}
		p, err := ParsePrivilege(r.Text())
		for v := range decorum.All(err) {
			r.Report(v)
		}
		set = set.With(p)
	}
	if err := r.Done(); err != nil {
		return err
	}
	*s = set
	return nil
}
