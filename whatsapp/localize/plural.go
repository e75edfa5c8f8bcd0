package localize

import (
	"cmp"

	"golang.org/x/text/feature/plural"
)

// forms has a pattern for each plural form of a language. All languages have
// other; Arabic has all six.
type forms struct {
	zero, one, two, few, many, other string
}

// of returns the pattern for n things. A form that the language does not have
// here is other: the host's version of x/text may have newer rules.
func (c *catalogue) of(f *forms, n uint64) string { return cmp.Or(c.form(f, n), f.other) }

// form returns the pattern that the rules ask for.
func (c *catalogue) form(f *forms, n uint64) string {
	// The rules look at no more than the last six digits, but a number of more
	// must not pass for a small one.
	const million = 1_000_000
	i := int(n % million)
	if n >= million {
		i += million
	}
	switch plural.Cardinal.MatchPlural(c.tag(), i, 0, 0, 0, 0) {
	case plural.Zero:
		return f.zero
	case plural.One:
		return f.one
	case plural.Two:
		return f.two
	case plural.Few:
		return f.few
	case plural.Many:
		return f.many
	default:
		return f.other
	}
}
