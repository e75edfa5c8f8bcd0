package localize

import "github.com/decorum-go/decorum"

// Violation returns the violation in one line that tells what to do, such as
//
//	/buttons/2/title: 23 puntos de código, máximo 20
//
// In English it is what v.String returns. A code that this version does not
// know is told as a broken rule that it does not know. The text is valid UTF-8
// without control characters, whatever v holds, as long as no text of
// [Localizer.With] brings one.
func (l Localizer) Violation(v decorum.Violation) string {
	v = v.Plain()
	c := l.catalogue()
	text := l.replaced(v)
	if text == "" {
		text = l.text(v)
	}
	if v.Severity == decorum.SeverityWarning {
		text = fill(c.warning, "text", text)
	}
	if v.Path != "" {
		text = fill(c.place, "place", l.leftToRight(v.Path), "text", text)
	}
	return text
}

// Violations returns the text of each violation, as [Localizer.Violation] does.
func (l Localizer) Violations(vs decorum.Violations) []string {
	texts := make([]string, len(vs))
	for i := range vs {
		texts[i] = l.Violation(vs[i])
	}
	return texts
}

// Error returns the first violation of err that is an error, and how many more
// there are, in one line. It looks through everything that err wraps or joins,
// as [decorum.All] does; in English it is the Error text of a *decorum.Error.
//
// It returns "" when err holds no such violation: what else went wrong is not
// this package's to tell, and its text may hold anything.
func (l Localizer) Error(err error) string {
	var first decorum.Violation
	var errs, warnings uint64
	for v := range decorum.All(err) {
		switch v.Severity {
		case decorum.SeverityError:
			if errs == 0 {
				first = v
			}
			errs++
		case decorum.SeverityWarning:
			warnings++
		}
	}
	if errs == 0 {
		return ""
	}
	c, text := l.catalogue(), l.Violation(first)
	switch {
	case errs > 1:
		return fill(c.of(&c.moreErrors, errs-1), "text", text, "n", l.count(errs-1))
	case warnings > 0:
		return fill(c.of(&c.moreWarnings, warnings), "text", text, "n", l.count(warnings))
	}
	return text
}

// text returns what there is to say of v apart from its place and severity.
func (l Localizer) text(v decorum.Violation) string {
	c := l.catalogue()
	text := c.codeText(v.Code)
	switch measured := v.Unit != 0 && int(v.Unit) < unitCount; {
	case measured && v.Code == decorum.Truncated:
		text = fill(c.ofSigned(&c.found, v.Actual), "n", l.number(v.Actual), "limit", l.number(v.Limit))
	case measured:
		pattern := c.atLeast
		if v.Actual > v.Limit {
			pattern = c.atMost
		}
		measure := fill(c.ofSigned(&c.units[v.Unit], v.Actual), "n", l.number(v.Actual))
		measure = fill(pattern, "measure", measure, "limit", l.number(v.Limit))
		if tellsAll(v.Code) {
			text = measure
		} else {
			text = fill(c.advice, "measure", measure, "text", text)
		}
	}
	if v.Span != (decorum.Span{}) {
		text = fill(c.span, "text", text, "n", l.number(int64(v.Span.Start)))
	}
	if v.Want != "" {
		text = fill(c.want, "text", text, "want", l.leftToRight(v.Want))
	}
	return text
}

// ofSigned returns the pattern for n things. Below zero it is the form other,
// which shows the number in every language.
func (c *catalogue) ofSigned(f *forms, n int64) string {
	if n < 0 {
		return f.other
	}
	return c.of(f, uint64(n))
}

// tellsAll reports whether a measure alone tells what to do about the code, as
// it does in the root's own text.
func tellsAll(code decorum.Code) bool {
	switch code {
	case decorum.TooLong, decorum.TooShort, decorum.TooMany, decorum.TooFew,
		decorum.TooLarge, decorum.TooDeep, decorum.OutOfRange:
		return true
	default:
		return false
	}
}
