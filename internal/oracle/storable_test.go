package oracle_test

import (
	"encoding/json"
	"math"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/decorum-go/decorum/attachment"
	"github.com/decorum-go/decorum/location"
	"github.com/decorum-go/decorum/template"
	"github.com/decorum-go/decorum/whatsapp"
	"github.com/decorum-go/decorum/whatsapp/message"
)

// A shaker changes a value here and there: now and then a leaf, an element more, or
// nothing at all. The zero shaker changes nothing.
type shaker struct {
	*rand.Rand
	odds int
}

func (s shaker) now() bool { return s.Rand != nil && s.IntN(s.odds) == 0 }

func oneOf[T any](s shaker, all ...T) T { return all[s.IntN(len(all))] }

func (s shaker) shake(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		if s.now() {
			v.SetString(oneOf(s,
				"", "x", "\xff", "{{1}}", "1", "é😀\u2028", "{}", `{"type":1}`, `{"type":"x"}`, `{"text":1}`, `{"id":"x"}`, `{"x":1}`, "{",
				"https://a.example", strings.Repeat("[", 70)+strings.Repeat("]", 70), strings.Repeat("x", 70_000), strings.Repeat("\x01", 300_000),
			))
		}
	case reflect.Bool:
		if s.now() {
			v.SetBool(!v.Bool())
		}
	case reflect.Int, reflect.Int32, reflect.Int64:
		if s.now() {
			v.SetInt(oneOf[int64](s, -1, 0, 1, 9, math.MaxInt32))
		}
	case reflect.Uint8:
		if s.now() {
			v.SetUint(uint64(oneOf(s, s.IntN(10), s.IntN(256))))
		}
	case reflect.Slice:
		if n := v.Len(); n > 0 && s.now() {
			v.Set(reflect.Append(v, v.Index(s.IntN(n))))
		}
		for i := range v.Len() {
			s.shake(v.Index(i))
		}
	case reflect.Interface:
		if !v.IsNil() {
			e := reflect.New(v.Elem().Type()).Elem()
			e.Set(v.Elem())
			s.shake(e)
			v.Set(e)
		}
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[time.Time]() && s.now() {
			v.Set(reflect.ValueOf(sessionStart.AddDate(oneOf(s, -9000, 0, 9000), 0, 0)))
		}
		for i := range v.NumField() {
			if f := v.Field(i); f.CanSet() {
				s.shake(f)
			}
		}
	default:
	}
}

// sendable are messages of every kind that may be sent, anew with each call.
func sendable() map[string]message.Message {
	image := template.MediaHeader{Kind: attachment.Image, Link: "https://files.example/sea.jpg"}
	place := location.Place{Point: location.MustParse("1,2"), Name: "Here"}
	all := map[string]message.Message{
		"text":     message.Text{Body: "Hello"},
		"media":    message.Media{File: attachment.Document, ID: "7", MIME: "application/pdf", Name: "terms.pdf", Size: 1000},
		"location": message.Location{Place: place},
		"reaction": message.Reaction{Target: "wamid.1", Emoji: "👍"},
		"contacts": message.Contacts{Cards: []message.Card{{
			Name: message.Name{Formatted: "Ann", First: "Ann"}, URLs: []message.URL{{URL: "https://a.example", Type: "home"}},
		}}},
	}
	for name, m := range map[string]template.Structured{
		"buttons": template.ReplyButtons{Header: image, Body: "Which?", Footer: "f", Buttons: []template.Reply{{ID: "a", Title: "A"}, {ID: "b", Title: "B"}}},
		"list": template.List{Header: template.TextHeader{Text: "h"}, Body: "Which?", Menu: "Menu", Sections: []template.Section{
			{Title: "S", Rows: []template.Row{{ID: "a", Title: "A", Description: "d"}, {ID: "b", Title: "B"}}},
		}},
		"url":              template.CallToAction{Header: image, Body: "Look", Label: "Here", URL: "https://a.example"},
		"location request": template.LocationRequest{Body: "Where?"},
		"contact request":  template.ContactRequest{Body: "Who?"},
		"catalogue":        template.Catalogue{Body: "All"},
	} {
		all[name] = message.Structured{Structured: m}
	}
	return all
}

