package metajson_test

import (
	"encoding/json"
	"testing"

	"github.com/decorum-go/decorum/internal/bench/metajson"
	"github.com/decorum-go/decorum/whatsapp/cloudapi"
)

func TestEncodingJSONReadsTheSame(t *testing.T) {
	for _, body := range [][]byte{metajson.Text(), metajson.Batch()} {
		if err := metajson.Same(body, json.Unmarshal); err != nil {
			t.Error(err)
		}
	}
}

func BenchmarkDecode(b *testing.B) {
	for _, sample := range []struct {
		name string
		body []byte
	}{{"text", metajson.Text()}, {"batch", metajson.Batch()}} {
		b.Run(sample.name+"/cloudapi", func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if notices, err := cloudapi.Decode(sample.body); err != nil || notices.Len() == 0 {
					b.Fatal(err)
				}
			}
		})
		b.Run(sample.name+"/encoding-json", func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				var w metajson.Body
				if err := json.Unmarshal(sample.body, &w); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
