package template

import "github.com/decorum-go/decorum"

// checkValues looks at the values for the placeholders of one text. spacing is
// how spaces and line breaks that a value may not have count (rule NT4).
func checkValues(r *report, at *decorum.Path, text string, v *Values, spacing decorum.Severity) {
	var near [64]bool
	used := near[:]
	if n := v.Len(); n > len(near) {
		used = make([]bool, n)
	}
	first, highest, kinds := len(r.vs), 0, kindsOf(text)
	if v.Len() > 0 && kinds.mismatch(v) {
		want := "values in order"
		if kinds == namedOnly {
			want = "named values"
		}
		r.wrong(at, decorum.Mismatch, decorum.Span{}, want)
		return
	}
	for p, ok := nextPlaceholder(text, 0); ok; p, ok = nextPlaceholder(text, p.Span.End) {
		highest = max(highest, p.Number)
		i, given := v.index(p)
		if given {
			used[i] = true
			continue
		}
		r.missing(at, p, v, first)
	}
	for i := range v.list {
		place := at.Index(i)
		switch {
		case used[i]:
			checkValue(r, &place, &v.list[i], spacing)
		case i >= highest: // one below the highest number keeps the others in place
			r.fault(&place, decorum.Unexpected)
		default:
			r.valid(&place, v.list[i])
		}
	}
	for i := range v.named {
		n := &v.named[i]
		if used[i] { // so the name is that of a placeholder
			place, _ := valuePlace(at, Placeholder{Name: n.name}, v)
			checkValue(r, &place, &n.text, spacing)
		} else {
			place := at.UserKey(n.name)
			r.fault(&place, decorum.Unexpected)
		}
	}
}

// missing records a placeholder without a value, once: not if one of the
// violations from first on says it.
func (r *report) missing(at *decorum.Path, p Placeholder, v *Values, first int) {
	place, _ := valuePlace(at, p, v)
	var buf [96]byte
	path := place.Append(buf[:0])
	for i := min(first, len(r.vs)); i < len(r.vs); i++ {
		if r.vs[i].Code == decorum.Required && r.vs[i].Path == string(path) {
			return
		}
	}
	r.fault(&place, decorum.Required)
}

// checkValue looks at one value that must be there, nil for none, and reports
// whether it can be measured.
func checkValue(r *report, at *decorum.Path, value *string, spacing decorum.Severity) bool {
	if value == nil {
		r.fault(at, decorum.Required)
		return false
	}
	if !r.valid(at, *value) || !r.visible(at, *value) {
		return false
	}
	checkSpacing(r, at, *value, spacing)
	return true
}

// checkSpacing records each stretch of spaces and line breaks that a value may
// not have (rule NT4).
func checkSpacing(r *report, at *decorum.Path, s string, severity decorum.Severity) {
	if severity == 0 {
		return
	}
	for span, b := nextBlemish(s, 0); b != 0; span, b = nextBlemish(s, span.End) {
		r.add(at, decorum.Violation{Code: decorum.ForbiddenSpacing, Severity: severity, Span: span})
	}
}

// placeholderKinds tells which kinds of placeholders a text has.
type placeholderKinds uint8

const (
	positionalOnly placeholderKinds = 1 << iota
	namedOnly
)

func kindsOf(text string) (k placeholderKinds) {
	for p, ok := nextPlaceholder(text, 0); ok; p, ok = nextPlaceholder(text, p.Span.End) {
		if p.Number > 0 {
			k |= positionalOnly
		} else {
			k |= namedOnly
		}
	}
	return k
}

// mismatch reports whether none of the values can be meant for the placeholders:
// positional values for named ones, or names for numbers.
func (k placeholderKinds) mismatch(v *Values) bool {
	switch k {
	case namedOnly:
		return !v.IsNamed()
	case positionalOnly:
		for i := range v.named {
			if number1(v.named[i].name) > 0 {
				return false
			}
		}
		return v.IsNamed()
	default:
		return false
	}
}
