package display

import (
	"strings"

	"github.com/decorum-go/decorum"
)

// Values answers what a field stands for: the empty text where there is
// nothing. It is called once for each field that is reached, with the object and
// the name as the format writes them, such as "Contact" and "FirstName".
type Values func(object, name string) string

// Value returns the text that the format gives with these values; nil values
// are all empty.
func (f Format) Value(values Values) string {
	var buf [128]byte
	return string(f.AppendValue(buf[:0], values))
}

// AppendValue appends the text that the format gives with these values and
// returns the extended slice. It allocates nothing but room for the text.
func (f Format) AppendValue(dst []byte, values Values) []byte {
	e := evaluation{values: values, start: len(dst)}
	if len(f.alternatives) == 1 {
		dst, _ = e.sequence(dst, f.alternatives[0])
	} else {
		dst, _ = e.first(dst, f.alternatives)
	}
	return e.trimRight(dst)
}

type evaluation struct {
	values Values
	// start is where the text begins in dst: blanks are never taken from before.
	start int
}

// first appends the first alternative that yields text, and reports whether one
// does.
func (e *evaluation) first(dst []byte, alternatives []sequence) ([]byte, bool) {
	mark := len(dst)
	for _, s := range alternatives {
		var yields bool
		if dst, yields = e.sequence(dst, s); yields {
			return dst, true
		}
		dst = dst[:mark]
	}
	return dst, false
}

// sequence appends the items and reports whether they yield text.
func (e *evaluation) sequence(dst []byte, s sequence) ([]byte, bool) {
	asked, yields, shown := false, false, false
	for i := range s {
		item := &s[i]
		if !item.isField() && item.alternatives == nil {
			dst = e.literal(dst, item.text)
			shown = shown || decorum.HasVisible(item.text)
			continue
		}
		asked = true
		var ok bool
		if item.isField() {
			dst, ok = e.field(dst, item)
		} else {
			dst, ok = e.first(dst, item.alternatives)
		}
		yields = yields || ok
	}
	return dst, yields || !asked && shown
}

func (e *evaluation) field(dst []byte, i *item) ([]byte, bool) {
	if e.values == nil {
		return dst, false
	}
	value := e.values(i.object, i.name)
	if !decorum.HasVisible(value) {
		return dst, false
	}
	if len(dst) == e.start {
		value = strings.TrimLeft(value, " ")
	}
	return append(dst, value...), true
}

// literal appends the text, without the blanks before it where there is nothing
// before it or a blank already.
func (e *evaluation) literal(dst []byte, text string) []byte {
	if len(dst) == e.start || dst[len(dst)-1] == ' ' {
		for text != "" && text[0] == ' ' {
			text = text[1:]
		}
	}
	return append(dst, text...)
}

func (e *evaluation) trimRight(dst []byte) []byte {
	for len(dst) > e.start && dst[len(dst)-1] == ' ' {
		dst = dst[:len(dst)-1]
	}
	return dst
}
