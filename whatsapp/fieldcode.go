package whatsapp

import (
	"strings"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/internal/wire"
)

// MaxFieldCode is how many characters may stand between "<$" and "$>".
const MaxFieldCode = 64

// A FieldCode is a place in a standard response that is filled from the contact,
// the agent or the interaction (guide SR2), such as <$Contact.FirstName$> or
// <$Interaction.AttachedData('OrderId')$>.
type FieldCode struct {
	Object, Field string
	// Argument is what stands in quotes after the field; "" for none.
	Argument string
	// Span is where the code stands, from "<$" to "$>".
	Span decorum.Span
}

// FieldValues answers what a field code stands for, and whether it is known at
// all: a known field may be empty.
type FieldValues func(FieldCode) (string, bool)

// ExpandFieldCodes returns the text with its field codes filled in. Values are
// put in as they are and never read again. What is wrong stays as it stands and
// is told with its span: Malformed (a code that is not closed, or not of the form
// Object.Field or Object.Field('Argument')), TooLong, Unknown.
func ExpandFieldCodes(text string, values FieldValues) (string, decorum.Violations) {
	out, vs := expand(nil, text, values, false)
	return string(out), vs
}

// ExpandFieldCodesInJSON does the same for the JSON of a structured message:
// values are escaped as JSON strings demand, and arguments stand in single quotes
// alone, since double ones would end the string: Malformed. Angle brackets and
// single quotes may be written as \u003c, \u003e and \u0027, as encoders for the
// web do. A value that is not UTF-8 is left out and told: InvalidUTF8. Codes
// belong into strings: where else in the JSON one stands is not looked at.
func ExpandFieldCodesInJSON(text string, values FieldValues) (string, decorum.Violations) {
	out, vs := expand(nil, text, values, true)
	return string(out), vs
}

func expand(dst []byte, text string, values FieldValues, inJSON bool) ([]byte, decorum.Violations) {
	var vs decorum.Violations
	for at := 0; at < len(text); {
		begin, body := opening(text, at, inJSON)
		dst = append(dst, text[at:begin]...)
		if begin == body {
			return dst, vs
		}
		code, size, fault := parseFieldCode(text, body, inJSON)
		code.Span.Start = begin
		value, known := "", false
		if fault == "" && values != nil {
			value, known = values(code)
		}
		switch {
		case fault == "" && !known:
			fault = decorum.Unknown
		case fault == "" && inJSON:
			dst, fault = appendJSONText(dst, value)
		case fault == "":
			dst = append(dst, value...)
		}
		if fault != "" {
			v := decorum.Violation{Code: fault, Severity: decorum.SeverityError, Span: code.Span}
			if fault == decorum.TooLong {
				v.Limit, v.Unit = MaxFieldCode, decorum.CodePoints
				v.Actual = int64(decorum.CountCodePoints(text[body : body+size]))
			}
			vs = vs.Add(v)
			dst = append(dst, text[code.Span.Start:code.Span.End]...)
		}
		at = code.Span.End
	}
	return dst, vs
}

// opening returns where the next "<$" begins and ends, from the offset at on;
// len(text) twice if there is none.
func opening(text string, at int, inJSON bool) (begin, end int) {
	const escaped = `\u003c`
	for from := at; ; {
		i := strings.IndexByte(text[from:], '$')
		if i < 0 {
			return len(text), len(text)
		}
		i += from
		switch {
		case i > at && text[i-1] == '<':
			return i - 1, i + 1
		case inJSON && i-len(escaped) >= at && strings.EqualFold(text[i-len(escaped):i], escaped):
			begin = i - len(escaped)
			// An escaped backslash before it makes it mere text.
			if before := strings.TrimRight(text[at:begin], `\`); (begin-at-len(before))%2 == 0 {
				return begin, i + 1
			}
		}
		from = i + 1
	}
}

// closing returns where the first "$>" of text begins and ends, -1 for none.
func closing(text string, inJSON bool) (begin, end int) {
	const escaped = `\u003e`
	for from := 0; ; {
		i := strings.IndexByte(text[from:], '$')
		if i < 0 {
			return -1, -1
		}
		from += i + 1
		switch rest := text[from:]; {
		case strings.HasPrefix(rest, ">"):
			return from - 1, from + 1
		case inJSON && len(rest) >= len(escaped) && strings.EqualFold(rest[:len(escaped)], escaped):
			return from - 1, from + len(escaped)
		}
	}
}

// parseFieldCode reads the code whose "<$" ends at an offset of the text. The
// end of its span is that of what was read: after "$>", or, where the next code
// begins before one, after "<$". size is the length of what stands between.
func parseFieldCode(text string, at int, inJSON bool) (code FieldCode, size int, fault decorum.Code) {
	next, _ := opening(text, at, inJSON)
	size, end := closing(text[at:next], inJSON)
	if size < 0 {
		code.Span.End = at
		return code, 0, decorum.Malformed
	}
	code.Span.End = at + end
	body := text[at : at+size]
	if (decorum.Limit{Max: MaxFieldCode}).Over(body) {
		return code, size, decorum.TooLong
	}
	if inJSON {
		body = strings.ReplaceAll(body, `\u0027`, "'")
	}
	var ok bool
	if code.Object, code.Field, ok = strings.Cut(strings.Trim(body, " "), "."); !ok {
		return code, size, decorum.Malformed
	}
	if open := strings.IndexByte(code.Field, '('); open >= 0 {
		argument := code.Field[open:]
		code.Field = code.Field[:open]
		if code.Argument, ok = quoted(argument, inJSON); !ok {
			return code, size, decorum.Malformed
		}
	}
	if !isName(code.Object) || !isName(code.Field) {
		return code, size, decorum.Malformed
	}
	return code, size, ""
}

// quoted reads ('text') or ("text").
func quoted(s string, inJSON bool) (string, bool) {
	if len(s) < 5 || s[0] != '(' || s[len(s)-1] != ')' {
		return "", false
	}
	quote, text := s[1], s[2:len(s)-2]
	if s[len(s)-2] != quote || quote != '\'' && (quote != '"' || inJSON) {
		return "", false
	}
	if inJSON && strings.ContainsAny(text, `"\`) || strings.IndexByte(text, quote) >= 0 {
		return "", false
	}
	return text, true
}

// isName reports whether s has ASCII letters, digits and underscores, and at
// least one.
func isName(s string) bool {
	for i := range len(s) {
		c := s[i]
		if (c < 'a' || c > 'z') && (c < 'A' || c > 'Z') && (c < '0' || c > '9') && c != '_' {
			return false
		}
	}
	return s != ""
}

// appendJSONText appends the text as it stands within a JSON string. What is not
// UTF-8 cannot stand there.
func appendJSONText(dst []byte, text string) ([]byte, decorum.Code) {
	w := wire.NewWriter(nil)
	w.Text(text)
	quoted, err := w.Done()
	if err != nil {
		return dst, decorum.InvalidUTF8
	}
	return append(dst, quoted[1:len(quoted)-1]...), ""
}
