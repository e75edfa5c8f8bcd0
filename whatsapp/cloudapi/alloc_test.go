package cloudapi_test

import (
	"runtime"
	"testing"

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
	for name, item := range map[string]string{
		"messages": `{"object":"whatsapp_business_account","entry":[{"changes":[{"field":"messages","value":{"messages":[`,
		"statuses": `{"object":"whatsapp_business_account","entry":[{"changes":[{"field":"messages","value":{"statuses":[`,
		"contacts": `{"object":"whatsapp_business_account","entry":[{"changes":[{"field":"messages","value":{"contacts":[`,
	} {
		body := []byte(item)
		for i := range 9000 {
			if i > 0 {
				body = append(body, ',')
			}
			body = append(body, "{}"...)
		}
		body = append(body, "]}}]}]}"...)
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		_, _ = cloudapi.Decode(body)
		runtime.ReadMemStats(&after)
		if used := after.TotalAlloc - before.TotalAlloc; used > 16<<20 {
			t.Errorf("%s: %d bytes for a body of %d", name, used, len(body))
		}
	}
}
