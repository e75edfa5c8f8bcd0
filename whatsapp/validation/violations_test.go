package validation_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/go-playground/validator/v10"
	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/template"
	"github.com/decorum-go/decorum/whatsapp/validation"
)

func TestViolationsOfErrors(t *testing.T) {
	v := registered(t)
	type dto struct {
		A string `json:"a" validate:"required"`
	}
	field := v.Struct(dto{})
	var fields validator.ValidationErrors
	if !errors.As(field, &fields) {
		t.Fatal(field)
	}
	required := decorum.Violation{Code: decorum.Required, Severity: decorum.SeverityError, Path: "/a"}
	stale := decorum.Violation{Code: decorum.Stale, Severity: decorum.SeverityError, Path: "/b"}
	malformed := decorum.Violation{Code: decorum.Malformed, Severity: decorum.SeverityError}
	structs := decorum.Violation{Code: decorum.WrongType, Severity: decorum.SeverityError, Want: "a struct"}
	for name, c := range map[string]struct {
		err  error
		want decorum.Violations
	}{
		"none":           {nil, nil},
		"fields":         {field, decorum.Violations{required}},
		"one field":      {fields[0], decorum.Violations{required}},
		"wrapped":        {fmt.Errorf("bind: %w", field), decorum.Violations{required}},
		"joined":         {errors.Join(stale.Err(), io.EOF, fmt.Errorf("x: %w", field)), decorum.Violations{required, stale}},
		"ours":           {stale.Err(), decorum.Violations{stale}},
		"no struct":      {v.Struct(1), decorum.Violations{structs}},
		"nil":            {v.Struct(nil), decorum.Violations{structs}},
		"another":        {io.EOF, decorum.Violations{malformed}},
		"no fields":      {validator.ValidationErrors{}, decorum.Violations{malformed}},
		"nil field":      {validator.ValidationErrors{nil}, decorum.Violations{malformed}},
		"nil ours":       {(*decorum.Error)(nil), decorum.Violations{malformed}},
		"mere warnings":  {&decorum.Error{Violations: decorum.Violations{{Code: decorum.Stale, Severity: decorum.SeverityWarning}}}, decorum.Violations{{Code: decorum.Stale, Severity: decorum.SeverityWarning}, malformed}},
		"join of nobody": {errors.Join(io.EOF, io.EOF), decorum.Violations{malformed}},
	} {
		if diff := cmp.Diff(c.want, validation.Violations(c.err, dto{})); diff != "" {
			t.Errorf("%s: -want +got:\n%s", name, diff)
		}
	}
}

// An error about another value than the one given is placed by its own names.
func TestViolationsOfAnotherValue(t *testing.T) {
	v := registered(t)
	v.RegisterTagNameFunc(jsonNames)
	type dto struct {
		A string `json:"a" validate:"required"`
	}
	for _, value := range []any{nil, 1, "x", order{}, &order{}, []dto{{}}, (*dto)(nil), map[string]int{}} {
		vs := validation.Violations(v.Struct(dto{}), value)
		if len(vs) != 1 || vs[0].Path != "/a" {
			t.Errorf("%T: %v", value, vs)
		}
	}
	if vs := validation.Violations(v.Var("", "required"), dto{}); len(vs) != 1 || vs[0].Path != "" {
		t.Errorf("a value without a name: %v", vs)
	}
	if vs := validation.Violations(v.Struct(dto{}), dto{}, order{}); len(vs) != 1 || vs[0].Path != "/a" {
		t.Errorf("the first value counts: %v", vs)
	}
}

