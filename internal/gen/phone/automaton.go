package main

import (
	"encoding/binary"
	"fmt"
	"slices"
	"strings"
)

// maxNational is the most digits that a national number may have.
const maxNational = 17

// A node is a state of the one automaton over the digits of all national
// numbers. Equal nodes are one node. Node 0 is dead: nothing more can match.
type node struct {
	// end is what a number is that ends here; 0 for nothing.
	end  uint16
	kids [10]int32
}

// An automaton holds nodes, each once.
type automaton struct {
	nodes []node
	ids   map[node]int32
}

func newAutomaton() *automaton {
	a := &automaton{ids: make(map[node]int32)}
	a.add(node{})
	return a
}

func (a *automaton) add(n node) int32 {
	id, ok := a.ids[n]
	if !ok {
		id = int32(len(a.nodes))
		a.nodes = append(a.nodes, n)
		a.ids[n] = id
	}
	return id
}

// A reader is the state of several patterns read side by side.
type reader interface {
	// key tells states apart that may read on differently; "" is dead.
	key() string
	// end is what a number of that many digits is that ends here.
	end(length int) uint16
	step(digit int) reader
}

// build adds the automaton of a reader and returns its root.
func (a *automaton) build(r reader) int32 {
	memo := make(map[string]int32)
	var visit func(r reader, depth int) int32
	visit = func(r reader, depth int) int32 {
		key := r.key()
		if key == "" || depth > maxNational {
			return 0
		}
		key = string(rune(depth)) + key
		if id, ok := memo[key]; ok {
			return id
		}
		n := node{end: r.end(depth)}
		for d := range n.kids {
			n.kids[d] = visit(r.step(d), depth+1)
		}
		id := a.add(n)
		memo[key] = id
		return id
	}
	return visit(r, 0)
}

// general reads one pattern; what matches ends in 1.
type general struct {
	p     *pattern
	state string
}

func (g general) key() string { return g.state }

func (g general) end(int) uint16 {
	if g.p.accepts(g.state) {
		return 1
	}
	return 0
}

func (g general) step(d int) reader { return general{g.p, g.p.step(g.state, d)} }

// leading reads the leading digits of regions, the first of which decides; the
// region's number is the end of everything that begins with its digits.
type leading struct {
	regions []uint8
	p       []*pattern
	states  []string
	found   uint8
}

func (l leading) key() string {
	if l.found != 0 {
		return "found" + string(rune(l.found))
	}
	if strings.Join(l.states, "") == "" {
		return ""
	}
	return strings.Join(l.states, ";")
}

func (l leading) end(int) uint16 { return uint16(l.found) }

func (l leading) step(d int) reader {
	if l.found != 0 {
		return l
	}
	l.states = slices.Clone(l.states)
	for i, p := range l.p {
		l.states[i] = p.step(l.states[i], d)
		if l.found == 0 && p.accepts(l.states[i]) {
			l.found = l.regions[i]
		}
	}
	return l
}

// A plan is the compiled numbering plan of one region.
type plan struct {
	region  uint8
	leading *pattern
	general *pattern
	lengths uint32
	kinds   []kindPattern
	same    bool
}

type kindPattern struct {
	kind    uint8
	p       *pattern
	lengths uint32
}

// class reads the plans of all regions of one calling code; what is valid ends
// in its kind and region.
type class struct {
	plans  []*plan
	states []planState
}

type planState struct {
	gone    bool
	found   bool
	leading string
	general string
	kinds   []string
}

func newClass(plans []*plan) class {
	c := class{plans: plans}
	for _, p := range plans {
		s := planState{general: p.general.start}
		if p.leading != nil {
			s.leading = p.leading.start
		}
		for _, k := range p.kinds {
			s.kinds = append(s.kinds, k.p.start)
		}
		c.states = append(c.states, s)
	}
	return c
}

