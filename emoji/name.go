package emoji

// Name returns the emoji's CLDR short name in English, such as "smiling face
// with hearts" or "thumbs up: medium skin tone", and "" for an emoji outside of
// the RGI set. U+FE0F makes no difference.
func (e Emoji) Name() string {
	if id, ok := rgiID(e.text); ok {
		return nameOf(id)
	}
	return ""
}

// ByName returns the emoji of the RGI set that has the CLDR short name, written
// exactly as [Emoji.Name] returns it, and whether there is one.
func ByName(name string) (Emoji, bool) {
	if len(name) > 2*longestShortcode {
		return Emoji{}, false
	}
	var buf [2 * longestShortcode]byte
	id := lookup(hash(string(appendFolded(buf[:0], name))), shortcodeSteps, shortcodeSlots)
	if id >= rgiCount || nameOf(id) != name {
		return Emoji{}, false
	}
	return Emoji{rgiText(id)}, true
}

// nameOf returns the name of an emoji of the RGI set, by its place.
func nameOf(id int) string { return names[number3(nameOffsets, id):number3(nameOffsets, id+1)] }

// appendFolded appends a text as its words are compared, and as shortcodes are
// made of names: ASCII letters small, Latin letters without accents, "and" for
// "&", "hash" for "#", "asterisk" for "*", one "_" between words, where spaces,
// "-", "_", ":" and "," part words, and all other ASCII characters and U+2000 to
// U+203F, such as quotes, left out. Other scripts stay as they are.
func appendFolded(dst []byte, s string) []byte {
	from, gap := len(dst), false
	add := func(word string) {
		if gap && len(dst) > from {
			dst = append(dst, '_')
		}
		gap = false
		dst = append(dst, word...)
	}
	for i := 0; i < len(s); i++ {
		switch b := s[i]; {
		case isPlain(b):
			start := i
			for i+1 < len(s) && isPlain(s[i+1]) {
				i++
			}
			add(s[start : i+1])
		case 'A' <= b && b <= 'Z':
			add(capitals[b-'A' : b-'A'+1])
		case b == '&':
			add("and")
		case b == '#':
			add("hash")
		case b == '*':
			add("asterisk")
		case b == ' ', b == '-', b == '_', b == ':', b == ',':
			gap = true
		case b < 0x80:
		case b == 0xC3 && i+1 < len(s) && s[i+1]&0xC0 == 0x80:
			i++
			add(latin[s[i]&0x3F : s[i]&0x3F+1])
		case b == 0xE2 && i+3 <= len(s) && s[i+1] == 0x80:
			i += 2
		default:
			add(s[i : i+1])
		}
	}
	return dst
}

// isPlain reports whether b stays as it is when a text is folded.
func isPlain(b byte) bool { return 'a' <= b && b <= 'z' || '0' <= b && b <= '9' }

const (
	capitals = "abcdefghijklmnopqrstuvwxyz"
	// latin holds what U+00C0 to U+00FF are without accents.
	latin = "aaaaaaaceeeeiiii" + "dnoooooxouuuuyts" + "aaaaaaaceeeeiiii" + "dnoooooxouuuuyty"
)
