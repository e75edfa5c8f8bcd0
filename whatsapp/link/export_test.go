package link

// Steps returns how many bytes Find looks at beyond its search for dots and
// slashes, which goes over the text a fixed number of times.
func Steps(s string) int {
	f := finder{s: s, ahead: cursor{-1, -1, -1, -1}}
	for f.next() {
	}
	return f.looked
}

// ScriptVersion is the version of Unicode that scripts and lower case are of.
const ScriptVersion = scriptVersion

// The property of a code point, for the test of the tables.
func Term(r rune) int         { return int(propertyOf(r) & termMask) }
func EmailLetter(r rune) bool { return propertyOf(r)&isEmail != 0 }
func Opens(r rune) rune       { return opening(r) }
func ToPunycode(s string) string {
	out, ok := appendPunycode(nil, []byte(s))
	if !ok {
		return ""
	}
	return string(out)
}

// FromPunycode decodes a label without "xn--"; it returns "" for none.
func FromPunycode(s string) string {
	var points [maxLabel]rune
	return string(points[:decodePunycode(s, &points)])
}
