package template

import "strings"

// AppendFill appends text to dst with the values put in for its placeholders,
// and returns dst. It goes over the text once and never over a value: a value
// that holds {{2}}, $1, %s, {x} or a backslash stays as it is. A placeholder
// without a value stays, too. It allocates only what dst lacks.
func AppendFill(dst []byte, text string, v Values) []byte {
	for {
		i := strings.IndexByte(text, '{')
		if i < 0 {
			return append(dst, text...)
		}
		// The short way, of one digit: {{1}}.
		if i+5 <= len(text) {
			p := text[i : i+5]
			n := int(p[2]) - '1'
			if p[1] == '{' && uint(n) < 9 && n < len(v.list) && p[3] == '}' && p[4] == '}' {
				dst = append(dst, text[:i]...)
				dst = append(dst, v.list[n]...)
				text = text[i+5:]
				continue
			}
		}
		t, ok := nextToken(text, i)
		if !ok {
			return append(dst, text...)
		}
		k, given := v.index(t.Placeholder)
		if t.ill || !given {
			dst = append(dst, text[:t.Span.End]...)
		} else {
			dst = append(dst, text[:t.Span.Start]...)
			dst = append(dst, v.at(k)...)
		}
		text = text[t.Span.End:]
	}
}

// fill returns what AppendFill appends; text itself where there is nothing to
// put in.
func fill(text string, v Values) string {
	if strings.IndexByte(text, '{') < 0 || v.Len() == 0 {
		return text
	}
	size := len(text)
	for _, s := range v.list {
		size += len(s)
	}
	return string(AppendFill(make([]byte, 0, size), text, v))
}
