package cloudapi_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum/phone"
	"github.com/decorum-go/decorum/whatsapp/cloudapi"
	"github.com/decorum-go/decorum/whatsapp/identity"
	"github.com/decorum-go/decorum/whatsapp/message"
)

func between(business, contact message.Party, group string) cloudapi.Conversation {
	return cloudapi.Conversation{Business: business, Contact: contact, GroupID: group}
}

func TestConversationsAreTheSameByTheirIDs(t *testing.T) {
	shop, other := message.Party{PhoneNumberID: "1065"}, message.Party{PhoneNumberID: "1066"}
	named := known("15550783881")
	named.PhoneNumberID = "1065"
	onPrem, digits := known("15550783881"), message.Party{PhoneNumberID: "15550783881"}
	ann, annUser, annBoth := known("5491155551234"), message.Party{Identity: identity.Identity{UserID: user("AR.1")}}, known("5491155551234")
	annBoth.UserID, annBoth.Name = user("AR.1"), "Ann"
	heir := known("5491155551234")
	heir.UserID = user("AR.2")
	parent := message.Party{Identity: identity.Identity{ParentUserID: user("AR.ENT.1")}}
	number := message.Party{Identity: identity.Identity{Number: phone.MustParse("+5491155551234")}}
	for _, c := range []struct {
		label string
		a, b  cloudapi.Conversation
		same  bool
	}{
		{"one contact", between(shop, ann, ""), between(shop, ann, ""), true},
		{"a business that is named, too", between(shop, ann, ""), between(named, ann, ""), true},
		{"another business", between(shop, ann, ""), between(other, ann, ""), false},
		{"numbers of the business alone", between(onPrem, ann, ""), between(onPrem, ann, ""), true},
		{"an id that looks like a number", between(onPrem, ann, ""), between(digits, ann, ""), false},
		{"no business", between(message.Party{}, ann, ""), between(message.Party{}, ann, ""), true},
		{"one of them without a business", between(shop, ann, ""), between(message.Party{}, ann, ""), false},
		{"variants of one number", between(shop, ann, ""), between(shop, known("541155551234"), ""), true},
		{"a number that was typed", between(shop, ann, ""), between(shop, number, ""), true},
		{"user id", between(shop, annUser, ""), between(shop, annBoth, ""), true},
		{"parent's", between(shop, parent, ""), between(shop, parent, ""), true},
		{"nothing in common", between(shop, ann, ""), between(shop, annUser, ""), false},
		{"the number has passed on", between(shop, annBoth, ""), between(shop, heir, ""), false},
		{"group", between(shop, ann, "g"), between(shop, known("15162837151"), "g"), true},
		{"another group", between(shop, ann, "g"), between(shop, ann, "h"), false},
		{"a group of another business", between(shop, ann, "g"), between(other, ann, "g"), false},
		{"group and contact", between(shop, ann, "g"), between(shop, ann, ""), false},
		{"nobody", between(shop, message.Party{}, ""), between(shop, message.Party{}, ""), false},
		{"none", cloudapi.Conversation{}, cloudapi.Conversation{}, false},
	} {
		if c.a.Same(c.b) != c.same || c.b.Same(c.a) != c.same {
			t.Errorf("%s: not %v", c.label, c.same)
		}
		if c.same && !common(c.a.Keys(), c.b.Keys()) {
			t.Errorf("%s: no key in common: %v, %v", c.label, c.a.Keys(), c.b.Keys())
		}
		if !c.same && c.label != "the number has passed on" && common(c.a.Keys(), c.b.Keys()) {
			t.Errorf("%s: %v, %v", c.label, c.a.Keys(), c.b.Keys())
		}
	}
}

func common(a, b []cloudapi.Key) bool {
	for _, k := range a {
		for _, l := range b {
			if k == l {
				return true
			}
		}
	}
	return false
}

