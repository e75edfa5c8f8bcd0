package main

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/bytedance/sonic"
	gojson "github.com/goccy/go-json"

	"github.com/decorum-go/decorum/whatsapp/cloudapi"
	"github.com/decorum-go/decorum/whatsapp/identity"
	"github.com/decorum-go/decorum/whatsapp/message"
)

func cloudapiDecodeAreas() []area {
	text, batch := metaText(), metaBatch()
	return []area{
		cloudapiDecodeArea("a webhook with one text", text, 4),
		cloudapiDecodeArea("a webhook with 100 messages", batch, 4),
		cloudapiVerifyArea("a webhook with one text", text),
		cloudapiVerifyArea("a webhook with 100 messages", batch),
	}
}

// metaWebhook builds a webhook of n messages, each of a contact of its own.
func metaWebhook(n int, content func(i int) string) []byte {
	var contacts, messages []string
	for i := range n {
		contacts = append(contacts, fmt.Sprintf(`{"profile":{"name":"Luc\u00eda %d"},"wa_id":"54911555%05d"}`, i, i))
		messages = append(messages, fmt.Sprintf(
			`{"from":"54911555%05d","id":"wamid.HBgNNTQ5MTE1NTU%05dBUCABIYFDNBRDBGNTQ2QTA3QTlCNkJEQ0E1RUE3MDk1MkU5NAA=","timestamp":"17637%05d",%s}`,
			i, i, i, content(i)))
	}
	return []byte(`{"object":"whatsapp_business_account","entry":[{"id":"102290129340398","changes":[{"value":{"messaging_product":"whatsapp","metadata":` +
		`{"display_phone_number":"15550783881","phone_number_id":"106540352242922"},"contacts":[` + strings.Join(contacts, ",") +
		`],"messages":[` + strings.Join(messages, ",") + `]},"field":"messages"}]}]}`)
}

func metaText() []byte {
	return metaWebhook(1, func(int) string { return `"text":{"body":"Hi, is table 7 free tonight? \ud83d\ude42"},"type":"text"` })
}

func metaBatch() []byte {
	return metaWebhook(100, func(i int) string {
		n := strconv.Itoa(i)
		switch i % 4 {
		case 0:
			return `"text":{"body":"Order ` + n + `: when will it be here?"},"type":"text"`
		case 1:
			return `"type":"image","image":{"caption":"Se ve as\u00ed, foto ` + n +
				`","mime_type":"image\/jpeg","sha256":"29ed500fa64eb55fc19dc4124acb3","id":"24823` + n + `"}`
		case 2:
			return `"type":"interactive","interactive":{"type":"list_reply","list_reply":{"id":"row-` + n +
				`","title":"Express","description":"Tomorrow before noon"}}`
		default:
			return `"location":{"latitude":-34.6037` + n + `,"longitude":-58.3816,"name":"Obelisco","address":"Av. 9 de Julio s\/n"},"type":"location"`
		}
	})
}

