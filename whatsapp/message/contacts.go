package message

import (
	"log/slog"
	"strings"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/internal/wire"
	"github.com/decorum-go/decorum/whatsapp/identity"
)

// Contacts is a message with contact cards.
type Contacts struct {
	// Cards are the contacts.
	Cards []Card `json:"contacts"`
	// Extra keeps the members of the JSON that this version does not know.
	Extra Extra `json:"-"`
}

// A Card is a contact that somebody shares.
type Card struct {
	// Name is the contact's name.
	Name Name `json:"name"`
	// Phones, Emails, Addresses and URLs are how the contact can be reached.
	Phones    []Phone   `json:"phones,omitempty"`
	Emails    []Email   `json:"emails,omitempty"`
	Addresses []Address `json:"addresses,omitempty"`
	URLs      []URL     `json:"urls,omitempty"`
	// Organization is where the contact works.
	Organization Organization `json:"organization,omitzero"`
	// Birthday is a date, YYYY-MM-DD.
	Birthday string `json:"birthday,omitempty"`
	// Origin says why the card came: "contact_request" where the business asked for
	// it, "other" or "".
	Origin string `json:"origin,omitempty"`
	// VCard is the card in the format of RFC 6350, where WhatsApp sends it.
	VCard string `json:"vcard,omitempty"`
	// Extra keeps the members of the JSON that this version does not know.
	Extra Extra `json:"-"`
}

// A Name is the name on a card.
type Name struct {
	// Formatted is the whole name, as it is shown.
	Formatted string `json:"formatted"`
	First     string `json:"first,omitempty"`
	Middle    string `json:"middle,omitempty"`
	Last      string `json:"last,omitempty"`
	Prefix    string `json:"prefix,omitempty"`
	Suffix    string `json:"suffix,omitempty"`
	// Extra keeps the members of the JSON that this version does not know.
	Extra Extra `json:"-"`
}

// A Phone is a telephone number on a card.
type Phone struct {
	// Number is the number as it was written, in whatever form.
	Number string `json:"number,omitempty"`
	// WhatsAppID is the WhatsApp account that the number has.
	WhatsAppID identity.WhatsAppID `json:"wa_id,omitzero"`
	// Type is what kind of number, such as "WORK"; any text.
	Type string `json:"type,omitempty"`
	// Extra keeps the members of the JSON that this version does not know.
	Extra Extra `json:"-"`
}

// Equal reports whether both hold the same, as == does.
func (p Phone) Equal(q Phone) bool { return p == q }

// An Email is an e-mail address on a card. Type is any text.
type Email struct {
	Address string `json:"address,omitempty"`
	Type    string `json:"type,omitempty"`
	// Extra keeps the members of the JSON that this version does not know.
	Extra Extra `json:"-"`
}

// A URL is a web address on a card. It may be anything. Type is any text.
type URL struct {
	URL  string `json:"url,omitempty"`
	Type string `json:"type,omitempty"`
	// Extra keeps the members of the JSON that this version does not know.
	Extra Extra `json:"-"`
}

// An Address is a postal address on a card. Type is any text.
type Address struct {
	Street  string `json:"street,omitempty"`
	City    string `json:"city,omitempty"`
	State   string `json:"state,omitempty"`
	Zip     string `json:"zip,omitempty"`
	Country string `json:"country,omitempty"`
	// CountryCode has two letters (ISO 3166-1).
	CountryCode string `json:"country_code,omitempty"`
	Type        string `json:"type,omitempty"`
	// Extra keeps the members of the JSON that this version does not know.
	Extra Extra `json:"-"`
}

// An Organization is where a contact works. The zero Organization is none.
type Organization struct {
	Company    string `json:"company,omitempty"`
	Department string `json:"department,omitempty"`
	Title      string `json:"title,omitempty"`
	// Extra keeps the members of the JSON that this version does not know.
	Extra Extra `json:"-"`
}

// Kind returns [KindContacts].
func (c Contacts) Kind() Kind { return KindContacts }

// Preview returns the names.
func (c Contacts) Preview() Preview {
	names := make([]string, 0, len(c.Cards))
	for i := range c.Cards {
		if name := c.Cards[i].Name.Formatted; name != "" {
			names = append(names, name)
		}
	}
	return preview(KindContacts, strings.Join(names, ", "))
}

// AppendJSON appends the message as JSON.
func (c Contacts) AppendJSON(dst []byte) ([]byte, error) { return appendMessage(dst, c) }

// MarshalJSON returns what AppendJSON appends.
func (c Contacts) MarshalJSON() ([]byte, error) { return appendMessage(nil, c) }

// UnmarshalJSON reads a message of this kind. On an error c stays as it is.
func (c *Contacts) UnmarshalJSON(data []byte) error { return readJSON(data, c, readContacts) }

// LogValue returns the kind and the number of cards.
func (c Contacts) LogValue() slog.Value {
	return slog.GroupValue(slog.String("kind", string(KindContacts)), slog.Int("contacts", len(c.Cards)))
}

func (Contacts) message() {}

func readContacts(r *wire.Reader) (c Contacts) {
	var rest members
	for name := range r.Object() {
		switch name {
		case "type":
			readKind(r, KindContacts)
		case "contacts":
			for range r.Array() {
				wire.Grow(&c.Cards).read(r)
			}
		default:
			rest.read(r, name)
		}
	}
	c.Extra = rest.extra()
	return c
}

func (c *Contacts) write(w *wire.Writer) {
	begin(w, KindContacts)
	w.Key("contacts")
	w.Array()
	for i := range c.Cards {
		c.Cards[i].write(w)
	}
	w.End()
	end(w, c.Extra)
}

// Check tells of no contacts or too many, of cards without a name, of birthdays
// that are no date, and, as warnings, of a name without any of its parts, which
// older interfaces want, and of a country code that has not two letters.
func (c Contacts) Check(l Limits) decorum.Violations {
	var r report
	var root decorum.Path
	contacts := root.Key("contacts")
	n := len(c.Cards)
	switch {
	case n == 0:
		r.vs = r.vs.Add(decorum.Violation{
			Code: decorum.TooFew, Severity: decorum.SeverityError, Path: contacts.String(), Limit: 1, Unit: decorum.Items,
		})
	case l.Contacts.OverCount(n):
		r.vs = l.Contacts.CheckCount(r.vs, &contacts, n)
	case l.ContactsAdvised.OverCount(n):
		r.vs = l.ContactsAdvised.CheckCount(r.vs, &contacts, n)
		r.vs[0].Severity = decorum.SeverityWarning
	}
	for i := range c.Cards {
		at := contacts.Index(i)
		c.Cards[i].check(&r, &at)
	}
	return r.vs
}
