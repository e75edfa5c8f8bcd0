package emoji

// The classes of code points that emojis are made of. Digits, "#" and "*" have
// none: they are part of an emoji only in a keycap.
const (
	pictograph = 1 << iota // an emoji by itself or with U+FE0F
	presented              // a pictograph that needs no U+FE0F
	base                   // a pictograph that takes a skin tone
	modifier               // a skin tone
	regional               // one half of a flag
)

// classAt returns the class of the code point at s[i] and its size. The class of
// what is no part of an emoji is 0, and then the size means nothing.
func classAt(s string, i int) (class uint8, size int) {
	switch rest := s[i:]; {
	case len(rest) >= 4 && rest[0] == 0xF0 && rest[1] == 0x9F:
		return leaf(2, rest[2], rest[3]), 4
	case len(rest) >= 3 && rest[0]&^1 == 0xE2:
		return leaf(rest[0]&1, rest[1], rest[2]), 3
	case len(rest) >= 2 && rest[0] == 0xC2:
		return leaf(3, 0x80, rest[1]), 2
	}
	return 0, 1
}

// leaf returns the class that the last two bytes of a code point lead to, under
// the n-th beginning. It is 0 if they do not continue a code point.
func leaf(n, block, last uint8) uint8 {
	if block ^= 0x80; block > 63 || last^0x80 > 63 {
		return 0
	}
	return classLeaves[uint(classIndex[n<<6|block])<<6|uint(last^0x80)]
}

// sequence returns the end of the emoji whose first code point, of the given
// class, ends at i, or 0 if there is none, and how many steps it took.
func sequence(s string, i int, class uint8) (end, steps int) {
	if class&regional != 0 {
		return flag(s, i), 1
	}
	end, shown, steps := element(s, i, class)
	if end == 0 || class&pictograph == 0 {
		return end, steps
	}
	for isJoiner(s, end) && end+3 < len(s) {
		class, size := classAt(s, end+3)
		if class&pictograph == 0 {
			break
		}
		stop, _, n := element(s, end+3+size, class)
		steps += n
		if stop == 0 {
			break
		}
		end, shown = stop, true
	}
	if !shown {
		return 0, steps
	}
	return end, steps
}

// flag returns the end of a flag whose first half ends at i, or 0.
func flag(s string, i int) int {
	if i >= len(s) {
		return 0
	}
	class, size := classAt(s, i)
	if class != regional || isTextSelector(s, i+size) {
		return 0
	}
	return afterSelector(s, i+size)
}

// element returns the end of what belongs to a pictograph or skin tone that ends
// at i: a selector, a skin tone, tags. It returns 0 if the character is in text
// style. It tells whether that part alone asks for the style of an emoji, and
// how many steps it took.
func element(s string, i int, class uint8) (end int, shown bool, steps int) {
	shown = class&(presented|modifier) != 0
	if i == len(s) || s[i] < 0xEF {
		return i, shown, 1
	}
	if s[i] == 0xEF {
		if isTextSelector(s, i) {
			return 0, false, 1
		}
		if isSelector(s, i) {
			i, shown = i+3, true
		}
	}
	if class&base != 0 && isModifier(s, i) && !isTextSelector(s, i+4) {
		i, shown = afterSelector(s, i+4), true
	}
	if i == len(s) || s[i] != 0xF3 {
		return i, shown, 1
	}
	stop, steps := tags(s, i)
	if stop > i {
		i, shown = afterSelector(s, stop), true
	}
	return i, shown, steps + 1
}

// tags returns the end of the tags at i: one or more of U+E0020 to U+E007E and
// then U+E007F. It returns i if there are none, and how many steps it took.
func tags(s string, i int) (end, steps int) {
	for j := i; j+4 <= len(s) && s[j] == 0xF3 && s[j+1] == 0xA0; j += 4 {
		steps++
		switch a, b := s[j+2], s[j+3]; {
		case a == 0x81 && b == 0xBF:
			if j == i {
				return i, steps
			}
			return j + 4, steps
		case a == 0x80 && 0xA0 <= b && b <= 0xBF, a == 0x81 && 0x80 <= b && b < 0xBF:
		default:
			return i, steps
		}
	}
	return i, steps
}

// isModifier reports whether a skin tone, U+1F3FB to U+1F3FF, is at i.
func isModifier(s string, i int) bool {
	return i+4 <= len(s) && s[i:i+3] == "\xF0\x9F\x8F" && 0xBB <= s[i+3] && s[i+3] <= 0xBF
}

// isSelector reports whether U+FE0F, which asks for the style of an emoji, is at
// i, isTextSelector whether U+FE0E is, which asks for that of text.
func isSelector(s string, i int) bool     { return i+3 <= len(s) && s[i:i+3] == "\uFE0F" }
func isTextSelector(s string, i int) bool { return i+3 <= len(s) && s[i:i+3] == "\uFE0E" }

// afterSelector returns i, or the end of the U+FE0F that is there.
func afterSelector(s string, i int) int {
	if isSelector(s, i) {
		return i + 3
	}
	return i
}

// isJoiner reports whether U+200D is at i.
func isJoiner(s string, i int) bool { return i+3 <= len(s) && s[i:i+3] == "\u200D" }
