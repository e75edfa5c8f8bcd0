package message_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"github.com/decorum-go/decorum/attachment"
	"github.com/decorum-go/decorum/template"
	"github.com/decorum-go/decorum/whatsapp/identity"
	"github.com/decorum-go/decorum/whatsapp/message"
)

// May this message go out, and how is it kept?
func Example() {
	var m message.Message = message.Text{Body: strings.Repeat("Bună ziua! ", 400)}
	for _, v := range m.Check(message.Workspace()) {
		fmt.Println(v)
	}

	m = message.Text{Body: "Bună ziua!"}
	data, _ := json.Marshal(m)
	fmt.Println(string(data))
	back, _ := message.Unmarshal(data)
	fmt.Println(back == m)
	// Output:
	// /body: 4800 bytes, at most 4096
	// {"type":"text","body":"Bună ziua!"}
	// true
}

// What came in is told apart by a type switch; what this version does not know
// is kept as it is.
func ExampleUnmarshal() {
	for _, line := range []string{
		`{"type":"answer","by":"list","id":"express","title":"Express"}`,
		`{"type":"image","id":"1003383421387256","caption":"Taj Mahal"}`,
		`{"type":"hologram","beams":3}`,
	} {
		m, err := message.Unmarshal([]byte(line))
		if err != nil {
			fmt.Println(err)
			continue
		}
		switch m := m.(type) {
		case message.Answer:
			fmt.Println("chose", m.ID)
		case message.Media:
			fmt.Println(m.File, m.Caption)
		case message.Unknown:
			fmt.Println("kept", m.Raw)
		}
	}
	// Output:
	// chose express
	// image Taj Mahal
	// kept {"type":"hologram","beams":3}
}

// A toast shows any message in one line.
func ExampleMessage_preview() {
	for _, m := range []message.Message{
		message.Text{Body: "Where is\nmy order?"},
		message.Media{File: attachment.Document, Name: "invoice.pdf"},
		message.Reaction{Target: "wamid.1", Emoji: "👍"},
		message.Unsupported{Type: "poll"},
	} {
		fmt.Println(m.Preview())
	}
	// Output:
	// Where is my order?
	// Document: invoice.pdf
	// Reaction: 👍
	// Unsupported message: poll
}

// A structured message is measured with its values put in.
func ExampleStructured() {
	n := template.Notification{ID: "shop@order_ready", Language: "en", Body: "Hi {{1}}, your order is ready."}
	m := message.Structured{Structured: n.Fill(template.Arguments{})}
	for _, v := range m.Check(message.Workspace()) {
		fmt.Println(v)
	}
	// Output:
	// /structured/arguments/body/0: missing; give a value
}

// Limits are data. Where both Meta's and the option's limit hold, both are told.
func ExampleLimits() {
	limits := message.CloudAPI()
	limits.TextBytes = message.Workspace().TextBytes
	limits.TextBytes.Max = 10
	fmt.Println(message.Text{Body: "déjà-vu ☺"}.Check(limits))
	// Output:
	// [/body: 13 bytes, at most 10]
}

func ExampleMedia_Attachment() {
	voice := message.Media{File: attachment.Audio, ID: "1", MIME: "audio/mpeg", Voice: true, Size: 48_213}
	fmt.Println(voice.Check(message.Workspace()))
	fmt.Println(attachment.Workspace().Check(voice.Attachment()).Has("type_not_allowed"))
	// Output:
	// [/voice: warning: works, but another value is recommended; want audio/ogg; codecs=opus]
	// true
}

// Two messages say what the customer chose; the last one counts.
func ExampleAnswer_Choice() {
	asked := template.ReplyButtons{Body: "Friday?", Buttons: []template.Reply{{ID: "y", Title: "Yes"}, {ID: "n", Title: "No"}}}
	first := message.Answer{By: message.ByReplyButton, ID: "y", Title: "Yes"}
	later := message.Answer{By: message.ByReplyButton, ID: "n", Title: "No"}
	p, _ := template.Answered(asked, first.Choice(), later.Choice())
	for _, o := range p.Sections[0].Options {
		fmt.Println(o.Title, o.Chosen)
	}
	// Output:
	// Yes false
	// No true
}

func ExampleEnvelope() {
	e := message.Envelope{
		ID:         "wamid.HBgLMTUxNjI4MzcxNTEVAgASGBQzQTRB",
		Direction:  message.Inbound,
		From:       message.Party{Identity: identity.Identity{WhatsAppID: identity.MustParseWhatsAppID("15162837151")}, Name: "Ann"},
		Originated: time.Date(2025, 11, 21, 9, 30, 0, 0, time.UTC),
		Context:    message.Context{ID: "wamid.HBgLMTUxNjI4MzcxNTEVAgARGBJD"},
	}
	data, _ := json.Marshal(e)
	fmt.Println(string(data))
	fmt.Println(e.Contact().Name, e.LogValue())
	// Output:
	// {"id":"wamid.HBgLMTUxNjI4MzcxNTEVAgASGBQzQTRB","direction":"inbound","from":{"wa_id":"15162837151","name":"Ann"},"originated":"2025-11-21T09:30:00Z","context":{"id":"wamid.HBgLMTUxNjI4MzcxNTEVAgARGBJD"}}
	// Ann [id=...AgASGBQzQTRB direction=inbound from=[wa_id=+1********51] originated=2025-11-21 09:30:00 +0000 UTC]
}

func ExampleTarget() {
	fmt.Println(message.Target(message.Reaction{Target: "wamid.1", Emoji: "❤️"}))
	fmt.Println(message.Target(message.Deletion{Target: "wamid.2"}))
	// Output:
	// wamid.1
	// wamid.2
}
