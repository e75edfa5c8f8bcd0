package location_test

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/location"
)

func TestLO2PlaceholdersExpand(t *testing.T) {
	point := location.MustParse("37.4847,-122.1473")
	const host = "https://maps.example.com"
	for _, c := range []struct{ name, template, want string }{
		{"each once", host + "/{LATITUDE}/{LONGITUDE}/{WIDTH}/{HEIGHT}", host + "/37.4847/-122.1473/640/480"},
		{"longitude first", host + "?ll={LONGITUDE},{LATITUDE}", host + "?ll=-122.1473,37.4847"},
		{
			"many times", host + "/{LATITUDE}{LATITUDE}?{LONGITUDE}&{LONGITUDE}&{WIDTH}{WIDTH}{HEIGHT}{HEIGHT}",
			host + "/37.484737.4847?-122.1473&-122.1473&640640480480",
		},
		{"in the fragment", host + "/#map=15/{LATITUDE}/{LONGITUDE}", host + "/#map=15/37.4847/-122.1473"},
		{"without a size", host + "?q={LATITUDE},{LONGITUDE}&z=3", host + "?q=37.4847,-122.1473&z=3"},
		{"escaped braces stand for themselves", host + "?%7BWIDTH%7D={LATITUDE},{LONGITUDE}", host + "?%7BWIDTH%7D=37.4847,-122.1473"},
		{"a port and a bar", host + ":8443?m=color:red|{LATITUDE},{LONGITUDE}", host + ":8443?m=color:red|37.4847,-122.1473"},
		{"an address", "https://10.0.0.5/{LATITUDE},{LONGITUDE}", "https://10.0.0.5/37.4847,-122.1473"},
		{"scheme in capitals", "HTTPS://maps.example.com./{LATITUDE},{LONGITUDE}", "HTTPS://maps.example.com./37.4847,-122.1473"},
	} {
		t.Run(c.name, func(t *testing.T) {
			u, err := location.ParseMapURL(c.template)
			if err != nil {
				t.Fatal(err)
			}
			size := location.Size{Width: 640, Height: 480}
			if diff := cmp.Diff(c.want, u.Expand(point, size)); diff != "" {
				t.Error(diff)
			}
			if diff := cmp.Diff("see "+c.want, string(u.AppendExpand([]byte("see "), point, size))); diff != "" {
				t.Error(diff)
			}
			if vs := u.Check(); vs != nil {
				t.Errorf("violations: %v", vs)
			}
		})
	}
}

