package wire

// A Kind is what a JSON value is. The zero Kind is no value.
type Kind uint8

// The kinds of values.
const (
	Null Kind = iota + 1
	Bool
	Number
	String
	Array
	Object
)

// kindOf returns the kind of the value that begins with c, 0 for none.
func kindOf(c byte) Kind { return kinds[c] }

var kinds = [256]Kind{
	'n': Null, 't': Bool, 'f': Bool, '"': String, '[': Array, '{': Object,
	'-': Number, '0': Number, '1': Number, '2': Number, '3': Number, '4': Number,
	'5': Number, '6': Number, '7': Number, '8': Number, '9': Number,
}

// Kind returns the kind of the value that comes next, which stays unread; 0
// when there is none. It goes by the first byte: the value may prove malformed
// when it is read.
func (r *Reader) Kind() Kind {
	if !r.ready {
		return 0
	}
	return kindOf(r.src[r.pos])
}
