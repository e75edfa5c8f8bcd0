package template_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/attachment"
	"github.com/decorum-go/decorum/template"
)

// TestIM6Fields holds what an agent sees and may change of each kind.
func TestIM6Fields(t *testing.T) {
	want := map[template.Kind]string{
		template.KindReplyButtons: "/header/text:50 /body:997 /footer:39 /buttons/0/title:17 /buttons/1/title:18 /buttons/2/title:13",
		template.KindList: "/header/text:52 /body:4077 /footer:41 /menu:7 /sections/0/title:17 /sections/0/rows/0/title:17 " +
			"/sections/0/rows/1/title:16 /sections/0/rows/1/description:50 /sections/1/title:15 /sections/1/rows/0/title:16",
		template.KindCallToAction:    "/body:1007 /footer:44 /label:11 (/url:1967)",
		template.KindLocationRequest: "/body:1010",
		template.KindFlow:            "/header/text:53 /body:1012 /footer:50 /label:26",
		template.KindProduct:         "/body:1015 /footer:44 (/product_id:max)",
		template.KindProductList:     "/header/text:54 /body:1012 /footer:42 /sections/0/title:18 /sections/1/title:17",
		template.KindProductCarousel: "/body:1011",
		template.KindCatalogue:       "/body:1013 /footer:45",
		template.KindAddress:         "/body:1015 /footer:50 /values/city:max /values/in_pin_code:0",
		template.KindCarousel:        "/body:1011 /cards/0/body:146 /cards/0/label:12 (/cards/0/url:1978) /cards/1/body:146 /cards/1/label:12 (/cards/1/url:1978)",
		template.KindContactRequest:  "/body:1004",
	}
	for _, m := range interactive() {
		before, err := json.Marshal(m)
		if err != nil {
			t.Fatal(err)
		}
		d := template.NewDraft(m, template.CloudAPI(), template.Editing{})
		var list []string
		for _, f := range d.Fields() {
			left := fmt.Sprint(f.Left)
			if f.Limit == (decorum.Limit{}) {
				left = "max"
			}
			s := f.Path + ":" + left
			if !f.Editable {
				s = "(" + s + ")"
			}
			list = append(list, s)
			if f.Missing || f.Value == "" {
				t.Errorf("%s%s is missing", m.Kind(), f.Path)
			}
			changed, err := d.Set(f.Path, "changed "+f.Path)
			if (err == nil) != f.Editable {
				t.Errorf("%s%s: %v", m.Kind(), f.Path, err)
			}
			if !f.Editable {
				continue
			}
			if after, err := json.Marshal(m); err != nil || string(before) != string(after) {
				t.Errorf("%s%s: a draft changed the message that it was made of", m.Kind(), f.Path)
			}
			i := slices.IndexFunc(changed.Fields(), func(g template.Field) bool { return g.Path == f.Path })
			if got := changed.Fields()[i].Value; got != "changed "+f.Path {
				t.Errorf("%s%s is %q", m.Kind(), f.Path, got)
			}
			for j, g := range changed.Fields() {
				if j != i && g.Value != d.Fields()[j].Value {
					t.Errorf("%s: a change of %s changed %s", m.Kind(), f.Path, g.Path)
				}
			}
			if back, err := changed.Set(f.Path, f.Value); err != nil || !cmp.Equal(back.Message(), m) {
				t.Errorf("%s%s: does not change back: %v", m.Kind(), f.Path, err)
			}
		}
		if diff := cmp.Diff(want[m.Kind()], strings.Join(list, " ")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", m.Kind(), diff)
		}
		for _, path := range []string{"", "/type", "/url", "/product_id", "/header/text/x", "/buttons/9/title"} {
			if diff := cmp.Diff(m, template.With(m, path, "x")); diff != "" {
				t.Errorf("%s%s (-want +got):\n%s", m.Kind(), path, diff)
			}
		}
		if _, err := d.Set("/type", "x"); !errors.Is(err, decorum.NotFound) {
			t.Errorf("%s: %v", m.Kind(), err)
		}
	}
}

