package location_test

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum/location"
)

func TestLO1WhatAHostDraws(t *testing.T) {
	preview := location.MustParseMapURL("https://maps.example.com/{LATITUDE},{LONGITUDE}/{WIDTH}x{HEIGHT}.png")
	browse := location.MustParseMapURL("https://www.example.com/?q={LATITUDE},{LONGITUDE}")
	const (
		image   = "https://maps.example.com/1.5,-2/300x200.png"
		mapPage = "https://www.example.com/?q=1.5,-2"
		own     = "https://philz.example/"
		evil    = "javascript:alert(1)"
	)
	both := location.Maps{Preview: preview, Browse: browse}
	point := location.MustParse("1.5,-2")
	size := location.Size{Width: 300, Height: 200}
	coordinates := location.Line{Kind: location.LineCoordinates, Text: "1.5,-2"}
	ownLine := location.Line{Kind: location.LineURL, Text: own, Link: own}
	evilLine := location.Line{Kind: location.LineURL, Text: evil}
	for _, c := range []struct {
		name  string
		maps  location.Maps
		place location.Place
		want  location.Preview
	}{
		{"point, both templates", both, location.Place{Point: point, URL: own}, location.Preview{
			ImageURL: image, Size: size, Link: mapPage,
			Lines: []location.Line{ownLine, coordinates}, Text: own + "\n1.5,-2\n" + mapPage,
		}},
		{"point, no preview template", location.Maps{Browse: browse}, location.Place{Point: point, URL: own}, location.Preview{
			Link: mapPage, Lines: []location.Line{ownLine, coordinates}, Text: own + "\n1.5,-2\n" + mapPage,
		}},
		{"point, no browse template", location.Maps{Preview: preview}, location.Place{Point: point, URL: own}, location.Preview{
			ImageURL: image, Size: size, Link: own,
			Lines: []location.Line{ownLine, coordinates}, Text: own + "\n1.5,-2",
		}},
		{"point, no browse template, own URL unsafe", location.Maps{Preview: preview}, location.Place{Point: point, URL: evil}, location.Preview{
			ImageURL: image, Size: size,
			Lines: []location.Line{evilLine, coordinates}, Text: evil + "\n1.5,-2",
		}},
		{"point, no templates", location.Maps{}, location.Place{Point: point, URL: own}, location.Preview{
			Link: own, Lines: []location.Line{ownLine, coordinates}, Text: own + "\n1.5,-2",
		}},
		{"point, no templates, no URL", location.Maps{}, location.Place{Point: point}, location.Preview{
			Lines: []location.Line{coordinates}, Text: "1.5,-2",
		}},
		{"point, own URL unsafe", both, location.Place{Point: point, URL: evil}, location.Preview{
			ImageURL: image, Size: size, Link: mapPage,
			Lines: []location.Line{evilLine, coordinates}, Text: evil + "\n1.5,-2\n" + mapPage,
		}},
		{"no point", both, location.Place{URL: own}, location.Preview{
			Link: own, Lines: []location.Line{ownLine}, Text: own,
		}},
		{"no point, own URL unsafe", both, location.Place{URL: evil}, location.Preview{
			Lines: []location.Line{evilLine}, Text: evil,
		}},
		{"no point, only a name", both, location.Place{Name: "Philz"}, location.Preview{
			Lines: []location.Line{{Kind: location.LineName, Text: "Philz"}}, Text: "Philz",
		}},
		{"nothing", both, location.Place{}, location.Preview{}},
		{"0,0", both, location.Place{Point: location.MustParse("0,0")}, location.Preview{
			ImageURL: "https://maps.example.com/0,0/300x200.png", Size: size, Link: "https://www.example.com/?q=0,0",
			Lines: []location.Line{{Kind: location.LineCoordinates, Text: "0,0"}}, Text: "0,0\nhttps://www.example.com/?q=0,0",
		}},
		{"a size of its own", location.Maps{Preview: preview, Size: location.Size{Width: 64}}, location.Place{Point: point}, location.Preview{
			ImageURL: "https://maps.example.com/1.5,-2/64x200.png", Size: location.Size{Width: 64, Height: 200},
			Lines: []location.Line{coordinates}, Text: "1.5,-2",
		}},
		{"placeholders of a customer's are never filled", location.Maps{}, location.Place{Point: point, Name: "{LATITUDE}", URL: own + "{WIDTH}"}, location.Preview{
			Link: own + "{WIDTH}",
			Lines: []location.Line{
				{Kind: location.LineName, Text: "{LATITUDE}"},
				{Kind: location.LineURL, Text: own + "{WIDTH}", Link: own + "{WIDTH}"},
				coordinates,
			},
			Text: "{LATITUDE}\n" + own + "{WIDTH}\n1.5,-2",
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, c.place.Preview(c.maps)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestLO4LinesInOrder(t *testing.T) {
	place := location.Place{
		Point: location.MustParse("37.44216251868683,-122.16153582049394"),
		Name:  "Philz Coffee", Address: "101 Forest Ave, Palo Alto", URL: "https://philz.example/",
	}
	want := []location.Line{
		{Kind: "name", Text: "Philz Coffee"},
		{Kind: "url", Text: "https://philz.example/", Link: "https://philz.example/"},
		{Kind: "address", Text: "101 Forest Ave, Palo Alto"},
		{Kind: "coordinates", Text: "37.44216251868683,-122.16153582049394"},
	}
	if diff := cmp.Diff(want, place.Preview(location.Maps{}).Lines); diff != "" {
		t.Error(diff)
	}
	// Each line only when it is there.
	for i, less := range []location.Place{
		{Point: place.Point, Address: place.Address, URL: place.URL},
		{Point: place.Point, Address: place.Address, Name: place.Name},
		{Point: place.Point, Name: place.Name, URL: place.URL},
		{Name: place.Name, Address: place.Address, URL: place.URL},
	} {
		var rest []location.Line
		rest = append(append(rest, want[:i]...), want[i+1:]...)
		if diff := cmp.Diff(rest, less.Preview(location.Maps{}).Lines); diff != "" {
			t.Error(diff)
		}
	}
}

func TestPreviewJSON(t *testing.T) {
	place := location.Place{Point: location.MustParse("1,2")}
	maps := location.Maps{Preview: location.MustParseMapURL("https://maps.example.com/{LATITUDE},{LONGITUDE}")}
	got, err := json.Marshal(place.Preview(maps))
	if err != nil {
		t.Fatal(err)
	}
	want := `{"image_url":"https://maps.example.com/1,2","size":{"width":300,"height":200},` +
		`"lines":[{"kind":"coordinates","text":"1,2"}],"text":"1,2"}`
	if diff := cmp.Diff(want, string(got)); diff != "" {
		t.Error(diff)
	}
	if got, err := json.Marshal(location.Preview{}); err != nil || string(got) != `{}` {
		t.Errorf("%s, %v", got, err)
	}
}

// TestLO4ANameIsOneLine: a name that a customer sends cannot pretend to be an
// address or a link in the text.
func TestLO4ANameIsOneLine(t *testing.T) {
	place := location.Place{Name: "Shop\nhttps://evil.example\r\n1,2\u2028x\u0085y\x1bz", Address: "Main St 1\tA\x7f~"}
	got := place.Preview(location.Maps{})
	if want := "Shop https://evil.example  1,2 x y z\nMain St 1 A ~"; got.Text != want {
		t.Errorf("%q, want %q", got.Text, want)
	}
	if got.Lines[0].Text != place.Name {
		t.Errorf("the line itself was changed to %q", got.Lines[0].Text)
	}
}
