package whatsapp_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/whatsapp"
)

// The two forms as the guide shows them.
const (
	attachedSample = `{"_umsOutboundSessionConfig": {
	  "1": {"MediaType":"whatsappsession","_umsServer":"DigitalMessagingServer","_umsChannel":"channel-ghub-simulator","_umsBusinessId":"19251112222"},
	  "2": {"MediaType":"whatsappsession","_umsServer":"DigitalMessagingServer","_umsChannel":"channel-abc-hub-sim","_umsBusinessId":"19251112222"}}}`
	optionSample = `{"channels":[{"server-name":" DigitalMessagingServer ","channel-name":"channel-whatsapp-1","business-id":"19251112221"},
	  {"server-name":" DigitalMessagingServer ","channel-name":"channel-whatsapp-2","business-id":"19251112222"}]}`
)

// told gives channels and violations in short.
func told(channels []whatsapp.OutboundChannel, vs decorum.Violations) (list, faults []string) {
	for _, c := range channels {
		list = append(list, c.Server+" "+c.Channel+" "+c.Business.String())
	}
	for _, v := range vs {
		faults = append(faults, v.Severity.String()+" "+string(v.Code)+" "+v.Path)
	}
	return list, faults
}

func TestOB3BothForms(t *testing.T) {
	attached := []string{"DigitalMessagingServer channel-ghub-simulator 19251112222", "DigitalMessagingServer channel-abc-hub-sim 19251112222"}
	option := []string{"DigitalMessagingServer channel-whatsapp-1 19251112221", "DigitalMessagingServer channel-whatsapp-2 19251112222"}
	inner := attachedSample[strings.Index(attachedSample, ": ")+2 : len(attachedSample)-1]
	for _, test := range []struct {
		name, attached, option string
		want                   []string
	}{
		{"attached", attachedSample, "", attached},
		{"attached without its key", inner, "", attached},
		{"option", "", optionSample, option},
		{"attached data wins", attachedSample, optionSample, attached},
		{"blank attached data is none", "  ", optionSample, option},
		{"neither", "", "", nil},
		{"attached data that lists nothing has no channels", `{"_umsOutboundSessionConfig":{}}`, optionSample, nil},
		{"attached data without the key", `{"PhoneNumber":"15162837151","Case":{"1":"x"}}`, optionSample, option},
		{"attached data without anything", `{}`, optionSample, option},
		{"the key among other attached data", `{"PhoneNumber":"15162837151","Case":{"1":"x"},` + attachedSample[1:], optionSample, attached},
	} {
		list, faults := told(whatsapp.OutboundChannels(test.attached, test.option))
		if diff := cmp.Diff(test.want, list); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
		for _, f := range faults {
			if !strings.HasPrefix(f, "warning not_in_plan ") {
				t.Errorf("%s: %s", test.name, f)
			}
		}
	}
}

func entry(media, server, channel, business string) string {
	return `{"MediaType":"` + media + `","_umsServer":"` + server + `","_umsChannel":"` + channel + `","_umsBusinessId":"` + business + `"}`
}

