package option

// Section is the section of the configuration that holds the options.
const Section = "interaction-workspace"

// The names of the options, as they stand in the section.
const (
	NameEmojisBusinessAttribute     = "whatsappsession.emojis-business-attribute"
	NamePendingResponse             = "whatsappsession.pending-response-to-customer"
	NameNewMessageBlinking          = "whatsappsession.new-message-blinking"
	NameNewMessageBlinkingDuration  = "whatsappsession.new-message-blinking-duration"
	NameFocusOnNewMessages          = "whatsappsession.focus-on-new-messages"
	NameMaxTextMessageSize          = "whatsappsession.max-text-message-size"
	NameTranscriptInteractionsCount = "whatsappsession.transcript-interactions-count"
	NameShowCrossChannelMessages    = "whatsappsession.show-cross-channel-messages"
	NameMessageDelayTimespan        = "whatsappsession.message-delay-timespan"
	NameTwoStepAttachmentUpload     = "whatsappsession.two-step-attachment-upload"

	NameConferenceQueue       = "intercommunication.whatsappsession.queue"
	NameOnHoldQueue           = "whatsappsession.on-hold-queue"
	NameInProgressWorkbin     = "workbin.whatsappsession.in-progress"
	NameOutboundSessionConfig = "whatsappsession.outbound-session-config"

	NameEnableFreeMsgTimespanMonitoring = "whatsappsession.enable-free-msg-timespan-monitoring"
	NameFreeMsgTimespan                 = "whatsappsession.free-msg-timespan"
	NameDefaultNotificationText         = "whatsappsession.default-notification-text"
	NameDefaultNotificationID           = "whatsappsession.default-notification-id"
	NameDefaultNotificationLanguage     = "whatsappsession.default-notification-language"

	NameMapBrowse        = "whatsappsession.location-map.browse.query"
	NameMapPreview       = "whatsappsession.location-map.preview.query"
	NameMapPreviewHeight = "whatsappsession.location-map.preview.height"
	NameMapPreviewWidth  = "whatsappsession.location-map.preview.width"

	NameContactDirectoryDisplayedColumns = "contact.directory-displayed-columns"
	NameContactDirectorySearchAttributes = "contact.directory-search-attributes"
	NameContactDisplayedAttributes       = "contact.displayed-attributes"
	NameCaseNameFormat                   = "display-format.case-name-format"
	NameCustomerNameFormat               = "display-format.customer-name-format"
	NameInteractionWindowTitle           = "interaction.window-title"
	NameToastWindowTitle                 = "toast.window-title"

	NameTheme                 = "whatsappsession.theme"
	NameTextSize              = "whatsappsession.text-size"
	NameAgentTextColor        = "whatsappsession.agent.text-color"
	NameAgentPromptColor      = "whatsappsession.agent.prompt-color"
	NameClientTextColor       = "whatsappsession.client.text-color"
	NameClientPromptColor     = "whatsappsession.client.prompt-color"
	NameOtherAgentTextColor   = "whatsappsession.other-agent.text-color"
	NameOtherAgentPromptColor = "whatsappsession.other-agent.prompt-color"
	NameSystemTextColor       = "whatsappsession.system.text-color"
)

// rows is how many options there are.
const rows = 39

// prefix begins the names that are the plug-in's alone: whatever follows it is
// an option of the plug-in or a mistake.
const prefix = "whatsappsession."

// sharedPrefixes begin names that the desk makes for every medium, of which the
// plug-in has some: what follows may be another option of the desk's.
var sharedPrefixes = [...]string{"intercommunication." + prefix, "workbin." + prefix}
