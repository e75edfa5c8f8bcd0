package template_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/decorum-go/decorum/attachment"
	"github.com/decorum-go/decorum/template"
)

func TestCallToActionURL(t *testing.T) {
	for _, tt := range []struct{ url, want string }{
		{"https://shop.example/a?b=c#d", ""},
		{"HTTP://shop.example", ""},
		{"", "required /url"},
		{" ", "blank /url"},
		{"ftp://shop.example", "unsupported /url"},
		{"javascript:alert(1)", "unsupported /url"},
		{"shop.example", "unsupported /url"},
		{"https://", "malformed /url"},
		{"https://a.example/b c", "forbidden_character /url 19-20"},
		{"https://a.example/\xff", "invalid_utf8 /url 18-19"},
		{"https://a.example/" + strings.Repeat("x", 1982), ""},
		{"https://a.example/" + strings.Repeat("x", 1983), "?too_long /url"},
	} {
		m := visit()
		m.URL = tt.url
		wantBrief(t, tt.url, m.Check(template.CloudAPI()), tt.want)
		c := cards()
		c.Cards[1].URL = tt.url
		wantBrief(t, "card "+tt.url, c.Check(template.CloudAPI()), strings.ReplaceAll(tt.want, "/url", "/cards/1/url"))
	}
	for label, want := range map[string]string{"": "required /label", "a\nb": "forbidden_spacing /label 1-2", "\u00a0": "blank /label"} {
		m := visit()
		m.Label = label
		wantBrief(t, label, m.Check(template.CloudAPI()), want)
		f := booking()
		f.Label = label
		wantBrief(t, "flow "+label, f.Check(template.CloudAPI()), want)
	}
}

func TestFlow(t *testing.T) {
	for _, tt := range []struct {
		name   string
		change func(*template.Flow)
		want   string
	}{
		{"a name", func(m *template.Flow) { m.ID, m.Name = "", "booking" }, ""},
		{"neither", func(m *template.Flow) { m.ID = "" }, "required /flow_id"},
		{"both", func(m *template.Flow) { m.Name = "a" }, "conflict /flow_name"},
		{"ill id", func(m *template.Flow) { m.ID = "\xff" }, "invalid_utf8 /flow_id 0-1"},
		{"ill name", func(m *template.Flow) { m.ID, m.Name = "", "\xff" }, "invalid_utf8 /flow_name 0-1"},
		{"defaults", func(m *template.Flow) {
			m.Version, m.Mode, m.Token, m.Action, m.Screen, m.Data = "", "", "", "", "", ""
		}, ""},
		{"version", func(m *template.Flow) { m.Version = "2" }, "unsupported /version"},
		{"published", func(m *template.Flow) { m.Mode = "published" }, ""},
		{"mode", func(m *template.Flow) { m.Mode = "Draft" }, "unknown /mode"},
		{"token", func(m *template.Flow) { m.Token = "\xff" }, "invalid_utf8 /token 0-1"},
		{"data exchange", func(m *template.Flow) { m.Action = "data_exchange" }, ""},
		{"action", func(m *template.Flow) { m.Action = "open" }, "unknown /action"},
		{"screen", func(m *template.Flow) { m.Screen = "\xff" }, "invalid_utf8 /screen 0-1"},
		{"empty data", func(m *template.Flow) { m.Data = "{}" }, "malformed /data"},
		{"data", func(m *template.Flow) { m.Data = "[1]" }, "malformed /data"},
		{"data", func(m *template.Flow) { m.Data = `{"a":1` }, "malformed /data"},
		{"data", func(m *template.Flow) { m.Data = `{"a":1,"a":2}` }, "malformed /data"},
		{"emoji", func(m *template.Flow) { m.Label = "Book 😀" }, "?forbidden_character /label 5-9"},
		{"footer", func(m *template.Flow) { m.Footer = "\xff" }, "invalid_utf8 /footer 0-1"},
	} {
		m := booking()
		tt.change(&m)
		wantBrief(t, tt.name, m.Check(template.CloudAPI()), tt.want)
	}
}

func TestProducts(t *testing.T) {
	m := plant()
	m.Body, m.Footer = "", ""
	wantBrief(t, "neither body nor footer", m.Check(template.CloudAPI()), "")
	m.Body = " "
	wantBrief(t, "blank body", m.Check(template.CloudAPI()), "blank /body")
	m = plant()
	m.CatalogueID, m.ProductID, m.Footer = " ", "\xff", "\xff"
	wantBrief(t, "ids", m.Check(template.CloudAPI()), "invalid_utf8 /footer 0-1; blank /catalogue_id; invalid_utf8 /product_id 0-1")
	c := catalogue()
	c.ThumbnailID = "\xff"
	wantBrief(t, "thumbnail", c.Check(template.CloudAPI()), "invalid_utf8 /thumbnail_id 0-1")
	c.ThumbnailID = ""
	wantBrief(t, "no thumbnail", c.Check(template.CloudAPI()), "")
}

