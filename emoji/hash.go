package emoji

// The tables hold perfect hashes: what a key's hash leads to is the key's number,
// or, for what is no key, some number. Whoever looks up compares.

// hash returns the FNV-1a hash of s without U+FE0F, mixed once more because short
// keys leave its high bits alone.
func hash(s string) uint64 {
	h := uint64(14695981039346656037)
	for i := 0; i < len(s); i++ {
		if isSelector(s, i) {
			i += 2
			continue
		}
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	h = (h ^ h>>32) * 0xBF58476D1CE4E5B9
	return h ^ h>>29
}

// lookup returns what the hash leads to: one of 1,024 displacements, and then one
// of 4,096 slots.
func lookup(h uint64, steps, slots string) int {
	displacement := uint64(number2(steps, int(h>>54)))
	return number2(slots, int((h+displacement*0x9E3779B97F4A7C15)*0xD6E8FEB86659FD93>>52))
}

// number2 returns the i-th number of two bytes.
func number2(packed string, i int) int {
	return int(packed[2*i]) | int(packed[2*i+1])<<8
}

// number3 returns the i-th number of three bytes.
func number3(packed string, i int) int {
	return int(packed[3*i]) | int(packed[3*i+1])<<8 | int(packed[3*i+2])<<16
}
