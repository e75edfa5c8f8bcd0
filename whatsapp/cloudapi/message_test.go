package cloudapi_test

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/attachment"
	"github.com/decorum-go/decorum/location"
	"github.com/decorum-go/decorum/whatsapp/cloudapi"
	"github.com/decorum-go/decorum/whatsapp/identity"
	"github.com/decorum-go/decorum/whatsapp/message"
)

// one decodes a body with one notice of type T, and nothing wrong.
func one[T cloudapi.Notice](t *testing.T, body []byte) T {
	t.Helper()
	notices, err := cloudapi.Decode(body)
	if err != nil {
		t.Errorf("%s: %v", body, err)
	}
	var found T
	for n := range notices.All() {
		var ok bool
		if found, ok = n.(T); !ok {
			t.Fatalf("%s: %T", body, n)
		}
	}
	if notices.Len() != 1 {
		t.Fatalf("%s: %d notices", body, notices.Len())
	}
	return found
}

func waID(s string) identity.WhatsAppID { return identity.MustParseWhatsAppID(s) }

func known(s string) message.Party {
	return message.Party{Identity: identity.Identity{WhatsAppID: waID(s)}}
}

func TestMessagesAreTyped(t *testing.T) {
	expires := time.Unix(1772442000, 0).UTC()
	for _, c := range []struct {
		label, json string
		want        message.Message
	}{
		{"text", `"type":"text","text":{"body":"Hi"}`, message.Text{Body: "Hi"}},
		{"the type last", `"text":{"body":"Hi"},"type":"text"`, message.Text{Body: "Hi"}},
		{"an unknown member", `"type":"text","text":{"body":"Hi","tone":[1, 2]}`, message.Text{Body: "Hi", Extra: `{"meta":{"tone":[1,2]}}`}},
		{
			"image", `"type":"image","image":{"id":"100","mime_type":"image/jpeg","sha256":"SfIn","caption":"Taj","url":"https://a.example/1"}`,
			message.Media{File: attachment.Image, ID: "100", MIME: "image/jpeg", SHA256: "SfIn", Caption: "Taj", DownloadURL: "https://a.example/1"},
		},
		{"video", `"type":"video","video":{"id":"100"}`, message.Media{File: attachment.Video, ID: "100"}},
		{"audio", `"type":"audio","audio":{"id":"100","voice":true}`, message.Media{File: attachment.Audio, ID: "100", Voice: true}},
		{"voice, as it was", `"type":"voice","voice":{"id":"100"}`, message.Media{File: attachment.Audio, ID: "100"}},
		{
			"document", `"type":"document","document":{"id":100,"filename":"a.pdf"}`,
			message.Media{File: attachment.Document, ID: "100", Name: "a.pdf"},
		},
		{"sticker", `"type":"sticker","sticker":{"id":"100","animated":true}`, message.Media{File: attachment.Sticker, ID: "100", Animated: true}},
		{"a file that is not told", `"type":"media_placeholder"`, message.Media{}},
		{
			"location", `"type":"location","location":{"latitude":37.4847,"longitude":-122.1473,"name":"Meta","address":"1 Way","url":"https://a.example"}`,
			message.Location{Place: location.Place{
				Point: location.MustParse("37.4847,-122.1473"), Name: "Meta", Address: "1 Way", URL: "https://a.example",
			}},
		},
		{
			"location in strings", `"type":"location","location":{"latitude":"37.4847","longitude":"-122.1473"}`,
			message.Location{Place: location.Place{Point: location.MustParse("37.4847,-122.1473")}},
		},
		{"location without a point", `"type":"location","location":{"name":"Meta"}`, message.Location{Place: location.Place{Name: "Meta"}}},
		{
			"contacts", `"type":"contacts","contacts":[{"name":{"formatted_name":"Ann Lee","first_name":"Ann","middle_name":"B","last_name":"Lee","prefix":"Dr","suffix":"II"},
			"phones":[{"phone":"+1 516","type":"CELL","wa_id":"15162837151"},{"wa_id":"none"}],"emails":[{"email":"a@b.example","type":"WORK"}],
			"addresses":[{"street":"1 Way","city":"C","state":"S","zip":10001,"country":"US","country_code":"us","type":"HOME"}],
			"urls":[{"url":"b.example","type":"WORK"}],"org":{"company":"C","department":"D","title":"T"},"birthday":"2000-01-02","origin":"contact_request","vcard":"BEGIN"}]`,
			message.Contacts{Cards: []message.Card{{
				Name:      message.Name{Formatted: "Ann Lee", First: "Ann", Middle: "B", Last: "Lee", Prefix: "Dr", Suffix: "II"},
				Phones:    []message.Phone{{Number: "+1 516", Type: "CELL", WhatsAppID: waID("15162837151")}, {Extra: `{"meta":{"wa_id":"none"}}`}},
				Emails:    []message.Email{{Address: "a@b.example", Type: "WORK"}},
				Addresses: []message.Address{{Street: "1 Way", City: "C", State: "S", Zip: "10001", Country: "US", CountryCode: "us", Type: "HOME"}},
				URLs:      []message.URL{{URL: "b.example", Type: "WORK"}}, Birthday: "2000-01-02", Origin: "contact_request", VCard: "BEGIN",
				Organization: message.Organization{Company: "C", Department: "D", Title: "T"},
			}}},
		},
		{"reaction", `"type":"reaction","reaction":{"message_id":"wamid.0","emoji":"👍"}`, message.Reaction{Target: "wamid.0", Emoji: "👍"}},
		{"reaction taken back", `"type":"reaction","reaction":{"message_id":"wamid.0"}`, message.Reaction{Target: "wamid.0"}},
		{
			"button", `"type":"button","button":{"payload":"stop","text":"Stop"}`,
			message.Answer{By: message.ByQuickReply, ID: "stop", Title: "Stop"},
		},
		{
			"button reply", `"type":"interactive","interactive":{"type":"button_reply","button_reply":{"id":"y","title":"Yes"}}`,
			message.Answer{By: message.ByReplyButton, ID: "y", Title: "Yes"},
		},
		{
			"list reply", `"type":"interactive","interactive":{"list_reply":{"id":"y","title":"Yes","description":"D","x":1},"type":"list_reply"}`,
			message.Answer{By: message.ByList, ID: "y", Title: "Yes", Description: "D", Extra: `{"meta":{"list_reply":{"x":1}}}`},
		},
		{
			"flow", `"type":"interactive","interactive":{"type":"nfm_reply","nfm_reply":{"name":"flow","body":"Sent","response_json":"{\"a\":1}"}}`,
			message.Answer{By: message.ByFlow, Title: "Sent", Response: `{"a":1}`},
		},
		{
			"address", `"type":"interactive","interactive":{"type":"nfm_reply","nfm_reply":{"response_json":"{}","body":"B","name":"address_message"}}`,
			message.Answer{By: message.ByAddress, Title: "B", Response: `{}`},
		},
		{
			"another form", `"type":"interactive","interactive":{"type":"nfm_reply","nfm_reply":{"name":"quiz"}}`,
			message.Answer{By: message.ByFlow, Extra: `{"meta":{"nfm_reply":{"name":"quiz"}}}`},
		},
		{
			"call permission", `"type":"interactive","interactive":{"type":"call_permission_reply","call_permission_reply":{"response":"accept","expiration_timestamp":1772442000,"response_source":"user_action"}}`,
			message.Answer{
				By: message.ByCallPermission, ID: message.CallGranted, Expires: expires,
				Extra: `{"meta":{"call_permission_reply":{"response_source":"user_action"}}}`,
			},
		},
		{
			"payment", `"type":"interactive","interactive":{"type":"payment_method","payment_method":{"reference_id":"r1","payment_method":"card"}}`,
			message.Answer{By: message.ByPaymentMethod, ID: "r1", Response: `{"reference_id":"r1","payment_method":"card"}`},
		},
		{
			"an answer of a new kind", `"type":"interactive","interactive":{"type":"poll_reply","poll_reply":{"option":3}}`,
			message.Answer{By: "poll_reply", Response: `{"option":3}`},
		},
		{"an answer with nothing in it", `"type":"interactive","interactive":{"type":"poll_reply"}`, message.Answer{By: "poll_reply"}},
		{
			"order", `"type":"order","order":{"catalog_id":"53","text":"Hi","product_items":[{"product_retailer_id":"s","quantity":2,"item_price":12.50,"currency":"USD"},
			{"product_retailer_id":7,"quantity":"3","item_price":"1.00","currency":"EUR","x":true}]}`,
			message.Order{CatalogID: "53", Text: "Hi", Items: []message.OrderItem{
				{ProductID: "s", Quantity: 2, Price: "12.50", Currency: "USD"},
				{ProductID: "7", Quantity: 3, Price: "1.00", Currency: "EUR", Extra: `{"meta":{"x":true}}`},
			}},
		},
		{
			"number changed", `"type":"system","system":{"type":"user_changed_number","body":"B","wa_id":"5491155559999"}`,
			message.System{Event: message.NumberChanged, Text: "B", Now: known("5491155559999")},
		},
		{
			"number changed, as it was", `"type":"system","system":{"type":"customer_changed_number","body":"B","new_wa_id":"5491155559999","customer":"5491155551234"}`,
			message.System{Event: message.NumberChanged, Text: "B", Now: known("5491155559999"), Was: known("5491155551234")},
		},
		{
			"key changed, as it was", `"type":"system","system":{"type":"customer_identity_changed","identity":{"hash":"x"}}`,
			message.System{Event: message.KeyChanged, Extra: `{"meta":{"identity":{"hash":"x"}}}`},
		},
		{
			"user id changed", `"type":"system","system":{"type":"user_changed_user_id","user_id":"US.2","previous_user_id":"US.1","parent_user_id":"US.ENT.2","previous_parent_user_id":"US.ENT.1"}`,
			message.System{
				Event: message.UserIDChanged,
				Was:   message.Party{Identity: identity.Identity{UserID: identity.MustParseUserID("US.1"), ParentUserID: identity.MustParseUserID("US.ENT.1")}},
				Now:   message.Party{Identity: identity.Identity{UserID: identity.MustParseUserID("US.2"), ParentUserID: identity.MustParseUserID("US.ENT.2")}},
			},
		},
		{"something new of the system", `"type":"system","system":{"type":"user_slept"}`, message.System{Event: "user_slept"}},
		{"welcome", `"type":"request_welcome"`, message.WelcomeRequest{}},
		{
			"edit", `"type":"edit","edit":{"original_message_id":"wamid.0","message":{"type":"text","text":{"body":"Hello"},"context":{"id":"M0"}}}`,
			message.Edit{Target: "wamid.0", Message: message.Text{Body: "Hello"}, Context: message.Context{ID: "M0"}},
		},
		{
			"edit of something new", `"type":"edit","edit":{"original_message_id":"wamid.0","message":{"type":"poll","poll": {"a": 1}}}`,
			message.Edit{Target: "wamid.0", Message: message.Unknown{Type: "poll", Raw: `{"type":"poll","poll":{"a":1}}`, Foreign: true}},
		},
		{
			"edit of an edit", `"type":"edit","edit":{"original_message_id":"wamid.0","message":{"type":"edit","edit":{}}}`,
			message.Edit{Target: "wamid.0", Message: message.Unknown{Type: "edit", Raw: `{"type":"edit","edit":{}}`, Foreign: true}},
		},
		{"deletion", `"type":"revoke","revoke":{"original_message_id":"wamid.0"}`, message.Deletion{Target: "wamid.0"}},
		{
			"unsupported", `"type":"unsupported","unsupported":{"type":"poll"},"errors":[{"code":131051,"title":"T","message":"M","error_data":{"details":"D"},"href":"H"}]`,
			message.Unsupported{Type: "poll", Faults: []message.Fault{{Code: 131051, Title: "T", Message: "M", Details: "D", URL: "H"}}},
		},
		{
			"unknown, as it was", `"type":"unknown","errors":[{"code":501,"title":"T","details":"D"}]`,
			message.Unsupported{Faults: []message.Fault{{Code: 501, Title: "T", Details: "D"}}},
		},
		{
			"a type of tomorrow", `"type":"poll","poll": {"q": 1}`, message.Unknown{
				Type: "poll", Foreign: true,
				Raw: `{"from":"5491155551234","id":"wamid.1","timestamp":"1772355590","type":"poll","poll":{"q":1}}`,
			},
		},
	} {
		m := one[*cloudapi.Received](t, inbound(c.json))
		if diff := cmp.Diff(c.want, m.Message); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.label, diff)
		}
		want := message.Envelope{
			ID: "wamid.1", Direction: message.Inbound, Originated: time.Unix(1772355590, 0).UTC(), From: known("5491155551234"), To: known("15550783881"),
		}
		want.From.Name, want.To.PhoneNumberID = "Lucía", "1065"
		if diff := cmp.Diff(want, m.Envelope()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.label, diff)
		}
	}
}

