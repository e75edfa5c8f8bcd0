package template

import (
	"slices"

	"github.com/decorum-go/decorum"
)

// List is an interactive message with a menu of one to ten options, of which the
// customer chooses one (rules IM2, IM3 and IM6). It is a plain struct: write it
// as a literal, and let [List.Check] judge it.
//
// The zero List may not be sent.
type List struct {
	// Header is text; nil for none.
	Header Header `json:"header,omitempty"`
	// Body is the text.
	Body string `json:"body"`
	// Footer stands below the body in small print; "" for none.
	Footer string `json:"footer,omitempty"`
	// Menu is the label of the button that opens the menu.
	Menu string `json:"menu"`
	// Sections are the parts of the menu.
	Sections []Section `json:"sections"`
	// Extra keeps the members of the JSON that this version does not know.
	Extra Extra `json:"-"`
}

// A Section is a part of a list's menu.
type Section struct {
	// Title stands above the rows. It may be "" where there is but one section.
	Title string `json:"title,omitempty"`
	// Rows are the options, at least one.
	Rows []Row `json:"rows"`
	// Extra keeps the members of the JSON that this version does not know.
	Extra Extra `json:"-"`
}

// A Row is one option of a list. Ids differ within the whole message.
type Row struct {
	// ID is what comes back when the customer chooses the row; nobody sees it.
	ID string `json:"id"`
	// Title is the option. Two of a kind are a warning: the customer cannot tell
	// them apart but by their descriptions and sections.
	Title string `json:"title"`
	// Description stands below the title; "" for none.
	Description string `json:"description,omitempty"`
	// Extra keeps the members of the JSON that this version does not know.
	Extra Extra `json:"-"`
}

// Kind returns [KindList].
func (m List) Kind() Kind { return KindList }

// Check returns all that keeps the message from being sent under the limits, in
// the order of its JSON, and warnings (IM2, IM3, IM6). Rows are counted over all
// sections; of too many the first is told. A message that passes costs no
// allocation.
func (m List) Check(l Limits) decorum.Violations {
	var r report
	m.check(&r, &l)
	return r.vs
}

func (m *List) check(r *report, l *Limits) {
	var root decorum.Path
	checkTop(r, &root, l, m.Header, false)
	checkBody(r, &root, l.ListBody, l.ListBodyAdvised, m.Body)
	checkFooter(r, &root, l, m.Footer)
	checkLabelled(r, &root, "menu", l.Menu, m.Menu)
	sections := root.Key("sections")
	if len(m.Sections) == 0 {
		r.fault(&sections, decorum.Required)
	}
	r.many(&sections, l.Sections, len(m.Sections))
	c := rowCheck{r: r, l: l, total: m.countRows()}
	for i := range m.Sections {
		s := &m.Sections[i]
		section := sections.Index(i)
		checkSectionTitle(r, &section, l, s.Title, len(m.Sections) > 1)
		rows := section.Key("rows")
		if len(s.Rows) == 0 {
			r.fault(&rows, decorum.Required)
		}
		for j := range s.Rows {
			if f, bad := c.look(&s.Rows[j]); bad {
				row := rows.Index(j)
				c.report(&row, &s.Rows[j], f)
			}
		}
	}
}

func (m *List) countRows() (n int) {
	for i := range m.Sections {
		n += len(m.Sections[i].Rows)
	}
	return n
}

// checkSectionTitle looks at the title of a section, which must be there when
// there is more than one.
func checkSectionTitle(r *report, at *decorum.Path, l *Limits, s string, needed bool) {
	if s == "" && !needed || tidy(s, l.SectionTitle) {
		return
	}
	title := at.Key("title")
	if r.valid(&title, s) && r.visible(&title, s) {
		r.long(&title, l.SectionTitle, s)
	}
}

// A rowCheck looks at the rows of a list, one by one.
type rowCheck struct {
	r           *report
	l           *Limits
	n, total    int
	ids, titles twins
}

// rowFaults are those of a row that come from the rows before it.
type rowFaults struct{ over, sameID, sameTitle bool }

