package main

import (
	"encoding/json"
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	gojson "github.com/goccy/go-json"

	"github.com/decorum-go/decorum/attachment"
	"github.com/decorum-go/decorum/whatsapp/identity"
	"github.com/decorum-go/decorum/whatsapp/message"
)

func messageAreas() []area {
	return []area{messageReadArea(), messageWriteArea(), messageCheckArea()}
}

// A plainMessage is a message as a program without a union would keep it: one
// struct with the members of all kinds, and nothing kept that it does not know.
type plainMessage struct {
	Type        string        `json:"type"`
	Body        string        `json:"body,omitempty"`
	ID          string        `json:"id,omitempty"`
	MIME        string        `json:"mime_type,omitempty"`
	Caption     string        `json:"caption,omitempty"`
	SHA256      string        `json:"sha256,omitempty"`
	By          string        `json:"by,omitempty"`
	Title       string        `json:"title,omitempty"`
	Description string        `json:"description,omitempty"`
	Envelope    plainEnvelope `json:"-"`
}

type plainParty struct {
	WhatsAppID string `json:"wa_id,omitempty"`
	Name       string `json:"name,omitempty"`
}

type plainEnvelope struct {
	ID         string     `json:"id"`
	Direction  string     `json:"direction"`
	From       plainParty `json:"from"`
	Originated time.Time  `json:"originated"`
	Context    struct {
		ID string `json:"id"`
	} `json:"context"`
}

var messageTime = time.Date(2025, 11, 21, 9, 30, 0, 0, time.UTC)

func benchMessages() ([]message.Message, message.Envelope) {
	messages := []message.Message{
		message.Text{Body: "Good morning! Où est ma commande n° 1042? 🙂"},
		message.Media{
			File: attachment.Image, ID: "1003383421387256", MIME: "image/jpeg", Caption: "Taj Mahal",
			SHA256: "SfInY0gGKTsJlUWbwxC1k+FAD0FZHvzwfpvO0zX0GUI=",
		},
		message.Answer{By: message.ByList, ID: "priority_express", Title: "Priority Mail Express", Description: "Next Day to 2 Days"},
	}
	envelope := message.Envelope{
		ID: "wamid.HBgLMTY1MDM4Nzk0MzkVAgASGBQzQTRBNjU5OUFFRTAzODEwMTQ0RgA=", Direction: message.Inbound,
		From:       message.Party{Identity: identity.Identity{WhatsAppID: identity.MustParseWhatsAppID("16505551234")}, Name: "Sheena Nelson"},
		Originated: messageTime,
		Context:    message.Context{ID: "wamid.HBgLMTY1MDM4Nzk0MzkVAgARGBJGMzEyNzhENTZDMzNGODlDRDgA"},
	}
	return messages, envelope
}

// benchJSON returns the JSON of the messages and, last, of the envelope.
func benchJSON() [][]byte {
	messages, envelope := benchMessages()
	var all [][]byte
	for _, m := range append([]json.Marshaler{envelope}, asMarshalers(messages)...) {
		data, err := m.MarshalJSON()
		if err != nil {
			panic(err)
		}
		all = append(all, data)
	}
	return append(all[1:], all[0])
}

func asMarshalers(messages []message.Message) []json.Marshaler {
	all := make([]json.Marshaler, len(messages))
	for i, m := range messages {
		all[i] = m
	}
	return all
}

func readPlain(unmarshal func([]byte, any) error, documents [][]byte) ([]plainMessage, error) {
	last := len(documents) - 1
	all := make([]plainMessage, last)
	for i := range all {
		if err := unmarshal(documents[i], &all[i]); err != nil {
			return nil, err
		}
	}
	var e plainEnvelope
	if err := unmarshal(documents[last], &e); err != nil {
		return nil, err
	}
	for i := range all {
		all[i].Envelope = e
	}
	return all, nil
}

