package decorum_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum"
)

func tooLong(path string, limit, actual int64) decorum.Violation {
	return decorum.Violation{
		Code: decorum.TooLong, Severity: decorum.SeverityError, Path: path,
		Limit: limit, Actual: actual, Unit: decorum.CodePoints,
	}
}

func TestViolationString(t *testing.T) {
	e, w := decorum.SeverityError, decorum.SeverityWarning
	for _, test := range []struct {
		v    decorum.Violation
		want string
	}{
		{tooLong("/buttons/2/title", 20, 23), "/buttons/2/title: 23 code points, at most 20"},
		{tooLong("", 0, 1), "1 code point, at most 0"},
		{
			decorum.Violation{Code: decorum.TooFew, Severity: e, Path: "/rows", Limit: 1, Unit: decorum.Items},
			"/rows: 0 items, at least 1",
		},
		{
			decorum.Violation{Code: decorum.OutOfRange, Severity: e, Path: "/latitude", Limit: -90e6, Actual: -91e6, Unit: decorum.MicroDegrees},
			"/latitude: -91000000 microdegrees, at least -90000000",
		},
		{decorum.Violation{Code: decorum.Required, Severity: e, Path: "/body"}, "/body: missing; give a value"},
		{
			decorum.Violation{Code: decorum.Insecure, Severity: w, Path: "/url"},
			"/url: warning: not protected; use https",
		},
		{
			decorum.Violation{Code: decorum.Malformed, Severity: e, Span: decorum.Span{Start: 5, End: 6}},
			"not well-formed (at byte 5)",
		},
		{
			decorum.Violation{Code: decorum.MissingPrivilege, Severity: e, Path: "/attachment", Want: "canSendFiles"},
			"/attachment: the agent lacks a privilege; want canSendFiles",
		},
		{
			decorum.Violation{Code: decorum.Stale, Severity: w, Limit: 604800, Actual: 604801, Unit: decorum.Seconds},
			"warning: 604801 seconds, at most 604800: was established too long ago; check again",
		},
		{
			decorum.Violation{Code: decorum.Truncated, Severity: e, Limit: 100, Actual: 250, Unit: decorum.Items},
			"250 violations found, 100 listed; mend these first",
		},
		{decorum.Violation{Code: "of_a_later_version", Severity: e}, "breaks a rule that this version does not know"},
		{decorum.Violation{Code: decorum.Required, Severity: e, Unit: decorum.Unit(200)}, "missing; give a value"},
		{
			decorum.Violation{Code: decorum.OutOfRange, Severity: e, Limit: 5, Actual: 5, Unit: decorum.Seconds},
			"5 seconds, at least 5",
		},
		{decorum.Violation{}, "breaks a rule that this version does not know"},
	} {
		if diff := cmp.Diff(test.want, test.v.String()); diff != "" {
			t.Errorf("%#v (-want +got):\n%s", test.v, diff)
		}
	}
}

// hostileKeys are names that a user or an attacker could choose.
var hostileKeys = []string{
	"a]\n.Evil", strings.Repeat("k", 300), "\xff\xfe", "", "\x1b[31m", "a/b", "~", "ключ", "a b",
	"\u202Egnp", "{{1}}", `"`, "a\x00b",
}

func TestHostileKeysNeverReachErrorsOrLogs(t *testing.T) {
	for _, key := range hostileKeys {
		var root decorum.Path
		args := root.Key("arguments")
		at := args.UserKey(key)
		below := at.Key("text")
		if got := below.String(); got != "/arguments" {
			t.Errorf("UserKey(%q) leads to %q", key, got)
		}
		// A host that puts the key into Path by hand.
		v := decorum.Violation{
			Code: decorum.TooLong, Severity: decorum.SeverityError,
			Path: decorum.JoinPointer("arguments", key, "text"), Want: "x\n" + key,
			Limit: 1, Actual: 2, Unit: decorum.CodePoints,
		}
		const want = "/arguments: 2 code points, at most 1"
		err := error(&decorum.Error{Violations: decorum.Violations{v}})
		var log, jsonLog bytes.Buffer
		slog.New(slog.NewTextHandler(&log, nil)).Error("m", "err", err, "v", v, "vs", decorum.Violations{v})
		slog.New(slog.NewJSONHandler(&jsonLog, nil)).Error("m", "err", err, "v", v, "vs", decorum.Violations{v})
		for _, text := range []string{v.String(), err.Error(), fmt.Sprint(v), fmt.Sprintf("%+v", err)} {
			if text != want {
				t.Errorf("key %q: %q, want %q", key, text, want)
			}
		}
		for _, text := range []string{log.String(), jsonLog.String()} {
			if strings.Contains(text, "/text") || !strings.Contains(text, want) ||
				key != "" && len(key) > 1 && strings.Contains(text, key) || strings.Count(text, "\n") != 1 {
				t.Errorf("key %q reaches the log: %s", key, text)
			}
		}
	}
}

