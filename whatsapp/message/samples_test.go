package message_test

import (
	"time"

	"github.com/decorum-go/decorum/attachment"
	"github.com/decorum-go/decorum/location"
	"github.com/decorum-go/decorum/phone"
	"github.com/decorum-go/decorum/template"
	"github.com/decorum-go/decorum/whatsapp/identity"
	"github.com/decorum-go/decorum/whatsapp/message"
)

const extra = `{"later":{"a":[1,"x"]}}`

var at = time.Date(2025, 11, 21, 9, 30, 0, 123456789, time.UTC)

func filled() template.Filled {
	n := template.Notification{ID: "shop_1@order_ready", Language: "en_US", Body: "Hi {{1}}, order {{2}} is ready."}
	return n.Fill(template.Arguments{Body: template.Positional("Ann", "1042")})
}

func party() message.Party {
	return message.Party{
		Identity: identity.Identity{
			WhatsAppID:   identity.MustParseWhatsAppID("15162837151"),
			Number:       phone.MustParse("+15162837151"),
			UserID:       identity.MustParseUserID("US.13491208655302741918"),
			ParentUserID: identity.MustParseUserID("US.ENT.11815799212886844830"),
			Username:     identity.MustParseUsername("ann.lee"),
		},
		Name: "Ann", PhoneNumberID: "106540352242922", Extra: extra,
	}
}

func messageContext() message.Context {
	return message.Context{
		ID: "wamid.1", From: party(), Forwarded: true, FrequentlyForwarded: true,
		Product: message.Product{CatalogID: "c", ID: "p", Extra: extra}, Extra: extra,
	}
}

func envelope() message.Envelope {
	return message.Envelope{
		ID: "wamid.2", Direction: message.Inbound, From: party(), To: message.Party{PhoneNumberID: "1"},
		GroupID: "g", Originated: at, Arrived: at.Add(time.Second), History: true, Context: messageContext(),
		Referral: message.Referral{
			Source: "ad", SourceID: "1", SourceURL: "https://fb.me/x", Headline: "h", Body: "b", MediaType: "image",
			ImageURL: "i", VideoURL: "v", ThumbnailURL: "t", ClickID: "c", Welcome: "w", Extra: extra,
		},
		Extra: extra,
	}
}

func card() message.Card {
	return message.Card{
		Name: message.Name{
			Formatted: "Dr. Ann B. Lee Jr.", First: "Ann", Middle: "B.", Last: "Lee", Prefix: "Dr.", Suffix: "Jr.", Extra: extra,
		},
		Phones: []message.Phone{{
			Number: "+1 (516) 283-7151", WhatsAppID: identity.MustParseWhatsAppID("15162837151"), Type: "WORK", Extra: extra,
		}},
		Emails: []message.Email{{Address: "ann@example.com", Type: "HOME", Extra: extra}},
		Addresses: []message.Address{{
			Street: "1 Main St", City: "Town", State: "NY", Zip: "1", Country: "USA", CountryCode: "us", Type: "HOME", Extra: extra,
		}},
		URLs:         []message.URL{{URL: "https://example.com", Type: "WORK", Extra: extra}},
		Organization: message.Organization{Company: "Shop", Department: "Sales", Title: "Boss", Extra: extra},
		Birthday:     "1999-01-23", Origin: "other", VCard: "BEGIN:VCARD\nEND:VCARD", Extra: extra,
	}
}

// samples holds every kind of message with every member set.
func samples() []message.Message {
	media := func(k attachment.Kind) message.Media {
		return message.Media{
			File: k, ID: "1", Link: "https://example.com/f", DownloadURL: "https://lookaside.example/1",
			MIME: "audio/ogg; codecs=opus", Caption: "c", Name: "n.pdf", SHA256: "c2hh", Size: 12, Voice: true, Animated: true,
			Extra: extra,
		}
	}
	return []message.Message{
		message.Text{Body: "Hello https://example.com", PreviewURL: true, Extra: extra},
		media(attachment.Image), media(attachment.Video), media(attachment.Audio), media(attachment.Document),
		media(attachment.Sticker), media(attachment.UnknownKind),
		message.Location{
			Place: location.Place{Point: location.MustParse("37.4847,-122.1473"), Name: "Meta", Address: "1 Hacker Way", URL: "https://about.meta.com/"},
			Extra: extra,
		},
		message.Contacts{Cards: []message.Card{card()}, Extra: extra},
		message.Reaction{Target: "wamid.1", Emoji: "👍🏽", Extra: extra},
		message.Structured{Structured: filled(), Extra: extra},
		message.Answer{
			By: message.ByList, ID: "express", Title: "Express", Description: "Tomorrow", Expires: at, Response: `{"a":1}`, Extra: extra,
		},
		message.Order{
			CatalogID: "c", Text: "please",
			Items: []message.OrderItem{{ProductID: "p", Quantity: 2, Price: "12.50", Currency: "USD", Extra: extra}}, Extra: extra,
		},
		message.Call{
			Event: message.CallTerminate, Direction: message.Outbound, Outcome: "completed", Started: at, Ended: at.Add(time.Minute),
			Seconds: 60, SDPType: "offer", SDP: "v=0", Extra: extra,
		},
		message.System{Event: message.NumberChanged, Text: "Ann relocated", Was: party(), Now: message.Party{Name: "Ann"}, Extra: extra},
		message.WelcomeRequest{Extra: extra},
		message.Edit{Target: "wamid.1", Message: message.Text{Body: "b"}, Context: messageContext(), Extra: extra},
		message.Deletion{Target: "wamid.1", Extra: extra},
		message.Unsupported{
			Type: "poll",
			Faults: []message.Fault{{
				Code: 131051, Title: "t", Message: "m", Details: "d", URL: "https://example.com", Extra: extra,
			}},
			Extra: extra,
		},
		message.Unknown{Type: "hologram", Raw: `{"type":"hologram","beams":3}`},
		message.Unknown{Type: "poll", Raw: `{"type":"poll","options":["a","b"]}`, Foreign: true},
	}
}
