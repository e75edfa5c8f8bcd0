package cloudapi_test

import (
	"bytes"
	"log/slog"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/template"
	"github.com/decorum-go/decorum/whatsapp"
	"github.com/decorum-go/decorum/whatsapp/cloudapi"
	"github.com/decorum-go/decorum/whatsapp/identity"
	"github.com/decorum-go/decorum/whatsapp/message"
)

// at is when a webhook arrived.
var at = time.Date(2026, time.March, 1, 9, 0, 5, 0, time.UTC)

func user(s string) identity.UserID { return identity.MustParseUserID(s) }

func TestNoticesAreTyped(t *testing.T) {
	lucia := known("5491155551234")
	lucia.Name = "Lucía"
	lucia.UserID, lucia.ParentUserID, lucia.Username = user("US.1"), user("US.ENT.1"), identity.MustParseUsername("lucia.p")
	contacts := `"contacts":[{"profile":{"name":"Lucía","username":"@lucia.p","country_code":"AR"},"user_id":"US.1","parent_user_id":"US.ENT.1","wa_id":"5491155551234","identity_key_hash":"h"}],`
	lucia.Extra = `{"meta":{"profile":{"country_code":"AR"},"identity_key_hash":"h"}}`
	now := lucia
	now.UserID, now.ParentUserID, now.Username, now.Name, now.Extra = user("US.2"), user("US.ENT.2"), identity.Username{}, "", ""
	was := message.Party{Identity: identity.Identity{WhatsAppID: lucia.WhatsAppID, UserID: user("US.1"), ParentUserID: user("US.ENT.1")}}
	fault := message.Fault{Code: 131047, Title: "Re-engagement message", Message: "M", Details: "D", URL: "H"}
	faults := `[{"code":131047,"title":"Re-engagement message","message":"M","error_data":{"details":"D"},"href":"H"}]`
	reported := time.Unix(1772355590, 0).UTC()

	for _, c := range []struct {
		label string
		body  []byte
		want  cloudapi.Notice
		// command is what a session is told.
		command whatsapp.Command
	}{
		{
			"status", conversation("messages", contacts+`"statuses":[{"id":"wamid.9","status":"read","timestamp":"1772355590","recipient_id":"5491155551234",
				"recipient_user_id":"US.1","recipient_parent_user_id":"US.ENT.1","biz_opaque_callback_data":"m1","x":[1],
				"conversation":{"id":"C","expiration_timestamp":1772442000,"origin":{"type":"utility","y":1},"z":2},
				"pricing":{"billable":true,"pricing_model":"PMP","type":"regular","category":"utility","w":3}}]`),
			&cloudapi.Status{
				Contact: lucia, WAMID: "wamid.9", LocalID: "m1", Word: "read", Status: whatsapp.StatusRead, Reported: reported, Extra: `{"meta":{"x":[1]}}`,
				Billing: cloudapi.Billing{ID: "C", Origin: "utility", Expires: time.Unix(1772442000, 0).UTC(), Extra: `{"meta":{"origin":{"y":1},"z":2}}`},
				Pricing: cloudapi.Pricing{Billable: true, Model: "PMP", Type: "regular", Category: "utility", Extra: `{"meta":{"w":3}}`},
			},
			whatsapp.ReportStatus{At: at, Status: whatsapp.StatusRead, WAMID: "wamid.9", LocalID: "m1", Reported: reported},
		},
		{
			"failed", conversation("messages", `"statuses":[{"id":"wamid.9","status":"failed","timestamp":1772355590,"recipient_id":"5491155551234","errors":`+faults+`}]`),
			&cloudapi.Status{
				Contact: known("5491155551234"), WAMID: "wamid.9", Word: "failed", Status: whatsapp.StatusFailed, Reported: reported,
				Faults: []message.Fault{fault},
			},
			whatsapp.ReportStatus{At: at, Status: whatsapp.StatusFailed, WAMID: "wamid.9", Error: 131047, Reported: reported},
		},
		{
			"failed, as it was until May 2026", conversation("messages", `"statuses":[{"id":"wamid.9","status":"sent","recipient_user_id":"US.1","parent_recipient_user_id":"US.ENT.1"}]`),
			&cloudapi.Status{
				Contact: message.Party{Identity: identity.Identity{UserID: user("US.1"), ParentUserID: user("US.ENT.1")}},
				WAMID:   "wamid.9", Word: "sent", Status: whatsapp.StatusSent,
			},
			whatsapp.ReportStatus{At: at, Status: whatsapp.StatusSent, WAMID: "wamid.9"},
		},
		{
			"played in a group", conversation("messages", `"statuses":[{"id":"wamid.9","status":"played","recipient_id":"Y2Fw","recipient_type":"group","recipient_participant_id":"5491155551234"}]`),
			&cloudapi.Status{Contact: known("5491155551234"), GroupID: "Y2Fw", WAMID: "wamid.9", Word: "played", Status: whatsapp.StatusPlayed},
			whatsapp.ReportStatus{At: at, Status: whatsapp.StatusPlayed, WAMID: "wamid.9"},
		},
		{
			"delivered to a group", conversation("messages", `"statuses":[{"id":"wamid.9","status":"delivered","recipient_id":"Y2Fw","recipient_type":"group"}]`),
			&cloudapi.Status{GroupID: "Y2Fw", WAMID: "wamid.9", Word: "delivered", Status: whatsapp.StatusDelivered},
			whatsapp.ReportStatus{At: at, Status: whatsapp.StatusDelivered, WAMID: "wamid.9"},
		},
		{
			"deleted, as it was", conversation("messages", `"statuses":[{"id":"wamid.9","status":"deleted","type":"message","recipient_id":"5491155551234","recipient_type":"individual","pricing":{"billable":"True"}}]`),
			&cloudapi.Status{
				Contact: known("5491155551234"), WAMID: "wamid.9", Word: "deleted", Extra: `{"meta":{"recipient_type":"individual"}}`,
				Pricing: cloudapi.Pricing{Billable: true},
			},
			nil,
		},
		{
			"payment", conversation("messages", `"statuses":[{"id":"wamid.9","status":"sent","type":"payment","recipient_id":"5491155551234","payment":{"reference_id":"r"},"pricing":{"billable":"maybe"}}]`),
			&cloudapi.Status{
				Contact: known("5491155551234"), WAMID: "wamid.9", Word: "sent", Type: "payment", Extra: `{"meta":{"payment":{"reference_id":"r"}}}`,
				Pricing: cloudapi.Pricing{Extra: `{"meta":{"billable":"maybe"}}`},
			},
			nil,
		},
		{
			"stop", conversation("user_preferences", contacts+`"user_preferences":[{"wa_id":"5491155551234","user_id":"US.1","parent_user_id":"US.ENT.1","category":"marketing_messages","value":"stop","detail":"D","timestamp":1772355590,"x":1}]`),
			&cloudapi.Preference{Contact: lucia, Category: "marketing_messages", Value: "stop", Detail: "D", Reported: reported, Extra: `{"meta":{"x":1}}`},
			whatsapp.SetMarketing{At: at, Stopped: true},
		},
		{
			"resume", conversation("user_preferences", `"user_preferences":[{"wa_id":"5491155551234","category":"marketing_messages","value":"resume"}]`),
			&cloudapi.Preference{Contact: known("5491155551234"), Category: "marketing_messages", Value: "resume"},
			whatsapp.SetMarketing{At: at},
		},
		{
			"another preference", conversation("user_preferences", `"user_preferences":[{"wa_id":"5491155551234","category":"marketing_messages","value":"less"}]`),
			&cloudapi.Preference{Contact: known("5491155551234"), Category: "marketing_messages", Value: "less"}, nil,
		},
		{
			"user id", conversation("user_id_update", `"user_id_update":[{"wa_id":"5491155551234","detail":"D","user_id":{"previous":"US.1","current":"US.2","x":1},
				"parent_user_id":{"previous":"US.ENT.1","current":"US.ENT.2"},"timestamp":"1772355590"}]`),
			&cloudapi.UserIDUpdate{Was: was, Now: now, Detail: "D", Reported: reported, Extra: `{"meta":{"user_id":{"x":1}}}`}, nil,
		},
		{"error", conversation("messages", `"errors":`+faults), &cloudapi.Fault{Fault: fault}, nil},
		{"profile", conversation("messages", contacts+`"messages":[]`), &cloudapi.Profile{Contact: lucia}, nil},
		{
			"progress", conversation("history", `"history":[{"metadata":{"phase":1,"chunk_order":2,"progress":"55","x":1}}]`),
			&cloudapi.HistoryProgress{Phase: 1, Chunk: 2, Percent: 55, Extra: `{"meta":{"x":1}}`}, nil,
		},
		{"a history that is not shared", conversation("history", `"history":[{"errors":`+faults+`}]`), &cloudapi.Fault{Fault: fault}, nil},
		{
			"template", change("message_template_status_update", `{"event":"REJECTED","message_template_id":123,"message_template_name":"n","message_template_language":"en-US",
				"message_template_category":"MARKETING","reason":"SCAM","disable_info":{"disable_date":"January 31, 2021"},"other_info":{"title":"T","description":"D","x":1},
				"rejection_info":{"reason":"R","recommendation":"do"},"y":2}`),
			&cloudapi.TemplateStatus{
				Template: cloudapi.TemplateName{ID: "123", Name: "n", Language: "en-US"}, Status: template.Rejected, Category: template.Marketing, Reason: "SCAM",
				Disabled: "January 31, 2021", Title: "T", Description: "D", Rejection: "R", Recommendation: "do", Extra: `{"meta":{"other_info":{"x":1},"y":2}}`,
			},
			nil,
		},
		{
			"template quality", change("message_template_quality_update", `{"previous_quality_score":"GREEN","new_quality_score":"RED","message_template_id":123,"message_template_name":"n","message_template_language":"en","x":1}`),
			&cloudapi.TemplateQuality{Template: cloudapi.TemplateName{ID: "123", Name: "n", Language: "en"}, Was: "GREEN", Now: "RED", Extra: `{"meta":{"x":1}}`}, nil,
		},
		{
			"template quality, as on Meta's page", change("message_template_status_update", `{"previous_quality_score":"GREEN","new_quality_score":"RED"}`),
			&cloudapi.TemplateQuality{Was: "GREEN", Now: "RED"}, nil,
		},
		{
			"template category", change("template_category_update", `{"message_template_id":1,"previous_category":"UTILITY","new_category":"MARKETING","correct_category":"MARKETING","category_update_timestamp":1772355590,"x":1}`),
			&cloudapi.TemplateCategory{
				Template: cloudapi.TemplateName{ID: "1"}, Was: template.Utility, Now: template.Marketing, Correct: template.Marketing, Effective: reported,
				Extra: `{"meta":{"x":1}}`,
			},
			nil,
		},
		{
			"account", change("account_update", `{"event":"DISABLED_UPDATE","phone_number":"+1 516 283 7151","country":"IN","ban_info":{"waba_ban_state":"DISABLE","waba_ban_date":"April 17, 2025"},
				"violation_info":{"violation_type":"ALCOHOL"},"restriction_info":[{"restriction_type":"R","expiration":1772355590,"x":1}],"waba_info":{"y":1}}`),
			&cloudapi.AccountUpdate{
				Event: "DISABLED_UPDATE", Number: waID("15162837151"), Country: "IN", BanState: "DISABLE", BanDate: "April 17, 2025", Violation: "ALCOHOL",
				Restrictions: []cloudapi.Restriction{{Type: "R", Expires: reported, Extra: `{"meta":{"x":1}}`}}, Extra: `{"meta":{"waba_info":{"y":1}}}`,
			},
			nil,
		},
		{
			"alert", change("account_alerts", `{"entity_type":"BUSINESS","entity_id":506,"alert_info":{"alert_severity":"WARNING","alert_status":"ACTIVE","alert_type":"T","alert_description":"D","x":1}}`),
			&cloudapi.AccountAlert{
				EntityType: "BUSINESS", EntityID: "506", Type: "T", Severity: "WARNING", Status: "ACTIVE", Description: "D", Extra: `{"meta":{"alert_info":{"x":1}}}`,
			},
			nil,
		},
		{
			"alert, as it was", change("account_alerts", `{"alert_severity":"WARNING","alert_status":"ACTIVE","alert_type":"T","alert_description":"D","y":1}`),
			&cloudapi.AccountAlert{Type: "T", Severity: "WARNING", Status: "ACTIVE", Description: "D", Extra: `{"meta":{"y":1}}`}, nil,
		},
		{"review", change("account_review_update", `{"decision":"APPROVED","x":1}`), &cloudapi.AccountReview{Decision: "APPROVED", Extra: `{"meta":{"x":1}}`}, nil},
		{
			"number quality", change("phone_number_quality_update", `{"display_phone_number":"15162837151","event":"UPGRADE","current_limit":"TIER_10K","old_limit":"TIER_1K","x":1}`),
			&cloudapi.NumberQuality{Number: waID("15162837151"), Event: "UPGRADE", Limit: "TIER_10K", Was: "TIER_1K", Extra: `{"meta":{"x":1}}`}, nil,
		},
		{
			"number name", change("phone_number_name_update", `{"display_phone_number":"none","decision":"REJECTED","requested_verified_name":"N","rejection_reason":"R","x":1}`),
			&cloudapi.NumberName{Decision: "REJECTED", Requested: "N", Reason: "R", Extra: `{"meta":{"display_phone_number":"none","x":1}}`}, nil,
		},
		{
			"capability", change("business_capability_update", `{"max_daily_conversations_per_business":-1,"max_phone_numbers_per_business":2,"max_phone_numbers_per_waba":"25","x":1}`),
			&cloudapi.Capability{Conversations: -1, NumbersPerBusiness: 2, NumbersPerAccount: 25, Extra: `{"meta":{"x":1}}`}, nil,
		},
		{"a new field", change("flows", `{"event":"E","flow_id":"1"}`), &cloudapi.Other{}, nil},
		{"a new list", conversation("group_lifecycle_update", `"groups":[{"x":1}]`), &cloudapi.Other{Name: "groups"}, nil},
		{"nothing but the number", conversation("messages", `"statuses":[]`), &cloudapi.Other{}, nil},
	} {
		notices, err := cloudapi.Decode(c.body)
		if err != nil || notices.Len() != 1 {
			t.Errorf("%s: %d notices, %v", c.label, notices.Len(), err)
			continue
		}
		for n := range notices.All() {
			if diff := cmp.Diff(c.want, n, cmpopts.EquateComparable(identity.WhatsAppID{}), cmpopts.IgnoreUnexported(
				cloudapi.Status{}, cloudapi.Preference{}, cloudapi.UserIDUpdate{}, cloudapi.Fault{}, cloudapi.Profile{}, cloudapi.HistoryProgress{},
				cloudapi.TemplateStatus{}, cloudapi.TemplateQuality{}, cloudapi.TemplateCategory{}, cloudapi.AccountUpdate{}, cloudapi.AccountAlert{},
				cloudapi.AccountReview{}, cloudapi.NumberQuality{}, cloudapi.NumberName{}, cloudapi.Capability{}, cloudapi.Other{},
			)); diff != "" {
				t.Errorf("%s (-want +got):\n%s", c.label, diff)
			}
			command, ok := n.Command(at)
			if command != c.command || ok != (c.command != nil) {
				t.Errorf("%s: %#v", c.label, command)
			}
			if n.Account() != "102290129340398" || n.Sent() != time.Unix(1772355600, 0).UTC() || n.Field() == "" || n.Raw() == "" {
				t.Errorf("%s: from %s %s %v %q", c.label, n.Account(), n.Field(), n.Sent(), n.Raw())
			}
			ofNumber := bytes.Contains(c.body, []byte("phone_number_id"))
			if ofNumber != (n.Business().PhoneNumberID == "1065" && n.Business().WhatsAppID == waID("15550783881")) {
				t.Errorf("%s: of the number %+v", c.label, n.Business())
			}
			if conversation := n.Conversation(); conversation.Business != n.Business() && !conversation.IsZero() || ok && conversation.IsZero() {
				t.Errorf("%s: of the conversation %+v", c.label, conversation)
			}
		}
	}
}