// TestSectionTitleIsShown where there is one or must be one.
func TestSectionTitleIsShown(t *testing.T) {
	for _, tt := range []struct {
		titles []string
		want   string
	}{
		{[]string{""}, ""},
		{[]string{"A"}, "/sections/0/title"},
		{[]string{"", ""}, "/sections/0/title /sections/1/title"},
		{[]string{"A", ""}, "/sections/0/title /sections/1/title"},
	} {
		l, p := rowsOf(), plants()
		p.Sections = nil
		for i, title := range tt.titles {
			l.Sections = append(l.Sections, template.Section{Title: title, Rows: []template.Row{{ID: fmt.Sprint(i), Title: fmt.Sprint("Row ", i)}}})
			p.Sections = append(p.Sections, template.ProductSection{Title: title, ProductIDs: []string{"fern"}})
		}
		for _, m := range []template.Structured{l, p} {
			var got []string
			for _, f := range template.NewDraft(m, template.CloudAPI(), template.Editing{}).Fields() {
				if strings.HasPrefix(f.Path, "/sections") && strings.Count(f.Path, "/") == 3 {
					got = append(got, f.Path)
				}
			}
			if diff := cmp.Diff(tt.want, strings.Join(got, " ")); diff != "" {
				t.Errorf("%s %q (-want +got):\n%s", m.Kind(), tt.titles, diff)
			}
			if needed := m.Check(template.CloudAPI()).Has(decorum.Required); needed != (len(tt.titles) > 1) {
				t.Errorf("%s %q: required is %v", m.Kind(), tt.titles, needed)
			}
		}
	}
}

