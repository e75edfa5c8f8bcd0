package message

import (
	"log/slog"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/internal/wire"
	"github.com/decorum-go/decorum/location"
)

// Location is a message with a place. Its JSON has the members of the place:
//
//	{"type":"location","latitude":37.4847,"longitude":-122.1473,"name":"Meta"}
type Location struct {
	// Place is the place; it may have no point.
	Place location.Place
	// Extra keeps the members of the JSON that this version does not know.
	Extra Extra
}

// Equal reports whether both hold the same, as == does.
func (o Location) Equal(p Location) bool { return o == p }

// Kind returns [KindLocation].
func (o Location) Kind() Kind { return KindLocation }

// Check tells of a place without a point, and what [location.Place.Check] tells.
func (o Location) Check(Limits) decorum.Violations {
	var r report
	var root decorum.Path
	if o.Place.Point.IsZero() {
		latitude, longitude := root.Key("latitude"), root.Key("longitude")
		r.wrong(&latitude, decorum.Required, "")
		r.wrong(&longitude, decorum.Required, "")
	}
	r.vs = r.vs.Join(nil, o.Place.Check())
	return r.vs
}

// Preview returns the name, else the address, else the coordinates, else the
// place's own URL.
func (o Location) Preview() Preview {
	for _, text := range [...]string{o.Place.Name, o.Place.Address, o.Place.Point.String()} {
		if p := preview(KindLocation, text); p.Text != "" {
			return p
		}
	}
	return preview(KindLocation, o.Place.URL)
}

// AppendJSON appends the message as JSON.
func (o Location) AppendJSON(dst []byte) ([]byte, error) { return appendMessage(dst, o) }

// MarshalJSON returns what AppendJSON appends.
func (o Location) MarshalJSON() ([]byte, error) { return appendMessage(nil, o) }

// UnmarshalJSON reads a message of this kind. On an error o stays as it is.
func (o *Location) UnmarshalJSON(data []byte) error { return readJSON(data, o, readLocation) }

// LogValue returns the kind, and the place as it may be logged.
func (o Location) LogValue() slog.Value {
	return slog.GroupValue(slog.String("kind", string(KindLocation)), slog.Any("place", o.Place.LogValue()))
}

func (Location) message() {}

func readLocation(r *wire.Reader) (o Location) {
	var rest members
	var degrees [2]float64
	var seen [2]bool
	for name := range r.Object() {
		switch name {
		case "type":
			readKind(r, KindLocation)
		case "latitude":
			degrees[0], seen[0] = readDegrees(r, 0)
		case "longitude":
			degrees[1], seen[1] = readDegrees(r, 1)
		case "name":
			o.Place.Name = r.Text()
		case "address":
			o.Place.Address = r.Text()
		case "url":
			o.Place.URL = r.Text()
		default:
			rest.read(r, name)
		}
	}
	switch {
	case seen[0] && seen[1]:
		o.Place.Point, _ = location.New(degrees[0], degrees[1])
	case seen[0]:
		r.Report(decorum.Violation{Code: decorum.Required, Path: "/longitude"})
	case seen[1]:
		r.Report(decorum.Violation{Code: decorum.Required, Path: "/latitude"})
	}
	o.Extra = rest.extra()
	return o
}

// readDegrees reads a coordinate, the latitude or the longitude, and reports one
// out of range.
func readDegrees(r *wire.Reader, which int) (float64, bool) {
	var pair [2]float64
	pair[which] = r.Float64()
	_, err := location.New(pair[0], pair[1])
	for v := range decorum.All(err) {
		v.Path = ""
		r.Report(v)
	}
	return pair[which], true
}

func (o *Location) write(w *wire.Writer) {
	begin(w, KindLocation)
	if p := o.Place.Point; !p.IsZero() {
		w.Key("latitude")
		w.Float64(p.Latitude())
		w.Key("longitude")
		w.Float64(p.Longitude())
	}
	w.Optional("name", o.Place.Name)
	w.Optional("address", o.Place.Address)
	w.Optional("url", o.Place.URL)
	end(w, o.Extra)
}
