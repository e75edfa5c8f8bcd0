package cloudapi_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/whatsapp"
	"github.com/decorum-go/decorum/whatsapp/cloudapi"
	"github.com/decorum-go/decorum/whatsapp/identity"
	"github.com/decorum-go/decorum/whatsapp/message"
)

// told is what an envelope says of the two sides.
type told struct {
	Direction message.Direction
	From, To  string
	History   bool
}

func sides(m *cloudapi.Received) told {
	e := m.Envelope()
	return told{e.Direction, e.From.WhatsAppID.String(), e.To.WhatsAppID.String(), e.History}
}

func TestEchoesAndHistoriesHaveTheirSides(t *testing.T) {
	const business, contact = "15550783881", "5491155551234"
	for _, c := range []struct {
		label string
		body  []byte
		want  []told
	}{
		{
			"echo", conversation("smb_message_echoes", `"message_echoes":[{"from":"15550783881","to":"5491155551234","id":"wamid.1","timestamp":"1","type":"text","text":{"body":"Hi"}}]`),
			[]told{{message.Echo, business, contact, false}},
		},
		{
			"thread", conversation("history", `"history":[{"metadata":{"phase":0},"threads":[{"id":"5491155551234","messages":[
				{"from":"15550783881","id":"wamid.1","timestamp":"1","type":"text","text":{"body":"Hi"}},
				{"from":"5491155551234","id":"wamid.2","timestamp":"2","type":"media_placeholder","history_context":{"status":"READ"}}]}]}]`),
			[]told{{message.Echo, business, contact, true}, {message.Inbound, contact, business, true}},
		},
		{
			"thread, its id last", conversation("history", `"history":[{"threads":[{"messages":[
				{"from":"15550783881","id":"wamid.1","timestamp":"1","type":"text","text":{"body":"Hi"}}],"id":"5491155551234"}]}]`),
			[]told{{message.Echo, business, contact, true}},
		},
		{
			"a file of a history", conversation("history", `"messages":[
				{"from":"5491155551234","id":"wamid.1","timestamp":"1","type":"image","image":{"id":"1"}},
				{"from":"15550783881","to":"5491155551234","id":"wamid.1","timestamp":"1","type":"image","image":{"id":"1"}}]`),
			[]told{{message.Inbound, contact, business, true}, {message.Echo, business, contact, true}},
		},
		{
			"call of the contact", conversation("calls", `"calls":[{"from":"5491155551234","to":"15550783881","id":"wacid.1","timestamp":"1","event":"connect","direction":"USER_INITIATED"}]`),
			[]told{{message.Inbound, contact, business, false}},
		},
		{
			"its end, told from the business", conversation("calls", `"calls":[{"from":"15550783881","to":"5491155551234","id":"wacid.1","timestamp":"1","event":"terminate","direction":"USER_INITIATED"}]`),
			[]told{{message.Outbound, business, contact, false}},
		},
		{
			"call of the business", conversation("calls", `"calls":[{"from":"15550783881","to":"5491155551234","id":"wacid.1","timestamp":"1","event":"connect","direction":"BUSINESS_INITIATED"}]`),
			[]told{{message.Outbound, business, contact, false}},
		},
		{
			"its end, told from the contact", conversation("calls", `"calls":[{"from":"5491155551234","to":"15550783881","id":"wacid.1","timestamp":"1","event":"terminate","direction":"BUSINESS_INITIATED"}]`),
			[]told{{message.Inbound, contact, business, false}},
		},
		{
			"answer to it", conversation("calls", `"statuses":[{"id":"wacid.1","timestamp":"1","type":"call","status":"ACCEPTED","recipient_id":"5491155551234"}]`),
			[]told{{message.Outbound, business, contact, false}},
		},
	} {
		notices, err := cloudapi.Decode(c.body)
		var got []told
		for n := range notices.All() {
			if m, ok := n.(*cloudapi.Received); ok {
				got = append(got, sides(m))
			}
		}
		if diff := cmp.Diff(c.want, got); diff != "" || err != nil {
			t.Errorf("%s: %v (-want +got):\n%s", c.label, err, diff)
		}
	}
}