// A UserIDUpdate is found by what the contact was known by.
func TestAConversationIsFoundByTheOldUserID(t *testing.T) {
	u := one[*cloudapi.UserIDUpdate](t, conversation("user_id_update", `"contacts":[{"profile":{"name":"Lucía"},"wa_id":"5491155551234"}],
		"user_id_update":[{"wa_id":"5491155551234","user_id":{"previous":"US.1","current":"US.2"}}]`))
	if u.Conversation().Contact.UserID != user("US.1") || u.Now.Name != "Lucía" {
		t.Errorf("%+v", u)
	}
	// So is what WhatsApp tells in a conversation without saying in whose.
	for _, c := range []struct{ json, id string }{
		{`"user_id":"US.2","previous_user_id":"US.1"`, "US.1"},
		{`"user_id":"US.2"`, "US.2"},
	} {
		m := one[*cloudapi.Received](t, conversation("messages", `"messages":[{"id":"wamid.1","timestamp":"1","type":"system","system":{"type":"user_changed_user_id",`+c.json+`}}]`))
		if got := m.Conversation().Contact.UserID.String(); got != c.id {
			t.Errorf("%s: %s", c.json, got)
		}
	}
}

// An unreadable item that is no message is kept as Other, and told.
func TestOneBadItemHarmsNoOther(t *testing.T) {
	for _, c := range []struct {
		label string
		body  []byte
		path  string
	}{
		{"status", conversation("messages", `"statuses":[{"id":"wamid.1"},{"id":"wamid.2","status":"sent"}]`), "/entry/0/changes/0/value/statuses/0"},
		{"no object", conversation("messages", `"statuses":["sent",{"id":"wamid.2","status":"sent"}]`), "/entry/0/changes/0/value/statuses/0"},
		{"no list", conversation("messages", `"messages":{"id":"1"},"statuses":[{"id":"wamid.2","status":"sent"}]`), "/entry/0/changes/0/value/messages"},
		{"product", conversation("messages", `"statuses":[{"id":"wamid.2","status":"sent"}],"errors":[{"code":"x"}]`), "/entry/0/changes/0/value/errors/0/code"},
		{"preference", conversation("user_preferences", `"user_preferences":[{"wa_id":"Lucía"}],"statuses":[{"id":"wamid.2","status":"sent"}]`), "/entry/0/changes/0/value/user_preferences/0/wa_id"},
		{"user id", conversation("user_id_update", `"user_id_update":[{"wa_id":[]}],"statuses":[{"id":"wamid.2","status":"sent"}]`), "/entry/0/changes/0/value/user_id_update/0/wa_id"},
		{"progress", conversation("history", `"history":[{"metadata":{"phase":"x"}}],"statuses":[{"id":"wamid.2","status":"sent"}]`), "/entry/0/changes/0/value/history/0/metadata/phase"},
		{
			"a value behind which its field stands",
			[]byte(`{"entry":[{"changes":[{"value":{"decision":7},"field":"account_review_update"},{"field":"messages","value":{"statuses":[{"id":"wamid.2","status":"sent"}]}}]}]}`),
			"/entry/0/changes/0/value/decision",
		},
		{
			"a name twice in such a value",
			[]byte(`{"entry":[{"changes":[{"value":{"decision":"a","decision":"b"},"field":"account_review_update"},{"field":"messages","value":{"statuses":[{"id":"wamid.2","status":"sent"}]}}]}]}`),
			"/entry/0/changes/0/value/decision",
		},
	} {
		notices, err := cloudapi.Decode(c.body)
		var got []string
		for v := range decorum.All(err) {
			got = append(got, v.Path)
		}
		if len(got) != 1 || got[0] != c.path {
			t.Errorf("%s: %v", c.label, err)
		}
		others, statuses := 0, 0
		for n := range notices.All() {
			switch n := n.(type) {
			case *cloudapi.Other:
				others++
				if n.Raw() == "" || !bytes.Contains(c.body, []byte(n.Raw())) {
					t.Errorf("%s: %q is kept", c.label, n.Raw())
				}
			case *cloudapi.Status:
				statuses++
			}
		}
		if others != 1 || statuses != 1 || notices.Len() != 2 {
			t.Errorf("%s: %d others, %d statuses of %d", c.label, others, statuses, notices.Len())
		}
	}
}