// A value that changed since, or keys that are neither texts nor integers: the
// path ends where it can be followed no further.
func TestPathsEndWhereTheValueDoes(t *testing.T) {
	type dto struct {
		Items []string            `json:"items" validate:"dive,required"`
		Bools map[bool]string     `json:"bools" validate:"dive,required"`
		Uints map[uint8]string    `json:"uints" validate:"dive,required"`
		Keys  map[string]string   `json:"keys" validate:"dive,required"`
		Inner *struct{ A string } `json:"inner"`
	}
	v := registered(t)
	d := dto{
		Items: []string{"", ""}, Bools: map[bool]string{true: ""}, Uints: map[uint8]string{1: ""},
		Keys: map[string]string{"a": "", "a" + strings.Repeat("]", 20): "x"},
	}
	err := v.Struct(d)
	if got := paths(validation.Violations(err, d)); got != "/items/0 /items/1 /bools /uints/1 /keys/a" {
		t.Error(got)
	}
	d.Keys = map[string]string{"a": "x", "a" + strings.Repeat("]", 20): ""}
	if got := paths(validation.Violations(v.Struct(d), d)); got != "/items/0 /items/1 /bools /uints/1 /keys" {
		t.Error(got)
	}
	now := dto{Items: []string{"x"}}
	if got := paths(validation.Violations(err, now)); got != "/items/0 /items /bools /uints /keys" {
		t.Error(got)
	}
	if got := paths(validation.Violations(err)); got != "/Items/0 /Items/1 /Bools /Uints/1 /Keys" {
		t.Error(got)
	}
}

// Embedded is inlined by encoding/json.
type Embedded struct {
	Inner string `json:"inner" validate:"wa_id"`
}

type named struct {
	Embedded2 `json:"named"`
	*Embedded
	hidden
}

// Embedded2 has a name of its own where it is embedded.
type Embedded2 struct {
	Deep string `json:"deep~/x" validate:"wa_id"`
}

// Word is no struct, so it has a name where it is embedded.
type Word string

// coded is a key that writes itself as another one.
type coded string

func (c coded) String() string { return "b" }

type hidden struct {
	Seen string `validate:"wa_id"`
}

type leafOf struct {
	ID string `json:"id" validate:"wa_id"`
}

type map1 struct {
	M map[coded]leafOf `json:"m" validate:"dive"`
}

type page[T any] struct {
	Items []T `json:"items" validate:"dive"`
}

// wrapper shows validator what it holds.
type wrapper struct{ held any }

func (w wrapper) ValidatorValue() any { return w.held }

