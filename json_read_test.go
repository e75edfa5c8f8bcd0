package decorum_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum"
)

// TestViolationJSONIsStrict tells all that is wrong with a document, as code and
// path.
func TestViolationJSONIsStrict(t *testing.T) {
	for _, test := range []struct {
		name, data string
		want       []string
	}{
		{"names of any case are other names", `{"code":"too_long","severity":"error","Path":1,"UNIT":2,"Code":3}`, nil},
		{"capitals alone", `{"Code":"too_long","SEVERITY":"error"}`, []string{"malformed /code", "required /severity"}},
		{"a code twice", `{"code":"too_long","code":"too_short","severity":"error"}`, []string{"duplicate /code"}},
		{"the same twice", `{"code":"too_long","severity":"error","severity":"error"}`, []string{"duplicate /severity"}},
		{"three times", `{"code":"too_long","severity":"error","want":"a","want":"a","want":1}`, []string{"duplicate /want", "duplicate /want"}},
		{"written with an escape", `{"code":"too_long","\u0063ode":"too_long","severity":"error"}`, []string{"duplicate /code"}},
		{"unknown twice", `{"code":"too_long","severity":"error","more":1,"more":2}`, []string{"duplicate "}},
		{"unknown twice, with a name not to be shown", `{"code":"too_long","severity":"fatal","+1516":1,"+1516":2}`, []string{"duplicate ", "unknown /severity"}},
		{"null counts as missing", `{"code":"too_long","severity":"error","path":null,"span":null,"limit":null,"actual":null,"unit":null,"want":null}`, nil},
		{"null where something must be", `{"code":null,"severity":null}`, []string{"malformed /code", "required /severity"}},
		{"all at once", `{"code":1,"severity":2,"path":3,"span":4,"limit":"5","actual":[],"unit":6,"want":7}`, []string{
			"wrong_type /code", "wrong_type /severity", "wrong_type /path", "wrong_type /span", "wrong_type /limit",
			"wrong_type /actual", "wrong_type /unit", "wrong_type /want",
		}},
		{"in the order of the document", `{"want":7,"severity":"fatal","code":1}`, []string{"wrong_type /want", "wrong_type /code", "unknown /severity"}},
		{"null itself", `null`, []string{"wrong_type "}},
		{"half a pair", `{"code":"too_long","severity":"error","want":"\ud83d"}`, []string{"malformed "}},
		{"a first half and a letter", `{"code":"too_long","severity":"error","want":"\ud83dx\ude00"}`, []string{"malformed "}},
		{"halves the wrong way round", `{"code":"too_long","severity":"error","want":"\ude00\ud83d"}`, []string{"malformed "}},
		{"half a pair of no interest", `{"code":"too_long","severity":"error","more":{"\udfff":1}}`, []string{"malformed "}},
		{"a whole pair", `{"code":"too_long","severity":"error","want":"\ud83d\ude00\uD83D\uDE00\u00e9"}`, nil},
		{"a pair and a half", `{"code":"too_long","severity":"error","want":"\ud83d\ude00\ude00"}`, []string{"malformed "}},
		{"a backslash and a word", `{"code":"too_long","severity":"error","want":"\\\\ud83d\\ud83d"}`, nil},
		{"U+FFFD itself", `{"code":"too_long","severity":"error","want":"\ufffd` + "\uFFFD" + `"}`, nil},
		{"invalid UTF-8", "{\"code\":\"too_long\",\"severity\":\"error\",\"want\":\"\xff\"}", []string{"invalid_utf8 "}},
		{"invalid UTF-8 of no interest", "{\"code\":\"too_long\",\"severity\":\"error\",\"more\":\"\xff\"}", []string{"invalid_utf8 "}},
	} {
		v := decorum.Violation{Code: "kept"}
		err := v.UnmarshalJSON([]byte(test.data))
		var got []string
		for v := range decorum.All(err) {
			got = append(got, string(v.Code)+" "+v.Path)
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
		if err != nil && v != (decorum.Violation{Code: "kept"}) {
			t.Errorf("%s: refused, but changed the target to %#v", test.name, v)
		}
	}
	for _, test := range []struct {
		data string
		span decorum.Span
	}{
		{`{"want":"ab\ud83d"}`, decorum.Span{Start: 11, End: 17}},
		{"{\"want\":\"a\xff\"}", decorum.Span{Start: 10, End: 11}},
		{`{} {}`, decorum.Span{Start: 3, End: 4}},
	} {
		for v := range decorum.All(new(decorum.Violation).UnmarshalJSON([]byte(test.data))) {
			if v.Span != test.span {
				t.Errorf("%q: %v", test.data, v.Span)
			}
		}
	}
}

// TestViolationJSONOfManyMembers: neither many members nor many faults are in the
// way of the rest.
func TestViolationJSONOfManyMembers(t *testing.T) {
	data := `{"code":"too_long"` + strings.Repeat(`,"more":1`, 1000) + `,"severity":"fatal"}`
	var last decorum.Violation
	n := 0
	for v := range decorum.All(json.Unmarshal([]byte(data), new(decorum.Violation))) {
		last = v
		n++
	}
	if n != decorum.MaxViolations+1 || last.Code != decorum.Truncated || last.Actual != 1000 {
		t.Errorf("%d violations, %+v at the end", n, last)
	}
}
