package wire_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/internal/wire"
)

func TestDocumentsThatAreAccepted(t *testing.T) {
	for _, doc := range []string{
		`{}`, `[]`, `""`, `0`, `-0`, `-0.0`, `1e5`, `1E+5`, `12.50e-07`, `true`, `false`, `null`,
		" \t\r\n[ 1 , 2 ] \n", `{"":0}`, `{"a":{"a":{"a":[]}}}`, `{ "a" : 1 , "b" : [ { } ] }`,
		`"\"\\\/\b\f\n\r\t\u00e9\u4f60\ud83d\ude42\uD83D\uDE42"`, `"\u0000"`, "\"\x7f\u2028\u2029\"",
		`"é你😀👨‍👩‍👧é"`, `{"a":1,"A":2}`, `[[],[],{},{}]`, `{"k":"v","K":"v"}`,
		strings.Repeat("[", 32) + strings.Repeat("]", 32),
		`[` + strings.Repeat(`"0123456789",`, 100) + `"x"]`,
	} {
		if err := wire.Valid(doc, wire.Limits{}); err != nil {
			t.Errorf("%.60q is refused: %v", doc, err)
		}
	}
}

func TestDocumentsThatAreRefused(t *testing.T) {
	type want struct {
		Code       decorum.Code
		Path       string
		Start, End int
		Want       string
	}
	const (
		value   = "a JSON value"
		comma   = "a comma or a closing brace"
		bracket = "a comma or a closing bracket"
		name    = "a name in double quotes"
		half    = "both halves of a surrogate pair"
	)
	m := decorum.Malformed
	for _, c := range []struct {
		doc  string
		want want
	}{
		{``, want{m, "", 0, 0, value}},
		{`  `, want{m, "", 2, 2, value}},
		{`@`, want{m, "", 0, 1, value}},
		{"\x00", want{m, "", 0, 1, value}},
		{"\ufeff{}", want{m, "", 0, 3, "a JSON value, without a byte order mark"}},
		{`{} x`, want{m, "", 3, 4, "the end of the document"}},
		{"{}\x00", want{m, "", 2, 3, "the end of the document"}},
		{`[]]`, want{m, "", 2, 3, "the end of the document"}},
		{`nul`, want{m, "", 0, 3, "null"}},
		{`tru `, want{m, "", 0, 4, "true"}},
		{`fAlse`, want{m, "", 0, 5, "false"}},
		{`truex`, want{m, "", 4, 5, "the end of the document"}},
		{`{"a":1,}`, want{m, "", 7, 8, name}},
		{`{,}`, want{m, "", 1, 2, name}},
		{`{a:1}`, want{m, "", 1, 2, name}},
		{`{"a"}`, want{m, "", 4, 5, "a colon"}},
		{`{"a" 1}`, want{m, "", 5, 6, "a colon"}},
		{`{"a":}`, want{m, "/a", 5, 6, value}},
		{`{"a":`, want{m, "/a", 5, 5, value}},
		{`{"a":1`, want{m, "", 6, 6, comma}},
		{`{"a":1 "b":2}`, want{m, "", 7, 8, comma}},
		{`{"a":[1}`, want{m, "/a", 7, 8, bracket}},
		{`{"a":[1,]}`, want{m, "/a/1", 8, 9, value}},
		{`[1,`, want{m, "/1", 3, 3, value}},
		{`[,1]`, want{m, "/0", 1, 2, value}},
		{`[1 2]`, want{m, "", 3, 4, bracket}},
		{`[1;2]`, want{m, "", 2, 3, bracket}},
		{`[+1]`, want{m, "/0", 1, 2, value}},
		{`[01]`, want{m, "", 2, 3, bracket}},
		{`[-]`, want{m, "/0", 2, 3, "a digit"}},
		{`[-01]`, want{m, "", 3, 4, bracket}},
		{`[1.]`, want{m, "/0", 3, 4, "a digit"}},
		{`[1.e1]`, want{m, "/0", 3, 4, "a digit"}},
		{`[.5]`, want{m, "/0", 1, 2, value}},
		{`[1e]`, want{m, "/0", 3, 4, "a digit"}},
		{`[1e+]`, want{m, "/0", 4, 5, "a digit"}},
		{`[NaN]`, want{m, "/0", 1, 2, value}},
		{`'a'`, want{m, "", 0, 1, value}},
		{`"a`, want{m, "", 2, 2, "a closing quote"}},
		{`"a\`, want{m, "", 2, 3, "a valid escape"}},
		{`"a\"`, want{m, "", 4, 4, "a closing quote"}},
		{`{"a\x":1}`, want{m, "", 3, 5, "a valid escape"}},
		{`"\u12G4"`, want{m, "", 1, 3, "a valid escape"}},
		{`"\u12`, want{m, "", 1, 3, "a valid escape"}},
		{`"\U0041"`, want{m, "", 1, 3, "a valid escape"}},
		{"[\"a\nb\"]", want{m, "/0", 3, 4, "an escape in place of a control character"}},
		{"{\"a\":\"\x1f\"}", want{m, "/a", 6, 7, "an escape in place of a control character"}},
		{`["\ud83d"]`, want{m, "/0", 2, 8, half}},
		{`["x\ude42\ud83d"]`, want{m, "/0", 3, 9, half}},
		{`["\ud83d\u0041"]`, want{m, "/0", 2, 8, half}},
		{`["\ud83d\n"]`, want{m, "/0", 2, 8, half}},
		{`{"a":{"\udead":1}}`, want{m, "/a", 7, 13, half}},
		{"{\"a\":\"b\xff\"}", want{decorum.InvalidUTF8, "/a", 7, 8, ""}},
		{"{\"a\":\"\xc3\\n\"}", want{decorum.InvalidUTF8, "/a", 6, 9, ""}},
		{"{\"a\xed\xa0\x80\":1}", want{decorum.InvalidUTF8, "", 3, 6, ""}},
		{"[1,\xff]", want{m, "/1", 3, 4, value}},
		{`{"a":1,"b":{"c":1,"c":2}}`, want{decorum.Duplicate, "/b/c", 18, 21, ""}},
		{`{"a":1,"\u0061":1}`, want{decorum.Duplicate, "", 7, 15, ""}},
		{`{"\u0061":1,"a":1}`, want{decorum.Duplicate, "/a", 12, 15, ""}},
		{`{"a":{"<script>":[tru]}}`, want{m, "/a", 18, 22, "true"}},
		{`{"` + strings.Repeat("k", 65) + `":[x]}`, want{m, "", 70, 71, value}},
	} {
		for how, read := range map[string]func(string) error{
			"skipped": func(doc string) error { return wire.Valid(doc, wire.Limits{}) },
			"read":    func(doc string) error { _, err := decodeTree(doc); return err },
		} {
			err := read(c.doc)
			var e *decorum.Error
			if !errors.As(err, &e) || len(e.Violations) != 1 {
				t.Errorf("%s %q: got %v, want one violation", how, c.doc, err)
				continue
			}
			v := e.Violations[0]
			got := want{v.Code, v.Path, v.Span.Start, v.Span.End, v.Want}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("%s %q (-want +got):\n%s", how, c.doc, diff)
			}
			if v.Severity != decorum.SeverityError || strings.Contains(err.Error(), "script") {
				t.Errorf("%s %q: %v", how, c.doc, err)
			}
		}
	}
}

