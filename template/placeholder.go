package template

import (
	"iter"
	"strings"

	"github.com/decorum-go/decorum"
)

// A Placeholder is a place in a text where a value is put: {{1}} or
// {{order_id}}.
type Placeholder struct {
	// Name is what stands between the braces, "1" or "order_id".
	Name string
	// Number is the number of a positional placeholder, from 1; 0 for a named
	// one.
	Number int
	// Span is the placeholder with its braces.
	Span decorum.Span
}

// Placeholders yields the placeholders of a text in their order, repeated ones
// each time. A number is 1 to 999,999,999 without leading zeros; a name has a-z,
// 0-9 and "_" and does not begin with a digit. Nothing else is a placeholder:
// {1}, {{ 1 }}, {{Name}} and an unclosed {{1 are text like any other, and Lint
// says so where they look meant.
//
// It costs one pass over the text and no allocation.
func Placeholders(text string) iter.Seq[Placeholder] {
	return func(yield func(Placeholder) bool) {
		for t, ok := nextToken(text, 0); ok; t, ok = nextToken(text, t.Span.End) {
			if t.ill {
				continue
			}
			if !yield(t.Placeholder) {
				return
			}
		}
	}
}

// A token is something in double braces.
type token struct {
	Placeholder
	// ill: it looks like a placeholder and is none.
	ill bool
}

// nextToken returns the first token at or after from. What lies between two
// pairs of braces has no brace and no line break in it; of more braces in a row
// the inner ones count. Each byte is looked at once over a whole text.
func nextToken(text string, from int) (t token, ok bool) {
	for {
		i := strings.IndexByte(text[from:], '{')
		if i < 0 {
			return token{}, false
		}
		open := from + i + 1
		for open < len(text) && text[open] == '{' {
			open++
		}
		if open-from-i < 2 {
			from = open
			continue
		}
		end := open
		for end < len(text) && text[end] != '{' && text[end] != '}' && text[end] != '\n' {
			end++
		}
		if end+1 < len(text) && text[end] == '}' && text[end+1] == '}' {
			t.Name = text[open:end]
			t.Span = decorum.Span{Start: open - 2, End: end + 2}
			t.Number, t.ill = classify(t.Name)
			return t, true
		}
		from = end
	}
}

// maxDigits is how many digits the number of a placeholder may have.
const maxDigits = 9

// classify returns the number that the name of a placeholder is, 0 for a name,
// and whether it is neither.
func classify(name string) (number int, ill bool) {
	if name == "" {
		return 0, true
	}
	if c := name[0]; '0' <= c && c <= '9' {
		number = number1(name)
		return number, number == 0
	}
	for i := range len(name) {
		if c := name[i]; (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '_' {
			return 0, true
		}
	}
	return 0, false
}

// number1 returns the number from 1 that s writes without leading zeros, else 0.
func number1(s string) int {
	if s == "" || len(s) > maxDigits || s[0] == '0' {
		return 0
	}
	n := 0
	for i := range len(s) {
		d := int(s[i]) - '0'
		if d < 0 || d > 9 {
			return 0
		}
		n = n*10 + d
	}
	return n
}
