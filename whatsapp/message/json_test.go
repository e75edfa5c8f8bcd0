package message_test

import (
	"encoding/json"
	"errors"
	"math"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/location"
	"github.com/decorum-go/decorum/template"
	"github.com/decorum-go/decorum/whatsapp/message"
)

// golden is the JSON of the samples: names in it never change.
var golden = []string{
	`{"type":"text","body":"Hello https://example.com","preview_url":true,"later":{"a":[1,"x"]}}`,
	`{"type":"image",` + goldenMedia,
	`{"type":"video",` + goldenMedia,
	`{"type":"audio",` + goldenMedia,
	`{"type":"document",` + goldenMedia,
	`{"type":"sticker",` + goldenMedia,
	`{"type":"media",` + goldenMedia,
	`{"type":"location","latitude":37.4847,"longitude":-122.1473,"name":"Meta","address":"1 Hacker Way","url":"https://about.meta.com/","later":{"a":[1,"x"]}}`,
	`{"type":"contacts","contacts":[{"name":{"formatted":"Dr. Ann B. Lee Jr.","first":"Ann","middle":"B.","last":"Lee","prefix":"Dr.","suffix":"Jr.","later":{"a":[1,"x"]}},` +
		`"phones":[{"number":"+1 (516) 283-7151","wa_id":"15162837151","type":"WORK","later":{"a":[1,"x"]}}],` +
		`"emails":[{"address":"ann@example.com","type":"HOME","later":{"a":[1,"x"]}}],` +
		`"addresses":[{"street":"1 Main St","city":"Town","state":"NY","zip":"1","country":"USA","country_code":"us","type":"HOME","later":{"a":[1,"x"]}}],` +
		`"urls":[{"url":"https://example.com","type":"WORK","later":{"a":[1,"x"]}}],` +
		`"organization":{"company":"Shop","department":"Sales","title":"Boss","later":{"a":[1,"x"]}},` +
		`"birthday":"1999-01-23","origin":"other","vcard":"BEGIN:VCARD\nEND:VCARD","later":{"a":[1,"x"]}}],"later":{"a":[1,"x"]}}`,
	`{"type":"reaction","target":"wamid.1","emoji":"👍🏽","later":{"a":[1,"x"]}}`,
	`{"type":"structured","structured":{"type":"notification","template":{"id":"shop_1@order_ready","language":"en_US","body":"Hi {{1}}, order {{2}} is ready."},` +
		`"arguments":{"body":["Ann","1042"]},"text":{"body":"Hi Ann, order 1042 is ready."}},"later":{"a":[1,"x"]}}`,
	`{"type":"answer","by":"list","id":"express","title":"Express","description":"Tomorrow","expires":"2025-11-21T09:30:00.123456789Z","response":"{\"a\":1}","later":{"a":[1,"x"]}}`,
	`{"type":"order","catalog_id":"c","text":"please","items":[{"product_id":"p","quantity":2,"price":"12.50","currency":"USD","later":{"a":[1,"x"]}}],"later":{"a":[1,"x"]}}`,
	`{"type":"call","event":"terminate","direction":"outbound","outcome":"completed","started":"2025-11-21T09:30:00.123456789Z","ended":"2025-11-21T09:31:00.123456789Z","seconds":60,"sdp_type":"offer","sdp":"v=0","later":{"a":[1,"x"]}}`,
	`{"type":"system","event":"number_changed","text":"Ann relocated","was":` + goldenParty + `,"now":{"name":"Ann"},"later":{"a":[1,"x"]}}`,
	`{"type":"welcome_request","later":{"a":[1,"x"]}}`,
	`{"type":"edit","target":"wamid.1","message":{"type":"text","body":"b"},"context":` + goldenContext + `,"later":{"a":[1,"x"]}}`,
	`{"type":"deletion","target":"wamid.1","later":{"a":[1,"x"]}}`,
	`{"type":"unsupported","unsupported":"poll","faults":[{"code":131051,"title":"t","message":"m","details":"d","url":"https://example.com","later":{"a":[1,"x"]}}],"later":{"a":[1,"x"]}}`,
	`{"type":"hologram","beams":3}`,
	`{"type":"unknown","raw":{"type":"poll","options":["a","b"]}}`,
}

