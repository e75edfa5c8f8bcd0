package cloudapi_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/whatsapp/cloudapi"
)

// failed returns the violations of an error, which must be one of Decorum's.
func failed(t *testing.T, err error) decorum.Violations {
	t.Helper()
	var e *decorum.Error
	if !errors.As(err, &e) {
		t.Fatalf("%v is no *decorum.Error", err)
	}
	return e.Violations
}

func TestABodyIsBounded(t *testing.T) {
	padded := func(n int) []byte {
		body := textWebhook()
		return append(body, strings.Repeat(" ", n-len(body))...)
	}
	nested := func(depth int) []byte {
		return []byte(strings.Repeat("[", depth) + strings.Repeat("]", depth))
	}
	messages := func(entries, each int) []byte {
		list := strings.TrimSuffix(strings.Repeat(`{"from":"5491155551234","id":"1","timestamp":"1","type":"request_welcome"},`, each), ",")
		change := `{"field":"messages","value":{"messages":[` + list + `]}}`
		return []byte(`{"entry":[{"changes":[` + strings.TrimSuffix(strings.Repeat(change+",", entries), ",") + `]}]}`)
	}
	late := func(body []byte) []byte { // {"field":"messages",X} becomes {X,"field":"messages"}
		s := strings.ReplaceAll(string(body), `"field":"messages",`, "")
		return []byte(strings.ReplaceAll(s, `}]}}`, `}]},"field":"messages"}`))
	}
	for _, c := range []struct {
		label string
		body  []byte
		code  decorum.Code
		n     int
	}{
		{"one byte less", padded(cloudapi.MaxBody - 1), "", 1},
		{"3 MB", padded(cloudapi.MaxBody), "", 1},
		{"one byte more", padded(cloudapi.MaxBody + 1), decorum.TooLarge, 0},
		{"31 levels", []byte(`{"x":` + string(nested(30)) + `}`), "", 1},
		{"32 levels", []byte(`{"x":` + string(nested(31)) + `}`), "", 1},
		{"33 levels", []byte(`{"x":` + string(nested(32)) + `}`), decorum.TooDeep, 0},
		{"9,999 notices", messages(3, 3333), "", 9999},
		{"10,000 notices", messages(4, 2500), "", cloudapi.MaxNotices},
		{"10,001 notices", messages(73, 137), decorum.TooMany, 0},
		{"20,000 notices", messages(8, 2500), decorum.TooMany, 0},
		{"10,001 notices, their field last", late(messages(73, 137)), decorum.TooMany, 0},
		{"10,000 elements", []byte(`{"x":[` + strings.Repeat("0,", 9999) + `0]}`), "", 1},
		{"10,001 elements", []byte(`{"x":[` + strings.Repeat("0,", 10000) + `0]}`), decorum.TooMany, 0},
		{"nothing", nil, decorum.Malformed, 0},
		{"half a body", textWebhook()[:300], decorum.Malformed, 0},
		{"two bodies", append(textWebhook(), textWebhook()...), decorum.Malformed, 0},
		{"another kind", []byte(`[{}]`), decorum.WrongType, 0},
		{"an empty object", []byte(`{}`), "", 0},
	} {
		notices, err := cloudapi.Decode(c.body)
		if notices.Len() != c.n {
			t.Errorf("%s: %d notices, want %d", c.label, notices.Len(), c.n)
		}
		if c.code == "" {
			if err != nil {
				t.Errorf("%s: %v", c.label, err)
			}
			continue
		}
		if vs := failed(t, err); len(vs) != 1 || vs[0].Code != c.code {
			t.Errorf("%s: %v", c.label, err)
		}
	}
}

// A hundred faults are told, and everything is delivered however many there are.
func TestFaultsAreCounted(t *testing.T) {
	body := webhook(150, func(i int) string {
		if i == 149 {
			return `"type":"text","text":{"body":"Hi"}`
		}
		return `"type":"text","text":{"body":[]}`
	})
	notices, err := cloudapi.Decode(body)
	vs := failed(t, err)
	if last := vs[len(vs)-1]; last.Code != decorum.Truncated || last.Actual != 149 {
		t.Errorf("%v", last)
	}
	texts, unknown := 0, 0
	for n := range notices.All() {
		if n.(*cloudapi.Received).Message.Kind() == "text" {
			texts++
		} else {
			unknown++
		}
	}
	if texts != 1 || unknown != 149 {
		t.Errorf("%d texts, %d unknown", texts, unknown)
	}
}

