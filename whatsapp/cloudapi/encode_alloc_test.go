package cloudapi_test

import (
	"testing"

	"github.com/decorum-go/decorum/attachment"
	"github.com/decorum-go/decorum/location"
	"github.com/decorum-go/decorum/template"
	"github.com/decorum-go/decorum/whatsapp/cloudapi"
	"github.com/decorum-go/decorum/whatsapp/identity"
	"github.com/decorum-go/decorum/whatsapp/message"
)

func ann() identity.Identity {
	return identity.Identity{WhatsAppID: identity.MustParseWhatsAppID("16505551234")}
}

// samples has a message of each kind that can be sent.
func samples() map[string]message.Message {
	image := template.MediaHeader{Kind: attachment.Image, Link: "https://example.com/a.jpg"}
	orders := template.Notification{
		ID: "shop@order_ready", Language: "en_US", Header: image, Body: "Hello {{1}}, order {{2}} is ready.",
		Buttons: []template.Button{
			template.QuickReply{Text: "Thanks"},
			template.URLButton{Text: "Track", URL: "https://example.com/{{1}}"},
			template.CopyCode{},
			template.FlowButton{Text: "Rate", ID: "1"},
			template.CatalogButton{Text: "Shop"},
		},
	}
	return map[string]message.Message{
		"text":     message.Text{Body: "Good morning \"Ann\"\n", PreviewURL: true},
		"image":    message.Media{File: attachment.Image, Link: "https://example.com/a.jpg", Caption: "The Taj"},
		"document": message.Media{File: attachment.Document, ID: "1", Name: "a.pdf"},
		"audio":    message.Media{File: attachment.Audio, ID: "1", Voice: true},
		"location": message.Location{Place: location.Place{Point: location.MustParse("37.4847,-122.1473"), Name: "Meta"}},
		"contacts": message.Contacts{Cards: []message.Card{{
			Name:         message.Name{Formatted: "Ann Lee", First: "Ann"},
			Phones:       []message.Phone{{Number: "+1 650 555 1234", WhatsAppID: identity.MustParseWhatsAppID("16505551234"), Type: "WORK"}},
			Emails:       []message.Email{{Address: "ann@example.com", Type: "WORK"}},
			Addresses:    []message.Address{{City: "Menlo Park"}},
			URLs:         []message.URL{{URL: "https://example.com"}},
			Organization: message.Organization{Company: "Example"}, Birthday: "2000-02-29",
		}}},
		"reaction": message.Reaction{Target: "wamid.1", Emoji: "👍"},
		"buttons": message.Structured{Structured: template.ReplyButtons{
			Header: image, Body: "Friday?", Footer: "Shop", Buttons: []template.Reply{{ID: "yes", Title: "Yes"}, {ID: "no", Title: "No"}},
		}},
		"list": message.Structured{Structured: template.List{
			Header: template.TextHeader{Text: "Delivery"}, Body: "When?", Menu: "Choose",
			Sections: []template.Section{{Title: "Soon", Rows: []template.Row{{ID: "a", Title: "Today", Description: "Evening"}}}},
		}},
		"cta_url":          message.Structured{Structured: template.CallToAction{Body: "See", Label: "Open", URL: "https://example.com"}},
		"location_request": message.Structured{Structured: template.LocationRequest{Body: "Where are you?"}},
		"contact_request":  message.Structured{Structured: template.ContactRequest{Body: "Your number?"}},
		"flow": message.Structured{Structured: template.Flow{
			Body: "Book", Label: "Open", ID: "123", Token: "t", Action: "navigate", Screen: "FIRST",
		}},
		"product": message.Structured{Structured: template.Product{Body: "This", CatalogueID: "1", ProductID: "a"}},
		"product_list": message.Structured{Structured: template.ProductList{
			Header: template.TextHeader{Text: "New"}, Body: "Look", CatalogueID: "1",
			Sections: []template.ProductSection{{Title: "All", ProductIDs: []string{"a", "b"}}},
		}},
		"product_carousel": message.Structured{Structured: template.ProductCarousel{Body: "Look", CatalogueID: "1", ProductIDs: []string{"a", "b"}}},
		"catalogue":        message.Structured{Structured: template.Catalogue{Body: "All", ThumbnailID: "a"}},
		"address": message.Structured{Structured: template.Address{
			Body: "Where to?", Country: "IN", Values: template.Named(map[string]string{"city": "Pune"}),
			Saved:  []template.SavedAddress{{ID: "1", Values: template.Named(map[string]string{"city": "Goa"})}},
			Errors: template.Named(map[string]string{"in_pin_code": "wrong"}),
		}},
		"carousel": message.Structured{Structured: template.Carousel{Body: "Look", Cards: []template.MediaCard{
			{Header: image, Body: "One", Label: "Open", URL: "https://example.com/1"},
			{Header: image, Body: "Two", Label: "Open", URL: "https://example.com/2"},
		}}},
		"template": message.Structured{Structured: orders.Fill(template.Arguments{
			Body: template.Positional("Ann", "1042"),
			Buttons: []template.ButtonValue{
				{Button: 1, Value: "1042"}, {Button: 0, Value: "thanks"}, {Button: 2, Value: "SAVE"}, {Button: 3, Value: "tok"}, {Button: 4, Value: "a"},
			},
		})},
		"template named": message.Structured{Structured: template.Notification{
			ID: "hello", Language: "en", Header: template.TextHeader{Text: "{{1}}"}, Body: "Dear {{name}}.",
		}.Fill(template.Arguments{Header: template.Positional("Hi"), Body: template.Named(map[string]string{"name": "Ann"})})},
		"template place": message.Structured{Structured: template.Notification{
			ID: "here", Language: "en", Header: template.LocationHeader{}, Body: "Come.",
		}.Fill(template.Arguments{Place: location.Place{Point: location.MustParse("37.4847,-122.1473"), Name: "Meta", Address: "1 Hacker Way"}})},
		"template code": message.Structured{Structured: template.Notification{
			ID: "code", Language: "en", Category: template.Authenticate, Authentication: &template.Authentication{},
			Buttons: []template.Button{template.OTPButton{Kind: template.OTPCopyCode}},
		}.Fill(template.Arguments{Body: template.Positional("123456")})},
		"template cards": message.Structured{Structured: template.Notification{
			ID: "cards", Language: "en", Category: template.Marketing, Body: "Look",
			Cards: []template.Card{
				{Header: template.MediaHeader{Kind: attachment.Image}, Body: "{{1}}", Buttons: []template.Button{template.URLButton{Text: "Open", URL: "https://e.com/{{1}}"}}},
				{Header: template.MediaHeader{Kind: attachment.Image}, Body: "{{1}}", Buttons: []template.Button{template.URLButton{Text: "Open", URL: "https://e.com/{{1}}"}}},
			},
		}.Fill(template.Arguments{Cards: []template.CardArguments{
			{Media: image, Body: template.Positional("One"), Buttons: []template.ButtonValue{{Button: 0, Value: "1"}}},
			{Media: image, Body: template.Positional("Two"), Buttons: []template.ButtonValue{{Button: 0, Value: "2"}}},
		}})},
	}
}

func TestAppendRequestAllocatesNothing(t *testing.T) {
	if raceEnabled {
		t.Skip("the race detector allocates")
	}
	o := cloudapi.Options{ReplyTo: "wamid.0", LocalID: "m-1"}
	dst := make([]byte, 0, 4096)
	for name, m := range samples() {
		if message.IsReaction(m) {
			continue
		}
		b, err := cloudapi.AppendRequest(dst, ann(), m, o)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		t.Logf("%s: %s", name, b)
		to := ann()
		n := testing.AllocsPerRun(100, func() {
			if _, err := cloudapi.AppendRequest(dst, to, m, o); err != nil {
				t.Error(err)
			}
		})
		if n != 0 {
			t.Errorf("%s: %v allocations", name, n)
		}
	}
}
