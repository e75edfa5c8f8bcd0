package decorum_test

import (
	"errors"
	"flag"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum"
)

var update = flag.Bool("update", false, "write the golden files anew; codes can only be added")

// TestCodesAreAppendOnly holds the list of codes against its golden file: what
// once stood there stays, in its order.
func TestCodesAreAppendOnly(t *testing.T) {
	const golden = "testdata/codes.golden"
	data, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	want := strings.Fields(string(data))
	var got []string
	for _, c := range decorum.Codes() {
		got = append(got, string(c))
	}
	if len(got) < len(want) || !slices.Equal(got[:len(want)], want) {
		t.Fatalf("codes were removed, renamed or moved (-golden +got):\n%s", cmp.Diff(want, got))
	}
	if *update {
		if err := os.WriteFile(golden, []byte(strings.Join(got, "\n")+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	} else if len(got) > len(want) {
		t.Errorf("codes were added; go test -run Codes -update appends them to %s: %v", golden, got[len(want):])
	}
}

func TestCodesHaveOneShapeAndAreUnique(t *testing.T) {
	shape := regexp.MustCompile(`^[a-z][a-z0-9]*(_[a-z0-9]+)*$`)
	seen := map[decorum.Code]bool{}
	for _, c := range decorum.Codes() {
		if !shape.MatchString(string(c)) || len(c) > 64 {
			t.Errorf("code %q is misshapen", c)
		}
		if seen[c] {
			t.Errorf("code %q stands twice", c)
		}
		seen[c] = true
		if !c.Known() {
			t.Errorf("code %q is listed but not known", c)
		}
	}
	if decorum.Code("no_such_code").Known() || decorum.Code("").Known() {
		t.Error("a code that is not listed is known")
	}
}

// TestCodesHaveTexts proves that no code falls back to the text for codes of a
// later version, and that no two codes share one.
func TestCodesHaveTexts(t *testing.T) {
	unknown := decorum.Violation{Code: "of_a_later_version", Severity: decorum.SeverityError}.String()
	seen := map[string]decorum.Code{}
	for _, c := range decorum.Codes() {
		text := decorum.Violation{Code: c, Severity: decorum.SeverityError}.String()
		if text == unknown || text == "" {
			t.Errorf("%s has no text", c)
		}
		if other, ok := seen[text]; ok {
			t.Errorf("%s and %s share the text %q", c, other, text)
		}
		seen[text] = c
	}
}

func TestCodesAreTheCallersOwn(t *testing.T) {
	decorum.Codes()[0] = "spoilt"
	if got := decorum.Codes()[0]; got != decorum.TooLong {
		t.Errorf("the first code is now %q", got)
	}
}

func TestCodeIsASentinel(t *testing.T) {
	if !errors.Is(decorum.TooLong, decorum.TooLong) || errors.Is(decorum.TooLong, decorum.TooShort) {
		t.Error("a code must match itself alone")
	}
	if got := decorum.TooLong.Error(); got != "too_long" {
		t.Errorf("Error() = %q", got)
	}
}
