package location_test

import (
	"encoding/json"
	"errors"
	"math"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/location"
)

// violations returns those of an error.
func violations(err error) decorum.Violations {
	var e *decorum.Error
	if errors.As(err, &e) {
		return e.Violations
	}
	return nil
}

func TestLO1ZeroZeroIsARealPoint(t *testing.T) {
	p, err := location.New(0, 0)
	if err != nil {
		t.Fatal(err)
	}
	if p.IsZero() || p == (location.Point{}) {
		t.Error("0,0 must not be the zero Point")
	}
	if got := p.String(); got != "0,0" {
		t.Errorf("String() = %q", got)
	}
	if text, err := (location.Point{}).AppendText([]byte("x")); err != nil || string(text) != "x" {
		t.Errorf("AppendText: %q, %v", text, err)
	}
	if !(location.Point{}).IsZero() || (location.Point{}).String() != "" {
		t.Error("the zero Point must be none, without a text")
	}
	if got := location.MustParse("0,0"); got != p {
		t.Errorf("Parse(0,0) = %v", got)
	}
}

func TestNewRefuses(t *testing.T) {
	const most = math.MaxInt64
	outOf := func(path string, limit, actual int64) decorum.Violation {
		return decorum.Violation{
			Code: decorum.OutOfRange, Severity: decorum.SeverityError, Path: path,
			Limit: limit, Actual: actual, Unit: decorum.MicroDegrees,
		}
	}
	noNumber := decorum.Violation{
		Code: decorum.Malformed, Severity: decorum.SeverityError, Path: "/latitude", Want: "a number",
	}
	for _, c := range []struct {
		name                string
		latitude, longitude float64
		want                decorum.Violations
	}{
		{"north pole", 90, 0, nil},
		{"past the north pole by the least", math.Nextafter(90, 91), 0, decorum.Violations{outOf("/latitude", 90e6, 90e6+1)}},
		{"short of the north pole by the least", math.Nextafter(90, 0), 0, nil},
		{"south pole", -90, 0, nil},
		{"past the south pole by the least", math.Nextafter(-90, -91), 0, decorum.Violations{outOf("/latitude", -90e6, -90e6-1)}},
		{"antimeridian, east", 0, 180, nil},
		{"past the antimeridian, not wrapped", 0, math.Nextafter(180, 181), decorum.Violations{outOf("/longitude", 180e6, 180e6+1)}},
		{"antimeridian, west", 0, -180, nil},
		{"past it westwards", 0, -181, decorum.Violations{outOf("/longitude", -180e6, -181e6)}},
		{"not a number", math.NaN(), 0, decorum.Violations{noNumber}},
		{"infinity", 0, math.Inf(1), decorum.Violations{outOf("/longitude", 180e6, most)}},
		{"minus infinity", 0, math.Inf(-1), decorum.Violations{outOf("/longitude", -180e6, -most)}},
		{"both", -233, 999, decorum.Violations{outOf("/latitude", -90e6, -233e6), outOf("/longitude", 180e6, 999e6)}},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, err := location.New(c.latitude, c.longitude)
			if diff := cmp.Diff(c.want, violations(err)); diff != "" {
				t.Error(diff)
			}
			if c.want != nil && !p.IsZero() {
				t.Error("a refused point must be none")
			}
		})
	}
}

func TestNewNormalisesNegativeZero(t *testing.T) {
	minus := math.Copysign(0, -1)
	p, err := location.New(minus, minus)
	if err != nil || math.Signbit(p.Latitude()) || math.Signbit(p.Longitude()) || p.String() != "0,0" {
		t.Errorf("got %v, %v", p, err)
	}
	if got := location.MustParse("-0,-0.0"); got != p {
		t.Errorf("parsed: %v", got)
	}
}

func TestPointKeepsTheAntimeridian(t *testing.T) {
	east, west := location.MustParse("0,180"), location.MustParse("0,-180")
	if east == west || east.String() != "0,180" || west.String() != "0,-180" {
		t.Errorf("%v and %v must stay as they were given", east, west)
	}
}

func TestPointOfAnEmptyTextIsNone(t *testing.T) {
	p := location.MustParse("1,2")
	if err := p.UnmarshalText(nil); err != nil || !p.IsZero() {
		t.Errorf("%v, %v", p, err)
	}
	p = location.MustParse("1,2")
	if err := p.UnmarshalText([]byte("x")); err == nil || p != location.MustParse("1,2") {
		t.Errorf("%v, %v", p, err)
	}
}

