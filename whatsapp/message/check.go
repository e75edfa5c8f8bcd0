package message

import (
	"strings"

	"github.com/decorum-go/decorum"
)

// A report collects what is wrong with a message. Paths cost nothing as long as
// all is well.
type report struct{ vs decorum.Violations }

// wrong adds an error.
func (r *report) wrong(at *decorum.Path, code decorum.Code, want string) {
	r.vs = r.vs.Add(decorum.Violation{Code: code, Severity: decorum.SeverityError, Path: at.String(), Want: want})
}

// doubtful adds a warning.
func (r *report) doubtful(at *decorum.Path, code decorum.Code, want string) {
	r.vs = r.vs.Add(decorum.Violation{Code: code, Severity: decorum.SeverityWarning, Path: at.String(), Want: want})
}

// valid reports whether s is valid UTF-8, and adds a violation if not.
func (r *report) valid(at *decorum.Path, s string) bool {
	before := len(r.vs)
	r.vs = decorum.Limit{}.Check(r.vs, at, s)
	return len(r.vs) == before
}

// present reports whether s is a text that can be seen, and adds a violation if
// not.
func (r *report) present(at *decorum.Path, s string) bool {
	switch {
	case s == "":
		r.wrong(at, decorum.Required, "")
	case !r.valid(at, s):
	case !decorum.HasVisible(s):
		r.wrong(at, decorum.Blank, "")
	default:
		return true
	}
	return false
}

// long adds a violation when s, which is valid, is over the limit.
func (r *report) long(at *decorum.Path, l decorum.Limit, s string) {
	if l.Over(s) {
		r.vs = l.Check(r.vs, at, s)
	}
}

// advised adds a warning when s, which is valid, is over the limit.
func (r *report) advised(at *decorum.Path, l decorum.Limit, s string) {
	if !l.Over(s) {
		return
	}
	for _, v := range l.Check(nil, at, s) {
		v.Severity = decorum.SeverityWarning
		r.vs = r.vs.Add(v)
	}
}

// web looks at an address that WhatsApp fetches or opens: http or https with a
// host, and nothing that does not stand in an address. Which host it is, is not
// judged.
func (r *report) web(at *decorum.Path, s string) {
	const want = "an http or https URL"
	var rest string
	switch {
	case len(s) >= 8 && strings.EqualFold(s[:8], "https://"):
		rest = s[8:]
	case len(s) >= 7 && strings.EqualFold(s[:7], "http://"):
		rest = s[7:]
	default:
		r.wrong(at, decorum.Unsupported, want)
		return
	}
	host, _, _ := strings.Cut(rest[strings.IndexByte(rest[:authority(rest)], '@')+1:], ":")
	if authority(host) == 0 {
		r.wrong(at, decorum.Malformed, want)
		return
	}
	for i := range len(s) {
		if c := s[i]; c <= ' ' || c == 0x7F || strings.IndexByte("\"<>\\^`{|}", c) >= 0 {
			r.vs = r.vs.Add(decorum.Violation{
				Code: decorum.ForbiddenCharacter, Severity: decorum.SeverityError, Path: at.String(),
				Span: decorum.Span{Start: i, End: i + 1}, Want: "percent-encoding",
			})
			return
		}
	}
}

// authority returns where the part of an address that names the host ends.
func authority(rest string) int {
	if end := strings.IndexAny(rest, "/?#"); end >= 0 {
		return end
	}
	return len(rest)
}
