package main

import (
	"fmt"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// An entry is one emoji of the RGI set.
type entry struct {
	text, name string
	subgroup   int
}

// A list is emoji-test.txt: the RGI set in its order.
type list struct {
	version   string
	entries   []entry
	groups    []string
	subgroups []string
	groupOf   []int          // of each subgroup
	byBare    map[string]int // entry by text without U+FE0F
	byName    map[string]int
}

const selector = "\uFE0F"

func bare(text string) string { return strings.ReplaceAll(text, selector, "") }

var testLine = regexp.MustCompile(`^([0-9A-F ]+?) *; (\S+) *# \S+ E\d+\.\d+ (.+)$`)

func readTest(name string) (*list, error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	l := &list{byBare: map[string]int{}, byName: map[string]int{}}
	if l.version, err = readVersion(data, name); err != nil {
		return nil, err
	}
	for n, line := range strings.Split(string(data), "\n") {
		if group, ok := strings.CutPrefix(line, "# group: "); ok {
			l.groups = append(l.groups, group)
		} else if subgroup, ok := strings.CutPrefix(line, "# subgroup: "); ok {
			l.subgroups = append(l.subgroups, subgroup)
			l.groupOf = append(l.groupOf, len(l.groups)-1)
		}
		if line == "" || line[0] == '#' {
			continue
		}
		m := testLine.FindStringSubmatch(line)
		if m == nil {
			return nil, fmt.Errorf("%s:%d: not of the known form", name, n+1)
		}
		if m[2] != "fully-qualified" && m[2] != "component" {
			continue
		}
		text, err := parsePoints(m[1])
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", name, n+1, err)
		}
		if err := l.add(entry{text, m[3], len(l.subgroups) - 1}); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", name, n+1, err)
		}
	}
	return l, nil
}

func (l *list) add(e entry) error {
	if _, twice := l.byBare[bare(e.text)]; twice {
		return fmt.Errorf("%q differs from another emoji in U+FE0F only", e.text)
	}
	if _, twice := l.byName[e.name]; twice {
		return fmt.Errorf("%q is the name of two emojis", e.name)
	}
	l.byBare[bare(e.text)] = len(l.entries)
	l.byName[e.name] = len(l.entries)
	l.entries = append(l.entries, e)
	return nil
}

func parsePoints(fields string) (string, error) {
	var b strings.Builder
	for _, f := range strings.Fields(fields) {
		r, err := strconv.ParseUint(f, 16, 32)
		if err != nil {
			return "", err
		}
		b.WriteRune(rune(r))
	}
	return b.String(), nil
}

// components returns where the group of components begins and ends.
func (l *list) components() (first, end int) {
	group := slices.Index(l.groups, "Component")
	is := func(e entry) bool { return l.groupOf[e.subgroup] == group }
	first = slices.IndexFunc(l.entries, is)
	for end = first; end < len(l.entries) && is(l.entries[end]); end++ {
	}
	return first, end
}

func (l *list) texts() []string {
	texts := make([]string, len(l.entries))
	for i, e := range l.entries {
		texts[i] = e.text
	}
	return texts
}

// writeSequences writes the texts of the set and the way from a text to its
// place in the set.
func writeSequences(w *writer, l *list) error {
	texts := l.texts()
	blob, offsets := join(texts)
	packed, err := pack2(offsets)
	if err != nil {
		return err
	}
	keys := make([]string, len(texts))
	for i, t := range texts {
		keys[i] = bare(t)
	}
	w.printf("\n// rgiCount is the number of emojis in the RGI set.\nconst rgiCount = %d\n", len(texts))
	first, end := l.components()
	w.printf("\n// The components among them are those from firstComponent up to endComponent.\n")
	w.printf("const (\n\tfirstComponent = %d\n\tendComponent = %d\n)\n", first, end)
	w.text("rgiTexts", "rgiTexts holds the emojis of the RGI set, fully qualified, in CLDR order.", blob)
	w.text("rgiOffsets", "rgiOffsets tells, in two bytes each, where an emoji begins in rgiTexts.", packed)
	return writeHash(w, "rgi", keys)
}

func writeNames(w *writer, l *list, aliases []string) error {
	names := make([]string, len(l.entries))
	codes := make([]string, len(l.entries))
	subgroups := make([]byte, len(l.entries))
	longest := 0
	for i, e := range l.entries {
		names[i] = e.name
		codes[i] = shortcode(e.name)
		subgroups[i] = byte(e.subgroup)
		longest = max(longest, len(codes[i]))
	}
	sorted := slices.Sorted(slices.Values(codes))
	for i := range sorted[1:] {
		if sorted[i] == sorted[i+1] {
			return fmt.Errorf("%q is the shortcode of two emojis", sorted[i])
		}
	}
	blob, offsets := join(names)
	packed, err := pack3(offsets)
	if err != nil {
		return err
	}
	w.printf("\n// longestShortcode is the length of the longest shortcode, without its colons.\nconst longestShortcode = %d\n", longest)
	w.text("names", "names holds the CLDR short names of the RGI set.", blob)
	w.text("nameOffsets", "nameOffsets tells, in three bytes each, where a name begins in names.", packed)
	// An alias has a number after those of the emojis.
	if err := writeHash(w, "shortcode", slices.Concat(codes, aliases)); err != nil {
		return err
	}
	w.text("subgroupOf", "subgroupOf holds the number of each emoji's subgroup.", string(subgroups))
	w.printf("\n// groupNames holds the groups.\nvar groupNames = [...]string{\n\t\"\",\n")
	for _, g := range l.groups {
		w.printf("\t%q,\n", g)
	}
	w.printf("}\n\n// subgroupNames holds the subgroups and the group that each belongs to.\n")
	w.printf("var subgroupNames = [...]struct {\n\tname  string\n\tgroup Group\n}{\n")
	for i, s := range l.subgroups {
		w.printf("\t{%q, %d},\n", s, l.groupOf[i]+1)
	}
	w.printf("}\n")
	return nil
}

// writeBases writes which emoji remains when the skin tones are taken away.
func writeBases(w *writer, l *list) error {
	bases := make([]int, len(l.entries))
	for i, e := range l.entries {
		b, err := l.base(i, e)
		if err != nil {
			return err
		}
		bases[i] = b
	}
	packed, err := pack2(bases)
	if err != nil {
		return err
	}
	w.text("rgiBases", "rgiBases holds, in two bytes each, the place in the RGI set of the emoji\nwithout skin tones.", packed)
	return nil
}

// base finds the emoji without skin tones: by its text, or, where two people of
// different tones are written apart, by its name.
func (l *list) base(i int, e entry) (int, error) {
	plain := strings.Map(func(r rune) rune {
		if 0x1F3FB <= r && r <= 0x1F3FF {
			return -1
		}
		return r
	}, bare(e.text))
	if plain == "" || plain == bare(e.text) {
		return i, nil
	}
	if b, ok := l.byBare[plain]; ok {
		return b, nil
	}
	prefix, _, _ := strings.Cut(e.name, ":")
	b, ok := l.byName[prefix]
	if !ok {
		return 0, fmt.Errorf("no emoji is %q without skin tones", e.name)
	}
	return b, nil
}
