// Command mutate measures how much the tests of a package notice: it changes the
// package in one small place, runs the tests, and tells where they did not fail.
//
//	go run ./internal/mutate ./phone ./emoji
//	go run ./internal/mutate -n 0 -with ./whatsapp/whatsapptest ./whatsapp
//
// A place is a comparison, a sum, a number, a condition, a call whose result
// nobody uses, or a boolean; files that are generated are passed over. Of all
// places -n are drawn by -seed, the same ones on every machine; 0 takes all. A
// change that does not compile does not count, and another is drawn for it. Tests
// that hang or take all the memory notice the change, too.
//
// The tree is never written to: changed files stand in a temporary folder and take
// their place in the build alone (go test -overlay). One build has nearly all the
// changes in it, each behind a switch, and each is tried by those tests alone that
// come by its place, the quick ones first, in some hundredths of a second. What
// must be constant, and what only a test notices that counts allocations (which a
// switch may add to), takes a build of its own.
//
// What lives, or is unreached by every test, is either a gap in the tests or a
// change that nobody could notice, such as a faster way left out; look at each. The
// command fails only where it cannot do its work.
package main

import (
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"strings"
	"time"
)

func main() {
	if err := run(os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "mutate:", err)
		os.Exit(1)
	}
}

func run(args []string, out io.Writer) error {
	flags := flag.NewFlagSet("mutate", flag.ContinueOnError)
	n := flags.Int("n", 60, "how many places to try in each package; 0 for all")
	seed := flags.Uint64("seed", 1, "which places are drawn")
	timeout := flags.Duration("timeout", 20*time.Second, "how long the tests may take on one change")
	with := flags.String("with", "", "other packages whose tests count, separated by commas")
	if err := flags.Parse(args); err != nil {
		return err
	}
	var others []string
	if *with != "" {
		others = strings.Split(*with, ",")
	}
	for _, pattern := range flags.Args() {
		if err := mutate(out, pattern, others, *n, *seed, *timeout); err != nil {
			return fmt.Errorf("%s: %w", pattern, err)
		}
	}
	return nil
}

// mutate tries the places of one package and tells of each that lived.
func mutate(out io.Writer, pattern string, others []string, n int, seed uint64, timeout time.Duration) error {
	w, err := newWorkshop(append([]string{pattern}, others...), timeout)
	if err != nil {
		return err
	}
	defer w.close()
	if result, err := w.tryFiles(nil, nil); err != nil || result != lived {
		return fmt.Errorf("the tests fail as it is: %v, %w", result, err)
	}
	if err := w.prepare(); err != nil {
		return err
	}
	order := drawn(len(w.source.changes), n, seed)
	var counts [results]int
	tried := 0
	for _, id := range order {
		if n > 0 && tried == n {
			break
		}
		result, err := w.try(id)
		if err != nil {
			return err
		}
		counts[result]++
		if result != uncompiled {
			tried++
		}
		if result == lived || result == unreached {
			fmt.Fprintf(out, "%s: %s\n", w.source.changes[id-1], result)
		}
	}
	_, err = fmt.Fprintf(out, "%s: %d of %d places tried, %d noticed, %d hung, %d lived, %d unreached\n",
		w.source.ImportPath, tried, len(order), counts[noticed], counts[hung], counts[lived], counts[unreached])
	return err
}

// drawn returns the numbers of the changes, from 1, in an order that the seed tells
// alone; in their own if all are to be tried.
func drawn(changes, n int, seed uint64) []int {
	ids := make([]int, changes)
	for i := range ids {
		ids[i] = i + 1
	}
	if n > 0 {
		r := rand.New(rand.NewPCG(seed, uint64(changes))) //nolint:gosec // a sample, not a secret
		r.Shuffle(changes, func(i, j int) { ids[i], ids[j] = ids[j], ids[i] })
	}
	return ids
}
