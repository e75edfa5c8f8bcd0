//go:build !race

package oracle_test

const (
	phoneRace   = false
	phoneStride = 1
)
