package display

import (
	"strings"

	"github.com/decorum-go/decorum"
)

const (
	// MaxInput is how many bytes a format may have.
	MaxInput = 4096
	// MaxDepth is how deep groups may be nested.
	MaxDepth = 8
)

// Parse parses a display format. An error holds one violation, with its span:
// TooLong, InvalidUTF8, TooDeep, ForbiddenCharacter (a control), or Malformed
// (a "$" that begins no field, a group that is not closed or not opened).
func Parse(format string) (Format, error) {
	if len(format) > MaxInput {
		return Format{}, decorum.Violation{
			Code: decorum.TooLong, Severity: decorum.SeverityError,
			Limit: MaxInput, Actual: int64(len(format)), Unit: decorum.Bytes,
		}.Err()
	}
	if bad := decorum.InvalidOffset(format); bad >= 0 {
		return Format{}, fault(decorum.InvalidUTF8, bad, len(format), "")
	}
	p := parser{source: format}
	alternatives, err := p.alternatives(0)
	if err == nil && p.at < len(format) {
		err = fault(decorum.Malformed, p.at, p.at+1, "a ( before the )")
	}
	if err != nil {
		return Format{}, err
	}
	return Format{format, alternatives}, nil
}

// MustParse calls Parse and panics on an error. It is for formats written in a
// program.
func MustParse(format string) Format {
	f, err := Parse(format)
	if err != nil {
		panic(err)
	}
	return f
}

func fault(code decorum.Code, start, end int, want string) error {
	return decorum.Violation{
		Code: code, Severity: decorum.SeverityError, Span: decorum.Span{Start: start, End: end}, Want: want,
	}.Err()
}

// A parser reads a format once, from left to right.
type parser struct {
	source string
	at     int
}

// alternatives reads up to the end of the format or a ")" that closes the group.
func (p *parser) alternatives(depth int) ([]sequence, error) {
	var all []sequence
	for {
		s, err := p.sequence(depth)
		if err != nil {
			return nil, err
		}
		all = append(all, s)
		if p.at == len(p.source) || p.source[p.at] != '|' {
			return all, nil
		}
		p.at++
	}
}

func (p *parser) sequence(depth int) (sequence, error) {
	var s sequence
	for p.at < len(p.source) {
		var next item
		var err error
		switch p.source[p.at] {
		case '|', ')':
			return s, nil
		case '$':
			next, err = p.field()
		case '(':
			next, err = p.group(depth + 1)
		default:
			next, err = p.literal()
		}
		if err != nil {
			return nil, err
		}
		s = append(s, next)
	}
	return s, nil
}

func (p *parser) literal() (item, error) {
	start := p.at
	for p.at < len(p.source) && !strings.ContainsRune("$|()", rune(p.source[p.at])) {
		if isControl(p.source[p.at]) {
			return item{}, fault(decorum.ForbiddenCharacter, p.at, p.at+1, "")
		}
		p.at++
	}
	return item{text: p.source[start:p.at]}, nil
}

func (p *parser) group(depth int) (item, error) {
	start := p.at
	if depth > MaxDepth {
		return item{}, decorum.Violation{
			Code: decorum.TooDeep, Severity: decorum.SeverityError, Span: decorum.Span{Start: start, End: start + 1},
			Limit: MaxDepth, Actual: int64(depth), Unit: decorum.Levels,
		}.Err()
	}
	p.at++
	alternatives, err := p.alternatives(depth)
	if err != nil {
		return item{}, err
	}
	if p.at == len(p.source) {
		return item{}, fault(decorum.Malformed, start, p.at, "a ) after the (")
	}
	p.at++
	return item{alternatives: alternatives, span: decorum.Span{Start: start, End: p.at}}, nil
}

func (p *parser) field() (item, error) {
	start := p.at
	p.at++
	for p.at < len(p.source) && !strings.ContainsRune("$|() ", rune(p.source[p.at])) {
		if isControl(p.source[p.at]) {
			return item{}, fault(decorum.ForbiddenCharacter, p.at, p.at+1, "")
		}
		p.at++
	}
	object, name, ok := strings.Cut(p.source[start+1:p.at], ".")
	if p.at < len(p.source) && p.source[p.at] == '$' {
		p.at++ // the closing one
	}
	if !ok || object == "" || name == "" {
		return item{}, fault(decorum.Malformed, start, p.at, "$Object.Name$")
	}
	return item{object: object, name: name, span: decorum.Span{Start: start, End: p.at}}, nil
}

func isControl(c byte) bool { return c < ' ' || c == 0x7F }