// An error tells nothing of what a contact wrote, and no number.
func TestErrorsTellNoContent(t *testing.T) {
	_, err := cloudapi.Decode([]byte(`{"object":"page","entry":[{"id":[],"time":"5491155551234","changes":[{"field":"messages","value":{"messaging_product":"secret",
		"metadata":{"phone_number_id":[]},"contacts":[{"wa_id":{"secret":1}}],"messages":[{"from":"5491155551234x","id":[],"timestamp":"secret","type":"text",
		"text":{"body":{"secret":"5491155551234"},"5491155551234":1,"5491155551234":2}}]}}]}]}`))
	for v := range decorum.All(err) {
		if text := fmt.Sprintf("%v %+v", v, v); strings.Contains(text, "secret") || strings.Contains(text, "5491155551234") {
			t.Error(text)
		}
	}
	if n := len(failed(t, err)); n < 8 {
		t.Errorf("only %d faults: %v", n, err)
	}
}

func TestWhatIsBesideTheNoticesIsKept(t *testing.T) {
	notices, err := cloudapi.Decode([]byte(`{"object":"whatsapp_business_account","entry":[
		{"id":"1","changes":[{"field":"messages","rejection_info":{"reason":"R"},"value":{"messaging_product":"messenger","new":[1],"messages":[]}}],"standby":[2]},
		{"id":"2","time":1772355600,"field":"account_update","changes":[{"value":{"event":"E"}}]},
		{"id":"3"}],"trace":"t"}`))
	if err != nil {
		t.Error(err)
	}
	var got []string
	for n := range notices.All() {
		o := n.(*cloudapi.Other)
		got = append(got, fmt.Sprint(o.Account(), " ", o.Field(), " ", o.Name, " ", o.Raw()))
	}
	want := []string{
		`1 messages rejection_info {"reason":"R"}`, `1 messages messaging_product "messenger"`, `1 messages new [1]`, `1  standby [2]`,
		`2 account_update  {"event":"E"}`, `3   {"id":"3"}`, `  trace "t"`,
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("%s", strings.Join(got, "\n"))
	}
}

// A body that belongs to nobody is told, and kept.
func TestTheBodyOfAnotherProductIsTold(t *testing.T) {
	notices, err := cloudapi.Decode([]byte(`{"object":"page","entry":[{"id":"1","messaging":[{"x":1}]}]}`))
	if vs := failed(t, err); len(vs) != 1 || vs[0].Code != decorum.Mismatch || vs[0].Path != "/object" || notices.Len() != 1 {
		t.Errorf("%d notices, %v", notices.Len(), err)
	}
}

// What is no object, in a list of objects, is one fault and is kept; what stands
// beside it is as it would be alone.
func TestElementsThatAreNoObjects(t *testing.T) {
	const message = `{"from":"5491155551234","id":"wamid.1","timestamp":"1772355590","type":"text","text":{"body":"Hi"}}`
	value := `{"messaging_product":"whatsapp","metadata":{"phone_number_id":"1065"},"messages":[` + message + `]}`
	tests := []struct{ label, body, path, raw string }{
		{
			"a change", `{"entry":[{"id":"1","changes":[{"field":"messages","value":` + value + `},"odd"]}]}`,
			"/entry/0/changes/1", `"odd"`,
		},
		{
			"a message of a history", string(conversation("history", `"history":[{"threads":[{"id":"5491155551234","messages":[[7],`+message+`]}]}]`)),
			"/entry/0/changes/0/value/history/0/threads/0/messages/0", `[7]`,
		},
	}
	for _, test := range tests {
		notices, err := cloudapi.Decode([]byte(test.body))
		if vs := failed(t, err); len(vs) != 1 || vs[0].Path != test.path || vs[0].Code != decorum.WrongType {
			t.Errorf("%s: %v", test.label, vs)
		}
		var messages, others int
		for n := range notices.All() {
			switch n := n.(type) {
			case *cloudapi.Received:
				messages++
			case *cloudapi.Other:
				others++
				if n.Raw() != test.raw || n.Account() == "" || n.Business().PhoneNumberID != "" && test.label == "a change" {
					t.Errorf("%s: %s of %q, %v", test.label, n.Raw(), n.Account(), n.Business())
				}
			default:
				t.Errorf("%s: %T", test.label, n)
			}
		}
		if messages != 1 || others != 1 {
			t.Errorf("%s: %d messages, %d others", test.label, messages, others)
		}
	}
}

