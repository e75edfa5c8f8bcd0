package main

import (
	"errors"
	"slices"
	"strings"
)

// decode decodes Punycode (RFC 3492).
func decode(s string) (string, error) {
	var out []rune
	if i := strings.LastIndexByte(s, '-'); i >= 0 {
		out, s = []rune(s[:i]), s[i+1:]
	}
	n, i, bias := 128, 0, 72
	for pos := 0; pos < len(s); {
		old, w := i, 1
		for k := 36; ; k += 36 {
			if pos == len(s) {
				return "", errors.New("ends within a number")
			}
			digit := strings.IndexByte("abcdefghijklmnopqrstuvwxyz0123456789", s[pos])
			pos++
			i += digit * w
			t := min(max(k-bias, 1), 26)
			if digit < t {
				break
			}
			w *= 36 - t
		}
		delta, points := i-old, len(out)+1
		if old == 0 {
			delta /= 700
		} else {
			delta /= 2
		}
		delta += delta / points
		k := 0
		for ; delta > 455; k += 36 {
			delta /= 35
		}
		bias = k + 36*delta/(delta+38)
		n += i / points
		i %= points
		out = slices.Insert(out, i, rune(n))
		i++
	}
	return string(out), nil
}
