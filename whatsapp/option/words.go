package option

import "github.com/decorum-go/decorum/internal/enum"

// words are the names of an enumeration's values, in their order; "" for a value
// that is none.
type words []string

// of returns the name of the i-th value, "" where there is none.
func (w words) of(i int) string {
	if i >= len(w) {
		return ""
	}
	return w[i]
}

// appendTo appends the name of the i-th value, or tells that there is none.
func (w words) appendTo(dst []byte, i int) ([]byte, error) {
	name := w.of(i)
	if name == "" {
		_, err := w.find("")
		return dst, err
	}
	return append(dst, name...), nil
}

// find returns the value that has the name, or tells which names there are.
func (w words) find(name string) (uint8, error) { return enum.Parse[uint8](w, name) }

// readWord sets the value to what the text says, unless that is an error.
func readWord[T any](to *T, text []byte, parse func(string) (T, error)) error {
	v, err := parse(string(text))
	if err == nil {
		*to = v
	}
	return err
}

// equalFold reports whether s is the word, in any case of ASCII letters. No other
// letter counts as one of these.
func equalFold(s, word string) bool {
	if len(s) != len(word) {
		return false
	}
	for i := range len(s) {
		if lower(s[i]) != lower(word[i]) {
			return false
		}
	}
	return true
}

func lower(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		return c + 'a' - 'A'
	}
	return c
}
