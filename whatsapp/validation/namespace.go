package validation

import (
	"math"
	"strconv"
	"strings"

	"github.com/decorum-go/decorum"
)

// A guessed place is read from a namespace alone.
type guessed struct {
	rest    string
	pointer []byte
	order   []step
	// outside is how much of the pointer stands before the first bracket, -1
	// until there is one: all from there on may be part of a user's key.
	outside int
}

// guess finds the place that a namespace names without the value that was
// validated. The names are taken as they stand, which is as JSON has them where
// the host has registered a function that says so. A number in brackets is taken
// for an index; at anything else, the key of a map, the path ends. rank is the
// order of the place as far as the first bracket.
func guess(namespace string, rank int) place {
	_, rest, _ := strings.Cut(namespace, ".") // the type's name comes first
	g := guessed{rest: rest, order: []step{{n: int64(rank)}}, outside: -1}
	for steps := 0; g.rest != ""; steps++ {
		next := g.name
		if g.rest[0] == '[' {
			next = g.index
		}
		if steps == maxDepth || !next() {
			g.order = append(g.order, step{math.MaxInt64, g.rest})
			return place{string(g.pointer), true, g.order}
		}
	}
	return place{string(g.pointer), false, g.order}
}

// index takes an index. What follows it shows whether it may have been one. One
// with more digits than a plain key may have is not shown: it could be a
// telephone number that is the key of a map.
func (g *guessed) index() bool {
	if g.outside < 0 {
		g.outside = len(g.pointer)
	}
	end := strings.IndexByte(g.rest, ']')
	if end < 0 || !digits(g.rest[1:end]) {
		return false
	}
	token, after := g.rest[1:end], g.rest[end+1:]
	if after != "" && after[0] != '[' && after[0] != '.' {
		g.pointer = g.pointer[:g.outside]
		return false
	}
	var root decorum.Path
	shown := root.UserKey(token)
	before := len(g.pointer)
	if g.pointer = shown.Append(g.pointer); len(g.pointer) == before {
		return false
	}
	n, _ := strconv.ParseInt(token, 10, 64) // at most six digits
	g.order = append(g.order, step{n: n})
	g.rest = strings.TrimPrefix(after, ".")
	return true
}

// name takes the name of a field. One that is not plain behind a bracket is part
// of a key, and so was all since the bracket.
func (g *guessed) name() bool {
	end := strings.IndexAny(g.rest, ".[")
	if end < 0 {
		end = len(g.rest)
	}
	var root decorum.Path
	token := root.UserKey(g.rest[:end])
	before := len(g.pointer)
	if g.pointer = token.Append(g.pointer); len(g.pointer) == before {
		if g.outside >= 0 {
			g.pointer = g.pointer[:g.outside]
		}
		return false
	}
	if g.outside >= 0 {
		g.order = append(g.order, step{key: g.rest[:end]})
	}
	g.rest = strings.TrimPrefix(g.rest[end:], ".")
	return true
}
