package localize_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/whatsapp/localize"
)

var update = flag.Bool("update", false, "write testdata/texts anew")

// TestTexts shows all that a language says, to be read by whoever speaks it.
func TestTexts(t *testing.T) {
	tags := append(localize.Languages(), "ar_EG", "es_MX")
	for _, tag := range tags {
		got := texts(localize.For(tag))
		file := filepath.Join("testdata", "texts", tag+".golden")
		if *update {
			if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), got); diff != "" {
			t.Errorf("%s (-want +got); run go test -run TestTexts -update:\n%s", file, diff)
		}
	}
}

// texts lists everything, with names for the characters that cannot be seen.
func texts(l localize.Localizer) string {
	var b strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	line("# Codes: alone, then with a measure")
	for _, c := range append(decorum.Codes(), "of_a_later_version") {
		line("%s\n  %s\n  %s", c, l.Violation(decorum.Violation{Code: c}),
			l.Violation(measured(c, decorum.Items, 101, 100)))
	}
	line("\n# Units")
	for _, u := range decorum.Units() {
		line("%s", u)
		for _, n := range []int64{0, 1, 2, 3, 11, 100, -1} {
			line("  %s", l.Violation(measured(decorum.TooLong, u, n, 2)))
		}
	}
	line("\n# Numbers of violations")
	for _, n := range []int64{0, 1, 2, 3, 11, 100} {
		line("  %s", l.Violation(measured(decorum.Truncated, decorum.Items, n, 100)))
	}
	for _, n := range []int{2, 3, 4, 12, 101} {
		e := &decorum.Error{}
		for range n {
			e.Violations = append(e.Violations, decorum.Violation{Code: decorum.Blank, Severity: decorum.SeverityError})
		}
		line("  %s", l.Error(e))
		for i := range e.Violations[1:] {
			e.Violations[i+1].Severity = decorum.SeverityWarning
		}
		line("  %s", l.Error(e))
	}
	line("\n# Place, span and what is wanted")
	line("  %s", l.Violation(decorum.Violation{
		Code: decorum.WrongState, Severity: decorum.SeverityWarning, Path: "/buttons/2/title",
		Span: decorum.Span{Start: 12, End: 13}, Want: "active, held",
	}))
	line("\n# Sizes")
	for _, n := range []int64{0, 1, 2, 3, 11, 100, 1536, 99 << 20, 3 << 29, 1 << 40, 1 << 50, 1 << 60, -1536} {
		line("  %s", l.Size(n))
	}
	line("\n# Durations")
	for _, unit := range []time.Duration{time.Second, time.Minute, time.Hour, 24 * time.Hour} {
		for _, n := range []int64{0, 1, 2, 3, 11, 100} {
			line("  %s", l.Duration(time.Duration(n)*unit))
		}
	}
	line("  %s", l.Duration(24*time.Hour-time.Second))
	line("  %s", l.Duration(-25*time.Hour))
	return strings.NewReplacer(
		"\u2066", "[LRI]", "\u2069", "[PDI]", "\u00A0", "[NBSP]", "\u202F", "[NNBSP]",
	).Replace(b.String())
}