// The structs that hold the same members, in the same types, for decoders that go
// by reflection. Unknown members are lost, and messages are not put together with
// their contacts.
type (
	metaBody struct {
		Object string      `json:"object"`
		Entry  []metaEntry `json:"entry"`
	}
	metaEntry struct {
		ID      string       `json:"id"`
		Time    int64        `json:"time"`
		Changes []metaChange `json:"changes"`
	}
	metaChange struct {
		Field string    `json:"field"`
		Value metaValue `json:"value"`
	}
	metaValue struct {
		Product  string        `json:"messaging_product"`
		Metadata metaNumber    `json:"metadata"`
		Contacts []metaContact `json:"contacts"`
		Messages []metaMessage `json:"messages"`
		Statuses []metaStatus  `json:"statuses"`
		Errors   []metaError   `json:"errors"`
	}
	metaNumber struct {
		Display identity.WhatsAppID `json:"display_phone_number"`
		ID      string              `json:"phone_number_id"`
	}
	metaContact struct {
		Profile struct {
			Name     string            `json:"name"`
			Username identity.Username `json:"username"`
		} `json:"profile"`
		WhatsAppID   identity.WhatsAppID `json:"wa_id"`
		UserID       identity.UserID     `json:"user_id"`
		ParentUserID identity.UserID     `json:"parent_user_id"`
	}
	metaMessage struct {
		From             identity.WhatsAppID `json:"from"`
		FromUserID       identity.UserID     `json:"from_user_id"`
		FromParentUserID identity.UserID     `json:"from_parent_user_id"`
		ID               string              `json:"id"`
		Timestamp        metaSeconds         `json:"timestamp"`
		Type             string              `json:"type"`
		GroupID          string              `json:"group_id"`
		Context          *metaContext        `json:"context"`
		Referral         *metaReferral       `json:"referral"`
		Errors           []metaError         `json:"errors"`
		Text             *struct {
			Body string `json:"body"`
		} `json:"text"`
		Image       *metaMedia       `json:"image"`
		Video       *metaMedia       `json:"video"`
		Audio       *metaMedia       `json:"audio"`
		Document    *metaMedia       `json:"document"`
		Sticker     *metaMedia       `json:"sticker"`
		Location    *metaLocation    `json:"location"`
		Interactive *metaInteractive `json:"interactive"`
		Button      *struct {
			Payload string `json:"payload"`
			Text    string `json:"text"`
		} `json:"button"`
		Reaction *struct {
			MessageID string `json:"message_id"`
			Emoji     string `json:"emoji"`
		} `json:"reaction"`
	}
	metaContext struct {
		From                identity.WhatsAppID `json:"from"`
		ID                  string              `json:"id"`
		Forwarded           bool                `json:"forwarded"`
		FrequentlyForwarded bool                `json:"frequently_forwarded"`
	}
	metaReferral struct {
		SourceURL  string `json:"source_url"`
		SourceID   string `json:"source_id"`
		SourceType string `json:"source_type"`
		Headline   string `json:"headline"`
		Body       string `json:"body"`
		ClickID    string `json:"ctwa_clid"`
	}
	metaMedia struct {
		ID       string `json:"id"`
		MIME     string `json:"mime_type"`
		SHA256   string `json:"sha256"`
		Caption  string `json:"caption"`
		Filename string `json:"filename"`
		URL      string `json:"url"`
		Voice    bool   `json:"voice"`
		Animated bool   `json:"animated"`
	}
	metaLocation struct {
		Latitude  float64 `json:"latitude"`
		Longitude float64 `json:"longitude"`
		Name      string  `json:"name"`
		Address   string  `json:"address"`
		URL       string  `json:"url"`
	}
	metaInteractive struct {
		Type   string     `json:"type"`
		Button *metaReply `json:"button_reply"`
		List   *metaReply `json:"list_reply"`
	}
	metaReply struct {
		ID          string `json:"id"`
		Title       string `json:"title"`
		Description string `json:"description"`
	}
	metaStatus struct {
		ID          string              `json:"id"`
		Status      string              `json:"status"`
		Timestamp   metaSeconds         `json:"timestamp"`
		RecipientID identity.WhatsAppID `json:"recipient_id"`
		LocalID     string              `json:"biz_opaque_callback_data"`
		Errors      []metaError         `json:"errors"`
	}
	metaError struct {
		Code    int64  `json:"code"`
		Title   string `json:"title"`
		Message string `json:"message"`
	}
)

// metaSeconds is an instant that Meta writes as a string, and others as a number.
type metaSeconds struct{ time.Time }

func (s *metaSeconds) UnmarshalJSON(data []byte) error {
	n, err := strconv.ParseInt(strings.Trim(string(data), `"`), 10, 64)
	s.Time = time.Unix(n, 0).UTC()
	return err
}

// content tells what both sides must agree on.
func (m *metaMessage) content() string {
	switch {
	case m.Text != nil:
		return m.Text.Body
	case m.Image != nil:
		return m.Image.ID + m.Image.MIME + m.Image.Caption + m.Image.SHA256
	case m.Interactive != nil:
		return m.Interactive.List.ID + m.Interactive.List.Title + m.Interactive.List.Description
	case m.Location != nil:
		return fmt.Sprintf("%.6f %.6f", m.Location.Latitude, m.Location.Longitude) + m.Location.Name + m.Location.Address
	}
	return ""
}

