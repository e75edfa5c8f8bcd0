package guard

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// A place is where a package stands in the table of imports.
type place struct {
	// row: a package imports only from rows above its own, which have smaller
	// numbers.
	row int
	// third lists the modules outside the standard library that the package may
	// import.
	third []string
}

// table is the order of the house: imports run one way, from row to row.
var table = map[string]place{
	"":                      {0, []string{"github.com/clipperhouse/uax29/v2"}},
	"internal/enum":         {1, nil},
	"internal/wire":         {1, nil},
	"phone":                 {2, nil},
	"emoji":                 {2, nil},
	"location":              {2, nil},
	"attachment":            {2, nil},
	"whatsapp/link":         {2, nil},
	"whatsapp/display":      {2, nil},
	"whatsapp/localize":     {2, []string{"golang.org/x/text"}},
	"phone/format":          {3, []string{"github.com/nyaruka/phonenumbers/v2"}},
	"whatsapp/identity":     {3, nil},
	"whatsapp/markup":       {3, nil},
	"template":              {3, []string{"golang.org/x/text"}},
	"whatsapp/option":       {3, nil},
	"whatsapp/message":      {4, nil},
	"whatsapp/validation":   {4, []string{"github.com/go-playground/validator/v10"}},
	"whatsapp":              {5, nil},
	"whatsapp/transcript":   {6, nil},
	"whatsapp/cloudapi":     {6, nil},
	"whatsapp/esp":          {6, []string{"github.com/go-playground/validator/v10"}},
	"whatsapp/deploy":       {6, []string{"github.com/go-playground/validator/v10"}},
	"whatsapp/whatsapptest": {6, []string{"github.com/google/go-cmp"}},
	"examples/quickstart":   {7, nil},
	"examples/lint":         {7, nil},
}

// testModules are what tests beside the code may import besides what their
// package may.
var testModules = []string{"github.com/google/go-cmp"}

// Imports tells which imports break the table: from the same row or a later
// one, from the folder whatsapp by a package outside it, of a module that the
// package may not use, and packages that have no place.
func Imports(tree Tree) []string {
	var faults []string
	for _, p := range tree.Packages {
		if p.Internal() {
			continue
		}
		at, ok := table[p.Dir]
		if !ok {
			faults = append(faults, fmt.Sprintf("%s: has no place in the table of imports", p.name()))
			continue
		}
		for _, f := range p.Files {
			for _, spec := range f.Syntax.Imports {
				name, err := strconv.Unquote(spec.Path.Value)
				if err != nil {
					continue
				}
				if why := at.refuses(p, name, f.Test); why != "" {
					faults = append(faults, fmt.Sprintf("%s: imports %s: %s", f.Name, name, why))
				}
			}
		}
	}
	return faults
}

func (at place) refuses(p Package, name string, test bool) string {
	dir, own := strings.CutPrefix(name, Module)
	dir = strings.TrimPrefix(dir, "/")
	if !own {
		first, _, _ := strings.Cut(name, "/")
		if !strings.Contains(first, ".") {
			return "" // the standard library
		}
		if within(name, at.third) || test && within(name, testModules) {
			return ""
		}
		return "this module is not for this package"
	}
	other, ok := table[dir]
	switch {
	case dir == p.Dir:
		return "" // a test of the package itself
	case !ok:
		return "has no place in the table of imports"
	case strings.HasPrefix(dir, "whatsapp") && !strings.HasPrefix(p.Dir, "whatsapp") && !p.Example():
		return "only whatsapp's own packages and the examples import from whatsapp"
	case test && p.Library() && other.row <= at.row:
		return "" // an example beside the code may show a neighbour
	case other.row >= at.row:
		return fmt.Sprintf("row %d may not import from row %d", at.row, other.row)
	}
	return ""
}

func within(name string, modules []string) bool {
	return slices.ContainsFunc(modules, func(m string) bool { return name == m || strings.HasPrefix(name, m+"/") })
}

func (p Package) name() string {
	if p.Dir == "" {
		return "the root"
	}
	return p.Dir
}
