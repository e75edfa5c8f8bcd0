package template

// twins finds texts that stand in a message before, in linear time: by the keys
// that scan makes among the first few, as many as any message may have, and by a
// map past those. The zero twins has seen none.
type twins struct {
	n     int
	keys  [near]uint64
	texts [near]*string
	more  map[string]bool
}

// near is how many texts are told apart by keys: more than the rows of a list.
const near = 12

// seen reports whether the text at p, of which scan made the key, was seen
// before, and remembers where it is. An empty text is another fault and never
// seen.
func (t *twins) seen(p *string, key uint64) bool {
	for i, k := range t.keys[:t.n] {
		if k == key && *t.texts[i] == *p {
			return *p != ""
		}
	}
	if t.n < near {
		t.keys[t.n], t.texts[t.n] = key, p
		t.n++
		return false
	}
	return t.past(*p)
}

// past does the same past the first few.
func (t *twins) past(s string) bool {
	if t.more == nil {
		t.more = map[string]bool{"": false}
	}
	seen := t.more[s]
	t.more[s] = s != ""
	return seen
}
