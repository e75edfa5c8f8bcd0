package link

import (
	"net/netip"
	"unicode/utf8"
)

// runMax is how many bytes of a run of host letters are looked at: more than
// any host name has, however many bytes its letters take.
const runMax = 4 * (maxHost + 1)

// hostByte reports whether b is an ASCII character of host names.
func hostByte(b byte) bool { return b < utf8.RuneSelf && asciiProperty(b)&isHost != 0 }

// letterAt returns the size of the host letter at s[i:], 0 if there is none.
func letterAt(s string, i int) int {
	if i >= len(s) {
		return 0
	}
	if s[i] < utf8.RuneSelf {
		if hostByte(s[i]) {
			return 1
		}
		return 0
	}
	if _, p, size := decode(s, i); p&isHost != 0 {
		return size
	}
	return 0
}

// letterBefore returns the size of the host letter that ends before s[i].
func letterBefore(s string, i int) int {
	if i <= 0 {
		return 0
	}
	if s[i-1] < utf8.RuneSelf {
		if hostByte(s[i-1]) {
			return 1
		}
		return 0
	}
	if _, p, size := decodeLast(s, i); p&isHost != 0 {
		return size
	}
	return 0
}

// labelEnd returns where the host letters from i end, or -1 when they are more
// than runMax bytes.
func labelEnd(s string, i int) int {
	end := i
	for end < len(s) && end-i <= runMax {
		if s[end] < utf8.RuneSelf {
			if asciiProperty(s[end])&isHost == 0 {
				return end
			}
			end++
			continue
		}
		_, p, size := decode(s, end)
		if p&isHost == 0 {
			return end
		}
		end += size
	}
	if end-i > runMax {
		return -1
	}
	return end
}

// A hostKind is what a host name turned out to be.
type hostKind uint8

const (
	badHost hostKind = iota
	// namedHost: a well-formed name whose top-level domain is not listed.
	namedHost
	// listedHost: a well-formed name of two labels or more under a listed
	// top-level domain.
	listedHost
	// addressHost: an IPv4 address of four decimal numbers.
	addressHost
)

// classify tells what the host name is, which consists of host letters and
// dots, and does not end with a dot. Its labels must not be empty, nor begin or
// end with a hyphen or an underscore; they are at most 63 bytes in Punycode, the
// name at most 253. A label that says to be Punycode is. Underscores are allowed
// left of the last two labels. A name whose last label is a number is an
// address, and must be written as one. known tells that the last label is in the
// list of top-level domains.
func classify(host string, known bool) hostKind {
	labels, length, underscores := 0, 0, [2]bool{}
	var last, first int // of the last label, and of the one at hand
	for i := 0; ; {
		ascii, underscore, width := true, false, 0
		for ; i < len(host); i++ {
			b := host[i]
			if b == '.' {
				width = 1
				break
			}
			if b == '_' {
				underscore = true
			} else if b >= utf8.RuneSelf {
				if width = dot(host, i); width > 0 {
					break
				}
				ascii = false
			}
		}
		n := labelLength(host[first:i], ascii)
		if n == 0 {
			return badHost
		}
		labels++
		length += n + 1
		underscores[0], underscores[1] = underscores[1], underscore
		last = first
		if width == 0 {
			break
		}
		i += width
		first = i
	}
	top := host[last:]
	switch {
	case length-1 > maxHost || underscores[0] || underscores[1]:
		return badHost
	case known && labels > 1:
		return listedHost
	case numeric(top):
		if _, ok := ipv4(host); ok {
			return addressHost
		}
		return badHost
	case labels > 1 && listed(top):
		return listedHost
	}
	return namedHost
}

// labelLength returns how many bytes a label has in Punycode, 0 if it is not
// well-formed.
func labelLength(label string, ascii bool) int {
	if label == "" || label[0] == '-' || label[0] == '_' ||
		label[len(label)-1] == '-' || label[len(label)-1] == '_' {
		return 0
	}
	if ascii {
		if len(label) > maxLabel || isPunycode(label) && !soundPunycode(label) {
			return 0
		}
		return len(label)
	}
	if isPunycode(label) || joiner(label[:min(len(label), 3)]) || joiner(label[max(len(label)-3, 0):]) {
		return 0
	}
	// Its small letters count, as they are what is looked up; they may differ in
	// length from the capital ones only in bytes of UTF-8, not in number.
	var small [4 * maxLabel]byte
	if len(label) > 3*maxLabel {
		return 0
	}
	var out [2 * maxLabel]byte
	puny, ok := appendPunycode(out[:0], appendLower(small[:0], label))
	if !ok {
		return 0
	}
	return len(puny)
}

