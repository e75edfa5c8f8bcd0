package template

import "strings"

// AppendFill appends text to dst with the values put in for its placeholders,
// and returns dst. It goes over the text once and never over a value: a value
// that holds {{2}}, $1, %s, {x} or a backslash stays as it is. A placeholder
// without a value stays, too. It allocates only what dst lacks.
func AppendFill(dst []byte, text string, v Values) []byte {
	done := 0 // text[:done] is appended
	from := 0 // what may begin at or after from is not yet looked at
	for {
		i := strings.IndexByte(text[from:], '{')
		if i < 0 {
			return append(dst, text[done:]...)
		}
		i += from
		// The short way: {{ and a digit or two, of positional values.
		if rest := text[i:]; len(rest) >= 5 && rest[1] == '{' && rest[2]-'1' < 9 {
			n, size := int(rest[2]-'0'), 5
			end := rest[3:]
			if end[0]-'0' < 10 && len(end) > 2 {
				n, size = n*10+int(end[0]-'0'), 6
				end = end[1:]
			}
			if end[0] == '}' && end[1] == '}' && n <= len(v.list) {
				dst = append(dst, text[done:i]...)
				dst = append(dst, v.list[n-1]...)
				done = i + size
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