func TestShownPathIsCapped(t *testing.T) {
	token := "/" + strings.Repeat("k", 63) // 64 bytes
	for _, test := range []struct{ path, shown string }{
		{strings.Repeat(token, 4), strings.Repeat(token, 4)},
		{strings.Repeat(token, 4) + "/x", strings.Repeat(token, 4)},
		{strings.Repeat(token, 3) + "/x" + token, strings.Repeat(token, 3) + "/x"},
		{"/" + strings.Repeat("k", 64), "/" + strings.Repeat("k", 64)},
		{"/" + strings.Repeat("k", 65), ""},
		{"no/pointer", ""},
		{"/a//b", "/a"},
	} {
		got := decorum.Violation{Code: decorum.Blank, Severity: decorum.SeverityError, Path: test.path}.String()
		want := "nothing to be seen; write something visible"
		if test.shown != "" {
			want = test.shown + ": " + want
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.path, diff)
		}
	}
}

func TestShownWantIsPlain(t *testing.T) {
	for _, test := range []struct {
		want  string
		shown bool
	}{
		{"Wrap-up", true},
		{"~", true},
		{" ", true},
		{"é", false},
		{"a\x7f", false},
		{"a\x1f", false},
		{"", false},
		{strings.Repeat("w", 512), true},
		{strings.Repeat("w", 513), false},
	} {
		text := decorum.Violation{Code: decorum.WrongState, Severity: decorum.SeverityError, Want: test.want}.String()
		if got := strings.Contains(text, "; want "); got != test.shown {
			t.Errorf("Want %q: %q", test.want, text)
		}
	}
}

// TestViolationLogValue holds the group that a log gets, whole and bare.
func TestViolationLogValue(t *testing.T) {
	v := tooLong("/body", 20, 21)
	v.Want = "shorter"
	for _, test := range []struct {
		v    decorum.Violation
		want string
	}{
		{v, "v.code=too_long v.severity=error v.path=/body v.limit=20 v.actual=21 v.unit=code_points v.want=shorter"},
		{fault(decorum.Blank), "v.code=blank v.severity=error"},
		{warning("a\nb"), "v.severity=warning"},
	} {
		var log bytes.Buffer
		slog.New(slog.NewTextHandler(&log, nil)).Info("m", "v", test.v)
		_, got, _ := strings.Cut(strings.TrimSpace(log.String()), "msg=m ")
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	}
}

func TestPlainKeys(t *testing.T) {
	var root decorum.Path
	for c := range 256 {
		key := string([]byte{byte(c)})
		at := root.UserKey(key)
		plain := strings.Contains("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.", key)
		if got := at.String() != ""; got != plain {
			t.Errorf("%q: plain = %v", key, got)
		}
	}
}

func TestViolationErr(t *testing.T) {
	v := tooLong("/body", 20, 21)
	if err := v.Err(); !errors.Is(err, decorum.TooLong) || err.Error() != v.String() {
		t.Errorf("an error gave %v", err)
	}
	v.Severity = decorum.SeverityWarning
	if err := v.Err(); err != nil {
		t.Errorf("a warning gave %v", err)
	}
	v.Severity = 0
	if err := v.Err(); err != nil {
		t.Errorf("the zero severity gave %v", err)
	}
}

func TestViolationUnder(t *testing.T) {
	var root decorum.Path
	header := root.Key("header")
	hostile := root.UserKey("a\nb")
	for _, test := range []struct {
		place *decorum.Path
		path  string
		want  string
	}{
		{nil, "/text", "/text"},
		{&root, "/text", "/text"},
		{&header, "/text", "/header/text"},
		{&header, "", "/header"},
		{&hostile, "/text", ""},
	} {
		got := decorum.Violation{Path: test.path}.Under(test.place).Path
		if got != test.want {
			t.Errorf("%q under %q: %q, want %q", test.path, test.place.String(), got, test.want)
		}
	}
}