// Places are those of the value's own JSON, whatever its types are like and
// whatever the host calls its fields. Each path leads to the value in the JSON.
func TestPlacesAreThoseOfJSON(t *testing.T) {
	type leaf struct {
		ID string `json:"id" validate:"wa_id"`
	}
	type named2 = named
	bad := leaf{"1"}
	ptr := &bad
	for _, c := range []struct {
		name  string
		value any
		want  []string
	}{
		{"plain", leaf{"1"}, []string{"/id"}},
		{"pointer", &ptr, nil},
		{"embedded", named2{Embedded2: Embedded2{"1"}, Embedded: &Embedded{"1"}, hidden: hidden{"1"}}, []string{"/named/deep~0~1x", "/inner", "/Seen"}},
		{"embedded word", struct {
			Word `validate:"wa_id"`
		}{"1"}, []string{"/Word"}},
		{"key that writes another", map1{map[coded]leafOf{"a": {"1"}, "b": {"15162837151"}}}, []string{"/m"}},
		{"generic", page[map[string]leaf]{Items: nil}, nil},
		{"generic list", page[leaf]{Items: []leaf{{"15162837151"}, {"1"}}}, []string{"/items/1/id"}},
		{"anonymous", struct {
			A leaf  `json:"a"`
			B *leaf `json:",omitempty"`
			C any   `json:"c,omitempty"`
			D any   `json:"-,"` //nolint:staticcheck // the name is "-"
		}{bad, &bad, bad, &ptr}, []string{"/a/id", "/B/id", "/c/id", "/-/id"}},
		{"lists", struct {
			A [][]leaf             `json:"a" validate:"dive,dive"`
			B [2]*leaf             `json:"b" validate:"dive"`
			C map[string][]leaf    `json:"c" validate:"dive,dive"`
			D map[int8]string      `json:"d" validate:"dive,wa_id"`
			E map[uint]leaf        `json:"e" validate:"dive"`
			F []string             `json:"f" validate:"dive,wa_id"`
			G map[string]string    `json:"g" validate:"dive,keys,wa_id,endkeys"`
			H map[decorum.Unit]any `json:"h" validate:"dive,required"`
		}{
			[][]leaf{{}, {{"15162837151"}, bad}},
			[2]*leaf{nil, &bad},
			map[string][]leaf{"x.y-z_1": {bad}},
			map[int8]string{-5: "1", 3: "1", 12: "1"},
			map[uint]leaf{7: bad},
			[]string{"1"},
			map[string]string{"k": ""},
			map[decorum.Unit]any{decorum.Bytes: nil},
		}, []string{
			"/a/1/1/id", "/b/1/id", "/c/x.y-z_1/0/id", "/d/-5", "/d/3", "/d/12", "/e/7/id", "/f/0", "/g/k",
			"/h", // the key writes itself
		}},
		{"quoted name", struct {
			A leaf `json:"a\"b"` //nolint:staticcheck // encoding/json passes such a name over
			B leaf `json:"ü"`
			C leaf `json:"c d"`
		}{bad, bad, bad}, []string{"/A/id", "/ü/id", "/c d/id"}},
	} {
		eachNaming(t, func(t *testing.T, v *validator.Validate) {
			value := c.value
			if c.name == "pointer" {
				value, c.want = ptr, []string{"/id"}
			}
			vs := validation.Violations(v.Struct(value), c.value)
			var got []string
			for _, found := range vs {
				got = append(got, found.Path)
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("%s: -want +got:\n%s", c.name, diff)
			}
			data, err := json.Marshal(c.value)
			if err != nil {
				t.Fatal(err)
			}
			for _, path := range got {
				if !leads(t, data, path) {
					t.Errorf("%s: %s leads nowhere in %s", c.name, path, data)
				}
			}
		})
	}
	v := registered(t)
	wrapped := struct {
		A wrapper `json:"a"`
		B *wrapper
	}{wrapper{bad}, &wrapper{&bad}}
	vs := validation.Violations(v.Struct(wrapped), wrapped)
	if len(vs) != 2 || vs[0].Path != "/a/id" || vs[1].Path != "/B/id" {
		t.Errorf("wrappers: %v", vs)
	}
}

// leads reports whether the JSON has something at the path.
func leads(t *testing.T, data []byte, path string) bool {
	t.Helper()
	var at any
	if err := json.Unmarshal(data, &at); err != nil {
		t.Fatal(err)
	}
	tokens, err := decorum.SplitPointer(path)
	if err != nil {
		t.Error(err)
	}
	for _, token := range tokens {
		switch in := at.(type) {
		case map[string]any:
			next, ok := in[token]
			if !ok {
				return false
			}
			at = next
		case []any:
			var i int
			if _, err := fmt.Sscan(token, &i); err != nil || i >= len(in) {
				return false
			}
			at = in[i]
		default:
			return false
		}
	}
	return true
}

// Nothing of a hostile key reaches a violation, with or without the value, and
// none leads to another entry than its own.
func TestHostileKeysEndThePath(t *testing.T) {
	type item struct {
		Title string `json:"title" validate:"wa_row_title"`
	}
	type dto struct {
		M map[string]item   `json:"m" validate:"dive"`
		S map[string]string `json:"s" validate:"dive,required"`
	}
	for _, key := range []string{
		"a]\n.Evil[0]", "a].Evil[0", "0].Evil", "Evil].Title", "a.Evil]", strings.Repeat("Evil", 75), "", "]", "[", "Evil/../x", "Evil~1",
		"\xffEvil", "Evil\x00", "\u202eEvil", "É", strings.Repeat("]", 1000), "Evil[Evil]",
	} {
		eachNaming(t, func(t *testing.T, v *validator.Validate) {
			d := dto{map[string]item{key: {}}, map[string]string{key: ""}}
			err := v.Struct(d)
			for _, vs := range []decorum.Violations{validation.Violations(err, d), validation.Violations(err)} {
				if len(vs) != 2 {
					t.Fatalf("%q: %v", key, vs)
				}
				for _, found := range vs {
					if strings.Contains(found.Path, "Evil") || found.Span != (decorum.Span{}) {
						t.Errorf("%q: %#v", key, found)
					}
				}
			}
			vs := validation.Violations(err, d)
			if vs[0].Path != "/m" || vs[1].Path != "/s" {
				t.Errorf("%q: %q and %q", key, vs[0].Path, vs[1].Path)
			}
		})
	}
	// A key that looks like a way into another entry ends the path there, too.
	v := registered(t)
	d := dto{M: map[string]item{"a": {"fine"}, "a].Title[b": {}, "0": {"fine"}, "0].M[0": {}}}
	for _, found := range validation.Violations(v.Struct(d), d) {
		if found.Path != "/m" {
			t.Errorf("%q points to another entry", found.Path)
		}
	}
}

