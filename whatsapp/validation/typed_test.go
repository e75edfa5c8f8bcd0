package validation_test

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/go-playground/validator/v10"
	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/location"
	"github.com/decorum-go/decorum/template"
	"github.com/decorum-go/decorum/whatsapp/identity"
	"github.com/decorum-go/decorum/whatsapp/validation"
)

// labels gives fields names that are no names in JSON, as hosts do that show
// them to people.
func labels(f reflect.StructField) string { return "The " + f.Name + ", [of] your/order." }

func jsonNames(f reflect.StructField) string {
	name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
	if name == "-" {
		return ""
	}
	return name
}

// eachNaming calls f with a validator that names fields in each way a host may
// have chosen, before and after Register.
func eachNaming(t *testing.T, f func(t *testing.T, v *validator.Validate)) {
	for name, fn := range map[string]validator.TagNameFunc{"go": nil, "json": jsonNames, "labels": labels} {
		for _, late := range []bool{false, true} {
			t.Run(fmt.Sprintf("%s/late=%v", name, late), func(t *testing.T) {
				v := validator.New()
				if fn != nil && !late {
					v.RegisterTagNameFunc(fn)
				}
				if err := validation.Register(v, template.Workspace()); err != nil {
					t.Fatal(err)
				}
				if fn != nil && late {
					v.RegisterTagNameFunc(fn)
				}
				f(t, v)
			})
		}
	}
}

func checked(value any) decorum.Violations {
	switch m := value.(type) {
	case interface {
		Check(l template.Limits) decorum.Violations
	}:
		return m.Check(template.Workspace())
	case interface{ Check() decorum.Violations }:
		return m.Check()
	}
	return nil
}

// Wherever a host holds one of our types, all that its Check finds comes out,
// below the host's field, whatever the fields are called.
func TestOwnTypesAreChecked(t *testing.T) {
	eachNaming(t, func(t *testing.T, v *validator.Validate) {
		for _, value := range validation.Broken() {
			want := checked(value)
			if !want.HasErrors() {
				t.Fatalf("%T: nothing wrong with the sample", value)
			}
			if diff := cmp.Diff(want, validation.Violations(v.Struct(value), value)); diff != "" {
				t.Errorf("%T by itself: -want +got:\n%s", value, diff)
			}
			typ := reflect.TypeOf(value)
			pointer := reflect.New(typ)
			pointer.Elem().Set(reflect.ValueOf(value))
			outer := reflect.New(reflect.StructOf([]reflect.StructField{
				{Name: "Plain", Type: typ, Tag: `json:"plain,omitempty"`},
				{Name: "Pointer", Type: pointer.Type(), Tag: `json:"a.b"`},
				{Name: "Any", Type: reflect.TypeFor[any](), Tag: `json:",omitempty"`},
				{Name: "Slice", Type: reflect.SliceOf(typ), Tag: `json:"slice" validate:"dive"`},
				{Name: "Map", Type: reflect.MapOf(reflect.TypeFor[string](), pointer.Type()), Tag: `json:"map" validate:"dive"`},
				{Name: "Hidden", Type: typ, Tag: `json:"-"`},
			})).Elem()
			outer.Field(0).Set(pointer.Elem())
			outer.Field(1).Set(pointer)
			outer.Field(2).Set(pointer)
			outer.Field(3).Set(reflect.Append(reflect.MakeSlice(outer.Field(3).Type(), 1, 2), pointer.Elem()))
			outer.Field(3).Index(0).Set(pointer.Elem())
			outer.Field(5).Set(pointer.Elem())
			outer.Field(4).Set(reflect.MakeMap(outer.Field(4).Type()))
			outer.Field(4).SetMapIndex(reflect.ValueOf("a"), pointer)
			want = nil
			for _, path := range []string{"/plain", "/a.b", "/Any", "/slice/0", "/slice/1", "/map/a"} {
				want = append(want, under(path, checked(value))...)
			}
			for _, hidden := range checked(value) { // JSON has no such field: the struct is what is wrong
				hidden.Path, hidden.Span = "", decorum.Span{}
				want = append(want, hidden)
			}
			got := validation.Violations(v.Struct(outer.Interface()), outer.Interface())
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%T in a struct: -want +got:\n%s", value, diff)
			}
		}
	})
}

type order struct {
	Message template.List `json:"message"`
	Name    string        `json:"name" validate:"max=3"`
}