func TestViolationJSON(t *testing.T) {
	for _, test := range []struct {
		v    decorum.Violation
		want string
	}{
		{
			tooLong("/buttons/2/title", 20, 23),
			`{"code":"too_long","severity":"error","path":"/buttons/2/title","limit":20,"actual":23,"unit":"code_points"}`,
		},
		{
			decorum.Violation{Code: decorum.Malformed, Severity: decorum.SeverityWarning, Span: decorum.Span{Start: 0, End: 3}, Want: "URL"},
			`{"code":"malformed","severity":"warning","span":[0,3],"want":"URL"}`,
		},
		{
			decorum.Violation{Code: decorum.TooFew, Severity: decorum.SeverityError, Unit: decorum.Items},
			`{"code":"too_few","severity":"error","limit":0,"actual":0,"unit":"items"}`,
		},
		{
			decorum.Violation{Code: decorum.Malformed, Severity: decorum.SeverityError, Span: decorum.Span{Start: 3, End: 3}},
			`{"code":"malformed","severity":"error","span":[3,3]}`,
		},
		{
			decorum.Violation{Code: "of_a_later_version", Severity: decorum.SeverityError},
			`{"code":"of_a_later_version","severity":"error"}`,
		},
	} {
		data, err := json.Marshal(test.v)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(test.want, string(data)); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
		var back decorum.Violation
		if err := json.Unmarshal(data, &back); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(test.v, back); diff != "" {
			t.Errorf("round trip (-want +got):\n%s", diff)
		}
	}
	if _, err := json.Marshal(decorum.Violation{Code: decorum.TooLong}); err == nil {
		t.Error("a violation without a severity has JSON")
	}
	if _, err := json.Marshal(decorum.Violation{Code: decorum.TooLong, Severity: decorum.SeverityError, Unit: 200}); err == nil {
		t.Error("a violation with an impossible unit has JSON")
	}
}

func TestViolationJSONRefuses(t *testing.T) {
	for _, test := range []struct{ data, path string }{
		{`{"severity":"error"}`, "/code"},
		{`{"code":"Too Long","severity":"error"}`, "/code"},
		{`{"code":"` + strings.Repeat("c", 65) + `","severity":"error"}`, "/code"},
		{`{"code":"too_long"}`, "/severity"},
		{`{"code":"too_long","severity":"error","path":"body"}`, "/path"},
		{`{"code":"too_long","severity":"error","path":"/a~2"}`, "/path"},
		{`{"code":"too_long","severity":"error","path":"/a~"}`, "/path"},
		{`{"code":"too_long","severity":"error","span":[-1,2]}`, "/span"},
		{`{"code":"too_long","severity":"error","span":[3,2]}`, "/span"},
		{`{"code":"too_long","severity":"error","limit":3}`, "/unit"},
		{`{"code":"too_long","severity":"error","actual":3}`, "/unit"},
		{`{"code":"too_long","severity":"error","span":[]}`, "/span"},
		{`{"code":"too_long","severity":"error","span":[0]}`, "/span"},
		{`{"code":"too_long","severity":"error","span":[1,2,3]}`, "/span"},
		{`{"code":"too_long","severity":"error","span":[1,"15162837151"]}`, "/span"},
		{`{"code":"too_long","severity":"fatal"}`, "/severity"},
		{`{"code":"too_long","severity":"error","unit":"bits"}`, "/unit"},
		{`{"code":1,"severity":"error"}`, "/code"},
		{`{"code":"too_long","severity":1}`, "/severity"},
		{`{"code":"too_long","severity":"error","limit":15162837151.5,"unit":"items"}`, "/limit"},
		{`{"code":"too_long","severity":"error","actual":15162837151e99,"unit":"items"}`, "/actual"},
		{`[15162837151]`, ""},
		{`"15162837151"`, ""},
		{`15162837151`, ""},
	} {
		v := decorum.Violation{Code: "kept"}
		err := json.Unmarshal([]byte(test.data), &v)
		var e *decorum.Error
		if !errors.As(err, &e) || len(e.Violations) != 1 || e.Violations[0].Path != test.path {
			t.Errorf("%s: %v", test.data, err)
		}
		if strings.Contains(fmt.Sprint(err), "15162837151") {
			t.Errorf("%s: the error holds what was read: %v", test.data, err)
		}
		if v != (decorum.Violation{Code: "kept"}) {
			t.Errorf("%s: refused, but changed the target to %#v", test.data, v)
		}
	}
	for _, data := range []string{
		`{"code":"too_long","severity":"fatal"}`,
		`{"code":"too_long","severity":""}`,
		`{"code":"too_long","severity":"error","limit":1,"actual":2,"unit":"bits"}`,
		`{"code":"too_long","severity":"error","limit":1,"actual":2,"unit":""}`,
	} {
		if err := json.Unmarshal([]byte(data), new(decorum.Violation)); !errors.Is(err, decorum.Unknown) {
			t.Errorf("%s: %v", data, err)
		}
	}
	for _, data := range []string{`[]`, `{"code":1}`, `{"code":"too_long","severity":"error","limit":9223372036854775808,"unit":"bytes"}`} {
		if err := json.Unmarshal([]byte(data), new(decorum.Violation)); !errors.Is(err, decorum.WrongType) {
			t.Errorf("%s: %v", data, err)
		}
	}
	for data, want := range map[string]string{
		`{"code":"too_long","severity":"error","limit":"1","unit":"items"}`:  "an integer",
		`{"code":"too_long","severity":"error","actual":1.5,"unit":"items"}`: "an integer",
		`{"code":"too_long","severity":"error","span":["0"]}`:                "a start and an end",
		`{"code":"too_long","severity":"error","span":[0]}`:                  "a start and an end",
		`{"code":"too_long","severity":"error","want":1}`:                    "a string",
		`{"code":"too_long","severity":"fatal"}`:                             "error, warning",
		`[]`:                                                                 "a JSON object",
	} {
		for v := range decorum.All(json.Unmarshal([]byte(data), new(decorum.Violation))) {
			if v.Want != want {
				t.Errorf("%s: want %q", data, v.Want)
			}
		}
	}
	for v := range decorum.All(json.Unmarshal([]byte(`{"code":"too_long","severity":"error","unit":"bits"}`), new(decorum.Violation))) {
		if !strings.HasPrefix(v.Want, "code_points, utf16_units, ") {
			t.Errorf("units: want %q", v.Want)
		}
	}
	var e *decorum.Error
	if err := new(decorum.Violation).UnmarshalJSON([]byte(`{"code" x}`)); !errors.As(err, &e) ||
		e.Violations[0].Code != decorum.Malformed || e.Violations[0].Span != (decorum.Span{Start: 8, End: 9}) {
		t.Errorf("%v", err)
	}
}

