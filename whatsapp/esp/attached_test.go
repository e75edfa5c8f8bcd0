package esp_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/whatsapp"
	"github.com/decorum-go/decorum/whatsapp/esp"
	"github.com/decorum-go/decorum/whatsapp/identity"
)

func TestIN6ConferenceKeysBothWays(t *testing.T) {
	c := esp.Conference{OriginalEmployeeID: "ann", TargetID: "Spanish", TargetType: "Skill", RequestType: "InviteParticipant"}
	l := c.Into(driver)
	want := append(driver[:len(driver):len(driver)],
		esp.Pair{Key: "IW_RoutingBasedOriginalEmployeeId", Value: esp.Text("ann")},
		esp.Pair{Key: "IW_RoutingBasedTargetId", Value: esp.Text("Spanish")},
		esp.Pair{Key: "IW_RoutingBasedTargetType", Value: esp.Text("Skill")},
		esp.Pair{Key: "IW_RoutingBasedRequestType", Value: esp.Text("InviteParticipant")},
	)
	if diff := cmp.Diff(want, l); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if got, vs := esp.ConferenceOf(l); got != c || vs != nil {
		t.Errorf("%+v, %v", got, vs)
	}
	if got, vs := esp.ConferenceOf(driver); got != (esp.Conference{}) || vs != nil {
		t.Errorf("none: %+v, %v", got, vs)
	}
	_, vs := esp.ConferenceOf(esp.List{{Key: "IW_RoutingBasedTargetId", Value: esp.List{}}})
	if len(vs) != 1 || vs[0].Code != decorum.WrongType || vs[0].Path != "/IW_RoutingBasedTargetId" {
		t.Errorf("a list: %v", vs)
	}
}

func TestAsyncKeysBothWays(t *testing.T) {
	for _, c := range []struct {
		json, written string
		want          esp.Async
		codes         []decorum.Code
	}{
		{`{}`, `{}`, esp.Async{}, nil},
		{`{"GCTI_Chat_AsyncMode":"true"}`, `{"GCTI_Chat_AsyncMode":"true"}`, esp.Async{Mode: true}, nil},
		{`{"GCTI_Chat_AsyncMode":"TRUE"}`, `{"GCTI_Chat_AsyncMode":"true"}`, esp.Async{Mode: true}, nil},
		{`{"GCTI_Chat_AsyncMode":"false"}`, `{"GCTI_Chat_AsyncMode":"false"}`, esp.Async{}, nil},
		{
			`{"A":"1","GCTI_Chat_AsyncStatus":2,"GCTI_Chat_AsyncMode":1,"GCTI_Chat_AsyncCheckAt":"1772355600"}`,
			`{"A":"1","GCTI_Chat_AsyncStatus":"2","GCTI_Chat_AsyncMode":"true","GCTI_Chat_AsyncCheckAt":"1772355600"}`,
			esp.Async{Mode: true, Status: esp.AsyncStatusActivity, CheckAt: esp.ParseInstant("1772355600")},
			nil,
		},
		{
			`{"GCTI_Chat_AsyncMode":"on","GCTI_Chat_AsyncStatus":"woken","GCTI_Chat_AsyncCheckAt":"soon"}`,
			`{"GCTI_Chat_AsyncMode":"false","GCTI_Chat_AsyncStatus":"woken","GCTI_Chat_AsyncCheckAt":"soon"}`,
			esp.Async{CheckAt: esp.ParseInstant("soon")},
			[]decorum.Code{decorum.Unknown, decorum.Malformed, decorum.Malformed},
		},
	} {
		l, err := esp.ParseList([]byte(c.json))
		if err != nil {
			t.Fatal(err)
		}
		got, vs := esp.AsyncOf(l)
		var codes []decorum.Code
		for _, v := range vs {
			codes = append(codes, v.Code)
		}
		if diff := cmp.Diff(c.codes, codes); diff != "" || got != c.want {
			t.Errorf("%s: %+v %s", c.json, got, diff)
		}
		if out, err := got.Into(l).MarshalJSON(); string(out) != c.written || err != nil {
			t.Errorf("%s is written as %s, %v", c.json, out, err)
		}
	}
}

// guideChannels is the sample of the guide's business process.
const guideChannels = `{"_umsOutboundSessionConfig": {
   "1": {"MediaType":"whatsappsession","_umsServer":"DigitalMessagingServer","_umsChannel":"channel-ghub-simulator","_umsBusinessId":"19251112222"},
   "2": {"MediaType":"whatsappsession","_umsServer":"DigitalMessagingServer","_umsChannel":"channel-abc-hub-sim","_umsBusinessId":"19251112222"}}}`

func TestDP5ChannelsInAttachedDataBothWays(t *testing.T) {
	l, err := esp.ParseList([]byte(guideChannels))
	if err != nil {
		t.Fatal(err)
	}
	channels, vs := esp.ChannelsOf(l)
	want := []whatsapp.OutboundChannel{
		{Server: "DigitalMessagingServer", Channel: "channel-ghub-simulator", Business: identity.MustParseWhatsAppID("19251112222")},
		{Server: "DigitalMessagingServer", Channel: "channel-abc-hub-sim", Business: identity.MustParseWhatsAppID("19251112222")},
	}
	if diff := cmp.Diff(want, channels, sameIDs); diff != "" || vs.HasErrors() {
		t.Errorf("%v (-want +got):\n%s", vs, diff)
	}
	if diff := cmp.Diff(l, esp.WithChannels(nil, channels)); diff != "" {
		t.Errorf("written (-want +got):\n%s", diff)
	}
	// They stand in the place of others, and nothing else moves.
	got := esp.WithChannels(append(l[:1:1], driver...), channels[1:])
	if again, _ := esp.ChannelsOf(got); len(again) != 1 || again[0] != channels[1] || len(got) != len(driver)+1 || got[0].Key != "_umsOutboundSessionConfig" {
		t.Errorf("replaced: %v", again)
	}
}

func TestDP5ChannelsThatCannotBeRead(t *testing.T) {
	if channels, vs := esp.ChannelsOf(driver); channels != nil || vs != nil {
		t.Errorf("no key: %v, %v", channels, vs)
	}
	for name, v := range map[string]esp.Value{
		"a text": esp.Text("channels"), "no value": nil,
		"a wrong number": esp.List{{Key: "1", Value: esp.List{
			{Key: "MediaType", Value: esp.Text("whatsappsession")},
			{Key: "_umsServer", Value: esp.Text("DMS")},
			{Key: "_umsChannel", Value: esp.Text("c")},
			{Key: "_umsBusinessId", Value: esp.Text("none")},
		}}},
	} {
		if channels, vs := esp.ChannelsOf(esp.List{{Key: "_umsOutboundSessionConfig", Value: v}}); len(channels) > 0 || !vs.HasErrors() {
			t.Errorf("%s: %v, %v", name, channels, vs)
		}
	}
}
