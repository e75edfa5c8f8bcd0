package wire

import "math"

// Limits bound what a [Reader] reads before it does the work. A field that is
// zero or less stands for its default.
type Limits struct {
	// Bytes is how long a document may be; DefaultBytes by default. A longer one
	// is refused unread and uncopied. More than 2 GiB - 1 is never read.
	Bytes int
	// Depth is how many objects and arrays may lie one within the other;
	// DefaultDepth by default. A lone number has the depth 0, [] has 1. More than
	// 1,000 are never read.
	Depth int
	// Members is how many members one object, or elements one array, may have;
	// DefaultMembers by default.
	Members int
	// Elements is how many elements all arrays that are read with [Reader.Array] may
	// have together; any number by default. It bounds what a decoder allocates for
	// elements of a few bytes. Those that are passed over do not count. See
	// [Reader.Spend].
	Elements int
}

// The defaults of [Limits]. Meta sends webhooks of at most 3 MB with at most
// 1,000 updates (webhooks overview and endpoint pages, 2025).
const (
	DefaultBytes   = 4 << 20
	DefaultDepth   = 32
	DefaultMembers = 10_000
)

// maxDepth bounds what a caller can ask for: the stack stays small.
const maxDepth = 1000

// orDefault returns the limits with the defaults put in.
func (l Limits) orDefault() Limits {
	if l.Bytes <= 0 {
		l.Bytes = DefaultBytes
	}
	l.Bytes = min(l.Bytes, math.MaxInt32)
	if l.Depth <= 0 {
		l.Depth = DefaultDepth
	}
	l.Depth = min(l.Depth, maxDepth)
	if l.Members <= 0 {
		l.Members = DefaultMembers
	}
	if l.Elements <= 0 {
		l.Elements = math.MaxInt32
	}
	return l
}
