package location

import (
	"log/slog"
	"strings"

	"github.com/decorum-go/decorum"
)

// MaxMapURL is the longest template that [ParseMapURL] reads, in bytes: the
// longest URL that Google's static maps take.
const MaxMapURL = 16384

// A placeholder is a number that goes into a template.
type placeholder uint8

const (
	latitude placeholder = iota
	longitude
	height
	width
)

// placeholders are the placeholders as they stand in a template.
var placeholders = [...]string{
	latitude: "{LATITUDE}", longitude: "{LONGITUDE}", height: "{HEIGHT}", width: "{WIDTH}",
}

// A MapURL is a parsed URL template of a map provider (rule LO2). It is
// immutable, and two are equal if their texts are. It may hold the provider's
// access key: [MapURL.String] shows it, [MapURL.Redacted] and logs do not.
//
// The zero MapURL is none: what an empty option means.
type MapURL struct {
	// text is the template.
	text string
	// steps has three bytes for each placeholder of text, in order: the length
	// of the text before it, low byte first, and which one it is.
	steps string
}

// bytesPerStep is how many bytes of steps make one.
const bytesPerStep = 3

// MustParseMapURL is like [ParseMapURL], but panics when the template is wrong.
// It is meant for tests and for package variables.
func MustParseMapURL(template string) MapURL {
	u, err := ParseMapURL(template)
	if err != nil {
		panic("location: MustParseMapURL: " + err.Error())
	}
	return u
}

// IsZero reports whether u is none.
func (u MapURL) IsZero() bool { return u.text == "" }

// Check returns what may be used but should be looked at: [decorum.Insecure] as
// a warning for an http template, since a preview tells everybody on the way
// where the customer is. Its span is the scheme.
func (u MapURL) Check() decorum.Violations {
	return checkScheme(nil, u.text, strings.IndexByte(u.text, ':'))
}

// AppendExpand appends the URL that shows point in a map of the given size, and
// allocates nothing if dst has room. Coordinates are the decimals of
// [Point.String]; a side of size that is 0 or out of range is the default. It
// appends nothing if u is the zero MapURL or point the zero Point.
//
// The answer always has the template's own scheme and host, and nothing but
// digits, dots and minus signs is put in.
func (u MapURL) AppendExpand(dst []byte, point Point, size Size) []byte {
	if u.text == "" || !point.set {
		return dst
	}
	size = size.OrDefault()
	// Each coordinate is written once and then copied.
	var written [2]decorum.Span
	text := u.text
	for steps := u.steps; len(steps) >= bytesPerStep; steps = steps[bytesPerStep:] {
		literal := int(steps[0]) | int(steps[1])<<8
		if literal == 1 { // a comma, most often
			dst = append(dst, text[0])
		} else {
			dst = append(dst, text[:literal]...)
		}
		which := placeholder(steps[2])
		switch which {
		case height:
			dst = appendPixels(dst, uint32(size.Height))
		case width:
			dst = appendPixels(dst, uint32(size.Width))
		default:
			if at := written[which&1]; at.End > 0 {
				dst = append(dst, dst[at.Start:at.End]...)
				break
			}
			start := len(dst)
			if which == latitude {
				dst = appendDegrees(dst, point.latitude)
			} else {
				dst = appendDegrees(dst, point.longitude)
			}
			written[which&1] = decorum.Span{Start: start, End: len(dst)}
		}
		text = text[literal+len(placeholders[which&3]):]
	}
	return append(dst, text...)
}

// appendPixels appends n, which is below 10000.
func appendPixels(dst []byte, n uint32) []byte {
	switch {
	case n >= 1000:
		return append(dst, byte('0'+n/1000), byte('0'+n/100%10), byte('0'+n/10%10), byte('0'+n%10))
	case n >= 100:
		return append(dst, byte('0'+n/100), byte('0'+n/10%10), byte('0'+n%10))
	case n >= 10:
		return append(dst, byte('0'+n/10), byte('0'+n%10))
	default:
		return append(dst, byte('0'+n))
	}
}

// Expand returns what [MapURL.AppendExpand] appends.
func (u MapURL) Expand(point Point, size Size) string {
	var buf [512]byte
	return string(u.AppendExpand(buf[:0], point, size))
}

// String returns the template as it was parsed, with any key in it.
func (u MapURL) String() string { return u.text }

// AppendText appends the template as it was parsed. Its error is always nil.
func (u MapURL) AppendText(dst []byte) ([]byte, error) { return append(dst, u.text...), nil }

// MarshalText returns the template as it was parsed.
func (u MapURL) MarshalText() ([]byte, error) { return []byte(u.text), nil }

// UnmarshalText reads a template as [ParseMapURL] does.
func (u *MapURL) UnmarshalText(text []byte) error {
	parsed, err := ParseMapURL(string(text))
	if err != nil {
		return err
	}
	*u = parsed
	return nil
}

// LogValue returns what [MapURL.Redacted] returns.
func (u MapURL) LogValue() slog.Value { return slog.StringValue(u.Redacted()) }
