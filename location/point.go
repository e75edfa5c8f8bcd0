package location

import (
	"database/sql/driver"
	"fmt"
	"log/slog"
	"math"
	"strings"

	"github.com/decorum-go/decorum"
)

// MaxPointText is the longest text that [Parse] reads, in bytes. The text of every
// Point is shorter: the smallest numbers take 655.
const MaxPointText = 1024

const wantPoint = "latitude,longitude in decimal degrees"

// A Point is a place on the earth: a latitude of −90 to 90 and a longitude of
// −180 to 180, in decimal degrees of WGS 84, as exact as a float64.
//
// A Point is immutable and comparable, and never holds NaN, an infinity or a
// negative zero, so that it can be the key of a map. It keeps what it was given:
// the longitudes 180 and −180 are the same meridian but two different Points.
//
// The zero Point is none; it is distinct from every point, 0,0 included.
type Point struct {
	latitude, longitude float64
	set                 bool
}

// New returns the point with the given latitude and longitude in degrees. What
// is beyond the range is [decorum.OutOfRange] in microdegrees, rounded away from
// zero, and NaN is [decorum.Malformed]; the paths are "/latitude" and
// "/longitude", and both are told. A longitude past 180 is not wrapped around.
func New(latitude, longitude float64) (Point, error) {
	var vs decorum.Violations
	vs = degreesWrong(vs, latitude, maxLatitude, "/latitude", decorum.Span{})
	vs = degreesWrong(vs, longitude, maxLongitude, "/longitude", decorum.Span{})
	if vs != nil {
		return Point{}, vs.Err()
	}
	return exactly(latitude, longitude), nil
}

// exactly returns the point of two numbers within range.
func exactly(latitude, longitude float64) Point {
	return Point{latitude + 0, longitude + 0, true} // -0 + 0 is 0
}

// Parse reads "latitude,longitude", such as "37.4847,-122.1473": two decimal
// numbers with a dot, whatever the reader's language, with blanks allowed around
// each. Numbers may have an exponent; hexadecimal numbers, "NaN" and "Inf" are
// refused. An empty text is [decorum.Required], one that is longer than
// [MaxPointText] is [decorum.TooLong], and out of range is told as by [New]. The
// violation's span is the number that is wrong.
func Parse(text string) (Point, error) {
	var vs decorum.Violations
	wrong := func(code decorum.Code, span decorum.Span, want string) decorum.Violations {
		return vs.Add(decorum.Violation{Code: code, Severity: decorum.SeverityError, Span: span, Want: want})
	}
	if len(text) > MaxPointText {
		return Point{}, decorum.Violation{
			Code: decorum.TooLong, Severity: decorum.SeverityError,
			Limit: MaxPointText, Actual: int64(len(text)), Unit: decorum.Bytes,
		}.Err()
	}
	if text == "" {
		return Point{}, wrong(decorum.Required, decorum.Span{}, wantPoint).Err()
	}
	comma := strings.IndexByte(text, ',')
	if comma < 0 {
		return Point{}, wrong(decorum.Malformed, decorum.Span{}, wantPoint).Err()
	}
	var degrees [2]float64
	spans := [2]decorum.Span{trimBlanks(text, 0, comma), trimBlanks(text, comma+1, len(text))}
	for i, span := range spans {
		v, ok := parseDegrees(text[span.Start:span.End])
		if !ok {
			if span.Len() == 0 {
				span = decorum.Span{Start: comma, End: comma + 1}
			}
			return Point{}, wrong(decorum.Malformed, span, wantNumber).Err()
		}
		degrees[i] = v
	}
	vs = degreesWrong(vs, degrees[0], maxLatitude, "", spans[0])
	vs = degreesWrong(vs, degrees[1], maxLongitude, "", spans[1])
	if vs != nil {
		return Point{}, vs.Err()
	}
	return exactly(degrees[0], degrees[1]), nil
}

// MustParse is like [Parse], but panics when the text is no point. It is meant
// for tests and for package variables.
func MustParse(text string) Point {
	p, err := Parse(text)
	if err != nil {
		panic("location: MustParse: " + err.Error())
	}
	return p
}

// IsZero reports whether p is no point. It makes the JSON option omitzero leave
// out what is not there.
func (p Point) IsZero() bool { return !p.set }

// Latitude returns the degrees north of the equator, negative in the south; 0
// for the zero Point.
func (p Point) Latitude() float64 { return p.latitude }

// Longitude returns the degrees east of Greenwich, negative in the west; 0 for
// the zero Point.
func (p Point) Longitude() float64 { return p.longitude }

// String returns "latitude,longitude" as [Parse] reads it: for each the shortest
// decimal that reads back as exactly the same number, with a dot and never with
// an exponent. It is empty for the zero Point.
func (p Point) String() string {
	if !p.set {
		return ""
	}
	var buf [48]byte
	return string(p.append(buf[:0]))
}

func (p Point) append(dst []byte) []byte {
	if !p.set {
		return dst
	}
	dst = append(appendDegrees(dst, p.latitude), ',')
	return appendDegrees(dst, p.longitude)
}

// AppendText appends what [Point.String] returns. It allocates nothing if dst
// has room, and its error is always nil.
func (p Point) AppendText(dst []byte) ([]byte, error) { return p.append(dst), nil }

// MarshalText returns what [Point.String] returns. In JSON a Point is that
// string; the object with two members is a [Place].
func (p Point) MarshalText() ([]byte, error) { return p.append(nil), nil }

// UnmarshalText reads what [Point.MarshalText] writes: like [Parse], but an
// empty text is the zero Point.
func (p *Point) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*p = Point{}
		return nil
	}
	parsed, err := Parse(string(text))
	if err != nil {
		return err
	}
	*p = parsed
	return nil
}

// Value returns the point's text for a database, and nil (NULL) for the zero
// Point.
func (p Point) Value() (driver.Value, error) {
	if !p.set {
		return nil, nil //nolint:nilnil // NULL
	}
	return p.String(), nil
}

// Scan reads what [Point.Value] writes. NULL and an empty text are the zero
// Point.
func (p *Point) Scan(src any) error {
	switch src := src.(type) {
	case nil:
		*p = Point{}
		return nil
	case string:
		return p.UnmarshalText([]byte(src))
	case []byte:
		return p.UnmarshalText(src)
	default:
		return fmt.Errorf("location: a point cannot be read from a %T", src)
	}
}

// LogValue returns the point in whole degrees, about a hundred kilometres: where
// a customer is does not belong in a log. It is empty for the zero Point.
func (p Point) LogValue() slog.Value {
	if !p.set {
		return slog.StringValue("")
	}
	return slog.StringValue("about " + exactly(math.Round(p.latitude), math.Round(p.longitude)).String())
}
