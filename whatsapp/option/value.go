package option

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/location"
	"github.com/decorum-go/decorum/whatsapp/display"
)

// read puts what the text says into the option's field, unless that is an
// error, and tells what is wrong with it. Paths are empty; spans are places in
// the text.
func (e *entry) read(o *Options, text string) decorum.Violations {
	value, start := text, 0
	if e.Kind != KindText && e.Kind != KindFormat {
		value, start = trim(text)
	}
	vs := e.readInto(e.field(o), value)
	for i := range vs {
		vs[i].Span = vs[i].Span.Shift(start)
	}
	if vs.HasErrors() {
		fillWant(vs, e.valid())
	}
	return vs
}

func (e *entry) readInto(field any, value string) decorum.Violations {
	switch field := field.(type) {
	case *bool:
		return assign(field, value, readBool)
	case *Theme:
		return assign(field, value, readTheme)
	case *int:
		return assign(field, value, func(s string) (int, decorum.Violations) {
			n, vs := readInteger(s, e.Min, e.Max, e.Unit)
			return int(n), vs
		})
	case *time.Duration:
		return assign(field, value, func(s string) (time.Duration, decorum.Violations) {
			if e.Kind == KindTimespan {
				return readTimespan(s, e.Min)
			}
			return readDuration(s, e.Min)
		})
	case *Thresholds:
		return assign(field, value, readThresholds)
	case *string:
		return assign(field, value, func(s string) (string, decorum.Violations) { return s, e.checkText(s) })
	case *[]string:
		return assign(field, value, readList)
	case *location.MapURL:
		return assign(field, value, readMapURL)
	case *display.Format:
		return assign(field, value, readFormat)
	}
	return nil
}

// assign sets the field to what the text says, unless that is an error.
func assign[T any](field *T, text string, read func(string) (T, decorum.Violations)) decorum.Violations {
	value, vs := read(text)
	if !vs.HasErrors() {
		*field = value
	}
	return vs
}

// write returns the option's field as an administrator would write it.
func (e *entry) write(o *Options) string {
	switch field := e.field(o).(type) {
	case *bool:
		return strconv.FormatBool(*field)
	case *int:
		return strconv.Itoa(*field)
	case *time.Duration:
		return FormatTimespan(*field)
	case *Thresholds:
		return field.String()
	case *Theme:
		return field.String()
	case *string:
		return *field
	case *[]string:
		return strings.Join(*field, ",")
	case *location.MapURL:
		return field.String()
	case *display.Format:
		return field.String()
	}
	return ""
}

// move sets the option's field in dst to that in src.
func (e *entry) move(dst, src *Options) {
	switch to := e.field(dst).(type) {
	case *bool:
		*to = *e.field(src).(*bool)
	case *int:
		*to = *e.field(src).(*int)
	case *time.Duration:
		*to = *e.field(src).(*time.Duration)
	case *Thresholds:
		*to = *e.field(src).(*Thresholds)
	case *Theme:
		*to = *e.field(src).(*Theme)
	case *string:
		*to = *e.field(src).(*string)
	case *[]string:
		*to = *e.field(src).(*[]string)
	case *location.MapURL:
		*to = *e.field(src).(*location.MapURL)
	case *display.Format:
		*to = *e.field(src).(*display.Format)
	}
}

// same reports whether both options have the same value in the entry's field.
func (e *entry) same(a, b *Options) bool {
	if list, ok := e.field(a).(*[]string); ok {
		return slices.Equal(*list, *e.field(b).(*[]string))
	}
	if theme, ok := e.field(a).(*Theme); ok {
		return *theme == *e.field(b).(*Theme) // one that is no theme has no text
	}
	if d, ok := e.field(a).(*time.Duration); ok {
		return *d == *e.field(b).(*time.Duration) // parts of a second have no text
	}
	if t, ok := e.field(a).(*Thresholds); ok {
		return *t == *e.field(b).(*Thresholds)
	}
	return e.write(a) == e.write(b)
}

func readBool(s string) (bool, decorum.Violations) {
	switch {
	case equalFold(s, "true"):
		return true, nil
	case equalFold(s, "false"):
		return false, nil
	}
	return false, wrongScalar(s)
}

// wrongScalar is what is wrong with a text that is no switch, number or theme.
func wrongScalar(s string) decorum.Violations {
	code := decorum.Malformed
	switch {
	case s == "":
		code = decorum.Required
	case len(s) > maxScalar:
		return decorum.Violations{tooLong(s, maxScalar)}
	case decorum.InvalidOffset(s) >= 0:
		code = decorum.InvalidUTF8
	}
	return decorum.Violations{fault(code, whole(s), "")}
}

func readMapURL(s string) (location.MapURL, decorum.Violations) {
	u, err := location.ParseMapURL(s)
	if err != nil {
		return u, slices.Collect(decorum.All(err))
	}
	return u, u.Check()
}

func readFormat(s string) (display.Format, decorum.Violations) {
	f, err := display.Parse(s)
	if err != nil {
		return f, slices.Collect(decorum.All(err))
	}
	return f, f.Check()
}

// blanks are what may stand around a value: what spaces an administrator or a
// configuration file leaves there.
const blanks = " \t\r\n"

// trim returns s without the blanks around it, and where that begins in s.
func trim(s string) (value string, start int) {
	value = strings.TrimLeft(s, blanks)
	start = len(s) - len(value)
	return strings.TrimRight(value, blanks), start
}

// explain returns the errors among vs, if any, with what would be right.
func explain(vs decorum.Violations, want string) error {
	fillWant(vs, want)
	return vs.Err()
}

// fillWant tells what would be right where an error does not yet.
func fillWant(vs decorum.Violations, want string) {
	for i := range vs {
		if vs[i].Want == "" && vs[i].Severity == decorum.SeverityError {
			vs[i].Want = want
		}
	}
}

// fault returns an error.
func fault(code decorum.Code, span decorum.Span, want string) decorum.Violation {
	return decorum.Violation{Code: code, Severity: decorum.SeverityError, Span: span, Want: want}
}

func tooLong(s string, most int) decorum.Violation {
	return decorum.Violation{
		Code: decorum.TooLong, Severity: decorum.SeverityError,
		Limit: int64(most), Actual: int64(len(s)), Unit: decorum.Bytes,
	}
}

// whole returns the span of all of s.
func whole(s string) decorum.Span { return decorum.Span{Start: 0, End: len(s)} }