// The order is that of the document, and the same each time.
func TestViolationsAreInOrder(t *testing.T) {
	type item struct {
		Z string `json:"z" validate:"required"`
		A string `json:"a" validate:"required"`
	}
	type dto struct {
		Last  string              `json:"last" validate:"required"`
		Map   map[string]item     `json:"map" validate:"dive"`
		Ints  map[int]item        `json:"ints" validate:"dive"`
		Slice []item              `json:"slice" validate:"dive"`
		Evil  map[string]string   `json:"evil" validate:"dive,oneof=a"`
		List  template.Structured `json:"list"`
		First string              `json:"first" validate:"required"`
	}
	v := registered(t)
	v.RegisterTagNameFunc(jsonNames)
	d := dto{
		Map: map[string]item{"b": {}, "a": {}, "c": {}}, Ints: map[int]item{10: {}, 9: {}, -1: {}}, Slice: make([]item, 11),
		Evil: map[string]string{"x]": "", "y]": "", "z]": "a"}, List: template.List{},
	}
	want := "/last /map/a/z /map/a/a /map/b/z /map/b/a /map/c/z /map/c/a /ints/-1/z /ints/-1/a /ints/9/z /ints/9/a /ints/10/z /ints/10/a"
	for i := range 11 {
		want += fmt.Sprintf(" /slice/%d/z /slice/%[1]d/a", i)
	}
	want += " /evil /evil /list/body /list/menu /list/sections /first"
	first := ""
	for range 30 {
		err := v.Struct(d)
		if diff := cmp.Diff(want, paths(validation.Violations(err, d))); diff != "" {
			t.Fatalf("-want +got:\n%s", diff)
		}
		again := paths(validation.Violations(err))
		if first == "" {
			first = again
		}
		if again != first {
			t.Fatalf("without the value, the order changes:\n%s\n%s", first, again)
		}
	}
	if !strings.HasPrefix(first, "/last /map /map") || !strings.HasSuffix(first, "/evil /evil /list/body /list/menu /list/sections /first") {
		t.Errorf("without the value: %s", first)
	}
}

func paths(vs decorum.Violations) string {
	var list []string
	for _, v := range vs {
		list = append(list, v.Path)
	}
	return strings.Join(list, " ")
}

// A node may be nested as deep as JSON lets it; paths stop at their bound.
type node struct {
	Next *node  `json:"next"`
	ID   string `json:"id" validate:"omitempty,wa_id"`
}

func TestPathsAreBounded(t *testing.T) {
	v := registered(t)
	for _, c := range []struct{ depth, steps int }{{0, 1}, {62, 63}, {63, 64}, {64, 64}, {65, 64}, {20_000, 64}} {
		n := &node{ID: "1"}
		for range c.depth {
			n = &node{Next: n}
		}
		err := v.Struct(n)
		for _, vs := range []decorum.Violations{validation.Violations(err, n), validation.Violations(err)} {
			if len(vs) != 1 {
				t.Fatalf("%d deep: %v", c.depth, vs)
			}
			if got := strings.Count(vs[0].Path, "/"); got != c.steps {
				t.Errorf("%d deep: %d steps, want %d", c.depth, got, c.steps)
			}
		}
	}
	type pointers struct {
		P **********string `json:"p" validate:"wa_id"`
	}
	if vs := validation.Violations(v.Struct(pointers{}), pointers{}); len(vs) != 1 || vs[0].Path != "/p" || vs[0].Code != decorum.Required {
		t.Errorf("%v", vs)
	}
	// A value that leads nowhere but to itself is not followed.
	var loop any
	loop = &loop
	if vs := validation.Violations(v.Struct(node{ID: "1"}), loop); len(vs) != 1 || vs[0].Path != "/ID" {
		t.Errorf("%v", vs)
	}
}

