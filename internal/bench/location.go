package main

import (
	"io"
	"strconv"
	"strings"

	"github.com/valyala/fasttemplate"

	"github.com/decorum-go/decorum/location"
)

// A byteSink is a reused buffer that fasttemplate can write to.
type byteSink struct{ bytes []byte }

func (b *byteSink) Write(p []byte) (int, error) {
	b.bytes = append(b.bytes, p...)
	return len(p), nil
}

// WriteString spares the peers a copy.
//
//nolint:unparam // io.StringWriter wants the error
func (b *byteSink) WriteString(s string) (int, error) {
	b.bytes = append(b.bytes, s...)
	return len(s), nil
}

func locationAreas() []area {
	const template = "https://maps.googleapis.com/maps/api/staticmap?center={LATITUDE},{LONGITUDE}&zoom=15" +
		"&size={WIDTH}x{HEIGHT}&markers={LATITUDE},{LONGITUDE}&key=AIzaSyExampleKey"
	var areas []area
	for _, in := range []struct {
		name                string
		latitude, longitude float64
	}{
		{"4 decimals", 37.4847, -122.1473},
		{"11 decimals, as Meta sends", 37.44221496582, -122.16165924072},
		{"all digits of a float64", 37.44216251868683, -122.16153582049394},
	} {
		areas = append(areas, expandArea(template, in.name, in.latitude, in.longitude))
	}
	return areas
}

func expandArea(template, name string, latitude, longitude float64) area {
	const width, height = 640, 480
	u := location.MustParseMapURL(template)
	size := location.Size{Width: width, Height: height}
	point, err := location.New(latitude, longitude)
	if err != nil {
		panic(err)
	}
	ours := make([]byte, 0, 512)
	want := u.Expand(point, size)

	compiled := fasttemplate.New(template, "{", "}")
	buf := &byteSink{make([]byte, 0, 512)}
	numbers := func(w io.Writer, tag string) (int, error) {
		switch tag {
		case "LATITUDE":
			return io.WriteString(w, strconv.FormatFloat(latitude, 'f', -1, 64))
		case "LONGITUDE":
			return io.WriteString(w, strconv.FormatFloat(longitude, 'f', -1, 64))
		case "WIDTH":
			return io.WriteString(w, strconv.Itoa(width))
		default:
			return io.WriteString(w, strconv.Itoa(height))
		}
	}
	numbersReused := func() {
		buf.bytes = buf.bytes[:0]
		if _, err := compiled.ExecuteFunc(buf, numbers); err != nil {
			panic(err)
		}
	}
	scratch := make([]byte, 0, 32)
	appended := func(w io.Writer, tag string) (int, error) {
		switch tag {
		case "LATITUDE":
			scratch = strconv.AppendFloat(scratch[:0], latitude, 'f', -1, 64)
		case "LONGITUDE":
			scratch = strconv.AppendFloat(scratch[:0], longitude, 'f', -1, 64)
		case "WIDTH":
			scratch = strconv.AppendInt(scratch[:0], width, 10)
		default:
			scratch = strconv.AppendInt(scratch[:0], height, 10)
		}
		return w.Write(scratch)
	}
	appendedReused := func() {
		buf.bytes = buf.bytes[:0]
		if _, err := compiled.ExecuteFunc(buf, appended); err != nil {
			panic(err)
		}
	}
	texts := map[string][]byte{
		"LATITUDE":  strconv.AppendFloat(nil, latitude, 'f', -1, 64),
		"LONGITUDE": strconv.AppendFloat(nil, longitude, 'f', -1, 64),
		"WIDTH":     strconv.AppendInt(nil, width, 10),
		"HEIGHT":    strconv.AppendInt(nil, height, 10),
	}
	formatted := func(w io.Writer, tag string) (int, error) { return w.Write(texts[tag]) }
	formattedReused := func() {
		buf.bytes = buf.bytes[:0]
		if _, err := compiled.ExecuteFunc(buf, formatted); err != nil {
			panic(err)
		}
	}
	replaceAll := func() string {
		s := strings.ReplaceAll(template, "{LATITUDE}", strconv.FormatFloat(latitude, 'f', -1, 64))
		s = strings.ReplaceAll(s, "{LONGITUDE}", strconv.FormatFloat(longitude, 'f', -1, 64))
		s = strings.ReplaceAll(s, "{WIDTH}", strconv.Itoa(width))
		return strings.ReplaceAll(s, "{HEIGHT}", strconv.Itoa(height))
	}
	return area{
		name: "location: expand a map URL, " + name,
		check: func() error {
			numbersReused()
			if err := same(want, string(buf.bytes)); err != nil {
				return err
			}
			appendedReused()
			if err := same(want, string(buf.bytes)); err != nil {
				return err
			}
			formattedReused()
			if err := same(want, string(buf.bytes)); err != nil {
				return err
			}
			return same(want, replaceAll())
		},
		candidates: []candidate{
			{name: "MapURL.AppendExpand", run: func() { ours = u.AppendExpand(ours[:0], point, size); sink += len(ours) }},
			{name: "fasttemplate.ExecuteFunc + FormatFloat, reused buffer", run: numbersReused, target: 3},
			{name: "fasttemplate.ExecuteFunc + AppendFloat, reused buffers", run: appendedReused},
			{name: "fasttemplate.ExecuteFunc, numbers already formatted", run: formattedReused},
			{name: "strings.ReplaceAll ×4 + FormatFloat", run: func() { sink += len(replaceAll()) }},
			{name: "MapURL.Expand (to a string)", run: func() { sink += len(u.Expand(point, size)) }},
			{name: "copy of the answer", run: func() { ours = append(ours[:0], want...); sink += len(ours) }, limit: true},
		},
	}
}
