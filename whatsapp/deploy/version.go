package deploy

import (
	"cmp"
	"strconv"
	"strings"

	"github.com/decorum-go/decorum"
)

// maxParts is how many numbers a version has at most, maxDigits how many digits
// each of them.
const (
	maxParts  = 4
	maxDigits = 9
)

const versionWant = "two to four numbers joined by points, such as 9.1.005.04"

// A Version is that of a component, such as 9.1.005.04: two to four numbers,
// joined by points, of at most nine digits each. It keeps the zeros that it was
// written with. Versions are compared number by number, and one that is left
// out counts as 0: 9.1.5.4 and 9.1.005.04 are the same version, and so are 4.5
// and 4.5.0. Ask [Version.Equal] or [Version.Compare] rather than ==, which
// tells ways to write it apart.
//
// The zero Version is none; it comes before all others but 0.0.
type Version struct {
	parts  [maxParts]uint32
	widths [maxParts]uint8
}

// ParseVersion reads a version. An error holds one violation: Required for an
// empty text, Malformed for any other that is none, with the span of what does
// not belong. Blanks, signs, letters and numbers of more than nine digits do not.
func ParseVersion(s string) (Version, error) {
	if s == "" {
		return Version{}, decorum.Violation{Code: decorum.Required, Severity: decorum.SeverityError, Want: versionWant}.Err()
	}
	var v Version
	part, start := 0, 0
	for i := 0; i <= len(s); i++ {
		switch {
		case i < len(s) && '0' <= s[i] && s[i] <= '9' && i-start < maxDigits:
			v.parts[part] = v.parts[part]*10 + uint32(s[i]-'0')
			continue
		case i == start, i < len(s) && s[i] != '.', i < len(s) && part == maxParts-1, i == len(s) && part == 0:
			return Version{}, decorum.Violation{
				Code: decorum.Malformed, Severity: decorum.SeverityError,
				Span: decorum.Span{Start: i, End: len(s)}, Want: versionWant,
			}.Err()
		}
		v.widths[part] = uint8(i - start) //nolint:gosec // at most maxDigits
		part, start = part+1, i+1
	}
	return v, nil
}

// MustParseVersion is like [ParseVersion], but panics when the text is wrong. It
// is meant for tests and for tables of requirements.
func MustParseVersion(s string) Version {
	v, err := ParseVersion(s)
	if err != nil {
		panic(err)
	}
	return v
}

// IsZero reports whether v is no version.
func (v Version) IsZero() bool { return v == Version{} }

// Compare returns -1 if v comes before other, 1 if it comes after, and 0 if both
// are the same version.
func (v Version) Compare(other Version) int {
	for i := range v.parts {
		if c := cmp.Compare(v.parts[i], other.parts[i]); c != 0 {
			return c
		}
	}
	return 0
}

// Equal reports whether both are the same version, or both are none.
func (v Version) Equal(other Version) bool {
	return v.Compare(other) == 0 && v.IsZero() == other.IsZero()
}

// String returns the version as it was written; "" for none.
func (v Version) String() string { return string(v.append(nil)) }

func (v Version) append(dst []byte) []byte {
	for i, width := range v.widths {
		if width == 0 {
			break
		}
		if i > 0 {
			dst = append(dst, '.')
		}
		digits := strconv.FormatUint(uint64(v.parts[i]), 10)
		dst = append(dst, strings.Repeat("0", max(0, int(width)-len(digits)))...)
		dst = append(dst, digits...)
	}
	return dst
}

// AppendText appends the version as it was written. It never fails.
func (v Version) AppendText(dst []byte) ([]byte, error) { return v.append(dst), nil }

// MarshalText returns the version as it was written, nothing for none. It never
// fails.
func (v Version) MarshalText() ([]byte, error) { return v.append(nil), nil }

// UnmarshalText reads what MarshalText returns: a version as [ParseVersion]
// does, and nothing as none. On an error v stays as it was.
func (v *Version) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*v = Version{}
		return nil
	}
	read, err := ParseVersion(string(text))
	if err != nil {
		return err
	}
	*v = read
	return nil
}
