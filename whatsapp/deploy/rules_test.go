package deploy_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/whatsapp/deploy"
	"github.com/decorum-go/decorum/whatsapp/option"
)

// Where the components of testdata/good.json stand.
const (
	messaging = iota
	chat
	desk
	dotNet
	manager
	driver
	plugIn
	client
)

const (
	atChannel = "/components/0/options/channel-ghub/"
	atChat    = "/components/1/options/"
	atDesk    = "/components/2/options/interaction-workspace/"
)

// A broken is a good inventory with something done to it.
type broken struct {
	name string
	do   func(inv *deploy.Inventory)
	// want has severity, code, path and Want of each violation.
	want []string
	// off are the features that are off, but for those that lack another.
	off []deploy.FeatureName
}

func told(vs decorum.Violations) []string {
	var lines []string
	for _, v := range vs {
		line := fmt.Sprintf("%v %s %s", v.Severity, v.Code, v.Path)
		if v.Unit != 0 {
			line += fmt.Sprintf(" %d/%d %v", v.Actual, v.Limit, v.Unit)
		}
		if v.Want != "" {
			line += " " + v.Want
		}
		lines = append(lines, line)
	}
	return lines
}

// try holds each broken inventory against what must be told of it.
func try(t *testing.T, tests []broken) {
	t.Helper()
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			inv := sample(t, "good.json")
			test.do(&inv)
			vs := deploy.Check(inv)
			if diff := cmp.Diff(test.want, told(vs)); diff != "" {
				t.Errorf("violations (-want +got):\n%s", diff)
			}
			var off []deploy.FeatureName
			for _, f := range deploy.Features(inv) {
				if f.On != (f.Because == nil && f.Lacks == "") {
					t.Errorf("%s is on: %v, because of %v, lacks %q", f.Name, f.On, f.Because, f.Lacks)
				}
				if f.Because != nil {
					off = append(off, f.Name)
				}
				for _, v := range f.Because {
					if !slices.Contains(vs, v) {
						t.Errorf("%s is off because of %v, which Check does not tell", f.Name, v)
					}
				}
			}
			if diff := cmp.Diff(test.off, off); diff != "" {
				t.Errorf("features that are off (-want +got):\n%s", diff)
			}
		})
	}
}

func features(names ...deploy.FeatureName) []deploy.FeatureName { return names }

// TestDP1VersionsAtTheirEdges: one before each least version, that version, and
// one after it.
func TestDP1VersionsAtTheirEdges(t *testing.T) {
	for _, test := range []struct {
		at                     int
		before, minimum, after string
		severity               decorum.Severity
		off                    []deploy.FeatureName
		others                 int // versions of the same component that are not there either
	}{
		{at: messaging, before: "9.1.003.11", minimum: "9.1.003.12", after: "9.1.003.13", severity: decorum.SeverityError, off: features(deploy.Basic), others: 2},
		{at: messaging, before: "9.1.005.03", minimum: "9.1.005.04", after: "9.1.005.05", severity: decorum.SeverityWarning, off: features(deploy.RichNotifications, deploy.ParallelESP), others: 1},
		{at: messaging, before: "9.1.007.04", minimum: "9.1.007.05", after: "9.1.007.06", severity: decorum.SeverityWarning, off: features(deploy.Scaling)},
		{at: desk, before: "8.5.127.05", minimum: "8.5.127.06", after: "8.5.128", severity: decorum.SeverityError, off: features(deploy.Basic)},
		{at: dotNet, before: "4.4.999", minimum: "4.5", after: "4.5.1", severity: decorum.SeverityError, off: features(deploy.Basic)},
		{at: manager, before: "9.0.000.08", minimum: "9.0.000.09", after: "9.0.000.10", severity: decorum.SeverityError, off: features(deploy.Basic), others: 1},
		{at: manager, before: "9.0.002.04", minimum: "9.0.002.05", after: "9.0.002.06", severity: decorum.SeverityWarning, off: features(deploy.RichNotifications)},
		{at: driver, before: "9.1.007.05", minimum: "9.1.007.06", after: "9.1.007.07", severity: decorum.SeverityWarning, off: features(deploy.Scaling)},
		{at: plugIn, before: "9.1.008.05", minimum: "9.1.008.06", after: "10.0", severity: decorum.SeverityWarning, off: features(deploy.InteractiveMessages)},
		{at: client, before: "2.53.1", minimum: "2.53.2", after: "2.53.3", severity: decorum.SeverityError, off: features(deploy.Basic)},
	} {
		inv := sample(t, "good.json")
		for _, installed := range []string{test.before, test.minimum, test.after} {
			inv.Components[test.at].Version = installed
			vs := deploy.Check(inv)
			var want decorum.Violations
			if installed == test.before {
				want = want.Add(decorum.Violation{
					Code: decorum.TooOld, Severity: test.severity,
					Path: fmt.Sprintf("/components/%d/version", test.at), Want: test.minimum + " or later",
				})
			}
			if len(vs) < test.others {
				t.Errorf("%s: %v", installed, vs)
				continue
			}
			if diff := cmp.Diff(want, vs[:len(vs)-test.others]); diff != "" && len(want)+len(vs[:len(vs)-test.others]) > 0 {
				t.Errorf("%s (-want +got):\n%s", installed, diff)
			}
			for _, f := range deploy.Features(inv) {
				if installed == test.before && slices.Contains(test.off, f.Name) && (f.On || !slices.Contains(f.Because, want[0])) {
					t.Errorf("%s: %s is on: %v, because of %v", installed, f.Name, f.On, f.Because)
				}
				if f.On == (f.Because != nil || f.Lacks != "") {
					t.Errorf("%s: %s is on: %v, because of %v", installed, f.Name, f.On, f.Because)
				}
			}
		}
	}
}