const (
	goldenMedia = `"id":"1","link":"https://example.com/f","download_url":"https://lookaside.example/1","mime_type":"audio/ogg; codecs=opus",` +
		`"caption":"c","name":"n.pdf","sha256":"c2hh","size":12,"voice":true,"animated":true,"later":{"a":[1,"x"]}}`
	goldenParty = `{"wa_id":"15162837151","number":"+15162837151","user_id":"US.13491208655302741918","parent_user_id":"US.ENT.11815799212886844830",` +
		`"username":"ann.lee","name":"Ann","phone_number_id":"106540352242922","later":{"a":[1,"x"]}}`
	goldenContext = `{"id":"wamid.1","from":` + goldenParty + `,"forwarded":true,"frequently_forwarded":true,` +
		`"product":{"catalog_id":"c","id":"p","later":{"a":[1,"x"]}},"later":{"a":[1,"x"]}}`
	goldenEnvelope = `{"id":"wamid.2","direction":"inbound","from":` + goldenParty + `,"to":{"phone_number_id":"1"},"group_id":"g",` +
		`"originated":"2025-11-21T09:30:00.123456789Z","arrived":"2025-11-21T09:30:01.123456789Z","history":true,"context":` + goldenContext + `,` +
		`"referral":{"source":"ad","source_id":"1","source_url":"https://fb.me/x","headline":"h","body":"b","media_type":"image","image_url":"i","video_url":"v",` +
		`"thumbnail_url":"t","click_id":"c","welcome":"w","later":{"a":[1,"x"]}},"later":{"a":[1,"x"]}}`
)

func TestEveryKindSurvivesARoundTrip(t *testing.T) {
	seen := map[message.Kind]bool{}
	for i, m := range samples() {
		seen[m.Kind()] = true
		data, err := json.Marshal(m)
		if err != nil {
			t.Errorf("%s: %v", m.Kind(), err)
			continue
		}
		if diff := cmp.Diff(golden[i], string(data)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", m.Kind(), diff)
		}
		appended, err := m.AppendJSON([]byte("before "))
		if err != nil || string(appended) != "before "+golden[i] {
			t.Errorf("%s: appended %s, %v", m.Kind(), appended, err)
		}
		back, err := message.Unmarshal(data)
		if err != nil {
			t.Errorf("%s: %v in %s", m.Kind(), err, data)
			continue
		}
		if diff := cmp.Diff(m, back); diff != "" {
			t.Errorf("%s (-want +got):\n%s", m.Kind(), diff)
		}
	}
	for _, k := range message.Kinds() {
		if !seen[k] {
			t.Errorf("no sample of kind %s", k)
		}
	}
}

// Each type reads its own JSON through encoding/json, and no other's.
func TestEveryTypeReadsItsOwnJSON(t *testing.T) {
	for _, m := range samples() {
		data, err := json.Marshal(m)
		if err != nil {
			t.Fatal(err)
		}
		own := reflect.New(reflect.TypeOf(m))
		if err := json.Unmarshal(data, own.Interface()); err != nil {
			t.Errorf("%T: %v", m, err)
			continue
		}
		if diff := cmp.Diff(m, own.Elem().Interface().(message.Message)); diff != "" {
			t.Errorf("%T (-want +got):\n%s", m, diff)
		}
		if err := json.Unmarshal([]byte("null"), own.Interface()); err != nil || !cmp.Equal(m, own.Elem().Interface().(message.Message)) {
			t.Errorf("%T: null: %v", m, err)
		}
		if _, ok := m.(message.Unknown); ok {
			continue
		}
		err = json.Unmarshal([]byte(`{"type":"hologram"}`), own.Interface())
		if !errors.Is(err, decorum.Mismatch) || !cmp.Equal(m, own.Elem().Interface().(message.Message)) {
			t.Errorf("%T: a hologram: %v", m, err)
		}
	}
}

