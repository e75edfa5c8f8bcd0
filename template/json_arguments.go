package template

import (
	"cmp"
	"slices"
	"strconv"
	"time"

	"github.com/decorum-go/decorum/internal/wire"
	"github.com/decorum-go/decorum/location"
)

// AppendJSON appends the arguments as JSON. Of two values for one button the
// first is written.
func (a Arguments) AppendJSON(dst []byte) ([]byte, error) {
	return appendJSON(dst, &a, writeArguments)
}

// MarshalJSON returns what [Arguments.AppendJSON] appends.
func (a Arguments) MarshalJSON() ([]byte, error) { return a.AppendJSON(nil) }

// UnmarshalJSON reads arguments. On an error a stays as it is.
func (a *Arguments) UnmarshalJSON(data []byte) error { return readJSON(data, a, readArguments) }

func readArguments(r *wire.Reader) (a Arguments) {
	var rest members
	for name := range r.Object() {
		switch name {
		case "header":
			a.Header = readValues(r)
		case "media":
			a.Media = readMedia(r)
		case "place":
			a.Place = readPlace(r)
		case "body":
			a.Body = readValues(r)
		case "buttons":
			a.Buttons = readButtonValues(r)
		case "expires":
			t, err := time.Parse(time.RFC3339, r.Text())
			if err != nil {
				malformed(r, "an instant as in RFC 3339")
			}
			a.Expires = t
		case "cards":
			a.Cards = readCardArguments(r)
		default:
			rest.read(r, name)
		}
	}
	a.Extra = rest.extra()
	return a
}

func writeArguments(w *wire.Writer, a *Arguments) {
	w.Object()
	if a.Header.Len() > 0 {
		w.Key("header")
		writeValues(w, a.Header)
	}
	if a.Media != (MediaHeader{}) {
		w.Key("media")
		writeMedia(w, a.Media)
	}
	if a.Place != (location.Place{}) {
		w.Key("place")
		writePlace(w, a.Place)
	}
	if a.Body.Len() > 0 {
		w.Key("body")
		writeValues(w, a.Body)
	}
	if len(a.Buttons) > 0 {
		w.Key("buttons")
		writeButtonValues(w, a.Buttons)
	}
	if !a.Expires.IsZero() {
		w.Key("expires")
		if b, err := a.Expires.MarshalText(); err == nil {
			w.Text(string(b))
		} else {
			w.Raw("") // a year that RFC 3339 does not have
		}
	}
	if len(a.Cards) > 0 {
		w.Key("cards")
		w.Array()
		for i := range a.Cards {
			writeCardArguments(w, &a.Cards[i])
		}
		w.End()
	}
	a.Extra.write(w)
	w.End()
}

func readCardArguments(r *wire.Reader) (list []CardArguments) {
	for range r.Array() {
		var c CardArguments
		var rest members
		for name := range r.Object() {
			switch name {
			case "media":
				c.Media = readMedia(r)
			case "body":
				c.Body = readValues(r)
			case "buttons":
				c.Buttons = readButtonValues(r)
			default:
				rest.read(r, name)
			}
		}
		c.Extra = rest.extra()
		list = append(list, c)
	}
	return list
}

func writeCardArguments(w *wire.Writer, c *CardArguments) {
	w.Object()
	if c.Media != (MediaHeader{}) {
		w.Key("media")
		writeMedia(w, c.Media)
	}
	if c.Body.Len() > 0 {
		w.Key("body")
		writeValues(w, c.Body)
	}
	if len(c.Buttons) > 0 {
		w.Key("buttons")
		writeButtonValues(w, c.Buttons)
	}
	c.Extra.write(w)
	w.End()
}

// MarshalJSON returns an array of positional values or an object of named ones.
func (v Values) MarshalJSON() ([]byte, error) { return appendJSON(nil, v, writeValues) }

// UnmarshalJSON reads an array or an object of strings. On an error v stays as it
// is.
func (v *Values) UnmarshalJSON(data []byte) error { return readJSON(data, v, readValues) }

func readValues(r *wire.Reader) Values {
	if r.Kind() != wire.Object {
		var list []string
		for range r.Array() {
			list = append(list, r.Text())
		}
		return Values{list: list}
	}
	var named []value
	for name := range r.Object() {
		named = append(named, value{name, r.Text()})
	}
	slices.SortFunc(named, func(a, b value) int { return compareNames(a.name, b.name) })
	return sortedValues(named)
}

func writeValues(w *wire.Writer, v Values) {
	if len(v.named) == 0 {
		w.Array()
		for _, s := range v.list {
			w.Text(s)
		}
		w.End()
		return
	}
	w.Object()
	for _, n := range v.named {
		writeMember(w, n.name, n.text)
	}
	w.End()
}

// writeMember writes a member with a string whose name is not a constant.
func writeMember(w *wire.Writer, name, text string) {
	value := wire.NewWriter(nil)
	value.Text(text)
	b, err := value.Done()
	if err != nil {
		b = nil // what is not UTF-8 cannot be written
	}
	w.Member(wire.Member{Name: name, Value: string(b)})
}

func readButtonValues(r *wire.Reader) (list []ButtonValue) {
	for name := range r.Object() {
		i, err := strconv.ParseInt(name, 10, 32)
		text := r.Text()
		if err != nil || strconv.FormatInt(i, 10) != name {
			malformed(r, "the index of a button")
			continue
		}
		list = append(list, ButtonValue{ButtonIndex(i), text})
	}
	slices.SortFunc(list, func(a, b ButtonValue) int { return cmp.Compare(a.Button, b.Button) })
	return list
}

func writeButtonValues(w *wire.Writer, list []ButtonValue) {
	list = slices.Clone(list)
	slices.SortStableFunc(list, func(a, b ButtonValue) int { return cmp.Compare(a.Button, b.Button) })
	w.Object()
	for i, b := range list {
		if i == 0 || list[i-1].Button != b.Button {
			writeMember(w, strconv.Itoa(int(b.Button)), b.Value)
		}
	}
	w.End()
}
