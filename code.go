package decorum

import "slices"

// A Code says what kind of rule is broken, in lower-case words joined by
// underscores, such as "too_long". Codes are few and flat: what is too long is
// told by [Violation.Path], not by the code.
//
// A Code is also a sentinel error: errors.Is(err, decorum.TooLong) reports
// whether err holds a violation with that code that is not a mere warning.
// Codes are only ever added; none is renamed, removed or given another meaning.
//
// The zero Code is no code.
type Code string

// The codes, in the order in which they were added. New ones go to the end,
// here, in codes and in testdata/codes.golden.
const (
	// TooLong: a text measures more than Limit in Unit.
	TooLong Code = "too_long"
	// TooShort: a text measures less than Limit in Unit.
	TooShort Code = "too_short"
	// TooMany: a list has more than Limit items.
	TooMany Code = "too_many"
	// TooFew: a list has fewer than Limit items.
	TooFew Code = "too_few"
	// TooLarge: a file or a document has more than Limit bytes.
	TooLarge Code = "too_large"
	// TooDeep: values are nested more than Limit levels deep.
	TooDeep Code = "too_deep"
	// OutOfRange: a number or an instant lies beyond Limit.
	OutOfRange Code = "out_of_range"
	// Required: a value that must be there is missing or empty.
	Required Code = "required"
	// Blank: a text that must be there has no visible character.
	Blank Code = "blank"
	// InvalidUTF8: a text is not valid UTF-8; Span begins at the first bad byte.
	InvalidUTF8 Code = "invalid_utf8"
	// Malformed: a text does not follow its grammar; Span tells where.
	Malformed Code = "malformed"
	// ForbiddenCharacter: a character that may not stand in this text.
	ForbiddenCharacter Code = "forbidden_character"
	// ForbiddenSpacing: a new line, a tab or too many spaces where none may stand.
	ForbiddenSpacing Code = "forbidden_spacing"
	// Duplicate: a value that must be unique stands a second time.
	Duplicate Code = "duplicate"
	// Unknown: a name, a type or a key that this version does not know.
	Unknown Code = "unknown"
	// Unsupported: a known thing that cannot be used here.
	Unsupported Code = "unsupported"
	// Unexpected: a value that does not belong here.
	Unexpected Code = "unexpected"
	// Conflict: a value that cannot stand beside another one.
	Conflict Code = "conflict"
	// Mismatch: two values that must agree differ.
	Mismatch Code = "mismatch"
	// Truncated: the list of violations ends here, though more were found.
	// Limit is the number that the list holds, Actual the number found.
	Truncated Code = "truncated"
	// MissingPrivilege: the agent lacks the role privilege named in Want.
	MissingPrivilege Code = "missing_privilege"
	// WrongState: not possible in the present state; Want names the states.
	WrongState Code = "wrong_state"
	// WindowClosed: the 24-hour reply window is shut; only a notification may go.
	WindowClosed Code = "window_closed"
	// DefaultNotificationUnset: no usable default notification is configured.
	DefaultNotificationUnset Code = "default_notification_unset"
	// CapacityReached: the agent handles as many interactions as allowed.
	CapacityReached Code = "capacity_reached"
	// NotFound: the thing referred to is not there.
	NotFound Code = "not_found"
	// Stale: a fact was established too long ago to be relied on.
	Stale Code = "stale"
	// Deprecated is for what works for now, but should no longer be used.
	Deprecated Code = "deprecated"
	// Insecure: works, but without protection, such as http where https is meant.
	Insecure Code = "insecure"
	// Unsafe: could harm whoever opens it, such as an executable file.
	Unsafe Code = "unsafe"
	// TypeNotAllowed: a file type that may not be sent here.
	TypeNotAllowed Code = "type_not_allowed"
	// UnknownCountryCode: no country has the calling code of this number.
	UnknownCountryCode Code = "unknown_country_code"
	// NotInPlan: a number that its country's numbering plan does not have.
	NotInPlan Code = "not_in_plan"
	// Ambiguous: could mean more than one thing.
	Ambiguous Code = "ambiguous"
	// Disabled: switched off, or not configured.
	Disabled Code = "disabled"
	// OutOfOrder: stands before or after something that must come first or last.
	OutOfOrder Code = "out_of_order"
	// Gap: a number is left out of a sequence that must have none missing.
	Gap Code = "gap"
	// Adjacent: two things touch that must be apart.
	Adjacent Code = "adjacent"
	// AtEdge: stands first or last where it must not.
	AtEdge Code = "at_edge"
	// Misleading: looks like something that it is not.
	Misleading Code = "misleading"
	// NotApproved: a message template that WhatsApp does not let through now.
	NotApproved Code = "not_approved"
	// OptedOut: the contact does not want messages of this kind.
	OptedOut Code = "opted_out"
	// TooOld: a version or an instant lies before the earliest that is accepted.
	TooOld Code = "too_old"
	// Recommended: works, but another value is recommended.
	Recommended Code = "recommended"
	// NotReady: the agent is not logged in, or not ready for this medium.
	NotReady Code = "not_ready"
	// WrongType: a value of another kind than the one that belongs there, such
	// as a JSON number where Want says "a string".
	WrongType Code = "wrong_type"
)

var codes = [...]Code{
	TooLong, TooShort, TooMany, TooFew, TooLarge, TooDeep, OutOfRange,
	Required, Blank, InvalidUTF8, Malformed, ForbiddenCharacter,
	ForbiddenSpacing, Duplicate, Unknown, Unsupported, Unexpected, Conflict,
	Mismatch, Truncated, MissingPrivilege, WrongState, WindowClosed,
	DefaultNotificationUnset, CapacityReached, NotFound, Stale, Deprecated,
	Insecure, Unsafe, TypeNotAllowed, UnknownCountryCode, NotInPlan, Ambiguous,
	Disabled, OutOfOrder, Gap, Adjacent, AtEdge, Misleading, NotApproved,
	OptedOut, TooOld, Recommended, NotReady, WrongType,
}

// Codes returns every code of this version, in the order in which they were
// added. The slice is the caller's own.
func Codes() []Code { return slices.Clone(codes[:]) }

// Error returns the code itself. It makes a Code usable as the target of
// errors.Is.
func (c Code) Error() string { return string(c) }

// Known reports whether this version of the library has the code. A violation
// read from JSON may carry a code that a later version added.
func (c Code) Known() bool { return slices.Contains(codes[:], c) }

// wellFormed reports whether c has the shape of a code: 1 to 64 bytes of a-z,
// 0-9 and underscores, a letter first.
func (c Code) wellFormed() bool {
	if len(c) == 0 || len(c) > 64 || c[0] < 'a' || c[0] > 'z' {
		return false
	}
	for i := range len(c) {
		b := c[i]
		if (b < 'a' || b > 'z') && (b < '0' || b > '9') && b != '_' {
			return false
		}
	}
	return true
}
