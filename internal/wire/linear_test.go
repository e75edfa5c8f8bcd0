package wire_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/decorum-go/decorum/internal/wire"
)

// TestCostIsLinear counts the bytes looked at and the names compared: at twice
// the size, at most a little more than twice as many, and never more than a few
// per byte.
func TestCostIsLinear(t *testing.T) {
	limits := wire.Limits{Members: 1 << 20}
	repeat := func(piece string) func(int) string {
		return func(n int) string { return "[" + strings.Repeat(piece+",", n/(len(piece)+1)) + "0]" }
	}
	for name, build := range map[string]func(n int) string{
		"one string":              func(n int) string { return `"` + strings.Repeat("a", n) + `"` },
		"one string of escapes":   func(n int) string { return `"` + strings.Repeat(`\u00e9`, n/6) + `"` },
		"strings with an escape":  repeat(`"` + strings.Repeat("x", 100) + `\n"`),
		"escapes one by one":      repeat(`"\""`),
		"half surrogates":         repeat(`"\ud800\ud800"`),
		"bytes that are no UTF-8": repeat("\"\xff\""),
		"numbers":                 repeat("-1.5e+10"),
		"one number":              func(n int) string { return strings.Repeat("9", n) },
		"white space":             func(n int) string { return "[" + strings.Repeat(" ", n) + "]" },
		"white space and zeros":   repeat(" 0 "),
		"small objects":           repeat(`{"a":{"b":{"c":[{}]}}}`),
		"names all alike":         repeat(`{"aaaa":1,"abaa":1,"aaab":0,"abab":1,"acaa":1,"adaa":1,"aeaa":1,"afaa":1,"agaa":1,"ahaa":1}`),
		"the same name again":     repeat(`{"name":1,"name":1,"name":1}`),
		"deep objects":            repeat(strings.Repeat(`{"a":0,"b":0,"c":`, 20) + "0" + strings.Repeat("}", 20)),
		"one object": func(n int) string {
			return object(n/12, -1, func(i int) string { return fmt.Sprintf("%07d", i) })
		},
		"one object, names alike": func(n int) string {
			return object(n/20, -1, func(i int) string { return fmt.Sprintf("a%04d.a.%04da", i/10000, i%10000) })
		},
		"values of another kind": repeat(`[[[[1,2,3]]]]`),
	} {
		t.Run(name, func(t *testing.T) {
			for how, read := range map[string]func(r *wire.Reader){
				"skipped": func(*wire.Reader) {},
				"read":    func(r *wire.Reader) { readTree(r, func() way { return direct }) },
				"mistaken": func(r *wire.Reader) {
					for range r.Array() {
						mark := r.Mark()
						_ = r.Bool()
						r.Take(mark)
					}
				},
				"looked ahead": func(r *wire.Reader) {
					for range r.Array() {
						r.Lookup("type")
						r.Skip()
					}
				},
			} {
				steps := func(n int) (count, size int) {
					doc := build(n)
					r := wire.NewStringReader(doc, limits)
					read(r)
					_ = r.Done()
					return wire.Steps(r), len(doc)
				}
				one, small := steps(1 << 15)
				two, large := steps(1 << 17)
				if ratio := float64(two) / float64(one) / (float64(large) / float64(small)); ratio > 1.1 {
					t.Errorf("%s: %d steps for %d bytes, %d for %d", how, one, small, two, large)
				}
				if two > 8*large {
					t.Errorf("%s: %d steps for %d bytes", how, two, large)
				}
			}
		})
	}
}
