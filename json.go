package decorum

import "encoding/json"

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

// UnmarshalJSON reads what [Violation.MarshalJSON] writes. A code that this
// version does not know is kept if it has the shape of a code; an unknown
// severity or unit, a path that is no JSON Pointer, and a span that is none are
// refused. Unknown members are passed over.
func (v *Violation) UnmarshalJSON(data []byte) error {
	var w wireViolation
	if err := json.Unmarshal(data, &w); err != nil {
		return err
	}
	var root Path
	var vs Violations
	wrong := func(key string, code Code, want string) {
		at := root.Key(key)
		vs = vs.Add(Violation{Code: code, Severity: SeverityError, Path: at.String(), Want: want})
	}
	if !w.Code.wellFormed() {
		wrong("code", Malformed, "")
	}
	if w.Severity == 0 {
		wrong("severity", Required, "error, warning")
	}
	if _, err := SplitPointer(w.Path); err != nil {
		wrong("path", Malformed, "a JSON Pointer (RFC 6901)")
	}
	out := Violation{Code: w.Code, Severity: w.Severity, Path: w.Path, Want: w.Want}
	if w.Span != nil {
		out.Span = Span{w.Span[0], w.Span[1]}
		if out.Span.Start < 0 || out.Span.End < out.Span.Start {
			wrong("span", OutOfRange, "")
		}
	}
	if w.Unit != nil {
		out.Unit = *w.Unit
	}
	if w.Limit != nil {
		out.Limit = *w.Limit
	}
	if w.Actual != nil {
		out.Actual = *w.Actual
	}
	if (w.Limit != nil || w.Actual != nil) && w.Unit == nil {
		wrong("unit", Required, "")
	}
	if err := vs.Err(); err != nil {
		return err
	}
	*v = out
	return nil
}
