package main

import (
	"bufio"
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
)

// A result is what came of a change.
type result int

const (
	// lived: the tests pass all the same.
	lived result = iota
	// unreached: no test comes by the place.
	unreached
	// noticed: a test fails.
	noticed
	// hung: a test took too long.
	hung
	// uncompiled: there is nothing to be tested.
	uncompiled

	results = iota
)

func (r result) String() string {
	return [...]string{"lived", "unreached", "noticed", "hung", "uncompiled"}[r]
}

// A workshop builds and runs the tests of some packages with changes in the first
// of them.
type workshop struct {
	source   *source
	packages []listed
	timeout  time.Duration
	dir      string
	// tests are the tests of the build that holds all the changes, the quick first.
	tests []test
}

// A test is one test function in the build that holds all the changes.
type test struct {
	name   string
	binary string
	dir    string
	took   time.Duration
	// passes tells that it passes there: a test that counts allocations may not.
	passes bool
	// seen are the numbers of the changes that it comes by.
	seen map[int]bool
}

func newWorkshop(patterns []string, timeout time.Duration) (*workshop, error) {
	w := &workshop{timeout: timeout}
	for _, pattern := range patterns {
		p, err := list(pattern)
		if err != nil {
			return nil, err
		}
		if len(p) != 1 {
			return nil, fmt.Errorf("%s is not one package", pattern)
		}
		w.packages = append(w.packages, p[0])
	}
	var err error
	if w.source, err = newSource(w.packages[0]); err != nil {
		return nil, err
	}
	w.dir, err = os.MkdirTemp("", "mutate")
	return w, err
}

func (w *workshop) close() { _ = os.RemoveAll(w.dir) }

// prepare builds the tests with all the changes that can be switched, and learns
// from each test what it comes by.
func (w *workshop) prepare() error {
	files, err := w.source.switchable()
	if err != nil {
		return err
	}
	files[filepath.Join(w.source.Dir, "mutate_switchboard.go")] = switchboard(w.source.Name)
	for i, p := range w.packages {
		binary := filepath.Join(w.dir, "switched"+strconv.Itoa(i))
		if built, err := w.build(files, p, binary); err != nil {
			return err
		} else if !built {
			continue
		}
		out, err := w.command(context.Background(), p.Dir, binary, "-test.list=^(Test|Example|Fuzz)").Output()
		if err != nil {
			return fmt.Errorf("listing the tests: %w", err)
		}
		for _, name := range strings.Fields(string(out)) {
			t := test{name: name, binary: binary, dir: p.Dir, seen: map[int]bool{}}
			began := time.Now()
			t.passes = w.run(t.binary, t.dir, time.Minute, "", []string{t.name}) == lived
			t.took = time.Since(began)
			seen := filepath.Join(w.dir, "seen")
			_ = os.Remove(seen)
			w.run(t.binary, t.dir, time.Minute, "MUTATE_SEEN="+seen, []string{t.name})
			if f, err := os.Open(seen); err == nil {
				for lines := bufio.NewScanner(f); lines.Scan(); {
					id, _ := strconv.Atoi(lines.Text())
					t.seen[id] = true
				}
				_ = f.Close()
			}
			w.tests = append(w.tests, t)
		}
	}
	slices.SortStableFunc(w.tests, func(a, b test) int { return cmp.Compare(a.took, b.took) })
	return nil
}

// try runs the tests with one change.
func (w *workshop) try(id int) (result, error) {
	m := w.source.changes[id-1]
	if m.form == alone {
		return w.tryAlone(m, nil)
	}
	found := unreached
	var unfit []string
	for tests := w.tests; len(tests) > 0; {
		// Quick tests of one binary run together, at most as many as take a tenth of a second.
		var names []string
		var took time.Duration
		first := tests[0]
		for len(tests) > 0 && tests[0].binary == first.binary && (len(names) == 0 || took < batch) {
			if t := tests[0]; t.seen[id] && t.passes {
				names = append(names, t.name)
				took += t.took
			} else if t.seen[id] {
				unfit = append(unfit, t.name)
			}
			tests = tests[1:]
		}
		if len(names) == 0 {
			continue
		}
		found = lived
		if r := w.run(first.binary, first.dir, min(w.timeout, 3*time.Second+10*took), "MUTATE_ON="+strconv.Itoa(id), names); r != lived {
			return r, nil
		}
	}
	if len(unfit) > 0 {
		return w.tryAlone(m, unfit)
	}
	return found, nil
}

