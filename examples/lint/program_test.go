package main_test

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"

	lint "github.com/decorum-go/decorum/examples/lint"
)

// TestProgram builds the program and runs it, as a user does.
func TestProgram(t *testing.T) {
	if testing.Short() {
		t.Skip("builds a program")
	}
	program := filepath.Join(t.TempDir(), "lint")
	if runtime.GOOS == "windows" {
		program += ".exe"
	}
	if out, err := exec.Command("go", "build", "-o", program, ".").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for _, tt := range []struct {
		args  []string
		stdin string // the file that is piped in; "" for none
		want  int
	}{
		{[]string{"testdata/good.json"}, "", 0},
		{[]string{"testdata/list-too-long.json"}, "", 1},
		{[]string{"testdata/none.json"}, "", 2},
		{nil, "", 2}, // the standard input of exec is os.DevNull
		{nil, "testdata/good.json", 0},
		{nil, "testdata/list-too-long.json", 1},
	} {
		cmd := exec.Command(program, tt.args...)
		if tt.stdin != "" {
			file, err := os.Open(tt.stdin)
			if err != nil {
				t.Fatal(err)
			}
			defer file.Close()
			cmd.Stdin = file
		}
		out, err := cmd.CombinedOutput()
		got := 0
		var exit *exec.ExitError
		if errors.As(err, &exit) {
			got = exit.ExitCode()
		} else if err != nil {
			t.Fatal(err)
		}
		if got != tt.want {
			t.Errorf("%q < %q: exit %d, want %d\n%s", tt.args, tt.stdin, got, tt.want, out)
		}
	}
}

// manual returns the package comment, which is the manual.
func manual(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile("doc.go")
	if err != nil {
		t.Fatal(err)
	}
	return regexp.MustCompile(`(?m)^//( |\t|$)`).ReplaceAllString(string(text), "")
}

// TestManual: it has every flag of the usage, and what it shows is printed.
func TestManual(t *testing.T) {
	text := manual(t)
	for line := range strings.Lines(lint.Usage()) {
		if name := strings.TrimSpace(line); strings.HasPrefix(name, "-") {
			name, _, _ := strings.Cut(name, "  ")
			if !strings.Contains(text, name+" ") && !strings.Contains(text, name+"\n") {
				t.Errorf("the manual does not have %q", name)
			}
		}
	}
	holds(t, "doc.go", text)
}

// TestReadme: what README.md shows of this program is what it prints.
func TestReadme(t *testing.T) {
	text, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(text), command) {
		t.Skip("README.md does not show this program")
	}
	holds(t, "README.md", string(text))
}

const command = "$ go run ./examples/lint "

// holds runs each command that a text shows, from the root of the module, and
// looks for its lines after it.
func holds(t *testing.T, name, text string) {
	t.Helper()
	t.Chdir("../..")
	found := false
	for rest := text; ; found = true {
		_, after, ok := strings.Cut(rest, command)
		if !ok {
			break
		}
		args, after, _ := strings.Cut(after, "\n")
		r := run(terminal{}, strings.Fields(args)...)
		if !strings.HasPrefix(after, r.Out) {
			t.Errorf("%s shows %s, which prints\n%s\nand not\n%.300s", name, args, r.Out, after)
		}
		rest = after
	}
	if !found {
		t.Errorf("%s shows no command", name)
	}
}