func TestBothListsOfAValueAreRead(t *testing.T) {
	notices, err := cloudapi.Decode(conversation("messages", `"statuses":[{"id":"wamid.1","status":"sent","recipient_id":"5491155551234"}],
		"messages":[{"from":"5491155551234","id":"wamid.2","timestamp":"1","type":"text","text":{"body":"Hi"}}],
		"contacts":[{"profile":{"name":"Lucía"},"wa_id":"5491155551234"}]`))
	var names []string
	for c, command := range notices.Commands(at) {
		names = append(names, command.Name()+" "+c.Contact.Name)
	}
	if diff := cmp.Diff([]string{"report status Lucía", "receive Lucía"}, names); diff != "" || err != nil {
		t.Errorf("%v (-want +got):\n%s", err, diff)
	}
	for range notices.Commands(at) {
		break
	}
	for range notices.All() {
		break
	}
}

func TestALogTellsNoContent(t *testing.T) {
	var b bytes.Buffer
	log := slog.New(slog.NewTextHandler(&b, nil))
	notices, _ := cloudapi.Decode(inbound(`"type":"text","text":{"body":"secret"}`))
	for n := range notices.All() {
		log.Info("x", "notice", n, "conversation", n.Conversation())
	}
	text := b.String()
	if !strings.Contains(text, "field=messages") || strings.Contains(text, "secret") || strings.Contains(text, "5491155551234") || strings.Contains(text, "Luc") {
		t.Error(text)
	}
	var zero cloudapi.Other
	if zero.Account() != "" || !zero.Conversation().IsZero() || zero.Business() != (message.Party{}) {
		t.Error("the zero notice tells something")
	}
}
