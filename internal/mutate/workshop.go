package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"time"
)

// A result is what came of a change.
type result int

const (
	// lived: the tests pass all the same.
	lived result = iota
	// noticed: a test fails.
	noticed
	// hung: a test took too long.
	hung
	// uncompiled: there is nothing to be tested.
	uncompiled

	results = iota
)

func (r result) String() string { return [...]string{"lived", "noticed", "hung", "uncompiled"}[r] }

// listed is what go list tells of a package.
type listed struct {
	ImportPath, Dir string
	GoFiles         []string
}

// A workshop builds and runs the tests of some packages with a change in the
// first of them.
type workshop struct {
	packages []listed
	timeout  time.Duration
	dir      string
}

func newWorkshop(patterns []string, timeout time.Duration) (*workshop, error) {
	w := &workshop{timeout: timeout}
	for _, pattern := range patterns {
		out, err := exec.Command("go", "list", "-json=ImportPath,Dir,GoFiles", pattern).Output()
		if err != nil {
			return nil, fmt.Errorf("go list: %w", err)
		}
		var p listed
		if err := json.Unmarshal(out, &p); err != nil {
			return nil, fmt.Errorf("%s is not one package: %w", pattern, err)
		}
		w.packages = append(w.packages, p)
	}
	var err error
	w.dir, err = os.MkdirTemp("", "mutate")
	return w, err
}

func (w *workshop) close() { _ = os.RemoveAll(w.dir) }

// try runs the tests with the change, package after package, until one fails.
func (w *workshop) try(m mutant) (result, error) {
	overlay, err := w.overlay(m)
	if err != nil {
		return lived, err
	}
	for _, p := range w.packages {
		binary := filepath.Join(w.dir, "test")
		build := exec.Command("go", "test", "-c", "-vet=off", "-ldflags=-s -w", "-overlay", overlay, "-o", binary, p.ImportPath)
		build.Dir = w.packages[0].Dir
		if out, err := build.CombinedOutput(); err != nil {
			if m == (mutant{}) {
				return uncompiled, fmt.Errorf("go test -c: %w: %s", err, out)
			}
			return uncompiled, nil
		}
		if _, err := os.Stat(binary); err != nil {
			continue // a package without tests
		}
		if result := w.test(binary, p.Dir); result != lived {
			return result, nil
		}
	}
	return lived, nil
}

// overlay writes the changed file and the list that puts it in its place.
func (w *workshop) overlay(m mutant) (string, error) {
	replace := map[string]string{}
	if m != (mutant{}) {
		text, err := os.ReadFile(m.file)
		if err != nil {
			return "", err
		}
		changed := filepath.Join(w.dir, "changed.go")
		if err := os.WriteFile(changed, m.apply(text), 0o600); err != nil {
			return "", err
		}
		replace[m.file] = changed
	}
	list, err := json.Marshal(map[string]any{"Replace": replace})
	if err != nil {
		return "", err
	}
	name := filepath.Join(w.dir, "overlay.json")
	return name, os.WriteFile(name, list, 0o600)
}

// maxMemory is how many KiB a test may take: a change may well make a loop that
// asks for more without end.
const maxMemory = 8 << 20

// test runs the tests of a binary.
func (w *workshop) test(binary, dir string) result {
	ctx, cancel := context.WithTimeout(context.Background(), w.timeout+5*time.Second)
	defer cancel()
	limited := `ulimit -v ` + strconv.Itoa(maxMemory) + ` 2>/dev/null; exec "$0" "$@"`
	cmd := exec.CommandContext(ctx, "sh", "-c", limited, binary, "-test.short", "-test.failfast", "-test.timeout="+w.timeout.String())
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOMAXPROCS=1")
	began := time.Now()
	err := cmd.Run()
	var exit *exec.ExitError
	switch {
	case err == nil:
		return lived
	case ctx.Err() != nil || errors.As(err, &exit) && time.Since(began) > w.timeout:
		return hung
	default:
		return noticed
	}
}
