package template

import "strings"

// AppendFill appends text to dst with the values put in for its placeholders,
// and returns dst. It goes over the text once and never over a value: a value
// that holds {{2}}, $1, %s, {x} or a backslash stays as it is. A placeholder
// without a value stays, too. It allocates only what dst lacks; how long the
// result is, is not bounded (see [MaxText]).
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

// MaxText is the most bytes that [Notification.Fill] makes of one text. A long
// value for a placeholder that stands often would take memory that is the product
// of the two otherwise.
const MaxText = 1 << 20

// fill returns what AppendFill appends; text itself where there is nothing to
// put in, or too much.
func fill(text string, v Values) string {
	if strings.IndexByte(text, '{') < 0 || v.Len() == 0 || overfilled(text, &v) > 0 {
		return text
	}
	size := len(text)
	for _, s := range v.list {
		size += len(s)
	}
	return string(AppendFill(make([]byte, 0, size), text, v))
}

// overfilled returns how many bytes the text would have with its values put in,
// where those are more than MaxText; 0 otherwise.
func overfilled(text string, v *Values) int64 {
	const shortest = len("{{1}}")
	size, most := int64(len(text)), 0
	for i := range v.Len() {
		most = max(most, len(v.at(i)))
	}
	if size+int64(len(text)/shortest)*int64(most) <= MaxText {
		return 0
	}
	for p, ok := nextPlaceholder(text, 0); ok; p, ok = nextPlaceholder(text, p.Span.End) {
		if i, given := v.index(p); given {
			size += int64(len(v.at(i)) - p.Span.Len())
		}
	}
	if size <= MaxText || size == int64(len(text)) {
		return 0
	}
	return size
}
