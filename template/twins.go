package template

// twins finds texts that stand in a message before, in linear time: by short
// keys among the first few, as many as any message may have, and by a map past
// those. The zero twins has seen none.
type twins struct {
	n     int
	keys  [near]uint64
	texts [near]string
	more  map[string]bool
}

// near is how many texts have short keys: more than the ten rows of a list.
const near = 12

// seen reports whether s was seen before, and remembers it. An empty text is
// another fault and never seen.
func (t *twins) seen(s string) bool {
	if s == "" {
		return false
	}
	key := keyOf(s)
	for i, k := range t.keys[:t.n] {
		if k == key && t.texts[i] == s {
			return true
		}
	}
	if t.n < len(t.keys) {
		t.keys[t.n], t.texts[t.n] = key, s
		t.n++
		return false
	}
	if t.more[s] {
		return true
	}
	if t.more == nil {
		t.more = map[string]bool{}
	}
	t.more[s] = true
	return false
}

// keyOf returns a number made of the length and the first and the last bytes of
// s, in which the ids and labels of one message mostly differ.
func keyOf(s string) uint64 {
	key := tail(s) ^ uint64(len(s))*ones
	if len(s) > 8 {
		key ^= eight(s) * 0x9E3779B97F4A7C15
	}
	return key
}