func TestEnvelopesAreTyped(t *testing.T) {
	m := one[*cloudapi.Received](t, inbound(`"type":"text","text":{"body":"Hi"},"group_id":"G1","from_user_id":"US.1","from_parent_user_id":"US.ENT.1","new":[true],
		"context":{"from":"15550783881","id":"wamid.0","forwarded":true,"frequently_forwarded":true,"mentioned":["x"],
			"referred_product":{"catalog_id":"53","product_retailer_id":"s"}},
		"referral":{"source_type":"ad","source_id":12,"source_url":"https://fb.me/3","headline":"H","body":"B","media_type":"image","image_url":"I","video_url":"V",
			"thumbnail_url":"N","ctwa_clid":"C","welcome_message":{"text":"W","x":1}},
		"errors":[{"code":131052}]`))
	want := message.Envelope{
		ID: "wamid.1", Direction: message.Inbound, GroupID: "G1", Originated: time.Unix(1772355590, 0).UTC(),
		From: known("5491155551234"), To: known("15550783881"),
		Context: message.Context{
			ID: "wamid.0", From: known("15550783881"), Forwarded: true, FrequentlyForwarded: true,
			Product: message.Product{CatalogID: "53", ID: "s"}, Extra: `{"meta":{"mentioned":["x"]}}`,
		},
		Referral: message.Referral{
			Source: "ad", SourceID: "12", SourceURL: "https://fb.me/3", Headline: "H", Body: "B", MediaType: "image", ImageURL: "I", VideoURL: "V",
			ThumbnailURL: "N", ClickID: "C", Welcome: "W", Extra: `{"meta":{"welcome_message":{"x":1}}}`,
		},
		Extra: `{"meta":{"new":[true],"errors":[{"code":131052}]}}`,
	}
	want.From.Name, want.To.PhoneNumberID = "Lucía", "1065"
	want.From.UserID, want.From.ParentUserID = identity.MustParseUserID("US.1"), identity.MustParseUserID("US.ENT.1")
	if diff := cmp.Diff(want, m.Envelope()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	c := m.Conversation()
	if c.GroupID != "G1" || c.Contact != want.From || c.Business != want.To || c.IsZero() {
		t.Errorf("%+v", c)
	}
}

// A changed message may be of any kind but a change.
func TestEditsHoldAnyContent(t *testing.T) {
	for _, c := range []struct {
		json string
		want message.Message
	}{
		{`"type":"text","text":{"body":"Hi"}`, message.Text{Body: "Hi"}},
		{`"image":{"id":"1"},"type":"image"`, message.Media{File: attachment.Image, ID: "1"}},
		{`"type":"media_placeholder"`, message.Media{}},
		{`"type":"location","location":{"name":"N"}`, message.Location{Place: location.Place{Name: "N"}}},
		{`"type":"contacts","contacts":[{}]`, message.Contacts{Cards: []message.Card{{}}}},
		{`"type":"button","button":{"payload":"p","x":1}`, message.Answer{By: message.ByQuickReply, ID: "p", Extra: `{"meta":{"x":1}}`}},
		{`"type":"interactive","interactive":{"type":"poll"}`, message.Answer{By: "poll"}},
		{`"type":"reaction","reaction":{"message_id":"1","x":1}`, message.Reaction{Target: "1", Extra: `{"meta":{"x":1}}`}},
		{`"type":"order","order":{"x":1}`, message.Order{Extra: `{"meta":{"x":1}}`}},
		{`"type":"system","system":{"wa_id":"5491155551234","new_wa_id":"5491155559999"}`, message.System{
			Now: known("5491155551234"), Extra: `{"meta":{"new_wa_id":"5491155559999"}}`,
		}},
		{`"type":"revoke","revoke":{"original_message_id":"1","x":1}`, message.Deletion{Target: "1", Extra: `{"meta":{"x":1}}`}},
		{`"type":"unsupported","unsupported":{"type":"poll","x":1}`, message.Unsupported{Type: "poll", Extra: `{"meta":{"x":1}}`}},
		{`"type":"video","video":{"id":"1","link":"https://a.example","x":1}`, message.Media{
			File: attachment.Video, ID: "1", Link: "https://a.example", Extra: `{"meta":{"x":1}}`,
		}},
	} {
		m := one[*cloudapi.Received](t, inbound(`"type":"edit","edit":{"original_message_id":"wamid.0","y":2,"message":{"z":3,`+c.json+`}}`))
		want := message.Edit{Target: "wamid.0", Message: c.want, Extra: `{"meta":{"message":{"z":3},"y":2}}`}
		got := m.Message.(message.Edit)
		if diff := cmp.Diff(want.Message, got.Message); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.json, diff)
		}
		if !strings.Contains(string(got.Extra), `"z":3`) || !strings.Contains(string(got.Extra), `"y":2`) {
			t.Errorf("%s: %s", c.json, got.Extra)
		}
	}
}