func TestIM6FieldsThatAreMissing(t *testing.T) {
	bare := rowsOf(1, 0)
	bare.Body, bare.Menu, bare.Sections[0].Title = "", "", ""
	var got []string
	for _, f := range template.NewDraft(bare, template.Workspace(), template.Editing{}).Fields() {
		if f.Missing {
			got = append(got, f.Path)
		}
	}
	if diff := cmp.Diff([]string{"/body", "/menu", "/sections/0/title"}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	hostile := address()
	hostile.Values = template.Named(map[string]string{"a/b": "x", strings.Repeat("n", 65): "y", "city": "Pune"})
	fields := template.NewDraft(hostile, template.CloudAPI(), template.Editing{}).Fields()
	if len(fields) != 3 || fields[2].Path != "/values/city" {
		t.Errorf("%+v", fields)
	}
}

// TestNT5InteractiveIsBlocked: IM6 has it of NT5.
func TestNT5InteractiveIsBlocked(t *testing.T) {
	d := template.NewDraft(replies(), template.Workspace(), template.Editing{})
	if !d.CanSend() {
		t.Errorf("%v", d.Check())
	}
	d, err := d.Set("/buttons/1/title", "No\n")
	if err != nil || d.CanSend() {
		t.Errorf("%v, %v", err, d.Check())
	}
}

func suggestions(list []template.Suggestion) string {
	var s []string
	for _, x := range list {
		s = append(s, fmt.Sprintf("%s %s %q", x.Mend, x.Path, x.Value))
	}
	return strings.Join(s, "; ")
}

func TestSuggestTitles(t *testing.T) {
	for _, tt := range []struct {
		name  string
		title string
		want  string
	}{
		{"fits", "Yes", ""},
		{"cut", "Yes, please, today already", `shorten /buttons/0/title "Yes, please, today a"`},
		{"cut before a family", strings.Repeat("x", 17) + "👨‍👩‍👧!", `shorten /buttons/0/title "` + strings.Repeat("x", 17) + `"`},
		{"cut at a space", strings.Repeat("x", 19) + " yes", `shorten /buttons/0/title "` + strings.Repeat("x", 19) + `"`},
		{"break", "Yes\nplease", `flatten /buttons/0/title "Yes please"`},
		{"breaks", "Yes\nplease\t!", `flatten /buttons/0/title "Yes please !"`},
		{"both", "Yes\nplease, today already", `shorten /buttons/0/title "Yes\nplease, today al"; flatten /buttons/0/title "Yes please, today already"`},
		{"missing", "", ""},
		{"cut to what another has", "xxxxxxxxxxxxxxxxxxxxyes", ""},
	} {
		m := replies()
		m.Buttons[0].Title = tt.title
		m.Buttons[1].Title = strings.Repeat("x", 20)
		list := template.Suggest(m, template.Workspace())
		if diff := cmp.Diff(tt.want, suggestions(list)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
		for _, s := range list {
			d := template.NewDraft(m, template.Workspace(), template.Editing{}).Apply(s)
			if got := d.Message().(template.ReplyButtons).Buttons[0].Title; got != s.Value || s.Violation.Path != s.Path {
				t.Errorf("%s: %q, %+v", tt.name, got, s)
			}
		}
	}
	if got := suggestions(template.Suggest(rowsOf(1, 1), template.Workspace())); got != "" {
		t.Error(got)
	}
	c := visit()
	c.URL += strings.Repeat("x", 2000)
	if got := suggestions(template.Suggest(c, template.CloudAPI())); got != "" {
		t.Errorf("an address is cut: %s", got)
	}
	a := address()
	a.Values = a.Values.With("in_pin_code", "1234567")
	if got := suggestions(template.Suggest(a, template.CloudAPI())); got != "" {
		t.Errorf("a code is cut: %s", got)
	}
	l := rowsOf(1)
	l.Body, l.Menu, l.Sections[0].Rows[0].Description = strings.Repeat("x", 1025), "Menu\n", strings.Repeat("y", 73)
	want := fmt.Sprintf(`shorten /body %q; flatten /menu "Menu"; shorten /sections/0/rows/0/description %q`, strings.Repeat("x", 1024), strings.Repeat("y", 72))
	if diff := cmp.Diff(want, suggestions(template.Suggest(l, template.Workspace()))); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestSuggestionsMend: every kind offers to mend each of its texts, and what is
// offered mends it.
func TestSuggestionsMend(t *testing.T) {
	limits := template.CloudAPI()
	for _, m := range interactive() {
		d := template.NewDraft(m, limits, template.Editing{})
		for _, f := range d.Fields() {
			if !f.Editable || f.Limit == (decorum.Limit{}) || strings.HasSuffix(f.Path, "pin_code") {
				continue
			}
			long, err := d.Set(f.Path, strings.Repeat("x", f.Limit.Max+1))
			if err != nil {
				t.Fatal(err)
			}
			list := long.Suggestions()
			if len(list) != 1 || list[0].Path != f.Path || list[0].Mend != template.Shorten {
				t.Errorf("%s%s: %s", m.Kind(), f.Path, suggestions(list))
				continue
			}
			if mended := long.Apply(list[0]); !mended.CanSend() {
				t.Errorf("%s%s: %v", m.Kind(), f.Path, mended.Check())
			}
		}
	}
}

func TestSuggestAsList(t *testing.T) {
	for n, want := range map[int]bool{3: false, 4: true, 10: true, 11: false} {
		m := replies()
		m.Buttons = nil
		for i := range n {
			m.Buttons = append(m.Buttons, template.Reply{ID: fmt.Sprint("id", i), Title: fmt.Sprint("Title ", i)})
		}
		for _, l := range []template.Limits{template.Workspace(), template.CloudAPI()} {
			list := template.Suggest(m, l)
			if (len(list) == 1) != want {
				t.Errorf("%d: %s", n, suggestions(list))
				continue
			}
			if !want {
				continue
			}
			got, ok := list[0].Message.(template.List)
			if !ok || list[0].Mend != template.AsList || list[0].Path != "" || list[0].Violation.Path != "/buttons" {
				t.Fatalf("%+v", list[0])
			}
			wantBrief(t, "as a list", got.Check(l), "")
			for _, b := range m.Buttons {
				if o, ok := template.Match(got, template.Answer{ID: b.ID}); !ok || o.Title != b.Title {
					t.Errorf("%s is %+v", b.ID, o)
				}
			}
			if got.Header != m.Header || got.Body != m.Body || got.Footer != m.Footer || got.Menu != "Menu" {
				t.Errorf("%+v", got)
			}
		}
	}
	four := replies()
	four.Buttons = append(four.Buttons, template.Reply{ID: "d", Title: "D"})
	for name, change := range map[string]func(*template.ReplyButtons){
		"a file would be lost":   func(m *template.ReplyButtons) { m.Header = template.MediaHeader{Kind: attachment.Image, ID: "1"} },
		"a member would be lost": func(m *template.ReplyButtons) { m.Extra = `{"x":1}` },
		"one of a button, too":   func(m *template.ReplyButtons) { m.Buttons = slices.Clone(m.Buttons); m.Buttons[1].Extra = `{"x":1}` },
		"an id too long for a row": func(m *template.ReplyButtons) {
			m.Buttons = slices.Clone(m.Buttons)
			m.Buttons[1].ID = strings.Repeat("x", 201)
		},
		"no fault would be fewer yet": func(m *template.ReplyButtons) { m.Buttons = m.Buttons[:3] },
	} {
		m := four
		change(&m)
		if list := template.Suggest(m, template.Workspace()); len(list) != 0 {
			t.Errorf("%s: %s", name, suggestions(list))
		}
	}
	// Not even where a list would have fewer errors for other reasons.
	many := template.ReplyButtons{Body: "a", Header: template.MediaHeader{Kind: attachment.Image, ID: "1"}, Buttons: make([]template.Reply, 4)}
	if got := suggestions(template.Suggest(many, template.Workspace())); got != "" {
		t.Errorf("a file would be lost: %s", got)
	}
	many = template.ReplyButtons{Body: "a"}
	for i := range 11 {
		many.Buttons = append(many.Buttons, template.Reply{ID: fmt.Sprint(i), Title: "Same"})
	}
	if got := suggestions(template.Suggest(many, template.Workspace())); got != "" {
		t.Errorf("more rows than may be: %s", got)
	}
	four.Header, four.Buttons[3].Title = nil, strings.Repeat("x", 21)
	if got, want := suggestions(template.Suggest(four, template.CloudAPI())), `as_list  ""; shorten /buttons/3/title "xxxxxxxxxxxxxxxxxxxx"`; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}
