package esp

import (
	"unicode/utf8"

	"github.com/decorum-go/decorum"
)

// The bounds of what is read and written.
const (
	// MaxInput is the longest JSON, in bytes.
	MaxInput = 1 << 20
	// MaxDepth is how deep lists may be nested; a list without others has 1.
	MaxDepth = 16
	// MaxPairs is how many pairs a list may have, those of its lists counted.
	MaxPairs = 10_000
)

// Check tells what keeps the list from being written: an empty key, a nil value,
// a key that stands twice, a text that is not valid UTF-8, more than MaxPairs or
// MaxDepth. The paths are those of the list's JSON.
func (l List) Check() decorum.Violations { return l.checkUnder("") }

// checkUnder tells what Check does, with place in front of the paths.
func (l List) checkUnder(place string) decorum.Violations {
	var c listCheck
	c.list(l, nil, 1)
	return c.under(place)
}

// A listCheck gathers what is wrong with lists.
type listCheck struct {
	vs    decorum.Violations
	pairs int
	// steps counts what is looked at, for the proof that the cost is linear.
	steps int
}

// under returns what was found, with place in front of the paths.
func (c *listCheck) under(place string) decorum.Violations {
	for i := range c.vs {
		c.vs[i].Path = place + c.vs[i].Path
	}
	return c.vs
}

func (c *listCheck) fault(code decorum.Code, at *decorum.Path) {
	c.vs = c.vs.Add(decorum.Violation{Code: code, Severity: decorum.SeverityError, Path: at.String()})
}

// faultAt tells of the pair with the key. The place is made here, and not for
// every pair: it would be made on the heap.
func (c *listCheck) faultAt(code decorum.Code, at *decorum.Path, key string) {
	place := at.UserKey(key)
	c.fault(code, &place)
}

// count counts a pair, tells of the first that is too many, and reports whether
// the pair is to be looked at.
func (c *listCheck) count(at *decorum.Path) bool {
	c.pairs++
	if c.pairs == MaxPairs+1 {
		c.vs = c.vs.Add(tooMany(at.String()))
	}
	return c.pairs <= MaxPairs
}

// few is how many keys are compared with each other; more are hashed.
const few = 16

func (c *listCheck) list(l List, at *decorum.Path, depth int) {
	if depth > MaxDepth {
		c.vs = c.vs.Add(tooDeep(at.String()))
		return
	}
	var seen map[string]bool
	if len(l) > few {
		seen = make(map[string]bool, min(len(l), MaxPairs))
	}
	for i := range l {
		p := &l[i]
		if !c.count(at) {
			return
		}
		if c.steps++; seen == nil {
			c.steps += i // keys that this one is compared with, at most
		}
		switch {
		case p.Key == "":
			c.fault(decorum.Required, at)
		case !utf8.ValidString(p.Key):
			c.fault(decorum.InvalidUTF8, at)
		case seen[p.Key], seen == nil && l[:i].index(p.Key) >= 0:
			c.faultAt(decorum.Duplicate, at, p.Key)
		}
		if seen != nil {
			seen[p.Key] = true
		}
		switch v := p.Value.(type) {
		case nil:
			c.faultAt(decorum.Required, at, p.Key)
		case Text:
			if !utf8.ValidString(string(v)) {
				c.faultAt(decorum.InvalidUTF8, at, p.Key)
			}
		case List:
			place := at.UserKey(p.Key)
			c.list(v, &place, depth+1)
		}
	}
}

func tooDeep(path string) decorum.Violation {
	return decorum.Violation{
		Code: decorum.TooDeep, Severity: decorum.SeverityError, Path: path,
		Limit: MaxDepth, Actual: MaxDepth + 1, Unit: decorum.Levels,
	}
}

func tooMany(path string) decorum.Violation {
	return decorum.Violation{
		Code: decorum.TooMany, Severity: decorum.SeverityError, Path: path,
		Limit: MaxPairs, Actual: MaxPairs + 1, Unit: decorum.Items,
	}
}
