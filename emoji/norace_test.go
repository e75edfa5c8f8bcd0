//go:build !race

package emoji_test

const raceEnabled = false
