// Package wiretest holds a decoder and an encoder as the users of package wire
// write theirs, with what they read and write: package wire's budgets and the
// measurements are taken from them. The payloads are made up, in the shapes of
// Meta's Cloud API.
package wiretest

import (
	"fmt"
	"strconv"

	"github.com/decorum-go/decorum/internal/wire"
)

// The parts of a webhook, as far as a measurement needs them.
type (
	// A Webhook is the whole.
	Webhook struct {
		Object string  `json:"object"`
		Entry  []Entry `json:"entry"`
	}
	// An Entry is a part of it, of that name on the wire.
	Entry struct {
		ID      string   `json:"id"`
		Changes []Change `json:"changes"`
	}
	// A Change is a part of it, of that name on the wire.
	Change struct {
		Value Value  `json:"value"`
		Field string `json:"field"`
	}
	// A Value is a part of it, of that name on the wire.
	Value struct {
		Product  string    `json:"messaging_product"`
		Metadata Metadata  `json:"metadata"`
		Contacts []Contact `json:"contacts"`
		Messages []Message `json:"messages"`
	}
	// A Metadata is a part of it, of that name on the wire.
	Metadata struct {
		Display string `json:"display_phone_number"`
		ID      string `json:"phone_number_id"`
	}
	// A Contact is a part of it, of that name on the wire.
	Contact struct {
		Profile Profile `json:"profile"`
		ID      string  `json:"wa_id"`
	}
	// A Profile is a part of it, of that name on the wire.
	Profile struct {
		Name string `json:"name"`
	}
	// A Message is a part of it, of that name on the wire.
	Message struct {
		From        string       `json:"from"`
		ID          string       `json:"id"`
		Timestamp   string       `json:"timestamp"`
		Type        string       `json:"type"`
		Text        *Text        `json:"text"`
		Image       *Image       `json:"image"`
		Interactive *Interactive `json:"interactive"`
		Location    *Location    `json:"location"`
	}
	// A Text is a part of it, of that name on the wire.
	Text struct {
		Body string `json:"body"`
	}
	// An Image is a part of it, of that name on the wire.
	Image struct {
		ID      string `json:"id"`
		Type    string `json:"mime_type"`
		SHA256  string `json:"sha256"`
		Caption string `json:"caption"`
	}
	// An Interactive is a part of it, of that name on the wire.
	Interactive struct {
		Type      string    `json:"type"`
		ListReply ListReply `json:"list_reply"`
	}
	// A ListReply is a part of it, of that name on the wire.
	ListReply struct {
		ID          string `json:"id"`
		Title       string `json:"title"`
		Description string `json:"description"`
	}
	// A Location is a part of it, of that name on the wire.
	Location struct {
		Latitude  float64 `json:"latitude"`
		Longitude float64 `json:"longitude"`
		Name      string  `json:"name"`
		Address   string  `json:"address"`
	}
)

// A decoder decodes webhooks by package wire. What it does not reset it may
// use again: the memory of messages is always new.
type decoder struct {
	r            wire.Reader
	texts        wire.Arena[Text]
	images       wire.Arena[Image]
	interactives wire.Arena[Interactive]
	locations    wire.Arena[Location]
}

// DecodeWebhook decodes a body into memory of its own.
func DecodeWebhook(body []byte) (Webhook, error) {
	var d decoder
	d.r.Reset(body, wire.Limits{})
	h := d.webhook()
	return h, d.r.Done()
}

// BorrowWebhook decodes a body that is a string already.
func BorrowWebhook(body string) (Webhook, error) {
	var d decoder
	d.r.ResetString(body, wire.Limits{})
	h := d.webhook()
	return h, d.r.Done()
}

func (d *decoder) webhook() (h Webhook) {
	r := &d.r
	for key := range r.Object() {
		switch key {
		case "object":
			h.Object = r.Text()
		case "entry":
			for range r.Array() {
				d.entry(wire.Grow(&h.Entry))
			}
		}
	}
	return h
}

func (d *decoder) entry(e *Entry) {
	r := &d.r
	for key := range r.Object() {
		switch key {
		case "id":
			e.ID = r.Text()
		case "changes":
			for range r.Array() {
				d.change(wire.Grow(&e.Changes))
			}
		}
	}
}

func (d *decoder) change(c *Change) {
	r := &d.r
	for key := range r.Object() {
		switch key {
		case "field":
			c.Field = r.Text()
		case "value":
			d.value(&c.Value)
		}
	}
}

func (d *decoder) value(v *Value) {
	r := &d.r
	for key := range r.Object() {
		switch key {
		case "messaging_product":
			v.Product = r.Text()
		case "metadata":
			for key := range r.Object() {
				switch key {
				case "display_phone_number":
					v.Metadata.Display = r.Text()
				case "phone_number_id":
					v.Metadata.ID = r.Text()
				}
			}
		case "contacts":
			for range r.Array() {
				d.contact(wire.Grow(&v.Contacts))
			}
		case "messages":
			for range r.Array() {
				d.message(wire.Grow(&v.Messages))
			}
		}
	}
}

