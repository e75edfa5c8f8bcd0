package option

import (
	"strings"
	"time"

	"github.com/decorum-go/decorum"
)

const wantThresholds = "warning,maximum: whole seconds from 0 to 2147483647, the maximum greater"

// Thresholds are when an unanswered message of the customer's becomes pressing:
// it is green below Warning, yellow from Warning and red from Maximum (rule PR1).
// Both are whole seconds, and Maximum is greater than Warning. A Warning of 0
// leaves nothing green.
//
// The zero Thresholds is none: by it nothing becomes pressing. It is no value of
// the option, so [Thresholds.Check] refuses it; the default is that of [Default].
type Thresholds struct {
	Warning, Maximum time.Duration
}

// ParseThresholds reads two numbers of seconds, separated by a comma, such as
// "30,50". Blanks around them are passed over. Each is at most 2147483647 and the
// second is greater than the first. The zero Thresholds comes with an error.
//
// The error holds all that is wrong: Required for an empty text, TooLong past 64
// bytes, Malformed where there are not two numbers, OutOfRange for each that is
// out of range.
func ParseThresholds(s string) (Thresholds, error) {
	t, vs := readThresholds(s)
	return t, explain(vs, wantThresholds)
}

// MustParseThresholds is like [ParseThresholds], but panics when the text is
// wrong. It is meant for tests and for package variables.
func MustParseThresholds(s string) Thresholds {
	t, err := ParseThresholds(s)
	if err != nil {
		panic("option: MustParseThresholds: " + err.Error())
	}
	return t
}

func readThresholds(s string) (Thresholds, decorum.Violations) {
	first, second, ok := strings.Cut(s, ",")
	if !ok || len(s) > maxScalar {
		return Thresholds{}, wrongScalar(s)
	}
	warning, vs := readSeconds(first, 0, 0, maxSeconds-1)
	// Where the warning is wrong, the maximum is held against 0 alone.
	least := int64(0)
	if vs == nil {
		least = warning + 1
	}
	maximum, more := readSeconds(second, len(first)+1, least, maxSeconds)
	if vs = vs.Join(nil, more); vs != nil {
		return Thresholds{}, vs
	}
	return Thresholds{time.Duration(warning) * time.Second, time.Duration(maximum) * time.Second}, nil
}

// readSeconds reads one of the two numbers, which stands at an offset of the
// text.
func readSeconds(s string, at int, least, most int64) (int64, decorum.Violations) {
	digits, start := trim(s)
	n, vs := readInteger(digits, least, most, decorum.Seconds)
	for i := range vs {
		vs[i].Span = vs[i].Span.Shift(at + start)
		if vs[i].Code == decorum.Required {
			vs[i].Code = decorum.Malformed // a number is missing, not the text
		}
	}
	return n, vs
}

// Check tells what is wrong with thresholds that a program set itself: what
// [ParseThresholds] would tell of their text, and Malformed for parts of a second,
// which have none. Spans are places in what String returns.
func (t Thresholds) Check() decorum.Violations {
	read, vs := readThresholds(t.String())
	if vs == nil && read != t {
		vs = decorum.Violations{fault(decorum.Malformed, decorum.Span{}, "")}
	}
	fillWant(vs, wantThresholds)
	return vs
}

// String returns the thresholds as [ParseThresholds] reads them: "30,50".
func (t Thresholds) String() string {
	return FormatTimespan(t.Warning) + "," + FormatTimespan(t.Maximum)
}

// AppendText appends what [Thresholds.String] returns. It never fails.
func (t Thresholds) AppendText(dst []byte) ([]byte, error) { return append(dst, t.String()...), nil }

// MarshalText returns what [Thresholds.String] returns. It never fails.
func (t Thresholds) MarshalText() ([]byte, error) { return []byte(t.String()), nil }

// UnmarshalText reads thresholds as [ParseThresholds] does.
func (t *Thresholds) UnmarshalText(text []byte) error {
	parsed, err := ParseThresholds(string(text))
	if err != nil {
		return err
	}
	*t = parsed
	return nil
}
