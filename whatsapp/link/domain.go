package link

// listed reports whether label is a top-level domain, as letters or in
// Punycode, in whatever case.
func listed(label string) bool {
	if len(label) < 2 || len(label) > longestDomain+8 {
		return false
	}
	if inList(label) {
		return true
	}
	if isASCII(label) {
		return false
	}
	// It may have capital letters past ASCII, whose small ones may be longer.
	var buf [2 * (longestDomain + 8)]byte
	return inList(appendLower(buf[:0], label))
}

// firstOfDomain reports whether a top-level domain may begin with the letter
// past ASCII at s[i:]. It looks at the first two bytes, and at the third where
// the letter has three or more.
func firstOfDomain(s string, i int) bool {
	if i+1 >= len(s) {
		return false
	}
	key := uint32(s[i])<<8 | uint32(s[i+1])
	if s[i] >= 0xE0 {
		if i+2 >= len(s) {
			return false
		}
		key = key<<8 | uint32(s[i+2])
	}
	h := key * 2654435769 >> 22
	return domainFirsts[h>>3]>>(h&7)&1 != 0
}

// inList looks a label up that has no capital letters past ASCII.
func inList[T string | []byte](label T) bool {
	h := uint32(2166136261)
	for i := range len(label) {
		h = (h ^ uint32(label[i]|lowerBit(label[i]))) * 16777619
	}
	h ^= h >> 15
	for ; ; h++ {
		place := int(domainPlaces[h%uint32(len(domainPlaces))])
		if place == 0 {
			return false
		}
		if n := int(domainText[place-1]); n == len(label) && equalFold(domainText[place:place+n], label) {
			return true
		}
	}
}

// equalFold reports whether s, in whatever case of ASCII letters, is small,
// which has no capital ones.
func equalFold[T string | []byte](small string, s T) bool {
	if len(small) != len(s) {
		return false
	}
	for i := range len(s) {
		if s[i]|lowerBit(s[i]) != small[i] {
			return false
		}
	}
	return true
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}
