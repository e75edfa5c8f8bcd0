package emoji

import "strings"

// Shortcode returns the emoji's shortcode with its colons, such as
// ":smiling_face_with_hearts:", and "" for an emoji outside of the RGI set. It is
// the name in small ASCII letters and digits, its words joined by "_"; of "#",
// "*" and "&" the words are "hash", "asterisk" and "and". No two emojis share
// one. U+FE0F makes no difference.
func (e Emoji) Shortcode() string {
	id, ok := rgiID(e.text)
	if !ok {
		return ""
	}
	var buf [longestShortcode + 2]byte
	return string(appendShortcode(buf[:0], id))
}

func appendShortcode(dst []byte, id int) []byte {
	return append(appendFolded(append(dst, ':'), nameOf(id)), ':')
}

// ByShortcode returns the emoji that a shortcode stands for, and whether there is
// one. Besides those of [Emoji.Shortcode] it knows some that are in wide use, such
// as ":thumbsup:", ":+1:", ":heart:" and ":joy:". The colons may be left out.
func ByShortcode(code string) (Emoji, bool) {
	if len(code) > 2 && code[0] == ':' && code[len(code)-1] == ':' {
		code = code[1 : len(code)-1]
	}
	id, ok := shortcodeID(code)
	if !ok {
		return Emoji{}, false
	}
	return Emoji{rgiText(id)}, true
}

// shortcodeID returns the place in the RGI set of the emoji that has the
// shortcode, given without colons.
func shortcodeID(code string) (int, bool) {
	if len(code) > longestShortcode {
		return 0, false
	}
	id := lookup(hash(code), shortcodeSteps, shortcodeSlots)
	if id >= rgiCount {
		alias := aliases[id-rgiCount]
		return int(alias.id), alias.name == code
	}
	var buf [longestShortcode]byte
	return id, string(appendFolded(buf[:0], nameOf(id))) == code
}

// Expand returns s with each shortcode that [ByShortcode] knows replaced by its
// emoji, in one pass: what was put in is not looked at again. All else stays,
// also colons and words between colons that are no shortcode. The text grows to
// less than three times its length. A text without shortcodes is returned as it
// is, at no allocation.
func Expand(s string) string {
	start, _, _ := nextShortcode(s, 0)
	if start == len(s) {
		return s
	}
	var buf [1024]byte
	return string(AppendExpand(buf[:0], s))
}

// AppendExpand appends what [Expand] returns to dst and returns it.
func AppendExpand(dst []byte, s string) []byte {
	for at := 0; ; {
		start, end, id := nextShortcode(s, at)
		dst = append(dst, s[at:start]...)
		if start == len(s) {
			return dst
		}
		dst = append(dst, rgiText(id)...)
		at = end
	}
}

// nextShortcode returns where the first shortcode at the offset at or later
// begins and ends, and its emoji's place in the RGI set; len(s) if there is none.
func nextShortcode(s string, at int) (start, end, id int) {
	for {
		colon := strings.IndexByte(s[at:], ':')
		if colon < 0 {
			return len(s), len(s), 0
		}
		start = at + colon
		for end = start + 1; end < len(s) && isShortcodeByte(s[end]); end++ {
		}
		if end < len(s) && s[end] == ':' {
			if id, ok := shortcodeID(s[start+1 : end]); ok {
				return start, end + 1, id
			}
		}
		at = end // the colon at the end may be the first of a shortcode
	}
}

func isShortcodeByte(b byte) bool {
	return isPlain(b) || b == '_' || b == '+' || b == '-'
}

// Collapse returns s with each emoji of the RGI set replaced by its shortcode,
// for channels that carry only plain letters. Emojis outside of the set stay. A
// text without emojis is returned as it is, at no allocation. [Expand] undoes it
// where the text has no colon of its own, and writes the emojis fully qualified.
func Collapse(s string) string {
	if !Contains(s) {
		return s
	}
	var buf [1024]byte
	return string(AppendCollapse(buf[:0], s))
}

// AppendCollapse appends what [Collapse] returns to dst and returns it.
func AppendCollapse(dst []byte, s string) []byte {
	for at := 0; ; {
		start, end, _ := next(s, at)
		dst = append(dst, s[at:start]...)
		if start == end {
			return dst
		}
		if id, ok := rgiID(s[start:end]); ok {
			dst = appendShortcode(dst, id)
		} else {
			dst = append(dst, s[start:end]...)
		}
		at = end
	}
}
