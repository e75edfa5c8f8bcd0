package cloudapi_test

import (
	"errors"
	"runtime"
	"strings"
	"testing"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/whatsapp/cloudapi"
)

func TestDecodeKeepsItsBudgets(t *testing.T) {
	if raceEnabled {
		t.Skip("the race detector allocates")
	}
	secret, text := []byte("app secret"), textWebhook()
	verifier, header := cloudapi.NewVerifier(secret), sign(text, secret)
	for _, c := range []struct {
		name string
		most float64
		run  func() bool
	}{
		{"a webhook with one text", 10, func() bool {
			n, err := cloudapi.Decode(text)
			return n.Len() == 1 && err == nil
		}},
		{"verify and decode it", 10, func() bool {
			n, err := cloudapi.Decode(text)
			return verifier.Verify(header, text) && n.Len() == 1 && err == nil
		}},
		{"a webhook with 100 messages of four kinds", 40, decodes(100, batchWebhook())},
		{"a webhook with 100 statuses", 40, decodes(100, statusesWebhook(100))},
		{"a signature", 0, func() bool { return verifier.Verify(header, text) }},
	} {
		if !c.run() {
			t.Errorf("%s: failed", c.name)
		}
		if got := testing.AllocsPerRun(50, func() { c.run() }); got > c.most {
			t.Errorf("%s: %v allocations, at most %v", c.name, got, c.most)
		}
	}
}

func decodes(n int, body []byte) func() bool {
	return func() bool {
		notices, err := cloudapi.Decode(body)
		return notices.Len() == n && err == nil
	}
}

// What is decoded takes a bounded share of memory, whatever the body is made of.
func TestMemoryIsBounded(t *testing.T) {
	if raceEnabled {
		t.Skip("the race detector allocates")
	}
	const none = `{                                }`
	const message = `{"from":"5491155551234","id":"a","timestamp":"1","type":`
	for _, c := range []struct {
		label, list string
		// item is repeated; %s stands for a list of many elements of few bytes.
		item string
	}{
		{"messages", "messages", none},
		{"statuses", "statuses", none},
		{"contacts", "contacts", none},
		{"cards", "messages", message + `"contacts","contacts":%s}`},
		{"phones on cards", "messages", message + `"contacts","contacts":[{"phones":%s}]}`},
		{"addresses on cards", "messages", message + `"contacts","contacts":[{"addresses":%s}]}`},
		{"products", "messages", message + `"order","order":{"product_items":%s}}`},
		{"errors of messages", "messages", message + `"unsupported","errors":%s}`},
		{"errors of statuses", "statuses", `{"id":"a","status":"failed","errors":%s                              }`},
		{"preferences", "user_preferences", none},
		{"user ids", "user_id_update", none},
	} {
		for _, n := range []int{10, 33, 1000} {
			few := "[" + strings.Repeat("{}"+strings.Repeat(" ", 30)+",", n-1) + "{}]"
			item := strings.ReplaceAll(c.item, "%s", few)
			times := min(9000, 600_000/len(item))
			body := conversation("messages", `"`+c.list+`":[`+strings.Repeat(item+",", times-1)+item+`]`)
			var before, after, kept runtime.MemStats
			runtime.GC()
			runtime.ReadMemStats(&before)
			notices, err := cloudapi.Decode(body)
			runtime.ReadMemStats(&after)
			runtime.GC()
			runtime.ReadMemStats(&kept)
			if notices.Len() < times {
				t.Errorf("%d %s: %d notices (%v)", n, c.label, notices.Len(), err)
			}
			const floor = 1 << 20 // short bodies may have 1,000 elements
			total, holds := int(after.TotalAlloc-before.TotalAlloc), int(kept.HeapAlloc)-int(before.HeapAlloc)
			if total > floor+40*len(body) || holds > floor+20*len(body) {
				t.Errorf("%d %s: %d bytes, %d kept, for a body of %d", n, c.label, total, holds, len(body))
			}
			runtime.KeepAlive(notices)
		}
	}
}

// A body has no more elements in its lists than its length allows, since even the
// shortest take memory.
func TestElementsAreBounded(t *testing.T) {
	body := func(cards, spaces int) []byte {
		return conversation("messages", `"messages":[{"from":"5491155551234","id":"a","timestamp":"1","type":"contacts","contacts":[`+
			strings.Repeat(strings.Repeat(" ", spaces)+"{},", cards-1)+`{}]}]`)
	}
	const around = 3 // an entry, a change, a message
	for _, c := range []struct {
		label string
		body  []byte
		ok    bool
	}{
		{"as many as always", body(1000-around, 0), true},
		{"one more", body(1001-around, 0), false},
		{"as many as its length allows", body(5000-around, 29), true},
		{"more", body(5000-around, 28), false},
	} {
		notices, err := cloudapi.Decode(c.body)
		if (notices.Len() == 1) != c.ok || (err == nil) != c.ok || !c.ok && !errors.Is(err, decorum.TooMany) {
			t.Errorf("%s: %d notices, %v", c.label, notices.Len(), err)
		}
	}
	// Nor does it help to put the field behind, so that values are read later.
	value := `{"value":{"messages":[{"from":"5491155551234","id":"a","timestamp":"1","type":"contacts","contacts":[{},{},{}]}]},"field":"messages"}`
	for n, ok := range map[int]bool{199: true, 200: false} { // 5 elements each, and an entry
		body := []byte(`{"entry":[{"changes":[` + strings.Repeat(value+",", n-1) + value + `]}]}`)
		notices, err := cloudapi.Decode(body)
		if (notices.Len() == n) != ok || (err == nil) != ok {
			t.Errorf("%d values: %d notices, %v", n, notices.Len(), err)
		}
	}
	// What is passed over counts for nothing.
	notices, err := cloudapi.Decode(conversation("messages", `"numbers":[`+strings.Repeat("0,", 9000)+`0]`))
	if notices.Len() != 1 || err != nil {
		t.Errorf("%d notices, %v", notices.Len(), err)
	}
}
