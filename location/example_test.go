package location_test

import (
	"encoding/json"
	"errors"
	"fmt"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/location"
)

func Example() {
	maps, err := location.Google("my-key")
	if err != nil {
		panic(err)
	}
	var place location.Place
	err = json.Unmarshal([]byte(`{
		"latitude": 37.44221496582, "longitude": -122.16165924072,
		"name": "Philz Coffee", "address": "101 Forest Ave, Palo Alto", "url": "https://philzcoffee.com/"
	}`), &place)
	if err != nil {
		panic(err)
	}
	preview := place.Preview(maps)
	fmt.Println("image:", preview.ImageURL)
	fmt.Println("click:", preview.Link)
	for _, line := range preview.Lines {
		fmt.Printf("%s: %s\n", line.Kind, line.Text)
	}
	// Output:
	// image: https://maps.googleapis.com/maps/api/staticmap?center=37.44221496582,-122.16165924072&zoom=15&size=300x200&markers=37.44221496582,-122.16165924072&key=my-key
	// click: https://www.google.com/maps/search/?api=1&query=37.44221496582,-122.16165924072
	// name: Philz Coffee
	// url: https://philzcoffee.com/
	// address: 101 Forest Ave, Palo Alto
	// coordinates: 37.44221496582,-122.16165924072
}

func ExampleNew() {
	p, err := location.New(37.4847, -122.1473)
	fmt.Println(p, err)
	_, err = location.New(91, 0)
	fmt.Println(err)
	// Output:
	// 37.4847,-122.1473 <nil>
	// /latitude: 91000000 microdegrees, at most 90000000
}

func ExampleParse() {
	p, err := location.Parse("37.4847, -122.1473")
	fmt.Println(p.Latitude(), p.Longitude(), err)
	zero, _ := location.Parse("0,0")
	fmt.Println(zero.IsZero(), location.Point{}.IsZero())
	// Output:
	// 37.4847 -122.1473 <nil>
	// false true
}

func ExampleParseMapURL() {
	_, err := location.ParseMapURL("https://maps.example.com/{LATITUDE}/{ZOOM}")
	for v := range decorum.All(err) {
		fmt.Println(v)
	}
	fmt.Println(errors.Is(err, decorum.Unknown))
	// Output:
	// not known (at byte 36); want {LATITUDE}, {LONGITUDE}, {HEIGHT}, {WIDTH}
	// missing; give a value; want {LONGITUDE}
	// true
}

func ExampleMapURL_AppendExpand() {
	u := location.MustParseMapURL("https://maps.example.com/{LONGITUDE},{LATITUDE}/{WIDTH}x{HEIGHT}.png")
	buf := make([]byte, 0, 256)
	buf = u.AppendExpand(buf, location.MustParse("37.4847,-122.1473"), location.Size{Width: 640, Height: 480})
	fmt.Println(string(buf))
	// Output: https://maps.example.com/-122.1473,37.4847/640x480.png
}

func ExampleMapURL_Check() {
	u, err := location.ParseMapURL("http://maps.example.com/{LATITUDE},{LONGITUDE}")
	fmt.Println(err, u.Check())
	// Output: <nil> [warning: not protected; use https (at byte 0); want https]
}

func ExampleMapURL_Redacted() {
	u := location.MustParseMapURL("https://maps.example.com/{LATITUDE},{LONGITUDE}.png?zoom=15&apikey=s3cret")
	fmt.Println(u.Redacted())
	// Output: https://maps.example.com/{LATITUDE},{LONGITUDE}.png?zoom=15&apikey=xxxxx
}

func ExamplePlace_Preview() {
	// The customer sent no coordinates, and a URL that is none.
	place := location.Place{Name: "Corner shop", URL: "javascript:alert(1)"}
	preview := place.Preview(location.Maps{})
	fmt.Printf("%q %q\n", preview.ImageURL, preview.Link)
	fmt.Println(preview.Text)
	// Output:
	// "" ""
	// Corner shop
	// javascript:alert(1)
}

func ExampleYandex() {
	maps, err := location.Yandex("my-key")
	if err != nil {
		panic(err)
	}
	fmt.Println(maps.Preview.Redacted())
	// Output: https://static-maps.yandex.ru/v1?ll={LONGITUDE},{LATITUDE}&z=15&size={WIDTH},{HEIGHT}&pt={LONGITUDE},{LATITUDE}&apikey=xxxxx
}

func ExampleMaps_Check() {
	maps := location.Maps{Size: location.Size{Width: 5000}}
	fmt.Println(maps.Check().Err())
	// Output: /size/width: 5000 pixels, at most 4096
}