// A member that cannot be written again does not take the others with it.
func TestOneBadMemberLeavesTheOthersInTheExtra(t *testing.T) {
	tests := []struct{ members, want string }{
		{`"x":"\ud83d","y":5`, `{"meta":{"y":5}}`},
		{`"x":{"a":1,"a":2},"y":{"z":1}`, `{"meta":{"y":{"z":1}}}`},
		{`"x":"\ud83d"`, ``},
	}
	for _, test := range tests {
		notices, err := cloudapi.Decode(inbound(`"type":"text","text":{"body":"Hi"},` + test.members))
		if vs := failed(t, err); len(vs) != 1 {
			t.Errorf("%s: %v", test.members, vs)
		}
		for n := range notices.All() {
			if m, ok := n.(*cloudapi.Received); !ok || string(m.Envelope().Extra) != test.want {
				t.Errorf("%s: %s", test.members, m.Envelope().Extra)
			}
		}
	}
}

// In a group, it is the member's id that cannot be read, not the group's.
func TestAnOddMemberOfAGroupIsToldAsSuch(t *testing.T) {
	notices, err := cloudapi.Decode(conversation("messages", `"statuses":[{"id":"w","status":"sent","timestamp":"1772355590",`+
		`"recipient_id":"G1","recipient_type":"group","recipient_participant_id":"abc"}]`))
	if vs := failed(t, err); len(vs) != 1 || vs[0].Path != "/entry/0/changes/0/value/statuses/0/recipient_participant_id" {
		t.Error(vs)
	}
	for n := range notices.All() {
		if s, ok := n.(*cloudapi.Status); !ok || s.GroupID != "G1" || s.Extra != `{"meta":{"recipient_participant_id":"abc"}}` {
			t.Errorf("%+v", n)
		}
	}
}

// A message that names nobody is told: no session gets it. One that is named by the
// contacts of its webhook alone is fine, wherever they stand (Meta's samples of
// November 2025).
func TestAMessageOfNobodyIsTold(t *testing.T) {
	const rest = `"id":"w","timestamp":"1772355590","type":"text","text":{"body":"Hi"}}`
	const contact = `"contacts":[{"wa_id":"","user_id":"US.1"}]`
	tests := []struct{ members, want string }{
		{`"messages":[{"from":"5491155551234",` + rest + `,{"from":"",` + rest + `]`, "/messages/1/from"},
		{`"messages":[{"to":"15550783881",` + rest + `]`, "/messages/0/from"},
		{`"messages":[{` + rest + `]`, "/messages/0/from"},
		{`"messages":[{"from":"nobody",` + rest + `]`, "/messages/0/from"},
		{`"message_echoes":[{"from":"15550783881",` + rest + `]`, "/message_echoes/0/to"},
		{`"messages":[{"from":"nobody","id":"w","timestamp":"1772355590","type":"location","location":{"latitude":-233,"longitude":1}}]`, "/messages/0/from /messages/0/location/latitude"},
		{`"messages":[{"from":"","token":1,` + rest + `]`, "/messages/0/from"},
		{`"messages":[{"from":"","from_user_id":"US.1",` + rest + `]`, ""},
		{`"messages":[{"from":"","group_id":"G",` + rest + `]`, ""},
		{contact + `,"messages":[{"from":"",` + rest + `]`, ""},
		{`"messages":[{"from":"",` + rest + `],` + contact, ""},
	}
	for _, test := range tests {
		notices, err := cloudapi.Decode(conversation("messages", test.members))
		var paths []string
		for v := range decorum.All(err) {
			paths = append(paths, strings.TrimPrefix(v.Path, "/entry/0/changes/0/value"))
		}
		if got := strings.Join(paths, " "); got != test.want {
			t.Errorf("%s: %q, want %q", test.members, got, test.want)
		}
		commands := 0
		for range notices.Commands(at) {
			commands++
		}
		if (commands < notices.Len()) != (test.want != "") {
			t.Errorf("%s: %d commands of %d notices", test.members, commands, notices.Len())
		}
	}
}
