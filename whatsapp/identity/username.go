package identity

import (
	"strings"

	"github.com/decorum-go/decorum"
)

// A Username is the name that a WhatsApp user chose: 3 to 35 of a-z, 0-9, "."
// and "_", with at least one letter, no "." first, last or doubled, and no "www"
// first. Case does not count; a Username holds the lower-case form. It can be
// compared with == and used as the key of a map. A user may change it at any
// time, so it shows who somebody is and proves nothing.
//
// The zero Username is none. Its text is empty.
type Username struct{ text string }

const (
	minUsername = 3
	maxUsername = 35
)

// ParseUsername reads a user name, with or without an "@" in front. Whether a
// name is taken, or looks too much like a domain, only Meta knows. An error holds
// one violation: Required, ForbiddenCharacter (at the span), Malformed, TooShort
// or TooLong in code points.
func ParseUsername(s string) (Username, error) {
	fault := func(v decorum.Violation) (Username, error) {
		v.Severity = decorum.SeverityError
		return Username{}, v.Err()
	}
	name, at := strings.CutPrefix(s, "@")
	shift := 0
	if at {
		shift = 1
	}
	if name == "" {
		return fault(decorum.Violation{Code: decorum.Required})
	}
	letter := false
	for i := range len(name) {
		c := name[i]
		switch {
		case isAlphanumeric(c):
			letter = letter || c > '9'
		case c != '.' && c != '_':
			return fault(decorum.Violation{
				Code: decorum.ForbiddenCharacter, Want: "a-z, 0-9, . and _",
				Span: decorum.Span{Start: i + shift, End: i + shift + 1},
			})
		}
	}
	length := decorum.Violation{Actual: int64(len(name)), Unit: decorum.CodePoints}
	switch lower := strings.ToLower(name); {
	case len(name) < minUsername:
		length.Code, length.Limit = decorum.TooShort, minUsername
		return fault(length)
	case len(name) > maxUsername:
		length.Code, length.Limit = decorum.TooLong, maxUsername
		return fault(length)
	case !letter:
		return fault(decorum.Violation{Code: decorum.Malformed, Want: "at least one letter"})
	case name[0] == '.' || name[len(name)-1] == '.' || strings.Contains(name, ".."):
		return fault(decorum.Violation{Code: decorum.Malformed, Want: "no . first, last or doubled"})
	case strings.HasPrefix(lower, "www"):
		return fault(decorum.Violation{Code: decorum.Malformed, Want: "no www first"})
	default:
		return Username{lower}, nil
	}
}

// MustParseUsername returns what ParseUsername returns and panics on an error.
// It is for names written in a program.
func MustParseUsername(s string) Username {
	u, err := ParseUsername(s)
	if err != nil {
		panic(err)
	}
	return u
}

// IsZero reports whether there is no name.
func (u Username) IsZero() bool { return u.text == "" }

// String returns the name in lower case, without an "@".
func (u Username) String() string { return u.text }

// AppendText appends what String returns. The error is always nil.
func (u Username) AppendText(dst []byte) ([]byte, error) { return append(dst, u.text...), nil }

// MarshalText returns what String returns. The error is always nil.
func (u Username) MarshalText() ([]byte, error) { return []byte(u.text), nil }

// UnmarshalText reads a name as [ParseUsername] does. The empty text is the zero
// Username.
func (u *Username) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*u = Username{}
		return nil
	}
	parsed, err := ParseUsername(string(text))
	if err != nil {
		return err
	}
	*u = parsed
	return nil
}