func TestLimitsAtTheirBounds(t *testing.T) {
	nested := func(n int, open, end string) string { return strings.Repeat(open, n) + "1" + strings.Repeat(end, n) }
	list := func(n int) string { return "[" + strings.Repeat("0,", n-1) + "0]" }
	members := func(n int) string {
		var b strings.Builder
		for i := range n {
			b.WriteString(`,"` + strings.Repeat("k", i%7) + string(rune('a'+i%26)) + string(rune(0x4e00+i)) + `":0`)
		}
		return "{" + b.String()[1:] + "}"
	}
	for _, c := range []struct {
		name   string
		doc    string
		limits wire.Limits
		want   decorum.Violation
	}{
		{"depth 31", nested(31, "[", "]"), wire.Limits{}, decorum.Violation{}},
		{"depth 32", nested(32, `{"a":`, "}"), wire.Limits{}, decorum.Violation{}},
		{"depth 33", nested(33, "[", "]"), wire.Limits{}, decorum.Violation{
			Code: decorum.TooDeep, Path: strings.Repeat("/0", 32), Span: decorum.Span{Start: 32, End: 33}, Limit: 32, Actual: 33, Unit: decorum.Levels,
		}},
		{"depth 3 of 2", `{"a":[[]]}`, wire.Limits{Depth: 2}, decorum.Violation{
			Code: decorum.TooDeep, Path: "/a/0", Span: decorum.Span{Start: 6, End: 7}, Limit: 2, Actual: 3, Unit: decorum.Levels,
		}},
		{"depth 100 of 100", nested(100, "[", "]"), wire.Limits{Depth: 100}, decorum.Violation{}},
		{"depth 1,000", nested(1000, "[", "]"), wire.Limits{Depth: 1 << 30}, decorum.Violation{}},
		{"depth 1,001", nested(1001, `{"a":0,"a":`, "}"), wire.Limits{Depth: 1 << 30}, decorum.Violation{
			Code: decorum.TooDeep, Path: strings.Repeat("/a", 1000), Span: decorum.Span{Start: 11_000, End: 11_001}, Limit: 1000, Actual: 1001, Unit: decorum.Levels,
		}},
		{"bytes 9 of 10", "[1,2,3,4]", wire.Limits{Bytes: 10}, decorum.Violation{}},
		{"bytes 10 of 10", "[1,2,3,45]", wire.Limits{Bytes: 10}, decorum.Violation{}},
		{"bytes 11 of 10", "[1,2,3,456]", wire.Limits{Bytes: 10}, decorum.Violation{
			Code: decorum.TooLarge, Limit: 10, Actual: 11, Unit: decorum.Bytes,
		}},
		{"elements 3 of 3", list(3), wire.Limits{Members: 3}, decorum.Violation{}},
		{"elements 4 of 3", list(4), wire.Limits{Members: 3}, decorum.Violation{
			Code: decorum.TooMany, Span: decorum.Span{Start: 7, End: 8}, Limit: 3, Actual: 4, Unit: decorum.Items,
		}},
		{"elements 9,999", list(9_999), wire.Limits{}, decorum.Violation{}},
		{"elements 10,000", list(10_000), wire.Limits{}, decorum.Violation{}},
		{"elements 10,001", list(10_001), wire.Limits{}, decorum.Violation{
			Code: decorum.TooMany, Span: decorum.Span{Start: 20_001, End: 20_002}, Limit: 10_000, Actual: 10_001, Unit: decorum.Items,
		}},
		{"members 10,000", members(10_000), wire.Limits{}, decorum.Violation{}},
		{"members 4 of 3", `{"v":{"a":1,"b":2,"c":3,"d":4}}`, wire.Limits{Members: 3}, decorum.Violation{
			Code: decorum.TooMany, Path: "/v", Span: decorum.Span{Start: 24, End: 25}, Limit: 3, Actual: 4, Unit: decorum.Items,
		}},
		{"bytes over the default", strings.Repeat(" ", wire.DefaultBytes) + "1", wire.Limits{}, decorum.Violation{
			Code: decorum.TooLarge, Limit: wire.DefaultBytes, Actual: wire.DefaultBytes + 1, Unit: decorum.Bytes,
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var r wire.Reader
			r.Reset([]byte(c.doc), c.limits)
			err := r.Done()
			if borrowed := wire.Valid(c.doc, c.limits); fmt.Sprint(borrowed) != fmt.Sprint(err) {
				t.Errorf("with memory of its own: %v, borrowed: %v", err, borrowed)
			}
			if c.want.Code == "" {
				if err != nil {
					t.Fatal(err)
				}
				return
			}
			c.want.Severity = decorum.SeverityError
			vs := r.Violations()
			if diff := cmp.Diff(c.want, vs[len(vs)-1]); diff != "" || err == nil {
				t.Errorf("(-want +got):\n%s", diff)
			}
			if r.Err() == nil {
				t.Error("the document was not ended")
			}
		})
	}
}

