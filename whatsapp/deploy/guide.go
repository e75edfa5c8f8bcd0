package deploy

import (
	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/whatsapp"
	"github.com/decorum-go/decorum/whatsapp/option"
)

const (
	must   = decorum.SeverityError
	should = decorum.SeverityWarning
)

// nickname is the contact attribute with the contact's own nickname.
const nickname = "_msg_ProfileNickname"

// guideLength is how many requirements the guide has.
const guideLength = 37

// Guide returns what the guide asks: DP1 to DP3 and DP5, and of IN6 the queue
// for conferences. The slice and all in it are the caller's own.
func Guide() Profile {
	p := make(Profile, 0, guideLength)
	for _, add := range [...]func(Profile) Profile{versions, chatServer, messagingServer, objects, desk, privileges, process} {
		p = add(p)
	}
	return p
}

// versions are the components and their versions, those of one component in
// rising order (DP1).
func versions(p Profile) Profile {
	ask := func(id string, severity decorum.Severity, component ComponentType, minimum string, features ...FeatureName) Requirement {
		return Requirement{
			ID: id, Rule: "DP1", Kind: KindVersion, Severity: severity, Features: features,
			Component: component, Minimum: MustParseVersion(minimum),
		}
	}
	client := ask("whatsapp-client", must, WhatsAppClient, "2.53.2", Basic)
	client.Optional = true // it may be run by Hub, out of the administrator's sight
	return append(
		p,
		ask("messaging-server", must, DigitalMessagingServer, "9.1.003.12", Basic),
		ask("messaging-server-rich", should, DigitalMessagingServer, "9.1.005.04", RichNotifications, ParallelESP),
		ask("messaging-server-scaling", should, DigitalMessagingServer, "9.1.007.05", Scaling),
		ask("workspace", must, Workspace, "8.5.127.06", Basic),
		ask("dotnet", must, DotNet, "4.5", Basic),
		ask("eservices-manager", must, EServicesManager, "9.0.000.09", Basic),
		ask("eservices-manager-rich", should, EServicesManager, "9.0.002.05", RichNotifications),
		ask("hub-driver-scaling", should, HubDriver, "9.1.007.06", Scaling),
		ask("plug-in-interactive", should, PlugIn, "9.1.008.06", InteractiveMessages),
		client,
	)
}

// chatServer is what Chat Server is set to (DP2).
func chatServer(p Profile) Profile {
	ask := func(q Requirement) Requirement {
		q.Rule, q.Kind, q.Component = "DP2", KindOption, ChatServer
		return q
	}
	return append(
		p,
		ask(Requirement{
			ID: "chat-server-endpoint", Severity: must, Features: []FeatureName{Basic},
			Section: "endpoints:" + Tenant, Name: "session-chat", Values: []string{"async-chat-greet-queue"}, Refers: Queue,
		}),
		ask(Requirement{
			ID: "chat-server-auto-save", Severity: should, Features: []FeatureName{TranscriptSaving},
			Section: "settings", Name: "transcript-auto-save", Values: []string{"1", "2"},
		}),
		ask(Requirement{
			ID: "chat-server-request-size", Severity: should, Features: []FeatureName{RichNotifications, InteractiveMessages},
			Section: "settings", Name: "xml-request-max-size", Least: 100_000, Most: 2_147_482_624, Unit: decorum.Bytes,
		}),
	)
}

// messagingServer is what Digital Messaging Server is set to (DP2).
func messagingServer(p Profile) Profile {
	ask := func(q Requirement) Requirement {
		q.Rule, q.Kind, q.Component = "DP2", KindOption, DigitalMessagingServer
		return q
	}
	return append(
		p,
		ask(Requirement{
			ID: "channel-driver", Severity: must, Features: []FeatureName{Basic},
			Section: AnyChannel, Name: "driver-classname",
		}),
		ask(Requirement{
			ID: "channel-route", Severity: must, Features: []FeatureName{Basic},
			Section: AnyChannel, Name: "inbound-route", Values: []string{"," + Tenant + ":session-chat"}, Code: decorum.Malformed,
		}),
		ask(Requirement{
			ID: "channel-route-by-call", Severity: should, Features: []FeatureName{SessionsByCall},
			Section: AnyChannel, Name: "inbound-route-by-call", Values: []string{Tenant + ":session-chat"}, Code: decorum.Malformed,
		}),
		ask(Requirement{
			ID: "channel-media-type-by-call", Severity: should, Features: []FeatureName{SessionsByCall},
			Section: AnyChannel, Name: mediaTypeByCall, Values: []string{whatsapp.MediaType},
		}),
		ask(Requirement{
			ID: "shutdown-timeout-range", Severity: must,
			Section: "settings", Name: "session-shutdown-timeout", Least: 30, Most: 1_728_000, Unit: decorum.Seconds, Optional: true,
		}),
		ask(Requirement{
			ID: "shutdown-timeout", Severity: should,
			Section: "settings", Name: "session-shutdown-timeout", Least: 1800, Unit: decorum.Seconds, Code: decorum.Recommended,
		}),
	)
}

