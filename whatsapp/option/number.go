package option

import (
	"math"

	"github.com/decorum-go/decorum"
)

// readInteger reads an integer from least to most: digits, or a minus sign before
// them to be told that it is out of range. What is out of range has the
// bound that it crossed as its limit; numbers that no int64 holds count as the
// nearest one that it does.
func readInteger(s string, least, most int64, unit decorum.Unit) (int64, decorum.Violations) {
	digits, negative := s, false
	if s != "" && s[0] == '-' {
		digits, negative = s[1:], true
	}
	n, ok := parseDigits(digits)
	if !ok || negative && n == 0 {
		return 0, wrongScalar(s)
	}
	if negative {
		n = -n
	}
	return n, checkRange(n, least, most, unit, whole(s))
}

// parseDigits reads decimal digits, at least one and at most maxScalar. A number
// past the largest int64 is the largest int64.
func parseDigits(s string) (n int64, ok bool) {
	if s == "" || len(s) > maxScalar {
		return 0, false
	}
	for i := range len(s) {
		digit := int64(s[i]) - '0'
		if digit < 0 || digit > 9 {
			return 0, false
		}
		if n > (math.MaxInt64-digit)/10 {
			n = math.MaxInt64
			continue
		}
		n = n*10 + digit
	}
	return n, true
}

// checkRange tells whether n is out of range.
func checkRange(n, least, most int64, unit decorum.Unit, span decorum.Span) decorum.Violations {
	limit := most
	switch {
	case n < least:
		limit = least
	case n <= most:
		return nil
	}
	return decorum.Violations{{
		Code: decorum.OutOfRange, Severity: decorum.SeverityError, Span: span,
		Limit: limit, Actual: n, Unit: unit,
	}}
}
