package cloudapi

import (
	"github.com/decorum-go/decorum/internal/wire"
	"github.com/decorum-go/decorum/whatsapp/message"
)

func writeContacts(w *wire.Writer, m *message.Contacts) {
	w.Array()
	for i := range m.Cards {
		writeCard(w, &m.Cards[i])
	}
	w.End()
}

// writeCard writes a card; origin and vcard are of those that come in.
func writeCard(w *wire.Writer, c *message.Card) {
	if c.Extra != "" {
		plain := *c
		plain.Extra = ""
		joinExtra(w, c.Extra, plain, writeCard)
		return
	}
	w.Object()
	w.Key("name")
	writeCardName(w, &c.Name)
	if len(c.Phones) > 0 {
		w.Key("phones")
		w.Array()
		for i := range c.Phones {
			writePhone(w, &c.Phones[i])
		}
		w.End()
	}
	if len(c.Emails) > 0 {
		w.Key("emails")
		w.Array()
		for i := range c.Emails {
			writeEmail(w, &c.Emails[i])
		}
		w.End()
	}
	if len(c.Addresses) > 0 {
		w.Key("addresses")
		w.Array()
		for i := range c.Addresses {
			writeAddress(w, &c.Addresses[i])
		}
		w.End()
	}
	if len(c.URLs) > 0 {
		w.Key("urls")
		w.Array()
		for i := range c.URLs {
			writeURL(w, &c.URLs[i])
		}
		w.End()
	}
	if c.Organization != (message.Organization{}) {
		w.Key("org")
		writeOrganization(w, &c.Organization)
	}
	w.Optional("birthday", c.Birthday)
	w.End()
}

func writeCardName(w *wire.Writer, n *message.Name) {
	if n.Extra != "" {
		plain := *n
		plain.Extra = ""
		joinExtra(w, n.Extra, plain, writeCardName)
		return
	}
	w.Object()
	w.KeyText("formatted_name", n.Formatted)
	w.Optional("first_name", n.First)
	w.Optional("middle_name", n.Middle)
	w.Optional("last_name", n.Last)
	w.Optional("prefix", n.Prefix)
	w.Optional("suffix", n.Suffix)
	w.End()
}

func writePhone(w *wire.Writer, p *message.Phone) {
	if p.Extra != "" {
		plain := *p
		plain.Extra = ""
		joinExtra(w, p.Extra, plain, writePhone)
		return
	}
	w.Object()
	w.Optional("phone", p.Number)
	w.Optional("type", p.Type)
	if !p.WhatsAppID.IsZero() {
		var room [24]byte
		digits, _ := p.WhatsAppID.AppendText(room[:0])
		w.KeyText("wa_id", string(digits))
	}
	w.End()
}

func writeEmail(w *wire.Writer, e *message.Email) {
	if e.Extra != "" {
		plain := *e
		plain.Extra = ""
		joinExtra(w, e.Extra, plain, writeEmail)
		return
	}
	w.Object()
	w.Optional("email", e.Address)
	w.Optional("type", e.Type)
	w.End()
}

func writeURL(w *wire.Writer, u *message.URL) {
	if u.Extra != "" {
		plain := *u
		plain.Extra = ""
		joinExtra(w, u.Extra, plain, writeURL)
		return
	}
	w.Object()
	w.Optional("url", u.URL)
	w.Optional("type", u.Type)
	w.End()
}

func writeAddress(w *wire.Writer, a *message.Address) {
	if a.Extra != "" {
		plain := *a
		plain.Extra = ""
		joinExtra(w, a.Extra, plain, writeAddress)
		return
	}
	w.Object()
	w.Optional("street", a.Street)
	w.Optional("city", a.City)
	w.Optional("state", a.State)
	w.Optional("zip", a.Zip)
	w.Optional("country", a.Country)
	w.Optional("country_code", a.CountryCode)
	w.Optional("type", a.Type)
	w.End()
}

func writeOrganization(w *wire.Writer, o *message.Organization) {
	if o.Extra != "" {
		plain := *o
		plain.Extra = ""
		joinExtra(w, o.Extra, plain, writeOrganization)
		return
	}
	w.Object()
	w.Optional("company", o.Company)
	w.Optional("department", o.Department)
	w.Optional("title", o.Title)
	w.End()
}
