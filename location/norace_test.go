//go:build !race

package location_test

const raceEnabled = false
