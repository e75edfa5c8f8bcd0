package wire_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/internal/wire"
)

// object returns an object with n members, and one more with the name of the
// i-th; none if i < 0.
func object(n, i int, name func(int) string) string {
	var b strings.Builder
	b.WriteByte('{')
	for k := range n {
		fmt.Fprintf(&b, `"%s":%d,`, name(k), k)
	}
	if i >= 0 {
		fmt.Fprintf(&b, `"%s":[{"x":1}]`, name(i))
	} else {
		b.WriteString(`"last":0`)
	}
	b.WriteByte('}')
	return b.String()
}

func TestANameStandsOnce(t *testing.T) {
	short := func(i int) string { return fmt.Sprintf("k%d", i) }
	// The same length, and the same first, middle and last letter.
	alike := func(i int) string { return fmt.Sprintf("a%03d.a.%03da", i/1000, i%1000) }
	escaped := func(i int) string { return fmt.Sprintf(`\u006b%d`, i) }
	for _, n := range []int{1, 2, 15, 16, 17, 18, 47, 48, 49, 200, 3000} {
		for _, name := range []func(int) string{short, alike, escaped} {
			if err := wire.Valid(object(n, -1, name), wire.Limits{}); err != nil {
				t.Errorf("%d names: %v", n, err)
			}
			for _, i := range []int{0, n / 2, n - 1} {
				doc := object(n, i, name)
				r := wire.NewStringReader(doc, wire.Limits{})
				yielded := 0
				for range r.Object() {
					yielded++
				}
				if err := r.Done(); len(r.Violations()) != 1 || !has(err, decorum.Duplicate) || yielded != n {
					t.Errorf("%d names and the %d-th again: %v, %d were yielded", n, i, err, yielded)
				}
			}
		}
	}
}

func TestNamesOfObjectsWithinObjects(t *testing.T) {
	// Every open object remembers its own names, however many there are.
	for _, n := range []int{1, 5, 16, 17, 40} {
		build := func(last string) string {
			open, end := "", ""
			for depth := range 30 {
				open += "{"
				for k := range n {
					open += fmt.Sprintf(`"k%d":%d,`, k, k)
				}
				open += `"deeper":`
				tail := `,"after":1`
				if depth == 29 {
					tail += last
				}
				end += tail + "}"
			}
			return open + "0" + end
		}
		if err := wire.Valid(build(""), wire.Limits{}); err != nil {
			t.Errorf("%d names in each object: %v", n, err)
		}
		for _, again := range []string{"k0", fmt.Sprintf("k%d", n-1), "deeper", "after"} {
			if err := wire.Valid(build(`,"`+again+`":0`), wire.Limits{}); !has(err, decorum.Duplicate) {
				t.Errorf("%d names in each object and %q again in the outermost: %v", n, again, err)
			}
		}
	}
	// Deep down, too, where the reader's memory grows under way.
	for depth := range 30 {
		deeper := strings.Repeat("[", 30-depth) + strings.Repeat("]", 30-depth)
		doc := strings.Repeat("[", depth) + `{"a":0,"a":` + deeper + `,"b":0,"b":` + deeper + `,"a":0}` + strings.Repeat("]", depth)
		r := wire.NewStringReader(doc, wire.Limits{})
		if err := r.Done(); len(r.Violations()) != 3 || r.Err() != nil {
			t.Errorf("at depth %d: %v", depth, err)
		}
	}
	if err := wire.Valid(`[{"a":1},{"a":1},{"a":{"a":{"a":[{"a":1}]}}}]`, wire.Limits{}); err != nil {
		t.Error(err)
	}
}