func TestCallsAreTyped(t *testing.T) {
	m := one[*cloudapi.Received](t, conversation("calls", `"calls":[{"from":"5491155551234","to":"15550783881","id":"wacid.1","timestamp":"1772355590","event":"Terminate",
		"direction":"USER_INITIATED","status":["Failed"],"start_time":"1772355500","end_time":1772355590,"duration":"90","session":{"sdp_type":"offer","sdp":"v=0","x":1},
		"biz_opaque_callback_data":"m1"}]`))
	want := message.Call{
		Event: message.CallTerminate, Direction: message.Inbound, Outcome: "failed", Seconds: 90, SDPType: "offer", SDP: "v=0",
		Started: time.Unix(1772355500, 0).UTC(), Ended: time.Unix(1772355590, 0).UTC(),
	}
	if diff := cmp.Diff(message.Message(want), m.Message); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	e := m.Envelope()
	if e.ID != "wacid.1" || e.Extra != `{"meta":{"session":{"x":1},"biz_opaque_callback_data":"m1"}}` {
		t.Errorf("%+v", e)
	}
	e.Arrived = at
	if command, ok := m.Command(at); command != (whatsapp.Call{At: at, Envelope: e, Call: want}) || !ok {
		t.Errorf("%#v", command)
	}

	m = one[*cloudapi.Received](t, conversation("calls", `"calls":[{"from":"5491155551234","id":"wacid.1","timestamp":"1","event":"connect","direction":"SIDEWAYS","status":["A","B"]}]`))
	if diff := cmp.Diff(message.Message(message.Call{Event: message.CallConnect, Outcome: "a"}), m.Message); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if got := m.Envelope().Extra; got != `{"meta":{"direction":"SIDEWAYS","status":["A","B"]}}` {
		t.Error(got)
	}

	m = one[*cloudapi.Received](t, conversation("calls", `"statuses":[{"id":"wacid.1","timestamp":"1","status":"RINGING","recipient_id":"5491155551234","biz_opaque_callback_data":"m\"1","x":1,"type":"call"}]`))
	if diff := cmp.Diff(message.Message(message.Call{Event: message.CallRinging, Direction: message.Outbound}), m.Message); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if got := m.Envelope().Extra; got != `{"meta":{"biz_opaque_callback_data":"m\"1","x":1}}` {
		t.Error(got)
	}

	notices, err := cloudapi.Decode(conversation("calls", `"calls":[{"id":"wacid.1","from":"nobody","duration":"long"},{"from":"x","event":"connect"}]`))
	var codes []decorum.Code
	for v := range decorum.All(err) {
		codes = append(codes, v.Code)
	}
	if diff := cmp.Diff([]decorum.Code{decorum.Malformed, decorum.Malformed, decorum.Malformed, decorum.Required}, codes); diff != "" || notices.Len() != 2 {
		t.Errorf("%d notices, %v", notices.Len(), err)
	}
	for n := range notices.All() {
		m := n.(*cloudapi.Received)
		if bad := strings.Contains(m.Raw(), "long"); bad != (m.Message.Kind() == message.KindUnknown) {
			t.Errorf("%s: %v", m.Raw(), m.Message.Kind())
		}
	}
}

// The two forms of user ids, with and without a number.
func TestContactsAreKnownByUserIDs(t *testing.T) {
	for _, c := range []struct {
		label, contact, message string
		want                    identity.Identity
	}{
		{
			"November 2025", `"profile":{"name":"Lucía","username":"lucia.p"},"wa_id":"","user_id":"9373795779eb6441c8adb2eaee5b848e"`, `"from":""`,
			identity.Identity{UserID: user("9373795779eb6441c8adb2eaee5b848e"), Username: identity.MustParseUsername("lucia.p")},
		},
		{
			"May 2026", `"profile":{"name":"Lucía","username":"@lucia.p"},"user_id":"US.1349","parent_user_id":"US.ENT.118"`,
			`"from_user_id":"US.1349","from_parent_user_id":"US.ENT.118"`,
			identity.Identity{UserID: user("US.1349"), ParentUserID: user("US.ENT.118"), Username: identity.MustParseUsername("lucia.p")},
		},
		{
			"both", `"profile":{"name":"Lucía"},"wa_id":"5491155551234","user_id":"US.1349"`, `"from":"5491155551234","from_user_id":"US.1349"`,
			identity.Identity{WhatsAppID: waID("5491155551234"), UserID: user("US.1349")},
		},
		{
			"each in its place", `"profile":{"name":"Lucía"},"wa_id":"5491155551234","user_id":"US.1349"`, `"from_user_id":"US.1349"`,
			identity.Identity{WhatsAppID: waID("5491155551234"), UserID: user("US.1349")},
		},
	} {
		m := one[*cloudapi.Received](t, conversation("messages", `"contacts":[{`+c.contact+`}],"messages":[{`+c.message+`,"id":"wamid.1","timestamp":"1","type":"text","text":{"body":"Hi"}}]`))
		if got := m.Conversation().Contact; got.Identity != c.want || got.Name != "Lucía" {
			t.Errorf("%s: %+v", c.label, got)
		}
	}
	// Another's profile is nobody's name.
	notices, err := cloudapi.Decode(conversation("messages", `"contacts":[{"profile":{"name":"Ann"},"wa_id":"15162837151"}],
		"messages":[{"from":"5491155551234","id":"wamid.1","timestamp":"1","type":"text","text":{"body":"Hi"}}]`))
	if err != nil || notices.Len() != 2 {
		t.Errorf("%d notices, %v", notices.Len(), err)
	}
	for n := range notices.All() {
		if m, ok := n.(*cloudapi.Received); ok && m.Conversation().Contact.Name != "" {
			t.Errorf("%+v", m.Conversation())
		}
	}
}

