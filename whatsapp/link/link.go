package link

import (
	"unicode/utf8"

	"github.com/decorum-go/decorum"
)

// A Link is a web link or an e-mail address within a text that it refers to.
// Links are small, comparable and never change. The zero Link is none: its Kind
// is 0 and all its texts are empty.
type Link struct {
	text               string
	start, end         int
	hostStart, hostEnd int
	// local is the end of the local part of an e-mail address; for URLs that
	// Parse read, the end of the user information, 0 without any.
	local  int
	kind   Kind
	scheme scheme
	listed bool
}

type scheme uint8

const (
	// implied: none was written; https is meant.
	implied scheme = iota
	http
	https
)

// Kind returns what the link was recognised by.
func (l Link) Kind() Kind { return l.kind }

// Span returns where the link stands in the text that [Find] or [Parse] was
// given, in bytes.
func (l Link) Span() decorum.Span { return decorum.Span{Start: l.start, End: l.end} }

// Text returns the link as it is written.
func (l Link) Text() string { return l.text[l.start:l.end] }

// Openable reports whether the link may be opened: it has a [Link.URL], whose
// scheme is http or https. An e-mail address is not openable.
func (l Link) Openable() bool { return l.kind != 0 && l.kind != Email }

// URL returns what to open: see [Link.AppendURL]. It is empty for what is not
// openable.
func (l Link) URL() string {
	if !l.Openable() {
		return ""
	}
	return string(l.AppendURL(make([]byte, 0, len("https://")+l.end-l.start)))
}

// AppendURL appends the URL to open, all ASCII: the scheme in small letters,
// https where none is written; the host in small letters, and in Punycode where
// it has letters past ASCII; everything else as it is written, with
// percent-encoding where RFC 3986 requires it. A label of the host that would
// need a normal form first, such as a full-width letter or an accent apart from
// its letter, is percent-encoded too, which leaves its mapping to the opener;
// [Parse], which maps nothing, refuses such a URL. Nothing is appended for what
// is not openable.
func (l Link) AppendURL(dst []byte) []byte {
	if !l.Openable() {
		return dst
	}
	if l.scheme == http {
		dst = append(dst, "http://"...)
	} else {
		dst = append(dst, "https://"...)
	}
	if l.local > 0 {
		dst = append(appendPart(dst, l.userInfo()), '@')
	}
	dst = appendHost(dst, l.host())
	return appendPart(dst, l.text[l.hostEnd:l.end])
}

// Host returns the host as it is opened, in small letters and in Punycode where
// it has letters past ASCII; an address of version 6 in brackets. For an e-mail
// address it is the domain.
func (l Link) Host() string {
	host := l.host()
	for i := range len(host) {
		if b := host[i]; b >= utf8.RuneSelf || b-'A' < 26 || b == '[' {
			return string(appendHost(make([]byte, 0, 2*len(host)), host))
		}
	}
	return host
}

// host returns the host as it is written.
func (l Link) host() string { return l.text[l.hostStart:l.hostEnd] }

// userInfo returns the user information before the host, without its "@", where
// there is one.
func (l Link) userInfo() string {
	return l.text[l.start+l.prefix() : l.local]
}

// prefix returns the length of the scheme with its slashes, which are written.
func (l Link) prefix() int {
	if l.scheme == http {
		return len("http://")
	}
	return len("https://")
}

// Address returns the e-mail address without "mailto:", as it is written; ""
// for links of another kind.
func (l Link) Address() string {
	if l.kind != Email {
		return ""
	}
	address := l.Text()
	const scheme = "mailto:"
	if len(address) > len(scheme) && equalFold(scheme, address[:len(scheme)]) {
		return address[len(scheme):]
	}
	return address
}

// Port returns the port that is written, 0 if none is.
func (l Link) Port() int {
	if !l.Openable() || l.hostEnd >= l.end || l.text[l.hostEnd] != ':' {
		return 0
	}
	n := 0
	for i := l.hostEnd + 1; i < l.end && l.text[i]-'0' < 10; i++ {
		n = n*10 + int(l.text[i]-'0')
	}
	return n
}

// String returns [Link.Text].
func (l Link) String() string { return l.Text() }

// appendPart appends a part of a URL: what is no character of RFC 3986 is
// percent-encoded, brackets excepted, and so is a "%" that begins no code.
func appendPart(dst []byte, s string) []byte {
	for i := range len(s) {
		b := s[i]
		if b >= utf8.RuneSelf || plainASCII[b>>5]>>(b&31)&1 == 0 || b == '%' && !isCode(s, i) {
			dst = appendEscaped(dst, b)
		} else {
			dst = append(dst, b)
		}
	}
	return dst
}

// plainASCII are the characters that stand for themselves, 32 to an element:
// all that is printable but space, ", <, >, \, ^, `, {, | and }.
var plainASCII = [4]uint32{
	0,
	^uint32(1<<0 | 1<<('"'-' ') | 1<<('<'-' ') | 1<<('>'-' ')),
	^uint32(1<<('\\'-'@') | 1<<('^'-'@')),
	^uint32(1<<0 | 1<<('{'-'`') | 1<<('|'-'`') | 1<<('}'-'`') | 1<<31),
}

// isCode reports whether s[i:] begins with a percent code.
func isCode(s string, i int) bool {
	return i+2 < len(s) && s[i] == '%' && hexValue(s[i+1]) >= 0 && hexValue(s[i+2]) >= 0
}

func hexValue(b byte) int {
	switch {
	case '0' <= b && b <= '9':
		return int(b - '0')
	case 'a' <= b && b <= 'f':
		return int(b-'a') + 10
	case 'A' <= b && b <= 'F':
		return int(b-'A') + 10
	}
	return -1
}
