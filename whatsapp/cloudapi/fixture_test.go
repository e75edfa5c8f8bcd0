package cloudapi_test

import (
	"fmt"
	"strconv"
	"strings"
)

// webhook is a webhook with n messages, each of a contact of its own.
func webhook(n int, message func(i int) string) []byte {
	var contacts, messages []string
	for i := range n {
		contacts = append(contacts, fmt.Sprintf(`{"profile":{"name":"Luc\u00eda %d"},"wa_id":"54911555%05d"}`, i, i))
		messages = append(messages, fmt.Sprintf(
			`{"from":"54911555%05d","id":"wamid.HBgNNTQ5MTE1NTU%05dBUCABIYFDNBRDBGNTQ2QTA3QTlCNkJEQ0E1RUE3MDk1MkU5NAA=","timestamp":"17637%05d",%s}`,
			i, i, i, message(i)))
	}
	return []byte(`{"object":"whatsapp_business_account","entry":[{"id":"102290129340398","changes":[{"value":{"messaging_product":"whatsapp","metadata":` +
		`{"display_phone_number":"15550783881","phone_number_id":"106540352242922"},"contacts":[` + strings.Join(contacts, ",") +
		`],"messages":[` + strings.Join(messages, ",") + `]},"field":"messages"}]}]}`)
}

// textWebhook is a webhook with one text.
func textWebhook() []byte {
	return webhook(1, func(int) string { return `"text":{"body":"Hi, is table 7 free tonight? \ud83d\ude42"},"type":"text"` })
}

// batchWebhook is a webhook with 100 messages of four kinds.
func batchWebhook() []byte {
	return webhook(100, func(i int) string {
		n := strconv.Itoa(i)
		switch i % 4 {
		case 0:
			return `"text":{"body":"Order ` + n + `: when will it be here?"},"type":"text"`
		case 1:
			return `"type":"image","image":{"caption":"Se ve as\u00ed, foto ` + n + `","mime_type":"image\/jpeg","sha256":"29ed500fa64eb55fc19dc4124acb3","id":"24823` + n + `"}`
		case 2:
			return `"type":"interactive","interactive":{"type":"list_reply","list_reply":{"id":"row-` + n + `","title":"Express","description":"Tomorrow before noon"}}`
		default:
			return `"location":{"latitude":-34.6037` + n + `,"longitude":-58.3816,"name":"Obelisco","address":"Av. 9 de Julio s\/n"},"type":"location"`
		}
	})
}

// statusesWebhook is a webhook with n statuses.
func statusesWebhook(n int) []byte {
	var statuses []string
	for i := range n {
		statuses = append(statuses, fmt.Sprintf(
			`{"id":"wamid.HBgNNTQ5MTE1NTU%05dBUCABIYFDNBRDBGNTQ2QTA3QTlCNkJEQ0E1RUE3MDk1MkU5NAA=","status":"delivered","timestamp":"17637%05d",`+
				`"recipient_id":"54911555%05d","biz_opaque_callback_data":"m-%d","pricing":{"billable":true,"pricing_model":"PMP","category":"utility","type":"regular"}}`,
			i, i, i, i))
	}
	return change("messages", `{"messaging_product":"whatsapp","metadata":{"display_phone_number":"15550783881","phone_number_id":"106540352242922"},`+
		`"statuses":[`+strings.Join(statuses, ",")+`]}`)
}

// change is a webhook with one change.
func change(field, value string) []byte {
	return []byte(`{"object":"whatsapp_business_account","entry":[{"id":"102290129340398","time":1772355600,"changes":[{"value":` + value +
		`,"field":"` + field + `"}]}]}`)
}

// conversation is a webhook with one change of the number 15550783881.
func conversation(field, members string) []byte {
	return change(field, `{"messaging_product":"whatsapp","metadata":{"display_phone_number":"15550783881","phone_number_id":"1065"},`+members+`}`)
}

// inbound is a webhook with one message of 5491155551234, who is called Lucía.
func inbound(members string) []byte {
	return conversation("messages", `"contacts":[{"profile":{"name":"Lucía"},"wa_id":"5491155551234"}],`+
		`"messages":[{"from":"5491155551234","id":"wamid.1","timestamp":"1772355590",`+members+`}]`)
}
