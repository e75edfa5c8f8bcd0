package location_test

import (
	"bytes"
	"encoding/json"
	"log/slog"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/location"
)

func TestLO2SizeDefaultsAndBounds(t *testing.T) {
	u := location.MustParseMapURL("https://example.com/{WIDTH}x{HEIGHT}?{LATITUDE}{LONGITUDE}")
	point := location.MustParse("1,2")
	bad := func(path string, limit, actual int64) decorum.Violation {
		return decorum.Violation{
			Code: decorum.OutOfRange, Severity: decorum.SeverityError, Path: path,
			Limit: limit, Actual: actual, Unit: decorum.Pixels,
		}
	}
	for _, c := range []struct {
		size location.Size
		want string
		bad  decorum.Violations
	}{
		{location.Size{}, "300x200", nil},
		{location.Size{Width: 1}, "1x200", nil},
		{location.Size{Height: 4096}, "300x4096", nil},
		{location.Size{Width: 4096, Height: 1}, "4096x1", nil},
		{location.Size{Width: 9, Height: 10}, "9x10", nil},
		{location.Size{Width: 99, Height: 100}, "99x100", nil},
		{location.Size{Width: 999, Height: 1000}, "999x1000", nil},
		{location.Size{Width: 1998, Height: 3210}, "1998x3210", nil},
		{location.Size{Height: 4097}, "300x200", decorum.Violations{bad("/height", 4096, 4097)}},
		{location.Size{Width: 4095, Height: 4096}, "4095x4096", nil},
		{location.Size{Width: 4097, Height: 100}, "300x100", decorum.Violations{bad("/width", 4096, 4097)}},
		{location.Size{Width: -1, Height: -2}, "300x200", decorum.Violations{bad("/width", 1, -1), bad("/height", 1, -2)}},
	} {
		if diff := cmp.Diff("https://example.com/"+c.want+"?12", u.Expand(point, c.size)); diff != "" {
			t.Errorf("%v: %s", c.size, diff)
		}
		if diff := cmp.Diff(c.bad, c.size.Check()); diff != "" {
			t.Errorf("%v: %s", c.size, diff)
		}
	}
}

func TestMapsCheckTellsThePath(t *testing.T) {
	m := location.Maps{
		Preview: location.MustParseMapURL("http://example.com/{LATITUDE},{LONGITUDE}"),
		Browse:  location.MustParseMapURL("HTTP://example.com/{LATITUDE},{LONGITUDE}"),
		Size:    location.Size{Width: 5000},
	}
	insecure := decorum.Violation{
		Code: decorum.Insecure, Severity: decorum.SeverityWarning, Path: "/preview",
		Span: decorum.Span{End: 4}, Want: "https",
	}
	browse := insecure
	browse.Path = "/browse"
	want := decorum.Violations{insecure, browse, {
		Code: decorum.OutOfRange, Severity: decorum.SeverityError, Path: "/size/width",
		Limit: 4096, Actual: 5000, Unit: decorum.Pixels,
	}}
	if diff := cmp.Diff(want, m.Check()); diff != "" {
		t.Error(diff)
	}
	if vs := (location.Maps{}).Check(); vs != nil {
		t.Errorf("the zero Maps: %v", vs)
	}
}

func TestMapsJSON(t *testing.T) {
	m, err := location.Yandex("k")
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []location.Maps{m, {}} {
		data, err := json.Marshal(want)
		if err != nil {
			t.Fatal(err)
		}
		var back location.Maps
		if err := json.Unmarshal(data, &back); err != nil || back != want {
			t.Errorf("%s gives %v, %v", data, back, err)
		}
	}
}

func TestLO3Presets(t *testing.T) {
	point := location.MustParse("37.4847,-122.1473")
	for _, c := range []struct {
		name            string
		preset          func(string) (location.Maps, error)
		preview, browse string
	}{
		{
			"Google", location.Google,
			"https://maps.googleapis.com/maps/api/staticmap?center=37.4847,-122.1473&zoom=15&size=300x200&markers=37.4847,-122.1473&key=aB3-_.~",
			"https://www.google.com/maps/search/?api=1&query=37.4847,-122.1473",
		},
		{
			"Bing", location.Bing,
			"https://dev.virtualearth.net/REST/v1/Imagery/Map/Road/37.4847,-122.1473/15?mapSize=300,200&pp=37.4847,-122.1473&key=aB3-_.~",
			"https://www.bing.com/maps?cp=37.4847~-122.1473&lvl=15",
		},
		{
			"Yandex, longitude first", location.Yandex,
			"https://static-maps.yandex.ru/v1?ll=-122.1473,37.4847&z=15&size=300,200&pt=-122.1473,37.4847&apikey=aB3-_.~",
			"https://yandex.com/maps/?ll=-122.1473,37.4847&z=15&pt=-122.1473,37.4847",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			m, err := c.preset("aB3-_.~")
			if err != nil {
				t.Fatal(err)
			}
			if vs := m.Check(); vs != nil {
				t.Error(vs)
			}
			if diff := cmp.Diff(c.preview, m.Preview.Expand(point, m.Size)); diff != "" {
				t.Error(diff)
			}
			if diff := cmp.Diff(c.browse, m.Browse.Expand(point, m.Size)); diff != "" {
				t.Error(diff)
			}
			if redacted := m.Preview.Redacted(); strings.Contains(redacted, "aB3") || !strings.HasSuffix(redacted, "key=xxxxx") {
				t.Errorf("redacted: %s", redacted)
			}
		})
	}
}

