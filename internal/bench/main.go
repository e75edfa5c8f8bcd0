// Command bench measures Decorum beside its peers and beside physical limits,
// in one process and in interleaved rounds, and prints the medians and their
// ratios as Markdown tables.
//
//	go run . [-rounds 5] [-time 50ms] [area …]
//
// An argument keeps the areas whose name contains it.
package main

import (
	"flag"
	"fmt"
	"os"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"testing"
	"time"
)

func main() {
	// One processor: with the small heap of a benchmark, a second one would be
	// spent on collecting garbage beside the candidates that make it.
	runtime.GOMAXPROCS(1)
	// The peers' own tables take ten megabytes, which every collection marks. At
	// the usual rate that would be charged to whoever allocates next.
	debug.SetGCPercent(1000)
	testing.Init()
	rounds := flag.Int("rounds", 5, "how often each candidate is measured")
	span := flag.Duration("time", 50*time.Millisecond, "how long one measurement takes, about")
	flag.Parse()
	if err := flag.Set("test.benchtime", span.String()); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	// Each package's areas are made when it is their turn, so that what they hold
	// does not cost the others' garbage collections.
	builders := []func() []area{
		textAreas, locationAreas, emojiAreas, wireAreas, messageAreas, templateAreas, attachmentAreas,
		sessionAreas, phoneAreas, interactiveAreas, linkAreas, markupAreas, validationAreas, cloudapiDecodeAreas,
		deployAreas, cloudapiEncodeAreas, espAreas, transcriptAreas,
	}
	fmt.Printf("%s %s/%s, %d rounds of %v, medians\n", runtime.Version(), runtime.GOOS, runtime.GOARCH, *rounds, *span)
	failed := false
	for _, build := range builders {
		for _, a := range build() {
			if !wanted(a.name, flag.Args()) {
				continue
			}
			if a.check != nil {
				if err := a.check(); err != nil {
					fmt.Fprintf(os.Stderr, "%s: the answers differ: %v\n", a.name, err)
					failed = true
				}
			}
			report(a, measure(a, *rounds))
		}
	}
	runtime.KeepAlive(sink)
	if failed {
		os.Exit(1)
	}
}

func wanted(name string, parts []string) bool {
	return len(parts) == 0 || slices.ContainsFunc(parts, func(p string) bool { return strings.Contains(name, p) })
}

// A figure is one candidate's medians.
type figure struct {
	ns            float64
	bytes, allocs int64
}

// measure runs the candidates in turn, round after round, so that a slow phase
// of the machine falls on all of them.
func measure(a area, rounds int) []figure {
	ops := max(a.ops, 1)
	times := make([][]float64, len(a.candidates))
	figures := make([]figure, len(a.candidates))
	for range rounds {
		for i, c := range a.candidates {
			r := testing.Benchmark(func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					c.run()
				}
			})
			times[i] = append(times[i], float64(r.T.Nanoseconds())/float64(r.N)/float64(ops))
			figures[i].bytes = r.AllocedBytesPerOp() / int64(ops)
			figures[i].allocs = r.AllocsPerOp() / int64(ops)
		}
	}
	for i := range figures {
		slices.Sort(times[i])
		figures[i].ns = times[i][len(times[i])/2]
	}
	return figures
}

func report(a area, figures []figure) {
	fmt.Printf("\n**%s**\n\n| candidate | ns | B | allocs | ratio to ours | promised |\n|---|--:|--:|--:|--:|--:|\n", a.name)
	for i, c := range a.candidates {
		ratio, promised := "1", ""
		if i > 0 {
			ratio = fmt.Sprintf("%.1f×", figures[i].ns/figures[0].ns)
		}
		if c.limit {
			promised = "(limit)"
		}
		if c.target > 0 {
			promised = fmt.Sprintf("≥ %g×", c.target)
			if figures[i].ns < c.target*figures[0].ns {
				promised += " — missed"
			}
		}
		f := figures[i]
		fmt.Printf("| %s | %.1f | %d | %d | %s | %s |\n", c.name, f.ns, f.bytes, f.allocs, ratio, promised)
	}
}
