package option

import (
	"fmt"

	"github.com/decorum-go/decorum"
)

// A Row tells all about one option.
type Row struct {
	// Name is the option's name in its section.
	Name string `json:"name"`
	// Kind is how its value is written.
	Kind Kind `json:"kind"`
	// Default is the value that applies where no layer sets one.
	Default string `json:"default"`
	// Recommended is what the guide sets it to, for the sample business process
	// or in general; "" for no advice.
	Recommended string `json:"recommended,omitempty"`
	// Valid tells in words which values are valid.
	Valid string `json:"valid"`
	// Min and Max bound a number, in Unit: of an integer, of seconds, and of
	// both parts of [Thresholds]. They are 0 for the other kinds.
	Min  int64        `json:"min"`
	Max  int64        `json:"max"`
	Unit decorum.Unit `json:"unit,omitzero"`
	// TakesEffect is when a change is heeded.
	TakesEffect TakesEffect `json:"takes_effect"`
	// Introduced is the plug-in's first version with the option, as far as it is
	// documented.
	Introduced string `json:"introduced,omitempty"`
	// Ours names what the vendor's documents leave open and this project
	// decided: some of "name", "default", "valid values", "unit" and "takes
	// effect", separated by ", ".
	Ours string `json:"ours,omitempty"`
	// Rule is the rule of the guide that the option serves.
	Rule string `json:"rule"`
	// Meaning tells what the option does.
	Meaning string `json:"meaning"`
}

// Table returns a row for every option. The slice is the caller's own.
func Table() []Row {
	all := make([]Row, 0, rows)
	for i := range table {
		all = append(all, table[i].row())
	}
	return all
}

// Lookup returns the row of the option of this name, and whether there is one.
func Lookup(name string) (Row, bool) {
	if i := index(name); i >= 0 {
		return table[i].row(), true
	}
	return Row{}, false
}

// Check tells what is wrong with a value as an administrator writes it: what
// [Parse] says of it, at the empty path and without regard to other options. A
// row whose name the table does not have is [decorum.Unknown].
func (r Row) Check(value string) decorum.Violations {
	i := index(r.Name)
	if i < 0 {
		return decorum.Violations{fault(decorum.Unknown, decorum.Span{}, nearest(r.Name))}
	}
	return table[i].read(new(Options), value)
}

// index returns where the table has the option of this name, or -1.
func index(name string) int {
	for i := range table {
		if table[i].Name == name {
			return i
		}
	}
	return -1
}

// An entry is a row of the table with its field.
type entry struct {
	Row
	// field returns a pointer to the option's field.
	field func(*Options) any
}

// row returns the row for others to read.
func (e *entry) row() Row {
	r := e.Row
	r.Valid = e.valid()
	return r
}

// valid tells in words which values are valid.
func (e *entry) valid() string {
	if e.Valid != "" {
		return e.Valid
	}
	switch e.Kind {
	case KindBool:
		return "true, false"
	case KindInteger, KindSeconds:
		return fmt.Sprintf("an integer from %d to %d (%s)", e.Min, e.Max, e.Unit)
	case KindTimespan:
		return fmt.Sprintf("whole seconds from %d to %d, or [d.]hh:mm[:ss]", e.Min, e.Max)
	case KindThresholds:
		return wantThresholds
	case KindMapURL:
		return "a URL template with {LATITUDE} and {LONGITUDE}, or nothing"
	case KindFormat:
		return "a display format, such as $Contact.FirstName$|$Interaction.MainParty$"
	case KindList:
		return "names, separated by commas"
	case KindTheme:
		return wantTheme
	case KindStyle:
		return "letters, digits, blanks and # . , % ( ) + -"
	default:
		return ""
	}
}
