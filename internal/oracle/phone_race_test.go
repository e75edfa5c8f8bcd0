//go:build race

package oracle_test

// phoneRace: the race detector slows the oracle down tenfold, and there is
// nothing to race for; a sample will do.
const (
	phoneRace   = true
	phoneStride = 17
)
