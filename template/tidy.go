package template

import "github.com/decorum-go/decorum"

// tidy reports whether s is a text with nothing to say against it as a line of
// its own, an id or a label: printable ASCII that begins and ends with something
// other than a space and has no long run of spaces, and is within the limit. It
// is quick, and may say no to a text that is right; never the other way round.
//
// Printable ASCII measures its length in every unit.
func tidy(s string, l decorum.Limit) bool {
	_, plain := scan(s)
	return plain && short(s, l)
}

// short reports whether printable ASCII is within the limit.
func short(s string, l decorum.Limit) bool { return len(s) <= l.Max || l == decorum.Limit{} }

const (
	ones   = 0x0101010101010101
	tops   = 0x8080808080808080
	spaces = ' ' * ones
)

// scan reports whether s is plain, as tidy has it but for the limit, and returns
// a key made of the length and the first and the last bytes, in which the ids and
// labels of one message mostly differ.
//
// It takes eight bytes at a time. Of more than four spaces in a row three at least
// stand in one of the eights, so two in a row are enough to say no.
func scan(s string) (key uint64, plain bool) {
	n := len(s)
	if n < 8 {
		return scanShort(s)
	}
	first, last := eight(s), eight(s[n-8:])
	odd := oddities(first) | oddities(last)
	for i := 8; i+8 < n; i += 8 {
		odd |= oddities(eight(s[i:]))
	}
	key = last ^ first*0x9E3779B97F4A7C15 ^ uint64(n)<<56
	return key, odd&tops == 0 && byte(first) != ' ' && last>>56 != ' '
}

// scanShort scans fewer than eight bytes: as a number that has each of them and
// each pair of neighbours in it, some twice.
func scanShort(s string) (key uint64, plain bool) {
	n := len(s)
	switch {
	case n >= 4:
		key = uint64(four(s)) | uint64(four(s[n-4:]))<<32
	case n > 0:
		key = uint64(s[0]) | uint64(s[n/2])<<8 | uint64(s[n-1])<<16 | 'x'*(ones>>24<<24)
	default:
		return 0, false
	}
	return key ^ uint64(n)<<56, oddities(key)&tops == 0 && s[0] != ' ' && s[n-1] != ' '
}

// oddities returns a number with the highest bit set in some byte, if one of the
// bytes of w is no printable ASCII or two of them are a space and a space.
func oddities(w uint64) uint64 {
	space := ^((w ^ spaces | tops) - ones) & tops // the highest bit of each space
	return (w - spaces) | (w + ones) | space&(space>>8)
}

func four(s string) uint32 {
	b := s[:4]
	return uint32(b[0]) | uint32(b[1])<<8 | uint32(b[2])<<16 | uint32(b[3])<<24
}

// eight returns the first eight bytes of s as a number. The compiler makes one
// load of it.
func eight(s string) uint64 {
	b := s[:8]
	return uint64(b[0]) | uint64(b[1])<<8 | uint64(b[2])<<16 | uint64(b[3])<<24 |
		uint64(b[4])<<32 | uint64(b[5])<<40 | uint64(b[6])<<48 | uint64(b[7])<<56
}
