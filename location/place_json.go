package location

import (
	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/internal/wire"
)

// MaxPlaceJSON is the longest JSON of a place that is read, in bytes.
const MaxPlaceJSON = 64 << 10

// MarshalJSON returns Meta's location object, with the coordinates as numbers
// and without what the place does not have:
//
//	{"latitude":37.4847,"longitude":-122.1473,"name":"Meta","address":"1 Hacker Way","url":"https://about.meta.com/"}
//
// It fails for a text that is not valid UTF-8.
func (p Place) MarshalJSON() ([]byte, error) {
	if err := p.Check().Err(); err != nil {
		return nil, err
	}
	w := wire.NewWriter(nil)
	w.Object()
	if p.Point.set {
		var memory [MaxPointText]byte
		w.Key("latitude")
		w.Raw(string(appendDegrees(memory[:0], p.Point.latitude)))
		w.Key("longitude")
		w.Raw(string(appendDegrees(memory[:0], p.Point.longitude)))
	}
	w.Optional("name", p.Name)
	w.Optional("address", p.Address)
	w.Optional("url", p.URL)
	w.End()
	return w.Done()
}

// UnmarshalJSON reads Meta's location object. Each coordinate is a number, as
// Meta sends it, or a string with a number, as Meta's documents show it. Members
// that are null count as missing, and unknown ones are passed over. Refused, with
// the paths of all that is wrong: one coordinate without the other
// ([decorum.Required]), numbers that are none ([decorum.Malformed]) or
// [decorum.OutOfRange], a member that stands twice ([decorum.Duplicate]), values
// of another type ([decorum.WrongType]), half a surrogate pair, and invalid
// UTF-8. On error the place stays as it was.
func (p *Place) UnmarshalJSON(data []byte) error {
	if string(data) == "null" {
		return nil // as encoding/json asks of every type
	}
	r := wire.NewReader(data, wire.Limits{Bytes: MaxPlaceJSON})
	r.SkipNulls()
	place := readPlace(r)
	if err := r.Done(); err != nil {
		return err
	}
	*p = place
	return nil
}

// readPlace reads a location object.
func readPlace(r *wire.Reader) (p Place) {
	var latitude, longitude coordinate
	for key := range r.Object() {
		switch key {
		case "latitude":
			latitude = readCoordinate(r, maxLatitude)
		case "longitude":
			longitude = readCoordinate(r, maxLongitude)
		case "name":
			p.Name = r.Text()
		case "address":
			p.Address = r.Text()
		case "url":
			p.URL = r.Text()
		}
	}
	switch {
	case latitude.good && longitude.good:
		p.Point = exactly(latitude.degrees, longitude.degrees)
	case latitude.present && !longitude.present:
		r.Report(decorum.Violation{Code: decorum.Required, Path: "/longitude"})
	case longitude.present && !latitude.present:
		r.Report(decorum.Violation{Code: decorum.Required, Path: "/latitude"})
	}
	return p
}

// A coordinate is a member that is present, and good if it is a number within
// range.
type coordinate struct {
	degrees       float64
	present, good bool
}

// readCoordinate reads a number, or a string with one.
func readCoordinate(r *wire.Reader, most int64) coordinate {
	c := coordinate{present: true}
	if kind := r.Kind(); kind != wire.Number && kind != wire.String {
		_ = r.LooseText() // which tells of it
		return c
	}
	text := r.LooseText()
	var ok bool
	if c.degrees, ok = parseDegrees(text); !ok || len(text) > MaxPointText {
		r.Report(decorum.Violation{Code: decorum.Malformed, Want: wantNumber})
		return c
	}
	wrong := degreesWrong(nil, c.degrees, most, "", decorum.Span{})
	for _, v := range wrong {
		r.Report(v)
	}
	c.good = wrong == nil
	return c
}