func TestPointText(t *testing.T) {
	for _, c := range []struct {
		name                string
		latitude, longitude float64
		want                string
	}{
		{"short", 37.4847, -122.1473, "37.4847,-122.1473"},
		{"whole", 90, -180, "90,-180"},
		{"twelve decimals", 40.782910059774, -73.959075808525, "40.782910059774,-73.959075808525"},
		{"all the digits of a float64", 37.44216251868683, -122.16153582049394, "37.44216251868683,-122.16153582049394"},
		{"a float32 would lose it", 0.5, 179.9999912, "0.5,179.9999912"},
		{"one in the last of twelve decimals", 1e-12, -1e-12, "0.000000000001,-0.000000000001"},
		{"no exponent", 1e-13, 1.5e-20, "0.0000000000001,0.000000000000000000015"},
		{"zeros inside", 10.000001, 100.0000001, "10.000001,100.0000001"},
		{"two and three digits", 9.25, 109.75, "9.25,109.75"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, err := location.New(c.latitude, c.longitude)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.want, p.String()); diff != "" {
				t.Error(diff)
			}
			back, err := location.Parse(c.want)
			if err != nil || back != p {
				t.Errorf("Parse: %v, %v", back, err)
			}
		})
	}
}

func TestParse(t *testing.T) {
	wrong := func(code decorum.Code, start, end int, want string) decorum.Violations {
		return decorum.Violations{{
			Code: code, Severity: decorum.SeverityError, Span: decorum.Span{Start: start, End: end}, Want: want,
		}}
	}
	const number, point = "a decimal number with a dot", "latitude,longitude in decimal degrees"
	outOf := func(start, end int, limit, actual int64) decorum.Violation {
		return decorum.Violation{
			Code: decorum.OutOfRange, Severity: decorum.SeverityError, Span: decorum.Span{Start: start, End: end},
			Limit: limit, Actual: actual, Unit: decorum.MicroDegrees,
		}
	}
	for _, c := range []struct {
		name, text string
		want       string // the text of the point
		wrong      decorum.Violations
	}{
		{"plain", "37.4847,-122.1473", "37.4847,-122.1473", nil},
		{"blanks, as map pages copy them", " 37.4847,\t-122.1473 ", "37.4847,-122.1473", nil},
		{"plus, bare dots, zeros", "+07.50,.5", "7.5,0.5", nil},
		{"exponent", "1e1,-1.5E+2", "10,-150", nil},
		{"too small for a float64", "1e-999,0", "0,0", nil},
		{"empty", "", "", wrong(decorum.Required, 0, 0, point)},
		{"no comma", "37.4847 -122.1473", "", wrong(decorum.Malformed, 0, 0, point)},
		{"decimal commas", "37,4847,-122,1473", "", wrong(decorum.Malformed, 3, 17, number)},
		{"nothing before the comma", ",5", "", wrong(decorum.Malformed, 0, 1, number)},
		{"nothing behind the comma", "5, ", "", wrong(decorum.Malformed, 1, 2, number)},
		{"NaN", "NaN,0", "", wrong(decorum.Malformed, 0, 3, number)},
		{"Inf", "0,+Inf", "", wrong(decorum.Malformed, 2, 6, number)},
		{"hexadecimal", "0x1p-2,0", "", wrong(decorum.Malformed, 0, 6, number)},
		{"underscore", "1_0,0", "", wrong(decorum.Malformed, 0, 3, number)},
		{"degrees, minutes", "37°29',0", "", wrong(decorum.Malformed, 0, 7, number)},
		{"Arabic-Indic digits", "٣٧,0", "", wrong(decorum.Malformed, 0, 4, number)},
		{"new line", "1,2\n", "", wrong(decorum.Malformed, 2, 4, number)},
		{"out of range", "0, 181", "", decorum.Violations{outOf(3, 6, 180e6, 181e6)}},
		{"too large for a float64", "1e999,0", "", decorum.Violations{outOf(0, 5, 90e6, math.MaxInt64)}},
		{"too small for a float64", "-1e999,0", "", decorum.Violations{outOf(0, 6, -90e6, -math.MaxInt64)}},
		{"both", "-91,200", "", decorum.Violations{outOf(0, 3, -90e6, -91e6), outOf(4, 7, 180e6, 200e6)}},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, err := location.Parse(c.text)
			if diff := cmp.Diff(c.wrong, violations(err)); diff != "" {
				t.Error(diff)
			}
			if diff := cmp.Diff(c.want, p.String()); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestParseIsBounded(t *testing.T) {
	longest := "0," + strings.Repeat("0", location.MaxPointText-2)
	if _, err := location.Parse(longest); err != nil {
		t.Error(err)
	}
	want := decorum.Violations{{
		Code: decorum.TooLong, Severity: decorum.SeverityError,
		Limit: location.MaxPointText, Actual: location.MaxPointText + 1, Unit: decorum.Bytes,
	}}
	_, err := location.Parse(longest + "0")
	if diff := cmp.Diff(want, violations(err)); diff != "" {
		t.Error(diff)
	}
}

func TestPointOfTheSmallestNumbersFits(t *testing.T) {
	longest := 0
	for _, v := range []float64{-2.2250738585072014e-308, -math.SmallestNonzeroFloat64, -1.2345678901234567e-307} {
		p, err := location.New(v, v)
		if err != nil {
			t.Fatal(err)
		}
		if back, err := location.Parse(p.String()); err != nil || back != p {
			t.Errorf("%g: %v", v, err)
		}
		longest = max(longest, len(p.String()))
	}
	if longest != 655 {
		t.Errorf("the documented length is 655, not %d", longest)
	}
}

func TestMustParsePanics(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("no panic")
		}
	}()
	location.MustParse("nowhere")
}

