package cloudapi

import (
	"github.com/decorum-go/decorum"
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
	if !refused(w, x) {
		joinMembers(w, metaOf(x), v, write)
	}
}

// refused reports whether an Extra is no JSON, and then refuses the value that
// comes next: what it was to keep would be lost.
func refused(w *wire.Writer, x template.Extra) bool {
	if x == "" {
		return false
	}
	err := wire.Valid(string(x), wire.Limits{})
	if err == nil {
		return false
	}
	var vs decorum.Violations
	for v := range decorum.All(err) {
		vs = vs.Add(decorum.Violation{Code: v.Code, Severity: v.Severity, Want: "an Extra that is JSON"})
	}
	w.Refuse(vs)
	return true
}

// refuse tells why a value cannot be written.
func refuse(w *wire.Writer, err error) {
	var vs decorum.Violations
	for v := range decorum.All(err) {
		vs = vs.Add(v)
	}
	w.Refuse(vs)
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
		refuse(w, err)
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
		w.Refuse(decorum.Violations{{Code: decorum.WrongType, Severity: decorum.SeverityError, Want: "an Extra that is an object"}})
		return
	}
	for name := range m.Object() {
		at[name] = len(members)
		members = append(members, m.Member(name))
	}
	if err := m.Done(); err != nil {
		refuse(w, err)
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
