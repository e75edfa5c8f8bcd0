package option

import "github.com/decorum-go/decorum"

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

var themeNames = words{ThemeDefault: "Default", ThemeHighContrast: "HighContrast"}

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
func (t Theme) String() string { return themeNames.of(int(t)) }

// AppendText appends the theme's name. It fails with [decorum.Unknown] for a
// value that is no theme.
func (t Theme) AppendText(dst []byte) ([]byte, error) { return themeNames.appendTo(dst, int(t)) }

// MarshalText returns the theme's name, as [Theme.AppendText] does.
func (t Theme) MarshalText() ([]byte, error) { return t.AppendText(nil) }

// UnmarshalText reads a theme as [ParseTheme] does.
func (t *Theme) UnmarshalText(text []byte) error { return readWord(t, text, ParseTheme) }
