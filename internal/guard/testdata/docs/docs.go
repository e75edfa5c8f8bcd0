package docs

const Bare = 1

// A group.
const (
	InGroup = 1
	Also    = 2
)

const (
	Commented = 1 // told
	Silent    = 2
)

type T struct{}

// Wrong beginning.
type U struct{}

// A V is told.
type V struct{}

func (T) Method() {}

// Method does.
func (*V) Method() {}

func (t *t) Method() {}

type t struct{}

func Func() {}

// Told does.
func Told() {}
