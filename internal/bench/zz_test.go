package main

import (
	"syscall"
	"testing"
	"runtime"
)

func cpu() int64 {
	var r syscall.Rusage
	syscall.Getrusage(syscall.RUSAGE_SELF, &r)
	return r.Utime.Nano() + r.Stime.Nano()
}

func TestCPU(t *testing.T) {
	runtime.GOMAXPROCS(1)
	for _, a := range cloudapiEncodeAreas() {
		best := map[string]int64{}
		for range 10 {
			for _, c := range a.candidates {
				n := 20000
				start := cpu()
				for range n {
					c.run()
				}
				ns := (cpu() - start) / int64(n)
				if b, ok := best[c.name]; !ok || ns < b {
					best[c.name] = ns
				}
			}
		}
		ours := best[a.candidates[0].name]
		for _, c := range a.candidates {
			t.Logf("%-60s %-55s %6d %.2f\n", a.name, c.name, best[c.name], float64(best[c.name])/float64(ours))
		}
	}
}
