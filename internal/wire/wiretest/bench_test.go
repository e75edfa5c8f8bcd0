package wiretest_test

import (
	"encoding/json"
	"testing"

	"github.com/decorum-go/decorum/internal/wire/wiretest"
)

// BenchmarkDecode decodes beside encoding/json in a process that holds nothing
// else: go test -bench Decode -cpu 1 ./internal/wire/wiretest. In internal/bench
// the garbage collector also marks the tables of all peers, which costs whoever
// allocates.
func BenchmarkDecode(b *testing.B) {
	for _, in := range []struct {
		name string
		body []byte
	}{
		{"text", []byte(wiretest.TextWebhook())},
		{"batch", []byte(wiretest.BatchWebhook())},
	} {
		b.Run(in.name+"/wire", func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := wiretest.DecodeWebhook(in.body); err != nil {
					b.Fatal(err)
				}
			}
		})
		b.Run(in.name+"/encoding/json", func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				var w wiretest.Webhook
				if err := json.Unmarshal(in.body, &w); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
