package phone

import (
	"unicode/utf8"

	"github.com/decorum-go/decorum"
)

// A reason is why an input is no number. The zero reason: it is one.
type reason uint8

const (
	fine reason = iota
	noDigit
	overlong
	notUTF8
	letter
	extension
	parameter
	control
	bidi
	symbol
	strayPlus
	tooFew
	noPlus
	unknownCode
	noRegion
	shortNational
	longNational
	unstable
)

// A fault is a reason and where it stands in the input, in bytes; the zero
// span: everywhere. An unknown calling code begins at the digit start.
type fault struct {
	why        reason
	start, end int
	actual     int
}

// codeSpan returns where the digits of a calling code stand in s, three at most,
// the first of which is digit number first of s.
func codeSpan(s string, first int) decorum.Span {
	var at decorum.Span
	n := 0
	for i, r := range s {
		if _, ok := digit(r); !ok {
			continue
		}
		if n == first {
			at.Start = i
		}
		if n >= first && n < first+3 {
			at.End = i + utf8.RuneLen(r)
		}
		n++
	}
	return at
}

// The calling code with the fewest digits and the shortest national number.
const minInternational = 1 + minNational

// err returns the fault of the input s as an error.
func (f fault) err(s string) error {
	v := decorum.Violation{
		Severity: decorum.SeverityError,
		Span:     decorum.Span{Start: f.start, End: f.end},
	}
	switch f.why {
	case noDigit:
		v.Code = decorum.Required
	case overlong:
		v.Code, v.Unit, v.Limit, v.Actual = decorum.TooLong, decorum.Bytes, MaxInput, int64(f.actual)
	case notUTF8:
		v.Code = decorum.InvalidUTF8
	case letter:
		v.Code, v.Want = decorum.ForbiddenCharacter, "digits, not letters"
	case extension:
		v.Code, v.Want = decorum.Unsupported, "a number without extension"
	case parameter:
		v.Code, v.Want = decorum.Unsupported, "a number without parameters"
	case control:
		v.Code, v.Want = decorum.ForbiddenCharacter, "no control characters"
	case bidi:
		v.Code, v.Want = decorum.ForbiddenCharacter, "no marks of writing direction"
	case symbol:
		v.Code, v.Want = decorum.ForbiddenCharacter, "digits and separators"
	case strayPlus:
		v.Code, v.Want = decorum.Malformed, "a plus in front only"
	case tooFew:
		v.Code, v.Unit, v.Limit, v.Actual = decorum.TooShort, decorum.Digits, minInternational, int64(f.actual)
	case noPlus:
		v.Code, v.Want = decorum.Malformed, "a plus and the country calling code in front"
	case unknownCode:
		v.Code, v.Span = decorum.UnknownCountryCode, codeSpan(s, f.start)
	case noRegion:
		v.Code, v.Want = decorum.Unknown, "a region of ISO 3166-1 in capital letters"
	case shortNational:
		v.Code, v.Unit, v.Limit, v.Actual = decorum.TooShort, decorum.Digits, minNational, int64(f.actual)
	case longNational:
		v.Code, v.Unit, v.Limit, v.Actual = decorum.TooLong, decorum.Digits, maxNational, int64(f.actual)
	default: // unstable
		v.Code, v.Want = decorum.Ambiguous, "one national prefix at most"
	}
	return v.Err()
}
