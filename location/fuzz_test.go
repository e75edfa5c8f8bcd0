package location_test

import (
	"encoding/json"
	"math"
	"net/url"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/location"
)

// checkError fails unless each violation of err is an error or a warning with a
// span that fits into the text, and no text shows the user's.
func checkError(t *testing.T, err error, text string) {
	t.Helper()
	vs := violations(err)
	if !vs.HasErrors() {
		t.Fatalf("an error without violations: %v", err)
	}
	for _, v := range vs {
		if _, ok := v.Span.In(text); !ok {
			t.Fatalf("%v: span %v does not fit", v, v.Span)
		}
		if v.Severity == 0 || !v.Code.Known() {
			t.Fatalf("unfit violation %#v", v)
		}
	}
}

// FuzzPoint: any two numbers either make a point whose text reads back as the
// same point and is strconv's, or are refused.
func FuzzPoint(f *testing.F) {
	f.Add(0.0, math.Copysign(0, -1))             // both zeros
	f.Add(37.4847, -122.1473)                    // ordinary
	f.Add(37.44216251868683, 179.9999912)        // needs a float64
	f.Add(90.0, -180.0)                          // the bounds
	f.Add(math.Nextafter(90, 91), 180.5)         // just past them
	f.Add(math.NaN(), math.Inf(-1))              // no numbers
	f.Add(5e-324, 2.2250738585072014e-308)       // the smallest
	f.Add(1e-12, 0.1234567890123)                // both ways of writing
	f.Add(math.Nextafter(100, 0), 99.9999999999) // carries
	f.Fuzz(func(t *testing.T, latitude, longitude float64) {
		p, err := location.New(latitude, longitude)
		within := math.Abs(latitude) <= 90 && math.Abs(longitude) <= 180
		if within != (err == nil) || within == p.IsZero() {
			t.Fatalf("New: %v, %v", p, err)
		}
		if err != nil {
			checkError(t, err, "")
			return
		}
		want := strconv.FormatFloat(latitude+0, 'f', -1, 64) + "," + strconv.FormatFloat(longitude+0, 'f', -1, 64)
		if p.String() != want {
			t.Fatalf("String: %s, want %s", p, want)
		}
		if back, err := location.Parse(want); err != nil || back != p {
			t.Fatalf("Parse: %v, %v", back, err)
		}
	})
}

// FuzzParse: what is read is within range, and its text reads back as the same.
func FuzzParse(f *testing.F) {
	for _, s := range []string{
		"37.4847,-122.1473", " 1 , 2 ", "0,0", "-0,+0", ".5,5.", "1e1,1E-5", "NaN,Inf", "0x1p0,0", "1_0,0",
		"37,4847,-122,1473", "90.0000001,0", "0,-180.0000001", "1e999,1e-999", "", ",", "٣,٤", "\xff,0", "1,2,",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		p, err := location.Parse(s)
		if err != nil {
			checkError(t, err, s)
			return
		}
		if math.Abs(p.Latitude()) > 90 || math.Abs(p.Longitude()) > 180 {
			t.Fatalf("out of range: %v", p)
		}
		if back, err := location.Parse(p.String()); err != nil || back != p {
			t.Fatalf("%q gives %s, which gives %v, %v", s, p, back, err)
		}
	})
}

// FuzzMapURL: an accepted template expands, for every point, to a URL of its own
// scheme and host, as a naive replacement does, and its redacted form has none of
// its key.
func FuzzMapURL(f *testing.F) {
	for _, s := range []string{
		"https://maps.example.com/{LATITUDE},{LONGITUDE}/{WIDTH}x{HEIGHT}?key=secret",
		"http://localhost:8080/map?ll={LONGITUDE},{LATITUDE}#{LATITUDE}",
		"HTTPS://10.0.0.5?{LATITUDE}{LONGITUDE}",
		"https://{LATITUDE}.example.com/{LONGITUDE}",
		"https://example.com{LATITUDE}{LONGITUDE}",
		"https://user:pass@example.com/{LATITUDE}{LONGITUDE}",
		"https://example.com:{WIDTH}/{LATITUDE}{LONGITUDE}",
		"javascript:alert({LATITUDE},{LONGITUDE})",
		"https:/example.com/{LATITUDE}{LONGITUDE}",
		"//example.com/{LATITUDE}{LONGITUDE}",
		"https://example.com/{LATITUDE}{LONGITUDE}{ZOOM}{latitude}{}",
		"https://example.com/{LATITUDE{LONGITUDE}}%{WIDTH}%4",
		"https://example.com/{LATITUDE}{LONGITUDE}\r\nX: y",
		"https://еxample.com/\u202e{LATITUDE}{LONGITUDE}\xff",
		"https://0x7f.1/{LATITUDE}{LONGITUDE}", "https://[::1]/{LATITUDE}{LONGITUDE}",
		"https://a\\@b/{LATITUDE}{LONGITUDE}", "{", "}", "", ":", "://", "https://", "https://:1",
	} {
		f.Add(s, 37.4847, -122.1473)
	}
	f.Fuzz(func(t *testing.T, s string, latitude, longitude float64) {
		u, err := location.ParseMapURL(s)
		if err != nil {
			checkError(t, err, s)
			return
		}
		if u.String() != s || u.Check().HasErrors() {
			t.Fatalf("%q became %q with %v", s, u, u.Check())
		}
		p, err := location.New(latitude, longitude)
		if err != nil {
			return
		}
		got := u.Expand(p, location.Size{Width: 640})
		if s == "" {
			if got != "" {
				t.Fatalf("no template gives %q", got)
			}
			return
		}
		lat, lng, _ := strings.Cut(p.String(), ",")
		naive := strings.NewReplacer("{LATITUDE}", lat, "{LONGITUDE}", lng, "{WIDTH}", "640", "{HEIGHT}", "200").Replace(s)
		if got != naive {
			t.Fatalf("%q gives %q, want %q", s, got, naive)
		}
		if strings.ContainsAny(got, "{}") {
			t.Fatalf("braces left: %q", got)
		}
		before, err := url.Parse(strings.NewReplacer("{", "", "}", "").Replace(s))
		if err != nil {
			t.Fatal(err)
		}
		after, err := url.Parse(got)
		if err != nil {
			t.Fatal(err)
		}
		if after.Scheme != before.Scheme || after.Host != before.Host || after.Host == "" || after.User != nil || after.Opaque != "" {
			t.Fatalf("%q became %q", s, got)
		}
		const key = "Zq7-Yx9-secret-Wv5-Tr3"
		if !strings.Contains(s, "#") && strings.Contains(s, "?") {
			with, err := location.ParseMapURL(s + "&api_key=" + key)
			if err != nil {
				t.Fatal(err)
			}
			if strings.Contains(with.Redacted(), key) {
				t.Fatalf("the key is left in %q", with.Redacted())
			}
		}
	})
}

