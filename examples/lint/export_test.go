package main

import "github.com/decorum-go/decorum"

// What the tests, which stand outside of the package, look at.
var (
	Run     = run
	Visible = visible
	Usage   = usage
	Write   = write
)

// Judge returns what is wrong with a file, under a profile.
func Judge(data []byte, p string) decorum.Violations {
	return judge(data, settings{profile: profile(p), kind: kindAuto})
}

// Mend returns the file mended, and how many texts of it were.
func Mend(data []byte, p string) ([]byte, int) {
	s := settings{profile: profile(p), kind: kindAuto}
	mended, _, mends := mend(data, judge(data, s), s)
	return mended, len(mends)
}

// Places returns where the values at the pointers stand in a file.
func Places(data []byte, pointers []string) map[string][2]int {
	found := map[string][2]int{}
	for p, at := range places(data, pointers) {
		found[p] = [2]int{at.start, at.end}
	}
	return found
}

// Tally counts the errors and all violations.
var Tally = tally
