package decorum

import (
	"encoding/json"
	"errors"
	"strings"
)

// wireViolation is the JSON form of a Violation.
type wireViolation struct {
	Code     Code     `json:"code"`
	Severity Severity `json:"severity"`
	Path     string   `json:"path,omitempty"`
	Span     *[2]int  `json:"span,omitempty"`
	Limit    *int64   `json:"limit,omitempty"`
	Actual   *int64   `json:"actual,omitempty"`
	Unit     *Unit    `json:"unit,omitempty"`
	Want     string   `json:"want,omitempty"`
}

// MarshalJSON returns the violation as a JSON object. Members without meaning
// are left out; limit and actual are there whenever unit is:
//
//	{"code":"too_long","severity":"error","path":"/buttons/2/title","limit":20,"actual":23,"unit":"code_points"}
//
// A span is an array of its start and end. It fails for an invalid severity.
func (v Violation) MarshalJSON() ([]byte, error) {
	w := wireViolation{Code: v.Code, Severity: v.Severity, Path: v.Path, Want: v.Want}
	if v.Span != (Span{}) {
		w.Span = &[2]int{v.Span.Start, v.Span.End}
	}
	if v.Unit != 0 {
		w.Limit, w.Actual, w.Unit = &v.Limit, &v.Actual, &v.Unit
	}
	return json.Marshal(w)
}

// readViolation is the JSON form as it is read: nothing is judged yet.
type readViolation struct {
	Code     Code    `json:"code"`
	Severity *string `json:"severity"`
	Path     string  `json:"path"`
	Span     []int   `json:"span"`
	Limit    *int64  `json:"limit"`
	Actual   *int64  `json:"actual"`
	Unit     *string `json:"unit"`
	Want     string  `json:"want"`
}

// UnmarshalJSON reads what [Violation.MarshalJSON] writes. A code that this
// version does not know is kept if it has the shape of a code; an unknown
// severity or unit, a path that is no JSON Pointer, and a span that is none are
// refused. Unknown members are passed over. The error is an [*Error]; it holds
// nothing of what was read.
func (v *Violation) UnmarshalJSON(data []byte) error {
	var r readViolation
	if err := json.Unmarshal(data, &r); err != nil {
		return unreadable(err)
	}
	var root Path
	var vs Violations
	wrong := func(key string, code Code, want string) {
		at := root.Key(key)
		vs = vs.Add(Violation{Code: code, Severity: SeverityError, Path: at.String(), Want: want})
	}
	out := Violation{Code: r.Code, Path: r.Path, Want: r.Want}
	if !r.Code.wellFormed() {
		wrong("code", Malformed, "")
	}
	if r.Severity == nil {
		wrong("severity", Required, "error, warning")
	} else {
		for v := range All(out.Severity.UnmarshalText([]byte(*r.Severity))) {
			wrong("severity", v.Code, v.Want)
		}
	}
	if _, err := SplitPointer(r.Path); err != nil {
		wrong("path", Malformed, "a JSON Pointer (RFC 6901)")
	}
	switch {
	case r.Span == nil:
	case len(r.Span) != 2:
		wrong("span", Malformed, "a start and an end")
	case r.Span[0] < 0 || r.Span[1] < r.Span[0]:
		wrong("span", OutOfRange, "")
	default:
		out.Span = Span{r.Span[0], r.Span[1]}
	}
	if r.Limit != nil {
		out.Limit = *r.Limit
	}
	if r.Actual != nil {
		out.Actual = *r.Actual
	}
	if r.Unit == nil {
		if r.Limit != nil || r.Actual != nil {
			wrong("unit", Required, "")
		}
	} else {
		for v := range All(out.Unit.UnmarshalText([]byte(*r.Unit))) {
			wrong("unit", v.Code, v.Want)
		}
	}
	if err := vs.Err(); err != nil {
		return err
	}
	*v = out
	return nil
}

// unreadable returns what encoding/json found wrong without its text, which
// quotes numbers and characters of the document.
func unreadable(err error) error {
	v := Violation{Code: Malformed, Severity: SeverityError, Want: "a JSON object"}
	var kind *json.UnmarshalTypeError
	var syntax *json.SyntaxError
	switch {
	case errors.As(err, &kind):
		v.Code = WrongType
		if name, _, _ := strings.Cut(kind.Field, "."); name != "" {
			var root Path
			at := root.Key(name)
			v.Path, v.Want = at.String(), wanted(name)
		}
	case errors.As(err, &syntax):
		end := int(syntax.Offset)
		v.Span = Span{max(end-1, 0), end}
	}
	return v.Err()
}

// wanted returns what a member of a violation's JSON has to be.
func wanted(member string) string {
	switch member {
	case "limit", "actual":
		return "an integer"
	case "span":
		return "a start and an end"
	default:
		return "a string"
	}
}
