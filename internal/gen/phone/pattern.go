package main

import (
	"encoding/binary"
	"fmt"
	"regexp/syntax"
	"slices"
)

// A pattern is a regular expression over digits, as an automaton whose states
// are sets of instructions.
type pattern struct {
	prog  *syntax.Prog
	start string
}

// compile compiles an expression that has to match a whole number.
func compile(expr string) *pattern {
	p := &pattern{prog: program(expr)}
	p.start = p.closure([]uint32{uint32(p.prog.Start)})
	return p
}

// program compiles an expression as the standard library's regexp does.
func program(expr string) *syntax.Prog {
	re, err := syntax.Parse(expr, syntax.Perl)
	if err != nil {
		panic(fmt.Sprintf("%q: %v", expr, err))
	}
	prog, err := syntax.Compile(re.Simplify())
	if err != nil {
		panic(fmt.Sprintf("%q: %v", expr, err))
	}
	return prog
}

// closure returns the set of digit and match instructions that can be reached
// from pcs without reading a digit, as a string of sorted numbers: a key. The
// empty string is the dead state.
func (p *pattern) closure(pcs []uint32) string {
	var out []uint32
	seen := make(map[uint32]bool)
	var visit func(pc uint32)
	visit = func(pc uint32) {
		if seen[pc] {
			return
		}
		seen[pc] = true
		switch in := &p.prog.Inst[pc]; in.Op {
		case syntax.InstAlt, syntax.InstAltMatch:
			visit(in.Out)
			visit(in.Arg)
		case syntax.InstCapture, syntax.InstNop:
			visit(in.Out)
		case syntax.InstFail:
		case syntax.InstEmptyWidth:
			panic("a position in a pattern of whole numbers")
		default:
			out = append(out, pc)
		}
	}
	for _, pc := range pcs {
		visit(pc)
	}
	slices.Sort(out)
	key := make([]byte, 0, 2*len(out))
	for _, pc := range out {
		key = binary.LittleEndian.AppendUint16(key, uint16(pc))
	}
	return string(key)
}

// step returns the state after one more digit.
func (p *pattern) step(state string, digit int) string {
	if state == "" {
		return ""
	}
	var next []uint32
	for i := 0; i < len(state); i += 2 {
		in := &p.prog.Inst[binary.LittleEndian.Uint16([]byte(state[i:]))]
		if in.Op != syntax.InstMatch && in.MatchRune(rune('0'+digit)) {
			next = append(next, in.Out)
		}
	}
	return p.closure(next)
}

// accepts reports whether the digits read so far match.
func (p *pattern) accepts(state string) bool {
	for i := 0; i < len(state); i += 2 {
		if p.prog.Inst[binary.LittleEndian.Uint16([]byte(state[i:]))].Op == syntax.InstMatch {
			return true
		}
	}
	return false
}

// digits returns the digits that an instruction takes, as a bit mask.
func digits(in *syntax.Inst) uint16 {
	var mask uint16
	for d := range 10 {
		if in.MatchRune(rune('0' + d)) {
			mask |= 1 << d
		}
	}
	return mask
}
