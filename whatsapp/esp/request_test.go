package esp_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/whatsapp/esp"
	"github.com/decorum-go/decorum/whatsapp/identity"
)

// samples returns the texts of testdata/messages that have the ending.
func samples(t testing.TB, ending string) map[string][]byte {
	t.Helper()
	names, err := filepath.Glob("testdata/messages/*." + ending + ".json")
	if err != nil || len(names) < 3 {
		t.Fatal(names, err)
	}
	all := map[string][]byte{}
	for _, name := range names {
		if all[name], err = os.ReadFile(name); err != nil {
			t.Fatal(err)
		}
	}
	return all
}

// compact returns JSON without white space.
func compact(t testing.TB, data []byte) string {
	t.Helper()
	var b bytes.Buffer
	if err := json.Compact(&b, data); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestES1SamplesRoundTrip(t *testing.T) {
	for name, data := range samples(t, "request") {
		r, err := esp.ParseRequest(data)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		out, err := r.MarshalJSON()
		if diff := cmp.Diff(compact(t, data), string(out)); diff != "" || err != nil {
			t.Errorf("%s: %v (-want +got):\n%s", name, err, diff)
		}
	}
	for name, data := range samples(t, "answer") {
		var a esp.Answer
		if err := json.Unmarshal(data, &a); err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		out, err := a.AppendJSON(nil)
		if diff := cmp.Diff(compact(t, data), string(out)); diff != "" || err != nil {
			t.Errorf("%s: %v (-want +got):\n%s", name, err, diff)
		}
	}
}

func TestES1SampleIsServedWhole(t *testing.T) {
	r, err := esp.ParseRequest(samples(t, "request")["testdata/messages/validate_contact.request.json"])
	if err != nil {
		t.Fatal(err)
	}
	want := esp.Request{
		ReferenceID: 7, Service: "Messaging", Method: "ValidateContact", AppType: esp.AppTypeSocialMS, TenantID: 1,
		Parameters: esp.List{{Key: "_umsChannel", Value: esp.Text("channel-ghub")}, {Key: "Id", Value: esp.Text("+54 9 11 5612-1008")}},
		UserData:   esp.List{{Key: "CustomerSegment", Value: esp.Text("gold")}, {Key: "Attempt", Value: esp.Integer(2)}},
	}
	if diff := cmp.Diff(want, r); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if got := id(t, india(t).ValidateContact(r, confirmed)); got != "+5491156121008" {
		t.Errorf("Id %q", got)
	}
}

func TestES4SampleIsServedWhole(t *testing.T) {
	r, err := esp.ParseRequest(samples(t, "request")["testdata/messages/invite_to_chat.request.json"])
	if err != nil {
		t.Fatal(err)
	}
	want := esp.List{{Key: "Version", Value: esp.Text("1.0")}, {Key: "MediaType", Value: esp.Text("whatsappsession")}}
	if diff := cmp.Diff(want, r.Extra); diff != "" {
		t.Errorf("unknown keys (-want +got):\n%s", diff)
	}
	i, vs := checker(t).InviteToChat(r)
	if vs.HasErrors() || i.Queue.Endpoint != "session-WA-sendSR" {
		t.Errorf("%+v, %v", i, vs)
	}
}

func TestES1RequestsFromListsAreTheSame(t *testing.T) {
	for name, data := range samples(t, "request") {
		r, err := esp.ParseRequest(data)
		if err != nil {
			t.Fatal(err)
		}
		again, err := esp.RequestOf(r.ReferenceID, r.Envelope(), r.UserData)
		if diff := cmp.Diff(r, again); diff != "" || err != nil {
			t.Errorf("%s: %v (-want +got):\n%s", name, err, diff)
		}
	}
	for name, data := range samples(t, "answer") {
		a, err := esp.ParseAnswer(data)
		if err != nil {
			t.Fatal(err)
		}
		again, err := esp.AnswerOf(a.ReferenceID, a.Envelope(), a.UserData)
		again.Fault = a.Fault
		if diff := cmp.Diff(a, again); diff != "" || err != nil {
			t.Errorf("%s: %v (-want +got):\n%s", name, err, diff)
		}
	}
}

func TestES1EnvelopeTakesNumbersAndDigits(t *testing.T) {
	for _, c := range []struct {
		name, json string
		appType    esp.AppType
		tenant     int
		envelope   string
	}{
		{"numbers", `{"AppType":171,"TenantId":101}`, "171", 101, `{"AppType":171,"TenantId":101}`},
		{"digits", `{"AppType":"171","TenantId":"101"}`, "171", 101, `{"AppType":171,"TenantId":101}`},
		{"a name", `{"AppType":"SocialMS"}`, "SocialMS", 0, `{"AppType":"SocialMS"}`},
		{"digits with a zero", `{"AppType":"0171"}`, "0171", 0, `{"AppType":"0171"}`},
		{"a number beyond", `{"AppType":4294967467}`, "4294967467", 0, `{"AppType":"4294967467"}`},
		{"empty", `{"AppType":"","TenantId":"","Service":"","AppName":""}`, "", 0, `{}`},
		{"the greatest tenant", `{"TenantId":2147483647}`, "", 1<<31 - 1, `{"TenantId":2147483647}`},
	} {
		r, err := esp.ParseRequest([]byte(`{"Request":` + c.json + `}`))
		if err != nil || r.AppType != c.appType || r.TenantID != c.tenant {
			t.Errorf("%s: %+v, %v", c.name, r, err)
		}
		if out, err := r.Envelope().MarshalJSON(); string(out) != c.envelope || err != nil {
			t.Errorf("%s: %s, %v", c.name, out, err)
		}
		out, err := r.MarshalJSON()
		if err != nil {
			t.Fatal(err)
		}
		if back, err := esp.ParseRequest(out); err != nil || back.AppType != r.AppType || back.TenantID != r.TenantID {
			t.Errorf("%s: %s reads as %+v, %v", c.name, out, back, err)
		}
	}
}

func TestES1HostileRequestsAreToldWithPlace(t *testing.T) {
	for _, c := range []struct {
		name, json, path string
		code             decorum.Code
	}{
		{"nothing", ``, "", decorum.Malformed},
		{"an array", `[]`, "", decorum.WrongType},
		{"null", `null`, "", decorum.WrongType},
		{"cut off", `{"ReferenceId":7,"Request":{"Service":"Mess`, "/Request/Service", decorum.Malformed},
		{"more behind", `{"ReferenceId":7}{}`, "", decorum.Malformed},
		{"reference in words", `{"ReferenceId":"seven"}`, "/ReferenceId", decorum.WrongType},
		{"reference too great", `{"ReferenceId":9223372036854775808}`, "/ReferenceId", decorum.OutOfRange},
		{"another member", `{"ReferenceId":7,"Fault":{}}`, "/Fault", decorum.Unknown},
		{"request is a text", `{"Request":"Service"}`, "/Request", decorum.WrongType},
		{"service is a number", `{"Request":{"Service":1}}`, "/Request/Service", decorum.WrongType},
		{"service is a list", `{"Request":{"Service":{}}}`, "/Request/Service", decorum.WrongType},
		{"type is a list", `{"Request":{"AppType":{}}}`, "/Request/AppType", decorum.WrongType},
		{"tenant in words", `{"Request":{"TenantId":"Environment"}}`, "/Request/TenantId", decorum.Malformed},
		{"tenant below zero", `{"Request":{"TenantId":-1}}`, "/Request/TenantId", decorum.OutOfRange},
		{"tenant too great", `{"Request":{"TenantId":2147483648}}`, "/Request/TenantId", decorum.OutOfRange},
		{"parameters are a text", `{"Request":{"Parameters":"Id"}}`, "/Request/Parameters", decorum.WrongType},
		{"true", `{"Request":{"Parameters":{"Id":true}}}`, "/Request/Parameters/Id", decorum.WrongType},
		{"null within", `{"Request":{"Parameters":{"Id":null}}}`, "/Request/Parameters/Id", decorum.WrongType},
		{"an array within", `{"Request":{"Parameters":{"Id":["1"]}}}`, "/Request/Parameters/Id", decorum.WrongType},
		{"a fraction", `{"Request":{"Parameters":{"Id":1.5}}}`, "/Request/Parameters/Id", decorum.WrongType},
		{"service twice", `{"Request":{"Service":"A","Service":"B"}}`, "/Request/Service", decorum.Duplicate},
		{"parameter twice", `{"Request":{"Parameters":{"Id":"1","Id":"2"}}}`, "/Request/Parameters/Id", decorum.Duplicate},
		{"user data twice", `{"UserData":{"A":"1","A":"2"}}`, "/UserData/A", decorum.Duplicate},
		{"an empty key", `{"UserData":{"":"1"}}`, "/UserData", decorum.Required},
		{"no UTF-8", "{\"UserData\":{\"A\":\"\xff\"}}", "/UserData/A", decorum.InvalidUTF8},
		{"half a pair", `{"UserData":{"A":"\ud800"}}`, "/UserData/A", decorum.Malformed},
	} {
		r, err := esp.ParseRequest([]byte(c.json))
		var e *decorum.Error
		if !errors.As(err, &e) {
			t.Errorf("%s: no error", c.name)
			continue
		}
		v := e.Violations[0]
		if v.Code != c.code || v.Path != c.path {
			t.Errorf("%s: %s at %q, want %s at %q", c.name, v.Code, v.Path, c.code, c.path)
		}
		if a := india(t).Refuse(r, err); a.Fault == (esp.Fault{}) || a.ReferenceID != r.ReferenceID {
			t.Errorf("%s: no fault answers: %+v", c.name, a)
		}
		before := esp.Request{ReferenceID: 3}
		if err := before.UnmarshalJSON([]byte(c.json)); (err == nil) != (c.json == "null") || before.ReferenceID != 3 || before.Service != "" {
			t.Errorf("%s: %v, changed to %+v", c.name, err, before)
		}
	}
}

func TestES3FaultsKeepTheReferenceOfBadRequests(t *testing.T) {
	s := india(t)
	for _, body := range []string{
		`{"ReferenceId":7}`,
		`{"Request":{"Service":1},"ReferenceId":7}`,
		`{"ReferenceId":7,"Request":{"Service":"Messaging","Method":"ValidateContact","AppType":171,"Parameters":{"Id":1,"Id":2}}}`,
		`{"ReferenceId":7,"Request":`,
	} {
		r, err := esp.ParseRequest([]byte(body))
		a := s.ValidateContact(r, confirmed)
		if err != nil {
			a = s.Refuse(r, err)
		}
		if a.Err() == nil || a.ReferenceID != 7 {
			t.Errorf("%s: %+v", body, a)
		}
	}
}

// TestES3AnyRequestCanBeAnswered: an answer repeats no name that keeps it from being
// written.
func TestES3AnyRequestCanBeAnswered(t *testing.T) {
	s := india(t)
	long := strings.Repeat("x", 256)
	for method, repeated := range map[string]string{
		long: long, long + "x": "", "\xff": "", strings.Repeat("x", esp.MaxInput-200): "",
	} {
		r, err := esp.RequestOf(7, esp.List{{Key: "Service", Value: esp.Text(method)}, {Key: "Method", Value: esp.Text(method)}}, nil)
		if err == nil {
			err = esp.FaultUnknown
		}
		a := s.Refuse(r, err)
		if _, err := a.MarshalJSON(); err != nil || a.Method != repeated || a.Service != repeated {
			t.Errorf("%d bytes: %v; %.9q, %.9q", len(method), err, a.Service, a.Method)
		}
	}
}

// TestNullChangesNothing, as encoding/json asks of every type.
func TestNullChangesNothing(t *testing.T) {
	type all struct {
		L esp.List
		R esp.Request
		A esp.Answer
	}
	want := all{esp.List{{Key: "a", Value: esp.Text("b")}}, esp.Request{ReferenceID: 1}, esp.Answer{ReferenceID: 2}}
	got := want
	if err := json.Unmarshal([]byte(`{"L":null,"R":null,"A":null}`), &got); err != nil || !cmp.Equal(got, want) {
		t.Errorf("%v: %+v", err, got)
	}
}

func TestES1AnswersThatAreNone(t *testing.T) {
	for _, c := range []struct {
		name, json, path string
		code             decorum.Code
	}{
		{"a fault without code", `{"Fault":{"Message":"x"}}`, "/Fault/Code", decorum.Required},
		{"an empty fault", `{"Fault":{}}`, "/Fault/Code", decorum.Required},
		{"code zero", `{"Fault":{"Code":0}}`, "/Fault/Code", decorum.OutOfRange},
		{"code below zero", `{"Fault":{"Code":-902}}`, "/Fault/Code", decorum.OutOfRange},
		{"code too great", `{"Fault":{"Code":2147483648}}`, "/Fault/Code", decorum.OutOfRange},
		{"code in words", `{"Fault":{"Code":"unknown"}}`, "/Fault/Code", decorum.Malformed},
		{"code is a list", `{"Fault":{"Code":{}}}`, "/Fault/Code", decorum.WrongType},
		{"message is a number", `{"Fault":{"Code":902,"Message":1}}`, "/Fault/Message", decorum.WrongType},
		{"more in a fault", `{"Fault":{"Code":902,"Text":"x"}}`, "/Fault/Text", decorum.Unknown},
		{"more in an answer", `{"Error":{}}`, "/Error", decorum.Unknown},
		{"parameters", `{"Request":{"Parameters":1}}`, "/Request/Parameters", decorum.WrongType},
	} {
		_, err := esp.ParseAnswer([]byte(c.json))
		var e *decorum.Error
		if !errors.As(err, &e) || e.Violations[0].Code != c.code || e.Violations[0].Path != c.path {
			t.Errorf("%s: %v", c.name, err)
		}
	}
	for _, code := range []esp.FaultCode{0, -1} {
		if _, err := (esp.Answer{Fault: esp.Fault{Code: code, Message: "x"}}).MarshalJSON(); !errors.Is(err, decorum.OutOfRange) {
			t.Errorf("code %d is written: %v", code, err)
		}
	}
	if _, err := (esp.Answer{Fault: esp.Fault{Code: math.MaxInt32}}).MarshalJSON(); err != nil {
		t.Errorf("the greatest code: %v", err)
	}
}

func TestES1WhatCannotBeWritten(t *testing.T) {
	twice := esp.List{{Key: "A", Value: esp.Text("")}, {Key: "A", Value: esp.Text("")}}
	for _, c := range []struct {
		name  string
		write func([]byte) ([]byte, error)
		path  string
		code  decorum.Code
	}{
		{"service", esp.Request{Service: "\xff"}.AppendJSON, "/Request/Service", decorum.InvalidUTF8},
		{"application", esp.Request{AppName: "\xff"}.AppendJSON, "/Request/AppName", decorum.InvalidUTF8},
		{"parameters", esp.Request{Parameters: twice}.AppendJSON, "/Request/Parameters/A", decorum.Duplicate},
		{"extra", esp.Request{Extra: twice}.AppendJSON, "/Request/A", decorum.Duplicate},
		{"extra has a field's key", esp.Request{Extra: esp.List{{Key: "AppName", Value: esp.Text("x")}}}.AppendJSON, "/Request/AppName", decorum.Duplicate},
		{"user data", esp.Request{UserData: twice}.AppendJSON, "/UserData/A", decorum.Duplicate},
		{"an answer's method", esp.Answer{Method: "\xff"}.AppendJSON, "/Request/Method", decorum.InvalidUTF8},
		{"an answer's extra", esp.Answer{Extra: esp.List{{Key: "Method", Value: esp.Text("x")}}}.AppendJSON, "/Request/Method", decorum.Duplicate},
		{"an answer's user data", esp.Answer{UserData: twice}.AppendJSON, "/UserData/A", decorum.Duplicate},
		{"a fault's message", esp.Answer{Fault: esp.Fault{Code: 900, Message: "\xff"}}.AppendJSON, "/Fault/Message", decorum.InvalidUTF8},
		{"a fault's code", esp.Answer{Fault: esp.Fault{Code: -1}}.AppendJSON, "/Fault/Code", decorum.OutOfRange},
	} {
		out, err := c.write([]byte("x"))
		want := decorum.Violations{{Code: c.code, Severity: decorum.SeverityError, Path: c.path}}
		var got decorum.Violations
		for v := range decorum.All(err) {
			v.Want = ""
			got = append(got, v)
		}
		if diff := cmp.Diff(want, got); diff != "" || string(out) != "x" {
			t.Errorf("%s: %s (-want +got):\n%s", c.name, out, diff)
		}
	}
	var r esp.Request
	if err := json.Unmarshal([]byte(`{"ReferenceId":3,"UserData":{}}`), &r); err != nil || r.ReferenceID != 3 || r.UserData == nil {
		t.Errorf("%+v, %v", r, err)
	}
}

func TestES1LogsShowNothingOfTheRequest(t *testing.T) {
	r := esp.ValidateContact{Channel: "channel", ID: "+15162837151"}.Request()
	r.Service, r.UserData = "+15162837151", esp.List{{Key: "+15162837151", Value: esp.Text("+15162837151")}}
	a := india(t).ValidateContact(r, confirmed)
	for _, text := range []string{
		r.LogValue().String(), a.LogValue().String(), r.UserData.LogValue().String(),
		esp.ValidateContact{ID: "+15162837151"}.LogValue().String(),
		esp.Attributes{From: "+15162837151", PlainText: "+15162837151", OriginTime: esp.ParseInstant("+15162837151")}.LogValue().String(),
		esp.ParseInstant("+15162837151").LogValue().String(),
		esp.InviteToChat{Client: identity.MustParseWhatsAppID("15162837151")}.LogValue().String(),
	} {
		if strings.Contains(text, "516283") {
			t.Errorf("%q shows the number", text)
		}
	}
	if text := a.LogValue().String(); !strings.Contains(text, "fault=") || !strings.Contains(text, "why=") {
		t.Errorf("%q does not tell what was wrong", text)
	}
	if text := (esp.Answer{ReferenceID: 7}).LogValue().String(); strings.Contains(text, "fault=") || strings.Contains(text, "why=") {
		t.Errorf("%q tells that something was wrong", text)
	}
}

func TestES1CheckerTellsAllOfAnyRequest(t *testing.T) {
	c := checker(t)
	if vs := c.Request(esp.Request{Service: "Chat", Method: "Message", AppType: "ChatServer"}); len(vs) > 0 {
		t.Errorf("a request of another service: %v", vs)
	}
	vs := c.Request(esp.Request{
		Method: "\u200b", TenantID: -1,
		Parameters: esp.List{{Key: "A", Value: nil}},
		UserData:   esp.List{{Key: "B", Value: esp.Text("\xff")}},
	})
	var got []string
	for _, v := range vs {
		got = append(got, string(v.Code)+" "+v.Path)
	}
	want := []string{
		"required /Request/Service", "blank /Request/Method", "required /Request/AppName",
		"out_of_range /Request/TenantId", "required /Request/Parameters/A", "invalid_utf8 /UserData/B",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestAllocations(t *testing.T) {
	if underRace {
		t.Skip("the race detector allocates")
	}
	data := samples(t, "request")["testdata/messages/validate_contact.request.json"]
	r, err := esp.ParseRequest(data)
	if err != nil {
		t.Fatal(err)
	}
	s, buf := india(t), make([]byte, 0, 1024)
	for _, c := range []struct {
		name string
		most float64
		run  func()
	}{
		{"parse a request", 24, func() { _, _ = esp.ParseRequest(data) }},
		{"answer it", 24, func() { _ = s.ValidateContact(r, confirmed) }},
		{"append it", 6, func() { buf, _ = r.AppendJSON(buf[:0]) }},
	} {
		if got := testing.AllocsPerRun(100, c.run); got > c.most {
			t.Errorf("%s: %v allocations, at most %v", c.name, got, c.most)
		}
	}
}
