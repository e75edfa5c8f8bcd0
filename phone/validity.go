package phone

import "github.com/decorum-go/decorum/internal/enum"

// Validity is what a numbering plan says of a number. "Possible" looks at the
// number of digits alone, "valid" at the digits too; neither says that the
// number is in use.
//
// The zero Validity belongs to the zero Number: there is nothing to judge.
type Validity uint8

// The validities. Their names, as [Validity.String] gives them, never change.
const (
	ValidityUnspecified Validity = iota
	// Valid: the plan has such numbers.
	Valid
	// PossibleOnly: as many digits as the plan's numbers have, but it has no
	// such number; or not yet.
	PossibleOnly
	// LocalOnly: as many digits as can be dialled within one area of the
	// country; something is missing in front.
	LocalOnly
	// TooShort: fewer digits than any number of the plan.
	TooShort
	// TooLong: more digits than any number of the plan.
	TooLong
	// WrongLength: neither too short nor too long, but no number of the plan
	// has that many digits.
	WrongLength
)

var validityNames = [...]string{
	ValidityUnspecified: "unspecified",
	Valid:               "valid",
	PossibleOnly:        "possible_only",
	LocalOnly:           "local_only",
	TooShort:            "too_short",
	TooLong:             "too_long",
	WrongLength:         "wrong_length",
}

// String returns the validity's name, such as "possible_only"; "unspecified"
// for a value that is no validity.
func (v Validity) String() string {
	if int(v) >= len(validityNames) {
		v = ValidityUnspecified
	}
	return validityNames[v]
}

// IsPossible reports whether the plan has numbers of that many digits: true for
// Valid, PossibleOnly and LocalOnly.
func (v Validity) IsPossible() bool { return v == Valid || v == PossibleOnly || v == LocalOnly }

// ParseValidity reads what [Validity.String] writes. Anything else is
// [decorum.Unknown].
func ParseValidity(s string) (Validity, error) { return enum.Parse[Validity](validityNames[:], s) }

// AppendText appends the validity's name. It fails with [decorum.Unknown] for
// a value that is no validity.
func (v Validity) AppendText(dst []byte) ([]byte, error) {
	return enum.Append(dst, validityNames[:], v)
}

// MarshalText returns what [Validity.AppendText] appends.
func (v Validity) MarshalText() ([]byte, error) { return v.AppendText(nil) }

// UnmarshalText reads what [ParseValidity] reads. On an error the validity
// stays as it was.
func (v *Validity) UnmarshalText(text []byte) error { return enum.Read(validityNames[:], v, text) }