func TestGuess(t *testing.T) {
	for _, c := range []struct {
		namespace, want string
		ended           bool
	}{
		{"", "", false},
		{"T", "", false},
		{"T.a", "/a", false},
		{"T.a.b-c[2].d", "/a/b-c/2/d", false},
		{"T.a[1][2]", "/a/1/2", false},
		{"T.a[key].b", "/a", true},
		{"T.a[1].b[key].c", "/a/1/b", true},
		{"T.a[]", "/a", true},
		{"T.a[1", "/a", true},
		{"T.a[1]x", "/a", true},
		{"T.a[1].b]", "/a", true},
		{"T.a[1].b[2]x", "/a", true},
		{"T.a[999999].b", "/a/999999/b", false},
		{"T.a[1000000].b", "/a", true}, // a telephone number, for all we know
		{"T.a[1234567890].b", "/a", true},
		{"T.a[007].b", "/a/007/b", false}, // a key: no index has zeros before it
		{"T.a b.c", "", true},
		{"T.x.The Name, of.y", "/x", true},
		{"page[x/y.T].a", "", true},
		{"T..a", "", true},
	} {
		got, ended := validation.Guess(c.namespace)
		if got != c.want || ended != c.ended {
			t.Errorf("%q: %q, %v, want %q, %v", c.namespace, got, ended, c.want, c.ended)
		}
	}
}