func TestDP5AttachedData(t *testing.T) {
	const good = "15162837151"
	ws := "whatsappsession"
	for _, test := range []struct {
		name, text   string
		list, faults []string
	}{
		{"order of the numbers", `{"10":` + entry(ws, "s", "j", good) + `,"2":` + entry(ws, "s", "b", good) + `,"1":` + entry(ws, "s", "a", good) + `}`, []string{"s a " + good, "s b " + good, "s j " + good}, nil},
		{"other media", `{"1":` + entry("applebcsession", "", "", "nonsense") + `,"2":` + entry(ws, "s", "b", good) + `}`, []string{"s b " + good}, nil},
		{"other media that are not ours to judge", `{"1":{"MediaType":"sms","_umsServer":7,"_umsServer":7}}`, nil, nil},
		{"nineteen before twenty", `{"20":` + entry(ws, "s", "b", good) + `,"19":` + entry(ws, "s", "a", good) + `}`, []string{"s a " + good, "s b " + good}, nil},
		{"blanks", `{"1":` + entry(" whatsappsession ", " s ", "\\t a\\n", " +"+good+" ") + `}`, []string{"s a " + good}, nil},
		{"a key that is no number", `{"x":` + entry(ws, "s", "x", good) + `,"1":` + entry(ws, "s", "a", good) + `}`, []string{"s a " + good, "s x " + good}, []string{"warning unexpected /x"}},
		{"a zero in front", `{"01":` + entry(ws, "s", "x", good) + `}`, []string{"s x " + good}, []string{"warning unexpected /01"}},
		{"a hostile key", `{"a]\n.Evil":` + entry(ws, "s", "x", "1") + `}`, nil, []string{"warning unexpected ", "error too_short "}},
		{"a number too long", `{"1000000":` + entry(ws, "s", "x", good) + `,"999999":` + entry(ws, "s", "a", good) + `}`, []string{"s a " + good, "s x " + good}, []string{"warning unexpected "}},
		{"twice", `{"1":` + entry(ws, "s", "a", good) + `,"2":` + entry(ws, "s", "a", good) + `}`, []string{"s a " + good}, []string{"warning duplicate /2"}},
		{"no media type", `{"1":{"_umsServer":"s","_umsChannel":"a","_umsBusinessId":"` + good + `"}}`, nil, []string{"error required /1/MediaType"}},
		{"all that is missing", `{"1":{"MediaType":"whatsappsession"},"2":` + entry(ws, "s", "b", good) + `}`, []string{"s b " + good}, []string{
			"error required /1/_umsServer", "error required /1/_umsChannel", "error required /1/_umsBusinessId",
		}},
		{"no plan has it", `{"1":` + entry(ws, "s", "a", "19251112222") + `}`, []string{"s a 19251112222"}, []string{"warning not_in_plan /1/_umsBusinessId"}},
		{"a Mexican id", `{"1":` + entry(ws, "s", "a", "5215512345678") + `}`, []string{"s a 5215512345678"}, nil},
		{"no id", `{"1":` + entry(ws, "s", "a", "0123") + `}`, nil, []string{"error malformed /1/_umsBusinessId"}},
		{"a number for a text", `{"1":{"MediaType":"whatsappsession","_umsServer":7,"_umsChannel":"a","_umsBusinessId":"` + good + `"}}`, nil, []string{"error wrong_type /1/_umsServer"}},
		{"not an object", `{"1":[],"2":` + entry(ws, "s", "b", good) + `}`, []string{"s b " + good}, []string{
			"error wrong_type /1",
		}},
		{"a medium of another kind", `{"1":{"MediaType":5,"_umsServer":"s","_umsChannel":"a","_umsBusinessId":"` + good + `"}}`, nil, []string{"error wrong_type /1/MediaType"}},
		{"a medium left empty", `{"1":` + entry(" ", "s", "a", good) + `}`, nil, []string{"error required /1/MediaType"}},
		{"empty", `{}`, nil, nil},
		{"a list", `[]`, nil, []string{"error wrong_type "}},
		{"cut off", `{"1":` + entry(ws, "s", "a", good), nil, []string{"error malformed "}},
	} {
		list, faults := told(whatsapp.OutboundChannels(test.text, ""))
		if diff := cmp.Diff(test.list, list); diff != "" {
			t.Errorf("%s: channels (-want +got):\n%s", test.name, diff)
		}
		if diff := cmp.Diff(test.faults, faults); diff != "" {
			t.Errorf("%s: violations (-want +got):\n%s", test.name, diff)
		}
	}
}

