// Package phone has enumerations, whole and broken.
package phone

import "strconv"

// Whole has all.
type Whole uint8

// The values of Whole.
const (
	One Whole = iota + 1
	Two
)

// String returns the name.
func (w Whole) String() string { return strconv.Itoa(int(w)) }

// AppendText appends the name.
func (w Whole) AppendText(dst []byte) ([]byte, error) { return append(dst, w.String()...), nil }

// MarshalText returns the name.
func (w Whole) MarshalText() ([]byte, error) { return w.AppendText(nil) }

// UnmarshalText reads a name.
func (w *Whole) UnmarshalText([]byte) error { *w = 0; return nil }

// ParseWhole reads a name.
func ParseWhole(string) (Whole, error) { return 0, nil }

// Bare has nothing; its constants follow an unexported one.
type Bare int

const (
	none Bare = iota
	// Some is exported.
	Some
)

// Half can be written, but not read.
type Half uint16

// Only is the one value of Half.
const Only Half = 1

// String returns the name.
func (h Half) String() string { return "half" }

// AppendText appends the name.
func (h Half) AppendText(dst []byte) ([]byte, error) { return append(dst, h.String()...), nil }

// MarshalText returns the name.
func (h Half) MarshalText() ([]byte, error) { return h.AppendText(nil) }

// Index is a number, not an enumeration: no exported constant has its type.
type Index int

const first Index = 0

// Most is a number, and so is what follows it.
const (
	Most = 3
	Least
)

// Word is made of text.
type Word string

// Yes is a word.
const Yes Word = "yes"

type hidden uint8

// Hidden is exported, its type is not.
const Hidden hidden = 1

var _ = []any{none, first}
