package emoji

import (
	"iter"

	"github.com/decorum-go/decorum"
)

// Find yields the emojis in s, each whole, with the bytes that it covers. The
// spans are in order, do not overlap and begin and end between code points. What
// an emoji is, the package documentation tells. Bytes of invalid UTF-8 are part
// of none.
//
// Find costs time proportional to len(s), whatever s is, and no allocation.
func Find(s string) iter.Seq2[decorum.Span, Emoji] {
	return func(yield func(decorum.Span, Emoji) bool) {
		for at := 0; ; {
			start, end, _ := next(s, at)
			if start == end || !yield(decorum.Span{Start: start, End: end}, Emoji{s[start:end]}) {
				return
			}
			at = end
		}
	}
}

// Single returns the emoji that s is, and whether s is exactly one emoji and
// nothing else: whether [Find] yields one that covers all of s. It is the test
// of a reaction. A heart without U+FE0F is in text style and therefore refused;
// [Parse] takes it for the emoji that is meant.
func Single(s string) (Emoji, bool) {
	if !isEmoji(s) {
		return Emoji{}, false
	}
	return Emoji{s}, true
}

func isEmoji(s string) bool {
	if s == "" {
		return false
	}
	if keycapKey(s[0]) {
		end := afterSelector(s, 1)
		return isCap(s, end) && afterSelector(s, end+3) == len(s)
	}
	class, size := classAt(s, 0)
	if class == 0 {
		return false
	}
	end, _ := sequence(s, size, class)
	return end == len(s)
}

// Count returns how many emojis [Find] yields for s.
func Count(s string) int {
	n := 0
	for at := 0; ; n++ {
		start, end, _ := next(s, at)
		if start == end {
			return n
		}
		at = end
	}
}

// Contains reports whether there is an emoji in s. It stops at the first one.
func Contains(s string) bool {
	start, end, _ := next(s, 0)
	return start < end
}

// Remove returns s without its emojis; spaces around them stay. A text without
// emojis is returned as it is, at no allocation.
func Remove(s string) string {
	if !Contains(s) {
		return s
	}
	var buf [1024]byte
	return string(AppendRemove(buf[:0], s))
}

// AppendRemove appends s without its emojis to dst and returns it.
func AppendRemove(dst []byte, s string) []byte {
	for at := 0; ; {
		start, end, _ := next(s, at)
		dst = append(dst, s[at:start]...)
		if start == end {
			return dst
		}
		at = end
	}
}
