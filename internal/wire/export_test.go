package wire

// Steps returns how many bytes r has looked at and how many names it has
// compared: what its cost is proportional to.
func Steps(r *Reader) int { return r.steps }