func readMessages(documents [][]byte) ([]message.Message, message.Envelope, error) {
	last := len(documents) - 1
	all := make([]message.Message, last)
	for i := range all {
		m, err := message.Unmarshal(documents[i])
		if err != nil {
			return nil, message.Envelope{}, err
		}
		all[i] = m
	}
	var e message.Envelope
	err := e.UnmarshalJSON(documents[last])
	return all, e, err
}

func messageReadArea() area {
	documents := benchJSON()
	size := 0
	for _, d := range documents {
		size += len(d)
	}
	plain := func(unmarshal func([]byte, any) error) func() {
		return func() {
			all, _ := readPlain(unmarshal, documents)
			sink += len(all)
		}
	}
	return area{
		name: fmt.Sprintf("message: read a text, an image, an answer and their envelope, %d bytes", size),
		check: func() error {
			messages, envelope, err := readMessages(documents)
			if err != nil {
				return err
			}
			want, wantEnvelope := benchMessages()
			theirs, err := readPlain(json.Unmarshal, documents)
			if err != nil {
				return err
			}
			for i, m := range messages {
				if m != want[i] || envelope != wantEnvelope || theirs[i].Type != string(m.Kind()) || theirs[i].Envelope.ID != envelope.ID {
					return fmt.Errorf("%v, want %v; they have %v", m, want[i], theirs[i])
				}
			}
			return nil
		},
		candidates: []candidate{
			{name: "message.Unmarshal", run: func() {
				all, _, _ := readMessages(documents)
				sink += len(all)
			}},
			{name: "encoding/json, one struct for all, ids unparsed", target: 2, run: plain(json.Unmarshal)},
			{name: "goccy/go-json, one struct for all, ids unparsed", run: plain(gojson.Unmarshal)},
			{name: "json.Valid", run: func() {
				for _, d := range documents {
					if json.Valid(d) {
						sink++
					}
				}
			}},
		},
	}
}

func messageWriteArea() area {
	messages, envelope := benchMessages()
	documents := benchJSON()
	theirs, err := readPlain(json.Unmarshal, documents)
	if err != nil {
		panic(err)
	}
	dst := make([]byte, 0, 1024)
	write := func() []byte {
		out := dst
		for _, m := range messages {
			out, _ = m.AppendJSON(out)
		}
		out, _ = envelope.AppendJSON(out)
		return out
	}
	writePlain := func(marshal func(any) ([]byte, error)) int {
		n := 0
		for i := range theirs {
			out, _ := marshal(&theirs[i])
			n += len(out)
		}
		out, _ := marshal(&theirs[0].Envelope)
		return n + len(out)
	}
	return area{
		name: fmt.Sprintf("message: write a text, an image, an answer and their envelope, %d bytes", len(write())),
		check: func() error {
			return same(len(write()), writePlain(json.Marshal))
		},
		candidates: []candidate{
			{name: "AppendJSON", run: func() { sink += len(write()) }},
			{name: "encoding/json, one struct for all", target: 2, run: func() { sink += writePlain(json.Marshal) }},
			{name: "goccy/go-json, one struct for all", run: func() { sink += writePlain(gojson.Marshal) }},
		},
	}
}

func messageCheckArea() area {
	body := strings.Repeat("我们建议您重新启动设备。", 300) // 3,600 characters, 10,800 bytes
	m := message.Text{Body: body}
	limits := message.CloudAPI()
	return area{
		name: "message: check a text of 3,600 Chinese characters",
		check: func() error {
			return same(len(m.Check(limits)) == 0, utf8.ValidString(body) && utf8.RuneCountInString(body) <= limits.Text.Max)
		},
		candidates: []candidate{
			{name: "Text.Check", run: func() { sink += len(m.Check(limits)) }},
			{name: "utf8.ValidString and utf8.RuneCountInString", run: func() {
				if utf8.ValidString(body) && utf8.RuneCountInString(body) <= limits.Text.Max {
					sink++
				}
			}},
			{name: "utf8.ValidString", limit: true, run: func() {
				if utf8.ValidString(body) {
					sink++
				}
			}},
		},
	}
}
