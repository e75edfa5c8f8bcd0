//go:build !race

package option_test

const raceDetector = false
