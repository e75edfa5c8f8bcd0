package localize

import (
	"golang.org/x/text/language"

	"github.com/decorum-go/decorum"
)

// English says what the root's own text says; it is what the other languages are
// translated from.
var english = catalogue{
	code:   "en",
	script: "Latn",
	tag:    func() language.Tag { return language.English },

	place:   "{place}: {text}",
	warning: "warning: {text}",
	atMost:  "{measure}, at most {limit}",
	atLeast: "{measure}, at least {limit}",
	advice:  "{measure}: {text}",
	span:    "{text} (at byte {n})",
	want:    "{text}; want {want}",

	found: forms{
		one:   "{n} violation found, {limit} listed; mend these first",
		other: "{n} violations found, {limit} listed; mend these first",
	},
	moreErrors: forms{
		one:   "{text} (and {n} more error)",
		other: "{text} (and {n} more errors)",
	},
	moreWarnings: forms{
		one:   "{text} (and {n} warning)",
		other: "{text} (and {n} warnings)",
	},

	minus: "minus {text}",
	pair:  "{larger} {smaller}",
	days:  forms{one: "{n} day", other: "{n} days"},
	hours: forms{one: "{n} hour", other: "{n} hours"},
	mins:  forms{one: "{n} minute", other: "{n} minutes"},
	sizes: [6]string{"{n} KB", "{n} MB", "{n} GB", "{n} TB", "{n} PB", "{n} EB"},

	units: [unitCount]forms{
		decorum.CodePoints:   {one: "{n} code point", other: "{n} code points"},
		decorum.UTF16Units:   {one: "{n} UTF-16 unit", other: "{n} UTF-16 units"},
		decorum.Graphemes:    {one: "{n} grapheme", other: "{n} graphemes"},
		decorum.Bytes:        {one: "{n} byte", other: "{n} bytes"},
		decorum.Items:        {one: "{n} item", other: "{n} items"},
		decorum.Digits:       {one: "{n} digit", other: "{n} digits"},
		decorum.Lines:        {one: "{n} line", other: "{n} lines"},
		decorum.Levels:       {one: "{n} level", other: "{n} levels"},
		decorum.Seconds:      {one: "{n} second", other: "{n} seconds"},
		decorum.Pixels:       {one: "{n} pixel", other: "{n} pixels"},
		decorum.MicroDegrees: {one: "{n} microdegree", other: "{n} microdegrees"},
		decorum.Words:        {one: "{n} word", other: "{n} words"},
	},
	codes: []codeText{
		{decorum.TooLong, "too long; shorten it"},
		{decorum.TooShort, "too short; lengthen it"},
		{decorum.TooMany, "too many; take some away"},
		{decorum.TooFew, "too few; add some"},
		{decorum.TooLarge, "too large; make it smaller"},
		{decorum.TooDeep, "nested too deeply; flatten it"},
		{decorum.OutOfRange, "out of range"},
		{decorum.Required, "missing; give a value"},
		{decorum.Blank, "nothing to be seen; write something visible"},
		{decorum.InvalidUTF8, "not valid UTF-8; encode it anew"},
		{decorum.Malformed, "not well-formed"},
		{decorum.ForbiddenCharacter, "holds a character that may not stand here; remove it"},
		{decorum.ForbiddenSpacing, "holds a new line, a tab or more than four spaces in a row; use single spaces"},
		{decorum.Duplicate, "stands a second time; make it unique"},
		{decorum.Unknown, "not known"},
		{decorum.Unsupported, "not supported here"},
		{decorum.Unexpected, "does not belong here; remove it"},
		{decorum.Conflict, "cannot stand beside another value given; remove one of them"},
		{decorum.Mismatch, "does not agree with another value; make them agree"},
		{decorum.Truncated, "more was found than is listed; mend these first"},
		{decorum.MissingPrivilege, "the agent lacks a privilege"},
		{decorum.WrongState, "not possible in the present state"},
		{decorum.WindowClosed, "the 24-hour reply window is closed; send a notification"},
		{decorum.DefaultNotificationUnset, "no default notification is configured; set its text, id and language"},
		{decorum.CapacityReached, "the agent has no room left"},
		{decorum.NotFound, "refers to something that is not there"},
		{decorum.Stale, "was established too long ago; check again"},
		{decorum.Deprecated, "deprecated; do not rely on it"},
		{decorum.Insecure, "not protected; use https"},
		{decorum.Unsafe, "could do harm when opened; do not send or open it"},
		{decorum.TypeNotAllowed, "a file type that may not be sent here"},
		{decorum.UnknownCountryCode, "begins with no country's calling code; check the digits after the plus"},
		{decorum.NotInPlan, "not in its country's numbering plan; check the digits"},
		{decorum.Ambiguous, "could mean more than one thing; be specific"},
		{decorum.Disabled, "switched off or not configured"},
		{decorum.OutOfOrder, "stands in the wrong order"},
		{decorum.Gap, "leaves out a number; count on without a gap"},
		{decorum.Adjacent, "touches its neighbour; put text between them"},
		{decorum.AtEdge, "stands at the very beginning or end; put text around it"},
		{decorum.Misleading, "looks like something that it is not; check it"},
		{decorum.NotApproved, "this template is not approved for sending now"},
		{decorum.OptedOut, "the contact does not want messages of this kind"},
		{decorum.TooOld, "too old"},
		{decorum.Recommended, "works, but another value is recommended"},
		{decorum.NotReady, "the agent is not ready for this medium"},
		{decorum.WrongType, "of another kind than the one that belongs here; give that kind"},
	},
	other: "breaks a rule that this version does not know",
}