func TestKeys(t *testing.T) {
	all := known("541155551234")
	all.UserID, all.ParentUserID = user("AR.1"), user("AR.ENT.1")
	for _, c := range []struct {
		label string
		of    cloudapi.Conversation
		want  []cloudapi.Key
	}{
		{"none", cloudapi.Conversation{}, nil},
		{"nobody", between(message.Party{PhoneNumberID: "1065"}, message.Party{}, ""), nil},
		{"all ids", between(message.Party{PhoneNumberID: "1065"}, all, ""), []cloudapi.Key{"1065/user/AR.1", "1065/parent/AR.ENT.1", "1065/number/5491155551234"}},
		{"group", between(message.Party{PhoneNumberID: "1065"}, all, "Y2Fw:a/b"), []cloudapi.Key{"1065/group/Y2Fw:a%2Fb"}},
		{"On-Premises", between(message.Party{}, known("15162837151"), ""), []cloudapi.Key{"/number/15162837151"}},
		{"by number", between(known("15550783881"), known("15162837151"), ""), []cloudapi.Key{"+15550783881/number/15162837151"}},
		{"slashes", between(message.Party{PhoneNumberID: "1/user/2"}, known("15162837151"), ""), []cloudapi.Key{"1%2Fuser%2F2/number/15162837151"}},
	} {
		if diff := cmp.Diff(c.want, c.of.Keys()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.label, diff)
		}
	}
	for key, want := range map[cloudapi.Key]string{"1065/number/15162837151": "1065/number/…", "": "…"} {
		if got := key.LogValue().String(); got != want {
			t.Errorf("%q", got)
		}
	}
}

func TestContactsThatMovedAreTold(t *testing.T) {
	system := func(members, system string) []byte {
		return conversation("messages", `"messages":[{`+members+`"id":"wamid.1","timestamp":"1772355590","type":"system","system":{`+system+`}}]`)
	}
	for _, c := range []struct {
		label    string
		body     []byte
		was, now []cloudapi.Key
	}{
		{
			"number", system(`"from":"5491155551234","from_user_id":"AR.1",`, `"type":"user_changed_number","wa_id":"5491155559999"`),
			[]cloudapi.Key{"1065/user/AR.1", "1065/number/5491155551234"},
			[]cloudapi.Key{"1065/number/5491155559999"},
		},
		{
			"number, from the other side", system(``, `"type":"customer_changed_number","customer":"5491155551234","new_wa_id":"5491155559999"`),
			[]cloudapi.Key{"1065/number/5491155551234"},
			[]cloudapi.Key{"1065/number/5491155559999"},
		},
		{
			"user id", system(`"from":"5491155551234","from_user_id":"AR.1",`, `"type":"user_changed_user_id","user_id":"AR.2","previous_user_id":"AR.1"`),
			[]cloudapi.Key{"1065/user/AR.1", "1065/number/5491155551234"},
			[]cloudapi.Key{"1065/user/AR.2", "1065/number/5491155551234"},
		},
		{
			"user id and number", system(`"from":"5491155551234",`, `"type":"user_changed_user_id","user_id":"AR.2","wa_id":"5491155559999"`),
			[]cloudapi.Key{"1065/number/5491155551234"},
			[]cloudapi.Key{"1065/user/AR.2", "1065/number/5491155559999"},
		},
		{
			"update of user ids", conversation("user_id_update", `"user_id_update":[{"wa_id":"5491155551234","user_id":{"previous":"AR.1","current":"AR.2"},"timestamp":"1772355590"}]`),
			[]cloudapi.Key{"1065/user/AR.1", "1065/number/5491155551234"},
			[]cloudapi.Key{"1065/user/AR.2", "1065/number/5491155551234"},
		},
		{"nothing new", system(`"from":"5491155551234",`, `"type":"user_changed_number","wa_id":"5491155551234"`), []cloudapi.Key{"1065/number/5491155551234"}, nil},
		{"nobody new", system(`"from":"5491155551234",`, `"type":"user_changed_number"`), []cloudapi.Key{"1065/number/5491155551234"}, nil},
		{"another event", system(`"from":"5491155551234",`, `"type":"customer_identity_changed","wa_id":"5491155559999"`), []cloudapi.Key{"1065/number/5491155551234"}, nil},
		{"group", system(`"from":"5491155551234","group_id":"g",`, `"type":"user_changed_number","wa_id":"5491155559999"`), []cloudapi.Key{"1065/group/g"}, nil},
		{"text", conversation("messages", `"messages":[{"from":"5491155551234","id":"wamid.1","timestamp":"1772355590","type":"text","text":{"body":"Hi"}}]`), []cloudapi.Key{"1065/number/5491155551234"}, nil},
		{"status", conversation("messages", `"statuses":[{"id":"wamid.1","status":"sent","timestamp":"1772355590","recipient_id":"5491155551234"}]`), []cloudapi.Key{"1065/number/5491155551234"}, nil},
	} {
		notices, err := cloudapi.Decode(c.body)
		if err != nil || notices.Len() != 1 {
			t.Errorf("%s: %d notices, %v", c.label, notices.Len(), err)
		}
		for n := range notices.All() {
			if diff := cmp.Diff(c.was, n.Conversation().Keys()); diff != "" {
				t.Errorf("%s (-want +got):\n%s", c.label, diff)
			}
			now, ok := cloudapi.Moved(n)
			if diff := cmp.Diff(c.now, now.Keys()); diff != "" || ok != (c.now != nil) {
				t.Errorf("%s: %v (-want +got):\n%s", c.label, ok, diff)
			}
			if want := time.Unix(1772355590, 0).UTC(); !n.When().Equal(want) {
				t.Errorf("%s: %v", c.label, n.When())
			}
		}
	}
}