func TestPointIsAMapKeyAndOptionalInJSON(t *testing.T) {
	p := location.MustParse("1.5,-2.5")
	seen := map[location.Point]bool{p: true}
	if !seen[location.MustParse("1.50,-2.50")] {
		t.Error("equal points must be equal keys")
	}
	type row struct {
		At location.Point `json:"at,omitzero"`
	}
	for _, c := range []struct {
		value row
		want  string
	}{{row{}, `{}`}, {row{p}, `{"at":"1.5,-2.5"}`}} {
		got, err := json.Marshal(c.value)
		if err != nil || string(got) != c.want {
			t.Errorf("%s, %v", got, err)
		}
		var back row
		if err := json.Unmarshal(got, &back); err != nil || back != c.value {
			t.Errorf("back: %v, %v", back, err)
		}
	}
	if err := json.Unmarshal([]byte(`{"at":"91,0"}`), new(row)); !errors.Is(err, decorum.OutOfRange) {
		t.Errorf("got %v", err)
	}
}

func TestPointInADatabase(t *testing.T) {
	p := location.MustParse("1.5,-2.5")
	for _, want := range []location.Point{p, {}} {
		value, err := want.Value()
		if err != nil {
			t.Fatal(err)
		}
		got := location.MustParse("9,9")
		if err := got.Scan(value); err != nil || got != want {
			t.Errorf("Scan(%v) = %v, %v", value, got, err)
		}
	}
	var got location.Point
	if err := got.Scan([]byte("1.5,-2.5")); err != nil || got != p {
		t.Errorf("%v, %v", got, err)
	}
	if err := got.Scan("91,0"); !errors.Is(err, decorum.OutOfRange) || got != p {
		t.Errorf("%v, %v", got, err)
	}
	if err := got.Scan(1.5); err == nil {
		t.Error("a number is no point")
	}
}

func TestPointInALogIsVague(t *testing.T) {
	for text, want := range map[string]string{"37.4847,-122.1473": "about 37,-122", "-0.2,0.2": "about 0,0"} {
		if got := location.MustParse(text).LogValue().String(); got != want {
			t.Errorf("%s: %q", text, got)
		}
	}
	if got := (location.Point{}).LogValue().String(); got != "" {
		t.Errorf("none: %q", got)
	}
}

// TestDegreesAsStrconv compares the written numbers with strconv's, which are
// the shortest by definition.
func TestDegreesAsStrconv(t *testing.T) {
	check := func(v float64) {
		t.Helper()
		want := strconv.FormatFloat(v, 'f', -1, 64)
		if got := string(location.AppendDegrees(nil, v)); got != want {
			t.Fatalf("%g: got %s, want %s", v, got, want)
		}
	}
	state := uint64(1)
	for range 200_000 {
		state = state*6364136223846793005 + 1442695040888963407
		v := float64(int64(state)>>11) / (1 << 52) * 180
		check(v)
		for _, scale := range []float64{1, 10, 1e4, 1e6, 1e7, 1e9, 1e11, 1e12, 1e13} {
			check(math.Trunc(v*scale)/scale + 0)
		}
	}
}