func TestDP1Components(t *testing.T) {
	drop := func(at int) func(*deploy.Inventory) {
		return func(inv *deploy.Inventory) { inv.Components = slices.Delete(inv.Components, at, at+1) }
	}
	try(t, []broken{
		{"no messaging server", drop(messaging), []string{"error required /components digital_messaging_server"}, features(deploy.Basic, deploy.RichNotifications, deploy.ParallelESP, deploy.Scaling, deploy.SessionsByCall)},
		{"no chat server", drop(chat), []string{"error required /components chat_server"}, features(deploy.Basic, deploy.RichNotifications, deploy.InteractiveMessages, deploy.TranscriptSaving)},
		{"no desk", drop(desk), []string{"error required /components workspace"}, features(deploy.Basic, deploy.RoutedConference, deploy.PlaceOnHold, deploy.Parking)},
		{"no .NET", drop(dotNet), []string{"error required /components dotnet_framework"}, features(deploy.Basic)},
		{"no manager", drop(manager), []string{"error required /components eservices_manager"}, features(deploy.Basic, deploy.RichNotifications)},
		{"no driver: scaling alone is lost", drop(driver), []string{"warning required /components hub_driver"}, features(deploy.Scaling)},
		{"no plug-in", drop(plugIn), []string{"error required /components plug_in"}, features(deploy.Basic, deploy.InteractiveMessages)},
		{"the client may be out of sight", drop(client), nil, nil},
		{
			"a version is not given", func(inv *deploy.Inventory) { inv.Components[messaging].Version = " " },
			[]string{"error required /components/0/version 9.1.003.12 or later"},
			features(deploy.Basic, deploy.RichNotifications, deploy.ParallelESP, deploy.Scaling),
		},
		{"the client's version is not known", func(inv *deploy.Inventory) { inv.Components[client].Version = "" }, nil, nil},
		{
			"a version that is none", func(inv *deploy.Inventory) { inv.Components[plugIn].Version = "9.1.008.06-RC" },
			[]string{"warning malformed /components/6/version two to four numbers joined by points, such as 9.1.005.04"},
			features(deploy.InteractiveMessages),
		},
		{"nobody asks for the version of another", func(inv *deploy.Inventory) { inv.Components[8].Version = "2021-R2" }, nil, nil},
		{
			"each of two must do", func(inv *deploy.Inventory) {
				second := inv.Components[manager]
				second.Version = "9.0.001"
				inv.Components = append(inv.Components, second)
			},
			[]string{"warning too_old /components/9/version 9.0.002.05 or later"},
			features(deploy.RichNotifications),
		},
		{
			"a type that is none", func(inv *deploy.Inventory) { inv.Components[8].Type = "interaction_sever" },
			[]string{"warning unknown /components/8/type digital_messaging_server, chat_server, workspace, dotnet_framework, eservices_manager, hub_driver, plug_in, whatsapp_client, other"},
			nil,
		},
		{"no type", func(inv *deploy.Inventory) { inv.Components[8].Type = "" }, []string{"error required /components/8/type"}, nil},
		{"one name twice", func(inv *deploy.Inventory) {
			inv.Components = append(inv.Components, deploy.Component{Type: deploy.OtherComponent, Name: "InteractionServer"})
		}, []string{"error duplicate /components/9/name"}, nil},
	})
}