// objects are the configuration objects, and the plug-in's place in the
// deployment package (DP3).
func objects(p Profile) Profile {
	ask := func(severity decorum.Severity, q Requirement) Requirement {
		q.Rule, q.Severity = "DP3", severity
		return q
	}
	return append(
		p,
		ask(must, Requirement{ID: "plug-in-selected", Kind: KindSelected, Features: []FeatureName{Basic}, Component: PlugIn}),
		ask(must, Requirement{ID: "media-type", Kind: KindObject, Features: []FeatureName{Basic}, Object: MediaTypeObject, Name: whatsapp.MediaType}),
		ask(must, Requirement{ID: "capacity-rule", Kind: KindCapacity, Features: []FeatureName{Basic}, Object: CapacityRule, Name: whatsapp.MediaType}),
		ask(should, Requirement{ID: "conference-subtype", Kind: KindObject, Features: []FeatureName{Conference, RoutedConference}, Object: InteractionSubtype, Name: "InternalConferenceInvite"}),
		ask(should, Requirement{ID: "nickname", Kind: KindObject, Features: []FeatureName{ProfileNickname}, Object: ContactAttribute, Name: nickname, DisplayName: "Profile Nickname"}),
		ask(should, Requirement{ID: "nickname-searchable", Kind: KindOption, Object: ContactAttribute, Of: nickname, Section: "settings", Name: "is-searchable", Values: []string{"false"}}),
		ask(should, Requirement{ID: "nickname-sortable", Kind: KindOption, Object: ContactAttribute, Of: nickname, Section: "settings", Name: "is-sortable", Values: []string{"false"}}),
	)
}

// desk is what the plug-in's options must have (DP3, IN6). That their values are
// valid is checked whatever the profile.
func desk(p Profile) Profile {
	ask := func(q Requirement) Requirement {
		q.Kind, q.Component, q.Section = KindOption, Workspace, option.Section
		return q
	}
	return append(
		p,
		ask(Requirement{ID: "on-hold-queue", Rule: "DP3", Severity: should, Features: []FeatureName{PlaceOnHold}, Name: option.NameOnHoldQueue, Refers: Queue}),
		ask(Requirement{ID: "workbin", Rule: "DP3", Severity: should, Features: []FeatureName{Parking}, Name: option.NameInProgressWorkbin, Refers: Workbin}),
		ask(Requirement{ID: "theme", Rule: "DP3", Severity: must, Name: option.NameTheme, Values: []string{"Default", "HighContrast"}, Optional: true}),
		ask(Requirement{ID: "conference-queue", Rule: "IN6", Severity: should, Features: []FeatureName{RoutedConference}, Name: option.NameConferenceQueue, Refers: Queue}),
	)
}

// privileges are what roles must give so that someone can use a feature (DP3).
func privileges(p Profile) Profile {
	ask := func(id string, severity decorum.Severity, privilege whatsapp.Privilege, feature FeatureName) Requirement {
		return Requirement{
			ID: id, Rule: "DP3", Kind: KindPrivilege, Severity: severity, Features: []FeatureName{feature},
			Name: privilege.String(),
		}
	}
	return append(
		p,
		ask("can-use", must, whatsapp.CanUse, Basic),
		Requirement{ID: "workitem-privileges", Rule: "DP3", Kind: KindWorkitem, Severity: must},
		ask("can-send-files", should, whatsapp.CanSendFiles, SendFiles),
		ask("can-change-notification", should, whatsapp.CanChangeAttachmentsInNotification, NotificationAttachments),
		ask("can-change-reply-button", should, whatsapp.CanChangeAttachmentsInReplyButton, ReplyButtonAttachments),
		ask("can-create-session", should, whatsapp.CanCreateNewSessionFromOtherMedia, SessionsFromOtherMedia),
	)
}

// process is what the business process does (DP5).
func process(p Profile) Profile {
	return append(p, Requirement{
		ID: "channel-list", Rule: "DP5", Kind: KindChannels, Severity: should,
		Features: []FeatureName{SessionsFromOtherMedia}, Name: whatsapp.AttachedOutboundConfig,
	})
}
