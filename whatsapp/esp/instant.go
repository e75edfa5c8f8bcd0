package esp

import (
	"log/slog"
	"strconv"
	"time"

	"github.com/decorum-go/decorum"
)

// An Instant is a point in time as a text of the protocol. It keeps the text as it
// came, since the documents do not say how instants are written, and tells what
// it means where it can: RFC 3339, or Unix time in decimal digits, up to 11 of
// them seconds and from 12 on milliseconds (guide DA; ours). It can be compared
// with ==, which compares the texts. The zero Instant is none.
type Instant struct{ text string }

// ParseInstant returns the instant of a text, whatever it is.
func ParseInstant(text string) Instant { return Instant{text} }

// InstantOf returns t as an Instant in RFC 3339, in UTC; the zero Instant for the
// zero Time.
func InstantOf(t time.Time) Instant {
	if t.IsZero() {
		return Instant{}
	}
	return Instant{t.UTC().Format(time.RFC3339Nano)}
}

// maxUnix is the last second of the year 9999.
const maxUnix = 253402300799

// Time returns when it is, in UTC, and whether the text tells.
func (i Instant) Time() (time.Time, bool) {
	s := i.text
	if s == "" || len(s) > 64 {
		return time.Time{}, false
	}
	if s[0] >= '0' && s[0] <= '9' && len(s) <= 15 {
		if n, err := strconv.ParseInt(s, 10, 64); err == nil {
			switch {
			case len(s) <= 11:
				return time.Unix(n, 0).UTC(), true
			case n <= maxUnix*1000+999:
				return time.UnixMilli(n).UTC(), true
			}
			return time.Time{}, false
		}
	}
	t, err := time.Parse(time.RFC3339, s)
	if err != nil {
		return time.Time{}, false
	}
	return t.UTC(), true
}

// String returns the text as it came.
func (i Instant) String() string { return i.text }

// IsZero reports whether it is none.
func (i Instant) IsZero() bool { return i.text == "" }

// Equal reports whether i == j. It is there for go-cmp, which looks for it.
func (i Instant) Equal(j Instant) bool { return i == j }

// Check warns, as decorum.Malformed, of a text that does not tell when it is.
func (i Instant) Check() decorum.Violations {
	if _, ok := i.Time(); ok || i.text == "" {
		return nil
	}
	return decorum.Violations{{
		Code: decorum.Malformed, Severity: decorum.SeverityWarning, Want: "RFC 3339, or Unix seconds or milliseconds",
	}}
}

// AppendText appends what String returns. The error is always nil.
func (i Instant) AppendText(dst []byte) ([]byte, error) { return append(dst, i.text...), nil }

// MarshalText returns what String returns. The error is always nil.
func (i Instant) MarshalText() ([]byte, error) { return i.AppendText(nil) }

// UnmarshalText takes the text as ParseInstant does. The error is always nil.
func (i *Instant) UnmarshalText(text []byte) error {
	*i = ParseInstant(string(text))
	return nil
}

// LogValue returns the time, or "?" for a text that does not tell it.
func (i Instant) LogValue() slog.Value {
	switch t, ok := i.Time(); {
	case ok:
		return slog.TimeValue(t)
	case i.IsZero():
		return slog.StringValue("")
	default:
		return slog.StringValue("?")
	}
}