func TestDP2ChatServer(t *testing.T) {
	set := func(section, name, value string) func(*deploy.Inventory) {
		return func(inv *deploy.Inventory) { inv.Components[chat].Options[section][name] = value }
	}
	unset := func(section, name string) func(*deploy.Inventory) {
		return func(inv *deploy.Inventory) { delete(inv.Components[chat].Options[section], name) }
	}
	size := func(value string) broken {
		want, off := []string(nil), []deploy.FeatureName(nil)
		switch value {
		case "99999", "-1", "0":
			want = []string{"warning out_of_range " + atChat + "settings/xml-request-max-size " + value + "/100000 bytes"}
		case "2147482625":
			want = []string{"warning out_of_range " + atChat + "settings/xml-request-max-size 2147482625/2147482624 bytes"}
		case "99999999999999999999":
			want = []string{"warning out_of_range " + atChat + "settings/xml-request-max-size 9223372036854775807/2147482624 bytes"}
		case "100 KB", "+100000", "1e6":
			want = []string{"warning malformed " + atChat + "settings/xml-request-max-size an integer from 100000 to 2147482624"}
		}
		if want != nil {
			off = features(deploy.RichNotifications, deploy.InteractiveMessages)
		}
		return broken{"size " + value, set("settings", "xml-request-max-size", value), want, off}
	}
	try(t, []broken{
		{"auto-save 0", set("settings", "transcript-auto-save", "0"), []string{"warning unsupported " + atChat + "settings/transcript-auto-save 1, 2"}, features(deploy.TranscriptSaving)},
		{"auto-save 2", set("settings", "transcript-auto-save", "2"), nil, nil},
		{"auto-save 3", set("settings", "transcript-auto-save", "3"), []string{"warning unsupported " + atChat + "settings/transcript-auto-save 1, 2"}, features(deploy.TranscriptSaving)},
		{"auto-save with blanks", set("settings", "transcript-auto-save", " 1 "), nil, nil},
		{"auto-save empty", set("settings", "transcript-auto-save", " "), []string{"warning required " + atChat + "settings/transcript-auto-save 1, 2"}, features(deploy.TranscriptSaving)},
		{"auto-save not set", unset("settings", "transcript-auto-save"), []string{"warning required " + atChat + "settings/transcript-auto-save 1, 2"}, features(deploy.TranscriptSaving)},
		size("99999"), size("100000"), size("100001"), size("2147482624"), size("2147482625"),
		size("0"), size("-1"), size("100 KB"), size("99999999999999999999"), size("1e6"), size("+100000"),
		{"size not set", unset("settings", "xml-request-max-size"), []string{"warning required " + atChat + "settings/xml-request-max-size an integer from 100000 to 2147482624"}, features(deploy.RichNotifications, deploy.InteractiveMessages)},
		{"another queue", set("endpoints:1", "session-chat", "another"), []string{"error unsupported " + atChat + "endpoints:1/session-chat async-chat-greet-queue"}, features(deploy.Basic)},
		{"no endpoint", unset("endpoints:1", "session-chat"), []string{"error required " + atChat + "endpoints:1/session-chat async-chat-greet-queue"}, features(deploy.Basic)},
		{"endpoints of another tenant", func(inv *deploy.Inventory) {
			options := inv.Components[chat].Options
			options["endpoints:2"] = options["endpoints:1"]
			delete(options, "endpoints:1")
		}, []string{"error required " + atChat + "endpoints:1 session-chat = async-chat-greet-queue"}, features(deploy.Basic)},
		{"no options", func(inv *deploy.Inventory) { inv.Components[chat].Options = nil }, []string{
			"error required /components/1/options endpoints:1/session-chat = async-chat-greet-queue",
			"warning required /components/1/options settings/transcript-auto-save = 1, 2",
			"warning required /components/1/options settings/xml-request-max-size = an integer from 100000 to 2147482624",
		}, features(deploy.Basic, deploy.RichNotifications, deploy.InteractiveMessages, deploy.TranscriptSaving)},
		{"all of tenant 101", func(inv *deploy.Inventory) {
			inv.Tenant = 101
			options := inv.Components[chat].Options
			options["endpoints:101"] = options["endpoints:1"]
			channel := inv.Components[messaging].Options["channel-ghub"]
			channel["inbound-route"], channel["inbound-route-by-call"] = " , 101 : session-chat", "101:session-chat"
		}, nil, nil},
		{"what overrides the desk's options is not the server's", func(inv *deploy.Inventory) {
			inv.Overrides[0].Options["settings"] = inv.Components[chat].Options["settings"]
			inv.Components[chat].Options["settings"] = map[string]string{"xml-request-max-size": "100000"}
		}, []string{"warning required " + atChat + "settings/transcript-auto-save 1, 2"}, features(deploy.TranscriptSaving)},
		{"the queue is not there", func(inv *deploy.Inventory) { inv.Objects[4].Name = "async-chat-greet-queue-2" }, []string{"warning not_found " + atChat + "endpoints:1/session-chat queue"}, nil},
		{"no queues are listed", func(inv *deploy.Inventory) { inv.Objects = slices.Delete(inv.Objects, 4, 7) }, nil, nil},
		{"a tenant past the last", func(inv *deploy.Inventory) { inv.Tenant = 1 << 31 }, []string{"error out_of_range /tenant an integer from 1 to 2147483647"}, nil},
		{"the records in the order of the document", func(inv *deploy.Inventory) {
			inv.Components[client].Type, inv.Components[dotNet].Version, inv.Roles[0].Name, inv.Objects[1].Name = "", "4.0", "", ""
		}, []string{
			"error too_old /components/3/version 4.5 or later", "error required /components/7/type",
			"error required /objects/1/name", "error required /roles/0/name",
		}, features(deploy.Basic)},
		{"a tenant that is none", func(inv *deploy.Inventory) { inv.Tenant = -1 }, []string{"error out_of_range /tenant an integer from 1 to 2147483647"}, nil},
	})
}

