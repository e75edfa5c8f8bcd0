package cloudapi_test

import (
	"bytes"
	"fmt"
	"reflect"
	"strings"
	"sync"
	"testing"

	"github.com/decorum-go/decorum/whatsapp/cloudapi"
)

// told of a webhook, all of it as text.
func words(n cloudapi.Notices) string {
	var b strings.Builder
	for notice := range n.All() {
		b.WriteString(notice.Raw())
		b.WriteString(notice.Account())
		b.WriteString(notice.Field())
		for _, key := range notice.Conversation().Keys() {
			b.WriteString(string(key))
		}
		switch n := notice.(type) {
		case *cloudapi.Received:
			content, _ := n.Message.AppendJSON(nil)
			outside, _ := n.Envelope().AppendJSON(content)
			b.Write(outside)
		case *cloudapi.Status:
			b.WriteString(n.WAMID + n.LocalID + n.Word + n.Pricing.Category + n.Contact.Name)
		}
	}
	return b.String()
}

// A server uses the memory of a body again for the next one.
func TestNoticesDoNotShareTheBody(t *testing.T) {
	for _, body := range [][]byte{textWebhook(), batchWebhook(), statusesWebhook(3), conversation("messages", `"new":["x"]`)} {
		notices, err := cloudapi.Decode(body)
		before := words(notices)
		for i := range body {
			body[i] = 'x'
		}
		if after := words(notices); err != nil || after != before || len(after) < 10 {
			t.Errorf("%v, before: %s\nafter: %s", err, before, after)
		}
	}
}

// Many goroutines may read what was decoded, and decode one body.
func TestNoticesAreSharedByGoroutines(t *testing.T) {
	body := batchWebhook()
	notices, err := cloudapi.Decode(body)
	if err != nil {
		t.Fatal(err)
	}
	want := words(notices)
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			again, err := cloudapi.Decode(body)
			if err != nil || words(again) != want || words(notices) != want {
				t.Error("another webhook", err)
			}
			for range notices.Commands(at) {
			}
		})
	}
	all.Wait()
}

