// Package deploy checks an installation of the WhatsApp channel: whether what is
// installed and configured is what the channel needs, and which features are off
// because of what is not (guide DP1 to DP5).
//
//	inv, err := deploy.ParseInventory(data)
//	if err != nil { /* no inventory: err tells all that is wrong with its JSON */ }
//	for _, v := range deploy.Check(inv) {
//		fmt.Println(v) // /components/1/options/settings/xml-request-max-size: warning: 32768 bytes, at least 100000
//	}
//	for _, f := range deploy.Features(inv) {
//		fmt.Println(f.Name, f.On, f.Because)
//	}
//
// # The inventory
//
// An inventory is one JSON object that can be written by hand or exported from a
// configuration server; testdata/good.json is a whole one with nothing wrong.
//
//	{
//	  "tenant": 1,
//	  "components": [
//	    {"type": "digital_messaging_server", "name": "DigitalMessagingServer", "version": "9.1.008.06",
//	     "options": {"channel-ghub": {"inbound-route": ",1:session-chat", …}, "settings": {…}}},
//	    {"type": "plug_in", "version": "9.1.008.06", "selected": true}, …
//	  ],
//	  "overrides": [
//	    {"layer": "agent_group", "name": "Night shift",
//	     "options": {"interaction-workspace": {"whatsappsession.theme": "HighContrast"}}}
//	  ],
//	  "objects": [
//	    {"type": "media_type", "name": "whatsappsession"},
//	    {"type": "capacity_rule", "name": "Three at a time", "media_types": ["whatsappsession"]},
//	    {"type": "contact_attribute", "name": "_msg_ProfileNickname", "display_name": "Profile Nickname",
//	     "options": {"settings": {"is-searchable": "false", "is-sortable": "false"}}}, …
//	  ],
//	  "roles": [
//	    {"name": "WhatsApp agent", "privileges": ["InteractionWorkspace.WhatsApp.canUse", …],
//	     "all_workitem_privileges": true}
//	  ],
//	  "attached_data": {"_umsOutboundSessionConfig": {"1": {…}}}
//	}
//
// All members may be left out; what is left out is taken to be missing from the
// installation.
//
//	tenant         the tenant's number in routes and endpoints; 1 by default
//	without_roles  true where the desk does not use role-based access control
//	components     servers and programs: type (see ComponentType), version, options by
//	               section and name; of the plug-in, whether the deployment package
//	               has it selected
//	overrides      the options of Workspace set for a tenant, an agent_group or an agent
//	objects        configuration objects: type (see ObjectType), name, display name,
//	               the media types of a capacity rule, the annex as options
//	roles          names and the privileges that they give
//	attached_data  what the business process attaches to an interaction before routing
//
// Values of options are texts, as a configuration server has them; numbers, true
// and false may be written as such. Of a messaging server those sections are
// looked at that are channels of WhatsApp, see [AnyChannel]. A component or object of the type "other" is
// passed over. Members and types that this version does not know, such as
// mistyped ones, are warned of.
//
// # What is asked
//
// [Guide] returns what the guide asks as data, for a page of documentation or a
// form: a [Profile], which a program may change. An error is what the channel does
// not work without, or what is not valid in the inventory itself or among the
// plug-in's options. A warning costs another feature, is a recommendation, or looks
// like a slip. (The guide recommends a value of
// session-shutdown-timeout; the other degrees are ours.)
//
// # Bad input
//
// No input makes a function panic. An inventory has at most [MaxInput] bytes;
// JSON that is not strict is refused, with all that is wrong. The cost is linear
// in the inventory, for each requirement of the profile. Violations hold names of
// the guide only, none of the user's texts; a section, a key or a number of the
// user's that is not plain ends the path at its parent.
package deploy
