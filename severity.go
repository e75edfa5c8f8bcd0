package decorum

import "fmt"

// Severity tells whether a violation forbids or only advises.
//
// The zero Severity is invalid: a violation made without one counts neither as
// an error nor as a warning.
type Severity uint8

const (
	// SeverityError forbids: the value must not be used as it is.
	SeverityError Severity = iota + 1
	// SeverityWarning advises: the value may be used, but look at it.
	SeverityWarning
)

var severityNames = [...]string{SeverityError: "error", SeverityWarning: "warning"}

// String returns "error", "warning", or "severity(n)" for any other value.
func (s Severity) String() string {
	if s == 0 || int(s) >= len(severityNames) {
		return fmt.Sprintf("severity(%d)", uint8(s))
	}
	return severityNames[s]
}

// ParseSeverity reads "error" or "warning". Anything else is [Unknown].
func ParseSeverity(s string) (Severity, error) {
	for i, name := range severityNames {
		if i > 0 && name == s {
			return Severity(i), nil
		}
	}
	return 0, Violation{
		Code: Unknown, Severity: SeverityError, Want: "error, warning",
	}.Err()
}

// AppendText appends the severity's name. It fails for an invalid Severity.
func (s Severity) AppendText(dst []byte) ([]byte, error) {
	if s == 0 || int(s) >= len(severityNames) {
		return dst, fmt.Errorf("decorum: %s has no name", s)
	}
	return append(dst, severityNames[s]...), nil
}

// MarshalText returns what [Severity.AppendText] appends.
func (s Severity) MarshalText() ([]byte, error) { return s.AppendText(nil) }

// UnmarshalText reads what [ParseSeverity] reads. On an error the severity
// stays as it was.
func (s *Severity) UnmarshalText(text []byte) error {
	read, err := ParseSeverity(string(text))
	if err == nil {
		*s = read
	}
	return err
}
