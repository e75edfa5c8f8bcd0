package validation_test

import (
	"reflect"
	"strings"
	"sync"
	"testing"

	"github.com/go-playground/validator/v10"
	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/emoji"
	"github.com/decorum-go/decorum/location"
	"github.com/decorum-go/decorum/phone"
	"github.com/decorum-go/decorum/template"
	"github.com/decorum-go/decorum/whatsapp/identity"
	"github.com/decorum-go/decorum/whatsapp/validation"
)

func registered(t testing.TB, options ...validator.Option) *validator.Validate {
	t.Helper()
	v := validator.New(options...)
	if err := validation.Register(v, template.Workspace()); err != nil {
		t.Fatal(err)
	}
	return v
}

func TestRegisterRefusesMisuse(t *testing.T) {
	if err := validation.Register(nil, template.Workspace()); err == nil {
		t.Error("a nil validator was accepted")
	}
	if err := validation.Register(registered(t), template.CloudAPI()); err == nil {
		t.Error("a second registration was accepted: which limits count?")
	}
	used := validator.New()
	if err := used.Struct(struct{ Message template.List }{}); err != nil {
		t.Fatalf("before Register, validator knows nothing of a List: %v", err)
	}
	if err := validation.Register(used, template.Workspace()); err == nil {
		t.Error("a validator that has seen a List does not run its rule, and this was not told")
	}
	odd := validator.New()
	odd.SetTagName("json") // takes our types' names for tags, which panics
	if err := validation.Register(odd, template.Workspace()); err == nil {
		t.Error("a validator that cannot read our types was accepted")
	}
}

