package template

import (
	"strings"

	"github.com/decorum-go/decorum"
)

// tidy reports whether s is a text with nothing to say against it as a line of
// its own, an id or a label: printable ASCII that begins and ends with something
// other than a space and has no long run of spaces, and is within the limit. It
// is quick, and may say no to a text that is right; never the other way round.
func tidy(s string, l decorum.Limit) bool {
	return plain(s) && !l.Over(s)
}

const (
	ones   = 0x0101010101010101
	tops   = 0x8080808080808080
	spaces = ' ' * ones
)

// plain looks at eight bytes at a time. Of more than four spaces in a row three
// at least stand in one of the eights, so two in a row are enough to say no.
func plain(s string) bool {
	if len(s) < 8 {
		return plainShort(s)
	}
	if s[0] == ' ' || s[len(s)-1] == ' ' {
		return false
	}
	for i := 0; i+8 <= len(s); i += 8 {
		if !plainEight(s[i : i+8]) {
			return false
		}
	}
	return plainEight(s[len(s)-8:])
}

func plainEight(b string) bool {
	b = b[:8]
	w := uint64(b[0]) | uint64(b[1])<<8 | uint64(b[2])<<16 | uint64(b[3])<<24 |
		uint64(b[4])<<32 | uint64(b[5])<<40 | uint64(b[6])<<48 | uint64(b[7])<<56
	x := w ^ spaces
	// With every byte below 0x80, the highest bit of each of these tells: a byte
	// below a space, DEL, a space.
	below := (w | tops) - spaces
	space := ^((x | tops) - ones)
	return (w|(w+ones)|^below)&tops == 0 && space&(space>>8)&tops == 0
}

func plainShort(s string) bool {
	if s == "" || s[0] == ' ' || s[len(s)-1] == ' ' {
		return false
	}
	for i := range len(s) {
		if c := s[i]; c < ' ' || c >= 0x7F || c == ' ' && s[i+1] == ' ' {
			return false
		}
	}
	return true
}

// checkLine looks at a text of one line that must be there: a title, a label, a
// text header (rules IM3, IM6 and NT4).
func checkLine(r *report, at *decorum.Path, l decorum.Limit, s string) {
	if r.valid(at, s) && r.visible(at, s) {
		r.long(at, l, s)
		checkSpacing(r, at, s, decorum.SeverityError)
	}
}

// checkID looks at what comes back when the customer chooses an option. One that
// begins or ends with a space is against one of Meta's sources and not the other.
func checkID(r *report, at *decorum.Path, l decorum.Limit, s string) {
	if !r.valid(at, s) || !r.visible(at, s) {
		return
	}
	r.long(at, l, s)
	if start := len(s) - len(strings.TrimLeft(s, edges)); start > 0 {
		r.warn(at, decorum.ForbiddenSpacing, decorum.Span{Start: 0, End: start}, "")
	}
	if end := len(strings.TrimRight(s, edges)); end < len(s) {
		r.warn(at, decorum.ForbiddenSpacing, decorum.Span{Start: end, End: len(s)}, "")
	}
}

const edges = " \t\r\n"

// checkMark looks at the id of a thing that Meta or the business knows, which
// must be there.
func checkMark(r *report, at *decorum.Path, s string) {
	if r.valid(at, s) {
		r.visible(at, s)
	}
}
