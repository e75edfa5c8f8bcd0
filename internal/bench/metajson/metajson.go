// Package metajson has webhooks of Meta's shape, and the structs into which decoders
// that go by reflection read them. It is apart from the peers that bring large
// tables, so that encoding/json can be measured in a process without them:
//
//	cd internal/bench && go test -run '^$' -bench Decode -cpu 1 ./metajson
package metajson

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/decorum-go/decorum/whatsapp/identity"
)

// webhook builds a body of n messages, each of a contact of its own.
func webhook(n int, content func(i int) string) []byte {
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

// Text is a webhook with one text.
func Text() []byte {
	return webhook(1, func(int) string { return `"text":{"body":"Hi, is table 7 free tonight? \ud83d\ude42"},"type":"text"` })
}

// Batch is one with 100 messages of four kinds.
func Batch() []byte {
	return webhook(100, func(i int) string {
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

// These structs hold the same members as the notices of cloudapi, in the same types,
// for decoders that go by reflection. Unknown members are lost, and messages are not
// put together with their contacts.

type (
	// Body is a webhook.
	Body struct {
		Object string  `json:"object"`
		Entry  []Entry `json:"entry"`
	}
	// Entry is what it tells of one account.
	Entry struct {
		ID      string   `json:"id"`
		Time    int64    `json:"time"`
		Changes []Change `json:"changes"`
	}
	// Change is what it tells of one subscription.
	Change struct {
		Field string `json:"field"`
		Value Value  `json:"value"`
	}
	// Value is the content of a change.
	Value struct {
		Product  string    `json:"messaging_product"`
		Metadata Number    `json:"metadata"`
		Contacts []Contact `json:"contacts"`
		Messages []Message `json:"messages"`
		Statuses []Status  `json:"statuses"`
		Errors   []Error   `json:"errors"`
	}
	// Number is the number of the business.
	Number struct {
		Display identity.WhatsAppID `json:"display_phone_number"`
		ID      string              `json:"phone_number_id"`
	}
	// Contact is who a contact is.
	Contact struct {
		Profile struct {
			Name     string            `json:"name"`
			Username identity.Username `json:"username"`
		} `json:"profile"`
		WhatsAppID   identity.WhatsAppID `json:"wa_id"`
		UserID       identity.UserID     `json:"user_id"`
		ParentUserID identity.UserID     `json:"parent_user_id"`
	}
	// Message is a message of a contact.
	Message struct {
		From             identity.WhatsAppID `json:"from"`
		FromUserID       identity.UserID     `json:"from_user_id"`
		FromParentUserID identity.UserID     `json:"from_parent_user_id"`
		ID               string              `json:"id"`
		Timestamp        Seconds             `json:"timestamp"`
		Type             string              `json:"type"`
		GroupID          string              `json:"group_id"`
		Context          *Context            `json:"context"`
		Referral         *Referral           `json:"referral"`
		Errors           []Error             `json:"errors"`
		Text             *struct {
			Body string `json:"body"`
		} `json:"text"`
		Image       *Media       `json:"image"`
		Video       *Media       `json:"video"`
		Audio       *Media       `json:"audio"`
		Document    *Media       `json:"document"`
		Sticker     *Media       `json:"sticker"`
		Location    *Location    `json:"location"`
		Interactive *Interactive `json:"interactive"`
		Button      *struct {
			Payload string `json:"payload"`
			Text    string `json:"text"`
		} `json:"button"`
		Reaction *struct {
			MessageID string `json:"message_id"`
			Emoji     string `json:"emoji"`
		} `json:"reaction"`
	}
	// Context is what a message answers, and whether it was forwarded.
	Context struct {
		From                identity.WhatsAppID `json:"from"`
		ID                  string              `json:"id"`
		Forwarded           bool                `json:"forwarded"`
		FrequentlyForwarded bool                `json:"frequently_forwarded"`
	}
	// Referral is the advertisement that a contact came from.
	Referral struct {
		SourceURL  string `json:"source_url"`
		SourceID   string `json:"source_id"`
		SourceType string `json:"source_type"`
		Headline   string `json:"headline"`
		Body       string `json:"body"`
		ClickID    string `json:"ctwa_clid"`
	}
	// Media is a file.
	Media struct {
		ID       string `json:"id"`
		MIME     string `json:"mime_type"`
		SHA256   string `json:"sha256"`
		Caption  string `json:"caption"`
		Filename string `json:"filename"`
		URL      string `json:"url"`
		Voice    bool   `json:"voice"`
		Animated bool   `json:"animated"`
	}
	// Location is a place.
	Location struct {
		Latitude  float64 `json:"latitude"`
		Longitude float64 `json:"longitude"`
		Name      string  `json:"name"`
		Address   string  `json:"address"`
		URL       string  `json:"url"`
	}
	// Interactive is the answer to an interactive message.
	Interactive struct {
		Type   string `json:"type"`
		Button *Reply `json:"button_reply"`
		List   *Reply `json:"list_reply"`
	}
	// Reply is the option that was chosen.
	Reply struct {
		ID          string `json:"id"`
		Title       string `json:"title"`
		Description string `json:"description"`
	}
	// Status is how far a message of the business came.
	Status struct {
		ID          string              `json:"id"`
		Status      string              `json:"status"`
		Timestamp   Seconds             `json:"timestamp"`
		RecipientID identity.WhatsAppID `json:"recipient_id"`
		LocalID     string              `json:"biz_opaque_callback_data"`
		Errors      []Error             `json:"errors"`
	}
	// Error is what went wrong.
	Error struct {
		Code    int64  `json:"code"`
		Title   string `json:"title"`
		Message string `json:"message"`
	}
)

// Seconds is an instant that Meta writes as a string, and others as a number.
type Seconds struct{ time.Time }

// UnmarshalJSON reads seconds since 1970, with or without quotes.
func (s *Seconds) UnmarshalJSON(data []byte) error {
	n, err := strconv.ParseInt(strings.Trim(string(data), `"`), 10, 64)
	s.Time = time.Unix(n, 0).UTC()
	return err
}
