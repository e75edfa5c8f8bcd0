package option

import (
	"math"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/location"
)

// anyQueue tells the valid values of two rows.
const anyQueue = "the name of a script of type Interaction Queue, or nothing"

// table has all options, grouped by what they are about.
var table = [rows]entry{
	// The conversation.
	{Row{
		Name: NamePendingResponse, Kind: KindThresholds, Default: "30,50",
		Max: math.MaxInt32, Unit: decorum.Seconds, TakesEffect: AtNextInteraction, Rule: "PR1",
		Meaning: "When an unanswered message of the customer turns yellow (warning) and red (maximum).",
	}, func(o *Options) any { return &o.PendingResponse }},
	{Row{
		Name: NameMaxTextMessageSize, Kind: KindInteger, Default: "4096",
		Min: 1, Max: math.MaxInt32, Unit: decorum.Bytes, TakesEffect: AtNextInteraction, Rule: "TX1",
		Meaning: "The most that an outbound text may have, in bytes of its UTF-8; an emoji has several.",
	}, func(o *Options) any { return &o.MaxTextMessageSize }},
	{Row{
		Name: NameEmojisBusinessAttribute, Kind: KindName,
		Valid: "the name of a Business Attribute, or nothing", TakesEffect: AtNextInteraction, Rule: "EM1",
		Meaning: "The Business Attribute that holds the emojis on offer. Nothing, or no emojis in it: the default set.",
	}, func(o *Options) any { return &o.EmojisBusinessAttribute }},
	{Row{
		Name: NameTwoStepAttachmentUpload, Kind: KindBool, Default: "false",
		TakesEffect: AtNextInteraction, Ours: "default, takes effect", Rule: "AT3",
		Meaning: "true: a selected file is previewed and waits for Send. false: it goes at once.",
	}, func(o *Options) any { return &o.TwoStepAttachmentUpload }},

	// The transcript.
	{Row{
		Name: NameTranscriptInteractionsCount, Kind: KindInteger, Default: "1",
		Min: 1, Max: 1000, Unit: decorum.Items, TakesEffect: AtNextInteraction, Rule: "TR5",
		Meaning: "How many earlier sessions of the contact appear at opening, and further ones on each request for older messages.",
	}, func(o *Options) any { return &o.TranscriptInteractionsCount }},
	{Row{
		Name: NameShowCrossChannelMessages, Kind: KindBool, Default: "false",
		TakesEffect: AtNextInteraction, Ours: "takes effect", Rule: "TR6",
		Meaning: "true: the contact's messages from other WhatsApp channels appear, too. false: those of this channel only.",
	}, func(o *Options) any { return &o.ShowCrossChannelMessages }},
	{Row{
		Name: NameMessageDelayTimespan, Kind: KindTimespan, Default: "60",
		Min: 1, Max: maxSeconds, Unit: decorum.Seconds, TakesEffect: AtNextInteraction,
		Ours: "default, valid values, takes effect", Rule: "TR2",
		Meaning: "A message that took longer to arrive is shown as delayed: the time it was written in bold.",
	}, func(o *Options) any { return &o.MessageDelayTimespan }},
	{Row{
		Name: NameNewMessageBlinking, Kind: KindBool, Default: "true",
		TakesEffect: AtNextInteraction, Introduced: "9.1.003.04", Rule: "TR7",
		Meaning: "The interaction's bar blinks on a new incoming message.",
	}, func(o *Options) any { return &o.NewMessageBlinking }},
	{Row{
		Name: NameNewMessageBlinkingDuration, Kind: KindSeconds, Default: "0",
		Max: math.MaxInt32, Unit: decorum.Seconds, TakesEffect: AtNextInteraction, Introduced: "9.1.003.04",
		Ours: "unit", Rule: "TR7",
		Meaning: "How long the bar blinks; 0 is without end.",
	}, func(o *Options) any { return &o.NewMessageBlinkingDuration }},
	{Row{
		Name: NameFocusOnNewMessages, Kind: KindBool, Default: "true",
		TakesEffect: AtNextInteraction, Ours: "default, valid values, takes effect", Rule: "TR7",
		Meaning: "The transcript scrolls down to a new message.",
	}, func(o *Options) any { return &o.FocusOnNewMessages }},
	{Row{
		Name: NameTheme, Kind: KindTheme, Default: "Default",
		TakesEffect: AtNextInteraction, Ours: "name, default, takes effect", Rule: "TR11",
		Meaning: "The theme of icons and structured messages.",
	}, func(o *Options) any { return &o.Theme }},
	{Row{
		Name: NameTextSize, Kind: KindStyle,
		TakesEffect: AtNextInteraction, Ours: "name, default, valid values, takes effect", Rule: "TR11",
		Meaning: "The transcript's text size, in the host's own terms. Nothing: the host's own.",
	}, func(o *Options) any { return &o.TextSize }},
	{Row{
		Name: NameAgentTextColor, Kind: KindStyle,
		TakesEffect: AtNextInteraction, Ours: "name, default, valid values, takes effect", Rule: "TR11",
		Meaning: "The colour of the agent's text, in the host's own terms. Nothing: the host's own.",
	}, func(o *Options) any { return &o.Colors.AgentText }},
	{Row{
		Name: NameAgentPromptColor, Kind: KindStyle,
		TakesEffect: AtNextInteraction, Ours: "name, default, valid values, takes effect", Rule: "TR11",
		Meaning: "The colour of the agent's name and time, in the host's own terms. Nothing: the host's own.",
	}, func(o *Options) any { return &o.Colors.AgentPrompt }},
	{Row{
		Name: NameClientTextColor, Kind: KindStyle,
		TakesEffect: AtNextInteraction, Ours: "name, default, valid values, takes effect", Rule: "TR11",
		Meaning: "The colour of the customer's text, in the host's own terms. Nothing: the host's own.",
	}, func(o *Options) any { return &o.Colors.ClientText }},
	{Row{
		Name: NameClientPromptColor, Kind: KindStyle,
		TakesEffect: AtNextInteraction, Ours: "name, default, valid values, takes effect", Rule: "TR11",
		Meaning: "The colour of the customer's name and time, in the host's own terms. Nothing: the host's own.",
	}, func(o *Options) any { return &o.Colors.ClientPrompt }},
	{Row{
		Name: NameOtherAgentTextColor, Kind: KindStyle,
		TakesEffect: AtNextInteraction, Ours: "name, default, valid values, takes effect", Rule: "TR11",
		Meaning: "The colour of other agents' text, in the host's own terms. Nothing: the host's own.",
	}, func(o *Options) any { return &o.Colors.OtherAgentText }},
	{Row{
		Name: NameOtherAgentPromptColor, Kind: KindStyle,
		TakesEffect: AtNextInteraction, Ours: "name, default, valid values, takes effect", Rule: "TR11",
		Meaning: "The colour of other agents' names and times, in the host's own terms. Nothing: the host's own.",
	}, func(o *Options) any { return &o.Colors.OtherAgentPrompt }},
	{Row{
		Name: NameSystemTextColor, Kind: KindStyle,
		TakesEffect: AtNextInteraction, Ours: "name, default, valid values, takes effect", Rule: "TR11",
		Meaning: "The colour of the system's text, in the host's own terms. Nothing: the host's own.",
	}, func(o *Options) any { return &o.Colors.SystemText }},

	// Locations.
	{Row{
		Name: NameMapBrowse, Kind: KindMapURL,
		TakesEffect: AtNextInteraction, Ours: "default, takes effect", Rule: "LO2",
		Meaning: "The URL that a location opens in the system browser. Nothing: the message's own URL.",
	}, func(o *Options) any { return &o.Maps.Browse }},
	{Row{
		Name: NameMapPreview, Kind: KindMapURL,
		TakesEffect: AtNextInteraction, Ours: "default, takes effect", Rule: "LO2",
		Meaning: "The URL that answers with a location's map as an image. Nothing: no image.",
	}, func(o *Options) any { return &o.Maps.Preview }},
	{Row{
		Name: NameMapPreviewHeight, Kind: KindInteger, Default: "200",
		Min: 1, Max: location.MaxSide, Unit: decorum.Pixels, TakesEffect: AtNextInteraction,
		Ours: "default, valid values, takes effect", Rule: "LO2",
		Meaning: "The height of the map: what {HEIGHT} stands for.",
	}, func(o *Options) any { return &o.Maps.Size.Height }},
	{Row{
		Name: NameMapPreviewWidth, Kind: KindInteger, Default: "300",
		Min: 1, Max: location.MaxSide, Unit: decorum.Pixels, TakesEffect: AtNextInteraction,
		Ours: "default, valid values, takes effect", Rule: "LO2",
		Meaning: "The width of the map: what {WIDTH} stands for.",
	}, func(o *Options) any { return &o.Maps.Size.Width }},

	// Queues and workbins.
	{Row{
		Name: NameConferenceQueue, Kind: KindName, Valid: anyQueue, TakesEffect: AtNextAttempt, Rule: "IN6",
		Meaning: "The queue for a conference with a Skill or an Agent Group. Nothing: there can be none. An attempt is a request for such a conference.",
	}, func(o *Options) any { return &o.ConferenceQueue }},
	{Row{
		Name: NameOnHoldQueue, Kind: KindName, Recommended: "async-chat-return-queue", Valid: anyQueue,
		TakesEffect: AtNextAttempt, Rule: "WB4",
		Meaning: "The queue in which a session is placed on hold. Nothing: it cannot be. An attempt is to place a session on hold.",
	}, func(o *Options) any { return &o.OnHoldQueue }},
	{Row{
		Name: NameInProgressWorkbin, Kind: KindName, Recommended: "async-chat-main-workbin",
		Valid: "the name of a script of type Interaction Workbin, or nothing", TakesEffect: AtRestart, Rule: "WB4",
		Meaning: "The workbin for parked sessions. Nothing: a session cannot be parked.",
	}, func(o *Options) any { return &o.InProgressWorkbin }},

	// Outbound sessions and the automatic notification.
	{Row{
		Name: NameOutboundSessionConfig, Kind: KindJSON,
		Valid:       `a JSON object {"channels":[{"server-name":"...","channel-name":"...","business-id":"..."}]}, or nothing`,
		TakesEffect: Immediately, Rule: "OB3",
		Meaning: "The channels for sessions from other media, where the attached data have no _umsOutboundSessionConfig.",
	}, func(o *Options) any { return &o.OutboundSessionConfig }},
	{Row{
		Name: NameEnableFreeMsgTimespanMonitoring, Kind: KindBool, Default: "false",
		TakesEffect: AtNextInteraction, Ours: "default, takes effect", Rule: "OB5",
		Meaning: "Switches the automatic notification on.",
	}, func(o *Options) any { return &o.EnableFreeMsgTimespanMonitoring }},
	{Row{
		Name: NameFreeMsgTimespan, Kind: KindTimespan, Default: "86400",
		Min: 1, Max: maxSeconds, Unit: decorum.Seconds, TakesEffect: AtNextInteraction,
		Ours: "default, valid values, takes effect", Rule: "OB5",
		Meaning: "The time since the last incoming message after which only notifications go out; never more than 24 hours in effect.",
	}, func(o *Options) any { return &o.FreeMsgTimespan }},
	{Row{
		Name: NameDefaultNotificationText, Kind: KindText, Valid: "a text with {{1}} in one place, or nothing",
		TakesEffect: AtNextInteraction, Ours: "default, takes effect", Rule: "OB5",
		Meaning: "The text of the default notification: the template's own. The agent's draft takes the place of {{1}}.",
	}, func(o *Options) any { return &o.DefaultNotificationText }},
	{Row{
		Name: NameDefaultNotificationID, Kind: KindTemplateID, Valid: "namespace@element_name, element_name, or nothing",
		TakesEffect: AtNextInteraction, Ours: "default, takes effect", Rule: "OB5",
		Meaning: "The id of the default notification: the template's own.",
	}, func(o *Options) any { return &o.DefaultNotificationID }},
	{Row{
		Name: NameDefaultNotificationLanguage, Kind: KindLanguage, Valid: "a template's language code, such as en_US, or nothing",
		TakesEffect: AtNextInteraction, Ours: "default, takes effect", Rule: "OB5",
		Meaning: "The language of the default notification: the template's own.",
	}, func(o *Options) any { return &o.DefaultNotificationLanguage }},

	// The desk around it.
	{Row{
		Name: NameContactDirectoryDisplayedColumns, Kind: KindList,
		Recommended: "LastName,FirstName,PhoneNumber,EmailAddress, _msg_ProfileNickname",
		TakesEffect: AtNextInteraction, Ours: "default, takes effect", Rule: "DF",
		Meaning: "The columns of the contact directory. Nothing: the host's own.",
	}, func(o *Options) any { return &o.ContactDirectoryDisplayedColumns }},
	{Row{
		Name: NameContactDirectorySearchAttributes, Kind: KindList,
		Recommended: "LastName,FirstName,PhoneNumber,EmailAddress, _msg_ProfileNickname",
		TakesEffect: AtNextInteraction, Ours: "default, takes effect", Rule: "DF",
		Meaning: "The attributes by which the contact directory is searched. Nothing: the host's own.",
	}, func(o *Options) any { return &o.ContactDirectorySearchAttributes }},
	{Row{
		Name: NameContactDisplayedAttributes, Kind: KindList,
		Recommended: "Title,FirstName,LastName,PhoneNumber,EmailAddress, _msg_ProfileNickname",
		TakesEffect: AtNextInteraction, Ours: "default, takes effect", Rule: "DF",
		Meaning: "The attributes of a contact that are shown. Nothing: the host's own.",
	}, func(o *Options) any { return &o.ContactDisplayedAttributes }},
	{Row{
		Name: NameCaseNameFormat, Kind: KindFormat,
		Default:     "$Contact.FirstName$ $Contact.LastName$|$Interaction.MainParty$",
		Recommended: "$Contact._msg_ProfileNickname|$Contact.FirstName$ $Contact.LastName|$Interaction.MainParty$",
		TakesEffect: AtNextInteraction, Ours: "default, takes effect", Rule: "DF",
		Meaning: "The name of a case.",
	}, func(o *Options) any { return &o.CaseNameFormat }},
	{Row{
		Name: NameCustomerNameFormat, Kind: KindFormat,
		Recommended: "$Contact._msg_ProfileNickname|$Contact.FirstName$ $Contact.LastName|$Party.DisplayName$",
		TakesEffect: AtNextInteraction, Ours: "default, takes effect", Rule: "DF",
		Meaning: "The customer's name in the transcript. Nothing: the contact's name, else the profile nickname.",
	}, func(o *Options) any { return &o.CustomerNameFormat }},
	{Row{
		Name: NameInteractionWindowTitle, Kind: KindFormat,
		Default:     "($Contact.FirstName$ $Contact.LastName$|$Interaction.MainParty$) - $Interaction.Type$ - $Window.Title$",
		Recommended: "($Contact.FirstName$ $Contact.LastName$ $Interaction._msg_ProfileNickname|$Interaction.MainParty$) - $Interaction.Type$ - $Window.Title$",
		TakesEffect: AtRestart, Rule: "DF",
		Meaning: "The title of an interaction's window.",
	}, func(o *Options) any { return &o.InteractionWindowTitle }},
	{Row{
		Name: NameToastWindowTitle, Kind: KindFormat,
		Default:     "($Contact.FirstName$ $Contact.LastName$|$Interaction.MainParty$) - $Window.Title$",
		Recommended: "($Contact._msg_ProfileNickname|$Contact.FirstName$ $Contact.LastName|$Interaction.MainParty$) - $Window.Title$",
		TakesEffect: AtNextInteraction, Ours: "default, takes effect", Rule: "DF",
		Meaning: "The title of an offer.",
	}, func(o *Options) any { return &o.ToastWindowTitle }},
}
