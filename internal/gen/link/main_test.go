package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
)

// The committed tables are what the generator writes, byte for byte.
func TestRegeneratedTablesAreTheCommittedOnes(t *testing.T) {
	dir := os.Getenv("DECORUM_SHARED")
	if dir == "" {
		t.Skip("DECORUM_SHARED is not set: it names the folder with Unicode's files")
	}
	committed, err := os.ReadFile("../../../whatsapp/link/tables.go")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(committed), "const scriptVersion = \""+unicode.Version+"\"") {
		t.Skip("this Go release has Unicode " + unicode.Version + ", the tables are of another")
	}
	got, err := generate(filepath.Join(dir, "unicode"))
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != string(committed) {
		t.Error("go generate ./whatsapp/link gives other tables")
	}
}

// Punycode, by samples of RFC 3492, section 7.1.
func TestDecode(t *testing.T) {
	for puny, want := range map[string]string{
		"egbpdaj6bu4bxfgehfvwxn":   "ليهمابتكلموشعربي؟",
		"ihqwcrb4cv8a8dqg056pqjye": "他们为什么不说中文",
		"3b-ww4c5e180e575a65lsy2b": "3年b組金八先生",
	} {
		if got, err := decode(puny); err != nil || got != want {
			t.Errorf("%s: %q, %v", puny, got, err)
		}
	}
}
