package cloudapi_test

import (
	"testing"

	"github.com/decorum-go/decorum/whatsapp/cloudapi"
)

func BenchmarkDecode(b *testing.B) {
	for _, in := range []struct {
		name string
		body []byte
	}{{"text", textWebhook()}, {"batch", batchWebhook()}, {"statuses", statusesWebhook(100)}} {
		b.Run(in.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := cloudapi.Decode(in.body); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
