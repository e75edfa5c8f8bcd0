package identity

import (
	"strconv"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/phone"
)

// A WhatsAppID is the id of an account as WhatsApp reports it: 7 to 15 digits,
// the first of them not 0, without a plus. It is what it was reported as: two
// ids of one subscriber may differ (see [SameSubscriber]). It can be compared
// with == and used as the key of a map.
//
// The zero WhatsAppID is nobody's. Its text is empty.
type WhatsAppID struct {
	// digits as a number: there are at most 15, and the first is not 0.
	digits uint64
}

const (
	minDigits = 7
	maxDigits = 15
)

// ParseWhatsAppID reads the id of an account: 7 to 15 ASCII digits, the first of
// them not 0, with or without a plus in front (guide OB3). Nothing is translated
// and no numbering plan is asked. An error holds one violation: Required,
// ForbiddenCharacter (at the span), Malformed (a 0 first), TooShort or TooLong in
// digits.
func ParseWhatsAppID(s string) (WhatsAppID, error) {
	fault := func(v decorum.Violation) (WhatsAppID, error) {
		v.Severity = decorum.SeverityError
		return WhatsAppID{}, v.Err()
	}
	start := 0
	if s != "" && s[0] == '+' {
		start = 1
	}
	if start == len(s) {
		return fault(decorum.Violation{Code: decorum.Required})
	}
	n := uint64(0)
	for i := start; i < len(s); i++ {
		c := s[i]
		switch {
		case c < '0' || c > '9':
			return fault(decorum.Violation{
				Code: decorum.ForbiddenCharacter, Span: decorum.Span{Start: i, End: i + 1}, Want: "digits",
			})
		case i == start && c == '0':
			return fault(decorum.Violation{
				Code: decorum.Malformed, Span: decorum.Span{Start: i, End: i + 1}, Want: "a country calling code first",
			})
		case i-start < maxDigits:
			n = n*10 + uint64(c-'0')
		}
	}
	length := decorum.Violation{Actual: int64(len(s) - start), Unit: decorum.Digits}
	switch {
	case len(s)-start < minDigits:
		length.Code, length.Limit = decorum.TooShort, minDigits
		return fault(length)
	case len(s)-start > maxDigits:
		length.Code, length.Limit = decorum.TooLong, maxDigits
		return fault(length)
	}
	return WhatsAppID{n}, nil
}

// MustParseWhatsAppID returns what ParseWhatsAppID returns and panics on an
// error. It is for ids written in a program.
func MustParseWhatsAppID(s string) WhatsAppID {
	id, err := ParseWhatsAppID(s)
	if err != nil {
		panic(err)
	}
	return id
}

// WhatsAppIDOf returns the id that has exactly the digits of a number, and
// whether there is one: a few numbers are too short or too long.
func WhatsAppIDOf(n phone.Number) (WhatsAppID, bool) {
	id, err := ParseWhatsAppID(n.String())
	return id, err == nil
}

// IsZero reports whether the id is nobody's.
func (id WhatsAppID) IsZero() bool { return id == WhatsAppID{} }

// String returns the digits, without a plus; "" for the zero WhatsAppID.
func (id WhatsAppID) String() string {
	if id.IsZero() {
		return ""
	}
	return strconv.FormatUint(id.digits, 10)
}

// Number returns the telephone number that has exactly these digits. It reports
// false where there is none: for the zero WhatsAppID, and where no country has
// the calling code. The number need not be valid in its plan: for the one that
// the plan has, ask the canonical id.
func (id WhatsAppID) Number() (phone.Number, bool) {
	if id.IsZero() {
		return phone.Number{}, false
	}
	var buf [maxDigits + 1]byte
	text := strconv.AppendUint(append(buf[:0], '+'), id.digits, 10)
	n, err := phone.Parse(string(text))
	if err != nil || n.String() != string(text) {
		return phone.Number{}, false
	}
	return n, true
}

// Compare orders ids as numbers: -1 if id stands before other, 0 if they are
// equal, 1 otherwise. The zero WhatsAppID stands first.
func (id WhatsAppID) Compare(other WhatsAppID) int {
	switch {
	case id.digits < other.digits:
		return -1
	case id.digits > other.digits:
		return 1
	}
	return 0
}

// AppendText appends what String returns. The error is always nil.
func (id WhatsAppID) AppendText(dst []byte) ([]byte, error) {
	if id.IsZero() {
		return dst, nil
	}
	return strconv.AppendUint(dst, id.digits, 10), nil
}

// MarshalText returns what String returns. The error is always nil.
func (id WhatsAppID) MarshalText() ([]byte, error) { return id.AppendText(nil) }

// UnmarshalText reads an id as [ParseWhatsAppID] does. The empty text is the
// zero WhatsAppID.
func (id *WhatsAppID) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*id = WhatsAppID{}
		return nil
	}
	parsed, err := ParseWhatsAppID(string(text))
	if err != nil {
		return err
	}
	*id = parsed
	return nil
}
