package template_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/attachment"
	"github.com/decorum-go/decorum/template"
)

func replies() template.ReplyButtons {
	return template.ReplyButtons{
		Header: template.TextHeader{Text: "Order 1042"}, Body: "Shall we deliver on Friday?", Footer: "Reply STOP to opt out",
		Buttons: []template.Reply{{ID: "yes", Title: "Yes"}, {ID: "no", Title: "No"}, {ID: "call", Title: "Call me"}},
	}
}

func times() template.List {
	return template.List{
		Header: template.TextHeader{Text: "Delivery"}, Body: "When shall we come?", Footer: "All times are local", Menu: "Choose a time",
		Sections: []template.Section{
			{Title: "Morning", Rows: []template.Row{{ID: "8", Title: "8 to 10"}, {ID: "10", Title: "10 to 12", Description: "We call before we come"}}},
			{Title: "Afternoon", Rows: []template.Row{{ID: "14", Title: "14 to 16"}}},
		},
	}
}

func visit() template.CallToAction {
	return template.CallToAction{
		Header: template.MediaHeader{Kind: attachment.Image, Link: "https://shop.example/a.png"},
		Body:   "See what is free.", Footer: "Times may change", Label: "See times", URL: "https://shop.example/times?c=1042",
	}
}

func booking() template.Flow {
	return template.Flow{
		Header: template.TextHeader{Text: "Booking"}, Body: "Book a table", Footer: "Until 6 pm", Label: "Book",
		ID: "123", Version: "3", Mode: "draft", Token: "t-1", Action: "navigate", Screen: "FIRST", Data: `{"day":"Friday"}`,
	}
}

func plant() template.Product {
	return template.Product{Body: "This one?", Footer: "While we have it", CatalogueID: "194", ProductID: "fern"}
}

func plants() template.ProductList {
	return template.ProductList{
		Header: template.TextHeader{Text: "Plants"}, Body: "All in stock", Footer: "While we have them", CatalogueID: "194",
		Sections: []template.ProductSection{{Title: "Indoor", ProductIDs: []string{"fern", "aloe"}}, {Title: "Outdoor", ProductIDs: []string{"rose"}}},
	}
}

func plantCarousel() template.ProductCarousel {
	return template.ProductCarousel{Body: "New this week", CatalogueID: "194", ProductIDs: []string{"fern", "aloe"}}
}

func catalogue() template.Catalogue {
	return template.Catalogue{Body: "Have a look", Footer: "Open until 6 pm", ThumbnailID: "fern"}
}

func address() template.Address {
	return template.Address{
		Body: "Where to?", Footer: "India only", Country: "IN",
		Values: template.Named(map[string]string{"city": "Pune", "in_pin_code": "400063"}),
		Saved:  []template.SavedAddress{{ID: "home", Values: template.Named(map[string]string{"city": "Delhi"})}},
		Errors: template.Named(map[string]string{"in_pin_code": "We do not find it."}),
	}
}

func cards() template.Carousel {
	card := func(name string) template.MediaCard {
		return template.MediaCard{
			Header: template.MediaHeader{Kind: attachment.Image, Link: "https://shop.example/" + name + ".png"},
			Body:   "Only\nthis\nweek", Label: "Shop now", URL: "https://shop.example/" + name,
		}
	}
	return template.Carousel{Body: "New this week", Cards: []template.MediaCard{card("a"), card("b")}}
}

// interactive has a message of each kind that has nothing wrong with it.
func interactive() []template.Structured {
	return []template.Structured{
		replies(), times(), visit(),
		template.LocationRequest{Body: "Where are you?"},
		booking(), plant(), plants(),
		plantCarousel(), catalogue(), address(), cards(),
		template.ContactRequest{Body: "How can we call you?"},
	}
}

func TestInteractiveMessagesPass(t *testing.T) {
	for _, m := range interactive() {
		wantBrief(t, string(m.Kind())+" CloudAPI", m.Check(template.CloudAPI()), "")
		wantBrief(t, string(m.Kind())+" none", m.Check(template.Limits{}), "")
		want := "unsupported /type"
		if k := m.Kind(); k == template.KindReplyButtons || k == template.KindList {
			want = ""
		}
		wantBrief(t, string(m.Kind())+" Workspace", m.Check(template.Workspace()), want)
	}
}

