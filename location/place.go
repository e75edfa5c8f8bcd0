package location

import (
	"log/slog"

	"github.com/decorum-go/decorum"
)

// A Place is a location as WhatsApp carries it: a point and what the sender
// shared about it. Every part may be missing. WhatsApp sends a URL for places
// that are a business.
//
// The zero Place says nothing.
type Place struct {
	// Point is where the place is; the zero Point if the sender did not say.
	Point Point
	// Name is the name of the business or the place.
	Name string
	// Address is the full address, in whatever form the sender's map gave it.
	Address string
	// URL is the web address of the place. It comes from the sender and may be
	// anything: see [Place.Link].
	URL string
}

// Check returns what is wrong with the texts of the place: [decorum.InvalidUTF8]
// at "/name", "/address" and "/url", and as a warning [decorum.Unsafe] for a URL
// that [Place.Link] does not let through. A Point is always right, and none of
// the parts must be there.
func (p Place) Check() decorum.Violations {
	var vs decorum.Violations
	var root decorum.Path
	texts := [...]struct{ key, text string }{{"name", p.Name}, {"address", p.Address}, {"url", p.URL}}
	for _, t := range texts {
		at := root.Key(t.key)
		// No length is documented for any of them.
		vs = decorum.Limit{}.Check(vs, &at, t.text)
	}
	if p.URL != "" && p.Link() == "" && decorum.InvalidOffset(p.URL) < 0 {
		vs = vs.Add(decorum.Violation{
			Code: decorum.Unsafe, Severity: decorum.SeverityWarning, Path: "/url",
			Want: "an http or https URL",
		})
	}
	return vs
}

// Link returns the place's URL if an agent may be given it as a link, and else
// an empty string (rule LO1). It must be a well-formed http or https URL with a
// host name or an IPv4 address in plain ASCII, no user name or password, and no
// character that is blank, invisible or changes the direction of the text:
// "javascript:…" and "https://bank.example@evil.example" are no links.
func (p Place) Link() string {
	if !isWebURL(p.URL) {
		return ""
	}
	return p.URL
}

// LogValue returns a group of the point in whole degrees and which texts are
// there, without what they say.
func (p Place) LogValue() slog.Value {
	return slog.GroupValue(
		slog.Any("point", p.Point.LogValue()),
		slog.Bool("name", p.Name != ""),
		slog.Bool("address", p.Address != ""),
		slog.Bool("url", p.URL != ""),
	)
}