// notifications are templates with something of everything, and their arguments.
func notifications(values ...string) map[string]func() (template.Notification, template.Arguments) {
	image := template.MediaHeader{Kind: attachment.Image, Link: "https://files.example/sea.jpg"}
	return map[string]func() (template.Notification, template.Arguments){
		"offer": func() (template.Notification, template.Arguments) {
			n := template.Notification{
				ID: "shop_1@order_ready", Language: "en", Category: template.Marketing, Status: template.Approved, Header: image,
				Body: "Hello {{1}}, your {{2}} is ready.", Footer: "Bye",
				Buttons: []template.Button{template.URLButton{Text: "Go", URL: "https://a.example/{{1}}"}, template.PhoneButton{Text: "Call", Number: "+15162837151"}},
			}
			return n, template.Arguments{
				Media: image, Body: template.Positional(values...), Buttons: []template.ButtonValue{{Button: 0, Value: "x"}},
			}
		},
		"named": func() (template.Notification, template.Arguments) {
			n := template.Notification{
				ID: "shop_1@order_ready", Language: "en", Header: template.TextHeader{Text: "Hi {{name}}"}, Body: "Your {{what}} is ready.",
				Buttons: []template.Button{template.QuickReply{Text: "Thanks"}}, Examples: template.Arguments{Media: image},
			}
			return n, template.Arguments{
				Header: template.Named(map[string]string{"name": values[0]}), Body: template.Named(map[string]string{"what": values[1]}),
			}
		},
		"cards": func() (template.Notification, template.Arguments) {
			card := template.Card{Header: image, Body: "Card {{1}}", Buttons: []template.Button{template.QuickReply{Text: "Yes"}}}
			own := template.CardArguments{Body: template.Positional(values[0])}
			return template.Notification{ID: "shop_1@cards", Language: "en", Body: "Look", Cards: []template.Card{card, card}},
				template.Arguments{Cards: []template.CardArguments{own, own}}
		},
		"place": func() (template.Notification, template.Arguments) {
			return template.Notification{ID: "shop_1@place", Language: "en", Header: template.LocationHeader{}, Body: "Here"},
				template.Arguments{Place: location.Place{Point: location.MustParse("1,2"), Name: values[0], Address: values[1]}}
		},
	}
}

// TestMaySendAgreesWithHandle: what MaySend lets pass, Handle takes, and the log holds
// it; what MaySend refuses, Handle does.
func TestMaySendAgreesWithHandle(t *testing.T) {
	p := sessionPolicy(t, func(c *whatsapp.Config) { c.Limits = message.CloudAPI() })
	ann := deskAgent("ann")
	var s whatsapp.Session
	for _, e := range []whatsapp.Event{
		whatsapp.Received{
			At: sessionStart, Message: message.Text{Body: "Hi"},
			Envelope: message.Envelope{ID: "wamid.1", Direction: message.Inbound, Originated: sessionStart, Arrived: sessionStart},
		},
		whatsapp.Queued{At: sessionStart, Interaction: 1},
		whatsapp.Offered{At: sessionStart, Agent: "ann"},
		whatsapp.Accepted{At: sessionStart, Agent: "ann"},
	} {
		var err error
		if s, err = s.Apply(e); err != nil {
			t.Fatal(err)
		}
	}
	check := func(t *testing.T, m message.Message) {
		v := p.MaySend(s, ann, m, sessionStart)
		events, err := p.Handle(s, whatsapp.SendMessage{At: sessionStart, By: ann, LocalID: "1", Message: m})
		if v.OK() != (err == nil) {
			t.Fatalf("%#v: MaySend says %v, Handle %v", m, v.Why, err)
		}
		for _, e := range events {
			line, err := whatsapp.AppendEvent(nil, e)
			if err != nil {
				t.Fatalf("%#v: %v", m, err)
			}
			if _, err := whatsapp.UnmarshalEvent(line); err != nil {
				t.Fatalf("%s: %v", line, err)
			}
			after, err := s.Apply(e)
			if err != nil {
				t.Fatal(err)
			}
			snapshot, err := after.MarshalJSON()
			if err != nil {
				t.Fatalf("%#v: %v", m, err)
			}
			if err := json.Unmarshal(snapshot, new(whatsapp.Session)); err != nil {
				t.Fatalf("%s: %v", snapshot, err)
			}
		}
	}
	run := func(name string, draw func(shaker) message.Message) {
		t.Run(name, func(t *testing.T) {
			if v := p.MaySend(s, ann, draw(shaker{}), sessionStart); !v.OK() {
				t.Fatalf("as it is: %v", v.Why)
			}
			for seed := range uint64(150) { // always the same
				r := rand.New(rand.NewPCG(seed, 0)) //nolint:gosec // a sample, not a secret
				check(t, draw(shaker{r, []int{3, 20, 100}[seed%3]}))
			}
		})
	}
	for name := range sendable() {
		run(name, func(s shaker) message.Message {
			m := sendable()[name]
			s.shake(reflect.ValueOf(&m).Elem())
			return m
		})
	}
	for name := range notifications("", "") {
		run(name, func(s shaker) message.Message {
			values := []string{"Ann", "order"}
			s.shake(reflect.ValueOf(&values).Elem())
			n, a := notifications(values...)[name]()
			s.shake(reflect.ValueOf(&n).Elem())
			s.shake(reflect.ValueOf(&a).Elem())
			return message.Structured{Structured: n.Fill(a)}
		})
	}
}
