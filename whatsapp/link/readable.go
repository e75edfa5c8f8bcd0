package link

import "unicode/utf8"

// Readable returns the URL as a person reads it, to be put into a text: by the
// minimal escaping of UTS #58, letters are shown, and only what would end the
// link early or change its meaning is percent-encoded. [Find] finds all of it
// again between spaces. Controls of text direction and invisible characters
// stay encoded (ours). The host is shown with its letters, but as in [Link.Host]
// if it is [MixedScript] or [Confusable]. It is empty for what is not openable.
func (l Link) Readable() string { return string(l.readable().finish()) }

// Display returns the URL as a person reads it, to be shown by itself, such as
// in a tooltip: [Link.Readable], but punctuation at its end is not encoded.
func (l Link) Display() string { return string(l.readable().dst) }

func (l Link) readable() *writer {
	w := &writer{soft: -1, part: '/'}
	if !l.Openable() {
		return w
	}
	if l.scheme == http {
		w.dst = append(w.dst, "http://"...)
	} else {
		w.dst = append(w.dst, "https://"...)
	}
	if l.local > 0 {
		w.dst = append(appendPart(w.dst, l.userInfo()), '@')
	}
	if host := l.host(); l.hostRisks()&(MixedScript|Confusable) != 0 || host[0] == '[' {
		w.dst = appendHost(w.dst, host)
	} else {
		w.host(host)
	}
	s := l.text[:l.end]
	i := l.hostEnd
	for i < len(s) && s[i] != '/' && s[i] != '?' && s[i] != '#' {
		w.dst = append(w.dst, s[i]) // the port
		i++
	}
	for i < len(s) {
		if isCode(s, i) {
			i += w.code(s, i)
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if r < utf8.RuneSelf && syntax(s, i, &w.part) {
			w.open.n = 0
		}
		w.put(r)
		i += size
	}
	return w
}

// A writer writes the path, query and fragment with minimal escaping.
type writer struct {
	dst  []byte
	open brackets
	part byte
	// soft is where the last code point begins if it is soft punctuation, else -1.
	soft int
}

// host writes a host with its letters, small and with plain dots.
func (w *writer) host(host string) {
	for i := 0; i < len(host); {
		if n := dot(host, i); n > 0 {
			w.dst = append(w.dst, '.')
			i += n
			continue
		}
		_, size := utf8.DecodeRuneInString(host[i:])
		w.dst = appendLower(w.dst, host[i:i+size])
		i += size
	}
}

// put writes a code point, encoded if it must be.
func (w *writer) put(r rune) {
	p := propertyOf(r)
	w.soft = -1
	switch p & termMask {
	case termHard:
		w.encode(r)
		return
	case termSoft:
		w.soft = len(w.dst)
	case termOpen:
		if !w.open.push(r) {
			w.encode(r)
			return
		}
	case termClose:
		if !w.open.pop(r) {
			w.encode(r)
			return
		}
	default:
		if p&isBidi != 0 || invisible(r) {
			w.encode(r)
			return
		}
	}
	w.dst = utf8.AppendRune(w.dst, r)
}

// encode writes a code point percent-encoded.
func (w *writer) encode(r rune) {
	w.soft = -1
	var buf [utf8.UTFMax]byte
	for _, b := range buf[:utf8.EncodeRune(buf[:], r)] {
		w.dst = appendEscaped(w.dst, b)
	}
}

// code writes the percent codes at s[i:] that make up one code point, and
// returns the number of bytes of s read. What is ASCII stays encoded, since it
// may be syntax, but for the quotation mark; so does what is not UTF-8.
func (w *writer) code(s string, i int) int {
	var buf [utf8.UTFMax]byte
	n := 0
	for n < len(buf) && isCode(s, i+3*n) {
		buf[n] = byte(hexValue(s[i+3*n+1])<<4 | hexValue(s[i+3*n+2]))
		n++
	}
	r, size := utf8.DecodeRune(buf[:n])
	if r == '"' || r >= utf8.RuneSelf && size > 1 {
		w.put(r)
		return 3 * size
	}
	w.soft = -1
	w.dst = append(w.dst, s[i:i+3]...)
	return 3
}

// finish encodes punctuation at the end, which would not be taken for a part of
// the link.
func (w *writer) finish() []byte {
	if w.soft >= 0 {
		r, _ := utf8.DecodeRune(w.dst[w.soft:])
		w.dst = w.dst[:w.soft]
		w.encode(r)
	}
	return w.dst
}
