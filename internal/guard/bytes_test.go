package guard_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/template"
	"github.com/decorum-go/decorum/whatsapp"
	"github.com/decorum-go/decorum/whatsapp/cloudapi"
	"github.com/decorum-go/decorum/whatsapp/deploy"
	"github.com/decorum-go/decorum/whatsapp/esp"
	"github.com/decorum-go/decorum/whatsapp/message"
)

// shown returns all that a value tells as JSON, asked when the bytes are gone.
func shown[T any](v T, err error) func() string {
	return func() string {
		b, failed := json.Marshal(v)
		return fmt.Sprint(string(b), failed, err)
	}
}

func notices(data []byte) func() string {
	all, err := cloudapi.Decode(data)
	return func() string {
		var b strings.Builder
		for n := range all.All() {
			fmt.Fprintf(&b, "%s %+v %+v\n", n.Raw(), n, n.Conversation())
		}
		return fmt.Sprint(b.String(), err)
	}
}

func into[T any](data []byte) func() string {
	var v T
	err := json.Unmarshal(data, &v)
	return shown(v, err)
}

// What is read from bytes does not change when they are written over, and reading
// does not write to them.
func TestBytesAreNotKept(t *testing.T) {
	webhook := `{"object":"whatsapp_business_account","entry":[{"id":"1022","changes":[{"field":"messages","value":{
		"messaging_product":"whatsapp","metadata":{"display_phone_number":"15550783881","phone_number_id":"1065"},
		"contacts":[{"profile":{"name":"Luc\u00eda"},"wa_id":"5491155551234"}],
		"messages":[{"from":"5491155551234","id":"wamid.1","timestamp":"1772355590","type":"text","text":{"body":"Is it\nfree?"},"new":[1]},
			{"from":"5491155551234","id":"wamid.2","timestamp":"1772355591","type":"hologram","hologram":{"x":1}}],
		"statuses":[{"id":"wamid.3","status":"failed","timestamp":"1772355592","recipient_id":"5491155559999","errors":[{"code":131047,"title":"t"}]}]}}]}]}`
	request := `{"ReferenceId":7,"Request":{"Service":"Messaging","Method":"ValidateContact","AppType":171,"Parameters":{"Id":"+1-631-555-1002"},"More":"x"}}`
	inventory, err := os.ReadFile("../../whatsapp/deploy/testdata/good.json")
	if err != nil {
		t.Fatal(err)
	}
	session, err := whatsapp.Session{}.Apply(whatsapp.OutboundStarted{At: time.Date(2026, 3, 1, 9, 0, 0, 0, time.UTC), Agent: "ann", Interaction: 1})
	if err != nil {
		t.Fatal(err)
	}
	snapshot, err := session.MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		read func([]byte) func() string
		data string
	}{
		"cloudapi.Decode": {notices, webhook},
		"cloudapi.DecodeContacts": {
			func(b []byte) func() string { return shown(cloudapi.DecodeContacts(b)) },
			`{"contacts":[{"input":"+16505551234","status":"valid","wa_id":"16505551234"}]}`,
		},
		"cloudapi.DecodeRequest": {
			func(b []byte) func() string { return shown(cloudapi.DecodeRequest(b)) },
			`{"messaging_product":"whatsapp","to":"+16505551234","type":"text","text":{"body":"Hi"},"more":{"x":"y"}}`,
		},
		"cloudapi.DecodeResult": {
			func(b []byte) func() string { return shown(cloudapi.DecodeResult(b)) },
			`{"messaging_product":"whatsapp","contacts":[{"input":"+16505551234","wa_id":"16505551234"}],"messages":[{"id":"wamid.1"}],"more":1}`,
		},
		"cloudapi.GraphError": {
			func(b []byte) func() string { _, err := cloudapi.DecodeResult(b); return shown(err, nil) },
			`{"error":{"message":"(#131047) Re-engagement message","type":"OAuthException","code":131047,"fbtrace_id":"A1"}}`,
		},
		"cloudapi.DecodeTemplate": {
			func(b []byte) func() string { return shown(cloudapi.DecodeTemplate(b)) },
			`{"name":"ready","language":"en","category":"UTILITY","components":[{"type":"BODY","text":"Hello {{1}}!","x":1}]}`,
		},
		"message.Unmarshal": {
			func(b []byte) func() string { return shown(message.Unmarshal(b)) },
			`{"type":"image","id":"1003383421387256","mime_type":"image/jpeg","caption":"Taj Mahal","more":[1]}`,
		},
		"template.Unmarshal": {
			func(b []byte) func() string { return shown(template.Unmarshal(b)) },
			`{"type":"reply_buttons","body":"Friday?","buttons":[{"id":"yes","title":"Yes"}],"more":[1]}`,
		},
		"template.Notification": {
			into[template.Notification],
			`{"id":"ready","language":"en","body":"Hello {{1}}!","buttons":[{"type":"hologram","x":1}],"examples":{"body":["Ann"]}}`,
		},
		"whatsapp.UnmarshalEvent": {
			func(b []byte) func() string {
				e, err := whatsapp.UnmarshalEvent(b)
				return func() string { return fmt.Sprintf("%+v %v", e, err) }
			},
			`{"type":"send_requested","v":1,"at":"2026-03-01T09:00:20Z","agent":"ann","local_id":"m1","message":{"type":"text","body":"On its way.","x":1}}`,
		},
		"whatsapp.Session":      {into[whatsapp.Session], string(snapshot)},
		"esp.ParseRequest":      {func(b []byte) func() string { return shown(esp.ParseRequest(b)) }, request},
		"esp.ParseAnswer":       {func(b []byte) func() string { return shown(esp.ParseAnswer(b)) }, `{"ReferenceId":7,"Fault":{"Code":902,"Message":"DMS unknown method"}}`},
		"deploy.ParseInventory": {func(b []byte) func() string { return shown(deploy.ParseInventory(b)) }, string(inventory)},
		"decorum.Violation":     {into[decorum.Violation], `{"code":"too_long","severity":"error","path":"/buttons/2/title","limit":20,"actual":23,"unit":"code_points"}`},
	} {
		t.Run(name, func(t *testing.T) {
			data := []byte(c.data)
			show := c.read(data)
			if string(data) != c.data {
				t.Error("reading wrote to the bytes")
			}
			before := show()
			copy(data, bytes.Repeat([]byte("#"), len(data)))
			if after := show(); before != after {
				t.Errorf("the bytes are kept:\n%s\n%s", before, after)
			}
		})
	}
}
