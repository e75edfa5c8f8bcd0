package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

// TestTablesAreGenerated holds that the committed tables are what the generator
// makes of Unicode's files, byte for byte.
func TestTablesAreGenerated(t *testing.T) {
	shared := os.Getenv("DECORUM_SHARED")
	if shared == "" {
		t.Skip("DECORUM_SHARED is not set; it names the folder that holds unicode/")
	}
	files, err := generate(filepath.Join(shared, "unicode"))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		committed, err := os.ReadFile(filepath.Join("..", "..", "..", "emoji", f.name))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(committed, f.data) {
			t.Errorf("%s is not what the generator makes; run go generate ./emoji", f.name)
		}
	}
}

func TestGenerateFails(t *testing.T) {
	if _, err := generate(t.TempDir()); err == nil {
		t.Error("no error without Unicode's files")
	}
}
