package main

import (
	"bytes"
	"fmt"
	"os"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"
)

// The classes of code points, as package emoji has them.
const (
	pictograph = 1 << iota
	presented
	base
	modifier
	regional
)

var versionLine = regexp.MustCompile(`(?m)^# Version: (\d+\.\d+)$`)

func readVersion(data []byte, name string) (string, error) {
	m := versionLine.FindSubmatch(data)
	if m == nil {
		return "", fmt.Errorf("%s does not tell its version", name)
	}
	return string(m[1]), nil
}

// readData returns the version and the code points of each property.
func readData(name string) (version string, properties map[string]map[rune]bool, err error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return "", nil, err
	}
	if version, err = readVersion(data, name); err != nil {
		return "", nil, err
	}
	properties = map[string]map[rune]bool{}
	for n, line := range strings.Split(string(data), "\n") {
		line, _, _ = strings.Cut(line, "#")
		points, property, ok := strings.Cut(line, ";")
		if !ok {
			continue
		}
		first, last, isRange := strings.Cut(strings.TrimSpace(points), "..")
		if !isRange {
			last = first
		}
		lo, err1 := strconv.ParseUint(first, 16, 32)
		hi, err2 := strconv.ParseUint(last, 16, 32)
		if err1 != nil || err2 != nil {
			return "", nil, fmt.Errorf("%s:%d: no code points", name, n+1)
		}
		property = strings.TrimSpace(property)
		if properties[property] == nil {
			properties[property] = map[rune]bool{}
		}
		for r := rune(lo); r <= rune(hi); r++ {
			properties[property][r] = true
		}
	}
	return version, properties, nil
}

// classOf returns the class of r. Digits, "#" and "*" have none: they are part
// of an emoji only in a keycap.
func classOf(properties map[string]map[rune]bool, r rune) byte {
	switch {
	case !properties["Emoji"][r] || r < utf8.RuneSelf:
		return 0
	case 0x1F1E6 <= r && r <= 0x1F1FF:
		return regional
	case properties["Emoji_Modifier"][r]:
		return modifier
	}
	c := byte(pictograph)
	if properties["Emoji_Presentation"][r] {
		c |= presented
	}
	if properties["Emoji_Modifier_Base"][r] {
		c |= base
	}
	return c
}

// writeClasses writes the classes as a trie over UTF-8. Its leaves are blocks of
// 64 classes, one for each last byte; what leads to a block is the byte before:
// 64 of them for each of the beginnings E2, E3 and F0 9F, and 64 times the same
// for C2, which has no byte between.
func writeClasses(w *writer, version string, properties map[string]map[rune]bool) error {
	leads := make([]rune, 0, 4*64)
	for _, first := range []rune{0x2000, 0x3000, 0x1F000} {
		for i := range rune(64) {
			leads = append(leads, first+i*64)
		}
	}
	for range 64 {
		leads = append(leads, 0x80)
	}
	var leaves []byte
	index := make([]byte, 0, len(leads))
	covered := map[rune]bool{}
	for _, first := range leads {
		block := make([]byte, 64)
		for i := range block {
			block[i] = classOf(properties, first+rune(i))
			if block[i] != 0 {
				covered[first+rune(i)] = true
			}
		}
		at := 0
		for at < len(leaves) && !bytes.Equal(leaves[at:at+64], block) {
			at += 64
		}
		if at == len(leaves) {
			leaves = append(leaves, block...)
		}
		if at/64 > 255 {
			return fmt.Errorf("more than 256 blocks")
		}
		index = append(index, byte(at/64))
	}
	for r := range properties["Emoji"] {
		if c := classOf(properties, r); c&pictograph != 0 && !properties["Extended_Pictographic"][r] {
			return fmt.Errorf("U+%04X is an emoji but no pictograph", r)
		} else if c != 0 && !covered[r] {
			return fmt.Errorf("U+%04X lies outside the trie", r)
		}
	}
	for r := range covered {
		if r>>12 == 3 && r>>6 != 0x3000>>6 && r>>6 != 0x3280>>6 {
			return fmt.Errorf("U+%04X: the scan passes over what begins with E3 but E3 80 and E3 8A", r)
		}
	}
	w.printf("\n// UnicodeVersion is the version of Unicode that the tables are for.\nconst UnicodeVersion = %q\n", version+".0")
	w.bytes("classIndex", "classIndex leads to the blocks of classLeaves: 64 entries each for U+2000 to\nU+2FFF, U+3000 to U+3FFF and U+1F000 to U+1FFFF, and 64 times U+0080 to U+00BF.", index)
	w.bytes("classLeaves", "classLeaves holds blocks of the classes of 64 code points.", leaves)
	return nil
}
