package attachment

import "slices"

// TablesAreSorted reports whether the tables that are searched by halves are in
// order, without a name twice.
func TablesAreSorted() bool {
	for _, table := range [][]named{aliases[:], extensions[:]} {
		for i := range table[1:] {
			if table[i].name >= table[i+1].name {
				return false
			}
		}
	}
	return slices.IsSorted(unsafeExtensions[:])
}

// ExtensionRows yields the extensions that the table of types has and that the
// search finds for another or no type.
func ExtensionRows() (lost []string) {
	for t := range Types() {
		if len(t.row().exts) > 8 {
			lost = append(lost, t.String()) // no bit for the ninth
		}
		for _, ext := range t.row().exts {
			if e := find(extensions[:], ext); e != t && !e.Holds(t) && !t.Holds(e) {
				lost = append(lost, ext)
			}
		}
	}
	for _, row := range extensions {
		if extensionIndex(row.t, row.name) < 0 {
			lost = append(lost, row.name)
		}
	}
	return lost
}

// NameSteps returns how many characters and runs of them are passed when the
// faults of a name are told. Each is passed once.
func NameSteps(name string) int {
	f := nameScan{step: stepParts}
	steps := 0
	for f.at < len(name) {
		_, _ = f.part(name)
		steps++
	}
	return steps
}
