package whatsapp

import (
	"github.com/decorum-go/decorum/phone"
	"github.com/decorum-go/decorum/whatsapp/identity"
)

// A Medium is a way to reach a contact. The zero Medium is none.
type Medium uint8

// The media, in the order in which they are listed (guide IN5).
const (
	MediumVoice Medium = iota + 1
	MediumEmail
	MediumSMS
	MediumWhatsApp
)

var mediumNames = [...]string{"", "voice", "email", "sms", "whatsapp"}

// String returns "voice", "email", "sms" or "whatsapp"; "" for none.
func (m Medium) String() string { return nameOf(mediumNames[:], uint8(m)) }

// ContactMedia returns the media that a contact's data allow, in their fixed
// order (guide IN5): a number allows voice, SMS and WhatsApp, an id of WhatsApp
// allows WhatsApp, and an e-mail address e-mail. Whether data are right is not
// asked.
func ContactMedia(who identity.Identity, email string) []Medium {
	var media []Medium
	number := who.Number != (phone.Number{})
	for _, m := range [...]struct {
		medium  Medium
		allowed bool
	}{
		{MediumVoice, number},
		{MediumEmail, email != ""},
		{MediumSMS, number},
		{MediumWhatsApp, number || !who.WhatsAppID.IsZero() || !who.UserID.IsZero() || !who.ParentUserID.IsZero()},
	} {
		if m.allowed {
			media = append(media, m.medium)
		}
	}
	return media
}
