package main

import (
	"fmt"
	"slices"
	"strings"
)

// A perfect hash: a key's hash chooses one of 1,024 buckets, the bucket tells
// how far to step, and there, among 4,096 slots, is the number of the key. What
// is not a key leads to some number as well; whoever looks up compares.
const (
	buckets = 1024
	slots   = 4096
)

// hash is the function that package emoji has: FNV-1a of 64 bits, mixed once more
// because short keys leave its high bits alone.
func hash(key string) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(key) {
		h = (h ^ uint64(key[i])) * 1099511628211
	}
	h = (h ^ h>>32) * 0xBF58476D1CE4E5B9
	return h ^ h>>29
}

func bucketOf(h uint64) int { return int(h >> 54) }

func slotOf(h uint64, displacement int) int {
	return int((h + uint64(displacement)*0x9E3779B97F4A7C15) * 0xD6E8FEB86659FD93 >> 52)
}

func writeHash(w *writer, name string, keys []string) error {
	groups := make([][]int, buckets)
	for i, k := range keys {
		b := bucketOf(hash(k))
		groups[b] = append(groups[b], i)
	}
	order := make([]int, buckets)
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return len(groups[b]) - len(groups[a]) })
	taken := make([]int, slots)
	displacements := make([]int, buckets)
	for _, b := range order {
		d, ok := place(taken, groups[b], keys)
		if !ok {
			return fmt.Errorf("no displacement fits bucket %d of %s: %d keys", b, name, len(groups[b]))
		}
		displacements[b] = d
	}
	for i := range taken {
		taken[i] = max(taken[i]-1, 0)
	}
	steps, err := pack2(displacements)
	if err != nil {
		return err
	}
	numbers, err := pack2(taken)
	if err != nil {
		return err
	}
	w.text(name+"Steps", name+"Steps holds, in two bytes each, the displacements of the perfect hash.", steps)
	w.text(name+"Slots", name+"Slots holds, in two bytes each, the number of the key in each slot.", numbers)
	return nil
}

// place finds a displacement that leads all keys of a group to free slots and
// takes them.
func place(taken, group []int, keys []string) (int, bool) {
	for d := range 1 << 16 {
		var at []int
		for _, k := range group {
			s := slotOf(hash(keys[k]), d)
			if taken[s] != 0 || slices.Contains(at, s) {
				break
			}
			at = append(at, s)
		}
		if len(at) == len(group) {
			for i, s := range at {
				taken[s] = group[i] + 1
			}
			return d, true
		}
	}
	return 0, false
}

// accents are the letters with accents that names hold, each with its plain one.
var accents = strings.NewReplacer("Å", "a", "ã", "a", "ç", "c", "é", "e", "í", "i", "ñ", "n", "ô", "o", "ü", "u")

// shortcode makes a shortcode of a name, as package emoji does.
func shortcode(name string) string {
	var b strings.Builder
	gap := false
	for _, r := range accents.Replace(name) {
		word := ""
		switch {
		case 'a' <= r && r <= 'z', '0' <= r && r <= '9':
			word = string(r)
		case 'A' <= r && r <= 'Z':
			word = string(r - 'A' + 'a')
		case r == '&':
			word = "and"
		case r == '#':
			word = "hash"
		case r == '*':
			word = "asterisk"
		case r == ' ', r == '-', r == ':', r == ',':
			gap = true
		}
		if word == "" {
			continue
		}
		if gap && b.Len() > 0 {
			b.WriteByte('_')
		}
		gap = false
		b.WriteString(word)
	}
	return b.String()
}