// TestOB3WrongKindsAreToldOnce: where no object stands nothing is missing, and all
// of a value of another kind is wrong, not some bytes of it.
func TestOB3WrongKindsAreToldOnce(t *testing.T) {
	wrong := func(path, want string) decorum.Violation {
		return decorum.Violation{Code: decorum.WrongType, Severity: decorum.SeverityError, Path: path, Want: want}
	}
	for _, test := range []struct {
		name, attached, option string
		want                   decorum.Violations
	}{
		{"attached", `{"1": null, "2":"x", "+15162837151":[{}]}`, "", decorum.Violations{
			wrong("/1", "an object"), wrong("/2", "an object"), wrong("", "an object"),
		}},
		{"in attached", `{"1":{"MediaType":"whatsappsession","_umsServer":1,"_umsChannel":"c","_umsBusinessId":"15162837151"}}`, "", decorum.Violations{
			wrong("/1/_umsServer", "a string"),
		}},
		{"missing under a key that is shown", `{"x":{"MediaType":"whatsappsession","_umsChannel":"c","_umsBusinessId":"15162837151"}}`, "", decorum.Violations{
			{Code: decorum.Unexpected, Severity: decorum.SeverityWarning, Path: "/x", Want: "a whole number from 1 on"},
			{Code: decorum.Required, Severity: decorum.SeverityError, Path: "/x/_umsServer"},
		}},
		{"under a key that is not shown", `{"+15162837151":{"MediaType":"whatsappsession","_umsChannel":"c","_umsBusinessId":"15162837151"}}`, "", decorum.Violations{
			{Code: decorum.Unexpected, Severity: decorum.SeverityWarning, Want: "a whole number from 1 on"},
			{Code: decorum.Required, Severity: decorum.SeverityError, Want: "_umsServer"},
		}},
		{"the attached list", `{"_umsOutboundSessionConfig":[]}`, "", decorum.Violations{wrong("/_umsOutboundSessionConfig", "an object")}},
		{"option", "", `{"channels":[null,5,[{}]]}`, decorum.Violations{
			wrong("/channels/0", "an object"), wrong("/channels/1", "an object"), wrong("/channels/2", "an object"),
		}},
	} {
		_, vs := whatsapp.OutboundChannels(test.attached, test.option)
		if diff := cmp.Diff(test.want, vs); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
	}
}

func TestDP5ChannelsWithoutANumberKeepTheirOrder(t *testing.T) {
	var text strings.Builder
	var want, last []string
	for i := range 40 {
		key, list := itoa(i+1), &want
		if i%3 > 0 {
			key, list = "key"+key, &last
		}
		fmt.Fprintf(&text, `,"%s":%s`, key, entry("whatsappsession", "s", "c"+itoa(i), "15162837151"))
		*list = append(*list, "s c"+itoa(i)+" 15162837151")
	}
	list, _ := told(whatsapp.OutboundChannels("{"+text.String()[1:]+"}", ""))
	if diff := cmp.Diff(slices.Concat(want, last), list); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestOB3Option(t *testing.T) {
	const good = "15162837151"
	channel := func(server, name, business string) string {
		return `{"server-name":"` + server + `","channel-name":"` + name + `","business-id":"` + business + `"}`
	}
	for _, test := range []struct {
		name, text   string
		list, faults []string
	}{
		{"good ones stay", `{"channels":[` + channel("s", "", good) + `,` + channel(" s ", "b", good) + `,` + channel("s", "c", "x") + `]}`, []string{"s b " + good}, []string{
			"error required /channels/0/channel-name", "error forbidden_character /channels/2/business-id",
		}},
		{"no channels", `{"Channels":[]}`, nil, []string{"error required /channels"}},
		{"an empty list", `{"channels":[]}`, nil, nil},
		{"a misshapen list", `{"channels":{}}`, nil, []string{"error wrong_type /channels"}},
	} {
		list, faults := told(whatsapp.OutboundChannels("", test.text))
		if diff := cmp.Diff(test.list, list); diff != "" {
			t.Errorf("%s: channels (-want +got):\n%s", test.name, diff)
		}
		if diff := cmp.Diff(test.faults, faults); diff != "" {
			t.Errorf("%s: violations (-want +got):\n%s", test.name, diff)
		}
	}
}

func FuzzOutboundChannels(f *testing.F) {
	f.Add(attachedSample, false)
	f.Add(optionSample, true)
	f.Add(`{"1":{"MediaType":1}}`, false)
	f.Add(`{"channels":[[],null,{}]}`, true)
	f.Fuzz(func(t *testing.T, text string, option bool) {
		attached := ""
		if !option {
			attached, text = text, ""
		}
		channels, vs := whatsapp.OutboundChannels(attached, text)
		seen := map[whatsapp.OutboundChannel]bool{}
		for _, c := range channels {
			if c.Server == "" || c.Channel == "" || c.Business.IsZero() || seen[c] {
				t.Errorf("%q gives %v", attached+text, c)
			}
			seen[c] = true
		}
		for _, v := range vs {
			if _, err := decorum.SplitPointer(v.Path); err != nil || v.Severity == 0 {
				t.Errorf("%q: %v", attached+text, v)
			}
		}
	})
}