// A notice tells when it happened, or when Meta told.
func TestNoticesTellWhen(t *testing.T) {
	const wrap = `{"object":"whatsapp_business_account","entry":[{"id":"1","time":1772355600,"changes":[{"field":"messages","value":{"messaging_product":"whatsapp",`
	for body, want := range map[string]int64{
		wrap + `"messages":[{"from":"5491155551234","id":"a","timestamp":"1772355590","type":"request_welcome"}]}}]}]}`: 1772355590,
		wrap + `"messages":[{"from":"5491155551234","id":"a","timestamp":"{{ts}}","type":"request_welcome"}]}}]}]}`:     0,
		wrap + `"messages":[{"from":"5491155551234","id":"a","type":"request_welcome"}]}}]}]}`:                          0,
		wrap + `"user_preferences":[{"wa_id":"5491155551234","timestamp":1772355591}]}}]}]}`:                            1772355591,
		wrap + `"contacts":[{"wa_id":"5491155551234"}]}}]}]}`:                                                           1772355600,
		wrap + `"groups":[]}}]}]}`: 1772355600,
	} {
		notices, _ := cloudapi.Decode([]byte(body))
		for n := range notices.All() {
			if got := n.When(); got.IsZero() != (want == 0) || want > 0 && !got.Equal(time.Unix(want, 0)) {
				t.Errorf("%s: %v", body, got)
			}
		}
		if notices.Len() != 1 {
			t.Errorf("%s: %d notices", body, notices.Len())
		}
	}
	if (&cloudapi.Other{}).When() != (time.Time{}) {
		t.Error("a notice of a program has a time")
	}
}

func TestTimesAreSecondsSince1970(t *testing.T) {
	for told, want := range map[string]int64{
		`"0"`: 0, `0`: 0, `""`: 0, `"1"`: 1, `1`: 1, `"253402300799"`: 253402300799, `253402300799`: 253402300799,
		`253402300800`: 0, `-1`: 0, `"99999999999999999999"`: 0, `1772355590.5`: 0, `"2026-03-01"`: 0, `1772355590000`: 0, `true`: 0, `null`: 0,
	} {
		notices, _ := cloudapi.Decode(conversation("messages", `"messages":[{"from":"5491155551234","id":"a","type":"request_welcome","timestamp":`+told+`}]`))
		for n := range notices.All() {
			if got := n.When(); got.IsZero() != (want == 0) || want > 0 && got.Unix() != want {
				t.Errorf("%s: %v", told, got)
			}
		}
		if notices.Len() != 1 {
			t.Errorf("%s: %d notices", told, notices.Len())
		}
	}
}
