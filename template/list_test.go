package template_test

import (
	"fmt"
	"testing"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/template"
)

// rowsOf returns a list with sections of so many rows.
func rowsOf(counts ...int) template.List {
	m := template.List{Body: "Choose", Menu: "Menu"}
	n := 0
	for i, count := range counts {
		s := template.Section{Title: fmt.Sprint("Section ", i)}
		for range count {
			s.Rows = append(s.Rows, template.Row{ID: fmt.Sprint("id-", n), Title: fmt.Sprint("Row ", n)})
			n++
		}
		m.Sections = append(m.Sections, s)
	}
	return m
}

func TestIM2RowsInAll(t *testing.T) {
	for _, tt := range []struct {
		counts []int
		want   string
		actual int64
	}{
		{nil, "required /sections", 0},
		{[]int{0}, "required /sections/0/rows", 0},
		{[]int{1}, "", 0},
		{[]int{9}, "", 0},
		{[]int{10}, "", 0},
		{[]int{11}, "too_many /sections/0/rows/10", 11},
		{[]int{5, 5}, "", 0},
		{[]int{5, 6}, "too_many /sections/1/rows/5", 11},
		{[]int{10, 1, 2}, "too_many /sections/1/rows/0", 13},
		{[]int{1, 0}, "required /sections/1/rows", 0},
		{[]int{1, 1, 1, 1, 1, 1, 1, 1, 1, 1}, "", 0},
		{[]int{1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1}, "too_many /sections; too_many /sections/10/rows/0", 11},
	} {
		m := rowsOf(tt.counts...)
		for _, l := range []template.Limits{template.Workspace(), template.CloudAPI()} {
			vs := m.Check(l)
			wantBrief(t, fmt.Sprint(tt.counts), vs, tt.want)
			for _, v := range vs {
				if v.Code == decorum.TooMany && (v.Limit != 10 || v.Actual != tt.actual || v.Unit != decorum.Items) {
					t.Errorf("%v: %+v", tt.counts, v)
				}
			}
		}
	}
}

func TestIM2IDsDifferOverAllSections(t *testing.T) {
	m := rowsOf(2, 2)
	m.Sections[1].Rows[1].ID = m.Sections[0].Rows[0].ID
	wantBrief(t, "ids", m.Check(template.Workspace()), "duplicate /sections/1/rows/1/id")
	m = rowsOf(2, 2)
	m.Sections[1].Rows[0].Title = m.Sections[0].Rows[1].Title
	wantBrief(t, "titles", m.Check(template.Workspace()), "?duplicate /sections/1/rows/0/title")
	m = rowsOf(2)
	m.Sections[0].Rows = make([]template.Row, 2)
	wantBrief(t, "empty ones are missing, not the same", m.Check(template.Workspace()),
		"required /sections/0/rows/0/id; required /sections/0/rows/0/title; required /sections/0/rows/1/id; required /sections/0/rows/1/title")
	m = rowsOf(2)
	m.Sections[0].Rows[0].ID, m.Sections[0].Rows[1].ID = "12345678-a-12345678", "12345678-b-12345678"
	wantBrief(t, "middles differ", m.Check(template.Workspace()), "")
	many := rowsOf(30)
	for i := 12; i < 30; i++ {
		many.Sections[0].Rows[i] = template.Row{}
	}
	if vs := many.Check(template.Limits{}); vs.Has(decorum.Duplicate) || len(vs) != 36 {
		t.Errorf("%v", vs)
	}
	big := rowsOf(20, 20)
	big.Sections[1].Rows[19].ID = big.Sections[1].Rows[3].ID
	wantBrief(t, "among many", big.Check(template.Limits{}), "duplicate /sections/1/rows/19/id")
}

func TestIM2SectionTitles(t *testing.T) {
	for _, tt := range []struct{ first, second, want string }{
		{"", "", "required /sections/0/title; required /sections/1/title"},
		{"A", " ", "blank /sections/1/title"},
		{"A", "A", ""},
		{"A\n", "é", ""},
		{"\xff", "B", "invalid_utf8 /sections/0/title 0-1"},
	} {
		m := rowsOf(1, 1)
		m.Sections[0].Title, m.Sections[1].Title = tt.first, tt.second
		wantBrief(t, tt.want, m.Check(template.CloudAPI()), tt.want)
		p := plants()
		p.Sections[0].Title, p.Sections[1].Title = tt.first, tt.second
		wantBrief(t, "products "+tt.want, p.Check(template.CloudAPI()), tt.want)
	}
	m := rowsOf(1)
	m.Sections[0].Title = ""
	wantBrief(t, "one section needs no title", m.Check(template.CloudAPI()), "")
	m.Sections[0].Title = " "
	wantBrief(t, "but not a blank one", m.Check(template.CloudAPI()), "blank /sections/0/title")
}

func TestIM3Rows(t *testing.T) {
	for _, tt := range []struct {
		row  template.Row
		want string
	}{
		{template.Row{ID: "a", Title: "Twenty-one characters"}, "too_long /sections/0/rows/0/title"},
		{template.Row{ID: "a", Title: "a\tb"}, "forbidden_spacing /sections/0/rows/0/title 1-2"},
		{template.Row{ID: "a", Title: "حجز موعد جديد"}, ""},
		{template.Row{}, "required /sections/0/rows/0/id; required /sections/0/rows/0/title"},
		{template.Row{ID: " a", Title: " "}, "?forbidden_spacing /sections/0/rows/0/id 0-1; blank /sections/0/rows/0/title"},
		{template.Row{ID: " a", Title: "A"}, "?forbidden_spacing /sections/0/rows/0/id 0-1"},
		{template.Row{ID: "a\xff", Title: "A"}, "invalid_utf8 /sections/0/rows/0/id 1-2"},
		{template.Row{ID: "a", Title: "A", Description: "two\nlines"}, ""},
		{template.Row{ID: "a", Title: "A", Description: " "}, ""},
		{template.Row{ID: "a", Title: "A", Description: "\xff"}, "invalid_utf8 /sections/0/rows/0/description 0-1"},
	} {
		m := rowsOf(1)
		m.Sections[0].Rows[0] = tt.row
		wantBrief(t, tt.row.Title, m.Check(template.Workspace()), tt.want)
	}
	m := rowsOf(1)
	m.Sections[0].Rows[0].Title = "Twenty-one characters"
	wantBrief(t, "21 under CloudAPI", m.Check(template.CloudAPI()), "")
	for menu, want := range map[string]string{"": "required /menu", "\u200d": "blank /menu", "a\nb": "forbidden_spacing /menu 1-2"} {
		m := rowsOf(1)
		m.Menu = menu
		wantBrief(t, menu, m.Check(template.Workspace()), want)
	}
}

func TestListBodyAdvised(t *testing.T) {
	m, l := rowsOf(1), template.CloudAPI()
	l.ListBodyAdvised.Max = 5
	wantBrief(t, "Choose", m.Check(l), "?too_long /body")
	m.Body = "Chose"
	wantBrief(t, "Chose", m.Check(l), "")
}
