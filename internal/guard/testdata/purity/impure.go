package impure

import (
	"os"
	"strings"
	"time"
	"unsafe"
)

var counter int

var table = [...]int{1, 2, 3}

var names = map[string]int{}

var (
	pointer  = &counter
	replacer = strings.NewReplacer("a", "b")
	size     = len("abc")
	_        = strings.NewReplacer
	typed    *int
	nested   = []map[string]int{{"a": 1}}
)

func init() {}

func act() {
	go act()
	counter++
	counter = 1
	table[0] = 2
	local := 1
	local = 2
	if time.Now().IsZero() {
		panic("no")
	}
}

func MustAct() { panic("yes") }

func shadow(counter int) { counter++ }

func reach() {
	for counter = range 3 {
	}
	copy(table[:], []int{2})
	clear(table[:])
	_, _ = time.LoadLocation("Europe/Berlin")
}
