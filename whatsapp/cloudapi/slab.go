package cloudapi

import (
	"reflect"

	"github.com/decorum-go/decorum/internal/wire"
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

func (s *slab[T]) put(content T, to *message.Message) {
	p := wire.Grow(&s.list)
	p.content, p.to = content, to
}

// box puts each message where it belongs, unless something else stands there.
func (s *slab[T]) box() {
	list := s.list
	for len(list) > 1 {
		n := min(len(list), 32)
		if n <= 8 {
			var some [8]T
			fill(list[:n], some[:])
			share(list[:n], some)
		} else {
			var many [32]T
			fill(list[:n], many[:])
			share(list[:n], many)
		}
		list = list[n:]
	}
	if len(list) == 1 && *list[0].to == nil {
		*list[0].to = list[0].content
	}
}

func fill[T message.Message](list []slot[T], array []T) {
	for i := range list {
		array[i] = list[i].content
	}
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