// joiner reports whether s is U+200C or U+200D, at neither end of a label.
func joiner(s string) bool { return s == "\u200c" || s == "\u200d" }

// isPunycode reports whether a label says to be Punycode.
func isPunycode(label string) bool {
	return len(label) >= 4 && label[0]|0x20 == 'x' && label[1]|0x20 == 'n' && label[2] == '-' && label[3] == '-'
}

// soundPunycode reports whether such a label decodes to letters that may be
// shown.
func soundPunycode(label string) bool {
	var points [maxLabel]rune
	n := decodePunycode(label[len("xn--"):], &points)
	for _, r := range points[:n] {
		if p := propertyOf(r); r >= utf8.RuneSelf && (p&termMask != termInclude || p&isBidi != 0 || invisible(r)) {
			return false
		}
	}
	return n > 0
}

// numeric reports whether a label is a number as web browsers read it: digits,
// or 0x and hexadecimal digits.
func numeric(label string) bool {
	if len(label) >= 2 && label[0] == '0' && label[1]|0x20 == 'x' {
		for i := 2; i < len(label); i++ {
			if b := label[i]; b-'0' >= 10 && b|0x20-'a' >= 6 {
				return false
			}
		}
		return true
	}
	for i := range len(label) {
		if label[i]-'0' >= 10 {
			return false
		}
	}
	return true
}

// ipv4 reads an address of four decimal numbers; a host name holds no colon, so
// that it cannot be one of version 6.
func ipv4(host string) (netip.Addr, bool) {
	if len(host) > len("255.255.255.255") {
		return netip.Addr{}, false
	}
	a, err := netip.ParseAddr(host)
	return a, err == nil
}

// ipv6 reads the address in brackets at s[i:] and returns its end. Zones are
// refused.
func ipv6(s string, i int) (netip.Addr, int, bool) {
	const longest = len("[0000:0000:0000:0000:0000:ffff:255.255.255.255]")
	for end := i + 1; end < len(s) && end-i < longest; end++ {
		if s[end] != ']' {
			continue
		}
		a, err := netip.ParseAddr(s[i+1 : end])
		return a, end + 1, err == nil && a.Is6() && a.Zone() == ""
	}
	return netip.Addr{}, i, false
}

// appendLower appends a name with its letters small.
func appendLower(dst []byte, s string) []byte {
	for i := 0; i < len(s); {
		if b := s[i]; b < utf8.RuneSelf {
			dst = append(dst, b|lowerBit(b))
			i++
			continue
		}
		r, p, size := decode(s, i)
		if p&isCapital != 0 {
			r = pair(lowerCase, r)
		}
		dst = utf8.AppendRune(dst, r)
		i += size
	}
	return dst
}

// exact reports whether the small letters of a label are known to be what the
// opener would look up: none that normal forms or older mappings change.
func exact(label string) bool {
	for i := 0; i < len(label); {
		if label[i] < utf8.RuneSelf {
			i++
			continue
		}
		_, p, size := decode(label, i)
		if p&(isItself|isCapital) == 0 {
			return false
		}
		i += size
	}
	return true
}

// appendLabel appends a label as it is opened: small letters, in Punycode where
// it has some past ASCII. A label that needs a normal form is percent-encoded,
// which leaves the mapping to the opener.
func appendLabel(dst []byte, label string) []byte {
	switch {
	case isASCII(label):
		return appendLower(dst, label)
	case exact(label):
		var small [4 * maxLabel]byte
		if out, ok := appendPunycode(dst, appendLower(small[:0], label)); ok {
			return out
		}
	}
	for i := range len(label) {
		if b := label[i]; b >= utf8.RuneSelf {
			dst = appendEscaped(dst, b)
		} else {
			dst = append(dst, b|lowerBit(b))
		}
	}
	return dst
}

// appendHost appends a host name or an address as it is opened.
func appendHost(dst []byte, host string) []byte {
	if host != "" && host[0] == '[' {
		if a, _, ok := ipv6(host, 0); ok {
			return append(a.AppendTo(append(dst, '[')), ']')
		}
	}
	for i := 0; i < len(host); {
		from := i
		for i < len(host) && dot(host, i) == 0 {
			i++
		}
		dst = appendLabel(dst, host[from:i])
		if n := dot(host, i); n > 0 {
			dst = append(dst, '.')
			i += n
		}
	}
	return dst
}

const hexDigits = "0123456789ABCDEF"

func appendEscaped(dst []byte, b byte) []byte {
	return append(dst, '%', hexDigits[b>>4], hexDigits[b&15])
}
