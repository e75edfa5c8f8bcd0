package link

import (
	"iter"
	"unicode/utf8"

	"github.com/decorum-go/decorum"
)

// Find yields the links in s with their spans, in bytes: in order, disjoint,
// and on the boundaries of code points. It follows UTS #58 and passes its test
// file; what it decides where UTS #58 is silent is told in the documentation of
// the package. It reads s once, in time linear in len(s) whatever s holds, and
// allocates nothing. Bytes that are not UTF-8 end a link.
func Find(s string) iter.Seq2[decorum.Span, Link] {
	return func(yield func(decorum.Span, Link) bool) {
		f := finder{s: s, ahead: cursor{-1, -1, -1, -1}}
		for f.next() {
			if !yield(f.link.Span(), f.link) {
				return
			}
		}
	}
}

// A finder goes through a text.
type finder struct {
	s string
	// pos is where the search goes on; floor is the end of the last link, or of
	// the last thing that is none: nothing that comes reaches back before it.
	pos, floor int
	// What stands from atFrom to atEnd may stand in the local part of an e-mail
	// address; hasAt: an "@" follows. It is where the last look ahead went.
	atFrom, atEnd int
	hasAt         bool
	ahead         cursor
	// link is the last link found.
	link Link
	// looked counts the bytes looked at beyond the search for candidates.
	looked int
}

// next finds the next link.
func (f *finder) next() bool {
	for {
		i := f.ahead.next(f.s, f.pos)
		if i >= len(f.s) {
			return false
		}
		f.looked++
		if f.s[i] != '/' {
			if f.domain(i) {
				return true
			}
			continue
		}
		f.pos = i + 1
		if i > f.floor && f.s[i-1] == ':' && hasPrefix(f.s, i, "//") && f.scheme(i-1) {
			return true
		}
	}
}

// skip goes on after end, which nothing reaches back before.
func (f *finder) skip(end int) bool {
	f.pos, f.floor = end, end
	return false
}

func (f *finder) found(l Link) bool {
	l.text = f.s
	f.link = l
	f.pos, f.floor = l.end, l.end
	return true
}

// scheme looks at the URL whose "://" is at s[colon:].
func (f *finder) scheme(colon int) bool {
	s, host := f.s, colon+len("://")
	start := colon
	for start > f.floor && colon-start < len("https") && s[start-1]|0x20-'a' < 26 {
		start--
	}
	l := Link{kind: URL}
	switch name := s[start:colon]; {
	case len(name) >= 5 && equalFold("https", name[len(name)-5:]):
		l.start, l.scheme = colon-5, https
	case len(name) >= 4 && equalFold("http", name[len(name)-4:]):
		l.start, l.scheme = colon-4, http
	case colon > f.floor && (hostByte(s[colon-1]) || s[colon-1] == '+'):
		// The URL of another scheme is no link, and neither is what is in it.
		return f.skip(f.past(host))
	default:
		f.pos = host
		return false
	}
	l.hostStart = host
	switch {
	case host < len(s) && s[host] == '[':
		_, end, ok := ipv6(s, host)
		f.looked += end - host
		if !ok {
			return f.skip(f.past(host))
		}
		l.kind, l.hostEnd, l.end = IP, end, end
	case !f.name(&l):
		if f.pos > host { // another scheme begins here
			return false
		}
		return f.skip(f.past(host))
	}
	if l.end < len(s) && s[l.end] != '/' && (!port(s, &l) || f.userInfo(l.end)) {
		return f.skip(f.past(host))
	}
	f.extend(&l)
	return f.found(l)
}

// plainName takes the host name after a scheme if it is the usual one: ASCII,
// listed, and followed by a path.
func (f *finder) plainName(l *Link) bool {
	s, end := f.s, l.hostStart
	for end < len(s) && end-l.hostStart <= maxHost && (s[end] == '.' || hostByte(s[end])) {
		end++
	}
	f.looked += 2 * (end - l.hostStart)
	if end == len(s) || s[end] != '/' || s[end-1] == '.' || classify(s[l.hostStart:end], false) != listedHost {
		return false
	}
	l.hostEnd, l.end, l.listed = end, end, true
	return true
}

// name takes the host name after a scheme.
func (f *finder) name(l *Link) bool {
	s, end := f.s, l.hostStart
	if f.plainName(l) {
		return true
	}
	for {
		n := labelEnd(s, end)
		if n < 0 || n-l.hostStart > runMax {
			f.looked += runMax
			return false
		}
		if n == end {
			return false // an empty label
		}
		d := dot(s, n)
		if d == 0 || letterAt(s, n+d) == 0 {
			end = n
			break
		}
		end = n + d
	}
	f.looked += 2 * (end - l.hostStart)
	if hasPrefix(s, end, "://") {
		f.pos = end
		return false
	}
	for end > l.hostStart && s[end-1] == '_' {
		end-- // the end of an italic text
	}
	l.hostEnd, l.end = end, end
	switch classify(s[l.hostStart:end], false) {
	case badHost:
		return false
	case listedHost:
		l.listed = true
		return true
	case addressHost:
		l.kind = IP
	default:
	}
	// Without a known end the name must stand clear of what follows.
	if dot(s, end) > 0 && dot(s, end+dot(s, end)) > 0 {
		return letterAt(s, end+dot(s, end)+dot(s, end+dot(s, end))) == 0
	}
	if end == len(s) || s[end] == '/' || s[end] == '#' || s[end] == '_' {
		return true
	}
	_, p, _ := decode(s, end)
	return p&termMask != termInclude
}

