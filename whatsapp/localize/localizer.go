package localize

import "github.com/decorum-go/decorum"

// A Localizer tells violations, sizes and durations in one language. It is a
// small immutable value, made by [For], and safe for concurrent use. Two are
// equal when they come from the same language and the same way of writing
// numbers, and from the same calls of [Localizer.With].
//
// The zero Localizer tells them in English.
type Localizer struct {
	words    *catalogue // nil: English
	numerals numerals
	own      *replacement
}

// For returns the Localizer for the first of the tags whose language is one of
// [Languages], and the English one if there is none. Tags stand in the order of
// preference; see [MaxTag] for what a tag may be.
//
//	localize.For("pt_BR")             // Portuguese
//	localize.For("fr-CA", "en")       // French
//	localize.For("th", "mr", "es-MX") // Spanish, with a decimal point
//	localize.For("fa")                // English
func For(tags ...string) Localizer {
	for _, tag := range tags {
		if l, ok := forTag(tag); ok {
			return l
		}
	}
	return Localizer{}
}

// Languages returns the codes of the languages, "en" first. The slice is the
// caller's own.
func Languages() []string {
	all := catalogues()
	codes := make([]string, len(all))
	for i, c := range all {
		codes[i] = c.code
	}
	return codes
}

// Language returns the code of the language, one of [Languages]: what belongs
// into the lang attribute of the element that shows the texts.
func (l Localizer) Language() string { return l.catalogue().code }

// RightToLeft reports whether the language is written from right to left.
func (l Localizer) RightToLeft() bool { return l.catalogue().rightToLeft }

// A replacement is what a host says for a code, before those set earlier.
type replacement struct {
	code decorum.Code
	text func(decorum.Violation) string
	next *replacement
}

// With returns a Localizer that says text(v) for violations with the code,
// instead of everything that would follow the place: the measure, what to do,
// the span and what is wanted. The v that text gets is [decorum.Violation.Plain].
// Where text returns "", the Localizer's own words stand; they stand as well
// after With(code, nil).
//
// What text returns is shown as it is, and it must be safe for concurrent use
// if the Localizer is so used. The code may be one that this version of the
// library does not know.
func (l Localizer) With(code decorum.Code, text func(v decorum.Violation) string) Localizer {
	l.own = &replacement{code, text, l.own}
	return l
}

// replaced returns what the host says for v; "" for nothing.
func (l Localizer) replaced(v decorum.Violation) string {
	for r := l.own; r != nil; r = r.next {
		if r.code != v.Code {
			continue
		}
		if r.text == nil {
			return ""
		}
		return r.text(v)
	}
	return ""
}

func (l Localizer) catalogue() *catalogue {
	if l.words == nil {
		return &english
	}
	return l.words
}
