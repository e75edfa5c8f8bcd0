package option

import "strings"

// maxKey is the longest key that is compared with the known names, in bytes. The
// longest of these has 53.
const maxKey = 64

// nearest returns the known name that is nearest to a key, "" where none is near:
// where more than a third of what follows the key's prefix, and more than one
// byte, would have to change. Letters count in any case; a name with another
// prefix is not near. The first in the order of the table wins.
func nearest(key string) string {
	if len(key) > maxKey {
		return ""
	}
	folded := foldKey(key)
	start := keyPrefix(folded)
	found, most := "", max(1, (len(folded)-len(start))/3)
	for i := range table {
		name := table[i].Name
		if !strings.HasPrefix(name, start) {
			continue
		}
		if d := distance(folded, name, most); d <= most {
			found, most = name, d-1
		}
	}
	return found
}

// foldKey returns the key with its ASCII letters in lower case.
func foldKey(key string) string {
	folded := []byte(key)
	for i := range folded {
		folded[i] = lower(folded[i])
	}
	return string(folded)
}

// keyPrefix returns which of the plug-in's prefixes the key begins with, or "".
func keyPrefix(key string) string {
	if strings.HasPrefix(key, prefix) {
		return prefix
	}
	for _, shared := range sharedPrefixes {
		if strings.HasPrefix(key, shared) {
			return shared
		}
	}
	return ""
}

// distance returns how many bytes must be inserted, removed or replaced to make
// b of a (the Levenshtein distance), or something greater than most if that is
// greater. Both have at most maxKey bytes.
func distance(a, b string, most int) int {
	if len(a)-len(b) > most || len(b)-len(a) > most {
		return most + 1
	}
	// above[j] is the distance of the part of a read so far to b[:j].
	var above [maxKey + 1]int
	for j := range len(b) + 1 {
		above[j] = j
	}
	for i := range len(a) {
		diagonal, least := above[0], i+1
		above[0] = i + 1
		for j := range len(b) {
			replace := diagonal
			if a[i] != b[j] {
				replace++
			}
			diagonal = above[j+1]
			above[j+1] = min(replace, above[j]+1, above[j+1]+1)
			least = min(least, above[j+1])
		}
		if least > most {
			return most + 1
		}
	}
	return above[len(b)]
}