// A host that has a tag of one of our names keeps it, whether it is a function
// or an alias.
func TestRegisterLeavesHostsTags(t *testing.T) {
	v := validator.New()
	if err := v.RegisterValidation("phone", func(fl validator.FieldLevel) bool { return fl.Field().String() == "ours" }); err != nil {
		t.Fatal(err)
	}
	v.RegisterAlias("wa_id", "max=3")
	if err := v.RegisterValidation("even", func(fl validator.FieldLevel) bool { return fl.Field().Int()%2 == 0 }); err != nil {
		t.Fatal(err)
	}
	if err := validation.Register(v, template.Workspace()); err != nil {
		t.Fatal(err)
	}
	type dto struct {
		Phone string `json:"phone" validate:"phone"`
		ID    string `json:"id" validate:"wa_id"`
		Even  int    `json:"even" validate:"even"`
		Body  string `json:"body" validate:"wa_body"`
	}
	if vs := validation.Violations(v.Struct(dto{"ours", "abc", 2, "x"})); vs != nil {
		t.Errorf("unexpected: %v", vs)
	}
	bad := dto{"+15162837151", "15162837151", 3, "\u200b"}
	want := decorum.Violations{
		{Code: decorum.Malformed, Severity: decorum.SeverityError, Path: "/phone", Want: "phone"},
		{Code: decorum.TooLong, Severity: decorum.SeverityError, Path: "/id", Limit: 3, Actual: 11, Unit: decorum.CodePoints},
		{Code: decorum.Malformed, Severity: decorum.SeverityError, Path: "/even", Want: "even"},
		{Code: decorum.Blank, Severity: decorum.SeverityError, Path: "/body"},
	}
	if diff := cmp.Diff(want, validation.Violations(v.Struct(bad), bad)); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// A host's rule for its own struct runs beside ours.
func TestHostsStructRules(t *testing.T) {
	type dto struct {
		From string                `json:"from" validate:"wa_id"`
		To   string                `json:"to" validate:"wa_id"`
		Msg  template.ReplyButtons `json:"msg"`
	}
	for _, named := range []string{"To", "to"} {
		v := validator.New()
		v.RegisterStructValidation(func(sl validator.StructLevel) {
			if d := sl.Current().Interface().(dto); d.From == d.To {
				sl.ReportError(d.To, named, "", "nefield", "From")
			}
		}, dto{})
		if err := validation.Register(v, template.Workspace()); err != nil {
			t.Fatal(err)
		}
		d := dto{From: "15162837151", To: "15162837151"}
		want := append(decorum.Violations{{Code: decorum.Conflict, Severity: decorum.SeverityError, Path: "/to"}},
			under("/msg", d.Msg.Check(template.Workspace()))...)
		if diff := cmp.Diff(want, validation.Violations(v.Struct(d), &d)); diff != "" {
			t.Errorf("%s: -want +got:\n%s", named, diff)
		}
	}
}

// Our values are texts for validator, so that "required" means what it says.
func TestRequiredSeesZeroValues(t *testing.T) {
	type dto struct {
		Phone phone.Number   `json:"phone" validate:"required,phone_valid"`
		Point location.Point `json:"point" validate:"required"`
		Home  *phone.Number  `json:"home" validate:"omitempty,phone"`
	}
	v := registered(t)
	want := decorum.Violations{
		{Code: decorum.Required, Severity: decorum.SeverityError, Path: "/phone"},
		{Code: decorum.Required, Severity: decorum.SeverityError, Path: "/point"},
	}
	if diff := cmp.Diff(want, validation.Violations(v.Struct(dto{}), dto{})); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	n := phone.MustParse("+15162837151")
	good := dto{n, location.MustParse("0,0"), &n}
	if err := v.Struct(good); err != nil {
		t.Errorf("unexpected: %v", err)
	}
	private := struct {
		phone phone.Number `validate:"phone"`
	}{n}
	if err := registered(t, validator.WithPrivateFieldValidation()).Struct(private); err == nil {
		t.Error("a value that cannot be read passed")
	}
}

// Each of our values passes for the text that it is, and its zero value for none.
func TestOurValuesAreTexts(t *testing.T) {
	v := registered(t)
	for tag, value := range map[string]any{
		"phone":       phone.MustParse("+15162837151"),
		"phone_valid": phone.MustParse("+15162837151"),
		"wa_id":       identity.MustParseWhatsAppID("15162837151"),
		"wa_user_id":  identity.MustParseUserID("US.13491208655302741918"),
		"wa_username": identity.MustParseUsername("maria.silva"),
		"wa_emoji":    emoji.MustParse("👍"),
		"map_url":     location.MustParseMapURL("https://maps.example/{LATITUDE}/{LONGITUDE}"),
		"wa_point":    location.MustParse("37.4847,-122.1473"),
	} {
		if vs := tagged(v, value, tag); vs != nil {
			t.Errorf("%s: %v", tag, vs)
		}
		zero := reflect.Zero(reflect.TypeOf(value)).Interface()
		want := decorum.Violations{{Code: decorum.Required, Severity: decorum.SeverityError, Path: "/f"}}
		if diff := cmp.Diff(want, tagged(v, zero, tag)); diff != "" {
			t.Errorf("%s: -want +got:\n%s", tag, diff)
		}
		if vs := tagged(v, zero, "omitempty,"+tag); vs != nil {
			t.Errorf("omitempty,%s: %v", tag, vs)
		}
	}
}

func TestConcurrentUse(t *testing.T) {
	v := registered(t)
	type dto struct {
		Body  string                          `json:"body" validate:"wa_body"`
		Lists map[string]template.List        `json:"lists" validate:"dive"`
		Many  []template.ReplyButtons         `json:"many" validate:"dive"`
		Any   template.Structured             `json:"any"`
		Phone map[string]map[int]phone.Number `json:"phone" validate:"dive,dive,required"`
	}
	d := dto{
		Body: strings.Repeat("x", 1025), Lists: map[string]template.List{"b": {}, "a": {Body: "x"}, "c": {}},
		Many: make([]template.ReplyButtons, 3), Any: template.List{},
		Phone: map[string]map[int]phone.Number{"x": {10: {}, 9: {}}},
	}
	want := validation.Violations(v.Struct(d), d)
	var wg sync.WaitGroup
	for range 8 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for range 50 {
				if diff := cmp.Diff(want, validation.Violations(v.Struct(d), d)); diff != "" {
					t.Errorf("-want +got:\n%s", diff)
					return
				}
			}
		}()
	}
	wg.Wait()
	if n := len(want); n < 10 || want[n-1].Path != "/phone/x/10" || want[n-2].Path != "/phone/x/9" {
		t.Errorf("keys are not in order: %v", want)
	}
}

