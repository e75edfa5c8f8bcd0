package cloudapi

import (
	"reflect"

	"github.com/decorum-go/decorum/whatsapp/message"
)

// An arena hands out values from shared memory.
type arena[T any] struct {
	free []T
}

// next returns a new value; guess is how many there may be from here on.
func (a *arena[T]) next(guess int) *T {
	if len(a.free) == 0 {
		if guess < 1 {
			guess = 8
		}
		a.free = make([]T, guess)
	}
	v := &a.free[0]
	a.free = a.free[1:]
	return v
}

// A slab gathers messages of one type, so that making interfaces of them does not
// cost an allocation each.
type slab[T message.Message] struct {
	list []slot[T]
}

type slot[T message.Message] struct {
	content T
	// to is where the message belongs.
	to *message.Message
}

// atOnce is how many messages are made interfaces of at once, at most.
const atOnce = 16

// put takes a message that belongs there; guess is how many there are of all types.
func (s *slab[T]) put(content T, to *message.Message, guess int) {
	if guess == 1 {
		*to = content
		return
	}
	if s.list == nil {
		s.list = make([]slot[T], 0, min(guess, atOnce))
	}
	if len(s.list) == atOnce {
		s.box()
	}
	s.list = append(s.list, slot[T]{content, to})
}

// box puts each message where it belongs, unless something else stands there.
func (s *slab[T]) box() {
	list := s.list
	for len(list) > 0 {
		n := 1
		switch {
		case len(list) == atOnce:
			var many [atOnce]T
			n = fill(many[:], list)
			share(list[:n], many)
		case len(list) > 1:
			var some [4]T
			n = fill(some[:], list)
			share(list[:n], some)
		case *list[0].to == nil:
			*list[0].to = list[0].content
		}
		list = list[n:]
	}
	s.list = s.list[:0]
}

func fill[T message.Message](array []T, list []slot[T]) int {
	n := min(len(array), len(list))
	for i := range n {
		array[i] = list[i].content
	}
	return n
}

// share makes one interface of an array, and takes those of its elements from it:
// as nobody can change what is in an interface, they share its memory.
func share[T message.Message](list []slot[T], array any) {
	v := reflect.ValueOf(array)
	for i := range list {
		if *list[i].to == nil {
			*list[i].to, _ = v.Index(i).Interface().(message.Message)
		}
	}
}
