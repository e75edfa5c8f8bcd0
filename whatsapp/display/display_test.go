package display_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/whatsapp/display"
)

// The values that the guide recommends, as they stand there.
const (
	caseName     = `$Contact._msg_ProfileNickname|$Contact.FirstName$ $Contact.LastName|$Interaction.MainParty$`
	customerName = `$Contact._msg_ProfileNickname|$Contact.FirstName$ $Contact.LastName|$Party.DisplayName$`
	windowTitle  = `($Contact.FirstName$ $Contact.LastName$ $Interaction._msg_ProfileNickname|$Interaction.MainParty$) - $Interaction.Type$ - $Window.Title$`
	toastTitle   = `($Contact._msg_ProfileNickname|$Contact.FirstName$ $Contact.LastName|$Interaction.MainParty$) - $Window.Title$`
)

// values answers from "Object.Name=value" pairs.
func values(pairs ...string) display.Values {
	return func(object, name string) string {
		for _, p := range pairs {
			if key, value, _ := strings.Cut(p, "="); key == object+"."+name {
				return value
			}
		}
		return ""
	}
}

func TestDFRecommendedValues(t *testing.T) {
	const first, last, nick = "Contact.FirstName=Ann", "Contact.LastName=Lee", "Contact._msg_ProfileNickname=annie"
	const party, display1, nickname = "Interaction.MainParty=+15162837151", "Party.DisplayName=ann@example.com", "Interaction._msg_ProfileNickname=annie"
	const kind, title = "Interaction.Type=WhatsApp", "Window.Title=Workspace"
	for _, test := range []struct {
		format string
		values []string
		want   string
	}{
		{caseName, []string{nick, first, last, party}, "annie"},
		{caseName, []string{first, last, party}, "Ann Lee"},
		{caseName, []string{first, party}, "Ann"},
		{caseName, []string{last, party}, "Lee"},
		{caseName, []string{party}, "+15162837151"},
		{caseName, nil, ""},
		{customerName, []string{display1}, "ann@example.com"},
		{customerName, []string{nick, display1}, "annie"},
		{windowTitle, []string{first, last, nickname, party, kind, title}, "Ann Lee annie - WhatsApp - Workspace"},
		{windowTitle, []string{first, nickname, party, kind, title}, "Ann annie - WhatsApp - Workspace"},
		{windowTitle, []string{nickname, party, kind, title}, "annie - WhatsApp - Workspace"},
		{windowTitle, []string{party, kind, title}, "+15162837151 - WhatsApp - Workspace"},
		{windowTitle, []string{kind, title}, "- WhatsApp - Workspace"},
		{toastTitle, []string{nick, first, title}, "annie - Workspace"},
		{toastTitle, []string{first, last, title}, "Ann Lee - Workspace"},
	} {
		if diff := cmp.Diff(test.want, display.MustParse(test.format).Value(values(test.values...))); diff != "" {
			t.Errorf("%s with %q (-want +got):\n%s", test.format, test.values, diff)
		}
	}
}

func TestDFBothSpellings(t *testing.T) {
	for _, format := range []string{
		"$Contact.FirstName$ $Contact.LastName$|$Interaction.MainParty$",
		"$Contact.FirstName$ $Contact.LastName|$Interaction.MainParty",
		"$Contact.FirstName $Contact.LastName|$Interaction.MainParty$",
	} {
		f := display.MustParse(format)
		for _, test := range []struct{ value, want string }{
			{"Contact.FirstName=Ann", "Ann"},
			{"Contact.LastName=Lee", "Lee"},
			{"Interaction.MainParty=x", "x"},
		} {
			if got := f.Value(values(test.value)); got != test.want {
				t.Errorf("%s with %s: %q", format, test.value, got)
			}
		}
	}
}

