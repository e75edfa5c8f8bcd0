package template_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/attachment"
	"github.com/decorum-go/decorum/template"
)

// sample returns a notification that is right under all limits and for Lint.
func sample() template.Notification {
	return template.Notification{
		ID: "shop@order_ready", Language: "en", Category: template.Utility,
		Header: template.TextHeader{Text: "Order {{1}}"},
		Body:   "Hello {{1}}, your order of {{2}} is ready to be collected.",
		Footer: "Reply STOP to opt out",
		Buttons: []template.Button{
			template.QuickReply{Text: "Thanks"}, template.QuickReply{Text: "Call me"},
		},
		Examples: template.Arguments{Header: template.Positional("1042"), Body: template.Positional("Ann", "Monday")},
	}
}

// sampleArguments are right for sample.
func sampleArguments() template.Arguments {
	return template.Arguments{Header: template.Positional("1042"), Body: template.Positional("Ann", "Monday")}
}

// calls returns a notification with an image, a phone number and two addresses.
func calls() template.Notification {
	return template.Notification{
		ID: "visit", Language: "pt_BR", Category: template.Marketing,
		Header: template.MediaHeader{Kind: attachment.Image, Link: "https://shop.example/a.png", Name: "a.png"},
		Body:   "Come and see what is new this week.",
		Buttons: []template.Button{
			template.PhoneButton{Text: "Call", Number: "+15162837151"},
			template.URLButton{Text: "Shop", URL: "https://shop.example/"},
			template.URLButton{Text: "Track", URL: "https://shop.example/o/{{1}}"},
		},
		Examples: template.Arguments{Buttons: []template.ButtonValue{{Button: 2, Value: "1042"}}},
	}
}

func callArguments() template.Arguments {
	return template.Arguments{Buttons: []template.ButtonValue{{Button: 2, Value: "1042"}}}
}

// brief writes violations as "code path", warnings with a "?" before them, spans
// after them, in one string.
func brief(vs decorum.Violations) string {
	list := make([]string, 0, len(vs))
	for _, v := range vs {
		s := string(v.Code) + " " + v.Path
		if v.Severity == decorum.SeverityWarning {
			s = "?" + s
		}
		if v.Span != (decorum.Span{}) {
			s += fmt.Sprintf(" %d-%d", v.Span.Start, v.Span.End)
		}
		list = append(list, s)
	}
	return strings.Join(list, "; ")
}

func wantBrief(t *testing.T, what string, vs decorum.Violations, want string) {
	t.Helper()
	if diff := cmp.Diff(want, brief(vs)); diff != "" {
		t.Errorf("%s (-want +got):\n%s", what, diff)
	}
}

// classes are texts of each class that count 1 in code points, but the last two,
// which are one grapheme of several.
var classes = []struct {
	name, text string
	points     int
	units      int
}{
	{"ASCII", "a", 1, 1},
	{"é", "é", 1, 1},
	{"你", "你", 1, 1},
	{"😀", "😀", 1, 2},
	{"family", "👨‍👩‍👧", 5, 8},
	{"combining", "e\u0301", 2, 2},
}

// measured returns a text of the class that measures n, filled up with ASCII.
func measured(class string, size, n int) string {
	return strings.Repeat(class, n/size) + strings.Repeat("x", n%size)
}

func coupon() template.Notification {
	return template.Notification{
		ID: "coupon", Language: "en_US", Category: template.Marketing, Body: "Here is a code for your next order.",
		Buttons: []template.Button{template.CopyCode{}},
	}
}

func offer() template.Notification {
	return template.Notification{
		ID: "offer", Language: "en_US", Category: template.Marketing,
		Header:   template.MediaHeader{Kind: attachment.Image, ID: "123"},
		Body:     "Good news: a quarter off all trips!",
		Buttons:  []template.Button{template.CopyCode{}, template.URLButton{Text: "Book now", URL: "https://trips.example/?code={{1}}"}},
		Offer:    &template.Offer{Text: "Expiring offer!", Expires: true},
		Examples: template.Arguments{Buttons: []template.ButtonValue{{Button: 0, Value: "TRIP25"}, {Button: 1, Value: "TRIP25"}}},
	}
}

func oneTimeCode() template.Notification {
	return template.Notification{
		ID: "code", Language: "en", Category: template.Authenticate,
		Authentication: &template.Authentication{SecurityRecommendation: true, ExpiryMinutes: 10},
		Buttons:        []template.Button{template.OTPButton{Kind: template.OTPCopyCode}},
	}
}

func carousel() template.Notification {
	card := func(link string) template.Card {
		return template.Card{
			Header: template.MediaHeader{Kind: attachment.Image, Link: "https://shop.example/" + link},
			Body:   "For {{1}} only this week, while we have it.",
			Buttons: []template.Button{
				template.QuickReply{Text: "More of this"},
				template.URLButton{Text: "Shop", URL: "https://shop.example/{{1}}"},
			},
		}
	}
	n := template.Notification{
		ID: "carousel", Language: "en_US", Category: template.Marketing, Body: "Rare plants for sale this week!",
		Cards: []template.Card{card("a.png"), card("b.png")},
	}
	n.Examples = carouselArguments()
	return n
}

func carouselArguments() template.Arguments {
	card := template.CardArguments{Body: template.Positional("Ann"), Buttons: []template.ButtonValue{{Button: 1, Value: "fern"}}}
	return template.Arguments{Cards: []template.CardArguments{card, card}}
}
