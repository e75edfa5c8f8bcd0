package deploy

import (
	"github.com/decorum-go/decorum"
)

// A FeatureName is the name of something that an installation can do or not.
type FeatureName string

// The features that the guide's requirements switch.
const (
	// Basic is the WhatsApp channel itself: without it every other is off.
	Basic FeatureName = "basic"
	// RichNotifications are notifications with header, footer and buttons.
	RichNotifications FeatureName = "rich_notifications"
	// ParallelESP: requests of the External Services Protocol are handled side
	// by side.
	ParallelESP FeatureName = "parallel_esp"
	// Scaling: one channel is served by several messaging servers.
	Scaling FeatureName = "scaling"
	// InteractiveMessages are reply buttons and lists.
	InteractiveMessages FeatureName = "interactive_messages"
	// SessionsByCall: strategies start sessions by InviteToChat.
	SessionsByCall FeatureName = "sessions_by_call"
	// TranscriptSaving: the transcript of a session under way is saved.
	TranscriptSaving FeatureName = "transcript_saving"
	// ProfileNickname: the contact's own nickname is kept and shown.
	ProfileNickname FeatureName = "profile_nickname"
	// Conference: an agent takes another into the session.
	Conference FeatureName = "conference"
	// RoutedConference: an agent takes in one of a Skill or an Agent Group.
	RoutedConference FeatureName = "routed_conference"
	// PlaceOnHold: a session waits in a queue for the customer.
	PlaceOnHold FeatureName = "place_on_hold"
	// Parking: a session waits in the agent's workbin.
	Parking FeatureName = "parking"
	// SendFiles: agents send files.
	SendFiles FeatureName = "send_files"
	// NotificationAttachments: agents change the attachment of a notification.
	NotificationAttachments FeatureName = "notification_attachments"
	// ReplyButtonAttachments: agents change the attachment of reply buttons.
	ReplyButtonAttachments FeatureName = "reply_button_attachments"
	// SessionsFromOtherMedia: agents start a session from another medium.
	SessionsFromOtherMedia FeatureName = "sessions_from_other_media"
)

// A Feature says whether the installation can do something, and if not, why.
type Feature struct {
	Name FeatureName `json:"name"`
	On   bool        `json:"on"`
	// Because has what switches this feature off; each is also in what Check
	// returns, if that has room for it.
	Because decorum.Violations `json:"because,omitempty"`
	// Lacks is the feature that this one builds on and that is off itself, for
	// the reasons given there: Basic or none.
	Lacks FeatureName `json:"lacks,omitempty"`
}

// Features tells which features are on in the installation, by what the guide
// asks: [Profile.Features] of [Guide].
func Features(inv Inventory) []Feature { return Guide().Features(inv) }

// Features tells which features the profile's requirements leave on, in the
// order in which the profile first names them. A feature is off if a requirement
// that names it is not met, be that an error or a warning; and each is off while
// Basic is.
func (p Profile) Features(inv Inventory) []Feature {
	c := p.run(&inv)
	lacks := FeatureName("")
	for _, f := range c.features {
		if f.name == Basic && f.because != nil {
			lacks = Basic
		}
	}
	features := make([]Feature, 0, len(c.features))
	for _, f := range c.features {
		feature := Feature{Name: f.name, Because: f.because, Lacks: lacks}
		if f.name == Basic {
			feature.Lacks = ""
		}
		feature.On = feature.Because == nil && feature.Lacks == ""
		features = append(features, feature)
	}
	return features
}
