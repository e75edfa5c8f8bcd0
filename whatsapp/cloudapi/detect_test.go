package cloudapi_test

import (
	"testing"

	"github.com/decorum-go/decorum/whatsapp/cloudapi"
)

func TestDetect(t *testing.T) {
	for body, want := range map[string]cloudapi.Document{
		`{"to":"1","text":{"body":"a"}}`:                                    cloudapi.SendDocument,
		`{"messaging_product":"whatsapp","status":"read","message_id":"w"}`: cloudapi.SendDocument,
		`{"recipient":"US.A","type":"text"}`:                                cloudapi.SendDocument,
		`{"name":"a","language":"en","category":"UTILITY"}`:                 cloudapi.TemplateDocument,
		`{"name":"a","language":"en","status":"APPROVED","components":[]}`:  cloudapi.TemplateDocument,
		`{"components":[]}`: cloudapi.TemplateDocument,
		`{"object":"whatsapp_business_account","entry":[]}`:        cloudapi.WebhookDocument,
		`{"messages":[{"from":"1","id":"w"}]}`:                     cloudapi.WebhookDocument,
		`{"statuses":[]}`:                                          cloudapi.WebhookDocument,
		`{"messaging_product":"whatsapp","messages":[{"id":"w"}]}`: cloudapi.ResponseDocument,
		`{"messages":[1,{"id":"w"}],"error":7}`:                    cloudapi.ResponseDocument,
		`{"success":true}`:                                         cloudapi.ResponseDocument,
		`{"error":{}}`:                                             cloudapi.ResponseDocument,
		`{"data":[]}`:                                              cloudapi.ResponseDocument,
		`{"id":"1","status":"PENDING","category":"UTILITY"}`:       cloudapi.ResponseDocument,
		`{"messages":7}`:                                           "",
		`{}`:                                                       "",
		`[]`:                                                       "",
		``:                                                         "",
		`{"entry":[}`:                                              cloudapi.WebhookDocument,
		`{"to":"1","text":{"body":"a"`:                             cloudapi.SendDocument,
		`{"name":"a","language":"en","components":[{"type`:               cloudapi.TemplateDocument,
		`{"components":[{"type":"plug_in"}],"objects":{}}`:               "",
		`{"components":[{"type":"BODY"},{"type":"new"}]}`:                "",
		`{"name":"a","language":"en","components":[{"type":"new"}]}`:     cloudapi.TemplateDocument,
		`{"components":[{"type":"BODY","text":"a"},{"type":"Buttons"}]}`: cloudapi.TemplateDocument,
		`{"components":{}}`:         "",
		`{"components":[7]`:         cloudapi.TemplateDocument,
		`{`:                         "",
		`{"to`:                      "",
		`<html>`:                    "",
		`{"messaging_product":"x"}`: "",
	} {
		if got := cloudapi.Detect([]byte(body)); got != want {
			t.Errorf("%s is %q, want %q", body, got, want)
		}
	}
}
