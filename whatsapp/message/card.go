package message

import (
	"time"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/internal/wire"
	"github.com/decorum-go/decorum/whatsapp/identity"
)

// check looks at a card that is to be sent. Every text must be valid UTF-8.
func (c *Card) check(r *report, at *decorum.Path) {
	c.Name.check(r, at)
	phones, emails, addresses, urls := at.Key("phones"), at.Key("emails"), at.Key("addresses"), at.Key("urls")
	for i := range c.Phones {
		p, at := &c.Phones[i], phones.Index(i)
		r.texts(&at, field{"number", p.Number}, field{"type", p.Type})
	}
	for i := range c.Emails {
		e, at := &c.Emails[i], emails.Index(i)
		r.texts(&at, field{"address", e.Address}, field{"type", e.Type})
	}
	for i := range c.Addresses {
		a, at := &c.Addresses[i], addresses.Index(i)
		r.texts(&at, field{"street", a.Street}, field{"city", a.City}, field{"state", a.State},
			field{"zip", a.Zip}, field{"country", a.Country})
		code := at.Key("country_code")
		if r.valid(&code, a.CountryCode) && a.CountryCode != "" && !twoLetters(a.CountryCode) {
			r.doubtful(&code, decorum.Malformed, "two letters")
		}
		r.texts(&at, field{"type", a.Type})
	}
	for i := range c.URLs {
		u, at := &c.URLs[i], urls.Index(i)
		r.texts(&at, field{"url", u.URL}, field{"type", u.Type})
	}
	organization := at.Key("organization")
	o := &c.Organization
	r.texts(&organization, field{"company", o.Company}, field{"department", o.Department}, field{"title", o.Title})
	birthday := at.Key("birthday")
	if r.valid(&birthday, c.Birthday) && c.Birthday != "" {
		if _, err := time.Parse(time.DateOnly, c.Birthday); err != nil {
			r.wrong(&birthday, decorum.Malformed, "YYYY-MM-DD")
		}
	}
}

func (n *Name) check(r *report, at *decorum.Path) {
	name := at.Key("name")
	formatted := name.Key("formatted")
	if r.present(&formatted, n.Formatted) && n.First+n.Middle+n.Last+n.Prefix+n.Suffix == "" {
		r.doubtful(&name, decorum.Recommended, "first, last, middle, suffix, prefix")
	}
	r.texts(&name, field{"first", n.First}, field{"middle", n.Middle}, field{"last", n.Last},
		field{"prefix", n.Prefix}, field{"suffix", n.Suffix})
}

// A field is a text with the name of its member.
type field struct{ name, text string }

// texts looks whether each text is valid UTF-8.
func (r *report) texts(at *decorum.Path, fields ...field) {
	for _, f := range fields {
		place := at.Key(f.name)
		r.valid(&place, f.text)
	}
}

func twoLetters(s string) bool {
	return len(s) == 2 && letter(s[0]) && letter(s[1])
}

func letter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

func (c *Card) read(r *wire.Reader) {
	var rest members
	for name := range r.Object() {
		switch name {
		case "name":
			c.Name.read(r)
		case "phones":
			for range r.Array() {
				wire.Grow(&c.Phones).read(r)
			}
		case "emails":
			for range r.Array() {
				e := wire.Grow(&c.Emails)
				e.Extra = readTexts(r, member{"address", &e.Address}, member{"type", &e.Type})
			}
		case "addresses":
			for range r.Array() {
				a := wire.Grow(&c.Addresses)
				a.Extra = readTexts(r, member{"street", &a.Street}, member{"city", &a.City}, member{"state", &a.State},
					member{"zip", &a.Zip}, member{"country", &a.Country}, member{"country_code", &a.CountryCode},
					member{"type", &a.Type})
			}
		case "urls":
			for range r.Array() {
				u := wire.Grow(&c.URLs)
				u.Extra = readTexts(r, member{"url", &u.URL}, member{"type", &u.Type})
			}
		case "organization":
			o := &c.Organization
			o.Extra = readTexts(r, member{"company", &o.Company}, member{"department", &o.Department},
				member{"title", &o.Title})
		case "birthday":
			c.Birthday = r.Text()
		case "origin":
			c.Origin = r.Text()
		case "vcard":
			c.VCard = r.Text()
		default:
			rest.read(r, name)
		}
	}
	c.Extra = rest.extra()
}

