package esp

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/decorum-go/decorum"
)

// queueKeyForm is what a QueueKey wants to be.
const queueKeyForm = "<tenant>:<endpoint>"

// maxQueueKey is the longest text of a QueueKey, in bytes.
const maxQueueKey = 512

// A QueueKey is an endpoint of the chat server, where sessions enter the workflow:
// "<tenant>:<endpoint>", such as "1:session-chat" (guide ES4). It can be compared
// with ==. The zero QueueKey is none; its text is empty. One that is made by hand
// is checked where it is used, as ParseQueueKey does.
type QueueKey struct {
	// Tenant is the tenant's number, from 1 on.
	Tenant int
	// Endpoint is the name of the endpoint.
	Endpoint string
}

// ParseQueueKey reads a key: a number from 1 to 2147483647, a colon, and the name
// of an endpoint without commas, colons and control characters. Blanks around
// both are passed over. An error holds one violation: Required, TooLong,
// InvalidUTF8, OutOfRange, ForbiddenCharacter at its span, or Malformed.
func ParseQueueKey(s string) (QueueKey, error) {
	fault := func(code decorum.Code, start, end int) (QueueKey, error) {
		return QueueKey{}, decorum.Violation{
			Code: code, Severity: decorum.SeverityError, Span: decorum.Span{Start: start, End: end}, Want: queueKeyForm,
		}.Err()
	}
	switch {
	case strings.TrimSpace(s) == "":
		return fault(decorum.Required, 0, 0)
	case len(s) > maxQueueKey:
		return QueueKey{}, decorum.Violation{
			Code: decorum.TooLong, Severity: decorum.SeverityError,
			Limit: maxQueueKey, Actual: int64(len(s)), Unit: decorum.Bytes,
		}.Err()
	case !utf8.ValidString(s):
		return fault(decorum.InvalidUTF8, 0, 0)
	}
	tenant, endpoint, found := strings.Cut(s, ":")
	if !found {
		return fault(decorum.Malformed, 0, 0)
	}
	for i, r := range endpoint {
		if r == ':' || r == ',' || r < ' ' || r >= 0x7f && r < 0xa0 {
			at := len(tenant) + 1 + i
			return fault(decorum.ForbiddenCharacter, at, at+utf8.RuneLen(r))
		}
	}
	k := QueueKey{Endpoint: strings.TrimSpace(endpoint)}
	digits := strings.TrimSpace(tenant)
	for i := range len(digits) {
		if digits[i] < '0' || digits[i] > '9' {
			return fault(decorum.Malformed, 0, len(tenant))
		}
	}
	if digits == "" || !decorum.HasVisible(k.Endpoint) {
		return fault(decorum.Malformed, 0, 0)
	}
	n, err := strconv.ParseInt(digits, 10, 32)
	if err != nil || n == 0 {
		return fault(decorum.OutOfRange, 0, len(tenant))
	}
	k.Tenant = int(n)
	return k, nil
}

// MustParseQueueKey returns what ParseQueueKey returns and panics on an error. It
// is for keys written in a program.
func MustParseQueueKey(s string) QueueKey {
	k, err := ParseQueueKey(s)
	if err != nil {
		panic("esp: MustParseQueueKey: " + err.Error())
	}
	return k
}

// IsZero reports whether the key is none.
func (k QueueKey) IsZero() bool { return k == QueueKey{} }

// String returns the key as it is written, such as "1:session-chat".
func (k QueueKey) String() string {
	if k.IsZero() {
		return ""
	}
	return strconv.Itoa(k.Tenant) + ":" + k.Endpoint
}

// AppendText appends what String returns. The error is always nil.
func (k QueueKey) AppendText(dst []byte) ([]byte, error) { return append(dst, k.String()...), nil }

// MarshalText returns what String returns. The error is always nil.
func (k QueueKey) MarshalText() ([]byte, error) { return k.AppendText(nil) }

// UnmarshalText reads a key as ParseQueueKey does. The empty text is the zero
// QueueKey. After an error k is as it was.
func (k *QueueKey) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*k = QueueKey{}
		return nil
	}
	out, err := ParseQueueKey(string(text))
	if err == nil {
		*k = out
	}
	return err
}
