package template

import (
	"strings"

	"github.com/decorum-go/decorum"
)

// An ID names a message template: its name alone, "order_ready", or with the
// namespace of the account before it, "shop_1@order_ready" (rule NT1). Meta's
// own name is the part after the "@".
//
// The zero ID names none.
type ID string

// ParseID reads an ID. A namespace has 1 to 512 bytes of ASCII letters, digits,
// "_", "-" and "."; a name has 1 to 512 of a-z, 0-9 and "_". The error has one
// violation: [decorum.Required] for an empty text, [decorum.Malformed] or
// [decorum.TooLong] with the span of what is wrong.
func ParseID(s string) (ID, error) {
	if v, bad := ID(s).fault(); bad {
		return "", v.Err()
	}
	return ID(s), nil
}

// MustParseID is like [ParseID] but panics on an error. It is meant for tests
// and for texts that stand in the program.
func MustParseID(s string) ID {
	id, err := ParseID(s)
	if err != nil {
		panic("template: MustParseID: " + err.Error())
	}
	return id
}

// Namespace returns the part before the "@"; "" when there is none.
func (i ID) Namespace() string {
	at := strings.IndexByte(string(i), '@')
	return string(i[:max(at, 0)])
}

// Name returns the name that Meta knows: the part after the "@", or all of an ID
// without a namespace.
func (i ID) Name() string { return string(i[strings.IndexByte(string(i), '@')+1:]) }

// maxName is the longest name of a template (Meta, template overview, 2025), and
// of a namespace (ours).
const maxName = 512

// fault returns what is wrong with the ID, without a path.
func (i ID) fault() (v decorum.Violation, bad bool) {
	v.Severity = decorum.SeverityError
	if i == "" {
		v.Code = decorum.Required
		return v, true
	}
	at := strings.IndexByte(string(i), '@')
	start := at + 1
	for j := range len(i) {
		c := i[j]
		switch {
		case 'a' <= c && c <= 'z', '0' <= c && c <= '9', c == '_':
			continue
		case j == at && j > 0:
			continue
		case j < at && ('A' <= c && c <= 'Z' || c == '-' || c == '.'):
			continue
		}
		v.Code, v.Want = decorum.Malformed, "a-z, 0-9, _"
		v.Span = decorum.Span{Start: j, End: j + 1}
		return v, true
	}
	switch {
	case start == len(i):
		v.Code, v.Want = decorum.Malformed, "a name"
		v.Span = decorum.Span{Start: at, End: len(i)}
		return v, true
	case at > maxName:
		v.Code, v.Limit, v.Actual, v.Unit = decorum.TooLong, maxName, int64(at), decorum.CodePoints
		v.Span = decorum.Span{Start: 0, End: at}
		return v, true
	case len(i)-start > maxName:
		v.Code, v.Limit, v.Actual, v.Unit = decorum.TooLong, maxName, int64(len(i)-start), decorum.CodePoints
		v.Span = decorum.Span{Start: start, End: len(i)}
		return v, true
	}
	return decorum.Violation{}, false
}
