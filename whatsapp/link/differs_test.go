package link_test

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum/whatsapp/link"
)

var differs = flag.Bool("differs", false, "print the cases of link.tsv that are answered otherwise")

// answers tells what Find says to a case of link.tsv, in the terms of its kind.
func answers(kind, in string) []string {
	got := []string{}
	for _, l := range link.Find(in) {
		got = append(got, l.Text())
	}
	switch {
	case strings.HasPrefix(kind, "first") && len(got) > 1:
		got = got[:1]
	case strings.HasPrefix(kind, "validate") && (len(got) != 1 || got[0] != in):
		got = []string{}
	}
	return got
}

func wanted(t *testing.T, kind, data string) []string {
	t.Helper()
	want := []string{}
	if !strings.HasPrefix(kind, "all+indices") {
		if err := json.Unmarshal([]byte(data), &want); err != nil {
			t.Fatal(err)
		}
		return want
	}
	var at []struct {
		URL string `json:"url"`
	}
	if err := json.Unmarshal([]byte(data), &at); err != nil {
		t.Fatal(err)
	}
	for _, u := range at {
		want = append(want, u.URL)
	}
	return want
}

// Each case from other projects' tests is answered as they do, or listed in
// testdata/differs.tsv with the reason.
func TestTR8CasesDifferOnlyWhereListed(t *testing.T) {
	cases := strings.Split(shared(t, "cases/link.tsv"), "\n")
	data, err := os.ReadFile("testdata/differs.tsv")
	if err != nil {
		t.Fatal(err)
	}
	reasons, listed := map[string]bool{}, map[string]string{}
	for n, line := range strings.Split(strings.TrimSuffix(string(data), "\n"), "\n") {
		if name, ok := strings.CutPrefix(line, "# reason "); ok {
			name, _, _ = strings.Cut(name, ":")
			reasons[name] = false
			continue
		}
		if line == "" || line[0] == '#' {
			continue
		}
		fields := strings.Split(line, "\t")
		if _, ok := reasons[fields[0]]; len(fields) != 4 || !ok {
			t.Fatalf("differs.tsv:%d: not a known reason, a kind, an input and an answer", n+1)
		}
		reasons[fields[0]] = true
		listed[fields[1]+"\t"+fields[2]] = fields[3]
	}
	for name, used := range reasons {
		if !used {
			t.Errorf("no case for the reason %s", name)
		}
	}
	seen, count := map[string]bool{}, 0
	for n, line := range cases {
		fields := strings.Split(line, "\t")
		if n == 0 || len(fields) < 4 {
			continue
		}
		count++
		var in string
		if err := json.Unmarshal([]byte(fields[1]), &in); err != nil {
			t.Fatal(err)
		}
		kind, _, _ := strings.Cut(fields[0], ";")
		key := kind + "\t" + compact(in)
		got, want := answers(kind, in), wanted(t, fields[0], fields[2])
		same := cmp.Equal(want, got)
		if *differs && !same && !seen[key] {
			fmt.Printf("?\t%s\t%s\n", key, compact(got))
		}
		answer, ok := listed[key]
		switch {
		case !same && !ok:
			t.Errorf("link.tsv:%d: %s %q: not listed (-want +got):\n%s", n+1, kind, in, cmp.Diff(want, got))
		case !same && answer != compact(got):
			t.Errorf("link.tsv:%d: %q: %s, listed %s", n+1, in, compact(got), answer)
		}
		if !same {
			seen[key] = true
		}
	}
	for key := range listed {
		if !seen[key] {
			t.Errorf("listed, but answered alike: %s", key)
		}
	}
	if count < 500 {
		t.Errorf("only %d cases", count)
	}
}

// compact writes JSON without escaping what need not be.
func compact(v any) string {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		panic(err)
	}
	return strings.TrimSpace(b.String())
}
