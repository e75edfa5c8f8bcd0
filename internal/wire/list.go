package wire

import "slices"

// Grow adds a zero element to the list and returns it, to be decoded in place;
// it is valid until the list grows again. A short list gets room for several
// times as many, 1, 8, 32, 128, so that Grow allocates less often than append.
func Grow[T any](list *[]T) *T {
	s := *list
	if n := len(s); n == cap(s) && n > 0 && n <= 32 {
		s = slices.Grow(s, max(3*n, 7))
	}
	var zero T
	s = append(s, zero)
	*list = s
	return &s[len(s)-1]
}

// An Arena hands out zero values by pointer from shared slices, so that the
// parts of many messages cost few allocations. A value keeps those beside it,
// at most 31, in memory. The zero Arena is ready for use.
type Arena[T any] struct {
	free []T
	next int
}

// New returns a new value.
func (a *Arena[T]) New() *T {
	if len(a.free) == 0 {
		a.free = make([]T, max(a.next, 1))
		a.next = min(max(2*a.next, 8), 32)
	}
	v := &a.free[0]
	a.free = a.free[1:]
	return v
}
