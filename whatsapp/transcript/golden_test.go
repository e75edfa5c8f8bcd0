package transcript_test

import (
	"flag"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum/attachment"
	"github.com/decorum-go/decorum/location"
	"github.com/decorum-go/decorum/template"
	"github.com/decorum-go/decorum/whatsapp"
	"github.com/decorum-go/decorum/whatsapp/message"
	"github.com/decorum-go/decorum/whatsapp/option"
	"github.com/decorum-go/decorum/whatsapp/transcript"
)

var update = flag.Bool("update", false, "write the golden files")

// A story is a log that is written down in the order of its happening.
type story struct {
	events []whatsapp.Event
	at     time.Duration
	name   string
}

func (s *story) add(e ...whatsapp.Event) { s.events = append(s.events, e...) }

// in has the customer write, 20 seconds later.
func (s *story) in(id string, m message.Message, context string) {
	s.at += 20 * time.Second
	e := received(s.at, "wamid."+id, m)
	e.Envelope.From.Name, e.Envelope.Context.ID = s.name, context
	s.add(e)
}

// out has an agent write, 15 seconds later, as far as the status says.
func (s *story) out(id, agent string, m message.Message, reply string, status whatsapp.DeliveryStatus) {
	s.at += 15 * time.Second
	s.add(
		whatsapp.SendRequested{At: nine(s.at), Agent: agent, LocalID: id, Message: m, ReplyTo: reply},
		whatsapp.SendAccepted{At: nine(s.at + time.Second), LocalID: id, WAMID: "wamid." + id},
	)
	if status != 0 {
		s.add(whatsapp.StatusChanged{At: nine(s.at + 2*time.Second), LocalID: id, WAMID: "wamid." + id, Status: status})
	}
}

