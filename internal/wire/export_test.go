package wire

// Steps returns what the cost of a reading is proportional to.
func Steps(r *Reader) int { return r.Steps() }

// Looked returns what the cost of [Writer.Members] is proportional to.
func Looked(w *Writer) int { return w.steps }