func TestEnvelopeSurvivesARoundTrip(t *testing.T) {
	want := envelope()
	data, err := json.Marshal(want)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(goldenEnvelope, string(data)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	var got message.Envelope
	if err := json.Unmarshal(data, &got); err != nil {
		t.Fatalf("%v in %s", err, data)
	}
	if diff := cmp.Diff(want, got); diff != "" || got != want {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if err := got.UnmarshalJSON([]byte("null")); err != nil || got != want {
		t.Errorf("null: %v, %v", got, err)
	}
	if err := got.UnmarshalJSON([]byte(`{"id":7}`)); err == nil || got != want {
		t.Errorf("an id that is a number: %v, %v", got, err)
	}
	if err := got.UnmarshalJSON([]byte(`{"from":{"wa_id":"","username":""}}`)); err != nil || !got.IsZero() {
		t.Errorf("an empty id: %v, %v", got, err)
	}
	if data, err := (message.Envelope{}).MarshalJSON(); string(data) != "{}" || err != nil {
		t.Errorf("the zero Envelope: %s, %v", data, err)
	}
}

// The parts of an envelope have the same JSON by themselves.
func TestPartsOfAnEnvelopeSurviveARoundTrip(t *testing.T) {
	whole := envelope()
	type parts struct {
		Party    message.Party     `json:"party"`
		Context  message.Context   `json:"context"`
		Referral message.Referral  `json:"referral"`
		Way      message.Direction `json:"way"`
	}
	want := parts{whole.From, whole.Context, whole.Referral, message.Echo}
	data, err := json.Marshal(want)
	if err != nil {
		t.Fatal(err)
	}
	var got parts
	if err := json.Unmarshal(data, &got); err != nil {
		t.Fatalf("%v in %s", err, data)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestTimesAreWrittenInUTC(t *testing.T) {
	zone := time.FixedZone("", -3*3600)
	data, err := json.Marshal(message.Envelope{Originated: at.In(zone), Arrived: at.In(zone)})
	if want := `{"originated":"2025-11-21T09:30:00.123456789Z","arrived":"2025-11-21T09:30:00.123456789Z"}`; string(data) != want || err != nil {
		t.Errorf("got %s, %v", data, err)
	}
	var e message.Envelope
	if err := json.Unmarshal([]byte(`{"originated":"2025-11-21T06:30:00.123456789-03:00","arrived":""}`), &e); err != nil || e != (message.Envelope{Originated: at}) {
		t.Errorf("got %v, %v", e, err)
	}
}

func TestFirstAndLastInstants(t *testing.T) {
	for _, text := range []string{"0000-01-01T00:00:00Z", "9999-12-31T23:59:59.999999999Z"} {
		in := `{"arrived":"` + text + `"}`
		var e message.Envelope
		if err := json.Unmarshal([]byte(in), &e); err != nil {
			t.Errorf("%s: %v", text, err)
		}
		if out, err := json.Marshal(e); string(out) != in || err != nil {
			t.Errorf("%s: written as %s, %v", text, out, err)
		}
	}
}

func TestUnknownMessages(t *testing.T) {
	for _, test := range []struct{ in, out, kind, raw string }{
		{in: `{"type":"hologram", "beams": [1, 2]}`, out: `{"type":"hologram","beams":[1,2]}`, kind: "hologram"},
		{in: `{"beams":3}`, out: `{"beams":3}`},
		{in: `{}`, out: `{}`},
		{in: `{"type":7}`, out: `{"type":7}`},
		{in: `{"type":""}`, out: `{"type":""}`},
		{in: `{"type":"unknown"}`, out: `{"type":"unknown"}`},
		{in: `{"type":"unknown","errors":[]}`, out: `{"type":"unknown","raw":{"type":"unknown","errors":[]}}`, kind: "unknown"},
		{in: `{"type":"unknown","raw":{"type":"text","text":{"body":"x"}}}`, out: `{"type":"unknown","raw":{"type":"text","text":{"body":"x"}}}`, kind: "text"},
		{in: `{"type":"unknown","raw":{"type":"poll"}}`, out: `{"type":"unknown","raw":{"type":"poll"}}`, kind: "poll"},
		{in: `{"type":"unknown","raw":{"type":"unknown","raw":{"type":"unknown"}}}`, out: `{"type":"unknown","raw":{"type":"unknown","raw":{"type":"unknown"}}}`, kind: "unknown"},
		{in: `{"type":"unknown","raw":[1]}`, out: `{"type":"unknown","raw":[1]}`},
		{in: `{"type":"unknown","raw":"x"}`, out: `{"type":"unknown","raw":"x"}`},
	} {
		m, err := message.Unmarshal([]byte(test.in))
		if err != nil {
			t.Errorf("%s: %v", test.in, err)
			continue
		}
		u, ok := m.(message.Unknown)
		if !ok || u.Type != test.kind {
			t.Errorf("%s: %#v", test.in, m)
		}
		out, err := json.Marshal(m)
		if string(out) != test.out || err != nil {
			t.Errorf("%s: written as %s, %v", test.in, out, err)
		}
		again, err := message.Unmarshal(out)
		if err != nil {
			t.Errorf("%s: %v", out, err)
			continue
		}
		if twice, err := json.Marshal(again); string(twice) != test.out || err != nil {
			t.Errorf("%s: written the second time as %s, %v", test.in, twice, err)
		}
	}
}

func TestUnknownMessagesOfAHost(t *testing.T) {
	for _, test := range []struct {
		u    message.Unknown
		kind message.Kind
		out  string
	}{
		{message.Unknown{}, message.KindUnknown, `{"type":"unknown"}`},
		{message.Unknown{Type: "poll"}, "poll", `{"type":"poll"}`},
		{message.Unknown{Type: "text"}, message.KindUnknown, `{"type":"unknown","raw":{"type":"text"}}`},
		{message.Unknown{Type: "poll", Foreign: true}, message.KindUnknown, `{"type":"unknown","raw":{"type":"poll"}}`},
		{message.Unknown{Type: "poll", Raw: `{"type":"poll"}`, Foreign: true}, message.KindUnknown, `{"type":"unknown","raw":{"type":"poll"}}`},
		{message.Unknown{Raw: `[1]`, Foreign: true}, message.KindUnknown, `{"type":"unknown","raw":[1]}`},
		{message.Unknown{Foreign: true}, message.KindUnknown, `{"type":"unknown","raw":{}}`},
		{message.Unknown{Type: "text", Raw: `{"type":"text","body":7}`}, message.KindUnknown, `{"type":"unknown","raw":{"type":"text","body":7}}`},
	} {
		data, err := json.Marshal(test.u)
		if string(data) != test.out || err != nil || test.u.Kind() != test.kind {
			t.Errorf("%#v: %s, %s, %v", test.u, test.u.Kind(), data, err)
		}
	}
	for _, raw := range []string{`{`, `nope`, `{"a":1,"a":2}`, `{"type":"poll"} x`} {
		if data, err := json.Marshal(message.Unknown{Raw: raw}); err == nil {
			t.Errorf("%s: %s", raw, data)
		}
	}
}

func TestAnEditOfAnEditIsKept(t *testing.T) {
	in := `{"type":"edit","target":"1","message":{"type":"edit","target":"2","message":{"type":"text","body":"x"}}}`
	m, err := message.Unmarshal([]byte(in))
	if err != nil {
		t.Fatal(err)
	}
	if _, ok := m.(message.Edit).Message.(message.Unknown); !ok {
		t.Errorf("got %#v", m)
	}
	out, err := json.Marshal(m)
	if err != nil || !strings.Contains(string(out), `"raw":{"type":"edit","target":"2","message":{"type":"text","body":"x"}}`) {
		t.Errorf("got %s, %v", out, err)
	}
	again, err := message.Unmarshal(out)
	if diff := cmp.Diff(m, again); diff != "" || err != nil {
		t.Errorf("%v (-want +got):\n%s", err, diff)
	}
}

func TestPointersAreWrittenAsWhatTheyPointTo(t *testing.T) {
	e := message.Edit{Target: "1", Message: &message.Text{Body: "x"}}
	if out, err := json.Marshal(e); string(out) != `{"type":"edit","target":"1","message":{"type":"text","body":"x"}}` || err != nil {
		t.Errorf("got %s, %v", out, err)
	}
	if !message.IsReaction(&message.Reaction{}) {
		t.Error("a pointer to a reaction is one")
	}
}

func TestStructuredMessagesOfAnUnknownKindAreKept(t *testing.T) {
	in := `{"type":"structured","structured":{"type":"hologram","beams":3}}`
	m, err := message.Unmarshal([]byte(in))
	if err != nil {
		t.Fatal(err)
	}
	want := message.Structured{Structured: template.UnknownStructured{Type: "hologram", Raw: `{"type":"hologram","beams":3}`}}
	if diff := cmp.Diff(message.Message(want), m); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if out, err := json.Marshal(m); string(out) != in || err != nil {
		t.Errorf("got %s, %v", out, err)
	}
}

func TestAbsentPartsAreNotWritten(t *testing.T) {
	for _, test := range []struct {
		m    message.Message
		want string
	}{
		{message.Text{}, `{"type":"text","body":""}`},
		{message.Media{}, `{"type":"media"}`},
		{message.Media{File: 77}, `{"type":"media"}`},
		{message.Location{}, `{"type":"location"}`},
		{message.Location{Place: location.Place{Point: location.MustParse("0,-0")}}, `{"type":"location","latitude":0,"longitude":0}`},
		{message.Contacts{}, `{"type":"contacts","contacts":[]}`},
		{message.Contacts{Cards: make([]message.Card, 1)}, `{"type":"contacts","contacts":[{"name":{"formatted":""}}]}`},
		{message.Reaction{}, `{"type":"reaction","target":""}`},
		{message.Structured{}, `{"type":"structured"}`},
		{message.Answer{}, `{"type":"answer","by":""}`},
		{message.Order{}, `{"type":"order","catalog_id":""}`},
		{message.Order{Items: make([]message.OrderItem, 1)}, `{"type":"order","catalog_id":"","items":[{"product_id":"","quantity":0}]}`},
		{message.Call{}, `{"type":"call","event":""}`},
		{message.System{}, `{"type":"system","event":""}`},
		{message.WelcomeRequest{}, `{"type":"welcome_request"}`},
		{message.Edit{}, `{"type":"edit","target":""}`},
		{message.Deletion{}, `{"type":"deletion","target":""}`},
		{message.Unsupported{}, `{"type":"unsupported"}`},
		{message.Unsupported{Faults: make([]message.Fault, 1)}, `{"type":"unsupported","faults":[{"code":0}]}`},
	} {
		out, err := json.Marshal(test.m)
		if string(out) != test.want || err != nil {
			t.Errorf("%T: %s, %v", test.m, out, err)
		}
		if _, err := message.Unmarshal(out); err != nil {
			t.Errorf("%s: %v", out, err)
		}
	}
}

func TestWhatCannotBeRead(t *testing.T) {
	for _, test := range []struct {
		in   string
		code decorum.Code
		path string
	}{
		{``, decorum.Malformed, ""},
		{`[]`, decorum.WrongType, ""},
		{`null`, decorum.WrongType, ""},
		{`"text"`, decorum.WrongType, ""},
		{`{"type":"text","body":"x"}}`, decorum.Malformed, ""},
		{`{"type":"text","body":7}`, decorum.WrongType, "/body"},
		{`{"type":"text","body":"a","body":"b"}`, decorum.Duplicate, "/body"},
		{`{"type":"text","later":{"a":1,"a":2}}`, decorum.Duplicate, "/later/a"},
		{`{"type":"text","preview_url":"yes"}`, decorum.WrongType, "/preview_url"},
		{`{"type":"image","size":1.5}`, decorum.WrongType, "/size"},
		{`{"type":"location","latitude":1}`, decorum.Required, "/longitude"},
		{`{"type":"location","longitude":1}`, decorum.Required, "/latitude"},
		{`{"type":"location","latitude":-233,"longitude":40}`, decorum.OutOfRange, "/latitude"},
		{`{"type":"location","latitude":1,"longitude":180.1}`, decorum.OutOfRange, "/longitude"},
		{`{"type":"location","latitude":"1","longitude":2}`, decorum.WrongType, "/latitude"},
		{`{"type":"contacts","contacts":[{"phones":[{"wa_id":"0123"}]}]}`, decorum.Malformed, "/contacts/0/phones/0/wa_id"},
		{`{"type":"contacts","contacts":[{"phones":[{"number":7}]}]}`, decorum.WrongType, "/contacts/0/phones/0/number"},
		{`{"type":"contacts","contacts":[{"emails":[{"address":7}]}]}`, decorum.WrongType, "/contacts/0/emails/0/address"},
		{`{"type":"order","items":[{"quantity":"2"}]}`, decorum.WrongType, "/items/0/quantity"},
		{`{"type":"answer","expires":"yesterday"}`, decorum.Malformed, "/expires"},
		{`{"type":"answer","expires":"0000-01-01T00:00:00+14:00"}`, decorum.Malformed, "/expires"},
		{`{"type":"call","direction":"sideways"}`, decorum.Unknown, "/direction"},
		{`{"type":"system","now":{"number":"12"}}`, decorum.Malformed, "/now/number"},
		{`{"type":"system","now":{"user_id":"a b"}}`, decorum.ForbiddenCharacter, "/now/user_id"},
		{`{"type":"edit","message":7}`, decorum.WrongType, "/message"},
		{`{"type":"edit","context":{"from":{"username":".x."}}}`, decorum.Malformed, "/context/from/username"},
		{`{"type":"structured","structured":{"type":"notification","template":7}}`, decorum.WrongType, "/structured/template"},
		{`{"type":"structured","structured":{"type":"hologram","a":1,"a":2}}`, decorum.Duplicate, "/structured/a"},
		{`{"type":"structured","structured":7}`, decorum.WrongType, "/structured"},
		{`{"type":"unsupported","faults":[{"code":"1"}]}`, decorum.WrongType, "/faults/0/code"},
	} {
		m, err := message.Unmarshal([]byte(test.in))
		var e *decorum.Error
		if m != nil || !errors.As(err, &e) {
			t.Errorf("%s: %#v, %v", test.in, m, err)
			continue
		}
		if v := e.Violations[0]; len(e.Violations) != 1 || v.Code != test.code || v.Path != test.path {
			t.Errorf("%s: %v", test.in, e.Violations)
		}
	}
	long := `{"type":"text","body":"` + strings.Repeat("a", message.MaxJSON) + `"}`
	if _, err := message.Unmarshal([]byte(long)); !errors.Is(err, decorum.TooLarge) {
		t.Errorf("a long document: %v", err)
	}
}

func TestWhatCannotBeWritten(t *testing.T) {
	const bad = "a\xffb"
	for _, m := range []json.Marshaler{
		message.Text{Body: bad},
		message.Text{Extra: `[]`},
		message.Text{Extra: `{"a":1`},
		message.Text{Extra: `{"a":1,"a":2}`},
		message.Contacts{Cards: []message.Card{{URLs: []message.URL{{Extra: "x"}}}}},
		message.Structured{Structured: template.UnknownStructured{Raw: "{"}},
		message.Call{Direction: 9},
		message.Answer{Expires: time.Date(10_000, 1, 1, 0, 0, 0, 0, time.UTC)},
		message.Answer{Expires: time.Date(-1, 12, 31, 0, 0, 0, 0, time.UTC)},
		message.Envelope{ID: bad},
		message.Envelope{Direction: 9},
		message.Envelope{Arrived: time.Unix(math.MaxInt32*1000, 0)},
		message.Party{Name: bad},
		message.Context{ID: bad},
		message.Referral{Body: bad},
	} {
		if data, err := m.MarshalJSON(); err == nil {
			t.Errorf("%#v: %s", m, data)
		}
	}
	dst, err := message.Text{Body: bad}.AppendJSON([]byte("before"))
	if string(dst) != "before" || !errors.Is(err, decorum.InvalidUTF8) {
		t.Errorf("got %s, %v", dst, err)
	}
}

func TestDirections(t *testing.T) {
	for d, name := range map[message.Direction]string{0: "", message.Inbound: "inbound", message.Outbound: "outbound", message.Echo: "echo"} {
		if d.String() != name {
			t.Errorf("%d: %s", d, d)
		}
		text, err := d.MarshalText()
		back := message.Direction(9)
		if string(text) != name || err != nil || back.UnmarshalText(text) != nil || back != d {
			t.Errorf("%s: %s, %v, %v", d, text, err, back)
		}
	}
	if message.Direction(9).String() != "direction(9)" {
		t.Errorf("got %s", message.Direction(9))
	}
	if _, err := message.Direction(9).MarshalText(); err == nil || err.Error() != "message: direction(9) has no name" {
		t.Errorf("got %v", err)
	}
	for _, name := range []string{"", "Inbound", "in"} {
		if d, err := message.ParseDirection(name); d != 0 || !errors.Is(err, decorum.Unknown) {
			t.Errorf("%q: %v, %v", name, d, err)
		}
	}
	d := message.Echo
	if err := d.UnmarshalText([]byte("x")); err == nil || d != message.Echo {
		t.Errorf("got %v, %v", d, err)
	}
}

// TestTypesAreTheUnion: whatever Unmarshal reads is of one of the types, and each of
// them can be read.
func TestTypesAreTheUnion(t *testing.T) {
	read := map[reflect.Type]bool{}
	for _, k := range append(message.Kinds(), "of another version") {
		m, err := message.Unmarshal([]byte(`{"type":"` + string(k) + `"}`))
		if err != nil {
			t.Fatalf("%s: %v", k, err)
		}
		read[reflect.TypeOf(m)] = true
	}
	for _, m := range message.Types() {
		if typ := reflect.TypeOf(m); !read[typ] {
			t.Errorf("%v is not read, or stands twice", typ)
		} else {
			delete(read, typ)
		}
	}
	for typ := range read {
		t.Errorf("%v is not among them", typ)
	}
}
