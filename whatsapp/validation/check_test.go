package validation_test

import (
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/go-playground/validator/v10"
	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/phone"
	"github.com/decorum-go/decorum/template"
	"github.com/decorum-go/decorum/whatsapp/message"
	"github.com/decorum-go/decorum/whatsapp/validation"
)

// A job is a host's own type that holds messages in every way.
type job struct {
	Message  message.Message            `json:"message"`
	Text     message.Text               `json:"text"`
	Pointer  *message.Media             `json:"pointer"`
	Many     []message.Message          `json:"many" validate:"dive"`
	ByName   map[string]message.Message `json:"by_name" validate:"dive"`
	Required message.Message            `json:"required" validate:"required"`
}

func messages(l message.Limits) validation.Check {
	return validation.CheckOf(func(m message.Message) decorum.Violations { return m.Check(l) }, message.Types()...)
}

// Whatever message a host holds, all that its Check finds comes out below the field.
func TestMessagesAreChecked(t *testing.T) {
	limits := message.Workspace()
	eachNaming(t, func(t *testing.T, v *validator.Validate) {
		j := job{Message: message.Text{}, Text: message.Text{Body: "ok"}, Required: message.Text{Body: "ok"}}
		if err := v.Struct(j); err != nil {
			t.Errorf("without a check of messages: %v", err)
		}
	})
	for _, naming := range []validator.TagNameFunc{nil, jsonNames, labels} {
		v := validator.New()
		if naming != nil {
			v.RegisterTagNameFunc(naming)
		}
		if err := validation.Register(v, limits.Structured, messages(limits)); err != nil {
			t.Fatal(err)
		}
		good := job{
			Message: message.Text{Body: "ok"}, Text: message.Text{Body: "ok"}, Required: message.Text{Body: "ok"},
			Many: []message.Message{message.Reaction{Target: "wamid.1", Emoji: "👍"}},
		}
		if err := v.Struct(good); err != nil {
			t.Errorf("nothing is wrong: %v", err)
		}
		for _, m := range message.Types() {
			if !m.Check(limits).HasErrors() {
				t.Fatalf("nothing wrong with %T", m)
			}
			media := message.Media{}
			j := job{
				Message: m, Text: message.Text{Body: strings.Repeat("a", 70_000)}, Pointer: &media,
				Many: []message.Message{message.Text{Body: "ok"}, m}, ByName: map[string]message.Message{"a": m},
			}
			want := under("/message", m.Check(limits))
			want = append(want, under("/text", j.Text.Check(limits))...)
			want = append(want, under("/pointer", media.Check(limits))...)
			want = append(want, under("/many/1", m.Check(limits))...)
			want = append(want, under("/by_name/a", m.Check(limits))...)
			want = append(want, decorum.Violation{Code: decorum.Required, Severity: decorum.SeverityError, Path: "/required"})
			if diff := cmp.Diff(want, validation.Violations(v.Struct(j), j)); diff != "" {
				t.Errorf("%T (-want +got):\n%s", m, diff)
			}
		}
	}
}

// A message in a message is judged once, by the limits of the outer one's check.
func TestWithinAMessageItsOwnCheckCounts(t *testing.T) {
	rows := []template.Row{{ID: "1", Title: strings.Repeat("a", 22)}} // 20 for Workspace, 24 for CloudAPI
	list := template.List{Body: "Which?", Menu: "Menu", Sections: []template.Section{{Rows: rows}}}
	type dto struct {
		Message message.Message     `json:"message"`
		Inner   template.Structured `json:"inner"`
	}
	for _, test := range []struct {
		of, own message.Limits
		d       dto
		want    string
	}{
		{message.CloudAPI(), message.Workspace(), dto{Message: message.Structured{Structured: list}}, ""},
		{message.Workspace(), message.CloudAPI(), dto{Message: message.Structured{Structured: list}}, "/message/structured/sections/0/rows/0/title"},
		{message.CloudAPI(), message.Workspace(), dto{Inner: list}, "/inner/sections/0/rows/0/title"},
		{message.Workspace(), message.CloudAPI(), dto{Inner: list}, ""},
	} {
		v := validator.New()
		if err := validation.Register(v, test.own.Structured, messages(test.of)); err != nil {
			t.Fatal(err)
		}
		var paths []string
		for _, found := range validation.Violations(v.Struct(test.d), test.d) {
			paths = append(paths, found.Path)
		}
		if got := strings.Join(paths, " "); got != test.want {
			t.Errorf("%+v: %q, want %q", test.d, got, test.want)
		}
	}
}

type account struct {
	Balance int `json:"balance"`
}

func (a account) check() decorum.Violations {
	if a.Balance >= 0 {
		return nil
	}
	return decorum.Violations{{Code: decorum.OutOfRange, Severity: decorum.SeverityError, Path: "/balance", Want: "0 or more"}}
}

// A host's own type needs no list of types, and one of ours can be given another
// check.
func TestCheckOfAHostsOwnType(t *testing.T) {
	v := validator.New()
	if err := validation.Register(
		v, template.Workspace(), validation.CheckOf(account.check),
		validation.CheckOf(func(template.List) decorum.Violations { return nil }),
	); err != nil {
		t.Fatal(err)
	}
	type bank struct {
		Accounts []account     `json:"accounts" validate:"dive"`
		List     template.List `json:"list"`
	}
	b := bank{Accounts: []account{{1}, {-1}}}
	want := under("/accounts/1", account{-1}.check())
	if diff := cmp.Diff(want, validation.Violations(v.Struct(b), b)); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestRegisterRefusesChecksThatCannotRun(t *testing.T) {
	used := validator.New()
	if err := used.Struct(account{}); err != nil {
		t.Fatal(err)
	}
	texts := validator.New()
	texts.RegisterCustomTypeFunc(func(reflect.Value) any { return "" }, account{})
	pass := func(message.Message) decorum.Violations { return nil }
	for name, test := range map[string]struct {
		v *validator.Validate
		c validation.Check
	}{
		"the zero Check":            {validator.New(), validation.Check{}},
		"no function":               {validator.New(), validation.CheckOf[account](nil)},
		"an interface alone":        {validator.New(), validation.CheckOf(pass)},
		"a nil among the types":     {validator.New(), validation.CheckOf[message.Message](pass, message.Text{}, nil)},
		"a pointer":                 {validator.New(), validation.CheckOf[message.Message](pass, &message.Text{})},
		"no struct":                 {validator.New(), validation.CheckOf(func(string) decorum.Violations { return nil })},
		"a type that was used":      {used, validation.CheckOf(account.check)},
		"a value shown as its text": {validator.New(), validation.CheckOf(func(phone.Number) decorum.Violations { return nil })},
		"a type shown as another":   {texts, validation.CheckOf(account.check)},
		"a time":                    {validator.New(), validation.CheckOf(func(time.Time) decorum.Violations { return nil })},
		"a type with an odd tag": {validator.New(), validation.CheckOf(func(struct {
			A string `validate:"no_such_tag"`
		},
		) decorum.Violations {
			return nil
		})},
	} {
		if err := validation.Register(test.v, template.Workspace(), test.c); err == nil {
			t.Errorf("%s is accepted", name)
		}
	}
}
