package esp_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/phone"
	"github.com/decorum-go/decorum/whatsapp/esp"
)

// FuzzRequest holds that what is read is written and read again as the same, in
// JSON and as lists; that every request, good or bad, gets an answer with its
// reference id; and that a fault's texts hold nothing of the request.
func FuzzRequest(f *testing.F) {
	for _, data := range samples(f, "request") {
		f.Add(data)
	}
	f.Add([]byte(`{"ReferenceId":7,"Request":{"Service":"Messaging","Method":"ValidateContact","AppType":"171","TenantId":"1","Parameters":{"Id":"6315551002","Id":2}}}`))
	f.Add([]byte(`{"Request":{"Service":"ChatService","Method":"InviteToChat","AppName":"DigitalMessagingServer","Parameters":{"_umsClientId":1,"TerminateSessionFlag":1}},"UserData":{"":{}}}`))
	s, c := india(f), checker(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		r, err := esp.ParseRequest(data)
		if err != nil {
			if a := s.Refuse(r, err); a.Err() == nil || a.ReferenceID != r.ReferenceID {
				t.Fatalf("no fault answers: %+v", a)
			}
			return
		}
		out, err := r.MarshalJSON()
		if err != nil {
			if errors.Is(err, decorum.TooLarge) {
				return // escapes made it longer
			}
			t.Fatalf("what was read cannot be written: %v", err)
		}
		again, err := esp.ParseRequest(out)
		if diff := cmp.Diff(r, again, cmpopts.EquateEmpty()); diff != "" || err != nil {
			t.Fatalf("read again: %v\n%s", err, diff)
		}
		ofLists, err := esp.RequestOf(r.ReferenceID, r.Envelope(), r.UserData)
		if diff := cmp.Diff(r, ofLists, cmpopts.EquateEmpty()); diff != "" || err != nil {
			t.Fatalf("of lists: %v\n%s", err, diff)
		}
		asked := false
		a := s.ValidateContact(r, func(_ esp.Channel, n phone.Number) (bool, error) {
			asked = true
			if !n.IsValid() {
				t.Fatal("a number that no plan has was asked for")
			}
			return true, nil
		})
		_, vs := c.ValidateContact(r)
		if a.ReferenceID != r.ReferenceID || asked && a.Err() != nil || vs.HasErrors() && a.Err() == nil {
			t.Fatalf("asked %v, %v, answer %+v", asked, vs, a)
		}
		if out, err := a.MarshalJSON(); err != nil {
			t.Fatalf("the answer cannot be written: %v %s", err, out)
		}
		if a.Err() != nil && !strings.HasPrefix(a.Fault.Message, appName+" ") && a.Fault.Message != unspecified {
			t.Fatalf("fault %q", a.Fault.Message)
		}
		if _, err := s.InviteToChat(r); err != nil && s.Refuse(r, err).Fault == (esp.Fault{}) {
			t.Fatalf("no fault for %v", err)
		}
	})
}

func FuzzAnswer(f *testing.F) {
	for _, data := range samples(f, "answer") {
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		a, err := esp.ParseAnswer(data)
		if err != nil {
			return
		}
		out, err := a.MarshalJSON()
		if err != nil {
			if errors.Is(err, decorum.TooLarge) {
				return
			}
			t.Fatalf("what was read cannot be written: %v", err)
		}
		again, err := esp.ParseAnswer(out)
		if diff := cmp.Diff(a, again, cmpopts.EquateEmpty()); diff != "" || err != nil {
			t.Fatalf("read again: %v\n%s", err, diff)
		}
		if (a.Err() == nil) != (a.Fault.Code == 0) {
			t.Fatalf("%v", a.Err())
		}
		if n, err := a.Contact(); err == nil && !n.IsZero() && phone.MustParse(n.String()) != n {
			t.Fatalf("contact %v", n)
		}
	})
}

// FuzzAttributes holds that attributes put back into their list change nothing but
// what never varies, and are read again as the same.
func FuzzAttributes(f *testing.F) {
	data, err := driver.MarshalJSON()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	f.Add([]byte(`{"_umsMsgType":{},"Subject":1,"_umsMsgOriginTime":"1772355600"}`))
	f.Add([]byte(guideChannels))
	f.Add([]byte(`{"GCTI_Chat_AsyncMode":"TRUE","IW_RoutingBasedTargetId":"x"}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		l, err := esp.ParseList(data)
		if err != nil {
			return
		}
		a, _ := esp.AttributesOf(l)
		put := a.Into(l)
		if again, _ := esp.AttributesOf(put); again != a {
			t.Fatalf("%+v read again as %+v", a, again)
		}
		if len(put) < len(l) || !cmp.Equal(put, a.Into(put)) {
			t.Fatalf("put back: %v", put)
		}
		for i, p := range l {
			if put[i].Key != p.Key {
				t.Fatalf("%q has moved", p.Key)
			}
			if text, ok := p.Value.(esp.Text); ok && put[i].Value != text && !strings.HasPrefix(p.Key, "_umsM") {
				t.Fatalf("%q has changed", p.Key)
			}
		}
		async, _ := esp.AsyncOf(l)
		if again, _ := esp.AsyncOf(async.Into(nil)); again != async {
			t.Fatalf("%+v read again as %+v", async, again)
		}
		conference, _ := esp.ConferenceOf(l)
		if again, vs := esp.ConferenceOf(conference.Into(nil)); again != conference || vs != nil {
			t.Fatalf("%+v read again as %+v", conference, again)
		}
		channels, _ := esp.ChannelsOf(l)
		if again, _ := esp.ChannelsOf(esp.WithChannels(l, channels)); len(again) != len(channels) {
			t.Fatalf("%d channels read again as %d", len(channels), len(again))
		}
	})
}

func FuzzQueueKey(f *testing.F) {
	for _, s := range []string{"1:session-chat", ",1:session-chat", "1: a ", "2147483648:x", ":", "1:\u00a0x"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		k, err := esp.ParseQueueKey(s)
		if (err != nil) != k.IsZero() {
			t.Fatalf("%v, %v", k, err)
		}
		if err == nil {
			if again, err := esp.ParseQueueKey(k.String()); again != k || err != nil {
				t.Fatalf("%q read again as %q, %v", k, again, err)
			}
		}
	})
}

func FuzzInstant(f *testing.F) {
	for _, s := range []string{"2026-03-01T09:00:00Z", "1772355600", "1772355600250", "253402300800000", "", "0000-01-01T00:00:00Z"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		i := esp.ParseInstant(s)
		at, ok := i.Time()
		if i.String() != s || ok == at.IsZero() && s != "0001-01-01T00:00:00Z" && ok {
			t.Fatalf("%q: %v, %v", s, at, ok)
		}
		if ok && !at.IsZero() {
			if again, ok := esp.InstantOf(at).Time(); !ok || !again.Equal(at) {
				t.Fatalf("%v written and read as %v, %v", at, again, ok)
			}
		}
	})
}
