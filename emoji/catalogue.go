package emoji

import (
	"iter"
	"slices"
)

// An Entry is one emoji of a [Catalogue].
type Entry struct {
	// Emoji is what is offered, and what is matched in a text.
	Emoji Emoji
	// Code names the image. It is Emoji.Code() unless the source of the
	// catalogue says otherwise.
	Code string
	// Label is what the source of the catalogue calls the emoji. It may be empty.
	Label string
}

// FileName returns the name of the entry's image file: its code and ".png".
func (e Entry) FileName() string { return e.Code + imageSuffix }

// A Catalogue is an immutable list of emojis in a fixed order, each once: those
// that an agent is offered (EM1), or those that a transcript draws as images
// (EM2). Written with or without U+FE0F, an emoji is the same one.
//
// The zero Catalogue is empty.
type Catalogue struct {
	entries []Entry
	index   map[string]int // by text without U+FE0F
}

// add adds an entry at the end, unless its emoji is there already.
func (c *Catalogue) add(e Entry) bool {
	var buf [64]byte
	key := appendBare(buf[:0], e.Emoji.text)
	if _, twice := c.index[string(key)]; twice {
		return false
	}
	if c.index == nil {
		c.index = map[string]int{}
	}
	c.index[string(key)] = len(c.entries)
	c.entries = append(c.entries, e)
	return true
}

// appendBare appends s without U+FE0F.
func appendBare(dst []byte, s string) []byte {
	for i := 0; i < len(s); i++ {
		if isSelector(s, i) {
			i += 2
			continue
		}
		dst = append(dst, s[i])
	}
	return dst
}

// Default returns the set that is offered where none is configured (EM1): 80
// emojis of everyday use, ours, in the version [DefaultVersion]. It is made anew
// with each call; keep it.
func Default() Catalogue {
	return ofRGI(len(defaultSet)/2, func(i int) int { return number2(defaultSet, i) })
}

// RGI returns the full RGI set in CLDR order, skin tones and components
// included. It is made anew with each call, about 4,000 entries; keep it.
func RGI() Catalogue {
	return ofRGI(rgiCount, func(i int) int { return i })
}

func ofRGI(n int, id func(int) int) Catalogue {
	c := Catalogue{entries: make([]Entry, 0, n), index: make(map[string]int, n)}
	for i := range n {
		e := Emoji{rgiText(id(i))}
		c.add(Entry{Emoji: e, Code: e.Code()})
	}
	return c
}

// Len returns the number of entries.
func (c Catalogue) Len() int { return len(c.entries) }

// All yields the entries in their order.
func (c Catalogue) All() iter.Seq2[int, Entry] { return slices.All(c.entries) }

// Lookup returns the entry of an emoji, and whether there is one. U+FE0F makes no
// difference; a skin tone does.
func (c Catalogue) Lookup(e Emoji) (Entry, bool) {
	var buf [64]byte
	i, ok := c.index[string(appendBare(buf[:0], e.text))]
	if !ok {
		return Entry{}, false
	}
	return c.entries[i], true
}

// Groups returns the groups that the entries belong to, in the order in which
// they come first. The zero Group is among them if there is an emoji outside of
// the RGI set.
func (c Catalogue) Groups() []Group {
	var groups []Group
	var seen [len(groupNames)]bool
	for _, e := range c.entries {
		if g := e.Emoji.Group(); !seen[g] {
			seen[g] = true
			groups = append(groups, g)
		}
	}
	return groups
}

// InGroup yields the entries of one group, in their order.
func (c Catalogue) InGroup(g Group) iter.Seq[Entry] {
	return func(yield func(Entry) bool) {
		for _, e := range c.entries {
			if e.Emoji.Group() == g && !yield(e) {
				return
			}
		}
	}
}
