package decorum

import "github.com/clipperhouse/uax29/v2/graphemes"

// UnicodeVersion is the version of Unicode whose rules [CountGraphemes] follows.
const UnicodeVersion = "17.0.0"

// CountGraphemes returns the number of extended grapheme clusters in s (UAX #29):
// what a reader takes for one character. Each byte of invalid UTF-8 counts as a
// cluster of its own. It costs one pass over s.
func CountGraphemes(s string) int { return graphemesUpTo(s, len(s)) }

// graphemesUpTo returns the number of clusters in s, or most as soon as there
// are that many.
func graphemesUpTo(s string, most int) int {
	n := 0
	for len(s) > 0 && n < most {
		// Two printable ASCII characters never join, so all of a run of them
		// but the last, which may take a mark, are clusters.
		if run := printable(s); run == len(s) {
			return min(n+run, most)
		} else if run > 1 {
			n += run - 1
			s = s[run-1:]
			continue
		}
		clusters := graphemes.FromString(s)
		done := 0
		for n < most && clusters.Next() {
			n++
			done = clusters.End()
			if done+8 <= len(s) && allPrintable(load(s, done)) {
				break
			}
		}
		s = s[done:]
	}
	return min(n, most)
}

// clusterLen returns the length in bytes of the first cluster of s, which must
// not be empty.
func clusterLen(s string) int {
	if len(s) > 1 && isPrintable(s[0]) && isPrintable(s[1]) {
		return 1
	}
	clusters := graphemes.FromString(s)
	clusters.Next()
	return clusters.End()
}

// printable returns how many bytes of printable ASCII s begins with.
func printable(s string) int {
	i := 0
	for i+8 <= len(s) && allPrintable(load(s, i)) {
		i += 8
	}
	for i < len(s) && isPrintable(s[i]) {
		i++
	}
	return i
}

func isPrintable(b byte) bool { return ' ' <= b && b <= '~' }

// allPrintable reports whether the eight bytes of w are printable ASCII.
func allPrintable(w uint64) bool {
	below := w - 0x20*low // borrows into the high bit of bytes below 0x20
	above := w + low      // carries into the high bit of 0x7F
	return (w|below|above)&high == 0
}
