// Package enum writes and reads the values of an enumeration by their names, so
// that all enumerations of the house have the same text methods and answer alike.
//
// The names stand in a list in the order of the values; "" stands for a value
// that has none, as the zero value that means "none" mostly does. Lists have a
// handful of names, so they are searched one by one.
package enum

import (
	"strings"

	"github.com/decorum-go/decorum"
)

// Of returns the name of the value; "" for one that has none.
func Of[T ~uint8](names []string, v T) string {
	if int(v) >= len(names) {
		return ""
	}
	return names[v]
}

// Append appends the name of the value; nothing for a zero value without a name.
// It fails with [decorum.Unknown] for any other value without a name.
func Append[T ~uint8](dst []byte, names []string, v T) ([]byte, error) {
	name := Of(names, v)
	if name == "" && v != 0 {
		return dst, unknown(names)
	}
	return append(dst, name...), nil
}

// Parse returns the value that has the name. It fails with [decorum.Unknown],
// and tells the names that there are, for any other text, the empty one among
// them.
func Parse[T ~uint8](names []string, s string) (T, error) {
	for i, name := range names {
		if name == s && name != "" {
			return T(i), nil //nolint:gosec // names are few
		}
	}
	return 0, unknown(names)
}

// Read sets the value to the one that has the name, as [Parse] does. The empty
// text is a zero value without a name. On an error the value stays as it was.
func Read[T ~uint8](names []string, to *T, text []byte) error {
	if len(text) == 0 && Of(names, T(0)) == "" {
		*to = 0
		return nil
	}
	v, err := Parse[T](names, string(text))
	if err == nil {
		*to = v
	}
	return err
}

func unknown(names []string) error {
	var known []string
	for _, name := range names {
		if name != "" {
			known = append(known, name)
		}
	}
	return decorum.Violation{
		Code: decorum.Unknown, Severity: decorum.SeverityError, Want: strings.Join(known, ", "),
	}.Err()
}
