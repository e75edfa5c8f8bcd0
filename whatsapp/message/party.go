package message

import (
	"github.com/decorum-go/decorum/internal/wire"
	"github.com/decorum-go/decorum/phone"
	"github.com/decorum-go/decorum/whatsapp/identity"
)

// A Party is one side of a conversation: a contact or the business. Parties can
// be compared with ==, which asks whether they hold the same;
// [identity.Identity.Same] asks whether they are the same.
//
// The zero Party is nobody.
type Party struct {
	// Identity is what the party is known by.
	identity.Identity
	// Name is the name that a contact chose on WhatsApp, the profile nickname of
	// rule TR4.
	Name string `json:"name,omitempty"`
	// PhoneNumberID is Meta's id of a business's number, which names the number in
	// its interface.
	PhoneNumberID string `json:"phone_number_id,omitempty"`
	// Extra keeps the members of the JSON that this version does not know.
	Extra Extra `json:"-"`
}

// IsZero reports whether nothing is known.
func (p Party) IsZero() bool { return p == Party{} }

// Equal reports whether both hold the same, as == does.
func (p Party) Equal(q Party) bool { return p == q }

// MarshalJSON returns the members of the identity and those of the party in one
// object.
func (p Party) MarshalJSON() ([]byte, error) {
	w := wire.NewWriter(nil)
	p.write(w)
	return w.Done()
}

// UnmarshalJSON reads what MarshalJSON writes. On an error p stays as it is.
func (p *Party) UnmarshalJSON(data []byte) error { return readJSON(data, p, readParty) }

func readParty(r *wire.Reader) (p Party) {
	var rest members
	for name := range r.Object() {
		switch name {
		case "wa_id":
			p.WhatsAppID = parsed(r, identity.ParseWhatsAppID)
		case "number":
			p.Number = parsed(r, phone.Parse)
		case "user_id":
			p.UserID = parsed(r, identity.ParseUserID)
		case "parent_user_id":
			p.ParentUserID = parsed(r, identity.ParseUserID)
		case "username":
			p.Username = parsed(r, identity.ParseUsername)
		case "name":
			p.Name = r.Text()
		case "phone_number_id":
			p.PhoneNumberID = r.Text()
		default:
			rest.read(r, name)
		}
	}
	p.Extra = rest.extra()
	return p
}

// parsed reads a string and what it stands for; an empty one is the zero value.
func parsed[T any](r *wire.Reader, parse func(string) (T, error)) (v T) {
	s := r.Text()
	if s == "" {
		return v
	}
	v, err := parse(s)
	reportAll(r, err)
	return v
}

func (p *Party) write(w *wire.Writer) {
	w.Object()
	w.Optional("wa_id", p.WhatsAppID.String())
	w.Optional("number", p.Number.String())
	w.Optional("user_id", p.UserID.String())
	w.Optional("parent_user_id", p.ParentUserID.String())
	w.Optional("username", p.Username.String())
	w.Optional("name", p.Name)
	w.Optional("phone_number_id", p.PhoneNumberID)
	end(w, p.Extra)
}
