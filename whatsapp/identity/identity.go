package identity

import (
	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/phone"
)

// An Identity is what is known of a contact. Any member may be missing: a
// contact who hides the number has only a user id, and one whom an agent typed
// in has only a number. Identities can be compared with ==, which asks whether
// they hold the same; [Identity.Same] asks whether they are the same person.
//
// The zero Identity is nobody.
type Identity struct {
	// WhatsAppID is the id that WhatsApp reports.
	WhatsAppID WhatsAppID `json:"wa_id,omitzero"`
	// Number is a telephone number that a person or a system gave.
	Number phone.Number `json:"number,omitzero"`
	// UserID is the id within the business portfolio.
	UserID UserID `json:"user_id,omitzero"`
	// ParentUserID is the id within the parent's portfolio.
	ParentUserID UserID `json:"parent_user_id,omitzero"`
	// Username is the name that the user chose.
	Username Username `json:"username,omitzero"`
}

// IsZero reports whether nothing is known.
func (i Identity) IsZero() bool { return i == Identity{} }

// subscriber returns the WhatsApp id or, without one, the number's digits.
func (i Identity) subscriber() WhatsAppID {
	if !i.WhatsAppID.IsZero() {
		return i.WhatsAppID
	}
	id, _ := WhatsAppIDOf(i.Number)
	return id
}

// Check tells where the members contradict one another: a number that is not
// the WhatsApp id's, a parent's id in the place of the user's.
func (i Identity) Check() decorum.Violations {
	var vs decorum.Violations
	var root decorum.Path
	mismatch := func(key, want string) {
		at := root.Key(key)
		vs = vs.Add(decorum.Violation{
			Code: decorum.Mismatch, Severity: decorum.SeverityError, Path: at.String(), Want: want,
		})
	}
	if id, ok := WhatsAppIDOf(i.Number); ok && !i.WhatsAppID.IsZero() && !SameSubscriber(id, i.WhatsAppID) {
		mismatch("number", "the number of wa_id")
	}
	if i.UserID.IsParent() {
		mismatch("user_id", "a user id that is not a parent's")
	}
	if i.ParentUserID.Country() != "" && !i.ParentUserID.IsParent() {
		mismatch("parent_user_id", "a parent's user id")
	}
	return vs
}

// Same reports whether both identities are one person's, as far as they can be
// compared: by the user ids where both have one, else by the parent's, else by
// WhatsApp ids and numbers. A user id goes first since a number may pass to
// another person, who then has another user id. It is symmetric, and true for an
// identity and itself if it holds more than a user name.
func (i Identity) Same(j Identity) bool {
	switch {
	case !i.UserID.IsZero() && !j.UserID.IsZero():
		return i.UserID == j.UserID
	case !i.ParentUserID.IsZero() && !j.ParentUserID.IsZero():
		return i.ParentUserID == j.ParentUserID
	}
	a, b := i.subscriber(), j.subscriber()
	if a.IsZero() || b.IsZero() { // a number too short or too long for an id is its own
		return i.Number == j.Number && !i.Number.IsZero()
	}
	return SameSubscriber(a, b)
}

// Merge returns what i and a newer report j tell together. Where both tell, the
// newer report counts: a name may change, and an id is kept as it was last
// reported. Where they tell of different people, in any member but the name, the
// error holds a Mismatch at each such member and i is returned as it was. WhatsApp
// id and number are compared with their like, and with each other where i has no
// like.
//
// Reports that have no member in common are merged: that they are about one
// contact is what the caller knows.
func (i Identity) Merge(j Identity) (Identity, error) {
	var vs decorum.Violations
	var root decorum.Path
	mismatch := func(differ bool, key string) {
		if differ {
			at := root.Key(key)
			vs = vs.Add(decorum.Violation{Code: decorum.Mismatch, Severity: decorum.SeverityError, Path: at.String()})
		}
	}
	switch {
	case j.WhatsAppID.IsZero():
	case !i.WhatsAppID.IsZero():
		mismatch(!SameSubscriber(i.WhatsAppID, j.WhatsAppID), "wa_id")
	case !i.Number.IsZero():
		mismatch(!isNumberOf(i.Number, j.WhatsAppID), "wa_id")
	}
	switch {
	case j.Number.IsZero():
	case !i.Number.IsZero():
		id, _ := WhatsAppIDOf(i.Number)
		mismatch(i.Number != j.Number && !isNumberOf(j.Number, id), "number")
	case !i.WhatsAppID.IsZero():
		mismatch(!isNumberOf(j.Number, i.WhatsAppID), "number")
	}
	mismatch(!i.UserID.IsZero() && !j.UserID.IsZero() && i.UserID != j.UserID, "user_id")
	mismatch(!i.ParentUserID.IsZero() && !j.ParentUserID.IsZero() && i.ParentUserID != j.ParentUserID, "parent_user_id")
	if err := vs.Err(); err != nil {
		return i, err
	}
	return Identity{
		WhatsAppID:   newer(i.WhatsAppID, j.WhatsAppID),
		Number:       newer(i.Number, j.Number),
		UserID:       newer(i.UserID, j.UserID),
		ParentUserID: newer(i.ParentUserID, j.ParentUserID),
		Username:     newer(i.Username, j.Username),
	}, nil
}

// isNumberOf reports whether the number is that of the id's subscriber.
func isNumberOf(n phone.Number, id WhatsAppID) bool {
	other, ok := WhatsAppIDOf(n)
	return ok && SameSubscriber(other, id)
}

// newer returns b, and a where b is zero.
func newer[T interface {
	comparable
	IsZero() bool
}](a, b T) T {
	if b.IsZero() {
		return a
	}
	return b
}
