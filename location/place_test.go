package location_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/location"
)

func TestKeysAreAsLongAsTheyWere(t *testing.T) {
	if location.MaxKey != 512 || location.MaxPlaceJSON != 65536 {
		t.Errorf("%d, %d", location.MaxKey, location.MaxPlaceJSON)
	}
}

func TestPlaceJSON(t *testing.T) {
	const full = `{"latitude":37.44216251868683,"longitude":-122.1,"name":"Philz \u0026 Co","address":"101 Forest Ave","url":"https://philz.example/"}`
	place := location.Place{
		Point: location.MustParse("37.44216251868683,-122.1"),
		Name:  "Philz & Co", Address: "101 Forest Ave", URL: "https://philz.example/",
	}
	for _, c := range []struct {
		name, in string
		want     location.Place
		out      string
	}{
		{"all of it", full, place, full},
		{
			"strings, blanks, another order",
			` { "url" : "https://philz.example/", "longitude" : "-122.10", "latitude":"37.44216251868683", "address":"101 Forest Ave","name":"Philz & Co"}`,
			place, full,
		},
		{"a string and a number", `{"latitude":"1.5","longitude":2}`, location.Place{Point: location.MustParse("1.5,2")}, `{"latitude":1.5,"longitude":2}`},
		{"0,0 is there", `{"latitude":0,"longitude":-0.0}`, location.Place{Point: location.MustParse("0,0")}, `{"latitude":0,"longitude":0}`},
		{"exponents", `{"latitude":1e1,"longitude":"1E-20"}`, location.Place{Point: location.MustParse("10,1e-20")}, `{"latitude":10,"longitude":0.00000000000000000001}`},
		{"only a name", `{"name":"Here"}`, location.Place{Name: "Here"}, `{"name":"Here"}`},
		{"null is missing", `{"latitude":null,"longitude":null,"name":null,"url":null}`, location.Place{}, `{}`},
		{"empty", `{}`, location.Place{}, `{}`},
		{"unknown members", `{"live":{"a":[1]},"Latitude":91,"name":"x"}`, location.Place{Name: "x"}, `{"name":"x"}`},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got location.Place
			if err := json.Unmarshal([]byte(c.in), &got); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.want, got, cmp.AllowUnexported(location.Point{})); diff != "" {
				t.Error(diff)
			}
			out, err := json.Marshal(got)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.out, string(out)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestPlaceJSONRefuses(t *testing.T) {
	const (
		number = "a decimal number with a dot"
		pair   = "both halves of a surrogate pair"
	)
	wrong := func(code decorum.Code, path, want string) decorum.Violation {
		return decorum.Violation{Code: code, Severity: decorum.SeverityError, Path: path, Want: want}
	}
	at := func(start, end int, v decorum.Violation) decorum.Violation {
		v.Span = decorum.Span{Start: start, End: end}
		return v
	}
	outOf := func(path string, limit, actual int64) decorum.Violation {
		return decorum.Violation{
			Code: decorum.OutOfRange, Severity: decorum.SeverityError, Path: path,
			Limit: limit, Actual: actual, Unit: decorum.MicroDegrees,
		}
	}
	for _, c := range []struct {
		name, in string
		want     decorum.Violations
	}{
		{"out of range, both", `{"latitude":-233,"longitude":"180.5"}`, decorum.Violations{
			outOf("/latitude", -90e6, -233e6), outOf("/longitude", 180e6, 180.5e6),
		}},
		{"longitude missing", `{"latitude":1}`, decorum.Violations{wrong(decorum.Required, "/longitude", "")}},
		{"latitude missing", `{"longitude":1,"latitude":null}`, decorum.Violations{wrong(decorum.Required, "/latitude", "")}},
		{"no numbers", `{"latitude":"LATITUDE","longitude":true}`, decorum.Violations{
			wrong(decorum.Malformed, "/latitude", number), at(35, 39, wrong(decorum.WrongType, "/longitude", "a string or a number")),
		}},
		{"empty strings", `{"latitude":"","longitude":" 1"}`, decorum.Violations{
			wrong(decorum.Malformed, "/latitude", number), wrong(decorum.Malformed, "/longitude", number),
		}},
		{"decimal comma", `{"latitude":"1,5","longitude":"NaN"}`, decorum.Violations{
			wrong(decorum.Malformed, "/latitude", number), wrong(decorum.Malformed, "/longitude", number),
		}},
		{"a number too long", `{"latitude":1,"longitude":0.` + strings.Repeat("0", 1024) + `}`, decorum.Violations{wrong(decorum.Malformed, "/longitude", number)}},
		{"twice", `{"name":"a","latitude":1,"longitude":2,"latitude":1,"name":"b"}`, decorum.Violations{
			at(39, 49, wrong(decorum.Duplicate, "/latitude", "")), at(52, 58, wrong(decorum.Duplicate, "/name", "")),
		}},
		{"twice, spelt with an escape", `{"name":"a","n\u0061me":"b"}`, decorum.Violations{at(12, 23, wrong(decorum.Duplicate, "", ""))}},
		{"one coordinate is wrong, the other missing", `{"latitude":-91}`, decorum.Violations{
			outOf("/latitude", -90e6, -91e6), wrong(decorum.Required, "/longitude", ""),
		}},
		{"texts of other types", `{"name":1,"address":{},"url":["x"]}`, decorum.Violations{
			at(8, 9, wrong(decorum.WrongType, "/name", "a string")), at(20, 22, wrong(decorum.WrongType, "/address", "a string")),
			at(29, 34, wrong(decorum.WrongType, "/url", "a string")),
		}},
		{"half a surrogate pair, which no text is", `{"name":"\ud800","address":"\udc00\ud800"}`, decorum.Violations{
			at(9, 15, wrong(decorum.Malformed, "/name", pair)), at(28, 34, wrong(decorum.Malformed, "/address", pair)),
		}},
		{"an array", `[1,2]`, decorum.Violations{at(0, 5, wrong(decorum.WrongType, "", "an object"))}},
		{"a string", `"1,2"`, decorum.Violations{at(0, 5, wrong(decorum.WrongType, "", "an object"))}},
		{"no JSON", `{"latitude":1,`, decorum.Violations{at(14, 14, wrong(decorum.Malformed, "", "a name in double quotes"))}},
		{"not UTF-8 at once", "\xff", decorum.Violations{at(0, 1, wrong(decorum.Malformed, "", "a JSON value"))}},
		{"not UTF-8", "{\"name\":\"\xff\"}", decorum.Violations{at(9, 10, wrong(decorum.InvalidUTF8, "/name", ""))}},
		{"too large", `{"name":"` + strings.Repeat("a", location.MaxPlaceJSON) + `"}`, decorum.Violations{{
			Code: decorum.TooLarge, Severity: decorum.SeverityError,
			Limit: location.MaxPlaceJSON, Actual: location.MaxPlaceJSON + 11, Unit: decorum.Bytes,
		}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			before := location.Place{Name: "before"}
			got := before
			err := got.UnmarshalJSON([]byte(c.in))
			if diff := cmp.Diff(c.want, violations(err)); diff != "" {
				t.Error(diff)
			}
			if got != before {
				t.Errorf("the place became %+v", got)
			}
		})
	}
	longest := `{"latitude":1,"longitude":0.` + strings.Repeat("0", location.MaxPointText-2) + `}`
	if err := new(location.Place).UnmarshalJSON([]byte(longest)); err != nil {
		t.Errorf("the longest number: %v", err)
	}
	largest := `{"name":"` + strings.Repeat("a", location.MaxPlaceJSON-11) + `"}`
	if err := new(location.Place).UnmarshalJSON([]byte(largest)); err != nil {
		t.Errorf("the largest: %v", err)
	}
}

func TestPlaceJSONIsNotWrittenFromInvalidUTF8(t *testing.T) {
	if out, err := json.Marshal(location.Place{Name: "\xff"}); err == nil {
		t.Errorf("got %s", out)
	}
}

func TestPlaceCheck(t *testing.T) {
	if vs := (location.Place{}).Check(); vs != nil {
		t.Errorf("the zero Place: %v", vs)
	}
	bad := func(path string, end int) decorum.Violation {
		return decorum.Violation{
			Code: decorum.InvalidUTF8, Severity: decorum.SeverityError, Path: path, Span: decorum.Span{Start: end - 1, End: end},
		}
	}
	for _, c := range []struct {
		place location.Place
		want  decorum.Violations
	}{
		{location.Place{Name: "Café", Address: "你好 😀", URL: "https://example.com"}, nil},
		{location.Place{Name: "a\xff", Address: "\xc3", URL: "https://x/\xff"}, decorum.Violations{
			bad("/name", 2), bad("/address", 1), bad("/url", 11),
		}},
		{location.Place{URL: "javascript:alert(1)"}, decorum.Violations{{
			Code: decorum.Unsafe, Severity: decorum.SeverityWarning, Path: "/url", Want: "an http or https URL",
		}}},
	} {
		if diff := cmp.Diff(c.want, c.place.Check()); diff != "" {
			t.Error(diff)
		}
	}
}

func TestLO1LinkIsAWebURL(t *testing.T) {
	for _, c := range []struct {
		name, url string
		ok        bool
	}{
		{"https", "https://example.com/", true},
		{"http", "http://example.com", true},
		{"capitals", "HTTPS://EXAMPLE.COM", true},
		{"port, query, fragment", "https://example.com:8443/a/b?c=d%20e#f", true},
		{"a query at once", "https://example.com?q", true},
		{"letters in the path", "https://example.com/über-uns/你好", true},
		{"an international name in ASCII", "https://xn--bcher-kva.example/", true},
		{"an address", "http://192.0.2.1/", true},
		{"an at sign in the path", "https://example.com/@me", true},
		{"braces", "https://example.com/{LATITUDE}", true},
		{"empty", "", false},
		{"javascript", "javascript:alert(1)", false},
		{"javascript with slashes", "javascript://example.com/%0aalert(1)", false},
		{"javascript with a tab", "java\tscript:alert(1)", false},
		{"data", "data:text/html,x", false},
		{"file", "file:///etc/passwd", false},
		{"no scheme", "example.com", false},
		{"the page's scheme", "//example.com/", false},
		{"one slash", "https:/example.com/", false},
		{"no host", "https:///x", false},
		{"a blank before", " https://example.com/", false},
		{"a new line", "https://example.com/\n", false},
		{"a user name that looks like a host", "https://bank.example@evil.example/", false},
		{"a backslash", "https://bank.example\\@evil.example/", false},
		{"a backslash in the path", "https://example.com/\\x", false},
		{"Cyrillic host", "https://еxample.com/", false},
		{"direction override", "https://example.com/\u202egnp.exe", false},
		{"zero width", "https://example.com/\u200b", false},
		{"not UTF-8", "https://example.com/\xff", false},
		{"a hidden address", "https://2130706433/", false},
		{"a bad port", "https://example.com:99999/", false},
		{"a bad escape", "https://example.com/%zz", false},
	} {
		want := ""
		if c.ok {
			want = c.url
		}
		if got := (location.Place{URL: c.url}).Link(); got != want {
			t.Errorf("%s: %q gives %q", c.name, c.url, got)
		}
	}
}

// TestPlaceReadsRecordedMessages reads the location objects of real and
// documented messages.
func TestPlaceReadsRecordedMessages(t *testing.T) {
	shared := os.Getenv("DECORUM_SHARED")
	if shared == "" {
		t.Skip("DECORUM_SHARED is not set")
	}
	found := 0
	for _, folder := range []string{"outbound", "webhooks", "fragments"} {
		files, err := filepath.Glob(filepath.Join(shared, "corpus", folder, "*.json"))
		if err != nil || len(files) == 0 {
			t.Fatalf("no messages in %s: %v", folder, err)
		}
		for _, file := range files {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			var document any
			if json.Unmarshal(data, &document) != nil {
				continue
			}
			for _, object := range locations(document) {
				raw, err := json.Marshal(object)
				if err != nil {
					t.Fatal(err)
				}
				// One recorded latitude is -233, and some are words.
				latitude, _ := object["latitude"].(float64)
				word, _ := object["latitude"].(string)
				bad := latitude < -90 || strings.ContainsAny(word, "LATITUDE")
				var p location.Place
				if err := json.Unmarshal(raw, &p); (err != nil) != bad {
					t.Errorf("%s: %v", filepath.Base(file), err)
				}
				found++
			}
		}
	}
	if found < 10 {
		t.Errorf("only %d location objects found", found)
	}
}

// locations returns the objects that are members named "location" and have a
// latitude, at any depth.
func locations(document any) []map[string]any {
	var found []map[string]any
	switch node := document.(type) {
	case []any:
		for _, element := range node {
			found = append(found, locations(element)...)
		}
	case map[string]any:
		for key, member := range node {
			if object, ok := member.(map[string]any); ok && key == "location" && object["latitude"] != nil {
				found = append(found, object)
				continue
			}
			found = append(found, locations(member)...)
		}
	}
	return found
}