// FuzzPlaceJSON: what is read can be written and reads back as the same place.
func FuzzPlaceJSON(f *testing.F) {
	for _, s := range []string{
		`{"latitude":37.44221496582,"longitude":-122.16165924072,"name":"Philz Coffee","url":"https://philzcoffee.com/"}`,
		`{"latitude":"37.44216251868683","longitude":"-122.16153582049394","address":"101 Forest Ave"}`,
		`{"latitude":0,"longitude":-0.0}`, `{"latitude":1e1,"longitude":1E-400}`, `{}`, `null`, `[]`, `{"latitude":null}`,
		`{"latitude":91,"longitude":true}`, `{"latitude":1,"latitude":2,"longitude":3}`, `{"name":1,"url":null}`,
		"{\"name\":\"\xff\"}", `{"name":"\ud800<&>"}`, `{"x":[{}],"latitude":"","longitude":{}}`, `{"latitude":1`,
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var p location.Place
		if err := p.UnmarshalJSON(data); err != nil {
			checkError(t, err, string(data))
			if p != (location.Place{}) {
				t.Fatalf("%q is refused but left %+v", data, p)
			}
			return
		}
		out, err := json.Marshal(p)
		if err != nil {
			t.Fatal(err)
		}
		var back location.Place
		if err := json.Unmarshal(out, &back); err != nil || back != p {
			t.Fatalf("%q gives %+v, then %s, then %+v, %v", data, p, out, back, err)
		}
	})
}

// FuzzPreview: whatever a customer sends, a link is a web address without a user
// name, and nothing that was sent is lost from the lines.
func FuzzPreview(f *testing.F) {
	for _, s := range []string{
		"https://philzcoffee.com/", "HTTP://EXAMPLE.COM:80/a?b#c", "javascript:alert(1)", " https://x.example",
		"https://bank.example@evil.example/", "https://bank.example\\@evil.example", "https://x.example/\u202egnp",
		"https:///x", "https://0x7f.1", "https://127.0.0.1", "https://x.example/über-uns", "https://x.example/%zz",
		"data:text/html,x", "https://еxample.com", "//x.example", "https://x.example/{LATITUDE}", "\xff", "",
	} {
		f.Add("Philz Coffee", s)
	}
	f.Add("Philz\nCoffee\r\nhttps://evil.example\u2028\u0085\x7f", "")
	maps := location.Maps{
		Preview: location.MustParseMapURL("https://maps.example.com/{LATITUDE},{LONGITUDE}"),
	}
	f.Fuzz(func(t *testing.T, name, address string) {
		place := location.Place{Name: name, URL: address}
		for _, point := range []location.Point{{}, location.MustParse("1,2")} {
			place.Point = point
			got := place.Preview(maps)
			if (got.ImageURL != "") == point.IsZero() {
				t.Fatalf("image %q for %v", got.ImageURL, point)
			}
			if got.Link != "" && got.Link != address {
				t.Fatalf("link %q", got.Link)
			}
			if got.Link != "" {
				u, err := url.Parse(got.Link)
				if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || u.User != nil {
					t.Fatalf("link %q: %v, %v", got.Link, u, err)
				}
				if !utf8.ValidString(got.Link) || strings.ContainsAny(got.Link, " \t\r\n\\<>\"\u202e\u200b") {
					t.Fatalf("link %q", got.Link)
				}
			}
			if lines := strings.Count(got.Text, "\n"); lines >= len(got.Lines)+1 || lines > 0 && lines < len(got.Lines)-1 {
				t.Fatalf("%d lines in the text %q", lines+1, got.Text)
			}
			for _, line := range got.Lines {
				if line.Text != name && line.Text != address && line.Text != point.String() {
					t.Fatalf("line %q", line.Text)
				}
			}
			unsafe := place.Check().Has(decorum.Unsafe)
			if unsafe != (address != "" && got.Link == "" && utf8.ValidString(address)) {
				t.Fatalf("%q: link %q, unsafe %v", address, got.Link, unsafe)
			}
		}
	})
}
