package location

import "strings"

// mask stands for what was taken out.
const mask = "xxxxx"

// secretWords are parts of the names of query parameters, in lower case, whose
// values are keys.
const secretWords = "key token secret sign auth pass pwd credential code client app_id appid account user"

// secretNames are whole names of such parameters.
const secretNames = "ak tk sn sig sk jwt hash"

// Redacted returns the template for logs: with "xxxxx" in place of the values of
// query parameters that are named like a key ("key", "apikey", "access_token",
// "signature", "client" …), and of every long word of letters and digits behind
// the host, such as a key in the path. It rather masks too much: a masked
// template still tells the provider and where the placeholders are, but should
// not be used as a template.
func (u MapURL) Redacted() string {
	parts := splitURL(u.text)
	out := make([]byte, 0, len(u.text))
	out = append(out, u.text[:parts.hostEnd]...)
	rest := u.text[parts.hostEnd:]
	for rest != "" {
		end := strings.IndexAny(rest, "?&;#")
		if end < 0 {
			end = len(rest)
		}
		name, value, isParameter := strings.Cut(rest[:end], "=")
		if isParameter && isSecretName(name) && value != "" {
			out = append(append(append(out, name...), '='), mask...)
			// A key may hold what elsewhere ends a value.
			if end = strings.IndexAny(rest, "&#"); end < 0 {
				end = len(rest)
			}
		} else {
			out = appendRedacted(out, rest[:end])
		}
		if end < len(rest) {
			out = append(out, rest[end])
			end++
		}
		rest = rest[end:]
	}
	return string(out)
}

// isSecretName reports whether the values of a parameter are keys. Escapes in
// the name are undone, and its letters are taken as lower case.
func isSecretName(name string) bool {
	lower := make([]byte, 0, 64)
	for i := 0; i < len(name); i++ {
		c := name[i]
		if isEscape(name[i:]) {
			c = unhex(name[i+1])<<4 | unhex(name[i+2])
			i += 2
		}
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		lower = append(lower, c)
	}
	plain := string(lower)
	for word := range strings.SplitSeq(secretWords, " ") {
		if strings.Contains(plain, word) {
			return true
		}
	}
	for whole := range strings.SplitSeq(secretNames, " ") {
		if plain == whole {
			return true
		}
	}
	return false
}

func unhex(c byte) byte {
	if c <= '9' {
		return c - '0'
	}
	return c&0xF + 9
}

// shortestKey is how long a word of letters and digits must be to look like a
// key. Those of providers have 20 and more.
const shortestKey = 16

// appendRedacted appends s, with the words that look like keys masked.
func appendRedacted(dst []byte, s string) []byte {
	for s != "" {
		end, letters, digits := 0, false, false
		for end < len(s) && (isNameByte(s[end]) || s[end] == '-' || s[end] == '%') {
			if '0' <= s[end] && s[end] <= '9' {
				digits = true
			} else if s[end] != '-' && s[end] != '%' && s[end] != '_' {
				letters = true
			}
			end++
		}
		switch {
		case end >= shortestKey && letters && digits:
			dst = append(dst, mask...)
		case end == 0:
			end = 1
			fallthrough
		default:
			dst = append(dst, s[:end]...)
		}
		s = s[end:]
	}
	return dst
}