func TestCodesOfLaterVersionsAreKept(t *testing.T) {
	for _, test := range []struct {
		code string
		ok   bool
	}{
		{"a", true},
		{"z", true},
		{"az_09", true},
		{"a_", true},
		{strings.Repeat("c", 64), true},
		{"", false},
		{"0a", false},
		{"_a", false},
		{"{", false},
		{"`", false},
		{"aZ", false},
		{"aA", false},
		{"a-b", false},
		{"a/b", false},
		{"a:b", false},
		{"a`", false},
		{"a{", false},
		{"é", false},
		{strings.Repeat("c", 65), false},
	} {
		data := []byte(`{"code":"` + test.code + `","severity":"error"}`)
		var v decorum.Violation
		err := json.Unmarshal(data, &v)
		if (err == nil) != test.ok || test.ok && string(v.Code) != test.code {
			t.Errorf("%q: %v, %q", test.code, err, v.Code)
		}
	}
}

func TestUnitsAndSeveritiesHaveNames(t *testing.T) {
	want := []string{
		"code_points", "utf16_units", "graphemes", "bytes", "items", "digits", "lines", "levels", "seconds",
		"pixels", "micro_degrees", "words",
	}
	var got []string
	for i, u := range decorum.Units() {
		got = append(got, u.String())
		if int(u) != i+1 {
			t.Errorf("%s has the value %d", u, u)
		}
		text, err := u.MarshalText()
		var back decorum.Unit
		if err != nil || back.UnmarshalText(text) != nil || back != u {
			t.Errorf("%s does not survive a round trip", u)
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("units (-want +got):\n%s", diff)
	}
	if got := decorum.Unit(0).String() + " " + decorum.Unit(13).String(); got != "unit(0) unit(13)" {
		t.Error(got)
	}
	if got := fmt.Sprint(decorum.SeverityError, decorum.SeverityWarning, decorum.Severity(0), decorum.Severity(3)); got != "error warning severity(0) severity(3)" {
		t.Error(got)
	}
	for _, s := range []decorum.Severity{0, 3} {
		if _, err := s.MarshalText(); err == nil {
			t.Errorf("%s has a text", s)
		}
	}
}
