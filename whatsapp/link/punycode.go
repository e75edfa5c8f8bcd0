package link

import "unicode/utf8"

// Punycode (RFC 3492), for labels of at most maxLabel bytes.
const (
	punyBase    = 36
	punyMin     = 1
	punyMax     = 26
	punySkew    = 38
	punyDamp    = 700
	punyBias    = 72
	punyInitial = 128
)

const (
	// maxLabel is how many bytes a label of a host name has at most, in Punycode.
	maxLabel = 63
	// maxHost is how many a host name has.
	maxHost = 253
)

func adapt(delta, points int, first bool) int {
	if first {
		delta /= punyDamp
	} else {
		delta /= 2
	}
	delta += delta / points
	k := 0
	for ; delta > (punyBase-punyMin)*punyMax/2; k += punyBase {
		delta /= punyBase - punyMin
	}
	return k + (punyBase-punyMin+1)*delta/(delta+punySkew)
}

func threshold(k, bias int) int { return min(max(k-bias, punyMin), punyMax) }

// appendPunycode appends "xn--" and the label in Punycode. It reports false,
// and appends nothing, when the result would be longer than maxLabel. The label
// has a code point past ASCII; its ASCII letters are small.
func appendPunycode(dst, label []byte) ([]byte, bool) {
	var points [maxLabel]rune
	n := 0
	for _, r := range string(label) {
		if n == len(points) {
			return dst, false
		}
		points[n] = r
		n++
	}
	start := len(dst)
	dst = append(dst, "xn--"...)
	for _, r := range points[:n] {
		if r < punyInitial {
			dst = append(dst, byte(r))
		}
	}
	done := len(dst) - start - len("xn--")
	basic := done
	if basic > 0 {
		dst = append(dst, '-')
	}
	next, delta, bias := rune(punyInitial), 0, punyBias
	for done < n {
		least := rune(utf8.MaxRune + 1)
		for _, r := range points[:n] {
			if r >= next {
				least = min(least, r)
			}
		}
		delta += int(least-next) * (done + 1)
		next = least
		for _, r := range points[:n] {
			if r < next {
				delta++
			}
			if r != next {
				continue
			}
			q := delta
			for k := punyBase; ; k += punyBase {
				t := threshold(k, bias)
				if q < t {
					break
				}
				dst = append(dst, punyDigit(t+(q-t)%(punyBase-t)))
				q = (q - t) / (punyBase - t)
			}
			dst = append(dst, punyDigit(q))
			bias = adapt(delta, done+1, done == basic)
			delta = 0
			done++
			if len(dst)-start > maxLabel {
				return dst[:start], false
			}
		}
		delta++
		next++
	}
	return dst, true
}

func punyDigit(d int) byte {
	if d < 26 {
		return 'a' + byte(d)
	}
	return '0' + byte(d-26)
}

// decodePunycode puts the code points of a label without its "xn--" into buf
// and returns how many there are, 0 if it is not the Punycode of a label with a
// code point past ASCII.
func decodePunycode(label string, buf *[maxLabel]rune) int {
	n := 0
	for i := len(label) - 1; i >= 0; i-- {
		if label[i] != '-' {
			continue
		}
		for _, b := range []byte(label[:i]) {
			if n == len(buf) {
				return 0
			}
			buf[n] = rune(b | lowerBit(b))
			n++
		}
		label = label[i+1:]
		break
	}
	if label == "" {
		return 0
	}
	next, i, bias := punyInitial, 0, punyBias
	for pos := 0; pos < len(label); {
		old, w := i, 1
		for k := punyBase; ; k += punyBase {
			if pos == len(label) {
				return 0
			}
			d := digitValue(label[pos])
			pos++
			if d < 0 || d > (utf8.MaxRune*(maxLabel+1)-i)/w {
				return 0
			}
			i += d * w
			t := threshold(k, bias)
			if d < t {
				break
			}
			if w > utf8.MaxRune*maxLabel/(punyBase-t) {
				return 0
			}
			w *= punyBase - t
		}
		if n == len(buf) {
			return 0
		}
		bias = adapt(i-old, n+1, old == 0)
		next += i / (n + 1)
		i %= n + 1
		if next > utf8.MaxRune || 0xD800 <= next && next < 0xE000 {
			return 0
		}
		copy(buf[i+1:n+1], buf[i:n])
		buf[i] = rune(next)
		i++
		n++
	}
	return n
}

func digitValue(b byte) int {
	switch {
	case '0' <= b && b <= '9':
		return int(b-'0') + 26
	case 'a' <= b && b <= 'z':
		return int(b - 'a')
	case 'A' <= b && b <= 'Z':
		return int(b - 'A')
	}
	return -1
}

// lowerBit returns the bit that makes a capital ASCII letter small.
func lowerBit(b byte) byte {
	if b-'A' < 26 {
		return 0x20
	}
	return 0
}