// TestZeroInteractive: what must be there must be there under all limits.
func TestZeroInteractive(t *testing.T) {
	for _, tt := range []struct {
		m    template.Structured
		want string
	}{
		{template.ReplyButtons{}, "required /body; required /buttons"},
		{template.List{}, "required /body; required /menu; required /sections"},
		{template.CallToAction{}, "required /body; required /label; required /url"},
		{template.LocationRequest{}, "required /body"},
		{template.Flow{}, "required /body; required /label; required /flow_id"},
		{template.Product{}, "required /catalogue_id; required /product_id"},
		{template.ProductList{}, "required /header; required /body; required /catalogue_id; required /sections"},
		{template.ProductCarousel{}, "required /body; required /catalogue_id; required /product_ids"},
		{template.Catalogue{}, "required /body"},
		{template.Address{}, "required /body; required /country"},
		{template.Carousel{}, "required /body; required /cards"},
		{template.ContactRequest{}, "required /body"},
	} {
		wantBrief(t, string(tt.m.Kind()), tt.m.Check(template.CloudAPI()), tt.want)
		wantBrief(t, string(tt.m.Kind()), tt.m.Check(template.Limits{}), tt.want)
		if p := tt.m.Preview(); p.Header != nil || p.Cards != nil || p.Body.Text != "" {
			t.Errorf("%s: %+v", tt.m.Kind(), p)
		}
		template.NewDraft(tt.m, template.CloudAPI(), template.Editing{}).Fields()
	}
}

// interactiveBounds has each limit of an interactive message, and how a text
// comes to the place that it measures.
func interactiveBounds() []bound {
	type limits = template.Limits
	type limit = *decorum.Limit
	fault, warning := decorum.SeverityError, decorum.SeverityWarning
	list := []bound{
		{"IM3 reply title", func(l *limits) limit { return &l.ReplyTitle }, fault, "/buttons/2/title", func(s string) checkable {
			m := replies()
			m.Buttons[2].Title = s
			return m
		}},
		{"IM3 reply id", func(l *limits) limit { return &l.ReplyID }, fault, "/buttons/0/id", func(s string) checkable {
			m := replies()
			m.Buttons[0].ID = s
			return m
		}},
		{"IM3 menu", func(l *limits) limit { return &l.Menu }, fault, "/menu", func(s string) checkable {
			m := times()
			m.Menu = s
			return m
		}},
		{"IM6 list body", func(l *limits) limit { return &l.ListBody }, fault, "/body", func(s string) checkable {
			m := times()
			m.Body = s
			return m
		}},
		{"list body advised", func(l *limits) limit { return &l.ListBodyAdvised }, warning, "/body", func(s string) checkable {
			m := times()
			m.Body = s
			return m
		}},
		{"section title", func(l *limits) limit { return &l.SectionTitle }, fault, "/sections/1/title", func(s string) checkable {
			m := times()
			m.Sections[1].Title = s
			return m
		}},
		{"IM3 row title", func(l *limits) limit { return &l.RowTitle }, fault, "/sections/0/rows/1/title", func(s string) checkable {
			m := times()
			m.Sections[0].Rows[1].Title = s
			return m
		}},
		{"row description", func(l *limits) limit { return &l.RowDescription }, fault, "/sections/1/rows/0/description", func(s string) checkable {
			m := times()
			m.Sections[1].Rows[0].Description = s
			return m
		}},
		{"row id", func(l *limits) limit { return &l.RowID }, fault, "/sections/1/rows/0/id", func(s string) checkable {
			m := times()
			m.Sections[1].Rows[0].ID = s
			return m
		}},
		{"action label", func(l *limits) limit { return &l.ActionLabel }, fault, "/label", func(s string) checkable {
			m := visit()
			m.Label = s
			return m
		}},
		{"flow label", func(l *limits) limit { return &l.FlowLabel }, fault, "/label", func(s string) checkable {
			m := booking()
			m.Label = s
			return m
		}},
		{"flow label advised", func(l *limits) limit { return &l.FlowLabelAdvised }, warning, "/label", func(s string) checkable {
			m := booking()
			m.Label = s
			return m
		}},
		{"product section title", func(l *limits) limit { return &l.SectionTitle }, fault, "/sections/0/title", func(s string) checkable {
			m := plants()
			m.Sections[0].Title = s
			return m
		}},
		{"card body", func(l *limits) limit { return &l.CardBody }, fault, "/cards/1/body", func(s string) checkable {
			m := cards()
			m.Cards[1].Body = s
			return m
		}},
		{"card label", func(l *limits) limit { return &l.ActionLabel }, fault, "/cards/0/label", func(s string) checkable {
			m := cards()
			m.Cards[0].Label = s
			return m
		}},
		{"pin code", func(l *limits) limit { return &l.PinCode }, fault, "/values/in_pin_code", func(s string) checkable {
			m := address()
			m.Values = m.Values.With("in_pin_code", s)
			return m
		}},
		{"saved pin code", func(l *limits) limit { return &l.PinCode }, fault, "/saved_addresses/0/values/in_pin_code", func(s string) checkable {
			m := address()
			m.Saved[0].Values = template.Named(map[string]string{"in_pin_code": s})
			return m
		}},
	}
	for _, m := range interactive() {
		for _, place := range []struct {
			path  string
			limit func(*limits) limit
		}{
			{"/header/text", func(l *limits) limit { return &l.HeaderText }},
			{"/body", func(l *limits) limit { return &l.Body }},
			{"/footer", func(l *limits) limit { return &l.Footer }},
		} {
			if _, err := template.NewDraft(m, template.Limits{}, template.Editing{}).Set(place.path, "x"); err != nil ||
				m.Kind() == template.KindList && place.path == "/body" {
				continue // has none, or another limit
			}
			list = append(list, bound{"IM6 " + string(m.Kind()) + place.path, place.limit, fault, place.path, func(s string) checkable {
				d, err := template.NewDraft(m, template.Limits{}, template.Editing{}).Set(place.path, s)
				if err != nil {
					panic(err)
				}
				return d.Message()
			}})
		}
	}
	return list
}