func contentOf(m message.Message) string {
	switch m := m.(type) {
	case message.Text:
		return m.Body
	case message.Media:
		return m.ID + m.MIME + m.Caption + m.SHA256
	case message.Answer:
		return m.ID + m.Title + m.Description
	case message.Location:
		return fmt.Sprintf("%.6f %.6f", m.Place.Point.Latitude(), m.Place.Point.Longitude()) + m.Place.Name + m.Place.Address
	}
	return "?"
}

// sameWebhook tells where ours differs from theirs.
func sameWebhook(body []byte, unmarshal func([]byte, any) error) error {
	notices, err := cloudapi.Decode(body)
	if err != nil {
		return err
	}
	var theirs metaBody
	if err := unmarshal(body, &theirs); err != nil {
		return err
	}
	value := theirs.Entry[0].Changes[0].Value
	if notices.Len() != len(value.Messages) {
		return fmt.Errorf("%d notices, want %d", notices.Len(), len(value.Messages))
	}
	i := 0
	for n := range notices.All() {
		m, want := n.(*cloudapi.Received), value.Messages[i]
		e := m.Envelope()
		same := e.ID == want.ID && e.From.WhatsAppID == want.From && e.From.Name == value.Contacts[i].Profile.Name &&
			e.Originated.Equal(want.Timestamp.Time) && e.To.PhoneNumberID == value.Metadata.ID && contentOf(m.Message) == want.content()
		if !same {
			return fmt.Errorf("%+v, want %+v", m, want)
		}
		i++
	}
	return nil
}

func metaPeers(body []byte, target float64, before func()) []candidate {
	peer := func(name string, target float64, unmarshal func([]byte, any) error) candidate {
		return candidate{name: name, target: target, run: func() {
			before()
			var w metaBody
			if unmarshal(body, &w) == nil {
				sink += len(w.Entry)
			}
		}}
	}
	return []candidate{
		peer("encoding/json, structs of the same types", target, json.Unmarshal),
		peer("goccy/go-json, the same structs", 0, gojson.Unmarshal),
		peer("sonic, the same structs", 0, sonic.Unmarshal),
	}
}

func cloudapiDecodeArea(name string, body []byte, target float64) area {
	return area{
		name: fmt.Sprintf("cloudapi: decode %s, %d bytes", name, len(body)),
		check: func() error {
			for _, unmarshal := range []func([]byte, any) error{json.Unmarshal, gojson.Unmarshal, sonic.Unmarshal} {
				if err := sameWebhook(body, unmarshal); err != nil {
					return err
				}
			}
			return nil
		},
		candidates: append([]candidate{{name: "cloudapi.Decode", run: func() {
			notices, _ := cloudapi.Decode(body)
			sink += notices.Len()
		}}}, append(metaPeers(body, target, func() {}), candidate{name: "json.Valid", limit: true, run: func() {
			if json.Valid(body) {
				sink++
			}
		}})...),
	}
}

func cloudapiVerifyArea(name string, body []byte) area {
	secret := []byte("an app's secret of 32 characters")
	mac := hmac.New(sha256.New, secret)
	mac.Write(body)
	header := "sha256=" + hex.EncodeToString(mac.Sum(nil))
	verifier := cloudapi.NewVerifier(secret)
	verify := func() {
		h := hmac.New(sha256.New, secret)
		h.Write(body)
		if claimed, err := hex.DecodeString(strings.TrimPrefix(header, "sha256=")); err == nil && hmac.Equal(h.Sum(nil), claimed) {
			sink++
		}
	}
	return area{
		name: fmt.Sprintf("cloudapi: verify and decode %s, %d bytes", name, len(body)),
		check: func() error {
			if !verifier.Verify(header, body) || !cloudapi.Verify(header, body, secret) {
				return fmt.Errorf("the signature is refused")
			}
			return nil
		},
		candidates: append([]candidate{
			{name: "cloudapi.Verifier and Decode", run: func() {
				if verifier.Verify(header, body) {
					notices, _ := cloudapi.Decode(body)
					sink += notices.Len()
				}
			}},
			{name: "cloudapi.Verify and Decode", run: func() {
				if cloudapi.Verify(header, body, secret) {
					notices, _ := cloudapi.Decode(body)
					sink += notices.Len()
				}
			}},
		}, append(metaPeers(body, 0, verify), candidate{name: "the signature alone", limit: true, run: func() {
			if verifier.Verify(header, body) {
				sink++
			}
		}})...),
	}
}