// look returns the faults of the next row that come from those before it, and
// whether there is anything to look at closely.
func (c *rowCheck) look(row *Row) (f rowFaults, bad bool) {
	c.n++
	f.over = c.l.Rows.OverCount(c.n) && !c.l.Rows.OverCount(c.n-1)
	id, plainID := scan(row.ID)
	title, plainTitle := scan(row.Title)
	f.sameID, f.sameTitle = c.ids.seen(&row.ID, id), c.titles.seen(&row.Title, title)
	bad = f != rowFaults{} || !plainID || !short(row.ID, c.l.RowID) || !plainTitle || !short(row.Title, c.l.RowTitle) ||
		row.Description != "" && !tidy(row.Description, c.l.RowDescription)
	return f, bad
}

// report looks at a row closely.
func (c *rowCheck) report(at *decorum.Path, row *Row, f rowFaults) {
	if f.over {
		c.r.count(at, decorum.TooMany, decorum.SeverityError, c.l.Rows.Max, c.total)
	}
	id, title, description := at.Key("id"), at.Key("title"), at.Key("description")
	checkID(c.r, &id, c.l.RowID, row.ID)
	if f.sameID {
		c.r.fault(&id, decorum.Duplicate)
	}
	checkLine(c.r, &title, c.l.RowTitle, row.Title)
	if f.sameTitle {
		c.r.warn(&title, decorum.Duplicate, decorum.Span{}, "")
	}
	c.r.text(&description, c.l.RowDescription, row.Description)
}

// Preview returns the message as a tree: the sections with their rows, which are
// of the type "row", and the menu button's label.
func (m List) Preview() Preview {
	p := Preview{
		Kind: KindList, Header: previewTop(m.Header, false),
		Body: PreviewText{Text: m.Body}, Footer: PreviewText{Text: m.Footer}, Menu: m.Menu,
	}
	for _, s := range m.Sections {
		options := make([]PreviewOption, len(s.Rows))
		for i, row := range s.Rows {
			options[i] = PreviewOption{
				Type: typeRow, ID: row.ID, Title: row.Title, Detail: PreviewText{Text: row.Description},
			}
		}
		p.Sections = append(p.Sections, PreviewSection{Title: s.Title, Options: options})
	}
	return p
}

func (m *List) shown(l *Limits, emptied []string) []shown {
	list := shownTop(&m.Header, &m.Body, &m.Footer, l, l.ListBody, emptied)
	list = append(list, shownText("/menu", &m.Menu, l.Menu))
	var root decorum.Path
	sections := root.Key("sections")
	for i := range m.Sections {
		s := &m.Sections[i]
		section := sections.Index(i)
		list = addSection(list, &section, &s.Title, l, len(m.Sections) > 1, emptied)
		rows := section.Key("rows")
		for j := range s.Rows {
			row := rows.Index(j)
			title, description := row.Key("title"), row.Key("description")
			list = append(list, shownText(title.String(), &s.Rows[j].Title, l.RowTitle))
			list = addOptional(list, &description, &s.Rows[j].Description, l.RowDescription, emptied)
		}
	}
	return list
}

// addSection adds the title of a section, which must be there where there is more
// than one.
func addSection(list []shown, at *decorum.Path, title *string, l *Limits, needed bool, emptied []string) []shown {
	place := at.Key("title")
	if needed {
		return append(list, shownText(place.String(), title, l.SectionTitle))
	}
	return addOptional(list, &place, title, l.SectionTitle, emptied)
}

func (m List) fields(l *Limits, emptied []string) []Field {
	return fieldsOf(m.shown(l, emptied))
}

func (m List) with(path, value string) Structured {
	m.Sections = slices.Clone(m.Sections)
	for i := range m.Sections {
		m.Sections[i].Rows = slices.Clone(m.Sections[i].Rows)
	}
	setShown(m.shown(&Limits{}, []string{path}), path, value)
	return m
}

func (m List) media() (MediaHeader, string)                          { return MediaHeader{}, "" }
func (m List) withMedia(MediaHeader) Structured                      { return m }
func (m List) suggest(l *Limits, vs decorum.Violations) []Suggestion { return suggestTexts(m, l, vs) }
