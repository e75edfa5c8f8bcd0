//go:build race

package esp_test

const underRace = true
