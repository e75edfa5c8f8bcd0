package decorum

import "strconv"

// A Path is a place in a JSON document on the way to a violation. A check walks
// its value with a chain of Paths on its own stack, which costs nothing as long
// as all is well, and calls [Path.String] only for what is wrong:
//
//	var root decorum.Path
//	buttons := root.Key("buttons")
//	for i := range m.Buttons {
//		at := buttons.Index(i)
//		title := at.Key("title")
//		if limits.Title.Over(m.Buttons[i].Title) {
//			vs = vs.Add(decorum.Violation{Code: decorum.TooLong, Path: title.String() /* … */})
//		}
//	}
//
// A Path refers to the Path that it was made from, which must not change while
// it is used. The zero Path and the nil *Path are the whole document.
type Path struct {
	up    *Path
	key   string
	index int
	kind  pathKind
	// ended: a name on the way here could not be shown.
	ended bool
}

type pathKind uint8

const (
	pathRoot pathKind = iota
	pathKey
	pathIndex
)

// Key returns the place of the member named key. The key must be one of the
// program's own; see [Path.UserKey] for others.
func (p *Path) Key(key string) Path {
	return Path{up: p, key: key, kind: pathKey, ended: p.isEnded()}
}

// Index returns the place of the i-th element, counted from 0.
func (p *Path) Index(i int) Path {
	return Path{up: p, index: i, kind: pathIndex, ended: p.isEnded()}
}

// UserKey returns the place of a member whose name a user chose. A plain name,
// 1 to 64 bytes of ASCII letters, digits, "_", "-" and ".", is used as it is if
// it has at most six digits: it could be a telephone number otherwise. Any other
// ends the path at its parent: nothing of a hostile name can reach an error or a
// log.
func (p *Path) UserKey(key string) Path {
	return Path{up: p, key: key, kind: pathKey, ended: p.isEnded() || !plainKey(key)}
}

// String returns the place as a JSON Pointer.
func (p *Path) String() string {
	if p == nil || p.kind == pathRoot {
		return ""
	}
	var buf [64]byte
	return string(p.Append(buf[:0]))
}

// Append appends the place as a JSON Pointer to dst and returns it.
func (p *Path) Append(dst []byte) []byte {
	if p == nil || p.kind == pathRoot {
		return dst
	}
	dst = p.up.Append(dst)
	switch {
	case p.ended:
		return dst
	case p.kind == pathIndex:
		return strconv.AppendInt(append(dst, '/'), int64(p.index), 10)
	default:
		return AppendToken(dst, p.key)
	}
}

func (p *Path) isEnded() bool { return p != nil && p.ended }
