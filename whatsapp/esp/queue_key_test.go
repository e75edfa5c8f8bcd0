package esp_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/whatsapp/esp"
)

func TestES4QueueKeys(t *testing.T) {
	for _, c := range []struct {
		text, want string
		code       error
	}{
		{"1:session-WA-sendSR", "1:session-WA-sendSR", nil},
		{" 1 : session-chat ", "1:session-chat", nil},
		{"101:chat_endpoint", "101:chat_endpoint", nil},
		{"2147483647:x", "2147483647:x", nil},
		{"01:x", "1:x", nil},
		{"1:größer 你 😀~\u00a0.", "1:größer 你 😀~\u00a0.", nil},
		{"", "", decorum.Required},
		{" ", "", decorum.Required},
		{"session-chat", "", decorum.Malformed},
		{":session-chat", "", decorum.Malformed},
		{"1:", "", decorum.Malformed},
		{"1: ", "", decorum.Malformed},
		{"1:\u200b", "", decorum.Malformed},
		{"x:session-chat", "", decorum.Malformed},
		{"-1:session-chat", "", decorum.Malformed},
		{"+1:session-chat", "", decorum.Malformed},
		{"0:session-chat", "", decorum.OutOfRange},
		{"2147483648:x", "", decorum.OutOfRange},
		{"99999999999999999999:x", "", decorum.OutOfRange},
		{",1:session-chat", "", decorum.Malformed}, // a list of inbound-route
		{"1:session-chat,2:x", "", decorum.ForbiddenCharacter},
		{"1:a:b", "", decorum.ForbiddenCharacter},
		{"1:a\nb", "", decorum.ForbiddenCharacter},
		{"1:a\x7fb", "", decorum.ForbiddenCharacter},
		{"1:a\u0085b", "", decorum.ForbiddenCharacter},
		{"1:a\u009fb", "", decorum.ForbiddenCharacter},
		{"1:a\u00a0b ~c", "1:a\u00a0b ~c", nil},
		{"1:\xff", "", decorum.InvalidUTF8},
		{"1:" + strings.Repeat("x", 509), "1:" + strings.Repeat("x", 509), nil},
		{"1:" + strings.Repeat("x", 510), "1:" + strings.Repeat("x", 510), nil},
		{"1:" + strings.Repeat("x", 511), "", decorum.TooLong},
	} {
		k, err := esp.ParseQueueKey(c.text)
		if k.String() != c.want || !errors.Is(err, c.code) || k.IsZero() != (c.want == "") {
			t.Errorf("%q: %q, %v", c.text, k, err)
		}
		var back esp.QueueKey
		text, err := k.MarshalText()
		if err := errors.Join(err, back.UnmarshalText(text)); err != nil || back != k {
			t.Errorf("%q: read back %q, %v", c.text, back, err)
		}
	}
	k := esp.QueueKey{Tenant: 1, Endpoint: "a"}
	if err := k.UnmarshalText([]byte("x")); err == nil || k.Tenant != 1 {
		t.Errorf("%v, %v", err, k)
	}
	var vs []decorum.Violation
	_, err := esp.ParseQueueKey("1:a你,b")
	for v := range decorum.All(err) {
		vs = append(vs, v)
	}
	if len(vs) != 1 || vs[0].Span != (decorum.Span{Start: 6, End: 7}) {
		t.Errorf("%+v", vs)
	}
	for _, whole := range []string{" ", "session-chat", "1:", "1:\xff"} {
		_, err := esp.ParseQueueKey(whole)
		for v := range decorum.All(err) {
			if v.Span != (decorum.Span{}) {
				t.Errorf("%q is wrong as a whole, not at %v", whole, v.Span)
			}
		}
	}
	for text, want := range map[string]int{"x1:a": 2, "2147483648:x": 10} {
		_, err := esp.ParseQueueKey(text)
		for v := range decorum.All(err) {
			if v.Span != (decorum.Span{End: want}) {
				t.Errorf("%q is wrong in its tenant, not at %v", text, v.Span)
			}
		}
	}
	defer func() {
		if recover() == nil {
			t.Error("MustParseQueueKey takes anything")
		}
	}()
	esp.MustParseQueueKey("x")
}

// TestES4QueueKeysTellWhere: the span is the tenant, or the character.
func TestES4QueueKeysTellWhere(t *testing.T) {
	for text, want := range map[string]decorum.Span{
		"x1:session-chat":  {Start: 0, End: 2},
		" 0 :session-chat": {Start: 0, End: 3},
		"1:a你:b":           {Start: 6, End: 7},
		"1:a\u0085b":       {Start: 3, End: 5},
	} {
		_, err := esp.ParseQueueKey(text)
		for v := range decorum.All(err) {
			if v.Span != want || v.Want != "<tenant>:<endpoint>" {
				t.Errorf("%q: %v, want %v; %v", text, v.Span, want, v)
			}
		}
	}
}
