package template

import (
	"strings"

	"github.com/decorum-go/decorum"
)

// checkLine looks at a text of one line that must be there: a title, a label, a
// text header (rules IM3, IM6 and NT4).
func checkLine(r *report, at *decorum.Path, l decorum.Limit, s string) {
	if r.valid(at, s) && r.visible(at, s) {
		r.long(at, l, s)
		checkSpacing(r, at, s, decorum.SeverityError)
	}
}

// checkID looks at what comes back when the customer chooses an option. One that
// begins or ends with a space is against one of Meta's sources and not the other.
func checkID(r *report, at *decorum.Path, l decorum.Limit, s string) {
	if !r.valid(at, s) || !r.visible(at, s) {
		return
	}
	r.long(at, l, s)
	if start := len(s) - len(strings.TrimLeft(s, edges)); start > 0 {
		r.warn(at, decorum.ForbiddenSpacing, decorum.Span{Start: 0, End: start}, "")
	}
	if end := len(strings.TrimRight(s, edges)); end < len(s) {
		r.warn(at, decorum.ForbiddenSpacing, decorum.Span{Start: end, End: len(s)}, "")
	}
}

const edges = " \t\r\n"

// checkMark looks at the id of a thing that Meta or the business knows, which
// must be there.
func checkMark(r *report, at *decorum.Path, s string) {
	if r.valid(at, s) {
		r.visible(at, s)
	}
}
