//go:build !race

package decorum_test

const raceDetector = false
