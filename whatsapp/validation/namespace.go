package validation

import (
	"math"
	"strconv"
	"strings"

	"github.com/decorum-go/decorum"
)

// guess finds the place that a namespace names without the value that was
// validated. The names are taken as they stand, which is as JSON has them where
// the host has registered a function that says so. A number in brackets is taken
// for an index; at anything else, the key of a map, the path ends. rank is the
// order of the place as far as the first bracket.
func guess(namespace string, rank int) place {
	p := place{order: []step{{n: int64(rank)}}}
	_, rest, _ := strings.Cut(namespace, ".") // the type's name comes first
	var pointer []byte
	outside := -1 // the length of the pointer before the first bracket
	for rest != "" {
		if len(p.order) > maxDepth {
			return p.end(pointer, rest)
		}
		if rest[0] == '[' {
			if outside < 0 {
				outside = len(pointer)
			}
			end := strings.IndexByte(rest, ']')
			if end < 0 || !digits(rest[1:end]) {
				return p.end(pointer, rest)
			}
			n, _ := strconv.ParseInt(rest[1:end], 10, 64)
			pointer = strconv.AppendInt(append(pointer, '/'), n, 10)
			p.order = append(p.order, step{n: n})
			rest = rest[end+1:]
			if rest != "" && rest[0] != '[' && rest[0] != '.' {
				return p.end(pointer[:outside], rest)
			}
			rest = strings.TrimPrefix(rest, ".")
			continue
		}
		end := strings.IndexAny(rest, ".[")
		if end < 0 {
			end = len(rest)
		}
		var root decorum.Path
		token := root.UserKey(rest[:end])
		before := len(pointer)
		if pointer = token.Append(pointer); len(pointer) == before {
			if outside >= 0 { // not an index, then, but part of a key
				pointer = pointer[:outside]
			}
			return p.end(pointer, rest)
		}
		if outside >= 0 {
			p.order = append(p.order, step{key: rest[:end]})
		}
		rest = strings.TrimPrefix(rest[end:], ".")
	}
	p.pointer = string(pointer)
	return p
}

// end returns the place with its path ended at the pointer.
func (p place) end(pointer []byte, rest string) place {
	p.pointer, p.ended = string(pointer), true
	p.order = append(p.order, step{math.MaxInt64, rest})
	return p
}
