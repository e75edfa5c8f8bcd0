package validation_test

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/go-playground/validator/v10"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/attachment"
	"github.com/decorum-go/decorum/template"
	"github.com/decorum-go/decorum/whatsapp/localize"
	"github.com/decorum-go/decorum/whatsapp/message"
	"github.com/decorum-go/decorum/whatsapp/validation"
)

// Reminder is what the clients of a host's own API send.
type Reminder struct {
	To       string                `json:"to" validate:"required,wa_id"`
	Language string                `json:"language" validate:"wa_language"`
	Channel  string                `json:"channel" validate:"oneof=sales service"`
	Values   []string              `json:"values" validate:"max=3,dive,wa_parameter"`
	Link     string                `json:"link,omitempty" validate:"omitempty,wa_url"`
	Message  template.ReplyButtons `json:"message"`
}

func Example() {
	v := validator.New(validator.WithRequiredStructEnabled())
	if err := validation.Register(v, template.Workspace()); err != nil {
		fmt.Println(err)
		return
	}

	var r Reminder
	if err := json.Unmarshal([]byte(`{
		"to": "+1 516",
		"language": "pt_BR",
		"channel": "gossip",
		"values": ["Ana", "Friday\nmorning"],
		"link": "javascript:alert(1)",
		"message": {
			"type": "reply_buttons",
			"body": "Shall we deliver?",
			"buttons": [{"id": "yes", "title": "Yes"}, {"id": "no", "title": "No, on another day please"}]
		}
	}`), &r); err != nil {
		fmt.Println(err)
		return
	}

	vs := validation.Violations(v.Struct(r), r)
	for _, tag := range []string{"en", "es"} {
		for _, text := range localize.For(tag).Violations(vs) {
			fmt.Println(text)
		}
	}
	// Output:
	// /to: holds a character that may not stand here; remove it (at byte 2); want digits
	// /channel: not known; want sales, service
	// /values/1: holds a new line, a tab or more than four spaces in a row; use single spaces (at byte 6)
	// /link: not supported here (at byte 0); want http, https
	// /message/buttons/1/title: 25 code points, at most 20
	// /to: contiene un carácter que no se permite aquí; quítelo (en el byte 2); se espera digits
	// /channel: desconocido; se espera sales, service
	// /values/1: contiene un salto de línea, una tabulación o más de cuatro espacios seguidos; use espacios simples (en el byte 6)
	// /link: no se admite aquí (en el byte 0); se espera http, https
	// /message/buttons/1/title: 25 puntos de código, máximo 20
}

func ExampleViolations() {
	type Contact struct {
		Phone string `json:"phone" validate:"phone_valid"`
	}
	type Import struct {
		Contacts []Contact `json:"contacts" validate:"dive"`
	}
	v := validator.New()
	if err := validation.Register(v, template.CloudAPI()); err != nil {
		fmt.Println(err)
		return
	}
	in := Import{Contacts: []Contact{{"+1 (516) 283-7151"}, {"+999 123 456"}}}
	vs := validation.Violations(v.Struct(in), in)
	for _, found := range vs {
		fmt.Println(found.Path) // for a form that marks its fields
	}
	fmt.Println(vs.Err()) // for a caller
	// Output:
	// /contacts/1/phone
	// /contacts/1/phone: begins with no country's calling code; check the digits after the plus (at byte 1)
}

func ExampleRegister() {
	v := validator.New()
	limits := template.Workspace()
	limits.Body.Max = 160 // a host's own limit
	if err := validation.Register(v, limits); err != nil {
		fmt.Println(err)
		return
	}
	address := "http://bank.com@decorum.dev"
	for _, in := range []struct{ tag, text string }{
		{"wa_body", strings.Repeat("é", 161)}, {"wa_url", address}, {"wa_safe_url", address},
	} {
		for _, found := range validation.Violations(v.Var(in.text, in.tag)) {
			fmt.Printf("%s: %v\n", in.tag, found)
		}
	}
	// Output:
	// wa_body: 161 code points, at most 160
	// wa_safe_url: not protected; use https (at byte 0)
	// wa_safe_url: looks like something that it is not; check it (at byte 7)
}

// A host's struct with messages of package message, and a type of its own.
func ExampleCheckOf() {
	type Price struct {
		Cents int `json:"cents"`
	}
	type Campaign struct {
		Price    Price             `json:"price"`
		Messages []message.Message `json:"messages" validate:"dive"`
	}
	limits := message.CloudAPI()
	v := validator.New()
	err := validation.Register(
		v, limits.Structured,
		validation.CheckOf(func(m message.Message) decorum.Violations { return m.Check(limits) }, message.Types()...),
		validation.CheckOf(func(p Price) (vs decorum.Violations) {
			if p.Cents <= 0 {
				vs = vs.Add(decorum.Violation{Code: decorum.OutOfRange, Severity: decorum.SeverityError, Path: "/cents", Want: "1 or more"})
			}
			return vs
		}),
	)
	if err != nil {
		fmt.Println(err)
		return
	}
	c := Campaign{Messages: []message.Message{
		message.Text{Body: "Hello"},
		message.Media{File: attachment.Image, ID: "1003383421387256", Caption: strings.Repeat("a", 1025)},
		message.Structured{Structured: template.ReplyButtons{Body: "Shall we deliver?"}},
	}}
	for _, found := range validation.Violations(v.Struct(c), c) {
		fmt.Println(found)
	}
	// Output:
	// /price/cents: out of range; want 1 or more
	// /messages/1/caption: 1025 code points, at most 1024
	// /messages/2/structured/buttons: missing; give a value
}
