package message

import "github.com/decorum-go/decorum"

// advices is sorted by code; ranges do not overlap. The sources are Meta's page
// of error codes (November 2025), its 2026 pages for 131062, and the errors that
// its servers return for 131030 and 132018.
var advices = [...]Advice{
	{
		0, 0, "Not signed in", "WhatsApp does not accept the access token of this program.",
		"Get a new access token and configure it.", RetryMended, AdministratorActs, "",
	},
	{
		1, 0, "Unknown fault at Meta", "WhatsApp failed for a reason that it does not tell, or the request was wrong.",
		"Send again later. If it goes on, compare the request with Meta's reference and look at Meta's status page.", RetryLater, "", "",
	},
	{
		2, 0, "Service down", "WhatsApp is down or overloaded for now.",
		"Send again later. Meta's status page tells of interruptions.", RetryLater, "", "",
	},
	{
		3, 0, "Not allowed to call", "This program lacks the capability or the permission for what it asked.",
		"Give the app the permission in Meta's developer console.", RetryMended, AdministratorActs, "",
	},
	{
		4, 0, "Too many calls by the app", "The app has made more calls than it may in this hour.",
		"Send again later, and less often.", RetryLater, DeveloperActs, "",
	},
	{
		10, 0, "Permission denied", "The permission was not granted, or was taken away.",
		"Grant the app the permission for this WhatsApp account.", RetryMended, AdministratorActs, "",
	},
	{
		33, 0, "Number no longer there", "The business's phone number that the request names was deleted, or another id is wrong.",
		"Check the id of the phone number in the configuration.", RetryNever, AdministratorActs, decorum.NotFound,
	},
	{
		100, 0, "Invalid parameter", "The request has a member that WhatsApp does not know, is misspelled or is too long.",
		"Mend the request; the details name the member.", RetryNever, DeveloperActs, decorum.Malformed,
	},
	{
		190, 0, "Access token expired", "The access token is no longer valid.",
		"Get a new access token and configure it.", RetryMended, AdministratorActs, "",
	},
	{
		200, 299, "Permission denied", "The permission was not granted, or was taken away.",
		"Grant the app the permission for this WhatsApp account.", RetryMended, AdministratorActs, "",
	},
	{
		368, 0, "Blocked for a time", "The business's WhatsApp account is blocked because it broke a policy.",
		"Stop sending. See in WhatsApp Manager which policy and for how long.", RetryMended, AdministratorActs, "",
	},
	{
		470, 0, "Reply window closed", "More than 24 hours have passed since the customer last wrote. This is the older code of 131047.",
		"Send a notification instead; once the customer answers, any message may go.", RetryNever, AgentActs, decorum.WindowClosed,
	},
	{
		80007, 0, "Too many calls by the account", "The WhatsApp account has made more calls than it may.",
		"Send again later, and less often.", RetryLater, DeveloperActs, "",
	},
	{
		130429, 0, "Sent too fast", "The number sends more messages a second than it may.",
		"Send again later, with pauses between messages.", RetryLater, DeveloperActs, "",
	},
	{
		130472, 0, "Held back by an experiment", "Meta keeps this marketing message from the contact as part of an experiment.",
		"Do not send it again. Reach the contact another way, or wait until they write.", RetryNever, AgentActs, "",
	},
	{
		130497, 0, "Country not allowed", "The business may not send messages to people in this country.",
		"Stop sending to this country. Meta's policy says which goods are restricted where.", RetryNever, AdministratorActs, "",
	},
	{
		130501, 0, "Kind of message not supported", "WhatsApp does not pass on messages of this kind.",
		"Ask the contact to send it in another form.", RetryNever, AgentActs, decorum.Unsupported,
	},
	{
		131000, 0, "Something went wrong at Meta", "The message was not sent because of an unknown fault.",
		"Send again later. If it goes on, ask Meta's support.", RetryLater, "", "",
	},
	{
		131005, 0, "Access denied", "The permission was not granted, or was taken away.",
		"Grant the app the permission for this WhatsApp account.", RetryMended, AdministratorActs, "",
	},
	{
		131008, 0, "Something is missing", "The request lacks something that must be there, such as the value of a button.",
		"Add what the details name, and send that.", RetryNever, DeveloperActs, decorum.Required,
	},
	{
		131009, 0, "A value is not valid", "A value in the request is not one that WhatsApp takes, such as a title that is too long.",
		"Mend the value that the details name. For a reaction, choose a message of the last 30 days.", RetryNever, DeveloperActs, decorum.Malformed,
	},
	{
		131016, 0, "Service not available", "WhatsApp is not available for now.",
		"Send again later. Meta's status page tells of interruptions.", RetryLater, "", "",
	},
	{
		131021, 0, "Sent to itself", "The recipient is the sending number itself.",
		"Choose another recipient.", RetryNever, AgentActs, decorum.Conflict,
	},
	{
		131026, 0, "Cannot be delivered", "The number may have no WhatsApp, an old version of it, or its owner has not accepted WhatsApp's terms.",
		"Reach the contact another way, and ask them to update WhatsApp.", RetryNever, AgentActs, "",
	},
	{
		131030, 0, "Recipient not on the test list", "A test number writes to the numbers on its list alone.",
		"Add the recipient to the list in Meta's developer console, or send from a real number.", RetryMended, AdministratorActs, "",
	},
	{
		131031, 0, "Account locked", "The business's WhatsApp account is locked or restricted because it broke a policy, or the data in the request could not be verified.",
		"Stop sending. See in WhatsApp Manager which policy was broken, and appeal there.", RetryMended, AdministratorActs, "",
	},
	{
		131035, 0, "Not kept long enough", "A webhook could not be delivered while the message was still kept.",
		"The content is gone. Ask the contact to send it again, and see why webhooks are not received.", RetryNever, DeveloperActs, decorum.Stale,
	},
	{
		131036, 0, "Not on all devices", "The message did not reach one of the contact's devices at least, for it is no longer kept.",
		"Send it once more if it matters.", RetryNever, AgentActs, decorum.Stale,
	},
	{
		131037, 0, "Display name not approved", "The name of the business's number is not approved yet.",
		"Have the display name approved in WhatsApp Manager.", RetryMended, AdministratorActs, "",
	},
	{
		131042, 0, "Payment needed", "The business's way of paying is missing or does not work.",
		"Put the payment in order in WhatsApp Manager.", RetryMended, AdministratorActs, "",
	},
	{
		131045, 0, "Number not registered", "The message failed because the number's registration or certificate is not right.",
		"Register the number again.", RetryMended, AdministratorActs, "",
	},
	{
		131047, 0, "Reply window closed", "More than 24 hours have passed since the customer last wrote.",
		"Send a notification instead; once the customer answers, any message may go.", RetryNever, AgentActs, decorum.WindowClosed,
	},
	{
		131048, 0, "Reported as spam", "The number may send less for now, because earlier messages were blocked or marked as spam.",
		"Pause. Look at the number's quality in WhatsApp Manager.", RetryLater, AdministratorActs, "",
	},
	{
		131049, 0, "Held back by Meta", "Meta did not deliver this marketing message, to keep the contact from getting too many.",
		"Do not send it again at once. Wait until the customer writes, or for another campaign.", RetryNever, AgentActs, "",
	},
	{
		131050, 0, "Marketing not wanted", "The customer has stopped marketing messages from this business.",
		"Do not send marketing messages to this customer.", RetryNever, AgentActs, decorum.OptedOut,
	},
	{
		131051, 0, "Kind of message not supported", "WhatsApp does not support this kind of message here.",
		"Send another kind. If it came in, ask the contact to send it in another form.", RetryNever, AgentActs, decorum.Unsupported,
	},
	{
		131052, 0, "File not downloaded", "WhatsApp could not fetch the file that the customer sent; it may be too large.",
		"Ask the customer to send the file again, or another way.", RetryNever, AgentActs, "",
	},
	{
		131053, 0, "File not uploaded", "WhatsApp could not take the file: its type or size is not allowed, or its link does not work.",
		"Check the type, the size and the link of the file, and send another one.", RetryNever, AgentActs, decorum.TypeNotAllowed,
	},
	{
		131055, 0, "Not by this method", "This way of sending takes only marketing templates.",
		"Send the message by the ordinary way.", RetryNever, DeveloperActs, decorum.Unsupported,
	},
	{
		131056, 0, "Too many to one contact", "Too many messages went to the same contact in a short time.",
		"Send again later, with pauses of at least six seconds.", RetryLater, "", "",
	},
	{
		131057, 0, "Account in maintenance", "The business's WhatsApp account is being moved or maintained.",
		"Send again later.", RetryLater, "", "",
	},
	{
		131062, 0, "Phone number needed", "Messages with a one-time code cannot be sent to a user id alone.",
		"Send to the customer's phone number; ask for it if it is not known.", RetryNever, AgentActs, decorum.Unsupported,
	},
	{
		132000, 0, "Wrong number of values", "The notification has more or fewer values than its template has places.",
		"Give one value for each place.", RetryNever, DeveloperActs, decorum.Mismatch,
	},
	{
		132001, 0, "Template not found", "There is no approved template of this name in this language.",
		"Check name and language, and whether the template is approved.", RetryNever, AdministratorActs, decorum.NotFound,
	},
	{
		132005, 0, "Text too long", "The template's text is too long with the values put in.",
		"Shorten the values.", RetryNever, AgentActs, decorum.TooLong,
	},
	{
		132007, 0, "Against the policy", "The template's content breaks WhatsApp's rules for characters and formats.",
		"Reword the content.", RetryNever, AgentActs, decorum.ForbiddenCharacter,
	},
	{
		132012, 0, "Values of another kind", "A value is of another kind than the template has there, such as no image where one belongs.",
		"Give values of the kind that the template has.", RetryNever, DeveloperActs, decorum.Mismatch,
	},
	{
		132015, 0, "Template paused", "WhatsApp has paused the template because of its low quality.",
		"Wait until the pause is over, or send another template. Edit the template to better it.", RetryMended, AdministratorActs, decorum.NotApproved,
	},
	{
		132016, 0, "Template disabled", "The template was paused too often and is now disabled for good.",
		"Create a new template with other content.", RetryNever, AdministratorActs, decorum.NotApproved,
	},
	{
		132018, 0, "A value does not fit", "A value of the notification has a new line, a tab or more than four spaces in a row, or is too long.",
		"Write the value in one line with single spaces, and keep it short.", RetryNever, AgentActs, decorum.ForbiddenSpacing,
	},
	{
		132068, 0, "Form blocked", "The flow that the message opens is blocked.",
		"Mend the flow in WhatsApp Manager.", RetryMended, AdministratorActs, decorum.Disabled,
	},
	{
		132069, 0, "Form slowed down", "The flow that the message opens is slowed down; ten messages in an hour were sent with it already.",
		"Mend the flow in WhatsApp Manager, or send again in an hour.", RetryLater, AdministratorActs, "",
	},
	{
		133000, 133015, "Number not registered", "The number's registration, its PIN or its two-step verification is not in order.",
		"Put the number's registration in order in WhatsApp Manager.", RetryMended, AdministratorActs, "",
	},
	{
		133016, 0, "Registered too often", "The number was registered and deregistered too often.",
		"Wait, then register it again.", RetryLater, AdministratorActs, "",
	},
	{
		134011, 0, "Payment terms not accepted", "The terms of WhatsApp Payments are not accepted.",
		"Accept the terms of payment in WhatsApp Manager.", RetryMended, AdministratorActs, "",
	},
	{
		134100, 0, "Marketing templates only", "This way of sending takes only marketing templates.",
		"Send the message by the ordinary way.", RetryNever, DeveloperActs, decorum.Unsupported,
	},
	{
		134101, 0, "Template not ready yet", "The template is still being made ready for this way of sending.",
		"Send again later.", RetryLater, "", "",
	},
	{
		134102, 0, "Template not available here", "The template cannot be sent in this way.",
		"Send the message by the ordinary way.", RetryNever, DeveloperActs, decorum.NotApproved,
	},
	{
		135000, 0, "Fault in the request", "WhatsApp failed because of something in the request that it does not tell.",
		"Compare the request with Meta's reference, and mend it.", RetryNever, DeveloperActs, "",
	},
	{
		136024, 0, "Code not sent", "The code that proves who owns the number could not be sent.",
		"Ask for the code again later.", RetryLater, AdministratorActs, "",
	},
	{
		136025, 0, "Code not right", "The code that proves who owns the number was not right.",
		"Enter the right code.", RetryNever, AdministratorActs, decorum.Mismatch,
	},
	{
		139102, 0, "List of the blocked changed", "The list of blocked users changed while it was read.",
		"Read it again from its beginning.", RetryLater, "", "",
	},
	{
		2388019, 0, "Too many templates", "The WhatsApp account has as many templates as it may have.",
		"Delete templates that are no longer used.", RetryMended, AdministratorActs, decorum.TooMany,
	},
	{
		2388040, 0, "Text of a template too long", "A part of the template has more characters than it may.",
		"Shorten it.", RetryNever, AdministratorActs, decorum.TooLong,
	},
	{
		2388047, 0, "Header of a template not right", "The template's header has something that is not allowed there.",
		"Take new lines, emoji, asterisks and surplus variables out of the header.", RetryNever, AdministratorActs, decorum.Malformed,
	},
	{
		2388072, 0, "Body of a template not right", "The template's body has something that is not allowed there.",
		"Mend the variables and the format of the body.", RetryNever, AdministratorActs, decorum.Malformed,
	},
	{
		2388073, 0, "Footer of a template not right", "The template's footer has something that is not allowed there.",
		"Take variables, new lines and emoji out of the footer.", RetryNever, AdministratorActs, decorum.Malformed,
	},
	{
		2388293, 0, "Too many variables for the text", "The template's text has too few words for its variables.",
		"Write more text, or take variables out.", RetryNever, AdministratorActs, decorum.TooFew,
	},
	{
		2388299, 0, "Variable at the edge", "The template's body begins or ends with a variable.",
		"Put words before the first variable and after the last one.", RetryNever, AdministratorActs, decorum.AtEdge,
	},
}
