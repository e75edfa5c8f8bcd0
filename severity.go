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

// MarshalText returns the severity's name. It fails for an invalid Severity.
func (s Severity) MarshalText() ([]byte, error) {
	if s == 0 || int(s) >= len(severityNames) {
		return nil, fmt.Errorf("decorum: %s has no name", s)
	}
	return []byte(severityNames[s]), nil
}

// UnmarshalText reads "error" or "warning" and refuses everything else.
func (s *Severity) UnmarshalText(text []byte) error {
	for i, name := range severityNames {
		if i > 0 && name == string(text) {
			*s = Severity(i)
			return nil
		}
	}
	return Violation{
		Code: Unknown, Severity: SeverityError, Want: "error, warning",
	}.Err()
}
