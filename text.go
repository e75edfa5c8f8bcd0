package decorum

import "strconv"

// english is the fixed text of each code, told as what to do. A text is used
// where the violation has no measure; measured ones say how much and how far.
func (c Code) english() string {
	switch c {
	case TooLong:
		return "too long; shorten it"
	case TooShort:
		return "too short; lengthen it"
	case TooMany:
		return "too many; take some away"
	case TooFew:
		return "too few; add some"
	case TooLarge:
		return "too large; make it smaller"
	case TooDeep:
		return "nested too deeply; flatten it"
	case OutOfRange:
		return "out of range"
	case Required:
		return "missing; give a value"
	case Blank:
		return "nothing to be seen; write something visible"
	case InvalidUTF8:
		return "not valid UTF-8; encode it anew"
	case Malformed:
		return "not well-formed"
	case ForbiddenCharacter:
		return "holds a character that may not stand here; remove it"
	case ForbiddenSpacing:
		return "holds a new line, a tab or more than four spaces in a row; use single spaces"
	case Duplicate:
		return "stands a second time; make it unique"
	case Unknown:
		return "not known"
	case Unsupported:
		return "not supported here"
	case Unexpected:
		return "does not belong here; remove it"
	case Conflict:
		return "cannot stand beside another value given; remove one of them"
	case Mismatch:
		return "does not agree with another value; make them agree"
	case Truncated:
		return "more was found than is listed; mend these first"
	case MissingPrivilege:
		return "the agent lacks a privilege"
	case WrongState:
		return "not possible in the present state"
	case WindowClosed:
		return "the 24-hour reply window is closed; send a notification"
	case DefaultNotificationUnset:
		return "no default notification is configured; set its text, id and language"
	case CapacityReached:
		return "the agent has no room left"
	case NotFound:
		return "refers to something that is not there"
	case Stale:
		return "was established too long ago; check again"
	case Deprecated:
		return "deprecated; do not rely on it"
	case Insecure:
		return "not protected; use https"
	case Unsafe:
		return "could do harm when opened; do not send or open it"
	case TypeNotAllowed:
		return "a file type that may not be sent here"
	case UnknownCountryCode:
		return "begins with no country's calling code; check the digits after the plus"
	case NotInPlan:
		return "not in its country's numbering plan; check the digits"
	case Ambiguous:
		return "could mean more than one thing; be specific"
	case Disabled:
		return "switched off or not configured"
	case OutOfOrder:
		return "stands in the wrong order"
	case Gap:
		return "leaves out a number; count on without a gap"
	case Adjacent:
		return "touches its neighbour; put text between them"
	case AtEdge:
		return "stands at the very beginning or end; put text around it"
	case Misleading:
		return "looks like something that it is not; check it"
	case NotApproved:
		return "this template is not approved for sending now"
	case OptedOut:
		return "the contact does not want messages of this kind"
	case TooOld:
		return "too old"
	case Recommended:
		return "works, but another value is recommended"
	case NotReady:
		return "the agent is not ready for this medium"
	case WrongType:
		return "of another kind than the one that belongs here; give that kind"
	}
	return "breaks a rule that this version does not know"
}

// appendText appends what String says after the path.
func (v Violation) appendText(dst []byte) []byte {
	switch {
	case v.Unit.known() && v.Code == Truncated:
		dst = append(dst, count(v.Actual, "violation")...)
		dst = append(dst, " found, "...)
		dst = strconv.AppendInt(dst, v.Limit, 10)
		dst = append(dst, " listed; mend these first"...)
	case v.Unit.known():
		dst = appendMeasure(dst, v.Actual, v.Unit)
		if v.Actual > v.Limit {
			dst = append(dst, ", at most "...)
		} else {
			dst = append(dst, ", at least "...)
		}
		dst = strconv.AppendInt(dst, v.Limit, 10)
		if !v.Code.measures() {
			dst = append(append(dst, ": "...), v.Code.english()...)
		}
	default:
		dst = append(dst, v.Code.english()...)
	}
	if v.Span != (Span{}) {
		dst = append(dst, " (at byte "...)
		dst = strconv.AppendInt(dst, int64(v.Span.Start), 10)
		dst = append(dst, ')')
	}
	if plainText(v.Want) {
		dst = append(append(dst, "; want "...), v.Want...)
	}
	return dst
}

// measures reports whether the measure alone tells what to do.
func (c Code) measures() bool {
	switch c {
	case TooLong, TooShort, TooMany, TooFew, TooLarge, TooDeep, OutOfRange:
		return true
	default:
		return false
	}
}

func appendMeasure(dst []byte, n int64, u Unit) []byte {
	dst = append(strconv.AppendInt(dst, n, 10), ' ')
	if n == 1 {
		return append(dst, unitNames[u].one...)
	}
	return append(dst, unitNames[u].many...)
}

// count returns "1 noun" or "n nouns".
func count(n int64, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return strconv.FormatInt(n, 10) + " " + noun + "s"
}

// plainText reports whether a text has 1 to 512 bytes of printable ASCII: the
// only texts that may stand in an error's own text.
func plainText(s string) bool {
	if s == "" || len(s) > 512 {
		return false
	}
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' {
			return false
		}
	}
	return true
}
