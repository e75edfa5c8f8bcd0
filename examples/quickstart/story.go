package main

import (
	"embed"
	"time"

	"github.com/decorum-go/decorum/location"
	"github.com/decorum-go/decorum/template"
	"github.com/decorum-go/decorum/whatsapp"
	"github.com/decorum-go/decorum/whatsapp/message"
)

// bodies are webhooks of a bicycle shop, in the shape in which Meta sends them.
//
//go:embed webhooks/*.json
var bodies embed.FS

// booked is a notification: a message template that Meta approved, and that may be
// sent at any time.
var booked = template.Notification{
	ID: "collection_booked", Language: "en", Category: template.Utility,
	Body:    "Hello {{1}}, we come {{2}} to {{3}}.",
	Buttons: []template.Button{template.QuickReply{Text: "Another time"}},
}

// configure returns what the desk of the shop goes by.
func configure() whatsapp.Config {
	c := whatsapp.DefaultConfig()
	c.Templates = []template.Notification{booked}
	// A text that comes too late for a free message goes out within a notification.
	c.Options.EnableFreeMsgTimespanMonitoring = true
	c.Options.DefaultNotificationText = "Thanks for waiting! {{1}}"
	c.Options.DefaultNotificationID = "patience"
	c.Options.DefaultNotificationLanguage = "en"
	c.Options.Maps = location.Maps{
		Browse:  location.MustParseMapURL("https://www.openstreetmap.org/?mlat={LATITUDE}&mlon={LONGITUDE}&zoom=17"),
		Preview: location.MustParseMapURL("https://maps.example/{LATITUDE},{LONGITUDE}/{WIDTH}x{HEIGHT}.png"),
	}
	return c
}

// story plays the conversation of a customer with the shop.
func story() (report, error) {
	p, err := newPlay("A customer writes to a bicycle shop. The library decides; the shop stores and sends.", configure())
	if err != nil {
		return report{}, err
	}
	ann := whatsapp.Agent{ID: "Ann", LoggedIn: true, Ready: true}

	p.webhook("1-text")
	p.desk("desk", "offers the conversation to Ann", whatsapp.Offer{At: p.after(2 * time.Second), To: ann})
	p.desk("Ann", "accepts", whatsapp.Accept{At: p.after(6 * time.Second), By: ann})
	p.send(ann, 57*time.Second, message.Text{Body: "Oh no! Please send a photo, and where you are."})
	p.webhook("2-read")

	p.webhook("3-image")
	p.webhook("4-location")
	p.send(ann, 15*time.Second, message.Structured{Structured: template.ReplyButtons{
		Body:    "We collect it. When may we come?",
		Buttons: []template.Reply{{ID: "now", Title: "Now"}, {ID: "17", Title: "At 5 pm"}},
	}})
	p.webhook("5-answer")
	p.send(ann, 20*time.Second, message.Structured{Structured: booked.Fill(template.Arguments{
		Body: template.Positional("Layla", "at 5 pm", "Broadway Market"),
	})})

	p.ask(ann, 24*time.Hour, message.Structured{Structured: template.ReplyButtons{
		Body:    "Your wheel is fixed. Shall we bring it?",
		Buttons: []template.Reply{{ID: "yes", Title: "Yes, please"}, {ID: "no", Title: "I come and get it"}},
	}})
	p.send(ann, 30*time.Second, message.Text{Body: "Your wheel is fixed 🎉 Shall we bring it?"})
	p.webhook("6-reaction")
	p.report.Chapters = []chapter{{Steps: p.steps}}
	p.report.Talks = p.talks
	p.report.Closing = "Your own webhooks: go run ./examples/quickstart FILE…   What to copy: examples/quickstart/host.go"
	return p.report, p.err
}
