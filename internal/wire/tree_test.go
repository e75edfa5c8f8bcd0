package wire_test

import (
	"bytes"
	"encoding/json"
	"io"

	"github.com/decorum-go/decorum/internal/wire"
)

// A pair is a member of an object of a tree.
type pair struct {
	Name  string
	Value any
}

// A way of reading a value that a test's reader takes.
type way uint8

const (
	direct way = iota // read it
	raw               // keep its text and read that by another reader
	ahead             // look up a member that is not there, then read it
	marked            // mark it, read it, and read its text once more
	ways
)

// readTree reads the next value as a tree of nil, bool, json.Number, string,
// []any and []pair. How each value is read is for choose to say.
func readTree(r *wire.Reader, choose func() way) any {
	switch choose() {
	case raw:
		text := r.Raw()
		if r.Err() != nil {
			return nil
		}
		inner := wire.NewStringReader(text, wire.Limits{})
		tree := readTree(inner, choose)
		for _, v := range inner.Violations() {
			if !r.Violations().Has(v.Code) {
				panic("the raw value has a violation that its document has not")
			}
		}
		return tree
	case ahead:
		r.Lookup("\x00")
	case marked:
		mark := r.Mark()
		tree := readTree(r, func() way { return direct })
		if text := r.RawSince(mark); r.Err() == nil && text == "" {
			panic("the marked value has no text")
		}
		return tree
	}
	switch r.Kind() {
	case wire.Null:
		r.Null()
		return nil
	case wire.Bool:
		return r.Bool()
	case wire.Number:
		return json.Number(r.Number())
	case wire.String:
		return r.Text()
	case wire.Array:
		list := []any{}
		for range r.Array() {
			list = append(list, readTree(r, choose))
		}
		return list
	case wire.Object:
		members := []pair{}
		for name := range r.Object() {
			members = append(members, pair{name, readTree(r, choose)})
		}
		return members
	}
	return nil
}

// decodeTree reads a document as a tree.
func decodeTree(doc string) (any, error) {
	r := wire.NewReader([]byte(doc), wire.Limits{})
	tree := readTree(r, func() way { return direct })
	return tree, r.Done()
}

// peerTree reads a document by encoding/json, token by token, as a tree. It
// also tells how deep the document is and whether a name stands twice.
func peerTree(doc []byte) (tree any, depth int, twice bool, err error) {
	d := json.NewDecoder(bytes.NewReader(doc))
	d.UseNumber()
	var read func(level int) any
	read = func(level int) any {
		token, e := d.Token()
		if e != nil {
			err = e
			return nil
		}
		open, ok := token.(json.Delim)
		if !ok {
			return token
		}
		depth = max(depth, level+1)
		list, members, seen := []any{}, []pair{}, map[string]bool{}
		for err == nil && d.More() {
			if open == '[' {
				list = append(list, read(level+1))
				continue
			}
			name, e := d.Token()
			if e != nil {
				err = e
				break
			}
			key := name.(string)
			twice = twice || seen[key]
			seen[key] = true
			members = append(members, pair{key, read(level + 1)})
		}
		if err == nil {
			_, err = d.Token()
		}
		if open == '[' {
			return list
		}
		return members
	}
	tree = read(0)
	if err == nil {
		if _, e := d.Token(); e != io.EOF {
			err = e
		}
	}
	return tree, depth, twice, err
}

// writeTree writes a tree.
func writeTree(w *wire.Writer, tree any) {
	switch v := tree.(type) {
	case nil:
		w.Null()
	case bool:
		w.Bool(v)
	case json.Number:
		w.Raw(string(v))
	case string:
		w.Text(v)
	case []any:
		w.Array()
		for _, e := range v {
			writeTree(w, e)
		}
		w.End()
	case []pair:
		w.Object()
		for _, p := range v {
			inner := wire.NewWriter(nil)
			writeTree(inner, p.Value)
			text, err := inner.Done()
			if err != nil {
				panic(err)
			}
			w.Member(wire.Member{Name: p.Name, Value: string(text)})
		}
		w.End()
	}
}