// What is read element by element is bounded over all arrays, what is passed over
// is not.
func TestElementsOfAllArraysAreBounded(t *testing.T) {
	for _, c := range []struct {
		doc    string
		limits wire.Limits
		most   int64
	}{
		{`[[1,2],[3]]`, wire.Limits{Elements: 5}, 0},
		{`[[1,2],[3],[]]`, wire.Limits{Elements: 5}, 5},
		{`[[1,2],[3]]`, wire.Limits{Elements: 4}, 4},
		{`[{"a":[1,2,3]},{"a":[[[]]]}]`, wire.Limits{Elements: 2}, 0},
		{`[[1,2],[3]]`, wire.Limits{}, 0},
	} {
		r := wire.NewStringReader(c.doc, c.limits)
		for range r.Array() {
			if r.Kind() == wire.Array {
				for range r.Array() {
					r.Skip()
				}
			}
		}
		err := r.Done()
		if errors.Is(err, decorum.TooMany) != (c.most > 0) || (err == nil) != (c.most == 0) {
			t.Errorf("%s: %v", c.doc, err)
		}
		for v := range decorum.All(err) {
			if v.Limit != c.most || v.Actual != c.most+1 {
				t.Errorf("%s: %v", c.doc, v)
			}
		}
		r.ResetString(`[[],[]]`, wire.Limits{Elements: 2})
		for range r.Array() {
			r.Skip()
		}
		if err := r.Done(); err != nil {
			t.Errorf("after %s: %v", c.doc, err)
		}
	}
}
