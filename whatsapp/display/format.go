package display

import (
	"strings"

	"github.com/decorum-go/decorum"
)

// A Format is a parsed display format. It is immutable; the zero Format is
// empty and gives the empty text.
type Format struct {
	source string
	// alternatives of the whole format; one where it has no "|" of its own.
	alternatives []sequence
}

// A sequence is items that stand side by side.
type sequence []item

// An item is a literal (text), a field (object and name), or a group.
type item struct {
	text         string
	object, name string
	alternatives []sequence
	span         decorum.Span
}

func (i item) isField() bool { return i.object != "" }

// String returns the format as it was parsed.
func (f Format) String() string { return f.source }

// IsZero reports whether the format is empty.
func (f Format) IsZero() bool { return f.source == "" }

// AppendText appends the format as it was parsed. It never fails.
func (f Format) AppendText(dst []byte) ([]byte, error) { return append(dst, f.source...), nil }

// MarshalText returns the format as it was parsed. It never fails.
func (f Format) MarshalText() ([]byte, error) { return []byte(f.source), nil }

// UnmarshalText parses a format as [Parse] does.
func (f *Format) UnmarshalText(text []byte) error {
	parsed, err := Parse(string(text))
	if err != nil {
		return err
	}
	*f = parsed
	return nil
}

// A Field is a value that a format asks for, such as Contact and FirstName.
type Field struct {
	Object, Name string
	// Span is where the format names it, from "$" to its end.
	Span decorum.Span
}

// Fields returns the fields of the format in the order in which they stand,
// repeated ones too. The slice is the caller's own.
func (f Format) Fields() []Field { return appendFields(nil, f.alternatives) }

func appendFields(fields []Field, alternatives []sequence) []Field {
	for _, s := range alternatives {
		for _, i := range s {
			if i.isField() {
				fields = append(fields, Field{i.object, i.name, i.span})
			}
			fields = appendFields(fields, i.alternatives)
		}
	}
	return fields
}

// objects are those that a desk knows: the documented ones and, for paths,
// environment variables.
const objects = "Agent, Application, Contact, Env, Interaction, Party, Window"

// Check returns a warning for every field whose object no desk knows; such a
// field is empty.
func (f Format) Check() decorum.Violations {
	var vs decorum.Violations
	for _, field := range f.Fields() {
		if !strings.Contains(", "+objects+",", ", "+field.Object+",") {
			vs = vs.Add(decorum.Violation{
				Code: decorum.Unknown, Severity: decorum.SeverityWarning, Span: field.Span, Want: objects,
			})
		}
	}
	return vs
}
