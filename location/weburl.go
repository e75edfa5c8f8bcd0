package location

import (
	"strings"
	"unicode/utf8"

	"github.com/decorum-go/decorum"
)

// The parts of a web URL. Ends are offsets; the scheme begins at 0.
type urlParts struct {
	// schemeEnd is the offset of the colon, -1 without a scheme.
	schemeEnd int
	// slashes reports whether "//" follows the colon.
	slashes bool
	// hostStart is the offset behind a user name and its "@", authorityStart
	// the one before it. hostEnd is the end of the host and the port.
	authorityStart, hostStart, hostEnd int
}

// splitURL finds the parts of a URL. Braces have no meaning to it.
func splitURL(s string) urlParts {
	p := urlParts{schemeEnd: strings.IndexByte(s, ':')}
	if first := strings.IndexAny(s, "/?#"); p.schemeEnd < 0 || first >= 0 && first < p.schemeEnd {
		p.schemeEnd = -1
		return p
	}
	rest := p.schemeEnd + 1
	p.slashes = strings.HasPrefix(s[rest:], "//")
	if !p.slashes {
		p.authorityStart, p.hostStart, p.hostEnd = rest, rest, rest
		return p
	}
	p.authorityStart = rest + len("//")
	p.hostEnd = len(s)
	if end := strings.IndexAny(s[p.authorityStart:], "/?#"); end >= 0 {
		p.hostEnd = p.authorityStart + end
	}
	p.hostStart = p.authorityStart + strings.LastIndexByte(s[p.authorityStart:p.hostEnd], '@') + 1
	return p
}

// isWebURL reports whether s may be given to an agent as a link: see
// [Place.Link].
func isWebURL(s string) bool {
	p := splitURL(s)
	if !p.slashes || p.hostStart != p.authorityStart {
		return false
	}
	if scheme := s[:p.schemeEnd]; !strings.EqualFold(scheme, "https") && !strings.EqualFold(scheme, "http") {
		return false
	}
	host, port, ok := splitPort(s[p.hostStart:p.hostEnd])
	if !ok || !isPort(port) || !isHost(host) {
		return false
	}
	for i := p.hostEnd; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			if !isURLByte(c) && c != '{' && c != '}' || c == '%' && !isEscape(s[i:]) {
				return false
			}
			i++
			continue
		}
		_, size := utf8.DecodeRuneInString(s[i:])
		if !decorum.HasVisible(s[i : i+size]) {
			return false
		}
		i += size
	}
	return true
}

// isURLByte reports whether c may stand in a URL: printable ASCII but the
// characters that RFC 3986 excludes. A vertical bar may, as map providers' own
// documents use it.
func isURLByte(c byte) bool {
	if c <= ' ' || c >= 0x7F {
		return false
	}
	switch c {
	case '"', '<', '>', '\\', '^', '`', '{', '}':
		return false
	}
	return true
}

// isEscape reports whether s begins with a percent sign and two hexadecimal
// digits.
func isEscape(s string) bool {
	return len(s) >= 3 && s[0] == '%' && isHex(s[1]) && isHex(s[2])
}

func isHex(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c && c <= 'f' || 'A' <= c && c <= 'F'
}

// splitPort cuts "host:port". It is not ok when a colon has no port behind it.
func splitPort(s string) (host, port string, ok bool) {
	host, port, found := strings.Cut(s, ":")
	return host, port, !found || port != ""
}

// isPort reports whether s is empty or a port from 1 to 65535.
func isPort(s string) bool {
	if len(s) > 5 {
		return false
	}
	n := 0
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
		n = n*10 + int(s[i]-'0')
	}
	return s == "" || n >= 1 && n <= 65535
}

// isHost reports whether s is a host name of letters, digits, hyphens and
// underscores in ASCII, or an IPv4 address in four decimal numbers. Browsers
// read names that end in a number, such as "0x7f.1" and "2130706433", as
// addresses; those are none.
func isHost(s string) bool {
	s = strings.TrimSuffix(s, ".")
	if s == "" || len(s) > 253 {
		return false
	}
	if last := s[strings.LastIndexByte(s, '.')+1:]; looksNumeric(last) {
		return isIPv4(s)
	}
	for label := range strings.SplitSeq(s, ".") {
		if label == "" || len(label) > 63 || label[0] == '-' || label[len(label)-1] == '-' {
			return false
		}
		for i := range len(label) {
			switch c := label[i]; {
			case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9', c == '-', c == '_':
			default:
				return false
			}
		}
	}
	return true
}

// looksNumeric reports whether a browser may read the label as a number, or
// whether it is empty.
func looksNumeric(label string) bool {
	if len(label) >= 2 && label[0] == '0' && label[1]|0x20 == 'x' {
		return strings.Trim(label[2:], "0123456789abcdefABCDEF") == ""
	}
	return strings.Trim(label, "0123456789") == ""
}

// isIPv4 reports whether s is four decimal numbers up to 255, without leading
// zeros and with dots between.
func isIPv4(s string) bool {
	parts := 0
	for part := range strings.SplitSeq(s, ".") {
		parts++
		if len(part) == 0 || len(part) > 3 || len(part) > 1 && part[0] == '0' {
			return false
		}
		n := 0
		for i := range len(part) {
			if part[i] < '0' || part[i] > '9' {
				return false
			}
			n = n*10 + int(part[i]-'0')
		}
		if n > 255 {
			return false
		}
	}
	return parts == 4
}
