package main_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	lint "github.com/decorum-go/decorum/examples/lint"
)

// onTerminal runs the program with both of its outputs on terminals.
func onTerminal(args ...string) result {
	out, err := terminal{&bytes.Buffer{}}, terminal{&bytes.Buffer{}}
	exit := lint.Run(args, nil, out, err)
	return result{out.String(), err.String(), exit}
}

func TestColours(t *testing.T) {
	const coloured = "testdata/list-too-long.json: \x1b[1m/interactive/action/button\x1b[0m: 23 code points, at most 20 \x1b[31m[too_long]\x1b[0m"
	plain := run(nil, "testdata/list-too-long.json").lines()[0]
	for _, tt := range []struct{ name, term, none, want string }{
		{"a terminal", "xterm", "", coloured},
		{"NO_COLOR", "xterm", "1", plain},
		{"a dumb terminal", "dumb", "", plain},
		{"no terminal type", "", "", plain},
	} {
		t.Setenv("TERM", tt.term)
		t.Setenv("NO_COLOR", tt.none)
		t.Setenv("WT_SESSION", "")
		if tt.term == "dumb" && os.PathSeparator == '\\' {
			continue // no terminal of Windows is called so
		}
		if diff := cmp.Diff(tt.want, onTerminal("testdata/list-too-long.json").lines()[0]); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
	t.Setenv("TERM", "xterm")
	if plain != run(nil, "testdata/list-too-long.json").lines()[0] {
		t.Error("colours where there is no terminal")
	}
	if r := onTerminal("-json", "testdata/list-too-long.json"); strings.Contains(r.Out, "\x1b") {
		t.Error("colours in JSON")
	}
}

// many writes so many files of which the last is wrong.
func many(t *testing.T, n int) string {
	t.Helper()
	files := map[string]string{"z.json": "{"}
	for i := range n - 1 {
		files[fmt.Sprintf("%04d.json", i)] = fixture(t, "good.json")
	}
	return put(t, files)
}

func TestProgress(t *testing.T) {
	const sum = " checked: 1 error, 0 warnings\n"
	t.Setenv("NO_COLOR", "1")
	for _, tt := range []struct {
		files, steps int
	}{{20, 0}, {21, 21}, {250, 125}} {
		dir := many(t, tt.files)
		shown, plain := onTerminal(dir), run(nil, dir)
		if shown.Out != plain.Out || plain.Err != "" {
			t.Errorf("%d files: what is found depends on the terminal: %+v", tt.files, plain)
		}
		if got := strings.Count(shown.Err, "checking "); got != tt.steps {
			t.Errorf("%d files: %d steps are shown, want %d", tt.files, got, tt.steps)
		}
		if !strings.HasSuffix(shown.Err, fmt.Sprintf("%d files%s", tt.files, sum)) {
			t.Errorf("%d files: the end is %q", tt.files, shown.Err[max(0, len(shown.Err)-80):])
		}
		if screen := overwritten(shown.Err); screen != fmt.Sprintf("%d files%s", tt.files, sum) {
			t.Errorf("%d files: the terminal shows %q", tt.files, screen)
		}
	}
}

// overwritten returns what a terminal shows: after a carriage return, the line is
// written over.
func overwritten(s string) string {
	var all strings.Builder
	for line := range strings.Lines(s) {
		var row []byte
		for part := range strings.SplitSeq(line, "\r") {
			row = append([]byte(part), row[min(len(part), len(row)):]...)
		}
		all.WriteString(strings.TrimLeft(string(row), " "))
	}
	return all.String()
}

// TestProgressMakesWay: a line that is found, and one about an unreadable file,
// never stand behind the line of the progress.
func TestProgressMakesWay(t *testing.T) {
	t.Setenv("NO_COLOR", "1")
	screen := terminal{&bytes.Buffer{}}
	lint.Run([]string{many(t, 30), "none.json", filepath.Join("testdata", "cut-off.json")}, nil, screen, screen)
	for line := range strings.Lines(overwritten(screen.String())) {
		if strings.Contains(line, "checking") {
			t.Errorf("%q", line)
		}
	}
}
