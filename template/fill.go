package template

import "strings"

// AppendFill appends text to dst with the values put in for its placeholders,
// and returns dst. It goes over the text once and never over a value: a value
// that holds {{2}}, $1, %s, {x} or a backslash stays as it is. A placeholder
// without a value stays, too. It allocates only what dst lacks.
func AppendFill(dst []byte, text string, v Values) []byte {
	done := 0 // text[:done] is appended
	from := 0 // text[:from] is looked at
	for {
		i := strings.IndexByte(text[from:], '{')
		if i < 0 {
			return append(dst, text[done:]...)
		}
		i += from
		// The short way, of one digit: {{1}}.
		if i+5 <= len(text) {
			b := text[i : i+5]
			n := int(b[2]) - '1'
			if b[1] == '{' && uint(n) < 9 && n < len(v.list) && b[3] == '}' && b[4] == '}' {
				dst = append(dst, text[done:i]...)
				dst = append(dst, v.list[n]...)
				done = i + 5
				from = done
				continue
			}
		}
		t, ok := nextToken(text, i)
		if !ok {
			return append(dst, text[done:]...)
		}
		from = t.Span.End
		if t.ill {
			continue
		}
		if k, ok := v.index(t.Placeholder); ok {
			dst = append(dst, text[done:t.Span.Start]...)
			dst = append(dst, v.at(k)...)
			done = from
		}
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
