package main

import (
	"bytes"
	"encoding/json"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/decorum-go/decorum"
)

// A stretch is part of a file, in bytes.
type stretch struct{ start, end int }

// places finds where values stand in a JSON document: those at the pointers, and
// all that they lie in.
func places(data []byte, pointers []string) map[string]stretch {
	f := finder{data: data, wanted: map[string]bool{}, found: map[string]stretch{}}
	f.dec = json.NewDecoder(bytes.NewReader(data))
	f.dec.UseNumber()
	for _, p := range pointers {
		for ; p != "" && !f.wanted[p]; p = parent(p) {
			f.wanted[p] = true
		}
	}
	f.value("")
	return f.found
}

// near returns the place of the value at the pointer, or else of the nearest one
// that it would lie in: what is missing has no place of its own.
func near(found map[string]stretch, pointer string) stretch {
	for {
		if at, ok := found[pointer]; ok || pointer == "" {
			return at
		}
		pointer = parent(pointer)
	}
}

// parent returns the pointer to what the value at the pointer lies in.
func parent(pointer string) string {
	return pointer[:max(strings.LastIndexByte(pointer, '/'), 0)]
}

// A finder goes through a document once. It looks into the values that something
// wanted lies in, and passes over the others.
type finder struct {
	data   []byte
	dec    *json.Decoder
	wanted map[string]bool
	found  map[string]stretch
}

// value goes through the next value, which is wanted, and reports whether there is
// a whole one.
func (f *finder) value(pointer string) (whole bool) {
	start := int(f.dec.InputOffset())
	start += len(f.data[start:]) - len(bytes.TrimLeft(f.data[start:], " \t\r\n,:"))
	switch {
	case bytes.HasPrefix(f.data[start:], []byte("{")):
		whole = f.members(pointer)
	case bytes.HasPrefix(f.data[start:], []byte("[")):
		whole = f.elements(pointer)
	default:
		whole = f.pass()
	}
	f.found[pointer] = stretch{start, max(start, int(f.dec.InputOffset()))}
	return whole
}

func (f *finder) members(pointer string) bool {
	f.token() // the brace
	for f.dec.More() {
		key, ok := f.token().(string)
		if !ok || !f.below(string(decorum.AppendToken([]byte(pointer), key))) {
			return false
		}
	}
	return f.token() != nil
}

func (f *finder) elements(pointer string) bool {
	f.token() // the bracket
	for i := 0; f.dec.More(); i++ {
		if !f.below(pointer + "/" + strconv.Itoa(i)) {
			return false
		}
	}
	return f.token() != nil
}

// below goes through the next value, or passes over it if nothing wanted is in it.
func (f *finder) below(pointer string) bool {
	if f.wanted[pointer] {
		return f.value(pointer)
	}
	return f.pass()
}

func (f *finder) pass() bool {
	var value json.RawMessage
	return f.dec.Decode(&value) == nil
}

// token returns the next token; nil where the document is none.
func (f *finder) token() json.Token {
	t, err := f.dec.Token()
	if err != nil {
		return nil
	}
	return t
}

// position returns the line of a place and the column in it, in characters, both
// counted from 1.
func position(data []byte, offset int) (line, column int) {
	before := data[:offset]
	start := bytes.LastIndexByte(before, '\n') + 1
	return bytes.Count(before, []byte("\n")) + 1, utf8.RuneCount(before[start:]) + 1
}
