package option

import (
	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/internal/enum"
)

// A Theme is how icons and structured messages are drawn (rule TR11): the
// plug-in has two.
//
// The zero Theme is none, and is not valid.
type Theme uint8

// The themes.
const (
	ThemeDefault Theme = iota + 1
	ThemeHighContrast
)

var themeNames = [...]string{ThemeDefault: "Default", ThemeHighContrast: "HighContrast"}

const wantTheme = "Default, HighContrast"

// ParseTheme reads "Default" or "HighContrast", in any case. An error holds
// one violation: Required for an empty text, Unknown for another.
func ParseTheme(s string) (Theme, error) {
	t, vs := readTheme(s)
	return t, explain(vs, wantTheme)
}

func readTheme(s string) (Theme, decorum.Violations) {
	for t, name := range themeNames {
		if t > 0 && equalFold(s, name) {
			return Theme(t), nil
		}
	}
	vs := wrongScalar(s)
	if vs[0].Code == decorum.Malformed {
		vs[0].Code = decorum.Unknown
	}
	return 0, vs
}

// String returns the theme's name, "Default" or "HighContrast"; "" for a value
// that is no theme.
func (t Theme) String() string { return enum.Of(themeNames[:], t) }

// AppendText appends the theme's name, nothing for the zero Theme. It fails with
// [decorum.Unknown] for a value that is no theme.
func (t Theme) AppendText(dst []byte) ([]byte, error) { return enum.Append(dst, themeNames[:], t) }

// MarshalText returns the theme's name, as [Theme.AppendText] does.
func (t Theme) MarshalText() ([]byte, error) { return t.AppendText(nil) }

// UnmarshalText reads a theme as [ParseTheme] does; an empty text is the zero Theme.
// On an error t stays as it was.
func (t *Theme) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*t = 0
		return nil
	}
	read, err := ParseTheme(string(text))
	if err == nil {
		*t = read
	}
	return err
}
