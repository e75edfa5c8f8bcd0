package template_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/attachment"
	"github.com/decorum-go/decorum/template"
)

func TestNT1Draft(t *testing.T) {
	d := template.NewDraft(sample().Fill(template.Arguments{}), template.Workspace(), template.Editing{})
	if d.CanSend() {
		t.Error("sent without values")
	}
	var err error
	for path, value := range map[string]string{"/arguments/header/0": "1042", "/arguments/body/1": "Monday", "/arguments/body/0": "Ann"} {
		if d, err = d.Set(path, value); err != nil {
			t.Fatal(err)
		}
	}
	if !d.CanSend() {
		t.Errorf("%v", d.Check())
	}
	f, ok := d.Message().(template.Filled)
	if !ok || !f.Equal(sample().Fill(sampleArguments())) {
		t.Errorf("%v", d.Message())
	}
	if diff := cmp.Diff(f.Preview(), d.Preview()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestNT5DraftTellsWhatIsLeft(t *testing.T) {
	n := calls()
	n.Header = template.TextHeader{Text: "For {{1}}"}
	n.Body = "Hello {{name}} and {{name}}, {{when}}!"
	n.Buttons = n.Buttons[2:]
	d := template.NewDraft(n.Fill(template.Arguments{Header: template.Positional("😀")}), template.Workspace(), template.Editing{})
	d, err := d.Set("/arguments/body/name", "Ann")
	if err != nil {
		t.Fatal(err)
	}
	points := func(n int) decorum.Limit { return decorum.Limit{Max: n, Unit: decorum.CodePoints} }
	want := []template.Field{
		{Path: "/arguments/header/0", In: "/text/header", Name: "1", Value: "😀", Limit: points(60), Left: 55, Editable: true},
		{Path: "/arguments/body/name", In: "/text/body", Name: "name", Value: "Ann", Limit: points(1024), Left: 1024 - 28, Editable: true},
		{Path: "/arguments/body/when", In: "/text/body", Name: "when", Missing: true, Limit: points(1024), Left: 1024 - 28, Editable: true},
		{Path: "/arguments/buttons/0", In: "/text/urls/0", Name: "1", Missing: true, Limit: points(2000), Left: 2000 - 28, Editable: true},
	}
	if diff := cmp.Diff(want, d.Fields()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	long, err := d.Set("/arguments/header/0", strings.Repeat("é", 60))
	if err != nil {
		t.Fatal(err)
	}
	if left := long.Fields()[0].Left; left != -4 {
		t.Errorf("%d left", left)
	}
	wantBrief(t, "blocked", long.Check(), "required /arguments/body/when; required /arguments/buttons/0; too_long /text/header")
	if long.CanSend() {
		t.Error("sent")
	}
	coupon := template.NewDraft(coupon().Fill(template.Arguments{}), template.CloudAPI(), template.Editing{})
	wantCoupon := []template.Field{{Path: "/arguments/buttons/0", Name: "1", Missing: true, Limit: points(20), Left: 20, Editable: true}}
	if diff := cmp.Diff(wantCoupon, coupon.Fields()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestDraftSet(t *testing.T) {
	d := template.NewDraft(carousel().Fill(template.Arguments{}), template.CloudAPI(), template.Editing{})
	var err error
	for _, f := range d.Fields() {
		if d, err = d.Set(f.Path, "x"); err != nil {
			t.Fatal(f.Path, err)
		}
	}
	if !d.CanSend() || len(d.Fields()) != 4 {
		t.Errorf("%v", d.Check())
	}
	for _, path := range []string{
		"", "/", "/text/body", "/arguments/body/0", "/arguments/cards/2/body/0", "/arguments/cards/0/buttons/0",
		"/arguments/cards/-1/body/0", "/template/body", "arguments/body/0",
	} {
		same, err := d.Set(path, "x")
		if !errors.Is(err, decorum.NotFound) || cmp.Diff(d.Message(), same.Message()) != "" {
			t.Errorf("%q: %v", path, err)
		}
	}
	gap := template.Notification{ID: "a", Language: "en", Body: "{{1}} {{3}}"}
	d = template.NewDraft(gap.Fill(template.Arguments{Body: template.Named(map[string]string{"3": "c"})}), template.CloudAPI(), template.Editing{})
	if d, err = d.Set("/arguments/body/1", "a"); err != nil || !d.CanSend() {
		t.Errorf("%v, %v", err, d.Check())
	}
	d = template.NewDraft(coupon().Fill(template.Arguments{Buttons: []template.ButtonValue{{Value: "A"}}}), template.CloudAPI(), template.Editing{})
	if d, err = d.Set("/arguments/buttons/0", "B"); err != nil || d.Fields()[0].Value != "B" {
		t.Errorf("%v, %v", err, d.Fields())
	}
}

func TestZeroDraft(t *testing.T) {
	var d template.Draft
	if d.CanSend() || d.Message() != nil || d.Fields() != nil || d.Suggestions() != nil {
		t.Error("zero Draft")
	}
	wantBrief(t, "check", d.Check(), "required ")
	if diff := cmp.Diff(template.Preview{}, d.Preview()); diff != "" {
		t.Error(diff)
	}
	if _, err := d.Set("/body", "x"); !errors.Is(err, decorum.NotFound) {
		t.Error(err)
	}
	_, vs := d.Attach(template.MediaHeader{}, attachment.File{})
	wantBrief(t, "attach", vs, "unsupported /media")
	if d.Apply(template.Suggestion{}).Message() != nil {
		t.Error("applied nothing")
	}
}

func TestNT6Attachment(t *testing.T) {
	png := attachment.File{Name: "b.png", Declared: "image/png", Size: 1000}
	message := calls().Fill(callArguments())
	allowed := template.Editing{NotificationAttachment: true, Profile: attachment.Workspace()}
	for _, tt := range []struct {
		name    string
		message template.Structured
		editing template.Editing
		media   template.MediaHeader
		file    attachment.File
		want    string
	}{
		{"allowed", message, allowed, template.MediaHeader{ID: "9"}, png, ""},
		{"not yet uploaded", message, allowed, template.MediaHeader{}, png, ""},
		{"no privilege", message, template.Editing{ReplyButtonAttachment: true, Profile: attachment.Workspace()}, template.MediaHeader{ID: "9"}, png, "missing_privilege /media"},
		{"no profile", message, template.Editing{NotificationAttachment: true}, template.MediaHeader{ID: "9"}, png, "type_not_allowed /media/type; too_large /media/size"},
		{"other kind", message, allowed, template.MediaHeader{Kind: attachment.Video, ID: "9"}, attachment.File{Name: "b.mp4", Declared: "video/mp4", Size: 1000}, "mismatch /media/type"},
		{"film as a picture", message, allowed, template.MediaHeader{ID: "9"}, attachment.File{Name: "b.mp4", Declared: "video/mp4", Size: 1000}, "mismatch /media/kind"},
		{"too large", message, allowed, template.MediaHeader{ID: "9"}, attachment.File{Name: "b.png", Declared: "image/png", Size: 104857600}, "too_large /media/size"},
		{"no file there", sample().Fill(sampleArguments()), allowed, template.MediaHeader{ID: "9"}, png, "unsupported /media"},
	} {
		d := template.NewDraft(tt.message, template.Workspace(), tt.editing)
		e, vs := d.Attach(tt.media, tt.file)
		if tt.want == "" {
			wantBrief(t, tt.name, vs, "")
			f := e.Message().(template.Filled)
			want := template.MediaHeader{Kind: attachment.Image, ID: tt.media.ID, Name: "b.png"}
			if got, _ := f.Media(); got != want {
				t.Errorf("%s: %+v", tt.name, got)
			}
			if e.CanSend() != (tt.media.ID != "") {
				t.Errorf("%s: %v", tt.name, e.Check())
			}
			continue
		}
		if !vs.HasErrors() {
			t.Errorf("%s: no error", tt.name)
		}
		if tt.name != "no profile" && tt.name != "film as a picture" {
			wantBrief(t, tt.name, vs, tt.want)
		}
		if cmp.Diff(d.Message(), e.Message()) != "" {
			t.Errorf("%s: changed all the same", tt.name)
		}
	}
	_, vs := template.NewDraft(message, template.Workspace(), template.Editing{}).Attach(template.MediaHeader{}, png)
	if vs[0].Want != "InteractionWorkspace.WhatsApp.canChangeAttachmentsInNotification" {
		t.Errorf("%v", vs[0])
	}
	if m, ok := sample().Fill(sampleArguments()).Media(); ok || m != (template.MediaHeader{}) {
		t.Error("a text header has a file")
	}
}

func TestSuggestions(t *testing.T) {
	n := sample()
	n.Header = template.TextHeader{Text: "For {{1}}"}
	f := n.Fill(template.Arguments{
		Header: template.Positional(strings.Repeat("👨‍👩‍👧", 12)),
		Body:   template.Positional("Ann\n\nand\tBob", strings.Repeat("x", 1100)),
	})
	limits := template.CloudAPI()
	wantBrief(t, "check", f.Check(limits), "forbidden_spacing /arguments/body/0 3-5; forbidden_spacing /arguments/body/0 8-9; too_long /text/header; too_long /text/body")
	d := template.NewDraft(f, limits, template.Editing{})
	list := d.Suggestions()
	type short struct {
		Mend              template.Mend
		Path, Value, Code string
		Changes           int
	}
	var got []short
	for _, s := range list {
		got = append(got, short{s.Mend, s.Path, s.Value, string(s.Violation.Code) + " " + s.Violation.Path, len(s.Changes)})
	}
	body := strings.Count(f.Text().Body, "") - 1
	want := []short{
		{template.FlattenValue, "/arguments/body/0", "Ann and Bob", "forbidden_spacing /arguments/body/0", 2},
		{template.Shorten, "/arguments/header/0", strings.Repeat("👨‍👩‍👧", 11), "too_long /text/header", 0},
		{template.Shorten, "/arguments/body/1", strings.Repeat("x", 1100-(body-1024)), "too_long /text/body", 0},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Fatalf("(-want +got):\n%s", diff)
	}
	for _, s := range list {
		d = template.NewDraft(s.Message, limits, template.Editing{})
		for _, v := range d.Check() {
			if v == s.Violation {
				t.Errorf("%s does not mend %v", s.Mend, v)
			}
		}
	}
	d = template.NewDraft(f, limits, template.Editing{})
	for range 5 {
		if s := d.Suggestions(); len(s) > 0 {
			d = d.Apply(s[0])
		}
	}
	if !d.CanSend() {
		t.Errorf("%v", d.Check())
	}
	if template.Suggest(nil, limits) != nil || template.Suggest(sample().Fill(sampleArguments()), limits) != nil {
		t.Error("suggestions for nothing")
	}
}

func TestSuggestionsShortenTheFirstOfTheLongest(t *testing.T) {
	n := sample()
	f := n.Fill(template.Arguments{Header: template.Positional("1"), Body: template.Positional(strings.Repeat("a", 600), strings.Repeat("b", 600))})
	list := template.Suggest(f, template.CloudAPI())
	if len(list) != 1 || list[0].Path != "/arguments/body/0" || list[0].Message.Check(template.CloudAPI()) != nil {
		t.Errorf("%+v", list)
	}
}

func TestSuggestionsLeaveAloneWhatTheyWouldSpoil(t *testing.T) {
	limits := template.CloudAPI()
	for _, tt := range []struct {
		name string
		m    template.Structured
	}{
		{"code", coupon().Fill(template.Arguments{Buttons: []template.ButtonValue{{Value: strings.Repeat("x", 30)}}})},
		{"address", calls().Fill(template.Arguments{Buttons: []template.ButtonValue{{Button: 2, Value: strings.Repeat("x", 3000)}}})},
		{"label", func() template.Structured {
			n := sample()
			n.Buttons[0] = template.QuickReply{Text: strings.Repeat("x", 30)}
			return n.Fill(sampleArguments())
		}()},
		{"only line breaks", sample().Fill(template.Arguments{Header: template.Positional("\n"), Body: template.Positional("\u200b\n", "x")})},
		{"nothing left of the value", func() template.Structured {
			n := sample()
			n.Header = template.TextHeader{Text: strings.Repeat("x", 60) + "{{1}}"}
			return n.Fill(sampleArguments())
		}()},
		{"unknown", template.UnknownStructured{Type: "poll"}},
	} {
		if s := template.Suggest(tt.m, limits); s != nil {
			t.Errorf("%s: %+v", tt.name, s)
		}
	}
}

func TestPathsThatNoFieldHasChangeNothing(t *testing.T) {
	f := carousel().Fill(carouselArguments())
	for _, path := range []string{
		"", "x", "~/~", "/arguments", "/arguments/body", "/template/body/0", "/arguments/cards/9/body/0", "/arguments/cards/2/body/0",
		"/arguments/cards/-1/body/0", "/arguments/cards/x/body/0", "/arguments/buttons/x", "/arguments/other/0", "/arguments/~2/0",
	} {
		if diff := cmp.Diff(template.Structured(f), template.With(f, path, "x")); diff != "" {
			t.Errorf("%q (-want +got):\n%s", path, diff)
		}
	}
}

// Each value that may be edited is at a path of its own, whatever its name.
func TestNT1EveryValueCanBeSet(t *testing.T) {
	for _, body := range []string{
		"Order {{order_20261122}} after {{order_20261121}}.",
		"Row {{1234567}}, {{7654321}} and {{name}}.",
		"{{1}} {{name}} {{2}}.",
		"{{500}} and {{2}}.",
		"{{" + strings.Repeat("a", 64) + "}} and {{b}}.",
	} {
		start := template.NewDraft(template.Notification{Body: body}.Fill(template.Arguments{}), template.CloudAPI(), template.Editing{})
		for i, f := range start.Fields() {
			d, err := start.Set(f.Path, "Ann")
			if err != nil || !f.Editable {
				t.Errorf("%q: %q: %v", body, f.Path, err)
				continue
			}
			for j, g := range d.Fields() {
				if (g.Value == "Ann") != (i == j) {
					t.Errorf("%q: %q has %q after %q was set", body, g.Name, g.Value, f.Name)
				}
			}
			for _, v := range d.Check() {
				if j := slices.IndexFunc(d.Fields(), func(g template.Field) bool { return g.Path == v.Path }); strings.HasPrefix(v.Path, "/arguments") && j < 0 {
					t.Errorf("%q: no field is at %q", body, v.Path)
				}
			}
		}
	}
}

// A name that is too long for a path can be seen, but not set.
func TestNT1NamesTooLongForAPathAreNotEdited(t *testing.T) {
	name := strings.Repeat("a", 65)
	d := template.NewDraft(
		template.Notification{Body: "For {{" + name + "}}."}.Fill(template.Arguments{}), template.CloudAPI(), template.Editing{},
	)
	fields, parameters := d.Fields(), d.Preview().Body.Parameters
	if len(fields) != 1 || fields[0].Name != name || fields[0].Editable || len(parameters) != 1 || parameters[0].Editable {
		t.Errorf("%+v, %+v", fields, parameters)
	}
	if _, err := d.Set("/arguments/body", "Ann"); !errors.Is(err, decorum.Unsupported) {
		t.Errorf("error %v", err)
	}
}

// An agent who empties a text to write another one does not lose its field.
func TestIM6EmptiedTextsCanBeWrittenAgain(t *testing.T) {
	file := template.MediaHeader{Kind: attachment.Image, ID: "1"}
	for _, m := range []template.Structured{
		template.ReplyButtons{Body: "b", Footer: "f", Buttons: []template.Reply{{ID: "a", Title: "A"}}},
		template.List{Body: "b", Footer: "f", Menu: "m", Sections: []template.Section{
			{Title: "s", Rows: []template.Row{{ID: "a", Title: "A", Description: "d"}, {ID: "b", Title: "B"}}},
		}},
		template.ProductList{Body: "b", Footer: "f", Sections: []template.ProductSection{{Title: "s", ProductIDs: []string{"1"}}}},
		template.Carousel{Body: "b", Cards: []template.MediaCard{{Header: file, Body: "c", Label: "l", URL: "https://a.example"}}},
	} {
		d := template.NewDraft(m, template.CloudAPI(), template.Editing{})
		fields, other := d.Fields(), d
		for _, f := range fields {
			if !f.Editable {
				continue
			}
			empty, err := d.Set(f.Path, "")
			if err != nil {
				t.Fatal(err)
			}
			if got := empty.Fields(); len(got) != len(fields) {
				t.Errorf("%s: no field once %s was emptied: %v", m.Kind(), f.Path, got)
			}
			again, err := empty.Set(f.Path, f.Value)
			if err != nil || cmp.Diff(fields, again.Fields()) != "" {
				t.Errorf("%s: %s: %v, %v", m.Kind(), f.Path, err, again.Fields())
			}
			if other, err = other.Set(f.Path, ""); err != nil {
				t.Fatal(err)
			}
		}
		if got := other.Fields(); len(got) != len(fields) {
			t.Errorf("%s: %v once all are emptied", m.Kind(), got)
		}
		if diff := cmp.Diff(fields, d.Fields()); diff != "" {
			t.Errorf("%s: an older draft changed: %s", m.Kind(), diff)
		}
	}
}
