package link

import "unicode/utf8"

// Parts is a URL taken apart, each part as it is meant, without any
// percent-encoding. It is for writing a URL that people can read: the formatting
// of UTS #58.
type Parts struct {
	// Base is the scheme and the host, such as "https://example.com". It is used
	// as it is.
	Base string
	// Path holds the segments between slashes. A last one that is empty gives a
	// slash at the end.
	Path []string
	// Query holds the keys and values.
	Query []Param
	// Fragment is what comes after "#", without it.
	Fragment string
}

// Param is a key of a query with its value. Without a Value no "=" is written.
type Param struct {
	Key, Value string
}

// Readable returns the URL with minimal escaping, to be put into a text; see
// [Link.Readable].
func (p Parts) Readable() string { return string(p.write().finish()) }

// Display returns the URL with minimal escaping, to be shown by itself; see
// [Link.Display].
func (p Parts) Display() string { return string(p.write().dst) }

// Link returns the link to the URL, whose [Link.URL] is what to open. The error
// is that of [Parse].
func (p Parts) Link() (Link, error) { return Parse(p.Readable()) }

func (p Parts) write() *writer {
	w := &writer{dst: []byte(p.Base), soft: -1}
	for _, segment := range p.Path {
		w.separate('/')
		w.text(segment, "/?#")
	}
	for i, param := range p.Query {
		if i == 0 {
			w.separate('?')
		} else {
			w.separate('&')
		}
		w.text(param.Key, "&=#+")
		if param.Value != "" {
			w.separate('=')
			w.text(param.Value, "&=#+")
		}
	}
	if p.Fragment != "" {
		w.separate('#')
		w.text(p.Fragment, "")
	}
	return w
}

// separate writes a character that divides the URL.
func (w *writer) separate(b byte) {
	w.open.n = 0
	w.soft = -1
	w.dst = append(w.dst, b)
}

// text writes a text of which the characters in encoded are percent-encoded, as
// they would divide the URL otherwise. So is a "%" that would begin a code.
func (w *writer) text(s, encoded string) {
	fragment := byte('#')
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == utf8.RuneError && size == 1:
			w.soft = -1
			w.dst = appendEscaped(w.dst, s[i])
		case isCode(s, i) || r < utf8.RuneSelf && contains(encoded, byte(r)):
			w.encode(r)
		default:
			if encoded == "" && syntax(s, i, &fragment) {
				w.open.n = 0
			}
			w.put(r)
		}
		i += size
	}
}

func contains(set string, b byte) bool {
	for i := range len(set) {
		if set[i] == b {
			return true
		}
	}
	return false
}
