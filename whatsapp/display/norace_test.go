//go:build !race

package display_test

const raceDetector = false
