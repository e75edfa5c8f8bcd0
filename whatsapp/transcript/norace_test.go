//go:build !race

package transcript_test

const underRace = false
