package template_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/template"
)

func TestPlaceholders(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"", ""},
		{"Hi", ""},
		{"{{1}}", "1@0-5"},
		{"Hi {{1}}, {{order_id}}!", "1@3-8 order_id@10-22"},
		{"{{10}}{{2}}", "10@0-6 2@6-11"},
		{"{{1}} {{1}}", "1@0-5 1@6-11"},
		{"{{_a9}}", "_a9@0-7"},
		{"{{a0z9}}", "a0z9@0-8"},
		{"{{az0}}", "az0@0-7"},
		{"{{999999999}}", "999999999@0-13"},
		{"{{{1}}}", "1@1-6"},
		{"{{{{{1}}", "1@3-8"},
		{"{{1}}}}", "1@0-5"},
		{"{{a{{1}}", "1@3-8"},
		{"{ {{1}}", "1@2-7"},
		{"{{1}} {2}}", "1@0-5"},
		{"{1}} {2}} {{3}}", "3@10-15"},
		{"你{{1}}你", "1@3-8"},
		// What is none:
		{"{1}", ""},
		{"{{1}", ""},
		{"{{1", ""},
		{"{{", ""},
		{"{", ""},
		{"}}", ""},
		{"{{1} }", ""},
		{"{{ 1 }}", ""},
		{"{{}}", ""},
		{"{{0}}", ""},
		{"{{01}}", ""},
		{"{{1a}}", ""},
		{"{{-1}}", ""},
		{"{{1000000000}}", ""},
		{"{{Name}}", ""},
		{"{{first name}}", ""},
		{"{{a-b}}", ""},
		{"{{é}}", ""},
		{"{{a\n}}", ""},
		{"{{/}}", ""},
		{"{{:}}", ""},
		{"{{`}}", ""},
		{"{{a{}}", ""},
		{"{{1:}}", ""},
		{"{{1/}}", ""},
		{"{{99999999999999999999}}", ""},
	} {
		var got []string
		for p := range template.Placeholders(tt.text) {
			got = append(got, fmt.Sprintf("%s@%d-%d", p.Name, p.Span.Start, p.Span.End))
			if (p.Number > 0) != ('0' <= p.Name[0] && p.Name[0] <= '9') || p.Number > 0 && fmt.Sprint(p.Number) != p.Name {
				t.Errorf("%q: name %q has number %d", tt.text, p.Name, p.Number)
			}
		}
		if diff := cmp.Diff(tt.want, strings.Join(got, " ")); diff != "" {
			t.Errorf("%q (-want +got):\n%s", tt.text, diff)
		}
	}
	for range template.Placeholders("{{1}} {{2}}") {
		break
	}
}

