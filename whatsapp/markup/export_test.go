package markup

// Steps returns how many bytes and marks are looked at for the runs of s, beyond
// the one search for links and the one for emojis.
func Steps(s string, marks ...Mark) int {
	w, out := newWalker(s, false), output{yield: func(Run) bool { return true }, marks: marks}
	w.walk(&out)
	return w.steps + out.steps
}
