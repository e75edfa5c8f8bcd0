package cloudapi_test

import (
	"testing"

	"github.com/decorum-go/decorum/internal/wire/wiretest"
	"github.com/decorum-go/decorum/whatsapp/cloudapi"
)

func TestBudgets(t *testing.T) {
	text, batch := textWebhook(), batchWebhook()
	for _, c := range []struct {
		name string
		most float64
		body []byte
	}{
		{"a webhook with one text", 10, text},
		{"a webhook with 100 messages", 40, batch},
	} {
		var n cloudapi.Notices
		var err error
		got := testing.AllocsPerRun(100, func() { n, err = cloudapi.Decode(c.body) })
		t.Log(got, n.Len(), err)
		if got > c.most || err != nil {
			t.Errorf("%s: %v allocations, at most %v (%v)", c.name, got, c.most, err)
		}
	}
}

func BenchmarkDecode(b *testing.B) {
	text, batch := textWebhook(), batchWebhook()
	b.Run("text", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			_, _ = cloudapi.Decode(text)
		}
	})
	b.Run("textwire", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			_, _ = wiretest.DecodeWebhook(text)
		}
	})
	b.Run("batch", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			_, _ = cloudapi.Decode(batch)
		}
	})
	b.Run("batchwire", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			_, _ = wiretest.DecodeWebhook(batch)
		}
	})
}
