package cloudapi

import (
	"strconv"
	"strings"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/internal/wire"
)

// A place is where a part of ours stands in a document of Meta's that others
// wrote, whose lists may be in any order.
type place struct{ ours, metas string }

type places []place

func (p *places) add(ours, metas string) { *p = append(*p, place{ours, metas}) }

// A guide finds places by their parts of ours.
type guide map[string]string

// guide returns the places to look up; of two for one part, the first counts.
func (p places) guide() guide {
	g := make(guide, len(p))
	for _, at := range p {
		if _, twice := g[at.ours]; !twice {
			g[at.ours] = at.metas
		}
	}
	return g
}

// find returns where the part at the path stands, by the nearest part around it
// that has a place.
func (g guide) find(path string) (string, bool) {
	for ours := path; ours != ""; ours = ours[:max(strings.LastIndexByte(ours, '/'), 0)] {
		if metas, ok := g[ours]; ok {
			return metas + path[len(ours):], true
		}
	}
	return "", false
}

// A spot is a part of a document that a pointer names, or that one leads through.
type spot struct {
	parts         map[string]*spot
	there, object bool
}

// settle returns the violations where they stand in the document: with their
// pointers as far as the document has them, and one step more, which is the place
// of what is missing in a part that is there. It goes over the document once, and
// only into what the pointers lead to.
func settle(document string, vs decorum.Violations) decorum.Violations {
	settled, _ := settleCounted(document, vs)
	return settled
}

// settleCounted also tells how many members and elements it has looked at.
func settleCounted(document string, vs decorum.Violations) (settled decorum.Violations, steps int) {
	if len(vs) == 0 {
		return nil, 0
	}
	var whole spot
	ways := make([][]string, len(vs))
	for i := range vs {
		ways[i], _ = decorum.SplitPointer(vs[i].Path) // what is none leads nowhere
		whole.mark(ways[i])
	}
	steps = whole.visit(wire.NewStringReader(document, wire.Limits{}))
	for i, way := range ways {
		v := vs[i]
		if n := whole.reach(way); n < len(way) {
			v.Path = decorum.JoinPointer(way[:n]...)
		}
		settled = addOnce(settled, v)
	}
	return settled, steps
}

// mark marks the way to a part below the spot.
func (s *spot) mark(way []string) {
	for _, token := range way {
		if s.parts == nil {
			s.parts = map[string]*spot{}
		}
		part := s.parts[token]
		if part == nil {
			part = &spot{}
			s.parts[token] = part
		}
		s = part
	}
}

// visit finds out which of the marked parts of the value that comes next are
// there.
func (s *spot) visit(r *wire.Reader) (steps int) {
	s.there = true
	if len(s.parts) == 0 {
		return 0
	}
	switch r.Kind() {
	case wire.Object:
		s.object = true
		for name := range r.Object() {
			steps++
			if part := s.parts[name]; part != nil && !part.there {
				steps += part.visit(r)
			}
		}
	case wire.Array:
		var room [8]byte
		for i := range r.Array() {
			steps++
			if part := s.parts[string(strconv.AppendInt(room[:0], int64(i), 10))]; part != nil {
				steps += part.visit(r)
			}
		}
	}
	return steps
}

// reach returns how many tokens of the way are right.
func (s *spot) reach(way []string) int {
	for i, token := range way {
		part := s.parts[token]
		switch {
		case part.there:
			s = part
		case s.object:
			return i + 1
		default:
			return i // an element that is missing, or a part of a text
		}
	}
	return len(way)
}

// addOnce adds a violation, unless the same was told at the same place, or the
// value there is of another type, which says it all.
func addOnce(vs decorum.Violations, v decorum.Violation) decorum.Violations {
	for i := range vs {
		if vs[i].Path == v.Path && (vs[i].Code == v.Code && vs[i].Span == v.Span && vs[i].Want == v.Want || vs[i].Code == decorum.WrongType) {
			return vs
		}
	}
	return vs.Add(v)
}

// addUnless adds a violation of a check to the list, unless the reading has told
// of an error at its place: what could not be read cannot be right.
func addUnless(read, vs decorum.Violations, v decorum.Violation) decorum.Violations {
	for i := range read {
		if read[i].Path == v.Path && read[i].Severity == decorum.SeverityError {
			return vs
		}
	}
	return addOnce(vs, v)
}

// has reports whether the document is an object that has the member.
func has(document, name string) (found bool) {
	r := wire.NewStringReader(document, wire.Limits{})
	if r.Kind() == wire.Object {
		for member := range r.Object() {
			found = found || member == name
		}
	}
	return found
}

// memberText returns the string that a member of the document is; "" for none.
func memberText(document, name string) string {
	s, _ := wire.NewStringReader(document, wire.Limits{}).Lookup(name)
	return s
}
