package enum

import "strings"

// A bits is a set of values: the i-th name is that of the i-th bit.
type bits interface{ ~uint8 | ~uint16 }

// AppendSet appends the names of the set's members, joined by commas; nothing
// for the empty set. It fails with [decorum.Unknown] for a member without a name.
func AppendSet[T bits](dst []byte, names []string, set T) ([]byte, error) {
	if set>>len(names) != 0 {
		return dst, unknown(names)
	}
	return append(dst, OfSet(names, set)...), nil
}

// OfSet returns the names of the set's members, joined by commas. Members
// without a name are left out.
func OfSet[T bits](names []string, set T) string {
	text := ""
	for i, name := range names {
		if set>>i&1 == 0 {
			continue
		}
		if text != "" {
			text += ","
		}
		text += name
	}
	return text
}

// ParseSet returns the set whose members have the names, joined by commas, in
// any order. The empty text is the empty set. It fails with [decorum.Unknown],
// and tells the names that there are, for any other name and for one that stands
// twice.
func ParseSet[T bits](names []string, s string) (T, error) {
	var set T
	if s == "" {
		return 0, nil
	}
	for name := range strings.SplitSeq(s, ",") {
		i := 0
		for i < len(names) && names[i] != name {
			i++
		}
		if i == len(names) || set>>i&1 != 0 {
			return 0, unknown(names)
		}
		set |= 1 << i
	}
	return set, nil
}
