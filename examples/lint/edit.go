package main

import (
	"cmp"
	"encoding/json"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/decorum-go/decorum/template"
)

// An edit is a mending and the stretches of the file that it replaces.
type edit struct {
	mending
	parts []replacement
}

type replacement struct {
	stretch
	now string
}

// newEdit returns the edit that makes the changes of the text of a finding, which
// stands in the file as raw, with its quotes and its escapes. What does not change
// is not written anew.
func newEdit(f finding, raw []byte, text string, changes []template.Change) edit {
	e := edit{mending: mending{f.Violation, change{Was: text}}}
	var now strings.Builder
	at := 0 // how far the text is done
	in := 1 // the same place in raw, after the quote
	for _, c := range changes {
		now.WriteString(text[at:c.Span.Start] + c.Now)
		start := in + rawLen(raw[in:], c.Span.Start-at)
		end := start + rawLen(raw[start:], c.Span.Len())
		quoted, _ := json.Marshal(c.Now) // never fails for a string
		e.parts = append(e.parts, replacement{
			stretch{f.start + start, f.start + end}, string(quoted[1 : len(quoted)-1]),
		})
		at, in = c.Span.End, end
	}
	e.Now = now.String() + text[at:]
	return e
}

// rawLen returns how many bytes of a JSON string stand for the next n bytes of the
// text that it is.
func rawLen(raw []byte, n int) int {
	at := 0
	for n > 0 && at < len(raw) {
		switch {
		case raw[at] != '\\':
			at++
			n--
		case raw[at+1] != 'u':
			at += 2
			n--
		default:
			c := codeUnit(raw[at:])
			at += 6
			if pair := utf16.DecodeRune(c, codeUnit(raw[at:])); pair != utf8.RuneError {
				c = pair
				at += 6
			}
			n -= len(string(c)) // a lone half counts as U+FFFD, as encoding/json reads it
		}
	}
	return at
}

// codeUnit returns what \u20ac at the beginning of raw stands for; U+FFFD for
// anything else.
func codeUnit(raw []byte) rune {
	if len(raw) < 6 || raw[0] != '\\' || raw[1] != 'u' {
		return utf8.RuneError
	}
	c, err := strconv.ParseUint(string(raw[2:6]), 16, 16)
	if err != nil {
		return utf8.RuneError
	}
	return rune(c)
}

// apply returns the file with the edits made, which do not overlap.
func apply(data []byte, edits []edit) []byte {
	var parts []replacement
	for _, e := range edits {
		parts = append(parts, e.parts...)
	}
	slices.SortFunc(parts, func(a, b replacement) int { return cmp.Compare(a.start, b.start) })
	var edited []byte
	at := 0
	for _, p := range parts {
		edited = append(append(edited, data[at:p.start]...), p.now...)
		at = p.end
	}
	return append(edited, data[at:]...)
}
