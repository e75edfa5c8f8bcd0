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
// alone, since double ones would end the string: Malformed. A value that is not
// UTF-8 is left out and told: InvalidUTF8.
func ExpandFieldCodesInJSON(text string, values FieldValues) (string, decorum.Violations) {
	out, vs := expand(nil, text, values, true)
	return string(out), vs
}

func expand(dst []byte, text string, values FieldValues, inJSON bool) ([]byte, decorum.Violations) {
	var vs decorum.Violations
	for at := 0; at < len(text); {
		begin := strings.Index(text[at:], "<$")
		if begin < 0 {
			return append(dst, text[at:]...), vs
		}
		dst = append(dst, text[at:at+begin]...)
		at += begin
		code, fault := parseFieldCode(text[at:], inJSON)
		code.Span = code.Span.Shift(at)
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
				v.Actual = int64(decorum.CountCodePoints(text[code.Span.Start+2 : code.Span.End-2]))
			}
			vs = vs.Add(v)
			dst = append(dst, text[code.Span.Start:code.Span.End]...)
		}
		at = code.Span.End
	}
	return dst, vs
}

// parseFieldCode reads the code that text begins with. Its span is that of what
// was read: up to "$>", or up to where the next code begins.
func parseFieldCode(text string, inJSON bool) (FieldCode, decorum.Code) {
	segment := text[2:]
	if next := strings.Index(segment, "<$"); next >= 0 {
		segment = segment[:next]
	}
	end := strings.Index(segment, "$>")
	if end < 0 {
		return FieldCode{Span: decorum.Span{Start: 0, End: 2}}, decorum.Malformed
	}
	code := FieldCode{Span: decorum.Span{Start: 0, End: end + 4}}
	body := text[2 : end+2]
	if (decorum.Limit{Max: MaxFieldCode}).Over(body) {
		return code, decorum.TooLong
	}
	var ok bool
	if code.Object, code.Field, ok = strings.Cut(strings.Trim(body, " "), "."); !ok {
		return code, decorum.Malformed
	}
	if open := strings.IndexByte(code.Field, '('); open >= 0 {
		argument := code.Field[open:]
		code.Field = code.Field[:open]
		if code.Argument, ok = quoted(argument, inJSON); !ok {
			return code, decorum.Malformed
		}
	}
	if !isName(code.Object) || !isName(code.Field) {
		return code, decorum.Malformed
	}
	return code, ""
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