func TestDP2MessagingServer(t *testing.T) {
	set := func(name, value string) func(*deploy.Inventory) {
		return func(inv *deploy.Inventory) { inv.Components[messaging].Options["channel-ghub"][name] = value }
	}
	timeout := func(value string, want ...string) broken {
		for i := range want {
			want[i] = strings.Replace(want[i], "@", "/components/0/options/settings/session-shutdown-timeout", 1)
		}
		return broken{"timeout " + value, func(inv *deploy.Inventory) {
			inv.Components[messaging].Options["settings"]["session-shutdown-timeout"] = value
		}, want, nil}
	}
	route := []string{"error malformed " + atChannel + "inbound-route ,1:session-chat"}
	try(t, []broken{
		{"no driver", set("driver-classname", ""), []string{"error required " + atChannel + "driver-classname"}, features(deploy.Basic)},
		{"route without its comma", set("inbound-route", "1:session-chat"), route, features(deploy.Basic)},
		{"route with a paging endpoint", set("inbound-route", "1:sms,1:session-chat"), route, features(deploy.Basic)},
		{"route of another tenant", set("inbound-route", ",2:session-chat"), route, features(deploy.Basic)},
		{"route to another endpoint", set("inbound-route", ",1:session"), route, features(deploy.Basic)},
		{"route in another case", set("inbound-route", ",1:Session-Chat"), route, features(deploy.Basic)},
		{"route with blanks", set("inbound-route", ", 1:session-chat "), nil, nil},
		{"no route", set("inbound-route", ""), []string{"error required " + atChannel + "inbound-route ,1:session-chat"}, features(deploy.Basic)},
		{"route by call with a comma", set("inbound-route-by-call", ",1:session-chat"), []string{"warning malformed " + atChannel + "inbound-route-by-call 1:session-chat"}, features(deploy.SessionsByCall)},
		{"no route by call", set("inbound-route-by-call", ""), []string{"warning required " + atChannel + "inbound-route-by-call 1:session-chat"}, features(deploy.SessionsByCall)},
		{"another medium", set("media-type-chat-by-call", "chat"), []string{"warning unsupported " + atChannel + "media-type-chat-by-call whatsappsession"}, features(deploy.SessionsByCall)},
		{"no medium", set("media-type-chat-by-call", ""), []string{"warning required " + atChannel + "media-type-chat-by-call whatsappsession"}, features(deploy.SessionsByCall)},
		timeout("1799", "warning recommended @ 1799/1800 seconds"), timeout("1800"), timeout("1801"), timeout("1728000"),
		timeout("1728001", "error out_of_range @ 1728001/1728000 seconds"),
		timeout("30", "warning recommended @ 30/1800 seconds"),
		timeout("29", "error out_of_range @ 29/30 seconds"),
		timeout("half an hour", "error malformed @ an integer from 30 to 1728000"),
		timeout("", "warning recommended @ an integer from 1800"),
		{"no channel", func(inv *deploy.Inventory) {
			options := inv.Components[messaging].Options
			options["channel-sms"] = options["channel-ghub"]
			delete(options, "channel-ghub")
			options["channel-sms"]["media-type-chat-by-call"] = "sms"
		}, []string{
			"error required /components/0/options channel-ghub",
			"warning not_found /attached_data/_umsOutboundSessionConfig/1/_umsChannel",
		}, features(deploy.Basic, deploy.SessionsByCall)},
		{"a server for other media, beside", func(inv *deploy.Inventory) {
			inv.Components = append(inv.Components, deploy.Component{
				Type: deploy.DigitalMessagingServer, Name: "Social", Version: "9.0.001", Options: deploy.Options{"channel-facebook": {}},
			})
		}, nil, nil},
		{"a second server for WhatsApp", func(inv *deploy.Inventory) {
			inv.Components = append(inv.Components, inv.Components[messaging])
			inv.Components[9].Name, inv.Components[9].Version = "Second", "9.1.007.04"
		}, []string{"warning too_old /components/9/version 9.1.007.05 or later"}, features(deploy.Scaling)},
		{"two servers, and no channel on either", func(inv *deploy.Inventory) {
			inv.AttachedData = nil
			delete(inv.Components[messaging].Options, "channel-ghub")
			inv.Components = append(inv.Components, inv.Components[messaging])
			inv.Components[9].Name = "Second"
		}, []string{
			"error required /components/0/options channel-ghub", "error required /components/9/options channel-ghub",
			"warning required /attached_data _umsOutboundSessionConfig",
		}, features(deploy.Basic, deploy.SessionsByCall, deploy.SessionsFromOtherMedia)},
		{"a channel known by its medium", func(inv *deploy.Inventory) {
			inv.Components[messaging].Options["channel-support"] = map[string]string{"media-type-chat-by-call": "whatsappsession"}
		}, []string{
			"error required /components/0/options/channel-support/driver-classname",
			"error required /components/0/options/channel-support/inbound-route ,1:session-chat",
			"warning required /components/0/options/channel-support/inbound-route-by-call 1:session-chat",
		}, features(deploy.Basic, deploy.SessionsByCall)},
		{"a section that is no channel", func(inv *deploy.Inventory) {
			inv.Components[messaging].Options["support"] = map[string]string{"media-type-chat-by-call": "whatsappsession"}
		}, nil, nil},
		{"a channel known by its name", func(inv *deploy.Inventory) {
			inv.Components[messaging].Options["Channel-WhatsApp-1"] = map[string]string{"driver-classname": "x", "inbound-route": ",1:session-chat", "inbound-route-by-call": "1:session-chat"}
		}, []string{"warning required /components/0/options/Channel-WhatsApp-1/media-type-chat-by-call whatsappsession"}, features(deploy.SessionsByCall)},
		{"a channel with a number for its name", func(inv *deploy.Inventory) {
			inv.Components[messaging].Options["channel-ghub-12025550123"] = map[string]string{
				"driver-classname": "x", "inbound-route": ",1:session-chat", "inbound-route-by-call": "1:session-chat",
			}
		}, []string{"warning required /components/0/options whatsappsession"}, features(deploy.SessionsByCall)},
	})
}

