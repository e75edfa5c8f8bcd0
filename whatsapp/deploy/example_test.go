package deploy_test

import (
	"fmt"
	"os"
	"slices"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/whatsapp/deploy"
)

func Example() {
	inv, err := deploy.ParseInventory([]byte(`{
		"without_roles": true,
		"components": [
			{"type": "digital_messaging_server", "name": "DMS", "version": "9.1.005.04", "options": {
				"channel-ghub": {
					"driver-classname": "com.genesyslab.mcr.smserver.channel.ghub.driver.GHubDriver",
					"inbound-route": "1:session-chat",
					"inbound-route-by-call": "1:session-chat",
					"media-type-chat-by-call": "whatsappsession"
				},
				"settings": {"session-shutdown-timeout": 180}
			}},
			{"type": "chat_server", "version": "8.5.316.02", "options": {
				"endpoints:1": {"session-chat": "async-chat-greet-queue"},
				"settings": {"transcript-auto-save": 1, "xml-request-max-size": 32768}
			}},
			{"type": "workspace", "version": "8.5.140.08", "options": {"interaction-workspace": {
				"whatsappsession.on-hold-queue": "async-chat-return-queue",
				"workbin.whatsappsession.in-progress": "async-chat-main-workbin"
			}}},
			{"type": "dotnet_framework", "version": "4.8"},
			{"type": "eservices_manager", "version": "9.0.002.05"},
			{"type": "plug_in", "version": "9.1.008.06", "selected": true}
		],
		"objects": [
			{"type": "media_type", "name": "whatsappsession"},
			{"type": "capacity_rule", "name": "Agents", "media_types": ["whatsappsession"]},
			{"type": "interaction_subtype", "name": "InternalConferenceInvite"},
			{"type": "contact_attribute", "name": "_msg_ProfileNickname", "display_name": "Profile Nickname",
			 "options": {"settings": {"is-searchable": false, "is-sortable": false}}}
		],
		"attached_data": {"_umsOutboundSessionConfig": {"1": {
			"MediaType": "whatsappsession", "_umsServer": "DMS", "_umsChannel": "channel-ghub", "_umsBusinessId": "12025550123"
		}}}
	}`))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, v := range deploy.Check(inv) {
		fmt.Println(v)
	}
	for _, f := range deploy.Features(inv) {
		if f.Because != nil {
			fmt.Println(f.Name, "is off because of", f.Because[0].Path)
		}
	}
	// Output:
	// /components: warning: missing; give a value; want hub_driver
	// /components/0/version: warning: too old; want 9.1.007.05 or later
	// /components/0/options/settings/session-shutdown-timeout: warning: 180 seconds, at least 1800: works, but another value is recommended
	// /components/0/options/channel-ghub/inbound-route: not well-formed; want ,1:session-chat
	// /components/1/options/settings/xml-request-max-size: warning: 32768 bytes, at least 100000
	// /components/2/options/interaction-workspace/intercommunication.whatsappsession.queue: warning: missing; give a value
	// basic is off because of /components/0/options/channel-ghub/inbound-route
	// rich_notifications is off because of /components/1/options/settings/xml-request-max-size
	// scaling is off because of /components
	// interactive_messages is off because of /components/1/options/settings/xml-request-max-size
	// routed_conference is off because of /components/2/options/interaction-workspace/intercommunication.whatsappsession.queue
}

func ExampleCheck() {
	vs := deploy.Check(deploy.Inventory{WithoutRoles: true})
	fmt.Println(len(vs), vs.HasErrors())
	fmt.Println(vs[0])
	// Output:
	// 12 true
	// /components: missing; give a value; want digital_messaging_server
}

func ExampleFeatures() {
	data, err := os.ReadFile("testdata/good.json")
	if err != nil {
		fmt.Println(err)
		return
	}
	inv, err := deploy.ParseInventory(data)
	if err != nil {
		fmt.Println(err)
		return
	}
	inv.Components[1].Options["settings"]["xml-request-max-size"] = "32768" // of the chat server
	for _, f := range deploy.Features(inv) {
		if !f.On {
			fmt.Println(f.Name, f.Because)
		}
	}
	// Output:
	// rich_notifications [/components/1/options/settings/xml-request-max-size: warning: 32768 bytes, at least 100000]
	// interactive_messages [/components/1/options/settings/xml-request-max-size: warning: 32768 bytes, at least 100000]
}

func ExampleParseInventory() {
	_, err := deploy.ParseInventory([]byte(`{"components": [{"type": "chat_server", "type": "workspace", "version": true}]}`))
	fmt.Println(err)

	inv, err := deploy.ParseInventory([]byte(`{"component": []}`))
	fmt.Println(inv.Unread, err)
	// Output:
	// /components/0/type: stands a second time; make it unique (at byte 40) (and 1 more error)
	// [/component: warning: not known; want tenant, without_roles, components, overrides, objects, roles, attached_data] <nil>
}

func ExampleGuide() {
	for _, q := range deploy.Guide() {
		if q.Kind == deploy.KindVersion && q.Component == deploy.DigitalMessagingServer {
			fmt.Println(q.Rule, q, q.Features)
		}
	}
	// Output:
	// DP1 Digital Messaging Server: 9.1.003.12 or later [basic]
	// DP1 Digital Messaging Server: 9.1.005.04 or later [rich_notifications parallel_esp]
	// DP1 Digital Messaging Server: 9.1.007.05 or later [scaling]
}

func ExampleProfile() {
	p := deploy.Guide()
	p = slices.DeleteFunc(p, func(q deploy.Requirement) bool { return q.Rule == "DP5" }) // no sessions from other media
	if q, ok := p.Lookup("shutdown-timeout"); ok {
		q.Least = 3600
	}
	p = append(p, deploy.Requirement{
		ID: "redis", Rule: "ours", Kind: deploy.KindVersion, Severity: decorum.SeverityError,
		Component: "redis", Minimum: deploy.MustParseVersion("6.2"), Features: []deploy.FeatureName{deploy.Scaling},
	})
	for _, v := range p.Check(deploy.Inventory{WithoutRoles: true}) {
		if v.Want == "redis" {
			fmt.Println(v)
		}
	}
	// Output:
	// /components: missing; give a value; want redis
}

func ExampleVersion_Compare() {
	installed, err := deploy.ParseVersion("9.1.010.02")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(installed.Compare(deploy.MustParseVersion("9.1.9.44")))
	// Output: 1
}
