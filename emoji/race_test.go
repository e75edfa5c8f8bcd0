//go:build race

package emoji_test

const raceEnabled = true