// What a customer, or somebody with the secret, may try: each body is read, or told
// to be wrong, and no value is made up of it.
func TestHostileBodies(t *testing.T) {
	const text = `"from":"5491155551234","id":"a","timestamp":"1","type":"text","text":{"body":`
	for _, c := range []struct {
		label, body string
		notices     int
		// codes are the codes of what is wrong, in the order of the body.
		codes string
		// keys are those of the conversations that are told something.
		keys string
	}{
		{"nothing wrong", string(conversation("messages", `"messages":[{`+text+`"a"}}]`)), 1, "", "1065/number/5491155551234"},
		{"two lists of one name", string(conversation("messages", `"messages":[{`+text+`"a"}}],"messages":[{`+text+`"b"}}]`)), 1, "duplicate", "1065/number/5491155551234"},
		{"two numbers of the business", string(conversation("messages", `"metadata":{"phone_number_id":"1"},"messages":[{`+text+`"a"}}]`)), 1, "duplicate", "1065/number/5491155551234"},
		{"two entries of one name", `{"entry":[],"entry":[{"id":"1"}]}`, 0, "duplicate", ""},
		{"a name with an escape, twice", string(conversation("messages", `"messages":[{`+text+`"a"},"fr\u006fm":"15162837151"}]`)), 1, "duplicate", "1065/number/5491155551234"},
		{"NUL in a text", string(conversation("messages", `"messages":[{`+text+`"a\u0000b"}}]`)), 1, "", "1065/number/5491155551234"},
		{"NUL in an id", string(conversation("messages", `"messages":[{"from":"5491155551234\u0000","id":"a","timestamp":"1","type":"request_welcome"}]`)), 1, "malformed", ""},
		{"a control character", string(conversation("messages", `"messages":[{`+text+"\"a\x00\"}}]")), 0, "malformed", ""},
		{"half a surrogate in a name", string(conversation("messages", `"\ud800":1,"messages":[{`+text+`"a"}}]`)), 1, "malformed", "1065/number/5491155551234"},
		{"half a surrogate in an id", string(conversation("messages", `"messages":[{"from":"5491155551234","id":"\udc00","timestamp":"1","type":"request_welcome"}]`)), 1, "malformed required", "1065/number/5491155551234"},
		{"no UTF-8 in an id", string(conversation("messages", `"messages":[{"from":"5491155551234","id":"`+"\xc0\xaf"+`","timestamp":"1","type":"request_welcome"}]`)), 1, "invalid_utf8 required", "1065/number/5491155551234"},
		{"a long number", string(conversation("messages", `"messages":[{"from":`+strings.Repeat("9", 400)+`,"id":1e400,"timestamp":1e400,"type":"request_welcome"}]`)), 1, "malformed malformed", ""},
		{"a huge number", string(conversation("messages", `"messages":[{`+text+`"a"},"x":1e999999999}]`)), 1, "", "1065/number/5491155551234"},
		{"lists for objects", `{"object":"whatsapp_business_account","entry":[[],7,"x",null,true,{"changes":[[],7,null]}]}`, 8, "wrong_type wrong_type wrong_type wrong_type wrong_type wrong_type wrong_type wrong_type", ""},
		{"objects for lists", `{"object":"whatsapp_business_account","entry":{"id":"1"}}`, 0, "wrong_type", ""},
		{"messages and statuses", string(conversation("messages", `"statuses":[{"id":"b","status":"sent","recipient_id":"15162837151"}],"messages":[{`+text+`"a"}}],"errors":[{"code":1}]`)), 3, "", "1065/number/15162837151 1065/number/5491155551234"},
		{"an unknown status", string(conversation("messages", `"statuses":[{"id":"b","status":"held","recipient_id":"15162837151"},{"id":"b","status":"READ","recipient_id":"15162837151"}]`)), 2, "", ""},
		{"a number as another's name", string(conversation("messages", `"contacts":[{"wa_id":"15162837151","profile":{"name":"5491155551234"}}],"messages":[{`+text+`"a"}}]`)), 2, "", "1065/number/5491155551234"},
		{"two businesses", `{"entry":[{"changes":[{"field":"messages","value":{"metadata":{"phone_number_id":"1"},"messages":[{` + text + `"a"}}]}},{"field":"messages","value":{"metadata":{"phone_number_id":"2"},"messages":[{` + text + `"a"}}]}}]}]}`, 2, "", "1/number/5491155551234 2/number/5491155551234"},
		{"a business told last", `{"entry":[{"changes":[{"field":"messages","value":{"messages":[{` + text + `"a"}}],"metadata":{"phone_number_id":"1"}}}]}]}`, 1, "", "1/number/5491155551234"},
	} {
		body := []byte(c.body)
		notices, err := cloudapi.Decode(body)
		var codes, keys []string
		if err != nil {
			for _, v := range failed(t, err) {
				codes = append(codes, string(v.Code))
			}
		}
		for conversation := range notices.Commands(at) {
			for _, key := range conversation.Keys() {
				keys = append(keys, string(key))
			}
		}
		if notices.Len() != c.notices || strings.Join(codes, " ") != c.codes || strings.Join(keys, " ") != c.keys {
			t.Errorf("%s: %d notices, keys %v, %v (%v)", c.label, notices.Len(), keys, codes, err)
		}
		if !bytes.Equal(body, []byte(c.body)) {
			t.Errorf("%s: the body was changed", c.label)
		}
	}
}

// However many messages of however many kinds come together, each has its own
// content, and a bad one spoils none.
func TestMessagesTogetherAreAsAlone(t *testing.T) {
	content := func(i int) string {
		switch i % 6 {
		case 0, 5:
			return fmt.Sprintf(`"type":"text","text":{"body":"%d"}`, i)
		case 1:
			return fmt.Sprintf(`"type":"image","image":{"id":"%d"}`, i)
		case 2:
			return fmt.Sprintf(`"type":"location","location":{"latitude":%d,"longitude":1}`, i%90)
		case 3:
			return fmt.Sprintf(`"type":"reaction","reaction":{"message_id":"%d","emoji":""}`, i)
		default:
			return fmt.Sprintf(`"type":"button","button":{"text":"%d"}`, i)
		}
	}
	for _, n := range []int{1, 2, 5, 6, 7, 12, 24, 47, 48, 49, 96, 97, 103, 110} {
		for _, bad := range []int{-1, 0, n - 1} {
			each := func(i int) string {
				if i == bad {
					return strings.Replace(content(i), `{"`, `{"id":[],"`, 1) // a text, or not, but with a fault
				}
				return content(i)
			}
			notices, err := cloudapi.Decode(webhook(n, each))
			i := 0
			for notice := range notices.All() {
				alone, _ := cloudapi.Decode(webhook(1, func(int) string { return each(i) }))
				for one := range alone.All() {
					got, want := notice.(*cloudapi.Received).Message, one.(*cloudapi.Received).Message
					if got == nil || want == nil {
						t.Fatalf("%d of %d: no message", i, n)
					}
					if i != bad && !reflect.DeepEqual(got, want) || i == bad && got.Kind() != want.Kind() {
						t.Fatalf("%d of %d: %v, alone %v (%v)", i, n, got, want, err)
					}
				}
				i++
			}
			if i != n {
				t.Errorf("%d of %d messages", i, n)
			}
		}
	}
}
