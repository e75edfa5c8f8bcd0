package wire_test

import (
	"errors"
	"fmt"
	"iter"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/internal/wire"
)

// read reads a document by f and returns what Done does.
func read(doc string, f func(r *wire.Reader)) error {
	r := wire.NewStringReader(doc, wire.Limits{})
	f(r)
	return r.Done()
}

func TestValuesOfEachKind(t *testing.T) {
	var got []any
	err := read(`[null,true,false,-12,1.50e3,"é\n",[],{"a":1},"x"]`, func(r *wire.Reader) {
		for range r.Array() {
			switch r.Kind() {
			case wire.Null:
				got = append(got, r.Null())
			case wire.Bool:
				got = append(got, r.Bool())
			case wire.Number:
				got = append(got, r.Number())
			case wire.String:
				got = append(got, r.Text())
			default:
				got = append(got, r.Raw())
			}
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	want := []any{true, true, false, "-12", "1.50e3", "é\n", "[]", `{"a":1}`, "x"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestNumbersOnDemand(t *testing.T) {
	type outcome struct {
		Value any
		Code  decorum.Code
	}
	integer := func(r *wire.Reader) any { return r.Int64() }
	float := func(r *wire.Reader) any { return r.Float64() }
	looseInteger := func(r *wire.Reader) any { return r.LooseInt64() }
	looseFloat := func(r *wire.Reader) any { return r.LooseFloat64() }
	looseText := func(r *wire.Reader) any { return r.LooseText() }
	zero := int64(0)
	for _, c := range []struct {
		doc  string
		read func(*wire.Reader) any
		want outcome
	}{
		{`0`, integer, outcome{zero, ""}},
		{`-0`, integer, outcome{zero, ""}},
		{`9223372036854775806`, integer, outcome{int64(math.MaxInt64 - 1), ""}},
		{`9223372036854775807`, integer, outcome{int64(math.MaxInt64), ""}},
		{`9223372036854775808`, integer, outcome{zero, decorum.OutOfRange}},
		{`-9223372036854775808`, integer, outcome{int64(math.MinInt64), ""}},
		{`-9223372036854775809`, integer, outcome{zero, decorum.OutOfRange}},
		{`1.0`, integer, outcome{zero, decorum.WrongType}},
		{`1e3`, integer, outcome{zero, decorum.WrongType}},
		{`"1"`, integer, outcome{zero, decorum.WrongType}},
		{`null`, integer, outcome{zero, decorum.WrongType}},
		{`{"a":[1,{}]}`, integer, outcome{zero, decorum.WrongType}},
		{`-34.60371`, float, outcome{-34.60371, ""}},
		{`179.9999912`, float, outcome{179.9999912, ""}},
		{`1e308`, float, outcome{1e308, ""}},
		{`1e309`, float, outcome{0.0, decorum.OutOfRange}},
		{`1e-400`, float, outcome{0.0, ""}},
		{`true`, float, outcome{0.0, decorum.WrongType}},
		{`"1763766000"`, looseInteger, outcome{int64(1763766000), ""}},
		{`1763766000`, looseInteger, outcome{int64(1763766000), ""}},
		{`"-1"`, looseInteger, outcome{int64(-1), ""}},
		{`""`, looseInteger, outcome{zero, decorum.Malformed}},
		{`" 1"`, looseInteger, outcome{zero, decorum.Malformed}},
		{`"+1"`, looseInteger, outcome{zero, decorum.Malformed}},
		{`"01"`, looseInteger, outcome{zero, decorum.Malformed}},
		{`"1x"`, looseInteger, outcome{zero, decorum.Malformed}},
		{`"-"`, looseInteger, outcome{zero, decorum.Malformed}},
		{`"1.5"`, looseInteger, outcome{zero, decorum.WrongType}},
		{`"99999999999999999999"`, looseInteger, outcome{zero, decorum.OutOfRange}},
		{`"\u0031"`, looseInteger, outcome{int64(1), ""}},
		{`"\ud800"`, looseInteger, outcome{zero, decorum.Malformed}},
		{`false`, looseInteger, outcome{zero, decorum.WrongType}},
		{`"37.44"`, looseFloat, outcome{37.44, ""}},
		{`37.44`, looseFloat, outcome{37.44, ""}},
		{`"Infinity"`, looseFloat, outcome{0.0, decorum.Malformed}},
		{`"0x1p4"`, looseFloat, outcome{0.0, decorum.Malformed}},
		{`"1_0"`, looseFloat, outcome{0.0, decorum.Malformed}},
		{`"1e999"`, looseFloat, outcome{0.0, decorum.OutOfRange}},
		{`12345678901234567890`, looseText, outcome{"12345678901234567890", ""}},
		{`1.50`, looseText, outcome{"1.50", ""}},
		{`"id"`, looseText, outcome{"id", ""}},
		{`[]`, looseText, outcome{"", decorum.WrongType}},
	} {
		var got outcome
		r := wire.NewStringReader(c.doc, wire.Limits{})
		got.Value = c.read(r)
		if vs := r.Violations(); len(vs) > 0 {
			got.Code = vs[0].Code
			if end := len(c.doc); len(vs) != 1 || vs[0].Span.End != end && c.doc != `"\ud800"` {
				t.Errorf("%s: %v", c.doc, vs)
			}
		}
		if r.Err() != nil || (r.Done() == nil) != (got.Code == "") {
			t.Errorf("%s: %v", c.doc, r.Done())
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.doc, diff)
		}
	}
}

func TestAValueOfAnotherKindIsToldAndPassedOver(t *testing.T) {
	var text string
	var sum int64
	err := read(`{"text":{"deep":[1,"two"]},"object":"x","list":{"a":1},"flag":0,"n":[[]],"sum":7}`, func(r *wire.Reader) {
		for key := range r.Object() {
			switch key {
			case "text":
				text = r.Text()
			case "object":
				for key := range r.Object() {
					t.Errorf("a string has the member %q", key)
				}
			case "list":
				for i := range r.Array() {
					t.Errorf("an object has the element %d", i)
				}
			case "flag":
				if r.Bool() {
					t.Error("0 is true")
				}
			case "n":
				if r.Number() != "" {
					t.Error("an array is a number")
				}
			case "sum":
				sum = r.Int64()
			}
		}
	})
	var got []string
	for v := range decorum.All(err) {
		got = append(got, v.String())
	}
	want := []string{
		"/text: of another kind than the one that belongs here; give that kind (at byte 8); want a string",
		"/object: of another kind than the one that belongs here; give that kind (at byte 36); want an object",
		"/list: of another kind than the one that belongs here; give that kind (at byte 47); want an array",
		"/flag: of another kind than the one that belongs here; give that kind (at byte 62); want true or false",
		"/n: of another kind than the one that belongs here; give that kind (at byte 68); want a number",
	}
	if diff := cmp.Diff(want, got); diff != "" || text != "" || sum != 7 {
		t.Errorf("text %q, sum %d (-want +got):\n%s", text, sum, diff)
	}
}

func TestAValueOfAnotherKindThatIsMalformedToo(t *testing.T) {
	var got []string
	for v := range decorum.All(read(`[{"a" 1}]`, func(r *wire.Reader) {
		for range r.Array() {
			_ = r.Text()
		}
	})) {
		got = append(got, fmt.Sprint(v.Path, " ", v.Code, " ", v.Span))
	}
	if diff := cmp.Diff([]string{"/0 wrong_type {1 2}", "/0 malformed {6 7}"}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestNulls(t *testing.T) {
	doc := `{"a":null,"b":"x","c":[null],"d":null}`
	var names []string
	list := func(r *wire.Reader) {
		for key := range r.Object() {
			names = append(names, key)
		}
	}
	if err := read(doc, list); err != nil || strings.Join(names, "") != "abcd" {
		t.Errorf("%q, %v", names, err)
	}
	names = nil
	if err := read(doc, func(r *wire.Reader) { r.SkipNulls(); list(r) }); err != nil || strings.Join(names, "") != "bc" {
		t.Errorf("without nulls: %q, %v", names, err)
	}
	if err := read(`{"a":null,"a":1}`, func(r *wire.Reader) { r.SkipNulls(); list(r) }); !errors.Is(err, decorum.Duplicate) {
		t.Errorf("a name after a null of the same name: %v", err)
	}
	if err := read(`{"a":nul}`, func(r *wire.Reader) { r.SkipNulls(); list(r) }); !errors.Is(err, decorum.Malformed) {
		t.Errorf("nul: %v", err)
	}
	if err := read(`null`, func(r *wire.Reader) {
		if r.Text() != "" {
			t.Error("null is a text")
		}
	}); !errors.Is(err, decorum.WrongType) {
		t.Errorf("null for a text: %v", err)
	}
}

func TestALoopThatIsLeftEarly(t *testing.T) {
	var rest []string
	doc := `{"a":{"x":{"y":[1,{"z":[2]}]},"w":3},"b":[[1,2],[3]],"c":"end"}`
	err := read(doc, func(r *wire.Reader) {
		for key := range r.Object() {
			switch key {
			case "a":
				func() {
					for range r.Object() {
						for range r.Object() {
							for range r.Array() {
								return
							}
						}
					}
				}()
			case "b":
				for range r.Array() {
					break
				}
			default:
				rest = append(rest, key+"="+r.Text())
			}
		}
	})
	if err != nil || strings.Join(rest, ",") != "c=end" {
		t.Errorf("%q, %v", rest, err)
	}
	for _, bad := range []string{`{"a":{"x":1,"y":}}`, `[1,[2,x]]`} {
		if err := read(bad, func(r *wire.Reader) {
			for range r.Object() {
				break
			}
		}); !errors.Is(err, decorum.Malformed) {
			t.Errorf("%s, left early: %v", bad, err)
		}
	}
}

func TestUnknownMembersAreKept(t *testing.T) {
	var got []wire.Member
	err := read(`{"known":1,"n\u0065w": {"a" : [1, "\u00e9"]} ,"":null}`, func(r *wire.Reader) {
		for key := range r.Object() {
			switch key {
			case "known":
				r.Int64()
			default:
				got = append(got, r.Member(key))
			}
		}
	})
	want := []wire.Member{{"new", `{"a" : [1, "\u00e9"]}`}, {"", "null"}}
	if diff := cmp.Diff(want, got); diff != "" || err != nil {
		t.Errorf("%v (-want +got):\n%s", err, diff)
	}
	if err := read(`[{"a":1,"a":2}]`, func(r *wire.Reader) {
		for range r.Array() {
			r.Raw()
		}
	}); !errors.Is(err, decorum.Duplicate) {
		t.Errorf("a raw value with a name twice: %v", err)
	}
}

func TestStringsOutliveTheirBody(t *testing.T) {
	body := []byte(`["plain","esc\u0061ped",{"raw":1}]`)
	r := wire.NewReader(body, wire.Limits{})
	var got []string
	for i := range r.Array() {
		if i < 2 {
			got = append(got, r.Text())
		} else {
			got = append(got, r.Raw())
		}
	}
	clear(body)
	if diff := cmp.Diff([]string{"plain", "escaped", `{"raw":1}`}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// Strings with escapes lie behind the reader's copy of a short body, and in memory of
// their own once there is no room: they stay when more are read, when the reader is
// reset, and when the bodies are gone.
func TestStringsOutliveTheirReader(t *testing.T) {
	var r wire.Reader
	var got, want []string
	for _, size := range []int{0, 1, 7, 8, 100, 500, 4094, 4095, 4096, 4097, 4098, 9000} {
		var doc strings.Builder
		doc.WriteString(`{"na\u006de":[`)
		for i := 0; doc.Len()+32 < size || i == 0; i++ {
			piece := strings.Repeat(string(rune('a'+i%26)), 1+i%13)
			doc.WriteString(`"` + piece + `\n` + piece + `",`)
			want = append(want, piece+"\n"+piece)
		}
		doc.WriteString(`"last"]}`)
		want = append(want, "last", "name")
		body := []byte(doc.String() + strings.Repeat(" ", max(0, size-doc.Len())))
		r.Reset(body, wire.Limits{})
		for name := range r.Object() {
			for range r.Array() {
				got = append(got, r.Text())
			}
			got = append(got, name)
		}
		if err := r.Done(); err != nil {
			t.Fatal(err)
		}
		clear(body)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestUnescapedStringsDoNotOverwriteEachOther(t *testing.T) {
	var doc strings.Builder
	var want []string
	doc.WriteString(`["first"`)
	for i := range 3000 {
		piece := strings.Repeat("é", i%97)
		doc.WriteString(`,"\u00e9` + piece + `\ud83d\ude42\/"`)
		want = append(want, "é"+piece+"🙂/")
	}
	doc.WriteString(`]`)
	var got []string
	err := read(doc.String(), func(r *wire.Reader) {
		for i := range r.Array() {
			if i > 0 {
				got = append(got, r.Text())
			}
		}
	})
	if diff := cmp.Diff(want, got); diff != "" || err != nil {
		t.Errorf("%v (-want +got):\n%s", err, diff)
	}
}

func TestLookup(t *testing.T) {
	for _, c := range []struct {
		doc, want string
		ok        bool
	}{
		{`{"type":"url","x":1}`, "url", true},
		{`{"x":{"type":"inner"},"y":[{"type":"z"}],"type":"\u0075rl"}`, "url", true},
		{`{"Type":"url"}`, "", false},
		{`{"type":1}`, "", false},
		{`{"type":{"type":"a"}}`, "", false},
		{`{"x":1,"x":2,"type":"late"}`, "late", true},
		{`{"type":"\ud800"}`, "", false},
		{`{"x":tru,"type":"a"}`, "", false},
		{`[1]`, "", false},
		{`"type"`, "", false},
	} {
		plain, _ := decodeTree(c.doc)
		var vs, after decorum.Violations
		r := wire.NewStringReader(c.doc, wire.Limits{})
		got, ok := r.Lookup("type")
		if got != c.want || ok != c.ok {
			t.Errorf("%s: %q, %v", c.doc, got, ok)
		}
		if r.Err() != nil || r.Violations() != nil {
			t.Errorf("%s: the lookup left %v", c.doc, r.Violations())
		}
		tree := readTree(r, func() way { return direct })
		_ = r.Done()
		after = r.Violations()
		fresh := wire.NewStringReader(c.doc, wire.Limits{})
		readTree(fresh, func() way { return direct })
		_ = fresh.Done()
		vs = fresh.Violations()
		if diff := cmp.Diff(plain, tree); diff != "" {
			t.Errorf("%s after a lookup (-want +got):\n%s", c.doc, diff)
		}
		if diff := cmp.Diff(vs, after); diff != "" {
			t.Errorf("%s after a lookup (-want +got):\n%s", c.doc, diff)
		}
	}
}

func TestLookupLeavesNoNamesBehind(t *testing.T) {
	doc := `[{"a":{"!":1,"type":"t"},"!":0},{"a":{"x":1,"y":{"z":1},"type":"t","w":0},"x":2,"y":3,"z":4,"type":5,"w":6}]`
	if err := read(doc, func(r *wire.Reader) {
		for range r.Array() {
			for range r.Object() {
				if kind, ok := r.Lookup("type"); ok && kind != "t" {
					t.Errorf("the type is %q", kind)
				}
			}
		}
	}); err != nil {
		t.Error(err)
	}
}

func TestLookupLeavesTheListOfViolations(t *testing.T) {
	r := wire.NewStringReader("["+strings.Repeat("0,", 150)+`{"a":tru}]`, wire.Limits{})
	for i := range r.Array() {
		if i < 150 {
			_ = r.Text()
			continue
		}
		before := fmt.Sprint(r.Violations())
		r.Lookup("type")
		if after := fmt.Sprint(r.Violations()); after != before {
			t.Errorf("before %s, after %s", before, after)
		}
	}
}

func TestValuesAreZeroOnceTheDocumentIsOver(t *testing.T) {
	for _, doc := range []string{`tru`, `fals`, `nul`, `-`, `"x`, `"\u00`, `{"a"`, `[`, ``} {
		r := wire.NewStringReader(doc, wire.Limits{})
		got := []any{r.Bool(), r.Null(), r.Int64(), r.Float64(), r.Number(), r.Text(), r.LooseText(), r.LooseInt64(), r.Raw(), r.Kind()}
		want := []any{false, false, int64(0), 0.0, "", "", "", int64(0), "", wire.Kind(0)}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", doc, diff)
		}
		for range r.Object() {
			t.Errorf("%s: a member", doc)
		}
		if !errors.Is(r.Done(), decorum.Malformed) {
			t.Errorf("%s: %v", doc, r.Done())
		}
	}
	if r := wire.NewStringReader(`nul`, wire.Limits{}); r.Null() {
		t.Error("nul is null")
	}
	if r := wire.NewStringReader(`{"a":"b`, wire.Limits{}); r.Raw() != "" {
		t.Error("half an object has a text")
	}
}

func TestMisuseIsTold(t *testing.T) {
	for name, f := range map[string]func(r *wire.Reader){
		"a value read twice": func(r *wire.Reader) {
			for range r.Object() {
				r.Raw()
				r.Text()
			}
		},
		"a container read twice": func(r *wire.Reader) {
			for range r.Object() {
				r.Skip()
				for range r.Array() {
					t.Error("an element of nothing")
				}
			}
		},
		"a loop that is put aside": func(r *wire.Reader) {
			for name := range r.Object() {
				if name == "b" {
					next, _ := iter.Pull(r.Array())
					next()
				}
			}
		},
		"the end within a loop": func(r *wire.Reader) {
			for range r.Object() {
				if r.Done() == nil {
					t.Error("done within a loop")
				}
			}
		},
		"the value of the document read twice": func(r *wire.Reader) {
			r.Skip()
			r.Skip()
		},
		"a loop within the wrong loop": func(r *wire.Reader) {
			loop := r.Object()
			for range loop {
				r.Skip()
				for range loop {
					t.Error("a member of nothing")
				}
			}
		},
	} {
		r := wire.NewStringReader(`{"a":"x","b":[1]}`, wire.Limits{})
		f(r)
		var e *decorum.Error
		if err := r.Done(); err == nil || errors.As(err, &e) || r.Err() == nil || !strings.HasPrefix(err.Error(), "wire: ") {
			t.Errorf("%s: %v", name, err)
		}
	}
	var zero wire.Reader
	if zero.Done() != nil || zero.Kind() != 0 || zero.Null() {
		t.Error("the zero Reader has a value")
	}
}

func TestAMisusedReaderIsUsedAgain(t *testing.T) {
	var r wire.Reader
	if r.Text() != "" || r.Done() == nil {
		t.Error("a text of no document")
	}
	r.ResetString(`"x"`, wire.Limits{})
	if s, err := r.Text(), r.Done(); s != "x" || err != nil {
		t.Errorf("%q %v", s, err)
	}
}

func TestAReaderIsUsedAgain(t *testing.T) {
	var r wire.Reader
	r.SkipNulls()
	r.ResetString(`{"a":null}`, wire.Limits{})
	n := 0
	for range r.Object() {
		n++
		r.SkipNulls()
	}
	for i, c := range []struct {
		doc  string
		fine bool
	}{
		{`{"a":{"b":[1,2]}}`, true},
		{`{"a":{"b":[1,`, false},
		{`[{"a":1,"a":2}]`, false},
		{strings.Repeat("[", 40), false},
		{``, false},
		{`{"a":1,"b":2}`, true},
	} {
		r.ResetString(c.doc, wire.Limits{})
		if err := r.Done(); (err == nil) != c.fine {
			t.Errorf("%d: %v", i, err)
		}
	}
	r.SkipNulls()
	r.Reset([]byte(`{"a":null}`), wire.Limits{})
	for range r.Object() {
		n++
	}
	if n != 2 {
		t.Error("SkipNulls outlived the document")
	}
}