func (c class) key() string {
	var b []byte
	alive := false
	for _, s := range c.states {
		if s.gone {
			b = append(b, 'g')
			continue
		}
		if s.found {
			b = append(b, 'f')
		} else {
			b = field(append(b, 'l'), s.leading)
		}
		b = field(b, s.general)
		for _, k := range s.kinds {
			b = field(b, k)
		}
		// A plan that is gone for good but has the leading digits still
		// shuts out the plans after it; those are gone too, then.
		alive = alive || s.general != "" && strings.Join(s.kinds, "") != ""
	}
	if !alive {
		return ""
	}
	return string(b)
}

func field(b []byte, s string) []byte {
	return append(binary.LittleEndian.AppendUint16(b, uint16(len(s))), s...)
}

func (c class) step(d int) reader {
	next := class{plans: c.plans, states: slices.Clone(c.states)}
	for i := range next.states {
		s, p := &next.states[i], c.plans[i]
		if s.gone {
			continue
		}
		if p.leading != nil && !s.found {
			s.leading = p.leading.step(s.leading, d)
			if p.leading.accepts(s.leading) {
				s.found = true
				s.leading = ""
			} else if s.leading == "" {
				*s = planState{gone: true}
				continue
			}
		}
		s.general = p.general.step(s.general, d)
		s.kinds = slices.Clone(s.kinds)
		for k := range s.kinds {
			s.kinds[k] = p.kinds[k].p.step(s.kinds[k], d)
		}
		if p.leading == nil && (s.general == "" || strings.Join(s.kinds, "") == "") {
			*s = planState{gone: true}
		}
		if s.found {
			for j := i + 1; j < len(next.states); j++ {
				next.states[j] = planState{gone: true}
			}
		}
	}
	return next
}

func (c class) end(length int) uint16 {
	for i, s := range c.states {
		p := c.plans[i]
		if s.gone || p.leading != nil && !s.found {
			continue
		}
		if kind := p.kind(s, length); kind != 0 {
			return uint16(kind)<<8 | uint16(p.region)
		}
		if p.leading != nil {
			return 0
		}
	}
	return 0
}

// kind returns what a number of that length is that ends in state s. The order
// of p.kinds is the order of the questions; the last two are fixed and mobile.
func (p *plan) kind(s planState, length int) uint8 {
	if p.lengths>>length&1 == 0 || !p.general.accepts(s.general) {
		return 0
	}
	fixed, mobile := false, false
	for i, k := range p.kinds {
		if k.lengths>>length&1 == 0 || !k.p.accepts(s.kinds[i]) {
			continue
		}
		switch k.kind {
		case kindFixed:
			fixed = true
		case kindMobile:
			mobile = true
		default:
			return k.kind
		}
	}
	switch {
	case fixed && (mobile || p.same):
		return kindFixedOrMobile
	case fixed:
		return kindFixed
	case mobile && !p.same:
		return kindMobile
	}
	return 0
}

// A leaf is a node from which on only the number of digits still to come
// decides: bit i of lengths is set when i more make a number that is what.
type leaf struct {
	lengths uint32
	what    uint16
}

// leaves finds the nodes that are leaves.
func (a *automaton) leaves() map[int32]leaf {
	out := map[int32]leaf{0: {}}
	// A node's children stand before it.
	for id := int32(1); id < int32(len(a.nodes)); id++ {
		n := &a.nodes[id]
		below, ok := out[n.kids[0]]
		for _, k := range n.kids {
			ok = ok && k == n.kids[0]
		}
		if !ok {
			continue
		}
		l := leaf{lengths: below.lengths << 1, what: below.what}
		if n.end != 0 {
			if l.lengths != 0 && l.what != n.end {
				continue
			}
			l.lengths |= 1
			l.what = n.end
		}
		out[id] = l
	}
	for id, l := range out {
		if l.lengths>>18 != 0 || l.what>>14 != 0 {
			panic(fmt.Sprint("a leaf that does not fit: ", id, l))
		}
	}
	return out
}
