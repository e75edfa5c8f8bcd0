package location

import (
	"bytes"
	"encoding/json"

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
	out := struct {
		Latitude  json.RawMessage `json:"latitude,omitempty"`
		Longitude json.RawMessage `json:"longitude,omitempty"`
		Name      string          `json:"name,omitempty"`
		Address   string          `json:"address,omitempty"`
		URL       string          `json:"url,omitempty"`
	}{Name: p.Name, Address: p.Address, URL: p.URL}
	if p.Point.set {
		out.Latitude = appendDegrees(nil, p.Point.latitude)
		out.Longitude = appendDegrees(nil, p.Point.longitude)
	}
	return json.Marshal(out)
}

// UnmarshalJSON reads Meta's location object. Each coordinate is a number, as
// Meta sends it, or a string with a number, as Meta's documents show it. Members
// that are null count as missing, and unknown ones are passed over. Refused, with
// the paths of all that is wrong: one coordinate without the other
// ([decorum.Required]), numbers that are none ([decorum.Malformed]) or
// [decorum.OutOfRange], a member that stands twice ([decorum.Duplicate]), texts
// of another type or with half a surrogate pair, and invalid UTF-8. On error the
// place stays as it was.
func (p *Place) UnmarshalJSON(data []byte) error {
	wrong := decorum.Violation{Code: decorum.Malformed, Severity: decorum.SeverityError}
	switch {
	case string(data) == "null":
		return nil // as encoding/json asks of every type
	case len(data) > MaxPlaceJSON:
		wrong.Code = decorum.TooLarge
		wrong.Limit, wrong.Actual, wrong.Unit = MaxPlaceJSON, int64(len(data)), decorum.Bytes
		return wrong.Err()
	case decorum.InvalidOffset(string(data)) >= 0:
		wrong.Code = decorum.InvalidUTF8
		return wrong.Err()
	case !json.Valid(data):
		wrong.Want = "JSON"
		return wrong.Err()
	}
	read := placeReader{decoder: json.NewDecoder(bytes.NewReader(data))}
	read.object()
	if err := read.vs.Err(); err != nil {
		return err
	}
	*p = read.place
	return nil
}

// The members of the object, each with a bit that tells that it was there.
const (
	memberLatitude = 1 << iota
	memberLongitude
	memberName
	memberAddress
	memberURL
)

// A placeReader reads one location object that is known to be valid JSON.
type placeReader struct {
	decoder             *json.Decoder
	place               Place
	latitude, longitude float64
	// seen are the members read so far, present the coordinates not null, and
	// good those of them that are numbers within range.
	seen, present, good uint8
	vs                  decorum.Violations
}

func (r *placeReader) wrong(key string, code decorum.Code, want string) {
	var root decorum.Path
	at := root.Key(key)
	r.vs = r.vs.Add(decorum.Violation{Code: code, Severity: decorum.SeverityError, Path: at.String(), Want: want})
}

func (r *placeReader) object() {
	if open, err := r.decoder.Token(); err != nil || open != json.Delim('{') {
		r.vs = r.vs.Add(decorum.Violation{Code: decorum.Malformed, Severity: decorum.SeverityError, Want: "an object"})
		return
	}
	for r.decoder.More() {
		key, err := r.decoder.Token()
		var raw json.RawMessage
		if err == nil {
			err = r.decoder.Decode(&raw)
		}
		name, ok := key.(string)
		if err != nil || !ok {
			return // not in valid JSON
		}
		r.member(name, raw)
	}
	const both = memberLatitude | memberLongitude
	switch r.present {
	case both:
		if r.good == both {
			r.place.Point = exactly(r.latitude, r.longitude)
		}
	case memberLatitude:
		r.wrong("longitude", decorum.Required, "")
	case memberLongitude:
		r.wrong("latitude", decorum.Required, "")
	}
}

func (r *placeReader) member(key string, raw json.RawMessage) {
	var bit uint8
	var text *string
	switch key {
	case "latitude":
		bit = memberLatitude
	case "longitude":
		bit = memberLongitude
	case "name":
		bit, text = memberName, &r.place.Name
	case "address":
		bit, text = memberAddress, &r.place.Address
	case "url":
		bit, text = memberURL, &r.place.URL
	default:
		return
	}
	if r.seen&bit != 0 {
		r.wrong(key, decorum.Duplicate, "")
		return
	}
	r.seen |= bit
	switch {
	case string(raw) == "null":
	case text != nil:
		// The strict reader: encoding/json puts U+FFFD for half a surrogate pair.
		read := wire.NewStringReader(string(raw), wire.Limits{})
		if *text = read.Text(); read.Done() != nil {
			r.wrong(key, decorum.Malformed, "a string")
		}
	case bit == memberLatitude:
		r.latitude = r.coordinate(key, raw, bit, maxLatitude)
	default:
		r.longitude = r.coordinate(key, raw, bit, maxLongitude)
	}
}

// coordinate reads a number, or a string with one.
func (r *placeReader) coordinate(key string, raw json.RawMessage, bit uint8, most int64) float64 {
	r.present |= bit
	text := string(raw)
	if text[0] == '"' && json.Unmarshal(raw, &text) != nil || len(text) > MaxPointText {
		r.wrong(key, decorum.Malformed, wantNumber)
		return 0
	}
	v, ok := parseDegrees(text)
	if !ok {
		r.wrong(key, decorum.Malformed, wantNumber)
		return 0
	}
	before := len(r.vs)
	if r.vs = degreesWrong(r.vs, v, most, "/"+key, decorum.Span{}); len(r.vs) == before {
		r.good |= bit
	}
	return v
}
