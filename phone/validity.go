package phone

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

// MarshalText returns the validity's name.
func (v Validity) MarshalText() ([]byte, error) { return []byte(v.String()), nil }

// UnmarshalText reads a validity's name and refuses everything else with the
// code [decorum.Unknown].
func (v *Validity) UnmarshalText(text []byte) error {
	for i, name := range validityNames {
		if name == string(text) {
			*v = Validity(i)
			return nil
		}
	}
	return unknownName(validityNames[:])
}