func TestAppendFill(t *testing.T) {
	list := template.Positional("a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k")
	named := template.Named(map[string]string{"name": "Ann", "order_id": "42"})
	for _, tt := range []struct {
		name, text string
		values     template.Values
		want       string
	}{
		{"none", "Hi", list, "Hi"},
		{"empty", "", list, ""},
		{"one", "{{1}}", list, "a"},
		{"order is numeric", "{{1}}{{2}}{{9}}{{10}}{{11}}", list, "abijk"},
		{"any order", "{{2}} {{1}} {{2}}", list, "b a b"},
		{"missing stays", "{{12}} {{1}} {{99}}", list, "{{12}} a {{99}}"},
		{"no values", "{{1}} {{name}}", template.Values{}, "{{1}} {{name}}"},
		{"named", "{{name}}: {{order_id}}{{other}}", named, "Ann: 42{{other}}"},
		{"names for numbers", "{{1}}", named, "{{1}}"},
		{"numbers for names", "{{name}}", list, "{{name}}"},
		{"braces", "{{{1}}} {1} {{ 1 }} {{1} {", list, "{a} {1} {{ 1 }} {{1} {"},
		{"ill", "{{Name}} {{1}}", list, "{{Name}} a"},
		{"last", "x{{1}}y{{", list, "xay{{"},
		{"short", "{{1}", list, "{{1}"},
		{"numbers with a gap", "{{1}} {{3}}", template.Named(map[string]string{"1": "a", "3": "c"}), "a c"},
	} {
		got := string(template.AppendFill([]byte("> "), tt.text, tt.values))
		if diff := cmp.Diff("> "+tt.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

// TestPeersValuesAreNeverExpanded: a preview that substitutes one value after the
// other shows "Bob / Bob" here, and one through a format or a regular expression
// fails on the rest.
func TestPeersValuesAreNeverExpanded(t *testing.T) {
	for _, value := range []string{"{{2}}", "{{1}}", "$1", "${1}", `\1`, `\`, "%s", "%", "{x}", "{", "}}", "{{", "{{name}}"} {
		n := template.Notification{Body: "{{1}} / {{2}} / {code} 100% $1"}
		for range 50 {
			f := n.Fill(template.Arguments{Body: template.Positional(value, "Bob")})
			if want := value + " / Bob / {code} 100% $1"; f.Text().Body != want || f.Preview().Body.Text != want {
				t.Fatalf("%q: %q", value, f.Text().Body)
			}
			g := template.Notification{Body: "{{a}} / {{b}}"}.Fill(template.Arguments{Body: template.Named(map[string]string{"a": value, "b": "Bob"})})
			if want := value + " / Bob"; g.Text().Body != want {
				t.Fatalf("%q: %q", value, g.Text().Body)
			}
		}
	}
}

// TestPeersNumericOrder: three products sorted the numbers as texts: 1, 10, 11, 2.
func TestPeersNumericOrder(t *testing.T) {
	m := map[string]string{}
	var want, text string
	for i := 1; i <= 14; i++ {
		m[fmt.Sprint(i)] = string(rune('a' + i - 1))
		want += string(rune('a' + i - 1))
		text += fmt.Sprintf("{{%d}}", i)
	}
	v := template.Named(m)
	if v.IsNamed() || string(template.AppendFill(nil, text, v)) != want {
		t.Errorf("%v gives %q", v, template.AppendFill(nil, text, v))
	}
	delete(m, "4")
	var names string
	for name := range template.Named(m).All() {
		names += name + " "
	}
	if want := "1 2 3 5 6 7 8 9 10 11 12 13 14 "; names != want {
		t.Errorf("order is %s", names)
	}
}

func TestValues(t *testing.T) {
	var zero template.Values
	list := template.Positional("a", "b")
	named := template.Named(map[string]string{"b": "1", "a": "2", "10": "3"})
	if !zero.IsZero() || zero.IsNamed() || !zero.Equal(template.Positional()) || !zero.Equal(template.Named(nil)) {
		t.Error("zero values")
	}
	if list.Len() != 2 || list.IsNamed() || list.IsZero() || named.Len() != 3 || !named.IsNamed() {
		t.Error("lengths")
	}
	for _, tt := range []struct {
		v          template.Values
		name, want string
		ok         bool
	}{
		{list, "1", "a", true},
		{list, "2", "b", true},
		{list, "3", "", false},
		{list, "0", "", false},
		{list, "a", "", false},
		{named, "a", "2", true},
		{named, "10", "3", true},
		{named, "1", "", false},
		{zero, "1", "", false},
	} {
		got, ok := tt.v.Value(tt.name)
		if got != tt.want || ok != tt.ok {
			t.Errorf("Value(%q) = %q, %v", tt.name, got, ok)
		}
	}
	all := func(v template.Values) string {
		var b strings.Builder
		for name, text := range v.All() {
			fmt.Fprintf(&b, "%s=%s ", name, text)
		}
		return b.String()
	}
	for _, tt := range []struct{ got, want string }{
		{all(list), "1=a 2=b "},
		{all(named), "10=3 a=2 b=1 "},
		{all(list.With("2", "c")), "1=a 2=c "},
		{all(list.With("4", "d")), "1=a 2=b 3= 4=d "},
		{all(zero.With("100", "d").With("name", "x"))[len("1= "):8], "2= 3="},
		{all(zero.With("101", "d")), "101=d "},
		{all(list.With("name", "x")), "1=a 2=b name=x "},
		{all(named.With("a", "x")), "10=3 a=x b=1 "},
		{all(zero.With("a", "x")), "a=x "},
		{all(template.Named(map[string]string{"2": "b"}).With("1", "a")), "1=a 2=b "},
		{all(list), "1=a 2=b "},
	} {
		if tt.got != tt.want {
			t.Errorf("%q, want %q", tt.got, tt.want)
		}
	}
	for range list.All() {
		break
	}
	for range named.All() {
		break
	}
	own := []string{"a"}
	v := template.Positional(own...)
	own[0] = "changed"
	if got, _ := v.Value("1"); got != "a" {
		t.Error("Positional keeps the caller's slice")
	}
}

func TestFillKeepsWhatItWasGiven(t *testing.T) {
	n, a := carousel(), carouselArguments()
	n.Authentication, n.Offer = &template.Authentication{}, &template.Offer{Text: "x"}
	f := n.Fill(a)
	before, _ := f.AppendJSON(nil)
	n.Cards[0].Body, n.Cards[0].Buttons[0], n.Authentication.ExpiryMinutes, n.Offer.Text = "changed", template.QuickReply{Text: "changed"}, 5, "changed"
	a.Cards[0].Buttons[0].Value, a.Cards[0].Body = "changed", template.Positional("changed")
	after, _ := f.AppendJSON(nil)
	if diff := cmp.Diff(string(before), string(after)); diff != "" {
		t.Errorf("(-before +after):\n%s", diff)
	}
	if !f.Template().Equal(f.Template()) || !f.Arguments().Equal(carouselArguments()) {
		t.Error("a Filled does not keep its template and arguments")
	}
}

func TestNT3DynamicURL(t *testing.T) {
	f := calls().Fill(callArguments())
	want := []string{"", "", "https://shop.example/o/1042"}
	if diff := cmp.Diff(want, f.Text().URLs); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	wantBrief(t, "right", f.Check(template.Workspace()), "")
	if x := sample().Fill(sampleArguments()).Text(); x.URLs != nil || x.Cards != nil {
		t.Errorf("texts of nothing: %+v", x)
	}
	f = calls().Fill(template.Arguments{})
	if diff := cmp.Diff("https://shop.example/o/{{1}}", f.Text().URLs[2]); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestZeroFilled(t *testing.T) {
	var f template.Filled
	if !f.IsZero() || f.Kind() != template.KindNotification || !f.Equal(template.Notification{}.Fill(template.Arguments{})) {
		t.Error("zero Filled")
	}
	wantBrief(t, "check", f.Check(template.Workspace()), "required /template/id; required /template/language; required /template/body")
	if f.Preview().String() != "" {
		t.Error("preview of nothing")
	}
}

func TestEqual(t *testing.T) {
	base := func() (template.Notification, template.Arguments) { return offer(), carouselArguments() }
	changes := []func(*template.Notification, *template.Arguments){
		func(n *template.Notification, _ *template.Arguments) { n.ID = "x" },
		func(n *template.Notification, _ *template.Arguments) { n.Language = "x" },
		func(n *template.Notification, _ *template.Arguments) { n.Category = "x" },
		func(n *template.Notification, _ *template.Arguments) { n.Status = "x" },
		func(n *template.Notification, _ *template.Arguments) { n.Header = nil },
		func(n *template.Notification, _ *template.Arguments) { n.Body = "x" },
		func(n *template.Notification, _ *template.Arguments) { n.Footer = "x" },
		func(n *template.Notification, _ *template.Arguments) { n.Buttons[0] = template.CopyCode{Text: "x"} },
		func(n *template.Notification, _ *template.Arguments) { n.Buttons = n.Buttons[:1] },
		func(n *template.Notification, _ *template.Arguments) { n.Buttons[0] = template.OTPButton{} },
		func(n *template.Notification, _ *template.Arguments) { n.Offer = nil },
		func(n *template.Notification, _ *template.Arguments) { n.Offer.Text = "x" },
		func(n *template.Notification, _ *template.Arguments) { n.Authentication = &template.Authentication{} },
		func(n *template.Notification, _ *template.Arguments) { n.Cards = carousel().Cards },
		func(n *template.Notification, _ *template.Arguments) { n.Examples = template.Arguments{} },
		func(n *template.Notification, _ *template.Arguments) { n.Extra = `{"a":1}` },
		func(_ *template.Notification, a *template.Arguments) { a.Header = template.Positional("x") },
		func(_ *template.Notification, a *template.Arguments) { a.Media.ID = "x" },
		func(_ *template.Notification, a *template.Arguments) { a.Place.Name = "x" },
		func(_ *template.Notification, a *template.Arguments) { a.Body = template.Positional("x") },
		func(_ *template.Notification, a *template.Arguments) { a.Buttons = []template.ButtonValue{{}} },
		func(_ *template.Notification, a *template.Arguments) { a.Expires = a.Expires.Add(1) },
		func(_ *template.Notification, a *template.Arguments) { a.Cards = a.Cards[:1] },
		func(_ *template.Notification, a *template.Arguments) { a.Cards[1].Media.ID = "x" },
		func(_ *template.Notification, a *template.Arguments) { a.Cards[1].Body = template.Values{} },
		func(_ *template.Notification, a *template.Arguments) { a.Cards[1].Buttons = nil },
		func(_ *template.Notification, a *template.Arguments) { a.Cards[1].Extra = "x" },
		func(_ *template.Notification, a *template.Arguments) { a.Extra = "x" },
	}
	n, a := base()
	f := n.Fill(a)
	m, b := base()
	if !f.Equal(m.Fill(b)) {
		t.Error("equal messages are not")
	}
	for i, change := range changes {
		m, b := base()
		change(&m, &b)
		if f.Equal(m.Fill(b)) || m.Fill(b).Equal(f) {
			t.Errorf("change %d makes no difference", i)
		}
	}
	c := carousel()
	for i, change := range []func(*template.Card){
		func(c *template.Card) { c.Header = nil },
		func(c *template.Card) { c.Body = "x" },
		func(c *template.Card) { c.Buttons = nil },
		func(c *template.Card) { c.Extra = "x" },
	} {
		d := carousel()
		change(&d.Cards[1])
		if c.Equal(d) {
			t.Errorf("change %d of a card makes no difference", i)
		}
	}
	otp := template.OTPButton{Kind: template.OTPOneTap, Text: "a", Autofill: "b", Apps: []template.App{{Package: "a.b"}}, Extra: `{}`}
	for i, change := range []func(*template.OTPButton){
		func(b *template.OTPButton) {},
		func(b *template.OTPButton) { b.Kind = "x" },
		func(b *template.OTPButton) { b.Text = "x" },
		func(b *template.OTPButton) { b.Autofill = "x" },
		func(b *template.OTPButton) { b.Apps = nil },
		func(b *template.OTPButton) { b.Extra = "" },
	} {
		other := otp
		change(&other)
		x := template.Notification{Buttons: []template.Button{otp}}
		y := template.Notification{Buttons: []template.Button{other}}
		if x.Equal(y) != (i == 0) {
			t.Errorf("change %d of an OTP button", i)
		}
	}
}

func TestFillAllocations(t *testing.T) {
	if raceEnabled {
		t.Skip("the race detector allocates")
	}
	values := template.Positional("Ann", "1042", "today")
	named := template.Named(map[string]string{"name": "Ann", "order": "1042"})
	buf := make([]byte, 0, 256)
	limits := template.CloudAPI()
	f := sample().Fill(sampleArguments())
	n := sample()
	bad := sample()
	bad.Header, bad.Footer = template.TextHeader{Text: strings.Repeat("x", 61)}, strings.Repeat("x", 61)
	badFilled := bad.Fill(template.Arguments{Body: template.Positional("Ann", "Monday")})
	wantBrief(t, "two errors", badFilled.Check(limits), "too_long /template/header/text; too_long /template/footer")
	for _, tt := range []struct {
		name string
		want float64
		run  func()
	}{
		{"AppendFill", 0, func() { template.AppendFill(buf, "Hello {{1}}, your order {{2}} ships {{3}}", values) }},
		{"AppendFill by name", 0, func() { template.AppendFill(buf, "Hello {{name}}, your order {{order}}", named) }},
		{"Filled.Check", 0, func() { f.Check(limits) }},
		{"Walk", 0, func() { template.Walk(f, limits) }},
		{"Notification.Check", 0, func() { n.Check(limits) }},
		{"two errors: the list and its paths", 2, func() { badFilled.Check(limits) }},
		{"Placeholders", 0, func() {
			for range template.Placeholders("Hello {{1}} {{2}}") {
			}
		}},
	} {
		if got := testing.AllocsPerRun(100, tt.run); got > tt.want {
			t.Errorf("%s: %v allocations, at most %v", tt.name, got, tt.want)
		}
	}
}

func TestFlatten(t *testing.T) {
	for _, tt := range []struct {
		text, want string
		was        []template.Change
	}{
		{"", "", nil},
		{"a", "a", nil},
		{"a    b", "a    b", nil},
		{"    a    ", "    a    ", nil},
		{"a     b", "a b", []template.Change{change(1, 6, template.Spaces, " ")}},
		{"a\tb", "a b", []template.Change{change(1, 2, template.Tab, " ")}},
		{"a\nb", "a b", []template.Change{change(1, 2, template.LineBreak, " ")}},
		{"a\r\n\r\nb", "a b", []template.Change{change(1, 5, template.LineBreak, " ")}},
		{"a \n b", "a b", []template.Change{change(1, 4, template.LineBreak, " ")}},
		{"a \t\n b\tc", "a b c", []template.Change{change(1, 5, template.LineBreak, " "), change(6, 7, template.Tab, " ")}},
		{"\na\n", "a", []template.Change{change(0, 1, template.LineBreak, ""), change(2, 3, template.LineBreak, "")}},
		{"\n", "", []template.Change{change(0, 1, template.LineBreak, "")}},
		{"a\u0085b\u2028c\u2029d\ve\ff", "a b c d e f", []template.Change{
			change(1, 3, template.LineBreak, " "), change(4, 7, template.LineBreak, " "), change(8, 11, template.LineBreak, " "),
			change(12, 13, template.LineBreak, " "), change(14, 15, template.LineBreak, " "),
		}},
		{"a\u00a0\u00a0\u00a0\u00a0\u00a0b", "a\u00a0\u00a0\u00a0\u00a0\u00a0b", nil},
		{"é\u2027â€\xc2", "é\u2027â€\xc2", nil},
		{"\xe2\x80", "\xe2\x80", nil},
	} {
		got, was := template.Flatten(tt.text)
		if got != tt.want {
			t.Errorf("Flatten(%q) = %q", tt.text, got)
		}
		if diff := cmp.Diff(tt.was, was); diff != "" {
			t.Errorf("%q (-want +got):\n%s", tt.text, diff)
		}
	}
	for b, want := range map[template.Blemish]string{template.Spaces: "spaces", template.Tab: "tab", template.LineBreak: "line_break", 0: ""} {
		if text, err := b.MarshalText(); b.String() != want || string(text) != want || err != nil {
			t.Errorf("%d is %q", b, b)
		}
	}
}

func change(start, end int, was template.Blemish, now string) template.Change {
	return template.Change{Span: decorum.Span{Start: start, End: end}, Was: was, Now: now}
}

// A placeholder that stands often and a long value: what Fill makes of them is
// bounded, and no limits let such a message pass.
func TestFillIsBounded(t *testing.T) {
	const often, value = 1000, 1042
	placeholders, values := strings.Repeat("{{1}} ", often), template.Positional(strings.Repeat("x", value))
	for _, over := range []int{-1, 0, 1, 50_000} {
		t.Run(fmt.Sprint(over), func(t *testing.T) {
			text := placeholders + strings.Repeat("e", template.MaxText-often*(value+1)+over)
			f := template.Notification{
				ID: "a", Language: "en", Header: template.TextHeader{Text: text}, Body: text,
				Cards: []template.Card{{Body: text}},
			}.Fill(template.Arguments{Header: values, Body: values, Cards: []template.CardArguments{{Body: values}}})
			var want, got decorum.Violations
			filled := strings.ReplaceAll(text, "{{1}}", strings.Repeat("x", value))
			if over > 0 {
				filled = text
				for _, path := range []string{"/text/header", "/text/body", "/text/cards/0/body"} {
					want = append(want, decorum.Violation{
						Code: decorum.TooLong, Severity: decorum.SeverityError, Path: path,
						Limit: template.MaxText, Actual: int64(template.MaxText + over), Unit: decorum.Bytes,
					})
				}
			}
			for _, v := range f.Check(template.Limits{}) {
				if strings.HasPrefix(v.Path, "/text") {
					got = append(got, v)
				}
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Error(diff)
			}
			x, p := f.Text(), f.Preview()
			for _, got := range [...]string{x.Header, x.Body, x.Cards[0].Body, p.Header.Text.Text, p.Body.Text, p.Cards[0].Body.Text} {
				if got != filled {
					t.Errorf("%d bytes, want %d", len(got), len(filled))
				}
			}
			for i, m := range p.Body.Parameters {
				if i >= 2 {
					break
				}
				shown := filled[m.Span.Start:m.Span.End]
				if m.Missing || !m.Editable || shown != "{{1}}" && over > 0 || len(shown) != value && over <= 0 {
					t.Errorf("the parameter %+v", m)
				}
			}
			if len(p.Body.Parameters) != often {
				t.Errorf("%d parameters", len(p.Body.Parameters))
			}
			draft := template.NewDraft(f, template.CloudAPI(), template.Editing{})
			if got := draft.Suggestions(); got != nil {
				t.Errorf("%d suggestions, which would not do", len(got))
			}
			for _, field := range draft.Fields() {
				if over > 0 && (field.Limit != decorum.Limit{Max: template.MaxText, Unit: decorum.Bytes} || field.Left != -over) || field.Left >= 0 {
					t.Errorf("%s: %d left of %v", field.Path, field.Left, field.Limit)
				}
			}
		})
	}
}

// However far a text is over, what is left is below zero, on 32 bits too.
func TestLeftOfATextFarTooLong(t *testing.T) {
	n := template.Notification{ID: "a", Language: "en", Body: strings.Repeat("{{1}} ", 5000)}
	f := n.Fill(template.Arguments{Body: template.Positional(strings.Repeat("x", 1_000_000))})
	d := template.NewDraft(f, template.CloudAPI(), template.Editing{})
	if fields := d.Fields(); len(fields) != 1 || fields[0].Left != math.MinInt32 {
		t.Errorf("%d left", fields[0].Left)
	}
	if got := d.Suggestions(); got != nil {
		t.Errorf("%d suggestions", len(got))
	}
}