// Every contact is found, whatever the order, and no profile is told twice.
func TestManyContactsAreFound(t *testing.T) {
	for _, n := range []int{1, 2, 8, 9, 100} {
		var contacts, messages []string
		for i := range n {
			id := fmt.Sprintf(`"wa_id":"54911555%05d"`, i)
			if i%3 == 1 {
				id = fmt.Sprintf(`"user_id":"US.%d"`, i)
			}
			contacts = append(contacts, fmt.Sprintf(`{"profile":{"name":"%d"},%s}`, i, id), fmt.Sprintf(`{"profile":{"name":"%d"},%s}`, i, id))
			j := n - 1 - i
			from := fmt.Sprintf(`"from":"54911555%05d"`, j)
			if j%3 == 1 {
				from = fmt.Sprintf(`"from_user_id":"US.%d"`, j)
			}
			messages = append(messages, fmt.Sprintf(`{%s,"id":"%d","timestamp":"1","type":"text","text":{"body":"Hi"}}`, from, j))
		}
		for _, order := range []string{
			`"messages":[` + strings.Join(messages, ",") + `],"contacts":[` + strings.Join(contacts, ",") + `]`,
			`"contacts":[` + strings.Join(contacts, ",") + `],"messages":[` + strings.Join(messages, ",") + `]`,
		} {
			notices, err := cloudapi.Decode(conversation("messages", order))
			if err != nil || notices.Len() != n {
				t.Errorf("%d: %d notices, %v", n, notices.Len(), err)
			}
			for notice := range notices.All() {
				if m, ok := notice.(*cloudapi.Received); ok && m.Conversation().Contact.Name != m.Envelope().ID {
					t.Errorf("%d: %+v", n, m.Conversation().Contact)
				}
			}
		}
	}
}

// The first of many contacts is found, too, by a message at the end of the list.
func TestTheFirstOfManyContactsIsFound(t *testing.T) {
	var contacts, messages []string
	for i := range 12 {
		contacts = append(contacts, fmt.Sprintf(`{"profile":{"name":"%d"},"wa_id":"54911555%05d"}`, i, i))
		j := (i + 1) % 12
		messages = append(messages, fmt.Sprintf(`{"from":"54911555%05d","id":"%d","timestamp":"1","type":"text","text":{"body":"Hi"}}`, j, j))
	}
	notices, err := cloudapi.Decode(conversation("messages", `"contacts":[`+strings.Join(contacts, ",")+`],"messages":[`+strings.Join(messages, ",")+`]`))
	if err != nil || notices.Len() != 12 {
		t.Fatalf("%d notices, %v", notices.Len(), err)
	}
	for notice := range notices.All() {
		if m, ok := notice.(*cloudapi.Received); ok && m.Conversation().Contact.Name != m.Envelope().ID {
			t.Errorf("%+v", m.Conversation().Contact)
		}
	}
}

// The contacts of messages are found in a number of steps that grows with them.
func TestContactsAreFoundInLinearTime(t *testing.T) {
	steps := func(n int) int {
		var contacts, messages []string
		for i := range n {
			contacts = append(contacts, fmt.Sprintf(`{"wa_id":"54911555%05d"}`, i))
			messages = append(messages, fmt.Sprintf(`{"from":"54911555%05d","id":"%d","type":"request_welcome"}`, i*7%n, i))
		}
		return cloudapi.Compared(conversation("messages", `"contacts":[`+strings.Join(contacts, ",")+`],"messages":[`+strings.Join(messages, ",")+`]`))
	}
	if few, many := steps(500), steps(2000); few == 0 || many > 5*few {
		t.Errorf("%d steps for 500 messages, %d for 2,000", few, many)
	}
}

// A profile without an id of the sender is one person's, not that of everybody in
// the webhook: two people must never come to share a user id.
func TestALoneProfileIsOnePersons(t *testing.T) {
	const text = `"timestamp":"1","type":"text","text":{"body":"Hi"}}`
	for _, c := range []struct {
		label, contact, first, second string
		shared                        bool
	}{
		{"two numbers", `"user_id":"AR.1"`, `"from":"5491155551234"`, `"from":"15162837151"`, false},
		{"two user ids", `"wa_id":"5491155551234"`, `"from_user_id":"AR.1"`, `"from_user_id":"AR.2"`, false},
		{"two parents", `"wa_id":"5491155551234"`, `"from_parent_user_id":"AR.ENT.1"`, `"from_parent_user_id":"AR.ENT.2"`, false},
		{"one number", `"user_id":"AR.1"`, `"from":"5491155551234"`, `"from":"5491155551234"`, true},
		{"number, and number and user id", `"user_id":"AR.1"`, `"from":"5491155551234"`, `"from":"5491155551234","from_user_id":"AR.1"`, true},
	} {
		notices, err := cloudapi.Decode(conversation("messages", `"contacts":[{"profile":{"name":"Ann"},`+c.contact+`}],
			"messages":[{`+c.first+`,"id":"a",`+text+`,{`+c.second+`,"id":"b",`+text+`]`))
		if err != nil {
			t.Errorf("%s: %v", c.label, err)
		}
		var all []cloudapi.Conversation
		for n := range notices.All() {
			all = append(all, n.Conversation())
		}
		if len(all) != 2 || all[0].Contact.Name != "Ann" || (all[1].Contact.Name == "Ann") != c.shared || all[0].Same(all[1]) != c.shared {
			t.Errorf("%s: %+v", c.label, all)
		}
	}
}