// What validator's own tags find, in our words.
func TestValidatorsOwnTags(t *testing.T) {
	v := registered(t)
	v.RegisterAlias("short", "max=2")
	now := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		tag   string
		value any
		want  decorum.Violation
	}{
		{"required", "", decorum.Violation{Code: decorum.Required}},
		{"required", []int(nil), decorum.Violation{Code: decorum.Required}},
		{"required_without=G", "", decorum.Violation{Code: decorum.Required}},
		{"excluded_without=G", "x", decorum.Violation{Code: decorum.Unexpected}},
		{"isdefault", "x", decorum.Violation{Code: decorum.Unexpected}},
		{"max=2", "éé😀", decorum.Violation{Code: decorum.TooLong, Limit: 2, Actual: 3, Unit: decorum.CodePoints}},
		{"lte=2", template.ID("abc"), decorum.Violation{Code: decorum.TooLong, Limit: 2, Actual: 3, Unit: decorum.CodePoints}},
		{"lt=3", "abc", decorum.Violation{Code: decorum.TooLong, Limit: 2, Actual: 3, Unit: decorum.CodePoints}},
		{"short", "abc", decorum.Violation{Code: decorum.TooLong, Limit: 2, Actual: 3, Unit: decorum.CodePoints}},
		{"min=2", "é", decorum.Violation{Code: decorum.TooShort, Limit: 2, Actual: 1, Unit: decorum.CodePoints}},
		{"gte=2", "é", decorum.Violation{Code: decorum.TooShort, Limit: 2, Actual: 1, Unit: decorum.CodePoints}},
		{"gt=2", "éé", decorum.Violation{Code: decorum.TooShort, Limit: 3, Actual: 2, Unit: decorum.CodePoints}},
		{"len=2", "é", decorum.Violation{Code: decorum.TooShort, Limit: 2, Actual: 1, Unit: decorum.CodePoints}},
		{"len=2", "ééé", decorum.Violation{Code: decorum.TooLong, Limit: 2, Actual: 3, Unit: decorum.CodePoints}},
		{"max=2", []int{1, 2, 3}, decorum.Violation{Code: decorum.TooMany, Limit: 2, Actual: 3, Unit: decorum.Items}},
		{"min=2", map[string]int{}, decorum.Violation{Code: decorum.TooFew, Limit: 2, Actual: 0, Unit: decorum.Items}},
		{"len=2", [3]int{}, decorum.Violation{Code: decorum.TooMany, Limit: 2, Actual: 3, Unit: decorum.Items}},
		{"eq=2", []int{1}, decorum.Violation{Code: decorum.TooFew, Limit: 2, Actual: 1, Unit: decorum.Items}},
		{"max=2", 3, decorum.Violation{Code: decorum.OutOfRange, Want: "at most 2"}},
		{"lte=2", uint8(3), decorum.Violation{Code: decorum.OutOfRange, Want: "at most 2"}},
		{"min=2", 1.5, decorum.Violation{Code: decorum.OutOfRange, Want: "at least 2"}},
		{"lt=2", 2, decorum.Violation{Code: decorum.OutOfRange, Want: "less than 2"}},
		{"gt=2", 2, decorum.Violation{Code: decorum.OutOfRange, Want: "more than 2"}},
		{"eq=2", 3, decorum.Violation{Code: decorum.OutOfRange, Want: "2"}},
		{"max=1h", 2 * time.Hour, decorum.Violation{Code: decorum.OutOfRange, Want: "at most 1h"}},
		{"gt", now, decorum.Violation{Code: decorum.OutOfRange}},
		{"latitude", 91.0, decorum.Violation{Code: decorum.OutOfRange, Want: "-90 to 90"}},
		{"longitude", 181, decorum.Violation{Code: decorum.OutOfRange, Want: "-180 to 180"}},
		{"latitude", "x", decorum.Violation{Code: decorum.Malformed, Want: "latitude"}},
		{"eq=yes", "no", decorum.Violation{Code: decorum.Unknown, Want: "yes"}},
		{"eq_ignore_case=yes", "no", decorum.Violation{Code: decorum.Unknown, Want: "yes"}},
		{"ne=yes", "yes", decorum.Violation{Code: decorum.Unexpected}},
		{"noneof=a b", "a", decorum.Violation{Code: decorum.Unexpected}},
		{"oneof=red green 'light blue'", "x", decorum.Violation{Code: decorum.Unknown, Want: "red, green, light blue"}},
		{"oneof=1 2", 3, decorum.Violation{Code: decorum.Unknown, Want: "1, 2"}},
		{"oneofci=a b", "x", decorum.Violation{Code: decorum.Unknown, Want: "a, b"}},
		{"oneof=é", "x", decorum.Violation{Code: decorum.Unknown}},
		{"unique", []int{1, 1}, decorum.Violation{Code: decorum.Duplicate}},
		{"eqfield=G", "x", decorum.Violation{Code: decorum.Mismatch}},
		{"nefield=G", "", decorum.Violation{Code: decorum.Conflict}},
		{"ltfield=G", "x", decorum.Violation{Code: decorum.OutOfOrder}},
		{"excludesall=!@", "a!", decorum.Violation{Code: decorum.ForbiddenCharacter}},
		{"email", "x", decorum.Violation{Code: decorum.Malformed, Want: "email"}},
		{"uuid4", "x", decorum.Violation{Code: decorum.Malformed, Want: "uuid4"}},
		{"startswith=wa_", "x", decorum.Violation{Code: decorum.Malformed, Want: "startswith"}},
		{"iscolor", "x", decorum.Violation{Code: decorum.Malformed, Want: "iscolor"}},
		{"email|uuid", "x", decorum.Violation{Code: decorum.Malformed, Want: "email, uuid"}},
		{"wa_id|email", "x", decorum.Violation{Code: decorum.Malformed, Want: "wa_id, email"}},
		{"email|wa_id", "x", decorum.Violation{Code: decorum.Malformed, Want: "wa_id"}},
		{"wa_id|wa_user_id", "%", decorum.Violation{Code: decorum.Malformed, Want: "wa_user_id"}},
		{"max=3", (*string)(nil), decorum.Violation{Code: decorum.Required}},
		{"required", (*string)(nil), decorum.Violation{Code: decorum.Required}},
	} {
		typ := reflect.StructOf([]reflect.StructField{
			{Name: "F", Type: reflect.TypeOf(c.value), Tag: reflect.StructTag(`json:"f" validate:"` + c.tag + `"`)},
			{Name: "G", Type: reflect.TypeFor[string]()},
		})
		s := reflect.New(typ)
		s.Elem().Field(0).Set(reflect.ValueOf(c.value))
		c.want.Path, c.want.Severity = "/f", decorum.SeverityError
		if diff := cmp.Diff(decorum.Violations{c.want}, validation.Violations(v.Struct(s.Interface()), s.Interface())); diff != "" {
			t.Errorf("%s on %#v: -want +got:\n%s", c.tag, c.value, diff)
		}
	}
	for _, good := range []string{"15162837151", "US.13491208655302741918"} {
		if vs := tagged(v, good, "wa_id|wa_user_id"); vs != nil {
			t.Errorf("one of two: %v", vs)
		}
	}
}

