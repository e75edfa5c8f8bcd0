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
