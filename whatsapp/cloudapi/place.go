package cloudapi

import (
	"strings"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/internal/wire"
)

// A place is where a part of ours stands in a document of Meta's that others
// wrote, whose lists may be in any order.
type place struct{ ours, metas string }

type places []place

func (p *places) add(ours, metas string) { *p = append(*p, place{ours, metas}) }

// find returns where the part at the path stands, by the nearest part around it
// that has a place.
func (p places) find(path string) (string, bool) {
	best := -1
	for i := range p {
		ours := p[i].ours
		if strings.HasPrefix(path, ours) && (len(path) == len(ours) || path[len(ours)] == '/') && (best < 0 || len(ours) > len(p[best].ours)) {
			best = i
		}
	}
	if best < 0 {
		return "", false
	}
	return p[best].metas + path[len(p[best].ours):], true
}

// nearest returns the pointer as far as the document has it, and one step more:
// the place of what is missing in the part that is there.
func nearest(document, pointer string) string {
	tokens, err := decorum.SplitPointer(pointer)
	if err != nil {
		return pointer
	}
	value := document
	for i, token := range tokens {
		inner, ok := child(value, token)
		if !ok {
			if r := wire.NewStringReader(value, wire.Limits{}); r.Kind() != wire.Object {
				i-- // an element that is missing, or a part of a text
			}
			return decorum.JoinPointer(tokens[:i+1]...)
		}
		value = inner
	}
	return pointer
}

// settled returns the faults of a reading where they stand in the document.
func settled(document string, faults decorum.Violations) (vs decorum.Violations) {
	for _, v := range faults {
		v.Path = nearest(document, v.Path)
		vs = addOnce(vs, v)
	}
	return vs
}

// addOnce adds a violation, unless the same was told at the same place, or the
// value there is of another type, which says it all.
func addOnce(vs decorum.Violations, v decorum.Violation) decorum.Violations {
	for i := range vs {
		if vs[i].Path == v.Path && (vs[i].Code == v.Code && vs[i].Span == v.Span || vs[i].Code == decorum.WrongType) {
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

// child returns the member or the element of a well-formed value.
func child(value, token string) (inner string, ok bool) {
	r := wire.NewStringReader(value, wire.Limits{})
	switch r.Kind() {
	case wire.Object:
		for name := range r.Object() {
			if name == token {
				return r.Raw(), true
			}
		}
	case wire.Array:
		for i := range r.Array() {
			if i == index([]string{token}, 0) {
				return r.Raw(), true
			}
		}
	}
	return "", false
}

// memberText returns the string that a member of the document is; "" for none.
func memberText(document, name string) string {
	s, _ := wire.NewStringReader(document, wire.Limits{}).Lookup(name)
	return s
}
