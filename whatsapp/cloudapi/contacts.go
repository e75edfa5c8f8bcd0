package cloudapi

import (
	"github.com/decorum-go/decorum/internal/wire"
	"github.com/decorum-go/decorum/whatsapp/identity"
	"github.com/decorum-go/decorum/whatsapp/message"
)

// readContacts reads the list of cards of a message with contacts, of either
// direction.
func readContacts(r *wire.Reader) (m message.Contacts) {
	for range r.Array() {
		m.Cards = append(m.Cards, message.Card{})
		readCard(r, &m.Cards[len(m.Cards)-1])
	}
	return m
}

func readCard(r *wire.Reader, c *message.Card) {
	var left rest
	for name := range r.Object() {
		switch name {
		case "name":
			c.Name = readCardName(r)
		case "phones":
			for range r.Array() {
				c.Phones = append(c.Phones, readPhone(r))
			}
		case "emails":
			for range r.Array() {
				c.Emails = append(c.Emails, readEmail(r))
			}
		case "addresses":
			for range r.Array() {
				c.Addresses = append(c.Addresses, readAddress(r))
			}
		case "urls":
			for range r.Array() {
				c.URLs = append(c.URLs, readURL(r))
			}
		case "org":
			c.Organization = readOrganization(r)
		case "birthday":
			c.Birthday = r.Text()
		case "origin":
			c.Origin = r.Text()
		case "vcard":
			c.VCard = r.Text()
		default:
			left.read(r, name)
		}
	}
	c.Extra = left.extra()
}

func readCardName(r *wire.Reader) (n message.Name) {
	var left rest
	for name := range r.Object() {
		switch name {
		case "formatted_name":
			n.Formatted = r.Text()
		case "first_name":
			n.First = r.Text()
		case "middle_name":
			n.Middle = r.Text()
		case "last_name":
			n.Last = r.Text()
		case "prefix":
			n.Prefix = r.Text()
		case "suffix":
			n.Suffix = r.Text()
		default:
			left.read(r, name)
		}
	}
	n.Extra = left.extra()
	return n
}

func readPhone(r *wire.Reader) (p message.Phone) {
	var left rest
	for name := range r.Object() {
		switch name {
		case "phone":
			p.Number = r.LooseText()
		case "wa_id":
			p.WhatsAppID = known(r, &left, name, identity.ParseWhatsAppID)
		case "type":
			p.Type = r.Text()
		default:
			left.read(r, name)
		}
	}
	p.Extra = left.extra()
	return p
}

func readEmail(r *wire.Reader) (e message.Email) {
	var left rest
	for name := range r.Object() {
		switch name {
		case "email":
			e.Address = r.Text()
		case "type":
			e.Type = r.Text()
		default:
			left.read(r, name)
		}
	}
	e.Extra = left.extra()
	return e
}

func readURL(r *wire.Reader) (u message.URL) {
	var left rest
	for name := range r.Object() {
		switch name {
		case "url":
			u.URL = r.Text()
		case "type":
			u.Type = r.Text()
		default:
			left.read(r, name)
		}
	}
	u.Extra = left.extra()
	return u
}

func readAddress(r *wire.Reader) (a message.Address) {
	var left rest
	for name := range r.Object() {
		switch name {
		case "street":
			a.Street = r.Text()
		case "city":
			a.City = r.Text()
		case "state":
			a.State = r.Text()
		case "zip":
			a.Zip = r.LooseText()
		case "country":
			a.Country = r.Text()
		case "country_code":
			a.CountryCode = r.Text()
		case "type":
			a.Type = r.Text()
		default:
			left.read(r, name)
		}
	}
	a.Extra = left.extra()
	return a
}

func readOrganization(r *wire.Reader) (o message.Organization) {
	var left rest
	for name := range r.Object() {
		switch name {
		case "company":
			o.Company = r.Text()
		case "department":
			o.Department = r.Text()
		case "title":
			o.Title = r.Text()
		default:
			left.read(r, name)
		}
	}
	o.Extra = left.extra()
	return o
}
