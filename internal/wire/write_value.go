package wire

import (
	"math"
	"strconv"
	"unicode/utf8"

	"github.com/decorum-go/decorum"
)

// Text writes a string. Only quotes, backslashes and the control characters
// below U+0020 are escaped: JSON needs no more. U+2028, "<" and DEL stand for
// themselves, so the outcome is not for a page's script. A string that is not
// valid UTF-8 is a violation and is not repaired.
func (w *Writer) Text(s string) {
	plain, ascii := survey(s)
	w.text(w.value(), s, plain, ascii)
}

// KeyText writes a member with a string: [Writer.Key] and [Writer.Text] in one.
func (w *Writer) KeyText(key constant, s string) {
	dst := append(w.key(), '"')
	dst = append(dst, key...)
	w.due = dueKey
	plain, ascii := survey(s)
	if plain && ascii { // as most are
		dst = append(dst, `":"`...)
		dst = append(dst, s...)
		w.buf = append(dst, '"')
		return
	}
	w.text(append(dst, '"', ':'), s, plain, ascii)
}

// Optional is KeyText for a string that is not empty; it writes nothing for one
// that is.
func (w *Writer) Optional(key constant, s string) {
	if s != "" {
		w.KeyText(key, s)
	}
}

// text writes a string that was surveyed behind dst, which is what is written so
// far.
func (w *Writer) text(dst []byte, s string, plain, ascii bool) {
	switch {
	case !ascii && !utf8.ValidString(s):
		w.buf = dst
		w.refuse(decorum.Violation{
			Code: decorum.InvalidUTF8, Span: decorum.Span{Start: decorum.InvalidOffset(s), End: len(s)},
		})
		w.buf = append(w.buf, "null"...)
	case plain:
		dst = append(dst, '"')
		dst = append(dst, s...)
		w.buf = append(dst, '"')
	default:
		w.buf = appendQuoted(dst, s)
	}
}

// Bool writes true or false.
func (w *Writer) Bool(b bool) {
	w.buf = strconv.AppendBool(w.value(), b)
}

// Null writes null.
func (w *Writer) Null() {
	w.buf = append(w.value(), "null"...)
}

// Int64 writes an integer.
func (w *Writer) Int64(n int64) {
	w.buf = strconv.AppendInt(w.value(), n, 10)
}

// Float64 writes a number with the fewest digits that read back as f, with an
// exponent below 1e-6 and from 1e21 on. Infinities and NaN are violations.
func (w *Writer) Float64(f float64) {
	w.buf = w.value()
	abs := math.Abs(f)
	switch {
	case math.IsNaN(f) || math.IsInf(f, 0):
		w.refuse(decorum.Violation{Code: decorum.OutOfRange, Want: "a finite number"})
		w.buf = append(w.buf, "null"...)
	case f != 0 && (abs < 1e-6 || abs >= 1e21):
		w.buf = strconv.AppendFloat(w.buf, f, 'e', -1, 64)
		if n := len(w.buf); w.buf[n-3] == '-' && w.buf[n-2] == '0' {
			w.buf = append(w.buf[:n-2], w.buf[n-1]) // e-07 is e-7
		}
	default:
		w.buf = strconv.AppendFloat(w.buf, f, 'f', -1, 64)
	}
}

// Raw writes a value that is JSON already, such as [Reader.Raw] returned. It is
// read through first, with the default limits: a value that is not well-formed
// is a violation. White space around and within is left out, so that a line
// stays one line.
func (w *Writer) Raw(value string) {
	w.buf = w.value()
	var r Reader
	r.ResetString(value, Limits{})
	r.limits.Depth = maxWriteDepth - w.depth // not more than both may have together
	if err := r.Done(); err != nil {
		if len(r.vs) > 0 {
			v := r.vs[0]
			v.Path = ""
			w.refuse(v)
		}
		w.buf = append(w.buf, "null"...)
		return
	}
	w.buf = appendCompact(w.buf, value)
}

// Refuse records why the value which comes next cannot be written: violations with
// pointers into that value, such as another Writer returned.
func (w *Writer) Refuse(vs decorum.Violations) {
	w.buf = w.value()
	at := w.place()
	for _, v := range vs {
		v.Path = at + v.Path
		w.vs = w.vs.Add(v)
	}
	w.buf = append(w.buf, "null"...)
}

// appendCompact appends well-formed JSON without its white space.
func appendCompact(dst []byte, value string) []byte {
	from := 0
	for i := 0; i < len(value); {
		switch value[i] {
		case '"':
			for i = plainEnd(value, i+1); value[i] != '"'; {
				i = plainEnd(value, i+2) // past a backslash and what it escapes
			}
			i++
		case ' ', '\t', '\n', '\r':
			dst = append(dst, value[from:i]...)
			i++
			from = i
		default:
			i++
		}
	}
	return append(dst, value[from:]...)
}

// appendQuoted appends a string in quotes, escaped.
func appendQuoted(dst []byte, s string) []byte {
	dst = append(dst, '"')
	from := 0
	for i := plainEnd(s, 0); i < len(s); i = plainEnd(s, from) {
		dst = append(dst, s[from:i]...)
		dst = appendEscape(dst, s[i])
		from = i + 1
	}
	return append(append(dst, s[from:]...), '"')
}

// appendEscape appends the shortest escape of c, which needs one.
func appendEscape(dst []byte, c byte) []byte {
	const hex = "0123456789abcdef"
	switch c {
	case '"', '\\':
		return append(dst, '\\', c)
	case '\b':
		return append(dst, '\\', 'b')
	case '\f':
		return append(dst, '\\', 'f')
	case '\n':
		return append(dst, '\\', 'n')
	case '\r':
		return append(dst, '\\', 'r')
	case '\t':
		return append(dst, '\\', 't')
	default:
		return append(dst, '\\', 'u', '0', '0', hex[c>>4], hex[c&15])
	}
}
