package cloudapi

import (
	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/internal/wire"
	"github.com/decorum-go/decorum/location"
	"github.com/decorum-go/decorum/whatsapp/message"
)

// readLocation reads the object of a place, of either direction. Meta sends
// numbers and asks for strings; both are read. A coordinate out of range or
// without its other half is reported.
func readLocation(r *wire.Reader) (l message.Location) {
	var degrees [2]float64
	var seen [2]bool
	var left rest
	for name := range r.Object() {
		switch name {
		case "latitude":
			degrees[0], seen[0] = readDegrees(r, 0), true
		case "longitude":
			degrees[1], seen[1] = readDegrees(r, 1), true
		case "name":
			l.Place.Name = r.Text()
		case "address":
			l.Place.Address = r.Text()
		case "url":
			l.Place.URL = r.Text()
		default:
			left.read(r, name)
		}
	}
	switch {
	case seen[0] && seen[1]:
		l.Place.Point, _ = location.New(degrees[0], degrees[1])
	case seen[0]:
		r.Report(decorum.Violation{Code: decorum.Required, Path: "/longitude"})
	case seen[1]:
		r.Report(decorum.Violation{Code: decorum.Required, Path: "/latitude"})
	}
	l.Extra = left.extra()
	return l
}

// readDegrees reads a latitude (0) or a longitude (1), and reports one that is
// out of range.
func readDegrees(r *wire.Reader, which int) float64 {
	var pair [2]float64
	pair[which] = r.LooseFloat64()
	_, err := location.New(pair[0], pair[1])
	for v := range decorum.All(err) {
		v.Path, v.Span = "", decorum.Span{}
		r.Report(v)
	}
	return pair[which]
}