func TestDP3Objects(t *testing.T) {
	drop := func(at int) func(*deploy.Inventory) {
		return func(inv *deploy.Inventory) { inv.Objects = slices.Delete(inv.Objects, at, at+1) }
	}
	annex := func(name, value string) func(*deploy.Inventory) {
		return func(inv *deploy.Inventory) { inv.Objects[3].Options["settings"][name] = value }
	}
	try(t, []broken{
		{"no media type", drop(0), []string{"error required /objects media_type whatsappsession"}, features(deploy.Basic)},
		{"media type in another case", func(inv *deploy.Inventory) { inv.Objects[0].Name = "WhatsAppSession" }, []string{"error required /objects media_type whatsappsession"}, features(deploy.Basic)},
		{"no capacity rule", drop(1), []string{"error required /objects capacity_rule of whatsappsession"}, features(deploy.Basic)},
		{"capacity of other media", func(inv *deploy.Inventory) { inv.Objects[1].MediaTypes = []string{"voice"} }, []string{"error required /objects capacity_rule of whatsappsession"}, features(deploy.Basic)},
		{"no subtype", drop(2), []string{"warning required /objects interaction_subtype InternalConferenceInvite"}, features(deploy.Conference, deploy.RoutedConference)},
		{"no nickname", drop(3), []string{"warning required /objects contact_attribute _msg_ProfileNickname"}, features(deploy.ProfileNickname)},
		{"nickname without a display name", func(inv *deploy.Inventory) { inv.Objects[3].DisplayName = "" }, []string{"warning required /objects/3/display_name Profile Nickname"}, nil},
		{"another display name", func(inv *deploy.Inventory) { inv.Objects[3].DisplayName = "Nick" }, []string{"warning unsupported /objects/3/display_name Profile Nickname"}, nil},
		{"searchable", annex("is-searchable", "true"), []string{"warning unsupported /objects/3/options/settings/is-searchable false"}, nil},
		{"not searchable, in another case", annex("is-searchable", "False"), nil, nil},
		{"a letter that folds to another", annex("is-searchable", "fal\u017fe"), []string{"warning unsupported /objects/3/options/settings/is-searchable false"}, nil},
		{"searchable or not is not said", annex("is-searchable", ""), []string{"warning required /objects/3/options/settings/is-searchable false"}, nil},
		{"sortable", annex("is-sortable", "true"), []string{"warning unsupported /objects/3/options/settings/is-sortable false"}, nil},
		{"no annex", func(inv *deploy.Inventory) { inv.Objects[3].Options = nil }, []string{
			"warning required /objects/3/options settings/is-searchable = false",
			"warning required /objects/3/options settings/is-sortable = false",
		}, nil},
		{"an object twice", func(inv *deploy.Inventory) { inv.Objects = append(inv.Objects, inv.Objects[0]) }, []string{"error duplicate /objects/8/name"}, nil},
		{"a type that is none", func(inv *deploy.Inventory) { inv.Objects[7].Type = "work_bin" }, []string{"warning unknown /objects/7/type media_type, capacity_rule, interaction_subtype, contact_attribute, queue, workbin, other"}, nil},
		{"no name and no type", func(inv *deploy.Inventory) { inv.Objects = append(inv.Objects, deploy.Object{}) }, []string{"error required /objects/8/type", "error required /objects/8/name"}, nil},
		{"the plug-in is not selected", func(inv *deploy.Inventory) { inv.Components[plugIn].Selected = false }, []string{"error required /components/6/selected true"}, features(deploy.Basic)},
	})
}

