package main

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"reflect"

	gojson "github.com/goccy/go-json"
	segmentio "github.com/segmentio/encoding/json"

	"github.com/decorum-go/decorum/internal/wire/wiretest"
)

func wireAreas() []area {
	return []area{
		decodeArea("a webhook with one text", wiretest.TextWebhook()),
		decodeArea("a webhook with 100 messages", wiretest.BatchWebhook()),
		encodeArea(),
	}
}

func decodeArea(name, body string) area {
	data := []byte(body)
	key := []byte("an app's secret of 32 characters")
	decode := func(unmarshal func([]byte, any) error) func() {
		return func() {
			h, err := unmarshalWebhook(unmarshal, data)
			sinkWebhook(h, err)
		}
	}
	return area{
		name: fmt.Sprintf("wire: decode %s, %d bytes", name, len(data)),
		check: func() error {
			want, err := unmarshalWebhook(json.Unmarshal, data)
			if err != nil {
				return err
			}
			for _, other := range []func() (wiretest.Webhook, error){
				func() (wiretest.Webhook, error) { return wiretest.DecodeWebhook(data) },
				func() (wiretest.Webhook, error) { return wiretest.BorrowWebhook(body) },
				func() (wiretest.Webhook, error) { return unmarshalWebhook(gojson.Unmarshal, data) },
				func() (wiretest.Webhook, error) { return unmarshalWebhook(segmentio.Unmarshal, data) },
			} {
				if got, err := other(); err != nil || !reflect.DeepEqual(got, want) {
					return fmt.Errorf("%+v, want %+v: %w", got, want, err)
				}
			}
			return nil
		},
		candidates: []candidate{
			{name: "wire, memory of its own", run: func() { h, err := wiretest.DecodeWebhook(data); sinkWebhook(h, err) }},
			{name: "wire, borrowed from a string", run: func() { h, err := wiretest.BorrowWebhook(body); sinkWebhook(h, err) }},
			{name: "encoding/json", run: decode(json.Unmarshal), target: 4},
			{name: "goccy/go-json", run: decode(gojson.Unmarshal)},
			{name: "segmentio/encoding", run: decode(segmentio.Unmarshal)},
			{name: "json.Valid", run: func() {
				if json.Valid(data) {
					sink++
				}
			}},
			{name: "one pass over memory (bytes.Count)", run: func() { sink += bytes.Count(data, []byte{0}) }, limit: true},
			{name: "the signature that every webhook is checked for (HMAC-SHA256)", run: func() {
				h := hmac.New(sha256.New, key)
				h.Write(data)
				sink += int(h.Sum(nil)[0])
			}, limit: true},
		},
	}
}

func unmarshalWebhook(unmarshal func([]byte, any) error, data []byte) (wiretest.Webhook, error) {
	var h wiretest.Webhook
	err := unmarshal(data, &h)
	return h, err
}

func sinkWebhook(h wiretest.Webhook, err error) {
	if err == nil {
		sink += len(h.Entry)
	}
}

func encodeArea() area {
	list := wiretest.TenRows()
	dst := make([]byte, 0, 4096)
	var buf bytes.Buffer
	encoder := json.NewEncoder(&buf)
	encoder.SetEscapeHTML(false)
	encoded, _ := list.AppendJSON(nil)
	return area{
		name: fmt.Sprintf("wire: encode a list with ten rows, %d bytes", len(encoded)),
		check: func() error {
			ours, err := list.AppendJSON(nil)
			if err != nil {
				return err
			}
			theirs, err := json.Marshal(list)
			if err != nil {
				return err
			}
			return same(string(ours), string(theirs))
		},
		candidates: []candidate{
			{name: "wire.Writer, appending", run: func() {
				out, _ := list.AppendJSON(dst)
				sink += len(out)
			}},
			{name: "encoding/json Marshal", target: 3, run: func() {
				out, _ := json.Marshal(list)
				sink += len(out)
			}},
			{name: "encoding/json Encoder, memory used again", run: func() {
				buf.Reset()
				_ = encoder.Encode(list)
				sink += buf.Len()
			}},
			{name: "goccy/go-json Marshal", run: func() {
				out, _ := gojson.Marshal(list)
				sink += len(out)
			}},
			{name: "segmentio/encoding Append", run: func() {
				out, _ := segmentio.Append(dst, list, 0)
				sink += len(out)
			}},
			{name: "copy", run: func() { sink += copy(dst[:cap(dst)], encoded) }, limit: true},
		},
	}
}
