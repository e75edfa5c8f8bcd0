package wire

import (
	"strconv"

	"github.com/decorum-go/decorum"
)

const (
	wantInteger = "an integer from -9223372036854775808 to 9223372036854775807"
	wantFloat   = "a number within the range of a 64-bit float"
)

// Number reads a number and returns its text exactly as it stands in the
// document, such as "1.50" or "-0"; "" for a value that is no number, which is a
// violation.
func (r *Reader) Number() string {
	c := r.value()
	if kindOf(c) != Number {
		r.mismatch(c, "a number")
		return ""
	}
	return r.number()
}

// Int64 reads a number that is written as an integer: without a fraction and an
// exponent. Any other value is a violation, as is one that 64 bits do not hold,
// and 0 is returned.
func (r *Reader) Int64() int64 {
	start := r.pos
	return r.integer(r.Number(), start)
}

// Float64 reads a number as the nearest float. One that is too large for a
// float is a violation, as is a value that is no number, and 0 is returned; one
// that is too small is 0.
func (r *Reader) Float64() float64 {
	start := r.pos
	return r.float(r.Number(), start)
}

// LooseInt64 reads an integer that is written as a number or as a string that
// holds such a number and nothing else, since both are met for one member. It
// is otherwise like [Reader.Int64].
func (r *Reader) LooseInt64() int64 {
	start := r.pos
	return r.integer(r.looseNumber(), start)
}

// LooseFloat64 reads a number that is written as such or as a string that holds
// one and nothing else. It is otherwise like [Reader.Float64].
func (r *Reader) LooseFloat64() float64 {
	start := r.pos
	return r.float(r.looseNumber(), start)
}

// LooseText reads a text that is written as a string or as a number, whose
// text is returned exactly as it stands: an id, whose writer took it for a
// number.
func (r *Reader) LooseText() string {
	c := r.value()
	switch kindOf(c) {
	case String:
		s, _ := r.text()
		return s
	case Number:
		return r.number()
	}
	r.mismatch(c, "a string or a number")
	return ""
}

// looseNumber returns the text of a number that may stand in a string, "" with
// a violation for all else.
func (r *Reader) looseNumber() string {
	start, faults := r.pos, r.faults
	c := r.value()
	switch kindOf(c) {
	case Number:
		return r.number()
	case String:
		s, _ := r.text()
		if end, ok := numberEnd(s, 0); faults != r.faults || ok && end == len(s) {
			return s
		}
		if !r.over {
			r.fault(decorum.Malformed, start, r.pos, "a number")
		}
		return ""
	}
	r.mismatch(c, "a number")
	return ""
}

// integer returns the integer with the text, which began at start; 0 for "".
func (r *Reader) integer(text string, start int) int64 {
	if text == "" {
		return 0
	}
	n, err := strconv.ParseInt(text, 10, 64)
	if err == nil {
		return n
	}
	for i := range len(text) {
		if c := text[i]; c == '.' || c == 'e' || c == 'E' {
			r.fault(decorum.WrongType, start, r.pos, "an integer")
			return 0
		}
	}
	r.fault(decorum.OutOfRange, start, r.pos, wantInteger)
	return 0
}

// float returns the float with the text, which began at start; 0 for "".
func (r *Reader) float(text string, start int) float64 {
	if text == "" {
		return 0
	}
	f, err := strconv.ParseFloat(text, 64)
	if err != nil {
		r.fault(decorum.OutOfRange, start, r.pos, wantFloat)
		return 0
	}
	return f
}

// number reads the number that begins at pos and returns its text.
func (r *Reader) number() string {
	start := r.pos
	end, ok := numberEnd(r.src, start)
	r.pos = end
	if !ok {
		r.fail(1, "a digit")
		return ""
	}
	return r.src[start:end]
}

// numberEnd returns where the number that begins at s[i] ends (RFC 8259 §6). If
// it is none, the offset is that of the byte where a digit should be.
func numberEnd(s string, i int) (end int, ok bool) {
	if i < len(s) && s[i] == '-' {
		i++
	}
	if i < len(s) && s[i] == '0' {
		i++
	} else if i, ok = digitsEnd(s, i); !ok {
		return i, false
	}
	if i < len(s) && s[i] == '.' {
		if i, ok = digitsEnd(s, i+1); !ok {
			return i, false
		}
	}
	if i < len(s) && s[i]|0x20 == 'e' {
		i++
		if i < len(s) && (s[i] == '+' || s[i] == '-') {
			i++
		}
		return digitsEnd(s, i)
	}
	return i, true
}

// digitsEnd returns where the decimal digits that begin at s[i] end, and whether
// there is at least one.
func digitsEnd(s string, i int) (end int, ok bool) {
	from := i
	for i < len(s) && '0' <= s[i] && s[i] <= '9' {
		i++
	}
	return i, i > from
}
