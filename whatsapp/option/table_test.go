package option_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum/location"
	"github.com/decorum-go/decorum/whatsapp/display"
	"github.com/decorum-go/decorum/whatsapp/option"
)

var update = flag.Bool("update", false, "write OPTIONS.md anew")

func TestOPEveryRowIsWhole(t *testing.T) {
	names := map[string]bool{}
	for _, row := range option.Table() {
		if names[row.Name] {
			t.Errorf("%s stands twice", row.Name)
		}
		names[row.Name] = true
		if len(row.Name) > option.MaxKey {
			t.Errorf("%s: too long to be the nearest name", row.Name)
		}
		if row.Kind.String() == "" || row.TakesEffect.String() == "" || row.Meaning == "" || row.Valid == "" || len(row.Valid) > 512 {
			t.Errorf("%s: incomplete: %+v", row.Name, row)
		}
		if strings.ContainsFunc(row.Valid, func(r rune) bool { return r < ' ' || r > '~' }) {
			t.Errorf("%s: an error cannot show %q", row.Name, row.Valid)
		}
		for word := range strings.SplitSeq(row.Ours, ", ") {
			if row.Ours != "" && !slices.Contains([]string{"name", "default", "valid values", "unit", "takes effect"}, word) {
				t.Errorf("%s: ours is %q", row.Name, word)
			}
		}
		switch row.Kind {
		case option.KindInteger, option.KindSeconds, option.KindTimespan, option.KindThresholds:
			if row.Unit == 0 || row.Max <= row.Min {
				t.Errorf("%s: bounds %d to %d %v", row.Name, row.Min, row.Max, row.Unit)
			}
		default:
			if row.Unit != 0 || row.Min != 0 || row.Max != 0 {
				t.Errorf("%s: a %v has bounds", row.Name, row.Kind)
			}
		}
		if found, ok := option.Lookup(row.Name); !ok || found != row {
			t.Errorf("%s is not found", row.Name)
		}
	}
	if row, ok := option.Lookup("whatsappsession.no-such-option"); ok || row != (option.Row{}) {
		t.Errorf("found %+v", row)
	}
	option.Table()[0].Name = "overwritten"
	if got := option.Table()[0].Name; got == "overwritten" {
		t.Error("the table can be written to")
	}
}

func TestOPEveryRowParsesItsDefault(t *testing.T) {
	for _, row := range option.Table() {
		for _, value := range []string{row.Default, row.Recommended} {
			if value == "" && row.Default != "" {
				continue // no advice
			}
			if vs := row.Check(value); vs != nil {
				t.Errorf("%s = %q: %v", row.Name, value, vs)
			}
		}
		if got := option.Default().Values()[row.Name]; got != row.Default {
			t.Errorf("%s: the default is %q, the table says %q", row.Name, got, row.Default)
		}
		if layer := option.Default().Layer(row.Name); layer != option.BuiltIn {
			t.Errorf("%s: the default is set by %v", row.Name, layer)
		}
	}
	parsed, vs := option.Parse(option.Layers{})
	if diff := cmp.Diff(option.Default(), parsed); diff != "" || vs != nil {
		t.Errorf("no layers, violations %v (-default +parsed):\n%s", vs, diff)
	}
	if vs := option.Default().Check(); vs != nil {
		t.Errorf("the defaults: %v", vs)
	}
}

// TestOPEveryFieldHasARow holds the fields of Options, the nested ones too,
// against those that the rows point to.
func TestOPEveryFieldHasARow(t *testing.T) {
	var o option.Options
	fields := map[any]string{}
	var walk func(v reflect.Value, name string)
	walk = func(v reflect.Value, name string) {
		switch v.Interface().(type) {
		case location.MapURL, display.Format, option.Thresholds:
		default:
			if v.Kind() == reflect.Struct {
				for i := range v.NumField() {
					if f := v.Type().Field(i); f.IsExported() {
						walk(v.Field(i), name+"."+f.Name)
					}
				}
				return
			}
		}
		fields[v.Addr().Interface()] = name
	}
	walk(reflect.ValueOf(&o).Elem(), "Options")
	for _, row := range option.Table() {
		p := option.FieldOf(&o, row.Name)
		if _, ok := fields[p]; !ok {
			t.Errorf("%s: its field is another row's, or none", row.Name)
		}
		delete(fields, p)
	}
	for _, name := range fields {
		t.Errorf("%s has no row", name)
	}
}

// TestOPEveryRuleHasATest holds the table's rules against the tests of this
// folder.
func TestOPEveryRuleHasATest(t *testing.T) {
	files, err := filepath.Glob("*_test.go")
	if err != nil {
		t.Fatal(err)
	}
	var tests strings.Builder
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		tests.Write(data)
	}
	for _, row := range option.Table() {
		if !strings.Contains(tests.String(), "\nfunc Test"+row.Rule) {
			t.Errorf("%s: no test is named after %s", row.Name, row.Rule)
		}
	}
}

// TestOPDocument holds OPTIONS.md against the table.
func TestOPDocument(t *testing.T) {
	const file = "OPTIONS.md"
	want := document()
	if *update {
		if err := os.WriteFile(file, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, strings.ReplaceAll(string(got), "\r\n", "\n")); diff != "" {
		t.Errorf("go test ./whatsapp/option -run Document -update writes it anew (-table +file):\n%s", diff)
	}
}

func document() string {
	var b strings.Builder
	b.WriteString("# The options of section `[" + option.Section + "]`\n\n" +
		"Made from `option.Table()`; do not edit. What the vendor's documents leave open and this project decided is\n" +
		"marked in the column *ours*.\n\n" +
		"| option | kind | default | valid values | takes effect | introduced | ours | rule | meaning |\n" +
		"|---|---|---|---|---|---|---|---|---|\n")
	code := func(s string) string {
		if s == "" {
			return ""
		}
		return "`" + strings.ReplaceAll(s, "|", `\|`) + "`"
	}
	var advice strings.Builder
	for _, row := range option.Table() {
		fmt.Fprintf(&b, "| %s | %s | %s | %s | %s | %s | %s | %s | %s |\n",
			code(row.Name), row.Kind, code(row.Default), strings.ReplaceAll(row.Valid, "|", `\|`), row.TakesEffect, row.Introduced, row.Ours, row.Rule, row.Meaning)
		if row.Recommended != "" {
			fmt.Fprintf(&advice, "| %s | %s |\n", code(row.Name), code(row.Recommended))
		}
	}
	b.WriteString("\n## Recommended values\n\nThose of the guide; the queue and the workbin are the sample business process's.\n\n" +
		"| option | value |\n|---|---|\n" + advice.String())
	return b.String()
}