func TestLO3AnyOtherProvider(t *testing.T) {
	u := location.MustParseMapURL("https://api.example.com/static/pin({LONGITUDE},{LATITUDE})/{LONGITUDE},{LATITUDE},15/{WIDTH}x{HEIGHT}@2x?access_token=t")
	want := "https://api.example.com/static/pin(2,1)/2,1,15/300x200@2x?access_token=t"
	if diff := cmp.Diff(want, u.Expand(location.MustParse("1,2"), location.Size{})); diff != "" {
		t.Error(diff)
	}
}

func TestPresetKeys(t *testing.T) {
	wrong := func(code decorum.Code, start, end int) decorum.Violations {
		return decorum.Violations{{Code: code, Severity: decorum.SeverityError, Span: decorum.Span{Start: start, End: end}}}
	}
	for _, c := range []struct {
		name, key, escaped string
		wrong              decorum.Violations
	}{
		{"escaped", "a+/=&#?%{WIDTH}", "a%2B%2F%3D%26%23%3F%25%7BWIDTH%7D", nil},
		{"longest", strings.Repeat("k", location.MaxKey), strings.Repeat("k", location.MaxKey), nil},
		{"empty", "", "", wrong(decorum.Required, 0, 0)},
		{"blank", "a b", "", wrong(decorum.ForbiddenCharacter, 1, 2)},
		{"new line", "abc\n", "", wrong(decorum.ForbiddenCharacter, 3, 4)},
		{"not ASCII", "clé", "", wrong(decorum.ForbiddenCharacter, 2, 3)},
		{"too long", strings.Repeat("k", location.MaxKey+1), "", decorum.Violations{{
			Code: decorum.TooLong, Severity: decorum.SeverityError,
			Limit: location.MaxKey, Actual: location.MaxKey + 1, Unit: decorum.Bytes,
		}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			for _, preset := range []func(string) (location.Maps, error){location.Google, location.Bing, location.Yandex} {
				m, err := preset(c.key)
				if diff := cmp.Diff(c.wrong, violations(err)); diff != "" {
					t.Error(diff)
				}
				if err == nil && !strings.HasSuffix(m.Preview.String(), "key="+c.escaped) {
					t.Errorf("got %s", m.Preview)
				}
			}
		})
	}
}

func TestRedactedMasksKeys(t *testing.T) {
	const start, end = "https://example.com/", "{LATITUDE},{LONGITUDE}"
	for _, c := range []struct{ name, in, want string }{
		{"no key", "map/15/512?zoom=15&style=feature:road&", "map/15/512?zoom=15&style=feature:road&"},
		{"key first", "?key=abc&q=", "?key=xxxxx&q="},
		{"key in the middle", "?a=1&apikey=abc&q=", "?a=1&apikey=xxxxx&q="},
		{"api_key", "?api_key=a&", "?api_key=xxxxx&"},
		{"token", "?token=a&", "?token=xxxxx&"},
		{"access_token", "?access_token=pk.a&", "?access_token=xxxxx&"},
		{"signature and client", "?client=gme-x&signature=a=&", "?client=xxxxx&signature=xxxxx&"},
		{"subscription-key", "?Subscription-Key=a&", "?Subscription-Key=xxxxx&"},
		{"secret", "?app_secret=a&", "?app_secret=xxxxx&"},
		{"empty parameters", "?&&zoom=1&&key=a&", "?&&zoom=1&&key=xxxxx&"},
		{"a short name", "?ak=a&sn=b&q=", "?ak=xxxxx&sn=xxxxx&q="},
		{"capitals", "?KEY=a&", "?KEY=xxxxx&"},
		{"escaped name", "?%6bey=a&", "?%6bey=xxxxx&"},
		{"separated by semicolons", "?a=1;key=b;c?d&", "?a=1;key=xxxxx&"},
		{"empty value", "?key=&", "?key=&"},
		{"in the fragment", "#key=a&", "#key=xxxxx&"},
		{"a long word in the path", "v4/a1b2c3d4e5f6g7h8/", "v4/xxxxx/"},
		{"a long value of an unknown name", "?x=pin,a1b2c3d4e5f6g7h8&", "?x=pin,xxxxx&"},
		{"a long word without digits", "international-airport-road/", "international-airport-road/"},
	} {
		t.Run(c.name, func(t *testing.T) {
			u, err := location.ParseMapURL(start + c.in + end)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(start+c.want+end, u.Redacted()); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestLogsHaveNoKeysAndNoPlaces(t *testing.T) {
	m, err := location.Google("AIzaSecret")
	if err != nil {
		t.Fatal(err)
	}
	place := location.Place{Point: location.MustParse("37.4847,-122.1473"), Name: "Philz", URL: "https://philz.example/"}
	var out bytes.Buffer
	log := slog.New(slog.NewTextHandler(&out, nil))
	log.Info("x", "maps", m, "preview", m.Preview, "place", place, "point", place.Point, "drawn", place.Preview(m))
	for _, secret := range []string{"AIzaSecret", "37.48", "122.14", "Philz", "philz"} {
		if strings.Contains(out.String(), secret) {
			t.Errorf("%s shows %q", out.String(), secret)
		}
	}
	for _, shown := range []string{"key=xxxxx", "maps.width=300", `place.point="about 37,-122"`, "place.name=true", "place.address=false", "place.url=true", "drawn.image=true", "drawn.link=true"} {
		if !strings.Contains(out.String(), shown) {
			t.Errorf("%s lacks %q", out.String(), shown)
		}
	}
}
