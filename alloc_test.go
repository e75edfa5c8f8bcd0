package decorum_test

import (
	"strings"
	"testing"

	"github.com/decorum-go/decorum"
)

// checkRows is a check as packages write it: three levels of paths, limits of
// every unit.
func checkRows(sections [][]string, title, row decorum.Limit) decorum.Violations {
	var vs decorum.Violations
	var root decorum.Path
	at := root.Key("sections")
	for i, rows := range sections {
		section := at.Index(i)
		rowsAt := section.Key("rows")
		vs = row.CheckCount(vs, &rowsAt, len(rows))
		for j, text := range rows {
			rowAt := rowsAt.Index(j)
			titleAt := rowAt.Key("title")
			vs = title.Check(vs, &titleAt, text)
			named := rowAt.UserKey(text)
			vs = title.Check(vs, &named, text)
		}
	}
	return vs
}

func TestAllocations(t *testing.T) {
	if raceDetector {
		t.Skip("the race detector allocates")
	}
	mixed := strings.Repeat("Olá दुनिया 😀 ", 20)
	sections := [][]string{{"One", "Two", "नमस्ते"}, {"Olá", family, mixed}}
	lax := decorum.Limit{Max: 1024, Unit: decorum.UTF16Units}
	rows := decorum.Limit{Max: 10, Unit: decorum.Items}
	sink := 0
	for _, test := range []struct {
		name string
		most float64
		run  func()
	}{
		{"a check that finds nothing", 0, func() { sink += len(checkRows(sections, lax, rows)) }},
		{"a check that finds two faults: the list grows twice, and two paths", 4, func() {
			sink += len(checkRows(sections, decorum.Limit{Max: 30}, rows))
		}},
		{"CountCodePoints", 0, func() { sink += decorum.CountCodePoints(mixed) }},
		{"CountUTF16Units", 0, func() { sink += decorum.CountUTF16Units(mixed) }},
		{"CountGraphemes", 0, func() { sink += decorum.CountGraphemes(mixed) }},
		{"Fit", 0, func() { sink += len(lax.Fit(mixed)) }},
		{"Left", 0, func() { sink += lax.Left(mixed) }},
		{"HasVisible", 0, func() {
			if decorum.HasVisible("\u200b\u3164 ") {
				sink++
			}
		}},
		{"InvalidOffset", 0, func() { sink += decorum.InvalidOffset(mixed) }},
		{"Err of nothing", 0, func() {
			if decorum.Violations(nil).Err() != nil {
				sink++
			}
		}},
	} {
		if got := testing.AllocsPerRun(100, test.run); got > test.most {
			t.Errorf("%s: %v allocations, at most %v", test.name, got, test.most)
		}
	}
}
