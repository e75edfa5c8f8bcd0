package main

import (
	_ "embed"
	"fmt"
	"maps"
	"slices"
	"strings"
)

//go:embed words.txt
var wordsFile string

//go:embed default.txt
var defaultFile string

// words is what the two lists beside the generator say.
type words struct {
	aliases    map[string]int // entry by alias
	keywords   map[int]string
	version    string
	defaultSet []int
}

func readWords(l *list) (*words, error) {
	w := &words{aliases: map[string]int{}, keywords: map[int]string{}}
	taken := map[string]int{}
	for i, e := range l.entries {
		taken[shortcode(e.name)] = i
	}
	for n, line := range strings.Split(wordsFile, "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		fields := strings.Split(line, "|")
		i, ok := l.byBare[bare(strings.TrimSpace(fields[0]))]
		if !ok || len(fields) != 3 {
			return nil, fmt.Errorf("words.txt:%d: not of the known form", n+1)
		}
		for _, alias := range strings.Fields(fields[1]) {
			if _, twice := taken[alias]; twice {
				return nil, fmt.Errorf("words.txt:%d: %q is taken", n+1, alias)
			}
			taken[alias], w.aliases[alias] = i, i
		}
		if _, twice := w.keywords[i]; twice {
			return nil, fmt.Errorf("words.txt:%d: a second line for one emoji", n+1)
		}
		w.keywords[i] = strings.Join(append(strings.Fields(fields[2]), strings.Fields(fields[1])...), " ")
	}
	for n, line := range strings.Split(defaultFile, "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		if v, ok := strings.CutPrefix(line, "version "); ok {
			w.version = v
			continue
		}
		i, ok := l.byBare[bare(line)]
		if !ok || l.entries[i].text != line || slices.Contains(w.defaultSet, i) {
			return nil, fmt.Errorf("default.txt:%d: not an RGI emoji, or a second time", n+1)
		}
		w.defaultSet = append(w.defaultSet, i)
	}
	return w, nil
}

// names returns the aliases in order.
func (w *words) names() []string { return slices.Sorted(maps.Keys(w.aliases)) }

func writeWords(w *writer, l *list, words *words) error {
	w.printf("\n// DefaultVersion is the version of the set of [Default].\nconst DefaultVersion = %q\n", words.version)
	set, err := pack2(words.defaultSet)
	if err != nil {
		return err
	}
	w.text("defaultSet", "defaultSet holds, in two bytes each, the places in the RGI set of what [Default]\noffers.", set)
	w.printf("\ntype alias struct {\n\tname string\n\tid   uint16\n}\n")
	w.printf("\ntype keyword struct {\n\tid    uint16\n\twords string\n}\n")
	w.printf("\n// aliases holds other shortcodes, in order, and their emojis' places in the RGI set.\n")
	w.printf("var aliases = [...]alias{\n")
	for _, a := range words.names() {
		w.printf("\t{%q, %d}, // %s\n", a, words.aliases[a], l.entries[words.aliases[a]].text)
	}
	w.printf("}\n\n// keywords holds, by place in the RGI set, what else a search finds an emoji by.\n")
	w.printf("var keywords = [...]keyword{\n")
	ids := make([]int, 0, len(words.keywords))
	for i := range words.keywords {
		ids = append(ids, i)
	}
	slices.Sort(ids)
	for _, i := range ids {
		w.printf("\t{%d, %q}, // %s\n", i, strings.ReplaceAll(words.keywords[i], "_", " "), l.entries[i].text)
	}
	w.printf("}\n")
	return nil
}