// Codes, limits, spans and warnings are those of Check, to the last one.
func TestViolationsOfMessagesKeepEverything(t *testing.T) {
	v := registered(t)
	m := template.List{
		Header: template.TextHeader{Text: "a\tb"}, Body: strings.Repeat("x", 1025), Menu: strings.Repeat("你", 21),
		Sections: []template.Section{{Rows: []template.Row{{ID: "1", Title: "same"}, {ID: "1", Title: "same"}}}, {}},
	}
	o := order{m, "long name"}
	own := m.Check(template.Workspace())
	if len(own) < 7 || !own.Has(decorum.Duplicate) {
		t.Fatalf("the sample should have more wrong with it: %v", own)
	}
	want := append(under("/message", own), decorum.Violation{
		Code: decorum.TooLong, Severity: decorum.SeverityError, Path: "/name", Limit: 3, Actual: 9, Unit: decorum.CodePoints,
	})
	err := v.Struct(&o)
	if diff := cmp.Diff(want, validation.Violations(err, &o)); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	// What a host sees that reads field errors itself.
	var fields validator.ValidationErrors
	if !errors.As(err, &fields) {
		t.Fatal(err)
	}
	fe := fields[2]
	got := []string{fe.Namespace(), fe.Tag(), fe.Param(), fmt.Sprint(fe.Value())}
	if diff := cmp.Diff([]string{"order.Message.menu", "too_long", "20", "/menu: 21 code points, at most 20"}, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// A message that only draws warnings may be sent, so it passes.
func TestWarningsPass(t *testing.T) {
	v := registered(t)
	m := template.List{
		Body: "Which?", Menu: "Menu",
		Sections: []template.Section{{Rows: []template.Row{{ID: "1", Title: "same"}, {ID: "2", Title: "same"}}}},
	}
	if vs := m.Check(template.Workspace()); len(vs) == 0 || vs.HasErrors() {
		t.Fatalf("the sample should draw warnings alone: %v", vs)
	}
	if err := v.Struct(order{Message: m}); err != nil {
		t.Errorf("unexpected: %v", err)
	}
}

// Lists end after 100 violations with a count, as everywhere.
func TestManyViolationsAreCounted(t *testing.T) {
	v := registered(t)
	rows := make([]template.Row, 80)
	m := template.List{Body: "x", Menu: "m", Sections: []template.Section{{Rows: rows}}}
	type dto struct {
		Many []template.List `json:"many" validate:"dive"`
	}
	d := dto{[]template.List{m, m}}
	vs := validation.Violations(v.Struct(d), d)
	own := len(m.Check(template.Workspace())) // 100 and one that counts the others
	last := vs[len(vs)-1]
	if own != decorum.MaxViolations+1 || len(vs) != decorum.MaxViolations+1 || last.Code != decorum.Truncated {
		t.Fatalf("%d violations, the last %v", len(vs), last)
	}
	single := m.Check(template.Workspace())
	if want := 2 * single[len(single)-1].Actual; last.Actual != want {
		t.Errorf("%d counted, want %d", last.Actual, want)
	}
}

// With validator's private fields: what cannot be read is refused, and what
// stands within one of our own types is judged once.
func TestPrivateFields(t *testing.T) {
	v := registered(t, validator.WithPrivateFieldValidation())
	private := struct {
		m template.List
	}{template.List{Body: "x"}}
	vs := validation.Violations(v.Struct(private), private)
	if len(vs) != 1 || vs[0].Code != decorum.Unsupported || vs[0].Path != "" {
		t.Errorf("%v", vs)
	}
	n := template.Notification{
		ID: "order_ready", Language: "en", Body: "Hello {{1}}", Offer: &template.Offer{}, Authentication: &template.Authentication{},
		Status: "paused",
	}
	maps := struct {
		Identity identity.Identity `json:"identity"`
		Maps     location.Maps     `json:"maps"`
	}{Maps: location.Maps{Preview: location.MustParseMapURL("https://maps.example/{LATITUDE}/{LONGITUDE}")}}
	if err := v.Struct(maps); err != nil {
		t.Errorf("unexpected: %v", err)
	}
	for _, value := range append(validation.Broken(), n, n.Fill(template.Arguments{}), template.Carousel{Cards: make([]template.MediaCard, 3)}) {
		if diff := cmp.Diff(checked(value), validation.Violations(v.Struct(value), value)); diff != "" {
			t.Errorf("%T: -want +got:\n%s", value, diff)
		}
	}
}

func TestDotted(t *testing.T) {
	for pointer, want := range map[string]string{
		"": "", "/body": "body", "/buttons/2/title": "buttons[2].title", "/0": "[0]", "/0/1/a": "[0][1].a", "/a/b/c": "a.b.c",
		"/a/1234567890": "a.1234567890",
	} {
		if got := validation.Dotted(pointer); got != want {
			t.Errorf("%q: %q, want %q", pointer, got, want)
		}
	}
}

// Every kind of structured message has its rule.
func TestEveryKindIsChecked(t *testing.T) {
	known := map[reflect.Type]bool{}
	for _, value := range validation.Broken() {
		known[reflect.TypeOf(value)] = true
	}
	kinds := template.UnknownStructured{}.Check(template.Workspace())[0].Want // lists them all
	for _, kind := range append(strings.Split(kinds, ", "), "of another version") {
		m, err := template.Unmarshal([]byte(`{"type":"` + kind + `"}`))
		if err != nil {
			t.Fatalf("%s: %v", kind, err)
		}
		if !known[reflect.TypeOf(m)] {
			t.Errorf("%T has no rule", m)
		}
	}
}
