package phone

import "math/bits"

//go:generate go run ../internal/gen/phone -o tables_gen.go

// A callingCode is one country calling code.
type callingCode struct {
	number uint16
	// head holds its digits as a Number does, from the top down.
	head uint16
	// digits is how many digits the code has.
	digits uint8
	// region is its region, 0 if it has several.
	region uint8
	// plan is the place in plans of its main region.
	plan uint16
	// class and leading are where the automaton begins for what a national
	// number is (kind<<8 | region) and for the region of its leading digits.
	class, leading uint16
}

// A plan is the numbering plan of one region.
type plan struct {
	// code is the place in codes of its calling code.
	code uint8
	// rule: a national prefix with a group is replaced by lead and the group.
	rule  bool
	leads uint8
	lead  [4]uint8
	// general is where the automaton begins for all numbers of the plan.
	general uint16
	// prefix is the national prefix with its carrier codes, idd the prefix
	// of international calls.
	prefix, idd prefix
	// lengths has a bit for each possible number of digits, local for those
	// that are possible within one area only.
	lengths, local uint32
}

// walk returns what a national number is, read from the given value on; 0 for
// nothing.
func walk(v uint16, digits []byte) uint16 {
	for i, d := range digits {
		if v >= states {
			return leaves[v-states].after(len(digits) - i)
		}
		v = step[v][d]
	}
	if v < states {
		return ends[v]
	}
	return leaves[v-states].after(0)
}

// A leaf is what a number is by how many digits are still to come: bit i, when
// i of them make it what the bits from 18 on say.
type leaf uint32

func (l leaf) after(more int) uint16 {
	if more >= 18 || l>>more&1 == 0 {
		return 0
	}
	return uint16(l >> 18)
}

// matches reports whether the plan's general pattern has the number.
func (p *plan) matches(national []byte) bool { return walk(p.general, national) != 0 }

// length judges a number of digits.
func (p *plan) length(n int) Validity {
	if n > maxNational {
		return TooLong
	}
	switch bit := uint32(1) << n; {
	case p.local&bit != 0:
		return LocalOnly
	case p.lengths&bit != 0:
		return PossibleOnly
	case p.lengths&(bit-1) == 0:
		return TooShort
	case p.lengths>>n == 0:
		return TooLong
	}
	return WrongLength
}

// shortest and longest return the bounds of the possible lengths.
func (p *plan) shortest() int { return bits.TrailingZeros32(p.lengths) }
func (p *plan) longest() int  { return bits.Len32(p.lengths) - 1 }
