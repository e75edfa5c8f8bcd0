package emoji

import (
	"bytes"
	"cmp"
	"iter"
	"slices"
)

// maxQueryWords is how many words of a query count.
const maxQueryWords = 8

// Search yields, in their order, the entries that a query finds: those of which
// each word of the query begins a word of the name, the label, the group, the
// subgroup, another shortcode, or one of some further keywords in English; or is
// the code. Capitals and accents of Latin letters make no difference. A query that
// is an emoji finds that one. A query without words finds all; past the eighth,
// words do not count.
func (c Catalogue) Search(query string) iter.Seq[Entry] {
	return func(yield func(Entry) bool) {
		if e, err := Parse(query); err == nil {
			if entry, ok := c.Lookup(e); ok {
				yield(entry)
			}
			return
		}
		words := queryWords(query)
		var buf [512]byte
		for _, e := range c.entries {
			text := appendSearchText(buf[:0], e)
			missing := func(word []byte) bool { return !bytes.Contains(text, word) && string(word[1:]) != e.Code }
			if !slices.ContainsFunc(words, missing) && !yield(e) {
				return
			}
		}
	}
}

// queryWords returns the words of a query, each after a "_".
func queryWords(query string) [][]byte {
	var words [][]byte
	rest := appendFolded([]byte{'_'}, query)
	for len(rest) > 1 && len(words) < maxQueryWords {
		end := bytes.IndexByte(rest[1:], '_') + 1
		if end == 0 {
			end = len(rest)
		}
		words = append(words, rest[:end])
		rest = rest[end:]
	}
	return words
}

// appendSearchText appends all words that find an entry, each after a "_".
func appendSearchText(dst []byte, e Entry) []byte {
	dst = appendFolded(append(dst, '_'), e.Label)
	if id, ok := rgiID(e.Emoji.text); ok {
		subgroup := subgroupNames[subgroupOf[id]]
		for _, text := range [...]string{nameOf(id), subgroup.name, groupNames[subgroup.group], keywordsOf(id)} {
			dst = appendFolded(append(dst, '_'), text)
		}
	}
	return dst
}

// keywordsOf returns more words that a search finds an emoji by, among them its
// other shortcodes.
func keywordsOf(id int) string {
	i, ok := slices.BinarySearchFunc(keywords[:], id, func(k keyword, id int) int { return cmp.Compare(int(k.id), id) })
	if !ok {
		return ""
	}
	return keywords[i].words
}