func under(path string, vs decorum.Violations) decorum.Violations {
	for i := range vs {
		vs[i].Path = path + vs[i].Path
	}
	return vs
}

// Every kind of value under every tag: none panics, and what is not a string is
// told as such.
func TestNoTagPanicsOnAnyKind(t *testing.T) {
	v := registered(t)
	var nilStruct *struct{ A int }
	var nilText *string
	text := "\xff\x00 \u202e"
	pointer := &text
	wrong := []any{
		true, 1, int8(1), int16(1), int32(1), int64(1), uint(1), uint8(1), uint16(1), uint32(1), uint64(1), uintptr(1),
		float32(1), 1.0, complex64(1), complex(1, 1),
		[2]int{},
		[]string{"x"},
		[]byte("x"),
		map[string]string{"a": "b"},
		struct{ A int }{},
		&struct{ A int }{}, make(chan int), func() {},
		template.List{},
		[]any{nil},
		[]int(nil),
	}
	absent := []any{nilStruct, nilText, (*int)(nil), error(nil)}
	texts := []any{"", text, &text, &pointer, decorum.Code(text), template.ID(text)}
	for _, tag := range validation.Tags() {
		for _, value := range wrong {
			want := decorum.Violations{{Code: decorum.WrongType, Severity: decorum.SeverityError, Path: "/f", Want: "a string"}}
			if diff := cmp.Diff(want, tagged(v, value, tag)); diff != "" {
				t.Errorf("%s on %T: -want +got:\n%s", tag, value, diff)
			}
		}
		for _, value := range absent {
			want := decorum.Violations{{Code: decorum.Required, Severity: decorum.SeverityError, Path: "/f"}}
			if diff := cmp.Diff(want, tagged(v, value, tag)); diff != "" {
				t.Errorf("%s on %T: -want +got:\n%s", tag, value, diff)
			}
			if vs := tagged(v, value, "omitempty,"+tag); vs != nil {
				t.Errorf("omitempty,%s on %T: %v", tag, value, vs)
			}
		}
		for _, value := range texts {
			for _, err := range tagged(v, value, tag) {
				if err.Path != "/f" || !err.Code.Known() || err.Severity != decorum.SeverityError || err != err.Plain() {
					t.Errorf("%s on %T: %#v", tag, value, err)
				}
			}
		}
		want := decorum.Violations{{Code: decorum.Malformed, Severity: decorum.SeverityError, Path: "/f", Want: tag}}
		if diff := cmp.Diff(want, tagged(v, "x", tag+"=5")); diff != "" {
			t.Errorf("%s=5: a tag without parameters must not pass with one: -want +got:\n%s", tag, diff)
		}
	}
}

// tagged validates a struct with one field of the tag.
func tagged(v *validator.Validate, value any, tag string) decorum.Violations {
	fieldType := reflect.TypeFor[error]()
	if value != nil {
		fieldType = reflect.TypeOf(value)
	}
	s := reflect.New(reflect.StructOf([]reflect.StructField{{
		Name: "F", Type: fieldType, Tag: reflect.StructTag(`json:"f" validate:"` + tag + `"`),
	}}))
	if value != nil {
		s.Elem().Field(0).Set(reflect.ValueOf(value))
	}
	return validation.Violations(v.Struct(s.Interface()), s.Interface())
}
