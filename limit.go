package decorum

// A Limit is the most that a text or a list may measure, and in which unit.
//
// The zero Limit sets no limit. A Limit with a Max but no Unit counts code
// points. For texts, a Unit that counts no text ([Items], [Seconds] …) counts
// bytes, which are never fewer than the others; a Max below zero is zero.
//
// Graphemes alone never decide: a flood of combining marks is one grapheme, so
// a Limit in [Graphemes] counts at least one for every 64 bytes.
type Limit struct {
	Max  int
	Unit Unit
}

// bytesPerGrapheme is how many bytes of text a Limit in graphemes lets pass for
// each one that it allows. The longest emoji sequence of Unicode 17 has 35.
const bytesPerGrapheme = 64

// unit returns the unit that counts a text, and 0 where there is no limit.
func (l Limit) unit() Unit {
	switch {
	case l == Limit{}:
		return 0
	case l.Unit == 0:
		return CodePoints
	case l.Unit <= Bytes:
		return l.Unit
	default:
		return Bytes
	}
}

// Over reports whether s measures more than l.Max. It reads at most 4×Max bytes
// of s (64×Max for graphemes), and none where the length in bytes decides. Like
// all measures it is exact for valid UTF-8 only.
func (l Limit) Over(s string) bool {
	most := max(l.Max, 0)
	unit := l.unit()
	if unit == 0 || len(s) <= most {
		return false // nothing measures more than its bytes
	}
	// From here on, len(s) > most. The least that these bytes can measure:
	switch unit {
	case CodePoints:
		return (len(s)-1)/4 >= most || CountCodePoints(s) > most
	case UTF16Units:
		return (len(s)-1)/3 >= most || CountUTF16Units(s) > most
	case Graphemes:
		return (len(s)-1)/bytesPerGrapheme >= most || graphemesUpTo(s, most+1) > most
	default:
		return true
	}
}

// Count returns how much s measures in the limit's unit; 0 for the zero Limit.
// It reads all of s.
func (l Limit) Count(s string) int {
	switch l.unit() {
	case CodePoints:
		return CountCodePoints(s)
	case UTF16Units:
		return CountUTF16Units(s)
	case Graphemes:
		return max(CountGraphemes(s), (len(s)+bytesPerGrapheme-1)/bytesPerGrapheme)
	case Bytes:
		return len(s)
	default:
		return 0
	}
}

// Left returns how much may still be added to s, and less than zero by how much
// it is over: the counter beside a text box. The zero Limit leaves the largest
// int.
func (l Limit) Left(s string) int {
	if l == (Limit{}) {
		return int(^uint(0) >> 1)
	}
	return max(l.Max, 0) - l.Count(s)
}

// Fit returns the longest prefix of s that is valid UTF-8, is not over the
// limit, and ends between two graphemes, so that no letter loses its accent and
// no family a child. Where already the first grapheme is too long, nothing is
// left: a part of it would be another character than the one written.
func (l Limit) Fit(s string) string {
	if bad := InvalidOffset(s); bad >= 0 {
		s = s[:bad]
	}
	if !l.Over(s) {
		return s
	}
	most, unit := max(l.Max, 0), l.unit()
	n, end := 0, 0
	for end < len(s) {
		size := clusterLen(s[end:])
		switch cluster := s[end : end+size]; unit {
		case CodePoints:
			n += CountCodePoints(cluster)
		case UTF16Units:
			n += CountUTF16Units(cluster)
		case Graphemes:
			n++
			if (end+size-1)/bytesPerGrapheme >= most {
				return s[:end]
			}
		default:
			n += size
		}
		if n > most {
			break
		}
		end += size
	}
	return s[:end]
}

// OverCount reports whether n items, bytes, seconds … are more than l.Max. The
// zero Limit is never exceeded.
func (l Limit) OverCount(n int) bool { return l != Limit{} && n > max(l.Max, 0) }

// Check returns vs with what is wrong with the text s at place: [InvalidUTF8],
// or else [TooLong]. A text that passes costs no allocation.
func (l Limit) Check(vs Violations, place *Path, s string) Violations {
	if bad := InvalidOffset(s); bad >= 0 {
		return vs.Add(Violation{
			Code: InvalidUTF8, Severity: SeverityError, Path: place.String(), Span: Span{bad, len(s)},
		})
	}
	if !l.Over(s) {
		return vs
	}
	return vs.Add(Violation{
		Code: TooLong, Severity: SeverityError, Path: place.String(),
		Limit: int64(max(l.Max, 0)), Actual: int64(l.Count(s)), Unit: l.unit(),
	})
}

// CheckCount returns vs with [TooMany] when n items at place are too many.
func (l Limit) CheckCount(vs Violations, place *Path, n int) Violations {
	if !l.OverCount(n) {
		return vs
	}
	unit := l.Unit
	if unit == 0 {
		unit = Items
	}
	return vs.Add(Violation{
		Code: TooMany, Severity: SeverityError, Path: place.String(),
		Limit: int64(max(l.Max, 0)), Actual: int64(n), Unit: unit,
	})
}

// Strictest returns the limit that lets through only what both let through, as
// far as one limit can say it: the smaller Max where the units are the same; a
// zero Limit gives way; for different units the one in the finer unit with the
// smaller Max, which refuses whatever either refuses.
func Strictest(a, b Limit) Limit {
	switch {
	case a == Limit{}:
		return b
	case b == Limit{}:
		return a
	}
	return Limit{Max: min(a.Max, b.Max), Unit: finer(a.Unit, b.Unit)}
}

// finer returns the unit that never counts less than the other.
func finer(a, b Unit) Unit {
	rank := func(u Unit) int {
		switch u {
		case Graphemes:
			return 1
		case CodePoints, 0:
			return 2
		case UTF16Units:
			return 3
		default:
			return 4
		}
	}
	if rank(a) >= rank(b) {
		return a
	}
	return b
}
