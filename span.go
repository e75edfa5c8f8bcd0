package decorum

// Span is a stretch of a string, in bytes: from Start up to but not including
// End.
//
// The zero Span means the whole string.
type Span struct {
	Start, End int
}

// Len returns the number of bytes in the span; 0 for the zero Span.
func (s Span) Len() int { return s.End - s.Start }

// Shift returns the span moved by n bytes towards the end of the text. The zero
// Span stays zero.
func (s Span) Shift(n int) Span {
	if s == (Span{}) {
		return s
	}
	return Span{s.Start + n, s.End + n}
}

// In returns the part of text that the span covers, and whether the span fits
// into text. The zero Span covers all of it.
func (s Span) In(text string) (string, bool) {
	if s == (Span{}) {
		return text, true
	}
	if s.Start < 0 || s.End < s.Start || s.End > len(text) {
		return "", false
	}
	return text[s.Start:s.End], true
}