func TestDFFirstThatYieldsTextWins(t *testing.T) {
	a, b := "A.x=1", "B.x=2"
	for _, test := range []struct {
		format string
		values []string
		want   string
	}{
		{"", nil, ""},
		{"plain", nil, "plain"},
		{"$A.x$|plain", nil, "plain"},
		{"$A.x$|plain", []string{a}, "1"},
		{"Mr $A.x$|plain", nil, "plain"},
		{"Mr $A.x$|plain", []string{a}, "Mr 1"},
		{"Mr $A.x$", nil, "Mr"},
		{"|$A.x$", []string{a}, "1"},
		{"$A.x$|", nil, ""},
		{"($A.x$|none) of ($B.x$|none)", []string{b}, "none of 2"},
		{"($A.x$ ($B.x$|deep)|else)", nil, "deep"},
		{"(a|b)", nil, "a"},
		{"()x", nil, "x"},
		{"$A.x$ $B.x$ $A.x$", []string{a}, "1 1"},
		{"$A.x$$B.x$", []string{a, b}, "12"},
		{"$A.x$|$B.x$", []string{"A.x= \u200b\u3164", b}, "2"},
		{"$A.x$ $B.x$", []string{"A.x=$B.x$|(", b}, "$B.x$|( 2"},
		{"$A.dotted.key$", []string{"A.dotted.key=v"}, "v"},
		{"$A.ключ$", []string{"A.ключ=ж"}, "ж"},
		{"  $A.x$  ", []string{a}, "1"},
		{"$A.x$ - $B.x$", []string{"A.x=  Ann ", "B.x= Lee "}, "Ann -  Lee"},
		{"$A.x$|$B.x$", []string{"B.x=  Lee"}, "Lee"},
		{"$A.x$| |$B.x$", []string{b}, "2"},
		{"$A.x$ $B.x$ z", []string{a}, "1 z"},
		{"$A.x$ $B.x$[$A.x$]", []string{a}, "1 [1]"},
		{"$B.x$ z", nil, "z"},
	} {
		if diff := cmp.Diff(test.want, display.MustParse(test.format).Value(values(test.values...))); diff != "" {
			t.Errorf("%s with %q (-want +got):\n%s", test.format, test.values, diff)
		}
	}
	if got := display.MustParse("a $A.x$").Value(nil); got != "a" {
		t.Errorf("without values: %q", got)
	}
}

func TestDFFaultsHaveSpans(t *testing.T) {
	for _, test := range []struct {
		format string
		code   decorum.Code
		span   decorum.Span
	}{
		{"$", decorum.Malformed, decorum.Span{Start: 0, End: 1}},
		{"a $$ b", decorum.Malformed, decorum.Span{Start: 2, End: 4}},
		{"cost $5", decorum.Malformed, decorum.Span{Start: 5, End: 7}},
		{"$Contact$", decorum.Malformed, decorum.Span{Start: 0, End: 9}},
		{"$Contact.$", decorum.Malformed, decorum.Span{Start: 0, End: 10}},
		{"$.Name|x", decorum.Malformed, decorum.Span{Start: 0, End: 6}},
		{"a (b", decorum.Malformed, decorum.Span{Start: 2, End: 4}},
		{"a) b", decorum.Malformed, decorum.Span{Start: 1, End: 2}},
		{"a\nb", decorum.ForbiddenCharacter, decorum.Span{Start: 1, End: 2}},
		{"$A.b\x7f$", decorum.ForbiddenCharacter, decorum.Span{Start: 4, End: 5}},
		{"ab\xff", decorum.InvalidUTF8, decorum.Span{Start: 2, End: 3}},
		{"\xffab", decorum.InvalidUTF8, decorum.Span{Start: 0, End: 3}},
		{strings.Repeat("(", 9) + strings.Repeat(")", 9), decorum.TooDeep, decorum.Span{Start: 8, End: 9}},
	} {
		f, err := display.Parse(test.format)
		var e *decorum.Error
		if !errors.As(err, &e) || len(e.Violations) != 1 || e.Violations[0].Code != test.code || e.Violations[0].Span != test.span {
			t.Errorf("%q: %v", test.format, err)
		}
		if !f.IsZero() {
			t.Errorf("%q: refused, but not zero", test.format)
		}
	}
	deepest := strings.Repeat("(", 8) + "a" + strings.Repeat(")", 8)
	if got := display.MustParse(deepest).Value(nil); got != "a" {
		t.Errorf("%s: %q", deepest, got)
	}
}

func TestFormatsAreBounded(t *testing.T) {
	for _, n := range []int{display.MaxInput - 1, display.MaxInput, display.MaxInput + 1} {
		_, err := display.Parse(strings.Repeat("a", n))
		if got := errors.Is(err, decorum.TooLong); got != (n > display.MaxInput) {
			t.Errorf("%d bytes: %v", n, err)
		}
	}
}

func TestFieldsAndCheck(t *testing.T) {
	f := display.MustParse("$Contact.FirstName$ ($Weather.Today|$Party.DisplayName$)")
	want := []display.Field{
		{Object: "Contact", Name: "FirstName", Span: decorum.Span{Start: 0, End: 19}},
		{Object: "Weather", Name: "Today", Span: decorum.Span{Start: 21, End: 35}},
		{Object: "Party", Name: "DisplayName", Span: decorum.Span{Start: 36, End: 55}},
	}
	if diff := cmp.Diff(want, f.Fields()); diff != "" {
		t.Errorf("fields (-want +got):\n%s", diff)
	}
	vs := f.Check()
	if len(vs) != 1 || vs[0].Code != decorum.Unknown || vs[0].Span != want[1].Span || vs.Err() != nil {
		t.Errorf("violations: %v", vs)
	}
	for _, object := range []string{"Agent", "Application", "Contact", "Env", "Interaction", "Party", "Window"} {
		if vs := display.MustParse("$" + object + ".X$").Check(); vs != nil {
			t.Errorf("%s: %v", object, vs)
		}
	}
	for _, object := range []string{"gent", "Agen", "agent", ","} {
		if vs := display.MustParse("$" + object + ".X$").Check(); vs == nil {
			t.Errorf("%s is known", object)
		}
	}
}