func TestIM6TextLimits(t *testing.T) {
	list := interactiveBounds()
	if len(list) != 17+4+11+8 {
		t.Errorf("%d limits", len(list))
	}
	for _, base := range []template.Limits{template.Workspace(), template.CloudAPI()} {
		for _, unit := range []decorum.Unit{decorum.CodePoints, decorum.UTF16Units} {
			measure(t, base.In(unit), unit, list)
		}
	}
}

// measure holds each text one below its limit, at it, and one above, in every
// class of text.
func measure(t *testing.T, limits template.Limits, unit decorum.Unit, list []bound) {
	t.Helper()
	for _, b := range list {
		limit := *b.limit(&limits)
		if limit == (decorum.Limit{}) {
			continue
		}
		for _, c := range classes {
			size := c.points
			if unit == decorum.UTF16Units {
				size = c.units
			}
			for _, n := range []int{limit.Max - 1, limit.Max, limit.Max + 1} {
				var got decorum.Violations
				for _, v := range b.build(measured(c.text, size, n)).Check(limits) {
					if v.Code == decorum.TooLong && v.Severity == b.severity {
						got = append(got, v)
					}
				}
				var want decorum.Violations
				if n > limit.Max {
					want = decorum.Violations{{
						Code: decorum.TooLong, Severity: b.severity, Path: b.path,
						Limit: int64(limit.Max), Actual: int64(n), Unit: unit,
					}}
				}
				if diff := cmp.Diff(want, got); diff != "" {
					t.Errorf("%s, %s, %s, %d (-want +got):\n%s", b.name, unit, c.name, n, diff)
				}
			}
		}
	}
}

