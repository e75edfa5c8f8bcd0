package decorum

import (
	"fmt"
	"strings"
)

// Unit is what a limit counts. Every length in Decorum carries one.
//
// The zero Unit means that nothing is measured.
type Unit uint8

// The units. Their names, as [Unit.String] gives them and JSON holds them,
// never change.
const (
	// CodePoints counts Unicode code points: the default unit of a text.
	CodePoints Unit = iota + 1
	// UTF16Units counts UTF-16 code units, as JavaScript's length does: the
	// strict unit of a text, never less than its code points.
	UTF16Units
	// Graphemes counts extended grapheme clusters (UAX #29), what a reader
	// takes for one character.
	Graphemes
	// Bytes counts bytes: of a file, or of a text in UTF-8.
	Bytes
	// Items counts the elements of a list.
	Items
	// Digits counts decimal digits.
	Digits
	// Lines counts lines of text.
	Lines
	// Levels counts how deep values are nested.
	Levels
	// Seconds counts seconds.
	Seconds
	// Pixels counts picture elements along one side.
	Pixels
	// MicroDegrees counts millionths of a degree of latitude or longitude.
	MicroDegrees
	// Words counts words, as the rule in question tells words apart.
	Words
)

var unitNames = [...]struct{ name, one, many string }{
	CodePoints:   {"code_points", "code point", "code points"},
	UTF16Units:   {"utf16_units", "UTF-16 unit", "UTF-16 units"},
	Graphemes:    {"graphemes", "grapheme", "graphemes"},
	Bytes:        {"bytes", "byte", "bytes"},
	Items:        {"items", "item", "items"},
	Digits:       {"digits", "digit", "digits"},
	Lines:        {"lines", "line", "lines"},
	Levels:       {"levels", "level", "levels"},
	Seconds:      {"seconds", "second", "seconds"},
	Pixels:       {"pixels", "pixel", "pixels"},
	MicroDegrees: {"micro_degrees", "microdegree", "microdegrees"},
	Words:        {"words", "word", "words"},
}

// Units returns every unit, in the order of their values. The slice is the
// caller's own.
func Units() []Unit {
	all := make([]Unit, 0, len(unitNames)-1)
	for u := range unitNames {
		if u > 0 {
			all = append(all, Unit(u))
		}
	}
	return all
}

func (u Unit) known() bool { return u != 0 && int(u) < len(unitNames) }

// String returns the unit's name, such as "code_points"; "unit(n)" for a value
// that is no unit.
func (u Unit) String() string {
	if !u.known() {
		return fmt.Sprintf("unit(%d)", uint8(u))
	}
	return unitNames[u].name
}

// ParseUnit reads a unit's name, such as "code_points". Anything else is
// [Unknown].
func ParseUnit(s string) (Unit, error) {
	names := make([]string, 0, len(unitNames))
	for i, n := range unitNames {
		if i > 0 && n.name == s {
			return Unit(i), nil
		}
		names = append(names, n.name)
	}
	return 0, Violation{
		Code: Unknown, Severity: SeverityError, Want: strings.Join(names[1:], ", "),
	}.Err()
}

// AppendText appends the unit's name. It fails for a value that is no unit.
func (u Unit) AppendText(dst []byte) ([]byte, error) {
	if !u.known() {
		return dst, fmt.Errorf("decorum: %s has no name", u)
	}
	return append(dst, unitNames[u].name...), nil
}

// MarshalText returns what [Unit.AppendText] appends.
func (u Unit) MarshalText() ([]byte, error) { return u.AppendText(nil) }

// UnmarshalText reads what [ParseUnit] reads. On an error the unit stays as
// it was.
func (u *Unit) UnmarshalText(text []byte) error {
	read, err := ParseUnit(string(text))
	if err == nil {
		*u = read
	}
	return err
}