func (d *decoder) contact(c *Contact) {
	r := &d.r
	for key := range r.Object() {
		switch key {
		case "wa_id":
			c.ID = r.Text()
		case "profile":
			for key := range r.Object() {
				if key == "name" {
					c.Profile.Name = r.Text()
				}
			}
		}
	}
}

func (d *decoder) message(m *Message) {
	r := &d.r
	for key := range r.Object() {
		switch key {
		case "from":
			m.From = r.Text()
		case "id":
			m.ID = r.Text()
		case "timestamp":
			m.Timestamp = r.Text()
		case "type":
			m.Type = r.Text()
		case "text":
			m.Text = d.texts.New()
			for key := range r.Object() {
				if key == "body" {
					m.Text.Body = r.Text()
				}
			}
		case "image":
			m.Image = d.images.New()
			d.image(m.Image)
		case "interactive":
			m.Interactive = d.interactives.New()
			d.interactive(m.Interactive)
		case "location":
			m.Location = d.locations.New()
			d.location(m.Location)
		}
	}
}

func (d *decoder) image(m *Image) {
	r := &d.r
	for key := range r.Object() {
		switch key {
		case "id":
			m.ID = r.Text()
		case "mime_type":
			m.Type = r.Text()
		case "sha256":
			m.SHA256 = r.Text()
		case "caption":
			m.Caption = r.Text()
		}
	}
}

func (d *decoder) interactive(m *Interactive) {
	r := &d.r
	for key := range r.Object() {
		switch key {
		case "type":
			m.Type = r.Text()
		case "list_reply":
			for key := range r.Object() {
				switch key {
				case "id":
					m.ListReply.ID = r.Text()
				case "title":
					m.ListReply.Title = r.Text()
				case "description":
					m.ListReply.Description = r.Text()
				}
			}
		}
	}
}

func (d *decoder) location(m *Location) {
	r := &d.r
	for key := range r.Object() {
		switch key {
		case "latitude":
			m.Latitude = r.Float64()
		case "longitude":
			m.Longitude = r.Float64()
		case "name":
			m.Name = r.Text()
		case "address":
			m.Address = r.Text()
		}
	}
}

// TextWebhook is a webhook with one text, about 520 bytes, written as Meta writes
// it: characters outside of ASCII and slashes are escaped.
func TextWebhook() string {
	return webhook(1, func(int) string {
		return `{"from":"5491155551234","id":"wamid.HBgNNTQ5MTE1NTU1MTIzNBUCABIYFDNBRDBGNTQ2QTA3QTlCNkJEQ0E1AA==","timestamp":"1763766000","text":{"body":"Hi, is table 7 free tonight? \ud83d\ude42"},"type":"text"}`
	})
}

// BatchWebhook is a webhook with 100 contacts and 100 messages, about 33 KB.
func BatchWebhook() string {
	return webhook(100, func(i int) string {
		head := fmt.Sprintf(`{"from":"54911555%05d","id":"wamid.HBgNNTQ5MTE1NTU%05dBUCABIYFDNBRDBGNTQ2QTA3QTlCNkJEQ0E1RUE3MDk1MkU5NAA=","timestamp":"17637%05d",`, i*7, i*31, i)
		switch i % 4 {
		case 0:
			return head + `"text":{"body":"Order ` + strconv.Itoa(i) + `: when will it be here?"},"type":"text"}`
		case 1:
			return head + `"type":"image","image":{"caption":"Se ve as\u00ed, foto ` + strconv.Itoa(i) + `","mime_type":"image\/jpeg","sha256":"29ed500fa64eb55fc19dc4124acb300e5dcca0f822a3","id":"24823` + strconv.Itoa(i) + `"}}`
		case 2:
			return head + `"type":"interactive","interactive":{"type":"list_reply","list_reply":{"id":"row-` + strconv.Itoa(i) + `","title":"Express delivery","description":"Tomorrow before noon"}}}`
		default:
			return head + `"location":{"latitude":-34.6037` + strconv.Itoa(i) + `,"longitude":-58.3816,"name":"Obelisco","address":"Av. 9 de Julio s\/n"},"type":"location"}`
		}
	})
}

func webhook(n int, message func(i int) string) string {
	contacts, messages := "", ""
	for i := range n {
		if i > 0 {
			contacts += ","
			messages += ","
		}
		contacts += fmt.Sprintf(`{"profile":{"name":"Luc\u00eda %d"},"wa_id":"54911555%05d"}`, i, i*7)
		messages += message(i)
	}
	return `{"object":"whatsapp_business_account","entry":[{"id":"102290129340398","changes":[{"value":{"messaging_product":"whatsapp","metadata":{"display_phone_number":"15550783881","phone_number_id":"106540352242922"},"contacts":[` +
		contacts + `],"messages":[` + messages + `]},"field":"messages"}]}]}`
}
