package deploy

import (
	"strings"

	"github.com/decorum-go/decorum/whatsapp"
)

// A ComponentType says what a component of an installation is.
type ComponentType string

// The types that the guide asks something of.
const (
	DigitalMessagingServer ComponentType = "digital_messaging_server"
	ChatServer             ComponentType = "chat_server"
	Workspace              ComponentType = "workspace"
	DotNet                 ComponentType = "dotnet_framework"
	EServicesManager       ComponentType = "eservices_manager"
	HubDriver              ComponentType = "hub_driver"
	PlugIn                 ComponentType = "plug_in"
	WhatsAppClient         ComponentType = "whatsapp_client"
	// OtherComponent is any that the guide asks nothing of.
	OtherComponent ComponentType = "other"
)

var components = [...]struct {
	name    ComponentType
	display string
}{
	{DigitalMessagingServer, "Digital Messaging Server"},
	{ChatServer, "Chat Server"},
	{Workspace, "Workspace Desktop Edition"},
	{DotNet, ".NET Framework"},
	{EServicesManager, "eServices Manager"},
	{HubDriver, "Hub driver"},
	{PlugIn, "Hub plug-in"},
	{WhatsAppClient, "WhatsApp client"},
	{OtherComponent, "another component"},
}

const componentNames = "digital_messaging_server, chat_server, workspace, dotnet_framework, eservices_manager, hub_driver, plug_in, whatsapp_client, other"

// DisplayName returns the component's name as an administrator knows it, such as
// "Digital Messaging Server"; "" for a type that this version does not know.
func (t ComponentType) DisplayName() string {
	for i := range components {
		if components[i].name == t {
			return components[i].display
		}
	}
	return ""
}

// Options are what an administrator set on a configuration object: values by
// section and name, as texts.
type Options map[string]map[string]string

// A Component is a server or a program of the installation. Components of one
// type may be there more than once: what the guide asks, it asks of each; but of a
// messaging server without a channel of WhatsApp, which serves other media, nothing
// as long as there is another one with a channel.
type Component struct {
	Type ComponentType `json:"type"`
	// Name is the name of the application object; it may be empty. The outbound
	// channels of the business process refer to it.
	Name string `json:"name,omitempty"`
	// Version is the installed version, such as "9.1.005.04", as it was written;
	// blanks around it do not count.
	Version string `json:"version,omitempty"`
	// Selected: the plug-in is selected in Workspace's deployment package. It
	// means nothing on other components.
	Selected bool    `json:"selected,omitempty"`
	Options  Options `json:"options,omitempty"`
}

// channel prefixes by which a section of the messaging server is known as a
// channel of WhatsApp.
const (
	channelGHub     = "channel-ghub"
	channelWhatsApp = "channel-whatsapp"
	mediaTypeByCall = "media-type-chat-by-call"
)

// isWhatsAppChannel reports whether a section of a messaging server is a channel
// of WhatsApp.
func isWhatsAppChannel(name string, section map[string]string) bool {
	return hasPrefixFold(name, channelGHub) || hasPrefixFold(name, channelWhatsApp) ||
		hasPrefixFold(name, "channel-") && strings.TrimSpace(section[mediaTypeByCall]) == whatsapp.MediaType
}

func hasPrefixFold(s, prefix string) bool {
	return len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix)
}
