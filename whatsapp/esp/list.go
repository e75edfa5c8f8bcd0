package esp

import (
	"slices"
	"strconv"
	"strings"
)

// A Value is what a key of a list has: a [Text], an [Integer] or a [List]. It is
// a sealed union. A nil Value is none, and no list that holds one can be written.
type Value interface{ value() }

// Text is a value that is a string.
type Text string

// Integer is a value that is a whole number.
type Integer int64

func (Text) value()    {}
func (Integer) value() {}
func (List) value()    {}

// A Pair is a key and its value.
type Pair struct {
	Key   string
	Value Value
}

// A List is a key-value list, as requests, answers and attached data are made of:
// pairs in an order that never changes by itself. In JSON it is an object:
//
//	{"_umsChannel":"channel-ghub","Attempt":2,"More":{"Id":"1"}}
//
// A key may stand more than once in the lists of the protocol, but not in JSON:
// [List.Check] tells of it, and everywhere the first counts. The zero List is
// empty.
//
// Lists are shared as slices are: the methods never write into the list that they
// are called on.
type List []Pair

// ListOf returns the list of a map, sorted by its keys.
func ListOf(texts map[string]string) List {
	if len(texts) == 0 {
		return nil
	}
	l := make(List, 0, len(texts))
	for key, text := range texts {
		l = append(l, Pair{key, Text(text)})
	}
	slices.SortFunc(l, func(a, b Pair) int { return strings.Compare(a.Key, b.Key) })
	return l
}

// Lookup returns the value of the key, the first of several, and whether there is
// one.
func (l List) Lookup(key string) (Value, bool) {
	if i := l.index(key); i >= 0 {
		return l[i].Value, true
	}
	return nil, false
}

// Text returns the text of the key, or the digits of its integer; "" and false
// where there is no such key, and where its value is a list.
func (l List) Text(key string) (string, bool) {
	v, _ := l.Lookup(key)
	return textOf(v)
}

// textOf returns a value as text, unless it is a list or none.
func textOf(v Value) (string, bool) {
	switch v := v.(type) {
	case Text:
		return string(v), true
	case Integer:
		return strconv.FormatInt(int64(v), 10), true
	default:
		return "", false
	}
}

// With returns the list with the value at the key: in the place that the key has,
// or at the end.
func (l List) With(key string, v Value) List {
	i := l.index(key)
	if i < 0 {
		return append(slices.Clip(l), Pair{key, v})
	}
	l = slices.Clone(l)
	l[i].Value = v
	return l
}

// Without returns the list without the key, wherever it stands.
func (l List) Without(key string) List {
	if l.index(key) < 0 {
		return l
	}
	return slices.DeleteFunc(slices.Clone(l), func(p Pair) bool { return p.Key == key })
}

func (l List) index(key string) int {
	for i := range l {
		if l[i].Key == key {
			return i
		}
	}
	return -1
}

// withText returns the list with the text at the key, and as it is where the text
// is empty.
func (l List) withText(key, text string) List {
	if text == "" {
		return l
	}
	return l.With(key, Text(text))
}