func TestLO2TemplatesAreRefused(t *testing.T) {
	const all = "{LATITUDE}{LONGITUDE}"
	const known = "{LATITUDE}, {LONGITUDE}, {HEIGHT}, {WIDTH}"
	const place = "placeholders only in the path, the query or the fragment"
	bad := func(code decorum.Code, start, end int, want string) decorum.Violation {
		return decorum.Violation{
			Code: code, Severity: decorum.SeverityError, Span: decorum.Span{Start: start, End: end}, Want: want,
		}
	}
	insecure := decorum.Violation{
		Code: decorum.Insecure, Severity: decorum.SeverityWarning, Span: decorum.Span{End: 4}, Want: "https",
	}
	// Places in "https://example.com/…": the host is 8 to 19, the path from 19.
	for _, c := range []struct {
		name, template string
		want           decorum.Violations
	}{
		{"unknown placeholder", "https://example.com/" + all + "{ZOOM}", decorum.Violations{bad(decorum.Unknown, 41, 47, known)}},
		{"small letters", "https://example.com/{latitude}" + all, decorum.Violations{bad(decorum.Unknown, 20, 30, known)}},
		{"no name", "https://example.com/{}" + all, decorum.Violations{bad(decorum.Unknown, 20, 22, known)}},
		{"JSON in the query", "https://example.com/?j={a:1}" + all, decorum.Violations{bad(decorum.Unknown, 23, 28, known)}},
		{"unclosed at the end", "https://example.com/" + all + "{WIDTH", decorum.Violations{bad(decorum.Malformed, 41, 47, "a closing brace after it")}},
		{"unclosed, another follows", "https://example.com/{WIDTH" + all, decorum.Violations{bad(decorum.Malformed, 20, 26, "a closing brace after it")}},
		{"unopened", "https://example.com/}" + all, decorum.Violations{bad(decorum.Malformed, 20, 21, "an opening brace before it")}},
		{"nested", "https://example.com/{{LATITUDE}}{LONGITUDE}", decorum.Violations{
			bad(decorum.Malformed, 20, 21, "a closing brace after it"), bad(decorum.Malformed, 31, 32, "an opening brace before it"),
		}},
		{"no latitude", "https://example.com/{LONGITUDE}", decorum.Violations{bad(decorum.Required, 0, 0, "{LATITUDE}")}},
		{"no longitude", "https://example.com/{LATITUDE}{LATITUDE}", decorum.Violations{bad(decorum.Required, 0, 0, "{LONGITUDE}")}},
		{"neither", "https://example.com/{WIDTH}", decorum.Violations{
			bad(decorum.Required, 0, 0, "{LATITUDE}"), bad(decorum.Required, 0, 0, "{LONGITUDE}"),
		}},
		{"ftp", "ftp://example.com/" + all, decorum.Violations{bad(decorum.Unsupported, 0, 3, "https, http")}},
		{"javascript", "javascript:alert(" + all + ")", decorum.Violations{bad(decorum.Unsupported, 0, 10, "https, http")}},
		{"javascript in disguise", " javascript://x/" + all, decorum.Violations{bad(decorum.ForbiddenCharacter, 0, 1, "percent-encoding")}},
		{"data", "data:text/html," + all, decorum.Violations{bad(decorum.Unsupported, 0, 4, "https, http")}},
		{"a port without a scheme", "localhost:8080/" + all, decorum.Violations{bad(decorum.Unsupported, 0, 9, "https, http")}},
		{"an empty scheme", "://example.com/" + all, decorum.Violations{bad(decorum.Unsupported, 0, 1, "https, http")}},
		{"no scheme", "example.com/" + all, decorum.Violations{bad(decorum.Malformed, 0, 0, "https:// at the beginning")}},
		{"the page's scheme", "//example.com/" + all, decorum.Violations{bad(decorum.Malformed, 0, 0, "https:// at the beginning")}},
		{"a path with a scheme in it", "/https://example.com/" + all, decorum.Violations{bad(decorum.Malformed, 0, 0, "https:// at the beginning")}},
		{"one slash", "https:/example.com/" + all, decorum.Violations{bad(decorum.Malformed, 0, 6, "https:// at the beginning")}},
		{"placeholder in the scheme", "http{LATITUDE}://example.com/" + all, decorum.Violations{bad(decorum.Unexpected, 4, 14, place)}},
		{"placeholder in the host", "https://{LATITUDE}.example.com/" + all, decorum.Violations{bad(decorum.Unexpected, 8, 18, place)}},
		{"placeholder behind the host", "https://example.com{LONGITUDE}/" + all, decorum.Violations{bad(decorum.Unexpected, 19, 30, place)}},
		{"placeholder as the port", "https://example.com:{WIDTH}/" + all, decorum.Violations{bad(decorum.Unexpected, 20, 27, place)}},
		{"only in the host", "https://{LATITUDE}.{LONGITUDE}", decorum.Violations{
			bad(decorum.Unexpected, 8, 18, place), bad(decorum.Unexpected, 19, 30, place),
			bad(decorum.Required, 0, 0, "{LATITUDE}"), bad(decorum.Required, 0, 0, "{LONGITUDE}"),
		}},
		{"credentials", "https://me:secret@example.com/" + all, decorum.Violations{bad(decorum.Unexpected, 8, 18, "no user name or password")}},
		{"a user name that looks like a host", "https://example.com@evil.example/" + all, decorum.Violations{bad(decorum.Unexpected, 8, 20, "no user name or password")}},
		{"new lines", "https://example.com/" + all + "\r\nHost: x", decorum.Violations{
			bad(decorum.ForbiddenCharacter, 41, 43, "percent-encoding"), bad(decorum.ForbiddenCharacter, 48, 49, "percent-encoding"),
		}},
		{"NUL", "https://example.com/\x00" + all, decorum.Violations{bad(decorum.ForbiddenCharacter, 20, 21, "percent-encoding")}},
		{"DEL", "https://example.com/\x7f" + all, decorum.Violations{bad(decorum.ForbiddenCharacter, 20, 21, "percent-encoding")}},
		{"C1 control", "https://example.com/\u0085" + all, decorum.Violations{bad(decorum.ForbiddenCharacter, 20, 22, "percent-encoding")}},
		{"direction override", "https://example.com/\u202e" + all, decorum.Violations{bad(decorum.ForbiddenCharacter, 20, 23, "percent-encoding")}},
		{"tab in the host", "https://exam\tple.com/" + all, decorum.Violations{bad(decorum.ForbiddenCharacter, 12, 13, "percent-encoding")}},
		{"backslash", "https://example.com\\@evil/" + all, decorum.Violations{
			bad(decorum.Unexpected, 8, 21, "no user name or password"), bad(decorum.ForbiddenCharacter, 19, 20, "percent-encoding"),
		}},
		{"not UTF-8", "https://example.com/\xff" + all, decorum.Violations{bad(decorum.InvalidUTF8, 20, 21, "percent-encoding")}},
		{"a lone percent sign", "https://example.com/%" + all, decorum.Violations{bad(decorum.Malformed, 20, 21, "%25, or two hexadecimal digits after it")}},
		{"a placeholder as an escape", "https://example.com/%{WIDTH}" + all, decorum.Violations{bad(decorum.Malformed, 20, 21, "%25, or two hexadecimal digits after it")}},
		{"a placeholder in an escape", "https://example.com/%2{WIDTH}" + all, decorum.Violations{bad(decorum.Malformed, 20, 21, "%25, or two hexadecimal digits after it")}},
		{"no host", "https:///" + all, decorum.Violations{bad(decorum.Required, 8, 8, "a host name")}},
		{"only a port", "https://:80/" + all, decorum.Violations{bad(decorum.Required, 8, 8, "a host name")}},
		{"a number for a host", "https://2130706433/" + all, decorum.Violations{bad(decorum.Malformed, 8, 18, "a host name in ASCII or an IPv4 address")}},
		{"a hidden address", "https://0x7f.1/" + all, decorum.Violations{bad(decorum.Malformed, 8, 14, "a host name in ASCII or an IPv4 address")}},
		{"a hexadecimal end", "https://10.0.0.0X7f/" + all, decorum.Violations{bad(decorum.Malformed, 8, 19, "a host name in ASCII or an IPv4 address")}},
		{"a name that ends in a number", "https://a.b.c.1/" + all, decorum.Violations{bad(decorum.Malformed, 8, 15, "a host name in ASCII or an IPv4 address")}},
		{"three numbers", "https://10.0.1/" + all, decorum.Violations{bad(decorum.Malformed, 8, 14, "a host name in ASCII or an IPv4 address")}},
		{"five numbers", "https://10.0.0.0.1/" + all, decorum.Violations{bad(decorum.Malformed, 8, 18, "a host name in ASCII or an IPv4 address")}},
		{"an IPv6 address", "https://[2001:db8::1]/" + all, decorum.Violations{
			bad(decorum.Malformed, 8, 13, "a host name in ASCII or an IPv4 address"), bad(decorum.Malformed, 13, 21, "a port from 1 to 65535"),
		}},
		{"two dots at the end", "https://example.com../" + all, decorum.Violations{bad(decorum.Malformed, 8, 21, "a host name in ASCII or an IPv4 address")}},
		{"an octal address", "https://10.0.0.05/" + all, decorum.Violations{bad(decorum.Malformed, 8, 17, "a host name in ASCII or an IPv4 address")}},
		{"past the last address", "https://10.0.0.256/" + all, decorum.Violations{bad(decorum.Malformed, 8, 18, "a host name in ASCII or an IPv4 address")}},
		{"a hyphen at the edge", "https://-a.example/" + all, decorum.Violations{bad(decorum.Malformed, 8, 18, "a host name in ASCII or an IPv4 address")}},
		{"an empty label", "https://a..example/" + all, decorum.Violations{bad(decorum.Malformed, 8, 18, "a host name in ASCII or an IPv4 address")}},
		{"Cyrillic host", "https://еx.com/" + all, decorum.Violations{bad(decorum.ForbiddenCharacter, 8, 10, "percent-encoding")}},
		{"no port", "https://example.com:/" + all, decorum.Violations{bad(decorum.Malformed, 19, 20, "a port from 1 to 65535")}},
		{"port 0", "https://example.com:0/" + all, decorum.Violations{bad(decorum.Malformed, 19, 21, "a port from 1 to 65535")}},
		{"port 65536", "https://example.com:65536/" + all, decorum.Violations{bad(decorum.Malformed, 19, 25, "a port from 1 to 65535")}},
		{"everything at once, in order", "http://me@{WIDTH}/{ZOOM}\n{LATITUDE}", decorum.Violations{
			insecure,
			bad(decorum.Unexpected, 7, 10, "no user name or password"),
			bad(decorum.Unexpected, 10, 17, place),
			bad(decorum.Unknown, 18, 24, known),
			bad(decorum.ForbiddenCharacter, 24, 25, "percent-encoding"),
			bad(decorum.Required, 0, 0, "{LONGITUDE}"),
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			u, err := location.ParseMapURL(c.template)
			if diff := cmp.Diff(c.want, violations(err)); diff != "" {
				t.Error(diff)
			}
			if !u.IsZero() {
				t.Error("a refused template must be none")
			}
		})
	}
}

