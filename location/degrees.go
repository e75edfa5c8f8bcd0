package location

import (
	"math"
	"strconv"
	"strings"

	"github.com/decorum-go/decorum"
)

// The bounds of the two coordinates, in degrees.
const (
	maxLatitude  = 90
	maxLongitude = 180
)

const wantNumber = "a decimal number with a dot"

// appendDegrees appends the shortest decimal that reads back as exactly v,
// never with an exponent: what strconv.AppendFloat(dst, v, 'f', -1, 64) does.
// The degrees must be within ±180.
//
// Nearly every coordinate has at most twelve decimals. With the three digits
// before the dot, these are fifteen digits, and no two decimals of up to fifteen
// digits read as the same float64; so one that reads as v is the shortest.
func appendDegrees(dst []byte, v float64) []byte {
	const scale = 1e12
	scaled := math.RoundToEven(v * scale)
	if scaled/scale != v {
		return strconv.AppendFloat(dst, v, 'f', -1, 64)
	}
	if scaled < 0 {
		dst = append(dst, '-')
		scaled = -scaled
	}
	n := uint64(scaled)
	whole, fraction := n/scale, n%scale
	switch {
	case whole >= 100:
		dst = append(dst, '1', byte('0'+whole%100/10), byte('0'+whole%10))
	case whole >= 10:
		dst = append(dst, byte('0'+whole/10), byte('0'+whole%10))
	default:
		dst = append(dst, byte('0'+whole))
	}
	if fraction == 0 {
		return dst
	}
	dst = appendSix(append(dst, '.'), uint32(fraction/1e6))
	if rest := uint32(fraction % 1e6); rest != 0 {
		dst = appendSix(dst, rest)
	}
	end := len(dst)
	for dst[end-1] == '0' {
		end--
	}
	return dst[:end]
}

// appendSix appends n, which is below a million, as six digits.
func appendSix(dst []byte, n uint32) []byte {
	return append(
		dst,
		byte('0'+n/100000), byte('0'+n/10000%10), byte('0'+n/1000%10),
		byte('0'+n/100%10), byte('0'+n/10%10), byte('0'+n%10),
	)
}

// parseDegrees reads a number in JSON's grammar, but with a plus sign, a bare
// dot at either end and leading zeros allowed. It reports whether the text is
// one. A number too large for a float64 is an infinity.
func parseDegrees(s string) (float64, bool) {
	for i := range len(s) {
		switch c := s[i]; {
		case '0' <= c && c <= '9', c == '.', c == '-', c == '+', c == 'e', c == 'E':
		default: // ParseFloat takes "inf", "nan", "0x1p-2" and "1_0" as well
			return 0, false
		}
	}
	v, err := strconv.ParseFloat(s, 64)
	if err != nil && !math.IsInf(v, 0) {
		return 0, false
	}
	return v, true
}

// degreesWrong returns vs with what is wrong with v, whose bounds are ±most.
func degreesWrong(vs decorum.Violations, v float64, most int64, path string, span decorum.Span) decorum.Violations {
	wrong := decorum.Violation{
		Code: decorum.OutOfRange, Severity: decorum.SeverityError, Path: path, Span: span,
		Limit: most * 1e6, Unit: decorum.MicroDegrees,
	}
	switch {
	case math.IsNaN(v):
		wrong.Code, wrong.Limit, wrong.Unit, wrong.Want = decorum.Malformed, 0, 0, "a number"
	case v > float64(most):
		wrong.Actual = microDegrees(v)
	case v < -float64(most):
		wrong.Limit, wrong.Actual = -wrong.Limit, -microDegrees(-v)
	default:
		return vs
	}
	return vs.Add(wrong)
}

// microDegrees returns v, which is positive, in millionths of a degree, rounded
// up and at most the largest int64.
func microDegrees(v float64) int64 {
	if v >= math.MaxInt64/1e6 {
		return math.MaxInt64
	}
	return int64(math.Ceil(v * 1e6))
}

// trimBlanks returns the stretch of s[start:end] without the blanks around it.
func trimBlanks(s string, start, end int) decorum.Span {
	for start < end && strings.IndexByte(" \t", s[start]) >= 0 {
		start++
	}
	for start < end && strings.IndexByte(" \t", s[end-1]) >= 0 {
		end--
	}
	return decorum.Span{Start: start, End: end}
}
