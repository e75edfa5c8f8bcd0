package identity

import (
	"strings"

	"github.com/decorum-go/decorum"
)

// A UserID names a WhatsApp user within one business portfolio, whose telephone
// number may be hidden. Meta has published two forms, and both are read. The
// older one is up to 256 ASCII letters and digits; its samples begin with "user."
// where its text knows of no dot, so that may stand there, too. The newer one is a
// country of two capital letters, a dot and up to 128 letters and digits, such as
// US.13491208655302741918. The id of a parent account has ENT between:
// US.ENT.11815799212886844830. A UserID can be compared with == and used as the
// key of a map.
//
// The zero UserID is nobody's. Its text is empty.
type UserID struct{ text string }

const (
	maxPlain  = 256
	maxScoped = 128
	// plainPrefix begins the samples of the older form (Meta's page of November 2025).
	plainPrefix = "user."
)

// ParseUserID reads a user id in either form. An error holds one violation:
// Required, ForbiddenCharacter (at the span), Malformed, or TooLong in code
// points.
func ParseUserID(s string) (UserID, error) {
	if s == "" {
		return UserID{}, decorum.Violation{Code: decorum.Required, Severity: decorum.SeverityError}.Err()
	}
	start, most := 0, maxPlain
	switch {
	case len(s) > 2 && s[2] == '.' && isCapital(s[0]) && isCapital(s[1]):
		start, most = 3, maxScoped
		if strings.HasPrefix(s[start:], "ENT.") {
			start += 4
		}
	case strings.HasPrefix(s, plainPrefix):
		start, most = len(plainPrefix), maxPlain-len(plainPrefix)
	}
	for i := start; i < len(s); i++ {
		if !isAlphanumeric(s[i]) {
			return UserID{}, decorum.Violation{
				Code: decorum.ForbiddenCharacter, Severity: decorum.SeverityError,
				Span: decorum.Span{Start: i, End: i + 1}, Want: "letters and digits, after a country where there is one",
			}.Err()
		}
	}
	if start == len(s) {
		return UserID{}, decorum.Violation{
			Code: decorum.Malformed, Severity: decorum.SeverityError,
			Span: decorum.Span{Start: 0, End: len(s)}, Want: "letters and digits after the dot",
		}.Err()
	}
	if n := len(s) - start; n > most {
		return UserID{}, decorum.Violation{
			Code: decorum.TooLong, Severity: decorum.SeverityError,
			Limit: int64(most), Actual: int64(n), Unit: decorum.CodePoints,
		}.Err()
	}
	return UserID{s}, nil
}

// MustParseUserID returns what ParseUserID returns and panics on an error. It is
// for ids written in a program.
func MustParseUserID(s string) UserID {
	id, err := ParseUserID(s)
	if err != nil {
		panic(err)
	}
	return id
}

// IsZero reports whether the id is nobody's.
func (u UserID) IsZero() bool { return u.text == "" }

// Country returns the two letters of the country that the id begins with; ""
// for an id without one.
func (u UserID) Country() string {
	if len(u.text) > 2 && u.text[2] == '.' {
		return u.text[:2]
	}
	return ""
}

// IsParent reports whether the id is a parent account's.
func (u UserID) IsParent() bool { return u.Country() != "" && strings.HasPrefix(u.text[3:], "ENT.") }

// String returns the id as it was reported.
func (u UserID) String() string { return u.text }

// AppendText appends what String returns. The error is always nil.
func (u UserID) AppendText(dst []byte) ([]byte, error) { return append(dst, u.text...), nil }

// MarshalText returns what String returns. The error is always nil.
func (u UserID) MarshalText() ([]byte, error) { return []byte(u.text), nil }

// UnmarshalText reads an id as [ParseUserID] does. The empty text is the zero
// UserID.
func (u *UserID) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*u = UserID{}
		return nil
	}
	parsed, err := ParseUserID(string(text))
	if err != nil {
		return err
	}
	*u = parsed
	return nil
}

func isCapital(c byte) bool { return 'A' <= c && c <= 'Z' }

func isAlphanumeric(c byte) bool {
	return isCapital(c) || 'a' <= c && c <= 'z' || '0' <= c && c <= '9'
}