// batch is about how long the tests take that run in one process.
const batch = 100 * time.Millisecond

// tryAlone builds the tests with one change in its place, and runs those named, or
// all.
func (w *workshop) tryAlone(m *mutant, names []string) (result, error) {
	files := map[string][]byte{m.file: m.apply(w.source.texts[m.file])}
	if faults, err := w.source.faults(files, nil); err != nil || len(faults) > 0 {
		return uncompiled, nil //nolint:nilerr // what is no Go does not compile
	}
	r, err := w.tryFiles(files, names)
	if errors.As(err, new(*exec.ExitError)) {
		return uncompiled, nil // the tests do not compile with it
	}
	return r, err
}

// tryFiles builds the tests with other files, and runs those named, or all.
func (w *workshop) tryFiles(files map[string][]byte, names []string) (result, error) {
	for _, p := range w.packages {
		binary := filepath.Join(w.dir, "test")
		built, err := w.build(files, p, binary)
		if err != nil {
			return uncompiled, err
		}
		if !built {
			continue
		}
		if r := w.run(binary, p.Dir, w.timeout, "", names); r != lived {
			return r, nil
		}
	}
	return lived, nil
}

// build builds the tests of a package with other files; false if it has none.
func (w *workshop) build(files map[string][]byte, p listed, binary string) (bool, error) {
	replace := map[string]string{}
	for path, text := range files {
		changed := filepath.Join(w.dir, filepath.Base(path))
		if err := os.WriteFile(changed, text, 0o600); err != nil {
			return false, err
		}
		replace[path] = changed
	}
	overlay, err := json.Marshal(map[string]any{"Replace": replace})
	if err != nil {
		return false, err
	}
	name := filepath.Join(w.dir, "overlay.json")
	if err := os.WriteFile(name, overlay, 0o600); err != nil {
		return false, err
	}
	_ = os.Remove(binary)
	build := exec.Command("go", "test", "-c", "-vet=off", "-ldflags=-s -w", "-overlay", name, "-o", binary, p.ImportPath)
	build.Dir = w.source.Dir
	if out, err := build.CombinedOutput(); err != nil {
		return false, fmt.Errorf("go test -c: %w: %s", err, bytes.TrimSpace(out))
	}
	_, err = os.Stat(binary)
	return err == nil, nil
}

// maxMemory is how many KiB a test may take: a change may well make a loop that
// asks for more without end.
const maxMemory = 8 << 20

// command runs a binary of tests within maxMemory, on one processor.
func (w *workshop) command(ctx context.Context, dir, binary string, args ...string) *exec.Cmd {
	limited := `ulimit -v ` + strconv.Itoa(maxMemory) + ` 2>/dev/null; exec "$0" "$@"`
	cmd := exec.CommandContext(ctx, "sh", append([]string{"-c", limited, binary}, args...)...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOMAXPROCS=1")
	return cmd
}

// run runs tests of a binary, all if none is named.
func (w *workshop) run(binary, dir string, timeout time.Duration, env string, names []string) result {
	ctx, cancel := context.WithTimeout(context.Background(), timeout+5*time.Second)
	defer cancel()
	args := []string{"-test.short", "-test.failfast", "-test.timeout=" + timeout.String()}
	if len(names) > 0 {
		quoted := make([]string, len(names))
		for i, name := range names {
			quoted[i] = regexp.QuoteMeta(name)
		}
		args = append(args, "-test.run=^("+strings.Join(quoted, "|")+")$")
	}
	cmd := w.command(ctx, dir, binary, args...)
	cmd.Env = append(cmd.Env, env)
	began := time.Now()
	err := cmd.Run()
	var exit *exec.ExitError
	switch {
	case err == nil:
		return lived
	case ctx.Err() != nil || errors.As(err, &exit) && time.Since(began) > timeout:
		return hung
	default:
		return noticed
	}
}
