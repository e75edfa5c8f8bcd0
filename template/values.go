package template

import (
	"cmp"
	"iter"
	"slices"
	"strconv"
	"strings"
)

// Values are the values for the placeholders of one text, either positional or
// named. They are immutable. The zero Values has none.
//
// JSON writes positional values as an array, ["Ann","1042"], and named ones as an
// object, {"name":"Ann"}. An object whose names are numbers is read as
// positional values in the order of the numbers: 1, 2 … 10, 11.
type Values struct {
	// list holds the values of the placeholders 1, 2 …
	list []string
	// named holds named values in the order of [compareNames]; if it is used,
	// list is not.
	named []value
}

type value struct{ name, text string }

// Positional returns the values for {{1}}, {{2}} and so on.
func Positional(values ...string) Values {
	if len(values) == 0 {
		return Values{}
	}
	return Values{list: slices.Clone(values)}
}

// Named returns values by the names of their placeholders. Where all names are
// the numbers 1 to len(values), it returns the same as [Positional]: order is
// numeric, never that of the map. Numbers with a gap stay names.
func Named(values map[string]string) Values {
	named := make([]value, 0, len(values))
	for name, text := range values {
		named = append(named, value{name, text})
	}
	slices.SortFunc(named, func(a, b value) int { return compareNames(a.name, b.name) })
	return sortedValues(named)
}

// sortedValues takes over named values, sorted and each name once.
func sortedValues(named []value) Values {
	if len(named) == 0 {
		return Values{}
	}
	for i, v := range named {
		if number1(v.name) != i+1 {
			return Values{named: named}
		}
	}
	list := make([]string, len(named))
	for i, v := range named {
		list[i] = v.text
	}
	return Values{list: list}
}

// compareNames orders numbers by their value before names by their bytes.
func compareNames(a, b string) int {
	n, m := number1(a), number1(b)
	switch {
	case n > 0 && m > 0:
		return cmp.Compare(n, m)
	case n > 0:
		return -1
	case m > 0:
		return 1
	default:
		return strings.Compare(a, b)
	}
}

// Len returns how many values there are.
func (v Values) Len() int { return len(v.list) + len(v.named) }

// IsNamed reports whether the values have names that are not their places.
func (v Values) IsNamed() bool { return len(v.named) > 0 }

// All yields each value with its name: "1", "2" … for positional values.
func (v Values) All() iter.Seq2[string, string] {
	return func(yield func(name, text string) bool) {
		for i, text := range v.list {
			if !yield(strconv.Itoa(i+1), text) {
				return
			}
		}
		for _, n := range v.named {
			if !yield(n.name, n.text) {
				return
			}
		}
	}
}

// Value returns the value for the placeholder with the name, and whether there
// is one.
func (v Values) Value(name string) (string, bool) {
	if i, ok := v.index(Placeholder{Name: name, Number: number1(name)}); ok {
		return v.at(i), true
	}
	return "", false
}

// With returns the values with another one for the placeholder with the name.
// Positional values grow to the number where they are shorter, by empty ones,
// but by no more than 100; past that the values become named.
func (v Values) With(name, text string) Values {
	n := number1(name)
	if len(v.named) == 0 && n > 0 && n <= len(v.list)+100 {
		list := make([]string, max(n, len(v.list)))
		copy(list, v.list)
		list[n-1] = text
		return Values{list: list}
	}
	named := make([]value, 0, v.Len()+1)
	for name, text := range v.All() {
		named = append(named, value{name, text})
	}
	i, found := slices.BinarySearchFunc(named, name, func(n value, name string) int { return compareNames(n.name, name) })
	if found {
		named[i].text = text
	} else {
		named = slices.Insert(named, i, value{name, text})
	}
	return sortedValues(named)
}

// Equal reports whether both have the same values for the same names.
func (v Values) Equal(w Values) bool {
	return slices.Equal(v.list, w.list) && slices.Equal(v.named, w.named)
}

// IsZero reports whether there are no values.
func (v Values) IsZero() bool { return v.Len() == 0 }

// index returns the place of a placeholder's value among all.
func (v *Values) index(p Placeholder) (int, bool) {
	if len(v.named) == 0 {
		return p.Number - 1, 0 < p.Number && p.Number <= len(v.list)
	}
	return slices.BinarySearchFunc(v.named, p.Name, func(n value, name string) int { return compareNames(n.name, name) })
}

// at returns the i-th value of all.
func (v *Values) at(i int) string {
	if len(v.named) == 0 {
		return v.list[i]
	}
	return v.named[i].text
}
