// Package location holds points on the earth, the places that customers send,
// and the map URLs that show them (guide rules LO1 to LO4).
//
// A [Point] is a latitude and a longitude in decimal degrees (WGS 84). The zero
// Point is no point at all; 0,0 in the Gulf of Guinea is a real one.
//
// A [Place] is a WhatsApp location: a point that may be missing, with the name,
// the address and the URL that the customer shared along. It reads and writes
// Meta's JSON.
//
// A [MapURL] is the URL template of a map provider with the placeholders
// {LATITUDE}, {LONGITUDE}, {WIDTH} and {HEIGHT}. [ParseMapURL] refuses every
// template whose expansion could be anything but a plain web address of the
// template's own host; after that only decimal numbers are put in. The library
// never fetches anything.
//
// [Maps] holds the four options of a host, and [Place.Preview] tells what to
// draw for a place: an image, a link, lines, or plain text.
package location
