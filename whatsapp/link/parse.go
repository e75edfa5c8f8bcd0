package link

import (
	"unicode/utf8"

	"github.com/decorum-go/decorum"
)

// MaxInput is how many bytes a URL given to [Parse] or [Check] may have.
const MaxInput = 8192

// Parse reads one URL that stands by itself, such as that of a button or of a
// map: http:// or https://, a host, and whatever follows. It is strict where
// [Find] is careful: another scheme (javascript:, data: …), a URL without a
// host, spaces, control characters, backslashes, controls of text direction, a
// host that is neither a well-formed name nor a well-formed address, and a port
// outside 1 to 65535 are refused. Names outside the list of top-level domains,
// letters past ASCII, user information and odd ports are accepted, and told by
// [Link.Risks].
//
// The error is a *decorum.Error with one violation and its span: the first of
// those that [Check] lists.
func Parse(s string) (Link, error) {
	l, vs := read(s)
	if len(vs) > 0 {
		return Link{}, vs[0].Err()
	}
	return l, nil
}

// MustParse is [Parse] for tests and package variables. It panics where Parse
// returns an error.
func MustParse(s string) Link {
	l, err := Parse(s)
	if err != nil {
		panic(err)
	}
	return l
}

// Check returns what is wrong with one URL that stands by itself: an error for
// each reason why [Parse] refuses it, or, if it does not, a warning for http
// ([decorum.Insecure]) and for each of its [Link.Risks]: [decorum.Unsafe] for
// [OddPort], [NumericHost] and [Unlisted], [decorum.Misleading] for the others,
// and for a host with letters past ASCII, however honest, since a business has
// little need of one.
func Check(s string) decorum.Violations {
	l, vs := read(s)
	if len(vs) > 0 {
		return vs
	}
	warn := func(code decorum.Code, at decorum.Span) {
		vs = vs.Add(decorum.Violation{Code: code, Severity: decorum.SeverityWarning, Span: at})
	}
	if l.scheme == http {
		warn(decorum.Insecure, decorum.Span{Start: 0, End: len("http")})
	}
	risks := l.Risks()
	if !isASCII(l.host()) && risks&(MixedScript|Confusable) == 0 {
		warn(decorum.Misleading, decorum.Span{Start: l.hostStart, End: l.hostEnd})
	}
	for risk := range risks.All() {
		switch risk {
		case UserInfo:
			warn(decorum.Misleading, decorum.Span{Start: l.prefix(), End: l.local + 1})
		case Bidi, Invisible:
			warn(decorum.Misleading, l.Span())
		case OddPort:
			end := l.hostEnd + 1
			for end < len(s) && s[end]-'0' < 10 {
				end++
			}
			warn(decorum.Unsafe, decorum.Span{Start: l.hostEnd + 1, End: end})
		case NumericHost, Unlisted:
			warn(decorum.Unsafe, decorum.Span{Start: l.hostStart, End: l.hostEnd})
		default:
			warn(decorum.Misleading, decorum.Span{Start: l.hostStart, End: l.hostEnd})
		}
	}
	return vs
}

// read reads a URL and tells all that is wrong with it.
func read(s string) (Link, decorum.Violations) {
	var vs decorum.Violations
	fail := func(code decorum.Code, start, end int, want string) {
		vs = vs.Add(decorum.Violation{
			Code: code, Severity: decorum.SeverityError, Span: decorum.Span{Start: start, End: end}, Want: want,
		})
	}
	if s == "" {
		fail(decorum.Required, 0, 0, "")
		return Link{}, vs
	}
	limit := decorum.Limit{Max: MaxInput, Unit: decorum.Bytes}
	if vs = limit.Check(vs, nil, s); len(vs) > 0 {
		return Link{}, vs
	}
	for i := 0; i < len(s); {
		r, p, size := decode(s, i)
		if p&termMask == termHard || p&isBidi != 0 || r == '\\' {
			fail(decorum.ForbiddenCharacter, i, i+size, "")
		}
		i += size
	}
	l := Link{text: s, end: len(s), kind: URL}
	l.scheme = schemeOf(s)
	if l.scheme == implied {
		name := 0
		for name < len(s) && s[name] != ':' && s[name] != '/' {
			name++
		}
		switch {
		case name == len(s) || s[name] != ':':
			fail(decorum.Malformed, 0, len(s), "http, https")
		case equalFold("http", s[:name]) || equalFold("https", s[:name]):
			fail(decorum.Malformed, name, len(s), "")
		default:
			fail(decorum.Unsupported, 0, name, "http, https")
		}
		return Link{}, vs
	}
	start := l.prefix()
	end := start
	for end < len(s) && s[end] != '/' && s[end] != '?' && s[end] != '#' {
		if s[end] == '@' {
			l.local = end
		}
		end++
	}
	if l.local > 0 {
		if bad := badUserInfo(s, start, l.local); bad >= 0 {
			fail(decorum.Malformed, bad, bad+1, "")
		}
		start = l.local + 1
	}
	l.hostStart = start
	l.hostEnd = hostEnd(s, start, end)
	if l.hostEnd < end {
		if code := checkPort(s[l.hostEnd+1 : end]); code != "" {
			fail(code, l.hostEnd, end, "")
		}
	}
	switch {
	case l.hostStart == l.hostEnd:
		fail(decorum.Required, l.hostStart, l.hostEnd, "")
	case !l.setHost():
		fail(decorum.Malformed, l.hostStart, l.hostEnd, "")
	}
	return l, vs
}

func schemeOf(s string) scheme {
	switch {
	case len(s) >= len("https://") && equalFold("https://", s[:len("https://")]):
		return https
	case len(s) >= len("http://") && equalFold("http://", s[:len("http://")]):
		return http
	}
	return implied
}

// badUserInfo returns where a character stands that user information may not
// have, or -1.
func badUserInfo(s string, i, end int) int {
	for ; i < end; i++ {
		switch b := s[i]; {
		case b == '@', b == '[', b == ']', b == '%' && !isCode(s[:end], i),
			b < utf8.RuneSelf && plainASCII[b>>5]>>(b&31)&1 == 0:
			return i
		}
	}
	return -1
}

// hostEnd returns where the host from i on ends: before the colon of the port.
func hostEnd(s string, i, end int) int {
	if i < end && s[i] == '[' {
		for i < end && s[i] != ']' {
			i++
		}
	}
	for i < end && s[i] != ':' {
		i++
	}
	return i
}

// checkPort returns what is wrong with a port, "" if nothing.
func checkPort(port string) decorum.Code {
	n := 0
	for i := range len(port) {
		if port[i]-'0' >= 10 {
			return decorum.Malformed
		}
		n = min(n*10+int(port[i]-'0'), maxPort+1)
	}
	switch {
	case port == "":
		return decorum.Malformed
	case n == 0 || n > maxPort:
		return decorum.OutOfRange
	}
	return ""
}

// setHost tells what the host is; it reports false if it is none.
func (l *Link) setHost() bool {
	host := l.host()
	if host[0] == '[' {
		_, end, ok := ipv6(host, 0)
		l.kind = IP
		return ok && end == len(host)
	}
	host = host[:len(host)-dotBefore(host, len(host))] // a dot at the end is allowed
	for i := 0; i < len(host); {
		n := max(letterAt(host, i), dot(host, i))
		if n == 0 {
			return false
		}
		i += n
	}
	switch classify(host, false) {
	case badHost:
		return false
	case listedHost:
		l.listed = true
	case addressHost:
		l.kind = IP
	default:
	}
	return true
}