// userInfo reports whether what stands before i is followed by an "@" before
// the path begins: it is the user information of a URL. Such a URL is no link
// (UTS #58).
func (f *finder) userInfo(i int) bool {
	for ; i < len(f.s); f.looked++ {
		switch f.s[i] {
		case '@':
			return true
		case '/', '?', '#':
			return false
		}
		_, p, size := decode(f.s, i)
		switch p & termMask {
		case termHard, termOpen, termClose:
			return false
		default:
		}
		i += size
	}
	return false
}

// port takes the port after a host. It reports false if there is one that is
// none: 0, or more than 65535.
func port(s string, l *Link) bool {
	if l.end+1 >= len(s) || s[l.end] != ':' || s[l.end+1]-'0' >= 10 {
		return true
	}
	n, i := 0, l.end+1
	for ; i < len(s) && s[i]-'0' < 10; i++ {
		if n = n*10 + int(s[i]-'0'); n > maxPort {
			return false
		}
	}
	l.end = i
	return n > 0
}

const maxPort = 65535

// extend takes the path, query and fragment. A dot at the end of the host
// belongs to it only where one of them follows.
func (f *finder) extend(l *Link) {
	end, looked := tailEnd(f.s, l.end)
	if d := dot(f.s, l.end); d > 0 && l.end == l.hostEnd && l.kind != IP {
		if end, looked = tailEnd(f.s, l.end+d); end == l.end+d {
			end = l.end
		} else {
			l.hostEnd += d
		}
	}
	f.looked += looked - l.end
	l.end = end
}

// past returns the end of a URL that is no link.
func (f *finder) past(i int) int {
	from := i
	for i < len(f.s) {
		_, p, size := decode(f.s, i)
		if p&termMask == termHard {
			break
		}
		i += size
	}
	f.looked += i - from
	return i
}

// domain looks at the domain name or the e-mail address that has a dot at
// s[i:].
func (f *finder) domain(i int) bool {
	s := f.s
	top := i + dot(s, i)
	f.pos = top
	if s[top] >= utf8.RuneSelf && !firstOfDomain(s, top) {
		return false
	}
	if letterBefore(s, i) == 0 {
		return false
	}
	var end int
	for {
		if end = labelEnd(s, top); end < 0 {
			f.looked += runMax
			f.pos = boundary(s, top+runMax/2)
			return false
		}
		d := dot(s, end)
		if d == 0 || letterAt(s, end+d) == 0 {
			break
		}
		i, top = end, end+d // not the last label
	}
	f.looked += end - f.pos
	f.pos = end
	if s[top]-'0' < 10 {
		return false
	}
	for end > top && s[end-1] == '_' {
		end-- // the end of an italic text
	}
	if !listed(s[top:end]) {
		return false
	}
	start := f.hostStart(i)
	l := Link{
		kind: Domain, start: start, hostStart: start, hostEnd: end, end: end, listed: true,
	}
	if start < 0 || classify(s[start:end], true) != listedHost {
		return false
	}
	before := byte(0)
	if start > f.floor {
		before = s[start-1]
	}
	switch {
	case before == '@':
		return f.email(l)
	case before == '\\', before == '/' && (start-1 == f.floor || s[start-2] != '/'),
		hasPrefix(s, end, "://"):
		return false // of the path of a file, or of another scheme
	case f.localPart(end):
		return false
	}
	if !port(s, &l) {
		return false
	}
	f.extend(&l)
	return f.found(l)
}

// hostStart returns where the host name begins that has a dot at s[i:], -1 if
// it has an empty label or is too long.
func (f *finder) hostStart(i int) int {
	start := i
	for start > f.floor && i-start <= runMax {
		if hostByte(f.s[start-1]) {
			start--
			continue
		}
		n := letterBefore(f.s, start)
		if n == 0 {
			if n = dotBefore(f.s, start); n == 0 {
				break
			}
			if letterBefore(f.s, start-n) == 0 || start-n <= f.floor {
				return -1
			}
		}
		start -= n
	}
	f.looked += 2 * (i - start)
	if i-start > runMax {
		return -1
	}
	for start < i && f.s[start] == '_' {
		start++ // the beginning of an italic text
	}
	return start
}

// boundary returns the first place at or after i where a code point begins.
func boundary(s string, i int) int {
	for i < len(s) && s[i]&0xC0 == 0x80 {
		i++
	}
	return i
}

func hasPrefix(s string, i int, prefix string) bool {
	return len(s)-i >= len(prefix) && s[i:i+len(prefix)] == prefix
}