// TestIM3ProfilesDiffer holds the numbers of both profiles.
func TestIM3ProfilesDiffer(t *testing.T) {
	w, c := template.Workspace(), template.CloudAPI()
	got := [][2]int{
		{w.Replies.Max, c.Replies.Max},
		{w.ReplyTitle.Max, c.ReplyTitle.Max},
		{w.ReplyID.Max, c.ReplyID.Max},
		{w.ListBody.Max, c.ListBody.Max},
		{w.ListBodyAdvised.Max, c.ListBodyAdvised.Max},
		{w.Menu.Max, c.Menu.Max},
		{w.Sections.Max, c.Sections.Max},
		{w.SectionTitle.Max, c.SectionTitle.Max},
		{w.Rows.Max, c.Rows.Max},
		{w.RowTitle.Max, c.RowTitle.Max},
		{w.RowDescription.Max, c.RowDescription.Max},
		{w.RowID.Max, c.RowID.Max},
		{w.ActionLabel.Max, c.ActionLabel.Max},
		{w.FlowLabel.Max, c.FlowLabel.Max},
		{w.FlowLabelAdvised.Max, c.FlowLabelAdvised.Max},
		{w.Products.Max, c.Products.Max},
		{w.CardBreaks.Max, c.CardBreaks.Max},
		{w.PinCode.Max, c.PinCode.Max},
		{w.Cards.Max, c.Cards.Max},
		{w.CardsMin, c.CardsMin},
		{w.CardBody.Max, c.CardBody.Max},
		{w.HeaderText.Max, c.HeaderText.Max},
		{w.Body.Max, c.Body.Max},
		{w.Footer.Max, c.Footer.Max},
	}
	want := [][2]int{
		{3, 3},
		{20, 20},
		{256, 256},
		{1024, 4096},
		{0, 1024},
		{20, 20},
		{10, 10},
		{24, 24},
		{10, 10},
		{20, 24},
		{72, 72},
		{200, 200},
		{20, 20},
		{30, 30},
		{20, 20},
		{30, 30},
		{2, 2},
		{6, 6},
		{10, 10},
		{2, 2},
		{160, 160},
		{60, 60},
		{1024, 1024},
		{60, 60},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestIM1Header(t *testing.T) {
	image := template.MediaHeader{Kind: attachment.Image, ID: "1"}
	for _, tt := range []struct {
		name          string
		h             template.Header
		replies, list string
	}{
		{"none", nil, "", ""},
		{"text", template.TextHeader{Text: "A"}, "", ""},
		{"blank", template.TextHeader{Text: " \u200b"}, "blank /header/text", "blank /header/text"},
		{"empty", template.TextHeader{}, "required /header/text", "required /header/text"},
		{"NT4 line break", template.TextHeader{Text: "a\nb\tc"}, "forbidden_spacing /header/text 1-2; forbidden_spacing /header/text 3-4", "forbidden_spacing /header/text 1-2; forbidden_spacing /header/text 3-4"},
		{"NT4 four spaces", template.TextHeader{Text: "a    b"}, "", ""},
		{"NT4 five spaces", template.TextHeader{Text: "a     b"}, "forbidden_spacing /header/text 1-6", "forbidden_spacing /header/text 1-6"},
		{"not UTF-8", template.TextHeader{Text: "a\xff"}, "invalid_utf8 /header/text 1-2", "invalid_utf8 /header/text 1-2"},
		{"image", image, "", "unsupported /header"},
		{"video", template.MediaHeader{Kind: attachment.Video, Link: "https://a.example/b.mp4"}, "", "unsupported /header"},
		{"document", template.MediaHeader{Kind: attachment.Document, ID: "1", Name: "a.pdf"}, "", "unsupported /header"},
		{"sound", template.MediaHeader{Kind: attachment.Audio, ID: "1"}, "unsupported /header/type", "unsupported /header"},
		{"no file", template.MediaHeader{Kind: attachment.Image}, "required /header/id", "unsupported /header"},
		{"two files", template.MediaHeader{Kind: attachment.Image, ID: "1", Link: "https://a.example/b.png"}, "conflict /header/link", "unsupported /header"},
		{"place", template.LocationHeader{}, "unsupported /header", "unsupported /header"},
		{"unknown", template.UnknownHeader{Type: "gif"}, "unknown /header/type", "unknown /header/type"},
	} {
		m := replies()
		m.Header = tt.h
		l := times()
		l.Header = tt.h
		for _, limits := range []template.Limits{template.Workspace(), template.CloudAPI()} {
			wantBrief(t, tt.name, m.Check(limits), tt.replies)
			wantBrief(t, tt.name, l.Check(limits), tt.list)
		}
	}
}

func TestIM6Body(t *testing.T) {
	for _, tt := range []struct{ body, want string }{
		{"a\n\nb\tc      d", ""},
		{"  é ", ""},
		{" \n", "blank /body"},
		{"\u200b\u3164", "blank /body"},
		{strings.Repeat("\u3164", 30), "blank /body"},
		{strings.Repeat("é ", 60), ""},
		{"", "required /body"},
		{"abc\xc3", "invalid_utf8 /body 3-4"},
		{"Use {code} {{1}} %s", ""},
		{strings.Repeat("\xff", 2000), "invalid_utf8 /body 0-2000"},
	} {
		for _, m := range interactive() {
			d, err := template.NewDraft(m, template.CloudAPI(), template.Editing{}).Set("/body", tt.body)
			if err != nil {
				t.Fatal(err)
			}
			want := tt.want
			if m.Kind() == template.KindProduct && tt.body == "" {
				want = ""
			}
			wantBrief(t, string(m.Kind()), d.Check(), want)
		}
	}
	for footer, want := range map[string]string{"": "", "a\xff": "invalid_utf8 /footer 1-2", "a  b\nc": ""} {
		m := replies()
		m.Footer = footer
		wantBrief(t, footer, m.Check(template.CloudAPI()), want)
	}
}

func TestInteractivePreview(t *testing.T) {
	var got strings.Builder
	for _, m := range interactive() {
		p := m.Preview()
		if p.Kind != m.Kind() {
			t.Errorf("%s shows as %s", m.Kind(), p.Kind)
		}
		if changeable := p.Header != nil && p.Header.Changeable; changeable {
			t.Errorf("%s: the header can be changed", m.Kind())
		}
		got.WriteString("= " + string(m.Kind()) + "\n" + p.String() + "\n")
	}
	want := `= reply_buttons
Order 1042
Shall we deliver on Friday?
Reply STOP to opt out
[ ] Yes
[ ] No
[ ] Call me
= list
Delivery
When shall we come?
All times are local
[Choose a time]
Morning
[ ] 8 to 10
[ ] 10 to 12 (We call before we come)
Afternoon
[ ] 14 to 16
= cta_url
[image]
See what is free.
Times may change
[ ] See times (https://shop.example/times?c=1042)
= location_request
Where are you?
[ ] Send location
= flow
Booking
Book a table
Until 6 pm
[ ] Book
= product
This one?
While we have it
[ ] View (fern)
= product_list
Plants
All in stock
While we have them
[View items]
Indoor
[ ] fern
[ ] aloe
Outdoor
[ ] rose
= product_carousel
New this week
--
[ ] fern
--
[ ] aloe
= catalogue
Have a look
Open until 6 pm
[ ] View catalog (fern)
= address
Where to?
India only
[ ] Provide address
= carousel
New this week
--
[image]
Only
this
week
[ ] Shop now (https://shop.example/a)
--
[image]
Only
this
week
[ ] Shop now (https://shop.example/b)
= contact_request
How can we call you?
[ ] Share contact info
`
	if diff := cmp.Diff(want, got.String()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	types := map[string]bool{}
	for _, m := range interactive() {
		p := m.Preview()
		for _, s := range p.Sections {
			for _, o := range s.Options {
				types[o.Type] = true
			}
		}
		for _, c := range p.Cards {
			types[c.Options[0].Type] = true
		}
	}
	all := map[string]bool{"reply": true, "row": true, "url": true, "location_request": true, "flow": true, "product": true, "catalog": true, "address_message": true, "contact_request": true}
	if diff := cmp.Diff(all, types); diff != "" {
		t.Errorf("types (-want +got):\n%s", diff)
	}
	if p := (template.ReplyButtons{}).Preview(); p.Sections != nil {
		t.Errorf("no buttons: %+v", p)
	}
	m := replies()
	m.Header = template.MediaHeader{ID: "1"}
	if m.Preview().Header.Changeable {
		t.Error("a file of no kind can be changed")
	}
	m.Header = template.MediaHeader{Kind: attachment.Image, ID: "1"}
	if !m.Preview().Header.Changeable {
		t.Error("IM1: the file of reply buttons cannot be changed")
	}
}

// The file in the header of reply buttons is the only one that an agent may put
// another in the place of (rule RP).
func TestRPOnlyReplyButtonsHaveAHeaderToBeChanged(t *testing.T) {
	file := template.MediaHeader{Kind: attachment.Image, Link: "https://shop.example/a.png"}
	reply, list, call, flow, products := replies(), times(), visit(), booking(), plants()
	reply.Header, list.Header, call.Header, flow.Header, products.Header = file, file, file, file, file
	for kind, test := range map[template.Kind]struct {
		preview template.Preview
		want    bool
	}{
		template.KindReplyButtons: {reply.Preview(), true}, template.KindList: {list.Preview(), false},
		template.KindCallToAction: {call.Preview(), false}, template.KindFlow: {flow.Preview(), false},
		template.KindProductList: {products.Preview(), false},
	} {
		if h := test.preview.Header; h == nil || h.Changeable != test.want {
			t.Errorf("%s: %+v", kind, h)
		}
	}
	cards := template.Carousel{Body: "New", Cards: []template.MediaCard{{Header: file, Body: "One"}}}
	for _, c := range cards.Preview().Cards {
		if c.Header == nil || c.Header.Changeable {
			t.Errorf("a card: %+v", c.Header)
		}
	}
	reply.Header = template.MediaHeader{}
	if h := reply.Preview().Header; h.Changeable {
		t.Errorf("a file of no kind: %+v", h)
	}
	reply.Header = template.TextHeader{Text: "x"}
	if h := reply.Preview().Header; h.Changeable {
		t.Errorf("a text: %+v", h)
	}
}
