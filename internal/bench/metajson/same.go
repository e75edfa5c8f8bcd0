package metajson

import (
	"fmt"

	"github.com/decorum-go/decorum/whatsapp/cloudapi"
	"github.com/decorum-go/decorum/whatsapp/message"
)

// content tells what both sides must agree on.
func (m *Message) content() string {
	switch {
	case m.Text != nil:
		return m.Text.Body
	case m.Image != nil:
		return m.Image.ID + m.Image.MIME + m.Image.Caption + m.Image.SHA256
	case m.Interactive != nil:
		return m.Interactive.List.ID + m.Interactive.List.Title + m.Interactive.List.Description
	case m.Location != nil:
		return fmt.Sprintf("%.6f %.6f", m.Location.Latitude, m.Location.Longitude) + m.Location.Name + m.Location.Address
	}
	return ""
}

func contentOf(m message.Message) string {
	switch m := m.(type) {
	case message.Text:
		return m.Body
	case message.Media:
		return m.ID + m.MIME + m.Caption + m.SHA256
	case message.Answer:
		return m.ID + m.Title + m.Description
	case message.Location:
		return fmt.Sprintf("%.6f %.6f", m.Place.Point.Latitude(), m.Place.Point.Longitude()) + m.Place.Name + m.Place.Address
	}
	return "?"
}

// Same tells where ours differs from what the function reads of the body.
func Same(body []byte, unmarshal func([]byte, any) error) error {
	notices, err := cloudapi.Decode(body)
	if err != nil {
		return err
	}
	var theirs Body
	if err := unmarshal(body, &theirs); err != nil {
		return err
	}
	value := theirs.Entry[0].Changes[0].Value
	if notices.Len() != len(value.Messages) {
		return fmt.Errorf("%d notices, want %d", notices.Len(), len(value.Messages))
	}
	i := 0
	for n := range notices.All() {
		m, want := n.(*cloudapi.Received), value.Messages[i]
		e := m.Envelope()
		same := e.ID == want.ID && e.From.WhatsAppID == want.From && e.From.Name == value.Contacts[i].Profile.Name &&
			e.Originated.Equal(want.Timestamp.Time) && e.To.PhoneNumberID == value.Metadata.ID && contentOf(m.Message) == want.content()
		if !same {
			return fmt.Errorf("%+v, want %+v", m, want)
		}
		i++
	}
	return nil
}
