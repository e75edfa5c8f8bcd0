package message_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum/whatsapp/message"
)

// Whatever can be read can be written, and that is read as the same message and
// written as the same text. Nothing panics on the way.
func FuzzMessage(f *testing.F) {
	for _, m := range samples() {
		data, err := json.Marshal(m)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	for _, s := range []string{
		`{"type":"unknown","raw":{"type":"text","text":{}}}`,
		`{"type":"unknown","raw":7,"more":1}`,
		`{"type":"edit","message":{"type":"edit"}}`,
		`{"type":"structured","structured":{"type":"hologram"}}`,
		`{"type":"structured","structured":{"type":"list","body":"b","sections":[{"rows":[{"id":"1"}]}]}}`,
		`{"\u0074ype":"text","body":"\ud83d\ude00\u0000"}`,
		`{"type":"location","latitude":-0,"longitude":1e-7}`,
		`{"type":"answer","expires":"9999-12-31T23:59:59-00:01"}`,
		`{"type":"text","":1," ":{"":[]}}`,
	} {
		f.Add([]byte(s))
	}
	limits := message.Strictest(message.Workspace(), message.CloudAPI())
	f.Fuzz(func(t *testing.T, data []byte) {
		m, err := message.Unmarshal(data)
		if err != nil {
			if m != nil {
				t.Fatal("a message and an error")
			}
			return
		}
		once, err := json.Marshal(m)
		if err != nil {
			t.Fatalf("%s cannot be written: %v", data, err)
		}
		again, err := message.Unmarshal(once)
		if err != nil {
			t.Fatalf("%s, written as %s, cannot be read: %v", data, once, err)
		}
		twice, err := json.Marshal(again)
		if err != nil || string(twice) != string(once) {
			t.Fatalf("%s, then %s, %v", once, twice, err)
		}
		if again.Kind() != m.Kind() || message.Target(again) != message.Target(m) {
			t.Fatalf("%s became a %s", m.Kind(), again.Kind())
		}
		if diff := cmp.Diff(m.Check(limits), again.Check(limits)); diff != "" {
			t.Fatalf("%s (-want +got):\n%s", once, diff)
		}
		if p := m.Preview(); p.Kind == "" || strings.ContainsAny(p.Text, "\n\t\r") || p.Text != again.Preview().Text {
			t.Fatalf("%s: %+v", once, p)
		}
	})
}

// An envelope that can be read is written, and read as an equal one.
func FuzzEnvelope(f *testing.F) {
	data, err := json.Marshal(envelope())
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	f.Add([]byte(`{"originated":"2025-11-21T06:30:00-03:00","from":{"number":"+1 516 283 7151","username":"@Ann"}}`))
	f.Add([]byte(`{"direction":"","context":{},"referral":{"x":null},"to":{}}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		var e message.Envelope
		if e.UnmarshalJSON(data) != nil {
			if e != (message.Envelope{}) {
				t.Fatalf("%s: an error left %+v", data, e)
			}
			return
		}
		once, err := e.MarshalJSON()
		if err != nil {
			t.Fatalf("%s cannot be written: %v", data, err)
		}
		var again message.Envelope
		if err := again.UnmarshalJSON(once); err != nil {
			t.Fatalf("%s, written as %s, cannot be read: %v", data, once, err)
		}
		twice, err := again.MarshalJSON()
		if err != nil || string(twice) != string(once) {
			t.Fatalf("%s, then %s, %v", once, twice, err)
		}
	})
}
