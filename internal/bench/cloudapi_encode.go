package main

import (
	"bytes"
	"encoding/json"
	"fmt"

	"github.com/bytedance/sonic"
	gojson "github.com/goccy/go-json"

	"github.com/decorum-go/decorum/template"
	"github.com/decorum-go/decorum/whatsapp/cloudapi"
	"github.com/decorum-go/decorum/whatsapp/identity"
	"github.com/decorum-go/decorum/whatsapp/message"
)

func cloudapiEncodeAreas() []area {
	list := template.List{
		Header: template.TextHeader{Text: "Delivery"}, Body: "When shall we deliver your order n° 1042?", Footer: "You can change it until noon.",
		Menu: "Choose", Sections: []template.Section{{Title: "This week"}, {Title: "Next week"}},
	}
	for i := range 10 {
		s := &list.Sections[i/5]
		s.Rows = append(s.Rows, template.Row{
			ID: fmt.Sprintf("slot-%d", i), Title: fmt.Sprintf("Slot %d", i+1), Description: "Between 9:00 and 12:00, by our own driver",
		})
	}
	ready := template.Notification{
		ID: "order_ready", Language: "en_US", Body: "Hello {{1}}, your order {{2}} of {{3}} is ready.",
		Buttons: []template.Button{template.URLButton{Text: "Track", URL: "https://example.com/{{1}}"}},
	}.Fill(template.Arguments{
		Body:    template.Positional("Ann", "1042", "21 November 2025"),
		Buttons: []template.ButtonValue{{Button: 0, Value: "1042"}},
	})
	return []area{
		requestArea("a text", message.Text{Body: "Good morning! Où est ma commande n° 1042? 🙂"}),
		requestArea("a list with ten rows", message.Structured{Structured: list}),
		requestArea("a notification", message.Structured{Structured: ready}),
	}
}

// A plainRequest is a send request as the structs of most programs have it.
type plainRequest struct {
	Product     string            `json:"messaging_product"`
	Type        string            `json:"recipient_type"`
	To          string            `json:"to"`
	Context     *plainContext     `json:"context,omitempty"`
	Local       string            `json:"biz_opaque_callback_data,omitempty"`
	Kind        string            `json:"type"`
	Text        *plainText        `json:"text,omitempty"`
	Interactive *plainInteractive `json:"interactive,omitempty"`
	Template    *plainTemplate    `json:"template,omitempty"`
}

type plainContext struct {
	ID string `json:"message_id"`
}

type plainText struct {
	Preview bool   `json:"preview_url,omitempty"`
	Body    string `json:"body"`
}

type plainInteractive struct {
	Type   string       `json:"type"`
	Header *plainHeader `json:"header,omitempty"`
	Body   *plainBody   `json:"body,omitempty"`
	Footer *plainBody   `json:"footer,omitempty"`
	Action plainAction  `json:"action"`
}

type plainHeader struct {
	Type string `json:"type"`
	Text string `json:"text,omitempty"`
}

type plainBody struct {
	Text string `json:"text"`
}

type plainAction struct {
	Button   string         `json:"button,omitempty"`
	Sections []plainSection `json:"sections,omitempty"`
}

type plainSection struct {
	Title string     `json:"title,omitempty"`
	Rows  []plainRow `json:"rows"`
}

type plainRow struct {
	ID          string `json:"id"`
	Title       string `json:"title"`
	Description string `json:"description,omitempty"`
}

type plainTemplate struct {
	Name       string           `json:"name"`
	Language   plainLanguage    `json:"language"`
	Components []plainComponent `json:"components,omitempty"`
}

type plainLanguage struct {
	Code string `json:"code"`
}

type plainComponent struct {
	Type       string           `json:"type"`
	SubType    string           `json:"sub_type,omitempty"`
	Index      *int             `json:"index,omitempty"`
	Parameters []plainParameter `json:"parameters"`
}

type plainParameter struct {
	Type string `json:"type"`
	Text string `json:"text"`
}

// requestArea compares the writing of a request. The peers have it in structs of
// Meta's shape already; ours is made of the message.
func requestArea(what string, m message.Message) area {
	to := identity.Identity{WhatsAppID: identity.MustParseWhatsAppID("16505551234")}
	o := cloudapi.Options{ReplyTo: "wamid.HBgLMTY1MDM4Nzk0MzkVAgARGBJGMzEyNzhENTZDMzNGODlDRDgA", LocalID: "m-42"}
	dst := make([]byte, 0, 4096)
	body, err := cloudapi.AppendRequest(nil, to, m, o)
	if err != nil {
		panic(err)
	}
	var plain plainRequest
	if err := json.Unmarshal(body, &plain); err != nil {
		panic(err)
	}
	peer := func(marshal func(any) ([]byte, error)) func() {
		return func() {
			out, _ := marshal(&plain)
			sink += len(out)
		}
	}
	var buffer bytes.Buffer
	encoder := json.NewEncoder(&buffer)
	encoder.SetEscapeHTML(false)
	return area{
		name: fmt.Sprintf("cloudapi: write the request for %s, %d bytes", what, len(body)),
		check: func() error {
			for _, marshal := range []func(any) ([]byte, error){json.Marshal, gojson.Marshal, sonic.Marshal} {
				out, err := marshal(&plain)
				if err != nil {
					return err
				}
				if !bytes.Equal(out, body) {
					return fmt.Errorf("%s, want %s", out, body)
				}
			}
			return nil
		},
		candidates: []candidate{
			{name: "cloudapi.AppendRequest, from the message", run: func() {
				out, _ := cloudapi.AppendRequest(dst, to, m, o)
				sink += len(out)
			}},
			{name: "encoding/json Marshal, from structs of Meta's shape", target: 2, run: peer(json.Marshal)},
			{name: "encoding/json Encoder, memory used again", run: func() {
				buffer.Reset()
				if encoder.Encode(&plain) == nil {
					sink += buffer.Len()
				}
			}},
			{name: "goccy/go-json Marshal", run: peer(gojson.Marshal)},
			{name: "bytedance/sonic Marshal", run: peer(sonic.Marshal)},
			{name: "copy", limit: true, run: func() { sink += len(append(dst, body...)) }},
		},
	}
}
