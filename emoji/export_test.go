package emoji

// Steps returns how many steps of bounded cost a walk over all emojis of s takes.
func Steps(s string) int {
	sum := 0
	for at := 0; ; {
		start, end, steps := next(s, at)
		sum += steps
		if start == end {
			return sum
		}
		at = end
	}
}

// LongestShortcode is the length of the longest shortcode without colons.
const LongestShortcode = longestShortcode

// Aliases returns the shortcodes that are not made of names.
func Aliases() []string {
	names := make([]string, len(aliases))
	for i, a := range aliases {
		names[i] = a.name
	}
	return names
}
