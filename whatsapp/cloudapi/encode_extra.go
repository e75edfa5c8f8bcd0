package cloudapi

import (
	"github.com/decorum-go/decorum/internal/wire"
	"github.com/decorum-go/decorum/template"
)

// metaOf returns what an Extra keeps of Meta's object under the name "meta": an
// object that has only the members, at whatever depth, that are not typed. It
// returns "" where there is none; members under other names are not Meta's.
func metaOf(x template.Extra) string { return memberOf(string(x), "meta") }

// memberOf returns the value of a member of an object; "" for none.
func memberOf(object, name string) string {
	if object == "" {
		return ""
	}
	r := wire.NewStringReader(object, wire.Limits{})
	value := ""
	if r.Kind() != wire.Object {
		return ""
	}
	for key := range r.Object() {
		if key == name {
			value = r.Raw()
		}
	}
	if r.Done() != nil {
		return ""
	}
	return value
}

// joinExtra writes the object that the function writes of v, together with the
// members that the Extra keeps of it. It is the long way, and the only one that
// allocates.
func joinExtra[T any](w *wire.Writer, x template.Extra, v T, write func(*wire.Writer, *T)) {
	joinMembers(w, metaOf(x), v, write)
}

// joinMembers writes the object that the function writes of v, together with the
// members of another object. Where both have a member, their objects are joined,
// and of other values the written one counts.
func joinMembers[T any](w *wire.Writer, more string, v T, write func(*wire.Writer, *T)) {
	inner := wire.NewWriter(nil)
	write(inner, &v)
	b, err := inner.Done()
	switch {
	case err != nil:
		w.Raw("") // a violation: some text of it is no UTF-8
	case more == "":
		w.Raw(string(b))
	default:
		join(w, string(b), more)
	}
}

// join writes an object with the members of two.
func join(w *wire.Writer, own, more string) {
	var members []wire.Member
	at := map[string]int{}
	m := wire.NewStringReader(more, wire.Limits{})
	if m.Kind() != wire.Object {
		w.Raw(own)
		return
	}
	for name := range m.Object() {
		at[name] = len(members)
		members = append(members, m.Member(name))
	}
	if m.Done() != nil {
		w.Raw("") // a violation: the Extra is no JSON
		return
	}
	w.Object()
	o := wire.NewStringReader(own, wire.Limits{})
	for name := range o.Object() {
		value := o.Raw()
		w.UserKey(name)
		if i, both := at[name]; both {
			other := members[i].Value
			members[i].Value = "" // done with
			if isObject(value) && isObject(other) {
				join(w, value, other)
				continue
			}
		}
		w.Raw(value)
	}
	for _, member := range members {
		if member.Value != "" {
			w.Member(member)
		}
	}
	w.End()
}

// isObject reports whether a well-formed value is an object.
func isObject(value string) bool {
	return wire.NewStringReader(value, wire.Limits{}).Kind() == wire.Object
}

// writeMembers writes the members of an object into the open one.
func writeMembers(w *wire.Writer, object template.Extra) {
	if object == "" {
		return
	}
	r := wire.NewStringReader(string(object), wire.Limits{})
	for name := range r.Object() {
		w.Member(r.Member(name))
	}
	if r.Done() != nil {
		w.Key("extra")
		w.Raw("") // a violation: no text of an object
	}
}
