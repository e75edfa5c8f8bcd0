package wire

const (
	// heldNames is how many names of members all open objects may have together
	// before one of them takes a map.
	heldNames = 48
	// scannedNames is how many names one object may have before it takes a map.
	scannedNames = 16
)

// known reports whether the object has a member with the name already, and
// notes the name, which stands at f.name, if not.
//
// The names of a small object are compared one by one, and only where the
// filter does not tell that the name is new. A large one, or one with a name
// that is written with an escape, has a map, which Go
// seeds against names made to collide. Either way a name costs what its length
// is, times a constant.
func (r *Reader) known(f *frame, name string) bool {
	bit := nameBit(name)
	if f.more != nil {
		return r.knownOfMany(f, name)
	}
	if f.filter&bit != 0 {
		for _, other := range r.names[f.base:r.held] {
			r.steps++
			if r.src[other.start:other.end] == name {
				r.steps += len(name)
				return true
			}
		}
	}
	f.filter |= bit
	escaped := int(f.name.end-f.name.start) != len(name)
	if r.held == heldNames || r.held-f.base == scannedNames || escaped {
		return r.knownOfMany(f, name)
	}
	r.names[r.held] = f.name
	r.held++
	return false
}

// knownOfMany is known for an object with a map, or that needs one now.
func (r *Reader) knownOfMany(f *frame, name string) bool {
	if f.more == nil {
		f.more = make(map[string]struct{}, 2*(r.held-f.base))
		for _, other := range r.names[f.base:r.held] {
			f.more[r.src[other.start:other.end]] = struct{}{}
		}
		r.held = f.base
	}
	r.steps += 1 + len(name)
	before := len(f.more)
	f.more[name] = struct{}{}
	return len(f.more) == before
}

// nameBit returns one of 64 bits, which one by the length and three bytes of
// the name.
func nameBit(name string) uint64 {
	n := len(name)
	if n == 0 {
		return 1
	}
	return 1 << ((uint(n) + 5*uint(name[0]) + 11*uint(name[n/2]) + 3*uint(name[n-1])) % 64)
}
