package main

// An area is one piece of work that several candidates do on the same input, in
// the same run.
type area struct {
	// name says package and work: "decorum: count code points, 1 KB ASCII".
	name string
	// ops is how many operations one call of run does; 0 means 1.
	ops int
	// check proves, before anything is timed, that the candidates give equal
	// answers. It may be nil for physical limits and where the answers differ
	// for a reason that name or the candidates tell.
	check func() error
	// candidates: the first is ours; ratios are told against it.
	candidates []candidate
}

// A candidate does the work once.
type candidate struct {
	name string
	run  func()
	// target is the ratio to ours that is promised for this peer, 0 for none.
	target float64
	// limit marks a physical limit rather than a peer.
	limit bool
}

// sink keeps results alive, so that no work is optimised away.
var sink int
