package template

import (
	"github.com/decorum-go/decorum/attachment"
	"github.com/decorum-go/decorum/location"
)

// Header is what stands above the body of a structured message. It is a sealed
// union of [TextHeader], [MediaHeader], [LocationHeader] and [UnknownHeader]; nil
// is no header. In JSON their "type" is text, image, video, document or location.
type Header interface{ header() }

// TextHeader is a line of text; that of a notification may have one placeholder.
type TextHeader struct {
	Text string `json:"text"`
	// Extra keeps the members of the JSON that this version does not know.
	Extra Extra `json:"-"`
}

// MediaHeader is an image, a video or a document, which WhatsApp gets by the id
// of an upload or by a link. In the definition of a notification both may be
// empty: then each message brings its own file ([Arguments.Media]).
//
// The zero MediaHeader is no file.
type MediaHeader struct {
	// Kind is Image, Video or Document.
	Kind attachment.Kind `json:"type"`
	// ID is what Meta returned for the upload.
	ID string `json:"id,omitempty"`
	// Link is the web address that Meta fetches the file from.
	Link string `json:"link,omitempty"`
	// Name is the file name that customer and agent see.
	Name string `json:"name,omitempty"`
	// Extra keeps the members of the JSON that this version does not know.
	Extra Extra `json:"-"`
}

// LocationHeader is a place on a map. In the definition of a notification the
// place may be the zero Place: then each message brings its own
// ([Arguments.Place]).
type LocationHeader struct {
	Place location.Place `json:"place,omitzero"`
	// Extra keeps the members of the JSON that this version does not know.
	Extra Extra `json:"-"`
}

// UnknownHeader is a header of a type that this version does not know, such as
// Meta's "product".
type UnknownHeader struct {
	// Type is the "type" of the JSON; it may be empty.
	Type string
	// Raw is the whole JSON object.
	Raw string
}

func (TextHeader) header()     {}
func (MediaHeader) header()    {}
func (LocationHeader) header() {}
func (UnknownHeader) header()  {}

// The types of headers in JSON; a MediaHeader has its kind's name.
const (
	typeText     = "text"
	typeLocation = "location"
)

// empty reports whether the header names no file.
func (m MediaHeader) empty() bool { return m.ID == "" && m.Link == "" }