func TestDP3Desk(t *testing.T) {
	set := func(name, value string) func(*deploy.Inventory) {
		return func(inv *deploy.Inventory) { inv.Components[desk].Options[option.Section][name] = value }
	}
	try(t, []broken{
		{"no queue for holds", set(option.NameOnHoldQueue, ""), []string{"warning required " + atDesk + option.NameOnHoldQueue}, features(deploy.PlaceOnHold)},
		{"no workbin", set(option.NameInProgressWorkbin, " "), []string{"warning required " + atDesk + option.NameInProgressWorkbin}, features(deploy.Parking)},
		{"no queue for conferences", set(option.NameConferenceQueue, ""), []string{"warning required " + atDesk + option.NameConferenceQueue}, features(deploy.RoutedConference)},
		{"a queue that is not there", set(option.NameOnHoldQueue, "elsewhere"), []string{"warning not_found " + atDesk + option.NameOnHoldQueue + " queue"}, nil},
		{"a workbin that is not there", set(option.NameInProgressWorkbin, "async-chat-return-queue"), []string{"warning not_found " + atDesk + option.NameInProgressWorkbin + " workbin"}, nil},
		{"no options", func(inv *deploy.Inventory) { inv.Components[desk].Options = nil }, []string{
			"warning required /components/2/options interaction-workspace/" + option.NameOnHoldQueue,
			"warning required /components/2/options interaction-workspace/" + option.NameInProgressWorkbin,
			"warning required /components/2/options interaction-workspace/" + option.NameConferenceQueue,
		}, features(deploy.RoutedConference, deploy.PlaceOnHold, deploy.Parking)},
		{"set for someone", func(inv *deploy.Inventory) {
			delete(inv.Components[desk].Options[option.Section], option.NameOnHoldQueue)
			inv.Overrides[0].Options[option.Section][option.NameOnHoldQueue] = "async-chat-return-queue"
		}, nil, nil},
		{"set for someone to what is not there", func(inv *deploy.Inventory) {
			inv.Overrides[0].Options[option.Section][option.NameOnHoldQueue] = "elsewhere"
		}, []string{"warning not_found /overrides/0/options/interaction-workspace/" + option.NameOnHoldQueue + " queue"}, nil},
		{"a queue's name that is none", set(option.NameOnHoldQueue, " queue\x00"), []string{
			"error forbidden_character " + atDesk + option.NameOnHoldQueue + " the name of a script of type Interaction Queue, or nothing",
		}, features(deploy.PlaceOnHold)},
		{"a queue's name that is none, for someone", func(inv *deploy.Inventory) {
			inv.Overrides[0].Options[option.Section][option.NameOnHoldQueue] = "queue\x00"
		}, []string{
			"error forbidden_character /overrides/0/options/interaction-workspace/" + option.NameOnHoldQueue + " the name of a script of type Interaction Queue, or nothing",
		}, nil},
		{"set for someone alone, to a name that is none", func(inv *deploy.Inventory) {
			delete(inv.Components[desk].Options[option.Section], option.NameOnHoldQueue)
			inv.Overrides[0].Options[option.Section][option.NameOnHoldQueue] = "queue\x00"
		}, []string{
			"warning required " + atDesk + option.NameOnHoldQueue,
			"error forbidden_character /overrides/0/options/interaction-workspace/" + option.NameOnHoldQueue + " the name of a script of type Interaction Queue, or nothing",
		}, features(deploy.PlaceOnHold)},
		{"a theme that is none", set(option.NameTheme, "Dark"), []string{"error unknown " + atDesk + option.NameTheme + " Default, HighContrast"}, nil},
		{"a theme in another case", set(option.NameTheme, "highcontrast"), nil, nil},
		{"no theme", func(inv *deploy.Inventory) { delete(inv.Components[desk].Options[option.Section], option.NameTheme) }, nil, nil},
		{"a theme that is none for someone", func(inv *deploy.Inventory) {
			inv.Overrides[0].Options[option.Section][option.NameTheme] = "Dark"
		}, []string{"error unknown /overrides/0/options/interaction-workspace/" + option.NameTheme + " Default, HighContrast"}, nil},
		{"a mistyped option", set("whatsappsession.them", "Default"), []string{"warning unknown " + atDesk + "whatsappsession.them " + option.NameTheme}, nil},
		{"a bad value", set(option.NameMaxTextMessageSize, "4 KB"), []string{"error malformed " + atDesk + option.NameMaxTextMessageSize + " an integer from 1 to 2147483647 (bytes)"}, nil},
		{
			"no default notification", set(option.NameEnableFreeMsgTimespanMonitoring, "true"),
			[]string{
				"warning default_notification_unset " + atDesk + option.NameEnableFreeMsgTimespanMonitoring + " " + option.NameDefaultNotificationText,
				"warning default_notification_unset " + atDesk + option.NameEnableFreeMsgTimespanMonitoring + " " + option.NameDefaultNotificationID,
				"warning default_notification_unset " + atDesk + option.NameEnableFreeMsgTimespanMonitoring + " " + option.NameDefaultNotificationLanguage,
			},
			nil,
		},
		{"monitoring for someone", func(inv *deploy.Inventory) {
			inv.Overrides[0].Options[option.Section][option.NameEnableFreeMsgTimespanMonitoring] = "true"
		}, nil, nil},
		{"a layer that is none", func(inv *deploy.Inventory) { inv.Overrides[0].Layer = "team" }, []string{"error unknown /overrides/0/layer tenant, agent_group, agent"}, nil},
		{"an override of nobody", func(inv *deploy.Inventory) { inv.Overrides[0].Layer, inv.Overrides[0].Name = "", " " }, []string{"error required /overrides/0/layer", "error required /overrides/0/name"}, nil},
		{"a bad value in each layer", func(inv *deploy.Inventory) {
			bad := deploy.Options{option.Section: {option.NameTheme: "Dark"}}
			inv.Overrides = []deploy.Override{{Layer: "tenant", Name: "T", Options: bad}, {Layer: "agent_group", Name: "G", Options: bad}, {Layer: "agent", Name: "A", Options: bad}}
		}, []string{
			"error unknown /overrides/0/options/interaction-workspace/whatsappsession.theme Default, HighContrast",
			"error unknown /overrides/1/options/interaction-workspace/whatsappsession.theme Default, HighContrast",
			"error unknown /overrides/2/options/interaction-workspace/whatsappsession.theme Default, HighContrast",
		}, nil},
	})
}

