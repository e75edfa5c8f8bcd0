package identity

import "github.com/decorum-go/decorum/phone"

// Powers of ten: what a country code is multiplied by before n digits.
const (
	e8  = 100_000_000
	e10 = 100 * e8
)

// Canonical returns the one id that stands for all variants of id: the digits
// that the subscriber's number has in its numbering plan. It is a key to compare
// and to find contacts by. Send to the id as it was reported, not to this one:
// an account answers to the id under which it registered.
//
//   - Mexico: 521 and ten digits is 52 and the ten.
//   - Argentina: 54 and ten digits is 549 and the ten, if the plan has that
//     mobile. Landlines and mobiles share the ten digits without overlap.
//   - Brazil: 55, an area and eight digits that begin with 6 to 9 gets the ninth
//     digit, if the plan has the mobile with it, and no number without it.
//
// Every other id is its own.
func (id WhatsAppID) Canonical() WhatsAppID {
	switch id.digits / e10 {
	case 521:
		if without := (WhatsAppID{52*e10 + id.digits%e10}); mexican(without) {
			return without
		}
	case 54:
		if with := (WhatsAppID{549*e10 + id.digits%e10}); with.validMobile() {
			return with
		}
	case 55: // 55, an area of two digits, and eight
		area, rest := id.digits/e8, id.digits%e8
		if with := (WhatsAppID{(area*10+9)*e8 + rest}); rest/(e8/10) >= 6 && with.validMobile() && !id.valid() {
			return with
		}
	}
	return id
}

// other returns the id that has the canonical id as its canonical one, beside
// itself; the zero WhatsAppID if there is none.
func (id WhatsAppID) other() WhatsAppID {
	var candidate WhatsAppID
	switch {
	case id.digits/e10 == 52:
		candidate = WhatsAppID{521*e10 + id.digits%e10}
	case id.digits/e10 == 549:
		candidate = WhatsAppID{54*e10 + id.digits%e10}
	case id.digits/(10*e10) == 55 && id.digits/e8%10 == 9: // 55, an area, a 9 and eight
		candidate = WhatsAppID{id.digits/(10*e8)*e8 + id.digits%e8}
	}
	if candidate.IsZero() || candidate.Canonical() != id {
		return WhatsAppID{}
	}
	return candidate
}

// Variants returns the ids under which WhatsApp may report this subscriber, id
// itself among them: the canonical one first. Look a contact up by all of them.
// The zero WhatsAppID has none.
func (id WhatsAppID) Variants() []WhatsAppID {
	if id.IsZero() {
		return nil
	}
	c := id.Canonical()
	if other := c.other(); !other.IsZero() {
		return []WhatsAppID{c, other}
	}
	return []WhatsAppID{c}
}

// SameSubscriber reports whether two ids belong to one subscriber. It is
// symmetric and transitive, and true for an id and itself; the zero WhatsAppID is
// nobody's, and so not even its own.
func SameSubscriber(a, b WhatsAppID) bool {
	return !a.IsZero() && !b.IsZero() && (a == b || a.Canonical() == b.Canonical())
}

// mexican reports whether the id is 52 and ten digits that begin with an area.
func mexican(id WhatsAppID) bool { return id.digits/e10 == 52 && id.digits%e10/(e10/10) >= 2 }

func (id WhatsAppID) valid() bool {
	n, ok := id.Number()
	return ok && n.IsValid()
}

func (id WhatsAppID) validMobile() bool {
	n, ok := id.Number()
	return ok && n.Kind() == phone.KindMobile
}
