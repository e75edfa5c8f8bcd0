package main

import (
	"bytes"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// ignorable are the code points of Link_Email that draw nothing and that a
// mapping of host names takes away. The joiners U+200C and U+200D stay.
var ignorable = &unicode.RangeTable{R16: []unicode.Range16{
	{Lo: 0x034F, Hi: 0x034F, Stride: 1},
	{Lo: 0x115F, Hi: 0x1160, Stride: 1},
	{Lo: 0x17B4, Hi: 0x17B5, Stride: 1},
	{Lo: 0x180B, Hi: 0x180F, Stride: 1},
	{Lo: 0x3164, Hi: 0x3164, Stride: 1},
	{Lo: 0xFE00, Hi: 0xFE0F, Stride: 1},
	{Lo: 0xFFA0, Hi: 0xFFA0, Stride: 1},
}, R32: []unicode.Range32{{Lo: 0xE0000, Hi: 0xE0FFF, Stride: 1}}}

// exceptions are the signs that stand in host names though they are in no word
// (RFC 5892, section 2.6).
var exceptions = []rune{0x0375, 0x05F3, 0x05F4, 0x06FD, 0x06FE, 0x0F0B}

// hosts marks the letters of host names: those of Link_Email past ASCII that
// neither join words nor draw nothing, and the exceptions. Of these it marks the ones that mean
// themselves in a host name, and those that mean their small letter. It returns
// the pairs of the latter.
func hosts(props []byte) [][2]rune {
	var lower [][2]rune
	joined := joins()
	asIs := func(r rune) bool {
		return props[r]&bitHost != 0 && !joined[r] &&
			// known to the Go release
			(unicode.In(r, unicode.L, unicode.M, unicode.N, unicode.Po, unicode.S) || r == 0x200C || r == 0x200D) &&
			!unicode.Is(unicode.Cherokee, r) && // whose small letters fold to the capital ones
			norm.NFKC.IsNormalString(string(r)) && unicode.ToLower(r) == r && folds(r) == r
	}
	for r := rune(0x80); int(r) < len(props); r++ {
		if props[r]&bitEmail != 0 && !unicode.Is(unicode.Pc, r) && !unicode.Is(ignorable, r) ||
			slices.Contains(exceptions, r) {
			props[r] |= bitHost
		}
	}
	for r := rune(0x80); int(r) < len(props); r++ {
		switch l := unicode.ToLower(r); {
		case props[r]&bitHost == 0:
		case asIs(r):
			props[r] |= bitAsIs
		case l != r && r != 'ẞ' && r != 'İ' && l > 0x7F && asIs(l) && !unicode.Is(unicode.Cherokee, r) && norm.NFKC.IsNormalString(string(r)):
			props[r] |= bitLower
			lower = append(lower, [2]rune{r, l})
		}
	}
	return lower
}

// joins returns the code points that may be joined with what stands before
// them into one code point.
func joins() map[rune]bool {
	joined := map[rune]bool{}
	for r := rune(0xA0); r <= unicode.MaxRune; r++ {
		s := norm.NFD.String(string(r))
		if parts := []rune(s); len(parts) > 1 && norm.NFC.String(s) == string(r) {
			joined[parts[len(parts)-1]] = true
		}
	}
	return joined
}

// folds returns what case folding makes of r where that is one other small
// letter, such as σ for ς. ß, ς and the joiners mean themselves in host names
// since IDNA2008.
func folds(r rune) rune {
	if r == 'ß' || r == 'ς' {
		return r
	}
	least := r
	for f := unicode.SimpleFold(r); f != r; f = unicode.SimpleFold(f) {
		if unicode.ToLower(f) == f {
			least = min(least, f)
		}
	}
	if least != r && unicode.ToUpper(least) == unicode.ToUpper(r) && unicode.ToLower(unicode.ToUpper(r)) != r {
		return least
	}
	return r
}

// The scripts that may stand together in one label have fixed numbers; the
// package has the same constants.
var known = []string{"Common", "Latin", "Han", "Hiragana", "Katakana", "Bopomofo", "Hangul"}

func scripts(b *bytes.Buffer, props []byte) {
	numbers := map[string]byte{}
	for i, name := range known {
		numbers[name] = byte(i + 1)
	}
	numbers["Inherited"] = numbers["Common"]
	of := make([]byte, len(props))
	names := make([]string, 0, len(unicode.Scripts))
	for name := range unicode.Scripts {
		names = append(names, name)
	}
	slices.Sort(names)
	next := byte(len(known) + 1)
	for _, name := range names {
		n, ok := numbers[name]
		if !ok {
			n = next
			next++
		}
		table := unicode.Scripts[name]
		for _, r := range table.R16 {
			for c := int(r.Lo); c <= int(r.Hi); c += int(r.Stride) {
				of[c] = n
			}
		}
		for _, r := range table.R32 {
			for c := int(r.Lo); c <= int(r.Hi); c += int(r.Stride) {
				of[c] = n
			}
		}
	}
	// Ranges may run over code points that are no letters of host names.
	var s strings.Builder
	last, end := byte(0), rune(-1)
	for c := rune(0x80); int(c) < len(of); c++ {
		if props[c]&bitHost == 0 {
			continue
		}
		if of[c] != last || end < 0 {
			s.WriteString(three(c) + string([]byte{of[c]}))
			last = of[c]
		}
		end = c
	}
	literal(b, "scriptStarts", "where the letters of another script begin, and its number, four bytes each", s.String())
}