func TestLO2Ports(t *testing.T) {
	for port, ok := range map[string]bool{
		"1": true, "9": true, "80": true, "8090": true, "65534": true, "65535": true,
		"0": false, "65536": false, "99999": false, "000080": false, "8a": false, "+1": false, "80:80": false,
	} {
		if _, err := location.ParseMapURL("https://example.com:" + port + "/{LATITUDE},{LONGITUDE}"); (err == nil) != ok {
			t.Errorf("port %s: %v", port, err)
		}
	}
}

func TestLO2Addresses(t *testing.T) {
	for host, ok := range map[string]bool{
		"0.0.0.0": true, "9.19.109.199": true, "255.255.255.255": true, "10.0.0.1.": true,
		"256.0.0.1": false, "1000.0.0.1": false, "00.0.0.1": false, "1..2.3": false, "1.2.3": false, "a.2.3.4": false,
		"1.2.3.0xg": true, "1.2.3.0x": false, "1.2.3.0xAf": false, "x.0": false, "0": false, "0x.example": true,
	} {
		if _, err := location.ParseMapURL("https://" + host + "/{LATITUDE},{LONGITUDE}"); (err == nil) != ok {
			t.Errorf("host %s: %v", host, err)
		}
	}
}

func TestLO2HostLengths(t *testing.T) {
	label := strings.Repeat("a", 63)
	host := label + "." + label + "." + label + "." + label[:61] // 253 bytes
	for _, c := range []struct {
		name, host string
		ok         bool
	}{
		{"label of 63", label + ".example", true},
		{"label of 64", label + "a.example", false},
		{"host of 253", host, true},
		{"host of 254", host + "a", false},
	} {
		_, err := location.ParseMapURL("https://" + c.host + "/{LATITUDE},{LONGITUDE}")
		if (err == nil) != c.ok {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}

func TestLO2PlainHTTPIsAWarning(t *testing.T) {
	u, err := location.ParseMapURL("http://maps.example.com/{LATITUDE},{LONGITUDE}")
	if err != nil {
		t.Fatal(err)
	}
	want := decorum.Violations{{
		Code: decorum.Insecure, Severity: decorum.SeverityWarning, Span: decorum.Span{End: 4}, Want: "https",
	}}
	if diff := cmp.Diff(want, u.Check()); diff != "" {
		t.Error(diff)
	}
	if got := u.Expand(location.MustParse("1,2"), location.Size{}); got != "http://maps.example.com/1,2" {
		t.Errorf("got %q", got)
	}
}

func TestMapURLIsBounded(t *testing.T) {
	template := "https://example.com/{LATITUDE},{LONGITUDE}"
	longest := template + strings.Repeat("a", location.MaxMapURL-len(template))
	u, err := location.ParseMapURL(longest)
	if err != nil {
		t.Fatal(err)
	}
	if got := u.Expand(location.MustParse("1,2"), location.Size{}); !strings.HasPrefix(got, "https://example.com/1,2aaa") {
		t.Errorf("got %.40q", got)
	}
	want := decorum.Violations{{
		Code: decorum.TooLong, Severity: decorum.SeverityError,
		Limit: location.MaxMapURL, Actual: location.MaxMapURL + 1, Unit: decorum.Bytes,
	}}
	_, err = location.ParseMapURL(longest + "a")
	if diff := cmp.Diff(want, violations(err)); diff != "" {
		t.Error(diff)
	}
}

// TestMapURLLongLiteral puts more than 255 bytes before a placeholder.
func TestMapURLLongLiteral(t *testing.T) {
	before := "https://example.com/" + strings.Repeat("a", 5000)
	u := location.MustParseMapURL(before + "{LONGITUDE}" + before[8:] + "{LATITUDE}")
	if got, want := u.Expand(location.MustParse("1,2"), location.Size{}), before+"2"+before[8:]+"1"; got != want {
		t.Errorf("got %d bytes, want %d", len(got), len(want))
	}
}

func TestParseMapURLCostIsLinear(t *testing.T) {
	for _, unit := range []string{"a", "{", "}", "{A", "{A.b", "{LATITUDE}", "%", "\n", "é", "\xff", "{a%\x00", "/", "@", ":"} {
		for _, start := range []string{"", "https://", "https://h/"} {
			text := start + strings.Repeat(unit, (location.MaxMapURL-len(start))/len(unit))
			if looks := location.Looks(text); looks > 3*len(text) {
				t.Errorf("%q…: %d looks at %d bytes", start+unit, looks, len(text))
			}
		}
	}
}

func TestZeroMapURL(t *testing.T) {
	none, err := location.ParseMapURL("")
	if err != nil || !none.IsZero() || none != (location.MapURL{}) {
		t.Errorf("got %v, %v", none, err)
	}
	if got := none.Expand(location.MustParse("1,2"), location.Size{}); got != "" {
		t.Errorf("expands to %q", got)
	}
	if none.Check() != nil || none.Redacted() != "" {
		t.Errorf("%v, %q", none.Check(), none.Redacted())
	}
	some := location.MustParseMapURL("https://example.com/{LATITUDE},{LONGITUDE}")
	if got := some.Expand(location.Point{}, location.Size{}); got != "" {
		t.Errorf("without a point: %q", got)
	}
}

func TestMapURLText(t *testing.T) {
	const template = "https://example.com/{LATITUDE},{LONGITUDE}?key=abc"
	u := location.MustParseMapURL(template)
	if u != location.MustParseMapURL(template) {
		t.Error("equal templates must be equal")
	}
	data, err := json.Marshal(u)
	if err != nil {
		t.Fatal(err)
	}
	var back location.MapURL
	if err := json.Unmarshal(data, &back); err != nil || back != u {
		t.Errorf("%s gives %v, %v", data, back, err)
	}
	text, err := u.AppendText([]byte("x"))
	if err != nil || string(text) != "x"+template {
		t.Errorf("%s, %v", text, err)
	}
	err = back.UnmarshalText([]byte("https://example.com/{LATITUDE}"))
	if !errors.Is(err, decorum.Required) || back != u {
		t.Errorf("%v, %v", back, err)
	}
}

func TestMustParseMapURLPanics(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("no panic")
		}
	}()
	location.MustParseMapURL("javascript:{LATITUDE}{LONGITUDE}")
}

