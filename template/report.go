package template

import (
	"strings"

	"github.com/decorum-go/decorum"
)

// A report gathers violations. A list costs one allocation, and the paths in it
// share another.
type report struct {
	vs    decorum.Violations
	paths strings.Builder
	// sound: every text was found to be valid UTF-8 before.
	sound bool
	// lint: a definition is looked at as Meta's reviewers do.
	lint bool
}

// add records v at the place.
func (r *report) add(at *decorum.Path, v decorum.Violation) {
	if r.vs == nil {
		r.vs = make(decorum.Violations, 0, 4)
	}
	if len(r.vs) < decorum.MaxViolations {
		if r.paths.Len() == 0 {
			r.paths.Grow(128)
		}
		var buf [96]byte
		start := r.paths.Len()
		r.paths.Write(at.Append(buf[:0]))
		v.Path = r.paths.String()[start:]
	}
	if v.Severity == 0 {
		v.Severity = decorum.SeverityError
	}
	r.vs = r.vs.Add(v)
}

// fault records an error of the code.
func (r *report) fault(at *decorum.Path, code decorum.Code) {
	r.add(at, decorum.Violation{Code: code})
}

// warn records a warning of the code about a stretch of the text.
func (r *report) warn(at *decorum.Path, code decorum.Code, span decorum.Span, want string) {
	r.add(at, decorum.Violation{Code: code, Severity: decorum.SeverityWarning, Span: span, Want: want})
}

// wrong records an error of the code about a stretch of the text.
func (r *report) wrong(at *decorum.Path, code decorum.Code, span decorum.Span, want string) {
	r.add(at, decorum.Violation{Code: code, Span: span, Want: want})
}

// valid records a text that is not valid UTF-8, and reports whether it is.
func (r *report) valid(at *decorum.Path, s string) bool {
	if r.sound {
		return true
	}
	bad := decorum.InvalidOffset(s)
	if bad < 0 {
		return true
	}
	r.wrong(at, decorum.InvalidUTF8, decorum.Span{Start: bad, End: len(s)}, "")
	return false
}

// long records a text over the limit.
func (r *report) long(at *decorum.Path, l decorum.Limit, s string) {
	if l.Over(s) {
		r.tooLong(at, l, s, decorum.SeverityError)
	}
}

// advised records a text over the limit, or else as a warning one over the
// advised limit.
func (r *report) advised(at *decorum.Path, l, advised decorum.Limit, s string) {
	switch {
	case l.Over(s):
		r.tooLong(at, l, s, decorum.SeverityError)
	case advised.Over(s):
		r.tooLong(at, advised, s, decorum.SeverityWarning)
	}
}

func (r *report) tooLong(at *decorum.Path, l decorum.Limit, s string, severity decorum.Severity) {
	r.add(at, decorum.Violation{
		Code: decorum.TooLong, Severity: severity,
		Limit: int64(max(l.Max, 0)), Actual: int64(l.Count(s)), Unit: unitOf(l),
	})
}

// text records a text that is not valid or over the limit.
func (r *report) text(at *decorum.Path, l decorum.Limit, s string) {
	if r.valid(at, s) {
		r.long(at, l, s)
	}
}

// visible records a text that must be there and is not, and reports whether it
// is.
func (r *report) visible(at *decorum.Path, s string) bool {
	switch {
	case s == "":
		r.fault(at, decorum.Required)
	case !decorum.HasVisible(s) && (r.sound || decorum.InvalidOffset(s) < 0):
		r.fault(at, decorum.Blank)
	default:
		return true
	}
	return false
}

// many records more items than the limit.
func (r *report) many(at *decorum.Path, l decorum.Limit, n int) {
	if l.OverCount(n) {
		r.count(at, decorum.TooMany, decorum.SeverityError, l.Max, n)
	}
}

func (r *report) count(at *decorum.Path, code decorum.Code, severity decorum.Severity, limit, n int) {
	r.add(at, decorum.Violation{
		Code: code, Severity: severity, Limit: int64(max(limit, 0)), Actual: int64(n), Unit: decorum.Items,
	})
}

// unitOf returns the unit in which the limit counts a text.
func unitOf(l decorum.Limit) decorum.Unit {
	switch {
	case l.Unit == 0:
		return decorum.CodePoints
	case l.Unit > decorum.Bytes:
		return decorum.Bytes
	default:
		return l.Unit
	}
}
