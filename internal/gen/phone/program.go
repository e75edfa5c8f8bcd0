package main

import (
	"fmt"
	"regexp/syntax"
	"strings"
)

// The operations of package phone's prefix programs.
const (
	opDigit = iota
	opSplit
	opOpen
	opClose
	opEnd
	opMatch
)

// An inst is one instruction of a prefix program, as in package phone.
type inst struct {
	op       uint8
	set      uint16
	out, arg uint16
}

// programs holds the programs of all prefixes, each once.
type programs struct {
	insts   []inst
	entries map[string]entry
}

// An entry is where a program begins, and the digits that it can begin with.
type entry struct {
	pc    uint16
	first uint16
}

// add compiles a pattern that has to match at the beginning of a number. Only
// its last group is kept.
func (ps *programs) add(expr string) entry {
	if expr == "" {
		return entry{}
	}
	if e, ok := ps.entries[expr]; ok {
		return e
	}
	prog := program("(?:" + expr + ")")
	last := uint32(prog.NumCap/2 - 1)
	at := make(map[uint32]uint16)
	inside := make(map[uint32]bool)
	var place func(pc uint32) uint16
	place = func(pc uint32) uint16 {
		if inside[pc] {
			panic("a loop in " + expr)
		}
		if to, ok := at[pc]; ok {
			return to
		}
		in := &prog.Inst[pc]
		switch in.Op {
		case syntax.InstNop:
			return place(in.Out)
		case syntax.InstCapture:
			if in.Arg/2 != last || last == 0 {
				return place(in.Out)
			}
		}
		to := uint16(len(ps.insts))
		ps.insts = append(ps.insts, inst{})
		inside[pc] = true
		var made inst
		switch in.Op {
		case syntax.InstAlt, syntax.InstAltMatch:
			made = inst{op: opSplit, out: place(in.Out), arg: place(in.Arg)}
		case syntax.InstCapture:
			made = inst{op: opOpen + uint8(in.Arg%2), out: place(in.Out)}
		case syntax.InstEmptyWidth:
			if op := syntax.EmptyOp(in.Arg); op != syntax.EmptyEndText {
				panic(fmt.Sprint(expr, ": a position ", op))
			}
			made = inst{op: opEnd, out: place(in.Out)}
		case syntax.InstMatch:
			made = inst{op: opMatch}
		case syntax.InstFail:
			panic("a dead end in " + expr)
		default:
			made = inst{op: opDigit, set: digits(in), out: place(in.Out)}
		}
		delete(inside, pc)
		ps.insts[to] = made
		at[pc] = to
		return to
	}
	e := entry{pc: place(uint32(prog.Start))}
	e.first = ps.first(e.pc)
	if n := ps.steps(e.pc); n > maxSteps {
		panic(fmt.Sprint(n, " steps may be needed for ", expr))
	}
	ps.entries[expr] = e
	return e
}

// maxSteps bounds the steps of a program, whatever the digits.
const maxSteps = 2000

// steps returns how many instructions the program at pc can take at most: a
// split takes both ways in the worst case, and there are no loops.
func (ps *programs) steps(pc uint16) int {
	switch in := ps.insts[pc]; in.op {
	case opMatch:
		return 1
	case opSplit:
		return 1 + ps.steps(in.out) + ps.steps(in.arg)
	default:
		return 1 + ps.steps(in.out)
	}
}

// first returns the digits that the program at pc can begin with.
func (ps *programs) first(pc uint16) uint16 {
	switch in := ps.insts[pc]; in.op {
	case opDigit:
		return in.set
	case opSplit:
		return ps.first(in.out) | ps.first(in.arg)
	case opMatch:
		return 0
	default:
		return ps.first(in.out)
	}
}

// lead returns the digits that a transform rule puts before the last group.
func lead(rule string, groups int) string {
	if rule == "" {
		return ""
	}
	digits, ok := strings.CutSuffix(rule, fmt.Sprint("$", groups))
	if !ok || strings.Trim(digits, "0123456789") != "" || len(digits) > 4 {
		panic("a transform rule of another kind: " + rule)
	}
	return digits
}

func groups(expr string) int { return program(expr).NumCap/2 - 1 }