// longConversation is a contact with three sessions, in several languages and
// scripts.
func longConversation() []whatsapp.Event {
	s := &story{name: "نور"}
	s.in("1", text("مرحبا، أين طلبي رقم 1042؟"), "")
	s.add(whatsapp.Queued{At: nine(s.at), Interaction: 1, Why: whatsapp.QueuedNew}, whatsapp.Accepted{At: nine(s.at + 5*time.Second), Agent: "bob"})
	s.out("o1", "bob", text("أهلا وسهلا! Order 1042 is on its way: https://shop.example.com/t/1042"), "wamid.1", whatsapp.StatusRead)
	s.in("2", message.Reaction{Target: "wamid.o1", Emoji: "👍🏽"}, "")
	s.in("3", text("שלום גם לכם, מתי זה יגיע?"), "")
	s.add(whatsapp.ConsultStarted{At: nine(s.at + time.Second), Agent: "bob", With: whatsapp.Target{Kind: whatsapp.TargetAgent, Name: "דנה"}})
	s.add(whatsapp.ConsultEnded{At: nine(s.at + 9*time.Second), Agent: "bob"})
	s.out("o2", "bob", list(), "", whatsapp.StatusDelivered)
	s.in("4", message.Answer{By: message.ByList, ID: "mon", Title: "Monday"}, "wamid.o2")
	s.in("5", message.Answer{By: message.ByList, ID: "tue", Title: "Tuesday"}, "wamid.o2")
	s.in("6", message.Media{File: attachment.Image, MIME: "image/jpeg", Caption: "הדלת שלי 🚪"}, "")
	s.add(whatsapp.MediaDescribed{At: nine(s.at + time.Second), ID: "wamid.6", Message: message.Media{Name: "דלת.jpg", Size: 48213}})
	s.in("7", message.Location{Place: location.Place{
		Point: location.MustParse("31.7683,35.2137"), Name: "בית קפה", Address: "יפו 1, ירושלים", URL: "https://cafe.example.com",
	}}, "")
	s.add(whatsapp.NoteAdded{At: nine(s.at + time.Second), Agent: "bob", Text: "Second floor.\nقهوة على اليسار"})
	s.add(whatsapp.Done{At: nine(s.at + 2*time.Second), Agent: "bob", Interaction: 1, Disposition: "answered"})

	s.at += 24 * time.Hour
	s.name = "नूर"
	s.in("10", text("नमस्ते, क्षमा करें — *बहुत* देर हो गई"), "")
	s.add(whatsapp.Queued{At: nine(s.at), Interaction: 2, Why: whatsapp.QueuedNew}, whatsapp.Accepted{At: nine(s.at + 3*time.Second), Agent: "eve"})
	s.out("o10", "eve", text("क्या मैं मदद कर सकती हूँ?\n1. हाँ\n2. नहीं"), "", whatsapp.StatusRead)
	s.in("11", text("はい、お願いします。\n配送は明日ですか？"), "wamid.o10")
	s.in("12", message.Edit{Target: "wamid.11", Message: text("はい、お願いします。配送は明後日ですか？")}, "")
	s.in("13", text("Ops, isto não era para você 😅"), "")
	s.in("14", message.Deletion{Target: "wamid.13"}, "")
	delayed := received(s.at+10*time.Minute, "wamid.15", text("你好，我的包裹丢了"))
	delayed.Envelope.Originated, delayed.Envelope.From.Name = nine(s.at-30*time.Second), s.name
	n := template.Notification{
		ID: "shop_1@ready", Language: "ar", Body: "مرحبا {{1}}! طلبك جاهز.", Footer: "Shop",
		Buttons: []template.Button{template.QuickReply{Text: "شكرا"}, template.QuickReply{Text: "Stop"}},
	}
	s.out("o11", "eve", message.Structured{Structured: n.Fill(template.Arguments{Body: template.Positional("نور 2")})}, "", whatsapp.StatusSent)
	s.in("16", message.Answer{By: message.ByQuickReply, ID: "شكرا", Title: "شكرا"}, "wamid.o11")
	s.add(delayed)
	s.out("o12", "eve", text("Привет! Ваш заказ найден."), "wamid.15", whatsapp.StatusRead)
	s.add(whatsapp.SendFailed{At: nine(s.at + 20*time.Minute), LocalID: "o12", WAMID: "wamid.o12", Error: 131026})
	s.add(whatsapp.Ended{At: nine(s.at + time.Hour), Reason: whatsapp.EndIdle})
	s.add(whatsapp.Done{At: nine(s.at + time.Hour + time.Second), Agent: "eve", Interaction: 2})

	s.at += 6 * time.Hour
	s.name = "Nour \u202eevil\u202c"
	s.in("20", message.Contacts{Cards: []message.Card{{Name: message.Name{Formatted: "สมชาย ใจดี"}}}}, "")
	s.add(whatsapp.Queued{At: nine(s.at), Interaction: 3, Why: whatsapp.QueuedNew})
	s.in("21", message.Order{CatalogID: "c", Text: "Ça va?", Items: []message.OrderItem{{ProductID: "tea", Quantity: 2}}}, "")
	s.in("22", message.Unsupported{Type: "poll"}, "")
	s.in("23", message.System{Event: message.NumberChanged, Text: "Nour changed the number"}, "")
	s.in("24", text("\u202eoverride\x1b[31m and\ttab"), "")
	s.in("25", message.Reaction{Target: "wamid.unknown", Emoji: "👨‍👩‍👧"}, "")
	s.add(called(s.at+time.Minute, "wacid.1", message.Call{Event: message.CallTerminate, Direction: message.Inbound}))
	s.add(whatsapp.Accepted{At: nine(s.at + 2*time.Minute), Agent: "bob"}, whatsapp.Transferred{At: nine(s.at + 3*time.Minute), Agent: "bob", ToQueue: "عربي"})
	s.add(whatsapp.SendRequested{At: nine(s.at + 4*time.Minute), LocalID: "o20", Message: text("Kami akan segera membalas."), Bot: true})
	return s.events
}

// TestGoldenTranscript holds the lines of a long conversation, in whatever order
// its events are delivered, against a file to be read by people.
func TestGoldenTranscript(t *testing.T) {
	for _, a := range []transcript.Audience{transcript.ToAgent, transcript.ToCustomer} {
		v := transcript.View{Audience: a, Options: option.Default()}
		v.Options.TranscriptInteractionsCount = 9
		events := slices.Collect(v.Stream.Stamp(0, longConversation()...))
		var text string
		for i, order := range [][]transcript.Stamped{events, shuffled(slices.Concat(events, events))} {
			got := strings.Join(texts(transcript.Of(slices.Values(order), v)), "\n") + "\n"
			if i > 0 && got != text {
				t.Errorf("%v: another order:\n%s", a, cmp.Diff(text, got))
			}
			text = got
		}
		name := "testdata/" + a.String() + ".golden"
		if *update {
			if err := os.WriteFile(name, []byte(text), 0o644); err != nil { //nolint:gosec // to be read by everybody
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(text, "\n")); diff != "" {
			t.Errorf("%v:\n%s", a, diff)
		}
	}
}
