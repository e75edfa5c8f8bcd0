package decorum

import (
	"bytes"
	"encoding/json"
	"errors"
	"strconv"
	"unicode/utf16"
)

// readViolation is the JSON form as it is read: nothing is judged yet.
type readViolation struct {
	code, path, want string
	severity, unit   *string
	span             []int
	limit, actual    *int64
}

// UnmarshalJSON reads what [Violation.MarshalJSON] writes, strictly: names count
// by every letter's case, a member that stands twice is a [Duplicate], and
// neither invalid UTF-8 nor half a surrogate pair is replaced. A code that this
// version does not know is kept if it has the shape of a code; an unknown
// severity or unit, a path that is no JSON Pointer, and a span that is none are
// refused. Unknown members are passed over, and one that is null counts as
// missing. The error is an [*Error] with all that is wrong; it holds nothing of
// what was read.
func (v *Violation) UnmarshalJSON(data []byte) error {
	var whole json.RawMessage
	if err := json.Unmarshal(data, &whole); err != nil {
		return unreadable(err)
	}
	if i := InvalidOffset(string(data)); i >= 0 {
		return Violation{Code: InvalidUTF8, Severity: SeverityError, Span: Span{i, i + 1}}.Err()
	}
	if i := halfPair(data); i >= 0 {
		return Violation{Code: Malformed, Severity: SeverityError, Span: Span{i, i + len(`\u0000`)}}.Err()
	}
	var r readViolation
	vs, ok := r.read(data)
	out := Violation{Code: Code(r.code), Path: r.path, Want: r.want}
	if ok {
		vs = r.judge(&out, vs)
	}
	if err := vs.Err(); err != nil {
		return err
	}
	*v = out
	return nil
}

// read walks through the members of a value that is known to be valid JSON, and
// reports whether it is an object.
func (r *readViolation) read(data []byte) (vs Violations, ok bool) {
	d := json.NewDecoder(bytes.NewReader(data))
	if open, err := d.Token(); err != nil || open != json.Delim('{') {
		return vs.Add(Violation{Code: WrongType, Severity: SeverityError, Want: "a JSON object"}), false
	}
	seen := map[string]bool{}
	for d.More() {
		token, err := d.Token()
		name, ok := token.(string)
		if err != nil || !ok {
			break // not in valid JSON
		}
		to := r.member(name)
		if seen[name] {
			double := wrongMember(name, Duplicate, "")
			if _, unknown := to.(*json.RawMessage); unknown {
				double.Path = "" // the name is whoever's wrote the document
			}
			vs = vs.Add(double)
			to = new(json.RawMessage)
		}
		seen[name] = true
		if d.Decode(to) != nil {
			vs = vs.Add(wrongMember(name, WrongType, wanted(name)))
		}
	}
	return vs, true
}

// member returns where the member with the name is read to.
func (r *readViolation) member(name string) any {
	switch name {
	case "code":
		return &r.code
	case "severity":
		return &r.severity
	case "path":
		return &r.path
	case "span":
		return &r.span
	case "limit":
		return &r.limit
	case "actual":
		return &r.actual
	case "unit":
		return &r.unit
	case "want":
		return &r.want
	default:
		return new(json.RawMessage)
	}
}

// judge puts what was read into out, and adds what is wrong with it. A member
// that could not be read was told already.
func (r *readViolation) judge(out *Violation, vs Violations) Violations {
	told := len(vs)
	wrong := func(key string, code Code, want string) {
		v := wrongMember(key, code, want)
		for i := range told {
			if vs[i].Path == v.Path {
				return
			}
		}
		vs = vs.Add(v)
	}
	if !out.Code.wellFormed() {
		wrong("code", Malformed, "")
	}
	if r.severity == nil {
		wrong("severity", Required, "error, warning")
	} else {
		for v := range All(out.Severity.UnmarshalText([]byte(*r.severity))) {
			wrong("severity", v.Code, v.Want)
		}
	}
	if _, err := SplitPointer(r.path); err != nil {
		wrong("path", Malformed, "a JSON Pointer (RFC 6901)")
	}
	switch {
	case r.span == nil:
	case len(r.span) != 2:
		wrong("span", Malformed, "a start and an end")
	case r.span[0] < 0 || r.span[1] < r.span[0]:
		wrong("span", OutOfRange, "")
	default:
		out.Span = Span{r.span[0], r.span[1]}
	}
	if r.limit != nil {
		out.Limit = *r.limit
	}
	if r.actual != nil {
		out.Actual = *r.actual
	}
	if r.unit == nil {
		if r.limit != nil || r.actual != nil {
			wrong("unit", Required, "")
		}
	} else {
		for v := range All(out.Unit.UnmarshalText([]byte(*r.unit))) {
			wrong("unit", v.Code, v.Want)
		}
	}
	return vs
}

// wrongMember is what is wrong with a member of the object.
func wrongMember(name string, code Code, want string) Violation {
	var root Path
	at := root.Key(name)
	return Violation{Code: code, Severity: SeverityError, Path: at.String(), Want: want}
}

// halfPair returns the offset of the first escape in a valid JSON document that
// is half a surrogate pair without the other half; -1 if there is none.
func halfPair(data []byte) int {
	for i := 0; i < len(data); i++ {
		if data[i] != '\\' {
			continue
		}
		unit, ok := escaped(data[i:])
		if !ok {
			i++ // past what is escaped, which may be a backslash
			continue
		}
		if !utf16.IsSurrogate(unit) {
			continue
		}
		other, ok := escaped(data[i+len(`\u0000`):])
		if !ok || utf16.DecodeRune(unit, other) == '\uFFFD' {
			return i
		}
		i += 2*len(`\u0000`) - 1
	}
	return -1
}

// escaped returns the code unit of an escape such as \u00e9 that data begins
// with.
func escaped(data []byte) (unit rune, ok bool) {
	if len(data) < len(`\u0000`) || data[0] != '\\' || data[1] != 'u' {
		return 0, false
	}
	n, err := strconv.ParseUint(string(data[2:len(`\u0000`)]), 16, 16)
	return rune(n), err == nil //nolint:gosec // 16 bits
}

// unreadable returns what encoding/json found wrong without its text, which
// quotes characters of the document.
func unreadable(err error) error {
	v := Violation{Code: Malformed, Severity: SeverityError, Want: "a JSON object"}
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
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
