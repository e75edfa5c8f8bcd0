package wire

// Steps returns what the cost of a reading is proportional to.
func Steps(r *Reader) int { return r.Steps() }
