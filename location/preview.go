package location

import (
	"log/slog"
	"strings"
)

// A LineKind says what a line of a preview is, so that a screen can label it in
// its own language.
type LineKind string

// The kinds, in the order in which their lines stand.
const (
	// LineName: the name of the business or the place.
	LineName LineKind = "name"
	// LineURL: the place's own URL.
	LineURL LineKind = "url"
	// LineAddress: the full address.
	LineAddress LineKind = "address"
	// LineCoordinates: latitude and longitude, as [Point.String] gives them.
	LineCoordinates LineKind = "coordinates"
)

// A Line is one detail of a place, told only when it is there (rule LO4).
type Line struct {
	Kind LineKind `json:"kind"`
	// Text is what the sender shared: plain text, to be escaped by the host.
	Text string `json:"text"`
	// Link is where the line leads, empty for plain text. Only a LineURL has
	// one, and only if [Place.Link] lets it through.
	Link string `json:"link,omitempty"`
}

// A Preview is what a host draws for a place (rule LO1).
type Preview struct {
	// ImageURL is a static map to fetch and draw, empty for none. It tells the
	// map provider where the place is, and may hold an access key: it is for the
	// host, not for logs.
	ImageURL string `json:"image_url,omitempty"`
	// Size is how large to draw the image, in pixels; zero without one.
	Size Size `json:"size,omitzero"`
	// Link is where a click leads, empty for nowhere: always an http or https URL.
	Link string `json:"link,omitempty"`
	// Lines are the details of the place.
	Lines []Line `json:"lines,omitempty"`
	// Text says the same in plain text, one line each, with Link at the end
	// unless it stands there already: what to show without an image, or when it
	// cannot be had. It is empty only for a place that says nothing.
	Text string `json:"text,omitempty"`
}

// Preview returns what a host with these maps draws for the place:
//
//   - With a point: an image if there is a preview template, and a link to the
//     browse URL or, without a browse template, to the place's own URL.
//   - Without a point: no image, and a link to the place's own URL.
//
// The place's own URL is a link only if it is one: see [Place.Link].
func (p Place) Preview(maps Maps) Preview {
	own := p.Link()
	out := Preview{
		ImageURL: maps.Preview.Expand(p.Point, maps.Size),
		Link:     maps.Browse.Expand(p.Point, maps.Size),
		Lines:    p.lines(own),
	}
	if out.ImageURL != "" {
		out.Size = maps.Size.OrDefault()
	}
	if out.Link == "" {
		out.Link = own
	}
	texts := make([]string, 0, len(out.Lines)+1)
	for _, line := range out.Lines {
		texts = append(texts, oneLine(line.Text))
	}
	if out.Link != "" && out.Link != own {
		texts = append(texts, out.Link)
	}
	out.Text = strings.Join(texts, "\n")
	return out
}

// oneLine returns the text with a space for each character that would end a line
// or move about in it, so that a name cannot pretend to be other lines.
func oneLine(text string) string {
	plain := []byte(text)
	for i, c := range plain {
		if c < ' ' || c == 0x7F {
			plain[i] = ' '
		}
	}
	return strings.NewReplacer("\u0085", " ", "\u2028", " ", "\u2029", " ").Replace(string(plain))
}

// lines returns the details that are there, given the place's own link.
func (p Place) lines(own string) []Line {
	var lines []Line
	for _, line := range [...]Line{
		{Kind: LineName, Text: p.Name},
		{Kind: LineURL, Text: p.URL, Link: own},
		{Kind: LineAddress, Text: p.Address},
		{Kind: LineCoordinates, Text: p.Point.String()},
	} {
		if line.Text != "" {
			lines = append(lines, line)
		}
	}
	return lines
}

// LogValue returns a group of what there is to draw, without where the place is.
func (p Preview) LogValue() slog.Value {
	return slog.GroupValue(
		slog.Bool("image", p.ImageURL != ""),
		slog.Bool("link", p.Link != ""),
		slog.Int("lines", len(p.Lines)),
	)
}
