package main_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	lint "github.com/decorum-go/decorum/examples/lint"
)

// FuzzMend holds for any file what -fix promises: it never has more errors or
// violations than before, mending it again changes nothing, and what it says
// differs in blanks and case alone.
func FuzzMend(f *testing.F) {
	seeds(f)
	f.Add([]byte(parameter(`\u00e9\ud83d\ude00\ud83d\t\u0009     `)))
	f.Add([]byte(replyTitle(`  12345678901234567890\n`)))
	f.Add([]byte(templateBody(`a\n\n\nb\t     c`)))
	f.Add([]byte("\uFEFF" + templateBody(`a`)))
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, profile := range []string{"cloud", "strictest"} {
			mended, n := lint.Mend(bytes.Clone(data), profile)
			errs, all := lint.Tally(lint.Judge(data, profile))
			errsAfter, allAfter := lint.Tally(lint.Judge(mended, profile))
			if errsAfter > errs || allAfter > all {
				t.Errorf("%s: %d errors of %d, before %d of %d\n%q\n%q", profile, errsAfter, allAfter, errs, all, data, mended)
			}
			if n == 0 && !bytes.Equal(data, mended) {
				t.Errorf("%s: changed without a word\n%q\n%q", profile, data, mended)
			}
			if again, n := lint.Mend(mended, profile); n > 0 || !bytes.Equal(again, mended) {
				t.Errorf("%s: mended again\n%q\n%q\n%q", profile, data, mended, again)
			}
			was, is := letters(t, strings.TrimPrefix(string(data), "\uFEFF")), letters(t, string(mended))
			if strings.Join(was, "\n") != strings.Join(is, "\n") {
				t.Errorf("%s: it says something else\n%q\n%q", profile, data, mended)
			}
		}
	})
}

// FuzzPlaces: where a value is found, there is one.
func FuzzPlaces(f *testing.F) {
	seeds(f)
	f.Add([]byte(" A"))
	f.Add([]byte(`{"a":{"b/c":[1,{"~":null}],"a":{}},"a" : [ true ]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		pointers := []string{"/a/b~1c/1/~0", "/a/a/none", "/interactive/action/sections/0/rows/1/title", "/components/2", "/", ""}
		for pointer, at := range lint.Places(data, pointers) {
			if at[0] < 0 || at[0] > at[1] || at[1] > len(data) {
				t.Fatalf("%q at %v of %d bytes: %q", pointer, at, len(data), data)
			}
			if value := data[at[0]:at[1]]; json.Valid(data) && !json.Valid(value) {
				t.Errorf("%q at %v is %q in %q", pointer, at, value, data)
			}
		}
	})
}

func seeds(f *testing.F) {
	files, err := filepath.Glob("testdata/*.json")
	if err != nil || len(files) == 0 {
		f.Fatal("no files in testdata:", err)
	}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
}

func TestPlaces(t *testing.T) {
	const document = "{\n \"a\" : [10, {\"b\": \"x,y\"}],\n \"c~/\":{ }, \"a\": [1]\n}"
	for _, tt := range []struct{ pointer, want string }{
		{"", document},
		{"/a", "[1]"},
		{"/a/0", "1"},
		{"/a/1/b", `"x,y"`},
		{"/c~0~1", "{ }"},
	} {
		at, ok := lint.Places([]byte(document), []string{tt.pointer})[tt.pointer]
		if got := document[at[0]:at[1]]; !ok || got != tt.want {
			t.Errorf("%q is %q, want %q", tt.pointer, got, tt.want)
		}
	}
	if at, ok := lint.Places([]byte(document), []string{"/a/2", "/d"})["/d"]; ok {
		t.Errorf("what is not there is found at %v", at)
	}
}
