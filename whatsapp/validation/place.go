package validation

import (
	"cmp"
	"fmt"
	"math"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/go-playground/validator/v10"

	"github.com/decorum-go/decorum"
)

// maxDepth is how many steps a path follows into a value, and how many pointers
// it follows at each step. Deeper down, a path ends at the last step.
const maxDepth = 64

// A place is where a field error stands.
type place struct {
	pointer string
	// ended: the pointer ends above the place itself.
	ended bool
	// order tells which of two places comes first in the document.
	order []step
}

// A step leads from a value to one of its parts: by the number of a field or an
// element, or by the key of a map.
type step struct {
	n   int64
	key string
}

func (p place) compare(q place) int {
	return slices.CompareFunc(p.order, q.order, func(a, b step) int {
		return cmp.Or(cmp.Compare(a.n, b.n), strings.Compare(a.key, b.key))
	})
}

// put returns v, which is about the value at the place, as its holder sees it.
func (p place) put(v decorum.Violation) decorum.Violation {
	if p.ended {
		v.Path, v.Span = p.pointer, decorum.Span{}
		return v
	}
	v.Path = p.pointer + v.Path
	return v
}

// A walk follows a namespace of validator, such as "Order.Lines[2].Title", from
// the value that was validated to the part that it names.
type walk struct {
	at      reflect.Value
	rest    string
	pointer []byte
	order   []step
}

// locate finds the place that a namespace made of Go's names has in the JSON of
// the value. It returns false when the namespace is not one of this value.
func locate(value reflect.Value, namespace string) (place, bool) {
	for i := 0; i < maxDepth && (value.Kind() == reflect.Pointer || value.Kind() == reflect.Interface); i++ {
		value = value.Elem()
	}
	if value.Kind() != reflect.Struct {
		return place{}, false
	}
	if name := value.Type().Name(); name != "" {
		var ok bool
		if namespace, ok = strings.CutPrefix(namespace, name); !ok || namespace != "" && namespace[0] != '.' {
			return place{}, false
		}
	}
	w := walk{at: value, rest: strings.TrimPrefix(namespace, ".")}
	for steps := 0; w.rest != ""; steps++ {
		if steps == maxDepth || !w.next() {
			w.order = append(w.order, step{math.MaxInt64, w.rest})
			return place{string(w.pointer), true, w.order}, true
		}
	}
	return place{string(w.pointer), false, w.order}, true
}

// next takes one step. It reports whether there is such a part in the JSON.
func (w *walk) next() bool {
	w.open()
	switch w.at.Kind() {
	case reflect.Struct:
		return w.field()
	case reflect.Slice, reflect.Array:
		return w.element()
	case reflect.Map:
		return w.entry()
	default:
		return false
	}
}

// open goes through pointers, interfaces and wrappers as validator does.
func (w *walk) open() {
	for range maxDepth {
		if w.at.IsValid() && w.at.CanInterface() {
			absent := (w.at.Kind() == reflect.Pointer || w.at.Kind() == reflect.Interface) && w.at.IsNil()
			if v, ok := w.at.Interface().(validator.Valuer); ok && !absent {
				w.at = reflect.ValueOf(v.ValidatorValue())
				continue
			}
		}
		if w.at.Kind() != reflect.Pointer && w.at.Kind() != reflect.Interface {
			return
		}
		w.at = w.at.Elem()
	}
}

// field goes into a field of a struct. Whoever reports an error for a whole
// struct may have named it by its JSON name.
func (w *walk) field() bool {
	w.rest = strings.TrimPrefix(w.rest, ".")
	end := strings.IndexAny(w.rest, ".[")
	if end < 0 {
		end = len(w.rest)
	}
	i, token, shown := fieldNamed(w.at.Type(), w.rest[:end])
	if !shown {
		return false
	}
	if token != "" {
		w.pointer = decorum.AppendToken(w.pointer, token)
	}
	w.order = append(w.order, step{n: int64(i)})
	w.at, w.rest = w.at.Field(i), w.rest[end:]
	return true
}

// fieldNamed returns the index of a field and its name in the JSON; false for
// none.
func fieldNamed(t reflect.Type, name string) (i int, token string, shown bool) {
	byJSON := -1
	for i := range t.NumField() {
		f := t.Field(i)
		own, visible := jsonName(f)
		if f.Name == name {
			return i, own, visible
		}
		if visible && own == name {
			byJSON = i
		}
	}
	return byJSON, name, byJSON >= 0
}

// element goes into an element of a list.
func (w *walk) element() bool {
	end := strings.IndexByte(w.rest, ']')
	if end < 1 || w.rest[0] != '[' || !digits(w.rest[1:end]) {
		return false
	}
	i, err := strconv.Atoi(w.rest[1:end])
	if err != nil || i >= w.at.Len() {
		return false
	}
	w.pointer = strconv.AppendInt(append(w.pointer, '/'), int64(i), 10)
	w.order = append(w.order, step{n: int64(i)})
	w.at, w.rest = w.at.Index(i), w.rest[end+1:]
	return true
}

// maxBrackets is among how many ends of a key, if it has brackets in it, the
// right one is looked for.
const maxBrackets = 16

// entry goes into an entry of a map, if its key can be shown and is sure to be
// the one that is meant: users' keys may look like parts of a namespace.
func (w *walk) entry() bool {
	end := strings.IndexByte(w.rest, ']')
	if end < 1 || w.rest[0] != '[' {
		return false
	}
	text := w.rest[1:end]
	key, ok := keyOf(w.at.Type().Key(), text)
	if !ok || !w.at.MapIndex(key).IsValid() {
		return false
	}
	if key.Kind() == reflect.String && w.ambiguous(end) {
		return false
	}
	var root decorum.Path
	token := root.UserKey(text)
	before := len(w.pointer)
	if w.pointer = token.Append(w.pointer); len(w.pointer) == before {
		return false
	}
	s := step{key: text}
	if key.CanInt() {
		s = step{n: key.Int()}
	}
	w.order = append(w.order, s)
	w.at, w.rest = w.at.MapIndex(key), w.rest[end+1:]
	return true
}

// ambiguous reports whether a key that is longer than the one that ends at end
// could be meant as well.
func (w *walk) ambiguous(end int) bool {
	for range maxBrackets {
		more := strings.IndexByte(w.rest[end+1:], ']')
		if more < 0 {
			return false
		}
		end += more + 1
		if key, ok := keyOf(w.at.Type().Key(), w.rest[1:end]); ok && w.at.MapIndex(key).IsValid() {
			return true
		}
	}
	return true
}

// keyOf returns the key that validator writes as text. Keys that write
// themselves are not looked for.
func keyOf(t reflect.Type, text string) (reflect.Value, bool) {
	if t.Implements(reflect.TypeFor[fmt.Formatter]()) || t.Implements(reflect.TypeFor[fmt.Stringer]()) ||
		t.Implements(reflect.TypeFor[error]()) {
		return reflect.Value{}, false
	}
	key := reflect.New(t).Elem()
	switch {
	case key.Kind() == reflect.String:
		key.SetString(text)
	case key.CanInt():
		n, err := strconv.ParseInt(text, 10, t.Bits())
		if err != nil {
			return reflect.Value{}, false
		}
		key.SetInt(n)
	case key.CanUint():
		n, err := strconv.ParseUint(text, 10, t.Bits())
		if err != nil {
			return reflect.Value{}, false
		}
		key.SetUint(n)
	default:
		return reflect.Value{}, false
	}
	return key, true
}
