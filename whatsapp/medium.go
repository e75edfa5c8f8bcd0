package whatsapp

import (
	"github.com/decorum-go/decorum/internal/enum"
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
func (m Medium) String() string { return enum.Of(mediumNames[:], m) }

// ParseMedium reads what [Medium.String] writes. Anything else is
// [decorum.Unknown].
func ParseMedium(s string) (Medium, error) { return enum.Parse[Medium](mediumNames[:], s) }

// AppendText appends what [Medium.String] returns. It fails with
// [decorum.Unknown] for a value that is none.
func (m Medium) AppendText(dst []byte) ([]byte, error) { return enum.Append(dst, mediumNames[:], m) }

// MarshalText returns what [Medium.AppendText] appends.
func (m Medium) MarshalText() ([]byte, error) { return m.AppendText(nil) }

// UnmarshalText reads what [ParseMedium] reads; an empty text is the zero
// Medium.
func (m *Medium) UnmarshalText(text []byte) error { return enum.Read(mediumNames[:], m, text) }

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
