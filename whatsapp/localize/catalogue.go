package localize

import (
	"strings"

	"golang.org/x/text/language"

	"github.com/decorum-go/decorum"
)

// A catalogue is all that one language says. It is plain data: nothing of it is
// made when a program starts.
//
// A pattern is a text with places to fill, named in braces, in whatever order
// the language wants them. Texts begin in lower case where the language has
// it and end without a full stop.
type catalogue struct {
	code        string              // "es"
	script      string              // "Latn"
	tag         func() language.Tag // has the plural rules
	numerals    numerals            // how numbers are written
	regions     []region            // but here otherwise
	rightToLeft bool

	place   string // {place}, {text}: a violation at a place that has a name
	warning string // {text}: a violation that only advises
	atMost  string // {measure}, {limit}: above the limit
	atLeast string // {measure}, {limit}: not above the limit
	advice  string // {measure}, {text}: a measure that does not tell enough
	span    string // {text}, {n}: wrong from the n-th byte on
	want    string // {text}, {want}: what would be right

	found        forms // {n}, {limit}: n violations were found, limit are listed
	moreErrors   forms // {text}, {n}: and n more errors
	moreWarnings forms // {text}, {n}: and n warnings

	minus string    // {text}: a size or duration below zero
	pair  string    // {larger}, {smaller}: the two parts of a duration
	days  forms     // {n}
	hours forms     // {n}
	mins  forms     // {n}
	sizes [6]string // {n}: KB, MB, GB, TB, PB, EB

	units [unitCount]forms // {n}
	codes []codeText
	// other is for a code that only a later version has.
	other string
}

// unitCount is one more than the last unit.
const unitCount = int(decorum.Words) + 1

// A region writes numbers otherwise than its language's default. Its codes are
// ISO 3166-1 or UN M.49, parted by spaces.
type region struct {
	codes    string
	numerals numerals
}

// codeText is what to say for a code: what is wrong, then what to do.
type codeText struct {
	code decorum.Code
	text string
}

// catalogues returns the languages in the order of [Languages].
func catalogues() [8]*catalogue {
	return [...]*catalogue{
		&english, &spanish, &portuguese, &german, &french, &arabic, &hindi, &indonesian,
	}
}

// codeText returns what to say for the code.
func (c *catalogue) codeText(code decorum.Code) string {
	for i := range c.codes {
		if c.codes[i].code == code {
			return c.codes[i].text
		}
	}
	return c.other
}

// fill returns the pattern with its places filled. The pairs are names and what
// to put there; that is never itself filled.
func fill(pattern string, pairs ...string) string {
	size := len(pattern)
	for i := 1; i < len(pairs); i += 2 {
		size += len(pairs[i])
	}
	var b strings.Builder
	b.Grow(size)
	for {
		before, rest, open := strings.Cut(pattern, "{")
		name, after, shut := strings.Cut(rest, "}")
		b.WriteString(before)
		if !open || !shut {
			return b.String()
		}
		for i := 0; i+1 < len(pairs); i += 2 {
			if pairs[i] == name {
				b.WriteString(pairs[i+1])
			}
		}
		pattern = after
	}
}