// Whatever a host's rule reports for a struct, its names and texts do not reach
// a violation unless they are plain.
func TestReportsOfHosts(t *testing.T) {
	type dto struct {
		A string `json:"a"`
	}
	for _, c := range []struct {
		field, tag, param string
		want              decorum.Violation
	}{
		{"A", "taken", "", decorum.Violation{Code: decorum.Malformed, Path: "/a", Want: "taken"}},
		{"a", "user said: \x1b[31m", "x", decorum.Violation{Code: decorum.Malformed, Path: "/a"}},
		{"Nobody", "required", "", decorum.Violation{Code: decorum.Required}},
		{"a[0]", "required", "", decorum.Violation{Code: decorum.Required, Path: "/a"}},
		{"", "required", "", decorum.Violation{Code: decorum.Required}},
		{"A", "max", "5", decorum.Violation{Code: decorum.Malformed, Path: "/a", Want: "max"}},
		{"A", "max", "x", decorum.Violation{Code: decorum.Malformed, Path: "/a", Want: "max"}},
		{"A", "oneof", strings.Repeat("x", 513), decorum.Violation{Code: decorum.Unknown, Path: "/a"}},
		{"A", "oneof", "\n", decorum.Violation{Code: decorum.Unknown, Path: "/a"}},
		{"A", "decorum", "wa_body 5 apples", decorum.Violation{Code: decorum.Malformed, Path: "/a"}},
		{"A", "decorum", "wa_id", decorum.Violation{Code: decorum.Required, Path: "/a"}},
		{"A", "decorum", "wa_id 5 code_points", decorum.Violation{Code: decorum.Malformed, Path: "/a"}},
		{"A", strings.Repeat("x", 65), "", decorum.Violation{Code: decorum.Malformed, Path: "/a"}},
	} {
		v := validator.New()
		v.RegisterStructValidation(func(sl validator.StructLevel) {
			sl.ReportError(sl.Current().Field(0).Interface(), c.field, "", c.tag, c.param)
		}, dto{})
		if err := validation.Register(v, template.Workspace()); err != nil {
			t.Fatal(err)
		}
		c.want.Severity = decorum.SeverityError
		if diff := cmp.Diff(decorum.Violations{c.want}, validation.Violations(v.Struct(dto{}), dto{})); diff != "" {
			t.Errorf("%q, %q: -want +got:\n%s", c.field, c.tag, diff)
		}
	}
}

func TestListed(t *testing.T) {
	for param, want := range map[string][]string{
		"": nil, "a": {"a"}, " a  b ": {"a", "b"}, "'a b' c": {"a b", "c"}, "'a": {"'a"}, "''": {""},
	} {
		if diff := cmp.Diff(want, validation.Listed(param)); diff != "" {
			t.Errorf("%q: -want +got:\n%s", param, diff)
		}
	}
}