func TestDP3Privileges(t *testing.T) {
	const prefix = "InteractionWorkspace.WhatsApp."
	drop := func(at int) func(*deploy.Inventory) {
		return func(inv *deploy.Inventory) {
			inv.Roles[0].Privileges = slices.Delete(inv.Roles[0].Privileges, at, at+1)
		}
	}
	try(t, []broken{
		{"nobody uses it", drop(0), []string{"error required /roles privilege " + prefix + "canUse"}, features(deploy.Basic)},
		{"nobody sends files", drop(1), []string{"warning required /roles privilege " + prefix + "canSendFiles"}, features(deploy.SendFiles)},
		{"nobody changes notifications", drop(2), []string{"warning required /roles privilege " + prefix + "canChangeAttachmentsInNotification"}, features(deploy.NotificationAttachments)},
		{"nobody changes reply buttons", drop(3), []string{"warning required /roles privilege " + prefix + "canChangeAttachmentsInReplyButton"}, features(deploy.ReplyButtonAttachments)},
		{"nobody starts sessions", drop(4), []string{"warning required /roles privilege " + prefix + "canCreateNewSessionFromOtherMedia"}, features(deploy.SessionsFromOtherMedia)},
		{"short names, two roles", func(inv *deploy.Inventory) {
			inv.Roles[0].Privileges = []string{"canUse", " canSendFiles "}
			inv.Roles = append(inv.Roles, deploy.Role{Name: "More", Privileges: []string{"canChangeAttachmentsInNotification", "canChangeAttachmentsInReplyButton", "canCreateNewSessionFromOtherMedia", "InteractionWorkspace.Voice.canUse"}})
		}, nil, nil},
		{"workitem privileges are left out", func(inv *deploy.Inventory) { inv.Roles[0].AllWorkitemPrivileges = false }, []string{"error required /roles/0/all_workitem_privileges true"}, nil},
		{"a role for other media needs none", func(inv *deploy.Inventory) { inv.Roles = append(inv.Roles, deploy.Role{Name: "Voice"}) }, nil, nil},
		{"a mistyped privilege", func(inv *deploy.Inventory) { inv.Roles[0].Privileges[1] = prefix + "canSendFile" }, []string{
			"error unknown /roles/0/privileges/1 canUse, canSendFiles, canChangeAttachmentsInNotification, canChangeAttachmentsInReplyButton, canCreateNewSessionFromOtherMedia",
			"warning required /roles privilege " + prefix + "canSendFiles",
		}, features(deploy.SendFiles)},
		{"a privilege that is none", func(inv *deploy.Inventory) { inv.Roles[0].Privileges = append(inv.Roles[0].Privileges, "canFly") }, []string{
			"error unknown /roles/0/privileges/5 canUse, canSendFiles, canChangeAttachmentsInNotification, canChangeAttachmentsInReplyButton, canCreateNewSessionFromOtherMedia",
		}, nil},
		{"roles that do not count", func(inv *deploy.Inventory) {
			inv.WithoutRoles, inv.Roles[0].AllWorkitemPrivileges = true, false
		}, nil, nil},
		{"a privilege twice", func(inv *deploy.Inventory) { inv.Roles[0].Privileges = append(inv.Roles[0].Privileges, "canUse") }, []string{"warning duplicate /roles/0/privileges/5"}, nil},
		{"a role twice", func(inv *deploy.Inventory) { inv.Roles = append(inv.Roles, inv.Roles[0]) }, []string{"error duplicate /roles/1/name"}, nil},
		{"a role without a name", func(inv *deploy.Inventory) { inv.Roles[0].Name = "" }, []string{"error required /roles/0/name"}, nil},
		{"without role-based access", func(inv *deploy.Inventory) { inv.WithoutRoles, inv.Roles = true, nil }, nil, nil},
	})
}

