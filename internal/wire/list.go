package wire

import "slices"

// Grow adds a zero element to the list and returns it, to be decoded in place;
// it is valid until the list grows again. A full list of up to 16 elements gets
// room for four times as many, so that Grow allocates less often than append.
func Grow[T any](list *[]T) *T {
	s := *list
	if n := len(s); n == cap(s) && n > 0 && n <= 16 {
		s = slices.Grow(s, 3*n)
	}
	var zero T
	s = append(s, zero)
	*list = s
	return &s[len(s)-1]
}

// An Arena hands out zero values by pointer from shared slices, so that the
// parts of many messages cost few allocations. A value keeps those beside it,
// at most 63, in memory. The zero Arena is ready for use.
type Arena[T any] struct {
	free []T
	next int
}

// New returns a new value.
func (a *Arena[T]) New() *T {
	if len(a.free) == 0 {
		a.next = min(max(4*a.next, 1), 64)
		a.free = make([]T, a.next)
	}
	v := &a.free[0]
	a.free = a.free[1:]
	return v
}