func TestFormatText(t *testing.T) {
	var f display.Format
	if err := f.UnmarshalText([]byte(toastTitle)); err != nil || f.String() != toastTitle {
		t.Errorf("%v, %s", err, f)
	}
	text, err := f.MarshalText()
	if err != nil || string(text) != toastTitle {
		t.Errorf("%v, %s", err, text)
	}
	text, err = f.AppendText([]byte("> "))
	if err != nil || string(text) != "> "+toastTitle {
		t.Errorf("%v, %s", err, text)
	}
	if err := f.UnmarshalText([]byte("$")); err == nil || f.String() != toastTitle {
		t.Errorf("a bad format was taken: %v, %s", err, f)
	}
	if got := (display.Format{}).Value(values("A.x=1")); got != "" {
		t.Errorf("the zero format gives %q", got)
	}
	defer func() {
		if recover() == nil {
			t.Error("MustParse does not panic")
		}
	}()
	display.MustParse("$")
}

func TestAppendValueKeepsWhatIsThere(t *testing.T) {
	f := display.MustParse(" $A.x$ ")
	for _, before := range []string{"", "before ", "  "} {
		if got := string(f.AppendValue([]byte(before), values("A.x=1"))); got != before+"1" {
			t.Errorf("after %q: %q", before, got)
		}
		if got := string(f.AppendValue([]byte(before), values("A.x= 1 "))); got != before+"1" {
			t.Errorf("after %q: %q", before, got)
		}
		if got := string(f.AppendValue([]byte(before), nil)); got != before {
			t.Errorf("after %q: %q", before, got)
		}
	}
}

func TestAppendValueAllocatesNothing(t *testing.T) {
	if raceDetector {
		t.Skip("the race detector allocates")
	}
	f := display.MustParse(windowTitle)
	v := func(object, name string) string {
		if name == "MainParty" {
			return "+15162837151"
		}
		return ""
	}
	buf := make([]byte, 0, 256)
	if n := testing.AllocsPerRun(100, func() { buf = f.AppendValue(buf[:0], v) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
	if n := testing.AllocsPerRun(100, func() { _ = f.Value(v) }); n > 1 {
		t.Errorf("%v allocations for the string form", n)
	}
}

// TestCostIsLinear counts how often values are asked for: once a field.
func TestCostIsLinear(t *testing.T) {
	for _, n := range []int{10, 100, 500} {
		asked := 0
		display.MustParse(strings.Repeat("$A.x$|", n)).Value(func(string, string) string {
			asked++
			return ""
		})
		if asked != n {
			t.Errorf("%d fields were asked for %d times", n, asked)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{caseName, customerName, windowTitle, toastTitle, "((((a))))", "$A.b$|$C.d)", "\xff", "$$"} {
		f.Add(s, "v")
	}
	f.Add("$A.x$ ($B.y$|z)", "$A.x$|")
	f.Fuzz(func(t *testing.T, s, value string) {
		format, err := display.Parse(s)
		if err != nil {
			if !errors.As(err, new(*decorum.Error)) {
				t.Fatalf("%q: %v is no violation", s, err)
			}
			for v := range decorum.All(err) {
				if _, ok := v.Span.In(s); !ok {
					t.Errorf("%q: the span %v does not fit", s, v.Span)
				}
			}
			return
		}
		if format.String() != s {
			t.Errorf("%q became %q", s, format)
		}
		asked := 0
		got := format.Value(func(string, string) string {
			asked++
			return value
		})
		if asked > len(format.Fields()) {
			t.Errorf("%q: %d fields were asked for %d times", s, len(format.Fields()), asked)
		}
		if asked > 0 && decorum.HasVisible(value) && !strings.Contains(got, strings.Trim(value, " ")) {
			t.Errorf("%q with %q gives %q", s, value, got)
		}
		for _, field := range format.Fields() {
			if text, ok := field.Span.In(s); !ok || !strings.HasPrefix(text, "$"+field.Object+"."+field.Name) {
				t.Errorf("%q: %v spans %q", s, field, text)
			}
		}
	})
}