func TestErrorsDoNotShowTheTemplate(t *testing.T) {
	_, err := location.ParseMapURL("https://me:hunter2@example.com/{SECRET}\n")
	for _, part := range []string{"me", "hunter2", "example", "SECRET", "\n"} {
		if strings.Contains(strings.ReplaceAll(err.Error(), "name", ""), part) {
			t.Errorf("%q shows %q", err, part)
		}
	}
}

func TestMapURLAllocations(t *testing.T) {
	if raceEnabled {
		t.Skip("the race detector allocates")
	}
	u := location.MustParseMapURL("https://example.com/{LATITUDE},{LONGITUDE}/{WIDTH}x{HEIGHT}?ll={LONGITUDE},{LATITUDE}")
	ordinary, exact := location.MustParse("37.4847,-122.1473"), location.MustParse("37.44216251868683,-122.16153582049394")
	buf := make([]byte, 0, 256)
	for _, c := range []struct {
		name string
		most float64
		run  func()
	}{
		{"AppendExpand", 0, func() { buf = u.AppendExpand(buf[:0], ordinary, location.Size{}) }},
		{"AppendExpand, all digits", 0, func() { buf = u.AppendExpand(buf[:0], exact, location.Size{}) }},
		{"Expand", 1, func() { _ = u.Expand(exact, location.Size{}) }},
		{"Point.AppendText", 0, func() { buf, _ = exact.AppendText(buf[:0]) }},
		{"Point.String", 1, func() { _ = exact.String() }},
		{"Parse", 0, func() { _, _ = location.Parse("37.4847, -122.1473") }},
	} {
		if got := testing.AllocsPerRun(100, c.run); got > c.most {
			t.Errorf("%s: %v allocations, at most %v", c.name, got, c.most)
		}
	}
}