// What the envelope cannot hold is kept beside it.
func TestWhatIsLeftOfAMessageIsKept(t *testing.T) {
	for _, c := range []struct{ json, want string }{
		{`"type":"request_welcome","text":{"body":"Hi"}`, `{"meta":{"text":{"body":"Hi"}}}`},
		{`"type":"text","text":{"body":"Hi"},"image":{"id":"1"}`, `{"meta":{"image":{"id":"1"}}}`},
		{`"type":"text","text":{"body":"Hi"},"unsupported":{"type":"x"}`, `{"meta":{"unsupported":{"type":"x"}}}`},
		{`"type":"unknown","text":{"body":"Hi"}`, `{"meta":{"text":{"body":"Hi"}}}`},
		{`"type":"text","text":{"body":"Hi"},"from_number":"1"`, `{"meta":{"from_number":"1"}}`},
	} {
		if m := one[*cloudapi.Received](t, inbound(c.json)); string(m.Envelope().Extra) != c.want {
			t.Errorf("%s: %s", c.json, m.Envelope().Extra)
		}
	}
	e := one[*cloudapi.Received](t, inbound(`"type":"request_welcome","context":{"from":"x","from_user_id":"US.1","from_parent_user_id":"US.ENT.1"}`)).Envelope()
	if e.Context.From.UserID != user("US.1") || e.Context.From.ParentUserID != user("US.ENT.1") || e.Context.Extra != `{"meta":{"from":"x"}}` {
		t.Errorf("%+v", e.Context)
	}
	u := one[*cloudapi.Received](t, inbound(`"type":"unsupported","errors":[{"code":1,"details":"D","error_data":{"details":"E","x":1}},{"error_data":"text","details":"D"},
		{"error_data":{"details":"E"},"details":"D"}]`)).Message.(message.Unsupported)
	want := []message.Fault{
		{Code: 1, Details: "D", Extra: `{"meta":{"error_data":{"details":"E","x":1}}}`},
		{Details: "D", Extra: `{"meta":{"error_data":"text"}}`},
		{Details: "E", Extra: `{"meta":{"details":"D"}}`},
	}
	if diff := cmp.Diff(want, u.Faults); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// What cannot be read is told with its place, kept, and harms nothing else.
func TestOneBadMessageHarmsNoOther(t *testing.T) {
	const place = "/entry/0/changes/0/value/messages/0"
	for _, c := range []struct {
		label, json string
		code        decorum.Code
		path        string
		kind        message.Kind
	}{
		{"a latitude", `"from":"5491155551234","id":"wamid.1","timestamp":"1","type":"location","location":{"latitude":-233,"longitude":40}`, decorum.OutOfRange, "/location/latitude", "unknown"},
		{"half a point", `"from":"5491155551234","id":"wamid.1","timestamp":"1","type":"location","location":{"latitude":3}`, decorum.Required, "/location/longitude", "unknown"},
		{"the other half", `"from":"5491155551234","id":"wamid.1","timestamp":"1","type":"location","location":{"longitude":3}`, decorum.Required, "/location/latitude", "unknown"},
		{"another kind of value", `"from":"5491155551234","id":"wamid.1","timestamp":"1","type":"text","text":{"body":7}`, decorum.WrongType, "/text/body", "unknown"},
		{"no object", `"from":"5491155551234","id":"wamid.1","timestamp":"1","type":"text","text":"Hi"`, decorum.WrongType, "/text", "unknown"},
		{"no content", `"from":"5491155551234","id":"wamid.1","timestamp":"1","type":"text"`, decorum.Required, "/text", "unknown"},
		{"another content", `"from":"5491155551234","id":"wamid.1","timestamp":"1","type":"image","text":{"body":"Hi"}`, decorum.Required, "/image", "unknown"},
		{"another answer", `"from":"5491155551234","id":"wamid.1","timestamp":"1","type":"interactive","interactive":{"type":"list_reply","button_reply":{"id":"1"}}`, decorum.Mismatch, "/interactive/type", "unknown"},
		{"another edit", `"from":"5491155551234","id":"wamid.1","timestamp":"1","type":"edit","edit":{"message":{"type":"image","text":{"body":"Hi"}}}`, decorum.Mismatch, "/edit/message/type", "unknown"},
		{"no type", `"from":"5491155551234","id":"wamid.1","timestamp":"1","text":{"body":"Hi"}`, decorum.Required, "/type", "unknown"},
		{"half a surrogate pair", `"from":"5491155551234","id":"wamid.1","timestamp":"1","type":"text","text":{"body":"\ud83d"}`, decorum.Malformed, "/text/body", "unknown"},
		{"bytes that are no text", `"from":"5491155551234","id":"wamid.1","timestamp":"1","type":"text","text":{"body":"` + "\xff" + `"}`, decorum.InvalidUTF8, "/text/body", "unknown"},
		{"a name twice in the content", `"from":"5491155551234","id":"wamid.1","timestamp":"1","type":"text","text":{"body":"a","body":"b"}`, decorum.Duplicate, "/text/body", "unknown"},
		{"errors that are none", `"from":"5491155551234","id":"wamid.1","timestamp":"1","type":"unsupported","errors":[{"code":"x"}]`, decorum.Malformed, "/errors/0/code", "unknown"},
		{"a name twice", `"from":"5491155551234","id":"wamid.1","id":"wamid.1b","timestamp":"1","type":"text","text":{"body":"a"}`, decorum.Duplicate, "/id", "text"},
		{"a time", `"from":"5491155551234","id":"wamid.1","timestamp":"soon","type":"text","text":{"body":"a"}`, decorum.Malformed, "/timestamp", "text"},
		{"a time before 1970", `"from":"5491155551234","id":"wamid.1","timestamp":-1,"type":"text","text":{"body":"a"}`, decorum.OutOfRange, "/timestamp", "text"},
		{"a time after 9999", `"from":"5491155551234","id":"wamid.1","timestamp":253402300800,"type":"text","text":{"body":"a"}`, decorum.OutOfRange, "/timestamp", "text"},
		{"a sender", `"from":"Lucía","id":"wamid.1","timestamp":"1","type":"text","text":{"body":"a"}`, decorum.Malformed, "/from", "text"},
		{"a user id", `"from_user_id":"user-1","id":"wamid.1","timestamp":"1","type":"text","text":{"body":"a"}`, decorum.Malformed, "/from_user_id", "text"},
		{"no sender", `"id":"wamid.1","timestamp":"1","type":"text","text":{"body":"a"}`, decorum.Required, "/from", "text"},
		{"no id", `"from":"5491155551234","timestamp":"1","type":"text","text":{"body":"a"}`, decorum.Required, "/id", "text"},
	} {
		body := conversation("messages", `"messages":[{`+c.json+`},{"from":"5491155559999","id":"wamid.2","timestamp":"1","type":"text","text":{"body":"b"}}]`)
		notices, err := cloudapi.Decode(body)
		var got []decorum.Violation
		for v := range decorum.All(err) {
			got = append(got, v)
		}
		if len(got) != 1 || got[0].Code != c.code || got[0].Path != place+c.path {
			t.Errorf("%s: %v", c.label, got)
		}
		var messages []*cloudapi.Received
		for n := range notices.All() {
			messages = append(messages, n.(*cloudapi.Received))
		}
		if len(messages) != 2 || messages[0].Message.Kind() != c.kind || messages[1].Message != (message.Text{Body: "b"}) {
			t.Errorf("%s: %v", c.label, messages)
			continue
		}
		e := messages[0].Envelope()
		if at := strings.TrimPrefix(c.path, "/"); at == "timestamp" && (!e.Originated.IsZero() || !strings.Contains(string(e.Extra), `{"meta":{"timestamp":"`)) {
			t.Errorf("%s: the time is not kept: %+v", c.label, e)
		}
		if want := "{" + c.json + "}"; messages[0].Raw() != want {
			t.Errorf("%s: %s is kept", c.label, messages[0].Raw())
		}
		if _, err := messages[0].Message.AppendJSON(nil); err != nil {
			t.Errorf("%s: cannot be stored: %v", c.label, err)
		}
		if _, err := messages[0].Envelope().AppendJSON(nil); err != nil {
			t.Errorf("%s: cannot be stored: %v", c.label, err)
		}
	}
}
