package message_test

import (
	"strings"
	"testing"

	"github.com/decorum-go/decorum/attachment"
	"github.com/decorum-go/decorum/location"
	"github.com/decorum-go/decorum/whatsapp/message"
)

func TestAllocations(t *testing.T) {
	if raceEnabled {
		t.Skip("the race detector allocates")
	}
	limits := message.Workspace()
	text := message.Text{Body: strings.Repeat("你好 ", 400)}
	image := message.Media{File: attachment.Image, Link: "https://example.com/1.jpg", Caption: "at sea", MIME: "image/jpeg"}
	contacts := message.Contacts{Cards: []message.Card{card()}}
	place := message.Location{Place: location.Place{Point: location.MustParse("1,2"), Name: "Meta"}}
	reaction := message.Reaction{Target: "wamid.1", Emoji: "👍🏽"}
	whole := envelope()
	buf := make([]byte, 0, 8192)
	for _, test := range []struct {
		name string
		most float64
		f    func()
	}{
		{"check a text", 0, func() { text.Check(limits) }},
		{"check a file", 0, func() { image.Check(limits) }},
		{"check contacts", 0, func() { contacts.Check(limits) }},
		{"check a location", 0, func() { place.Check(limits) }},
		{"check a reaction", 0, func() { reaction.Check(limits) }},
		{"append a text", 0, func() { buf, _ = text.AppendJSON(buf[:0]) }},
		{"append a file", 0, func() { buf, _ = image.AppendJSON(buf[:0]) }},
		{"append an envelope", 8, func() { buf, _ = whole.AppendJSON(buf[:0]) }},
	} {
		if n := testing.AllocsPerRun(100, test.f); n > test.most {
			t.Errorf("%s: %v allocations, at most %v", test.name, n, test.most)
		}
	}
}