func TestDP5ChannelList(t *testing.T) {
	const key = "/attached_data/_umsOutboundSessionConfig"
	attach := func(text string) func(*deploy.Inventory) {
		return func(inv *deploy.Inventory) { inv.AttachedData = []byte(text) }
	}
	entry := func(server, channel, business string) string {
		return fmt.Sprintf(`{"MediaType":"whatsappsession","_umsServer":%q,"_umsChannel":%q,"_umsBusinessId":%q}`, server, channel, business)
	}
	good := entry("DigitalMessagingServer", "channel-ghub", "12025550123")
	other := entry(" DigitalMessagingServer ", "channel-ghub", "12025550124")
	off := features(deploy.SessionsFromOtherMedia)
	missing := "warning required /attached_data _umsOutboundSessionConfig"
	byOption := `{"channels":[{"server-name":"DigitalMessagingServer","channel-name":"channel-ghub","business-id":"12025550123"}]}`
	try(t, []broken{
		{"none", attach(""), []string{missing}, off},
		{"without the key", attach(`{"Subject":"x"}`), []string{missing}, off},
		{"an empty list", attach(`{"_umsOutboundSessionConfig":{}}`), []string{missing}, off},
		{"of other media only", attach(`{"_umsOutboundSessionConfig":{"1":{"MediaType":"applebcsession"}}}`), []string{missing}, off},
		{"two", attach(`{"_umsOutboundSessionConfig":{"1":` + good + `,"2":` + other + `}}`), nil, nil},
		{"the list itself", attach(`{"1":` + good + `}`), nil, nil},
		{"a gap", attach(`{"_umsOutboundSessionConfig":{"1":` + good + `,"3":` + other + `}}`), []string{"warning gap " + key}, nil},
		{"not from 1", attach(`{"_umsOutboundSessionConfig":{"2":` + good + `}}`), []string{"warning gap " + key}, nil},
		{"no number", attach(`{"_umsOutboundSessionConfig":{"first":` + good + `}}`), []string{"warning unexpected " + key + "/first a whole number from 1 on"}, nil},
		{"no business", attach(`{"_umsOutboundSessionConfig":{"1":` + entry("DigitalMessagingServer", "channel-ghub", "") + `}}`), []string{
			"error required " + key + "/1/_umsBusinessId", missing,
		}, off},
		{"another server", attach(`{"_umsOutboundSessionConfig":{"1":` + entry("DMS", "channel-ghub", "12025550123") + `}}`), []string{"warning not_found " + key + "/1/_umsServer digital_messaging_server"}, nil},
		{"the name of another component", attach(`{"_umsOutboundSessionConfig":{"1":` + entry("ChatServer", "settings", "12025550123") + `}}`), []string{"warning not_found " + key + "/1/_umsServer digital_messaging_server"}, nil},
		{"no server", attach(`{"_umsOutboundSessionConfig":{"1":` + entry(" ", "channel-ghub", "12025550123") + `}}`), []string{"error required " + key + "/1/_umsServer", missing}, off},
		{"a server of another medium", attach(`{"_umsOutboundSessionConfig":{"1":` + good + `,"2":{"MediaType":"applebcsession","_umsServer":"elsewhere"}}}`), nil, nil},
		{"numbers from 0", attach(`{"_umsOutboundSessionConfig":{"0":` + good + `}}`), []string{"warning unexpected " + key + "/0 a whole number from 1 on"}, nil},
		{"servers without names", func(inv *deploy.Inventory) { inv.Components[messaging].Name = "" }, nil, nil},
		{"numbers written oddly", attach(`{"_umsOutboundSessionConfig":{"1":` + good + `,"+2":` + other + `,"9999999999":{"MediaType":"applebcsession"}}}`), []string{"warning unexpected " + key + " a whole number from 1 on"}, nil},
		{"the list itself, with a gap and another server", attach(`{"1":` + good + `,"3":` + entry("DMS", "channel-ghub", "12025550123") + `}`), []string{"warning not_found /attached_data/3/_umsServer digital_messaging_server", "warning gap /attached_data"}, nil},
		{"a medium of another kind", attach(`{"_umsOutboundSessionConfig":{"1":{"MediaType":5,"_umsServer":"DigitalMessagingServer","_umsChannel":"channel-ghub","_umsBusinessId":"12025550123"}}}`), []string{"error wrong_type " + key + "/1/MediaType a string", missing}, off},
		{"an option that lists what cannot be used", func(inv *deploy.Inventory) {
			inv.Components[desk].Options[option.Section][option.NameOutboundSessionConfig] = `{"channels":[{"server-name":"s","channel-name":"c","business-id":"x"},{"server-name":"s","channel-name":"c"},5]}`
		}, []string{
			"error forbidden_character " + atDesk + option.NameOutboundSessionConfig + " channels/0/business-id",
			"error required " + atDesk + option.NameOutboundSessionConfig + " channels/1/business-id",
			"error wrong_type " + atDesk + option.NameOutboundSessionConfig + " channels/2",
		}, nil},
		{"beside other data", attach(`{"Subject":{"MediaType":"whatsappsession","_umsServer":"elsewhere"},"9":{},"_umsOutboundSessionConfig":{"1":` + good + `}}`), nil, nil},
		{"a word and a number", attach(`{"_umsOutboundSessionConfig":{"first":` + good + `,"5":` + other + `}}`), []string{"warning unexpected " + key + "/first a whole number from 1 on"}, nil},
		{"the option does not mend a faulty list", func(inv *deploy.Inventory) {
			attach(`{"_umsOutboundSessionConfig":{"1":` + entry("DigitalMessagingServer", "channel-ghub", "") + `}}`)(inv)
			inv.Components[desk].Options[option.Section][option.NameOutboundSessionConfig] = byOption
		}, []string{"error required " + key + "/1/_umsBusinessId", missing}, off},
		{"another channel", attach(`{"_umsOutboundSessionConfig":{"1":` + entry("DigitalMessagingServer", "channel-abc", "12025550123") + `}}`), []string{"warning not_found " + key + "/1/_umsChannel"}, nil},
		{"one twice", attach(`{"_umsOutboundSessionConfig":{"1":` + good + `,"2":` + good + `}}`), []string{"warning duplicate " + key + "/2"}, nil},
		{"of another kind", attach(`{"_umsOutboundSessionConfig":[]}`), []string{"error wrong_type " + key + " an object", missing}, off},
		{"an entry of another kind", attach(`{"_umsOutboundSessionConfig":{"1":null,"2":"x"}}`), []string{
			"error wrong_type " + key + "/1 an object", "error wrong_type " + key + "/2 an object", missing,
		}, off},
		{"attached data of another kind", attach(`[]`), []string{"error wrong_type /attached_data an object", missing}, off},
		{"the option stands in", func(inv *deploy.Inventory) {
			inv.AttachedData = nil
			inv.Components[desk].Options[option.Section][option.NameOutboundSessionConfig] = byOption
		}, []string{"warning recommended /attached_data _umsOutboundSessionConfig"}, nil},
		{"the option stands in for someone", func(inv *deploy.Inventory) {
			inv.AttachedData = nil
			inv.Overrides[0].Options[option.Section][option.NameOutboundSessionConfig] = byOption
		}, []string{"warning recommended /attached_data _umsOutboundSessionConfig"}, nil},
	})
}
