//go:build race

package deploy_test

const raceDetector = true