func (n *Name) read(r *wire.Reader) {
	n.Extra = readTexts(r, member{"formatted", &n.Formatted}, member{"first", &n.First}, member{"middle", &n.Middle},
		member{"last", &n.Last}, member{"prefix", &n.Prefix}, member{"suffix", &n.Suffix})
}

func (p *Phone) read(r *wire.Reader) {
	var rest members
	for name := range r.Object() {
		switch name {
		case "number":
			p.Number = r.Text()
		case "wa_id":
			p.WhatsAppID = parsed(r, identity.ParseWhatsAppID)
		case "type":
			p.Type = r.Text()
		default:
			rest.read(r, name)
		}
	}
	p.Extra = rest.extra()
}

// A member is one of an object that is a text.
type member struct {
	name string
	text *string
}

// readTexts reads an object of texts and returns the other members.
func readTexts(r *wire.Reader, texts ...member) Extra {
	var rest members
next:
	for name := range r.Object() {
		for _, t := range texts {
			if t.name == name {
				*t.text = r.Text()
				continue next
			}
		}
		rest.read(r, name)
	}
	return rest.extra()
}

func (c *Card) write(w *wire.Writer) {
	w.Object()
	w.Key("name")
	c.Name.write(w)
	if len(c.Phones) > 0 {
		w.Key("phones")
		w.Array()
		for i := range c.Phones {
			p := &c.Phones[i]
			w.Object()
			w.Optional("number", p.Number)
			w.Optional("wa_id", p.WhatsAppID.String())
			w.Optional("type", p.Type)
			end(w, p.Extra)
		}
		w.End()
	}
	if len(c.Emails) > 0 {
		w.Key("emails")
		w.Array()
		for i := range c.Emails {
			e := &c.Emails[i]
			w.Object()
			w.Optional("address", e.Address)
			w.Optional("type", e.Type)
			end(w, e.Extra)
		}
		w.End()
	}
	if len(c.Addresses) > 0 {
		w.Key("addresses")
		w.Array()
		for i := range c.Addresses {
			c.Addresses[i].write(w)
		}
		w.End()
	}
	if len(c.URLs) > 0 {
		w.Key("urls")
		w.Array()
		for i := range c.URLs {
			u := &c.URLs[i]
			w.Object()
			w.Optional("url", u.URL)
			w.Optional("type", u.Type)
			end(w, u.Extra)
		}
		w.End()
	}
	if o := &c.Organization; *o != (Organization{}) {
		w.Key("organization")
		w.Object()
		w.Optional("company", o.Company)
		w.Optional("department", o.Department)
		w.Optional("title", o.Title)
		end(w, o.Extra)
	}
	w.Optional("birthday", c.Birthday)
	w.Optional("origin", c.Origin)
	w.Optional("vcard", c.VCard)
	end(w, c.Extra)
}

func (n *Name) write(w *wire.Writer) {
	w.Object()
	w.KeyText("formatted", n.Formatted)
	w.Optional("first", n.First)
	w.Optional("middle", n.Middle)
	w.Optional("last", n.Last)
	w.Optional("prefix", n.Prefix)
	w.Optional("suffix", n.Suffix)
	end(w, n.Extra)
}

func (a *Address) write(w *wire.Writer) {
	w.Object()
	w.Optional("street", a.Street)
	w.Optional("city", a.City)
	w.Optional("state", a.State)
	w.Optional("zip", a.Zip)
	w.Optional("country", a.Country)
	w.Optional("country_code", a.CountryCode)
	w.Optional("type", a.Type)
	end(w, a.Extra)
}
