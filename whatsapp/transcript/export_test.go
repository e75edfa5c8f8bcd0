package transcript

// Steps returns how many nodes of the tree the builder has looked at.
func (b *Builder) Steps() uint64 { return b.lines.steps }
