package decorum

// A Violation is one rule that a value breaks, told so that a program can act
// on it, a screen can mark it, and a person can mend it.
//
// Violations are comparable and hold nothing of the user's text: Code, Unit and
// Want come from this library's closed vocabulary, and Path is a place.
type Violation struct {
	// Code is the kind of rule that is broken.
	Code Code
	// Severity is SeverityError or SeverityWarning; its zero value is invalid.
	Severity Severity
	// Path is a JSON Pointer (RFC 6901) into the checked value's own JSON, such
	// as "/buttons/2/title". The empty Path is the whole value.
	Path string
	// Span is the stretch of the string at Path that is wrong, in bytes. The
	// zero Span is all of it.
	Span Span
	// Limit is the bound that was crossed and Actual what was found, both in
	// Unit. Actual lies above Limit where it is too much, and below it where it
	// is too little; it never equals it. Without a Unit, both are zero.
	Limit, Actual int64
	// Unit is what Limit and Actual count. The zero Unit: no measure.
	Unit Unit
	// Want is what would be right: the name of a privilege, a state, the valid
	// values, joined by ", ". It may be empty.
	Want string
}

// Err returns nil unless v has the severity SeverityError; then it returns an
// *Error that holds v alone.
func (v Violation) Err() error {
	if v.Severity != SeverityError {
		return nil
	}
	return &Error{Violations{v}}
}

// Under returns v with its path moved below place: the violation as the holder
// of the checked value sees it. A nil place leaves the path as it is.
func (v Violation) Under(place *Path) Violation {
	switch {
	case place == nil || place.kind == pathRoot:
	case place.ended || v.Path == "":
		v.Path = place.String()
	default:
		v.Path = place.String() + v.Path
	}
	return v
}

// Plain returns v with nothing in it but what may be shown to anyone: the Path up
// to its first token that is not plain (see [Path.UserKey]) and no longer than
// 256 bytes; no Want unless it is 1 to 512 bytes of printable ASCII; no Code
// that has not the shape of one; and no measure in a Unit that is none. Whoever
// writes violations in words of their own begins with it.
func (v Violation) Plain() Violation {
	v.Path = plainPath(v.Path)
	if !plainText(v.Want) {
		v.Want = ""
	}
	if !v.Code.wellFormed() {
		v.Code = ""
	}
	if !v.Unit.known() {
		v.Unit, v.Limit, v.Actual = 0, 0, 0
	}
	return v
}

// String returns the violation in one line of English that tells what to do:
//
//	/buttons/2/title: 23 code points, at most 20
//
// It shows nothing of the user's, only what [Violation.Plain] leaves.
func (v Violation) String() string { return string(v.append(nil)) }

// append appends what String returns.
func (v Violation) append(dst []byte) []byte {
	if path := plainPath(v.Path); path != "" {
		dst = append(dst, path...)
		dst = append(dst, ": "...)
	}
	if v.Severity == SeverityWarning {
		dst = append(dst, "warning: "...)
	}
	return v.appendText(dst)
}
