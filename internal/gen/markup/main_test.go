package main

import (
	"os"
	"strings"
	"testing"
	"unicode"
)

// The committed table is what the generator writes, byte for byte.
func TestRegeneratedTableIsTheCommittedOne(t *testing.T) {
	committed, err := os.ReadFile("../../../whatsapp/markup/table_word.go")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(committed), "const WordVersion = \""+unicode.Version+"\"") {
		t.Skip("this Go release has Unicode " + unicode.Version + ", the table is of another")
	}
	got, err := generate()
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != string(committed) {
		t.Error("go generate ./whatsapp/markup gives another table")
	}
}
