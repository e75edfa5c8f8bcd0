//go:build race

package markup_test

const raceEnabled = true
