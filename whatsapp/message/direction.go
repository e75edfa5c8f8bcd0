package message

import (
	"strconv"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/internal/wire"
)

// A Direction says which way a message went. The zero Direction is not told.
type Direction uint8

// The directions. Their names never change.
const (
	// Inbound: from the contact to the business.
	Inbound Direction = iota + 1
	// Outbound: from the business to the contact, through this interface.
	Outbound
	// Echo: from the business to the contact, written on the business's own phone
	// and reported afterwards.
	Echo
)

var directionNames = [...]string{"", "inbound", "outbound", "echo"}

// ParseDirection reads what [Direction.String] writes. Anything else is
// [decorum.Unknown].
func ParseDirection(s string) (Direction, error) {
	for i, name := range directionNames {
		if i > 0 && name == s {
			return Direction(i), nil
		}
	}
	return 0, decorum.Violation{
		Code: decorum.Unknown, Severity: decorum.SeverityError, Want: "inbound, outbound, echo",
	}.Err()
}

// FromBusiness reports whether a message in this direction is one of the
// business.
func (d Direction) FromBusiness() bool { return d == Outbound || d == Echo }

// String returns "inbound", "outbound" or "echo"; "" for the zero Direction and
// "direction(n)" for a value that is none.
func (d Direction) String() string {
	if int(d) >= len(directionNames) {
		return "direction(" + strconv.Itoa(int(d)) + ")"
	}
	return directionNames[d]
}

// AppendText appends what String returns. It fails for a value that is no
// direction.
func (d Direction) AppendText(dst []byte) ([]byte, error) {
	if int(d) >= len(directionNames) {
		return dst, misnamed(d)
	}
	return append(dst, directionNames[d]...), nil
}

// MarshalText returns what AppendText appends.
func (d Direction) MarshalText() ([]byte, error) { return d.AppendText(nil) }

// UnmarshalText reads what [ParseDirection] reads; an empty text is the zero
// Direction.
func (d *Direction) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*d = 0
		return nil
	}
	parsed, err := ParseDirection(string(text))
	if err != nil {
		return err
	}
	*d = parsed
	return nil
}

// misnamed is the error of a value that has no name.
type misnamed Direction

// Error returns the text.
func (m misnamed) Error() string { return "message: " + Direction(m).String() + " has no name" }

func readDirection(r *wire.Reader) (d Direction) {
	reportAll(r, d.UnmarshalText([]byte(r.Text())))
	return d
}

func writeDirection(w *wire.Writer, d Direction) {
	if int(d) >= len(directionNames) {
		w.Raw("") // a violation: it has no name
		return
	}
	w.Text(directionNames[d])
}