func TestProductsInAll(t *testing.T) {
	for _, tt := range []struct {
		counts []int
		want   string
	}{
		{[]int{0}, "required /sections/0/product_ids"},
		{[]int{29}, ""},
		{[]int{30}, ""},
		{[]int{31}, "too_many /sections/0/product_ids/30"},
		{[]int{15, 15}, ""},
		{[]int{15, 20}, "too_many /sections/1/product_ids/15"},
		{[]int{1, 1, 1, 1, 1, 1, 1, 1, 1, 1}, ""},
		{[]int{1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1}, "too_many /sections"},
	} {
		m := plants()
		m.Sections = nil
		for i, n := range tt.counts {
			s := template.ProductSection{Title: fmt.Sprint("Section ", i)}
			for j := range n {
				s.ProductIDs = append(s.ProductIDs, fmt.Sprint(i, "-", j))
			}
			m.Sections = append(m.Sections, s)
		}
		vs := m.Check(template.CloudAPI())
		wantBrief(t, fmt.Sprint(tt.counts), vs, tt.want)
		if len(tt.counts) == 2 && len(vs) == 1 && (vs[0].Limit != 30 || vs[0].Actual != 35) {
			t.Errorf("%+v", vs[0])
		}
	}
	m := plants()
	m.Header = template.MediaHeader{Kind: attachment.Image, ID: "1"}
	m.Sections[0].ProductIDs[1] = ""
	wantBrief(t, "header and id", m.Check(template.CloudAPI()), "unsupported /header; required /sections/0/product_ids/1")
}

func TestCarouselCards(t *testing.T) {
	for n, want := range map[int]string{0: "required /cards", 1: "too_few /cards", 2: "", 10: "", 11: "too_many /cards"} {
		m, p := cards(), plantCarousel()
		card := m.Cards[0]
		m.Cards, p.ProductIDs = nil, nil
		for i := range n {
			m.Cards, p.ProductIDs = append(m.Cards, card), append(p.ProductIDs, fmt.Sprint(i))
		}
		wantBrief(t, fmt.Sprint(n), m.Check(template.CloudAPI()), want)
		wantBrief(t, fmt.Sprint(n, " products"), p.Check(template.CloudAPI()), strings.ReplaceAll(want, "/cards", "/product_ids"))
	}
	p := plantCarousel()
	p.ProductIDs[1] = " "
	wantBrief(t, "blank product", p.Check(template.CloudAPI()), "blank /product_ids/1")
	video := template.MediaHeader{Kind: attachment.Video, ID: "1"}
	for _, tt := range []struct {
		name   string
		change func(*template.Carousel)
		want   string
	}{
		{"videos", func(m *template.Carousel) { m.Cards[0].Header, m.Cards[1].Header = video, video }, ""},
		{"mixed", func(m *template.Carousel) { m.Cards[1].Header = video }, "mismatch /cards/1/header/type"},
		{"none", func(m *template.Carousel) { m.Cards[0].Header = nil }, "required /cards/0/header"},
		{"text", func(m *template.Carousel) { m.Cards[0].Header = template.TextHeader{Text: "a"} }, "unsupported /cards/0/header"},
		{"document", func(m *template.Carousel) {
			m.Cards[0].Header = template.MediaHeader{Kind: attachment.Document, ID: "1"}
		}, "unsupported /cards/0/header/type"},
		{"no kind", func(m *template.Carousel) { m.Cards[1].Header = template.MediaHeader{ID: "1"} }, "unsupported /cards/1/header/type"},
		{"no file", func(m *template.Carousel) { m.Cards[1].Header = template.MediaHeader{Kind: attachment.Image} }, "required /cards/1/header/id"},
		{"no text", func(m *template.Carousel) { m.Cards[1].Body = "" }, ""},
		{"blank text", func(m *template.Carousel) { m.Cards[1].Body = " " }, "blank /cards/1/body"},
		{"ill text", func(m *template.Carousel) { m.Cards[1].Body = "\xff" }, "invalid_utf8 /cards/1/body 0-1"},
		{"a break", func(m *template.Carousel) { m.Cards[1].Body = "a\nb" }, ""},
		{"three breaks", func(m *template.Carousel) { m.Cards[1].Body = "a\nb\n\nc" }, "too_many /cards/1/body"},
		{"label", func(m *template.Carousel) { m.Cards[1].Label = "a\nb" }, "forbidden_spacing /cards/1/label 1-2"},
		{"no label", func(m *template.Carousel) { m.Cards[1].Label = "" }, "required /cards/1/label"},
	} {
		m := cards()
		tt.change(&m)
		wantBrief(t, tt.name, m.Check(template.CloudAPI()), tt.want)
	}
}

func TestAddress(t *testing.T) {
	for _, tt := range []struct {
		name   string
		change func(*template.Address)
		want   string
	}{
		{"country", func(m *template.Address) { m.Country = "SG" }, "unsupported /country"},
		{"bare", func(m *template.Address) {
			m.Values, m.Errors, m.Saved, m.Footer = template.Values{}, template.Values{}, nil, ""
		}, ""},
		{"values without names", func(m *template.Address) { m.Values = template.Positional("a") }, "mismatch /values"},
		{"other fields have no limit", func(m *template.Address) { m.Values = m.Values.With("city", "Thiruvananthapuram") }, ""},
		{"ill value", func(m *template.Address) { m.Values = m.Values.With("city", "\xff") }, "invalid_utf8 /values/city 0-1"},
		{"ill error", func(m *template.Address) { m.Errors = m.Errors.With("city", "\xff") }, "invalid_utf8 /validation_errors/city 0-1"},
		{"long error", func(m *template.Address) { m.Errors = m.Errors.With("in_pin_code", "1234567") }, ""},
		{"ids", func(m *template.Address) {
			m.Saved = []template.SavedAddress{{ID: "a"}, {ID: "a"}, {}, {ID: "b", Values: template.Positional("x")}}
		}, "duplicate /saved_addresses/1/id; required /saved_addresses/2/id; mismatch /saved_addresses/3/values"},
	} {
		m := address()
		tt.change(&m)
		wantBrief(t, tt.name, m.Check(template.CloudAPI()), tt.want)
	}
}
